"""A diary that lives only as long as the program: for rehearsals of a whole season."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime

from tracker.domain.errors import NothingToDo
from tracker.logbook.memory import Kind, Record


class InMemoryDiary:
    """Keeps records by kind and year; it is its own pen."""

    def __init__(self) -> None:
        self.tables: dict[tuple[Kind, int], dict[str, Record]] = {}
        self._open: Record | None = None
        self._profile: Record | None = None

    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for (_, year), table in self.tables.items() if table}))

    def records(self, kind: Kind, year: int, *, erased: bool = False) -> tuple[Record, ...]:
        table = self.tables.get((kind, year), {})
        return tuple(deepcopy(each) for each in table.values() if ("erased_at" in each) == erased)

    def read_open(self) -> Record | None:
        return deepcopy(self._open)

    def profile(self) -> Record | None:
        return deepcopy(self._profile)

    def stamps(self) -> Mapping[str, int]:
        """Nobody else writes here, so nothing ever moves."""
        return {}

    @contextmanager
    def change(self, now: datetime) -> Iterator["InMemoryDiary"]:
        if now.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        yield self

    def keep_open(self, record: Record) -> None:
        self._open = record

    def clear_open(self) -> None:
        self._open = None

    def finish(self, session: Record) -> None:
        self.put("sessions", session)
        self.clear_open()

    def keep_profile(self, profile: Record) -> None:
        self._profile = profile

    def put(self, kind: Kind, record: Record) -> None:
        year = int(record["date"][:4])
        for (other, _), table in self.tables.items():
            if other == kind:
                table.pop(record["id"], None)
        self.tables.setdefault((kind, year), {})[record["id"]] = record

    def erase(self, kind: Kind, year: int, record_id: str) -> None:
        self._found(kind, year, record_id)["erased_at"] = "erased"

    def restore(self, kind: Kind, year: int, record_id: str) -> None:
        del self._found(kind, year, record_id)["erased_at"]

    def _found(self, kind: Kind, year: int, record_id: str) -> Record:
        record = self.tables.get((kind, year), {}).get(record_id)
        if record is None:
            raise NothingToDo("There is no such record.")
        return record
