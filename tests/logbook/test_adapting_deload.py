"""After hard weeks a lighter one is offered on Today: once, in kind words, and either answer is fine."""

from datetime import timedelta

import pytest
from support.home import MONDAY, NEXT_TUESDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up

from tracker.domain.adapting.hard_going import may_have_been_hard
from tracker.domain.adapting.readiness import Readiness
from tracker.domain.runner import Verdict
from tracker.logbook import Logbook

RED = Readiness(sleep_h=5.5, energy=2, soreness=8)
WEEK = timedelta(weeks=1)


def trained(clock: Clock, tired: bool) -> Logbook:
    """Off-season: a plain week, then one in which both mornings were red, or were not; today is the Monday after."""
    book = set_up(logbook_at(clock), races=(), lift_days=(1, 3))
    for day in (TUESDAY, THURSDAY, NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)):
        clock.turn_to(day)
        if tired and day >= NEXT_TUESDAY:
            book.adapting.say_readiness(RED)
        do_session(book)
    clock.turn_to(MONDAY + 2 * WEEK)
    return book


def test_two_red_mornings_of_three_offer_this_week(clock: Clock) -> None:
    offer = trained(clock, tired=True).reviewing.deload_offer()
    assert offer is not None
    assert (offer.why.code, offer.reason.code) == ("OFTEN_RED", "DELOAD_OFFER")


def test_weeks_as_planned_offer_nothing(clock: Clock) -> None:
    assert trained(clock, tired=False).reviewing.deload_offer() is None


def test_taken_the_week_is_lighter_and_nothing_more_is_asked(clock: Clock) -> None:
    book = trained(clock, tired=True)
    offer = book.reviewing.deload_offer()
    assert offer is not None
    book.reviewing.answer_deload(offer, take=True)
    assert book.coach().circumstances(clock.now.date() + timedelta(days=1)).deload
    assert book.reviewing.deload_offer() is None


def test_left_the_week_is_as_planned_and_nothing_more_is_asked(clock: Clock) -> None:
    book = trained(clock, tired=True)
    offer = book.reviewing.deload_offer()
    assert offer is not None
    book.reviewing.answer_deload(offer, take=False)
    assert not book.coach().circumstances(clock.now.date() + timedelta(days=1)).deload
    assert book.coach().runner.decision_for(clock.now.date()) is Verdict.CARRY_ON
    assert book.reviewing.deload_offer() is None


def test_once_the_week_has_begun_it_is_about_the_next(clock: Clock) -> None:
    book = trained(clock, tired=True)
    clock.turn_to(MONDAY + 2 * WEEK + timedelta(days=1))
    book.adapting.say_readiness(RED)
    do_session(book)
    clock.pass_by(hours=1)
    offer = book.reviewing.deload_offer()
    planned = book.coach().circumstances(MONDAY + 3 * WEEK).deload
    assert (offer is None) is planned


@pytest.mark.parametrize("rpe", [None, 6.0, 9.5])
def test_the_quick_look_never_says_no_where_the_review_would_offer(clock: Clock, rpe: float | None) -> None:
    """Six weeks at this effort, a look every day."""
    book = set_up(logbook_at(clock), races=(), lift_days=(1, 3))
    offered = False
    for day in (MONDAY + timedelta(days=n) for n in range(42)):
        clock.turn_to(day)
        hard = may_have_been_hard(book.log(), day)
        offer = book.reviewing.deload_offer()
        offered = offered or offer is not None
        assert hard or offer is None
        if day.weekday() in (1, 3):
            do_session(book, rpe)
    assert offered is (rpe == 9.5)
