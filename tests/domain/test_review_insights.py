"""Every insight rule on its own, the order they speak in, and the words they may draw on (docs/rules.md 8.10)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from support.diaries import EXERCISES, PHASES, RULES, hurts, log_of, on
from support.marathon_year import SEASON, followed, planned_days

from tracker.domain.adapting.pain_log import PainReport
from tracker.domain.exercise import CareArea, Ingredient, Position
from tracker.domain.phase import Phase
from tracker.domain.review.adherence import Adherence
from tracker.domain.review.asked import ReviewPlan
from tracker.domain.review.calendar import ReviewWeek
from tracker.domain.review.coverage import PushPull, Required
from tracker.domain.review.effort import Drift
from tracker.domain.review.insights import Findings, Rule, holding
from tracker.domain.review.options import OptionKind, options
from tracker.domain.review.summary import summary
from tracker.domain.review.week_metrics import Books, WeekMetrics, measure
from tracker.domain.review_rules import GROUPS, Group
from tracker.domain.strength.trend import Direction, Trend

BOOKS = Books(EXERCISES, RULES, PHASES)
_PLAN = ReviewPlan(days=planned_days(range(3, 7)))
GOOD = measure(log_of(followed(range(1, 7))), BOOKS, SEASON, on(6), _PLAN, on(7))._replace(fast_runs=0)
PLAIN = GOOD._replace(lifts=())  # nothing to praise either
LOADING = ReviewWeek(on(1), Phase.BUILD_PERIODIZED, light=False)
BASE = LOADING._replace(phase=Phase.BASE)


def in_phase(week: WeekMetrics, this: ReviewWeek, after: ReviewWeek | None = None) -> WeekMetrics:
    """The same week in another phase, with loading weeks of that phase around it."""
    around = week.calendar._replace(this=this, next=after or this, earlier=(this, this, this))
    return week._replace(calendar=around)


LOADED = in_phase(PLAIN, LOADING)


def rules(week: WeekMetrics) -> list[str]:
    return [each.rule.value for each in holding(Findings(week, BOOKS))]


def code(week: WeekMetrics) -> str:
    return holding(Findings(week, BOOKS))[0].reason.code


def test_nothing_to_fix_only_where_nothing_else_speaks() -> None:
    assert rules(LOADED) == ["I12"]
    assert code(LOADED) == "NOTHING_TO_FIX"


@pytest.mark.parametrize(
    ("done", "planned", "speaks"),
    [(2, 4, True), (5, 8, True), (3, 4, False), (7, 10, False), (0, 3, False), (0, 0, False)],
)
def test_i1_below_seventy_per_cent_of_at_least_four(done: int, planned: int, speaks: bool) -> None:
    assert ("I1" in rules(LOADED._replace(adherence=Adherence(done, planned)))) is speaks


def test_i2_pain_that_lasts() -> None:
    assert rules(LOADED._replace(lasting_pain=PainReport(on(1), CareArea.KNEE, 4))) == ["I2"]


@pytest.mark.parametrize(
    ("this", "after", "expected"),
    [
        (Phase.BASE, Phase.BUILD_MAINTENANCE, "NEXT_BUILD_MAINTENANCE"),
        (Phase.BUILD_PERIODIZED, Phase.PEAK, "NEXT_PEAK"),
        (Phase.RACE_WEEK, Phase.RECOVERY, "NEXT_RECOVERY"),
        (Phase.BASE, Phase.BASE, None),
        (Phase.BASE, None, None),
        (None, Phase.BASE, None),
    ],
)
def test_i3_a_new_phase_next_week(this: Phase | None, after: Phase | None, expected: str | None) -> None:
    week = in_phase(PLAIN, LOADING._replace(phase=this), LOADING._replace(phase=after))
    assert (code(week) if "I3" in rules(week) else None) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"drift_two_weeks": Drift(0.75, 20)}, "TOO_HARD"),
        ({"drift_two_weeks": Drift(0.7, 20)}, None),
        ({"drift_two_weeks": Drift(None, 6)}, None),
        ({"red": True}, "OFTEN_RED"),
        ({"far_over": ("back_squat", "trap_bar_deadlift")}, "LIFTS_TOO_HARD"),
        ({"far_over": ("back_squat",)}, None),
    ],
)
def test_i4_too_hard(changes: dict[str, Any], expected: str | None) -> None:
    week = LOADED._replace(**changes)
    assert (code(week) if "I4" in rules(week) else None) == expected


def test_i4_is_silent_around_a_lighter_week() -> None:
    hard = LOADED._replace(drift_two_weeks=Drift(1.5, 20))
    light = LOADING._replace(light=True)
    around = hard.calendar
    for calendar in (
        around._replace(next=light),
        around._replace(next=LOADING._replace(phase=Phase.TAPER)),
        around._replace(this=light),
        around._replace(earlier=(light, LOADING, LOADING)),
        around._replace(earlier=(LOADING, light, LOADING)),
    ):
        assert "I4" not in rules(hard._replace(calendar=calendar))
    assert "I4" in rules(hard._replace(calendar=around._replace(earlier=(LOADING, LOADING, light))))


@pytest.mark.parametrize(
    ("phase", "light", "speaks"),
    [
        (Phase.OFF_SEASON, False, True),
        (Phase.BASE, False, True),
        (Phase.BUILD_PERIODIZED, False, True),
        (Phase.BUILD_MAINTENANCE, False, False),
        (Phase.TAPER, False, False),
        (Phase.RECOVERY, False, False),
        (Phase.BASE, True, False),
    ],
)
def test_i5_loads_below_target_where_they_may_rise(phase: Phase, light: bool, speaks: bool) -> None:
    week = in_phase(PLAIN._replace(drift=Drift(-1.0, 12)), ReviewWeek(on(1), phase, light))
    assert ("I5" in rules(week)) is speaks
    assert "I5" not in rules(week._replace(drift=Drift(-0.9, 12)))


@pytest.mark.parametrize(
    ("runs", "sets", "speaks"),
    [(0.31, 0.5, True), (0.3, 0.5, False), (0.5, 0.1, False), (None, 0.5, False), (0.5, None, False)],
)
def test_i6_both_up_together(runs: float | None, sets: float | None, speaks: bool) -> None:
    assert ("I6" in rules(LOADED._replace(runs_rise=runs, hard_sets_rise=sets))) is speaks


def test_i7_names_the_hole_and_what_fills_it() -> None:
    required = (Required(Ingredient.SLS, 2, 2), Required(Position.PRONE, 0, 1))
    week = LOADED._replace(coverage=LOADED.coverage._replace(required=required))
    (insight,) = holding(Findings(week, BOOKS, fill=EXERCISES["superman_alternating"]))
    assert insight.rule is Rule.HOLE
    assert insight.reason.inputs == {
        "hole": "prone",
        "what": "lying on your stomach",
        "minutes": 3,
        "exercise": "superman_alternating",
        "name": EXERCISES["superman_alternating"].name,
    }
    also = (Required(Ingredient.ROT, 0, 2), *required)
    other = LOADED._replace(coverage=LOADED.coverage._replace(required=also))
    (named,) = holding(Findings(other, BOOKS, fill=EXERCISES["superman_alternating"]))
    assert named.reason.inputs["hole"] == "prone"  # the hole that the offered exercise fills, not the first
    (bare,) = holding(Findings(week, BOOKS))
    assert "name" not in bare.reason.inputs


@pytest.mark.parametrize(
    ("short", "phase", "expected"),
    [
        (Ingredient.PSH, Phase.BASE, "MORE_PUSH"),
        (Ingredient.PLL, Phase.PEAK, "MORE_PULL"),
        (Ingredient.PSH, Phase.TAPER, None),
        (None, Phase.BASE, None),
    ],
)
def test_i8_push_and_pull(short: Ingredient | None, phase: Phase, expected: str | None) -> None:
    coverage = PLAIN.coverage._replace(push_pull=PushPull(2, 6, short))
    week = in_phase(PLAIN._replace(coverage=coverage), LOADING._replace(phase=phase))
    assert (code(week) if "I8" in rules(week) else None) == expected


def test_i9_needs_two_days() -> None:
    assert rules(LOADED._replace(before_key_runs=(on(1), on(2)))) == ["I9"]
    assert rules(LOADED._replace(before_key_runs=(on(1),))) == ["I12"]


def test_i9b_fast_runs_belong_into_build() -> None:
    fast = PLAIN._replace(fast_runs=1)
    assert "I9b" in rules(in_phase(fast, BASE))
    assert "I9b" not in rules(in_phase(fast, LOADING))


@pytest.mark.parametrize(
    ("share", "as_asked", "expected"),
    [
        (0.25, False, "PLENTY_OF_RUNNING"),
        (0.55, False, "PLENTY_OF_LIFTING"),
        (0.4, True, None),
        (0.25, None, None),
    ],
)
def test_i10_is_a_neutral_statement(share: float, as_asked: bool | None, expected: str | None) -> None:
    """Six runs and two lifts a week in base are plenty of running, never too much of it."""
    balance = PLAIN.run_lift._replace(share=share, target=0.4, as_asked=as_asked)
    week = in_phase(PLAIN._replace(run_lift=balance), BASE)
    assert (code(week) if "I10" in rules(week) else None) == expected


RISING = Trend(Direction.RISING, 0.005, 0.03, True)
PERHAPS = Trend(Direction.RISING, 0.004, 0.02, False)
LEVEL = Trend(Direction.FLAT, 0.0, 0.0, True)
SINKING = Trend(Direction.FALLING, -0.005, -0.03, True)


@pytest.mark.parametrize(
    ("phase", "trend", "expected"),
    [
        (Phase.OFF_SEASON, RISING, "GETTING_STRONGER"),
        (Phase.BASE, RISING, "GETTING_STRONGER"),
        (Phase.BASE, PERHAPS, None),
        (Phase.BASE, LEVEL, None),
        (Phase.BUILD_MAINTENANCE, LEVEL, "STRENGTH_HELD"),
        (Phase.BUILD_PERIODIZED, RISING, "STRENGTH_HELD"),
        (Phase.PEAK, LEVEL, "STRENGTH_HELD"),
        (Phase.TAPER, LEVEL, "STRENGTH_HELD"),
        (Phase.PEAK, SINKING, None),
        (Phase.PEAK, None, None),
        (Phase.RECOVERY, LEVEL, None),
    ],
)
def test_i11_praises_for_the_right_reason(phase: Phase, trend: Trend | None, expected: str | None) -> None:
    squat = GOOD.main_lifts[0]._replace(trend=trend)
    week = in_phase(GOOD._replace(lifts=(squat,)), LOADING._replace(phase=phase))
    assert (code(week) if "I11" in rules(week) else None) == expected


def test_the_most_important_speaks_first_and_a_red_flag_speaks_alone() -> None:
    flag = hurts(on(1), CareArea.CALF, 6).changed(red_flag="RED_FLAG_CALF")
    everything = LOADED._replace(
        adherence=Adherence(1, 8),
        lasting_pain=PainReport(on(1), CareArea.KNEE, 4),
        drift_two_weeks=Drift(1.0, 20),
        runs_rise=0.5,
        hard_sets_rise=0.5,
        before_key_runs=(on(1), on(2)),
    )
    assert rules(everything) == ["I2", "I1", "I4", "I6", "I9"]
    assert rules(everything._replace(red_flags=(flag,))) == ["I0"]
    assert rules(everything._replace(red_flags=(flag.changed(acknowledged=True),)))[:2] == ["I0", "I2"]


DAYS = (on(2, "tue"), on(2, "thu"))


@pytest.mark.parametrize(
    ("held", "suggested"),
    [
        ({Rule.NOTHING}, {OptionKind.CARRY_ON}),
        ({Rule.TOO_HARD}, {OptionKind.PULL_DELOAD}),
        ({Rule.BOTH_UP}, {OptionKind.HOLD}),
        ({Rule.TOO_MUCH}, {OptionKind.HOLD}),
        ({Rule.PAIN}, {OptionKind.HOLD}),
        ({Rule.TOO_HARD, Rule.BOTH_UP}, {OptionKind.PULL_DELOAD}),
        ({Rule.BEFORE_KEY_RUN}, {OptionKind.CARRY_ON, OptionKind.ACCEPT_DAYS}),
        ({Rule.HOLE}, {OptionKind.CARRY_ON, OptionKind.FILL_HOLE}),
    ],
)
def test_what_the_insights_suggest(held: set[Rule], suggested: set[OptionKind]) -> None:
    offered = options(
        held, LOADED.calendar, DAYS, EXERCISES["bird_dog"], 3, proposed=DAYS, deload=on(4, "mon")
    )
    assert [option.kind for option in offered] == list(OptionKind)
    assert {option.kind for option in offered if option.suggested} == suggested
    assert offered[-1].inputs["day"] == "Tuesday"
    assert offered[-2].inputs["days"] == "Tuesday, Thursday"


def test_without_a_deload_near_backing_off_is_the_way_to_ease() -> None:
    offered = options({Rule.TOO_HARD}, LOADED.calendar, DAYS, None, 3)
    assert [option.kind for option in offered if option.suggested] == [OptionKind.BACK_OFF]
    assert OptionKind.PULL_DELOAD not in {option.kind for option in offered}


def test_where_the_next_week_is_light_there_is_nothing_to_hold() -> None:
    around = LOADED.calendar._replace(next=LOADING._replace(light=True, monday=on(1) + timedelta(weeks=1)))
    assert [option.kind for option in options({Rule.BOTH_UP}, around, (), None, 3)] == [OptionKind.CARRY_ON]


def test_the_paragraph_names_the_muscles_with_few_hard_sets_once_the_week_is_over() -> None:
    none = replace(LOADED.hard_sets, easy=dict.fromkeys(GROUPS, 0.0))
    low = LOADED._replace(below_floor=(Group.PUSH, Group.SINGLE_LEG), hard_sets=none)
    said = {each.code: each.inputs for each in summary(Findings(low, BOOKS))}
    assert said["FEW_HARD_SETS"] == {"groups": 2, "what": "push, lunges"}
    assert "FEW_HARD_SETS" not in {
        each.code for each in summary(Findings(LOADED._replace(below_floor=()), BOOKS))
    }
    easy = replace(none, easy={**none.easy, Group.SINGLE_LEG: 6.0})
    said = {each.code: each.inputs for each in summary(Findings(low._replace(hard_sets=easy), BOOKS))}
    assert said["FEW_HARD_SETS"] == {"groups": 1, "what": "push"}
    assert said["EASY_SETS"]["what"] == "lunges"
    under_way = low._replace(over=False)
    assert "FEW_HARD_SETS" not in {each.code for each in summary(Findings(under_way, BOOKS))}


def test_far_more_hard_sets_than_of_use_are_said_and_neither_praised_nor_added_to() -> None:
    sets = replace(GOOD.hard_sets, by_group={**GOOD.hard_sets.by_group, Group.LOWER_BILATERAL: 54.0})
    holes = GOOD.coverage._replace(required=(Required(Position.SUPINE, 0, 1),))
    eager = in_phase(GOOD, LOADING)._replace(
        above_ceiling=(Group.LOWER_BILATERAL,), hard_sets=sets, coverage=holes, times=6
    )
    said = holding(Findings(eager, BOOKS))
    assert [each.rule for each in said] == [Rule.TOO_MUCH]
    assert said[0].reason.inputs == {"sets": 54, "what": "squat+hinge", "ceiling": 20}
    head = summary(Findings(eager, BOOKS))[0]
    assert (head.code, head.inputs["done"]) == ("WEEK_TOO_MUCH", 6)


def test_strong_pain_leads_and_nothing_is_praised_weighed_or_added_beside_it() -> None:
    holes = GOOD.coverage._replace(required=(Required(Position.SUPINE, 0, 1),))
    lots = GOOD.run_lift._replace(runs=4, lifts=4, share=0.5, target=0.3, as_asked=False)
    hurting = in_phase(GOOD, LOADING)._replace(coverage=holes, run_lift=lots, adherence=Adherence(1, 8))
    assert {"I7", "I10"} <= set(rules(hurting))
    sore = hurting._replace(pains=(PainReport(on(6), CareArea.KNEE, 7),))
    assert rules(sore) == ["I2", "I1"]
    assert code(sore) == "PAIN_FIRST"
