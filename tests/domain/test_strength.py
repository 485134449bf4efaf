"""The chart, the estimated maximum, and how the estimate learns from what was lifted."""

from datetime import date, timedelta
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.phase import Phase
from tracker.domain.strength.e1rm import (
    Estimate,
    e1rm,
    effective_reps,
    is_slip,
    pct,
    predicted_rpe,
    replayed,
    updated,
)
from tracker.domain.strength.exposure import Basis, Exposure, WorkingSet

DAY = date(2027, 3, 1)


def lifted(kg: float, reps: int, rpe: float | None, *, asked: int | None = None, **more: object) -> Exposure:
    fields = {"date": DAY, "phase": Phase.BASE, "rpe": 8.0, "sets": (WorkingSet(kg, reps, rpe),)} | more
    return Exposure(reps=reps if asked is None else asked, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reps", "percents"),
    [
        (1, [100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3]),
        (2, [95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7]),
        (3, [92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1]),
        (4, [89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6]),
        (5, [86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2]),
        (6, [83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1, 73.9]),
        (7, [81.1, 79.9, 78.6, 77.4, 76.2, 75.1, 73.9, 72.3, 70.7]),
        (8, [78.6, 77.4, 76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0]),
        (9, [76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3]),
        (10, [73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6]),
        (11, [70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9]),
        (12, [68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6, 57.4]),
    ],
)
def test_the_chart_reads_as_coaches_print_it(reps: int, percents: list[float]) -> None:
    ratings = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6]
    assert [round(pct(reps, rpe) * 100, 1) for rpe in ratings] == percents


@given(st.floats(1.0, 16.0))
def test_the_chart_read_backwards_gives_the_effective_reps(effective: float) -> None:
    assert effective_reps(pct(effective, 10.0)) == pytest.approx(effective)


def test_beyond_the_chart_it_stays_at_its_ends() -> None:
    assert (pct(0, 10), pct(20, 6)) == (1.0, 0.574)
    assert (effective_reps(1.2), effective_reps(0.3)) == (1.0, 16.0)


def test_a_load_above_the_maximum_is_predicted_as_more_than_all_out() -> None:
    assert predicted_rpe(105, 3, 100) == 12.0
    assert predicted_rpe(81.1, 5, 100) == pytest.approx(8.0)


@pytest.mark.parametrize(
    ("kg", "reps", "rpe", "maximum"),
    [
        (100, 5, 8, 123.3),
        (80, 8, 7, 113.2),
        (60, 3, 9, 67.3),
        (100, 1, 10, 100.0),
        (50, 10, 8, 73.5),
    ],
)
def test_estimates_of_one_set(kg: float, reps: int, rpe: float, maximum: float) -> None:
    assert round(e1rm(kg, reps, rpe), 1) == maximum


@pytest.mark.parametrize(
    ("before", "done", "asked", "count", "previous", "after", "slope"),
    [
        (100, (82.5, 5, 8), 5, 9, 0, 101.21, -0.00017),
        (100, (82.5, 5, 6), 5, 9, 0, 105.72, -0.00079),
        (100, (70, 5, 6), 5, 9, 0, 100.00, 0),
        (100, (90, 5, 9), 5, 9, 0, 105.21, -0.00073),
        (100, (90, 5, 9), 5, 9, 0.05, 106.75, -0.00073),
        (100, (85, 5, 10), 5, 9, 0, 98.94, 0.00015),
        (100, (85, 0, 10), 5, 9, 0, 93.24, 0.00100),
        (None, (60, 6, 7), 6, 0, 0, 74.80, 0),
        (80, (70, 5, 8), 5, 1, 0, 85.66, -0.00076),
        (100, (80, 5, 9), 5, 9, -0.05, 96.01, 0.00045),
        (100, (80, 5, 9), 5, 9, 0, 96.88, 0.00045),
    ],
)
def test_one_more_set_moves_the_estimate(
    before: float | None,
    done: tuple[float, int, float],
    asked: int,
    count: int,
    previous: float,
    after: float,
    slope: float,
) -> None:
    earlier = before and Estimate(before, innovation=previous, exposures=count, last=DAY - timedelta(days=3))
    now = updated(earlier or None, lifted(*done, asked=asked))
    assert now is not None
    assert round(now.e1rm, 2) == after
    assert round(now.slope, 5) == pytest.approx(slope, abs=1e-5)
    assert now.exposures == count + 1


