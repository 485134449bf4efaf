"""The training log as the rules read it: sessions, runs and check-ins in order, indexed once."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, TypeVar

from tracker.domain.exercise import ExerciseId
from tracker.domain.race import monday_of
from tracker.domain.run import CheckIn, Run
from tracker.domain.session import Entry, Session

BREAK_DAYS = 14
"""So many days without any lifting are a break (docs/rules.md 4.4); fewer are a pause."""

Dated = TypeVar("Dated", Session, Run, CheckIn)


class Exposed(NamedTuple):
    """One exercise in one session, with at least one set done."""

    session: Session
    entry: Entry


@dataclass(frozen=True)
class TrainingLog:
    """Everything that happened, oldest first.

    Attributes:
        sessions: finished or skipped sessions; none that were erased.
        runs, checkins: likewise, by date.
    """

    sessions: tuple[Session, ...] = ()
    runs: tuple[Run, ...] = ()
    checkins: tuple[CheckIn, ...] = ()

    @cached_property
    def trained(self) -> tuple[Session, ...]:
        """Sessions in which at least one set was done."""
        return tuple(session for session in self.sessions if session.started)

    @cached_property
    def has_hurt(self) -> bool:
        """Any niggle or warning sign was ever reported."""
        reported = any(each.pain is not None or each.red_flag is not None for each in self.checkins)
        return reported or any(entry.pain is not None for each in self.sessions for entry in each.entries)

    @cached_property
    def _by_exercise(self) -> dict[ExerciseId, tuple[Exposed, ...]]:
        index: dict[ExerciseId, list[Exposed]] = {}
        for session in self.sessions:
            for entry in session.entries:
                if entry.performed:
                    index.setdefault(entry.exercise, []).append(Exposed(session, entry))
        return {exercise: tuple(found) for exercise, found in index.items()}

    @cached_property
    def _by_planned(self) -> dict[ExerciseId, tuple[Exposed, ...]]:
        index: dict[ExerciseId, list[Exposed]] = {}
        for session in self.sessions:
            for entry in session.entries:
                signalled = entry.modified is not None and entry.modified.signal is not None
                if entry.modified is not None and signalled:
                    index.setdefault(entry.modified.planned, []).append(Exposed(session, entry))
                if entry.performed and not (entry.modified and entry.modified.planned == entry.exercise):
                    index.setdefault(entry.exercise, []).append(Exposed(session, entry))
        return {exercise: tuple(found) for exercise, found in index.items()}

    @cached_property
    def _left_out(self) -> Counter[tuple[ExerciseId, str]]:
        return Counter(
            (entry.exercise, entry.skipped)
            for session in self.sessions
            for entry in session.entries
            if entry.skipped is not None and not entry.performed
        )

    def left_out(self, exercise: ExerciseId, reason: str) -> int:
        """How often *exercise* was skipped for that *reason*."""
        return self._left_out[exercise, reason]

    def standing_in(self, planned: ExerciseId) -> tuple[Exposed, ...]:
        """Every time *planned* was done, or another exercise stood in for it by the runner's choice, done or not.

        Oldest first.
        """
        return self._by_planned.get(planned, ())

    @property
    def exercises(self) -> tuple[ExerciseId, ...]:
        """Every exercise ever done, most recent first."""
        return tuple(
            sorted(self._by_exercise, key=lambda each: self._by_exercise[each][-1].session.date, reverse=True)
        )

    def of(self, exercise: ExerciseId) -> tuple[Exposed, ...]:
        """Every exposure of *exercise*, oldest first."""
        return self._by_exercise.get(exercise, ())

    def before(self, day: date) -> "TrainingLog":
        """What was known on the morning of *day*."""
        return self.between(date.min, day)

    def between(self, start: date, end: date) -> "TrainingLog":
        """The part in the half-open range from *start* to *end*."""
        return TrainingLog(
            _part(self.sessions, start, end), _part(self.runs, start, end), _part(self.checkins, start, end)
        )

    def without(self, session_id: str) -> "TrainingLog":
        """The log as if one session had not been."""
        return TrainingLog(tuple(s for s in self.sessions if s.id != session_id), self.runs, self.checkins)

    def having(self, session: Session) -> "TrainingLog":
        """The log with one session more, or in place of the one with its id."""
        others = (each for each in self.sessions if each.id != session.id)
        ordered = tuple(sorted((*others, session), key=lambda each: each.date))
        return TrainingLog(ordered, self.runs, self.checkins)

    def weeks(self) -> Iterator[date]:
        """Mondays of the weeks from the first session to the last, in order, empty ones included."""
        if not self.sessions:
            return
        monday = monday_of(self.sessions[0].date)
        while monday <= self.sessions[-1].date:
            yield monday
            monday += timedelta(days=7)


def _part(in_order: tuple[Dated, ...], start: date, end: date) -> tuple[Dated, ...]:
    """Those from *start* to *end*, half-open; they are in order of their dates."""
    first = bisect_left(in_order, start, key=_date)
    return in_order[first : bisect_left(in_order, end, lo=first, key=_date)]


def _date(each: Session | Run | CheckIn) -> date:
    return each.date
