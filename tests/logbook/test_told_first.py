"""The cause told first is the one that lowered the number, and nothing beside it says that the weight stays."""

from datetime import timedelta

import pytest
from support.entries import codes, entry, kg
from support.home import NEXT_TUESDAY, TUESDAY, Clock, do_session, logbook_at, set_up, two_weeks

from tracker.catalog import load_catalog
from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.exercise import CareArea
from tracker.domain.progression.causes import lightened_by
from tracker.domain.reason import because
from tracker.logbook import Logbook
from tracker.screens.moving import against

STAYS = {"HELD_LOAD", "GAP_HOLD", "STALL_CONSISTENCY"}
WORDS = load_catalog().words


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks of sessions, and today a session whose back squat has a past."""
    logbook = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    return logbook


@pytest.mark.parametrize("days", [0, 5, 14, 28, 63])
@pytest.mark.parametrize("dead", [False, True])
@pytest.mark.parametrize("sore", [False, True])
def test_what_takes_load_off_leads(book: Logbook, clock: Clock, days: int, *, dead: bool, sore: bool) -> None:
    clock.turn_to(clock.now.date() + timedelta(days=days))
    if dead:
        book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    if sore:
        book.adapting.report_pain(CareArea.KNEE, 4)
    for each in book.begin().session.entries:
        lighter = lightened_by(each.reasons)
        if lighter and not {"CALIBRATE", "LOAD_BELOW_MIN"} & set(codes(each)):
            assert each.reasons[: len(lighter)] == lighter, codes(each)
            assert not STAYS & set(codes(each))


def test_a_short_gap_is_no_same_weight_where_a_lighter_week_or_a_niggle_takes_load_off(
    book: Logbook, clock: Clock
) -> None:
    clock.turn_to(clock.now.date() + timedelta(days=7))
    last = book.log().of(entry(book).exercise)[-1].entry
    assert codes(entry(book))[:2] == ["DELOAD", "GAP_EASED"]
    assert kg(entry(book)) < kg(last)
    book.adapting.report_pain(CareArea.KNEE, 4)
    assert kg(entry(book)) < kg(last)
    assert codes(entry(book))[0] == "PAIN_REGRESS"
    assert {"GAP_EASED"} == {code for code in codes(entry(book)) if code.startswith("GAP_")}
    told = " ".join(WORDS.line(each) for each in entry(book).reasons)
    assert "nothing is added" in told
    assert "same weight" not in told


def test_heavy_legs_are_fine_in_off_season_is_said_to_who_says_dead(clock: Clock) -> None:
    book = set_up(logbook_at(clock), races=())
    clock.turn_to(TUESDAY)
    do_session(book, rpe=6)
    clock.turn_to(clock.now.date() + timedelta(days=7))
    dead = book.adapting.preview_readiness(Readiness(feel=Feel.DEAD)).reason
    assert WORDS.text(dead) == "Heavy legs are fine in off-season, so nothing speaks against the plan today."
    fresh = book.adapting.preview_readiness(Readiness(feel=Feel.FRESH)).reason
    assert WORDS.text(fresh) == "Nothing speaks against the plan today."


def test_what_speaks_against_a_day_is_said_once() -> None:
    beside = tuple(because("NEXT_TO_LIFT", day="Tue", other=other) for other in ("Mon", "Wed"))
    assert against(WORDS, beside) == "Next to another heavy leg session."
    assert against(WORDS, ()) == "Nothing speaks against it."
