"""Finding sessions in the log by what a person types: an exercise, a phase, a word of a note."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.run_week import DAYS
from tracker.domain.session import Session
from tracker.domain.words.naming import words_of


def found(
    sessions: Iterable[Session], text: str, exercises: Mapping[ExerciseId, Exercise]
) -> tuple[Session, ...]:
    """The sessions in which every typed word begins a word of one thing said about them, or of several.

    ``squat taper`` finds squats in a taper. Case, hyphens and plurals do not matter. ``2026``, ``2026-03`` and
    ``2026-03-17`` find their days, ``17`` the 17th of any month.
    """
    days = [each for each in text.split() if _DATE.fullmatch(each)]
    wanted = words_of(" ".join(each for each in text.split() if each not in days))
    if not wanted and not days:
        return tuple(sessions)
    names: dict[ExerciseId, frozenset[str]] = {}

    def said(session: Session) -> frozenset[str]:
        about = {word for text in _texts(session) for word in words_of(text)}
        for entry in session.entries:
            for each in (entry.exercise, entry.modified.planned if entry.modified else entry.exercise):
                if each not in names:
                    names[each] = frozenset(_names(each, exercises))
                about |= names[each]
        return frozenset(about)

    return tuple(
        each
        for each in sessions
        if all(_is_in(day, each.date) for day in days) and _all_begin(wanted, said(each))
    )


_DATE = re.compile(r"\d{4}(-\d{1,2}){0,2}")


def _is_in(typed: str, day: date) -> bool:
    """Whether a day lies in a year, a month or on a day, as ISO writes them."""
    return all(
        int(part) == of_day for part, of_day in zip(typed.split("-"), day.timetuple()[:3], strict=False)
    )


def _all_begin(wanted: Iterable[str], words: frozenset[str]) -> bool:
    """Whether every typed word begins one of *words*; a number has to be a whole one."""
    return all(
        each in words if each.isdecimal() else any(word.startswith(each) for word in words) for each in wanted
    )


def _names(exercise: ExerciseId, exercises: Mapping[ExerciseId, Exercise]) -> Iterator[str]:
    known = exercises.get(exercise)
    for text in (exercise, *((known.name, *known.aliases) if known else ())):
        yield from words_of(text)


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
