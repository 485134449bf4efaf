"""How long a session takes, for the heading of Today and for those who are short on time (training.md 7)."""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.exercise import Role
from tracker.domain.program import Cell

WARM_UP_MINUTES = 5.0
# Small exercises are done in pairs, one resting the other, and their reps are quicker.
_SMALL = frozenset({Role.ACCESSORY, Role.CORE, Role.BALANCE})
_REST_KEPT_IN_PAIRS = 0.6
_SECONDS_A_REP = 4
_SECONDS_A_SMALL_REP = 3
_SECONDS_A_CONTACT = 1
_SECONDS_TO_CHANGE_OVER = 15


class Work(NamedTuple):
    """One exercise of a session.

    Attributes:
        per_side: each set is done left and right, so it lasts twice as long (contacts already count both legs).
        rest_s: seconds between sets, the lower end of the range.
    """

    role: Role
    cell: Cell
    per_side: bool
    rest_s: float


def seconds_of(work: Work) -> float:
    """Seconds for one exercise: walking over to it, every set, and the rest after each."""
    small = work.role in _SMALL
    rest = work.rest_s * (_REST_KEPT_IN_PAIRS if small else 1)
    return _SECONDS_TO_CHANGE_OVER + work.cell.sets * (_seconds_of_a_set(work, small) + rest)


def _seconds_of_a_set(work: Work, small: bool) -> float:
    if work.cell.contacts is not None:
        return work.cell.contacts * _SECONDS_A_CONTACT
    seconds = work.cell.seconds or (work.cell.reps or 0) * (_SECONDS_A_SMALL_REP if small else _SECONDS_A_REP)
    return seconds * (2 if work.per_side else 1)


def estimate_minutes(works: Iterable[Work]) -> float:
    """Minutes from the first drill of the warm-up to the last set.

    Assumed: 5 min of warm-up, 15 s to change over to each exercise, 4 s a rep of the strength lifts and 3 s of
    small exercises, 1 s a ground contact, rest at the lower end of its range and 40 % less where small exercises
    are paired. With that the programs come out within three minutes of the design's figures.
    """
    return WARM_UP_MINUTES + sum(seconds_of(work) for work in works) / 60
