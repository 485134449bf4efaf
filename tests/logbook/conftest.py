"""The runner of most diaries: a marathon ahead, sessions A on Tuesday and B on Thursday, start weights found."""

import pytest
from support.home import MONDAY, NEXT_TUESDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up

from tracker.logbook import Logbook


@pytest.fixture
def clock() -> Clock:
    """Monday of the first week."""
    return Clock(MONDAY)


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """The second Tuesday of base: session A, a back squat on top, its start weight found the week before."""
    logbook = set_up(logbook_at(clock))
    for day in (TUESDAY, THURSDAY):
        clock.turn_to(day)
        do_session(logbook, rpe=6)
    clock.turn_to(NEXT_TUESDAY)
    return logbook
