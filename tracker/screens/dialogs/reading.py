"""Text to read: why, and anything else that is longer than a line."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.keys import DIALOG
from tracker.screens.base import Window, bindings

Part = tuple[str, str]
"""A style name (title, strong, quiet, or empty) and a paragraph."""


class Reader(Window):
    """Paragraphs in a window that scrolls; any of escape, enter, space and q leaves it."""

    BINDINGS = [*bindings(DIALOG), Binding("enter,space,q,w", "leave", "leave", show=False)]
    AUTO_FOCUS = "#window"

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="window"):
            for style, text in self._parts:
                yield Static(Content(text), classes=f"part {style}")
