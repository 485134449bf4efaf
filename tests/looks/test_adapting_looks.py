"""Pictures of a day that does not go as planned: each thing that is asked, offered or explained, wide and on a phone."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, train
from support.odd_days import hard_weeks, record_within_reach, sore_since_yesterday, standstill
from textual.pilot import Pilot

Compare = Callable[..., bool]
Made = tuple[Path, date]

SIZES = pytest.mark.parametrize("size", [(80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("adapting") / "home", FRIDAY)


@pytest.fixture(
    scope="module", params=[hard_weeks, record_within_reach, standstill], ids=lambda made: made.__name__
)
def offered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A home in which something is on offer, and the day it is."""
    home = tmp_path_factory.mktemp("offered") / "home"
    return home, request.param(home)


def pressing(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return press


@SIZES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("m", id="the signals"),
        pytest.param("m u", id="the ladder and what is beside it"),
        pytest.param("m h", id="it hurts"),
        pytest.param("p", id="where it hurts"),
        pytest.param("p k", id="how much it hurts"),
        pytest.param("p k 6", id="what would change"),
        pytest.param("p exclamation_mark", id="the warning signs"),
        pytest.param("p exclamation_mark 1", id="stop"),
        pytest.param("r", id="how it feels"),
        pytest.param("r m", id="sleep"),
        pytest.param("r m 4", id="energy"),
        pytest.param("r m 4 1", id="legs"),
        pytest.param("r m 4 1 4", id="worn out"),
        pytest.param("t", id="short on time"),
        pytest.param("x", id="skip an exercise"),
        pytest.param("s", id="another day or not at all"),
        pytest.param("a", id="away"),
        pytest.param("a i", id="for how long"),
        pytest.param("a i o", id="ill"),
        pytest.param("a h o", id="on holiday"),
        pytest.param("a 2 o", id="travelling"),
        pytest.param("a 2 o a", id="back from travelling"),
        pytest.param("f3 c", id="the taper of a race"),
    ],
)
def test_a_question(
    snap_compare: Compare, trained: Path, tmp_path: Path, keys: str, size: tuple[int, int]
) -> None:
    gym = Gym(copied(trained, tmp_path / "home"))
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing(*keys.split()))


@SIZES
def test_the_morning_after(
    snap_compare: Compare, trained: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    gym = Gym(copied(trained, tmp_path / "home"))
    sore_since_yesterday(gym)
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing("p"))


@SIZES
def test_a_break_is_explained(
    snap_compare: Compare, trained: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    gym = Gym(copied(trained, tmp_path / "home"), on=FRIDAY + timedelta(days=32))
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing("w"))


@SIZES
def test_a_day_off(snap_compare: Compare, trained: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    gym = Gym(copied(trained, tmp_path / "home"), on=FRIDAY + timedelta(days=1))
    assert snap_compare(gym.make_app(), terminal_size=size)


@SIZES
def test_an_offer(snap_compare: Compare, offered: Made, tmp_path: Path, size: tuple[int, int]) -> None:
    """A lighter week, a record, or two ways on with a lift that stands still."""
    home, day = offered
    gym = Gym(copied(home, tmp_path / "home"), on=day)
    key = "d" if gym.logbook.reviewing.deload_offer() is not None else "m"
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing(key))
