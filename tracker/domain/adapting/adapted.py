"""What of a week was fitted to the days as they were: modified, shortened, moved, left out, away. None of it counts
against anybody.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from tracker.domain.session import Session


class Adapted(NamedTuple):
    """Counts of one week.

    Attributes:
        modified: exercises done as they fitted, by one of the five signals.
        shortened: sessions cut to the time there was.
        travelled: sessions done away from the usual place.
        moved: sessions taken on another day.
        skipped: why sessions were left out, one reason each.
        left_out: why exercises were left out, one reason each.
        ill, holiday: days of illness, and of holiday.
    """

    modified: int = 0
    shortened: int = 0
    travelled: int = 0
    moved: int = 0
    skipped: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    ill: int = 0
    holiday: int = 0

    @property
    def words(self) -> str:
        """``2 exercises modified, 1 session left out (no time)``; empty where nothing was."""
        said = (
            (self.modified, "exercise modified", "exercises modified", ()),
            (self.shortened, "session shortened", "sessions shortened", ()),
            (self.travelled, "session on the road", "sessions on the road", ()),
            (self.moved, "session moved", "sessions moved", ()),
            (len(self.skipped), "session left out", "sessions left out", self.skipped),
            (len(self.left_out), "exercise left out", "exercises left out", self.left_out),
            (self.ill, "day ill", "days ill", ()),
            (self.holiday, "day of holiday", "days of holiday", ()),
        )
        return ", ".join(
            f"{count} {one if count == 1 else many}{_why(reasons)}"
            for count, one, many, reasons in said
            if count
        )


def _why(reasons: tuple[str, ...]) -> str:
    """In brackets, each once."""
    return f" ({', '.join(dict.fromkeys(reasons))})" if reasons else ""


def adapted(sessions: Iterable[Session], travel: Collection[date] = ()) -> Adapted:
    """What was adapted in these sessions; *travel* are the days at another place."""
    known = tuple(sessions)
    trained = [session for session in known if session.started]
    modified = sum(
        entry.modified is not None and entry.modified.signal is not None
        for session in trained
        for entry in session.entries
        if entry.performed
    )
    return Adapted(
        modified,
        sum(session.short_minutes is not None for session in trained),
        sum(session.date in travel for session in trained),
        skipped=tuple(session.skipped for session in known if session.skipped is not None),
        left_out=tuple(
            entry.skipped for session in trained for entry in session.entries if entry.skipped is not None
        ),
    )
