"""Asking once about a set that is far from everything known, 1000 for 100, or that no bar is light enough for."""

from typing import TYPE_CHECKING

import click

from tracker.cli.speech import Declined, on_terminal, say
from tracker.cli.typed import Typed, fields_of
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.domain.strength.slips import WEIGHED
from tracker.logbook.doubting import are_doubtful, is_doubtful_instead, under_the_bar

if TYPE_CHECKING:
    from tracker.assembly import House


def ask_about_sets(house: "House", typed: Typed, session: Session) -> None:
    """Ask about sets that are about to be logged in *session*.

    Raises:
        Misunderstood: for a bar without a weight.
        Declined: when they were a slip.
    """
    if typed.held.load not in WEIGHED:
        return
    said = [fields_of(spoken, typed.held) for spoken in typed.sets]
    at = session.position_of(typed.exercise.id)
    kept = session.entries[at].performed if at is not None else ()
    light = under_the_bar(house.logbook, typed.exercise.id, typed.held.load, said, kept)
    if light or are_doubtful(house.logbook, session, typed.exercise, said):
        _ask(house, light, "Log it?", "It was logged as it is", "Nothing was logged.")


def ask_about_amended(
    house: "House", session: Session, entry: Entry, number: int, done: PerformedSet
) -> None:
    """Ask about a set that is about to be put in place of an earlier one, the first being number 1.

    Raises:
        Misunderstood: for a bar without a weight.
        Declined: when it was a slip.
    """
    said = dict(done)
    light = under_the_bar(house.logbook, entry.exercise, entry.load_type, [said], entry.performed)
    if light or is_doubtful_instead(house.logbook, session, entry, number - 1, said):
        _ask(house, light, "Keep it?", "It is kept as it is", "Nothing was changed.")


def _ask(house: "House", light: str, question: str, kept: str, let_go: str) -> None:
    words = house.catalog.words
    if not on_terminal():
        say(f"{light or words.line('POSSIBLE_SLIP')} {kept}; `runlift undo` takes it back.")
    elif not click.confirm(f"{light or words.text('POSSIBLE_SLIP')} {question}", default=True, err=True):
        raise Declined(let_go)
