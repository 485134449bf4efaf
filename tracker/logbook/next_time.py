"""What a finished session changes: for each exercise, the load of next time beside today's."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.coaching.coach import Coach
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.exercise import ExerciseId
from tracker.domain.progression.causes import lightened_by
from tracker.domain.progression.telling import HOW_IT_WENT, Shift, fits, shift, sign, telling
from tracker.domain.reason import Reason, because
from tracker.domain.season.week_plan import planned_weeks
from tracker.domain.session import Entry, PlannedSet, Session, SetKind, SetRow
from tracker.domain.words.figures import show_jumps

_WEEKS_AHEAD = 3
_LIGHT_PHASES = frozenset({"TAPER_FIXED", "TAPER_SHARP", "RACE_WEEK_PRIMER", "POST_RACE_RETURN"})


class NextTime(NamedTuple):
    """One exercise, today and next time.

    Attributes:
        entry, later: the exercise as it was done, and as it is then; another one may take its place.
        today, following: the set that speaks for each: the first one, after a ramp the one it ended on.
        reasons: why next time is what it is, the cause of the difference first; none that says the contrary.
    """

    entry: Entry
    later: Entry
    today: PlannedSet
    following: PlannedSet
    reasons: tuple[Reason, ...]

    @property
    def exercise(self) -> ExerciseId:
        return self.entry.exercise

    @property
    def instead(self) -> ExerciseId | None:
        """The exercise that takes its place next time, if another one does."""
        return self.later.exercise if self.later.exercise != self.entry.exercise else None

    def said(self, set_of: Callable[[Entry, PlannedSet], str]) -> tuple[str, str]:
        """Today and next time, each as *set_of* says the set that speaks for it; of jumps, how many sets there are."""
        return (
            _said(self.entry, self.today, len(self.entry.performed), set_of),
            _said(self.later, self.following, len(self.later.sets), set_of),
        )


def _said(entry: Entry, asked: PlannedSet, sets: int, set_of: Callable[[Entry, PlannedSet], str]) -> str:
    return set_of(entry, asked) if asked.contacts is None else show_jumps(sets, asked.contacts)


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
            planned = later.sets[0].planned
            found.append(NextTime(entry, later, first, planned, causes(entry, later, first, planned)))
    return tuple(found)


def causes(entry: Entry, later: Entry, today: PlannedSet, following: PlannedSet) -> tuple[Reason, ...]:
    """Why *following* is what it is, told beside what was done today: the cause of the difference comes first.

    The rules compare with the last time that counts and with what was asked; where today was lighter on purpose,
    or something else was done than planned, the words say so.
    """
    moved = _moved(entry, later, today, following)
    first = telling(later.reasons, moved)
    if entry.exercise == later.exercise and moved is not None and not moved.is_none:
        first = _after_a_light_day(entry, later, moved) or first
        if first is None or first.code in HOW_IT_WENT:
            first = _beside_the_plan(entry, later, following) or first
    fitting = (each for each in later.reasons if each != first and fits(each, moved))
    return (*(() if first is None else (first,)), *fitting)


def _moved(entry: Entry, later: Entry, today: PlannedSet, following: PlannedSet) -> Shift | None:
    """How the set moves; of jumps, how their sum does."""
    if entry.exercise != later.exercise:
        return None
    if today.contacts is None or following.contacts is None:
        return shift(today, following)
    done = sum(each.contacts or 0 for each in entry.performed)
    return Shift(0, sign(following.contacts * len(later.sets) - done))


def _after_a_light_day(entry: Entry, later: Entry, moved: Shift) -> Reason | None:
    full = because("BACK_TO_FULL")
    eased = lightened_by(entry.reasons) or any(each.code in _LIGHT_PHASES for each in entry.reasons)
    still = lightened_by(later.reasons) or any(each.code in _LIGHT_PHASES for each in later.reasons)
    return full if eased and not still and fits(full, moved) else None


def _beside_the_plan(entry: Entry, later: Entry, following: PlannedSet) -> Reason | None:
    """Where the rules go on from what was asked, and something else was done."""
    asked = next(
        (row.planned for row in entry.sets if row.done is not None and row.planned is not None), None
    )
    if asked is None or asked.kind is SetKind.RAMP:
        return None
    moved = _moved_from_plan(entry, later, asked, following)
    as_planned = all(row.done is None or _is_as_planned(row) for row in entry.sets)
    if moved is None or as_planned or telling(later.reasons, moved) is None:
        return None
    if moved.is_none:
        return because("PLANNED_AGAIN")
    return because("ON_FROM_PLANNED" if moved.is_up else "LESS_THAN_PLANNED")


def _is_as_planned(row: SetRow) -> bool:
    names = ("load", "band", "reps", "seconds", "contacts")
    return row.planned is not None and all(
        getattr(row.planned, name) == getattr(row.done, name) for name in names
    )


def _moved_from_plan(entry: Entry, later: Entry, asked: PlannedSet, following: PlannedSet) -> Shift | None:
    if asked.contacts is None or following.contacts is None:
        return shift(asked, following)
    planned = sum(row.planned.contacts or 0 for row in entry.sets if row.planned is not None)
    return Shift(0, sign(following.contacts * len(later.sets) - planned))


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
