"""Lifting days around the runs of a week: R rest, E easy, Q quality, L long, X race; Monday first."""

import datetime as dt
import tomllib
from importlib.resources import files
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.errors import Misunderstood
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules
from tracker.domain.race import Distance, Priority, Race
from tracker.domain.reason import Reason, because
from tracker.domain.revision import Revision
from tracker.domain.run_week import RunDay, parse_days, parse_run_week, with_races
from tracker.domain.runner import Runner
from tracker.domain.season.lifting_days import (
    LiftingWeek,
    heavy_blocked,
    lifting_days,
    lower_blocked,
)
from tracker.domain.season.schedule import NEVER, Placement, day_scores, place
from tracker.domain.season.season import Season
from tracker.domain.season.week_plan import planned_weeks

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
RULES = Rules.model_validate(tomllib.loads(files("data").joinpath("phases.toml").read_text("utf-8")))
MONDAY = dt.date(2026, 6, 1)
SECOND_MONDAY = MONDAY + dt.timedelta(weeks=1)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def at(k: int, runs: str, phase: Phase = Phase.BASE, **wishes: Any) -> Placement:
    return place(parse_run_week(runs), k, phase, **wishes)


# week, scores of the seven days, days and total for two sessions, for three
WEEKS = [
    ("RQEQREL", (-40, 30, -15, 30, -15, -25, -30), ((TUE, THU), 60), ((TUE, THU), 60)),
    ("REQEREL", (-15, -10, 30, 10, -10, -25, -30), ((WED, FRI), 20), ((MON, WED, FRI), 5)),
    ("RQEQELR", (-25, 30, -15, 20, -30, -30, -15), ((TUE, THU), 50), ((TUE, THU, SUN), 35)),
    ("RERQRRL", (-15, 15, -25, 30, -15, -40, -30), ((TUE, THU), 45), ((TUE, THU), 45)),
    ("REEEREL", (-15, 15, 15, 15, -10, -25, -30), ((TUE, THU), 30), ((MON, WED, FRI), -10)),
    ("EQEQEEL", (-25, 30, -15, 30, 0, -25, -30), ((TUE, THU), 60), ((TUE, THU), 60)),
    ("RERERER", (0, 15, 0, 15, 0, 15, 0), ((TUE, SAT), 40), ((TUE, THU, SAT), 45)),
]


@pytest.mark.parametrize(("runs", "scores", "two", "three"), WEEKS)
def test_the_best_days_of_a_week(
    runs: str,
    scores: tuple[int, ...],
    two: tuple[tuple[int, ...], int],
    three: tuple[tuple[int, ...], int],
) -> None:
    assert at(2, runs).scores == scores
    assert (at(2, runs).days, at(2, runs).score) == two
    assert (at(3, runs).days, at(3, runs).score) == three


def test_a_marathon_race_week_has_its_primer_on_tuesday() -> None:
    """Thursday to Sunday are closed; the week before ended with a long run."""
    closed = {day: because("BLOCKED_RACE") for day in (THU, FRI, SAT, SUN)}
    placed = at(
        1, "EQERERX", Phase.RACE_WEEK, previous=parse_run_week("REQEREL"), blocked=closed, heavy=False
    )
    assert placed.scores == (-25, 30, 10, 0, -45, -999, -999)
    assert (placed.days, placed.score) == ((TUE,), 30)
    alone = at(1, "EQERERX", Phase.RACE_WEEK, blocked=closed)
    assert (alone.scores[MON], alone.days) == (-10, (TUE,))


def test_an_unknown_week_around_is_like_this_one_and_a_known_one_counts() -> None:
    assert at(2, "RQEQREL").scores[MON] == -40
    assert at(2, "RQEQREL", previous=parse_run_week("LREQREE")).scores[MON] == -25
    assert at(2, "RQEQREE", following=parse_run_week("LEEREQR")).scores[SUN] == -25
    assert at(2, "RQEQREE", following=parse_run_week("XREREER")).scores[SUN] == -999
    assert at(2, "RQEQREE", following=parse_run_week("RXREREE")).scores[SUN] == -45


