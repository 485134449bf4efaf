"""Coverage and its holes, left and right, run : strength, pain (docs/rules.md 8.7 to 8.9, 4.9)."""

import pytest
from support.diaries import EXERCISES, PHASES, RULES, entry, hurts, log_of, on, run, session
from support.tools import possible_with

from tracker.domain.adapting.pain_log import lasting_pain, pain_reports, sore_sites
from tracker.domain.exercise import CareArea, Exercise, Ingredient, Position
from tracker.domain.phase import Phase
from tracker.domain.review.balance import RunLift, run_lift
from tracker.domain.review.coverage import Asked, Coverage, Demand, asked_of, coverage
from tracker.domain.review.filling import filler
from tracker.domain.strength.done_sets import done_sets
from tracker.domain.strength.symmetry import side_differences

RUN_SHARE = {phase: numbers.run_share for phase, numbers in PHASES.items()}
# One set in every position and of every ingredient; two pushes and two pulls.
ALL_ROUND = (
    "dead_bug x8@7",
    "push_up x10@7 x2",
    "bird_dog x8@7",
    "half_kneel_chop 10x8@7",
    "step_up_knee_drive 20x8@8",
    "lat_pulldown 40x8@8 x2",
    "pogo 20c",
)


def covered(
    *lines: str,
    phase: Phase | None = Phase.BASE,
    asked: Asked | None = None,
    asked_lately: Asked | None = None,
    long_enough: bool = True,
    jumps: bool = True,
) -> Coverage:
    sets = done_sets((session(on(2), *lines),), EXERCISES)
    demand = Demand(phase, asked, asked_lately or {}, long_enough, jumps)
    return coverage(sets, sets, demand, RULES.coverage)


def test_thirty_four_cells_make_sense() -> None:
    cells = covered().cells
    assert len(cells) == 36
    assert sum(count is not None for count in cells.values()) == 34
    assert cells[Ingredient.SLB, Position.PRONE] is None


def test_a_set_counts_for_every_ingredient_of_its_exercise() -> None:
    """Two sets of step-ups: single-leg strength, balance and opposite arms, standing."""
    found = covered("step_up_knee_drive 20x8/7@8 x2")
    for ingredient in (Ingredient.SLS, Ingredient.SLB, Ingredient.REC):
        assert found.cells[ingredient, Position.STANDING] == 2
        assert found.ingredients[ingredient] == 2
    assert found.positions[Position.STANDING] == 2
    assert sum(count or 0 for count in found.cells.values()) == 6


def test_lying_on_the_side_is_outside_the_six() -> None:
    found = covered("side_plank 30s@7")
    assert sum(found.positions.values()) == 0
    assert sum(count or 0 for count in found.cells.values()) == 0
    assert found.ingredients[Ingredient.ROT] == 1


def test_a_week_that_has_it_all() -> None:
    found = covered(*ALL_ROUND, asked=dict.fromkeys(Ingredient, 1))
    assert found.holes == ()
    assert found.score == 1.0
    assert len(found.required) == 12


def test_only_what_was_asked_is_missed_and_two_sets_are_enough() -> None:
    """Four pulls asked, one done; no rotation asked at all."""
    found = covered("lat_pulldown 40x8@8", asked={Ingredient.PLL: 4}, long_enough=False)
    assert [(each.what, each.sets, each.need) for each in found.required] == [(Ingredient.PLL, 1, 2)]
    assert found.score == 0.0
    assert covered("lat_pulldown 40x8@8 x2", asked={Ingredient.PLL: 4}, long_enough=False).score == 1.0


def test_a_position_left_out_for_fourteen_days_is_a_hole() -> None:
    found = covered(*(line for line in ALL_ROUND if "bird_dog" not in line))
    assert found.holes == (Position.QUADRUPED,)
    assert found.score == pytest.approx(5 / 6)


@pytest.mark.parametrize("phase", [Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY, None])
def test_nobody_fills_holes_now(phase: Phase | None) -> None:
    found = covered(phase=phase, asked=dict.fromkeys(Ingredient, 2))
    assert found.holes == ()
    assert found.score is None


def test_the_first_fortnight_is_not_judged_and_jumping_can_be_excused() -> None:
    assert covered(long_enough=False).required == ()
    without = covered(*(line for line in ALL_ROUND if "pogo" not in line), jumps=False)
    assert without.holes == ()


