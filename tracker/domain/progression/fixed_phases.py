"""Taper, race week and the way back after a race: loads by percentage, whatever the last set felt like.

Taper percentages are Marie Whitt's (60, 55, 50 % of the maximum, far less weight, same movements). The sharp
protocol keeps intensity and cuts volume (Pritchard 2015, Bosquet 2007).
"""

from tracker.domain.person import Taper
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Sharp, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.easing import readiness_reason, soreness_reason
from tracker.domain.progression.standing import Standing
from tracker.domain.reason import Reason, because
from tracker.domain.units import Grid, Load


def tapered(rules: Rules, situation: Situation, standing: Standing, target: Target, grid: Grid) -> Advice:
    """Taper and race week: a share of the estimated maximum, never near the heaviest peak load."""
    sharp = rules.phases[Phase.TAPER].sharp
    if sharp is not None and _is_sharp(situation, sharp):
        return _sharp(rules, sharp, situation, standing, target, grid)
    percents = rules.phases[situation.phase].percent
    percent = percents[min(max(situation.taper_week, 1), len(percents)) - 1]
    kg = percent / 100.0 * standing.assumed
    if standing.peak_ref is not None:
        kg = min(kg, rules.caps.taper_percent_of_peak / 100.0 * standing.peak_ref)
    code = "TAPER_FIXED" if situation.phase is Phase.TAPER else "RACE_WEEK_PRIMER"
    reason = because(code, percent=percent)
    return _lift(rules, situation, target, grid, kg * _layoff(rules, situation), reason)


def back_from_race(
    rules: Rules, situation: Situation, standing: Standing, target: Target, grid: Grid
) -> Advice:
    """Recovery: rest, then 50, 70 and 85 % of what the reference is worth at today's reps and effort."""
    stage = situation.recovery_stage or 0
    if stage < 1:
        return Advice(Action.REST, (because("POST_RACE_REST"),))
    percents = rules.phases[Phase.RECOVERY].percent
    percent = percents[min(stage, len(percents)) - 1]
    kg = standing.base * min(percent / 100.0, _layoff(rules, situation))
    reason = because("POST_RACE_RETURN", percent=percent, stage=stage)
    return _lift(rules, situation, target, grid, kg, reason)


def lightest(target: Target, grid: Grid, reasons: tuple[Reason, ...], offset_kg: float) -> Advice:
    """The lightest load there is, or the body alone, at the low end of the reps."""
    load = grid.loads[0] if grid else None
    reasons = (*reasons, because("BODYWEIGHT_OR_LIGHTEST"))
    return work(target, load, offset_kg, reasons, reps=target.rmin)


def work(
    target: Target,
    load: Load | None,
    offset_kg: float,
    reasons: tuple[Reason, ...],
    *,
    reps: int | None = None,
) -> Advice:
    """Straight sets of *target* with *load*."""
    return Advice(
        Action.LIFT,
        reasons,
        sets=target.sets,
        reps=target.reps if reps is None else reps,
        rpe=target.rpe,
        load=load,
        system_kg=(load.kilograms if load else 0.0) + offset_kg,
        rest_s=target.rest_s,
        tempo=target.tempo,
    )


def _is_sharp(situation: Situation, sharp: Sharp) -> bool:
    """The sharp protocol counts in taper weeks, until too few days are left before the race."""
    far = situation.days_to_race is None or situation.days_to_race >= sharp.days_out
    return situation.taper is Taper.SHARP and situation.phase is Phase.TAPER and far


def _sharp(
    rules: Rules, sharp: Sharp, situation: Situation, standing: Standing, target: Target, grid: Grid
) -> Advice:
    percent = sharp.percent[min(max(situation.taper_week, 1), len(sharp.percent)) - 1]
    kg = percent / 100.0 * standing.assumed
    if standing.peak_ref is not None:
        kg = min(kg, sharp.percent_of_peak / 100.0 * standing.peak_ref)
    reason = because("TAPER_SHARP", percent=percent)
    keen = Target(
        sets=min(sharp.sets, target.sets),
        reps=sharp.reps,
        rmin=sharp.reps,
        rmax=sharp.reps,
        rpe=sharp.rpe,
        rest_s=target.rest_s,
        tempo=target.tempo,
    )
    return _lift(rules, situation, keen, grid, kg * _layoff(rules, situation), reason)


def _lift(
    rules: Rules, situation: Situation, target: Target, grid: Grid, kg: float, reason: Reason
) -> Advice:
    reasons = [reason]
    if situation.readiness >= rules.readiness.red:
        kg *= rules.deload.load
        reasons.append(readiness_reason("READINESS_RED", situation))
    if sore := soreness_reason(situation):
        kg *= rules.pain.load
        reasons.append(sore)
    load = grid.floor(kg - situation.offset_kg)
    if load is None:
        return lightest(target, grid, tuple(reasons), situation.offset_kg)
    return work(target, load, situation.offset_kg, tuple(reasons))


def _layoff(rules: Rules, situation: Situation) -> float:
    step = rules.layoff.after(situation.days_away)
    return step.percent / 100.0 if step else 1.0
