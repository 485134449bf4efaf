"""From the layout of a file as an older runlift wrote it to today's. Pure: tables in, tables out."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tracker.storage.records import KINDS, STAMPS, Record, Tables

VERSION = 2
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


def _from_1(tables: Tables) -> Tables:
    """In version 1 a step of the session under way could have the `checkin` it came with, and a file told of its last
    change alone, as `changed` or `ended`. Those cannot be taken back, and nothing from before them.

    An end that was taken back had what was `open` then, although that is under way again.
    """
    meta = {key: value for key, value in meta_of(tables).items() if key not in _TOLD_IN_1}
    told = [meta_of(tables).get(key) for key in _TOLD_IN_1]
    times = [found for each in told if (found := each.get("at") if isinstance(each, dict) else each)]
    if times:
        meta = {"floor": max(times, key=datetime.fromisoformat), **meta}
    if "changes" in meta:
        changes = [
            {**each, "open": None} if {"open", "undone_at"} <= set(each) else each for each in meta["changes"]
        ]
        meta["changes"] = changes
    under_way = {number: _without_reports(record) for number, record in tables.get("open", {}).items()}
    kept = {**tables, **({"open": under_way} if under_way else {})}
    return {
        META: {"1": {**meta, "version": 2}},
        **{name: table for name, table in kept.items() if name != META},
    }


_TOLD_IN_1 = ("ended", "changed", "stands_since")


def _without_reports(under_way: Record) -> Record:
    steps: Any = under_way.get("steps")
    if not isinstance(steps, list):
        return under_way
    kept = [
        {key: value for key, value in each.items() if key != "checkin"} if isinstance(each, dict) else each
        for each in steps
    ]
    return {**under_way, "steps": kept}


_STEPS: tuple[Callable[[Tables], Tables], ...] = (_from_0, _from_1)
