"""Pictures of History, Graphs, Library and Settings: three sizes, light, sixteen colours, none, and the first day."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from support.gym import FRIDAY, PLAN_MADE, Gym, copied, new_runner, train
from textual.pilot import Pilot

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]

ROOMS = {
    "history": ("H",),
    "graphs": ("G", "left", "left"),
    "library": ("L", *["down"] * 3),
    "settings": ("S",),
}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("rooms") / "home", FRIDAY)


@pytest.fixture
def app(trained: Path, tmp_path: Path) -> Any:
    return Gym(copied(trained, tmp_path / "home")).make_app()


def pressing(*keys: str, theme: str = "") -> Before:
    async def press(pilot: Pilot[None]) -> None:
        if theme:
            pilot.app.theme = theme
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return press


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_a_room(snap_compare: Compare, app: Any, room: str, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=pressing(*ROOMS[room]))


@pytest.mark.parametrize("room", ["history", "graphs"])
@pytest.mark.parametrize("theme", ["runlift-light", "ansi-dark"])
def test_in_other_colours(snap_compare: Compare, app: Any, room: str, theme: str) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*ROOMS[room], theme=theme))


@pytest.mark.parametrize("room", ["history", "graphs"])
def test_without_colour(
    snap_compare: Compare, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Gym(copied(trained, tmp_path / "home")).make_app()
    assert snap_compare(plain, terminal_size=(80, 24), run_before=pressing(*ROOMS[room]))


@pytest.mark.parametrize("room", ["history", "graphs"])
def test_on_the_first_day(snap_compare: Compare, tmp_path: Path, room: str) -> None:
    app = Gym(new_runner(tmp_path / "home"), PLAN_MADE).make_app()
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*ROOMS[room][:1]))


def test_values_as_a_table(snap_compare: Compare, app: Any) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("G", "v", "down"))
