"""The whole home in one zip, and back."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.table import Document

from tracker.domain.errors import Misunderstood, Refused
from tracker.storage.backups import free_name
from tracker.storage.batches import Batch
from tracker.storage.diary import Diary
from tracker.storage.disk import replace_whole
from tracker.storage.last_changes import CHANGES, FLOOR
from tracker.storage.migrations import META, VERSION, meta_of, migrated, version_of
from tracker.storage.open_session import FINISHED, OPEN_TABLE, open_only
from tracker.storage.places import OPEN, PROFILE, year_file, year_of
from tracker.storage.records import Tables
from tracker.storage.safe_json import UnreadableError, parsed
from tracker.storage.shelves import Shelves
from tracker.storage.trouble import saving


class Restored(NamedTuple):
    """What `restore_from` did: the files that came back, and the zip that holds what was there before."""

    files: tuple[str, ...]
    kept_as: Path


def backup_all(diary: Diary, to: Path, now: datetime) -> Path:
    """Write every file of the home into one zip; *to* is a folder, or a name that is not taken.

    Raises:
        Refused: if there is nothing to back up, the name is taken, or another writer holds the home.
        CouldNotSave: if the zip cannot be written.
    """
    with diary.change(now):
        _set_damage_aside(diary.shelves)
        if not files_of(diary.home):
            raise Refused(f"There is nothing to back up in {diary.home} yet.")
        target = free_name(to / f"runlift-{now:%Y-%m-%d}.zip") if to.is_dir() else to
        if target.exists():
            raise Refused(f"{target} is there already; choose another name.")
        _pack(diary.home, target)
    return target


def restore_from(diary: Diary, path: Path, now: datetime) -> Restored:
    """Replace the home by what a zip of `backup_all` holds: all of it, or, if anything goes wrong, nothing.

    The zip is checked first. What is there now is kept as a zip under `backups/`.

    Raises:
        Misunderstood: if *path* is no such zip.
        Refused: if a file in it is damaged or from a newer runlift.
        CouldNotSave: if it cannot be written.
    """
    files = _unpacked(path)
    with diary.change(now):
        _set_damage_aside(diary.shelves)
        kept_as = free_name(diary.shelves.backups.folder / f"replaced-{now:%Y-%m-%dT%H%M%S}.zip")
        _pack(diary.home, kept_as)
        _replace_all(diary.shelves, files, f"Restore of {now:%Y-%m-%d %H.%M.%S.%f}")
    return Restored(tuple(sorted(files)), kept_as)


def files_of(home: Path) -> tuple[Path, ...]:
    """Every file of a home, those set aside included, the backups not."""
    folders = ((home / OPEN).parent, home)
    return tuple(path for folder in folders for path in sorted(folder.glob("[!.]*.json")) if path.is_file())


def _set_damage_aside(shelves: Shelves) -> None:
    """Open every file, so that what goes into the zip can be opened again."""
    for name in (PROFILE, OPEN, *map(year_file, shelves.years())):
        shelves.shelf(name).book()


def _pack(home: Path, target: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files_of(home):
            archive.writestr(path.relative_to(home).as_posix(), path.read_bytes())
    with saving(target):
        replace_whole(target, packed.getvalue())


def _unpacked(path: Path) -> dict[str, Tables]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name in (OPEN, PROFILE) or _is_year(name)]
            contents = {name: archive.read(name) for name in names}
    except (OSError, zipfile.BadZipFile) as error:
        raise Misunderstood(f"{path} is not a backup that can be opened: {error}.") from error
    if not contents:
        raise Misunderstood(f"{path} holds no diary and no profile; nothing was changed.")
    return {name: _checked(path, name, content) for name, content in contents.items()}


def _is_year(name: str) -> bool:
    year = year_of(name)
    return year is not None and name == year_file(year)


def _checked(path: Path, name: str, content: bytes) -> Tables:
    try:
        tables = parsed(content)
    except UnreadableError as error:
        raise Refused(f"{name} in {path} is damaged ({error}); nothing was changed.") from error
    if version_of(tables) > VERSION:
        raise Refused(f"{name} in {path} is from a newer runlift; update runlift first. Nothing was changed.")
    return migrated(tables)


def _replace_all(shelves: Shelves, files: dict[str, Tables], batch_id: str) -> None:
    batch = Batch(shelves, batch_id)
    there = {PROFILE, *map(year_file, shelves.years())}
    with batch.all_or_nothing():
        for name in sorted((there | files.keys()) - {OPEN}):
            shelf, tables = shelves.shelf(name), files.get(name, {})
            batch.touch(shelf)
            told = {FINISHED: None, **meta_of(tables), CHANGES: None, FLOOR: None}
            with shelf.together(told) as book:
                _fill(book, tables)
        under_way = next(iter(files.get(OPEN, {}).get(OPEN_TABLE, {}).values()), None)
        batch.close(lambda book: open_only(book, under_way))


def _fill(book: TinyDB, tables: Tables) -> None:
    """The book holds these tables and no other; its meta is left alone."""
    for name in book.tables() - {META}:
        book.drop_table(name)
    for name in tables.keys() - {META}:
        book.table(name).insert_multiple(
            Document(record, doc_id=int(number)) for number, record in tables[name].items()
        )
