"""The form of an own exercise. It is kept only when the whole library can be read with it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.catalog import ContentProblems
from tracker.catalog.own_files import OwnFiles
from tracker.domain.adapting.ladder import Library
from tracker.domain.errors import RunliftError
from tracker.domain.exercise import Exercise
from tracker.keys import OWN
from tracker.questions import Answer
from tracker.screens.base import Window, bar_keys, bindings, plain
from tracker.screens.own_check import wrong_lines
from tracker.screens.own_form import BLANK, LINES, Line, id_for, table_from, texts_of
from widgets.key_bar import KeyBar
from widgets.row_list import Cell, Column, ListRow, RowList

_COLUMNS = (Column(most=1), Column(most=14), Column(most=60, flex=True))
_UNTYPED = "–"


class OwnExercise(Window):
    """Gives (id, catalog) once it is kept, or None."""

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(OWN)]

    def __init__(
        self, own: OwnFiles, library: Library, exercise: Exercise | None, *, replaces: bool = False
    ) -> None:
        """*exercise* is the one to edit; *replaces* says that it takes the place of a shipped one."""
        super().__init__()
        self._own, self._library, self._exercise, self._replaces = own, library, exercise, replaces
        self.texts = dict(BLANK) if exercise is None else texts_of(exercise, library)
        self._before = dict(self.texts)
        self._wrong: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain(self._title, classes="title")
            yield RowList(_COLUMNS, id="form")
            with VerticalScroll(id="problems", can_focus=False):
                yield Static("", id="said")
            yield KeyBar(bar_keys(self.lines_for(OWN)))

    @property
    def _title(self) -> str:
        if self._exercise is None:
            return "An exercise of your own"
        return f"{self._exercise.name}, your version" if self._replaces else self._exercise.name

    def on_mount(self) -> None:
        self._show()

    @property
    def _form(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _line(self) -> Line:
        return next(line for line in LINES if line.field == self._form.cursor)

    def _show(self) -> None:
        self._form.rows_shown = tuple(
            ListRow(
                line.field,
                (
                    Cell("!" if line.field in self._wrong else " ", "warning"),
                    Cell(line.name, "quiet"),
                    Cell(line.said(self.texts[line.field]) or _UNTYPED),
                ),
            )
            for line in LINES
        )
        self._form.settle()
        self._hint()

    @on(RowList.CursorMoved)
    def _hint(self) -> None:
        """What the line under the cursor wants; with something wrong, that line's sentence first, then the others."""
        said, names = self.query_one("#said", Static), {line.field: line.name for line in LINES}
        self.set_class(bool(self._wrong), "-wrong")
        said.set_class(bool(self._wrong), "-trouble")
        here = self._line.field
        told = sorted(self._wrong.items(), key=lambda item: item[0] != here)
        hint = self._line.hint or "← → turns it"
        sentences = [
            f"{names[field]}: {sentence}" if field in names else sentence for field, sentence in told
        ]
        said.update(Content("\n".join(sentences) or hint))
        self.query_one("#problems").scroll_home(animate=False)

    # Keys

    def action_move(self, step: int) -> None:
        self._form.move(step)

    def action_page(self, step: int) -> None:
        self._form.move(step * self._form.page)

    def action_edge(self, step: int) -> None:
        self._form.move(step * len(LINES))

    def action_turn(self, step: int) -> None:
        line = self._line
        text = line.beside(self.texts[line.field], step)
        if text is not None:
            self._put(line.field, text)

    @on(RowList.RowChosen)
    def action_open(self) -> None:
        """Choose, or type."""
        from tracker.screens.dialogs.line import FreeLine
        from tracker.screens.dialogs.pick import Pick

        line = self._line
        if line.options:
            self.app.push_screen(
                Pick(line.name, line.options, self.texts[line.field]),
                lambda text: None if text is None else self._put(line.field, text),
            )
            return
        names = (
            [each.name for each in self._library.values()] if line.field in ("regress", "progress") else []
        )
        self.app.push_screen(
            FreeLine(
                line.name,
                line.hint,
                lambda text: self._put(line.field, text),
                names=names,
                text=self.texts[line.field],
            )
        )

    def _put(self, field: str, text: str) -> None:
        self.texts[field] = text
        self._wrong = {at: sentence for at, sentence in self._wrong.items() if at != field}
        self._show()

    def action_leave(self) -> None:
        """Ask once where something was typed."""
        from tracker.screens.dialogs.ask import Ask

        if self.texts == self._before:
            self.dismiss(None)
            return
        answers = (Answer("b", "back", "Back to the form"), Answer("l", "leave", "Leave it; nothing is kept"))

        def answered(answer: Any) -> None:
            if answer == "leave":
                self.dismiss(None)

        self.app.push_screen(Ask("Leave what you typed?", answers, selected="back"), answered)

    def action_save(self) -> None:
        """Keep it, or say everything that does not fit; what was typed stays."""
        id = self._exercise.id if self._exercise else id_for(self.texts["name"], list(self._library))
        wrong = wrong_lines(self.texts, self._library, id)
        if wrong:
            self._say_problems(wrong)
            return
        table = table_from(self.texts, self._library)
        try:
            catalog = self._own.keep_exercise(id, {"replaces": True, **table} if self._replaces else table)
        except ContentProblems as found:
            self._say_problems(dict(_by_field(_after_place(problem, id)) for problem in found.problems))
        except RunliftError as problem:
            self._say_problems({"": str(problem)})
        else:
            self.dismiss((id, catalog))

    def _say_problems(self, wrong: dict[str, str]) -> None:
        """Mark the lines, and put the cursor on the first of them."""
        self._wrong = wrong
        first = next((line.field for line in LINES if line.field in wrong), None)
        if first is not None:
            self._form.cursor = first
        self._show()


def _after_place(problem: str, id: str) -> str:
    """A sentence without the file and the table, where they are the ones of the form."""
    _, found, rest = problem.partition(f"[{id}]")
    return rest.lstrip(",: ") if found else problem


def _by_field(problem: str) -> tuple[str, str]:
    """The field a sentence of the catalog begins with and the rest of it; itself twice where it begins with none."""
    field = problem.partition(":")[0].partition(".")[0]
    if any(line.field == field for line in LINES):
        return field, problem.partition(":")[2].strip()
    return problem, problem[:1].upper() + problem[1:]
