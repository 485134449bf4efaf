"""A change of plan to look at before it is accepted: every run of weeks that becomes something else."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.keys import DIALOG
from tracker.screens.base import Window, bindings
from widgets.choice import Choice, Item

_YES, _NO = "yes", "no"


class Accept(Window):
    """Gives True for a yes, else None."""

    BINDINGS: ClassVar[list[Any]] = bindings(DIALOG)
    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "Choice"

    def __init__(self, title: str, changes: Sequence[str], notices: Sequence[str] = ()) -> None:
        super().__init__()
        self._title, self._changes, self._notices = title, changes, notices

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield Static(Content(self._title), classes="title")
            with VerticalScroll(id="changes", can_focus=False):
                for change in self._changes or ("No week changes its phase.",):
                    yield Static(Content(f"· {change}"), classes="change")
                for notice in self._notices:
                    yield Static(Content(notice), classes="notice")
            yield Choice(
                items=(Item(_YES, "y", "Make it so"), Item(_NO, "n", "Leave the plan as it is")), hint=""
            )

    @on(Choice.Chosen)
    def _chosen(self, message: Choice.Chosen) -> None:
        self.dismiss(True if message.target == _YES else None)

    @on(Choice.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
