"""A diary that lives only as long as the program: for rehearsals of a whole season."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, date, datetime

from tracker.domain.change_log import (
    ENDS,
    ChangeLog,
    profile_changed,
    profile_turned,
    record_changed,
    turned,
)
from tracker.domain.errors import NothingToDo
from tracker.logbook.diary import Kind
from tracker.logbook.unreadable import Apart, Record


class InMemoryDiary:
    """Keeps records by kind and year; it is its own pen."""

    def __init__(self) -> None:
        self.tables: dict[tuple[Kind, int], dict[str, Record]] = {}
        self.aside: list[Record] = []
        self._open: Record | None = None
        self._profile: Record | None = None
        self._profile_log = ChangeLog()
        self._log = ChangeLog()
        self._at = datetime.min.replace(tzinfo=UTC).isoformat()

    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for (_, year), table in self.tables.items() if table}))

    def records(self, kind: Kind, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        table = self.tables.get((kind, year), {})
        return tuple(deepcopy(each) for each in table.values() if ("erased_at" in each) == erased)

    def read_open(self) -> Record | None:
        return deepcopy(self._open)

    def changes(self, day: date, known: datetime | None = None) -> dict[int, ChangeLog]:  # noqa: ARG002
        """One log for all years; nothing tells whose year it is."""
        return {0: deepcopy(self._log)}

    def told_last(self, day: date) -> datetime | None:  # noqa: ARG002
        times = [each for each in (self._log.latest, self._profile_log.latest) if each is not None]
        return max(times, default=None)

    def profile_changes(self) -> ChangeLog:
        return deepcopy(self._profile_log)

    def profile(self) -> Record | None:
        return deepcopy(self._profile)

    def stamps(self) -> Mapping[str, int]:
        """Nobody else writes here, so nothing ever moves."""
        return {}

    @contextmanager
    def change(self, now: datetime) -> Iterator["InMemoryDiary"]:
        if now.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        self.tell_as_of(now)
        yield self

    def tell_as_of(self, instant: datetime) -> None:
        self._at = instant.isoformat()

    def keep_open(self, record: Record) -> None:
        self._open = record

    def clear_open(self) -> None:
        self._open = None

    def finish(self, session: Record, what: str = "") -> None:
        change = {**self._told("sessions", session, what), ENDS: self._open} if what else None
        self._put("sessions", session, change)
        self.clear_open()

    def lay_aside(self, what: str) -> None:
        if self._open is not None:
            self._log = self._log.after({"what": what, "at": self._at, ENDS: self._open})
            self.clear_open()

    def exchange(self, year: int, *, back: bool, under_way: Record | None = None) -> None:  # noqa: ARG002
        change = (self._log.done[-1:] if back else self._log.undone[:1])[0]
        if ENDS in change:
            change = {**change, ENDS: self._open}
            self._open = under_way
        if "kind" not in change:
            self._log = self._log.turned(turned(change, None, self._at))
            return
        there, other = self._there(change["kind"], change["id"]), change["other"]
        told = {**turned(change, there, self._at), "date": (other or change)["date"]}
        self._log = self._log.turned(told)
        if other is not None:
            self._place(change["kind"], other)
        else:
            self.tables[change["kind"], int(change["date"][:4])].pop(change["id"])

    def keep_profile(self, profile: Record, what: str = "") -> None:
        self._profile_log = profile_changed(self._profile_log, self._profile, profile, what, self._at)
        self._profile = profile

    def exchange_profile(self, *, back: bool) -> None:
        log = self._profile_log
        change = (log.done[-1:] if back else log.undone[:1])[0]
        self._profile, told = profile_turned(self._profile or {}, change, self._at)
        self._profile_log = log.turned(told)

    def put(self, kind: Kind, record: Record, what: str = "", *, joins: bool = False) -> None:
        if joins:
            self._place(kind, record)
        else:
            self._put(kind, record, self._told(kind, record, what) if what else None)

    def _put(self, kind: Kind, record: Record, change: Record | None) -> None:
        self._log = self._log.after_untold(self._at) if change is None else self._log.after(change)
        self._place(kind, record)

    def _place(self, kind: Kind, record: Record) -> None:
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

    def keep_aside(self, kind: Apart) -> None:
        self.aside.append(deepcopy((self._profile if kind == "profile" else self._open) or {}))

    def leave_out(self, year: int, records: Sequence[Record]) -> None:
        self.aside += deepcopy(list(records))
        self._log = self._log.after_untold(self._at)
        for (_, other), table in self.tables.items():
            if other == year:
                for record_id in [each for each, record in table.items() if record in records]:
                    table.pop(record_id)

    def _there(self, kind: Kind, record_id: str) -> Record | None:
        tables = (table for (other, _), table in self.tables.items() if other == kind)
        return next((deepcopy(table[record_id]) for table in tables if record_id in table), None)

    def _told(self, kind: Kind, record: Record, what: str) -> Record:
        return record_changed(kind, record, self._there(kind, record["id"]), what, self._at)

    def _found(self, kind: Kind, year: int, record_id: str) -> Record:
        record = self.tables.get((kind, year), {}).get(record_id)
        if record is None:
            raise NothingToDo("There is no such record.")
        return record
