"""The rooms that are there: a line here gives a screen its tab, its letter and its place in help.

A screen's module is imported when its tab is opened for the first time.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tracker.keys import TABS, TabKey

if TYPE_CHECKING:
    from tracker.logbook import Logbook
    from tracker.screens.base import RoomScreen


class Room(NamedTuple):
    """One screen with a tab.

    Attributes:
        name: as in `tracker.keys.TABS`, and the name of its mode.
        module, screen: where the class is; it takes the logbook.
    """

    name: str
    module: str
    screen: str

    def factory(self, logbook: "Logbook") -> Callable[[], "RoomScreen"]:
        """Makes the screen."""

        def make() -> "RoomScreen":
            made: RoomScreen = getattr(import_module(self.module), self.screen)(logbook)
            return made

        return make


ROOMS = (
    Room("today", "tracker.screens.today", "TodayScreen"),
    Room("week", "tracker.screens.week", "WeekScreen"),
    Room("plan", "tracker.screens.plan", "PlanScreen"),
    Room("history", "tracker.screens.history", "HistoryScreen"),
    Room("graphs", "tracker.screens.graphs", "GraphsScreen"),
    Room("library", "tracker.screens.library", "LibraryScreen"),
    Room("settings", "tracker.screens.settings", "SettingsScreen"),
)


def tabs() -> tuple[TabKey, ...]:
    """The tabs of the rooms that are there, in the order of the bar."""
    there = {room.name for room in ROOMS}
    return tuple(tab for tab in TABS if tab.room in there)