def test_an_easy_set_below_the_estimate_leaves_everything_as_it_was() -> None:
    """100 kg believed; 70x5@6 proves only "at least 91.9"."""
    before = Estimate(100, slope=0.01, innovation=0.04, exposures=9, last=DAY)
    now = updated(before, lifted(70, 5, 6))
    assert now is not None
    assert (now.e1rm, now.slope, now.innovation) == (100, 0.01, 0.04)


def test_a_set_without_rating_leaves_the_estimate_alone() -> None:
    before = Estimate(100, exposures=9, last=DAY)
    assert updated(before, lifted(90, 5, None)) == before._replace(exposures=10)
    assert updated(None, lifted(90, 5, None)) is None


def test_missed_reps_without_rating_can_only_lower_it() -> None:
    """Five asked, three done, no RPE: that was all there was."""
    weak = updated(Estimate(130, exposures=9, last=DAY), lifted(100, 3, None, asked=5))
    strong = updated(Estimate(105, exposures=9, last=DAY), lifted(100, 3, None, asked=5))
    assert weak is not None
    assert strong is not None
    assert weak.e1rm < 130
    assert strong.e1rm == 105


@pytest.mark.parametrize("phase", [Phase.TAPER, Phase.RECOVERY])
def test_light_weeks_teach_nothing_but_the_date(phase: Phase) -> None:
    before = Estimate(100, exposures=9, last=DAY - timedelta(days=7))
    assert updated(before, lifted(60, 4, 9, phase=phase, normal=False)) == before._replace(last=DAY)


def test_an_import_counts_a_blank_as_nine_and_uses_the_reps_that_were_done() -> None:
    """60x8 without a rating, as if it had been a 9, and believed with a margin."""
    found = replayed([lifted(60, 8, None, asked=0, basis=Basis.IMPORTED)])
    assert found is not None
    assert found.e1rm == pytest.approx(0.95 * 60 / 0.762)
    assert (found.exposures, found.last) == (1, DAY)


def test_the_last_set_of_a_ramp_is_the_one_that_counts() -> None:
    ramp = (WorkingSet(20, 5, 5), WorkingSet(22.5, 5, 6), WorkingSet(25, 5, 7))
    estimate = replayed([lifted(0, 5, 7, sets=ramp, basis=Basis.RAMP)])
    assert estimate is not None
    assert estimate.e1rm == pytest.approx(0.95 * 25 / 0.786)


def test_a_lighter_set_after_a_ramp_takes_nothing_from_it() -> None:
    ramp = (WorkingSet(65, 5, 5), WorkingSet(85, 5, 7), WorkingSet(65, 5))
    assert lifted(0, 5, 7, sets=ramp, basis=Basis.RAMP).top == WorkingSet(85, 5, 7)


def test_each_ramp_finds_the_maximum_anew() -> None:
    """People who start far too light reach their weight in two or three ramps; no guard against slips holds them back."""
    first, second = (
        lifted(kg, 5, rpe, sets=(WorkingSet(kg, 5, rpe),), basis=Basis.RAMP, date=DAY + timedelta(days=days))
        for kg, rpe, days in ((45, 5, 0), (90, 7, 7))
    )
    estimate = replayed([first, second])
    assert estimate is not None
    assert estimate.e1rm == pytest.approx(0.95 * 90 / 0.786)
    easier = replayed([second, first._replace(date=DAY + timedelta(days=14))])
    assert easier is not None
    assert easier.e1rm == estimate.e1rm