def test_the_only_rest_day_is_kept_free() -> None:
    assert day_scores(tuple(map(RunDay, "EEEEREEEEE")))[THU] == -25
    assert "ONLY_REST_DAY" in codes(at(2, "EEEREEE").reasons[THU])


def test_ties_go_to_the_earliest_days() -> None:
    assert at(2, "EEEEEEE").days == (MON, THU)
    assert at(1, "EEEEEEE").days == (MON,)


def test_a_session_without_room_is_dropped_and_said() -> None:
    placed = at(3, "RQEQREL")
    assert placed.notes == (because("DROPPED_NO_ROOM", planned=3, placed=2),)
    assert at(2, "RQEQREL").notes == ()
    nothing = at(2, "RQEQREL", blocked={day: because("BEFORE_START") for day in range(7)})
    assert (nothing.days, nothing.score) == ((), 0)
    assert nothing.notes == (because("DROPPED_NO_ROOM", planned=2, placed=0),)
    assert at(0, "RQEQREL").notes == ()


def test_each_day_says_why() -> None:
    reasons = at(2, "RQEQREL").reasons
    assert [codes(day) for day in reasons] == [
        ["BEFORE_QUALITY", "NEXT_TO_LIFT"],
        ["SAME_DAY_QUALITY"],
        ["BEFORE_QUALITY", "NEXT_TO_LIFT", "NEXT_TO_LIFT"],
        ["SAME_DAY_QUALITY"],
        ["NEXT_TO_LIFT"],
        ["BEFORE_LONG"],
        ["LONG_DAY"],
    ]
    assert reasons[TUE][0].inputs == {"day": "Tuesday"}
    assert [reason.inputs["other"] for reason in reasons[WED][1:]] == ["Tuesday", "Thursday"]


def test_in_off_season_the_lift_may_come_first() -> None:
    assert codes(at(2, "RERERER", Phase.OFF_SEASON).reasons[TUE]) == ["EASY_DAY_LIFT_FIRST"]
    assert codes(at(2, "RERERER", Phase.BASE).reasons[TUE]) == ["EASY_DAY"]


# Days the runner fixed


def test_fixed_days_stay_and_their_clashes_are_named() -> None:
    placed = at(2, "REQEREL", fixed=(TUE, SAT))
    assert placed.days == (TUE, SAT)
    assert codes(placed.reasons[TUE]) == ["FIXED_BY_YOU", "EASY_DAY", "BEFORE_QUALITY"]
    assert codes(placed.reasons[SAT]) == ["FIXED_BY_YOU", "EASY_DAY", "BEFORE_LONG"]


def test_fixed_neighbours_are_kept_and_called_neighbours() -> None:
    placed = at(2, "RQEQREL", fixed=(TUE, WED))
    assert placed.days == (TUE, WED)
    assert "NEXT_TO_LIFT" in codes(placed.reasons[TUE])
    light = at(2, "RQEQREL", fixed=(TUE, WED), heavy=False)
    assert "NEXT_TO_LIFT" not in codes(light.reasons[TUE])


def test_one_fixed_day_is_joined_by_the_best_other() -> None:
    assert at(2, "RQEQREL", fixed=(THU,)).days == (TUE, THU)
    assert at(2, "RQEQREL", fixed=(SAT,)).days == (TUE, SAT)


def test_of_more_fixed_days_than_sessions_the_best_are_used() -> None:
    assert at(1, "REQEREL", fixed=(TUE, FRI)).days == (TUE,)
    assert at(2, "REQEREL", fixed=(TUE, THU, SUN)).days == (TUE, THU)


def test_a_closed_day_is_not_kept_even_if_fixed() -> None:
    closed = because("BLOCKED_RACE", race="Berlin")
    placed = at(2, "RQEQREL", fixed=(TUE, SAT), blocked={SAT: closed})
    assert placed.days == (TUE, THU)
    assert placed.reasons[SAT][0] == closed
    assert at(1, "EEEEEEX", fixed=(SAT,)).days == (MON,)


