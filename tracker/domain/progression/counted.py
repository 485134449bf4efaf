"""Exercises counted in reps that have no estimated maximum: accessories, core, bodyweight, bands, assisted."""

from tracker.domain.exercise import LoadType, Role
from tracker.domain.phase import Phase
from tracker.domain.prescription import Target
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.progression.bodyweight import FEWEST_REPS, Onward, bodyweight
from tracker.domain.progression.calibration import RESTART_SHARE, Familiarity, first_load
from tracker.domain.progression.case import Case
from tracker.domain.progression.causes import from_ramp
from tracker.domain.progression.decision import Decision
from tracker.domain.progression.double_progression import double_progression
from tracker.domain.progression.unloaded import fixed_reason
from tracker.domain.reason import because
from tracker.domain.strength.e1rm import pct, replayed
from tracker.domain.strength.exposure import Basis, Exposure

BODY_REPS = (6, 12)
FIRST_RPE, CAREFUL_FIRST_RPE = 7.0, 6.0
YOUNG = 3
TAPER_SHARE = 0.70
FIRST_HELP = 0.5
_MAIN = (Role.PRIMARY, Role.SECONDARY)
_BODY = (LoadType.BW, LoadType.ASSIST)


def counted(case: Case, body_weight_kg: float, familiarity: Familiarity) -> Advice:
    """Today's reps and load for an exercise that progresses by reps first."""
    last = case.last
    if last is None:
        return _first(case, body_weight_kg, familiarity)
    if last.basis is not Basis.PRESCRIBED:
        return _from_elsewhere(case, last)
    step = _reached(case, last) if len(case.rungs) else 0
    if case.is_fixed:
        return _fixed(case, last, step)
    decision = _decision(case, last, step)
    if decision.action is not Action.LIFT:
        return case.advice(decision, 0, reps=decision.amount)
    moved = min(max(step + decision.steps, 0), max(len(case.rungs) - 1, 0))
    return _fitted(case, last, decision, moved)


def _reached(case: Case, last: Exposure) -> int:
    """The step of the last time: of the heaviest set that was done in full and within the effort asked for.

    A weight that went up between two sets and stayed within the effort is not taken back the next time.
    """
    within = [
        case.rungs.of(done)
        for done in last.sets
        if done.reps >= last.reps and done.rpe is not None and done.rpe <= last.rpe
    ]
    return max((case.rungs.of(last.top), *within))


def _decision(case: Case, last: Exposure, step: int) -> Decision:
    phase, rungs = case.situation.phase.value, case.rungs
    if not _is_loaded(case, step):
        target = _body_range(case)
        return bodyweight(
            last, case.before, target, _onward(case, step), phase=phase, progressing=case.progressing
        )
    return double_progression(
        last,
        case.before,
        case.target,
        rungs.rise(step),
        phase=phase,
        progressing=case.progressing,
        young=len(case.normal) <= YOUNG,
        lowest=step == 0,
        has_next=case.exercise.progress is not None,
    )


def _is_loaded(case: Case, step: int) -> bool:
    """Something beside the body is the load."""
    if case.load_type in _BODY or not len(case.rungs):
        return False
    load = case.rungs.load(step)
    return load is None or load.kilograms > 0.0


def _body_range(case: Case) -> Target:
    """Main lifts without a load count 6 to 12 reps: the phase's few reps are meant for weights."""
    if case.role not in _MAIN:
        return case.target
    return case.target._replace(rmin=BODY_REPS[0], rmax=BODY_REPS[1])


def _onward(case: Case, step: int) -> Onward:
    if case.load_type is LoadType.ASSIST and step + 1 < len(case.rungs):
        return Onward.LESS_HELP
    if case.exercise.progress is not None:
        return Onward.VARIATION
    loads = case.load_type is LoadType.BW_PLUS and step + 1 < len(case.rungs)
    return Onward.LOAD if loads else Onward.NOTHING


