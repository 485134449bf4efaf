"""The app: its rooms, its themes, and what it says when something goes wrong."""

import gc
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.signal import Signal
from textual.theme import Theme

from tracker.catalog import Catalog, Words
from tracker.domain.errors import RunliftError
from tracker.domain.runner import OwnKey
from tracker.keymap import Keymap
from tracker.keys import EVERYWHERE
from tracker.keys_in_turn import KeysInTurn
from tracker.logbook import Logbook
from tracker.logbook.desk import Change
from tracker.screens.base import RoomScreen, bindings
from tracker.screens.rooms import ROOMS, tabs
from tracker.themes import THEMES, strengthened, variable_defaults

if TYPE_CHECKING:
    from tracker.catalog.own_files import OwnFiles

LOOK_EVERY_S = 2.0
"""How often the app looks whether another process has written in the diary, or midnight has passed."""

SORRY = (
    "Sorry, runlift had to stop: something in it went wrong. Your training is safe, every set shown as done is saved; "
    "start again and you are where you were."
)
WELCOME = "welcome"
_HERE = Path(__file__).parent
_NOTICES: Callable[[], Iterable[str]] = tuple
Severity = Literal["information", "warning", "error"]


class RunliftApp(KeysInTurn):
    """The full-screen app over one logbook.

    Attributes:
        changes: told after every change of the log, whoever made it.
        keymap: the keys that count now.
    """

    TITLE = "runlift"
    CSS_PATH: ClassVar[Any] = [
        _HERE / "app.tcss",
        _HERE / "screens" / "today.tcss",
    ]  # a second parse costs 30 ms
    BINDINGS: ClassVar[list[Any]] = [
        *bindings(EVERYWHERE),
        *(Binding(t.stroke.keys, t.stroke.action, t.names[0], show=False, id=t.stroke.id) for t in tabs()),
    ]
    ENABLE_COMMAND_PALETTE = True
    AUTO_FOCUS = ""

    def __init__(
        self,
        logbook: Logbook,
        catalog: Catalog,
        notices: Callable[[], Iterable[str]] = _NOTICES,
        own: "Callable[[], OwnFiles] | None" = None,
        keep_crash: Callable[[str], str] = lambda _: "",
    ) -> None:
        """The app, not yet running.

        Args:
            notices: gives what storage did by itself and a person should hear of.
            own: the runner's own files.
            keep_crash: writes down what went wrong and says where; empty when it could not.
        """
        runner = logbook.runner
        is_new = runner is None or not runner.revisions
        self.DEFAULT_MODE = WELCOME if is_new else ROOMS[0].name  # type: ignore[misc]  # read through the instance
        super().__init__()
        self.logbook = logbook
        self.catalog = catalog
        self.changes: Signal[Change] = Signal(self, "changes")
        self.room = ROOMS[0].name
        self.own = own
        self._notices = notices
        self._keep_crash = keep_crash
        self._said_last = ""
        self._day = logbook.today
        for theme in THEMES:
            self.register_theme(theme)
        for room in ROOMS:
            self.add_mode(room.name, room.factory(logbook))
        self.add_mode(WELCOME, self._welcome)
        logbook.hear(self.changes.publish)
        self.wear(runner.theme if runner else THEMES[0].name)
        self.keymap = Keymap()
        self._keys_worn: tuple[OwnKey, ...] = ()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme: Theme = self.current_theme
        return variable_defaults(theme)

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        self.theme_variables = {**variables, **strengthened(self.current_theme, variables)}
        return self.theme_variables

    @property
    def words(self) -> Words:
        """The words of every reason."""
        return self.catalog.words

    def read_anew(self, catalog: Catalog) -> None:
        """Go on with a catalog in which the runner has changed an exercise or a program of their own."""
        self.catalog = catalog
        self.logbook.read_anew(catalog)

    # Coming and going

    def on_mount(self) -> None:
        self.wear_keys()
        self.changes.subscribe(self, lambda _: self.wear_keys())
        self.set_interval(LOOK_EVERY_S, self.look_again)
        if has_terminal():
            self.set_interval(LOOK_EVERY_S, self.leave_without_terminal)
        self.tell_notices()

    def on_ready(self) -> None:
        """What is here now stays; see `tracker.assembly.run_app`."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _welcome(self) -> Screen[Any]:
        from tracker.screens.welcome import Welcome

        return Welcome(self.logbook)

    def welcomed(self) -> None:
        """Somebody is set up: their first day opens."""
        self.switch_mode(self.room)

    def on_app_focus(self) -> None:
        self.look_again()

    def leave_without_terminal(self) -> None:
        """Leave once the terminal is gone: all is saved, nobody sees this any more, and Textual would read on and on."""
        if not has_terminal():
            self.exit()

    def look_again(self) -> None:
        """Tell what was met on the way, draw what another process has changed, and a new day after midnight."""
        try:
            changed, today = self.logbook.refresh(), self.logbook.today
        except RunliftError as problem:
            self.say_once(str(problem))
            return
        self.tell_notices()
        if changed or today != self._day:
            self._day = today
            self.changes.publish(Change("seen_anew"))

    def wear(self, name: str) -> None:
        """Put a theme on; a name that is not there is the house's own dark one."""
        self.theme = name if name in self.available_themes else THEMES[0].name

    def wear_keys(self) -> None:
        """Let the keys of the runner's own choice count, and show them."""
        runner = self.logbook.runner
        chosen = runner.own_keys if runner else ()
        if chosen == self._keys_worn:
            return
        self._keys_worn = chosen
        self.keymap = Keymap.of((each.stroke, each.key) for each in chosen)
        self.set_keymap(self.keymap.for_textual())
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen):
                screen.show_keys()

    def is_seen(self, screen: Screen[Any]) -> bool:
        """Whether *screen* is on top, or only under small windows."""
        return screen in self.screen_stack

    # Rooms and help

    def action_room(self, name: str) -> None:
        """Open a room by its name."""
        if name != self.room or not isinstance(self.screen, RoomScreen):
            self.room = name
            self._leave_unsaid()
            self.switch_mode(name)

    def action_help(self) -> None:
        from tracker.screens.dialogs.help import Help

        here = self.screen
        places = here.places() if isinstance(here, RoomScreen) else ()

        async def tapped(action: str | None) -> None:
            if action and isinstance(here, RoomScreen):
                await here.run_tap(action)

        self.push_screen(Help(places, self.words, self.keymap), tapped)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything by name: the keys of this moment, the rooms, the themes."""
        from tracker.screens.commands import commands

        yield from commands(self, screen)

    # Saying things

    def _fatal_error(self) -> None:
        """One sentence instead of a page of program text; that is written down for whoever wants to help."""
        if self._exit_renderables:
            return
        place = self._keep_crash(traceback.format_exc())
        written = f" What happened is written in {place}." if place else ""
        self.panic(Text(f"{SORRY}{written}"))

    def say(self, text: str, *, severity: Severity = "information", title: str = "") -> None:
        """One sentence in the corner. Never markup: people's words may be in it."""
        self.notify(text, title=title, severity=severity, markup=False)

    def _leave_unsaid(self) -> None:
        """What the last key did is said in the room it was pressed in, whose keys the sentence may name."""
        # Textual's own `clear_notifications` would take the warnings away too; tried with Textual 8.2.
        for said in list(self._notifications):
            if said.severity == "information":
                self._unnotify(said)

    def say_once(self, text: str) -> None:
        """A sentence that would otherwise come every two seconds."""
        if text != self._said_last:
            self._said_last = text
            self.say(text, severity="error")

    def tell_notices(self) -> None:
        for sentence in self._notices():
            self.say(sentence, severity="warning")

    def ring(self) -> None:
        """The bell, if the runner wants sounds."""
        runner = self.logbook.runner
        if runner is None or runner.sounds:
            self.bell()

    def name_terminal(self, text: str) -> None:
        """Write on the terminal's own title, where there is a terminal."""
        shown = "".join(character for character in text if character.isprintable())
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b]2;{shown}\x07")

    def tries(self, change: Callable[[], object]) -> bool:
        """Ask for a change; whether it happened. What stood in its way is said in one sentence."""
        try:
            change()
        except RunliftError as problem:
            self.say(str(problem), severity="warning")
            return False
        return True


def has_terminal() -> bool:
    """Whether keys can come from a terminal; one that was closed is none."""
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except ValueError:
        return False
