"""Races: how far, how important, and the changes a runner may make to the list of them."""

import datetime as dt
import re
from enum import StrEnum
from typing import Self
from unicodedata import category

from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.person import Taper
from tracker.domain.value import Value

RaceId = str

MOST_NAME = 60
_UNSEEN = frozenset({"Cc", "Cs"})
"""Categories of control characters and of halves of a character."""

KM_PER_MILE = 1.609344
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(k|km|kms|kilomet(?:er|re)s?|mi|miles?)?")


class Distance(StrEnum):
    """The five kinds of race that plans are made for; every other length goes to one of them."""

    FIVE_K = "5k"
    TEN_K = "10k"
    HALF = "half"
    MARATHON = "marathon"
    ULTRA = "ultra"

    @classmethod
    def of(cls, text: str) -> Self:
        """The kind of race meant by ``5k``, ``half marathon``, ``21.1``, ``42.2 km`` or ``50 miles``.

        A bare number is kilometres. Up to 7 km counts as 5k, up to 14 as 10k, up to 30 as half, up to 43 as
        marathon, anything longer as ultra.

        Raises:
            Misunderstood: if it is neither a name nor a length that is raced.
        """
        plain = " ".join(text.lower().split())
        if name := _NAMES.get(plain.replace("-", " ")):
            return cls(name)
        found = _NUMBER.fullmatch(plain)
        km = float(found[1].replace(",", ".")) if found else 0.0
        if found and (found[2] or "").startswith("mi"):
            km *= KM_PER_MILE
        if km <= 0:
            raise Misunderstood(f'"{text}" is not a distance; say 5k, 10k, half, marathon, ultra or km.')
        if km > MOST_KM:
            raise Misunderstood(f'"{text}" is longer than any race; a length goes up to {MOST_KM} km.')
        return next((cls(kind) for upper, kind in _UP_TO_KM if km <= upper), cls(Distance.ULTRA))

    @property
    def spoken(self) -> str:
        """The name inside a sentence: ``half marathon``."""
        return {"5k": "5 km", "10k": "10 km", "half": "half marathon"}.get(self.value, self.value)

    @property
    def is_long(self) -> bool:
        """Marathon and ultra: too long to race without planning around it."""
        return self in (Distance.MARATHON, Distance.ULTRA)


_NAMES = {
    "half": Distance.HALF,
    "half marathon": Distance.HALF,
    "hm": Distance.HALF,
    "marathon": Distance.MARATHON,
    "full": Distance.MARATHON,
    "full marathon": Distance.MARATHON,
    "ultra": Distance.ULTRA,
    "ultramarathon": Distance.ULTRA,
    "ultra marathon": Distance.ULTRA,
}
MOST_KM = 1000
_UP_TO_KM = ((7.0, Distance.FIVE_K), (14.0, Distance.TEN_K), (30.0, Distance.HALF), (43.0, Distance.MARATHON))


_EASY_DAYS_AFTER_B = {Distance.FIVE_K: 2, Distance.TEN_K: 3, Distance.HALF: 5}


class Priority(StrEnum):
    """A: the season is laid out for it. B: raced out of training. C: a quality run with a number on."""

    A = "A"
    B = "B"
    C = "C"


class Race(Value):
    """One race.

    Attributes:
        id: stays the same when name, date or distance change, so that a moved race is still the same race.
        taper: the taper protocol asked for (A races only make use of it).
    """

    id: RaceId
    name: str
    date: dt.date
    distance: Distance
    priority: Priority = Priority.A
    taper: Taper = Taper.FADE

    @property
    def week(self) -> dt.date:
        """The Monday of race week."""
        return monday_of(self.date)

    @property
    def easy_until(self) -> dt.date | None:
        """The last day of easy running only; for B races, where the plan around the day goes on."""
        days = _EASY_DAYS_AFTER_B.get(self.distance) if self.priority is Priority.B else None
        return None if days is None else self.date + dt.timedelta(days=days)

    def eases(self, monday: dt.date) -> bool:
        """Some day of the week of *monday* is for easy running only, after this race."""
        first, last = self.date + dt.timedelta(days=1), self.easy_until
        return last is not None and first < monday + dt.timedelta(days=7) and monday <= last

    def days_from(self, day: dt.date) -> int:
        """Days until the race, negative once it is over."""
        return (self.date - day).days


