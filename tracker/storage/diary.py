"""The diary of one person: reading at any time, writing inside `change`."""

import contextlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tracker.domain.change_log import ChangeLog
from tracker.domain.errors import RunliftError
from tracker.storage.batches import is_unfinished, roll_back
from tracker.storage.last_changes import ERASED_AT, given_away, log_of, told_last, year_logs
from tracker.storage.lock import PATIENCE_S
from tracker.storage.notices import Notice
from tracker.storage.open_session import OPEN_TABLE, under_way
from tracker.storage.pen import PROFILE_TABLE, Pen
from tracker.storage.places import OPEN
from tracker.storage.records import Kind, Record, copied
from tracker.storage.records import given_away as copies_of
from tracker.storage.shelves import Shelves
from tracker.storage.stamp import Stamp, stamp_of
from tracker.storage.trouble import saving


class Diary:
    """Plain records in, plain records out, all of them copies. Nothing is read before it is asked for.

        diary = Diary(home, device="phone")
        with diary.change(now) as pen:
            pen.keep_open({"base": {"id": "...", "date": "2026-11-24"}, "steps": [], "cursor": 0})
        diary.read_open()

    Reading raises `Damaged` only where a file is there and may not be read at all; a file that is damaged is
    set aside, the newest good backup opens, and `take_notices` tells of it.
    """

    def __init__(self, home: Path, *, device: str = "", patience_s: float = PATIENCE_S) -> None:
        """*device* is written into each record; a change waits *patience_s* seconds for another writer."""
        self.home = home
        self.shelves = Shelves(home, device, patience_s)
        self._pen: Pen | None = None
        self._is_ready = False
        self._is_swept = False
        self._settled: Stamp | None = None

    def years(self) -> tuple[int, ...]:
        """The years with anything in them, in order."""
        return self.shelves.years()

    def records(self, kind: Kind, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        """The records of a year by date, those of one day as added; with *erased*, only the erased ones."""
        with self._reading():
            table = self.shelves.year(year).book().table(kind)
            chosen = [dict(document) for document in table if (ERASED_AT in document) == erased]
            return tuple(sorted(copies_of(chosen), key=lambda record: str(record.get("date"))))

    def sessions(self, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        """The finished sessions of a year."""
        return self.records("sessions", year, erased=erased)

    def runs(self, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        """The runs of a year."""
        return self.records("runs", year, erased=erased)

    def checkins(self, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        """The check-ins (readiness, pain, weekly decisions) of a year."""
        return self.records("checkins", year, erased=erased)

    def read_open(self) -> Record | None:
        """The session under way, or None."""
        with self._reading():
            return under_way(self.shelves)

    def changes(self, day: date, known: datetime | None = None) -> dict[int, ChangeLog]:
        """What the years tell of their last changes, as far as one of them may be newer than what is *known*."""
        with self._reading():
            return {year: given_away(log) for year, log in year_logs(self.shelves, day, known).items()}

    def profile_changes(self) -> ChangeLog:
        """What the profile tells of its last changes."""
        with self._reading():
            return given_away(log_of(self.shelves.profile))

    def told_last(self, day: date) -> datetime | None:
        """The latest time that the profile, the years in use and those around *day* tell of."""
        with self._reading():
            return told_last(self.shelves, day)

    def profile(self) -> Record | None:
        """The profile, or None on a new home."""
        with self._reading():
            found = self.shelves.profile.tables().get(PROFILE_TABLE, {})
            return next((copied(record) for record in found.values()), None)

    def stamps(self) -> dict[str, Stamp | None]:
        """What the files look like now, by name. If it differs later, another writer was there: reload."""
        return self.shelves.stamps()

    def take_notices(self) -> tuple[Notice, ...]:
        """What storage did by itself since the last call; each has a `sentence`."""
        taken = tuple(self.shelves.notices)
        self.shelves.notices.clear()
        return taken

    @contextlib.contextmanager
    def change(self, now: datetime) -> Iterator[Pen]:
        """Hold the lock for a change. What is read inside is what is on disk, and stays so until the end.

        *now* is aware; its local date decides about daily backups. A change inside a change is part of it.

        Raises:
            Refused: if another process holds the lock for too long.
            CouldNotSave: if the home may not be written.
        """
        if now.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        with self.shelves.lock.held():
            if self._pen is not None:
                yield self._pen
                return
            self._pen = Pen(self.shelves, now)
            try:
                with saving(self.home):
                    self._recover()
                self._clear_finished()
                yield self._pen
                self._settled = self.shelves.open.stamp
            finally:
                self._pen = None

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self.shelves.lock.threads:
            if not self._is_ready:
                self._is_ready = True
                if is_unfinished(self.shelves):
                    # If the lock is held, the batch is under way in a living process.
                    with contextlib.suppress(RunliftError), self.shelves.lock.held(patience_s=0):
                        self._recover()
            yield

    def _recover(self) -> None:
        self._is_ready = True
        taken_back = roll_back(self.shelves)
        if taken_back is not None:
            self.shelves.notices.append(taken_back)
        if not self._is_swept:
            self.shelves.sweep()
            self._is_swept = True

    def _clear_finished(self) -> None:
        """Empty `open.json` if a crash came between the end of a session and that."""
        if self._pen is None or (self._settled is not None and self._settled == stamp_of(self.home / OPEN)):
            return
        if self.shelves.open.tables().get(OPEN_TABLE) and under_way(self.shelves) is None:
            self._pen.clear_open()
