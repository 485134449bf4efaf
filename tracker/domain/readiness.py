"""How ready somebody is this morning (4.8): points from one key or from a short form, and from yesterday's run.

Little sleep lowers strength (Craven 2022), compound lifts most after several short nights (Knowles 2018); the
cut-offs are design choices. Readiness can hold or lower a day, never raise it.
"""

from collections.abc import Iterable
from enum import StrEnum

from tracker.domain.phase import Phase
from tracker.domain.prescription import ReadinessRules
from tracker.domain.run import Run
from tracker.domain.session import ReadinessBand
from tracker.domain.value import Value


class Feel(StrEnum):
    """The one key that is enough."""

    FRESH = "fresh"
    NORMAL = "normal"
    DEAD = "dead"


class Readiness(Value):
    """What the runner said; whatever was left out costs nothing.

    Attributes:
        sleep_h: hours of the last night.
        energy: 1 (none) to 5.
        soreness: of the legs, 0 to 10; with it `feel` is not needed and not counted.
    """

    feel: Feel | None = None
    sleep_h: float | None = None
    energy: int | None = None
    soreness: int | None = None

    @property
    def answered(self) -> bool:
        return self != Readiness()


def points(
    rules: ReadinessRules, said: Readiness, phase: Phase, runs: Iterable[Run] = (), *, lower: bool
) -> int:
    """Points against today's plan, 0 for none.

    Args:
        runs: the runs of the last 24 hours; the hardest counts.
        lower: legs and runs count only for leg work; in off-season a little less ("heavy legs are OK").
    """
    rested = _below(rules.sleep_below, said.sleep_h) + _below(rules.energy_below, said.energy)
    if not lower:
        return rested
    if said.soreness is not None:
        legs = next((cost for bound, cost in rules.soreness_from if said.soreness >= bound), 0)
    else:
        legs = rules.dead_legs if said.feel is Feel.DEAD else 0
    legs += max((rules.run[run.kind] for run in runs), default=0)
    if phase is Phase.OFF_SEASON:
        legs = max(0, legs - rules.off_season_relief)
    return rested + legs


def band_of(rules: ReadinessRules, count: int) -> ReadinessBand:
    """What the points mean: carry on, hold, lighten, or something else today."""
    if count >= rules.swap:
        return ReadinessBand.SWAP
    if count >= rules.red:
        return ReadinessBand.RED
    return ReadinessBand.AMBER if count >= rules.amber else ReadinessBand.GREEN


def _below(cuts: Iterable[tuple[float, int]], value: float | None) -> int:
    return 0 if value is None else next((cost for bound, cost in cuts if value < bound), 0)
