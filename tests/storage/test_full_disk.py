"""No room, no permission: one sentence, and everything is as it was, in memory and on disk."""

import errno
import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from storage.homes import A_FEW_DAYS, NOW, TUESDAY, live, on_disk, session, snapshot, states, under_way

from tracker.domain.errors import CouldNotSave
from tracker.storage.diary import Diary


class FullDisk:
    """A disk that has room for so many more calls that need room. Replacing and removing need none."""

    def __init__(self, room: int, patch: pytest.MonkeyPatch, *, recovers: bool) -> None:
        self.room = room
        self.was_full = False
        self._recovers = recovers
        for name in ("open", "write", "fsync", "mkdir", "link"):
            patch.setattr(os, name, self._limited(getattr(os, name), name))

    def _limited(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def limited(*arguments: Any, **named: Any) -> Any:
            if self._needs_room(name, arguments):
                self.room -= 1
                if self.room < 0 and not (self._recovers and self.was_full):
                    self.was_full = True
                    raise OSError(errno.ENOSPC, "No space left on device")
            return None if name == "fsync" else call(*arguments, **named)  # syncing only takes time here

        return limited

    @staticmethod
    def _needs_room(name: str, arguments: tuple[Any, ...]) -> bool:
        if name == "open":
            return bool(arguments[1] & os.O_CREAT) and not str(arguments[0]).endswith(".lock")
        if name == "fsync":
            return stat.S_ISREG(os.fstat(arguments[0]).st_mode)
        return True


@pytest.fixture(scope="module")
def unharmed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("unharmed")
    return folder, states(folder)


@pytest.mark.parametrize("recovers", [False, True], ids=["stays_full", "full_for_a_moment"])
def test_a_disk_that_is_full_at_any_call(
    recovers: bool, unharmed: tuple[Path, list[dict[str, Any]]], tmp_path: Path
) -> None:
    homes, seen = unharmed
    said: set[str] = set()
    for step in range(len(A_FEW_DAYS)):
        for room in count():
            home = tmp_path / f"{step}-{room}"
            shutil.copytree(homes / str(step), home)
            diary = Diary(home)
            snapshot(diary)
            saved = True
            with pytest.MonkeyPatch.context() as patch:
                disk = FullDisk(room, patch, recovers=recovers)
                try:
                    live(diary, step)
                except CouldNotSave as error:
                    saved = False
                    said.add(str(error))
                here = snapshot(diary)
            expected = seen[step + 1 if saved else step]
            assert here == expected, f"in memory: step {step} with room for {room} calls"
            assert on_disk(home) == expected, f"on disk: step {step} with room for {room} calls"
            if not disk.was_full:
                break
    assert said
    assert all(sentence.startswith("The disk is full: ") for sentence in said)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file of this process grow beyond *size* bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_set_that_the_system_has_no_room_for(tmp_path: Path) -> None:
    """Two sets logged, the disk full at the third: two sets are on the screen and on the disk; then there is room."""
    diary = Diary(tmp_path)
    two, three = under_way("a", TUESDAY, "100", "92.5"), under_way("a", TUESDAY, *["92.5"] * 90)
    with diary.change(NOW) as pen:
        pen.keep_open(two)
    with files_no_larger_than(4096), diary.change(NOW) as pen:
        with pytest.raises(CouldNotSave, match=r"disk is full: open\.json was not saved"):
            pen.keep_open(three)
        assert diary.read_open() == two
    assert on_disk(tmp_path)["open"] == two
    with diary.change(NOW) as pen:
        pen.keep_open(three)
    assert on_disk(tmp_path)["open"] == three


def test_a_session_that_cannot_be_finished_stays_open(tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
        with files_no_larger_than(1000), pytest.raises(CouldNotSave):
            pen.finish(session("a", TUESDAY, *["100"] * 90))
    assert diary.sessions(2026) == ()
    assert diary.read_open() == under_way("a", TUESDAY, "100")
    assert not list(tmp_path.rglob("*.tmp")), "the half-written file gives its room back"


@pytest.fixture
def forbidden_home() -> Iterator[Path]:
    """A home with one set in it, whose folders may not be written by whoever runs the test."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with Diary(home).change(NOW) as pen:
            pen.keep_open(under_way("a", TUESDAY, "100"))
        anyone = [Path(folder), *(path for path in Path(folder).rglob("*") if path.is_dir())]
        for path in anyone:
            path.chmod(0o555)
        for path in Path(folder).rglob("*.json"):
            path.chmod(0o444)
        root = os.geteuid() == 0
        if root:  # whom permissions do not stop
            os.seteuid(65534)
        yield home
        if root:
            os.seteuid(0)
        for path in anyone:
            path.chmod(0o755)


def test_a_home_that_may_not_be_written_can_be_read(forbidden_home: Path) -> None:
    diary = Diary(forbidden_home)
    assert diary.read_open() == under_way("a", TUESDAY, "100")
    with pytest.raises(CouldNotSave, match="may not write"), diary.change(NOW) as pen:
        pen.clear_open()
    assert diary.read_open() == under_way("a", TUESDAY, "100")


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file of mine")
    diary = Diary(tmp_path / "home")
    assert diary.read_open() is None
    with pytest.raises(CouldNotSave), diary.change(NOW) as pen:
        pen.keep_profile({})
    assert (tmp_path / "home").read_text() == "a file of mine"


def test_a_backup_that_cannot_be_made_does_not_stop_a_set(tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    (tmp_path / "backups").write_text("in the way")
    careful = Diary(tmp_path)
    for load in ("90", "92.5"):
        with careful.change(NOW) as pen:
            pen.keep_open(under_way("a", TUESDAY, "100", load))
    assert on_disk(tmp_path)["open"] == under_way("a", TUESDAY, "100", "92.5")
    (notice,) = careful.take_notices()
    assert notice.sentence.startswith("diary/open.json was saved, but a backup of it could not be made")
