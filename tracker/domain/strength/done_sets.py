"""The working sets of a stretch of the log, one by one, with what was asked for beside each."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.domain.exercise import Exercise, ExerciseId, LoadType
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetKind

MISSED_RPE = 10.0
LOADED = frozenset({LoadType.EXT, LoadType.BW_PLUS, LoadType.ASSIST})
"""What has a load in kilograms, and so tonnage and an estimated maximum."""


class DoneSet(NamedTuple):
    """One set that was done and is no warm-up. A per-side set, left and right, is one set.

    Attributes:
        exercise: None when the library no longer knows it.
    """

    session: Session
    entry: Entry
    planned: PlannedSet | None
    done: PerformedSet
    exercise: Exercise | None

    @property
    def is_ramp(self) -> bool:
        """It looked for a start weight."""
        return self.planned is not None and self.planned.kind is SetKind.RAMP

    @property
    def is_first(self) -> bool:
        """The whole exercise looked for what it can be: a ramp, or an easy first time."""
        return self.is_ramp or any(reason.code.startswith("CALIBRATE") for reason in self.entry.reasons)

    @property
    def asked(self) -> int | None:
        """Reps, seconds or contacts asked for; None where there was no prescription."""
        if self.session.imported or self.is_ramp:
            return None
        return amount_of(self.planned) if self.planned is not None else amount_of(self.entry)

    @property
    def target(self) -> float | None:
        """The RPE asked for; None where there was no prescription."""
        if self.session.imported or self.is_ramp:
            return None
        return self.planned.rpe if self.planned is not None else self.entry.rpe

    @property
    def amount(self) -> int:
        """What was done, of the weaker side."""
        return amount_done(self.done)

    @property
    def rating(self) -> float | None:
        """The RPE as given; a set that fell short and was not rated was a 10 (docs/rules.md 3.1)."""
        if self.done.rpe is not None or self.asked is None:
            return self.done.rpe
        return MISSED_RPE if self.amount < self.asked else None

    @property
    def effort(self) -> float | None:
        """The rating; a set ticked as prescribed without one took what was asked."""
        return self.rating if self.rating is not None else self.target

    @property
    def system_kg(self) -> float | None:
        """External load with the moved part of the body, kg; None where nothing with a weight was moved."""
        return system_kg(self.entry, self.done)


def done_sets(sessions: Iterable[Session], exercises: Mapping[ExerciseId, Exercise]) -> tuple[DoneSet, ...]:
    """Every working set of *sessions*, in order."""
    return tuple(
        each
        for session in sessions
        for entry in session.entries
        for each in sets_of(session, entry, exercises.get(entry.exercise))
    )


def sets_of(session: Session, entry: Entry, exercise: Exercise | None = None) -> tuple[DoneSet, ...]:
    """The working sets of one entry, in order."""
    return tuple(
        DoneSet(session, entry, row.planned, row.done, exercise)
        for row in entry.sets
        if row.done is not None and (row.planned is None or row.planned.kind is not SetKind.WARMUP)
    )


def system_kg(entry: Entry, done: PerformedSet) -> float | None:
    """External load plus the body weight moved, in kg; None for what has no weight to speak of."""
    if entry.load_type not in LOADED:
        return None
    moved = entry.moved_kg or 0.0
    external = done.load.kilograms if done.load is not None else 0.0
    return moved + external if moved + external > 0.0 else None


def carries_load(entry: Entry) -> bool:
    """A weight was on the bar, in the hands or on the stack: without one there is no e1RM to show."""
    return entry.load_type in LOADED and any(
        done.load is not None and done.load.kilograms != 0.0 for done in entry.performed
    )


def amount_of(asked: PlannedSet | Entry) -> int | None:
    """The prescribed reps, seconds or contacts."""
    return next((each for each in (asked.reps, asked.seconds, asked.contacts) if each is not None), None)


def amount_done(done: PerformedSet) -> int:
    """The reps, seconds or contacts done, of the weaker side."""
    amounts = (done.weaker_reps, done.weaker_seconds, done.contacts)
    return next((each for each in amounts if each is not None), 0)
