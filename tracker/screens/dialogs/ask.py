"""A question at the foot of the screen: one letter answers it."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tracker.keys import DIALOG
from tracker.questions import Answer
from tracker.screens.base import Window, bindings
from widgets.choice import Choice, Item


class Ask(Window):
    """Gives the value of the chosen answer, or None."""

    BINDINGS = bindings(DIALOG)
    AUTO_FOCUS = "Choice"

    def __init__(
        self, question: str, answers: Iterable[Answer], sentence: str = "", selected: str = ""
    ) -> None:
        super().__init__()
        items = tuple(Item(each.value, each.key, each.label, each.help) for each in answers)
        self._choice = Choice(question, items, sentence=sentence, selected=selected, id="choice")

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield self._choice

    @on(Choice.Chosen)
    def _chosen(self, message: Choice.Chosen) -> None:
        self.dismiss(message.target)

    @on(Choice.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
