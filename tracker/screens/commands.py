"""The command palette: everything by name, from the key table."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from tracker.keys import EVERYWHERE, KeyLine
from tracker.screens.base import RoomScreen
from tracker.screens.rooms import tabs
from tracker.themes import THEMES

if TYPE_CHECKING:
    from tracker.app import RunliftApp

_SELF = "command_palette"


def commands(app: "RunliftApp", screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be done now, by name."""
    if isinstance(screen, RoomScreen):
        for line in app.keymap.lines_for(*screen.places()):
            for word, key, action in _named(line):
                yield SystemCommand(word, f"{line.help} ({key})", partial(screen.run_tap, action))
    for tab in tabs():
        yield SystemCommand(
            f"Go to {tab.names[0]}", f"Key {app.keymap.tab(tab)}", partial(app.action_room, tab.room)
        )
    for theme in (
        *(each.name for each in THEMES),
        *sorted(name for name in app.available_themes if "ansi" in name),
    ):
        yield SystemCommand(
            f"Theme {theme}", "How it looks, until Settings says otherwise", partial(app.wear, theme)
        )
    for line in app.keymap.lines_for(EVERYWHERE):
        action = line.tap
        if action and action != _SELF:
            yield SystemCommand(line.word, f"{line.help} ({line.shown})", partial(app.run_action, action))


def _named(line: KeyLine) -> Iterator[tuple[str, str, str]]:
    """Word, key and action of a line; of one with several strokes, each by its own name: "load: heavier"."""
    name = line.title or line.word
    if line.tap:
        yield name, line.shown, line.tap
    for shown, stroke in line.parts:
        yield f"{name}: {stroke.word or shown}", shown, stroke.action
