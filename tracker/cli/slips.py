"""Asking once about a set that is far from everything known: 1000 for 100."""

from typing import TYPE_CHECKING

import click

from tracker.cli.speech import Declined, on_terminal, say
from tracker.cli.typed import Typed, fields_of
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.domain.strength.slips import WEIGHED
from tracker.logbook.doubting import are_doubtful, is_doubtful_instead

if TYPE_CHECKING:
    from tracker.assembly import House


def ask_about_sets(house: "House", typed: Typed, session: Session) -> None:
    """Ask about sets that are about to be logged in *session*.

    Raises:
        Declined: when they were a slip.
    """
    if typed.held.load not in WEIGHED:
        return
    said = [fields_of(spoken, typed.held) for spoken in typed.sets]
    if are_doubtful(house.logbook, session, typed.exercise, said):
        _ask(house, "Log it?", "It was logged as it is", "Nothing was logged.")


def ask_about_amended(
    house: "House", session: Session, entry: Entry, number: int, done: PerformedSet
) -> None:
    """Ask about a set that is about to be put in place of an earlier one, the first being number 1.

    Raises:
        Declined: when it was a slip.
    """
    if is_doubtful_instead(house.logbook, session, entry, number - 1, dict(done)):
        _ask(house, "Keep it?", "It is kept as it is", "Nothing was changed.")


def _ask(house: "House", question: str, kept: str, let_go: str) -> None:
    text = house.catalog.words.text("POSSIBLE_SLIP")
    if not on_terminal():
        say(f"{text} {kept}; `runlift undo` takes it back.")
    elif not click.confirm(f"{text} {question}", default=True, err=True):
        raise Declined(let_go)
