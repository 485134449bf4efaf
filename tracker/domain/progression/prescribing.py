"""One door for every exercise: whatever loads it, today's advice comes out in the same shape."""

from collections.abc import Sequence

from tracker.domain.adapting.pain import EASE
from tracker.domain.exercise import Exercise, LoadType, Role
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.calibration import (
    EASY_RPE,
    MOST_RAMP_SETS,
    Familiarity,
    first_load,
    ramp_reps,
    restart_load,
)
from tracker.domain.progression.case import Case
from tracker.domain.progression.coarse import Rack
from tracker.domain.progression.counted import CAREFUL_FIRST_RPE, counted
from tracker.domain.progression.easing import pain_reason
from tracker.domain.progression.fixed_phases import work
from tracker.domain.progression.loaded import advise
from tracker.domain.progression.unloaded import hold, jumps, steady
from tracker.domain.reason import Reason, because
from tracker.domain.strength.e1rm import Estimate, replayed
from tracker.domain.strength.exposure import Basis, Exposure, WorkingSet
from tracker.domain.units import Grid, Load

RAMP_RPE = 7.0
NO_RAMP_FROM_PAIN = 3
MOST_FIRST_SETS = 2
"""Of something new, with a niggle."""
_MAIN = (Role.PRIMARY, Role.SECONDARY)
_NO_GRID = Grid()


def advise_any(
    rules: Rules,
    exercise: Exercise,
    role: Role,
    load_type: LoadType,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    *,
    grid: Grid = _NO_GRID,
    levels: tuple[str, ...] = (),
    body_weight_kg: float = 70.0,
    lifted_before: str = Familiarity.SOME.value,
    contacts_left: int | None = None,
) -> Advice:
    """What to do with *exercise* today.

    Args:
        role: of the slot.
        load_type: what loads it with the tools at hand.
        history: every exposure of the exercise, in any order, light weeks included.
        target: `Rules.target` for phase, role and level, with the program's cell.
        grid: external loads the equipment makes.
        levels: bands, easiest first.
        lifted_before: never, some, regularly.
        contacts_left: ground contacts the week still allows; None: no limit known.

    Returns:
        LIFT with sets and an amount; CALIBRATE with the first load of a ramp; ADVANCE or REGRESS with the amount
        for the neighbour on the ladder; SWAP and REST without either.
    """
    case = Case(rules, exercise, role, load_type, tuple(history), situation, target, grid, levels)
    gate = case.gate()
    if gate is not None:
        return gate
    if role in _MAIN and load_type in (LoadType.EXT, LoadType.BW_PLUS) and grid:
        return _loaded(case, body_weight_kg, Familiarity(lifted_before))
    if load_type is LoadType.CONTACTS:
        return jumps(case, contacts_left)
    if role is Role.BALANCE:
        return steady(case)
    if load_type is LoadType.TIME:
        return hold(case)
    return counted(case, body_weight_kg, Familiarity(lifted_before))


def _loaded(case: Case, body_weight_kg: float, familiarity: Familiarity) -> Advice:
    """A main lift; where its start weight is not known, the first set of a ramp."""
    estimate = replayed(case.history)
    advice = advise(case.rules, case.history, case.situation, case.target, case.grid, estimate)
    rack = Rack(case.grid, case.situation.offset_kg, case.situation.hands, case.situation.unit)
    if advice.action is Action.LIFT and (reached := _unfinished_ramp(case)) is not None:
        load = rack.floor(reached.kg)
        return (
            advice if load is None else _ramp(case, rack, load, because("CALIBRATE_ON", load=rack.says(load)))
        )
    if advice.action is not Action.CALIBRATE:
        return advice
    load = _start(case, estimate, body_weight_kg, familiarity)
    if load is None:
        reason = because("LOAD_BELOW_MIN", lightest=rack.says(case.grid.loads[0]))
        return Advice(Action.REGRESS, (*advice.reasons, reason))
    if _is_no_day_for_a_ramp(case):
        easy = case.today.target.at_most(CAREFUL_FIRST_RPE)
        if case.situation.stands_in or _hurts(case.situation):
            easy = easy._replace(sets=min(easy.sets, MOST_FIRST_SETS))
        return work(easy, load, rack.offset_kg, (*_niggle(case.situation), because("CALIBRATE_EASY")))
    said = because("CALIBRATE", load=rack.says(load)) if advice.codes == ("CALIBRATE",) else advice.reasons[0]
    return _ramp(case, rack, load, said)


def _unfinished_ramp(case: Case) -> WorkingSet | None:
    """The last set of a ramp that ran out of sets while all were too easy to say anything, or was cut short under its
    effort.

    A lighter week in between does not end the search.
    """
    last = case.last
    if last is None or last.basis is not Basis.RAMP or last.missed:
        return None
    least = min(RAMP_RPE, last.rpe)
    if case.grid.above(last.top.kg - case.situation.offset_kg) is None:
        return None
    easy = last.top.rpe is not None and (
        last.top.rpe <= EASY_RPE if len(last.sets) >= MOST_RAMP_SETS else last.top.rpe < least
    )
    today = case.today
    return last.top if easy and today.may_progress and not _is_no_day_for_a_ramp(case) else None


def _ramp(case: Case, rack: Rack, load: Load, said: Reason) -> Advice:
    """The first set of a ramp; the others follow from how it goes."""
    return Advice(
        Action.CALIBRATE,
        (said,),
        sets=1,
        reps=ramp_reps(case.situation.level),
        rpe=min(RAMP_RPE, case.target.rpe),
        load=load,
        system_kg=rack.weight(load),
        rest_s=case.target.rest_s,
        tempo=case.target.tempo,
    )


def _start(
    case: Case, estimate: Estimate | None, body_weight_kg: float, familiarity: Familiarity
) -> Load | None:
    """60 % of what an old estimate asks for, the lightest load where that is less; else a share of body weight."""
    target = case.target
    first = first_load(case.exercise.start.bw_percent, body_weight_kg, familiarity, case.grid)
    if estimate is None:
        return first
    old = restart_load(estimate, target.reps, target.rpe, case.grid, case.situation.offset_kg)
    return old if old is not None or first is None else case.grid.loads[0]


def _is_no_day_for_a_ramp(case: Case) -> bool:
    """Near a race, in a light week, on a tired day, with a niggle, in place of what hurts: an easy first time instead."""
    situation = case.situation
    near_race = situation.phase in (Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY)
    tired = situation.readiness >= case.rules.readiness.amber
    return near_race or situation.light_week or tired or situation.stands_in or _hurts(situation)


def _niggle(situation: Situation) -> tuple[Reason, ...]:
    """What hurts where it loads, said before that it is a first time."""
    return (pain_reason("PAIN_REGRESS", situation),) if situation.pain >= EASE else ()


def _hurts(situation: Situation) -> bool:
    """A niggle where it loads, one elsewhere in the legs that holds them, or a strong one in the arms."""
    return (
        max(situation.pain - NO_RAMP_FROM_PAIN, situation.sore_legs - EASE, situation.sore_arms - EASE) >= 0
    )
