"""How ready somebody is this morning: points from one key or a short form, and from yesterday's run (docs/rules.md 4.8).

Little sleep lowers strength (Craven 2022), compound lifts most after several short nights (Knowles 2018); the
cut-offs are design choices. Readiness can hold or lower a day, never raise it.
"""

from collections.abc import Iterable

from tracker.domain.feeling import Feel, Readiness
from tracker.domain.phase import Phase
from tracker.domain.prescription import ReadinessRules
from tracker.domain.run import Run, RunKind
from tracker.domain.session import ReadinessBand

__all__ = ["Feel", "Readiness", "band_of", "heavy_legs", "points", "reported"]

_RUNS = {RunKind.QUALITY: "a quality run", RunKind.LONG: "a long run", RunKind.RACE: "a race"}


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


def reported(rules: ReadinessRules, said: Readiness, runs: Iterable[Run] = (), *, lower: bool) -> str:
    """What cost points, in words: "5.5 h of sleep, dead legs and a long run in the last 24 hours"."""
    found = []
    if said.sleep_h is not None and _below(rules.sleep_below, said.sleep_h):
        found.append(f"{said.sleep_h:g} h of sleep")
    if said.energy is not None and _below(rules.energy_below, said.energy):
        found.append("little energy")
    if lower and heavy_legs(rules, said):
        found.append("dead legs" if said.soreness is None else f"sore legs ({said.soreness} of 10)")
    hardest = max((run.kind for run in runs), key=lambda kind: rules.run[kind], default=RunKind.EASY)
    if lower and hardest in _RUNS:
        found.append(f"{_RUNS[hardest]} in the last 24 hours")
    return " and ".join([*([", ".join(found[:-1])] if len(found) > 1 else []), *found[-1:]])


def heavy_legs(rules: ReadinessRules, said: Readiness) -> bool:
    """The legs were said to be dead, or sore enough to count."""
    if said.soreness is None:
        return said.feel is Feel.DEAD
    return said.soreness >= rules.soreness_from[-1][0]


def _below(cuts: Iterable[tuple[float, int]], value: float | None) -> int:
    return 0 if value is None else next((cost for bound, cost in cuts if value < bound), 0)
