"""The session under way, and how to tell that it has been finished although `open.json` still holds it."""

from datetime import date
from hashlib import sha256

from tinydb import TinyDB
from tinydb.table import Document

from tracker.storage.places import OPEN
from tracker.storage.records import Record, copied, written
from tracker.storage.shelf import RESTORED_FROM
from tracker.storage.shelves import Shelves

OPEN_TABLE = "open"
FINISHED = "finished"
"""In the meta of a year file: the `id` of the session finished last, the digest of what was open then."""

WRITES = "writes"
"""In the meta of `open.json`: how often a session under way has been written."""


def open_only(book: TinyDB, record: Record | None) -> None:
    """Let *record* be the session under way, and nothing else; None for nothing at all."""
    book.table(OPEN_TABLE).truncate()
    if record is not None:
        book.table(OPEN_TABLE).insert(Document(record, doc_id=1))


def digest(shelves: Shelves, record: Record) -> str:
    """A short name for *record* as `open.json` holds it after exactly so many writes.

    The same session, finished and opened again by an undo, has the same content and another name.
    """
    return sha256(written([shelves.open.meta().get(WRITES), record])).hexdigest()


def under_way(shelves: Shelves) -> Record | None:
    """The session under way, or None; one that was finished just before a crash is not under way."""
    record = next(iter(shelves.open.tables().get(OPEN_TABLE, {}).values()), None)
    if record is None or is_finished(shelves, record):
        return None
    return copied(record)


def is_finished(shelves: Shelves, record: Record) -> bool:
    """Whether the year file already holds this session as it was finished.

    If `open.json` came from a backup of an earlier day, any session that is in its year file counts as
    finished: the backup may be from before that.
    """
    base = record.get("base", {})
    try:
        year = shelves.year(date.fromisoformat(base["date"]).year)
    except (KeyError, TypeError, ValueError):
        return False  # not a session as this runlift knows it: the logbook will say so
    mark = year.meta().get(FINISHED)
    if mark is not None and mark["id"] == base.get("id") and mark["open"] == digest(shelves, record):
        return True
    source = shelves.open.meta().get(RESTORED_FROM)
    if source is None or source == shelves.backups.named(shelves.backups.before(OPEN)):
        return False
    return any(session.get("id") == base.get("id") for session in year.tables().get("sessions", {}).values())
