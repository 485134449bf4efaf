"""Training as it stands in a notebook: lines of exercises and sets become a session of an earlier day."""

from datetime import date, datetime, time

from tracker.domain.equipment import best_way, levels_for
from tracker.domain.errors import Misunderstood, Refused
from tracker.domain.exercise import Exercise
from tracker.domain.phase import Phase
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetRow
from tracker.domain.units import Unit
from tracker.domain.words import naming
from tracker.domain.words.done_text import done_from, measure_of, sets_from
from tracker.domain.words.notation import parse_sets, split_entry
from tracker.domain.words.typed import Unreadable
from tracker.logbook.logbook import Logbook

NAME = "Own session"
_NOON = time(12)


class Notebook:
    """Reads lines such as ``split squat 22.5x6@8 x3`` as training of one day; writes nothing."""

    def __init__(self, logbook: Logbook, day: date) -> None:
        self._logbook = logbook
        self._day = day
        self._library = logbook.content.exercises
        self._profile = logbook.coach().profile(logbook.today)

    @property
    def _unit(self) -> Unit:
        return self._logbook.desk.runner.unit

    @property
    def at(self) -> datetime:
        """The instant that sets of this day get: noon, in today's zone."""
        return datetime.combine(self._day, _NOON, self._logbook.desk.clock().tzinfo)

    def sets(
        self, typed: str, entry: Entry, before: PerformedSet | PlannedSet | None = None
    ) -> tuple[PerformedSet, ...]:
        """Sets of one exercise; what is left out stays as it was *before*.

        Raises:
            Misunderstood: with a sentence about what was not understood.
        """
        exercise = self._library.get(entry.exercise)
        bands = levels_for(exercise, self._profile) if exercise is not None else ()
        return sets_from(typed, entry, self._unit, self.at, bands or self._profile.bands, before)

    def with_line(self, session: Session, typed: str, at: int | None = None) -> Session:
        """The session with one more line.

        Args:
            at: the entry that a line without a name is about.

        Raises:
            Misunderstood: with a sentence about what was not understood.
        """
        if at is not None:
            try:
                return self._with_sets(session, at, self.sets(typed, session.entries[at]))
            except Unreadable:
                if not any(character.isalpha() for character in typed.split(maxsplit=1)[0]):
                    raise
        exercise, rest = self._split(typed, session)
        found = session.position_of(exercise.id)
        if found is None:
            session = session.with_entry(len(session.entries), self._entry(exercise))
            found = len(session.entries) - 1
        entry = session.entries[found]
        spoken = parse_sets(rest, self._unit, self._profile.bands, measure_of(entry))
        sets = tuple(done_from(each, entry, self._unit, self.at) for each in spoken)
        return self._with_sets(session, found, sets)

    def page(self, text: str, name: str = NAME) -> Session:
        """A whole session: one line for each exercise.

        Raises:
            Misunderstood: every line that was not understood, each with its sentence.
            Refused: without any line.
        """
        session = self._blank(name)
        problems = []
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip():
                continue
            try:
                session = self.with_line(session, line.strip())
            except Misunderstood as problem:
                problems.append(f"Line {number}: {problem}")
        if problems:
            raise Misunderstood("\n".join(problems))
        if not session.entries:
            raise Refused("Write what you did, one exercise a line: split squat 22.5x6@8 x3.")
        last = max(done.at for entry in session.entries for done in entry.performed)
        return session.changed(started_at=self.at, finished_at=last)

    def _blank(self, name: str) -> Session:
        """A session in the phase of its day; before the first plan there was none."""
        try:
            planned = self._logbook.day(self._day)
        except Refused:
            return Session(id="", date=self._day, phase=Phase.OFF_SEASON, name=name, imported=True)
        return Session(
            id="",
            date=self._day,
            phase=planned.phase,
            style=planned.planned.week.style,
            level=planned.level,
            week_in_phase=planned.planned.week.wip,
            deload=planned.deload,
            recovery_stage=planned.stage,
            name=name,
        )

    def _split(self, typed: str, session: Session) -> tuple[Exercise, str]:
        def knows(text: str) -> bool:
            return any(naming.spelling(text) in naming.spellings(each) for each in self._library.values())

        name, rest = split_entry(typed, self._unit, self._profile.bands, knows)
        here = tuple(entry.exercise for entry in session.entries)
        recent = self._logbook.log(self._logbook.today).exercises
        return naming.find(name, self._library, here, recent), rest

    def _entry(self, exercise: Exercise) -> Entry:
        """An entry without a prescription: what was asked that day is not known."""
        plan = self._logbook.plan_for(self._logbook.today)
        entry = plan.entry_for(exercise, exercise.role)
        if entry is not None:
            return entry.changed(
                sets=(), warmup=(), slot=None, reasons=(), reps=None, seconds=None, contacts=None, rpe=None
            )
        way = best_way(exercise, self._profile)
        return Entry(
            exercise=exercise.id,
            role=exercise.role,
            load_type=way.load if way is not None else exercise.load,
            per_side=exercise.per_side,
            hands=way.implements if way is not None else exercise.hands,
        )

    @staticmethod
    def _with_sets(session: Session, at: int, sets: tuple[PerformedSet, ...]) -> Session:
        entry = session.entries[at]
        rows = (*entry.sets, *(SetRow(done=done) for done in sets))
        return session.with_entry(at, entry.changed(sets=rows, skipped=None))
