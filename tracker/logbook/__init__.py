"""The one place where training changes."""

from tracker.logbook.logbook import Finished, Logbook, Where

__all__ = ["Finished", "Logbook", "Where"]