def test_moving_a_session_names_its_clashes() -> None:
    placed = at(2, "RQEQREL")
    assert placed.clashes(FRI, instead_of=THU) == ()
    assert codes(placed.clashes(FRI)) == ["NEXT_TO_LIFT"]
    assert codes(placed.clashes(SAT, instead_of=THU)) == ["BEFORE_LONG"]
    assert codes(placed.clashes(SUN, instead_of=TUE)) == ["LONG_DAY"]
    sunday_lift = at(2, "REEREEE", fixed=(WED, SUN))
    assert [reason.inputs["other"] for reason in sunday_lift.clashes(MON)] == ["Sunday"]


@settings(max_examples=150, deadline=None)
@given(
    runs=st.tuples(*[st.sampled_from(RunDay)] * 7),
    k=st.integers(0, 5),
    blocked=st.sets(st.integers(0, 6)),
    fixed=st.sets(st.integers(0, 6)),
)
def test_no_placement_breaks_the_rules(
    runs: tuple[RunDay, ...], k: int, blocked: set[int], fixed: set[int]
) -> None:
    closed = {day: because("BLOCKED_RACE") for day in blocked}
    placed = place(runs, k, Phase.BASE, blocked=closed, fixed=fixed)
    assert placed == place(runs, k, Phase.BASE, blocked=closed, fixed=sorted(fixed))
    assert len(placed.days) <= k
    assert (len(placed.days) < k) == bool(placed.notes)
    assert not set(placed.days) & blocked
    for day in placed.days:
        assert placed.scores[day] > (-999 if day in fixed else NEVER)
    for one, other in combinations(placed.days, 2):
        assert (other - one) % 7 not in (1, 6) or {one, other} <= fixed
    open_and_fixed = {day for day in fixed - blocked if placed.scores[day] > -999}
    assert len(open_and_fixed & set(placed.days)) == min(len(open_and_fixed), len(placed.days))


# Words


def test_a_run_week_is_seven_letters() -> None:
    assert parse_run_week("r e q, e r e l") == tuple(RunDay(letter) for letter in "REQEREL")
    with pytest.raises(Misunderstood, match='"Z" is not a kind of run'):
        parse_run_week("REQERZL")
    with pytest.raises(Misunderstood, match="this one has 6"):
        parse_run_week("REQERE")


@pytest.mark.parametrize(
    ("text", "days"),
    [("tue,fri", (TUE, FRI)), ("Friday Monday", (MON, FRI)), ("", ()), ("auto", ()), ("w, w", (WED,))],
)
def test_weekdays_as_people_write_them(text: str, days: tuple[int, ...]) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize("text", ["t", "someday", "tue;fri"])
def test_what_is_not_a_weekday(text: str) -> None:
    with pytest.raises(Misunderstood, match="is not a weekday"):
        parse_days(text)


# Real weeks: races, cut-offs, recovery, the first week


def race(distance: str, date: dt.date, priority: Priority = Priority.A) -> Race:
    return Race(id=distance, name=distance, date=date, distance=Distance(distance), priority=priority)


SUNDAY = dt.date(2026, 9, 27)


@pytest.mark.parametrize(
    ("distance", "lower", "heavy"),
    [("marathon", 4, 10), ("ultra", 4, 10), ("half", 3, 7), ("10k", 2, 5), ("5k", 2, 5)],
)
def test_the_last_days_to_lift_before_a_race(distance: str, lower: int, heavy: int) -> None:
    its = race(distance, SUNDAY)
    days = [SUNDAY - dt.timedelta(days=n) for n in range(-1, 14)]
    assert [its.days_from(day) for day in days if lower_blocked(its, day)] == list(range(lower))
    assert [its.days_from(day) for day in days if heavy_blocked(its, day)] == list(range(heavy))
    as_c = its.changed(priority=Priority.C)
    assert not any(lower_blocked(as_c, day) or heavy_blocked(as_c, day) for day in days)


