"""Where a lifter stands with one exercise this morning: the reference, the estimate, and what they mean today."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Situation
from tracker.domain.progression.layoff import Comeback, comeback
from tracker.domain.strength.e1rm import Estimate, is_lower_bound, pct
from tracker.domain.strength.exposure import Basis, Exposure, normal_only

PEAK_DAYS = 28
_BY_WEEK = (Phase.BUILD_PERIODIZED, Phase.PEAK)


class Standing(NamedTuple):
    """One exercise's log, read for today. Loads are system loads in kg.

    Attributes:
        ref: last normal exposure that had a prescription; None when the estimate is all there is.
        ramp: the last normal exposure, where it was the search for a start weight.
        before: the normal exposure before it.
        exposures: how many normal exposures there are.
        estimate: None when no set was ever rated; `assumed` then stands in.
        same: today continues the reference: same phase, in waves and peak the same loading week.
        reps, rpe: R and T the load is computed for.
        base: what the reference is worth at today's reps and effort.
        peak_ref: heaviest normal load of the last 28 days, of the peak where there was one, else the reference;
            None without exposures.
        comeback: the last break.
        returning: not yet back at the load before it.
        floor_only: the reference's top set only proved a lower bound.
    """

    ref: Exposure | None
    ramp: Exposure | None
    before: Exposure | None
    exposures: int
    estimate: Estimate | None
    same: bool
    reps: int
    rpe: float
    base: float
    peak_ref: float | None
    comeback: Comeback | None
    returning: bool
    floor_only: bool

    @property
    def assumed(self) -> float:
        """The estimated maximum; without any rating, what the reference would be worth done as planned."""
        if self.estimate is not None:
            return self.estimate.e1rm
        assert self.ref is not None
        return self.ref.top.kg / pct(self.ref.reps, self.ref.rpe)

    @property
    def shown(self) -> float:
        """What the last time has shown to be no more than today asks: no fewer reps, no harder; else 0."""
        return _shown_by(self.ramp or self.ref, self.reps, self.rpe)

    def maximum_at(self, reps: int) -> float:
        """The best current guess of the maximum for sets of *reps*: the estimate, or more if the last top set
        showed more.
        """
        believed = self.estimate.at(reps) if self.estimate else 0.0
        return max(believed, _shown(self.ref) if self.ref else 0.0)


def standing(
    rules: Rules,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    estimate: Estimate | None,
) -> Standing | None:
    """Where the lifter stands; None when neither the log nor an estimate says anything."""
    normal = tuple(each for each in normal_only(history) if each.top.kg > 0.0)
    if not normal and estimate is None:
        return None
    last = normal[-1] if normal else None
    ref = last if last is not None and last.basis is Basis.PRESCRIBED else None
    if ref is None and estimate is None:
        return None
    same = ref is not None and _continues(situation, ref)
    reps = ref.reps if ref is not None and same else target.reps
    ramp = last if last is not None and last.basis is Basis.RAMP else None
    way_back = comeback(rules.layoff, history)
    return Standing(
        ref=ref,
        ramp=ramp,
        before=normal[-2] if len(normal) > 1 else None,
        exposures=len(normal),
        estimate=estimate,
        same=same,
        reps=reps,
        rpe=target.rpe,
        base=max(_base(ref, estimate, reps, target.rpe), _shown_by(ramp, reps, target.rpe)),
        peak_ref=_heaviest(normal, situation),
        comeback=way_back,
        returning=way_back is not None and ref is not None and way_back.is_incomplete(ref),
        floor_only=ref is not None and ref.top.rpe is not None and is_lower_bound(ref.top.reps, ref.top.rpe),
    )


def _continues(situation: Situation, ref: Exposure) -> bool:
    if ref.phase is not situation.phase:
        return False
    if ref.level is not None and (ref.level is Level.BEGINNER) is not (situation.level is Level.BEGINNER):
        return False
    return situation.phase not in _BY_WEEK or ref.wip == situation.wip


def _base(ref: Exposure | None, estimate: Estimate | None, reps: int, rpe: float) -> float:
    if ref is not None:
        return ref.top.kg * pct(reps, rpe) / pct(ref.reps, ref.rpe)
    assert estimate is not None
    return estimate.at(reps) * pct(reps, rpe)


def _shown_by(last: Exposure | None, reps: int, rpe: float) -> float:
    return last.top.kg if last is not None and last.shows(reps, rpe) else 0.0


def _heaviest(normal: Sequence[Exposure], situation: Situation) -> float | None:
    if not normal:
        return None
    since = situation.today - timedelta(days=PEAK_DAYS)
    recent = [each for each in normal if each.date >= since]
    peaks = [each for each in recent if each.phase is Phase.PEAK]
    return max((done.kg for each in peaks or recent for done in each.sets), default=normal[-1].top.kg)


def _shown(ref: Exposure) -> float:
    blank = 10.0 if ref.top.reps < ref.reps else ref.rpe
    rpe = ref.top.rpe if ref.top.rpe is not None else blank
    return ref.top.kg / pct(ref.top.reps, max(5.0, rpe))
