"""What a coach would say about the week: rules in order of importance, of which at most three speak.

The words live in data/reasons.toml. No text may predict injury, and none may say "run less".
"""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.exercise import Exercise, Ingredient
from tracker.domain.phase import Phase
from tracker.domain.reason import Reason, because
from tracker.domain.review.coverage import Hole
from tracker.domain.review.filling import fits
from tracker.domain.review.week_metrics import Books, WeekMetrics
from tracker.domain.strength.trend import Direction, LiftTrend, Trend


class Rule(StrEnum):
    """The insight rules of docs/rules.md 8.10, most important first."""

    RED_FLAG = "I0"
    PAIN = "I2"
    ADHERENCE = "I1"
    NEXT_PHASE = "I3"
    TOO_HARD = "I4"
    TOO_MUCH = "I4b"
    TOO_LIGHT = "I5"
    BOTH_UP = "I6"
    HOLE = "I7"
    PUSH_PULL = "I8"
    BEFORE_KEY_RUN = "I9"
    FAST_IN_BASE = "I9b"
    RUN_LIFT = "I10"
    PRAISE = "I11"
    NOTHING = "I12"


class Insight(NamedTuple):
    rule: Rule
    reason: Reason


class Findings(NamedTuple):
    """What the rules look at.

    Attributes:
        fill: the exercise that fills a hole in the coverage, None where none is needed or possible.
        next_day: the next lifting day, None when none is planned.
        today: the day on which this is read.
    """

    week: WeekMetrics
    books: Books
    fill: Exercise | None = None
    next_day: date | None = None
    today: date | None = None

    @property
    def phase(self) -> Phase | None:
        return self.week.calendar.this.phase

    @property
    def closed(self) -> bool:
        """A red flag waits to be read; nothing else is said until then."""
        return any(not flag.acknowledged for flag in self.week.red_flags)

    @property
    def hurts(self) -> bool:
        """Something hurt so much this week that it comes first, and nothing is added, praised or weighed."""
        strong = self.books.rules.pain.strong
        return self.week.lasting_pain is not None or any(each.score >= strong for each in self.week.pains)

    @property
    def first_hole(self) -> Hole | None:
        """The hole to speak of: the first one that the exercise at hand fills, where there is one."""
        holes = self.week.coverage.holes
        filled = (hole for hole in holes if self.fill is not None and fits(self.fill, hole))
        return next(filled, next(iter(holes), None))


def holding(found: Findings) -> tuple[Insight, ...]:
    """Every rule that holds, most important first; "nothing to fix" only where no other does.

    While a red flag waits to be read it is alone.
    """
    hold = tuple(Insight(rule, said) for rule, say in _RULES for said in (say(found),) if said is not None)
    if found.closed:
        return hold[:1]
    return hold or (Insight(Rule.NOTHING, _nothing(found)),)


def _red_flag(found: Findings) -> Reason | None:
    flags = sorted(found.week.red_flags, key=lambda flag: (flag.acknowledged, flag.date))
    return because("SEE_CLINICIAN", sign=flags[0].red_flag or "") if flags else None


def _adherence(found: Findings) -> Reason | None:
    adherence, rules = found.week.adherence, found.books.rules.adherence
    share = adherence.share
    if share is None or adherence.planned < rules.least_planned or share >= rules.mostly:
        return None
    return because(
        "SHORTER_SESSIONS", done=adherence.done, planned=adherence.planned, percent=_percent(share)
    )


def _pain(found: Findings) -> Reason | None:
    pain = found.week.lasting_pain
    if pain is not None:
        return because("PAIN_LASTS", site=pain.site.value, score=pain.score)
    if not found.hurts:
        return None
    worst = max(found.week.pains, key=lambda report: (report.score, report.date))
    return because("PAIN_FIRST", site=worst.site.value, score=worst.score)


def _next_phase(found: Findings) -> Reason | None:
    after = found.week.calendar.next.phase
    if found.phase is None or after is None or after is found.phase:
        return None
    return because(f"NEXT_{after.name}", phase=found.phase.public, next=after.public)


def _too_hard(found: Findings) -> Reason | None:
    week, rules = found.week, found.books.rules.effort
    if not may_ease(week):
        return None
    drift = week.drift_two_weeks.mean
    if drift is not None and drift >= rules.hard:
        return because("TOO_HARD", drift=round(drift, 1))
    if week.red:
        return because("OFTEN_RED", red=rules.red_of[0], of=rules.red_of[1])
    if len(week.far_over) >= rules.far_over_lifts:
        return because("LIFTS_TOO_HARD", lifts=len(week.far_over), over=rules.far_over)
    return None


def may_ease(week: WeekMetrics) -> bool:
    """The next week can still become a deload: it is not light anyway, and none was in the last three weeks."""
    around = week.calendar
    recent = (around.this, *around.earlier[:2])
    return around.next.phase is not None and not around.next.eased and not any(each.eased for each in recent)


def _too_much(found: Findings) -> Reason | None:
    """More hard sets than a group has use for."""
    week = found.week
    if not week.above_ceiling:
        return None
    most = max(week.above_ceiling, key=lambda group: week.hard_sets.by_group[group])
    sets = round(week.hard_sets.by_group[most])
    return because("TOO_MANY_SETS", sets=sets, what=most.spoken, ceiling=found.books.rules.hard_sets.ceiling)


