"""Homes in which a day does not go as planned: tired weeks, a lift at a standstill, a record within reach, a niggle."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from support.entries import codes, entry, kg
from support.gym import FRIDAY, Gym
from support.home import MONDAY, NEXT_TUESDAY, THURSDAY, TUESDAY, Clock, do_session, on_disk, set_up

from tracker.domain.adapting.readiness import Readiness
from tracker.domain.exercise import CareArea
from tracker.domain.session import SetKind
from tracker.domain.units import Load
from tracker.logbook import Logbook

TIRED = Readiness(sleep_h=5.5, energy=2, soreness=8)
_HEAVY_KG = 45


def hard_weeks(home: Path) -> date:
    """Two red mornings in a row; the day on which a lighter week is offered."""
    set_up(on_disk(home, Clock(MONDAY)), races=(), lift_days=(1, 3))
    for day in (TUESDAY, THURSDAY, NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)):
        book = on_disk(home, Clock(day))
        if day >= NEXT_TUESDAY:
            book.adapting.say_readiness(TIRED)
        do_session(book)
    return NEXT_TUESDAY + timedelta(days=7)


def record_within_reach(home: Path) -> date:
    """Off-season, everything on target; the first day of the third loading week."""
    clock = Clock(MONDAY)
    set_up(
        on_disk(home, clock), races=(), lift_days=(1, 4), lifted_before="regularly", body_weight=Load.of(120)
    )
    for week, weekday in ((0, 1), (0, 4), (1, 1), (1, 4)):
        clock.turn_to(MONDAY + timedelta(weeks=week, days=weekday))
        book = on_disk(home, clock)
        while (week, weekday) == (1, 1) and kg(entry(book)) < _HEAVY_KG:
            book.sets.step_load(0, 0, up=True)
        do_session(book, rpe=7 if week == 0 else None)
    return MONDAY + timedelta(weeks=2, days=1)


def standstill(home: Path, until: str = "STALL_CHANGE") -> date:
    """Week after week the same and a little too hard, then one light session: the day with two ways on.

    Args:
        until: the cause to stop at; ``STALL_DELOAD`` is the day of the light session.
    """
    clock = Clock(TUESDAY)
    book = set_up(on_disk(home, clock), races=(), lift_days=(1,), lifted_before="regularly")
    while until not in codes(entry(book)):
        for row, rpe in _a_little_too_hard(book):
            book.sets.log(0, row, rpe=rpe)
        do_session(book)
        clock.turn_to(clock.now.date() + timedelta(days=7))
    return clock.now.date()


def _a_little_too_hard(book: Logbook) -> Iterator[tuple[int, float]]:
    for row, each in enumerate(book.begin().session.entries[0].sets):
        asked = each.planned
        ramp = asked is not None and asked.kind is SetKind.RAMP
        yield row, min(9.5, ((asked.rpe if asked else None) or 8.0) + (0.0 if ramp else 1.0))


def sore_since_yesterday(gym: Gym) -> None:
    """A knee of 4 of 10 on the day before, which nobody has asked after yet."""
    gym.clock.turn_to(FRIDAY - timedelta(days=1))
    gym.logbook.adapting.report_pain(CareArea.KNEE, 4)
    gym.clock.turn_to(FRIDAY)
