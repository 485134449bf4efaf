"""Graphs: one exercise or group, one figure, a stretch of time, on the ground of the season's phases."""

import asyncio
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tracker.domain.errors import RunliftError
from tracker.domain.exercise import Exercise
from tracker.domain.history import TrainingLog
from tracker.domain.race import monday_of
from tracker.domain.review.series import (
    OF_GROUPS,
    RANGES,
    Measured,
    Series,
    bands,
    by_importance,
    exercise_series,
    figures_of,
    group_series,
    groups_in,
)
from tracker.domain.strength.estimates import Estimates
from tracker.domain.strength.symmetry import SideDifference, side_differences
from tracker.domain.strength.trend import LiftTrend, lift_trend
from tracker.domain.units import Unit
from tracker.keys import GRAPHS, KeyLine
from tracker.logbook import Logbook
from tracker.screens import graph_words as words
from tracker.screens.base import NARROW, WIDTHS, RoomScreen, bindings
from widgets.headline import Headline, Statement
from widgets.legend import Legend
from widgets.option_row import Choosable, OptionRow
from widgets.row_list import Column, RowList
from widgets.trend_plot import TrendPlot

_WEEK, _BEFORE, _LEAST_SPAN = timedelta(days=7), timedelta(days=4), timedelta(days=21)
_BROAD = WIDTHS[-1][0]
_LIST, _BROAD_LIST, _AXIS = 32, 46, 10
"""Columns that the list, and the margins with the axis, take from the plot."""

_BARS = (Measured.TONNAGE, Measured.HARD_SETS, Measured.CONTACTS)


