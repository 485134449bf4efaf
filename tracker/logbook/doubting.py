"""Sets worth asking about once before they are kept: so far from everything known that a finger may have slipped."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, PerformedSet, Session, SetRow
from tracker.domain.strength.slips import WEIGHED, is_far_off
from tracker.domain.units import Load

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

Said = Mapping[str, Any]
"""The fields of a set that were said; none of them is empty."""


def are_doubtful(logbook: "Logbook", session: Session, exercise: Exercise, sets: Sequence[Said]) -> bool:
    """Whether one of the *sets* that are about to be logged in *session* is far off."""
    at = session.position_of(exercise.id)
    is_new = not logbook.log(session.date).of(exercise.id)
    start = _start(logbook, exercise) if at is None or is_new else None
    entry = session.entries[at] if at is not None else start
    if entry is None or entry.load_type not in WEIGHED:
        return False
    open_loads = [row.planned.load for row in entry.sets if row.is_open and row.planned is not None]
    asked = [*open_loads[: len(sets)], *[None] * (len(sets) - len(open_loads))]
    return any(
        _is_far_off(logbook, session, entry, said, load, _first_load(start))
        for said, load in zip(sets, asked, strict=True)
    )


def is_doubtful_instead(logbook: "Logbook", session: Session, entry: Entry, row: int, changes: Said) -> bool:
    """Whether the set in *row* of *entry*, which may be a new one, is far off once it is changed."""
    there = entry.sets[row] if row < len(entry.sets) else SetRow()
    others = entry.without_row(row) if row < len(entry.sets) else entry
    before = {} if there.done is None else dict(there.done)
    said = {name: value for name, value in {**before, **changes}.items() if name != "at"}
    asked = there.planned.load if there.planned is not None else None
    start = _first_load(_start(logbook, logbook.content.exercises.get(entry.exercise)))
    return _is_far_off(logbook, session, others, said, asked, start)


def _is_far_off(
    logbook: "Logbook", session: Session, entry: Entry, said: Said, asked: Load | None, start: Load | None
) -> bool:
    done = PerformedSet(**said, at=logbook.desk.clock())
    return is_far_off(logbook.log(session.date).without(session.id), session, entry, done, asked, start)


def _start(logbook: "Logbook", exercise: Exercise | None) -> Entry | None:
    """The exercise as it would be prescribed today; None where it cannot be done with what is here."""
    if exercise is None:
        return None
    return logbook.plan_for(logbook.today).entry_for(exercise, exercise.role)


def _first_load(entry: Entry | None) -> Load | None:
    planned = entry.sets[0].planned if entry is not None and entry.sets else None
    return None if planned is None else planned.load
