"""Text to read: why, and anything else that is longer than a line."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.domain.errors import RunliftError
from tracker.keys import DIALOG
from tracker.screens.base import Window, bindings

Part = tuple[str, str]
"""A style name (title, strong, quiet, or empty) and a paragraph."""

Later = Callable[[Callable[[], bool]], str]
"""Works a paragraph out in a thread of its own; what it is given says whether somebody still waits for it."""


class Reader(Window):
    """Paragraphs in a window that scrolls; any of escape, enter, space and q leaves it."""

    BINDINGS = [*bindings(DIALOG), Binding("enter,space,q,w", "leave", "leave", show=False)]
    AUTO_FOCUS = "#window"

    def __init__(self, parts: Sequence[Part], later: Later | None = None, waiting: str = "") -> None:
        """
        Args:
            later: the last paragraph, where it takes long; it is given up when the window is left before.
            waiting: stands in its place until then.
        """
        super().__init__()
        self._parts, self._later, self._waiting = parts, later, waiting

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="window"):
            for style, text in self._parts:
                yield Static(Content(text), classes=f"part {style}")
            if self._later is not None:
                yield Static(Content(self._waiting), id="later", classes="part quiet")

    def on_mount(self) -> None:
        if self._later is not None:
            self.run_worker(self._work_out, thread=True, exclusive=True)

    def _work_out(self) -> None:
        worker = get_current_worker()
        assert self._later is not None
        try:
            text, style = self._later(lambda: not worker.is_cancelled), "part"
        except RunliftError as problem:
            text, style = str(problem), "part strong"
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_later, text, style)

    def _show_later(self, text: str, style: str) -> None:
        for later in self.query("#later").results(Static):  # none where the window has just been left
            later.update(Content(text))
            later.set_classes(style)
