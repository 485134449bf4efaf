"""The storage under TinyDB: whole or not at all, in memory as on disk."""

from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tracker.domain.errors import CouldNotSave
from tracker.storage import disk
from tracker.storage.safe_json import SafeJSONStorage


def opened(path: Path, **options: Any) -> tuple[TinyDB, SafeJSONStorage]:
    storage = SafeJSONStorage(path, **options)
    return TinyDB(storage=lambda: storage), storage


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "write", full)
    return monkeypatch


def test_a_failed_write_leaves_no_trace_in_memory(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    book, _ = opened(tmp_path / "book.json")
    book.insert({"lift": "squat"})
    full_disk = request.getfixturevalue("full_disk")
    with pytest.raises(CouldNotSave):
        book.insert({"lift": "bench"})
    assert book.all() == [{"lift": "squat"}]
    assert [path.name for path in tmp_path.iterdir()] == ["book.json"]
    full_disk.undo()
    assert book.all() == [{"lift": "squat"}]


@pytest.mark.usefixtures("full_disk")
def test_a_first_write_that_fails(tmp_path: Path) -> None:
    book, _ = opened(tmp_path / "deep" / "book.json")
    with pytest.raises(CouldNotSave):
        book.insert({"lift": "squat"})
    assert book.all() == []


def test_changes_made_together_are_one_write_or_none(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    book, storage = opened(path)
    with storage.together():
        book.insert({"lift": "squat"})
        book.table("runs").insert({"km": "12.3"})
        assert not path.exists()
    whole = path.read_bytes()
    with pytest.raises(ZeroDivisionError), storage.together():  # noqa: PT012 - a change, and then trouble
        book.insert({"lift": "bench"})
        raise ZeroDivisionError
    assert path.read_bytes() == whole
    assert book.all() == [{"lift": "squat"}]


def test_a_file_that_moved_is_read_again_and_one_that_did_not_is_not(tmp_path: Path) -> None:
    mine, storage = opened(tmp_path / "book.json")
    theirs, _ = opened(tmp_path / "book.json")
    mine.insert({"lift": "squat"})
    kept = storage.read()
    assert storage.read() is kept
    theirs.insert({"lift": "bench"})
    assert mine.all() == [{"lift": "squat"}, {"lift": "bench"}]
    (tmp_path / "book.json").unlink()
    assert mine.all() == []


def test_a_roomy_file_and_the_file_before_it(tmp_path: Path) -> None:
    book, _ = opened(tmp_path / "book.json", before=tmp_path / "old" / "book.json", indent=2)
    book.insert({"name": "Ada"})
    first = (tmp_path / "book.json").read_bytes()
    assert first == b'{\n  "_default": {\n    "1": {\n      "name": "Ada"\n    }\n  }\n}\n'
    book.insert({"name": "Grace"})
    assert (tmp_path / "old" / "book.json").read_bytes() == first


def test_where_links_are_not_known_the_file_before_is_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(disk.os, "link", unknown)
    book, _ = opened(tmp_path / "book.json", before=tmp_path / "old" / "book.json")
    book.insert({"name": "Ada"})
    first = (tmp_path / "book.json").read_bytes()
    book.insert({"name": "Grace"})
    assert (tmp_path / "old" / "book.json").read_bytes() == first
