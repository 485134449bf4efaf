"""One file of a home, opened with care: damage is set aside, old layouts are understood, newer ones read."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from tracker.domain.errors import CouldNotSave, Refused, RunliftError
from tracker.storage.backups import Backups, free_name
from tracker.storage.disk import copy_whole, replace_whole, sync_folder
from tracker.storage.lock import HomeLock
from tracker.storage.migrations import META, VERSION, meta_of, migrated, version_of
from tracker.storage.notices import KeptAside, Notice, SetAside
from tracker.storage.records import Record, Tables, written
from tracker.storage.safe_json import SafeJSONStorage, UnreadableError, parsed
from tracker.storage.stamp import Stamp, read_with_stamp, stamp_of
from tracker.storage.trouble import reading, saving

ASIDE = ".damaged-"
"""In the name of a file that was set aside, before its date."""

RESTORED_FROM = "restored_from"
"""In the meta of a file that took the place of a damaged or missing one, until it is next written: which backup."""


class Shelf:
    """A file by its *name* inside the home. Nothing is read before it is asked for."""

    def __init__(
        self,
        home: Path,
        name: str,
        backups: Backups,
        lock: HomeLock,
        notices: list[Notice],
        indent: int | None,
    ) -> None:
        self.name = name
        self.path = home / name
        self._backups = backups
        self._lock = lock
        self._notices = notices
        self._indent = indent
        self._storage = SafeJSONStorage(self.path, before=backups.before(name), indent=indent)
        self._book = self._opened()
        self._version = VERSION
        self._was_told = False
        self._is_stuck = False
        self._meta: Record = {}
        self._turn: int | None = None
        self._first_seen: Stamp | None = None
        self.is_in_use = False
        """Whether this process has asked for it yet."""

    @property
    def stamp(self) -> Stamp | None:
        """The state of the file that was last read or written; None if there is nothing kept of it."""
        return self._storage.seen

    @property
    def version(self) -> int:
        """The version of the layout the file has on disk."""
        self.book()
        return self._version

    def book(self) -> TinyDB:
        """The file as a TinyDB, read again if it has moved on disk.

        Raises:
            Damaged: if the file is there and may not be read at all.
        """
        if self._turn is None or self._turn != self._lock.turn:
            with reading(self.path):
                if not self._storage.is_current():
                    self._load()
            self._turn = self._lock.turn
        if not self.is_in_use:
            self.is_in_use, self._first_seen = True, self._storage.seen
        return self._book

    def moved_to(self) -> Stamp | None:
        """How the file looks now, if that is not as this process first read it; None if it is, or never did."""
        if not self.is_in_use:
            return None
        now = stamp_of(self.path)
        return None if now == self._first_seen else now

    def tables(self) -> Tables:
        """The tables themselves, not to be changed."""
        self.book()
        return self._storage.tables() or {}

    def meta(self) -> Record:
        """What the file says of itself, not to be changed."""
        self.book()
        return self._meta

    @contextlib.contextmanager
    def together(self, meta: Record, *, anew: bool = False) -> Iterator[TinyDB]:
        """Change the tables; one durable write follows, with *meta* taken up in the file's meta. Lock held.

        *anew* begins without any other table, so that none has to be read.

        Raises:
            Refused: if the file is from a newer runlift.
            CouldNotSave: if it cannot be written; nothing has changed then.
        """
        self.refuse_if_not_writable()
        book = self.book()
        told = {**self.meta(), "version": VERSION, RESTORED_FROM: None, **meta}
        told = {key: value for key, value in told.items() if value is not None}
        try:
            with self._storage.together(anew=anew):
                table = book.table(META)
                table.truncate()
                table.insert(Document(told, doc_id=1))
                yield book
        except BaseException:
            self.forget()
            raise
        self._version, self._meta, self._was_told = VERSION, told, False

    def refuse_if_not_writable(self) -> None:
        """Raise `Refused` for a file of a newer runlift, `CouldNotSave` for damage that is still in place."""
        if self._is_stuck:
            self.forget()  # try again to set it aside
        if self.version > VERSION:
            raise Refused(
                f"{self.path} was written by a newer runlift (layout {self.version}, this one knows "
                f"{VERSION}): it can be read, not changed. Update runlift to go on."
            )
        if self._is_stuck:
            raise CouldNotSave(f"{self.name} is damaged and could not be set aside; nothing was saved.")

    def forget(self) -> None:
        """Keep nothing; the next question goes to the file."""
        self._storage.forget()
        self._book = self._opened()
        self._turn = None

    def keep_aside(self) -> KeptAside:
        """Copy the file to the name it would have as damaged. Lock held.

        Raises:
            CouldNotSave: if there is no room for it.
        """
        stamp = stamp_of(self.path)
        assert stamp is not None, "what is set aside was read"
        aside = self._aside(stamp)
        with saving(aside):
            copy_whole(self.path, aside)
        return KeptAside(self.name, self._backups.named(aside))

    def _aside(self, stamp: Stamp) -> Path:
        moment = datetime.fromtimestamp(stamp.modified_ns / 1e9, tz=UTC)
        return free_name(self.path.with_name(f"{self.path.stem}{ASIDE}{moment:%Y-%m-%dT%H%M%SZ}.json"))

    def _opened(self) -> TinyDB:
        # TinyDB's tables remember their next document number: a file that moved needs new ones.
        return TinyDB(storage=lambda: self._storage)

    def _load(self) -> None:
        self.forget()
        self._is_stuck = False
        try:
            content, stamp = read_with_stamp(self.path)
            self._take(parsed(content), stamp)
        except (FileNotFoundError, NotADirectoryError):
            if self._backups.copies(self.name):
                self._rescue()
            else:
                self._take({}, None)
        except UnreadableError:
            self._rescue()

    def _take(self, tables: Tables, stamp: Stamp | None) -> None:
        self._version = version_of(tables) if tables else VERSION
        tables = migrated(tables)
        self._meta = meta_of(tables)
        self._storage.keep(tables, stamp)

    def _rescue(self) -> None:
        """Set a damaged file aside and open the newest good backup in its place."""
        try:
            with self._lock.held():
                self._rescue_alone()
        except (RunliftError, OSError):
            self._open_backup_in_memory()

    def _rescue_alone(self) -> None:
        stamp, kept_as, why = stamp_of(self.path), None, ""
        if stamp is not None:
            try:
                content, stamp = read_with_stamp(self.path)
                return self._take(parsed(content), stamp)  # another process was here first
            except UnreadableError as error:
                why = str(error)
            aside = self._aside(stamp)
            self.path.rename(aside)
            sync_folder(self.path.parent)
            kept_as = self._backups.named(aside)
        copy = self._backups.newest_good(self.name, is_good)
        self._tell(SetAside(self.name, why, kept_as, None if copy is None else self._backups.named(copy)))
        if copy is None:
            return self._take({}, None)
        tables = self._restored(copy)
        replace_whole(self.path, written(tables, self._indent) + b"\n")
        return self._take(tables, stamp_of(self.path))

    def _restored(self, copy: Path) -> Tables:
        """What a copy holds, with a mark in its meta that it is one."""
        tables = parsed(copy.read_bytes())
        meta = {**meta_of(tables), RESTORED_FROM: self._backups.named(copy)}
        return {META: {"1": meta}, **{name: table for name, table in tables.items() if name != META}}

    def _open_backup_in_memory(self) -> None:
        """The folder may not be written, or is full: read the backup where it is, leave the file as it is."""
        copy, stamp = self._backups.newest_good(self.name, is_good), stamp_of(self.path)
        named = None if copy is None else self._backups.named(copy)
        if not self._was_told:
            why = "damaged, and it cannot be set aside here"
            self._tell(SetAside(self.name, why, None if stamp is None else self.name, named))
        self._is_stuck = stamp is not None
        self._take({} if copy is None else self._restored(copy), stamp)

    def _tell(self, harmed: SetAside) -> None:
        self._was_told = True
        self._notices.append(harmed)


def is_good(path: Path) -> bool:
    """Whether a file can be read and holds tables this runlift knows."""
    try:
        return version_of(parsed(path.read_bytes())) <= VERSION
    except (UnreadableError, OSError):
        return False
