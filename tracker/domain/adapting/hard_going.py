"""Whether the last weeks may have been too hard: a quick look, so that the review is only asked where it may say so."""

from datetime import date, timedelta

from tracker.domain.exercise import Role
from tracker.domain.history import TrainingLog
from tracker.domain.race import monday_of
from tracker.domain.session import Entry, ReadinessBand, SetKind

_WEEK = timedelta(weeks=1)
RED_OF = (2, 3)
MEAN_OVER = 0.5
LIFT_OVER, LIFTS_OVER = 1.0, 2
EASIEST_RPE = 5.0


def may_have_been_hard(log: TrainingLog, day: date) -> bool:
    """Red mornings, sets above their target on the whole, or main lifts well above it, in two weeks up to *day*.

    It never says no where the review would offer a lighter week (`review.insights`), and it costs a millisecond
    where the first review of a run costs a hundred.
    """
    monday, tomorrow = monday_of(day), day + timedelta(days=1)
    spans = ((monday - 2 * _WEEK, monday), (monday - _WEEK, tomorrow))
    return any(_is_hard(log.between(start, end)) for start, end in spans)


def _is_hard(log: TrainingLog) -> bool:
    reds, of = RED_OF
    if sum(each.readiness is ReadinessBand.RED for each in log.trained[-of:]) >= reds:
        return True
    entries = [entry for session in log.trained for entry in session.entries]
    over = [each for entry in entries for each in _over(entry)]
    lifts = sum(
        entry.role is Role.PRIMARY and max(_over(entry), default=0.0) > LIFT_OVER for entry in entries
    )
    return lifts >= LIFTS_OVER or (bool(over) and sum(over) / len(over) >= MEAN_OVER)


def _over(entry: Entry) -> list[float]:
    """By how much each rated set was above its target; a missing rep is a point."""
    found = []
    for row in entry.sets:
        done, planned = row.done, row.planned
        if done is None or done.rpe is None or planned is None or planned.rpe is None:
            continue
        if planned.kind is not SetKind.RAMP:
            missing = 0 if planned.reps is None else planned.reps - (done.weaker_reps or 0)
            found.append(max(EASIEST_RPE, done.rpe) + missing - planned.rpe)
    return found
