"""One of several: a list to pick from."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tracker.keys import DIALOG, PICK
from tracker.screens.base import bar_keys, bindings, plain
from tracker.screens.dialogs.listing import ListWindow
from widgets.key_bar import KeyBar
from widgets.row_list import Cell, Column, ListRow, RowList

_COLUMNS = (Column(most=40), Column(most=60, flex=True, rank=1))


class Pick(ListWindow):
    """Gives the text of the chosen option, or None."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(DIALOG, PICK)]

    def __init__(
        self, title: str, options: Sequence[tuple[str, str]], selected: str = "", asides: Sequence[str] = ()
    ) -> None:
        """*options* are texts and labels; *asides* are whispered beside them."""
        super().__init__()
        self._title = title
        said = list(asides) or [""] * len(options)
        rows = tuple(
            ListRow(f"={text}", (Cell(label), Cell(aside, "quiet")))
            for (text, label), aside in zip(options, said, strict=True)
        )
        self._made = RowList(_COLUMNS, rows)
        self._made.cursor = f"={selected}"
        self._made.settle()

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain(self._title, classes="title")
            yield self._made
            yield KeyBar(bar_keys(self.lines_for(PICK, DIALOG)))

    def action_choose(self) -> None:
        self._list.choose()

    @on(RowList.RowChosen)
    def _chosen(self, message: RowList.RowChosen) -> None:
        self.dismiss(message.key.removeprefix("="))
