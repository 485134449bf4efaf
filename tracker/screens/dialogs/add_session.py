"""A session of an earlier day, typed as it stands in a notebook."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tracker.domain.errors import RunliftError
from tracker.domain.words.day_text import parse_past_day
from tracker.keys import PAGE
from tracker.logbook import Logbook
from tracker.logbook.notebook import Notebook
from tracker.screens.base import Window, bindings, plain
from widgets.key_bar import Key, KeyBar

_EXAMPLE = "back squat 80x5@8 x3\nsplit squat 22.5x6,6/5\nplank 45s"


class AddSession(Window):
    """Gives the session that was added, or None."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(PAGE)]
    AUTO_FOCUS = "Input"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain("Add a session", classes="title")
            yield plain("When", classes="name")
            yield Input("yesterday", id="day", compact=True, select_on_focus=True, max_length=40)
            yield plain("What you did, one exercise a line", classes="name")
            yield TextArea(id="page", compact=True, tab_behavior="focus", placeholder=Content(_EXAMPLE))
            yield Static("", id="said", classes="trouble")
            yield KeyBar(
                (
                    Key(self.key("page.save"), "save", "save", 0),
                    Key("tab", "next", "", 2),
                    Key(self.key("dialog.leave"), "leave", "leave", 1),
                )
            )

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = not self.app.is_headless
        self.query_one(TextArea).cursor_blink = not self.app.is_headless

    @on(Input.Submitted)
    def _next(self) -> None:
        self.query_one(TextArea).focus()

    def action_save(self) -> None:
        """Add it, or say everything that was not understood and keep what was typed."""
        try:
            day = parse_past_day(self.query_one(Input).value, self._logbook.today)
            session = Notebook(self._logbook, day).page(self.query_one(TextArea).text)
            added = self._logbook.past.add(session)
        except RunliftError as problem:
            self.query_one("#said", Static).update(Content(str(problem)))
            return
        self.dismiss(added)
