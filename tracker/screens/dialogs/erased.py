"""What was erased, and the way back."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tracker.domain.units import Unit
from tracker.keys import DIALOG, PICK
from tracker.logbook import Logbook
from tracker.screens.base import bar_keys, bindings, plain
from tracker.screens.dialogs.listing import ListWindow
from tracker.screens.history_rows import COLUMNS, erased_rows
from widgets.key_bar import KeyBar
from widgets.row_list import RowList

_NONE = "Nothing has been erased."


class Erased(ListWindow):
    """Gives the id of the session to bring back, or None."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(DIALOG, PICK)]

    def __init__(self, logbook: Logbook, unit: Unit) -> None:
        super().__init__()
        rows = erased_rows(logbook.past.erased(), logbook.content.review.adherence, unit, logbook.today)
        self._made = RowList(COLUMNS, rows, empty=_NONE)
        self._made.settle()

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain("Erased sessions", classes="title")
            yield self._made
            yield KeyBar(bar_keys(self.lines_for(PICK, DIALOG)))

    def action_choose(self) -> None:
        self._list.choose()

    @on(RowList.RowChosen)
    def _chosen(self, message: RowList.RowChosen) -> None:
        self.dismiss(message.key)
