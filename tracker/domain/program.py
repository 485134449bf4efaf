"""Programs: which exercises fill a session, and how much of each in every phase."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from tracker.domain.exercise import Exercise, ExerciseId, LoadType, Role
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.value import Value

ProgramId = str

_CELL = re.compile(r"(?P<sets>\d+) ?[x×] ?(?P<amount>\d+) ?(?P<unit>s|c|)")
_CELL_FIELDS = {"": "reps", "s": "seconds", "c": "contacts"}


class Cell(Value):
    """Sets and the amount per set for one slot in one phase; exactly one of reps, seconds, contacts is set.

    Reads its own notation too: ``"3x8"`` (reps), ``"1x30s"`` (seconds), ``"2x10c"`` (contacts per set).
    """

    sets: Annotated[int, Field(ge=1)]
    reps: Annotated[int, Field(ge=1)] | None = None
    seconds: Annotated[int, Field(ge=1)] | None = None
    contacts: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_notation(cls, given: Any) -> Any:
        if not isinstance(given, str):
            return given
        read = _CELL.fullmatch(given.strip())
        if read is None:
            raise ValueError(f'a cell looks like "3x8", "1x30s" or "2x10c", not "{given}"')
        return {"sets": read["sets"], _CELL_FIELDS[read["unit"]]: read["amount"]}

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(amount is not None for amount in (self.reps, self.seconds, self.contacts)) != 1:
            raise ValueError("a cell has reps, seconds or contacts, one of them")
        return self

    @classmethod
    def of(cls, notation: str) -> Self:
        """A cell from its notation: ``Cell.of("3x8")``.

        Raises:
            pydantic.ValidationError: if the notation is not a cell.
        """
        return cls.model_validate(notation)

    def fitted_to(self, exercise: Exercise) -> Self:
        """This cell in the unit of *exercise*: a swap from a hold to reps keeps the sets and starts anew.

        External loads start at 8 reps, as their starting percentages do.
        """
        wanted = unit_of(exercise.load)
        if getattr(self, wanted) is not None:
            return self
        return type(self)(**{"sets": self.sets, wanted: getattr(exercise.start, wanted) or 8})


def unit_of(load: LoadType) -> str:
    """The field of a cell that counts for a type of load: ``reps``, ``seconds`` or ``contacts``."""
    match load:
        case LoadType.TIME:
            return "seconds"
        case LoadType.CONTACTS:
            return "contacts"
        case _:
            return "reps"


class Weeks(StrEnum):
    """Half of the ISO weeks of the year."""

    ODD = "odd"
    EVEN = "even"


class WeekSwap(Value):
    """Another exercise for a slot in every second week, for those who lift *sessions_a_week* times.

    Two sessions a week leave out the third one of a program; the swap keeps its positions in the fortnight.
    """

    weeks: Weeks
    sessions_a_week: int
    exercise: ExerciseId


class Slot(Value):
    """One line of a session.

    Attributes:
        alternatives: other exercises for this slot, tried in order when the first is not possible.
        cells: phases without a cell leave the slot out (recovery is derived: see `recovery_cell`).
            On paper ``build`` stands for both build styles.
        optional_in: phases in which the slot is an upper limit, left out unless asked for.
        group: slots of a session with the same word here are done in turns, set by set; two make a superset,
            three or more a circuit. They stand beside one another in the session, where the first of them is.
        swap: another exercise in odd or even weeks.
    """

    exercise: ExerciseId
    role: Role
    alternatives: tuple[ExerciseId, ...] = ()
    cells: dict[Phase, Cell]
    optional_in: tuple[Phase, ...] = ()
    group: Annotated[str, Field(min_length=1)] | None = None
    swap: WeekSwap | None = None

    @field_validator("cells", mode="before")
    @classmethod
    def _build_is_both_styles(cls, given: Any) -> Any:
        if not isinstance(given, dict) or "build" not in given:
            return given
        cells = {phase: cell for phase, cell in given.items() if phase != "build"}
        return {Phase.BUILD_MAINTENANCE: given["build"], Phase.BUILD_PERIODIZED: given["build"], **cells}

    def exercise_in(self, iso_week: int, sessions_a_week: int) -> ExerciseId:
        """The slot's own exercise, or the one that takes turns with it in this ISO week."""
        swap = self.swap
        if swap is None or swap.sessions_a_week != sessions_a_week:
            return self.exercise
        odd = iso_week % 2 == 1
        return swap.exercise if odd == (swap.weeks is Weeks.ODD) else self.exercise

    @property
    def reachable(self) -> tuple[ExerciseId, ...]:
        """Every exercise the slot may show: its own, its alternatives, its swap."""
        return (self.exercise, *self.alternatives, *((self.swap.exercise,) if self.swap else ()))


