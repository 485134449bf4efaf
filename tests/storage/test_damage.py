"""Damaged files: set aside, never overwritten; the newest good backup opens; one sentence names both.

Years and profile lose nothing, as they are copied after each write; the session under way goes back by one set.
"""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from storage.homes import NEW_YEAR, NOW, TUESDAY, on_disk, session, snapshot, under_way

from tracker.domain.errors import CouldNotSave, Damaged
from tracker.storage import disk
from tracker.storage.diary import Diary
from tracker.storage.notices import SetAside

OPEN = "diary/open.json"
FILES = (OPEN, "diary/2026.json", "diary/2027.json", "profile.json")


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which each file has been written at least twice."""
    home = tmp_path_factory.mktemp("lived") / "home"
    diary = Diary(home)
    for unit in ("kg", "lb"):
        with diary.change(NOW) as pen:
            pen.keep_profile({"unit": unit})
    for name, day in (("a", TUESDAY), ("b", TUESDAY), ("c", NEW_YEAR), ("d", NEW_YEAR)):
        with diary.change(NOW) as pen:
            pen.put("sessions", session(name, day, "100"))
    for loads in (["100"], ["100", "92.5"]):
        with diary.change(NOW) as pen:
            pen.keep_open(under_way("e", NEW_YEAR, *loads))
    return home


@pytest.fixture
def home(lived_in: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(lived_in, tmp_path / "home"))


def opened(name: str) -> str:
    """How the backup that takes the place of a file is named."""
    if name == OPEN:
        return f"the backup backups/before/{name} was opened: look whether the last entries are there."
    return f"the backup backups/latest/{name}, made after the last write, was opened."


def backed_up(home: Path, name: str) -> dict[str, Any]:
    """What is to be there once a file has been lost: everything, or the session under way as of one set before."""
    now, file = on_disk(home), home / name
    if name != OPEN:
        return now
    whole = file.read_bytes()
    file.write_bytes((home / "backups/before" / name).read_bytes())
    earlier = on_disk(home)
    assert earlier != now
    file.write_bytes(whole)
    return earlier


@pytest.mark.parametrize("name", FILES)
def test_every_truncation(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.os, "fsync", lambda descriptor: None)  # only to be quick
    now, file = on_disk(home), home / name
    whole = file.read_bytes()
    expected = backed_up(home, name)
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        diary = Diary(home)
        found = snapshot(diary)
        asides = list(file.parent.glob("*.damaged-*"))
        if length == len(whole) - 1:  # only the line end is missing
            assert (found, asides) == (now, [])
            continue
        assert found == expected
        assert [aside.read_bytes() for aside in asides] == [whole[:length]]
        (notice,) = diary.take_notices()
        assert isinstance(notice, SetAside)
        assert notice.kept_as == asides[0].relative_to(home).as_posix()
        assert notice.kept_as in notice.sentence
        assert opened(name) in notice.sentence
        asides[0].unlink()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda whole: whole.replace(b'"', b"\xff", 1), id="not UTF-8"),
        pytest.param(lambda whole: whole.replace(b"{", b"", 1), id="not JSON"),
        pytest.param(lambda whole: b"\0" * len(whole), id="zeros"),
        pytest.param(lambda whole: whole + whole, id="twice"),
        pytest.param(lambda _: b"[]", id="a list"),
        pytest.param(lambda _: b'"diary"', id="a text"),
        pytest.param(lambda _: b'{"sessions": []}', id="a list for a table"),
        pytest.param(lambda _: b'{"sessions": {"1": 5}}', id="a number for a record"),
        pytest.param(lambda _: b'{"sessions": {"one": {}}}', id="a word for a number"),
        pytest.param(lambda _: b"[" * 100_000, id="deep"),
    ],
)
def test_a_file_that_is_not_ours(harm: Callable[[bytes], bytes], home: Path) -> None:
    file = home / "diary/2026.json"
    harmed = harm(file.read_bytes())
    file.write_bytes(harmed)
    diary = Diary(home)
    assert [each["id"] for each in diary.sessions(2026)] == ["a", "b"]
    (notice,) = diary.take_notices()
    assert isinstance(notice, SetAside)
    assert notice.kept_as is not None
    assert (home / notice.kept_as).read_bytes() == harmed


def test_after_damage_life_goes_on_and_is_told_once(home: Path) -> None:
    (home / "diary/2026.json").write_bytes(b"?")
    diary = Diary(home)
    with diary.change(NOW) as pen:
        pen.put("sessions", session("new", TUESDAY))
    assert [each["id"] for each in diary.sessions(2026)] == ["a", "b", "new"]
    assert len(diary.take_notices()) == 1
    restarted = Diary(home)
    assert snapshot(restarted) == snapshot(diary)
    assert restarted.take_notices() == ()


def test_several_damaged_files_of_one_moment_are_all_kept(home: Path) -> None:
    file = home / "diary/2026.json"
    for content in (b"1", b"2", b"3"):
        file.write_bytes(content)
        Diary(home).sessions(2026)
    asides = home.glob("diary/2026.damaged-*.json")
    assert sorted(aside.read_bytes() for aside in asides) == [b"1", b"2", b"3"]


@pytest.mark.parametrize(
    ("harmed", "kept", "source"),
    [
        ((), ["a", "b", "new"], "the backup backups/latest/diary/2026.json, made after the last write, was"),
        (("latest",), ["a", "b"], "the backup backups/before/diary/2026.json was opened"),
        (("latest", "before"), ["a", "b"], "the backup backups/2026-11-25/diary/2026.json was opened"),
    ],
    ids=["the file alone", "the latest copy too", "and the file before"],
)
def test_one_copy_after_the_other(harmed: tuple[str, ...], kept: list[str], source: str, home: Path) -> None:
    with Diary(home).change(NOW + timedelta(days=1)) as pen:
        pen.put("sessions", session("new", TUESDAY))
    for folder in (".", *(f"backups/{name}" for name in harmed)):
        (home / folder / "diary/2026.json").write_bytes(b"")
    diary = Diary(home)
    assert [each["id"] for each in diary.sessions(2026)] == kept
    (notice,) = diary.take_notices()
    assert source in notice.sentence


def test_the_last_finished_session_survives_harm_from_outside(tmp_path: Path) -> None:
    """Harm that changes the bytes in place, as a failing disk does: no copy may share them."""
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"))
        pen.keep_open(under_way("b", TUESDAY, "100"))
        pen.finish(session("b", TUESDAY, "100"))
    before = on_disk(tmp_path)
    with (tmp_path / "diary/2026.json").open("r+b") as file:
        file.write(b"\0" * 16)
    assert on_disk(tmp_path) == before


def test_a_home_with_nothing_but_a_profile_has_a_backup_of_it(tmp_path: Path) -> None:
    with Diary(tmp_path).change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
    (tmp_path / "profile.json").write_bytes(b"?")
    assert Diary(tmp_path).profile() == {"name": "Ada"}


def test_a_copy_that_cannot_be_made_leaves_no_older_one_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
    replace = disk.os.replace

    def full(source: Path, target: Path) -> None:
        if "latest" in target.parts:
            raise OSError(28, "No space left on device")
        replace(source, target)

    with monkeypatch.context() as patch, diary.change(NOW) as pen:
        patch.setattr(disk.os, "replace", full)
        pen.keep_profile({"name": "Grace"})
    (notice,) = diary.take_notices()
    assert "profile.json was saved, but a backup of it could not be made" in notice.sentence
    assert not (tmp_path / "backups/latest/profile.json").exists()
    assert diary.profile() == {"name": "Grace"}


def test_the_backup_of_the_open_file_never_takes_a_complete_batch_back(tmp_path: Path) -> None:
    """An import makes a year; `open.json` is harmed afterwards, and its backup knew of the batch."""
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen, pen.batch("Import"):
        pen.put_many("sessions", [session("a", TUESDAY), session("b", NEW_YEAR)])
    before = on_disk(tmp_path)
    (tmp_path / "diary/open.json").write_bytes(b"?")
    restarted = Diary(tmp_path)
    with restarted.change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
    assert on_disk(tmp_path) == {**before, "profile": {"name": "Ada"}}


def test_nor_does_the_one_from_the_moment_at_which_it_was_completed(tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen, pen.batch("Import"):
        pen.put_many("sessions", [session("a", TUESDAY), session("b", NEW_YEAR)])
        noted = (tmp_path / OPEN).read_bytes()
    before = on_disk(tmp_path)
    (tmp_path / "backups/before" / OPEN).write_bytes(noted)
    (tmp_path / OPEN).write_bytes(b"?")
    with Diary(tmp_path).change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
    assert on_disk(tmp_path) == {**before, "profile": {"name": "Ada"}}


def test_no_backup_at_all_starts_empty_and_says_so(home: Path) -> None:
    shutil.rmtree(home / "backups")
    (home / "diary/2026.json").write_bytes(b"{")
    diary = Diary(home)
    assert diary.sessions(2026) == ()
    (notice,) = diary.take_notices()
    assert "there is no good backup, so it starts empty" in notice.sentence
    assert [path.read_bytes() for path in home.glob("diary/2026.damaged-*")] == [b"{"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone(name: str, home: Path) -> None:
    expected = backed_up(home, name)
    (home / name).unlink()
    diary = Diary(home)
    assert snapshot(diary) == expected
    (notice,) = diary.take_notices()
    assert notice.sentence == f"{name} was missing; {opened(name)}"


def test_a_damaged_file_that_cannot_be_set_aside_is_read_from_its_backup_and_never_overwritten(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    file = home / "diary/2026.json"
    file.write_bytes(b"?")
    diary = Diary(home)
    with monkeypatch.context() as patch:
        patch.setattr(disk.os, "rename", forbidden)
        assert [each["id"] for each in diary.sessions(2026)] == ["a", "b"]
        with (
            pytest.raises(CouldNotSave, match="damaged and could not be set aside"),
            diary.change(NOW) as pen,
        ):
            pen.put("sessions", session("new", TUESDAY))
        assert file.read_bytes() == b"?"
        (notice,) = diary.take_notices()
        assert "damaged, and it cannot be set aside here" in notice.sentence
        assert opened("diary/2026.json") in notice.sentence
    with diary.change(NOW) as pen:
        pen.put("sessions", session("new", TUESDAY))
    assert [each["id"] for each in diary.sessions(2026)] == ["a", "b", "new"]
    assert [path.read_bytes() for path in home.glob("diary/2026.damaged-*")] == [b"?"]


def test_a_file_that_may_not_be_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "profile.json").unlink()
    (home / "profile.json").mkdir()
    with pytest.raises(Damaged, match=r"profile\.json may not be read"):
        Diary(home).profile()


def test_an_old_copy_does_not_reopen_a_session_that_is_in_the_log(tmp_path: Path) -> None:
    """Open overnight, finished on Wednesday; then `open.json` is harmed: Tuesday's copy of it is no session."""
    diary = Diary(tmp_path)
    wednesday = NOW + timedelta(days=1)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    with diary.change(wednesday) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100", "92.5"))
        pen.finish(session("a", TUESDAY, "100", "92.5"))
    (tmp_path / "diary/open.json").write_bytes(b"?")
    (tmp_path / "backups/before/diary/open.json").write_bytes(b"?")
    restarted = Diary(tmp_path)
    assert restarted.read_open() is None
    (notice,) = restarted.take_notices()
    assert "backups/2026-11-25/diary/open.json" in notice.sentence
    assert [each["id"] for each in restarted.sessions(2026)] == ["a"]
    assert Diary(tmp_path).read_open() is None, "nor after another start"

    with restarted.change(wednesday) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    assert restarted.read_open() == under_way("a", TUESDAY, "100"), "unless a person opens it again"


def test_the_emptied_open_file_is_harmed_and_the_finished_session_stays_finished(tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
        pen.finish(session("a", TUESDAY, "100"))
    (tmp_path / "diary/open.json").write_bytes(b"")
    assert Diary(tmp_path).read_open() is None


@pytest.mark.parametrize("sets", [["100"], ["100", "92.5"]], ids=["as it was", "with another set"])
def test_a_finished_session_that_is_opened_again_stays_open(sets: list[str], tmp_path: Path) -> None:
    """Undoing the end of a session is not mistaken for a crash at its end."""
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
        pen.finish(session("a", TUESDAY, "100"))
        pen.keep_open(under_way("a", TUESDAY, *sets))
    assert diary.read_open() == under_way("a", TUESDAY, *sets)
    restarted = Diary(tmp_path)
    with restarted.change(NOW):
        assert restarted.read_open() == under_way("a", TUESDAY, *sets)
