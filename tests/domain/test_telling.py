"""The cause beside a number is one that fits how the number has moved; it never says the contrary."""

from datetime import UTC, datetime

import pytest

from tracker.domain.exercise import LoadType, Role
from tracker.domain.progression.telling import Shift, comparable, fits, shift, telling
from tracker.domain.reason import because
from tracker.domain.session import Entry, PerformedSet, PlannedSet, SetKind, SetRow
from tracker.domain.units import Load

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
UP, DOWN, SAME = Shift(1, 0), Shift(-1, 0), Shift(0, 0)
MORE, FEWER, STEP = Shift(0, 1), Shift(0, -1), Shift(1, -1)


def asked(kind: SetKind, kg: float, reps: int) -> PlannedSet:
    return PlannedSet(kind=kind, load=Load.of(kg), reps=reps, rpe=8)


def entry(*rows: tuple[SetKind, float, int], done: bool = False) -> Entry:
    sets = tuple(
        SetRow(
            planned=asked(*row),
            done=PerformedSet(load=Load.of(row[1]), reps=row[2], at=NOW) if done else None,
        )
        for row in rows
    )
    return Entry(exercise="back_squat", role=Role.PRIMARY, load_type=LoadType.EXT, sets=sets)


@pytest.mark.parametrize(
    ("codes", "moved", "told"),
    [
        ("RETURNING ON_TARGET DELOAD", DOWN, "DELOAD"),
        ("READINESS_AMBER WAVE_STEP ON_TARGET", STEP, "WAVE_STEP"),
        ("READINESS_AMBER WAVE_STEP ON_TARGET", SAME, "READINESS_AMBER"),
        ("WAVE_STEP ON_TARGET", MORE, "WAVE_NEXT"),
        ("HOLD EASIER", DOWN, None),
        ("REP_UP", MORE, "REP_UP"),
        ("REP_UP", DOWN, None),
        ("CALIBRATE", None, "CALIBRATE"),
        ("STEP_CAP EASIER", UP, "STEP_CAP"),
        ("ON_TARGET HOLD", SAME, "ON_TARGET"),
        ("NEXT_SET_LIGHTER PHASE_CHANGE", DOWN, "PHASE_CHANGE"),
    ],
)
def test_the_cause_that_made_the_difference_is_told(
    codes: str, moved: Shift | None, told: str | None
) -> None:
    found = telling([because(code, percent=90) for code in codes.split()], moved)
    assert (found.code if found else None) == told


@pytest.mark.parametrize(("code", "moved"), [("PLYO_UP", FEWER), ("REPEAT_EASE", UP), ("HOLD", MORE)])
def test_words_that_say_the_contrary_do_not_fit(code: str, moved: Shift) -> None:
    assert not fits(because(code), moved)
    assert not fits(because(code), None)


def test_a_set_stands_beside_its_like() -> None:
    last = entry((SetKind.TOP, 85, 5), (SetKind.BACKOFF, 77.5, 5), (SetKind.BACKOFF, 75, 5), done=True)
    today = entry((SetKind.TOP, 87.5, 4), (SetKind.BACKOFF, 80, 4), (SetKind.BACKOFF, 80, 4))
    beside = [comparable(today, row, last) for row in range(3)]
    assert [each.load.kilograms if each and each.load else None for each in beside] == [85, 77.5, 75]


def test_a_search_has_nothing_beside_it_and_its_last_set_speaks_for_it() -> None:
    ramp = entry((SetKind.RAMP, 20, 5), (SetKind.RAMP, 40, 5), done=True)
    straight = entry((SetKind.STRAIGHT, 45, 5), done=True)
    found = comparable(straight, 0, ramp)
    assert found is not None
    assert found.load == Load.of(40)
    assert comparable(ramp, 0, straight) is None


def test_back_offs_have_nothing_beside_straight_sets() -> None:
    last = entry((SetKind.STRAIGHT, 85, 5), done=True)
    assert comparable(entry((SetKind.TOP, 90, 4), (SetKind.BACKOFF, 80, 4)), 1, last) is None


def test_other_bands_and_other_measures_are_not_compared() -> None:
    light, medium = (PlannedSet(kind=SetKind.STRAIGHT, band=band, reps=8) for band in ("light", "medium"))
    assert shift(light, medium) is None
    assert shift(light, light.changed(reps=None, seconds=30)) is None
    assert shift(light, light.changed(reps=9)) == MORE


def test_what_the_runner_chose_is_remembered_until_the_plan_is_wanted_again() -> None:
    planned = asked(SetKind.TOP, 85, 5)
    chosen = planned.chosen(load=Load.of(90)).chosen(reps=3)
    assert chosen.was == planned
    assert chosen.chosen(load=Load.of(85), reps=5) == planned
