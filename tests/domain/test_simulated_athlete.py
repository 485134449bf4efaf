"""Whole seasons with athletes whose ratings scatter: do the loads find the target, and keep to the phases?

The shares are those of docs/rules.md 4.10, counted on all working sets of loading weeks; a start that is too light on
purpose is counted from the second exposure. With a rating noise of 0.5 or 0.75 RPE nobody could reach more than
95 % or 82 %; bells four kilograms apart and ratings that scatter that much leave more sets far too hard. A hundred and
twenty athletes leave an uncertainty of about a point.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random
from statistics import mean

import pytest
from support.athlete import Athlete, Lifted, plan
from support.lifting import BARBELL, KETTLEBELLS

from tracker.domain.exercise import Role
from tracker.domain.phase import Phase
from tracker.domain.units import Grid

BLOCK = plan("base 3 D build_periodized 3 D 1 peak 2 D 1")
SEASON = plan(
    "off_season 3 D base 3 D 3 D 2 build_periodized 1 D 3 peak 1 D 2 1 taper 2 race_week 1 recovery 3 off_season 2"
)


def working_sets(rack: Grid, weight: tuple[float, float], noise: float, share: float) -> Iterator[float]:
    """How far each working set of every loading exposure was off its target, in RPE."""
    random = Random(11)
    for _ in range(120):
        athlete = Athlete(random.uniform(*weight), noise, random, start_share=share)
        for number, lifted in enumerate(athlete.train(BLOCK, rack)):
            if (number or share == 1.0) and not lifted.week.deload:
                yield from lifted.off_target


@pytest.mark.parametrize(
    ("rack", "weight", "noise", "start", "least", "most_too_hard", "lightest_mean"),
    [
        pytest.param(BARBELL, (120, 200), 0.5, 1.0, 0.88, 0.03, -0.3, id="barbell, noise 0.5"),
        pytest.param(BARBELL, (120, 200), 0.75, 1.0, 0.75, 0.03, -0.5, id="barbell, noise 0.75"),
        pytest.param(KETTLEBELLS, (22, 38), 0.5, 1.0, 0.77, 0.03, -0.6, id="kettlebells, noise 0.5"),
        pytest.param(KETTLEBELLS, (22, 38), 0.75, 1.0, 0.68, 0.045, -0.6, id="kettlebells, noise 0.75"),
        pytest.param(BARBELL, (120, 200), 0.5, 0.85, 0.81, 0.03, -0.6, id="start too light, noise 0.5"),
        pytest.param(BARBELL, (120, 200), 0.75, 0.85, 0.70, 0.03, -0.7, id="start too light, noise 0.75"),
    ],
)
def test_the_loads_find_the_target(
    rack: Grid,
    weight: tuple[float, float],
    noise: float,
    start: float,
    least: float,
    most_too_hard: float,
    lightest_mean: float,
) -> None:
    off = list(working_sets(rack, weight, noise, start))
    assert mean(abs(each) <= 1.0 for each in off) >= least - 0.015
    assert mean(each >= 2.0 for each in off) <= most_too_hard
    assert lightest_mean <= mean(off) <= 0.1


@cache
def seasons(noise: float, role: Role) -> tuple[tuple[Lifted, ...], ...]:
    random = Random(2)
    athletes = [Athlete(random.uniform(90, 180), noise, random, role=role) for _ in range(12)]
    return tuple(tuple(athlete.train(SEASON, BARBELL)) for athlete in athletes)


def loads(season: tuple[Lifted, ...], phase: Phase, *, light: bool = False) -> list[float]:
    return [each.kg for each in season if each.week.phase is phase and each.week.deload is light]


ROLES = pytest.mark.parametrize("role", [Role.PRIMARY, Role.SECONDARY])


@ROLES
def test_peak_is_heaviest_and_taper_is_light(role: Role) -> None:
    for season in seasons(0.5, role):
        base, peak = loads(season, Phase.BASE), loads(season, Phase.PEAK)
        taper, race = loads(season, Phase.TAPER), loads(season, Phase.RACE_WEEK)
        assert max(peak) > max(base)
        assert max(peak) > max(loads(season, Phase.BUILD_PERIODIZED)) or role is Role.SECONDARY
        assert max(taper) <= 0.70 * max(peak)
        assert max(race) <= min(taper)


@ROLES
def test_off_season_builds(role: Role) -> None:
    """Six exposures before the first deload; single athletes may have a bad day, together they rise."""
    blocks = [loads(season, Phase.OFF_SEASON)[:6] for season in seasons(0.5, role)]
    assert sum(block[-1] + block[-2] for block in blocks) > sum(block[0] + block[1] for block in blocks)


@ROLES
def test_a_deload_is_lighter_than_the_week_before(role: Role) -> None:
    met = 0
    for season in seasons(0.5, role):
        for before, after in pairwise(season):
            if after.week.deload and not before.week.deload:
                met += 1
                assert after.kg < before.kg
                assert after.advice.sets < before.advice.sets
    assert met >= 50


@ROLES
def test_no_exposure_jumps_past_the_cap(role: Role) -> None:
    """7.5 % over the last normal load, or one checked step of the bar."""
    for season in seasons(0.75, role):
        normal = [each for each in season if each.exposure.normal]
        for before, after in pairwise(normal):
            checked = {"STEP_UP_EASY", "LOAD_STEP_AFTER_REPS"} & set(after.advice.codes)
            assert after.kg <= 1.075 * before.kg + 1e-6 or checked


@ROLES
def test_after_the_race_the_load_comes_back_in_steps(role: Role) -> None:
    for season in seasons(0.5, role):
        back = loads(season, Phase.RECOVERY)
        assert back == sorted(back)
        assert max(back) < max(loads(season, Phase.PEAK))


@ROLES
def test_very_few_sets_are_far_too_hard(role: Role) -> None:
    off = [each for season in seasons(0.5, role) for lifted in season for each in lifted.off_target]
    assert mean(each >= 2.0 for each in off) <= 0.03
