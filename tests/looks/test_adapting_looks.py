"""Pictures of a day that does not go as planned: a niggle, a worn-out morning, another place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, train
from textual.pilot import Pilot

Compare = Callable[..., bool]

SIZES = [(80, 24), (44, 20)]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("adapting") / "home", FRIDAY)


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["p", "k"], id="how much it hurts"),
        pytest.param(["r", "m", "4", "1", "4"], id="worn out"),
        pytest.param(["a"], id="away"),
    ],
)
def test_a_question(
    snap_compare: Compare, trained: Path, tmp_path: Path, keys: list[str], size: tuple[int, int]
) -> None:
    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    gym = Gym(copied(trained, tmp_path / "home"))
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=press)
