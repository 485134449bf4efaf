"""What one file cannot know about another: ladders, aliases, tools, and the exercises a program names."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from itertools import permutations
from typing import NamedTuple

from tracker.catalog.problems import meant
from tracker.domain.adapting.ladder import Library
from tracker.domain.equipment import Tool
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.pairing import disturbs
from tracker.domain.phase import Phase
from tracker.domain.program import Program, SessionTemplate, Slot, unit_of
from tracker.domain.words.naming import spellings

Places = Mapping[str, str]
"""Where each id is written: file and table."""


class Misfit(NamedTuple):
    """What does not fit.

    Attributes:
        ids: the exercises without which the rest fits.
        problem: one sentence with its place.
    """

    ids: tuple[str, ...]
    problem: str


def misfits(library: Library, places: Places, own: Container[str]) -> Iterator[Misfit]:
    """Every way in which the exercises do not fit together; *own* are those that would give way."""
    for exercise in library.values():
        for problem in _problems_alone(exercise, places[exercise.id], library):
            yield Misfit((exercise.id,), problem)
    for field in ("regress", "progress"):
        yield from _cycles(library, places, field)
    yield from _shared_spellings(library, places, own)


def _problems_alone(exercise: Exercise, place: str, library: Library) -> Iterator[str]:
    """What is wrong with one exercise, all others being right."""
    for field, rung in (("regress", exercise.regress), ("progress", exercise.progress)):
        if rung is not None and rung not in library:
            yield f'{place}, {field}: there is no exercise "{rung}"{meant(rung, library)}'
    for tool in {tool for together in exercise.equipment for tool in together}:
        if tool not in set(Tool):
            yield f'{place}, equipment: there is no tool "{tool}"{_known_tools(tool)}'
    yield from _load_problems(exercise, place)


def _known_tools(tool: str) -> str:
    close = meant(tool, list(Tool))
    return close if close.endswith("?") else f"; use one of {', '.join(Tool)}."


def _load_problems(exercise: Exercise, place: str) -> Iterator[str]:
    """A start, a longest hold and a share of body weight belong to some types of load only."""
    expected = "bw_percent" if exercise.load is LoadType.EXT else unit_of(exercise.load)
    if getattr(exercise.start, expected) is None:
        what = "% of body weight" if expected == "bw_percent" else expected
        yield f'{place}, start: with load "{exercise.load}" it is given in {what}.'
    if exercise.hold_max_s is not None and exercise.load is not LoadType.TIME:
        yield f'{place}, hold_max_s: only timed exercises have a longest hold, load is "{exercise.load}".'
    if exercise.bwf and not exercise.load.moves_the_body:
        yield f'{place}, bwf: only bw_plus and assist move a share of body weight, load is "{exercise.load}".'


def _cycles(library: Library, places: Places, field: str) -> Iterator[Misfit]:
    done: set[str] = set()
    for start in library:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in library and at not in done:
            if at in path:
                loop = path[path.index(at) :]
                circle = " -> ".join([*loop, at])
                problem = f"{places[at]}, {field}: this ladder goes round in a circle: {circle}."
                yield Misfit(tuple(loop), problem)
                break
            path.append(at)
            at = getattr(library[at], field)
        done.update(path)


def _shared_spellings(library: Library, places: Places, own: Container[str]) -> Iterator[Misfit]:
    owners: defaultdict[str, list[Exercise]] = defaultdict(list)
    for exercise in library.values():
        for spelling in spellings(exercise):
            owners[spelling].append(exercise)
    for spelling, exercises in owners.items():
        for other in exercises[1:]:
            first = exercises[0].id
            problem = f'{places[other.id]}: "{spelling}" already means {first} ({places[first]}).'
            yield Misfit((other.id if other.id in own else first,), problem)


def program_problems(program: Program, place: str, library: Library) -> Iterator[str]:
    """Every way in which a program does not fit the library or itself."""
    ids = [session.id for session in program.sessions]
    for twice in sorted({each for each in ids if ids.count(each) > 1}):
        yield f'{place}: two sessions are called "{twice}".'
    if program.last_session is not None and program.last_session not in ids:
        yield f'{place}, last_session: there is no session "{program.last_session}".'
    for session in program.sessions:
        for number, slot in enumerate(session.slots, start=1):
            yield from _slot_problems(slot, f"{place}, session {session.id}, slot {number}", library)
        yield from _group_problems(session, f"{place}, session {session.id}", library)
        for phase in Phase:
            if phase is not Phase.RECOVERY and not session.slots_in(phase):
                yield f"{place}, session {session.id}: no slot has a cell for {phase}."


def _slot_problems(slot: Slot, place: str, library: Library) -> Iterator[str]:
    for each in slot.reachable:
        if each not in library:
            yield f'{place}: there is no exercise "{each}"{meant(each, library)}'
    for phase in slot.optional_in:
        if phase not in slot.cells:
            yield f"{place}, optional_in: there is no cell for {phase}."
    own = library.get(slot.exercise)
    for phase, cell in slot.cells.items():
        if own is not None and getattr(cell, unit_of(own.load)) is None:
            yield f"{place}, cells.{phase}: {own.id} is counted in {unit_of(own.load)}."


def _group_problems(session: SessionTemplate, place: str, library: Library) -> Iterator[str]:
    """Turns need somebody to take them with, and must not tire a lift that wants fresh muscles."""
    for group, numbers in session.groups.items():
        if len(numbers) == 1:
            close = meant(group, [each for each in session.groups if each != group])
            yield f'{place}, slot {numbers[0]}, group: no other slot is in "{group}"{close}'
        for lift, between in permutations(numbers, 2):
            clash = _clash(session.slots[lift - 1], session.slots[between - 1], library)
            if clash is not None:
                yield (
                    f"{place}, slot {between}, group: {clash[1]} tires what {clash[0]} in slot {lift} needs; "
                    "between its sets there is room for balance, mobility or other muscles."
                )


def _clash(fresh: Slot, other: Slot, library: Library) -> tuple[str, str] | None:
    """A lift and what would disturb it, the first such pair that the two slots can show."""
    for lift in fresh.reachable:
        for between in other.reachable:
            known = lift in library and between in library
            if known and disturbs(fresh, library[lift], other, library[between]):
                return lift, between
    return None
