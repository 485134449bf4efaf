"""How strong somebody is: the reps-RPE chart, the estimated one-repetition maximum, and how it learns.

The chart is M. Tuchscherer's (Reactive Training Systems), a coach's table; the estimator was fitted to
logs of lifters who rate their sets.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from math import exp, log
from typing import NamedTuple

from tracker.domain.strength.exposure import EASIEST_RPE, Basis, Exposure, WorkingSet

# Percent of the maximum for 1, 1.5, 2, ... 16 effective reps (reps done + reps in reserve).
CHART = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4),
    *(76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6, 57.4),
)
MOST_EFFECTIVE_REPS = 16.0
TRUSTED_EFFECTIVE_REPS = 12.0
LOWER_BOUND_RPE = 6.0
PIVOT_REPS = 6
FIRST_SHARE = 0.95
NO_REP_SHARE = 0.95
SETTLED_AFTER = 3
STALE_DAYS = 21
AGREEMENT = 0.02
QUICK, STEADY = 0.9, 0.7
WIDE_STEP, NARROW_STEP = 0.25, 0.10
SLOPE_RATE, SLOPE_LIMIT = 0.05, 0.03
SLIP = 0.25
IMPORTED_RPE = 9.0

_ASCENDING = tuple(-value for value in CHART)


def pct(reps: float, rpe: float) -> float:
    """Share of the one-repetition maximum (0 to 1) that can be lifted for *reps* at *rpe*."""
    effective = min(MOST_EFFECTIVE_REPS, max(1.0, reps + 10.0 - rpe))
    at = (effective - 1.0) * 2.0
    lower = min(int(at), len(CHART) - 2)
    return (CHART[lower] + (CHART[lower + 1] - CHART[lower]) * (at - lower)) / 100.0


def effective_reps(share: float) -> float:
    """Reps done plus reps in reserve at *share* (0 to 1) of the maximum: the chart backwards, 1 to 16."""
    percent = share * 100.0
    if percent >= CHART[0]:
        return 1.0
    if percent <= CHART[-1]:
        return MOST_EFFECTIVE_REPS
    right = bisect_left(_ASCENDING, -percent)
    heavy, light = CHART[right - 1], CHART[right]
    return 1.0 + (right - 1 + (heavy - percent) / (heavy - light)) / 2.0


def predicted_rpe(kg: float, reps: int, maximum: float) -> float:
    """The RPE to expect from *reps* with *kg* (above 10: not possible)."""
    return 10.0 - (effective_reps(kg / maximum) - reps)


def e1rm(kg: float, reps: int, rpe: float) -> float:
    """Estimated one-repetition maximum in kg from the chart, read up to 12 effective reps."""
    if reps < 1:
        return kg * NO_REP_SHARE
    reserve = 10.0 - max(EASIEST_RPE, rpe)
    return kg / pct(min(TRUSTED_EFFECTIVE_REPS, reps + reserve), 10.0)


def is_lower_bound(reps: int, rpe: float) -> bool:
    """An easy or a very long set shows only what was at least possible."""
    return rpe <= LOWER_BOUND_RPE or reps + 10.0 - max(EASIEST_RPE, rpe) > TRUSTED_EFFECTIVE_REPS


class Estimate(NamedTuple):
    """What the log says about one exercise.

    Attributes:
        e1rm: estimated maximum in kg (system load), at 6 reps.
        slope: the runner's own slope against the chart, per rep.
        innovation: how far the last set was off the estimate (natural log).
        exposures: how many fed it.
        lower_bound: so far every set only proved "at least this".
        last: date of the last exposure.
    """

    e1rm: float
    slope: float = 0.0
    innovation: float = 0.0
    exposures: int = 0
    lower_bound: bool = False
    last: date | None = None

    def at(self, reps: int) -> float:
        """The maximum that fits sets of *reps*."""
        return self.e1rm * exp(self.slope * (reps - PIVOT_REPS))


def updated(estimate: Estimate | None, exposure: Exposure) -> Estimate | None:
    """The estimate after one more exposure.

    Only the top set of a normal exposure teaches anything; that no estimate is under what was
    lifted holds for every one but imports.
    A ramp sets the estimate anew: it looks for a start weight, and may rise by more than any slip of the finger.
    """
    if not exposure.normal:
        return estimate and estimate._replace(last=exposure.date)
    learned = _learned(estimate, exposure)
    if learned is None or exposure.basis is Basis.IMPORTED:
        return learned
    return learned._replace(e1rm=max(learned.e1rm, _proven(exposure)))


def _learned(estimate: Estimate | None, exposure: Exposure) -> Estimate | None:
    top = exposure.top
    rpe = _believed_rpe(top, exposure)
    if rpe is None:
        return estimate and estimate._replace(exposures=estimate.exposures + 1, last=exposure.date)
    seen, bound = e1rm(top.kg, top.reps, rpe), is_lower_bound(top.reps, rpe)
    if estimate is None:
        return Estimate(FIRST_SHARE * seen, exposures=1, lower_bound=bound, last=exposure.date)
    counted = estimate._replace(exposures=estimate.exposures + 1, last=exposure.date)
    if exposure.basis is Basis.RAMP:
        found = FIRST_SHARE * seen
        return counted._replace(
            e1rm=max(found, counted.e1rm) if bound else found, lower_bound=bound, slope=0.0
        )
    asked = exposure.reps if exposure.basis is not Basis.IMPORTED else top.reps
    innovation = log(seen / estimate.at(asked))
    only_lowers = top.rpe is None and exposure.basis is not Basis.IMPORTED
    if (bound and innovation <= 0.0) or (only_lowers and innovation >= 0.0):
        return counted
    return _moved(counted, estimate, innovation, asked, exposure.date)._replace(
        lower_bound=estimate.lower_bound and bound
    )


def replayed(exposures: Iterable[Exposure]) -> Estimate | None:
    """The estimate after all *exposures* in date order, or None when none of them says anything."""
    estimate: Estimate | None = None
    for exposure in sorted(exposures, key=lambda each: each.date):
        estimate = updated(estimate, exposure)
    return estimate


def is_slip(estimate: Estimate | None, done: WorkingSet, asked: int) -> bool:
    """So far from the estimate that it is probably a slip of the finger (1000 for 100): worth asking once.

    Easy sets far below the estimate are no slip, they only prove less.
    """
    if estimate is None or done.kg <= 0.0:
        return False
    rpe = done.rpe if done.rpe is not None else IMPORTED_RPE
    innovation = log(e1rm(done.kg, done.reps, rpe) / estimate.at(asked))
    return innovation > SLIP or (innovation < -SLIP and not is_lower_bound(done.reps, rpe))


def _proven(exposure: Exposure) -> float:
    """What the sets prove however hard they felt: each weight, and nearly the maximum of its reps done to the last."""
    return max(
        (
            max(done.kg, FIRST_SHARE * e1rm(done.kg, min(done.reps, PIVOT_REPS), 10.0))
            for done in exposure.sets
            if done.reps > 0
        ),
        default=0.0,
    )


def _believed_rpe(top: WorkingSet, exposure: Exposure) -> float | None:
    """The rating the estimate may use: imports count a blank as 9, missed reps without a rating are a 10."""
    if top.kg <= 0.0 or top.rpe is not None:
        return top.rpe if top.kg > 0.0 else None
    if exposure.basis is not Basis.PRESCRIBED:
        return IMPORTED_RPE
    return 10.0 if top.reps < exposure.reps else None


def _moved(counted: Estimate, before: Estimate, innovation: float, asked: int, today: date) -> Estimate:
    agrees = innovation * before.innovation > 0.0 and abs(innovation) > AGREEMENT
    young = before.exposures < SETTLED_AFTER
    stale = before.last is not None and (today - before.last).days > STALE_DAYS
    rate = QUICK if agrees or young or stale else STEADY
    limit = WIDE_STEP if agrees or young else NARROW_STEP
    step = min(limit, max(-limit, innovation))
    away = asked - PIVOT_REPS
    slope = before.slope + SLOPE_RATE * step * away / (4.0 + abs(away))
    return counted._replace(
        e1rm=before.e1rm * exp(rate * step),
        slope=min(SLOPE_LIMIT, max(-SLOPE_LIMIT, slope)),
        innovation=innovation,
    )
