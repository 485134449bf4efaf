"""Today: the session is the checklist. Nothing to open, nothing to start; one key a set."""

from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from tracker.domain.coaching.coach import Day
from tracker.domain.coaching.warming_up import warm_up_for
from tracker.domain.session import Session
from tracker.domain.units import Unit
from tracker.domain.words.drill_text import drills_line
from tracker.domain.words.figures import full_date
from tracker.keys import DONE, HOLD, RACE_DAY, REST_DAY, SESSION, TODAY
from tracker.logbook import Logbook, Where
from tracker.logbook.desk import Change
from tracker.screens import checklist, panels, season_band
from tracker.screens.base import WIDTHS, bindings
from tracker.screens.clocks import Clocks
from tracker.screens.days_off import DaysOff
from tracker.screens.feeling import Feeling
from tracker.screens.fitting import Fitting
from tracker.screens.foot import Foot
from tracker.screens.footing import Footing
from tracker.screens.lifting import Lifting
from tracker.screens.offering import Offering
from tracker.screens.taking_back import TakingBack
from tracker.screens.tapping import Tapping
from widgets.big_set import BigSet
from widgets.facts import Facts
from widgets.headline import Headline
from widgets.hold_clock import HoldClock
from widgets.phase_band import PhaseBand
from widgets.plate_stack import PlateStack
from widgets.rest_clock import RestClock
from widgets.set_list import SetList
from widgets.set_strip import SetStrip
from widgets.tap_row import TapRow

SHALLOW, LEAST = 17, 9
"""Rows below which the season, and then all else beside the set to do now, leaves its place to it."""

_SESSION_CHANGES = frozenset(
    {"session_changed", "set_logged", "half_added", "rest_changed", "undone", "redone"}
)


