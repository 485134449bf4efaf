"""Finding sessions in the log by what a person types: an exercise, a phase, a word of a note."""

from collections.abc import Iterable, Iterator, Mapping

from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.session import Session
from tracker.domain.words.naming import words_of


def found(
    sessions: Iterable[Session], text: str, exercises: Mapping[ExerciseId, Exercise]
) -> tuple[Session, ...]:
    """The sessions in which every typed word begins a word of one thing said about them, or of several.

    ``squat taper`` finds squats in a taper. Case, hyphens and plurals do not matter.
    """
    wanted = words_of(text)
    if not wanted:
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

    return tuple(each for each in sessions if _all_begin(wanted, said(each)))


def _all_begin(wanted: Iterable[str], words: frozenset[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _names(exercise: ExerciseId, exercises: Mapping[ExerciseId, Exercise]) -> Iterator[str]:
    known = exercises.get(exercise)
    for text in (exercise, *((known.name, *known.aliases) if known else ())):
        yield from words_of(text)


def _texts(session: Session) -> Iterator[str]:
    """Everything in words about a session, except the names of its exercises."""
    yield session.name
    yield session.note
    yield session.date.isoformat()
    yield session.date.strftime("%B")
    if not session.imported:
        yield session.phase.public
    if session.deload:
        yield "deload"
    if session.imported:
        yield "imported"
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
