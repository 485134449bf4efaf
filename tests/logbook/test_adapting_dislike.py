"""Left out twice because it is not liked: another one of its kind is offered, never forced, and remembered."""

from datetime import timedelta

import pytest
from support.entries import codes, entry_of, exercises
from support.home import THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up, shipped

from tracker.domain.adapting.dislike import DISLIKED
from tracker.domain.errors import NothingToDo
from tracker.logbook import Logbook
from tracker.questions import SKIP_EXERCISE

PUSH_UP = "push_up"
WEEK = timedelta(weeks=1)


def after_skips(clock: Clock, *reasons: str) -> Logbook:
    """A Tuesday for each reason, on which the push-up was left out for it; today is the Tuesday after."""
    book = set_up(logbook_at(clock))
    for week, reason in enumerate(reasons):
        for day in (TUESDAY, THURSDAY):
            clock.turn_to(day + week * WEEK)
            if day == TUESDAY:
                book.skip_exercise(exercises(book).index(PUSH_UP), reason)
            do_session(book)
    clock.turn_to(TUESDAY + len(reasons) * WEEK)
    return book


def test_the_reason_on_the_screen_is_the_one_that_steers() -> None:
    assert DISLIKED in {each.value for each in SKIP_EXERCISE}


def test_twice_disliked_is_offered_another_of_its_kind(clock: Clock) -> None:
    book = after_skips(clock, DISLIKED, DISLIKED)
    found = entry_of(book, PUSH_UP)
    offer = next(reason for reason in found.reasons if reason.code == "DISLIKE_OFFER")
    library = shipped().exercises
    other = library[str(offer.inputs["exercise"])]
    assert other.pattern is library[PUSH_UP].pattern
    assert set(other.ingredients) & set(library[PUSH_UP].ingredients)
    assert book.adapting.offers(exercises(book).index(PUSH_UP)) == ("DISLIKE_OFFER",)


@pytest.mark.parametrize("reasons", [(DISLIKED,), ("no time", "no time"), (DISLIKED, "not today")])
def test_once_or_for_another_reason_steers_nothing(clock: Clock, reasons: tuple[str, ...]) -> None:
    book = after_skips(clock, *reasons)
    at = exercises(book).index(PUSH_UP)
    assert "DISLIKE_OFFER" not in codes(entry_of(book, PUSH_UP))
    with pytest.raises(NothingToDo):
        book.adapting.swap_disliked(at)


def test_taken_it_stays_and_the_way_back_is_open(clock: Clock) -> None:
    book = after_skips(clock, DISLIKED, DISLIKED)
    other = book.adapting.swap_disliked(exercises(book).index(PUSH_UP)).id
    assert codes(entry_of(book, other))[0] == "DISLIKE_SWAP"
    for _ in range(2):
        assert other in exercises(book)
        assert PUSH_UP not in exercises(book)
        do_session(book)
        clock.turn_to(clock.now.date() + (THURSDAY - TUESDAY))
        do_session(book)
        clock.turn_to(clock.now.date() + (TUESDAY + WEEK - THURSDAY))
    at = exercises(book).index(other)
    assert "WAY_BACK_UP" in codes(entry_of(book, other))
    assert book.adapting.way_back(at).id == PUSH_UP


def test_left_alone_it_stays_as_it_is(clock: Clock) -> None:
    book = after_skips(clock, DISLIKED, DISLIKED)
    do_session(book)
    assert book.log().of(PUSH_UP)
