"""Copies that are made without being asked for, and those that are."""

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.homes import NEW_YEAR, NOW, TUESDAY, on_disk, session, snapshot, under_way

from tracker.domain.errors import CouldNotSave, Misunderstood, Refused
from tracker.storage import disk
from tracker.storage.archive import backup_all, restore_from
from tracker.storage.backups import days_to_keep
from tracker.storage.diary import Diary

DAY = timedelta(days=1)


def log_daily(diary: Diary, days: int) -> None:
    for day in range(days):
        with diary.change(NOW + day * DAY) as pen:
            pen.keep_profile({"day": day})
            pen.keep_profile({"day": day, "evening": True})


def test_the_first_write_of_a_day_keeps_a_copy_of_the_evening_before(tmp_path: Path) -> None:
    log_daily(Diary(tmp_path), 3)
    copies = {
        path.parent.name: json.loads(path.read_bytes())["profile"]["1"]
        for path in tmp_path.glob("backups/2*/*.json")
    }
    assert copies == {
        "2026-11-25": {"day": 0, "evening": True},
        "2026-11-26": {"day": 1, "evening": True},
    }


def test_a_restart_on_the_same_day_keeps_the_copy_of_that_day(tmp_path: Path) -> None:
    log_daily(Diary(tmp_path), 2)
    (copy,) = tmp_path.glob("backups/2*/profile.json")
    of_the_morning = copy.read_bytes()
    with Diary(tmp_path).change(NOW + DAY) as pen:
        pen.keep_profile({})
    assert copy.read_bytes() == of_the_morning


def test_old_copies_thin_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.os, "fsync", lambda descriptor: None)  # only to be quick
    log_daily(Diary(tmp_path), 70)  # until 1 February
    kept = sorted(path.name for path in tmp_path.glob("backups/2*"))
    assert kept == ["2026-11-30", "2026-12-31", "2027-01-26", "2027-01-27", "2027-01-28", "2027-01-29", "2027-01-30",
                    "2027-01-31", "2027-02-01"]  # fmt: skip


@given(st.sets(st.dates(date(2020, 1, 1), date(2027, 12, 31)), min_size=1, max_size=60))
def test_thinning_keeps_the_newest_the_last_week_and_one_a_month_for_a_year(days: set[date]) -> None:
    today = max(days)
    kept = days_to_keep(days, today)
    assert today in kept
    assert kept <= days
    assert {day for day in days if today - day < 7 * DAY} <= kept
    last_year = {(day.year, day.month) for day in days if today - day <= 365 * DAY}
    assert last_year <= {(day.year, day.month) for day in kept}
    assert len(kept) <= 7 + 13 + 1


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    diary = Diary(tmp_path / "home")
    with diary.change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
        pen.put("sessions", session("a", TUESDAY, "100"))
        pen.put("sessions", session("b", NEW_YEAR, "100"))
        pen.erase("sessions", 2027, "b")
        pen.keep_open(under_way("c", NEW_YEAR, "102.5"))
    return diary


def live_on(diary: Diary) -> None:
    with diary.change(NOW + DAY) as pen:
        pen.keep_profile({"name": "Grace"})
        pen.put("sessions", session("z", "2028-01-01", "60"))
        pen.erase("sessions", 2026, "a")
        pen.clear_open()


def test_there_and_back(diary: Diary, tmp_path: Path) -> None:
    then = snapshot(diary)
    backup = backup_all(diary, tmp_path, NOW)
    assert backup == tmp_path / "runlift-2026-11-24.zip"
    live_on(diary)
    lost = snapshot(diary)

    restored = restore_from(diary, backup, NOW + DAY)
    assert restored.files == ("diary/2026.json", "diary/2027.json", "diary/open.json", "profile.json")
    assert snapshot(diary) == then
    assert on_disk(diary.home) == then

    restore_from(diary, restored.kept_as, NOW + DAY)
    assert on_disk(diary.home) == lost, "and what was there before comes back just as well"


