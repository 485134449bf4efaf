"""From the layout of a file as an older runlift wrote it to today's. Pure: tables in, tables out."""

from collections.abc import Callable

from tracker.storage.records import KINDS, STAMPS, Record, Tables

VERSION = 1
"""The layout written today. A file without a version is of version 0."""

META = "meta"


def version_of(tables: Tables) -> int:
    """The version of the layout; 0 for files that name none."""
    found = meta_of(tables).get("version", 0)
    return found if isinstance(found, int) else 0


def meta_of(tables: Tables) -> Record:
    """What a file says of itself: `version`, and what storage needs to remember; {} if nothing."""
    return next(iter(tables.get(META, {}).values()), {})


def migrated(tables: Tables) -> Tables:
    """The tables in today's layout; those of a newer runlift come back as they are."""
    for version in range(version_of(tables), VERSION):
        tables = _STEPS[version](tables)
    return tables


def _from_0(tables: Tables) -> Tables:
    """Version 0 had no meta table and did not say when, or on which device, a record was written.

    The day of the training stands in for the time of writing, at midnight UTC; the device stays unnamed.
    """
    stamped = {
        name: {number: _stamped(record) if name in KINDS else record for number, record in table.items()}
        for name, table in tables.items()
    }
    return {META: {"1": {**meta_of(tables), "version": 1}}, **{k: v for k, v in stamped.items() if k != META}}


def _stamped(record: Record) -> Record:
    written = f"{record['date']}T00:00:00+00:00" if "date" in record else ""
    return {**record, **dict(zip(STAMPS, (written, ""), strict=True)), **record}


_STEPS: tuple[Callable[[Tables], Tables], ...] = (_from_0,)
