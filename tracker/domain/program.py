"""Programs: which exercises fill a session, and how much of each in every phase."""

from tracker.domain.exercise import ExerciseId, Role
from tracker.domain.phase import Phase
from tracker.domain.value import Value


class Cell(Value):
    """Sets and the amount per set for one slot in one phase; exactly one of reps, seconds, contacts is set."""

    sets: int
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None


class Slot(Value):
    """One line of a session.

    Attributes:
        alternatives: other exercises for this slot, tried in order when the first is not possible.
        cells: phases without a cell leave the slot out (recovery is derived: see `recovery_cells`).
        optional_in: phases in which the slot is an upper limit, left out unless asked for.
    """

    exercise: ExerciseId
    role: Role
    alternatives: tuple[ExerciseId, ...] = ()
    cells: dict[Phase, Cell]
    optional_in: tuple[Phase, ...] = ()


class SessionTemplate(Value):
    """A named session of a program: A, B, S1, S2, S3.

    Attributes:
        third_only: used only as the third session of its week.
    """

    id: str
    name: str
    slots: tuple[Slot, ...]
    third_only: bool = False


class Program(Value):
    id: str
    name: str
    summary: str
    sessions: tuple[SessionTemplate, ...]
