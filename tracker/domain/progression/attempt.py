"""A record attempt (docs/rules.md 1.5): offered in off-season to those who are fresh and going well, never forced."""

from collections.abc import Sequence

from tracker.domain.person import Level
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.coarse import Rack
from tracker.domain.reason import because
from tracker.domain.session import Entry
from tracker.domain.strength.e1rm import Estimate, pct
from tracker.domain.strength.exposure import Basis, Exposure, normal_only
from tracker.domain.units import Grid

ATTEMPT_RPE = 9.0
USUAL_REPS, FEWEST_ADVANCED_REPS = 3, 1
EVERY_LOADING_WEEKS = 3
MOST_PAIN = 1
MOST_DELTA = 0.5


def record_attempt(
    rules: Rules,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    grid: Grid,
    estimate: Estimate | None,
    reps: int = USUAL_REPS,
) -> Advice | None:
    """One top set at RPE 9 with a load that the log supports, or None when no attempt is offered today.

    Offered in every third loading week of an off-season, from intermediate on, on a good morning, when the last
    exposure was on target and the load is a record. The caller offers it for one main lift of a session.

    Args:
        reps: 3; advanced lifters may choose 1 or 2.
    """
    normal = [each for each in normal_only(history) if each.basis is Basis.PRESCRIBED]
    if estimate is None or estimate.lower_bound or not normal or not _good_day(rules, situation, normal[-1]):
        return None
    fewest = FEWEST_ADVANCED_REPS if situation.level is Level.ADVANCED else USUAL_REPS
    reps = min(USUAL_REPS, max(fewest, reps))
    cap = normal[-1].top.kg * (1.0 + rules.caps.rise / 100.0)
    rack = Rack(grid, situation.offset_kg, situation.hands)
    load = rack.floor(min(estimate.e1rm * pct(reps, ATTEMPT_RPE), cap))
    if load is None or rack.weight(load) <= _best(history, reps):
        return None
    return Advice(
        Action.LIFT,
        (because("PR_ATTEMPT", reps=reps, load=rack.says(load)),),
        sets=1,
        reps=reps,
        rpe=ATTEMPT_RPE,
        load=load,
        system_kg=rack.weight(load),
        rest_s=target.rest_s,
        tempo=target.tempo,
    )


def _best(history: Sequence[Exposure], reps: int) -> float:
    """The most weight ever lifted for that many reps or more; less than that is no record."""
    return max((done.kg for each in history for done in each.sets if done.reps >= reps), default=0.0)


def _good_day(rules: Rules, situation: Situation, last: Exposure) -> bool:
    block = rules.phases[situation.phase].records and situation.wip % EVERY_LOADING_WEEKS == 0
    skilled = situation.level is not Level.BEGINNER
    well = (
        situation.readiness < rules.readiness.amber and max(situation.pain, situation.sore_legs) <= MOST_PAIN
    )
    rested = situation.days_away < rules.layoff.hold_days and not situation.hold and not situation.after_race
    return block and skilled and well and rested and not situation.light_week and last.delta <= MOST_DELTA


def is_offered(entry: Entry) -> bool:
    """A record is on offer with this exercise."""
    return any(reason.code == "PR_OFFER" for reason in entry.reasons)
