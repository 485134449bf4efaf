"""Between two sets: lighter, heavier, or enough (docs/rules.md 4.7)."""

import pytest
from support.lifting import BARBELL, KETTLEBELLS, rules

from tracker.domain.phase import Phase
from tracker.domain.progression.inside_session import NextSet, SetDone, next_set
from tracker.domain.units import Grid, Load

OFF, BASE, PEAK = Phase.OFF_SEASON, Phase.BASE, Phase.PEAK


def after(
    kg: float,
    done: tuple[int, float | None],
    asked: tuple[int, float],
    phase: Phase,
    rack: Grid = BARBELL,
    **more: object,
) -> NextSet:
    just_done = SetDone(done[0], asked[0], asked[1], done[1])
    return next_set(rules(), phase, just_done, Load.of(kg), rack, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kg", "done", "asked", "phase", "then", "codes"),
    [
        pytest.param(100, (5, 9.5), (5, 8), OFF, 95, ["NEXT_SET_LIGHTER", "TOP_SETS_DONE"], id="9.5 for 8"),
        pytest.param(
            100, (3, 10), (5, 8), OFF, 90, ["NEXT_SET_LIGHTER", "TOP_SETS_DONE"], id="two reps short"
        ),
        pytest.param(100, (4, 9), (5, 8), OFF, 95, ["NEXT_SET_LIGHTER"], id="one rep short"),
        pytest.param(40, (5, 5), (5, 7.5), BASE, 42.5, ["NEXT_SET_HEAVIER"], id="easy: one step"),
        pytest.param(100, (5, 5.5), (5, 7.5), BASE, 105, ["NEXT_SET_HEAVIER"], id="easy: 5 %"),
        pytest.param(100, (3, 6), (3, 8), PEAK, 100, [], id="peak does not chase"),
        pytest.param(100, (5, 8), (5, 8), OFF, 100, [], id="on target"),
        pytest.param(100, (5, None), (5, 8), OFF, 100, [], id="no rating"),
        pytest.param(100, (5, 9), (5, 8), OFF, 100, [], id="a bit hard"),
    ],
)
def test_the_next_set(
    kg: float,
    done: tuple[int, float | None],
    asked: tuple[int, float],
    phase: Phase,
    then: float,
    codes: list[str],
) -> None:
    found = after(kg, done, asked, phase)
    assert found.load is not None
    assert (found.load.kilograms, [reason.code for reason in found.reasons]) == (then, codes)
    assert not found.exercise_over


def test_two_sets_that_come_up_short_end_the_exercise() -> None:
    assert not after(100, (4, 9), (5, 8), OFF).exercise_over
    over = after(100, (4, 9), (5, 8), OFF, missed_before=1)
    assert over.exercise_over
    assert [reason.code for reason in over.reasons] == ["EXERCISE_DONE"]


def test_almost_all_out_ends_the_top_sets_except_in_an_attempt() -> None:
    assert after(100, (3, 9.5), (3, 9), OFF).top_sets_over
    assert not after(100, (3, 9.5), (3, 9), OFF, attempt=True).top_sets_over
    assert after(100, (3, 9.5), (3, 9), PEAK, attempt=True).top_sets_over


def test_large_steps_up_are_not_taken_between_sets() -> None:
    found = after(16, (5, 5), (5, 8), OFF, KETTLEBELLS)
    assert found.load == Load.of(16)


def test_on_a_day_that_holds_nothing_goes_up() -> None:
    assert after(40, (5, 5), (5, 7.5), BASE, held=True).load == Load.of(40)


def test_without_a_load_only_the_stops_remain() -> None:
    found = next_set(rules(), BASE, SetDone(5, 8, 7.5, 9.0), None, Grid())
    assert found == NextSet(None)


def test_the_body_counts_on_the_bar() -> None:
    """Chin-up with 10 kg at 70 kg, one rep short: 5 % of 80 is 4 kg."""
    belt = Grid(loads=tuple(Load.of(kg) for kg in (0, 1.25, 2.5, 5, 7.5, 10)))
    found = after(10, (4, 9), (5, 7.5), BASE, belt, offset_kg=70.0)
    assert found.load == Load.of(5)


@pytest.mark.parametrize(("planned", "then"), [(45, 47.5), (47.5, 47.5), (50, 50)])
def test_a_back_off_gets_no_heavier_than_the_top_set(planned: float, then: float) -> None:
    """47.5 on top and everything far too easy: the back-offs come up to it, and no further."""
    found = after(planned, (5, 5), (5, 7.5), BASE, most=Load.of(47.5))
    assert found.load is not None
    assert found.load.kilograms == then
    assert [reason.code for reason in found.reasons] == (["NEXT_SET_HEAVIER"] if then > planned else [])
