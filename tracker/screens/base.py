"""What every screen has in common: tabs on top, keys at the bottom, widths as classes, and a hearing for changes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tracker.domain.errors import NothingToDo, RunliftError
from tracker.domain.words.figures import full_date, short_date
from tracker.keys import EVERYWHERE, KeyLine, lines_for, places_of
from tracker.logbook import Logbook
from tracker.logbook.proposals import Outdated
from tracker.screens.rooms import tabs
from widgets.key_bar import Key, KeyBar, Part
from widgets.tab_bar import Tab, TabBar

if TYPE_CHECKING:
    from tracker.app import RunliftApp, Severity
    from tracker.domain.session import Entry, Session

NARROW = 72
"""Columns below which a screen stacks what stands side by side otherwise."""

ONCE_MORE = "Enter once more keeps it."

WIDTHS = [(0, "-narrow"), (NARROW, "-wide"), (120, "-broad")]
HEIGHTS = [(0, "-low"), (23, "-middling"), (28, "-tall"), (38, "-high")]


def bindings(*places: str) -> list[BindingType]:
    """Textual bindings of every key that counts in *places*."""
    return [
        Binding(stroke.keys, stroke.action, line.word, show=False, id=stroke.id)
        for line in lines_for(*places)
        for stroke in line.strokes
    ]


def bar_keys(lines: Iterable[KeyLine]) -> tuple[Key, ...]:
    """Lines of the key table for `widgets.key_bar.KeyBar`."""
    return tuple(
        Key(
            line.shown,
            line.word,
            line.tap,
            line.rank,
            line.short,
            tuple(Part(shown, stroke.action) for shown, stroke in line.parts),
        )
        for line in lines
        if line.rank is not None
    )


class RoomScreen(Screen[None]):
    """A screen with a tab.

    A room composes its content in `compose_room`, draws what the logbook knows in `show`, and names the places
    whose keys count now in `places`. It is drawn anew after every change, also one another process made, as soon as
    it can be seen.
    """

    ROOM: ClassVar[str]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self.logbook = logbook
        self._is_stale = True
        # It is styled as it is mounted, in the theme that is worn; Textual would read all styles twice more (50 ms).
        self._css_update_count = self.app._css_update_count

    @property
    def runlift(self) -> "RunliftApp":
        return cast("RunliftApp", self.app)

    def compose_room(self) -> ComposeResult:
        """The widgets between the tabs and the keys."""
        raise NotImplementedError

    def show(self) -> None:
        """Draw what the logbook knows now."""
        raise NotImplementedError

    def places(self) -> tuple[str, ...]:
        """The places of `tracker.keys` whose keys count at this moment."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        names = tuple(Tab(tab.room, tab.names) for tab in tabs())
        yield TabBar(names, self.ROOM)
        with Container(id="room"):
            yield from self.compose_room()
        yield KeyBar()

    def on_mount(self) -> None:
        self.runlift.changes.subscribe(self, self._hear)

    def on_screen_resume(self) -> None:
        if self._is_stale:
            self.draw_now()

    def _hear(self, _: object) -> None:
        self._is_stale = True
        if self.runlift.is_seen(self):
            self.draw_now()

    def draw_now(self) -> None:
        """Draw everything; where the log cannot be read, say so."""
        self._is_stale = False
        try:
            today = self.logbook.today
            self.query_one(TabBar).aside = (full_date(today), short_date(today))
            self.show()
        except RunliftError as problem:
            self.say(str(problem), severity="error")
        self.show_keys()

    def show_keys(self) -> None:
        """The bar for this moment."""
        bar = self.query_one(KeyBar)
        bar.keys, bar.unfolded = self.shown_keys(), ""

    def shown_keys(self) -> tuple[Key, ...]:
        """The keys of the bar."""
        return bar_keys(self.bar())

    def bar(self) -> list[KeyLine]:
        """The lines of the key table for the bar; those without a rank are left out later."""
        return list(self.runlift.keymap.lines_for(*self.places(), EVERYWHERE))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys count only in their place."""
        places = places_of(action)
        return not places or bool(places & {*self.places(), EVERYWHERE})

    @on(TabBar.TabChosen)
    def _open_tab(self, message: TabBar.TabChosen) -> None:
        self.runlift.action_room(message.tab)

    @on(KeyBar.KeyChosen)
    async def _tapped_key(self, message: KeyBar.KeyChosen) -> None:
        await self.run_tap(message.action)

    def key(self, id: str) -> str:
        """The key that a stroke has now, for a sentence."""
        return self.runlift.keymap.written(id)

    @property
    def doubt(self) -> str:
        """What is asked, once, about a set far from everything known."""
        return f"{self.runlift.words.text('POSSIBLE_SLIP')} {ONCE_MORE}"

    def doubt_of(self, session: "Session", entry: "Entry", row: int) -> Callable[[dict[str, Any]], str]:
        """What a form asks, once, about other fields for the set in *row*; it raises where they cannot be."""
        from tracker.logbook.doubting import is_doubtful_instead, under_the_bar

        def doubt(changes: dict[str, Any]) -> str:
            light = under_the_bar(
                self.logbook, entry.exercise, entry.load_type, [changes], entry.performed, typed=False
            )
            if light:
                return f"{light} {ONCE_MORE}"
            return self.doubt if is_doubtful_instead(self.logbook, session, entry, row, changes) else ""

        return doubt

    async def run_tap(self, action: str) -> None:
        """Do what the key of *action* does: here, or for the whole app."""
        if not await self.app.run_action(action, self):
            await self.app.run_action(action)

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """One sentence about what a key has just done: in the corner, unless the room has a line for it."""
        self.runlift.say(text, severity=severity)

    def tries(self, change: Any, *given: Any, **named: Any) -> bool:
        """Ask the logbook for a change; whether it happened. What stood in its way is said in one sentence."""
        try:
            change(*given, **named)
        except NothingToDo as problem:
            self.say(str(problem))
            return False
        except Outdated:
            raise  # whoever showed the proposal shows it anew
        except RunliftError as problem:
            self.say(str(problem), severity="error")
            self.logbook.refresh()
            self.draw_now()
            return False
        return True


class Window(ModalScreen[Any]):
    """A small window over a screen. Escape leaves it without an answer."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def action_leave(self) -> None:
        self.dismiss(None)

    def key(self, id: str) -> str:
        """The key that a stroke has now, for a hint."""
        return cast("RunliftApp", self.app).keymap.written(id)

    def lines_for(self, *places: str) -> Iterator[KeyLine]:
        """Lines of the key table, with the keys that count now."""
        return cast("RunliftApp", self.app).keymap.lines_for(*places)

    @on(KeyBar.KeyChosen)
    async def _tapped_key(self, message: KeyBar.KeyChosen) -> None:
        await self.run_action(message.action)

    def on_click(self, event: Any) -> None:
        """A click beside the window leaves it."""
        if event.widget is self:
            self.dismiss(None)


def plain(text: str, *, classes: str = "", id: str | None = None) -> Widget:
    """A text that is never markup."""
    from textual.widgets import Static

    return Static(text, classes=classes, id=id, markup=False)
