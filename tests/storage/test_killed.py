"""SIGKILL at every call: what was reported as done is there, and the step under way happened wholly or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from storage.homes import A_FEW_DAYS, NOW, on_disk, snapshot, states

from tracker.storage.diary import Diary
from tracker.storage.notices import RolledBack

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lives")
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-m", "storage.killed", str(folder)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_what_was_told_is_there_and_what_was_under_way_is_whole_or_not_there(
    lives: Path, tmp_path: Path
) -> None:
    seen = states(tmp_path)
    for step in range(len(A_FEW_DAYS)):
        assert on_disk(lives / str(step)) == seen[step + 1], "nobody was killed here"
        calls = int((lives / f"{step}.calls").read_text())
        assert calls >= 7, "lock, temp file, write, sync, replace, folder, sync"
        for call in range(1, calls + 1):
            restarted = Diary(lives / f"{step}-{call}")
            assert snapshot(restarted) in seen[step : step + 2], f"step {step} killed at call {call}"
            assert all(isinstance(notice, RolledBack) for notice in restarted.take_notices()), (
                "no file is harmed"
            )


def test_life_goes_on_after_each_of_these_ends(lives: Path) -> None:
    homes = sorted(lives.glob("*-*5"))
    assert len(homes) > 10
    for home in homes:
        before = on_disk(home)
        diary = Diary(home)
        with diary.change(NOW) as pen:
            pen.keep_profile({"name": "Grace"})
        assert on_disk(home) == {**before, "profile": {"name": "Grace"}}
        assert not list(home.rglob("*.tmp")), "half-written files are swept up"
        assert not list(home.glob("backups/unfinished/*")), "and so are the copies of interrupted batches"
