"""What a runner asked of the season on one day. A season is its revisions; none changes past weeks."""

import datetime as dt
from enum import StrEnum
from typing import Literal

from tracker.domain.person import Style
from tracker.domain.race import Priority, Race, Races, monday_of
from tracker.domain.value import Value


class NoRace(StrEnum):
    """What happens when no A race is ahead."""

    STAY = "stay"
    ROLLING = "rolling"


class DeloadMove(Value):
    """The deload planned for the week of *week* (a Monday) is taken one week earlier (-1) or later (+1)."""

    week: dt.date
    by: Literal[-1, 1]


class Revision(Value):
    """The plan as asked for on *made_on*; it is in force from that week until the week of the next revision.

    Attributes:
        races: the whole list, past ones included: a past A race gives recovery weeks only while it is listed.
        deload_moves: deloads moved by one week, to match a cut-back running week.
        pulled: Mondays of reactive deloads.
    """

    made_on: dt.date
    races: Races = ()
    style: Style = Style.PERIODIZED
    no_race: NoRace = NoRace.STAY
    deload_moves: tuple[DeloadMove, ...] = ()
    pulled: tuple[dt.date, ...] = ()

    @property
    def from_week(self) -> dt.date:
        """The Monday of the first week this revision decides."""
        return monday_of(self.made_on)

    @property
    def in_order(self) -> Races:
        """All races by date."""
        return tuple(sorted(self.races, key=lambda race: race.date))

    @property
    def a_races(self) -> Races:
        """A races by date; of two in one week the later one counts."""
        by_week = {race.week: race for race in self.in_order if race.priority is Priority.A}
        return tuple(by_week.values())

    def next_a_race(self, day: dt.date) -> Race | None:
        """The first A race on or after *day*."""
        return next((race for race in self.a_races if race.date >= day), None)