def test_into_an_empty_home(diary: Diary, tmp_path: Path) -> None:
    backup = backup_all(diary, tmp_path / "mine.zip", NOW)
    elsewhere = Diary(tmp_path / "new phone")
    restore_from(elsewhere, backup, NOW)
    assert snapshot(elsewhere) == snapshot(diary)


def test_a_damaged_home_is_restored_and_its_damage_is_kept(diary: Diary, tmp_path: Path) -> None:
    then = snapshot(diary)
    backup = backup_all(diary, tmp_path, NOW)
    for name in ("diary/2026.json", "diary/open.json", "profile.json"):
        (diary.home / name).write_bytes(b"?")
    restarted = Diary(diary.home)
    restored = restore_from(restarted, backup, NOW)
    assert on_disk(diary.home) == then
    with zipfile.ZipFile(restored.kept_as) as kept:
        assert [kept.read(name) for name in kept.namelist() if ".damaged-" in name] == [b"?", b"?", b"?"]
    restore_from(restarted, restored.kept_as, NOW)


def test_two_backups_of_a_day_and_a_name_that_is_taken(diary: Diary, tmp_path: Path) -> None:
    first, second = backup_all(diary, tmp_path, NOW), backup_all(diary, tmp_path, NOW)
    assert second.name == "runlift-2026-11-24-2.zip"
    with pytest.raises(Refused, match="is there already"):
        backup_all(diary, first, NOW)
    with pytest.raises(Refused, match="nothing to back up"):
        backup_all(Diary(tmp_path / "nowhere"), tmp_path, NOW)


def rewritten(backup: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same zip with changed contents; None leaves a file out."""
    changed = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return changed


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            lambda n, c: c[:-9] if n == "diary/2027.json" else c, r"2027.* is damaged", id="damaged"
        ),
        pytest.param(lambda n, c: c.replace(b'"version":2', b'"version":9'), "newer runlift", id="newer"),
        pytest.param(lambda n, c: None, "no diary and no profile", id="empty"),
    ],
)
def test_a_backup_that_is_no_good_changes_nothing(
    change: Callable[[str, bytes], bytes | None], says: str, diary: Diary, tmp_path: Path
) -> None:
    bad = rewritten(backup_all(diary, tmp_path, NOW), change)
    live_on(diary)
    before = snapshot(diary)
    with pytest.raises((Refused, Misunderstood), match=says):
        restore_from(diary, bad, NOW)
    assert on_disk(diary.home) == before


def test_something_that_is_no_zip(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    for path in (tmp_path / "note.txt", tmp_path / "missing.zip"):
        with pytest.raises(Misunderstood, match="is not a backup that can be opened"):
            restore_from(diary, path, NOW)


def test_a_zip_cannot_write_outside_the_home(diary: Diary, tmp_path: Path) -> None:
    backup = backup_all(diary, tmp_path, NOW)
    with zipfile.ZipFile(backup, "a") as more:
        more.writestr("../escaped.json", b"{}")
        more.writestr("diary/../../2026.json", b"{}")
    restore_from(diary, backup, NOW)
    assert not (tmp_path / "escaped.json").exists()
    assert not (tmp_path / "2026.json").exists()


def test_a_restore_that_is_stopped_anywhere_is_taken_back(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each replacement of a file fails in turn: the home is as before, or, if none was refused, as the backup."""
    then = snapshot(diary)
    backup = backup_all(diary, tmp_path, NOW)
    live_on(diary)
    before = snapshot(diary)
    replace, left = disk.os.replace, [0]

    def failing(*paths: Path) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(5, "Input/output error")
        replace(*paths)

    monkeypatch.setattr(disk.os, "replace", failing)
    refused = 0
    for call in count(1):
        home = tmp_path / f"stopped {call}"
        shutil.copytree(diary.home, home)
        left[0] = call
        try:
            restore_from(Diary(home), backup, NOW)
        except CouldNotSave:
            refused += 1
            assert on_disk(home) == before, f"stopped at replacement {call}"
        else:
            assert on_disk(home) == then, f"stopped at replacement {call}"
            if left[0] > 0:
                break
    assert refused > 8
