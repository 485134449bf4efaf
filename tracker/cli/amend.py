"""`runlift amend` and `runlift erase`: putting right what was logged, in any session."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.completing import exercises, session_days
from tracker.cli.door import DAY, Door, Verb, never_asks, pass_door
from tracker.cli.numbers import Whole
from tracker.cli.speech import out, say, tell_notices

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.session import Entry, Session


@click.command(
    "amend",
    cls=Verb,
    context_settings={"ignore_unknown_options": True},
    examples=(
        'runlift amend 2027-03-26 "back squat" 2 60x5@8      the second set was 60 kg',
        'runlift amend 2027-03-26 "back squat" 2 x4          only the reps were different',
        'runlift amend 2027-03-26 "back squat" 4 60x5        one set more: the number after the last',
    ),
)
@click.argument("day", type=DAY, metavar="DATE", shell_complete=session_days)
@click.argument("exercise", shell_complete=exercises)
@click.argument("number", type=Whole(min=1), metavar="SET")
@click.argument("sets", nargs=-1, required=True, metavar="LOADxREPS[@RPE]")
@pass_door
def amend_verb(door: Door, day: dt.date, exercise: str, number: int, sets: tuple[str, ...]) -> None:
    """Correct one set of a session; what is not said stays. Later advice follows.

    `runlift history DATE` numbers the sets.
    """
    from tracker.cli.lines import done_words
    from tracker.cli.slips import ask_about_amended
    from tracker.cli.typed import fields_of, held_in, read_sets
    from tracker.domain.errors import Misunderstood

    house = door.house
    session, at = _meant(house, day, exercise)
    entry = session.entries[at]
    held = held_in(house, entry)
    said = read_sets(" ".join(sets), held)
    if len(said) != 1:
        raise Misunderstood("One set at a time: say what that set was, for example 60x5@8.")
    fields = fields_of(said[0], held)
    asked = _amended(house, session, entry, number, fields).sets[number - 1].done
    assert asked is not None
    ask_about_amended(house, session, entry, number, asked)
    with house.logbook.desk.alone():  # another window may have changed the session meanwhile
        session, at = _meant(house, day, exercise)
        changed = _amended(house, session, session.entries[at], number, fields)
        _keep(house, session, at, changed)
    done = changed.sets[number - 1].done
    assert done is not None
    tell_notices(house)
    unit = house.logbook.desk.runner.unit
    out(f"{_name(house, entry)}, set {number}: {done_words(changed, done, unit)}")


def _amended(
    house: "House", session: "Session", entry: "Entry", number: int, said: dict[str, object]
) -> "Entry":
    """The entry with the set changed; the number after the last adds one like the set before it."""
    from tracker.domain.coaching.set_logging import as_planned
    from tracker.domain.errors import NothingToDo
    from tracker.domain.session import PerformedSet, SetRow

    count = len(entry.sets)
    if number > count + 1:
        there = "There is 1 set" if count == 1 else f"There are {count} sets"
        raise NothingToDo(f"{there} of {_name(house, entry)}; {count + 1} would add one.")
    row = entry.sets[number - 1] if number <= count else SetRow()
    if row.done is not None:
        base = dict(row.done)
    elif row.planned is not None:
        base = {**as_planned(row.planned), "at": session.finished_at or house.clock()}
    else:
        like = entry.performed[-1].load if entry.performed else None
        base = {"load": like, "at": session.finished_at or house.clock()}
    if {"reps", "seconds", "contacts"} & said.keys():
        base |= {"reps": None, "seconds": None, "contacts": None, "right": None}
    done = PerformedSet.model_validate({**base, **said})
    return entry.with_row(number - 1, row.changed(done=done))


@click.command(
    "erase",
    cls=Verb,
    examples=(
        "runlift erase 2027-03-26                         the whole session",
        'runlift erase 2027-03-26 "back squat"            one exercise of it',
        'runlift erase 2027-03-26 "back squat" 3          one set of it',
        "runlift restore --session 2027-03-26             brings the session back",
    ),
)
@click.argument("day", type=DAY, metavar="DATE", shell_complete=session_days)
@click.argument("exercise", required=False, shell_complete=exercises)
@click.argument("number", type=Whole(min=1), required=False, metavar="[SET]")
@never_asks
@pass_door
def erase_verb(door: Door, day: dt.date, exercise: str | None, number: int | None) -> None:
    """Take a session, an exercise or a set out of the log. Everything can come back; later advice follows."""
    house = door.house
    with house.logbook.desk.alone():
        if exercise is None:
            _erase_session(house, day)
        else:
            _erase_sets(house, day, exercise, number)
    tell_notices(house)


def _erase_session(house: "House", day: dt.date) -> None:
    from tracker.cli.lines import day_and_year
    from tracker.domain.errors import NothingToDo, Refused

    sessions = house.logbook.past.on(day)
    if not sessions:
        under_way = house.logbook.session
        if under_way is not None and under_way.date == day:
            raise Refused("That session is under way; `runlift undo` takes its sets back.")
        raise NothingToDo(f"Nothing is logged on {day_and_year(day)}.")
    for session in sessions:
        house.logbook.past.erase(session.id)
        out(f"Erased: {session.name}, {day_and_year(day)}.")
    say(f"`runlift undo` brings it back, and later `runlift restore --session {day}`.")


def _erase_sets(house: "House", day: dt.date, exercise: str, number: int | None) -> None:
    from tracker.cli.lines import done_words
    from tracker.domain.errors import NothingToDo

    session, at = _meant(house, day, exercise)
    entry = session.entries[at]
    rows = [row for row, each in enumerate(entry.sets) if each.done is not None]
    if number is not None:
        rows = [row for row in rows if row == number - 1]
    if not rows:
        raise NothingToDo(f"That set of {_name(house, entry)} is not done.")
    unit = house.logbook.desk.runner.unit
    changed = entry
    for row in reversed(rows):
        changed = _without(changed, row)
    _keep(house, session, at, changed)
    for row in rows:
        done = entry.sets[row].done
        assert done is not None
        out(f"Erased: {_name(house, entry)}, set {row + 1}: {done_words(entry, done, unit)}")
        say(f"`runlift amend {day} {entry.exercise} {row + 1} {_typed(entry, row, unit)}` brings it back.")


def _without(entry: "Entry", row: int) -> "Entry":
    """A planned set is open again; one that was added goes away."""
    from tracker.domain.session import SetRow

    planned = entry.sets[row].planned
    return entry.without_row(row) if planned is None else entry.with_row(row, SetRow(planned=planned))


def _typed(entry: "Entry", row: int, unit: object) -> str:
    """The set as it would be typed."""
    from tracker.domain.units import Unit
    from tracker.domain.words.set_text import SetText, written

    done = entry.sets[row].done
    assert done is not None
    shared = None if done.load is None else done.load.number / entry.hands
    bare = shared is not None and shared != 0
    return written(
        SetText(
            load=shared if bare else None,
            unit=done.load.unit
            if done.load is not None and bare and done.load.unit is not Unit(str(unit))
            else None,
            bodyweight=shared is not None and (shared <= 0 or entry.system_offset_kg > 0),
            band=done.band,
            reps=done.reps,
            right_reps=done.right.reps if done.right is not None else None,
            seconds=done.seconds,
            right_seconds=done.right.seconds if done.right is not None else None,
            contacts=done.contacts,
            rpe=done.rpe,
        )
    )


def _meant(house: "House", day: dt.date, text: str) -> "tuple[Session, int]":
    """The session of *day* that holds the exercise, finished or under way, and where in it."""
    from tracker.cli.lines import day_and_year
    from tracker.cli.typed import entry_in, find_exercise
    from tracker.domain.errors import NothingToDo

    under_way = house.logbook.session
    sessions = list(house.logbook.past.on(day))
    if under_way is not None and under_way.date == day:
        sessions = [under_way, *(each for each in sessions if each.id != under_way.id)]
    if not sessions:
        raise NothingToDo(f"Nothing is logged on {day_and_year(day)}.")
    found = find_exercise(house, text, sessions[0])
    session = next((each for each in sessions if each.position_of(found.id) is not None), sessions[0])
    return session, entry_in(session, found, f"the session of {day_and_year(day)}")


def _keep(house: "House", session: "Session", at: int, changed: "Entry") -> None:
    """Put the changed entry in place: as a step of the session under way, or in the log."""
    book = house.logbook
    if book.session is not None and book.session.id == session.id:
        book.replace_entry("set_amended", at, changed)
    else:
        book.past.replace(session.with_entry(at, changed))


def _name(house: "House", entry: "Entry") -> str:
    exercise = house.catalog.exercises.get(entry.exercise)
    return exercise.name if exercise is not None else entry.exercise
