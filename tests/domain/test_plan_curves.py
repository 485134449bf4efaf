"""How heavy and how much each week of a marathon plan is: the printed figures of docs/rules.md 1.2 and 1.3."""

import datetime as dt

import pytest
from support.home import shipped

from tracker.domain.person import Level, Taper
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race
from tracker.domain.revision import Revision
from tracker.domain.season.curves import WeekLoad, week_load
from tracker.domain.season.season import Season, SeasonWeek

MONDAY = dt.date(2026, 11, 23)
RACE = Race(id="m", name="M", date=MONDAY + dt.timedelta(weeks=19, days=6), distance=Distance.MARATHON)
SEASON = Season.of([Revision(made_on=MONDAY, races=(RACE,))])
SESSIONS = {Phase.OFF_SEASON: 3, Phase.RACE_WEEK: 1}


def week_of(phase: Phase, number: int) -> SeasonWeek:
    weeks = SEASON.weeks(MONDAY, MONDAY + dt.timedelta(weeks=24))
    return next(week for week in weeks if week.phase is phase and week.phase_week == number)


def load(phase: Phase, number: int) -> WeekLoad:
    week = week_of(phase, number)
    sessions = 1 if phase is Phase.TAPER and number > 1 else SESSIONS.get(phase, 2)
    return week_load(shipped().rules, week, phase, Level.INTERMEDIATE, sessions, light=week.light)


@pytest.mark.parametrize(
    ("phase", "number", "percent"),
    [
        (Phase.OFF_SEASON, 1, 81.1),
        (Phase.BASE, 1, 79.9),
        (Phase.BUILD_PERIODIZED, 1, 77.4),
        (Phase.BUILD_PERIODIZED, 2, 81.1),
        (Phase.BUILD_PERIODIZED, 3, 85.0),
        (Phase.PEAK, 1, 86.3),
        (Phase.PEAK, 4, 90.7),
        (Phase.TAPER, 1, 60),
        (Phase.TAPER, 2, 55),
        (Phase.RACE_WEEK, 1, 50),
    ],
)
def test_how_heavy_the_top_set_is(phase: Phase, number: int, percent: float) -> None:
    assert load(phase, number).intensity == pytest.approx(percent / 100, abs=0.0006)


@pytest.mark.parametrize(
    ("phase", "number", "base_100"),
    [
        (Phase.BASE, 1, 100),
        (Phase.BUILD_PERIODIZED, 1, 92),
        (Phase.PEAK, 1, 67),
        (Phase.TAPER, 1, 50),
        (Phase.TAPER, 2, 25),
        (Phase.RACE_WEEK, 1, 13),
    ],
)
def test_how_much_there_is_of_it(phase: Phase, number: int, base_100: int) -> None:
    """Against the weekly hard sets of the intermediate template, of which the table of roles is a rounder picture."""
    share = 100 * load(phase, number).sets / load(Phase.BASE, 1).sets
    assert share == pytest.approx(base_100, abs=3.5)


def test_a_deload_is_a_tenth_lighter_and_half_as_much() -> None:
    before, deload = load(Phase.BASE, 3), load(Phase.BASE, 4)
    assert week_of(Phase.BASE, 4).deload
    assert deload.intensity == pytest.approx(0.9 * before.intensity)
    assert deload.sets == before.sets / 2


def test_recovery_climbs_back() -> None:
    stages = [load(Phase.RECOVERY, number).intensity for number in (1, 2, 3)]
    assert stages == sorted(stages)
    assert stages[0] < 0.5 < stages[2] < load(Phase.OFF_SEASON, 1).intensity


@pytest.mark.parametrize(("number", "percent"), [(1, 80), (2, 75)])
def test_a_sharp_taper_keeps_the_weight_and_cuts_the_sets(number: int, percent: int) -> None:
    """One or two sets of the lifts with a weight, as 10, C1 has them; race week stays a primer."""
    sharp = Season.of([Revision(made_on=MONDAY, races=(RACE.changed(taper=Taper.SHARP),))])
    weeks = sharp.weeks(MONDAY, MONDAY + dt.timedelta(weeks=24))
    rules, level = shipped().rules, Level.INTERMEDIATE
    week = next(each for each in weeks if (each.phase, each.phase_week) == (Phase.TAPER, number))
    found = week_load(rules, week, Phase.TAPER, level, 1, light=False)
    faded = week_load(rules, week_of(Phase.TAPER, number), Phase.TAPER, level, 1, light=False)
    assert found.intensity == pytest.approx(percent / 100)
    assert found.sets <= faded.sets
    last = next(each for each in weeks if each.phase is Phase.RACE_WEEK)
    assert week_load(rules, last, Phase.RACE_WEEK, level, 1, light=False) == load(Phase.RACE_WEEK, 1)
