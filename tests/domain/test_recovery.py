"""The days after a race, counted from race day as day 0."""

import datetime as dt

import pytest

from tracker.domain.race import Distance, Priority, Race
from tracker.domain.season.recovery import normal_from, recovery_on, recovery_stage

SUNDAY = dt.date(2026, 9, 27)


def race(distance: str, priority: Priority = Priority.A, date: dt.date = SUNDAY) -> Race:
    return Race(id=distance, name=distance, date=date, distance=Distance(distance), priority=priority)


def after(days: int) -> dt.date:
    return SUNDAY + dt.timedelta(days=days)


# distance: first and last day of stage 0, 1, 2, 3; the day from which lifting is normal
STAGES = [
    ("5k", (0, 1), None, None, (2, 4), 5),
    ("10k", (0, 2), None, (3, 4), (5, 7), 8),
    ("half", (0, 3), (4, 6), (7, 9), (10, 13), 14),
    ("marathon", (0, 6), (7, 10), (11, 14), (15, 20), 21),
    ("ultra", (0, 9), (10, 15), (16, 21), (22, 27), 28),
]


@pytest.mark.parametrize(("distance", "zero", "one", "two", "three", "normal"), STAGES)
def test_the_return_is_staged_by_day(
    distance: str,
    zero: tuple[int, int],
    one: tuple[int, int] | None,
    two: tuple[int, int] | None,
    three: tuple[int, int],
    normal: int,
) -> None:
    expected = {
        day: stage
        for stage, days in enumerate((zero, one, two, three))
        if days
        for day in range(days[0], days[1] + 1)
    }
    for priority in (Priority.A, Priority.B):
        its = race(distance, priority)
        assert {day: recovery_stage(its, after(day)) for day in range(normal)} == expected
        assert recovery_stage(its, after(normal)) is None
        assert recovery_stage(its, after(-1)) is None
        assert normal_from(its) == after(normal)


@pytest.mark.parametrize(
    ("distance", "first_upper_day"), [("5k", 1), ("10k", 1), ("half", 2), ("marathon", 3), ("ultra", 5)]
)
def test_upper_body_and_core_start_halfway_through_the_days_without_legs(
    distance: str, first_upper_day: int
) -> None:
    its = race(distance)
    upper = [recovery_on((its,), after(day)) for day in range(10)]
    assert next(day for day, found in enumerate(upper) if found and found.upper) == first_upper_day
    assert [found.lower for found in upper[:2] if found] == [False, False]


@pytest.mark.parametrize(("distance", "days"), [("5k", 2), ("10k", 3), ("half", 5)])
def test_a_b_race_is_followed_by_easy_days(distance: str, days: int) -> None:
    its = race(distance, Priority.B)
    found = [recovery_on((its,), after(day)) for day in range(14)]
    assert [day for day, each in enumerate(found) if each and each.easy] == list(range(days + 1))
    as_a = recovery_on((race(distance),), after(1))
    assert as_a is not None
    assert not as_a.easy


def test_a_c_race_is_a_quality_run_unless_it_is_long() -> None:
    assert recovery_stage(race("half", Priority.C), after(1)) is None
    assert recovery_stage(race("marathon", Priority.C), after(1)) == 0


def test_of_two_recoveries_the_stricter_holds() -> None:
    marathon, ten = race("marathon"), race("10k", date=after(14))
    found = recovery_on((marathon, ten), after(15))
    assert found is not None
    assert (found.race, found.day, found.stage) == (ten, 1, 0)
    later = recovery_on((marathon, ten), after(20))
    assert later is not None
    assert (later.race, later.stage, later.normal_from) == (ten, 3, after(22))
    assert recovery_on((marathon, ten), after(22)) is None
