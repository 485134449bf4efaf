"""What an exercise is wanted for."""

from typing import NamedTuple

from tracker.domain.exercise import ExerciseId, Role
from tracker.domain.program import Cell
from tracker.domain.reason import Reason
from tracker.domain.session import Entry, Modification, Pain


class Job(NamedTuple):
    """What an exercise is wanted for.

    Attributes:
        group: what it shares with those it takes turns with.
        because_of: why this exercise, before its own reasons.
        taken: exercises that are in the session already.
        before: entries whose contacts count towards the week.
        pain: a niggle named for this exercise alone; else those of the day count.
        worse: it was worse the morning after.
        spared: one step down has been taken for what hurts; it does not count twice.
        stays: the runner stepped here, so it does not grow into the next one yet.
    """

    role: Role
    cell: Cell | None
    slot: int | None = None
    group: str | None = None
    modified: Modification | None = None
    because_of: tuple[Reason, ...] = ()
    taken: tuple[ExerciseId, ...] = ()
    before: tuple[Entry, ...] = ()
    pain: Pain | None = None
    worse: bool = False
    spared: bool = False
    stays: bool = False
