"""The library: every exercise through a sieve, its cue, its ladder, and your history with it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tracker.domain.exercise import Exercise
from tracker.domain.history import TrainingLog
from tracker.domain.review.series import Measured, Series, exercise_series
from tracker.domain.strength.estimates import Estimates
from tracker.domain.units import Unit
from tracker.domain.words.sieve import Mesh, Sieve, options
from tracker.keys import LIBRARY, RUNGS
from tracker.logbook import Logbook
from tracker.logbook.memory import RECENT_YEARS
from tracker.screens import library_words as words
from tracker.screens.base import bindings
from tracker.screens.owning import Owning
from widgets.facts import Facts
from widgets.headline import Headline, Statement
from widgets.ladder import Ladder
from widgets.picking import Picking
from widgets.row_list import RowList

_NONE = "Nothing like that. {} shows everything again, {} adds an exercise of your own."
_ALL = "everything"


class LibraryScreen(Owning):
    """Exercises at the left, the one under the cursor beside them.

    Attributes:
        sieve: what is looked for.
        inside: the keys are about the ladder.
    """

    ROOM = "library"
    CSS_PATH = "library.tcss"
    BINDINGS = [*bindings(LIBRARY, RUNGS)]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.sieve = Sieve()
        self.inside = False
        self._log = TrainingLog()
        self._estimates = Estimates(self._log)

    def compose_room(self) -> ComposeResult:
        history = Facts(id="history")
        yield Headline(id="headline")
        with Horizontal(id="body"):
            yield RowList(words.COLUMNS, id="list")
            with Vertical(id="detail"):
                yield Headline(id="name")
                yield Static("", id="cue", markup=False)
                yield history
                yield Facts(id="facts")
                yield Static("the ladder, from hard to easy", id="rungs", markup=False)
                yield Ladder(id="ladder")

    def places(self) -> tuple[str, ...]:
        return (RUNGS,) if self.inside else (LIBRARY,)

    @property
    def _unit(self) -> Unit:
        runner = self.logbook.runner
        return runner.unit if runner else Unit.KG

    @property
    def _everything(self) -> tuple[Exercise, ...]:
        return tuple(self.logbook.content.exercises.values())

    @property
    def exercise(self) -> Exercise | None:
        return self.logbook.content.exercises.get(self.query_one("#list", RowList).cursor)

    def _left(self, sieve: Sieve) -> tuple[Exercise, ...]:
        profile = self.logbook.coach().profile(self.logbook.today)
        return sieve.let_through(self._everything, profile, self.runlift.catalog.own)

    # Drawing

    def show(self) -> None:
        log = self.logbook.log(self.logbook.today)
        if log is not self._log:
            self._log, self._estimates = log, Estimates(log)
        left = self._left(self.sieve)
        rows = self.query_one("#list", RowList)
        rows.empty = _NONE.format(self.key("library.clear"), self.key("library.add"))
        rows.rows_shown = words.exercise_rows(left, self.runlift.catalog.own, log, self.logbook.today)
        rows.settle()
        self.query_one("#headline", Headline).statements = words.head_line(
            self.sieve, len(left), len(self._everything)
        )
        self.show_exercise()

    @on(RowList.CursorMoved)
    def show_exercise(self) -> None:
        """The exercise under the cursor."""
        exercise = self.exercise
        self.inside = self.inside and exercise is not None
        self.set_class(self.inside, "-inside")
        self.set_class(exercise is None, "-empty")
        self.query_one("#list", RowList).active = not self.inside
        if exercise is None:
            return
        own = "your own" if exercise.id in self.runlift.catalog.own else ""
        today = self.logbook.today
        self.query_one("#name", Headline).statements = (
            Statement((exercise.name,), "strong", rank=0),
            Statement((own,), "quiet", rank=1),
        )
        self.query_one("#cue", Static).update(exercise.cue)
        e1rm, top = self._series(exercise, Measured.E1RM), self._series(exercise, Measured.TOP_SET)
        first_read = today.year - RECENT_YEARS
        since = first_read if min(self.logbook.years(), default=first_read) < first_read else None
        self.query_one("#history", Facts).facts = words.history(
            exercise, self._log, e1rm, top, since, self._unit, today
        )
        self.query_one("#facts", Facts).facts = words.facts(exercise)
        ladder = self.query_one(Ladder)
        ladder.steps = words.ladder(exercise, self.logbook.content.exercises, self._log, today)
        ladder.selected = exercise.id if self.inside or not ladder.steps else ""

    def _series(self, exercise: Exercise, what: Measured) -> Series:
        rules = self.runlift.catalog.review.hard_sets
        return exercise_series(self._log, exercise, what, rules, self._estimates)

    # Going about

    def action_move(self, step: int) -> None:
        if self.inside:
            self.query_one(Ladder).action_move(step)
        else:
            self.query_one("#list", RowList).move(step)

    def action_page(self, step: int) -> None:
        rows = self.query_one("#list", RowList)
        if not self.inside:
            rows.move(step * rows.page)

    def action_edge(self, step: int) -> None:
        if self.inside:
            self.query_one(Ladder).action_move(step * len(self._everything))
        else:
            self.query_one("#list", RowList).move(step * len(self._everything))

    @on(RowList.RowChosen)
    def action_open(self) -> None:
        """Onto the ladder."""
        self.inside = self.exercise is not None
        self.show_exercise()
        self.show_keys()

    def action_choose(self) -> None:
        self.query_one(Ladder).action_choose()

    @on(Picking.Chosen)
    def _rung_chosen(self, message: Picking.Chosen) -> None:
        self.go_to(message.target)

    @on(Picking.Cancelled)
    def action_back(self) -> None:
        if self.inside:
            self.inside = False
            self.show_exercise()
            self.show_keys()
        else:
            self.action_clear()

    def go_to(self, id: str) -> None:
        """To an exercise; what it does not pass is put away."""
        if all(each.id != id for each in self._left(self.sieve)):
            self.sieve = Sieve()
        self.query_one("#list", RowList).cursor = id
        self.draw_now()

    # The sieve

    def action_sift(self, name: str) -> None:
        """Look for one thing; every choice says how many it would leave."""
        from tracker.screens.dialogs.pick import Pick

        mesh = Mesh(name)
        values = options(mesh, self._everything, self.runlift.catalog.own)
        left = {value: len(self._left(self.sieve.with_value(mesh, value))) for value in values}
        offered = [("", _ALL), *((value, words.mesh_word(mesh, value)) for value in values if left[value])]
        asides = ["", *(str(left[value]) for value in values if left[value])]
        window = Pick(f"Only {mesh}", offered, self.sieve.value(mesh) or "", asides)

        def picked(value: Any) -> None:
            if value is not None:
                self.sift(self.sieve.with_value(mesh, value or None))

        self.app.push_screen(window, picked)

    def sift(self, sieve: Sieve) -> None:
        """Look for something else."""
        self.sieve, self.inside = sieve, False
        self.draw_now()

    def action_clear(self) -> None:
        self.sift(Sieve())

    def action_search(self) -> None:
        from tracker.screens.dialogs.line import FreeLine

        def take(text: str) -> None:
            self.sift(Sieve(text.strip(), *(self.sieve.value(mesh) for mesh in Mesh)))

        hint = "a part of a name; nothing shows all"
        self.app.push_screen(FreeLine("Find an exercise", hint, take, text=self.sieve.text))
