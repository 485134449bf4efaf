"""Where a file keeps what it tells of its last changes: in its meta, in the same write that makes each, so there is
never one without the other. What a change is, is in `tracker.domain.change_log`; one of a year has the `kind` and `id`
of its record too, and the `date` of the version that is in the files, or was there last; one without them took only
the session under way away.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from tracker.domain.change_log import ChangeLog
from tracker.storage.records import Kind, Record, copied
from tracker.storage.shelf import Shelf
from tracker.storage.shelves import Shelves
from tracker.storage.stamp import stamp_of

CHANGES, FLOOR = "changes", "floor"
"""In the meta of a year file and of the profile: a `ChangeLog`."""

ERASED_AT = "erased_at"


def log_of(shelf: Shelf) -> ChangeLog:
    """What a file tells of its last changes, not to be changed."""
    meta = shelf.meta()
    return ChangeLog(tuple(meta.get(CHANGES, ())), meta.get(FLOOR))


def given_away(log: ChangeLog) -> ChangeLog:
    """A copy, for those who may change it."""
    return ChangeLog(tuple(copied(list(log.changes))), log.floor)


def as_meta(log: ChangeLog) -> Record:
    """The meta that tells it."""
    return {CHANGES: list(log.changes) or None, FLOOR: log.floor}


def record_of(shelf: Shelf, kind: Kind, record_id: str) -> Record | None:
    """A copy of the record with this id, erased or not; None if there is none."""
    return next(
        (copied(dict(each)) for each in shelf.book().table(kind) if each.get("id") == record_id), None
    )


def told_last(shelves: Shelves, day: date) -> datetime | None:
    """The latest time that is told of: by the profile, the years in use and those around *day*."""
    around = {day.year, (day - timedelta(days=1)).year} & set(shelves.years())
    files = {shelves.profile, *shelves.years_in_use(), *map(shelves.year, around)}
    times = (log_of(each).latest for each in files)
    return max((each for each in times if each is not None), default=None)


def year_logs(shelves: Shelves, day: date, known: datetime | None) -> dict[int, ChangeLog]:
    """What the years tell of their last changes: those in use, those around *day*, and of the others as many as were
    written after the newest change that is known of (*known*, elsewhere).
    """
    years = shelves.years()
    around = {day.year, (day - timedelta(days=1)).year} & set(years)
    at_hand = {shelf.name for shelf in shelves.years_in_use()}
    at_hand |= {shelves.year(year).name for year in around}
    found = {year: log_of(shelves.year(year)) for year in years if shelves.year(year).name in at_hand}
    newest = _newest(found.values(), known)
    for written, year in sorted(_written(shelves, set(years) - set(found)), reverse=True):
        if newest is not None and written < newest:
            break
        found[year] = log_of(shelves.year(year))
        newest = _newest([found[year]], newest)
    return found


def _written(shelves: Shelves, years: set[int]) -> list[tuple[datetime, int]]:
    stamps = {year: stamp_of(shelves.year(year).path) for year in years}
    return [
        (datetime.fromtimestamp(stamp.modified_ns / 1e9, tz=UTC), year)
        for year, stamp in stamps.items()
        if stamp is not None
    ]


def _newest(logs: Iterable[ChangeLog], known: datetime | None) -> datetime | None:
    told = [at for log in logs for at in (log.floor, *(each["at"] for each in log.done)) if at]
    return max([*map(datetime.fromisoformat, told), *([known] if known is not None else [])], default=None)
