"""The questions that are asked before training, with one answer for all of them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tracker.catalog import Words
from tracker.keys import DIALOG
from tracker.screens.base import Window, bindings, plain
from widgets.choice import Choice, Item


class SafetyQuestions(Window):
    """Gives ``none``, ``some``, or None when left."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(DIALOG)]
    AUTO_FOCUS = "Choice"

    def __init__(self, words: Words, answer: str) -> None:
        super().__init__()
        self._words = words
        self._answer = answer or "none"

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="window", can_focus=False):
            yield plain(self._words.line("SCREENING"), classes="title")
            for code in self._words.starting("SCREENING_"):
                yield plain(f"· {self._words.line(code)}", classes="listed")
            yield Choice(
                "",
                (Item("none", "n", "None of these"), Item("some", "o", "One or more")),
                selected=self._answer,
                hint="It stays on this device.   esc leave",
            )

    @on(Choice.Chosen)
    def _chosen(self, message: Choice.Chosen) -> None:
        self.dismiss(message.target)

    @on(Choice.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
