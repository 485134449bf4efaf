"""What this morning takes off the plan, for every kind of exercise: holds, breaks, lighter weeks, niggles."""

from math import ceil
from typing import NamedTuple

from tracker.domain.adapting.pain import EASE, STOP_ABOVE, PainBand, pain_band
from tracker.domain.adapting.readiness import band_of
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Situation
from tracker.domain.reason import Reason, because
from tracker.domain.session import ReadinessBand

LOWEST_RPE = 3.0

_HOLDING = (
    "READINESS_AMBER PAIN_HOLD PAIN_LEGS PAIN_ARMS PAIN_SETTLES STANDS_IN POST_RACE_RETURN LAYOFF GAP_HOLD GAP_EASED "
    "BACK_HOME AFTER_ILLNESS AFTER_SIGN REVIEW_HOLD MODIFY_HOLD"
)
_LIGHTER = (
    "DELOAD STALL_DELOAD READINESS_RED PAIN_REGRESS PAIN_WORSE PAIN_LEGS_EASY PAIN_ARMS_EASY STANDS_IN_EASY"
)
NOTHING_UP = frozenset([*_HOLDING.split(), *_LIGHTER.split()])
"""Codes of all that holds and all that makes a day lighter: nothing goes up, from day to day or between two sets."""


class Eased(NamedTuple):
    """A target after this morning, and what is left of the load.

    Attributes:
        target: sets and effort as they are today.
        layoff: share of the load after a break or a race, 1 without one.
        light: share of the load in a deload, on a red day, with a niggle of 4 or 5; 1 without them.
        holds: why nothing may go up.
        lighter: why it is lighter.
    """

    target: Target
    layoff: float
    light: float
    holds: tuple[Reason, ...]
    lighter: tuple[Reason, ...]

    @property
    def share(self) -> float:
        return self.layoff * self.light

    @property
    def may_progress(self) -> bool:
        return not self.holds and not self.lighter


def eased(rules: Rules, situation: Situation, target: Target) -> Eased:
    """*target* on this morning: steps 5 and 8 of docs/rules.md 4.3 and the layoff table of 4.4."""
    break_ = rules.layoff.after(situation.days_away)
    layoff = break_.percent / 100.0 if break_ else 1.0
    if situation.after_race:
        layoff = min(layoff, rules.phases[Phase.RECOVERY].first_normal / 100.0)
    today = target
    if break_ is not None:
        today = one_set_less(today.at_most(rules.layoff.rpe_most))
    readiness = band_of(rules.readiness, situation.readiness)
    if readiness is ReadinessBand.AMBER:
        today = one_set_less(today)
    light, reasons = 1.0, []
    if situation.light_week:
        today, light = lightened(rules, today), light * rules.deload.load
        code = "DELOAD" if situation.deload else "STALL_DELOAD"
        reasons.append(because(code, percent=round(rules.deload.load * 100)))
    if readiness in (ReadinessBand.RED, ReadinessBand.SWAP):
        today, light = lightened(rules, today), light * rules.deload.load
        reasons.append(readiness_reason("READINESS_RED", situation))
    if sore := soreness_reason(situation):
        today, light = today.at_most(_calmer(rules, target)), light * rules.pain.load
        reasons.append(sore)
    if strong_pain_reason(situation) is not None:
        today = today.at_most(rules.pain.strong_rpe)
    return Eased(today, layoff, light, holds(rules, situation), tuple(reasons))


def soreness_reason(situation: Situation) -> Reason | None:
    """A niggle of 4 or more, one that was worse the next morning, or a strong one elsewhere; one of them at a time."""
    if pain_band(situation.pain) in (PainBand.EASE, PainBand.STOP):
        return pain_reason("PAIN_REGRESS", situation)
    if situation.worse:
        return because("PAIN_WORSE", **_site(situation))
    return strong_pain_reason(situation)


