"""The plan of a runner's year: exact layouts, several races, re-planning, recovery by day."""

import datetime as dt
from itertools import groupby, pairwise

import pytest
from support.macrocycle_tables import Row, rows

from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.person import Style
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Priority, Race, Races, with_race, without_race
from tracker.domain.revision import NoRace, Revision
from tracker.domain.season.change import difference
from tracker.domain.season.season import Season, SeasonWeek

MONDAY = dt.date(2026, 6, 1)
LETTERS = {
    Phase.OFF_SEASON: "o",
    Phase.BASE: "b",
    Phase.BUILD_MAINTENANCE: "m",
    Phase.BUILD_PERIODIZED: "p",
    Phase.PEAK: "k",
    Phase.TAPER: "t",
    Phase.RACE_WEEK: "r",
    Phase.RECOVERY: "x",
}


def monday(week: int) -> dt.date:
    """The Monday of a week counted from the plan's first, which is week 1."""
    return MONDAY + dt.timedelta(weeks=week - 1)


def race(name: str, week: int, distance: str, priority: Priority = Priority.A, weekday: int = 6) -> Race:
    day = monday(week) + dt.timedelta(days=weekday)
    return Race(id=name.lower(), name=name, date=day, distance=Distance.of(distance), priority=priority)


def plan(*races: Race, style: Style = Style.PERIODIZED, no_race: NoRace = NoRace.STAY) -> Revision:
    return Revision(made_on=MONDAY, races=races, style=style, no_race=no_race)


def layout(weeks: tuple[SeasonWeek, ...]) -> str:
    """``b4 p5 k4 t2 r1 x3``: phases in a row with their weeks; recovery is x."""
    return " ".join(
        f"{LETTERS[phase]}{len(list(run))}" for phase, run in groupby(week.phase for week in weeks)
    )


def first_weeks(season: Season, n: int) -> tuple[SeasonWeek, ...]:
    return season.weeks(MONDAY, monday(n + 1))


def deload_weeks(weeks: tuple[SeasonWeek, ...]) -> tuple[int, ...]:
    return tuple(n for n, week in enumerate(weeks, start=1) if week.deload)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.distance}-{row.n_weeks}")
def test_a_plan_for_one_race_has_the_printed_weeks(row: Row) -> None:
    season = Season.of([plan(race("Goal", row.n_weeks, row.distance))])
    weeks = first_weeks(season, row.n_weeks)
    assert (layout(weeks), deload_weeks(weeks)) == (row.layout, row.deloads)


def test_maintenance_style_keeps_the_calendar_and_never_waves() -> None:
    season = Season.of([plan(race("Berlin", 16, "marathon"), style=Style.MAINTENANCE)])
    weeks = first_weeks(season, 16)
    assert layout(weeks) == "b4 m5 k4 t2 r1"
    assert {week.style for week in weeks} == {Style.MAINTENANCE}


@pytest.mark.parametrize(
    ("races", "expected", "deloads"),
    [
        pytest.param(
            (race("Marathon", 16, "marathon"), race("Half", 30, "half")),
            "b4 p5 k4 t2 r1 x3 b3 m3 k3 t1 r1 x2 o4",
            (4, 8, 12, 22, 25, 36),
            id="marathon-then-half",
        ),
        pytest.param(
            (race("Half", 12, "half"), race("Marathon", 18, "marathon")),
            "b3 p4 k3 t1 r1 x2 m1 t2 r1 x3 o4",
            (3, 7, 25),
            id="half-then-marathon",
        ),
        pytest.param(
            (race("Ten", 8, "10k"), race("Half", 20, "half")),
            "b2 m2 k2 t1 r1 x1 b3 m3 k3 t1 r1 x2 o4",
            (4, 12, 15, 26),
            id="ten-then-half",
        ),
    ],
)
def test_two_a_races(races: Races, expected: str, deloads: tuple[int, ...]) -> None:
    season = Season.of([plan(*races)])
    weeks = first_weeks(season, sum(int(part[1:]) for part in expected.split()))
    assert (layout(weeks), deload_weeks(weeks)) == (expected, deloads)


