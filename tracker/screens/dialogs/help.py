"""All keys, those of this moment first, and what must be said about safety. A line can be tapped."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tracker.catalog import Words
from tracker.keymap import Keymap
from tracker.keys import EVERYWHERE, KeyLine
from tracker.screens.base import plain
from tracker.screens.dialogs.reading import Reader
from tracker.screens.rooms import tabs
from widgets.facts import Fact, Facts

SAFETY = ("SAFETY_NOTICE", "SAFETY_PAIN", "SAFETY_ENERGY", "WHAT_LIFTING_DOES")
_KEY_CELLS = 12
_ROWS = 4


class Help(Reader):
    """The help screen for one place. Gives the action of a line that was tapped, or None."""

    def __init__(self, places: tuple[str, ...], words: Words, keymap: Keymap) -> None:
        super().__init__([("strong", "Safety"), *(("quiet", words.text(code)) for code in SAFETY)])
        self._places, self._keymap = places, keymap

    def compose(self) -> ComposeResult:
        everywhere = self._keymap.lines_for(EVERYWHERE)
        here = [*self._keymap.lines_for(*self._places), *everywhere] if self._places else everywhere
        keys = Facts(id="keys")
        keys.label_cells, keys.label_ink = _KEY_CELLS, "now"
        keys.facts = (*map(_line, dict.fromkeys(here)), *self._rooms())
        with VerticalScroll(id="window"):
            yield plain("Keys", classes="part title")
            yield keys
            for style, text in self._parts:
                yield plain(text, classes=f"part {style}")

    @on(Facts.FactChosen)
    def _chosen(self, message: Facts.FactChosen) -> None:
        self.dismiss(message.target)

    def _rooms(self) -> list[Fact]:
        return [Fact(self._keymap.tab(tab), tab.names[0], target=tab.stroke.action) for tab in tabs()]


def _line(line: KeyLine) -> Fact:
    return Fact(line.shown, line.help, rows=_ROWS, target=line.tap)
