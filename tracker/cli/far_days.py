"""Asking about a day far ahead: a mistyped year puts training where nobody looks for it."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.speech import Declined, on_terminal

if TYPE_CHECKING:
    from tracker.assembly import House

FAR = 60
"""Days ahead of the calendar and of everything in the log: nobody trains so far from both by intent."""


def ask_about_day(house: "House") -> None:
    """Ask before something is written down on a day far ahead; refuse it where nobody can be asked.

    Raises:
        Refused, Declined: when nothing is to be written there.
    """
    from tracker.cli.lines import day_and_year
    from tracker.domain.errors import Refused

    day = house.clock().date()
    ahead = (day - house.calendar().date()).days
    if ahead <= FAR or (day - _last(house)).days <= FAR:
        return
    sentence = f"{day_and_year(day)} is {ahead} days ahead"
    if not on_terminal():
        raise Refused(f"{sentence}, so nothing was written down; is the date right?")
    if not click.confirm(f"{sentence}. Write it down there?", default=False, err=True):
        raise Declined("Nothing was written down.")


def _last(house: "House") -> dt.date:
    """The last day in the log, or the day the plan was made."""
    book = house.logbook
    sessions = (book.year(year).sessions for year in reversed(book.years()))
    last = next((each[-1].date for each in sessions if each), dt.date.min)
    return max(last, book.desk.runner.plan.made_on)
