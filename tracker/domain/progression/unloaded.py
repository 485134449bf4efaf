"""Balance work, timed holds and jumps as advice."""

from tracker.domain.exercise import LoadType
from tracker.domain.person import Level
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.progression.calibration import RESTART_SHARE
from tracker.domain.progression.case import Case
from tracker.domain.progression.contacts import Contacts, next_contacts, sets_for
from tracker.domain.progression.decision import Decision
from tracker.domain.progression.easing import readiness_reason
from tracker.domain.progression.holds import SHORTEST_S, USUAL_LONGEST_S, timed_hold
from tracker.domain.reason import Reason, because

FALLBACK_S = 20


def steady(case: Case) -> Advice:
    """Balance and mobility: the same small dose, never an effort."""
    decision = Decision(case.target.reps, because("BALANCE_WORK"))
    if case.load_type is LoadType.TIME:
        return case.advice(decision, 0, seconds=case.target.seconds or FALLBACK_S)
    return case.advice(decision, 0, reps=case.target.reps)


def hold(case: Case) -> Advice:
    """A timed hold; near a race it takes its seconds from the phase."""
    asked = case.target.seconds or FALLBACK_S
    last = case.last
    if last is None:
        start = min(asked, case.exercise.start.seconds or asked)
        if case.long_ago is not None:
            start = min(start, max(SHORTEST_S, int(RESTART_SHARE * case.long_ago.reps) // 5 * 5))
        return _held(case, Decision(start, because("CALIBRATE")))
    if case.is_fixed:
        return _held(case, Decision(min(asked, last.reps), fixed_reason(case)))
    decision = timed_hold(
        last,
        case.before,
        case.exercise.hold_max_s or USUAL_LONGEST_S,
        phase=case.situation.phase.value,
        progressing=case.progressing,
        has_next=case.exercise.progress is not None,
    )
    moved = last.phase is not case.situation.phase and decision.action is Action.LIFT
    if moved and case.target.smax is not None and not case.progressing:
        decision = decision._replace(amount=min(decision.amount, case.target.smax))
    return _held(case, decision)


def jumps(case: Case, contacts_left: int | None) -> Advice:
    """Ground contacts, divided into sets; none on a red day or when the week is full."""
    situation, target, today = case.situation, case.target, case.today
    if situation.readiness >= case.rules.readiness.red:
        return Advice(Action.REST, (readiness_reason("READINESS_RED", situation),))
    wanted = _contacts(case)
    total = wanted.total
    reasons = [*today.holds, wanted.reason]
    if today.target.sets < target.sets and not situation.light_week:
        total = total * today.target.sets // target.sets
    if contacts_left is not None and total > contacts_left:
        total = contacts_left
        reasons.append(because("PLYO_WEEK_CAP", cap=case.rules.plyo.weekly[situation.level]))
    if total < 1:
        return Advice(Action.REST, tuple(reasons))
    sets = sets_for(total, min(target.sets, today.target.sets))
    return Advice(
        Action.LIFT,
        tuple(reasons),
        sets=sets,
        contacts=total // sets,
        rpe=today.target.rpe,
        rest_s=target.rest_s,
    )


def fixed_reason(case: Case) -> Reason:
    """Why today's amount comes from the phase."""
    codes = {"taper": "TAPER_FIXED", "race_week": "RACE_WEEK_PRIMER", "recovery": "POST_RACE_RETURN"}
    return because(codes[case.situation.phase.value])


def _held(case: Case, decision: Decision) -> Advice:
    today = case.today
    share = today.layoff * (1.0 if case.steps_down else today.light)
    seconds = decision.amount
    if share < 1.0 and decision.action is Action.LIFT:
        seconds = max(SHORTEST_S, int(seconds * share) // 5 * 5)
    return case.advice(decision, 0, seconds=seconds)


def _contacts(case: Case) -> Contacts:
    situation, target = case.situation, case.target
    cap = target.contacts_cap
    deload = case.rules.deload.contacts if situation.light_week else None
    last = case.last
    if last is None:
        novice = situation.level is Level.BEGINNER
        first = min(cap, target.contacts or cap, *((case.rules.beginner.first_contacts,) if novice else ()))
        if case.long_ago is not None:
            before = sum(each.reps for each in case.long_ago.sets)
            first = max(1, min(first, int(RESTART_SHARE * before)))
        begun = next_contacts(first, cap, progressing=False, pain=situation.pain, deload=deload)
        if begun.code != "PLYO_HOLD":
            return begun
        return Contacts(first, because("NOVICE_PLYO", contacts=first) if novice else because("CALIBRATE"))
    done = int(sum(each.reps for each in last.sets) * case.today.layoff)
    return next_contacts(
        done,
        cap,
        progressing=case.rules.phases[situation.phase].progress and not case.today.holds,
        pain=situation.pain,
        quality=last.quality,
        deload=deload,
    )
