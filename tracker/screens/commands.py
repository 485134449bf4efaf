"""The command palette: everything by name, from the key table."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from tracker.keys import EVERYWHERE, lines_for
from tracker.screens.base import RoomScreen
from tracker.screens.rooms import tabs
from tracker.themes import THEMES

if TYPE_CHECKING:
    from tracker.app import RunliftApp

_SELF = "command_palette"


def commands(app: "RunliftApp", screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be done now, by name."""
    if isinstance(screen, RoomScreen):
        for line in lines_for(*screen.places()):
            if line.tap:
                yield SystemCommand(
                    line.word, f"{line.help} ({line.shown})", partial(screen.run_tap, line.tap)
                )
    for tab in tabs():
        yield SystemCommand(f"Go to {tab.names[0]}", f"Key {tab.letter}", partial(app.action_room, tab.room))
    for theme in (
        *(each.name for each in THEMES),
        *sorted(name for name in app.available_themes if "ansi" in name),
    ):
        yield SystemCommand(
            f"Theme {theme}", "How it looks, until Settings says otherwise", partial(app.wear, theme)
        )
    for line in lines_for(EVERYWHERE):
        action = line.tap
        if action and action != _SELF:
            yield SystemCommand(line.word, f"{line.help} ({line.shown})", partial(app.run_action, action))
