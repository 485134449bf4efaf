"""What a finished session changes: for each exercise, the load of next time beside today's."""

from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.coaching.coach import Coach
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.exercise import ExerciseId
from tracker.domain.reason import Reason
from tracker.domain.season.week_plan import planned_weeks
from tracker.domain.session import Entry, PlannedSet, Session, SetKind

_WEEKS_AHEAD = 3


class NextTime(NamedTuple):
    """One exercise, today and next time.

    Attributes:
        today, following: the set that speaks for each: the first one, after a ramp the one it ended on.
        reasons: why next time is what it is.
    """

    exercise: ExerciseId
    today: PlannedSet
    following: PlannedSet
    reasons: tuple[Reason, ...]


def next_time(coach: Coach, session: Session) -> tuple[NextTime, ...]:
    """The next prescription of every exercise of *session*, computed for the day its template comes round again."""
    program = coach.content.programs.get(session.program)
    if (
        program is None
        or not session.template
        or all(each.id != session.template for each in program.sessions)
    ):
        return ()
    knowing = coach.knowing(session)
    main = [each for each in program.sessions if not each.third_only]
    day = _lifting_day_after(knowing, session, len(main))
    plan = SessionPlan(knowing, knowing.circumstances(day), program).session(
        program.session(session.template)
    )
    following = {entry.exercise: entry for entry in plan.entries}
    by_slot = {entry.slot: entry for entry in plan.entries if entry.slot is not None}
    found = []
    for entry in session.entries:
        later = following.get(entry.exercise) or by_slot.get(entry.slot or 0)
        first = _set_that_speaks(entry)
        if later is not None and first is not None and later.sets and later.sets[0].planned is not None:
            found.append(NextTime(entry.exercise, first, later.sets[0].planned, later.reasons))
    return tuple(found)


def _set_that_speaks(entry: Entry) -> PlannedSet | None:
    """The first set as it was done, of a ramp the last one, in the shape of a plan."""
    rows = [each for each in entry.sets if each.done is not None]
    if not rows:
        return None
    ramp = rows[0].planned is not None and rows[0].planned.kind is SetKind.RAMP
    row = rows[-1 if ramp else 0]
    assert row.done is not None
    done = row.done
    planned = row.planned or PlannedSet(kind=SetKind.STRAIGHT)
    return planned.changed(
        load=done.load, band=done.band, reps=done.reps, seconds=done.seconds, contacts=done.contacts
    )


def _lifting_day_after(coach: Coach, session: Session, count: int) -> date:
    """The day of the *count*-th session after this one, as planned."""
    end = session.date + timedelta(weeks=_WEEKS_AHEAD)
    weeks = planned_weeks(coach.runner, coach.content.rules, coach.season, coach.log, session.date, end)
    days = [each.date for week in weeks for each in week.days if each.date > session.date]
    return days[count - 1] if len(days) >= count else session.date + timedelta(days=7)
