"""Records as storage sees them: plain JSON objects with an id and a date, and no more meaning than that."""

import marshal
from datetime import date
from typing import Any, Literal, TypeVar, get_args

from pydantic_core import from_json, to_json

from tracker.domain.errors import CouldNotSave

T = TypeVar("T")

Record = dict[str, Any]
Table = dict[str, Record]
Tables = dict[str, Table]
"""What a file holds, as TinyDB lays it out: table name -> document number -> record."""

Kind = Literal["sessions", "runs", "checkins"]
KINDS: tuple[Kind, ...] = get_args(Kind)

STAMPS = ("updated_at", "device")
"""What storage adds to every record it writes."""


def copied(value: T) -> T:
    """The same JSON value, sharing nothing with the original."""
    return from_json(written(value))  # type: ignore[no-any-return]


def given_away(records: list[Record]) -> list[Record]:
    """Copies of what was read; where there is nothing but JSON, `marshal` takes a third of the time of `copied`."""
    return marshal.loads(marshal.dumps(records))  # type: ignore[no-any-return]


def written(value: Any, indent: int | None = None) -> bytes:
    """JSON in UTF-8, keys in their order.

    Raises:
        CouldNotSave: if a text holds characters that no file can hold (half of a surrogate pair).
    """
    try:
        return to_json(value, indent=indent)
    except ValueError as error:
        raise CouldNotSave("The text holds a character that cannot be stored; nothing was saved.") from error


def year_of_record(record: Record) -> int:
    """The year a record belongs to.

    Raises:
        ValueError: if it has no text `id` or no ISO `date`.
    """
    if not isinstance(record.get("id"), str):
        raise ValueError(f"a record needs a text id: {str(record)[:80]}")
    return date.fromisoformat(record["date"]).year


def is_sound(record: Record) -> bool:
    """Whether a record has an id and a date."""
    try:
        year_of_record(record)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def without_stamps(record: Record) -> Record:
    """The record as the person means it, without who wrote it and when."""
    return {key: value for key, value in record.items() if key not in STAMPS}