def test_recovery_gives_way_to_the_next_race_week() -> None:
    season = Season.of([plan(race("Marathon", 6, "marathon"), race("Ten", 8, "10k"))])
    assert layout(first_weeks(season, 10)) == "m2 k1 t2 r1 x1 r1 x1 o1"


def test_after_the_last_race_off_season_lasts_until_told_otherwise() -> None:
    season = Season.of([plan(race("Ten", 3, "10k"))])
    weeks = first_weeks(season, 16)
    assert layout(weeks) == "m1 t1 r1 x1 o12"
    assert deload_weeks(weeks) == (8, 12, 16)
    assert (weeks[-1].phase_week, weeks[-1].phase_weeks, weeks[-1].next_a) == (12, None, None)
    assert season.week(monday(400)).phase is Phase.OFF_SEASON
    assert season.week(monday(400)).phase_week == 396


def test_without_a_race_the_runner_stays_or_rolls() -> None:
    stay = first_weeks(Season.of([plan()]), 20)
    assert (layout(stay), deload_weeks(stay)) == ("o20", (4, 8, 12, 16, 20))
    rolling = first_weeks(Season.of([plan(no_race=NoRace.ROLLING)]), 34)
    assert layout(rolling) == "o4 b8 m4 o4 b8 m4 o2"
    assert deload_weeks(rolling) == (4, 8, 12, 16, 20, 24, 28, 32)


def test_the_waves_count_loading_weeks_and_the_block_counts_all() -> None:
    """Marathon in 16 weeks: build is weeks 5 to 9 with the deload in 8."""
    season = Season.of([plan(race("Berlin", 16, "marathon"))])
    build = season.weeks(monday(5), monday(10))
    assert [week.wip for week in build] == [1, 2, 3, 3, 4]
    assert [(week.phase_week, week.phase_weeks) for week in build] == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert [week.deload for week in build] == [False, False, False, True, False]


def test_blocks_are_half_open_and_follow_each_other() -> None:
    season = Season.of([plan(race("Berlin", 16, "marathon"))])
    blocks = season.blocks()
    assert [(block.phase, block.weeks) for block in blocks[:3]] == [
        (Phase.BASE, 4),
        (Phase.BUILD_PERIODIZED, 5),
        (Phase.PEAK, 4),
    ]
    assert [block.style for block in blocks[:3]] == [None, Style.PERIODIZED, None]
    assert all(block.end == after.start for block, after in pairwise(blocks))
    assert blocks[-1].open_ended
    assert blocks[-1].end == season.through + dt.timedelta(weeks=1)
    assert season.blocks(monday(5)) == blocks[1:]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("  City\n Ten ", "City Ten"), ("Zürich\tHalf", "Zürich Half"), ("走る 🏃‍♀️", "走る 🏃‍♀️")],
)
def test_a_race_has_its_name_in_one_line(name: str, kept: str) -> None:
    assert with_race((), race(name, 16, "10k"), MONDAY)[0].name == kept


@pytest.mark.parametrize("name", ["", " \n ", "a\x1b[31mb", "bell\x07", "r" * 61])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(Misunderstood):
        with_race((), race("Berlin", 16, "10k").changed(name=name), MONDAY)


def test_two_races_ahead_are_called_differently() -> None:
    tune = race("Tune", 8, "10k", Priority.B)
    other = race("tune", 12, "10k", Priority.B).changed(id="other")
    with pytest.raises(Refused, match=r"Tune is already in the plan, on .*; give this one another name"):
        with_race((tune,), other, MONDAY)
    assert len(with_race((tune,), other, tune.date + dt.timedelta(days=1))) == 2
    assert with_race((tune, other), other.changed(priority=Priority.C), MONDAY)[1].priority is Priority.C


def test_a_week_knows_its_races() -> None:
    berlin = race("Berlin", 16, "marathon")
    tune_up = race("Parkrun", 16, "5k", Priority.C, weekday=1)
    week = Season.of([plan(berlin, tune_up)]).week(monday(16) + dt.timedelta(days=3))
    assert week.races == (tune_up, berlin)
    assert (week.race, week.next_a) == (berlin, berlin)


def test_there_is_no_plan_before_the_first() -> None:
    season = Season.of([plan()])
    with pytest.raises(Refused, match="starts on Mon 1 Jun 2026"):
        season.week(MONDAY - dt.timedelta(days=1))
    with pytest.raises(ValueError, match="at least one revision"):
        Season.of([])


