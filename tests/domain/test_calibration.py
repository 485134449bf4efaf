"""Finding a start weight, and the way up to it (docs/rules.md 4.5, 4.3)."""

import pytest
from support.lifting import BARBELL, DUMBBELLS, KETTLEBELLS, grid

from tracker.domain.person import Level
from tracker.domain.progression.calibration import (
    Familiarity,
    first_load,
    next_ramp_load,
    ramp_reps,
    restart_load,
)
from tracker.domain.progression.warmup import warm_up
from tracker.domain.strength.e1rm import Estimate
from tracker.domain.strength.exposure import WorkingSet
from tracker.domain.units import Grid, Load

NEVER, SOME, REGULARLY = Familiarity.NEVER, Familiarity.SOME, Familiarity.REGULARLY


@pytest.mark.parametrize(
    ("body_weight", "percent", "familiarity", "rack", "kg"),
    [
        pytest.param(65, 30, SOME, BARBELL, 20, id="back squat: 19.5, the bar is near enough"),
        pytest.param(70, 40, REGULARLY, grid(25 + 2.5 * k for k in range(40)), 35, id="trap bar: 36.4"),
        pytest.param(55, 15, NEVER, DUMBBELLS, 6, id="goblet squat with dumbbells: 6.6"),
        pytest.param(55, 15, NEVER, KETTLEBELLS, 8, id="goblet squat with kettlebells"),
        pytest.param(45, 15, NEVER, KETTLEBELLS, None, id="5.4: the lightest kettlebell is too much"),
        pytest.param(70, None, SOME, grid([0, 2, 4]), 0, id="body weight first"),
        pytest.param(70, 30, SOME, Grid(), None, id="nothing to lift"),
    ],
)
def test_the_first_load(
    body_weight: float, percent: float | None, familiarity: Familiarity, rack: Grid, kg: float | None
) -> None:
    load = first_load(percent, body_weight, familiarity, rack)
    assert (load.kilograms if load else None) == kg


@pytest.mark.parametrize(
    ("done", "rack", "kg"),
    [
        pytest.param("20@5", BARBELL, 22.5, id="easy: 10 % more"),
        pytest.param("50@5", BARBELL, 55, id="easy: 55"),
        pytest.param("60@6", BARBELL, 62.5, id="steady: 5 %, 63 floored"),
        pytest.param("20@6.5", BARBELL, 22.5, id="at least one step"),
        pytest.param("20@7", BARBELL, None, id="heavy enough"),
        pytest.param("20", BARBELL, 22.5, id="unrated counts as steady"),
        pytest.param("20@5 22.5@5 25@5.5 27.5@6 30@6", BARBELL, None, id="five sets are enough"),
        pytest.param("32@5", KETTLEBELLS, None, id="nothing heavier"),
    ],
)
def test_the_ramp_goes_on_until_it_is_work(done: str, rack: Grid, kg: float | None) -> None:
    sets = [
        WorkingSet(float(load), 5, float(rpe) if rpe else None)
        for load, _, rpe in (w.partition("@") for w in done.split())
    ]
    load = next_ramp_load(sets, 5, rack)
    assert (load.kilograms if load else None) == kg


@pytest.mark.parametrize(("familiarity", "kg"), [(NEVER, 55), (SOME, 57.5), (REGULARLY, 62.5)])
def test_who_has_lifted_before_rises_faster_while_it_is_easy(familiarity: Familiarity, kg: float) -> None:
    load = next_ramp_load([WorkingSet(50, 5, 5)], 5, BARBELL, familiarity=familiarity)
    assert load is not None
    assert load.kilograms == kg


def test_five_sets_bring_a_regular_lifter_from_a_cautious_start_to_work() -> None:
    """Trap bar from 35 kg: 42.5, 52.5, 65, 80; at a tenth a set it would end at 47.5."""
    done = [WorkingSet(35.0, 5, 5)]
    while (load := next_ramp_load(done, 5, BARBELL, familiarity=REGULARLY)) is not None:
        done.append(WorkingSet(load.kilograms, 5, 5))
    assert [each.kg for each in done] == [35, 42.5, 52.5, 65, 80]


def test_a_missed_rep_ends_the_ramp() -> None:
    assert next_ramp_load([WorkingSet(40, 4, 6)], 5, BARBELL) is None


def test_beginners_ramp_in_eights() -> None:
    assert (ramp_reps(Level.BEGINNER), ramp_reps(Level.INTERMEDIATE)) == (8, 5)


def test_after_half_a_year_it_begins_at_sixty_percent_of_before() -> None:
    """100 kg believed; 5 @ 8 would be 81.1, of which 60 % are 48.7."""
    load = restart_load(Estimate(100), 5, 8, BARBELL)
    assert load is not None
    assert load.kilograms == 47.5


@pytest.mark.parametrize(
    ("top", "reps", "rpe", "rack", "steps"),
    [
        pytest.param(100, 5, 8, BARBELL, [(40, 5), (60, 3), (75, 2)], id="81 %: three sets"),
        pytest.param(
            107.5, 2, 8.5, BARBELL, [(42.5, 5), (62.5, 3), (80, 2), (90, 1)], id="91 %: a single too"
        ),
        pytest.param(40, 5, 8, BARBELL, [(22.5, 3), (30, 2)], id="16 kg is less than the bar"),
        pytest.param(16, 5, 8, KETTLEBELLS, [(8, 3), (12, 2)], id="kettlebells"),
        pytest.param(8, 5, 8, KETTLEBELLS, [], id="the lightest needs none"),
        pytest.param(12, 5, 8, DUMBBELLS, [(4, 5), (6, 3), (8, 2)], id="dumbbells"),
        pytest.param(24, 3, 8, KETTLEBELLS, [(8, 5), (12, 3), (16, 2), (20, 1)], id="each load once"),
    ],
)
def test_warming_up(top: float, reps: int, rpe: float, rack: Grid, steps: list[tuple[float, int]]) -> None:
    found = warm_up(Load.of(top), reps, rpe, rack)
    assert [(step.load.kilograms, step.reps) for step in found] == steps
