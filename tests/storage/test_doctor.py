"""The doctor sees everything that is wrong, and repairs what cannot lose anything."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from storage.homes import NEW_YEAR, NOW, TUESDAY, on_disk, session, under_way

from tracker.storage.batches import Batch
from tracker.storage.diary import Diary
from tracker.storage.doctor import examine, repair
from tracker.storage.findings import Health


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with Diary(home).change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
        pen.put("sessions", session("a", TUESDAY, "100"))
        pen.put("sessions", session("b", TUESDAY, "60"))
        pen.put("sessions", session("c", NEW_YEAR, "60"))
        pen.keep_open(under_way("d", NEW_YEAR, "100"))
    return home


def troubles(home: Path) -> list[tuple[str, str]]:
    return [(found.health.value, found.sentence) for found in examine(home) if found.health is not Health.OK]


def rewrite(home: Path, year: int, change: Callable[[dict[str, Any]], None]) -> None:
    file = home / f"diary/{year}.json"
    tables = json.loads(file.read_bytes())
    change(tables["sessions"])
    file.write_text(json.dumps(tables))


def test_a_home_in_order(home: Path) -> None:
    assert troubles(home) == []
    assert ("diary/2026.json is in order (2 records).") in [found.sentence for found in examine(home)]


def test_a_home_that_is_not_there(tmp_path: Path) -> None:
    (found,) = examine(tmp_path / "nowhere")
    assert found.health is Health.OK
    assert not (tmp_path / "nowhere").exists()


def test_examining_changes_nothing(home: Path) -> None:
    (home / "diary/2026.json").write_bytes(b"?")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    examine(home)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        pytest.param(
            lambda home: (home / "diary/2026.json").write_bytes(b"{"),
            "diary/2026.json is damaged (not JSON (EOF while parsing an object at line 1 column 1)); "
            "backups/latest/diary/2026.json is a good backup, made after the last write.",
            id="damaged",
        ),
        pytest.param(
            lambda home: (home / "diary/2026.json").unlink(),
            "diary/2026.json is missing, and there is a backup of it.",
            id="missing",
        ),
        pytest.param(
            lambda home: (home / "diary/.2026.json.tmp").write_bytes(b"{"),
            "diary/.2026.json.tmp is left from an interrupted write.",
            id="left over",
        ),
        pytest.param(
            lambda home: shutil.copytree(home / "diary", home / "backups/unfinished/Import of May/diary"),
            "Import of May left copies behind; they are of no use, unless it is under way now.",
            id="copies left over",
        ),
        pytest.param(
            lambda home: rewrite(
                home, 2026, lambda table: table.update({"9": {**table["1"], "updated_at": "later"}})
            ),
            "The record a of sessions is in diary/2026.json twice, word for word.",
            id="twice",
        ),
        pytest.param(
            lambda home: rewrite(home, 2026, lambda table: table.update({"9": session("x", "2025-05-05")})),
            "A record of sessions from 2025-05-05 is in diary/2026.json.",
            id="in the wrong year",
        ),
        pytest.param(
            lambda home: rewrite(home, 2026, lambda table: table.update({"9": {"id": "x"}})),
            "A record of sessions in diary/2026.json has no id or no date: {'id': 'x'}",
            id="no date",
        ),
    ],
)
def test_what_can_be_repaired(harm: Callable[[Path], object], sentence: str, home: Path) -> None:
    before = on_disk(home)
    harm(home)
    assert troubles(home) == [("repairable", sentence)]
    left = repair(Diary(home), NOW)
    assert [found for found in left if found.health is not Health.OK] == []
    after = on_disk(home)
    assert after["open"] == before["open"]
    assert [each["id"] for each in after["kept"][2026]][:1] == ["a"]
    if "2025" in sentence:
        assert [each["id"] for each in after["kept"][2025]] == ["x"]


def test_an_interrupted_batch_is_taken_back(home: Path) -> None:
    before = on_disk(home)
    shelves = Diary(home).shelves
    with shelves.lock.held():
        Batch(shelves, "Import of May").touch(shelves.year(2026))
        with shelves.year(2026).together({}) as book:
            book.table("sessions").truncate()
    assert ("repairable", "Import of May was interrupted, or is under way in another window.") in troubles(
        home
    )
    assert repair(Diary(home), NOW)
    assert troubles(home) == []
    assert on_disk(home) == before


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        pytest.param(
            lambda home: rewrite(home, 2026, lambda table: table.update({"9": session("a", TUESDAY, "70")})),
            "The record a of sessions is in diary/2026.json twice, with different content: "
            "amend or erase one of them.",
            id="twice and different",
        ),
        pytest.param(
            lambda home: rewrite(home, 2026, lambda table: table.update({"9": session("c", TUESDAY)})),
            "The record c of sessions is in diary/2026.json and in diary/2027.json.",
            id="in two years",
        ),
    ],
)
def test_what_needs_a_person_is_told_and_left_alone(
    harm: Callable[[Path], object], sentence: str, home: Path
) -> None:
    harm(home)
    before = on_disk(home)
    assert troubles(home) == [("bad", sentence)]
    repair(Diary(home), NOW)
    assert troubles(home) == [("bad", sentence)]
    assert on_disk(home) == before


def test_a_record_astray_does_not_replace_a_different_one(home: Path) -> None:
    """A record of 2027 lies in 2026 under the id of another one of 2027: neither may go."""
    rewrite(home, 2026, lambda table: table.update({"9": session("c", NEW_YEAR, "70")}))
    before = on_disk(home)
    repair(Diary(home), NOW)
    assert on_disk(home) == before
    assert ("bad", "The record c of sessions is in diary/2026.json and in diary/2027.json.") in troubles(home)


def test_no_good_backup(home: Path) -> None:
    shutil.rmtree(home / "backups")
    (home / "profile.json").write_bytes(b"")
    assert troubles(home) == [("bad", "profile.json is damaged (empty), and there is no good backup.")]
