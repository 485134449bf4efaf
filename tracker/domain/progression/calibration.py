"""Finding a start weight: a first load from body weight, a ramp of short sets, an estimate from the last.

Rules: docs/rules.md 4.5.
"""

from collections.abc import Sequence
from enum import StrEnum

from tracker.domain.person import Level
from tracker.domain.strength.e1rm import Estimate, pct
from tracker.domain.strength.exposure import WorkingSet
from tracker.domain.units import Grid, Load

RAMP_REPS, BEGINNER_RAMP_REPS = 5, 8
MOST_RAMP_SETS = 5
STOP_RPE, EASY_RPE = 7.0, 5.0
STEADY_RISE = 1.05
RESTART_SHARE = 0.60
LIGHTEST_MARGIN = 1.25
_NEAR = 1e-6


class Familiarity(StrEnum):
    """How much somebody had lifted before the log begins."""

    NEVER = "never"
    SOME = "some"
    REGULARLY = "regularly"

    @property
    def share(self) -> float:
        return {Familiarity.NEVER: 0.8, Familiarity.SOME: 1.0, Familiarity.REGULARLY: 1.3}[self]

    @property
    def easy_rise(self) -> float:
        """How much a ramp rises after a set that says nothing yet (RPE 5 or easier).

        Newcomers go carefully; at a tenth a set, people who lift regularly would end their five sets far
        below their weights, and be months in finding them.
        """
        return {Familiarity.NEVER: 1.10, Familiarity.SOME: 1.15, Familiarity.REGULARLY: 1.25}[self]


def first_load(
    start_percent: float | None, body_weight_kg: float, familiarity: Familiarity, grid: Grid
) -> Load | None:
    """The first external load to try: a share of body weight, rounded down; None when even the lightest is too much.

    Exercises that start with the body alone (no percentage) begin with the lightest load there is.
    """
    if start_percent is None:
        return grid.loads[0] if grid else None
    kg = start_percent / 100.0 * body_weight_kg * familiarity.share
    floored = grid.floor(kg)
    if floored is not None or not grid:
        return floored
    lightest = grid.loads[0]
    return lightest if lightest.kilograms <= LIGHTEST_MARGIN * kg + _NEAR else None


def restart_load(
    estimate: Estimate, reps: int, rpe: float, grid: Grid, offset_kg: float = 0.0
) -> Load | None:
    """Where to begin again after half a year: 60 % of what the old estimate would ask for."""
    return grid.floor(RESTART_SHARE * estimate.at(reps) * pct(reps, rpe) - offset_kg)


def ramp_reps(level: Level) -> int:
    """Reps of each set of a ramp."""
    return BEGINNER_RAMP_REPS if level is Level.BEGINNER else RAMP_REPS


def next_ramp_load(
    done: Sequence[WorkingSet],
    asked: int,
    grid: Grid,
    offset_kg: float = 0.0,
    familiarity: Familiarity = Familiarity.NEVER,
) -> Load | None:
    """The next load of a ramp, or None when it is over: RPE 7, missed reps, five sets, or no heavier load.

    Args:
        done: the sets of the ramp so far, in system load; an unrated set counts as steady.
    """
    last = done[-1]
    if len(done) >= MOST_RAMP_SETS or last.reps < asked or (last.rpe or EASY_RPE) >= STOP_RPE:
        return None
    rise = familiarity.easy_rise if last.rpe is not None and last.rpe <= EASY_RPE else STEADY_RISE
    following = grid.above(last.kg - offset_kg)
    if following is None:
        return None
    reached = grid.floor(last.kg * rise - offset_kg)
    return reached if reached is not None and reached.kilograms > following.kilograms else following
