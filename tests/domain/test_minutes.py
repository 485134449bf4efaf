"""Session length: the whole programs are compared with the printed minutes in test_content.py."""

import pytest

from tracker.domain.coaching.minutes import WARM_UP_MINUTES, Work, estimate_minutes, seconds_of
from tracker.domain.exercise import Role
from tracker.domain.program import Cell


@pytest.mark.parametrize(
    ("role", "cell", "per_side", "rest", "seconds"),
    [
        (Role.PRIMARY, "3x5", False, 150, 15 + 3 * (20 + 150)),
        (Role.SECONDARY, "2x6", True, 90, 15 + 2 * (48 + 90)),
        (Role.ACCESSORY, "2x10", False, 60, 15 + 2 * (30 + 36)),
        (Role.BALANCE, "1x30s", True, 30, 15 + 60 + 18),
        (Role.PLYO, "2x20c", True, 60, 15 + 2 * (20 + 60)),
    ],
)
def test_seconds_of_an_exercise(role: Role, cell: str, per_side: bool, rest: int, seconds: float) -> None:
    assert seconds_of(Work(role, Cell.of(cell), per_side, rest)) == pytest.approx(seconds)


def test_nothing_but_the_warm_up() -> None:
    assert estimate_minutes([]) == WARM_UP_MINUTES


def test_one_set_more_takes_longer() -> None:
    def minutes(cell: str) -> float:
        return estimate_minutes([Work(Role.PRIMARY, Cell.of(cell), per_side=False, rest_s=180)])

    assert minutes("3x5") < minutes("4x5")
