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
        (Role.ACCESSORY, "2x10", False, 60, 15 + 2 * (30 + 60)),
        (Role.BALANCE, "1x30s", True, 30, 15 + 60 + 30),
        (Role.PLYO, "2x20c", True, 60, 15 + 2 * (20 + 60)),
    ],
)
def test_seconds_of_an_exercise(role: Role, cell: str, per_side: bool, rest: int, seconds: float) -> None:
    assert seconds_of([Work(role, Cell.of(cell), per_side, rest)]) == pytest.approx(seconds)


PUSH_UP = Work(Role.ACCESSORY, Cell.of("2x10"), per_side=False, rest_s=60, group="pair")
CALF_RAISE = PUSH_UP._replace(per_side=True)
SQUAT = Work(Role.PRIMARY, Cell.of("3x5"), per_side=False, rest_s=180, group="pair")
REACH = Work(Role.BALANCE, Cell.of("1x5"), per_side=True, rest_s=30, group="pair")


def test_in_a_pair_one_rests_while_the_other_works() -> None:
    """Twice: 30 s of push-ups, 15 s to change over, 60 s of calf raises, a minute's rest."""
    together = seconds_of([PUSH_UP, CALF_RAISE])
    assert together == 2 * 15 + 2 * (30 + 15 + 60 + 60)
    assert together < seconds_of([PUSH_UP]) + seconds_of([CALF_RAISE])


def test_what_is_done_between_heavy_sets_is_part_of_their_rest() -> None:
    """The reach fits into the three minutes after the first squat; only walking over to it takes time."""
    assert seconds_of([SQUAT, REACH]) == seconds_of([SQUAT]) + 15


def test_only_neighbours_of_one_group_take_turns() -> None:
    alone = [PUSH_UP._replace(group=None), CALF_RAISE._replace(group=None)]
    assert estimate_minutes([PUSH_UP, CALF_RAISE]) < estimate_minutes(alone)
    assert estimate_minutes(alone) == WARM_UP_MINUTES + sum(seconds_of([each]) for each in alone) / 60


def test_nothing_but_the_warm_up() -> None:
    assert estimate_minutes([]) == WARM_UP_MINUTES


def test_one_set_more_takes_longer() -> None:
    def minutes(cell: str) -> float:
        return estimate_minutes([Work(Role.PRIMARY, Cell.of(cell), per_side=False, rest_s=180)])

    assert minutes("3x5") < minutes("4x5")
