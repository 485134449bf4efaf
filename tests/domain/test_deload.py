"""Deloads moved by a week and pulled forward; a marathon in 16 weeks has them in 4, 8 and 12, the taper in 14."""

import datetime as dt
from typing import Literal

import pytest

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.race import Distance, Race
from tracker.domain.revision import DeloadMove, Revision
from tracker.domain.season.deload import with_deload_moved, with_deload_pulled
from tracker.domain.season.season import Season

MONDAY = dt.date(2026, 6, 1)


def monday(week: int) -> dt.date:
    return MONDAY + dt.timedelta(weeks=week - 1)


BERLIN = Race(id="berlin", name="Berlin", date=monday(16), distance=Distance.MARATHON)
PLAN = Revision(made_on=MONDAY, races=(BERLIN,))
SEASON = Season.of([PLAN])


def deloads(revision: Revision) -> list[int]:
    weeks = Season.of([revision]).weeks(MONDAY, monday(17))
    return [number for number, week in enumerate(weeks, start=1) if week.deload]


def moved(revision: Revision, week: int, by: Literal[-1, 1], today: int = 1) -> Revision:
    return with_deload_moved(Season.of([revision]), monday(week), by, monday(today))


@pytest.mark.parametrize(
    ("week", "by", "expected"),
    [
        pytest.param(4, 1, [5, 9], id="later"),
        pytest.param(4, -1, [3, 7, 11], id="earlier"),
        pytest.param(8, 1, [4, 9], id="second-later"),
        pytest.param(8, -1, [4, 7, 11], id="second-earlier"),
        pytest.param(12, -1, [4, 8, 11], id="last-earlier"),
    ],
)
def test_a_deload_moves_by_a_week_and_counting_starts_after_it(
    week: int, by: Literal[-1, 1], expected: list[int]
) -> None:
    """A deload in 9 leaves four loading weeks to the taper, so there is none in 12."""
    assert deloads(moved(PLAN, week, by)) == expected


def test_a_deload_does_not_move_next_to_the_taper() -> None:
    with pytest.raises(Refused, match="The week of Mon 24 Aug 2026 comes just before the taper"):
        moved(PLAN, 12, 1)


def test_a_moved_deload_goes_back_but_no_further() -> None:
    later = moved(PLAN, 4, 1)
    assert later.deload_moves == (DeloadMove(week=monday(4), by=1),)
    assert moved(later, 5, -1).deload_moves == ()
    with pytest.raises(Refused, match="by one week only"):
        moved(later, 5, 1)
    earlier = moved(PLAN, 4, -1)
    assert moved(earlier, 3, 1).deload_moves == ()


def test_a_week_that_is_no_deload_or_is_over_does_not_move() -> None:
    with pytest.raises(Refused, match="The week of Mon 8 Jun 2026 is not a deload"):
        moved(PLAN, 2, 1)
    with pytest.raises(Refused, match="between this week and the weeks to come"):
        moved(PLAN, 4, 1, today=5)
    with pytest.raises(Refused, match="between this week and the weeks to come"):
        moved(PLAN, 4, -1, today=4)


def test_a_move_that_lost_its_deload_does_nothing() -> None:
    """The race moved since, and the week that was to wait is in the taper now."""
    stale = PLAN.changed(deload_moves=(DeloadMove(week=monday(12), by=1), DeloadMove(week=monday(15), by=-1)))
    assert deloads(stale) == deloads(PLAN)


def test_a_deload_is_pulled_forward_and_counting_starts_again() -> None:
    pulled = with_deload_pulled(SEASON, monday(6), monday(5))
    assert pulled.pulled == (monday(6),)
    assert deloads(pulled) == [4, 6, 9]


def test_a_pulled_deload_moves_too() -> None:
    pulled = with_deload_pulled(SEASON, monday(6), monday(5))
    assert moved(pulled, 6, 1).pulled == (monday(7),)


def test_one_deload_is_pulled_in_three_weeks_at_most() -> None:
    once = Season.of([with_deload_pulled(SEASON, monday(5), monday(5))])
    with pytest.raises(Refused, match="already pulled to the week of Mon 29 Jun 2026"):
        with_deload_pulled(once, monday(7), monday(6))
    twice = with_deload_pulled(once, monday(8), monday(7))
    assert deloads(twice)[:3] == [4, 5, 8]


def test_pulled_deloads_of_earlier_plans_count() -> None:
    first = PLAN.changed(pulled=(monday(5),))
    season = Season.of([first, Revision(made_on=monday(6), races=(BERLIN,))])
    with pytest.raises(Refused, match="already pulled"):
        with_deload_pulled(season, monday(7), monday(6))


@pytest.mark.parametrize(
    ("week", "error", "sentence"),
    [
        (4, NothingToDo, "is light already"),
        (14, NothingToDo, "is light already"),
        (16, NothingToDo, "is light already"),
        (13, Refused, "comes just before the taper"),
        (2, Refused, "That week is over"),
    ],
)
def test_weeks_that_cannot_be_pulled(week: int, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        with_deload_pulled(SEASON, monday(week), monday(3))


def test_pulling_a_deload_never_changes_the_style_of_the_build() -> None:
    """Build is weeks 3 to 6 with three loading weeks; the pulled deload leaves two, and the wave goes on."""
    goal = BERLIN.changed(date=monday(12))
    season = Season.of([Revision(made_on=MONDAY, races=(goal,))])
    pulled = Season.of([with_deload_pulled(season, monday(6), monday(5))])
    assert [week.phase for week in pulled.weeks(MONDAY, monday(13))] == [
        week.phase for week in season.weeks(MONDAY, monday(13))
    ]