@pytest.mark.parametrize(
    ("push", "pull", "short"),
    [
        (2, 2, None),
        (4, 6, None),
        (6, 4, None),
        (3, 5, Ingredient.PSH),
        (5, 3, Ingredient.PLL),
        (0, 4, Ingredient.PSH),
        (1, 2, None),  # too few to speak of
        (0, 0, None),
    ],
)
def test_push_and_pull_between_two_to_three_and_three_to_two(
    push: int, pull: int, short: Ingredient | None
) -> None:
    lines = [
        line
        for line, sets in ((f"push_up x10@7 x{push}", push), (f"lat_pulldown 40x8@8 x{pull}", pull))
        if sets
    ]
    sides = covered(*lines).push_pull
    assert (sides.push, sides.pull, sides.short) == (push, pull, short)


def test_a_single_leg_deadlift_to_row_is_a_pull_as_in_the_grid() -> None:
    assert covered("sl_rdl_row 10x8@8 x2", "push_up x10@7 x2").push_pull == (2, 2, None)


@pytest.mark.parametrize(
    ("pull", "short"), [pytest.param(4, None, id="as planned"), pytest.param(5, Ingredient.PSH, id="further")]
)
def test_a_plan_that_leans_to_one_side_is_no_reason_to_add(pull: int, short: Ingredient | None) -> None:
    asked = {**dict.fromkeys(Ingredient, 0), Ingredient.PSH: 2, Ingredient.PLL: 4}
    done = covered("push_up x10@7 x2", f"lat_pulldown 40x8@8 x{pull}", asked_lately=asked)
    assert done.push_pull.short is short


def test_what_a_week_asks_is_read_from_its_sessions_done_or_not() -> None:
    asked = asked_of((session(on(1), "push_up 3x10@8: x10@8", "lat_pulldown 2x8@8: nothing"),), EXERCISES)
    assert asked[Ingredient.PSH] == 3
    assert asked[Ingredient.PLL] == 2
    assert asked[Ingredient.ROT] == 0


def household(exercise: Exercise) -> bool:
    return possible_with(
        exercise, {"none", "wall", "chair", "step", "table", "towel", "backpack", "broomstick"}
    )


@pytest.mark.parametrize("hole", [*Ingredient, *(each for each in Position if each is not Position.SIDE)])
def test_every_hole_can_be_filled_at_home(hole: Ingredient | Position) -> None:
    exercise = filler([hole], EXERCISES, household)
    assert exercise is not None
    assert household(exercise)
    assert hole in exercise.ingredients or exercise.position is hole


def test_one_exercise_for_two_holes() -> None:
    exercise = filler([Position.QUADRUPED, Ingredient.REC], EXERCISES, household)
    assert exercise is not None
    assert exercise.position is Position.QUADRUPED
    assert Ingredient.REC in exercise.ingredients


def test_a_filler_spares_what_hurts_and_jumps_only_where_jumping_is_missing() -> None:
    spared = filler([Ingredient.SLS], EXERCISES, household, avoid=[CareArea.KNEE, CareArea.LOWBACK])
    assert spared is not None
    assert not {CareArea.KNEE, CareArea.LOWBACK} & set(spared.care)
    for hole in Ingredient:
        exercise = filler([hole], EXERCISES, household)
        assert exercise is not None
        assert exercise.position is not Position.JUMPING


def test_nobody_jumps_to_fill_another_hole() -> None:
    jumps = (each for each in EXERCISES.values() if each.position is Position.JUMPING)
    hop = next(each for each in jumps if Ingredient.SLS in each.ingredients)
    assert filler([Ingredient.SLS], {hop.id: hop}, household) is None
    assert filler([Position.JUMPING], {hop.id: hop}, lambda _: True) == hop


def test_where_nothing_new_may_come_only_the_familiar_fills() -> None:
    holes = [Position.QUADRUPED]
    assert filler(holes, EXERCISES, household, only_recent=True) is None
    known = filler(holes, EXERCISES, household, recent=["bird_dog"], only_recent=True)
    assert known is not None
    assert known.id == "bird_dog"


@pytest.mark.parametrize(
    ("line", "times", "weaker"),
    [
        ("side_plank 30s/20s@7", 4, "right"),
        ("side_plank 20s/30s@7", 4, "left"),
        ("side_plank 30s/27s@7", 4, None),  # ten per cent
        ("side_plank 30s/20s@7", 3, None),  # three exposures
        ("sl_rdl 20x10/4@8", 4, "right"),
        ("sl_rdl 20x8/7@8", 4, None),
        ("sl_rdl 20x8@8", 4, None),
        ("back_squat 100x5@8", 4, None),
    ],
)
def test_sides_are_mentioned_from_fifteen_per_cent(line: str, times: int, weaker: str | None) -> None:
    log = log_of([session(on(week + 1), line) for week in range(times)])
    assert [each.weaker for each in side_differences(log, RULES.symmetry)] == ([weaker] if weaker else [])