def strong_pain_reason(situation: Situation) -> Reason | None:
    """Pain above 5 that this exercise does not load itself: it stands in for what stops, or works the same legs, or the
    same arms.
    """
    if situation.for_strong_pain:
        return because("STANDS_IN_EASY")
    if situation.sore_legs > STOP_ABOVE:
        return because("PAIN_LEGS_EASY", pain=situation.sore_legs, site=situation.sore_site)
    if situation.works_arms and situation.sore_arms > STOP_ABOVE:
        return because("PAIN_ARMS_EASY", pain=situation.sore_arms, site=situation.sore_arms_site)
    return None


def pain_reason(code: str, situation: Situation) -> Reason:
    """A reason that names the niggle."""
    return because(code, pain=situation.pain, **_site(situation))


def readiness_reason(code: str, situation: Situation) -> Reason:
    """A reason that names what the runner said."""
    said = {"reported": situation.reported} if situation.reported else {}
    return because(code, points=situation.readiness, **said)


def _site(situation: Situation) -> dict[str, str]:
    return {"site": situation.site} if situation.site else {}


def holds(rules: Rules, situation: Situation) -> tuple[Reason, ...]:
    """What forbids an increase today."""
    found = []
    if band_of(rules.readiness, situation.readiness) is ReadinessBand.AMBER:
        found.append(_gently(situation) or readiness_reason("READINESS_AMBER", situation))
    if pain_band(situation.pain) is PainBand.HOLD:
        found.append(pain_reason("PAIN_HOLD", situation))
    strong = strong_pain_reason(situation)
    if strong is not None:
        found.append(strong)
    elif pain_band(situation.pain) is PainBand.OK and situation.sore_legs >= EASE:
        found.append(because("PAIN_LEGS", pain=situation.sore_legs, site=situation.sore_site))
    elif pain_band(situation.pain) is PainBand.OK and situation.sore_arms > STOP_ABOVE:
        found.append(because("PAIN_ARMS", pain=situation.sore_arms, site=situation.sore_arms_site))
    elif pain_band(situation.pain) is PainBand.OK and situation.settling:
        found.append(because("PAIN_SETTLES", site=situation.settling))
    found.extend(_coming_back(rules, situation))
    if situation.hold:
        found.append(because("REVIEW_HOLD"))
    if situation.stepped:
        found.append(because("MODIFY_HOLD"))
    if situation.stands_in and not situation.for_strong_pain:
        found.append(because("STANDS_IN"))
    return tuple(found)


def _coming_back(rules: Rules, situation: Situation) -> tuple[Reason, ...]:
    """The one cause of a lower start: the race or the days away, whichever takes more; else home after the road.

    On the way back from a race its stage says it all.
    """
    if situation.phase is Phase.RECOVERY:
        return ()
    break_ = rules.layoff.after(situation.days_away)
    first = rules.phases[Phase.RECOVERY].first_normal
    if situation.after_race and first is not None and (break_ is None or first < break_.percent):
        return (because("POST_RACE_RETURN", percent=first),)
    return away(rules, situation) or ((because("BACK_HOME"),) if situation.back_home else ())


def _gently(situation: Situation) -> Reason | None:
    """One of the first sessions after an illness, or after a sign that somebody has looked at."""
    if situation.after_sign:
        return because("AFTER_SIGN")
    return because("AFTER_ILLNESS") if situation.after_illness else None


def away(rules: Rules, situation: Situation) -> tuple[Reason, ...]:
    """The days away, in words: nothing up to ten days, a hold, or a lighter start."""
    days = situation.days_away
    break_ = rules.layoff.after(days)
    if break_ is not None:
        return (because("LAYOFF", days=days, weeks=days // 7, percent=break_.percent),)
    return (because("GAP_HOLD", days=days),) if days >= rules.layoff.hold_days else ()


def one_set_less(target: Target) -> Target:
    return target._replace(sets=max(1, target.sets - 1))


def lightened(rules: Rules, target: Target) -> Target:
    """Half the sets and 1.5 RPE less, at most 7: a deload, or a red day."""
    return target._replace(sets=ceil(target.sets * rules.deload.sets), rpe=_calmer(rules, target))


def _calmer(rules: Rules, target: Target) -> float:
    """The effort that goes with a lighter load, so that nobody makes up for it with reps or plates."""
    return max(LOWEST_RPE, min(rules.deload.rpe_most, target.rpe - rules.deload.rpe_drop))
