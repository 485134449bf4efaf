"""The one place where training changes."""

from tracker.domain.rounds import Where
from tracker.logbook.logbook import Finished, Logbook

__all__ = ["Finished", "Logbook", "Where"]
