"""Asking once about a set that is far from everything known: 1000 for 100."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.speech import Declined, on_terminal, say
from tracker.cli.typed import Typed, fields_of
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.domain.strength.slips import WEIGHED, is_far_off
from tracker.domain.units import Load

if TYPE_CHECKING:
    from tracker.assembly import House


def ask_about_sets(house: "House", typed: Typed, session: Session) -> None:
    """Ask about sets that are about to be logged in *session*.

    Raises:
        Declined: when they were a slip.
    """
    if typed.held.load not in WEIGHED:
        return
    at = session.position_of(typed.exercise.id)
    is_new = not house.logbook.log(session.date).of(typed.exercise.id)
    start = _start(house, typed.exercise) if at is None or is_new else None
    entry = session.entries[at] if at is not None else start
    if entry is None:
        return
    open_rows = [row.planned.load for row in entry.sets if row.is_open and row.planned is not None]
    for number, spoken in enumerate(typed.sets):
        asked = open_rows[number] if number < len(open_rows) else None
        said = fields_of(spoken, typed.held)
        if _is_far_off(house, session, entry, said, asked, _first_load(start)):
            _ask(house, "Log it?", "It was logged as it is", "Nothing was logged.")
            return


def ask_about_amended(
    house: "House", session: Session, entry: Entry, number: int, done: PerformedSet
) -> None:
    """Ask about a set that is about to be put in place of an earlier one, the first being number 1.

    Raises:
        Declined: when it was a slip.
    """
    at = number - 1
    row = entry.sets[at] if at < len(entry.sets) else None
    others = entry if row is None else entry.without_row(at)
    asked = row.planned.load if row is not None and row.planned is not None else None
    start = _first_load(_start(house, house.catalog.exercises.get(entry.exercise)))
    said = {name: value for name, value in done if value is not None and name != "at"}
    if _is_far_off(house, session, others, said, asked, start):
        _ask(house, "Keep it?", "It is kept as it is", "Nothing was changed.")


def _is_far_off(
    house: "House",
    session: Session,
    entry: Entry,
    said: dict[str, Any],
    asked: Load | None,
    start: Load | None,
) -> bool:
    done = PerformedSet(**said, at=house.clock())
    log = house.logbook.log(session.date).without(session.id)
    return is_far_off(log, session, entry, done, asked, start)


def _ask(house: "House", question: str, kept: str, let_go: str) -> None:
    text = house.catalog.words.text("POSSIBLE_SLIP")
    if not on_terminal():
        say(f"{text} {kept}; `runlift undo` takes it back.")
    elif not click.confirm(f"{text} {question}", default=True, err=True):
        raise Declined(let_go)


def _start(house: "House", exercise: Exercise | None) -> Entry | None:
    """The exercise as it would be prescribed today; None where it cannot be done with what is here."""
    if exercise is None:
        return None
    return house.logbook.plan_for(house.logbook.today).entry_for(exercise, exercise.role)


def _first_load(entry: Entry | None) -> Load | None:
    planned = entry.sets[0].planned if entry is not None and entry.sets else None
    return None if planned is None else planned.load
