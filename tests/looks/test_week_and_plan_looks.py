"""Pictures of the week and the plan: full, empty, on three sizes, in light, in sixteen colours and in none."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from support.gym import FRIDAY, PLAN_MADE, Gym, copied, new_runner, train
from textual.pilot import Pilot

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]

WIDE, USUAL, PHONE = (100, 30), (80, 24), (44, 20)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("looks") / "home", FRIDAY)


@pytest.fixture
def app(trained: Path, tmp_path: Path) -> Any:
    return Gym(copied(trained, tmp_path / "home")).make_app()


def pressing(*keys: str, theme: str = "") -> Before:
    async def press(pilot: Pilot[None]) -> None:
        if theme:
            pilot.app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", [WIDE, USUAL, PHONE], ids=lambda each: f"{each[0]}x{each[1]}")
def test_the_week(snap_compare: Compare, app: Any, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=pressing("W"))


@pytest.mark.parametrize("theme", ["runlift-light", "ansi-dark"])
def test_the_week_in_other_colours(snap_compare: Compare, app: Any, theme: str) -> None:
    assert snap_compare(app, terminal_size=WIDE, run_before=pressing("W", theme=theme))


def test_the_week_without_colour(
    snap_compare: Compare, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Gym(copied(trained, tmp_path / "home")).make_app()
    assert snap_compare(plain, terminal_size=WIDE, run_before=pressing("W"))


def test_the_first_week(snap_compare: Compare, tmp_path: Path) -> None:
    first = Gym(new_runner(tmp_path / "home"), on=PLAN_MADE).make_app()
    assert snap_compare(first, terminal_size=WIDE, run_before=pressing("W"))


def test_the_end_of_the_week_on_a_phone(snap_compare: Compare, app: Any) -> None:
    assert snap_compare(app, terminal_size=PHONE, run_before=pressing("W", *["pagedown"] * 6))


@pytest.mark.parametrize("size", [WIDE, USUAL, PHONE], ids=lambda each: f"{each[0]}x{each[1]}")
def test_the_plan(snap_compare: Compare, app: Any, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=pressing("P"))


def test_the_plan_in_light(snap_compare: Compare, app: Any) -> None:
    assert snap_compare(app, terminal_size=WIDE, run_before=pressing("P", theme="runlift-light"))


def test_the_plan_without_a_race(snap_compare: Compare, tmp_path: Path) -> None:
    free = Gym(new_runner(tmp_path / "home", race=None), on=PLAN_MADE).make_app()
    assert snap_compare(free, terminal_size=WIDE, run_before=pressing("P"))


def test_a_change_of_plan_before_it_is_accepted(snap_compare: Compare, app: Any) -> None:
    assert snap_compare(app, terminal_size=USUAL, run_before=pressing("P", "b", "m"))
