"""What a file tells, in its meta, of its last change: enough to take it back, and to make it again.

A change is told in the same write that makes it, so there is never one without the other. It has `what` and `at`;
`kind`, `id` and `date` of the record; `other`, the version of it that is not in the file (from before the change, or,
once that is `undone`, the one the change had made), None for no record; `gone`, whether the file holds none; and
`open`, what was under way when a session ended. What the profile tells is in `tracker.domain.profile_change`.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tracker.storage.records import Kind, Record, copied
from tracker.storage.shelf import Shelf
from tracker.storage.shelves import Shelves
from tracker.storage.stamp import stamp_of

ENDED = "ended"
"""In the meta of a year file: how the last session was finished or skipped."""

CHANGED = "changed"
"""In the meta of a year file: the last record that was added, amended, erased or brought back; in that of the profile:
its last change.
"""

STANDS_SINCE = "stands_since"
"""In the meta of the profile: when what stands was written first."""

ERASED_AT = "erased_at"


def told(shelf: Shelf, kind: Kind, record: Record, what: str, now: datetime) -> Record:
    """A change that is about to put *record* into *shelf*."""
    return {
        "what": what,
        "at": now.isoformat(),
        "kind": kind,
        "id": record["id"],
        "date": record["date"],
        "other": record_of(shelf, kind, record["id"]),
        "gone": False,
        "undone": False,
    }


def exchanged(shelf: Shelf, change: Record, now: datetime) -> Record:
    """The change once its two versions have changed places."""
    other = change["other"]
    return {
        **change,
        "at": now.isoformat(),
        "date": (other or change)["date"],
        "other": record_of(shelf, change["kind"], change["id"]),
        "gone": other is None,
        "undone": not change["undone"],
    }


def record_of(shelf: Shelf, kind: Kind, record_id: str) -> Record | None:
    """A copy of the record with this id, erased or not; None if there is none."""
    return next(
        (copied(dict(each)) for each in shelf.book().table(kind) if each.get("id") == record_id), None
    )


def last_ended(shelves: Shelves, day: date) -> Record | None:
    """How the last session ended, as long as that is no history: nothing was written on a later day, and it was not
    erased since. One that was taken back stays, to be done again.
    """
    years = {day.year, (day - timedelta(days=1)).year} & set(shelves.years())
    shelves_read = [shelves.year(year) for year in sorted(years)]
    change = _last((shelf, shelf.meta().get(ENDED)) for shelf in shelves_read)
    if change is None:
        return None
    shelf, ended = change
    if not ended["undone"]:
        there = record_of(shelf, ended["kind"], ended["id"])
        metas = [each.meta() for each in (*shelves_read, shelves.profile)]
        if there is None or ERASED_AT in there or any(_is_later(meta, ended) for meta in metas):
            return None
    return copied(ended)


def last_changed(shelves: Shelves) -> Record | None:
    """The last change of the past in the years that are in use and the year written last; None if it was overtaken by
    another write of its record.
    """
    change = _last((shelf, shelf.meta().get(CHANGED)) for shelf in _written_last(shelves))
    if change is None:
        return None
    shelf, changed = change
    there = record_of(shelf, changed["kind"], changed["id"])
    holds = there is None if changed["gone"] else there is not None and there["updated_at"] == changed["at"]
    return copied(changed) if holds else None


def last_changed_profile(shelves: Shelves) -> Record | None:
    """The last change of the profile, as long as that is no history: no year was written on a later day, and no run
    was kept after it, which is nothing that could be taken back first.
    """
    changed: Record | None = shelves.profile.meta().get(CHANGED)
    if changed is None:
        return None
    at = datetime.fromisoformat(changed["at"])
    newer = {shelves.year(year).name: shelves.year(year) for year in shelves.years() if year >= at.year}
    for shelf in (newer | {shelf.name: shelf for shelf in _written_last(shelves)}).values():
        runs = (each.get("updated_at") for each in shelf.book().table("runs"))
        if _is_later(shelf.meta(), changed) or any(run and datetime.fromisoformat(run) > at for run in runs):
            return None
    return copied(changed)


def _written_last(shelves: Shelves) -> list[Shelf]:
    """The years that are in use and the year written last."""
    written = {year: stamp_of(shelves.year(year).path) for year in shelves.years()}
    newest = max(
        (year for year, stamp in written.items() if stamp is not None),
        key=lambda year: written[year] or (0, 0, 0),
        default=None,
    )
    asked = {shelf.name: shelf for shelf in shelves.years_in_use()}
    if newest is not None:
        asked[shelves.year(newest).name] = shelves.year(newest)
    return list(asked.values())


def _last(changes: Iterable[tuple[Shelf, Record | None]]) -> tuple[Shelf, Record] | None:
    found = [(shelf, change) for shelf, change in changes if change is not None]
    return max(found, key=lambda each: datetime.fromisoformat(each[1]["at"]), default=None)


def _is_later(meta: Record, ended: Record) -> bool:
    """Whether a file was written on a later day, each in the local time of its writing."""
    written = meta.get("updated_at")
    return (
        written is not None
        and datetime.fromisoformat(written).date() > datetime.fromisoformat(ended["at"]).date()
    )
