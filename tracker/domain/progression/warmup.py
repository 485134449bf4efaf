"""The way up to the first heavy set: a few light ones that no metric counts."""

from typing import NamedTuple

from tracker.domain.strength.e1rm import pct
from tracker.domain.units import Grid, Load

RAMP = ((0.40, 5), (0.60, 3), (0.75, 2))
LAST_RAMP = (0.85, 1)
HEAVY = 0.85


class WarmUpSet(NamedTuple):
    load: Load
    reps: int


def warm_up(load: Load, reps: int, rpe: float, grid: Grid) -> tuple[WarmUpSet, ...]:
    """Ramp sets before a top set of *reps* at *rpe* with *load*: 40, 60, 75 % of it, floored, each load once.

    A single at 85 % follows where the top set is 85 % of the maximum or more. What the equipment cannot make
    is left out.
    """
    steps = (*RAMP, LAST_RAMP) if pct(reps, rpe) >= HEAVY else RAMP
    found: dict[Load, int] = {}
    for share, count in steps:
        floored = grid.floor(load.kilograms * share)
        if floored is not None and 0.0 < floored.kilograms < load.kilograms:
            found.setdefault(floored, count)
    return tuple(WarmUpSet(each, count) for each, count in found.items())
