"""The first start: six questions and one about safety, each with a default; then Today opens with a session."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.domain.errors import Misunderstood, Refused, RunliftError
from tracker.domain.units import Unit
from tracker.domain.words.settings import body_weight
from tracker.keys import WELCOME, lines_for
from tracker.logbook import Logbook
from tracker.screens import welcome_pages as pages
from tracker.screens.answers import Answers, read_race
from tracker.screens.base import HEIGHTS, WIDTHS, bar_keys, bindings
from widgets.choice import Choice
from widgets.key_bar import KeyBar
from widgets.week_row import WeekRow

if TYPE_CHECKING:
    from tracker.app import RunliftApp

_MORE = "↓ more: enter reads on"
_MARKED = "enter goes on; another letter changes the answer."
_ONE_OF_THESE = "n or o answers it; ctrl+n leaves it for later."
_PAGES = ("race", "lifted", "equipment", "run_week", "unit", "body_weight", "safety")


class Welcome(Screen[None]):
    """Asks, then sets the person up; once that is safe on disk, the app goes on to Today."""

    CSS_PATH = "welcome.tcss"
    BINDINGS = bindings(WELCOME)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self.logbook = logbook
        self.answers = Answers()
        self.page = 0

    @property
    def runlift(self) -> "RunliftApp":
        return cast("RunliftApp", self.app)

    def compose(self) -> ComposeResult:
        yield Static("runlift", id="name")
        yield Static("", id="progress")
        yield VerticalScroll(id="page", can_focus=False)
        yield Static("", id="said", markup=False)
        yield KeyBar(bar_keys(lines_for(WELCOME)))

    async def on_mount(self) -> None:
        self.watch(self._room, "scroll_y", self._tell_more, init=False)
        await self.open(0)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell_more)

    @property
    def _room(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    @property
    def _goes_on_below(self) -> bool:
        return self._room.scroll_offset.y < self._room.max_scroll_y

    def _tell_more(self) -> None:
        """Where the page goes on below what is seen of it, say so."""
        said = self.query_one("#said", Static)
        if self._goes_on_below:
            said.update(_MORE)
        elif said.content == _MORE:
            said.update("")

    async def open(self, page: int) -> None:
        """Show one page."""
        self.page = page
        self.query_one("#progress", Static).update(f"{page + 1} of {len(_PAGES)}")
        self.say("")
        room = self._room
        await room.remove_children()
        await room.mount(*self._page(_PAGES[page]))
        first = next(iter(room.query("Input, Choice, WeekRow")), None)
        if first is not None:
            first.focus()
        for field in room.query(Input):
            field.cursor_blink = not self.app.is_headless
        self.call_after_refresh(self._tell_more)

    def _page(self, name: str) -> Iterable[Widget]:
        make: dict[str, Callable[[], Iterable[Widget]]] = {
            "race": lambda: (pages.race_page(self.answers, self.logbook.today),),
            "run_week": lambda: (pages.week_page(self.answers),),
            "body_weight": lambda: (pages.weight_page(self.answers),),
            "safety": lambda: pages.safety_page(self.runlift.words, self.answers),
        }
        return make[name]() if name in make else (pages.choice_page(name, self.answers),)

    def say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)

    # Answers

    @on(Choice.Chosen)
    async def _chosen(self, message: Choice.Chosen) -> None:
        name = _PAGES[self.page]
        if name == "safety":
            await self._safety(message.target)
        else:
            setattr(self.answers, name, message.target)
            await self._next()

    @on(Choice.Cancelled)
    async def _cancelled(self) -> None:
        await self.action_back()

    async def _safety(self, answer: str) -> None:
        """An answer is marked at first and given by choosing it again: an enter that confirms it belongs to the page."""
        if answer == "under_18":
            self.answers.under_18 = not self.answers.under_18
            await self.open(self.page)
            return
        conditions = answer == "some"
        if self.answers.answered and self.answers.conditions == conditions:
            await self._next()
            return
        self.answers.answered, self.answers.conditions = True, conditions
        self.say(_MARKED)

    @on(Input.Submitted)
    async def _submitted(self, message: Input.Submitted) -> None:
        fields = list(self.query(Input))
        at = fields.index(message.input)
        if message.input.id == "race-date" and (problem := self._date_problem()):
            self.say(problem)
            return
        if at + 1 < len(fields) and (at > 0 or message.value.strip()):
            fields[at + 1].focus()
        else:
            await self.action_go_on()

    @on(WeekRow.Changed)
    def _week_changed(self, message: WeekRow.Changed) -> None:
        self.answers.run_week = message.week

    async def action_go_on(self) -> None:
        """Take what is on the page and go on."""
        try:
            self._read_fields()
        except (Misunderstood, Refused) as problem:
            self.say(str(problem))
            if _PAGES[self.page] == "race":
                field = "race-date" if self._date_problem() else "race-distance"
                self.query_one(f"#{field}", Input).focus()
            return
        choices = self.query(Choice)
        if not choices:
            await self._next()
        elif choices.first().selected:
            choices.first().action_choose()
        elif self._goes_on_below:
            self._room.scroll_page_down(animate=False)
        else:
            self.say(_ONE_OF_THESE)

    def _date_problem(self) -> str:
        """What does not fit about the day of the race, whatever its distance; empty where it does."""
        name, day = (self.query_one(f"#{field}", Input).value for field in ("race-name", "race-date"))
        try:
            read_race(name, day, "", self.logbook.today)
        except (Misunderstood, Refused) as problem:
            return str(problem)
        return ""

    def _read_fields(self) -> None:
        if _PAGES[self.page] == "race":
            name, day, distance = (
                self.query_one(f"#{field}", Input).value
                for field in ("race-name", "race-date", "race-distance")
            )
            self.answers.race = read_race(name, day, distance, self.logbook.today)
        elif _PAGES[self.page] == "body_weight":
            typed_weight = self.query_one("#weight", Input).value.strip()
            if typed_weight:
                body_weight(typed_weight, Unit(self.answers.unit))
            self.answers.body_weight = typed_weight

    async def action_back(self) -> None:
        if self.page:
            await self.open(self.page - 1)

    async def action_skip(self) -> None:
        """Leave this question at what it was."""
        await self._next()

    async def _next(self) -> None:
        if self.page + 1 < len(_PAGES):
            await self.open(self.page + 1)
        else:
            self._set_up()

    def _set_up(self) -> None:
        today = self.logbook.today
        try:
            runner = self.answers.runner(self.logbook.content, today)
            plan = self.answers.revision(today, self.logbook.desk.new_id())
            self.logbook.planning.set_up(runner, plan)
        except RunliftError as problem:
            self.say(str(problem))
            return
        told = [
            code
            for code, holds in (("CAREFUL", self.answers.conditions), ("UNDER_18", self.answers.under_18))
            if holds
        ]
        if not told:
            self.runlift.welcomed()
            return
        from tracker.screens.dialogs.reading import Reader

        parts = [("title", "Before you begin"), *(("", self.runlift.words.text(code)) for code in told)]
        self.app.push_screen(Reader(parts), lambda _: self.runlift.welcomed())

    @on(KeyBar.KeyChosen)
    async def _tapped(self, message: KeyBar.KeyChosen) -> None:
        await self.app.run_action(message.action, self)
