"""Pictures of Today: at work, in turns, done, on four sizes, in light, in sixteen colours, in none; first questions."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, train
from textual.pilot import Pilot

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]

SIZES = [(100, 30), (80, 24), (44, 20), (140, 40)]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("today") / "home", FRIDAY)


@pytest.fixture
def gym(trained: Path, tmp_path: Path) -> Gym:
    return Gym(copied(trained, tmp_path / "home"))


def pressing(*keys: str, theme: str = "") -> Before:
    async def press(pilot: Pilot[None]) -> None:
        if theme:
            pilot.app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_at_work(snap_compare: Compare, gym: Gym, size: tuple[int, int]) -> None:
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing("8", "7"))


@pytest.mark.parametrize("size", [(80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_before_the_first_set(snap_compare: Compare, gym: Gym, size: tuple[int, int]) -> None:
    assert snap_compare(gym.make_app(), terminal_size=size)


@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_in_turns(snap_compare: Compare, gym: Gym, size: tuple[int, int]) -> None:
    """The first of two that take turns is done; the other follows at once."""

    async def lift(pilot: Pilot[None]) -> None:
        for key in "877887":
            gym.clock.pass_by(seconds=90)
            await pilot.press(key)
            await pilot.pause()

    assert snap_compare(gym.make_app(), terminal_size=size, run_before=lift)


@pytest.mark.parametrize("theme", ["runlift-light", "ansi-dark"])
def test_in_other_colours(snap_compare: Compare, gym: Gym, theme: str) -> None:
    assert snap_compare(gym.make_app(), terminal_size=(100, 30), run_before=pressing("8", theme=theme))


def test_without_colour(
    snap_compare: Compare, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Gym(copied(trained, tmp_path / "home")).make_app()
    assert snap_compare(plain, terminal_size=(100, 30), run_before=pressing("8", "7"))


def test_why(snap_compare: Compare, gym: Gym) -> None:
    assert snap_compare(gym.make_app(), terminal_size=(80, 24), run_before=pressing("w"))


@pytest.mark.parametrize("size", [(80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_modify(snap_compare: Compare, gym: Gym, size: tuple[int, int]) -> None:
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing("m", "c"))


def test_the_first_question(snap_compare: Compare, tmp_path: Path) -> None:
    assert snap_compare(Gym(tmp_path / "nobody").make_app(), terminal_size=(80, 24))


@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_done(snap_compare: Compare, gym: Gym, size: tuple[int, int]) -> None:
    assert snap_compare(gym.make_app(), terminal_size=size, run_before=pressing(*"8" * 16, "f"))


def test_a_day_off(snap_compare: Compare, trained: Path, tmp_path: Path) -> None:
    gym = Gym(copied(trained, tmp_path / "home"), FRIDAY + timedelta(days=1))
    assert snap_compare(gym.make_app(), terminal_size=(100, 30))


def test_help(snap_compare: Compare, gym: Gym) -> None:
    assert snap_compare(gym.make_app(), terminal_size=(80, 24), run_before=pressing("question_mark"))
