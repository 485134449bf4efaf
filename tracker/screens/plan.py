"""The plan: the season around its races, week by week, with the lifting days and why they lie there."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.worker import get_current_worker

from tracker.domain.errors import RunliftError
from tracker.domain.phase import Phase
from tracker.domain.race import Priority, monday_of
from tracker.domain.words import figures
from tracker.keys import PLAN
from tracker.logbook import Logbook
from tracker.report.desk import plan_of
from tracker.report.names import dates_of
from tracker.report.plan import PlanWeek
from tracker.screens import plan_words
from tracker.screens.base import bindings
from tracker.screens.foot import Foot
from tracker.screens.plan_changes import PlanChanges
from tracker.screens.season_band import stretch, tint_of
from widgets.facts import Facts
from widgets.headline import Headline, Statement
from widgets.season_chart import SeasonChart
from widgets.week_rows import WeekRows

if TYPE_CHECKING:
    from tracker.app import Severity

_WEEK = timedelta(weeks=1)
_AHEAD = 26
_ROOMY = 96
_PAPER = "paper"
_WORKING = "Working it out, session by session."


class PlanScreen(PlanChanges):
    """Weeks of the season.

    Attributes:
        weeks: what was drawn last, in order.
        chosen: the Monday the screen is about.
    """

    ROOM = "plan"
    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[Any]] = bindings(PLAN)

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.weeks: tuple[PlanWeek, ...] = ()
        self.chosen: date | None = None

    def compose_room(self) -> ComposeResult:
        yield Headline(id="where")
        yield SeasonChart(id="season")
        with Horizontal(id="weeks"):
            yield WeekRows(id="rows")
            with Vertical(id="details"):
                yield Headline(id="title")
                yield Facts(id="facts")
        yield Foot()

    def places(self) -> tuple[str, ...]:
        return (PLAN,)

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """Under the weeks, until one moves on."""
        self.query_one(Foot).tell(text, severity)

    # Drawing

    def show(self) -> None:
        today = self.logbook.today
        if self.chosen is None:
            self.chosen = monday_of(today)
        start, end = self._range(today)
        self.weeks = plan_of(self.logbook, self.runlift.words, start, end)
        self._show_where(today)
        chart = self.query_one(SeasonChart)
        chart.labels = ("heavy", "sets")
        chart.weeks = plan_words.chart_weeks(self.weeks)
        chart.here = self._index(monday_of(today))
        self.query_one(WeekRows).weeks = plan_words.rows(self.weeks, today)
        self._show_chosen()

    def _range(self, today: date) -> tuple[date, date]:
        """From the end of the last race to the end of the way back after the last one ahead."""
        season = self.logbook.season
        blocks = stretch(season, today)
        start = blocks[0].start if blocks else monday_of(today)
        last = max([monday_of(today), *(race.week for race in self.logbook.desk.runner.races)])
        after = [block.end for block in season.blocks(last + _WEEK) if block.phase is Phase.RECOVERY]
        end = after[0] if after else last + _WEEK
        return start, end if self.logbook.desk.runner.races and end > monday_of(
            today
        ) + _WEEK else last + _AHEAD * _WEEK

    def _index(self, monday: date) -> int | None:
        return next((at for at, week in enumerate(self.weeks) if week.monday == monday), None)

    def _show_where(self, today: date) -> None:
        here = next((week for week in self.weeks if week.monday <= today < week.end), None)
        races = [race for race in self.logbook.desk.runner.races if race.date >= today]
        said = [
            f"{race.name} ({race.priority}) {figures.days_away(race.days_from(today))}" for race in races[:3]
        ]
        style = self.logbook.desk.runner.style.value
        target = next((race for race in races if race.priority is Priority.A), None)
        taper = f", {target.taper} taper" if target is not None else ""
        self.query_one("#where", Headline).statements = (
            Statement(
                (here.place.upper() if here else "",), tint=tint_of(here.phase) if here else "", rank=0
            ),
            Statement((", ".join(said) or "no race ahead", said[0] if said else "no race"), rank=1),
            Statement(
                (f"build style {style}{taper}" if self.size.width >= _ROOMY else f"{style}{taper}",),
                "quiet",
                rank=3,
            ),
        )

    def _show_chosen(self) -> None:
        week = self.week
        if week is None:
            return
        index = self._index(week.monday) or 0
        self.query_one(SeasonChart).chosen = index
        self.query_one(WeekRows).chosen = index
        dates = dates_of(week.monday, self.logbook.today)
        self.query_one("#title", Headline).statements = (
            Statement((dates,), "strong", rank=1),
            Statement(
                (f"{week.place}{', ' if week.note else ''}{week.note}", week.place), tint=tint_of(week.phase)
            ),
        )
        today = self.logbook.today
        self.query_one("#facts", Facts).facts = plan_words.facts(
            week, self._shares(week), self.runlift.words.line(week.about), today
        )

    @property
    def week(self) -> PlanWeek | None:
        """The chosen week, or the nearest there is."""
        if not self.weeks or self.chosen is None:
            return None
        chosen = self.chosen
        return min(self.weeks, key=lambda week: abs((week.monday - chosen).days))

    def _shares(self, week: PlanWeek) -> str:
        run = self.logbook.content.rules.phases[week.phase].run_share
        return f"run {run} : lift {100 - run}, by sessions"

    # Moving

    def action_move_row(self, step: int) -> None:
        week = self.week
        if week is None:
            return
        index = (self._index(week.monday) or 0) + step
        self._choose(self.weeks[min(max(index, 0), len(self.weeks) - 1)].monday)

    def _choose(self, monday: date) -> None:
        self.chosen = monday
        self.workers.cancel_group(self, _PAPER)
        self.say("")
        self._show_chosen()

    def action_this_week(self) -> None:
        self._choose(monday_of(self.logbook.today))

    @on(WeekRows.RowChosen)
    def _row_chosen(self, message: WeekRows.RowChosen) -> None:
        self._choose(self.weeks[message.index].monday)
        if message.again:
            self.action_details()

    @on(SeasonChart.WeekChosen)
    def _week_chosen(self, message: SeasonChart.WeekChosen) -> None:
        self._choose(self.weeks[message.index].monday)

    # Reading and printing

    def action_details(self) -> None:
        from tracker.screens.dialogs.reading import Reader

        week, today = self.week, self.logbook.today
        if week is None:
            return
        told = self.runlift.words.text(week.about)
        parts = plan_words.parts(week, self._shares(week), told, today)
        ahead: list[Callable[[Callable[[], bool]], str]] = []
        if week.lifts and week.end > today:
            self.tries(lambda: ahead.append(self._sessions_of(week)))
        self.app.push_screen(Reader(parts, ahead[0] if ahead else None, _WORKING))

    def _sessions_of(self, week: PlanWeek) -> Callable[[Callable[[], bool]], str]:
        """Writes the sessions of a week that is not over; for a worker's thread."""
        from tracker.report.print_week import paper_of, printed_week

        paper = paper_of(self.logbook, self.runlift.words, max(week.monday, self.logbook.today))
        return lambda is_wanted: printed_week(paper, is_wanted).partition("\n\n")[2]

    def action_export(self) -> None:
        from tracker.report.print_week import paper_of, printed_week

        week, today = self.week, self.logbook.today
        if week is None:
            return
        if week.end <= today:
            self.say("That week is over; choose this one or a later one to print.")
            return
        try:
            paper = paper_of(self.logbook, self.runlift.words, max(week.monday, today))
        except RunliftError as problem:
            self.say(str(problem), severity="error")
            return

        def write() -> None:
            worker = get_current_worker()
            text = problem = ""
            try:
                text = printed_week(paper, lambda: not worker.is_cancelled)
            except RunliftError as found:
                problem = str(found)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._printed, week.monday, text, problem)

        self.say(_WORKING)
        self.run_worker(write, thread=True, exclusive=True, group=_PAPER)

    def _printed(self, monday: date, text: str, problem: str) -> None:
        """Keep a week, or say what stood in its way; it is given up where another one was chosen meanwhile."""
        if monday != self.chosen:
            return
        if problem:
            self.say(problem, severity="error")
        else:
            self._keep(monday, text)

    def _keep(self, monday: date, text: str) -> None:
        """Write a printed week beside what is there."""
        from tracker.report.saving import save_beside, usual_folder

        written: list[object] = []
        if self.tries(
            lambda: written.append(save_beside(usual_folder(), f"runlift-plan-{monday}.txt", text))
        ):
            self.say(f"Written: {written[0]}")