@pytest.mark.parametrize(
    ("weekday", "on_ramp"), [(0, False), (2, False), (3, False), (4, True), (5, True), (6, True)]
)
def test_a_plan_made_on_friday_or_later_begins_with_an_on_ramp(weekday: int, on_ramp: bool) -> None:
    made_on = MONDAY + dt.timedelta(days=weekday)
    season = Season.of([Revision(made_on=made_on), Revision(made_on=monday(3) + dt.timedelta(days=5))])
    first = season.week(MONDAY)
    assert (first.on_ramp, first.opens) == (on_ramp, made_on)
    assert ("ON_RAMP" in [notice.code for notice in first.notices]) is on_ramp
    later = season.week(monday(3))
    assert (later.on_ramp, later.opens) == (False, later.monday)


# B and C races


def test_a_b_race_makes_its_week_light_and_restarts_the_count() -> None:
    """The half in week 6 takes the second step of the wave; week 7 goes on with it, and 8 need not be lighter."""
    berlin = race("Berlin", 16, "marathon")
    alone = first_weeks(Season.of([plan(berlin)]), 20)
    weeks = first_weeks(Season.of([plan(race("Half", 6, "half", Priority.B), berlin)]), 20)
    assert [w.phase for w in weeks] == [w.phase for w in alone]
    assert [number for number, week in enumerate(alone, start=1) if week.deload][:3] == [4, 8, 12]
    assert [number for number, week in enumerate(weeks, start=1) if week.light][:3] == [4, 6, 9]
    assert [week.b_race for week in weeks].index(True) == 5
    assert sum(week.b_race for week in weeks) == 1
    assert (weeks[5].light, weeks[5].deload) == (True, False)
    assert [week.wip for week in weeks[4:9]] == [1, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("week", "weekday", "code"),
    [
        (14, 6, "B_IN_TAPER"),
        (15, 2, "B_IN_TAPER"),
        (16, 2, "B_IN_TAPER"),
        (18, 6, "B_IN_RECOVERY"),
    ],
)
def test_a_b_race_in_taper_or_recovery_keeps_them_and_warns(week: int, weekday: int, code: str) -> None:
    season = Season.of(
        [plan(race("Berlin", 16, "marathon"), race("Ten", week, "10k", Priority.B, weekday=weekday))]
    )
    assert not season.week(monday(week)).b_race
    assert code in [notice.code for notice in season.week(monday(week)).notices]


def test_a_b_race_in_the_seven_days_before_a_5k_warns() -> None:
    goal, tune_up = race("Goal", 12, "5k", weekday=5), race("Tune-up", 11, "10k", Priority.B, weekday=6)
    season = Season.of([plan(tune_up, goal)])
    (notice,) = season.week(monday(11)).notices
    assert (notice.code, notice.inputs) == ("B_IN_TAPER", {"race": "Tune-up", "a_race": "Goal"})


@pytest.mark.parametrize(
    ("weeks", "distance", "code"),
    [
        (1, "marathon", "SHORT_NOTICE_KEEP"),
        (3, "marathon", "SHORT_NOTICE_KEEP"),
        (4, "marathon", "SHORT_NOTICE_SHORT"),
        (7, "ultra", "SHORT_NOTICE_SHORT"),
        (8, "marathon", "SHORT_BASE"),
        (15, "marathon", "SHORT_BASE"),
        (16, "marathon", None),
        (9, "5k", "SHORT_BASE"),
        (10, "5k", None),
    ],
)
def test_short_notice_is_said(weeks: int, distance: str, code: str | None) -> None:
    season = Season.of([plan(race("Goal", weeks, distance))])
    assert [notice.code for notice in season.notices(MONDAY)] == ([code] if code else [])


def test_short_notice_is_not_said_of_a_second_race() -> None:
    season = Season.of([plan(race("Half", 12, "half"), race("Marathon", 18, "marathon"))])
    assert season.notices(MONDAY) == ()


