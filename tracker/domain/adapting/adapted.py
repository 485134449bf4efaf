"""What of a week was fitted to the days as they were: modified, shortened, done on the road. All of it counts."""

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
    """

    modified: int = 0
    shortened: int = 0
    travelled: int = 0

    @property
    def words(self) -> str:
        """``2 exercises modified, 1 session shortened``; empty where nothing was."""
        said = (
            (self.modified, "exercise modified", "exercises modified"),
            (self.shortened, "session shortened", "sessions shortened"),
            (self.travelled, "session on the road", "sessions on the road"),
        )
        return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in said if count)


def adapted(sessions: Iterable[Session], travel: Collection[date] = ()) -> Adapted:
    """What was adapted in these sessions; *travel* are the days at another place."""
    trained = [session for session in sessions if session.started]
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
    )