def test_races_replace_the_runs_of_their_day() -> None:
    races = (
        race("10k", MONDAY + dt.timedelta(days=6), Priority.B),
        race("5k", MONDAY + dt.timedelta(days=3), Priority.C),
        race("marathon", MONDAY + dt.timedelta(days=1), Priority.C),
        race("half", SUNDAY),
    )
    assert "".join(with_races(parse_run_week("REEEREL"), races, MONDAY)) == "RLEQREX"


@pytest.mark.parametrize(("distance", "after"), [("5k", "EEQEREL"), ("10k", "EEEEREL"), ("half", "EEEEREL")])
def test_the_days_after_a_b_race_are_easy(distance: str, after: str) -> None:
    """Raced on the Sunday before a week of QEQEREL: 2, 3 or 5 days, rest days stay, another race stays a race."""
    usual, sunday = parse_run_week("QEQEREL"), MONDAY - dt.timedelta(days=1)
    raced = race(distance, sunday, Priority.B)
    assert "".join(with_races(usual, (raced,), MONDAY)) == after
    assert with_races(usual, (raced.changed(priority=Priority.C),), MONDAY) == usual
    assert [raced.eases(MONDAY + n * dt.timedelta(weeks=1)) for n in (-1, 0, 1)] == [False, True, False]
    soon = race("5k", MONDAY + dt.timedelta(days=1), Priority.C)
    assert with_races(usual, (raced, soon), MONDAY)[1] is RunDay.QUALITY


def season(*races: Race, made_on: dt.date = MONDAY) -> Season:
    return Season.of([Revision(made_on=made_on, races=races)])


def lifts(week: LiftingWeek) -> list[str]:
    return [f"{day.date:%a}" for day in week.days]


RUN_WEEK = parse_run_week("REQEREL")


def planned(*races: Race, week: dt.date, k: int = 2, fixed: tuple[int, ...] = ()) -> LiftingWeek:
    return lifting_days(season(*races).week(week), RUN_WEEK, k, races=races, fixed=fixed)


def test_a_plain_week_follows_the_runs() -> None:
    week = planned(week=SECOND_MONDAY)
    assert lifts(week) == ["Wed", "Fri"]
    assert codes(week.days[0].reasons) == ["SAME_DAY_QUALITY"]
    assert week.day(SECOND_MONDAY) is None
    assert codes(week.reasons(SECOND_MONDAY + dt.timedelta(days=5))) == ["BEFORE_LONG", "NEXT_TO_LIFT"]


def test_a_marathon_race_week_lifts_by_wednesday() -> None:
    week = planned(race("marathon", SUNDAY), week=SUNDAY, k=1, fixed=(TUE, FRI))
    assert lifts(week) == ["Tue"]
    assert codes(week.reasons(SUNDAY - dt.timedelta(days=3)))[0] == "BLOCKED_RACE"
    friday = week.clashes(SUNDAY - dt.timedelta(days=2))
    assert friday[0].inputs == {"day": "Friday", "race": "marathon", "days": 4}


def test_before_a_tuesday_5k_the_heavy_days_end_on_wednesday() -> None:
    """Peak goes on until race week, so the five days without heavy lifting reach into it."""
    tuesday = MONDAY + dt.timedelta(days=50)
    week = planned(race("5k", tuesday), week=tuesday - dt.timedelta(days=7))
    assert lifts(week) == ["Mon", "Wed"]
    assert codes(week.reasons(tuesday - dt.timedelta(days=4)))[0] == "BLOCKED_HEAVY"


def test_a_b_race_closes_two_days_before_and_the_days_after() -> None:
    saturday = MONDAY + dt.timedelta(days=12)
    week = planned(race("10k", saturday, Priority.B), week=saturday, k=3)
    assert "".join(week.runs) == "REQERXE"
    assert lifts(week) == ["Mon", "Wed"]
    closed = [codes(week.reasons(saturday + dt.timedelta(days=n)))[0] for n in (-1, 0, 1)]
    assert closed == ["BLOCKED_RACE", "BLOCKED_RACE", "BLOCKED_RECOVERY"]
    after = planned(race("10k", saturday, Priority.B), week=saturday + dt.timedelta(days=2))
    assert codes(after.reasons(MONDAY + dt.timedelta(weeks=2)))[0] == "BLOCKED_RECOVERY"


