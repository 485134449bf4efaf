"""A simulated runner at work: opens the logbook, does what it says, rates the sets, finishes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from tracker.athlete.body import Body
from tracker.domain.content import Content
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, PlannedSet, Session, SetKind, Side
from tracker.logbook import Finished, Logbook
from tracker.logbook.diary import Diary

BETWEEN_SETS = timedelta(seconds=100)
_FORGETS_RPE = 0.06
_TRAINED_LATELY_DAYS = 10


class Clock:
    """A clock that the story turns."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def set_to(self, day: date, hour: int = 18) -> None:
        self.time = self.time.replace(
            year=day.year, month=day.month, day=day.day, hour=hour, minute=4, second=0
        )

    def run_on(self, by: timedelta) -> None:
        self.time += by


def ids(luck: Random) -> Iterator[str]:
    """UUIDs that are the same at every telling."""
    while True:
        yield str(UUID(int=luck.getrandbits(128), version=4))


class SimulatedRunner:
    """A body with a logbook.

    Attributes:
        forgets_rpe: share of the sets that get no rating.
        weak_left: a single-leg exercise whose last set ends a rep earlier on the left.
    """

    def __init__(
        self, diary: Diary, content: Content, body: Body, start: datetime, forgets_rpe: float = _FORGETS_RPE
    ):
        self.body = body
        self.clock = Clock(start)
        self.forgets_rpe = forgets_rpe
        self.weak_left: str | None = None
        made = ids(Random(body.luck.getrandbits(32)))
        self.logbook = Logbook(diary, content, self.clock, lambda: next(made))

    def lift(self, day: date) -> Finished | None:
        """Do the session of *day* as planned; None on a rest day."""
        self.clock.set_to(day)
        session = self.logbook.day().session
        if session is None or not session.entries:
            return None
        self.body.wake_up(day, session.phase, self._trained_lately(day))
        at = 0
        while at < len(session.entries):
            session = self._do_exercise(session, at)
            at += 1
        if not session.started:
            return None
        return self.logbook.finish(rpe=self._session_rpe(session))

    def rest(self, day: date) -> None:
        """A day without lifting."""
        self.clock.set_to(day)
        self.body.wake_up(day, self.logbook.season.week(day).phase, self._trained_lately(day))

    def _do_exercise(self, session: Session, at: int) -> Session:
        while (row := session.entries[at].next_open) is not None:
            entry = session.entries[at]
            planned = entry.sets[row].planned
            assert planned is not None
            exercise = self.logbook.content.exercises[entry.exercise]
            planned = self._as_chosen(exercise, entry, planned, row)
            effort = self.body.do(exercise, entry, planned, row)
            self.clock.run_on(BETWEEN_SETS)
            silent = self.body.luck.random() < self.forgets_rpe and planned.kind is not SetKind.RAMP
            done: dict[str, Any] = {
                name: effort.amount for name in ("reps", "seconds", "contacts") if getattr(planned, name)
            }
            rpe = None if silent else effort.rpe
            if entry.exercise == self.weak_left and row == len(entry.sets) - 1 and effort.amount > 1:
                done |= {"reps": effort.amount - 1, "right": Side(reps=effort.amount)}
            self.logbook.sets.log(at, row, rpe=rpe, load=planned.load, **done)
            session = self.logbook.begin().session
        return session

    def _as_chosen(self, exercise: Exercise, entry: Entry, planned: PlannedSet, row: int) -> PlannedSet:
        """The set as planned, except that a search for a start weight begins where the runner would begin."""
        if planned.kind is not SetKind.RAMP or row > 0 or planned.load is None:
            return planned
        known = self.logbook.grid(entry).floor(self.body.usual_start(exercise, entry))
        return planned if known is None or known.kg <= planned.load.kg else planned.changed(load=known)

    def _session_rpe(self, session: Session) -> float:
        rated = [done.rpe for entry in session.entries for done in entry.performed if done.rpe is not None]
        return float(round(sum(rated) / len(rated))) if rated else 6.0

    def _trained_lately(self, day: date) -> bool:
        trained = self.logbook.log(day).trained
        return bool(trained) and (day - trained[-1].date).days <= _TRAINED_LATELY_DAYS
