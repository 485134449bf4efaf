"""Getting stronger, or at least keeping it (docs/rules.md 8.4)."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.diaries import RULES, log_of, on, session

from tracker.domain.phase import Phase
from tracker.domain.session import Session
from tracker.domain.strength.estimates import Estimates
from tracker.domain.strength.trend import (
    Block,
    Direction,
    LiftTrend,
    lift_trends,
    reference_block,
    theil_sen,
    trend_of,
    weeks_in,
)


def test_the_printed_row_rises_and_is_still_no_clear_change() -> None:
    trend = trend_of([100, 100.6, 101.2, 101.0, 102.1, 102.4], RULES.trend)
    assert trend.direction is Direction.RISING
    assert trend.slope == pytest.approx(0.00475, abs=0.00001)
    assert trend.change == pytest.approx(0.024)
    assert not trend.clear


@pytest.mark.parametrize(
    ("values", "direction", "clear"),
    [
        ([100, 101, 102, 103], Direction.RISING, True),
        ([103, 102, 101, 100], Direction.FALLING, True),
        ([100, 100, 100], Direction.FLAT, True),
        ([100, 100.2, 100.4], Direction.FLAT, True),
        ([100, 99.5, 99.0], Direction.FALLING, False),
        ([100, 101, 60, 103, 104], Direction.RISING, True),  # one odd week does not tilt it
    ],
)
def test_direction_of_a_row(values: list[float], direction: Direction, clear: bool) -> None:
    trend = trend_of(values, RULES.trend)
    assert (trend.direction, trend.clear) == (direction, clear)


@given(st.lists(st.floats(20, 300), min_size=2, max_size=8), st.floats(0.1, 10))
def test_the_trend_is_the_same_in_pounds(values: list[float], factor: float) -> None:
    assert theil_sen([value * factor for value in values]) == pytest.approx(
        theil_sen(values) * factor, rel=1e-6, abs=1e-6
    )


def weekly(loads: Iterator[float] | list[float], phase: Phase = Phase.BASE, first: int = 1) -> list[Session]:
    """One squat session a week, five at RPE 8."""
    return [
        session(on(first + week, "tue"), f"back_squat {load}x5@8 x3", phase=phase)
        for week, load in enumerate(loads)
    ]


def squat(sessions: list[Session], end: date, block: Block | None = None) -> LiftTrend | None:
    log = log_of(sessions)
    found = lift_trends(log, Estimates(log), end, block, RULES.trend)
    return next((each for each in found if each.exercise == "back_squat"), None)


@pytest.mark.parametrize(("weeks", "known"), [(1, False), (4, False), (5, True), (9, True)])
def test_a_trend_takes_three_weeks_from_the_third_exposure_on(weeks: int, known: bool) -> None:
    lift = squat(weekly([100] * weeks), on(weeks + 1))
    assert lift is not None
    assert (lift.trend is not None) is known


def test_a_careful_first_estimate_is_not_taken_for_progress() -> None:
    """The same hundred kilos five weeks running, while the estimate still finds its feet."""
    lift = squat(weekly([100] * 5), on(6))
    assert lift is not None
    assert lift.trend is not None
    assert lift.trend.direction is Direction.FLAT


def test_four_exposures_in_two_weeks_are_no_trend() -> None:
    crammed = [session(on(1 + i // 2, ("tue", "fri")[i % 2]), "back_squat 100x5@8") for i in range(4)]
    lift = squat(crammed, on(3))
    assert lift is not None
    assert lift.trend is None


def test_six_weeks_are_looked_at_and_nothing_after_them() -> None:
    sessions = weekly([60, 60, 100, 102.5, 105, 107.5, 110, 112.5, 200])
    lift = squat(sessions, on(9))
    assert lift is not None
    assert [monday for monday, _ in lift.values] == [on(week) for week in range(3, 9)]
    assert lift.values[-1][1] < 150
    assert lift.trend is not None
    assert lift.trend.direction is Direction.RISING


def test_a_lift_left_alone_for_six_weeks_is_not_listed() -> None:
    assert squat(weekly([100] * 4), on(11)) is None


@pytest.mark.parametrize("line", ["push_up x10@8", "plank 30s@8", "pogo 20c@7"])
def test_what_has_no_load_has_no_e1rm(line: str) -> None:
    log = log_of([session(on(week), line) for week in range(1, 6)])
    assert lift_trends(log, Estimates(log), on(6), None, RULES.trend) == ()


def test_deload_and_taper_do_not_pull_the_trend_down() -> None:
    eased = session(on(6, "tue"), "back_squat 2x4@6: 60x4@6 x2", phase=Phase.TAPER)
    lift = squat([*weekly([100] * 5), eased], on(7))
    assert lift is not None
    assert lift.trend is not None
    assert lift.trend.direction is Direction.FLAT
    assert lift.holds


def test_strength_kept_is_held_against_the_best_of_the_off_season() -> None:
    """Five at 110 in winter, five at 107.5 in build, both at RPE 8."""
    winter = weekly([100, 105, 110, 110, 110, 110], Phase.OFF_SEASON)
    build = weekly([107.5] * 6, Phase.BUILD_MAINTENANCE, first=7)
    block = reference_block(log_of(winter, build).sessions, Phase.BUILD_MAINTENANCE, on(13), RULES.trend)
    assert block == (on(1, "tue"), on(6, "wed"), Phase.OFF_SEASON)
    lift = squat([*winter, *build], on(13), block)
    assert lift is not None
    assert lift.kept == pytest.approx(107.5 / 110, abs=0.015)


def test_a_block_of_nothing_but_deloads_proves_nothing() -> None:
    before = weekly([100] * 4)
    eased = session(on(5, "tue"), "back_squat 90x5@6", phase=Phase.OFF_SEASON, deload=True)
    build = weekly([100] * 4, Phase.BUILD_MAINTENANCE, first=6)
    lift = squat([*before, eased, *build], on(10), Block(on(5), on(6), Phase.OFF_SEASON))
    assert lift is not None
    assert lift.kept is None


@pytest.mark.parametrize(
    ("phases", "now", "expected"),
    [
        (["off_season", "base", "build_maintenance"], "build_maintenance", (1, 1)),
        (["off_season", "off_season", "base"], "base", (1, 2)),
        (["base", "base", "build_periodized"], "build_periodized", (1, 2)),
        (["base", "build_periodized", "peak", "taper"], "race_week", (1, 1)),
        (["base", "base"], "build_maintenance", (1, 2)),  # Monday of the first build week
        (["off_season", "base", "off_season"], "off_season", (1, 1)),
        (["off_season", "recovery", "base", "build_maintenance"], "build_maintenance", (1, 1)),
        (["off_season", "off_season"], "off_season", None),
        (["base", "base"], "base", None),
        ([], "build_maintenance", None),
        ([], None, None),
    ],
)
def test_what_strength_is_held_against(
    phases: list[str], now: str | None, expected: tuple[int, int] | None
) -> None:
    """One session a week, a phase each; the block is given by its first and last week."""
    sessions = [session(on(i + 1), "back_squat 100x5@8", phase=Phase(name)) for i, name in enumerate(phases)]
    end = on(len(phases) + 1)
    block = reference_block(sessions, Phase(now) if now else None, end, RULES.trend)
    assert (block[:2] if block else None) == (
        None if expected is None else (on(expected[0]), on(expected[1], "tue"))
    )


def test_nothing_older_than_a_year_counts() -> None:
    winter = session(on(1), "back_squat 110x5@8", phase=Phase.OFF_SEASON)
    build = session(on(60), "back_squat 110x5@8", phase=Phase.BUILD_MAINTENANCE)
    assert reference_block((winter, build), Phase.BUILD_MAINTENANCE, on(61), RULES.trend) is None


def test_weeks_of_a_block_are_counted_by_the_calendar() -> None:
    assert weeks_in(Block(on(1, "sun"), on(2, "tue"), Phase.BASE)) == 2
    assert weeks_in(Block(on(1), on(1, "sun"), Phase.BASE)) == 1


def test_a_lift_left_alone_for_weeks_is_neither_kept_nor_trending() -> None:
    sessions = weekly([80.0, 82.0, 84.0, 85.0])
    block = Block(on(1), on(3), Phase.OFF_SEASON)
    done, left = squat(sessions, on(7), block), squat(sessions, on(8), block)
    assert done is not None
    assert done.trend is not None
    assert done.kept is not None
    assert not done.left
    assert left is not None
    assert (left.left, left.trend, left.kept, left.values) == (True, None, None, ())
    assert left.last == sessions[-1].date