def _fitted(case: Case, last: Exposure, decision: Decision, step: int) -> Advice:
    """The decision in today's range of reps, lightened where the morning asks for it."""
    reps = decision.amount
    target = case.target
    new_phase = last.phase is not case.situation.phase
    if new_phase and _is_loaded(case, step):
        if last.reps < target.rmin:  # it was a heavier job before: convert the load by the chart
            share = pct(target.reps, target.rpe) / pct(last.reps, last.rpe)
            reps, step = target.reps, case.rungs.lighter(step, share)
        reps = min(max(reps, target.rmin), target.rmax)
    elif new_phase and not case.progressing:
        reps = min(reps, max(_body_range(case).rmax, FEWEST_REPS))
    today = case.today
    if _is_loaded(case, step):
        step = case.rungs.lighter(step, today.share)
    else:
        share = today.layoff * (1.0 if case.steps_down else today.light)
        reps = max(min(reps, FEWEST_REPS), int(reps * share)) if share < 1.0 else reps
    return case.advice(decision, step, reps=reps)


def _fixed(case: Case, last: Exposure, step: int) -> Advice:
    """Taper and race week: 70 % of the load; recovery: the stage's share. Reps as the phase asks."""
    share = TAPER_SHARE
    if case.situation.phase is Phase.RECOVERY:
        percents = case.rules.phases[Phase.RECOVERY].percent
        share = percents[min(max(case.situation.recovery_stage or 1, 1), len(percents)) - 1] / 100.0
    reps = min(case.target.reps, last.reps) if not _is_loaded(case, step) else case.target.reps
    if _is_loaded(case, step):
        step = case.rungs.lighter(step, min(share, case.today.layoff) * case.today.light)
    return case.advice(Decision(reps, fixed_reason(case)), step, reps=reps)


def _first(case: Case, body_weight_kg: float, familiarity: Familiarity) -> Advice:
    """The first time, or the first after half a year: a light start; near a race not even that is a test."""
    rungs, start = case.rungs, case.exercise.start
    easy = case.is_fixed
    limited = case._replace(target=case.target.at_most(CAREFUL_FIRST_RPE if easy else FIRST_RPE))
    reps = case.target.reps if start.reps is None else min(start.reps, case.target.reps)
    if case.role in _MAIN and not len(rungs):
        reps = min(max(start.reps or BODY_REPS[0], BODY_REPS[0]), BODY_REPS[1])
    step = 0
    if case.load_type is LoadType.ASSIST and len(rungs):
        step = rungs.under(FIRST_HELP * body_weight_kg)
    elif case.load_type is LoadType.EXT and len(rungs):
        load = first_load(start.bw_percent, body_weight_kg, familiarity, case.grid)
        if load is None:
            reason = because("LOAD_BELOW_MIN", lightest=rungs.says(0))
            return limited.advice(Decision(reps, reason, action=Action.REGRESS), 0, reps=reps)
        step = case.grid.loads.index(load)
    if case.long_ago is not None:
        reps = min(reps, max(FEWEST_REPS, int(RESTART_SHARE * case.long_ago.reps)))
        if len(rungs):
            step = min(step, rungs.lighter(rungs.of(case.long_ago.top), RESTART_SHARE))
    said = because("CALIBRATE_EASY") if easy else because("CALIBRATE", **_at(case, step))
    return limited.advice(Decision(reps, said), step, reps=reps)


def _at(case: Case, step: int) -> dict[str, str]:
    return {"load": case.rungs.says(step)} if _is_loaded(case, step) and len(case.rungs) else {}


def _from_elsewhere(case: Case, last: Exposure) -> Advice:
    """Imported sets and ramps had no prescription here: the load comes from the estimate, the reps from the phase."""
    estimate = replayed(case.history)
    target, is_ramp = case.target, last.basis is Basis.RAMP
    step = 0
    if len(case.rungs):
        if case.levels or estimate is None:
            step = case.rungs.of(last.top)
        else:
            step = case.rungs.under(estimate.at(target.reps) * pct(target.reps, target.rpe))
            if is_ramp and last.shows(target.reps, target.rpe):
                step = max(step, case.rungs.of(last.top))
        step = case.rungs.lighter(step, case.today.share)
    reps = target.reps if _is_loaded(case, step) else min(max(last.top.reps, FEWEST_REPS), target.rmax)
    said = because("FROM_ESTIMATE", reps=reps, rpe=target.rpe)
    if is_ramp and len(case.rungs) and not case.levels:
        said = from_ramp(last, case.rungs.says(case.rungs.of(last.top)), reps, target.rpe)
    if case.is_fixed:
        said = fixed_reason(case)
        step = case.rungs.lighter(step, TAPER_SHARE)
    return case.advice(Decision(reps, said), step, reps=reps)
