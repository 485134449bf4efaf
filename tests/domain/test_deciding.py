"""What the review decides about the week after, and taking it back."""

from datetime import timedelta

import pytest
from support.diaries import on
from support.marathon_year import SEASON

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.review.deciding import Decided, before_pull, decided, with_decided
from tracker.domain.review.options import Option, OptionKind
from tracker.domain.runner import Move, Runner, Verdict
from tracker.domain.season.season import Season

RUNNER = Runner(revisions=SEASON.revisions)
WEEK = on(6)  # a loading week of build
DAYS = (on(6, "tue"), on(6, "fri"))
HOLD, BACK_OFF = Option(kind=OptionKind.HOLD), Option(kind=OptionKind.BACK_OFF)
CARRY_ON, PULL = Option(kind=OptionKind.CARRY_ON), Option(kind=OptionKind.PULL_DELOAD)
ACCEPT = Option(kind=OptionKind.ACCEPT_DAYS, inputs={"dates": ",".join(day.isoformat() for day in DAYS)})
FILL = Option(kind=OptionKind.FILL_HOLE, inputs={"exercise": "bird_dog", "name": "Bird dog", "minutes": 3})


def choose(runner: Runner, *options: Option) -> Runner:
    for option in options:
        runner = with_decided(runner, WEEK, decided(runner, WEEK).after(option), WEEK - timedelta(days=1))
    return runner


@pytest.mark.parametrize("option", [HOLD, BACK_OFF, PULL, ACCEPT, FILL], ids=lambda each: each.kind.value)
def test_the_same_choice_twice_changes_nothing(option: Option) -> None:
    once = choose(RUNNER, option)
    assert decided(once, WEEK).chose(option)
    assert once != RUNNER
    assert choose(once, option) == RUNNER


@pytest.mark.parametrize("first", [HOLD, BACK_OFF, PULL], ids=lambda each: each.kind.value)
@pytest.mark.parametrize("second", [HOLD, BACK_OFF, PULL, CARRY_ON], ids=lambda each: each.kind.value)
def test_loads_are_decided_one_way_only(first: Option, second: Option) -> None:
    stands = decided(choose(RUNNER, first, second), WEEK)
    assert sum(stands.chose(each) for each in (CARRY_ON, HOLD, BACK_OFF, PULL)) == 1
    assert stands.chose(second) or first is second


def test_days_and_extras_stand_beside_any_of_them() -> None:
    stands = decided(choose(RUNNER, ACCEPT, FILL, HOLD), WEEK)
    assert stands == Decided(Verdict.HOLD, days=DAYS, extras=("bird_dog",))


def test_a_pulled_deload_makes_that_week_light_and_lets_the_next_load() -> None:
    season = Season.of(choose(RUNNER, PULL).revisions)
    assert season.week(WEEK).deload
    assert not SEASON.week(WEEK).deload
    assert before_pull(choose(RUNNER, PULL), WEEK) == RUNNER


def test_a_deload_cannot_be_pulled_where_the_season_has_no_room_for_it() -> None:
    taper = next(week.monday for week in SEASON.weeks(on(1), on(20)) if week.phase.value == "taper")
    with pytest.raises(NothingToDo):
        with_decided(RUNNER, taper, Decided(pulled=True), on(1))
    with pytest.raises(Refused):
        with_decided(RUNNER, taper - timedelta(weeks=1), Decided(pulled=True), on(1))


def test_accepted_days_take_the_place_of_moves_until_they_are_taken_back() -> None:
    moved = RUNNER.changed(moves=(Move(from_day=on(6, "thu"), to_day=on(6, "sat")),))
    accepted = choose(moved, ACCEPT)
    assert accepted.moves == ()
    assert with_decided(accepted, WEEK, decided(moved, WEEK), WEEK) == moved


def test_other_weeks_are_left_alone() -> None:
    both = with_decided(choose(RUNNER, HOLD), on(7), Decided(Verdict.BACK_OFF), WEEK)
    assert decided(both, WEEK).verdict is Verdict.HOLD
