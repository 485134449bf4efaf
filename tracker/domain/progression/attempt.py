"""A record attempt (docs/rules.md 1.5): offered in off-season to those who are fresh and going well, never forced."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.coarse import Rack
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry
from tracker.domain.strength.e1rm import Estimate, pct
from tracker.domain.strength.exposure import Basis, Exposure, normal_only
from tracker.domain.units import Grid

ATTEMPT_RPE = 9.0
USUAL_REPS, FEWEST_ADVANCED_REPS = 3, 1
EVERY_LOADING_WEEKS = 3
MOST_PAIN = 1
MOST_DELTA = 0.5


class NoAttempt(NamedTuple):
    """There is none today, and why."""

    why: Reason


def record_attempt(
    rules: Rules,
    history: Sequence[Exposure],
    situation: Situation,
    target: Target,
    grid: Grid,
    estimate: Estimate | None,
    reps: int = USUAL_REPS,
) -> Advice | NoAttempt:
    """One top set at RPE 9 with a load that the log supports, or why none is offered today.

    Offered in every third loading week of an off-season, from intermediate on, on a good morning, when the last
    exposure was on target and the load is a record. The caller offers it for one main lift of a session.

    Args:
        reps: 3; advanced lifters may choose 1 or 2.
    """
    normal = [each for each in normal_only(history) if each.basis is Basis.PRESCRIBED]
    if why := _no_day(rules, situation):
        return NoAttempt(why)
    if estimate is None or estimate.lower_bound or not normal:
        return NoAttempt(because("NO_RECORD_UNKNOWN"))
    if normal[-1].delta > MOST_DELTA:
        return NoAttempt(because("NO_RECORD_HARD"))
    fewest = FEWEST_ADVANCED_REPS if situation.level is Level.ADVANCED else USUAL_REPS
    reps = min(USUAL_REPS, max(fewest, reps))
    cap = normal[-1].top.kg * (1.0 + rules.caps.rise / 100.0)
    rack = Rack(grid, situation.offset_kg, situation.hands, situation.unit)
    load = rack.floor(min(estimate.e1rm * pct(reps, ATTEMPT_RPE), cap))
    best = _best(history, reps)
    if load is None or rack.weight(load) <= best:
        tried = {} if load is None else {"load": rack.says(load)}
        return NoAttempt(because("NO_RECORD_BEST", reps=reps, best=rack.says_kg(best), **tried))
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


def out_of_season(rules: Rules, phase: Phase) -> Reason | None:
    """Why *phase* has no record attempts; nothing where it has."""
    return None if rules.phases[phase].records else because("NO_RECORD_PHASE")


def _no_day(rules: Rules, situation: Situation) -> Reason | None:
    """What speaks against a record attempt today; nothing on a good day."""
    if why := out_of_season(rules, situation.phase):
        return why
    if situation.level is Level.BEGINNER:
        return because("NO_RECORD_BEGINNER")
    if situation.light_week or situation.hold:
        return because("NO_RECORD_LIGHT")
    if situation.wip % EVERY_LOADING_WEEKS != 0:
        return because("NO_RECORD_WEEK", weeks=EVERY_LOADING_WEEKS)
    if situation.readiness >= rules.readiness.amber:
        return because("NO_RECORD_TIRED")
    if max(situation.pain, situation.sore_legs, situation.sore_arms) > MOST_PAIN:
        return because("NO_RECORD_PAIN")
    if situation.days_away >= rules.layoff.hold_days or situation.after_race or situation.back_home:
        return because("NO_RECORD_BACK")
    return None


def is_offered(entry: Entry) -> bool:
    """A record is on offer with this exercise."""
    return any(reason.code == "PR_OFFER" for reason in entry.reasons)
