"""What was done last, as values: the end of a session, a change of the past, a change of the person and the plan."""

from datetime import datetime
from typing import NamedTuple

from tracker.domain.open_session import OpenSession
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.logbook.unreadable import Record, read

PLACE_CHANGED = "place_changed"
"""The step that fits today's session to another place; it belongs to the travel that brought it."""


class Ended:
    """How the last session ended.

    Attributes:
        what: finished or skipped, as a short code.
        undone: it was taken back already.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self.what: str = record["what"]
        self.at = datetime.fromisoformat(record["at"])
        self.id: str = record["id"]
        self.year = int(record["date"][:4])
        self.undone: bool = record.get("undone", False)

    @property
    def under_way(self) -> OpenSession | None:
        """What was under way before it, if anything."""
        record = self._record.get("open")
        return None if record is None else read(OpenSession, record)

    @property
    def session(self) -> Session | None:
        """The session as it was finished, once that is undone."""
        record = self._record["other"]
        return read(Session, record) if self.undone and record is not None else None


class Changed(NamedTuple):
    """The last change of the past.

    Attributes:
        what: amended, erased, brought back or added, as a short code.
        years: that hold, or held, the session.
        undone: it was taken back already.
        session: what it was about.
    """

    what: str
    at: datetime
    years: tuple[int, ...]
    undone: bool
    session: Session


class PlanChanged(NamedTuple):
    """The last change of the person and the plan.

    Attributes:
        what: a race moved, an absence noted, ..., as a short code.
        at: when it was made, taken back or made again last.
        made_at: when it was made.
        undone: it was taken back already.
        before, after: the person without it and with it.
    """

    what: str
    at: datetime
    made_at: datetime
    undone: bool
    before: Runner
    after: Runner
