"""A short session for a day off: the drills of the warm-up, then core and balance from the program."""

from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.content import Content
from tracker.domain.exercise import LoadType, Role
from tracker.domain.program import Program
from tracker.domain.session import Entry, PlannedSet, SetKind, SetRow

NAME = "Ten easy minutes"
_FROM_THE_PROGRAM = 3
_RESTFUL = (Role.CORE, Role.BALANCE)


def easy_entries(content: Content, plan: SessionPlan, program: Program) -> tuple[Entry, ...]:
    """One set of each; nothing heavy, nothing that counts against anybody."""
    found = [_drill(content, each.exercise, each.reps) for each in content.warm_up]
    there = {entry.exercise for entry in found}
    slots = [slot for template in program.sessions for slot in template.slots if slot.role in _RESTFUL]
    for slot in slots:
        if len(found) >= len(content.warm_up) + _FROM_THE_PROGRAM:
            break
        entry = plan.entry_for(content.exercises[slot.exercise], slot.role)
        if entry is not None and entry.sets and entry.exercise not in there:
            there.add(entry.exercise)
            found.append(entry.changed(sets=entry.sets[:1]))
    return tuple(found)


def _drill(content: Content, exercise: str, reps: int) -> Entry:
    its = content.exercises[exercise]
    row = SetRow(planned=PlannedSet(kind=SetKind.STRAIGHT, reps=reps))
    return Entry(
        exercise=exercise,
        role=Role.BALANCE,
        load_type=LoadType.BW,
        per_side=its.per_side,
        reps=reps,
        rest_s=(15, 20),
        sets=(row,),
    )