def test_only_the_last_four_exposures_speak() -> None:
    lines = ["side_plank 30s/10s@7", *["side_plank 30s@7"] * 4]
    log = log_of([session(on(week + 1), line) for week, line in enumerate(lines)])
    assert side_differences(log, RULES.symmetry) == ()


def balanced(runs: int, lifts: int, phase: Phase | None) -> RunLift:
    log = log_of(
        [run(on(1 + i // 7, ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[i % 7])) for i in range(runs)],
        [session(on(1 + i // 3, ("tue", "thu", "sat")[i % 3]), "back_squat 100x5@8") for i in range(lifts)],
    )
    return run_lift(log, phase, RUN_SHARE, RULES.balance, RULES.load)


@pytest.mark.parametrize(
    ("phase", "runs", "lifts", "as_asked"),
    [
        (Phase.BASE, 6, 4, True),  # 60 : 40 exactly
        (Phase.BASE, 12, 4, False),  # six runs and two lifts a week
        (Phase.BASE, 7, 3, True),  # 30 % is just inside
        (Phase.OFF_SEASON, 4, 6, True),
        (Phase.OFF_SEASON, 6, 4, False),
        (Phase.BUILD_PERIODIZED, 8, 4, True),
        (Phase.PEAK, 12, 2, True),
        (Phase.TAPER, 8, 2, True),
        (Phase.RACE_WEEK, 2, 4, None),
        (Phase.RECOVERY, 2, 4, None),
        (Phase.BASE, 2, 1, None),  # three sessions say nothing
        (Phase.BASE, 0, 6, None),  # runs are not written down here
        (None, 6, 4, None),
    ],
)
def test_run_to_strength_by_sessions(
    phase: Phase | None, runs: int, lifts: int, as_asked: bool | None
) -> None:
    assert balanced(runs, lifts, phase).as_asked is as_asked


def test_a_phase_that_has_only_begun_is_not_judged() -> None:
    log = log_of([run(on(1, day)) for day in ("mon", "wed", "fri", "sun")])
    judged = [
        run_lift(log, Phase.BASE, RUN_SHARE, RULES.balance, RULES.load, settled=settled).as_asked
        for settled in (True, False)
    ]
    assert judged == [False, None]


def test_minutes_are_shown_when_all_are_known() -> None:
    """Three runs of 45 min, two lifts of 40."""
    found = balanced(3, 2, Phase.BASE)
    assert found.minutes_share == pytest.approx(80 / 215)
    assert found.minutes_band == (0.25, 0.40)
    unknown = run_lift(log_of(run(on(1), minutes=None)), Phase.BASE, RUN_SHARE, RULES.balance, RULES.load)
    assert unknown.minutes_share is None
    assert balanced(0, 0, Phase.BASE).share is None


@pytest.mark.parametrize(
    ("reports", "site"),
    [
        ([(1, "mon", 4), (1, "thu", 5), (2, "mon", 4)], CareArea.KNEE),
        ([(1, "mon", 4), (1, "thu", 3), (2, "mon", 4)], None),
        ([(1, "mon", 4), (2, "mon", 4)], None),
        ([(1, "mon", 3), (2, "mon", 3), (3, "mon", 3)], CareArea.KNEE),
        ([(1, "mon", 3), (2, "mon", 1), (3, "mon", 3)], None),
        ([(1, "tue", 3), (3, "mon", 3)], None),  # thirteen days
        ([], None),
    ],
)
def test_pain_that_lasts(reports: list[tuple[int, str, int]], site: CareArea | None) -> None:
    log = log_of([hurts(on(week, weekday), CareArea.KNEE, score) for week, weekday, score in reports])
    found = lasting_pain(pain_reports(log), on(3, "tue"), RULES.pain)
    assert (found.site if found else None) is site


def test_pain_of_long_ago_is_left_alone() -> None:
    log = log_of([hurts(on(1, day), CareArea.KNEE, 5) for day in ("mon", "wed", "fri")])
    assert lasting_pain(pain_reports(log), on(2), RULES.pain) is not None
    assert lasting_pain(pain_reports(log), on(4), RULES.pain) is None


def test_the_worst_report_of_a_day_counts_wherever_it_was_made() -> None:
    sore = session(on(1)).changed(entries=(entry("back_squat 60x5@6", pain=(CareArea.KNEE, 4)),))
    reports = pain_reports(log_of(sore, hurts(on(1), CareArea.KNEE, 2), hurts(on(2), CareArea.KNEE, 1)))
    assert [report.score for report in reports] == [4, 1]
    assert sore_sites(reports, 3) == frozenset()
    assert sore_sites(reports[:1], 3) == {CareArea.KNEE}
