"""Sets worth asking about once before they are kept: so far from everything known that a finger may have slipped."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracker.domain.equipment import empty_bar
from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import Exercise, ExerciseId, LoadType
from tracker.domain.session import Entry, PerformedSet, Session, SetRow
from tracker.domain.strength.slips import WEIGHED, is_far_off
from tracker.domain.units import Load
from tracker.domain.words.figures import number, show_load

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

Said = Mapping[str, Any]
"""The fields of a set that were said."""


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


def under_the_bar(
    logbook: "Logbook",
    exercise: ExerciseId,
    held: LoadType,
    said: Sequence[Said],
    kept: Sequence[PerformedSet],
    *,
    typed: bool = True,
) -> str:
    """What there is to say about a load that is less than the empty bar; nothing once such a set was *kept*.

    Args:
        typed: on a line, where a load may be left out; else in a field of a form.

    Raises:
        Misunderstood: for a bar without a weight.
    """
    profile = logbook.coach().profile(logbook.today)
    bar = empty_bar(logbook.content.exercises[exercise], profile) if held is LoadType.EXT else None
    loads = [each["load"] for each in said if each.get("load") is not None]
    if bar is None or not loads:
        return ""
    least: Load = min(loads, key=lambda load: load.kg)
    weight = show_load(bar, bar.unit)
    if least.kg == 0:
        empty = f"is {number(bar.number)}x5, and x5 means what is planned" if typed else f"weighs {weight}"
        raise Misunderstood(f"A bar has a weight of its own: the empty one {empty}.")
    if least.kg >= bar.kg or any(each.load is not None and each.load.kg < bar.kg for each in kept):
        return ""
    return f"{show_load(least, least.unit)} is less than the empty bar, which weighs {weight}."


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
