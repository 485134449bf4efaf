"""History: a year at a glance, every session in it, and the past put right."""

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tracker.domain.errors import RunliftError
from tracker.domain.history import TrainingLog
from tracker.domain.review.glance import year_glance
from tracker.domain.session import Session
from tracker.domain.words.figures import counted
from tracker.domain.words.finding import found
from tracker.keys import HISTORY, PAST
from tracker.logbook import Logbook
from tracker.screens import history_rows
from tracker.screens.amending import Amending
from tracker.screens.base import bindings
from tracker.screens.foot import Foot
from tracker.screens.season_band import tint_of
from widgets.facts import Facts
from widgets.headline import Headline, Statement
from widgets.heat_strip import HeatStrip, MonthStrip
from widgets.legend import Legend
from widgets.row_list import RowList
from widgets.set_list import SetList

if TYPE_CHECKING:
    from tracker.app import Severity

_NOTHING = "Nothing here yet. A session stands here once it is finished; {} adds one from a notebook."
_NOT_FOUND = "No session says that. Try an exercise, a phase, a month or a word of a note."


class HistoryScreen(Amending):
    """One calendar year of sessions at a time, or what a search has found in all of them.

    Attributes:
        year: the one on screen.
        wanted: what is searched for; empty shows the year.
    """

    ROOM = "history"
    CSS_PATH = "history.tcss"
    BINDINGS = [*bindings(HISTORY, PAST)]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.year = logbook.today.year
        self.wanted = ""
        self._clicked = ""
        self._hits: dict[int, tuple[Session, ...]] = {}

    def compose_room(self) -> ComposeResult:
        yield Headline(id="headline")
        with Horizontal(id="year"):
            yield HeatStrip(id="strip")
            yield Legend(id="legend")
        yield MonthStrip(id="months")
        with Horizontal(id="body"):
            yield RowList(history_rows.COLUMNS, id="list")
            with Vertical(id="detail"):
                yield Headline(id="when")
                yield Headline(id="what")
                yield SetList(id="sets")
                yield Facts(id="notes")
        yield Foot()

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """Under the sessions, until one moves on."""
        self.query_one(Foot).tell(text, severity)

    def on_screen_suspend(self) -> None:
        self.say("")

    def places(self) -> tuple[str, ...]:
        return (PAST,) if self.inside else (HISTORY,)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """What the list shows, oldest first."""
        if self.wanted:
            return tuple(each for year in sorted(self._hits) for each in self._hits[year])
        return self.logbook.year(self.year).sessions

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        key = self.query_one("#list", RowList).cursor
        return next((each for each in self.sessions if each.id == key), None)

    # Drawing

    def show(self) -> None:
        if self.wanted:
            self._hits = {year: self._found_in(year) for year in self._hits}
        rows = self.query_one("#list", RowList)
        sessions = self.sessions
        rows.empty = _NOT_FOUND if self.wanted else _NOTHING.format(self.key("past.add"))
        seen_from = self.logbook.today if self.wanted else date(self.year, 12, 31)
        looked = history_rows.looked_for(self.wanted, self.logbook.content.exercises)
        rows.rows_shown = history_rows.session_rows(
            sessions,
            self.logbook.runner,
            self.logbook.content.review.adherence,
            self.unit,
            seen_from,
            looked,
        )
        rows.settle()
        self._show_head(sessions)
        self.show_session()

    def _show_head(self, sessions: tuple[Session, ...]) -> None:
        trained = [each for each in sessions if each.started]
        skipped = sum(each.skipped is not None for each in sessions)
        sets = sum(each.sets_done for each in trained)
        title = (Statement((f"“{self.wanted}”",), "strong", rank=0),) if self.wanted else self._year_title()
        with_hits = [year for year, found in self._hits.items() if found] if self.wanted else []
        years = (
            f"{min(with_hits)} to {max(with_hits)}" if len(with_hits) > 1 else "".join(map(str, with_hits))
        )
        self.query_one("#headline", Headline).statements = (
            *title,
            Statement((counted(len(trained), "session") if trained else "",), rank=1),
            Statement((f"{skipped} skipped" if skipped else "",), "quiet", rank=3),
            Statement((f"{sets} sets" if sets else "",), "quiet", rank=2),
            Statement((years,), "quiet", rank=2),
        )

    def _year_title(self) -> tuple[Statement, ...]:
        """The year between the ways to the one before and the one after, as far as there are any."""
        first, last = self._all_years

        def way(mark: str, there: bool, step: int) -> Statement:
            return Statement(
                (mark,),
                "now" if there else "faint",
                rank=0,
                target=f"year({step})" if there else "",
                close=step > 0,
            )

        return (
            way("‹", self.year > first, -1),
            Statement((str(self.year),), "strong", rank=0, close=True),
            way("›", self.year < last, 1),
        )

    @property
    def _all_years(self) -> tuple[int, int]:
        """The first year with training, and this one or a later one with training."""
        years = (*self.logbook.years(), self.logbook.today.year)
        return min(years), max(years)

    def show_session(self) -> None:
        """The session under the cursor, and where it is in its year."""
        session = self.session
        self.inside = self.inside and session is not None
        self.set_class(self.inside, "-inside")
        self.set_class(session is None, "-empty")
        self.query_one("#list", RowList).active = not self.inside
        self._show_year(session.date if session is not None else None)
        sets = self.query_one("#sets", SetList)
        when, what = self.query_one("#when", Headline), self.query_one("#what", Headline)
        if session is None:
            when.statements, what.statements, sets.rows_shown = (), (), ()
            self.query_one("#notes", Facts).facts = ()
            return
        when.statements = history_rows.when_line(
            session, self.logbook.runner, self.logbook.content.review.adherence, self.logbook.today
        )
        what.statements = history_rows.what_line(session, self.runlift.catalog.review.load)
        sets.rows_shown = history_rows.set_rows(session, self.logbook.content.exercises, self.unit)
        self.query_one("#notes", Facts).facts = history_rows.notes(session)
        if not self.inside:
            sets.cursor = ""
        elif sets.cursor not in {row.key for row in sets.rows_shown}:
            sets.cursor = ""
            sets.move(0)

    def _show_year(self, day: date | None) -> None:
        """The year at a glance; of a search, what it has found in it."""
        year = day.year if day is not None and self.wanted else self.year
        today = self.logbook.today
        log = self.logbook.year(year)
        if self.wanted:
            log = TrainingLog(self._hits.get(year, ()), log.runs)
        glance = year_glance(log, year, self.logbook.runner, today)
        strip, months = self.query_one(HeatStrip), self.query_one(MonthStrip)
        strip.first = glance.first
        strip.levels = tuple(each.level for each in glance.days)
        strip.tints = tuple(tint_of(each.phase) if each.phase is not None else "" for each in glance.days)
        strip.races = glance.races
        strip.chosen = day
        self.query_one(Legend).columns = history_rows.legend(glance)
        counts = [0] * 12
        for session in log.trained:
            counts[session.date.month - 1] += 1
        months.counts = tuple(
            None if year == today.year and month > today.month else count
            for month, count in enumerate(counts, start=1)
        )
        months.chosen = day.month if day is not None else 0

    # Going about

    def action_move(self, step: int) -> None:
        if self.inside:
            self.query_one("#sets", SetList).move(step)
        else:
            self.query_one("#list", RowList).move(step)

    def action_page(self, step: int) -> None:
        rows = self.query_one("#list", RowList)
        rows.move(step * rows.page)

    def action_edge(self, step: int) -> None:
        self.query_one("#list", RowList).move(step * len(self.sessions))

    def action_year(self, step: int) -> None:
        """The year before or after; nothing lies beyond the first one with training."""
        first, last = self._all_years
        year = self.year + step
        if self.wanted or not first <= year <= last:
            return
        self.year = year
        self.query_one("#list", RowList).cursor = ""
        self.say("")
        self.draw_now()

    @on(Headline.StatementChosen)
    async def _year_tapped(self, message: Headline.StatementChosen) -> None:
        await self.run_tap(message.target)

    @on(RowList.CursorMoved, "#list")
    def _moved(self) -> None:
        self.say("")
        self.show_session()

    @on(RowList.RowChosen, "#list")
    def action_open(self) -> None:
        """Into the session, to put its sets right."""
        self.inside = self.session is not None
        self.show_session()
        self.show_keys()

    def action_back(self) -> None:
        """Out of the session, or out of the search."""
        if self.inside:
            self.inside = False
            self.show_session()
            self.show_keys()
        elif self.wanted:
            self.search("")

    @on(HeatStrip.DayChosen)
    def _day_chosen(self, message: HeatStrip.DayChosen) -> None:
        self._go_to(min(self.sessions, key=lambda each: abs((each.date - message.day).days), default=None))

    @on(MonthStrip.MonthChosen)
    def _month_chosen(self, message: MonthStrip.MonthChosen) -> None:
        within = [each for each in self.sessions if each.date.month == message.month]
        self._go_to(within[-1] if within else None)

    def _go_to(self, session: Session | None) -> None:
        if session is not None:
            self.query_one("#list", RowList).cursor = session.id
            self.show_session()

    def go_to_day(self, session: Session) -> None:
        """Show a session of whatever year."""
        self.wanted, self.year = "", session.date.year
        self.query_one("#list", RowList).cursor = session.id
        self.draw_now()

    def show_beside(self, session: Session) -> None:
        if any(each.id == session.id for each in self.sessions):
            self.query_one("#list", RowList).cursor = session.id
        self.draw_now()

    @on(SetList.CursorMoved, "#sets")
    @on(SetList.RowChosen, "#sets")
    def _set_chosen(self, message: SetList.CursorMoved | SetList.RowChosen) -> None:
        """A set that is clicked is under the cursor; a second click edits it."""
        if not self.inside:
            self.action_open()
        elif isinstance(message, SetList.RowChosen) and message.key == self._clicked:
            self.action_edit()
        self._clicked = message.key

    # Searching

    def action_search(self) -> None:
        from tracker.screens.dialogs.line import FreeLine

        hint = "an exercise, a phase, a month, a word of a note; nothing shows all"
        self.app.push_screen(FreeLine("Find sessions", hint, self.search, text=self.wanted))

    def search(self, text: str) -> None:
        """Show the sessions that *text* is about, this year first, then the others one by one."""
        self.wanted = text.strip()
        self.inside = False
        self._hits = {}
        self.query_one("#list", RowList).cursor = ""
        if self.wanted:
            self._hits[self.year] = self._found_in(self.year)
            self.run_worker(self._search_on(), exclusive=True, exit_on_error=False)
        self.draw_now()

    def _found_in(self, year: int) -> tuple[Session, ...]:
        return found(self.logbook.year(year).sessions, self.wanted, self.logbook.content.exercises)

    async def _search_on(self) -> None:
        """The other years, newest first; the screen stays awake between two of them."""
        for year in reversed(self.logbook.years()):
            if year not in self._hits:
                await asyncio.sleep(0)
                try:
                    self._hits[year] = self._found_in(year)
                except RunliftError as problem:
                    self.say(str(problem), severity="error")
                    return
                self.draw_now()

    # Erased

    def action_erase(self) -> None:
        """Take the session out of the log; it can be brought back."""
        session, rows = self.session, self.query_one("#list", RowList)
        if session is None:
            return
        stops = rows.stops
        at = stops.index(session.id)
        beside = next(iter((*stops[at + 1 : at + 2], *stops[max(0, at - 1) : at], session.id)))
        rows.cursor = beside
        if self.tries(self.logbook.past.erase, session.id):
            self.say(f"Erased; {self.key('past.undo')} brings it back.")
        else:
            rows.cursor = session.id

    def action_erased(self) -> None:
        from tracker.screens.dialogs.erased import Erased

        self.app.push_screen(Erased(self.logbook, self.unit), self._restore)

    def _restore(self, session_id: Any) -> None:
        found: list[Session] = []
        if session_id is not None and self.tries(lambda: found.append(self.logbook.past.restore(session_id))):
            self.go_to_day(found[0])
            self.say("It is back.")
