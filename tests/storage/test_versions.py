"""Files of older runlifts are understood and kept; those of newer ones are read and left alone."""

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from storage.homes import NOW, session
from support.home import TUESDAY, Clock, on_disk

from tracker.domain.errors import Refused
from tracker.storage.diary import Diary
from tracker.storage.migrations import META, VERSION, meta_of, migrated, version_of

OLD_FILE = Path(__file__).with_name("version_0.json")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "diary").mkdir()
    shutil.copy(OLD_FILE, tmp_path / "diary/2023.json")
    return tmp_path


def test_a_file_of_version_0_reads_as_today(home: Path) -> None:
    diary = Diary(home)
    first, second = diary.sessions(2023)
    assert first["note"] == "first time back under the bar"
    assert (first["updated_at"], first["device"]) == ("2023-02-07T00:00:00+00:00", "")
    assert (second["updated_at"], second["device"]) == ("2023-02-11T08:00:00+01:00", "")
    assert diary.runs(2023)[0]["km"] == "12.3"
    assert (home / "diary/2023.json").read_bytes() == OLD_FILE.read_bytes(), "reading changes nothing"


@pytest.fixture
def yesterday(tmp_path: Path) -> Path:
    """A home of version 1: three sets, a niggle, another set, and nothing finished."""
    shutil.copytree(OLD_FILE.with_name("version_1"), tmp_path / "home")
    return tmp_path / "home"


def test_a_session_under_way_of_version_1_goes_on_with_all_of_its_sets(yesterday: Path) -> None:
    original = (yesterday / "diary/open.json").read_bytes()
    clock = Clock(TUESDAY)
    clock.pass_by(minutes=20)
    book = on_disk(yesterday, clock)
    assert book.session is not None
    assert (book.session.sets_done, book.desk.memory.left_out) == (4, ())
    book.sets.log(3, rpe=8)
    assert [path.read_bytes() for path in (yesterday / "backups/version-1").rglob("open.json")] == [original]
    done = on_disk(yesterday, clock).finish().session
    assert done.sets_done == 5
    assert [each.pain for each in on_disk(yesterday, clock).log().checkins] == [3]
    assert not list(yesterday.rglob("*.damaged-*"))


def test_what_version_1_told_of_its_last_change_goes_and_bars_the_way_back(yesterday: Path) -> None:
    file = yesterday / "profile.json"
    tables = json.loads(file.read_bytes())
    changed = {"what": "setting_changed", "at": "2026-11-24T17:00:00+00:00", "other": {}}
    tables[META]["1"] |= {"changed": changed, "stands_since": "2026-11-24T16:00:00+00:00"}
    file.write_text(json.dumps(tables))
    assert Diary(yesterday).profile_changes().floor == changed["at"]
    with Diary(yesterday).change(NOW) as pen:
        pen.keep_profile({"name": "Ada"}, "setting_changed")
    meta = json.loads(file.read_bytes())[META]["1"]
    assert {"changed", "stands_since"}.isdisjoint(meta)
    assert meta["floor"] == changed["at"]


def test_an_end_that_version_1_took_back_is_under_way_and_not_in_its_year_too() -> None:
    end = {"what": "session_finished", "at": "2026-11-24T17:00:00+00:00", "open": {"base": {}}}
    undone = {**end, "undone_at": "2026-11-24T17:05:00+00:00"}
    year = {META: {"1": {"version": 1, "changes": [end, undone]}}}
    assert meta_of(migrated(year))["changes"] == [end, {**undone, "open": None}]


def test_the_original_is_kept_before_the_first_write(home: Path) -> None:
    for name in ("a", "b"):
        with Diary(home).change(NOW) as pen:
            pen.put("sessions", session(name, "2023-02-09"))
    now = json.loads((home / "diary/2023.json").read_bytes())
    assert version_of(now) == VERSION
    assert [record["date"] for record in Diary(home).sessions(2023)] == [
        f"2023-02-{d}" for d in ("07", "09", "09", "10")
    ]
    kept = list((home / "backups/version-0").rglob("*.json"))
    assert [path.read_bytes() for path in kept] == [OLD_FILE.read_bytes()]


def test_an_old_backup_opens_as_well(home: Path) -> None:
    with Diary(home).change(NOW) as pen:
        pen.put("sessions", session("a", "2023-02-09"))
    for folder in (home, home / "backups/latest"):
        (folder / "diary/2023.json").write_bytes(b"?")
    assert [record["date"] for record in Diary(home).sessions(2023)] == ["2023-02-07", "2023-02-10"]


def test_migrating_is_pure_and_done_once() -> None:
    old = json.loads(OLD_FILE.read_bytes())
    new = migrated(old)
    assert old == json.loads(OLD_FILE.read_bytes())
    assert migrated(new) == new


@pytest.mark.parametrize("name", ["diary/2026.json", "diary/open.json", "profile.json"])
def test_a_file_of_a_newer_runlift_is_read_only(name: str, tmp_path: Path) -> None:
    diary = Diary(tmp_path)
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", "2026-02-09"))
        pen.keep_open({"base": session("b", "2026-02-10")})
        pen.keep_profile({"name": "Ada"})
    file = tmp_path / name
    tables = json.loads(file.read_bytes())
    tables[META]["1"]["version"] = VERSION + 1
    file.write_text(json.dumps(tables))
    newer = file.read_bytes()

    for reader in (diary, Diary(tmp_path)):
        assert [record["id"] for record in reader.sessions(2026)] == ["a"]
        assert reader.read_open() is not None
        assert reader.profile() == {"name": "Ada"}
        with reader.change(NOW) as pen:
            write = (
                partial(pen.keep_profile, {})
                if name == "profile.json"
                else partial(pen.finish, session("b", "2026-02-10"))
            )
            with pytest.raises(Refused, match=r"newer runlift .* it can be read, not changed"):
                write()
        assert file.read_bytes() == newer
        assert reader.read_open() is not None
        assert [record["id"] for record in reader.sessions(2026)] == ["a"]
    assert diary.take_notices() == ()
