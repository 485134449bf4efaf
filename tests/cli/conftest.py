"""A home with a runner in it, and one with two weeks of training, each fresh for every test."""

import shutil
from pathlib import Path

import pytest
from support.command import NEXT_TUESDAY, TUESDAY, Terminal
from support.home import MONDAY, THURSDAY, Clock, do_session, on_disk, set_up


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RUNLIFT_HOME", "RUNLIFT_TODAY", "RUNLIFT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A home where nobody is set up yet."""
    return Terminal(tmp_path / "home", capsys)


@pytest.fixture(scope="session")
def _new_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A marathon runner whose plan begins on the first Tuesday, 16 weeks before Berlin; lifts on Tuesday and Thursday."""
    home = tmp_path_factory.mktemp("new") / "home"
    set_up(on_disk(home, Clock(MONDAY)))
    return home


@pytest.fixture(scope="session")
def _trained_home(_new_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same runner after two sessions, in which the start weights were found."""
    home = tmp_path_factory.mktemp("trained") / "home"
    shutil.copytree(_new_home, home)
    for day in (TUESDAY, THURSDAY):
        do_session(on_disk(home, Clock(day)), rpe=6)
    return home


@pytest.fixture
def at(_new_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The new runner's home, on the first Tuesday."""
    return Terminal(shutil.copytree(_new_home, tmp_path / "home"), capsys, TUESDAY)


@pytest.fixture
def trained(_trained_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The trained runner's home, on the second Tuesday."""
    return Terminal(shutil.copytree(_trained_home, tmp_path / "home"), capsys, NEXT_TUESDAY)
