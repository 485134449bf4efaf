"""The free line: what was typed becomes sets of the exercise under the cursor, or of one that is named."""

from typing import Any

from tracker.domain.adapting.ladder import Library
from tracker.domain.equipment import best_way, levels_for
from tracker.domain.errors import Misunderstood, Refused
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.session import Session, Side
from tracker.domain.units import Unit
from tracker.domain.words import naming
from tracker.domain.words.done_text import refuse_missing, refuse_senseless
from tracker.domain.words.notation import parse_sets, split_entry
from tracker.domain.words.set_text import Measure, SetText
from tracker.domain.words.typed import Unreadable
from tracker.logbook import Logbook, Where
from tracker.logbook.doubting import are_doubtful, under_the_bar
from tracker.screens.base import ONCE_MORE

_MEASURES = {LoadType.TIME: Measure.SECONDS, LoadType.CONTACTS: Measure.CONTACTS}


class Typed:
    """Reads one line and logs it.

    Args:
        doubt: what is asked, once, where a set is far from everything known; the same line again is meant so.

    Attributes:
        name: the exercise under the cursor, empty without one.
        where: the last set that was logged, or the exercise that joined.
        logged: how many sets were.
        elsewhere: they belong to another exercise than the one under the cursor.
    """

    def __init__(self, logbook: Logbook, cursor: Where | None, unit: Unit, doubt: str) -> None:
        self._logbook, self._cursor, self._unit, self._doubt = logbook, cursor, unit, doubt
        self._asked_about = ""
        self.where: Where | None = None
        self.logged, self.elsewhere = 0, False
        self.name = self._library[self._under_cursor].name if self._under_cursor else ""

    @property
    def _library(self) -> Library:
        return self._logbook.content.exercises

    @property
    def _session(self) -> Session:
        return self._logbook.begin().session

    @property
    def _under_cursor(self) -> str:
        if self._cursor is None or self._cursor.entry >= len(self._session.entries):
            return ""
        return self._session.entries[self._cursor.entry].exercise

    @property
    def names(self) -> tuple[str, ...]:
        """Names to complete: today's, then those in the log, then all."""
        ids = (*self._todays, *self._logbook.log(self._logbook.today).exercises, *self._library)
        found = (self._library[each] for each in dict.fromkeys(ids) if each in self._library)
        return tuple(name for each in found for name in (each.name, *each.aliases))

    @property
    def _todays(self) -> tuple[str, ...]:
        return tuple(entry.exercise for entry in self._session.entries)

    def take(self, text: str) -> None:
        """Log what *text* says.

        Raises:
            Misunderstood: with the place, where the text is at fault.
            Refused: once, where it may be a slip of the finger.
            Refused, NothingToDo: by the logbook.
        """
        here = self._library.get(self._under_cursor)
        if here is not None and self._cursor is not None:
            try:
                sets = self._sets(text, here)
            except Unreadable as problem:
                if not _begins_with_a_name(text):
                    raise
                self._take_named(text, problem)
                return
            self._ask_about(text, here, sets)
            self._log(self._cursor.entry, self._cursor.row, here, sets)
            return
        self._take_named(text, None)

    def _take_named(self, text: str, first_problem: Unreadable | None) -> None:
        """An exercise, and what was done of it; an exercise alone joins the session."""
        if self._named(text) is not None:
            self.where = Where(self._join(self._find(text)), 0)
            return
        bands = self._logbook.coach().profile(self._logbook.today).bands
        try:
            name, rest = split_entry(
                text, self._unit, bands, knows=lambda part: self._named(part) is not None
            )
        except Unreadable as problem:
            raise (
                first_problem if first_problem is not None and first_problem.start > 0 else problem
            ) from None
        exercise = self._find(name)
        try:
            sets = self._sets(rest, exercise)
        except Unreadable as problem:
            raise problem.moved(len(text) - len(rest)) from None
        self._ask_about(text, exercise, sets)
        at = self._session.position_of(exercise.id)
        self._log(exercise if at is None else at, None, exercise, sets)

    def _find(self, text: str) -> Exercise:
        log = self._logbook.log(self._logbook.today)
        return naming.find(text, self._library, self._todays, log.exercises)

    def _named(self, text: str) -> Exercise | None:
        try:
            return self._find(text)
        except Misunderstood:
            return None

    def _join(self, exercise: Exercise) -> int:
        return self._logbook.add_exercise(exercise.id)

    def _sets(self, text: str, exercise: Exercise) -> tuple[SetText, ...]:
        profile = self._logbook.coach().profile(self._logbook.today)
        bands = levels_for(exercise, profile) or profile.bands
        load_type = self._load_type(exercise)
        sets = parse_sets(text, self._unit, bands, _MEASURES.get(load_type, Measure.REPS))
        refuse_senseless(sets, load_type)
        at = self._session.position_of(exercise.id)
        refuse_missing(sets, exercise, None if at is None else self._session.entries[at])
        return sets

    def _load_type(self, exercise: Exercise) -> LoadType:
        """What loads it today: as its entry says, else as the equipment at hand allows."""
        session = self._session
        at = session.position_of(exercise.id)
        if at is not None:
            return session.entries[at].load_type
        way = best_way(exercise, self._logbook.coach().profile(self._logbook.today))
        return exercise.load if way is None else way.load

    def _ask_about(self, text: str, exercise: Exercise, sets: tuple[SetText, ...]) -> None:
        implements = self._implements(exercise)
        said = [self._fields(spoken, implements) for spoken in sets]
        at = self._session.position_of(exercise.id)
        kept = self._session.entries[at].performed if at is not None else ()
        light = under_the_bar(self._logbook, exercise.id, self._load_type(exercise), said, kept)
        if text == self._asked_about:
            return
        if light or are_doubtful(self._logbook, self._session, exercise, said):
            self._asked_about = text
            raise Refused(f"{light} {ONCE_MORE}" if light else self._doubt)

    def _implements(self, exercise: Exercise) -> int:
        way = best_way(exercise, self._logbook.coach().profile(self._logbook.today))
        return way.implements if way is not None else 1

    def _fields(self, spoken: SetText, implements: int) -> dict[str, Any]:
        """What was said of a set."""
        fields = {
            "rpe": spoken.rpe,
            "load": spoken.total(self._unit, implements),
            "band": spoken.band,
            "reps": spoken.reps,
            "seconds": spoken.seconds,
            "contacts": spoken.contacts,
            "right": _right(spoken),
        }
        return {name: value for name, value in fields.items() if value is not None}

    def _log(
        self, at: int | Exercise, row: int | None, exercise: Exercise, sets: tuple[SetText, ...]
    ) -> None:
        rows = () if isinstance(at, Exercise) else self._session.entries[at].sets
        place = row if row is not None and row < len(rows) and rows[row].is_open else None
        implements = self._implements(exercise)
        said = [self._fields(spoken, implements) for spoken in sets]
        self.where = self._logbook.sets.log_line(at, place, said)
        self.elsewhere = exercise.id != self._under_cursor
        self.logged = len(said)


def _right(spoken: SetText) -> Side | None:
    if spoken.right_reps is None and spoken.right_seconds is None:
        return None
    return Side(reps=spoken.right_reps, seconds=spoken.right_seconds)


def _begins_with_a_name(text: str) -> bool:
    """A word of three letters and more that is no start of a set."""
    word = "".join(character for character in text.split(maxsplit=1)[0] if character.isalpha())
    return len(word) > 2