def test_the_week_after_a_marathon_trains_above_the_legs_only() -> None:
    berlin = race("marathon", SUNDAY)
    week = planned(berlin, week=SUNDAY + dt.timedelta(days=1))
    assert [(f"{day.date:%a}", day.lower) for day in week.days] == [("Wed", False), ("Fri", False)]
    assert codes(week.reasons(SUNDAY + dt.timedelta(days=2)))[0] == "BLOCKED_RECOVERY"
    second = planned(berlin, week=SUNDAY + dt.timedelta(days=8))
    assert [day.lower for day in second.days] == [True, True]


def test_the_first_week_begins_on_the_day_of_the_plan() -> None:
    friday = MONDAY + dt.timedelta(days=4)
    week = lifting_days(season(made_on=friday).week(MONDAY), RUN_WEEK, 2)
    assert lifts(week) == ["Fri"]
    assert codes(week.reasons(MONDAY))[0] == "BEFORE_START"
    assert codes(week.notes) == ["DROPPED_NO_ROOM"]


@pytest.mark.parametrize("weekday", range(7))
def test_nothing_is_lifted_on_the_day_of_a_race_run_for_training(weekday: int) -> None:
    """A C race moves no other day than a quality run there would."""
    day = MONDAY + dt.timedelta(weeks=2, days=weekday)
    races = (race("10k", day, Priority.C),)
    for k in (2, 3):
        week = lifting_days(season(*races).week(day), parse_run_week("REQEREL"), k, races=races)
        assert week.day(day) is None
        assert "RACE_DAY" in codes(week.reasons(day))


def arrival(weekday: int, k: int = 2, runs: str = "REQEREL", **plan: Any) -> LiftingWeek:
    """The first week of somebody who came on *weekday* and has not lifted yet."""
    made_on = MONDAY + dt.timedelta(days=weekday)
    week = season(*plan.get("races", ()), made_on=made_on).week(made_on)
    return lifting_days(week, parse_run_week(runs), k, **plan)


@pytest.mark.parametrize(
    ("weekday", "two", "three"),
    [
        (MON, "Mon Wed", "Mon Wed Fri"),
        (TUE, "Tue Thu", "Tue Thu"),
        (WED, "Wed Fri", "Wed Fri"),
        (THU, "Thu", "Thu"),
        (FRI, "Fri", "Fri"),
        (SAT, "Sat", "Sat"),
        (SUN, "Sun", "Sun"),
    ],
)
def test_whoever_comes_lifts_the_same_day(weekday: int, two: str, three: str) -> None:
    """REQEREL: the rest of the week is laid around the first day, the long run left alone."""
    week = arrival(weekday)
    assert " ".join(lifts(week)) == two
    assert codes(week.days[0].reasons)[0] == "FIRST_SESSION"
    assert " ".join(lifts(arrival(weekday, k=3))) == three


def test_the_first_day_is_not_forced_where_days_were_chosen_or_the_legs_are_spoken_for() -> None:
    assert lifts(arrival(THU, fixed=(TUE, FRI))) == ["Fri"], "the runner's own days"
    yesterday = MONDAY + dt.timedelta(days=TUE)
    assert lifts(arrival(WED, last_lift=yesterday)) == ["Thu"], "lifted yesterday"
    for days in (0, 1):
        fun_run = race("5k", MONDAY + dt.timedelta(days=TUE + days), Priority.C)
        told = arrival(TUE, races=(fun_run,)).reasons(yesterday)
        assert "FIRST_SESSION" not in codes(told), "a race today or tomorrow"
    assert lifts(arrival(WED, k=0)) == [], "no lifting wanted"


