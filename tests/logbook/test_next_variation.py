"""What grows into its next variation goes on with a weight that means something, or stays as it is."""

from datetime import timedelta

import pytest
from support.entries import codes, planned
from support.home import TUESDAY, Clock, do_session, logbook_at, set_up, shipped

from tracker.domain.exercise import LoadType
from tracker.domain.person import Level
from tracker.domain.session import Entry
from tracker.logbook import Logbook


@pytest.fixture
def home(clock: Clock) -> Logbook:
    """A beginner at home without a race, every set at its target."""
    return set_up(
        logbook_at(clock), races=(), level=Level.BEGINNER, equipment="home_kg", lifted_before="never"
    )


def grown(book: Logbook, clock: Clock, weeks: int = 26) -> list[Entry]:
    """Every first time of a next variation."""
    found = []
    for day in range(weeks * 7):
        clock.turn_to(TUESDAY + timedelta(days=day))
        if book.day().session is not None:
            found += [each for each in book.begin().session.entries if "NEXT_VARIATION" in codes(each)]
            do_session(book)
    return found


def test_a_calf_raise_that_becomes_a_loaded_one_starts_with_a_weight(home: Logbook, clock: Clock) -> None:
    """Single-leg raises at the top of their range twice, slowly: then the loaded one, at 15 % of body weight, less a
    fifth for who never lifted; never the lightest dumbbell of the rack.
    """
    entries = grown(home, clock)
    assert "calf_raise_heavy" in [each.exercise for each in entries]
    for each in entries:
        loaded = shipped().exercises[each.exercise].load is LoadType.EXT
        load = planned(each).load
        assert (load is not None and load.kilograms > 2) is loaded, each.exercise
        if loaded:
            assert codes(each)[:2] == ["NEXT_VARIATION", "CALIBRATE"]
            assert (each.rpe or 0) <= 7
