"""Last good copies: the file after each write and before it, and one copy a day, thinned out as they age."""

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tracker.storage.disk import TEMP_ENDING, copy_whole, entries
from tracker.storage.places import BACKUPS, LATEST

DAYS_KEPT = 7
"""Daily copies are kept this long; after that the last of each month, for a year, and always the newest."""
MONTHS_KEPT = timedelta(days=366)

_BEFORE = "before"


class Backups:
    """The copies under `<home>/backups`, laid out like the home: `latest/...`, `before/...`, `2026-11-24/...`."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.folder = home / BACKUPS
        self.unfinished = self.folder / "unfinished"
        """Copies of the files that a batch is changing, by the id of the batch."""
        self._done: set[tuple[str, date]] = set()

    def before(self, name: str) -> Path:
        """Where the file *name* is as it was before its last write."""
        return self.folder / _BEFORE / name

    def latest(self, name: str) -> Path:
        """Where the copy of the file *name* is that was made after its last write."""
        return self._home / LATEST / name

    def keep_latest(self, name: str) -> None:
        """Copy the file *name*, just written, so that harm done to it from outside costs nothing.

        Raises:
            OSError: if there is no room, or no permission; the older copy is gone then, as it is not the latest.
        """
        copy = self.latest(name)
        try:
            copy_whole(self._home / name, copy)
        except OSError:
            with contextlib.suppress(OSError):
                copy.unlink(missing_ok=True)
            raise

    def keep_daily(self, name: str, day: date) -> None:
        """Copy the file *name*, unless there is a copy of this day or no file yet.

        Raises:
            OSError: if there is no room, or no permission.
        """
        if (name, day) in self._done:
            return
        copy, file = self.folder / day.isoformat() / name, self._home / name
        if file.exists() and not copy.exists():
            copy_whole(file, copy)
            self._thin(name, day)
        self._done.add((name, day))

    def keep_original(self, name: str, version: int) -> None:
        """Copy a file in an old layout for good, before it is first written in the new one.

        Raises:
            OSError: if there is no room, or no permission.
        """
        copy_whole(self._home / name, free_name(self.folder / f"version-{version}" / name))

    def sweep(self) -> None:
        """Remove what killed processes left half-written among the copies. Lock held, and no batch unfinished."""
        shutil.rmtree(self.unfinished, ignore_errors=True)
        for temp in self.folder.rglob(f".*{TEMP_ENDING}"):
            temp.unlink()

    def copies(self, name: str) -> tuple[Path, ...]:
        """All copies of *name*, the newest first: after the last write, before it, then by day."""
        days = self._days()
        dated = (days[day] / name for day in sorted(days, reverse=True))
        return tuple(path for path in (self.latest(name), self.before(name), *dated) if path.is_file())

    def newest_good(self, name: str, is_good: Callable[[Path], bool]) -> Path | None:
        """The newest copy of *name* that is good, or None."""
        return next((copy for copy in self.copies(name) if is_good(copy)), None)

    def named(self, path: Path) -> str:
        """A path as a person reads it: from the home on."""
        return path.relative_to(self._home).as_posix()

    def _days(self) -> dict[date, Path]:
        dated = ((_day_of(entry.name), entry.name) for entry in entries(self.folder))
        return {day: self.folder / name for day, name in dated if day is not None}

    def _thin(self, name: str, today: date) -> None:
        copies = {day: folder / name for day, folder in self._days().items() if (folder / name).is_file()}
        for day in copies.keys() - days_to_keep(copies, today):
            copies[day].unlink()
            _remove_if_empty(copies[day].parent, self.folder)


def days_to_keep(days: Iterable[date], today: date) -> set[date]:
    """Of the days with a copy: the last `DAYS_KEPT`, the last of each month for a year, and the newest."""
    ordered = sorted(days)
    monthly = {(day.year, day.month): day for day in ordered if today - day <= MONTHS_KEPT}
    recent = {day for day in ordered if today - day < timedelta(days=DAYS_KEPT)}
    return recent | set(monthly.values()) | set(ordered[-1:])


def _day_of(name: str) -> date | None:
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return None
    return day if day.isoformat() == name else None


def _numbered(path: Path) -> Iterator[Path]:
    """`2024.json`, `2024-2.json`, `2024-3.json` ..."""
    yield path
    number = 2
    while True:
        yield path.with_stem(f"{path.stem}-{number}")
        number += 1


def free_name(path: Path) -> Path:
    """*path*, or the first numbered name like it that is not taken."""
    return next(candidate for candidate in _numbered(path) if not candidate.exists())


def _remove_if_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