class SessionTemplate(Value):
    """A named session of a program: A, B, S1, S2, S3.

    Attributes:
        third_only: used only as the third session of its week.
    """

    id: str
    name: str
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]
    third_only: bool = False

    def slots_in(self, phase: Phase) -> tuple[Slot, ...]:
        """The slots that have a cell in *phase*, in session order."""
        return tuple(slot for slot in self.slots if phase in slot.cells)

    @property
    def groups(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the slots that are done in turns, from 1, by the word they share."""
        found: dict[str, tuple[int, ...]] = {}
        for number, slot in enumerate(self.slots, start=1):
            if slot.group is not None:
                found[slot.group] = (*found.get(slot.group, ()), number)
        return found


class EasyStart(Value):
    """How a program treats its first weeks."""

    weeks: int
    rpe_max: float
    plyo: bool


class Program(Value):
    """A program.

    Attributes:
        easy_start: gentler first weeks, or None.
        last_session: the only session of the second taper week and of race week, or None for the usual turn.
    """

    id: ProgramId
    name: str
    summary: str
    sessions: Annotated[tuple[SessionTemplate, ...], Field(min_length=1)]
    easy_start: EasyStart | None = None
    last_session: str | None = None

    def session(self, session_id: str) -> SessionTemplate:
        """The session with this id.

        Raises:
            KeyError: if the program has no such session.
        """
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)

    @property
    def reachable(self) -> tuple[ExerciseId, ...]:
        """Every exercise any slot may show, each once, in program order."""
        return tuple(
            dict.fromkeys(each for s in self.sessions for slot in s.slots for each in slot.reachable)
        )


def choose_program(
    level: Level, *, has_bar: bool, marathon_next: bool, override: ProgramId | None = None
) -> ProgramId:
    """The program a runner follows; their own choice wins over the rule (docs/rules.md 7)."""
    if override is not None:
        return override
    if level is Level.BEGINNER or not has_bar:
        return "beginner"
    return "race" if marathon_next else "intermediate"


class Drill(Value):
    """One exercise of the warm-up, once, per side where it has sides.

    Attributes:
        called: a shorter name for a line of drills.
        alternatives: what to do instead where the drill loads a spot that hurts; without one it is left out.
        from_minutes: left out where the runner has less time than this.
        from_stage: left out before this stage of the way back after a race.
    """

    exercise: ExerciseId
    reps: Annotated[int, Field(ge=1)]
    called: str = ""
    alternatives: tuple[ExerciseId, ...] = ()
    from_minutes: int = 0
    from_stage: int = 0

    def fits(self, minutes: int | None, stage: int | None) -> bool:
        """Whether there is time for it, and whether legs that have raced are ready for it; None is no limit."""
        return (minutes is None or minutes >= self.from_minutes) and (
            stage is None or stage >= self.from_stage
        )


class RecoveryStage(Value):
    """What a session keeps at one stage of the way back after a race; roles without a cell are left out.

    Attributes:
        cells: for exercises counted in reps or contacts.
        holds: for timed exercises.
        tier_max: the highest plyometric tier.
    """

    stage: int
    cells: dict[Role, Cell]
    holds: dict[Role, Cell]
    tier_max: int = 1

    def cell(self, role: Role, exercise: Exercise) -> Cell | None:
        """The amount for *exercise* in a slot of *role* at this stage; None where the slot is left out."""
        if role is Role.PLYO and exercise.tier > self.tier_max:
            return None
        return (self.holds if exercise.load is LoadType.TIME else self.cells).get(role)


def recovery_cell(stages: Sequence[RecoveryStage], stage: int, role: Role, exercise: Exercise) -> Cell | None:
    """The amount for one slot at recovery *stage* (0 to 3); None where the slot is left out."""
    return next((each.cell(role, exercise) for each in stages if each.stage == stage), None)
