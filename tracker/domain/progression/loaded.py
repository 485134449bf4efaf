"""What to lift next: the steps of docs/rules.md 4.3 for main lifts and single-leg lifts with a load in numbers.

The same log and the same morning always give the same advice. Sources: 2 to 10 % once one or two reps over the
target (ACSM 2009); effort against target moves the load (Helms 2018); the figures are design choices.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.adapting.pain import EASE, STOP_ABOVE
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.causes import from_ramp
from tracker.domain.progression.coarse import (
    Choice,
    Rack,
    as_the_ramp_ended,
    earned,
    kept_with_fewer_reps,
    matched_to_effort,
)
from tracker.domain.progression.easing import (
    LOWEST_RPE,
    eased,
    holds,
    one_set_less,
    pain_reason,
    readiness_reason,
)
from tracker.domain.progression.fixed_phases import back_from_race, lightest, tapered, work
from tracker.domain.progression.nudge import Bin, Move, move
from tracker.domain.progression.standing import Standing, standing
from tracker.domain.reason import Reason, because
from tracker.domain.strength.e1rm import Estimate, pct, predicted_rpe
from tracker.domain.strength.exposure import EASIEST_RPE, Exposure
from tracker.domain.units import Grid, Load

BACKOFF_RPE = 1.0
COARSEST_BACKOFF = 0.90
RETURN_MARGIN = 0.5
_NEAR = 1e-9


def advise(
    rules: Rules,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    grid: Grid,
    estimate: Estimate | None = None,
) -> Advice:
    """Today's load, sets, reps and effort for one loaded lift.

    Args:
        history: every exposure of the exercise, in any order; light weeks included.
        target: what phase, role and level ask for (`Rules.target`).
        grid: external loads the equipment can make.
        estimate: `replayed(history)`; None where nothing is known.

    Returns:
        Advice with at least one reason. CALIBRATE, SWAP, REGRESS and REST carry no load.
    """
    gate = turned_away(rules, situation)
    if gate is not None:
        return gate
    lifter = standing(rules, history, situation, target, estimate)
    if lifter is None:
        return Advice(Action.CALIBRATE, (because("CALIBRATE"),))
    if situation.phase in (Phase.TAPER, Phase.RACE_WEEK):
        return tapered(rules, situation, lifter, target, grid)
    if situation.phase is Phase.RECOVERY:
        return back_from_race(rules, situation, lifter, target, grid)
    return _loading(rules, history, situation, target, grid, lifter)


def turned_away(rules: Rules, situation: Situation) -> Advice | None:
    """Step 1: what ends the exercise before it starts."""
    if situation.pain > STOP_ABOVE:
        return Advice(Action.SWAP, (pain_reason("PAIN_STOP", situation),))
    if situation.readiness >= rules.readiness.swap:
        return Advice(Action.SWAP, (readiness_reason("READINESS_SWAP", situation),))
    if situation.days_away >= rules.layoff.recalibrate_days:
        return Advice(Action.CALIBRATE, (because("RECALIBRATE", days=situation.days_away),))
    return None


class _Wanted(NamedTuple):
    """The load the rules want, in system kg, before the equipment has its say.

    Attributes:
        plain_kg: the same without deload, red readiness and pain.
        modified: a deload, red readiness or pain lightens today.
    """

    kg: float
    plain_kg: float
    modified: bool
    target: Target
    reasons: tuple[Reason, ...]


def _loading(
    rules: Rules,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    grid: Grid,
    lifter: Standing,
) -> Advice:
    rack = Rack(grid, situation.offset_kg, situation.hands, situation.unit)
    target, lifter, still = _still_eased(rules, history, situation, target, lifter)
    target, lifter = _held(rules, situation, target, lifter)
    if lifter.ref is None:
        held = holds(rules, situation)
        asked = Move(
            0.0, float("inf"), Bin.ON_TARGET, False, bool(held), (*held, _from_estimate(rack, lifter))
        )
    else:
        asked = move(rules, situation, lifter, lifter.ref)
    wanted = _wanted(rules, situation, target, lifter, rack, asked)
    gentle = wanted.modified or situation.after_race or rules.layoff.after(situation.days_away) is not None
    choice = _choice(rules, situation, target, lifter, rack, asked, wanted, gentle=gentle)
    patience = (because("STALL_CONSISTENCY"),) if situation.irregular else ()
    reasons = (*still, *asked.reasons, *patience, *wanted.reasons)
    if choice is None:
        if wanted.modified and rack.floor(wanted.plain_kg) is not None and situation.pain < EASE:
            return lightest(wanted.target, grid, reasons, situation.offset_kg)
        sore = situation.pain >= EASE or situation.worse
        if not sore and _has_done_the_lightest(rack, lifter):
            return lightest(wanted.target, grid, reasons, situation.offset_kg)
        return Advice(Action.REGRESS, (*reasons, _below_lightest(rack)))
    return _with_backoffs(rack, wanted.target, choice, (*reasons, *choice.reasons))


def _has_done_the_lightest(rack: Rack, lifter: Standing) -> bool:
    """The lightest load has been lifted: by a ramp, whose estimate is held low on purpose, or on target the last time.

    Another phase may ask for less than there is; that is no reason to step down a ladder.
    """
    if not rack.grid:
        return False
    least, ref = rack.weight(rack.grid.loads[0]), lifter.ref
    if ref is None:
        return lifter.peak_ref is not None and least <= lifter.peak_ref + _NEAR
    return least <= ref.top.kg + _NEAR and not ref.missed and Bin.of(ref.delta) <= Bin.SLIGHTLY_HARD


def _below_lightest(rack: Rack) -> Reason:
    return because("LOAD_BELOW_MIN", **({"lightest": rack.says(rack.grid.loads[0])} if rack.grid else {}))


def _still_eased(
    rules: Rules, history: Sequence[Exposure], situation: Situation, target: Target, lifter: Standing
) -> tuple[Target, Standing, tuple[Reason, ...]]:
    """After a long break the second (and third) exposure is still one set less, at no more than RPE 7."""
    back = lifter.comeback
    if back is None or not back.eased or rules.layoff.after(situation.days_away) is not None:
        return target, lifter, ()
    softer = one_set_less(target.at_most(rules.layoff.rpe_most))
    again = standing(rules, history, situation, softer, lifter.estimate)
    assert again is not None
    return softer, again, (because("LAYOFF", days=back.days, weeks=back.days // 7, exposure=back.since + 1),)


def _held(rules: Rules, situation: Situation, target: Target, lifter: Standing) -> tuple[Target, Standing]:
    """Where nothing may go up, fewer reps do not buy a heavier bar: the last load stays, and is easier.

    A rep less at the same load is a point of RPE less on the chart, so the week after goes on from the same place; 5 is
    the least that anybody can tell. Straight sets inside a phase keep their reps and effort as well: their waves are so
    long that the same load for so few reps would be no work at all.
    """
    ref = lifter.ref
    if ref is None or lifter.base <= ref.top.kg * (1.0 + _NEAR) or not holds(rules, situation):
        return target, lifter
    if not target.top_set and ref.phase is situation.phase:
        return target.at_most(ref.rpe), lifter._replace(
            reps=ref.reps, rpe=min(target.rpe, ref.rpe), base=ref.top.kg
        )
    reps = min(lifter.reps, ref.reps)
    rpe = min(target.rpe, max(EASIEST_RPE, ref.rpe - (ref.reps - reps)))
    return target.at_most(rpe), lifter._replace(reps=reps, rpe=rpe, base=ref.top.kg)


def _from_estimate(rack: Rack, lifter: Standing) -> Reason:
    if lifter.ramp is not None:
        return from_ramp(lifter.ramp, rack.says_kg(lifter.ramp.top.kg), lifter.reps, lifter.rpe)
    maximum = rack.says_maximum(lifter.assumed)
    return because("FROM_ESTIMATE", e1rm=maximum, reps=lifter.reps, rpe=lifter.rpe)


def _wanted(
    rules: Rules, situation: Situation, target: Target, lifter: Standing, rack: Rack, asked: Move
) -> _Wanted:
    """Steps 7 and 8: nudge, ceilings, then what lightens today."""
    today = eased(rules, situation, target)
    plain, reasons = _capped(rules, situation, lifter, rack, asked, today.layoff)
    kg = min(plain, lifter.base) if situation.light_week else plain
    return _Wanted(kg * today.light, plain, bool(today.lighter), today.target, (*reasons, *today.lighter))


def _capped(
    rules: Rules, situation: Situation, lifter: Standing, rack: Rack, asked: Move, share: float
) -> tuple[float, list[Reason]]:
    """Step 7: the step, the recent sets, and the estimated maximum each set a ceiling."""
    kg = lifter.base * (1.0 + asked.rise) * share
    reasons: list[Reason] = []
    maximum = rack.says_maximum(lifter.assumed)
    ceilings: list[tuple[float, Reason]] = []
    cap = min(asked.cap, rules.caps.rise / 100.0)
    if lifter.peak_ref is not None:
        before = lifter.ref.top.kg if lifter.ref is not None else lifter.peak_ref
        step = because("STEP_CAP", percent=round(cap * 100, 1))
        ceilings.append((before, asked.reasons[0]) if asked.held else (before * (1.0 + cap), step))
    estimate = lifter.estimate
    if estimate is not None and not lifter.floor_only:
        predicted = estimate.at(lifter.reps) * pct(lifter.reps, min(10.0, lifter.rpe + 1.0))
        ceilings.append((max(predicted, lifter.shown) * share, because("E1RM_CEILING", e1rm=maximum)))
    if estimate is not None and not estimate.lower_bound:
        ceilings.append((estimate.e1rm, because("E1RM_CEILING", e1rm=maximum)))
    if situation.phase is Phase.PEAK:
        percent = rules.caps.peak_percent
        peak = percent / 100.0 * lifter.assumed * share
        ceilings.append((peak, because("PEAK_CAP", percent=percent, e1rm=maximum)))
    for ceiling, reason in ceilings:
        if kg > ceiling * (1.0 + _NEAR):
            kg = ceiling
            reasons.append(reason)
    return kg, reasons


def _choice(
    rules: Rules,
    situation: Situation,
    target: Target,
    lifter: Standing,
    rack: Rack,
    asked: Move,
    wanted: _Wanted,
    *,
    gentle: bool,
) -> Choice | None:
    """Steps 9 to 11: a load of the equipment and the reps for it; None when even the lightest is too heavy."""
    load = rack.floor(wanted.kg)
    reps = target.reps if asked.stalled else lifter.reps
    if gentle:
        return Choice(load, reps) if load is not None else None
    again = as_the_ramp_ended(lifter, rack, load)
    if again is not None:
        return again
    if not asked.stalled:
        kept = kept_with_fewer_reps(rules, situation, lifter, rack, asked.bin, load)
        if kept is not None:
            return _matched(situation, lifter, rack, asked, kept)
    if load is None:
        return None
    if asked.stalled:
        return Choice(load, reps)
    chosen = _progressed(rules, situation, target, lifter, rack, asked, load)
    return _matched(situation, lifter, rack, asked, chosen)


def _progressed(
    rules: Rules,
    situation: Situation,
    target: Target,
    lifter: Standing,
    rack: Rack,
    asked: Move,
    load: Load,
) -> Choice:
    """Step 10: a rise takes the reps back to their start; a blocked one looks for another way up."""
    if lifter.ref is None:
        return Choice(load, lifter.reps)
    change = rack.weight(load) - lifter.ref.top.kg
    if change > _NEAR:
        return Choice(load, _reps_after_rise(target, lifter, rack.weight(load)))
    allowed = not asked.held and (asked.rise > 0.0 or (asked.rise == 0.0 and not lifter.same))
    if allowed and abs(change) <= _NEAR:
        return earned(rules, situation, lifter, target, rack, asked.bin, load)
    return Choice(load, lifter.reps)


def _reps_after_rise(target: Target, lifter: Standing, kg: float) -> int:
    """Back to R0; from fewer reps only when the heavier load still fits R0."""
    if lifter.reps >= target.reps:
        return target.reps
    fits = predicted_rpe(kg, target.reps, lifter.maximum_at(target.reps)) <= lifter.rpe + RETURN_MARGIN
    return target.reps if fits else lifter.reps


def _matched(situation: Situation, lifter: Standing, rack: Rack, asked: Move, choice: Choice) -> Choice:
    """Step 11, where nothing holds."""
    better = matched_to_effort(situation, lifter, rack, choice.load, choice.reps, lifter.rpe)
    if better is None or asked.held:
        return choice
    return Choice(better.load, better.reps, (*choice.reasons, *better.reasons), choice.tempo)


def _with_backoffs(rack: Rack, target: Target, choice: Choice, reasons: tuple[Reason, ...]) -> Advice:
    """The top set and its back-offs, as much lighter as the chart says for a point of RPE less.

    Straight sets where the equipment has nothing near that load.
    """
    advice = work(target, choice.load, rack.offset_kg, reasons, reps=choice.reps)
    if choice.tempo is not None:
        advice = advice._replace(tempo=choice.tempo)
    if not target.top_set or target.sets < 2:
        return advice
    top = rack.weight(choice.load)
    easier = max(LOWEST_RPE, target.rpe - BACKOFF_RPE)
    backoff = rack.floor(top * pct(choice.reps, easier) / pct(choice.reps, target.rpe))
    if backoff is None or rack.weight(backoff) < COARSEST_BACKOFF * top:
        return advice
    return advice._replace(backoff=backoff, backoff_rpe=easier)