class GraphsScreen(RoomScreen):
    """A list of what can be drawn, and the drawing.

    Attributes:
        wanted: the figure asked for; one that the exercise does not have gives way to its first.
        span: how far back, a key of `tracker.domain.review.series.RANGES`.
        at: the point under the crosshair; -1 for none.
    """

    ROOM = "graphs"
    CSS_PATH = "graphs.tcss"
    BINDINGS = [*bindings(GRAPHS)]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.wanted = Measured.E1RM
        self.span = "1 year"
        self.at = -1
        self._log = TrainingLog()
        self._estimates = Estimates(self._log)
        self._series = Series(self.wanted, weekly=False, dots=())
        self._there: dict[Measured, Series] = {}
        self._is_table = False
        self._is_listed = False

    def compose_room(self) -> ComposeResult:
        with Horizontal(id="body"):
            yield RowList((Column(flex=True),), empty="", id="list")
            with Vertical(id="graph"):
                yield Headline(id="title")
                yield OptionRow(id="figures")
                yield Headline(id="said")
                yield TrendPlot(id="plot")
                yield RowList(words.TABLE, id="table")
                yield RowList(empty=words.NOT_YET, id="empty")
                yield Legend(id="phases")
                yield Legend(id="legend")

    def places(self) -> tuple[str, ...]:
        return (GRAPHS,)

    def bar(self) -> list[KeyLine]:
        """Ranges only where there is anything to draw, and of the figures those there are."""
        lines = [line for line in super().bar() if self._there or GRAPHS not in line.places]
        digits = words.digits_of(self._there)
        return [line._replace(shown=digits) if line.shown == words.EVERY_DIGIT else line for line in lines]

    @property
    def _unit(self) -> Unit:
        runner = self.logbook.runner
        return runner.unit if runner else Unit.KG

    @property
    def _subject(self) -> str:
        return self.query_one("#list", RowList).cursor

    @property
    def _exercise(self) -> Exercise | None:
        return self.logbook.content.exercises.get(self._subject)

    @property
    def _figures(self) -> tuple[Measured, ...]:
        """What can be drawn of the subject."""
        if self._subject.startswith(words.EVERYTHING):
            return OF_GROUPS
        exercise = self._exercise
        return figures_of(self._log, exercise) if exercise is not None else ()

    # Drawing

    def show(self) -> None:
        log = self.logbook.log() if RANGES[self.span] is None else self.logbook.log(self.logbook.today)
        if log is not self._log:
            self._log, self._estimates = log, Estimates(log)
        known = self.logbook.content.exercises
        rules = self.runlift.catalog.review
        rows = self.query_one("#list", RowList)
        done = tuple(each for each in by_importance(log) if each in known)
        rows.rows_shown = words.subject_rows(done, groups_in(log, known, rules.hard_sets), known)
        rows.settle()
        self.show_subject()

    @on(RowList.CursorMoved, "#list")
    def show_subject(self) -> None:
        """The figure of the subject under the cursor."""
        self._series = self._read()
        self.at = -1
        self.show_keys()
        self._show_title()
        self._show_plot()
        self._show_point()

    def _read(self) -> Series:
        """The figure asked for; where there is none yet, the first that there is."""
        self._there = {what: series for what in self._figures if (series := self._whole(what)).dots}
        what = self.wanted if self.wanted in self._there else next(iter(self._there), self.wanted)
        found = self._there.get(what, Series(what, weekly=False, dots=()))
        return found.since(self._start)

    def _whole(self, what: Measured) -> Series:
        """One figure of the subject, as far back as the log was read."""
        rules = self.runlift.catalog.review.hard_sets
        if self._subject.startswith(words.EVERYTHING):
            group = words.group_of(self._subject)
            return group_series(self._log, self.logbook.content.exercises, group, what, rules)
        exercise = self._exercise
        if exercise is None:
            return Series(what, weekly=False, dots=())
        return exercise_series(self._log, exercise, what, rules, self._estimates)

    @property
    def _start(self) -> date | None:
        back = RANGES[self.span]
        return None if back is None else self.logbook.today - back

    def _show_title(self) -> None:
        what, title, row = self._series.what, self.query_one("#title", Headline), self.query_one(OptionRow)
        row.options = tuple(
            Choosable(f"figure({digit})", str(digit), words.FIGURES[each][:2])
            for digit, each in words.ORDER.items()
            if each in self._there
        )
        row.active = next(f"figure({digit})" for digit, each in words.ORDER.items() if each is what)
        title.statements = ()
        if self._subject:
            title.statements = (
                Statement((self._subject_name,), "strong", rank=0),
                Statement((words.FIGURES[what][2],), "quiet", rank=2),
                Statement((self.span,), "quiet", rank=1),
            )

    @property
    def _subject_name(self) -> str:
        rows = self.query_one("#list", RowList).rows_shown
        return next((row.cells[0].text for row in rows if row.key == self._subject), "")

    def _show_plot(self) -> None:
        series, today = self._series, self.logbook.today
        plot, table = self.query_one(TrendPlot), self.query_one("#table", RowList)
        first = self._first_day(today)
        plot.start, plot.end = first, today + timedelta(days=2)
        plot.bars = series.what in _BARS
        plot.whole = series.what in (Measured.HARD_SETS, Measured.CONTACTS)
        plot.middle = 0.0 if series.what is Measured.SIDES else None
        width = self.app.size.width
        listed = 0 if width < NARROW else _LIST if width < _BROAD else _BROAD_LIST
        crowded = words.is_crowded(series, width - _AXIS - listed)
        plot.spots = words.spots(series, self._unit, crowded=crowded)
        season = self.logbook.season if self.logbook.runner is not None else None
        ground = bands(season, first, plot.end)
        plot.stretches = words.stretches(ground)
        table.rows_shown = words.table_rows(series, self._unit, today)
        self.query_one("#phases", Legend).columns = words.phase_key(ground, series, crowded=crowded)
        self.query_one("#legend", Legend).columns = words.legend(series, crowded=crowded)
        has_any = bool(self._log.exercises)
        nothing_here = words.NOT_HERE.format(self.key("graph.span"))
        self.query_one("#empty", RowList).empty = nothing_here if self._there else words.NOT_YET
        shown = "empty" if not series.dots else "table" if self._is_table else "plot"
        for name in ("empty", "table", "plot"):
            self.query_one(f"#{name}").display = name == shown
        for legend in self.query(Legend):
            legend.display = shown == "plot"
        self.set_class(self._is_listed, "-listed")
        self.set_class(not has_any, "-empty")

    def _first_day(self, today: date) -> date:
        """The left edge: as far back as is looked, or a little before the first point of a young log."""
        latest = today - _LEAST_SPAN
        begun = self._series.dots[0].date - _BEFORE if self._series.dots else latest
        return max(self._start or begun, min(begun, latest))

    def on_resize(self) -> None:
        if not self._is_stale:
            self._show_plot()
            self._show_point()

    def _show_point(self) -> None:
        series, unit, today = self._series, self._unit, self.logbook.today
        line = self.query_one("#said", Headline)
        if 0 <= self.at < len(series.dots):
            line.statements = words.dot_line(series.dots[self.at], series, unit, today)
        else:
            line.statements = words.summary_line(series, unit, self._trend(), self._sides(), today)
        self.query_one(TrendPlot).chosen = self.at
        self.query_one("#table", RowList).cursor = str(self.at)

    def _trend(self) -> LiftTrend | None:
        if self._series.what is not Measured.E1RM:
            return None
        # As on Week, a week in which nothing has been lifted yet has no say.
        monday = monday_of(self.logbook.today)
        begun = any(session.date >= monday for session in self._log.trained[-1:])
        end = monday + _WEEK if begun else monday
        rules = self.runlift.catalog.review.trend
        return lift_trend(self._log, self._estimates, self._subject, end, None, rules)

    def _sides(self) -> SideDifference | None:
        if self._series.what is not Measured.SIDES:
            return None
        found = side_differences(self._log, self.runlift.catalog.review.symmetry)
        return next((each for each in found if each.exercise == self._subject), None)

    # Going about

    def action_move(self, step: int) -> None:
        if self._is_table and not self._is_listed:
            self.query_one("#table", RowList).move(step)
        else:
            self.query_one("#list", RowList).move(step)

    def action_page(self, step: int) -> None:
        rows = self.query_one("#table" if self._is_table else "#list", RowList)
        rows.move(step * rows.page)

    def action_edge(self, step: int) -> None:
        """To the first or the last point."""
        self._point_to(0 if step < 0 else len(self._series.dots) - 1)

    def action_point(self, step: int) -> None:
        """The crosshair; it comes in at the newest point."""
        last = len(self._series.dots) - 1
        self._point_to(min(max(self.at + step, 0), last) if self.at >= 0 else last)

    def _point_to(self, at: int) -> None:
        if self._series.dots:
            self.at = at
            self._show_point()

    def action_figure(self, digit: int) -> None:
        """Another figure; one the subject does not have is said."""
        what = words.ORDER[digit]
        if what not in self._there:
            name = words.FIGURES[what][0]
            there_will_be = what in self._figures
            self.runlift.say(
                words.NOT_ENOUGH.format(f"the {name}")
                if there_will_be
                else f"There is no figure for {name} here."
            )
            return
        self.wanted = what
        self.show_subject()

    def action_span(self) -> None:
        """Three months, a year, everything; older years are read when they are asked for."""
        names = list(RANGES)
        self.span = names[(names.index(self.span) + 1) % len(names)]
        if RANGES[self.span] is None:
            self.run_worker(self._read_all(), exclusive=True, exit_on_error=False)
        else:
            self.draw_now()

    async def _read_all(self) -> None:
        """Every year, one by one; the screen stays awake between two of them."""
        for year in reversed(self.logbook.years()):
            self.query_one("#said", Headline).statements = (Statement((f"reading {year} …",), "quiet"),)
            await asyncio.sleep(0)
            try:
                self.logbook.year(year)
            except RunliftError as problem:
                self.runlift.say(str(problem), severity="error")
                return
        if RANGES[self.span] is None:
            self.draw_now()

    def action_values(self) -> None:
        """The plot as a table, and back."""
        self._is_table = not self._is_table
        self._show_plot()
        self._show_point()

    def action_open(self) -> None:
        """The list, where it has no room beside the plot."""
        self._is_listed = not self._is_listed
        self._show_plot()

    def action_back(self) -> None:
        if self._is_listed:
            self.action_open()
        elif self._is_table:
            self.action_values()
        elif self.at >= 0:
            self.at = -1
            self._show_point()

    @on(RowList.RowChosen, "#list")
    def _subject_chosen(self) -> None:
        if self._is_listed:
            self.action_open()

    @on(RowList.CursorMoved, "#table")
    def _row_chosen(self, message: RowList.CursorMoved) -> None:
        self._point_to(int(message.key))

    @on(TrendPlot.SpotChosen)
    def _spot_chosen(self, message: TrendPlot.SpotChosen) -> None:
        self._point_to(message.at)

    @on(OptionRow.OptionChosen)
    async def _option_chosen(self, message: OptionRow.OptionChosen) -> None:
        await self.run_tap(message.target)
