"""What was done, as values on one line of time: a step of the session, a change of the log, a change of the plan."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from tracker.domain.change_log import Record
from tracker.domain.open_session import OpenSession, Step
from tracker.domain.run import CheckIn, Run
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.value import Value
from tracker.logbook.unreadable import read

PLACE_CHANGED = "place_changed"
"""The step that fits today's session to another place; it is part of the travel that brought it."""

FINISHED, SKIPPED = "session_finished", "session_skipped"
"""The ends of a session that a person gives it."""

MODELS: dict[str, type[Session] | type[Run] | type[CheckIn]] = {
    "sessions": Session,
    "runs": Run,
    "checkins": CheckIn,
}


class Made(NamedTuple):
    """One change that can be taken back, or made again.

    Attributes:
        kept: where it is told: with the session under way, with a year, or with the profile.
        at: when it was made; what was made in one instant is one change.
        undone_at: when it was taken back, if it was.
        year: of the file that tells of it.
        told: what is told, of a year and of the profile.
    """

    kept: Literal["open", "year", "profile"]
    what: str
    at: datetime
    undone_at: datetime | None = None
    year: int = 0
    told: Record | None = None
    step: Step | None = None

    @property
    def is_end(self) -> bool:
        """Whether it took the session under way away; what is under way changes places with it."""
        return self.told is not None and "open" in self.told

    @property
    def under_way(self) -> OpenSession | None:
        """What is under way once it is turned."""
        record = None if self.told is None else self.told.get("open")
        return None if record is None else read(OpenSession, record)

    @property
    def other(self) -> Value | None:
        """The version of the record that is not in the log; None where that is no record."""
        told = self.told or {}
        return None if told.get("other") is None else read(MODELS[told["kind"]], told["other"])


class Turn(NamedTuple):
    """A change that was taken back or made again, or is about to be.

    Attributes:
        what: a short code.
        at: when it was made.
        is_end: it is the end of a session, which is under way again once that is taken back.
        day: of the session, run or report that it is about; None for the plan.
        step: the change of the session, if it is one.
        about: the session, run or report, where it is one of the log.
        plan: the person without and with it, where it is a change of those.
    """

    what: str
    at: datetime
    is_end: bool = False
    day: date | None = None
    step: Step | None = None
    about: Session | Run | CheckIn | None = None
    plan: tuple[Runner, Runner] | None = None
