"""Keys of one's own: every stroke of the table, the key it has now, and the way back to the shipped one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tracker.domain.errors import Misunderstood
from tracker.keymap import CHOOSABLE, SECTIONS, Choosable, Keymap, shown
from tracker.keys import KEYS
from tracker.screens.base import Window, bar_keys, bindings, plain
from tracker.screens.dialogs.listing import ListWindow
from widgets.key_bar import KeyBar
from widgets.row_list import Cell, Column, ListRow, RowList

if TYPE_CHECKING:
    from tracker.app import RunliftApp

_COLUMNS = (Column(most=30), Column(most=12), Column(most=90, flex=True, rank=1))
_SHIPPED_CELLS = 2
_OTHER_NAMES = frozenset(
    {"subtract", "add", "decimal", "separator", "hyphen", "kp_minus", "kp_plus", "equal"}
)
"""What some terminals call a key that stands there already."""


class OwnKeys(ListWindow):
    """Hands each keymap that fits to *keep*."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(KEYS)]

    def __init__(self, keep: Callable[[Keymap], None]) -> None:
        super().__init__()
        self._keep = keep

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain("Keys", classes="title")
            yield RowList(_COLUMNS)
            yield Static("", id="said", classes="trouble")
            yield KeyBar()

    @property
    def _keymap(self) -> Keymap:
        return cast("RunliftApp", self.app).keymap

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self.query_one(KeyBar).keys = bar_keys(self._keymap.lines_for(KEYS))
        rows: list[ListRow] = []
        for section in SECTIONS:
            rows += [ListRow("", ())] * bool(rows) + [ListRow("", (Cell(section, "strong"),))]
            rows += [self._row(each) for each in CHOOSABLE.values() if each.section == section]
        self._list.rows_shown = tuple(rows)
        self._list.settle()

    def _row(self, each: Choosable) -> ListRow:
        own = each.stroke.id in self._keymap.own
        found = [shown(key) for key in self._keymap.keys_of(each.stroke) if key not in _OTHER_NAMES]
        written = " ".join(dict.fromkeys(found[:1] if own else found[:_SHIPPED_CELLS]))
        return ListRow(
            each.stroke.id,
            (Cell(each.said), Cell(written, "accent" if own else "now"), Cell(each.line.help, "quiet")),
        )

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(Content(text))

    def _try(self, change: Callable[[], Keymap]) -> bool:
        """Keep what *change* makes of the keys; whether it fits. Why it does not is said."""
        try:
            made = change()
        except Misunderstood as problem:
            self._say(str(problem))
            return False
        self._say("")
        if made.own != self._keymap.own:
            self._keep(made)
            self._show()
        return True

    # Keys

    @on(RowList.CursorMoved)
    def _moved(self) -> None:
        self._say("")

    @on(RowList.RowChosen)
    def action_choose(self) -> None:
        """Wait for the key that the stroke is to have."""
        asked = CHOOSABLE[self._list.cursor]

        def take(key: str) -> None:
            made = self._keymap.with_key(asked.stroke.id, key)
            if made.own != self._keymap.own:
                self._keep(made)

        self.app.push_screen(PressKey(asked, take), lambda _: self._show())

    def action_shipped(self) -> None:
        """The shipped keys of the stroke under the cursor."""
        self._try(lambda: self._keymap.shipped_again(self._list.cursor))

    def action_all_shipped(self) -> None:
        """The shipped keys of everything."""
        self._try(Keymap)


class PressKey(Window):
    """Hands the next key that is pressed to *take*, which raises where it does not fit; then it goes on waiting."""

    CSS_PATH = "windows.tcss"

    def __init__(self, asked: Choosable, take: Callable[[str], None]) -> None:
        super().__init__()
        self._asked, self._take = asked, take

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain(f"Press the key for “{self._asked.said}”", classes="title")
            yield plain(self._asked.line.help, id="about")
            yield Static("", id="said", classes="trouble")
            yield plain("esc leave", classes="hint")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
            return
        try:
            self._take(event.key)
        except Misunderstood as problem:
            self.query_one("#said", Static).update(Content(str(problem)))
            return
        self.dismiss(None)
