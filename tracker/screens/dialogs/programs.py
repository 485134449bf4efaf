"""Programs: the shipped ones to read and copy, the runner's own to edit."""

from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tracker.catalog import Catalog
from tracker.catalog.own_files import OwnFiles
from tracker.domain.errors import Misunderstood, RunliftError
from tracker.domain.phase import Phase
from tracker.domain.program import Program
from tracker.keys import PROGRAMS
from tracker.questions import Answer
from tracker.screens.base import bar_keys, bindings, plain
from tracker.screens.dialogs.listing import ListWindow
from tracker.screens.own_form import id_for
from widgets.key_bar import KeyBar
from widgets.row_list import Cell, Column, ListRow, RowList

if TYPE_CHECKING:
    from tracker.app import RunliftApp

_COLUMNS = (Column(most=24), Column(most=8), Column(most=80, flex=True, rank=1))
_LONGEST_NAME = 60


class Programs(ListWindow):
    """A list of programs."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(PROGRAMS)]

    def __init__(self, own: OwnFiles) -> None:
        super().__init__()
        self._own = own

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain("Programs", classes="title")
            yield RowList(_COLUMNS)
            yield Static("", id="about")
            yield KeyBar(bar_keys(self.lines_for(PROGRAMS)))

    @property
    def _app(self) -> "RunliftApp":
        return cast("RunliftApp", self.app)

    @property
    def _program(self) -> Program:
        return self._app.catalog.programs[self._list.cursor]

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self._list.rows_shown = tuple(
            ListRow(
                id,
                (
                    Cell(each.name),
                    Cell("own" if self._own.is_own_program(id) else "shipped", "quiet"),
                    Cell(each.summary, "quiet"),
                ),
            )
            for id, each in self._app.catalog.programs.items()
        )
        self._list.settle()
        self._show_about()

    @on(RowList.CursorMoved)
    def _show_about(self) -> None:
        """On a phone, where its row has no room for it, what the program is in full."""
        self.query_one("#about", Static).update(Content(self._program.summary))

    def _go_on(self, catalog: Catalog) -> None:
        self._app.read_anew(catalog)
        self._show()

    # Keys

    @on(RowList.RowChosen)
    def action_choose(self) -> None:
        """See its sessions."""
        from tracker.screens.dialogs.program import ProgramView

        id, catalog = self._program.id, self._app.catalog
        self.app.push_screen(
            ProgramView(
                lambda: self._app.catalog.programs[id], catalog.exercises, self._phase, self.action_write
            )
        )

    @property
    def _phase(self) -> Phase:
        """The one the runner is in."""
        logbook = self._app.logbook
        return logbook.season.week(logbook.today).phase if logbook.runner is not None else Phase.OFF_SEASON

    def action_write(self) -> None:
        """Edit an own program as text; read a shipped one."""
        from tracker.screens.dialogs.page import Page

        program = self._program
        text = self._own.program_text(program.id)
        if self._own.is_own_program(program.id):
            window = Page(
                program.name, text, lambda typed: self._go_on(self._own.keep_program(program.id, typed))
            )
        else:
            window = Page(f"{program.name}, as shipped", text, None)
        self.app.push_screen(window)

    def action_add(self) -> None:
        """A copy under another name, to be changed."""
        from tracker.screens.dialogs.line import FreeLine

        program = self._program

        def take(typed: str) -> None:
            name = _name(typed)
            if any(name.lower() == each.name.lower() for each in self._app.catalog.programs.values()):
                raise Misunderstood(f'There is a program called "{name}" already; choose another name.')
            id = id_for(name, list(self._app.catalog.programs))
            self._go_on(
                self._own.keep_program(id, _renamed(self._own.program_text(program.id), program.name, name))
            )
            self._list.cursor = id

        hint = f"begun as a copy of {program.name}; {self.key('list.choose')} opens it, Settings chooses it"
        self.app.push_screen(FreeLine("Name of your program", hint, take))

    def action_remove(self) -> None:
        """Remove an own program, after one question."""
        from tracker.screens.dialogs.ask import Ask

        program, runner = self._program, self._app.logbook.desk.runner
        if not self._own.is_own_program(program.id):
            self._app.say("That program is shipped; only your own can be removed.")
            return
        if runner.program == program.id:
            self._app.say("You follow that program; choose another one in Settings first.")
            return
        answers = (Answer("y", "yes", "Remove it"), Answer("n", "no", "Keep it"))

        def answered(answer: Any) -> None:
            if answer == "yes":
                try:
                    self._go_on(self._own.remove_program(program.id))
                except RunliftError as problem:
                    self._app.say(str(problem), severity="error")

        self.app.push_screen(Ask(f"Remove {program.name}?", answers, selected="no"), answered)


def _name(typed: str) -> str:
    """A name as it is kept: on one line, with nothing a terminal cannot show.

    Raises:
        Misunderstood: for no name, or one that no list has room for.
    """
    name = " ".join("".join(each if each.isprintable() else " " for each in typed).split())
    if not name:
        raise Misunderstood("A program needs a name, such as Winter.")
    if len(name) > _LONGEST_NAME:
        raise Misunderstood(
            f"A name has at most {_LONGEST_NAME} letters, and this has {len(name)}; take a shorter one."
        )
    return name


def _renamed(text: str, old: str, name: str) -> str:
    """The text of a program under another name; its first line that says the old one says the new one."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace(f'name = "{old}"', f'name = "{quoted}"', 1)