def _too_light(found: Findings) -> Reason | None:
    drift = found.week.drift.mean
    if drift is None or drift > found.books.rules.effort.light or found.week.calendar.this.eased:
        return None
    rules = found.books.phases.get(found.phase) if found.phase is not None else None
    if rules is None or not rules.progress:
        return None
    return because("LOADS_PASSED") if found.week.did_more else because("LOADS_LIGHT", drift=round(drift, 1))


def _both_up(found: Findings) -> Reason | None:
    runs, sets, limit = found.week.runs_rise, found.week.hard_sets_rise, found.books.rules.load.both_up
    if runs is None or sets is None or min(runs, sets) <= limit:
        return None
    return because("BOTH_UP", runs_percent=_percent(runs), sets_percent=_percent(sets))


def _hole(found: Findings) -> Reason | None:
    hole = found.first_hole
    if hole is None or found.hurts or found.week.above_ceiling:
        return None
    rules = found.books.rules.coverage
    exercise = {} if found.fill is None else {"exercise": found.fill.id, "name": found.fill.name}
    return because(
        "COVERAGE_HOLE", hole=hole.value, what=rules.names[hole], minutes=rules.fill_minutes, **exercise
    )


def _push_pull(found: Findings) -> Reason | None:
    sides = found.week.coverage.push_pull
    judged = (
        found.week.over and found.phase is not None and found.phase not in found.books.rules.coverage.exempt
    )
    if sides.short is None or not judged:
        return None
    code = "MORE_PUSH" if sides.short is Ingredient.PSH else "MORE_PULL"
    return because(code, push=sides.push, pull=sides.pull)


def _before_key_run(found: Findings) -> Reason | None:
    times, rules = len(found.week.before_key_runs), found.books.rules.insights
    if times < rules.days_before_key_run:
        return None
    return because("LIFTED_BEFORE_KEY_RUN", times=times, days=rules.key_run_days)


def _fast_in_base(found: Findings) -> Reason | None:
    if found.phase is not Phase.BASE or not found.week.fast_runs:
        return None
    return because("FAST_IN_BASE", runs=found.week.fast_runs)


def _run_lift(found: Findings) -> Reason | None:
    balance = found.week.run_lift
    if (
        found.hurts
        or not found.week.over
        or balance.as_asked is not False
        or balance.share is None
        or balance.target is None
    ):
        return None
    return because(
        "PLENTY_OF_LIFTING" if balance.too_much else "PLENTY_OF_RUNNING",
        runs=balance.runs,
        lifts=balance.lifts,
        percent=_percent(balance.share),
        target=_percent(balance.target),
    )


def _praise(found: Findings) -> Reason | None:
    lifts, phase = found.week.main_lifts, found.phase
    if found.hurts or found.week.above_ceiling:
        return None
    if phase in (Phase.OFF_SEASON, Phase.BASE):
        rising = [
            (lift.trend.change, lift) for lift in lifts if lift.trend is not None and _clearly_up(lift.trend)
        ]
        if not rising:
            return None
        most, best = max(rising, key=lambda each: each[0])
        change = _percent(most, 1)
        return because("GETTING_STRONGER", exercise=best.exercise, name=_name(found, best), percent=change)
    judged = [lift for lift in lifts if lift.trend is not None]
    keeps = phase is not None and (phase.is_build or phase in (Phase.PEAK, Phase.TAPER))
    if not keeps or not judged or not all(lift.holds for lift in judged):
        return None
    kept = {} if found.week.kept is None else {"percent": _percent(found.week.kept)}
    return because("STRENGTH_HELD", lifts=len(judged), **kept)


def _nothing(found: Findings) -> Reason:
    if found.next_day is None:
        return because("NOTHING_TO_FIX")
    when = {"when": "today"} if found.next_day == found.today else {"day": f"{found.next_day:%A}"}
    return because("NOTHING_TO_FIX", **when)


def _clearly_up(trend: Trend) -> bool:
    return trend.clear and trend.direction is Direction.RISING


def _name(found: Findings, lift: LiftTrend) -> str:
    known = found.books.exercises.get(lift.exercise)
    return lift.exercise if known is None else known.name


def _percent(share: float, places: int = 0) -> float:
    return round(share * 100.0, places) if places else round(share * 100.0)


_RULES: Iterable[tuple[Rule, Callable[[Findings], Reason | None]]] = (
    (Rule.RED_FLAG, _red_flag),
    (Rule.PAIN, _pain),
    (Rule.ADHERENCE, _adherence),
    (Rule.NEXT_PHASE, _next_phase),
    (Rule.TOO_HARD, _too_hard),
    (Rule.TOO_MUCH, _too_much),
    (Rule.TOO_LIGHT, _too_light),
    (Rule.BOTH_UP, _both_up),
    (Rule.HOLE, _hole),
    (Rule.PUSH_PULL, _push_pull),
    (Rule.BEFORE_KEY_RUN, _before_key_run),
    (Rule.FAST_IN_BASE, _fast_in_base),
    (Rule.RUN_LIFT, _run_lift),
    (Rule.PRAISE, _praise),
)
