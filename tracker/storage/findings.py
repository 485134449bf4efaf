"""What a look over the records of a year file finds."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.storage.places import year_of
from tracker.storage.records import KINDS, Kind, Record, Tables, is_sound, without_stamps, year_of_record


class Health(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    REPAIRABLE = "repairable"
    BAD = "bad"


class Finding(NamedTuple):
    """One thing seen, about one file (its name inside the home), as one sentence."""

    health: Health
    file: str
    sentence: str


def about_records(name: str, tables: Tables) -> Iterator[Finding]:
    """Records without id or date, in the wrong year, or twice in the file *name*."""
    year = year_of(name)
    if year is None:
        return
    for kind in KINDS:
        seen: dict[str, Record] = {}
        for record in tables.get(kind, {}).values():
            yield from _about_record(name, kind, record, year)
            first = seen.setdefault(str(record.get("id")), record)
            if first is not record:
                yield _twice(name, kind, first, record)


def _about_record(name: str, kind: Kind, record: Record, year: int) -> Iterator[Finding]:
    if not is_sound(record):
        sentence = f"A record of {kind} in {name} has no id or no date: {str(record)[:60]}"
        yield Finding(Health.REPAIRABLE, name, sentence)
    elif year_of_record(record) != year:
        sentence = f"A record of {kind} from {date.fromisoformat(record['date'])} is in {name}."
        yield Finding(Health.REPAIRABLE, name, sentence)


def _twice(name: str, kind: Kind, first: Record, second: Record) -> Finding:
    same = without_stamps(first) == without_stamps(second)
    sentence = f"The record {first.get('id')} of {kind} is in {name} twice"
    if same:
        return Finding(Health.REPAIRABLE, name, f"{sentence}, word for word.")
    return Finding(Health.BAD, name, f"{sentence}, with different content: amend or erase one of them.")


def about_ids_in_two_years(contents: dict[str, Tables]) -> Iterator[Finding]:
    """Records that are in two files; *contents* by file name."""
    for kind in KINDS:
        seen: dict[str, str] = {}
        for name, tables in contents.items():
            for record in tables.get(kind, {}).values():
                if "id" not in record or not year_of(name):
                    continue
                first = seen.setdefault(record["id"], name)
                if first != name:
                    sentence = f"The record {record['id']} of {kind} is in {first} and in {name}."
                    yield Finding(Health.BAD, name, sentence)
