"""The logbook: the one place where training changes. Every change is safe on disk before anybody hears of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.exercise import ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.open_session import OpenSession, Step
from tracker.domain.runner import Runner
from tracker.domain.season.season import Season
from tracker.domain.session import Entry, Session
from tracker.domain.units import Grid
from tracker.logbook.changes import FINISHED, SKIPPED, Turn
from tracker.logbook.desk import Change, Desk, Listener
from tracker.logbook.diary import Diary
from tracker.logbook.memory import Memory, Writing
from tracker.logbook.past import Past
from tracker.logbook.sets import Sets
from tracker.logbook.undoing import Undoing

if TYPE_CHECKING:
    from tracker.domain.adapting.readiness import Readiness
    from tracker.domain.coaching.coach import Coach, Day
    from tracker.domain.coaching.session_plan import SessionPlan
    from tracker.domain.content import Content
    from tracker.domain.strength.records import Record
    from tracker.logbook.adapting import Adapting
    from tracker.logbook.next_time import NextTime
    from tracker.logbook.planning import Planning
    from tracker.logbook.reviewing import Reviewing

# Whatever asks the rules imports them where it does: they cost 25 ms, what adapts a day 5 more, the review 30, and a
# look at the history or a setting needs none of them.

IDLE = timedelta(hours=6)
"""An open session of another day that has rested this long is closed by the next write; an emptied one at once."""


class Finished(NamedTuple):
    """A finished session, what was best ever in it, and what changes next time."""

    session: Session
    records: "tuple[Record, ...]"
    changes: "tuple[NextTime, ...]"


class Logbook:
    """Training as it happens.

    Attributes:
        sets: the sets of the session under way: log, amend, erase.
        past: finished sessions: amend, erase, restore, add.
        closed: a session of an earlier day that the last change closed as it stood, else None.
    """

    def __init__(
        self, diary: Diary, content: "Content", clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.desk = Desk(Memory(diary), content, clock, new_id)
        self.sets = Sets(self)
        self.past = Past(self.desk)
        self.undoing = Undoing(self)
        self.closed: Session | None = None

    @cached_property
    def planning(self) -> "Planning":
        """The person, races, days."""
        from tracker.logbook.planning import Planning

        return Planning(self.desk)

    @cached_property
    def adapting(self) -> "Adapting":
        """What to do when a day does not go as planned."""
        from tracker.logbook.adapting import Adapting

        return Adapting(self)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """The weekly review and its decisions."""
        from tracker.logbook.reviewing import Reviewing

        return Reviewing(self.desk)

    # Looking

    @property
    def runner(self) -> Runner | None:
        return self.desk.memory.runner

    @property
    def season(self) -> Season:
        return self.desk.season

    @property
    def content(self) -> "Content":
        return self.desk.content

    @property
    def today(self) -> date:
        """The day training is logged on: that of the session under way while it is fresh, else the calendar's."""
        under_way = self.desk.memory.open
        return under_way.base.date if under_way and not self._is_stale(under_way) else self.desk.today

    @property
    def session(self) -> Session | None:
        """The session under way as it stands, or None."""
        under_way = self.desk.memory.open
        return None if under_way is None or self._is_stale(under_way) else under_way.session

    @property
    def under_way(self) -> OpenSession | None:
        """The session under way with its steps, for undo and redo."""
        return self.desk.memory.open

    def coach(self, day: date | None = None) -> "Coach":
        """A coach for *day*, to whom a session that was left open on an earlier day counts as it stands."""
        coach, left = self.desk.coach(day or self.today), self._left_open
        return coach if left is None else coach.knowing(left)

    def day(
        self, day: date | None = None, readiness: "Readiness | None" = None, short_minutes: int | None = None
    ) -> "Day":
        """What a day asks; of today, the session under way where there is one."""
        asked = day or self.today
        found = self.coach(asked).day(asked, readiness, short_minutes)
        session = self.session
        if session is not None and session.date == asked:
            return found.with_session(session)
        return found

    def log(self, day: date | None = None) -> TrainingLog:
        """The training log that advice on *day* looks back on; all of it without a day."""
        log, left = self.desk.memory.log(day), self._left_open
        return log if left is None else log.having(left)

    def years(self) -> tuple[int, ...]:
        """The calendar years with anything in them, in order."""
        return self.desk.memory.years()

    def year(self, year: int) -> TrainingLog:
        """One calendar year of the log; older ones are read when first asked for."""
        return self.desk.memory.year(year)

    def read_anew(self, content: "Content") -> None:
        """Go on with other content: the runner has changed an exercise or a program of their own."""
        self.desk.content = content
        for tell in self.desk.listeners:
            tell(Change("content_changed"))

    def hear(self, listener: Listener) -> None:
        """Tell *listener* of every change from now on."""
        self.desk.listeners.append(listener)

    def refresh(self) -> bool:
        """Look whether another writer has changed the diary; True if anything has to be drawn anew."""
        return self.desk.memory.refresh()

    def grid(self, entry: Entry) -> Grid:
        """The loads an exercise of the session can have with the equipment at hand."""
        from tracker.domain.equipment import best_way, grid_for

        exercise = self.content.exercises[entry.exercise]
        profile = self.coach().profile(self.today)
        return grid_for(exercise, profile, best_way(exercise, profile))

    # What it holds

    def add_exercise(self, exercise: ExerciseId) -> int:
        """Let an exercise join the session, with no sets planned; its index."""
        found: list[int] = []

        def change(session: Session) -> Step:
            entry = self.joining(exercise)
            found.append(len(session.entries))
            return self.step("exercise_added", {len(session.entries): entry}, entry=len(session.entries))

        self.change(change)
        return found[-1]

    def skip_exercise(self, entry: int, reason: str) -> None:
        """Leave out what is open of an exercise."""

        def change(session: Session) -> Step:
            chosen = session.entries[entry]
            kept = (
                tuple(each for each in chosen.sets if not each.is_open) if chosen.performed else chosen.sets
            )
            changed = chosen.changed(sets=kept, skipped=None if chosen.performed else reason)
            return self.step("exercise_skipped", {entry: changed}, entry=entry)

        self.change(change)

    def replace_entry(self, what: str, entry: int, changed: Entry) -> None:
        """Put another version of an entry in place: a modification, a niggle, a note."""

        def change(_: Session) -> Step:
            return self.step(what, {entry: changed}, entry=entry)

        self.change(change)

    def note(self, text: str, entry: int | None = None) -> None:
        """A note on an exercise, or on the session."""

        def change(session: Session) -> Step:
            if entry is None:
                return self.step("noted", {}, fields={"note": text})
            return self.step("noted", {entry: session.entries[entry].changed(note=text)}, entry=entry)

        self.change(change)

    # Undo and redo

    def undo(self) -> Turn:
        """Take back whatever was changed last.

        Raises:
            NothingToDo: when nothing is left to take back.
        """
        return self.undoing.undo()

    def redo(self) -> Turn:
        """Bring back what was undone last.

        Raises:
            NothingToDo: when nothing was undone.
        """
        return self.undoing.redo()

    # Ending

    def finish(self, rpe: float | None = None, note: str | None = None) -> Finished:
        """Close the session under way.

        Raises:
            NothingToDo: when no session is under way, or nothing was done in it.
        """
        with self.desk.writing("session_finished") as writing:
            under_way = self.desk.memory.open
            if under_way is None or not under_way.session.started:
                raise NothingToDo("No set has been logged, so there is no session to finish.")
            return self._finish(writing, under_way, rpe, note)

    def rate(self, session: Session, rpe: float) -> Session:
        """Give a finished session its RPE, 0 to 10."""
        return self._afterwards(session.changed(rpe=rpe), "session_rated")

    def note_afterwards(self, session: Session, text: str) -> Session:
        """A note on a finished session."""
        return self._afterwards(session.changed(note=text), "session_noted")

    def _afterwards(self, session: Session, what: str) -> Session:
        """What is said right after the end of a session is part of that end."""
        with self.desk.alone():
            return self.past.replace(session, what=what, joins=self.undoing.ended == session.id)

    def skip_session(self, day: date, reason: str) -> Session:
        """Leave out the session of *day*; the next one takes its turn after it.

        Raises:
            NothingToDo: on a day without a session, or with one that is done.
        """
        with self.desk.writing("session_skipped") as writing:
            self._settle(writing)
            found = self.day(day)
            if found.session is None or found.done:
                raise NothingToDo("There is no open session on that day to skip.")
            if found.session.started:
                raise Refused("Sets have been logged in that session; finish it, or erase them first.")
            skipped = found.session.changed(
                id=found.session.id or self.desk.new_id(), skipped=reason, entries=()
            )
            if self.session is not None and self.session.date != day:
                writing.keep("sessions", skipped, SKIPPED)
            else:
                writing.finish(skipped, SKIPPED)
            return skipped

    def move_session(self, from_day: date, to_day: date) -> None:
        """Take the session of one day on another; one that was opened but not begun goes with it.

        Raises:
            NothingToDo, Refused: as `Planning.move`, and when sets have been logged in it already.
        """
        with self.desk.writing("session_moved") as writing:
            self._settle(writing)
            session = self.session
            if session is not None and session.date == from_day:
                if session.started:
                    raise Refused("Sets have been logged in that session; finish it, or erase them first.")
                self.planning.check_move(from_day, to_day)
                writing.lay_aside("session_moved")
            self.planning.move(from_day, to_day)

    def begin_easy(self) -> None:
        """On a day off: a short session of drills, core and balance.

        Raises:
            Refused: when a session is under way or planned.
        """

        from tracker.domain.coaching.entry_sets import session_minutes
        from tracker.logbook.easy import NAME, easy_entries

        def change(session: Session) -> Step:
            if session.entries:
                raise Refused("There is a session today already.")
            coach = self.coach(session.date)
            entries = easy_entries(self.content, self.plan_for(session.date), coach.program(session.date))
            return self.all_anew("easy_begun", entries, {"name": NAME, "minutes": session_minutes(entries)})

        self.change(change)

    # Inside

    def begin(self) -> OpenSession:
        """The session to work on now: the one under way, or today's as it would open. Nothing is written."""
        under_way = self.desk.memory.open
        if under_way is not None and not self._is_stale(under_way):
            return under_way
        now = self.desk.clock()
        day = self.coach(self.desk.today).day(self.desk.today)
        if day.session is None:
            base = self._own_session(day)
        elif day.done and day.session.skipped is None:
            base = day.session.changed(finished_at=None)
        elif day.done:
            base = (
                self.coach(self.desk.today)
                .prepared(self.desk.today)
                .changed(id=day.session.id, started_at=now)
            )
        else:
            base = day.session.changed(id=self.desk.new_id(), started_at=now)
        return OpenSession(base=base, touched_at=now)

    def change(self, change: Callable[[Session], Step], *also: Callable[[Writing], None]) -> Session:
        """One step of the session under way, or of today's as it opens; what is written *also* goes with it."""
        under_way: OpenSession | None = None
        with self.desk.writing("session_changed") as writing:
            self._settle(writing)
            under_way = self.begin()
            under_way = under_way.after(change(under_way.session))
            writing.keep_open(under_way)
            for write in also:
                write(writing)
        return under_way.session

    def _settle(self, writing: Writing) -> None:
        """Close a session of an earlier day that has been left alone, as it stands."""
        self.closed = None
        under_way = self.desk.memory.open
        if under_way is None or not self._is_stale(under_way):
            return
        if under_way.session.started:
            self.closed = self.close(writing, under_way)
        else:
            writing.drop_open()

    @property
    def _left_open(self) -> Session | None:
        """A session of an earlier day with sets in it that the next write will close."""
        under_way = self.desk.memory.open
        if under_way is None or not self._is_stale(under_way):
            return None
        session = under_way.session
        return session if session.started else None

    def _is_stale(self, under_way: OpenSession) -> bool:
        now = self.desk.clock()
        rested = abs(now - under_way.touched_at) >= IDLE or under_way.last is None
        return under_way.base.date != now.date() and rested

    def _finish(
        self, writing: Writing, under_way: OpenSession, rpe: float | None, note: str | None
    ) -> Finished:
        from tracker.domain.strength.records import records_of
        from tracker.logbook.next_time import next_time

        before = self.desk.memory.log().without(under_way.base.id)
        records = records_of(under_way.at_its_end(rpe, note), before)
        done = self.close(writing, under_way, rpe, note, FINISHED)
        return Finished(done, records, next_time(self.coach(done.date), done))

    def close(
        self,
        writing: Writing,
        under_way: OpenSession,
        rpe: float | None = None,
        note: str | None = None,
        what: str = "",
    ) -> Session:
        """Move the session under way into the log as it stands; undo reaches behind an end that has a name."""
        done = under_way.at_its_end(rpe, note)
        writing.finish(done, what)
        return done

    def all_anew(self, what: str, entries: Sequence[Entry], fields: dict[str, Any]) -> Step:
        """A step that replaces all entries; they come as a field, since there may be fewer of them."""
        return Step(what=what, at=self.desk.instant, fields={**fields, "entries": tuple(entries)})

    def step(
        self,
        what: str,
        entries: dict[int, Entry],
        *,
        entry: int | None = None,
        row: int | None = None,
        fields: dict[str, Any] | None = None,
    ) -> Step:
        return Step(
            what=what,
            at=self.desk.instant,
            entries=entries,
            fields=fields or {},
            at_entry=entry,
            at_set=row,
        )

    def plan_for(self, day: date) -> "SessionPlan":
        """What builds entries for *day*: swaps, additions."""
        from tracker.domain.coaching.session_plan import SessionPlan

        coach = self.coach(day)
        return SessionPlan(coach, coach.circumstances(day), coach.program(day))

    def joining(self, exercise: ExerciseId) -> Entry:
        """An exercise the runner adds: its usual prescription as a guide, no sets planned."""
        found = self.content.exercises[exercise]
        entry = self.plan_for(self.today).entry_for(found, found.role)
        if entry is not None:
            return entry.changed(sets=(), warmup=(), slot=None)
        return Entry(exercise=exercise, role=found.role, load_type=found.load, per_side=found.per_side)

    def _own_session(self, day: "Day") -> Session:
        """A session of the runner's own on a rest day; beside a warning sign it is nothing to build on."""
        return Session(
            id=self.desk.new_id(),
            date=day.date,
            phase=day.phase,
            style=day.planned.week.style,
            level=day.level,
            week_in_phase=day.planned.week.wip,
            deload=day.deload,
            recovery_stage=day.stage,
            name="Own session",
            started_at=self.desk.clock(),
            neutral=any(each.code.startswith("RED_FLAG_") for each in day.reasons),
        )
