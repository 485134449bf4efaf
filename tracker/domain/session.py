"""A session: what was planned, what was done, set by set. The same value serves today, the log and the review."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from tracker.domain.exercise import CareArea, ExerciseId, LoadType, Role
from tracker.domain.feeling import Readiness
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.reason import Reason
from tracker.domain.units import Load
from tracker.domain.value import Value


class SetKind(StrEnum):
    """What a set is for. A ramp set looks for a start weight; warm-ups are shown and never counted."""

    TOP = "top"
    BACKOFF = "backoff"
    STRAIGHT = "straight"
    RAMP = "ramp"
    WARMUP = "warmup"


class PlannedSet(Value):
    """One prescribed set. Exactly one of reps, seconds, contacts is set.

    Attributes:
        load: total external load; None when the body or a band is the load.
        rpe: target effort; None for warm-ups.
        was: what the plan asked, where the runner chose otherwise.
    """

    kind: SetKind
    load: Load | None = None
    band: str | None = None
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    rpe: float | None = None
    was: "PlannedSet | None" = None

    def chosen(self, **changes: Any) -> "PlannedSet":
        """The set as the runner wants it; what the plan asked is remembered, until it is wanted again."""
        was = self.was or self
        mine = self.changed(**changes, was=None)
        return was if mine == was else mine.changed(was=was)


class Side(Value):
    """What the right side did where it differs from the left."""

    reps: int | None = None
    seconds: int | None = None


class PerformedSet(Value):
    """One set as it was done.

    Attributes:
        load: total external load (both hands together), as entered.
        rpe: in half steps, or None when no effort was given.
        right: per-side exercises only, when the sides differed; `reps` and `seconds` are then the left side's.
        at: the instant it was logged, with its zone.
    """

    load: Load | None = None
    band: str | None = None
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    rpe: float | None = None
    right: Side | None = None
    at: datetime

    @property
    def weaker_reps(self) -> int | None:
        """Reps of the side that did fewer."""
        if self.reps is None or self.right is None or self.right.reps is None:
            return self.reps
        return min(self.reps, self.right.reps)

    @property
    def weaker_seconds(self) -> int | None:
        """Seconds of the side that held for less."""
        if self.seconds is None or self.right is None or self.right.seconds is None:
            return self.seconds
        return min(self.seconds, self.right.seconds)


class SetRow(Value):
    """One line of the checklist. A row without a plan was added by the runner."""

    planned: PlannedSet | None = None
    done: PerformedSet | None = None

    @property
    def is_open(self) -> bool:
        return self.done is None

    @property
    def is_own(self) -> bool:
        """Reps of the runner's own: without a plan, or traded for load (heavier and fewer, lighter and more).

        Nothing came up short then. The sets of a ramp look for the load, so theirs are no trade.
        """
        asked = None if self.planned is None else self.planned.was or self.planned
        if self.done is None or self.done.weaker_reps is None:
            return False
        if asked is None:
            return True
        if asked.kind is SetKind.RAMP or asked.load is None or self.done.load is None or asked.reps is None:
            return False
        return (self.done.load.kg - asked.load.kg) * (self.done.weaker_reps - asked.reps) < 0


class Pain(Value):
    """A niggle: 0 to 10 at a site.

    Attributes:
        carried: said on an earlier day and not answered since; it counts today, and is no report of its own.
    """

    site: CareArea
    score: int
    carried: bool = False


class Signal(StrEnum):
    """The five reasons to modify, as the source article gives them."""

    UNSAFE = "unsafe"
    SKILL = "skill"
    HURTS = "hurts"
    CLUNKY = "clunky"
    PRESSURE = "pressure"


class Modification(Value):
    """The exercise as it fits today.

    Attributes:
        planned: what the program had put here.
        signal: why it was modified; None for a change of equipment.
    """

    planned: ExerciseId
    signal: Signal | None = None


class Entry(Value):
    """One exercise in one session: an exposure once something was done.

    Attributes:
        reps, rpe: the prescription of the day (R and T of the rules); reps None for holds and contacts.
        load_type: what loads it today (a band exercise on a cable is `ext`).
        tool: what gives the load (barbell, machine, backpack ...); empty where that is not known.
        slot: place in the program's session, None when the runner added it.
        group: what those that take turns have in common (see `tracker.domain.rounds`); None for one alone.
        warmup: shown, never ticked.
        skipped: a reason in the runner's words or one of the offered ones.
        system_offset_kg: body weight moved, added to external load wherever loads are compared.
        poor_landings: jumps that did not land well.
    """

    exercise: ExerciseId
    role: Role
    load_type: LoadType
    tool: str = ""
    per_side: bool = False
    hands: int = 1
    slot: int | None = None
    group: str | None = None
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    rpe: float | None = None
    rest_s: tuple[int, int] = (60, 90)
    tempo: str = ""
    system_offset_kg: float = 0.0
    sets: tuple[SetRow, ...] = ()
    warmup: tuple[PlannedSet, ...] = ()
    reasons: tuple[Reason, ...] = ()
    skipped: str | None = None
    modified: Modification | None = None
    pain: Pain | None = None
    poor_landings: bool = False
    note: str = ""

    @property
    def performed(self) -> tuple[PerformedSet, ...]:
        return tuple(row.done for row in self.sets if row.done is not None)

    @property
    def moved_kg(self) -> float | None:
        """How much of the body moves with the load; None where only the load moves."""
        return self.system_offset_kg if self.load_type.moves_the_body else None

    @property
    def said(self) -> Pain | None:
        """The niggle that was reported with it; one that is carried over from an earlier day is no report."""
        return None if self.pain is None or self.pain.carried else self.pain

    @property
    def next_open(self) -> int | None:
        """Index of the next set to do, or None when the exercise is finished or skipped."""
        if self.skipped is not None:
            return None
        return next((at for at, row in enumerate(self.sets) if row.is_open), None)

    def with_row(self, at: int, row: SetRow) -> Self:
        """The entry with row *at* replaced, or appended when *at* is one past the end."""
        rows = (*self.sets[:at], row, *self.sets[at + 1 :])
        return self.changed(sets=rows)

    def without_row(self, at: int) -> Self:
        return self.changed(sets=(*self.sets[:at], *self.sets[at + 1 :]))


class ReadinessBand(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    SWAP = "swap"


class Session(Value):
    """One training session.

    Attributes:
        id: UUID text, given when the session is opened.
        date: the day it belongs to, kept across midnight.
        week_in_phase: loading-week index inside the phase (1-based), which waves and peak steps use.
        template: session of the program (A, S1, ...); "" for one the runner made.
        rpe: how hard the whole session was, 0 to 10.
        skipped: why the whole session was skipped; such a session holds no sets and still turns the rotation.
        neutral: not counted against adherence, and nothing that loads are built on (readiness swap, warning sign).
        imported: came from another app; prescriptions are unknown.
        felt: what the runner said before the first set.
    """

    id: str
    date: date
    phase: Phase
    style: Style = Style.MAINTENANCE
    level: Level = Level.BEGINNER
    week_in_phase: int = 1
    deload: bool = False
    recovery_stage: int | None = None
    program: str = ""
    template: str = ""
    name: str
    minutes: int = 0
    entries: tuple[Entry, ...] = ()
    readiness: ReadinessBand | None = None
    readiness_points: int | None = None
    felt: Readiness | None = None
    short_minutes: int | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    rpe: float | None = None
    note: str = ""
    skipped: str | None = None
    neutral: bool = False
    imported: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def sets_done(self) -> int:
        return sum(len(entry.performed) for entry in self.entries)

    @property
    def sets_open(self) -> int:
        return sum(row.is_open for entry in self.entries if entry.skipped is None for row in entry.sets)

    @property
    def started(self) -> bool:
        return any(row.done is not None for entry in self.entries for row in entry.sets)

    def with_entry(self, at: int, entry: Entry) -> Self:
        """The session with entry *at* replaced, or appended when *at* is one past the end."""
        return self.changed(entries=(*self.entries[:at], entry, *self.entries[at + 1 :]))

    def position_of(self, exercise: ExerciseId) -> int | None:
        """Index of the first entry of *exercise* with an open set, else of its last entry, else None."""
        places = [at for at, entry in enumerate(self.entries) if entry.exercise == exercise]
        return next(
            (at for at in places if self.entries[at].next_open is not None), places[-1] if places else None
        )
