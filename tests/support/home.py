"""A runner's home for tests: a logbook whose days the test turns."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from tracker.catalog import Catalog, load_catalog
from tracker.domain.person import Level
from tracker.domain.race import Distance, Race
from tracker.domain.revision import Revision
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.units import Load
from tracker.logbook import Logbook
from tracker.logbook.diary import Diary
from tracker.logbook.in_memory import InMemoryDiary

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
THURSDAY = MONDAY + timedelta(days=3)
NEXT_TUESDAY = MONDAY + timedelta(days=8)
BERLIN = Race(id="berlin", name="Berlin", date=date(2027, 3, 14), distance=Distance.MARATHON)


@cache
def shipped() -> Catalog:
    """The shipped content, read once for all tests."""
    return load_catalog()


class Clock:
    """A clock that the test turns."""

    def __init__(self, day: date, hour: int = 18) -> None:
        self.now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn_to(self, day: date, hour: int = 18) -> None:
        self.now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


def logbook_at(clock: Clock, diary: Diary | None = None, ids: Callable[[], str] | None = None) -> Logbook:
    """A logbook on a diary, in memory unless one is given."""
    numbers = count(1)
    return Logbook(
        diary or InMemoryDiary(), shipped(), clock, ids or (lambda: f"id-{clock.now:%m%d}-{next(numbers)}")
    )


def marathon_runner(**changes: Any) -> Runner:
    """An intermediate who lifts on Tuesday and Thursday beside quality runs, 16 weeks before a marathon."""
    habits = {
        "level": Level.INTERMEDIATE,
        "level_declared": True,
        "body_weight": Load.of(70),
        "run_week": "RQEQREL",
    }
    return Runner(**{**habits, **changes})


def set_up(
    logbook: Logbook, races: tuple[Race, ...] = (BERLIN,), day: date = TUESDAY, **changes: Any
) -> Logbook:
    """Set the marathon runner up with a plan made on *day*."""
    logbook.planning.set_up(marathon_runner(**changes), Revision(made_on=day, races=races))
    return logbook


def do_session(logbook: Logbook, rpe: float | None = None, **given: Any) -> Session:
    """Do today's whole session as prescribed, each set at its target effort unless *rpe* says otherwise."""
    session = logbook.begin().session
    at = 0
    while at < len(session.entries):
        while (row := session.entries[at].next_open) is not None:
            planned = session.entries[at].sets[row].planned
            assert planned is not None
            logbook.sets.log(at, row, rpe=planned.rpe if rpe is None else rpe, **given)
            session = logbook.begin().session
        at += 1
    return logbook.finish(rpe=7).session


def two_weeks(clock: Clock) -> Logbook:
    """Two weeks of Tuesdays (A) and Thursdays (B), rated easy so that loads are on the rise."""
    logbook = set_up(logbook_at(clock))
    for day in (TUESDAY, THURSDAY, NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)):
        clock.turn_to(day)
        do_session(logbook, rpe=6)
    return logbook


def on_disk(home: Path, clock: Clock) -> Logbook:
    """A logbook on real files."""
    from tracker.storage.diary import Diary as DiskDiary

    return logbook_at(clock, DiskDiary(home, device="test"))