@pytest.mark.parametrize(("second", "close"), [(20, True), (21, False)])
def test_a_races_need_the_recovery_and_two_weeks_between_them(second: int, close: bool) -> None:
    season = Season.of([plan(race("Marathon", 16, "marathon"), race("Ten", second, "10k"))])
    notices = [n for n in season.notices(MONDAY) if n.code == "RACES_TOO_CLOSE"]
    inputs = {"first": "Marathon", "second": "Ten", "weeks": 4, "needed": 5}
    assert [n.inputs for n in notices] == ([inputs] if close else [])


# Changing the list of races


def test_a_marathon_cannot_be_a_b_race() -> None:
    marathon = race("Berlin", 16, "marathon", Priority.B)
    with pytest.raises(
        Refused, match="Berlin is a marathon, too long for a B race; make it an A race, or a C race"
    ):
        with_race((), marathon, MONDAY)
    as_c = marathon.changed(priority=Priority.C)
    season = Season.of([plan(*with_race((), as_c, MONDAY))])
    assert [notice.code for notice in season.week(monday(16)).notices] == ["MARATHON_AS_C"]


def test_races_that_cannot_be() -> None:
    berlin = race("Berlin", 16, "marathon")
    with pytest.raises(Refused, match="Berlin is on Sun 20 Sep 2026, which is over"):
        with_race((), berlin, berlin.date + dt.timedelta(days=1))
    with pytest.raises(Refused, match="Berlin is already on Sun 20 Sep 2026"):
        with_race((berlin,), race("Cologne", 16, "half", Priority.C), MONDAY)
    with pytest.raises(Refused, match="Berlin is an A race in the same week"):
        with_race((berlin,), race("Cologne", 16, "half", weekday=5), MONDAY)
    with pytest.raises(NothingToDo):
        without_race((berlin,), "cologne")


def test_a_race_moves_by_its_id_and_the_list_stays_in_order() -> None:
    berlin, half = race("Berlin", 16, "marathon"), race("Half", 8, "half", Priority.B)
    races = with_race(with_race((), berlin, MONDAY), half, MONDAY)
    assert races == (half, berlin)
    sooner = berlin.changed(date=monday(4))
    assert with_race(races, sooner, MONDAY) == (sooner, half)
    assert without_race(races, "half") == (berlin,)


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        ("5k", "5k"), ("3 km", "5k"), ("7", "5k"), ("7.1", "10k"), ("10K", "10k"), ("14km", "10k"),
        ("15", "half"), ("half", "half"), ("Half-Marathon", "half"), ("21.1", "half"), ("21,1 km", "half"),
        ("30", "half"), ("marathon", "marathon"), ("42.2 km", "marathon"), ("43", "marathon"), ("50k", "ultra"),
        ("ultra", "ultra"), ("13.1 miles", "half"), ("26.2mi", "marathon"), ("100 mile", "ultra"),
    ],
)  # fmt: skip
def test_distances_as_people_say_them(text: str, distance: str) -> None:
    assert Distance.of(text) == distance


@pytest.mark.parametrize("text", ["", "0", "0 km", "far", "-5", "5 kg", "k"])
def test_what_is_not_a_distance(text: str) -> None:
    with pytest.raises(Misunderstood):
        Distance.of(text)


# Re-planning


def test_a_race_added_later_never_changes_the_weeks_before() -> None:
    """Ten weeks of off-season, then a half in eight weeks: the plan starts in the week it was made."""
    before = Season.of([plan()])
    added = Revision(made_on=monday(11) + dt.timedelta(days=2), races=(race("Half", 18, "half"),))
    after = Season.of([plan(), added])
    assert layout(first_weeks(after, 18)) == "o10 b2 m2 k2 t1 r1"
    assert first_weeks(after, 10) == first_weeks(before, 10)
    assert after.week(monday(11)).phase_week == 1


def test_the_same_plan_made_again_is_the_same_plan() -> None:
    berlin, half = race("Berlin", 16, "marathon"), race("Half", 30, "half")
    first = plan(berlin, half)
    season = Season.of([first])
    for week in range(2, 34):
        again = Season.of([first, first.changed(made_on=monday(week))], season.through)
        assert first_weeks(again, 40) == first_weeks(season, 40)


def test_a_race_moved_by_a_week_keeps_its_plan() -> None:
    """In week 10, the first of peak, Berlin moves a week back: the build gets one week more, not a new start."""
    first = plan(race("Berlin", 16, "marathon"))
    moved = Revision(made_on=monday(10), races=(race("Berlin", 17, "marathon"),))
    weeks = first_weeks(Season.of([first, moved]), 17)
    assert layout(weeks) == "b4 p6 k4 t2 r1"


