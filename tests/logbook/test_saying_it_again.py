"""What was said is said again, or put right: it replaces what was said before, and never adds to it."""

from datetime import timedelta

import pytest
from support.entries import codes, entry, entry_of, exercises, kg
from support.home import NEXT_TUESDAY, Clock, do_session, two_weeks

from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.adapting.soreness import Asks
from tracker.domain.errors import NothingToDo
from tracker.domain.exercise import CareArea
from tracker.domain.session import Entry
from tracker.logbook import Logbook

KNEE, SHOULDER = CareArea.KNEE, CareArea.SHOULDER


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks of Tuesdays (A) and Thursdays (B), rated easy so that loads are on the rise; today is A again."""
    logbook = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    return logbook


def to_do(book: Logbook) -> list[tuple[str, tuple[object, ...]]]:
    """The exercises of today with their sets."""
    return [(each.exercise, each.sets) for each in book.begin().session.entries]


@pytest.mark.parametrize("score", [3, 4, 5, 7])
@pytest.mark.parametrize("site", [KNEE, SHOULDER, CareArea.LOWBACK, CareArea.HIP])
def test_the_same_pain_said_twice_changes_nothing_more(book: Logbook, site: CareArea, score: int) -> None:
    book.adapting.report_pain(site, score)
    once: tuple[Entry, ...] = book.begin().session.entries
    assert book.adapting.preview_pain(site, score).plan is not None
    assert not book.adapting.preview_pain(site, score).asks
    book.adapting.report_pain(site, score)
    assert book.begin().session.entries == once


def test_dead_legs_after_a_niggle_take_no_second_step_for_it(book: Logbook) -> None:
    book.adapting.report_pain(SHOULDER, 4)
    stepped = exercises(book)
    assert "knee_push_up" in stepped
    book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    assert "knee_push_up" in exercises(book)
    assert codes(entry_of(book, "knee_push_up")).count("PAIN_REGRESS") == 1


def test_fresh_after_a_mistaken_dead_brings_the_planned_session_back(book: Logbook) -> None:
    planned, reasons = to_do(book), book.begin().session.reasons
    book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    assert to_do(book) != planned
    book.adapting.say_readiness(Readiness(feel=Feel.FRESH))
    assert to_do(book) == planned
    assert book.begin().session.reasons == reasons


def test_fresh_after_worn_out_brings_the_planned_session_back(book: Logbook) -> None:
    planned = to_do(book)
    book.adapting.say_readiness(Readiness(sleep_h=3, energy=1, soreness=10))
    assert book.begin().session.neutral
    book.adapting.say_readiness(Readiness(feel=Feel.NORMAL))
    assert to_do(book) == planned
    assert not book.begin().session.neutral


def test_fresh_keeps_what_was_said_of_a_niggle_and_of_the_time(book: Logbook) -> None:
    before = kg(entry(book))
    book.adapting.report_pain(KNEE, 4)
    book.adapting.shorten(25)
    book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    book.adapting.say_readiness(Readiness(feel=Feel.FRESH))
    assert kg(entry(book)) <= 0.8 * before
    assert book.begin().session.short_minutes == 25


def test_a_session_kept_as_it_is_holds_the_lift_and_the_morning_asks(book: Logbook, clock: Clock) -> None:
    before, last = exercises(book), book.log().of("back_squat")[-1].entry
    reply = book.adapting.report_pain(KNEE, 4, as_planned=True)
    assert (reply.reason.code, reply.asks, reply.asks_tomorrow) == ("PAIN_HOLD", False, True)
    assert exercises(book) == before
    squat = entry_of(book, "back_squat")
    assert kg(squat) == kg(last)
    assert squat.pain is not None
    assert squat.pain.score == 4
    do_session(book)
    clock.turn_to(clock.now.date() + timedelta(days=1), hour=7)
    (question,) = book.adapting.questions()
    assert (question.asks, question.site, question.before) == (Asks.NEXT_MORNING, KNEE, 4)
    book.adapting.answer(question, 6, as_planned=True)
    assert book.adapting.questions() == ()
    assert [each.pain for each in book.log().checkins] == [4, 6]


def test_what_was_kept_is_taken_back_with_undo(book: Logbook) -> None:
    before = to_do(book)
    book.adapting.report_pain(KNEE, 4, as_planned=True)
    book.undo()
    assert (to_do(book), book.log().checkins) == (before, ())


def test_a_warning_sign_by_mistake_is_taken_back_on_its_day_alone(book: Logbook, clock: Clock) -> None:
    planned = to_do(book)
    book.adapting.red_flag("RED_FLAG_CALF")
    book.adapting.red_flag("RED_FLAG_FEVER")
    book.adapting.mistaken("RED_FLAG_FEVER")
    assert [each.red_flag for each in book.adapting.signs()] == ["RED_FLAG_CALF"]
    book.adapting.mistaken()
    assert book.adapting.signs() == ()
    assert to_do(book) == planned
    book.adapting.red_flag("RED_FLAG_CALF")
    clock.turn_to(clock.now.date() + timedelta(days=1))
    with pytest.raises(NothingToDo, match="No such warning sign was reported today"):
        book.adapting.mistaken()
    assert [each.red_flag for each in book.adapting.signs()] == ["RED_FLAG_CALF"]
