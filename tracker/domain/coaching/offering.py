"""What the runner may choose beside today's numbers, and why there is no record attempt; nothing happens by itself."""

from tracker.domain.adapting.stepping import is_clunky
from tracker.domain.coaching.job import Job
from tracker.domain.coaching.liking import liked_instead
from tracker.domain.coaching.one_day import OneDay
from tracker.domain.coaching.stuck import was_eased
from tracker.domain.equipment import Way, grid_for
from tracker.domain.exercise import Exercise, LoadType, Role
from tracker.domain.progression.advice import Advice
from tracker.domain.progression.attempt import (
    USUAL_REPS,
    NoAttempt,
    is_offered,
    out_of_season,
    record_attempt,
)
from tracker.domain.reason import Reason, because
from tracker.domain.strength.e1rm import replayed


def offers(plan: OneDay, exercise: Exercise, way: Way, job: Job, advice: Advice) -> tuple[Reason, ...]:
    """Codes of what is offered with this exercise today."""
    log = plan.known.log
    found = []
    if is_clunky(log, exercise.id):
        found.append(because("CLUNKY_THREE_TIMES"))
    if was_eased(log, exercise.id) and advice.reps is not None:
        found.append(because("STALL_CHANGE"))
    other = liked_instead(plan, exercise, job.taken) if job.modified is None else None
    if other is not None:
        found.append(because("DISLIKE_OFFER", exercise=other.id))
    attempt = attempt_with(plan, exercise, way, job)
    if isinstance(attempt, Advice) and not any(is_offered(each) for each in job.before):
        given = next(each for each in attempt.reasons if each.code == "PR_ATTEMPT")
        found.append(because("PR_OFFER", **given.inputs))
    return tuple(found)


def attempt_with(
    plan: OneDay, exercise: Exercise, way: Way, job: Job, reps: int = USUAL_REPS
) -> Advice | NoAttempt:
    """A record attempt with this exercise today, or why there is none (docs/rules.md 1.5)."""
    safety, rules = plan.known.runner.safety, plan.known.content.rules
    if job.role is not Role.PRIMARY or way.load is not LoadType.EXT:
        return NoAttempt(because("NO_RECORD_LIFT"))
    if safety.under_18 or safety.careful:
        return NoAttempt(because("NO_RECORD_CAREFUL"))
    if why := out_of_season(rules, plan.about.prescribed_as):
        return NoAttempt(why)
    if job.modified is not None:
        return NoAttempt(because("NO_RECORD_INSTEAD"))
    target = plan.target(job.role, job.cell.fitted_to(exercise) if job.cell else None)
    if target is None:
        return NoAttempt(because("NO_RECORD_UNPLANNED"))
    history = plan.history(exercise, way, job.role)
    return record_attempt(
        rules,
        history,
        plan.situation(exercise, way, job),
        target,
        grid_for(exercise, plan.about.profile, way),
        replayed(history),
        reps,
    )
