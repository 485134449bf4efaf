"""How long a session takes, for the heading of Today and for those who are short on time (docs/rules.md 7)."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from tracker.domain.exercise import Role
from tracker.domain.program import Cell
from tracker.domain.rounds import CHANGE_OVER_S

WARM_UP_MINUTES = 5.0
_SMALL = frozenset({Role.ACCESSORY, Role.CORE, Role.BALANCE})
_SECONDS_A_REP = 4
_SECONDS_A_SMALL_REP = 3
_SECONDS_A_CONTACT = 1


class Work(NamedTuple):
    """One exercise of a session.

    Attributes:
        per_side: each set is done left and right, so it lasts twice as long (contacts already count both legs).
        rest_s: seconds between sets, the lower end of the range.
        group: what it shares with those it takes turns with; None for one alone.
    """

    role: Role
    cell: Cell
    per_side: bool
    rest_s: float
    group: str | None = None


def seconds_of(works: Sequence[Work]) -> float:
    """Seconds for exercises that are done in turns, or for one alone: walking over to each, every set, every rest.

    A round ends when each of those in it has had its own rest since its set; so one rests while another works.
    """
    seconds = 0.0
    for turn in range(max(work.cell.sets for work in works)):
        ready = 0.0
        for at, work in enumerate(each for each in works if each.cell.sets > turn):
            seconds += _seconds_of_a_set(work) + (CHANGE_OVER_S if at else 0.0)
            ready = max(ready, seconds + work.rest_s)
        seconds = ready
    return CHANGE_OVER_S * len(works) + seconds


def _seconds_of_a_set(work: Work) -> float:
    if work.cell.contacts is not None:
        return work.cell.contacts * _SECONDS_A_CONTACT
    a_rep = _SECONDS_A_SMALL_REP if work.role in _SMALL else _SECONDS_A_REP
    seconds = work.cell.seconds or (work.cell.reps or 0) * a_rep
    return seconds * (2 if work.per_side else 1)


def estimate_seconds(works: Iterable[Work]) -> float:
    """Seconds from the first set to the last; those of one group stand beside one another."""
    blocks = groupby(enumerate(works), key=lambda each: each[1].group or each[0])
    return sum(seconds_of([work for _, work in block]) for _, block in blocks)


def estimate_minutes(works: Iterable[Work]) -> float:
    """Minutes from the first drill of the warm-up to the last set.

    Assumed: 5 min of warm-up, 15 s to change over to each exercise, 4 s a rep of the strength lifts and 3 s of
    small exercises, 1 s a ground contact, rest at the lower end of its range. With that and their pairs the
    shipped programs come out within three minutes of what they are meant to last.
    """
    return WARM_UP_MINUTES + estimate_seconds(works) / 60