@pytest.mark.parametrize(
    ("sets", "speaks"),
    [
        pytest.param(((100, 5), (100, 5), (100, 5)), (100, 5), id="straight sets"),
        pytest.param(((100, 5), (97.5, 5)), (100, 5), id="a back-off"),
        pytest.param(((100, 5), (105, 5)), (100, 5), id="a little heavier"),
        pytest.param(((40, 5), (60, 5), (80, 5), (100, 5)), (100, 5), id="worked up"),
        pytest.param(((40, 5), (80, 5), (80, 5)), (80, 5), id="worked up, then straight sets"),
        pytest.param(((40, 5), (80, 5), (100, 3)), (80, 5), id="the last one was cut short"),
    ],
)
def test_the_first_set_speaks_unless_somebody_worked_up_from_it(
    sets: tuple[tuple[float, int], ...], speaks: tuple[float, int]
) -> None:
    done = lifted(0, 5, 8, asked=5, sets=tuple(WorkingSet(kg, reps, 8) for kg, reps in sets))
    assert (done.top.kg, done.top.reps) == speaks


@given(
    st.lists(st.tuples(st.floats(20, 200), st.integers(1, 15)), min_size=1, max_size=6), st.integers(40, 300)
)
def test_no_estimate_is_under_what_was_lifted(sets: list[tuple[float, int]], before: int) -> None:
    done = lifted(0, 5, 8, asked=5, sets=tuple(WorkingSet(kg, reps, None) for kg, reps in sets))
    after = updated(Estimate(before, exposures=9, last=DAY - timedelta(days=3)), done)
    assert after is not None
    assert after.e1rm >= max(kg for kg, _ in sets)


def test_the_order_of_the_input_does_not_matter() -> None:
    days = [lifted(100 + n, 5, 8, date=DAY + timedelta(days=3 * n)) for n in range(6)]
    assert replayed(days) == replayed(reversed(days))


def test_the_slope_tells_people_who_fade_in_long_sets_from_those_who_do_not() -> None:
    """Sets of ten go better than the chart says: the estimate for ten reps is above the one for three."""
    days = [lifted(72 + n, 10, 8, date=DAY + timedelta(days=3 * n)) for n in range(12)]
    estimate = replayed(days)
    assert estimate is not None
    assert estimate.at(10) > estimate.at(6) > estimate.at(3)


@pytest.mark.parametrize(
    ("kg", "rpe", "slip"),
    [(1000, 8, True), (100, 8, False), (10, 8, True), (50, 5, False), (1000, None, True)],
)
def test_a_slip_of_the_finger_is_worth_one_question(kg: float, rpe: float | None, slip: bool) -> None:
    assert is_slip(Estimate(123.3, exposures=5), WorkingSet(kg, 5, rpe), 5) is slip
    assert not is_slip(None, WorkingSet(kg, 5, rpe), 5)


RPE = st.integers(10, 20).map(lambda half: half / 2)


@given(st.floats(40, 200), st.integers(0, 12), RPE, RPE, st.integers(3, 20), st.floats(-0.2, 0.2))
def test_the_estimate_moves_by_small_steps_up_to_what_was_lifted_and_never_up_with_effort(
    kg: float, reps: int, one: float, other: float, count: int, previous: float
) -> None:
    before = Estimate(100, innovation=previous, exposures=count, last=DAY - timedelta(days=3))
    easy, hard = (updated(before, lifted(kg, reps, rpe, asked=5)) for rpe in sorted((one, other)))
    assert easy is not None
    assert hard is not None
    assert hard.e1rm <= easy.e1rm
    for now in (easy, hard):
        agree = now.innovation * previous > 0
        lifted_anyway = 0.0 if reps == 0 else log(max(kg, 0.95 * kg / pct(min(reps, 6), 10)) / 100)
        step = max(0.225 if agree else 0.07, lifted_anyway)
        assert abs(log(now.e1rm / 100)) <= step + 1e-9
        assert abs(now.slope) <= 0.03
