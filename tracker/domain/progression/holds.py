"""Timed holds (docs/rules.md 4.6): five seconds at a time, then the next variation."""

from tracker.domain.progression.advice import Action
from tracker.domain.progression.decision import Decision, fewest, judged, unchanged, with_more_than_asked
from tracker.domain.reason import because
from tracker.domain.strength.exposure import Exposure

STEP_S = 5
SHORTEST_S = 10
USUAL_LONGEST_S = 45
FAR_SHORT = 0.75
EASE_MARGIN = 2.0
NEXT_SHARE = 0.60


def timed_hold(
    last: Exposure,
    before: Exposure | None,
    longest_s: int,
    *,
    phase: str,
    progressing: bool,
    has_next: bool,
) -> Decision:
    """How a hold goes on; *reps* of the exposures are seconds.

    Args:
        longest_s: the longest useful hold of this exercise.
        has_next: the ladder has a next variation.
    """
    effort = judged(last, before)
    asked = last.reps
    if fewest(last) < FAR_SHORT * asked or (effort is not None and effort.over(EASE_MARGIN)):
        return Decision(max(SHORTEST_S, asked - STEP_S), because("EASE"))
    if not progressing:
        return unchanged(last, "HOLD", phase)
    last = with_more_than_asked(last, longest_s)
    if effort is None:
        return unchanged(last, "NO_RPE", phase)
    if fewest(last) >= longest_s and effort.within:
        if before is None or not _was_at_the_top(before, longest_s):
            return Decision(longest_s, because("CONFIRM_ONCE_MORE"))
        if has_next:
            return Decision(next_start_s(longest_s), because("NEXT_VARIATION"), action=Action.ADVANCE)
        return unchanged(last, "HOLD", phase)
    if not last.missed and effort.on_target() and last.reps < longest_s:
        longer = min(longest_s, last.reps + STEP_S)
        return Decision(longer, because("TIME_UP", seconds=longer))
    return unchanged(last, "REPEAT", phase)


def next_start_s(longest_s: int) -> int:
    """Seconds to begin the next variation with: 60 % of the longest, to the nearest five."""
    return max(SHORTEST_S, STEP_S * round(NEXT_SHARE * longest_s / STEP_S))


def _was_at_the_top(exposure: Exposure, longest_s: int) -> bool:
    effort = judged(exposure, None)
    return fewest(exposure) >= longest_s and (effort is None or effort.within)
