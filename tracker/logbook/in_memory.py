"""A diary that lives only as long as the program: for rehearsals of a whole season."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, date, datetime

from tracker.domain import profile_change
from tracker.domain.errors import NothingToDo
from tracker.domain.profile_change import Standing
from tracker.logbook.diary import Kind
from tracker.logbook.unreadable import Apart, Record


class InMemoryDiary:
    """Keeps records by kind and year; it is its own pen."""

    def __init__(self) -> None:
        self.tables: dict[tuple[Kind, int], dict[str, Record]] = {}
        self.aside: list[Record] = []
        self._open: Record | None = None
        self._standing = Standing(None, None, None)
        self._ended: Record | None = None
        self._changed: Record | None = None
        self._now = datetime.min.replace(tzinfo=UTC)
        self._written = date.min
        self._year_written = date.min
        self._run_kept = self._now

    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for (_, year), table in self.tables.items() if table}))

    def records(self, kind: Kind, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        table = self.tables.get((kind, year), {})
        return tuple(deepcopy(each) for each in table.values() if ("erased_at" in each) == erased)

    def read_open(self) -> Record | None:
        return deepcopy(self._open)

    def ended(self, day: date) -> Record | None:  # noqa: ARG002
        ended = self._ended
        if ended is not None and not ended["undone"]:
            there = self._there(ended["kind"], ended["id"]) or {"erased_at": ""}
            if "erased_at" in there or self._written > datetime.fromisoformat(ended["at"]).date():
                return None
        return deepcopy(ended)

    def changed(self) -> Record | None:
        return deepcopy(self._changed)

    def profile_changed(self) -> Record | None:
        changed = self._standing.changed
        if changed is not None:
            at = datetime.fromisoformat(changed["at"])
            if self._year_written > at.date() or self._run_kept > at:
                return None
        return deepcopy(changed)

    def profile_since(self) -> str | None:
        return self._standing.since

    def profile(self) -> Record | None:
        return deepcopy(self._standing.profile)

    def stamps(self) -> Mapping[str, int]:
        """Nobody else writes here, so nothing ever moves."""
        return {}

    @contextmanager
    def change(self, now: datetime) -> Iterator["InMemoryDiary"]:
        if now.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        self._now = now
        yield self

    def keep_open(self, record: Record) -> None:
        self._open = record

    def clear_open(self) -> None:
        self._open = None

    def finish(self, session: Record, what: str = "") -> None:
        self._ended = {**self._told("sessions", session, what), "open": self._open} if what else None
        self.put("sessions", session)
        self.clear_open()

    def reopen(self, year: int, under_way: Record | None) -> None:  # noqa: ARG002
        if self._ended is None:
            raise NothingToDo("There is no end of a session to take back.")
        self._ended = self._exchanged(self._ended)
        self._open = under_way

    def keep_profile(self, profile: Record, what: str = "") -> None:
        changed = profile_change.told(self._standing, what, self._now)
        self._standing = Standing(profile, self._now.isoformat(), changed)
        self._written = self._now.date()

    def exchange_profile(self) -> None:
        if self._standing.changed is None:
            raise NothingToDo("There is no change of the plan to take back.")
        self._standing = profile_change.exchanged(self._standing, self._now)
        self._written = self._now.date()

    def put(self, kind: Kind, record: Record, what: str = "") -> None:
        if what or (self._changed is not None and self._changed["id"] == record["id"]):
            self._changed = self._told(kind, record, what) if what else None
        self._written = self._year_written = self._now.date()
        self._run_kept = self._now if kind == "runs" else self._run_kept
        year = int(record["date"][:4])
        for (other, _), table in self.tables.items():
            if other == kind:
                table.pop(record["id"], None)
        self.tables.setdefault((kind, year), {})[record["id"]] = record

    def erase(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        self.put(kind, {**self._found(kind, year, record_id), "erased_at": "erased"}, what)

    def restore(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        found = self._found(kind, year, record_id)
        self.put(kind, {key: value for key, value in found.items() if key != "erased_at"}, what)

    def exchange(self, year: int) -> None:  # noqa: ARG002
        if self._changed is None:
            raise NothingToDo("There is no change to take back.")
        self._changed = self._exchanged(self._changed)

    def keep_aside(self, kind: Apart) -> None:
        self.aside.append(deepcopy((self._standing.profile if kind == "profile" else self._open) or {}))

    def leave_out(self, year: int, records: Sequence[Record]) -> None:
        self.aside += deepcopy(list(records))
        for (_, other), table in self.tables.items():
            if other == year:
                for record_id in [each for each, record in table.items() if record in records]:
                    table.pop(record_id)

    def _there(self, kind: Kind, record_id: str) -> Record | None:
        tables = (table for (other, _), table in self.tables.items() if other == kind)
        return next((deepcopy(table[record_id]) for table in tables if record_id in table), None)

    def _told(self, kind: Kind, record: Record, what: str) -> Record:
        return {
            "what": what,
            "at": self._now.isoformat(),
            "kind": kind,
            "id": record["id"],
            "date": record["date"],
            "other": self._there(kind, record["id"]),
            "undone": False,
        }

    def _exchanged(self, change: Record) -> Record:
        """Put the other version of a changed record in place; the change once that is done."""
        there, other = self._there(change["kind"], change["id"]), change["other"]
        if other is not None:
            self.put(change["kind"], other)
        else:
            self.tables[change["kind"], int(change["date"][:4])].pop(change["id"])
        told = {"at": self._now.isoformat(), "date": (other or change)["date"], "other": there}
        return {**change, **told, "undone": not change["undone"]}

    def _found(self, kind: Kind, year: int, record_id: str) -> Record:
        record = self.tables.get((kind, year), {}).get(record_id)
        if record is None:
            raise NothingToDo("There is no such record.")
        return record
