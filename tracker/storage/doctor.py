"""A look over every file of a home, and the repairs that cannot lose anything."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tracker.domain.errors import Damaged
from tracker.storage.backups import Backups
from tracker.storage.batches import NOTE
from tracker.storage.diary import Diary
from tracker.storage.disk import TEMP_ENDING, entries
from tracker.storage.findings import Finding, Health, about_ids_in_two_years, about_records
from tracker.storage.migrations import VERSION, meta_of, migrated, version_of
from tracker.storage.places import OPEN, PROFILE, year_file, year_of
from tracker.storage.records import KINDS, Tables, is_sound
from tracker.storage.safe_json import UnreadableError, parsed
from tracker.storage.shelf import ASIDE, is_good
from tracker.storage.shelves import Shelves
from tracker.storage.trouble import reading

LITTLE_ROOM = 50_000_000
"""Bytes free on the disk below which writing may soon fail: a year is about one megabyte, ten copies of it ten."""


def examine(home: Path) -> tuple[Finding, ...]:
    """Everything worth telling about a home. Only reads."""
    if not home.is_dir():
        return (Finding(Health.OK, ".", f"There is nothing in {home} yet."),)
    names = (PROFILE, OPEN, *map(year_file, Shelves(home).years()))
    contents: dict[str, Tables] = {}
    findings = [*_about_folders(home), *_about_leftovers(home)]
    for name in names:
        finding, tables = _about_file(home, name)
        if tables is not None:
            contents[name] = tables
        troubles = [] if tables is None else [*_about_batch(name, tables), *about_records(name, tables)]
        findings += troubles or ([finding] if finding else [])
    findings += about_ids_in_two_years(contents)
    return tuple(findings)


def repair(diary: Diary, now: datetime) -> tuple[Finding, ...]:
    """Do what is safe, and look again: what is found afterwards needs a person.

    Damaged files are set aside and their backups opened, interrupted batches taken back, leftovers removed, records
    moved to the year of their date, and of records that are there twice, word for word, one is kept. Records without
    id or date are taken out, and the file as it was is kept.

    Raises:
        Refused, CouldNotSave: if the home cannot be written.
    """
    with diary.change(now) as pen:
        diary.profile()
        for year in diary.years():
            unsound = [each for kind in KINDS for each in diary.records(kind, year) if not is_sound(each)]
            if unsound:
                pen.leave_out(year, unsound)
            for kind in KINDS:
                pen.tidy(kind, year)
        diary.shelves.sweep()
    return examine(diary.home)


def _about_folders(home: Path) -> Iterator[Finding]:
    folders = (home, (home / OPEN).parent, Backups(home).folder)
    for folder in folders:
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            yield Finding(
                Health.BAD, folder.name, f"runlift may not write in {folder}: change its permissions."
            )
    free = shutil.disk_usage(home).free
    if free < LITTLE_ROOM:
        yield Finding(Health.BAD, ".", f"Only {free / 1e6:.0f} MB are free on the disk: make room soon.")


def _about_leftovers(home: Path) -> Iterator[Finding]:
    for temp in sorted(home.rglob(f".*{TEMP_ENDING}")):
        name = temp.relative_to(home).as_posix()
        yield Finding(Health.REPAIRABLE, name, f"{name} is left from an interrupted write.")
    for copies in entries(Backups(home).unfinished):
        sentence = f"{copies.name} left copies behind; they are of no use, unless it is under way now."
        yield Finding(Health.REPAIRABLE, copies.name, sentence)
    for aside in sorted((*home.glob(f"*{ASIDE}*"), *home.glob(f"diary/*{ASIDE}*"))):
        name = aside.relative_to(home).as_posix()
        yield Finding(Health.OK, name, f"{name} was set aside as damaged; it is yours to keep or remove.")


def _about_file(home: Path, name: str) -> tuple[Finding | None, Tables | None]:
    """What there is to say about a file as a whole, and its tables if they can be read."""
    path, backups = home / name, Backups(home)
    if not path.exists():
        if not backups.copies(name):
            return None, None
        return Finding(Health.REPAIRABLE, name, f"{name} is missing, and there is a backup of it."), None
    try:
        with reading(path):
            tables = parsed(path.read_bytes())
    except Damaged as error:
        return Finding(Health.BAD, name, str(error)), None
    except UnreadableError as error:
        copy = backups.newest_good(name, is_good)
        if copy is None:
            return Finding(
                Health.BAD, name, f"{name} is damaged ({error}), and there is no good backup."
            ), None
        fresh = ", made after the last write" if copy == backups.latest(name) else ""
        sentence = f"{name} is damaged ({error}); {backups.named(copy)} is a good backup{fresh}."
        return Finding(Health.REPAIRABLE, name, sentence), None
    version = version_of(tables)
    if version > VERSION:
        return Finding(Health.BAD, name, f"{name} is from a newer runlift and is only read."), None
    if tables and version < VERSION:
        sentence = f"{name} is in an older layout; it is brought up to date when it is next written."
        return Finding(Health.OK, name, sentence), migrated(tables)
    count = sum(len(table) for kind, table in tables.items() if kind in KINDS)
    said = f" ({count} records)" if year_of(name) else ""
    return Finding(Health.OK, name, f"{name} is in order{said}."), tables


def _about_batch(name: str, tables: Tables) -> Iterator[Finding]:
    note = meta_of(tables).get(NOTE)
    if note is not None:
        sentence = f"{note['id']} was interrupted, or is under way in another window."
        yield Finding(Health.REPAIRABLE, name, sentence)
