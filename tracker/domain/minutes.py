"""How long a session takes, for the heading of Today and for those who are short on time (training.md 7)."""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.exercise import Role
from tracker.domain.program import Cell

WARM_UP_MINUTES = 5.0
_SECONDS_A_REP = 4
_SECONDS_A_CONTACT = 1
# Small exercises are done in pairs, one resting the other.
_PAIRED = frozenset({Role.ACCESSORY, Role.CORE, Role.BALANCE})
_REST_KEPT_IN_PAIRS = 0.6


class Work(NamedTuple):
    """One exercise of a session.

    Attributes:
        per_side: each set is done left and right, so it lasts twice as long.
        rest_s: seconds between sets, the lower end of the range.
    """

    role: Role
    cell: Cell
    per_side: bool
    rest_s: float


def seconds_of(work: Work) -> float:
    """Seconds for all sets of one exercise with the rest after each."""
    cell = work.cell
    if cell.seconds is not None:
        lasts = cell.seconds
    elif cell.contacts is not None:
        # Contacts already count both legs.
        return cell.sets * (cell.contacts * _SECONDS_A_CONTACT + work.rest_s)
    else:
        lasts = (cell.reps or 0) * _SECONDS_A_REP
    rest = work.rest_s * (_REST_KEPT_IN_PAIRS if work.role in _PAIRED else 1)
    return cell.sets * (lasts * (2 if work.per_side else 1) + rest)


def estimate_minutes(works: Iterable[Work]) -> float:
    """Minutes from the first drill of the warm-up to the last set.

    Five minutes of warm-up, then every set with the rest after it: 4 s a rep, 1 s a ground contact.
    """
    return WARM_UP_MINUTES + sum(seconds_of(work) for work in works) / 60
