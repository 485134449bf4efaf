"""A niggle that nobody has asked after yet: it counts as it was, and what it took off comes back with the answer."""

from datetime import timedelta

import pytest
from support.entries import codes, entry, entry_of, exercises, kg
from support.home import (
    NEXT_TUESDAY,
    Clock,
    do_session,
    shipped,
    two_weeks,
)

from tracker.domain.adapting.soreness import Asks
from tracker.domain.exercise import CareArea, LoadType, Pattern
from tracker.domain.run import CheckIn
from tracker.domain.session import Session
from tracker.logbook import Logbook

KNEE, SHOULDER, ACHILLES = CareArea.KNEE, CareArea.SHOULDER, CareArea.ACHILLES
LIBRARY = shipped().exercises
TODAY = NEXT_TUESDAY + timedelta(days=7)


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks of Tuesdays (A) and Thursdays (B), rated easy so that loads are on the rise; tomorrow is A again."""
    logbook = two_weeks(clock)
    clock.turn_to(TODAY - timedelta(days=1))
    return logbook


def told(session: Session) -> list[str]:
    return [reason.code for reason in session.reasons]


def jumps(session: Session) -> list[str]:
    return [
        each.exercise for each in session.entries if each.load_type is LoadType.CONTACTS and not each.skipped
    ]


def test_three_of_yesterday_holds_today(book: Logbook, clock: Clock) -> None:
    book.adapting.report_pain(KNEE, 3)
    clock.turn_to(TODAY)
    last = book.log().of("back_squat")[-1].entry
    assert "PAIN_HOLD" in codes(entry(book))
    assert (kg(entry(book)), entry(book).reps) <= (kg(last), last.reps)
    assert told(book.begin().session) == ["PAIN_CARRIED"]


def test_four_of_yesterday_is_a_fifth_lighter_and_takes_the_jumps_out(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    planned = kg(entry(book))
    clock.turn_to(TODAY - timedelta(days=1))
    book.adapting.report_pain(KNEE, 4)
    clock.turn_to(TODAY)
    session = book.begin().session
    assert kg(entry(book)) <= 0.8 * planned
    assert jumps(session) == []
    assert told(session) == ["PAIN_CARRIED", "PLYO_STOP_PAIN"]


def test_eight_of_yesterday_keeps_the_whole_session_off_the_knee(book: Logbook, clock: Clock) -> None:
    book.adapting.report_pain(KNEE, 8)
    clock.turn_to(TODAY)
    session = book.begin().session
    assert session.entries
    assert all(KNEE not in LIBRARY[each.exercise].care for each in session.entries)
    (question,) = book.adapting.questions()
    assert (question.asks, question.site, question.before) == (Asks.STILL_SORE, KNEE, 8)


def test_the_answer_brings_back_what_was_taken_off(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    planned = book.begin().session.entries
    clock.turn_to(TODAY - timedelta(days=1))
    book.adapting.report_pain(KNEE, 8)
    clock.turn_to(TODAY)
    (question,) = book.adapting.questions()
    reply = book.adapting.answer(question, 0)
    assert not reply.asks
    back = book.begin().session.entries
    assert [each.exercise for each in back] == [each.exercise for each in planned]
    for each, before in zip(back, planned, strict=True):
        if KNEE in LIBRARY[each.exercise].care:
            assert "PAIN_SETTLES" in codes(each)
        else:
            assert each == before
    assert told(book.begin().session) == []


def test_an_answer_in_between_eases_by_its_own_band(book: Logbook, clock: Clock) -> None:
    book.adapting.report_pain(KNEE, 8)
    clock.turn_to(TODAY)
    book.adapting.answer(book.adapting.questions()[0], 4)
    assert entry(book).exercise == "back_squat"
    assert "PAIN_REGRESS" in codes(entry(book))
    assert jumps(book.begin().session) == []


def test_what_is_never_answered_is_one_report_and_no_more(book: Logbook, clock: Clock) -> None:
    """Three sessions with the question unanswered are not three reports; no clinician is named for them."""
    book.adapting.report_pain(SHOULDER, 4)
    for day in (TODAY, TODAY + timedelta(days=2), TODAY + timedelta(days=7)):
        clock.turn_to(day)
        assert told(book.begin().session)[0] == "PAIN_CARRIED"
        do_session(book)
    clock.turn_to(TODAY + timedelta(days=9))
    assert "PAIN_CLINICIAN" not in told(book.begin().session)
    eased = book.log().of("knee_push_up")[-1].entry
    assert eased.pain is not None
    assert eased.pain.carried


def test_after_two_weeks_a_niggle_nobody_spoke_of_is_let_go(book: Logbook, clock: Clock) -> None:
    book.past.check_in(CheckIn(id="", date=TODAY - timedelta(days=15), site=KNEE, pain=8))
    clock.turn_to(TODAY)
    assert entry(book).exercise == "back_squat"
    assert told(book.begin().session) == []


def test_a_worse_morning_counts_for_every_exercise_of_the_spot(book: Logbook, clock: Clock) -> None:
    """Knee 4 on Tuesday, 6 the next morning: on Thursday the split squat, not done on Tuesday, rests as well."""
    clock.turn_to(TODAY)
    book.adapting.report_pain(KNEE, 4)
    do_session(book)
    clock.turn_to(TODAY + timedelta(days=1), hour=7)
    book.adapting.answer(book.adapting.questions()[0], 6)
    clock.turn_to(TODAY + timedelta(days=2))
    assert all(KNEE not in LIBRARY[each].care for each in exercises(book))


def test_after_more_than_five_the_next_morning_asks_too(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    reply = book.adapting.report_pain(SHOULDER, 7)
    assert reply.asks_tomorrow
    do_session(book)
    clock.turn_to(TODAY + timedelta(days=1), hour=7)
    assert [each.asks for each in book.adapting.questions()] == [Asks.NEXT_MORNING]


@pytest.mark.parametrize("site", list(CareArea))
def test_no_jumps_with_four_anywhere(book: Logbook, clock: Clock, site: CareArea) -> None:
    clock.turn_to(TODAY)
    assert jumps(book.begin().session)
    book.adapting.report_pain(site, 4)
    session = book.begin().session
    assert jumps(session) == []
    assert "PLYO_STOP_PAIN" in told(session)


def test_no_jumps_either_with_four_in_one_exercise_alone(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    book.adapting.report_pain(SHOULDER, 4, entry=exercises(book).index("push_up"))
    assert jumps(book.begin().session) == []


def test_the_effort_comes_down_with_the_load(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    before = entry(book).rpe
    book.adapting.report_pain(KNEE, 4)
    after = entry(book).rpe
    assert before is not None
    assert after is not None
    assert after <= before - 1.5


def test_a_squat_above_five_gives_way_to_another_lift_for_the_legs(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    reply = book.adapting.report_pain(KNEE, 6)
    assert reply.asks
    instead = entry(book)
    assert KNEE not in LIBRARY[instead.exercise].care
    assert LIBRARY[instead.exercise].pattern is Pattern.HINGE
    assert "PAIN_STOP" in codes(instead)


@pytest.mark.parametrize("days", [0, 2], ids=["the same day", "unanswered, the next session"])
def test_what_stands_in_for_a_sore_squat_is_at_most_as_heavy_as_the_last_time(
    book: Logbook, clock: Clock, days: int
) -> None:
    clock.turn_to(TODAY)
    book.adapting.report_pain(KNEE, 8)
    clock.turn_to(TODAY + timedelta(days=days))
    stands_in = book.begin().session.entries[0]
    assert {"STANDS_IN_EASY", "CALIBRATE_EASY"} & set(codes(stands_in))
    last = book.log().of(stands_in.exercise)
    assert last or "CALIBRATE_EASY" in codes(stands_in)
    assert not last or kg(stands_in) <= max(
        done.load.kilograms for done in last[-1].entry.performed if done.load
    )


def test_a_niggle_never_adds_sets_to_a_session_that_was_shortened(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    book.adapting.shorten(12)
    before = {each.exercise: len(each.sets) for each in book.begin().session.entries}
    book.adapting.report_pain(KNEE, 4)
    for each in book.begin().session.entries:
        assert len(each.sets) <= before.get(each.exercise, len(each.sets))


def test_a_reason_alone_is_no_change_to_show(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    plan = book.adapting.preview_pain(KNEE, 2).plan
    assert plan is not None
    assert plan.shown == ()


def test_replaced_exercises_ask_first_for_niggles_and_for_tired_legs(book: Logbook, clock: Clock) -> None:
    from tracker.domain.adapting.readiness import Readiness

    clock.turn_to(TODAY)
    assert book.adapting.preview_pain(SHOULDER, 4).asks
    assert book.adapting.preview_readiness(Readiness(sleep_h=5.5, energy=2, soreness=6)).asks
    assert not book.adapting.preview_readiness(Readiness(sleep_h=6.5, soreness=4, energy=3)).asks


def test_where_nothing_fits_it_rests_with_kind_words(book: Logbook, clock: Clock) -> None:
    clock.turn_to(TODAY)
    book.adapting.report_pain(SHOULDER, 7)
    rests = entry_of(book, "push_up")
    assert rests.skipped
    assert codes(rests) == ["PAIN_RESTS"]
