"""Whatever is done in whatever order, the diary is what a dictionary would be, before and after a restart."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from storage.homes import NOW, Record

from tracker.domain.errors import NothingToDo
from tracker.storage import disk
from tracker.storage.diary import Diary
from tracker.storage.pen import Pen
from tracker.storage.records import without_stamps

Versions = tuple[Record | None, Record | None]
"""What is kept and what is erased under one id."""

NAMES = st.sampled_from(["a", "b", "c", "d"])
DAYS = st.dates(date(2024, 12, 30), date(2027, 1, 3)).map(date.isoformat)
NOTES = st.text(st.characters(codec="utf-8"), max_size=5)


class DiaryAndDictionary(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.diary = Diary(Path(self.folder.name))
        self.now = self.told = NOW
        self.open: Record | None = None
        self.kept: dict[str, Record] = {}
        self.erased: dict[str, Record] = {}
        self.made: dict[str, tuple[str, Versions]] = {}
        self.undone: list[tuple[str, Versions]] = []
        self.undone_open: dict[str, Record | None] = {}

    @contextmanager
    def change(self) -> Iterator[Pen]:
        """No two changes are told of one instant, whatever the clock says."""
        self.now += timedelta(seconds=1)
        with self.diary.change(self.now) as pen:
            told = self.diary.told_last(self.now.date())
            self.told = max(self.now, self.told + timedelta(seconds=1))
            assert told is None or told < self.told
            pen.tell_as_of(self.told)
            yield pen

    def about_to_change(self, name: str) -> None:
        """The next tick changes *name*: it can be taken back, and what was taken back before stays so."""
        at = max(self.now + timedelta(seconds=1), self.told + timedelta(seconds=1))
        self.made[at.isoformat()] = (name, self.versions(name))
        self.undone.clear()

    def versions(self, name: str) -> Versions:
        return self.kept.get(name), self.erased.get(name)

    def become(self, name: str, versions: Versions) -> None:
        for table, version in zip((self.kept, self.erased), versions, strict=True):
            table.pop(name, None)
            if version is not None:
                table[name] = version

    @rule(name=NAMES, day=DAYS, note=NOTES)
    def put(self, name: str, day: str, note: str) -> None:
        record = {"id": name, "date": day, "note": note}
        self.about_to_change(name)
        with self.change() as pen:
            pen.put("sessions", record, "session_amended")
        self.kept[name] = record
        self.erased.pop(name, None)

    @rule(name=NAMES)
    def erase(self, name: str) -> None:
        self.move(name, self.kept, self.erased, "erase")

    @rule(name=NAMES)
    def restore(self, name: str) -> None:
        self.move(name, self.erased, self.kept, "restore")

    def move(self, name: str, source: dict[str, Record], target: dict[str, Record], verb: str) -> None:
        known = source.get(name) or target.get(name) or {"date": "2026-01-01"}
        year = int(known["date"][:4])
        if name in source:
            self.about_to_change(name)
        with self.change() as pen:
            if name in source:
                getattr(pen, verb)("sessions", year, name, f"session_{verb}d")
                target[name] = source.pop(name)
            else:
                with pytest.raises(NothingToDo):
                    getattr(pen, verb)("sessions", year, name)

    @rule(name=NAMES, day=DAYS, note=NOTES)
    def log(self, name: str, day: str, note: str) -> None:
        self.open = {"base": {"id": name, "date": day}, "steps": [note]}
        with self.change() as pen:
            pen.keep_open(self.open)

    @precondition(lambda self: self.open is not None)
    @rule(note=NOTES)
    def finish(self, note: str) -> None:
        assert self.open is not None
        record = {**self.open["base"], "note": note}
        self.about_to_change(record["id"])
        with self.change() as pen:
            pen.finish(record, "session_finished")
        self.kept[record["id"]] = record
        self.erased.pop(record["id"], None)
        self.open = None

    @rule()
    def undo(self) -> None:
        logs = self.diary.changes(self.now.date())
        floors = [log.floor for log in logs.values() if log.floor is not None]
        done = [(each["at"], year, each) for year, log in logs.items() for each in log.done]
        if not done:
            return
        at, year, change = max(done)
        if any(floor > at for floor in floors):
            return
        name, before = self.made[at]
        assert change["id"] == name
        self.undone.append((name, self.versions(name)))
        with self.change() as pen:
            pen.exchange(year, back=True, under_way=change.get("open"))
        self.become(name, before)
        if "open" in change:
            self.undone_open[at], self.open = self.open, change["open"]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        logs = self.diary.changes(self.now.date())
        at, year, change = min(
            (each["at"], year, each)
            for year, log in logs.items()
            for each in log.undone[:1]
            if self.made[each["at"]][0] == self.undone[-1][0]
        )
        name, after = self.undone.pop()
        self.made[at] = (name, self.versions(name))
        with self.change() as pen:
            pen.exchange(year, back=False, under_way=change.get("open"))
        self.become(name, after)
        if "open" in change:
            self.open = self.undone_open.pop(at)

    @rule()
    def drop(self) -> None:
        with self.change() as pen:
            pen.clear_open()
        self.open = None

    @rule(days=st.integers(0, 40))
    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(hours=st.integers(1, 100))
    def set_the_clock_back(self, hours: int) -> None:
        self.now -= timedelta(hours=hours)

    @rule()
    def restart(self) -> None:
        self.diary = Diary(Path(self.folder.name))
        for year in self.diary.years():  # as an app does before it amends what it shows
            self.diary.sessions(year)

    @invariant()
    def they_agree(self) -> None:
        for diary in (self.diary, Diary(Path(self.folder.name))):
            assert diary.read_open() == self.open
            assert self.read(diary) == self.kept
            assert self.read(diary, erased=True) == self.erased
            assert diary.take_notices() == ()

    @staticmethod
    def read(diary: Diary, *, erased: bool = False) -> dict[str, Any]:
        found = [(year, each) for year in diary.years() for each in diary.sessions(year, erased=erased)]
        assert all(each["date"].startswith(str(year)) for year, each in found)
        records = [without_stamps(each) for _, each in found]
        for record in records:
            record.pop("erased_at", None)
        assert len({record["id"] for record in records}) == len(records), "no record is there twice"
        return {record["id"]: record for record in records}

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


@pytest.fixture(autouse=True, scope="module")
def quick() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            disk.os, "fsync", lambda descriptor: None
        )  # the order of things is tested here, not the disk
        yield


TestDiaryAndDictionary = DiaryAndDictionary.TestCase
TestDiaryAndDictionary.settings = settings(max_examples=50, stateful_step_count=20, deadline=None)
