"""Whether a lift of this log has stalled, and what was done about it the last time (docs/rules.md 4.9)."""

from datetime import date, timedelta

from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.exercise import ExerciseId, Role
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.progression.stall import EXPOSURES, STALL_PHASES, Stall, stall
from tracker.domain.season.week_plan import planned_weeks
from tracker.domain.session import Entry
from tracker.domain.strength.e1rm import updated
from tracker.domain.strength.exposure import Basis
from tracker.domain.strength.exposures import exposure_of

ADHERENCE_WEEKS = 4
_MAIN = (Role.PRIMARY, Role.SECONDARY)


def stuck(known: Knowledge, exercise: ExerciseId, role: Role, phase: Phase, day: date) -> Stall:
    """What *day* should do about *exercise*: nothing, keep at it, or a light session for it alone."""
    found = known.log.of(exercise)
    if (
        phase not in STALL_PHASES
        or role not in _MAIN
        or len(found) < EXPOSURES
        or was_eased(known.log, exercise)
    ):
        return Stall.NONE
    estimate, estimates, deltas = None, [], []
    for exposure in map(exposure_of, found):
        estimate = updated(estimate, exposure)
        if exposure.normal and exposure.basis is Basis.PRESCRIBED and estimate is not None:
            estimates.append(estimate.e1rm)
            deltas.append(exposure.delta)
    acted = [session.date for session, entry in found if _is_eased(entry)]
    weeks = (day - acted[-1]).days / 7 if acted else None
    verdict = stall(phase, estimates, deltas, weeks_since_action=weeks)
    if verdict is not Stall.EASE:
        return verdict
    return stall(phase, estimates, deltas, weeks_since_action=weeks, adherence=_adherence(known, day))


def was_eased(log: TrainingLog, exercise: ExerciseId) -> bool:
    """The last time was the light session of a stall: two reps more or fewer, or a neighbour, are offered now."""
    found = log.of(exercise)
    return bool(found) and _is_eased(found[-1].entry)


def _is_eased(entry: Entry) -> bool:
    return any(reason.code == "STALL_DELOAD" for reason in entry.reasons)


def _adherence(known: Knowledge, day: date) -> float | None:
    """Sessions done of those planned in the four weeks before *day*; days away are neutral."""
    from tracker.domain.review.adherence import PlannedDay, adherence  # the review's models cost 10 ms

    start = max(day - timedelta(weeks=ADHERENCE_WEEKS), known.season.starts)
    weeks = planned_weeks(known.runner, known.content.rules, known.season, known.log, start, day)
    planned = [
        PlannedDay(each.date, known.runner.absence_on(each.date) is not None)
        for week in weeks
        for each in week.laid
        if max(start, week.week.opens) <= each.date < day
    ]
    return adherence(planned, known.log.sessions, known.content.review.adherence, day).share
