"""A page of text to edit: it is taken when it is understood, else everything wrong with it is said."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from tracker.domain.errors import RunliftError
from tracker.keys import PAGE
from tracker.screens.base import Window, bindings, plain
from widgets.key_bar import Key, KeyBar


class Page(Window):
    """Hands the text to *take*, which raises where it does not understand. Gives True once it was taken."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(PAGE)]
    AUTO_FOCUS = "TextArea"

    def __init__(self, title: str, text: str, take: Callable[[str], None] | None) -> None:
        """Without *take* the page is only to be read."""
        super().__init__()
        self._title, self._text, self._take = title, text, take

    def compose(self) -> ComposeResult:
        keys = [Key(self.key("dialog.leave"), "leave", "leave", 1)]
        if self._take is not None:
            keys.insert(0, Key(self.key("page.save"), "save", "save", 0))
        with Container(id="window"):
            yield plain(self._title, classes="title")
            yield TextArea(
                self._text, id="page", compact=True, read_only=self._take is None, tab_behavior="focus"
            )
            with VerticalScroll(id="problems", can_focus=False):
                yield Static("", id="said", classes="trouble")
            yield KeyBar(tuple(keys))

    def on_mount(self) -> None:
        self.query_one(TextArea).cursor_blink = not self.app.is_headless

    def action_save(self) -> None:
        if self._take is None:
            return
        try:
            self._take(self.query_one(TextArea).text)
        except RunliftError as problem:
            self.query_one("#said", Static).update(Content(str(problem)))
            return
        self.dismiss(True)
