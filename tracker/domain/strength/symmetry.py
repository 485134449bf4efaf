"""Left and right: how far apart the sides of single-leg and single-arm lifts are."""

from datetime import date
from itertools import islice
from statistics import fmean
from typing import NamedTuple

from tracker.domain.exercise import ExerciseId
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.review_rules import SymmetryRules
from tracker.domain.strength.done_sets import DoneSet, sets_of
from tracker.domain.strength.e1rm import e1rm


class SideDifference(NamedTuple):
    """Attributes:
    difference: of the stronger side, 0 to 1.
    weaker: ``left`` or ``right``: start with it.
    """

    exercise: ExerciseId
    difference: float
    weaker: str


def side_differences(
    log: TrainingLog, rules: SymmetryRules, end: date = date.max
) -> tuple[SideDifference, ...]:
    """Per-side exercises whose sides differ enough, over their last exposures, to be worth knowing; largest first.

    Args:
        end: what happened on it or later is not looked at.
    """
    found = []
    for exercise in log.exercises:
        before = (e for e in reversed(log.of(exercise)) if e.entry.per_side and e.session.date < end)
        last = list(islice(before, rules.exposures))
        if len(last) < rules.exposures:
            continue
        lead = fmean(left_lead(each) for each in last)
        if abs(lead) >= rules.difference:
            found.append(SideDifference(exercise, abs(lead), "right" if lead > 0.0 else "left"))
    return tuple(sorted(found, key=lambda each: (-each.difference, each.exercise)))


def left_lead(exposed: Exposed) -> float:
    """How much more the left did, as a share of the stronger side: the mean of the sets, -1 to 1."""
    sets = sets_of(exposed.session, exposed.entry)
    leads = [_lead(_worth(each, _left(each)), _worth(each, _right(each))) for each in sets]
    return fmean(leads) if leads else 0.0


def _lead(left: float, right: float) -> float:
    stronger = max(left, right)
    return (left - right) / stronger if stronger > 0.0 else 0.0


def _worth(each: DoneSet, amount: int) -> float:
    """The e1RM of one side where there is a load and an effort, else what it did."""
    if each.done.reps is None or each.system_kg is None or each.rating is None:
        return float(amount)
    return e1rm(each.system_kg, amount, each.rating) if amount > 0 else 0.0


def _left(each: DoneSet) -> int:
    return each.done.reps if each.done.reps is not None else each.done.seconds or 0


def _right(each: DoneSet) -> int:
    side = each.done.right
    amount = None if side is None else side.reps if each.done.reps is not None else side.seconds
    return _left(each) if amount is None else amount
