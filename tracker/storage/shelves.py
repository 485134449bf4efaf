"""All files of one home, with what they share: the lock, the backups, and what a person should hear of."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tracker.domain.errors import RunliftError
from tracker.storage.backups import Backups
from tracker.storage.disk import entries, sweep
from tracker.storage.lock import PATIENCE_S, HomeLock
from tracker.storage.migrations import VERSION
from tracker.storage.notices import NotBackedUp, Notice
from tracker.storage.places import OPEN, PROFILE, year_file, year_of
from tracker.storage.shelf import Shelf
from tracker.storage.stamp import Stamp, stamp_of
from tracker.storage.trouble import saving


class Shelves:
    """The files of the home at *home*; each is read when it is first asked for."""

    def __init__(self, home: Path, device: str = "", patience_s: float = PATIENCE_S) -> None:
        self.home = home
        self.device = device
        self.lock = HomeLock(home, patience_s)
        self.backups = Backups(home)
        self.notices: list[Notice] = []
        self._shelves: dict[str, Shelf] = {}

    @property
    def open(self) -> Shelf:
        """The session under way."""
        return self.shelf(OPEN)

    @property
    def profile(self) -> Shelf:
        """The person, races, equipment, settings."""
        return self.shelf(PROFILE)

    def year(self, year: int) -> Shelf:
        """Sessions, runs and check-ins of one year."""
        return self.shelf(year_file(year))

    def shelf(self, name: str) -> Shelf:
        """The file *name* of the home."""
        if name not in self._shelves:
            indent = 2 if name == PROFILE else None
            self._shelves[name] = Shelf(self.home, name, self.backups, self.lock, self.notices, indent)
        return self._shelves[name]

    def years(self) -> tuple[int, ...]:
        """The years that have a file, or had one and have a backup of it."""
        diary = self.open.path.parent
        backed_up = (self.backups.latest(OPEN).parent, self.backups.before(OPEN).parent)
        names = {entry.name for folder in (diary, *backed_up) for entry in entries(folder)}
        return tuple(sorted(year for name in names if (year := year_of(name)) is not None))

    def stamps(self) -> dict[str, Stamp | None]:
        """What tells whether another writer was there: the files by name, and how each looks if it has moved.

        A year that this process has not read yet cannot be out of date here, so only its name counts: thirty years
        of history cost a look at a folder, not thirty looks at files.
        """
        found = {name: stamp_of(self.home / name) for name in (OPEN, PROFILE)}
        for entry in entries(self.open.path.parent):
            if year_of(entry.name) is not None:
                shelf = self._shelves.get(f"diary/{entry.name}")
                found[f"diary/{entry.name}"] = None if shelf is None else shelf.moved_to()
        return found

    def years_in_use(self) -> Iterable[Shelf]:
        """The year files this process has read."""
        return [shelf for name, shelf in self._shelves.items() if year_of(name) and shelf.is_in_use]

    def forget(self) -> None:
        """Keep nothing of any file."""
        for shelf in self._shelves.values():
            shelf.forget()

    def sweep(self) -> None:
        """Remove what killed processes left behind. Lock held, and no batch unfinished."""
        for name in (PROFILE, OPEN):
            sweep((self.home / name).parent)
        self.backups.sweep()

    def keep_copies(self, shelf: Shelf, now: datetime) -> None:
        """Before a file is written: its original if its layout is old, and one copy a day.

        Raises:
            CouldNotSave: if the original cannot be kept; a missing daily copy is only told.
        """
        if shelf.version < VERSION:
            with saving(shelf.path):
                self.backups.keep_original(shelf.name, shelf.version)
        try:
            with saving(shelf.path):
                self.backups.keep_daily(shelf.name, now.date())
        except RunliftError as error:
            self._tell_once(NotBackedUp(shelf.name, str(error.__cause__)))

    def keep_latest(self, shelf: Shelf) -> None:
        """After a file has been written: a copy of it. The session under way has its copy from one set before, which
        costs nothing. A copy that cannot be made is only told.
        """
        if shelf is self.open:
            return
        try:
            with saving(shelf.path):
                self.backups.keep_latest(shelf.name)
        except RunliftError as error:
            self._tell_once(NotBackedUp(shelf.name, str(error.__cause__)))

    def _tell_once(self, notice: Notice) -> None:
        if notice not in self.notices:
            self.notices.append(notice)