@settings(max_examples=200, deadline=None)
@given(
    runs=st.tuples(*[st.sampled_from("REQL")] * 7).map("".join),
    weekday=st.integers(0, 6),
    k=st.integers(1, 5),
    days=st.integers(7, 200) | st.none(),
    distance=st.sampled_from(Distance),
)
def test_a_first_week_begins_at_once_and_leaves_a_day_between(
    runs: str, weekday: int, k: int, days: int | None, distance: Distance
) -> None:
    made_on = MONDAY + dt.timedelta(days=weekday)
    races = () if days is None else (race(distance, made_on + dt.timedelta(days=days)),)
    week = season(*races, made_on=made_on).week(made_on)
    dates = [day.date for day in lifting_days(week, parse_run_week(runs), k, races=races).days]
    heavy_closed = any(heavy_blocked(each, made_on) for each in races)
    assert dates[:1] == [made_on] or heavy_closed
    assert len(dates) <= k
    assert all((other - one).days > 1 for one, other in pairwise(dates))


def test_the_day_after_last_weeks_lift_stays_free() -> None:
    """Sunday's lift of last week closes Monday, unless the runner fixed it; then the clash is named."""
    sunday = MONDAY - dt.timedelta(days=1)
    runs = parse_run_week("EREREER")
    free = lifting_days(season().week(MONDAY), runs, 3, last_lift=sunday)
    assert MONDAY not in [day.date for day in free.days]
    fixed = lifting_days(season().week(MONDAY), runs, 2, fixed=(MON, THU), last_lift=sunday)
    assert lifts(fixed) == ["Mon", "Thu"]
    assert free.reasons(MONDAY)[0] == because("NEXT_TO_LIFT", day="Monday", other="Sunday")
    assert fixed.clashes(MONDAY) == (because("NEXT_TO_LIFT", day="Monday", other="Sunday"),)


def test_a_session_moves_within_its_week() -> None:
    week = planned(week=SECOND_MONDAY)
    friday, saturday, sunday = (SECOND_MONDAY + dt.timedelta(days=n) for n in (4, 5, 6))
    assert codes(week.clashes(saturday, instead_of=friday)) == ["BEFORE_LONG"]
    assert codes(week.clashes(saturday)) == ["BEFORE_LONG", "NEXT_TO_LIFT"]
    next_monday = SECOND_MONDAY + dt.timedelta(weeks=1)
    assert codes(week.clashes(sunday, instead_of=friday, others=(next_monday,))) == [
        "LONG_DAY",
        "NEXT_TO_LIFT",
    ]
    with pytest.raises(ValueError, match="not in the week"):
        week.clashes(next_monday)


@settings(max_examples=40, deadline=None)
@given(
    runs=st.tuples(*[st.sampled_from("REQL")] * 7).map("".join),
    distance=st.sampled_from(Distance),
    day=st.integers(0, 120),
    fixed=st.sets(st.integers(0, 6), max_size=3),
)
def test_no_planned_day_is_closed_by_a_race(runs: str, distance: Distance, day: int, fixed: set[int]) -> None:
    goal = race(distance, MONDAY + dt.timedelta(days=day))
    runner = Runner(
        revisions=season(goal).revisions, run_week=runs, lift_days=tuple(sorted(fixed)), lifts_per_week=2
    )
    end = goal.date + dt.timedelta(weeks=6)
    weeks = season(goal).weeks(MONDAY, end)
    plan = planned_weeks(runner, RULES, season(goal), TrainingLog(()), MONDAY, end)
    assert [each.week for each in plan] == list(weeks)
    dates = [each.date for week in plan for each in week.days]
    for date in dates:
        assert not lower_blocked(goal, date)
    heavy = {week.monday for week in weeks if week.phase in (Phase.BASE, Phase.PEAK) or week.phase.is_build}
    for one, other in pairwise(dates):
        monday = other - dt.timedelta(days=other.weekday())
        assert (other - one).days > 1 or fixed or monday not in heavy