def test_a_race_already_run_still_gives_its_recovery() -> None:
    berlin = race("Berlin", 4, "marathon")
    later = Revision(made_on=monday(6), races=(berlin, race("Half", 14, "half")))
    season = Season.of([plan(berlin), later])
    assert layout(first_weeks(season, 14)) == "m1 t2 r1 x3 b1 m2 k2 t1 r1"
    dropped = Season.of([plan(berlin), later.changed(races=(race("Half", 14, "half"),))])
    assert layout(first_weeks(dropped, 14)) == "m1 t2 r1 x1 b2 m3 k2 t1 r1"


def test_loading_weeks_are_counted_across_a_new_plan() -> None:
    """Three loading weeks of off-season lie behind the runner, so the new plan opens with a deload."""
    added = Revision(made_on=monday(4), races=(race("Half", 15, "half"),))
    weeks = first_weeks(Season.of([plan(), added]), 15)
    assert layout(weeks) == "o3 b3 p4 k3 t1 r1"
    assert deload_weeks(weeks)[0] == 4


def test_of_two_plans_made_in_one_week_the_later_counts() -> None:
    second = Revision(made_on=MONDAY + dt.timedelta(days=4), races=(race("Ten", 4, "10k"),))
    season = Season.of([second, plan()])
    assert layout(first_weeks(season, 4)) == "m2 t1 r1"
    assert season.week(MONDAY).opens == MONDAY


def test_the_difference_is_shown_in_ranges() -> None:
    """An added 10 km A race in week 8 pulls race-specific work forward."""
    berlin = race("Berlin", 16, "marathon")
    before = Season.of([plan(berlin)])
    after = Season.of([plan(race("Ten", 8, "10k"), berlin)])
    changes = difference(before, after, MONDAY + dt.timedelta(days=3))
    shown = [(LETTERS[c.before], LETTERS[c.after], c.weeks) for c in changes if c.phase_changes]
    assert shown[:4] == [("b", "m", 2), ("p", "k", 2), ("p", "t", 1), ("p", "r", 1)]
    assert (changes[0].start, changes[0].end) == (monday(3), monday(5))
    assert all(change.weeks * 7 == (change.end - change.start).days for change in changes)
    assert difference(before, before, MONDAY) == ()


def test_an_added_b_race_shows_as_a_lighter_week() -> None:
    berlin = race("Berlin", 16, "marathon")
    changes = difference(
        Season.of([plan(berlin)]), Season.of([plan(race("Ten", 6, "10k", Priority.B), berlin)]), MONDAY
    )
    assert not any(change.phase_changes for change in changes)
    assert [(change.start, change.light_after, change.race) for change in changes] == [
        (monday(6), True, "Ten"),
        (monday(8), False, ""),
        (monday(9), True, ""),
        (monday(12), False, ""),
    ]


def test_a_b_race_in_peak_leaves_one_lighter_week_there() -> None:
    """A race in week 11 of 16: lighter in 11, and not again in 12."""
    weeks = first_weeks(
        Season.of([plan(race("Ten", 11, "10k", Priority.B), race("Berlin", 16, "marathon"))]), 16
    )
    assert [number for number, week in enumerate(weeks, start=1) if week.light] == [4, 8, 11]


# Novices


def test_a_novice_maintains_until_eight_strength_weeks_are_done() -> None:
    """Marathon in 12 weeks: base 2, build 4, then peak; the third peak week is the ninth of strength."""
    season = Season.of([plan(race("Berlin", 12, "marathon"))])
    peak = season.weeks(monday(7), monday(10))
    assert [week.strength_weeks_before for week in peak] == [6, 7, 8]
    assert [week.served(novice=True) for week in peak] == [
        Phase.BUILD_MAINTENANCE,
        Phase.BUILD_MAINTENANCE,
        Phase.PEAK,
    ]
    assert {week.served(novice=False) for week in peak} == {Phase.PEAK}
    assert {week.phase for week in peak} == {Phase.PEAK}
    assert season.week(MONDAY).served(novice=True) is Phase.BASE