Races = tuple[Race, ...]


def run_towards(races: Races, day: dt.date, distance: Distance, days: tuple[int, int]) -> Race | None:
    """The longer A race that a race on *day* is a step to: usually B then, so that the long one keeps its peak.

    Args:
        days: from how long to how long before it, both counted.
    """
    kinds, (least, most) = list(Distance), days
    goals = (race for race in races if race.priority is Priority.A)
    ahead = (race for race in goals if least <= race.days_from(day) <= most)
    longer = (race for race in ahead if kinds.index(race.distance) > kinds.index(distance))
    return None if distance.is_long else min(longer, key=lambda race: race.date, default=None)


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the ISO week that holds *day*."""
    return day - dt.timedelta(days=day.weekday())


def spoken_date(day: dt.date) -> str:
    """A date inside a sentence: ``Sun 27 Sep 2026``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def with_race(races: Races, race: Race, today: dt.date) -> Races:
    """The list with *race* added, or in place of the one with its id, in order of date.

    Raises:
        Misunderstood: a name that is none.
        Refused: a date before *today*, a second race on its day or of its name, a second A race in its week, or a
            marathon or ultra as B race. The sentence names the choices.
    """
    race = race.changed(name=race_name(race.name))
    others = tuple(other for other in races if other.id != race.id)
    if race.date < today:
        raise Refused(
            f"{race.name} is on {spoken_date(race.date)}, which is over; give a date from today on."
        )
    if race.priority is Priority.B and race.distance.is_long:
        raise Refused(
            f"{race.name} is {_article(race.distance)}, too long for a B race; "
            f"make it an A race, or a C race if you run it as training."
        )
    for other in others:
        if other.date == race.date:
            raise Refused(f"{other.name} is already on {spoken_date(race.date)}; move or remove it first.")
        if other.week == race.week and other.priority is race.priority is Priority.A:
            raise Refused(f"{other.name} is an A race in the same week; make one of the two B or C.")
    _refuse_its_name_twice(races, race, today)
    return tuple(sorted((*others, race), key=lambda each: each.date))


def race_name(text: str) -> str:
    """A name as it is kept: in one line, and of letters one can see.

    Raises:
        Misunderstood: for no name, or one that no list has room for.
    """
    name = " ".join(text.split())
    if not name:
        raise Misunderstood("A race needs a name.")
    if len(name) > MOST_NAME:
        raise Misunderstood(f"That name is longer than {MOST_NAME} letters; a shorter one will do.")
    if any(category(letter) in _UNSEEN for letter in name):
        raise Misunderstood("That name holds a character that cannot be shown; leave it out.")
    return name


def _refuse_its_name_twice(races: Races, race: Race, today: dt.date) -> None:
    """Two races ahead of one name could not be told apart; one that has its name already keeps it."""
    alike = [other for other in races if other.name.casefold() == race.name.casefold()]
    ahead = [other for other in alike if other.date >= today]
    if ahead and all(other.id != race.id for other in alike):
        raise Refused(
            f"{ahead[0].name} is already in the plan, on {spoken_date(ahead[0].date)}; "
            f"give this one another name, such as {race.name} {race.date.year}."
        )


def without_race(races: Races, race_id: RaceId) -> Races:
    """The list without one race. A past race that is removed counts as not run, and gives no recovery.

    Raises:
        NothingToDo: if no race has that id.
    """
    left = tuple(race for race in races if race.id != race_id)
    if len(left) == len(races):
        raise NothingToDo("There is no such race in your plan.")
    return left


def _article(distance: Distance) -> str:
    return f"an {distance.spoken}" if distance is Distance.ULTRA else f"a {distance.spoken}"
