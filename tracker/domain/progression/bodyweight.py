"""Reps with the body as the load, and with help (docs/rules.md 4.6): more reps, then slower, then the next variation."""

from enum import StrEnum

from tracker.domain.prescription import Target
from tracker.domain.progression.advice import Action
from tracker.domain.progression.decision import (
    Decision,
    Judged,
    fewest,
    judged,
    unchanged,
    with_more_than_asked,
)
from tracker.domain.reason import because
from tracker.domain.strength.exposure import Exposure

FEWEST_REPS = 3
EASE_REPS = 2
EASE_MARGIN, REPEAT_MARGIN = 2.0, 1.5


class Onward(StrEnum):
    """What comes after the top of the range."""

    VARIATION = "variation"  # slow tempo first, then the next rung of the ladder
    LOAD = "load"  # slow tempo first, then the lightest load
    LESS_HELP = "less_help"  # one step less assistance
    NOTHING = "nothing"  # slow tempo, and that is it


def bodyweight(
    last: Exposure,
    before: Exposure | None,
    target: Target,
    onward: Onward,
    *,
    phase: str,
    progressing: bool,
) -> Decision:
    """How a bodyweight exercise goes on.

    Args:
        target: today's range of reps; a start may lie under it, and is then judged by itself.
        progressing: the phase lets it progress and nothing holds it today.
    """
    effort = judged(last, before)
    least = min(target.rmin, last.reps)
    too_few = fewest(last) < max(FEWEST_REPS, least - EASE_REPS)
    if too_few or (effort is not None and effort.over(EASE_MARGIN)):
        return _eased(last, onward)
    if not progressing:
        return unchanged(last, "HOLD", phase)
    last = with_more_than_asked(last, target.rmax)
    if effort is None:
        return unchanged(last, "NO_RPE", phase)
    if _at_the_top(last, target, effort):
        again = before is not None and before.slow == last.slow and _was_at_the_top(before, target)
        return _onward(last, target, onward, phase) if again else _once_more(last, target)
    if fewest(last) < least or effort.over(REPEAT_MARGIN):
        reps = max(FEWEST_REPS, last.reps - 1)
        return Decision(reps, because("REPEAT_EASE", reps=reps), slow=last.slow)
    if not last.missed and effort.on_target() and last.reps < target.rmax:
        return Decision(last.reps + 1, because("REP_UP", reps=last.reps + 1), slow=last.slow)
    return unchanged(last, "REPEAT", phase)


def _eased(last: Exposure, onward: Onward) -> Decision:
    """Two reps less at the normal tempo; from three reps a step down, or a step more help."""
    if last.reps > FEWEST_REPS:
        return Decision(max(FEWEST_REPS, last.reps - EASE_REPS), because("EASE"))
    if onward is Onward.LESS_HELP:
        return Decision(last.reps, because("EASE"), steps=-1)
    return Decision(last.reps, because("REGRESS"), action=Action.REGRESS)


def _at_the_top(last: Exposure, target: Target, effort: Judged) -> bool:
    return fewest(last) >= target.rmax and effort.within


def _was_at_the_top(exposure: Exposure, target: Target) -> bool:
    effort = judged(exposure, None)
    return fewest(exposure) >= target.rmax and (effort is None or effort.within)


def _once_more(last: Exposure, target: Target) -> Decision:
    return Decision(max(last.reps, target.rmax), because("CONFIRM_ONCE_MORE"), slow=last.slow)


def _onward(last: Exposure, target: Target, onward: Onward, phase: str) -> Decision:
    """Twice at the top: less help at once; otherwise slower first, then what comes next."""
    if onward is Onward.LESS_HELP:
        return Decision(target.rmin, because("LESS_ASSISTANCE"), steps=1)
    if not last.slow:
        return Decision(target.rmin, because("SLOW_TEMPO"), slow=True)
    if onward is Onward.VARIATION:
        return Decision(target.rmin, because("NEXT_VARIATION"), action=Action.ADVANCE)
    if onward is Onward.LOAD:
        return Decision(target.rmin, because("LOAD_UP_RESET_REPS", top=target.rmax), steps=1)
    return unchanged(last, "HOLD", phase)
