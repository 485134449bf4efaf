"""Finding sessions in the log by what a person types: an exercise, a phase, a word of a note."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.run_week import DAYS
from tracker.domain.session import Entry, Session
from tracker.domain.words.naming import words_as_typed, words_of


def found(
    sessions: Iterable[Session], text: str, exercises: Mapping[ExerciseId, Exercise]
) -> tuple[Session, ...]:
    """The sessions in which every typed word begins a word of one thing said about them, or of several.

    ``squat taper`` finds squats in a taper. Case, hyphens and plurals do not matter. ``2026``, ``2026-03`` and
    ``2026-03-17`` find their days, ``17`` the 17th of any month.
    """
    sought = Sought(text, exercises)
    return tuple(each for each in sessions if sought.fits(each))


class Sought:
    """What a person looks for.

    An exercise is found by its name as one reads it: ``deadlift`` is no single-leg RDL. Its other names count for a
    word that no name has, and gym shorthand is written out.
    """

    def __init__(self, text: str, exercises: Mapping[ExerciseId, Exercise]) -> None:
        self._exercises = exercises
        self._days = [each for each in text.split() if _DATE.fullmatch(each)]
        typed = words_as_typed(" ".join(each for each in text.split() if each not in self._days))
        read = {word for each in exercises.values() for word in words_as_typed(each.name)} if typed else set()
        self._words = [(words_of(each), _begins(each, read)) for each in typed]
        self._names: dict[ExerciseId, tuple[frozenset[str], frozenset[str]]] = {}

    def fits(self, session: Session) -> bool:
        """Whether everything that was typed is said about it."""
        if not all(_is_in(day, session.date) for day in self._days):
            return False
        if not self._words:
            return True
        about = frozenset(word for text in _texts(session) for word in words_of(text))
        entries = [name for entry in session.entries for name in _exercises_of(entry)]
        return all(
            all(_begins(part, about) for part in word[0]) or any(self._calls(word, each) for each in entries)
            for word in self._words
        )

    def entry_of(self, session: Session) -> Entry | None:
        """The exercise of it that most of the words name; None where they name none."""

        def named(entry: Entry) -> int:
            return sum(any(self._calls(word, each) for each in _exercises_of(entry)) for word in self._words)

        best = max(session.entries, key=named, default=None)
        return best if best is not None and named(best) else None

    def _calls(self, word: tuple[tuple[str, ...], bool], exercise: ExerciseId) -> bool:
        parts, is_read = word
        if exercise not in self._names:
            known = self._exercises.get(exercise)
            name, others = (known.name, known.aliases) if known is not None else (exercise, ())
            every = [each for text in (exercise, name, *others) for each in words_of(text)]
            self._names[exercise] = frozenset(words_as_typed(name)), frozenset(every)
        read, every_word = self._names[exercise]
        return all(_begins(part, read if is_read and len(parts) == 1 else every_word) for part in parts)


def _exercises_of(entry: Entry) -> tuple[ExerciseId, ...]:
    """The one that was done, and the one that was planned."""
    return (entry.exercise,) if entry.modified is None else (entry.exercise, entry.modified.planned)


_DATE = re.compile(r"\d{4}(-\d{1,2}){0,2}")


def _is_in(typed: str, day: date) -> bool:
    """Whether a day lies in a year, a month or on a day, as ISO writes them."""
    return all(
        int(part) == of_day for part, of_day in zip(typed.split("-"), day.timetuple()[:3], strict=False)
    )


def _begins(typed: str, words: Iterable[str]) -> bool:
    """Whether it begins one of *words*; a number has to be a whole one."""
    return any(word == typed if typed.isdecimal() else word.startswith(typed) for word in words)


def _texts(session: Session) -> Iterator[str]:
    """Everything in words about a session, except the names of its exercises."""
    yield session.name
    yield session.note
    yield f"{DAYS[session.date.weekday()]} {session.date.day} {session.date:%B}"
    if not session.imported:
        yield session.phase.public
    if session.deload:
        yield "deload"
    if session.imported:
        yield "added"
    if session.skipped is not None:
        yield f"skipped {session.skipped}"
    if session.short_minutes is not None:
        yield "short"
    for entry in session.entries:
        yield entry.note
        if entry.skipped is not None:
            yield entry.skipped
        if entry.modified is not None:
            yield "modified"
        if entry.pain is not None:
            yield f"pain {entry.pain.site}"
