"""The run week: seven letters, Monday to Sunday, the hardest run of each day."""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from tracker.domain.errors import Misunderstood
from tracker.domain.race import Priority, Race, monday_of
from tracker.domain.run import Run, RunKind

_DAY = dt.timedelta(days=1)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class RunDay(StrEnum):
    REST = "R"
    EASY = "E"
    QUALITY = "Q"
    LONG = "L"
    RACE = "X"


RunWeek = tuple[RunDay, ...]

HARDEST_FIRST = (RunKind.RACE, RunKind.LONG, RunKind.QUALITY, RunKind.EASY)


def parse_run_week(text: str) -> RunWeek:
    """Seven letters, Monday first: ``REQEREL``; spaces, commas and case do not matter.

    Raises:
        Misunderstood: at a wrong letter or a wrong count.
    """
    letters = [letter for letter in text.upper() if letter not in " ,-"]
    for letter in letters:
        if letter not in set(RunDay):
            raise Misunderstood(
                f'"{letter}" is not a kind of run; use R rest, E easy, Q quality, L long, X race.'
            )
    if len(letters) != len(DAYS):
        raise Misunderstood(f"A run week has seven letters, Monday to Sunday; this one has {len(letters)}.")
    return tuple(RunDay(letter) for letter in letters)


def parse_days(text: str) -> tuple[int, ...]:
    """Weekdays as numbers, Monday 0, in order: ``tue, Friday`` is ``(1, 4)``; nothing or ``auto`` is ``()``.

    Raises:
        Misunderstood: at a word that does not begin exactly one weekday.
    """
    words = text.lower().replace(",", " ").split()
    return () if words == ["auto"] else tuple(sorted({_day(word) for word in words}))


def _day(word: str) -> int:
    found = [i for i, day in enumerate(DAYS) if day.lower().startswith(word)]
    if len(found) != 1:
        raise Misunderstood(f'"{word}" is not a weekday; use mon, tue, wed, thu, fri, sat or sun.')
    return found[0]


def with_races(run_week: RunWeek, races: Collection[Race], monday: dt.date) -> RunWeek:
    """The runs of one real week: an A or B race is X, a C race counts as quality, a long C race as a long run.

    In the easy days after a B race what is hard by habit is easy.
    """
    days = list(run_week)
    for race in races:
        if race.easy_until is None:
            continue
        for at, run in enumerate(days):
            if race.date < monday + at * _DAY <= race.easy_until and run is not RunDay.REST:
                days[at] = RunDay.EASY
    for race in races:
        if monday_of(race.date) == monday:
            days[race.date.weekday()] = _run_of(race)
    return tuple(days)


def usual_kind(run_week: RunWeek, races: Collection[Race], day: dt.date) -> RunKind:
    """What a run on *day* most likely is: what the run week or a race says; on a rest day an easy one."""
    usual = with_races(run_week, races, monday_of(day))[day.weekday()]
    return RunKind.EASY if usual is RunDay.REST else RunKind(usual.value)


def run_shown(asked: RunDay, day: dt.date, week: Collection[Run], today: dt.date) -> RunDay:
    """The letter of *day* where a week is drawn: the hardest run there was, else what is still asked.

    A day that is over without a run is a rest day, unless no run of its week was written down.

    Args:
        asked: by the run week.
        week: the runs of the week that holds *day*.
    """
    ran = {run.kind for run in week if run.date == day}
    if ran:
        return RunDay(next(kind for kind in HARDEST_FIRST if kind in ran).value)
    return asked if day >= today or not week else RunDay.REST


def _run_of(race: Race) -> RunDay:
    if race.priority is not Priority.C:
        return RunDay.RACE
    return RunDay.LONG if race.distance.is_long else RunDay.QUALITY
