"""When a lift has stopped moving (docs/rules.md 4.9): consistency first, then one light session and a change of reps."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations
from statistics import median

from tracker.domain.phase import Phase

EXPOSURES = 6
LEAST_DELTA = 0.5
WEEKS_BETWEEN = 4
LEAST_ADHERENCE = 0.70
STALL_PHASES = (Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_PERIODIZED)


class Stall(StrEnum):
    """What to do about a lift that does not move."""

    NONE = "none"
    CONSISTENCY = "consistency"  # say "consistency first" and change nothing
    EASE = "ease"  # the next exposure is a deload for it, then two reps more or fewer, or a neighbour


def stall(
    phase: Phase,
    estimates: Sequence[float],
    deltas: Sequence[float],
    *,
    weeks_since_action: float | None = None,
    adherence: float | None = None,
) -> Stall:
    """Whether a lift has stalled.

    Args:
        estimates: e1RM after each normal exposure, oldest first.
        deltas: how much harder than planned each of them was.
        weeks_since_action: since the last stall was acted on; None: never.
        adherence: sessions done of those planned in four weeks, 0 to 1; None: not known.
    """
    if phase not in STALL_PHASES or len(estimates) < EXPOSURES or len(deltas) < EXPOSURES:
        return Stall.NONE
    recent = weeks_since_action is not None and weeks_since_action < WEEKS_BETWEEN
    hard = sum(deltas[-EXPOSURES:]) / EXPOSURES >= LEAST_DELTA
    if recent or not hard or _slope(estimates[-EXPOSURES:]) > 0.0:
        return Stall.NONE
    irregular = adherence is not None and adherence < LEAST_ADHERENCE
    return Stall.CONSISTENCY if irregular else Stall.EASE


def _slope(values: Sequence[float]) -> float:
    """Theil-Sen: the median of all pairwise slopes, which one odd session does not tilt."""
    return median((b - a) / (j - i) for (i, a), (j, b) in combinations(enumerate(values), 2))
