"""Accessories with a weight or a band (docs/rules.md 4.6): first more reps, then more load."""

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

HARD_MARGIN = 1.5
LARGEST_STEP = 0.20
FAR_UNDER = 2.0


def double_progression(
    last: Exposure,
    before: Exposure | None,
    target: Target,
    rise: float | None,
    *,
    phase: str,
    progressing: bool,
    young: bool = False,
    lowest: bool = False,
    has_next: bool = False,
) -> Decision:
    """How an accessory goes on.

    Args:
        target: today's range of reps.
        rise: by which share the next load is heavier; None when there is none.
        progressing: the phase lets accessories progress and nothing holds them today.
        young: among the first three exposures, where a load that was far too light moves faster.
        lowest: there is no lighter load.
        has_next: the ladder has a next variation, for when nothing heavier is at hand.
    """
    effort = judged(last, before)
    if _missed(last, target):
        if before is None or not _missed(before, target):
            return _repeat_with_less(last, target)
        if lowest:
            return Decision(last.reps, because("REGRESS"), action=Action.REGRESS)
        return Decision(last.reps, because("LOAD_DOWN_2ND_MISS"), steps=-1)
    if not progressing:
        return unchanged(last, "HOLD", phase)
    last = with_more_than_asked(last, target.rmax)
    if effort is None:
        return unchanged(last, "NO_RPE", phase)
    if rise is not None and _far_under(last, effort):
        again = before is not None and rise <= LARGEST_STEP and _far_under(before, judged(before, None))
        if young or again:
            return Decision(last.reps, because("CATCH_UP"), steps=1)
    if fewest(last) >= target.rmax and effort.within:
        return _up(last, target, rise, has_next)
    if not last.missed and effort.on_target() and last.reps < target.rmax:
        return Decision(last.reps + 1, because("REP_UP", reps=last.reps + 1), slow=last.slow)
    return unchanged(last, "REPEAT", phase)


def _missed(exposure: Exposure, target: Target) -> bool:
    """Below the range (or below what was asked, where a start lies under the range), or clearly too hard."""
    ratings = exposure.ratings
    least = min(target.rmin, exposure.reps)
    return fewest(exposure) < least or (bool(ratings) and max(ratings) >= exposure.rpe + HARD_MARGIN)


def _far_under(exposure: Exposure, effort: Judged | None) -> bool:
    """Everything done, and every set far easier than asked."""
    return effort is not None and not exposure.missed and effort.highest <= exposure.rpe - FAR_UNDER


def _repeat_with_less(last: Exposure, target: Target) -> Decision:
    reps = max(min(target.rmin, last.reps), last.reps - 1)
    return Decision(reps, because("REPEAT_EASE", reps=reps), slow=last.slow)


def _up(last: Exposure, target: Target, rise: float | None, has_next: bool) -> Decision:
    """A load up, back to few reps. A large step first asks for the same reps in a slow tempo.

    With nothing heavier at hand tempo comes first, then the next variation.
    """
    if rise is None and last.slow and has_next:
        return Decision(target.rmin, because("NEXT_VARIATION"), action=Action.ADVANCE)
    if rise is None:
        return Decision(last.reps, because("HEAVIEST"), slow=True)
    if rise > LARGEST_STEP and not last.slow:
        return Decision(last.reps, because("ADD_TEMPO"), slow=True)
    return Decision(target.rmin, because("LOAD_UP_RESET_REPS", top=target.rmax), steps=1)