class TodayScreen(Lifting, Clocks, Fitting, Feeling, Offering, DaysOff, Tapping, Footing, TakingBack):
    """The day's session, or what the day is without one.

    Attributes:
        day: what today asks, as it was drawn last.
        cursor: the set the keys are about; None where there is no session.
    """

    ROOM = "today"
    BINDINGS = bindings(*TODAY)

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.day: Day | None = None
        self.cursor: Where | None = None
        self._width = ""
        self._waiting_at: Where | None = None

    def compose_room(self) -> ComposeResult:
        yield PhaseBand(id="season")
        yield Headline(id="headline")
        with Horizontal(id="session"):
            yield SetList(id="list")
            with Vertical(id="now"):
                yield BigSet(id="big")
                yield HoldClock(self.seconds_now, id="hold")
                yield PlateStack(id="plates")
                yield RestClock(self.seconds_now, id="rest")
                yield Facts(id="facts")
                yield Foot()
                yield SetStrip(id="strip")
        yield from self.compose_taps()

    def seconds_now(self) -> float:
        """The clock of the log, so that a rest goes on after a restart."""
        return self.logbook.desk.clock().timestamp()

    @property
    def session(self) -> Session | None:
        """The session on screen, whether or not it has begun."""
        return self.day.session if self.day else None

    @property
    def unit(self) -> Unit:
        runner = self.logbook.runner
        return runner.unit if runner else Unit.KG

    def places(self) -> tuple[str, ...]:
        if self.day is None:
            return ()
        if self.day.session is not None and self.day.session.entries and not self.day.done:
            return (HOLD,) if self.is_holding else (SESSION,)
        if self.day.done:
            return (DONE,)
        race = self.day.race
        return (RACE_DAY,) if race is not None and race.date == self.day.date else (REST_DAY,)

    @property
    def is_timed(self) -> bool:
        """Whether the set under the cursor is a hold that is still to do."""
        there = self.session is not None and checklist.is_there(self.session, self.cursor)
        return there and self.hold_seconds is not None

    @property
    def is_on_done(self) -> bool:
        """Whether the set under the cursor is done."""
        if self.session is None or not checklist.is_there(self.session, self.cursor):
            return False
        row = checklist.row_at(self.session, self.cursor) if self.cursor is not None else None
        return row is not None and row.done is not None

    def on_resize(self, event: Resize) -> None:
        """The words of a panel depend on the width; the classes of the width are set after this event."""
        self.set_class(event.size.height < SHALLOW, "shallow")
        self.set_class(event.size.height < LEAST, "least")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Lay the same day out for another width; to work it out anew would cost 20 ms."""
        if self._width == self._width_now():
            return
        if self.day is None:
            self.draw_now()
        elif self.tries(self._lay_out, self.day):
            self.show_keys()

    def _width_now(self) -> str:
        return next((name for _, name in WIDTHS if self.has_class(name)), "")

    def _hear(self, change: object) -> None:
        if not isinstance(change, Change) or change.what not in _SESSION_CHANGES:
            self.day = None
        self.forget_said()
        super()._hear(change)

    # Drawing

    def show(self) -> None:
        self.day = self._look()
        self._lay_out(self.day)
        self.call_after_refresh(self.look_for_deload)

    def _lay_out(self, day: Day) -> None:
        self._width = self._width_now()
        self._show_season(day)
        place = self.places()[0]
        for moment in TODAY:
            self.set_class(moment == place, _class(moment))
        self.set_class(place in (SESSION, HOLD) and self.has_class("resting"), "resting")
        session, reading = self.session, self._reading()
        if place in (SESSION, HOLD) and session is not None:
            if not checklist.is_there(session, self.cursor):
                self.cursor = checklist.next_open(session, checklist.last_done(session))
            self.cursor = self._after_others(session, self.cursor)
            panel = panels.set_panel(reading, session, self.cursor)
            self.show_rest(session)
            self._show_list(session, self.cursor)
        elif place == DONE and session is not None:
            if not checklist.is_there(session, self.cursor):
                self.cursor = checklist.last_done(session)
            panel = self.done_panel(reading, session)
            self._show_list(session, self.cursor)
        elif place == RACE_DAY and day.race is not None:
            panel = panels.race_panel(day.race.name)
            self._show_list(None, None)
        else:
            self.cursor = None
            preview = self.preview()
            panel = panels.rest_panel(reading, day, self.missed(), preview)
            self._show_preview(preview, day)
        self.show_taps(place)
        self._show_panel(self.with_offer(self.with_told(self.with_held(panel))))

    def _after_others(self, session: Session, cursor: Where | None) -> Where:
        """The cursor, moved on where somebody else has done the set that it was waiting at."""
        assert cursor is not None
        row = checklist.row_at(session, cursor)
        is_done = row is not None and row.done is not None
        if is_done and cursor == self._waiting_at:
            cursor = checklist.next_open(session, cursor)
            row = checklist.row_at(session, cursor)
        self._waiting_at = cursor if row is not None and row.is_open else None
        return cursor

    def _look(self) -> Day:
        """The day as it is now; while a session is under way, only the session moves."""
        today = self.logbook.today
        session = self.logbook.session
        if self.day is None or self.day.date != today or session is None:
            return self.logbook.day()
        return self.day.with_session(session)

    def _reading(self) -> panels.Reading:
        assert self.day is not None
        coach = self.logbook.coach()
        return panels.Reading(
            self.logbook.content.exercises,
            coach.profile(self.day.date),
            coach.log,
            self.unit,
            self.day.date,
            self.runlift.words.line,
            self.key,
            self.has_class("-narrow"),
            ""
            if self.session is None
            else drills_line(warm_up_for(coach, self.session), coach.content.exercises),
        )

    def _show_season(self, day: Day) -> None:
        season = self.query_one(PhaseBand)
        season.blocks, season.here = season_band.band(self.logbook.season, day.date)
        share = self.logbook.content.rules.phases[day.phase].run_share
        line = self.runlift.words.line(season_band.about(day))
        self.query_one(Headline).statements = season_band.statements(day, share, line)

    def _show_list(self, session: Session | None, cursor: Where | None) -> None:
        rows = self.query_one(SetList)
        strip = self.query_one(SetStrip)
        if session is None:
            rows.rows_shown, strip.groups, strip.joined, strip.aside = (), (), (), ""
            return
        rows.rows_shown = checklist.rows(session, cursor, self.logbook.content.exercises, self.unit)
        rows.cursor = checklist.key_of(cursor, session) if cursor else ""
        strip.groups, strip.joined = checklist.groups(session, cursor), checklist.joined(session)
        strip.aside = checklist.just_logged(session)

    def _show_preview(self, session: Session | None, day: Day) -> None:
        self._show_list(None, None)
        if session is not None and day.next_lift is not None:
            when = full_date(day.next_lift, day.date)
            library = self.logbook.content.exercises
            self.query_one(SetList).rows_shown = checklist.preview(session, when, library, self.unit)

    def _show_panel(self, panel: panels.Panel) -> None:
        self.query_one(BigSet).show(
            panel.title,
            short=panel.short,
            place=panel.place,
            load=panel.load,
            unit=panel.unit,
            reps=panel.reps,
            reps_unit=panel.reps_unit,
            effort=panel.effort,
            note="" if self.has_pad else panel.note,
            widest=panel.widest,
        )
        plates = self.query_one(PlateStack)
        plates.plates, plates.words, plates.short = panel.plates
        facts = self.query_one(Facts)
        facts.facts, facts.more = panel.facts, panel.more

    # The cursor

    def move_to(self, where: Where | None) -> None:
        """Put the cursor on a set and draw."""
        self.cursor = where
        self.draw_now()

    def action_move(self, step: int) -> None:
        self.query_one(SetList).move(step)

    @on(SetList.CursorMoved)
    def _moved(self, message: SetList.CursorMoved) -> None:
        self._to_key(message.key)

    @on(SetList.RowChosen)
    def _chosen(self, message: SetList.RowChosen) -> None:
        before = self.cursor
        self._to_key(message.key)
        if before == self.cursor and self.cursor is not None and self.session is not None:
            row = checklist.row_at(self.session, self.cursor)
            if row is not None and row.done is not None:
                self.edit(self.cursor)

    @on(SetStrip.MarkChosen)
    def _mark_chosen(self, message: SetStrip.MarkChosen) -> None:
        self._to_key(f"{message.group}.{message.mark}")

    def _to_key(self, key: str) -> None:
        where = checklist.where_of(key)
        if where is None or self.session is None or self.cursor is None:
            return
        if where.row < 0:
            where = where._replace(row=self.session.entries[where.entry].next_open or 0)
        self.say("")
        self.move_to(where)

    @on(RestClock.RestOver)
    def _rest_over(self, message: RestClock.RestOver) -> None:
        self.rest_over(message)

    @on(HoldClock.HoldDone)
    def _one_side_held(self, message: HoldClock.HoldDone) -> None:
        self.one_side_held(message)

    @on(TapRow.Tapped)
    async def _tapped(self, message: TapRow.Tapped) -> None:
        await self.tapped(message.action)

    def action_why(self) -> None:
        from tracker.screens.dialogs.why import Why

        assert self.day is not None
        words, content = self.runlift.words, self.logbook.content
        told = [("", self.told)] if self.told else []
        first = [*told, *(self.change_parts() if self.day.done else ())]
        self.app.push_screen(Why(self.day, self.cursor, words, content, self.unit, first))

    def planned_on(self, day: date) -> Session:
        """The session that is due on *day*."""
        return self.logbook.coach(self.logbook.today).prepared(day)

    def ask(self, window: Any, then: Any) -> None:
        """Open a small window; *then* is called with its answer unless it was left."""
        self.app.push_screen(window, lambda answer: None if answer is None else then(answer))


def _class(moment: str) -> str:
    return moment.replace(" ", "-")
