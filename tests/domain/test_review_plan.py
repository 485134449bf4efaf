"""What a week under review had been asked for, from the runner's own choices."""

import tomllib
from importlib.resources import files

from support.diaries import EXERCISES, MONDAY, log_of, marathon_season, on

from tracker.domain.equipment import default_profiles
from tracker.domain.prescription import Rules
from tracker.domain.review.asked import ReviewPlan, review_plan
from tracker.domain.runner import Absence, Away, Runner, Safety
from tracker.domain.season.season import Season

NUMBERS = Rules.model_validate(tomllib.loads(files("data").joinpath("phases.toml").read_text("utf-8")))
PROFILES = {
    each.id: each
    for each in default_profiles(tomllib.loads(files("data").joinpath("equipment.toml").read_text("utf-8")))
}
RUNNER = Runner(run_week="REQEREL", lift_days=(1, 4), revisions=marathon_season().revisions)


def planned(runner: Runner, week: int, profile: str = "gym_kg") -> ReviewPlan:
    return review_plan(runner, NUMBERS, marathon_season(), log_of(), on(week), PROFILES[profile])


def test_four_weeks_back_and_one_ahead() -> None:
    plan = planned(RUNNER, 6)
    assert {day.date for day in plan.days} == {on(w, d) for w in (3, 4, 5, 6) for d in ("tue", "fri")}
    assert plan.next_days == (on(7, "tue"), on(7, "fri"))
    assert not any(day.neutral for day in plan.days)


def test_no_day_is_planned_before_the_plan_began() -> None:
    assert all(day.date >= MONDAY for day in planned(RUNNER, 1).days)
    assert {day.date for day in planned(RUNNER, 1).days} == {on(1, "tue"), on(1, "fri")}


def test_the_first_week_counts_from_the_day_it_was_planned() -> None:
    late = tuple(each.changed(made_on=on(1, "wed")) for each in RUNNER.revisions)
    plan = review_plan(
        RUNNER.changed(revisions=late), NUMBERS, Season.of(late), log_of(), on(1), PROFILES["gym_kg"]
    )
    assert [day.date for day in plan.days] == [on(1, "wed"), on(1, "fri")]


def test_days_away_are_neutral() -> None:
    ill = Absence(start=on(5, "thu"), end=on(6), kind=Away.ILLNESS)
    plan = planned(RUNNER.changed(absences=(ill,)), 6)
    assert [day.date for day in plan.days if day.neutral] == [on(5, "fri")]


def test_what_is_at_hand_and_whether_jumps_are_wanted() -> None:
    barbell, band = EXERCISES["back_squat"], EXERCISES["bird_dog"]
    assert planned(RUNNER, 6).available(barbell)
    assert not planned(RUNNER, 6, "travel_kg").available(barbell)
    assert planned(RUNNER, 6, "travel_kg").available(band)
    assert planned(RUNNER, 6).jumps
    assert not planned(RUNNER.changed(plyo=False), 6).jumps
    assert not planned(RUNNER.changed(safety=Safety(answered=True, conditions=True)), 6).jumps
