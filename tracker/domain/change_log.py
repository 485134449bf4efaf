"""What one file tells of its last changes, as plain records, oldest first: enough to take each back, newest first.

A change has `what` and `at`, when it was made; `other`, the version that does not stand (from before the change, or,
once that was taken back, the one it had made); and `undone_at`, once it was taken back. Those stand behind the others
until something else is changed. A change that took the session under way away has `open` besides: of what was under
way before and after it, the one that is not under way now.
"""

from datetime import datetime
from typing import Any, NamedTuple, Self

Record = dict[str, Any]

MOST = 20
"""Changes that a file tells of; with the oldest of them goes the way back to it."""

ENDS = "open"
"""What a change has that took the session under way away: that is as large as all other changes together, so a file
tells of one such.
"""


class ChangeLog(NamedTuple):
    """Changes that can be taken back, or made again.

    Attributes:
        floor: when the newest change was made that is not told here; nothing from before it may be taken back.
    """

    changes: tuple[Record, ...] = ()
    floor: str | None = None

    @property
    def done(self) -> tuple[Record, ...]:
        return tuple(each for each in self.changes if "undone_at" not in each)

    @property
    def latest(self) -> datetime | None:
        """The latest time that is told of."""
        times = [each[key] for each in self.changes for key in ("at", "undone_at") if key in each]
        return max(map(datetime.fromisoformat, [*times, *([self.floor] if self.floor else [])]), default=None)

    @property
    def undone(self) -> tuple[Record, ...]:
        return self.changes[len(self.done) :]

    def after(self, change: Record) -> Self:
        """With *change* made; what was taken back before cannot be made again."""
        told = self.done
        ends = [at for at, each in enumerate(told) if each.get(ENDS)] if change.get(ENDS) else []
        first = max(len(told) + 1 - MOST, ends[-1] + 1 if ends else 0, 0)
        floor = told[first - 1]["at"] if first else self.floor
        return type(self)((*told[first:], change), floor)

    def after_untold(self, at: str) -> Self:
        """After a change that cannot be taken back."""
        return type(self)((), at)

    def turned(self, change: Record) -> Self:
        """With the last change that stands taken back, or the next one made again, as *change* tells it now."""
        at = len(self.done) - ("undone_at" in change)
        return type(self)((*self.changes[:at], change, *self.changes[at + 1 :]), self.floor)


def record_changed(kind: str, record: Record, other: Record | None, what: str, at: str) -> Record:
    """A change of one record of a year: *record* is about to stand, *other* stood before it, if anything did."""
    return {"what": what, "at": at, "kind": kind, "id": record["id"], "date": record["date"], "other": other}


def turned(change: Record, other: Any, at: str) -> Record:
    """The change once its two versions have changed places."""
    kept = {key: value for key, value in change.items() if key != "undone_at"}
    return {**kept, "other": other, **({} if "undone_at" in change else {"undone_at": at})}


# The profile: a change tells the fields it touched, since all the others are as they were.


def profile_changed(log: ChangeLog, before: Record | None, after: Record, what: str, at: str) -> ChangeLog:
    """Told of a profile that is about to be replaced; several writes in one instant are one change, and one without
    a name in *what* is none that could be taken back.
    """
    if before is None:
        return log
    if not what:
        return log.after_untold(at)
    touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    other, last = _part(before, touched), log.done[-1:]
    if last and last[0]["at"] == at:
        before_it = set(last[0]["touched"])
        other = {key: value for key, value in other.items() if key not in before_it} | last[0]["other"]
        touched |= before_it
        log = log._replace(changes=log.done[:-1])
    return log.after({"what": what, "at": at, "touched": sorted(touched), "other": other})


def profile_turned(profile: Record, change: Record, at: str) -> tuple[Record, Record]:
    """The profile with a change taken back or made again, and what is told of that."""
    touched = set(change["touched"])
    kept = {key: value for key, value in profile.items() if key not in touched}
    return {**kept, **change["other"]}, turned(change, _part(profile, touched), at)


def _part(profile: Record, touched: set[str]) -> Record:
    return {key: value for key, value in profile.items() if key in touched}
