"""Niggles from 0 to 10, the morning after, spots that have hurt for too long, and warning signs."""

from datetime import timedelta

import pytest
from support.entries import codes, entry, entry_of, exercises, kg, planned
from support.home import (
    NEXT_TUESDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    set_up,
    shipped,
    two_weeks,
)

from tracker.domain.adapting.soreness import Asks
from tracker.domain.errors import Refused
from tracker.domain.exercise import CareArea, LoadType
from tracker.domain.run import CheckIn
from tracker.domain.session import Entry, Signal
from tracker.domain.units import Load
from tracker.logbook import Logbook

KNEE, SHOULDER = CareArea.KNEE, CareArea.SHOULDER
LIBRARY = shipped().exercises


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks of Tuesdays (A) and Thursdays (B), rated easy so that loads are on the rise; today is A again."""
    logbook = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    return logbook


def amounts(of: Entry) -> tuple[float, int]:
    """The load of an exercise in kg, and its reps."""
    return kg(of), of.reps or 0


def test_up_to_two_changes_nothing(book: Logbook) -> None:
    before = book.begin().session.entries
    reply = book.adapting.report_pain(KNEE, 2)
    assert reply.reason.code == "PAIN_OK"
    assert [kg(each) for each in book.begin().session.entries[:2]] == [kg(each) for each in before[:2]]


def test_three_holds_the_load_of_what_needs_care_there(book: Logbook) -> None:
    other = kg(entry_of(book, "sl_rdl_row"))
    book.adapting.report_pain(KNEE, 3)
    assert "PAIN_HOLD" in codes(entry(book))
    last = book.log().of("back_squat")[-1].entry
    assert kg(entry(book)) <= kg(last)
    assert (entry(book).reps or 0) <= (last.reps or 0)
    assert kg(entry_of(book, "sl_rdl_row")) == other


@pytest.mark.parametrize(("score", "holds"), [(3, False), (4, True)])
def test_from_four_in_a_leg_nothing_else_for_the_legs_goes_up(
    book: Logbook, score: int, *, holds: bool
) -> None:
    """A hip loads no care area of the squat; who has a hip of 4 adds nothing to the bar all the same."""
    planned, arms = amounts(entry(book)), amounts(entry_of(book, "push_up"))
    book.adapting.report_pain(CareArea.HIP, score)
    last = amounts(book.log().of("back_squat")[-1].entry)
    assert planned > last
    assert amounts(entry(book)) == (last if holds else planned)
    assert ("PAIN_LEGS" in codes(entry(book))) is holds
    assert amounts(entry_of(book, "push_up")) == arms


def test_four_takes_a_fifth_off_the_load_and_asks_before_it_does(book: Logbook) -> None:
    before = kg(entry(book))
    preview = book.adapting.preview_pain(KNEE, 4)
    assert preview.asks
    assert preview.asks_tomorrow
    assert kg(entry(book)) == before
    book.adapting.report_pain(KNEE, 4)
    assert kg(entry(book)) <= 0.8 * before
    assert codes(entry(book))[0] == "PAIN_REGRESS"


def test_four_takes_a_bodyweight_exercise_one_step_down_and_no_further(book: Logbook) -> None:
    book.adapting.report_pain(SHOULDER, 5)
    assert "push_up" not in exercises(book)
    instead = entry_of(book, "knee_push_up")
    assert "PAIN_REGRESS" in codes(instead)
    assert instead.pain is not None


def test_above_five_the_exercise_stops_and_a_mate_that_spares_the_spot_comes(book: Logbook) -> None:
    reply = book.adapting.report_pain(SHOULDER, 7)
    assert reply.reason.code == "PAIN_STOP"
    assert reply.plan is not None
    assert [change.before.exercise for change in reply.plan.changes if change.replaces] == [
        "push_up",
        "half_kneel_chop",
        "pogo",
    ]
    for each in book.begin().session.entries:
        if each.skipped is None:
            assert SHOULDER not in LIBRARY[each.exercise].care


def test_above_five_a_step_down_of_today_does_not_spare_what_loads_the_spot(book: Logbook) -> None:
    """Sit-to-stand in place of the squat is still a knee: it rests, or makes room for what is none."""
    book.adapting.modify(0, Signal.UNSAFE)
    stepped = entry(book).exercise
    assert KNEE in LIBRARY[stepped].care
    book.adapting.report_pain(KNEE, 8)
    for each in book.begin().session.entries:
        assert each.skipped is not None or KNEE not in LIBRARY[each.exercise].care


def test_one_exercise_can_be_named_alone(book: Logbook) -> None:
    before = kg(entry(book))
    book.adapting.report_pain(KNEE, 5, entry=1)
    assert kg(entry(book)) == before
    assert "PAIN_REGRESS" in codes(entry(book, 1))
    assert book.log().checkins == ()
    do_session(book)
    assert book.log().of("sl_rdl_row")[-1].entry.pain is not None


def test_sets_that_are_done_stay_and_the_lift_does_not_progress(book: Logbook, clock: Clock) -> None:
    book.sets.log(0, rpe=7)
    done = entry(book).performed
    book.adapting.report_pain(KNEE, 5)
    assert entry(book).performed == done
    assert kg(entry(book), 1) <= 0.8 * kg(entry(book), 0)
    do_session(book, rpe=6)
    clock.turn_to(clock.now.date() + timedelta(days=2))
    do_session(book)
    clock.turn_to(clock.now.date() + timedelta(days=5))
    book.adapting.report_pain(KNEE, 1)
    assert kg(entry_of(book, "back_squat")) <= kg(book.log().of("back_squat")[-2].entry)


def test_a_report_is_taken_back_with_undo_and_brought_back_with_redo(book: Logbook) -> None:
    before = kg(entry(book))
    book.note("before", 0)
    book.adapting.report_pain(KNEE, 5)
    book.undo()
    assert (kg(entry(book)), book.log().checkins) == (before, ())
    book.redo()
    assert [each.pain for each in book.log().checkins] == [5]


def test_a_later_report_of_the_same_spot_replaces_the_earlier_one(book: Logbook) -> None:
    book.adapting.report_pain(KNEE, 5)
    book.adapting.report_pain(KNEE, 2)
    assert [each.pain for each in book.log().checkins] == [2]


def test_pain_is_a_number_up_to_ten(book: Logbook) -> None:
    with pytest.raises(Refused, match="0 to 10"):
        book.adapting.report_pain(KNEE, 11)


def test_the_next_morning_asks_again_until_it_is_answered(book: Logbook, clock: Clock) -> None:
    book.sets.log(0, rpe=7)
    book.adapting.report_pain(KNEE, 4)
    do_session(book)
    assert book.adapting.questions() == ()
    clock.turn_to(clock.now.date() + timedelta(days=1), hour=7)
    (question,) = book.adapting.questions()
    assert (question.asks, question.site, question.before) == (Asks.NEXT_MORNING, KNEE, 4)
    book.adapting.answer(question, 2)
    assert book.adapting.questions() == ()


def test_after_a_better_morning_the_next_time_goes_on_as_before(book: Logbook, clock: Clock) -> None:
    answer_next_morning(book, clock, 2)
    assert (entry(book).exercise, "PAIN_WORSE" in codes(entry(book))) == ("back_squat", False)


@pytest.mark.parametrize("morning", [0, 2], ids=["quiet", "nearly quiet"])
def test_what_loads_the_spot_holds_once_after_four_even_where_the_morning_is_quiet(
    book: Logbook, clock: Clock, morning: int
) -> None:
    """Tuesday: knee 4 at the squat. Thursday the step-up would rise; it waits until the time after."""
    book.adapting.report_pain(KNEE, 4)
    do_session(book)
    day = clock.now.date()
    clock.turn_to(day + timedelta(days=1), hour=7)
    book.adapting.answer(book.adapting.questions()[0], morning)
    clock.turn_to(day + timedelta(days=2))
    loading = [each for each in book.begin().session.entries if KNEE in LIBRARY[each.exercise].care]
    assert loading
    for each in loading:
        last = book.log().of(each.exercise)[-1].entry
        assert "PAIN_SETTLES" in codes(each)
        assert planned(each).load == planned(last).load
        assert (each.reps or 0) <= (last.reps or 0)
    do_session(book)
    clock.turn_to(day + timedelta(days=7))
    squat = entry(book)
    assert "PAIN_SETTLES" in codes(squat)
    do_session(book)
    clock.turn_to(day + timedelta(days=14))
    assert not any("PAIN_SETTLES" in codes(each) for each in book.begin().session.entries)


def test_a_worse_morning_takes_one_more_step_down_and_a_fifth_off(book: Logbook, clock: Clock) -> None:
    """A goblet squat was known before; it comes back a fifth lighter than it would be."""
    answer_next_morning(book, clock, 5)
    found = entry(book)
    assert found.exercise == "goblet_squat"
    assert codes(found)[0] == "PAIN_WORSE"
    assert found.modified is not None
    assert (found.modified.planned, found.modified.signal) == ("back_squat", Signal.HURTS)
    do_session(book)
    clock.turn_to(clock.now.date() + timedelta(days=7))
    assert (entry(book).exercise, codes(entry(book))[0]) == ("goblet_squat", "MODIFY_HOLD")


def test_a_worse_morning_at_the_foot_of_the_ladder_is_lighter_and_no_reference(
    book: Logbook, clock: Clock
) -> None:
    at = exercises(book).index("calf_raise_heavy")
    book.adapting.modify(at, Signal.HURTS, "calf_raise")
    answer_next_morning(book, clock, 5, CareArea.CALF)
    found = entry_of(book, "calf_raise")
    assert "PAIN_WORSE" in codes(found)


def answer_next_morning(
    book: Logbook, clock: Clock, score: int, site: CareArea = KNEE, before: int = 4
) -> None:
    """A niggle today, its session done, the answer the morning after; then the next session of this kind."""
    day = clock.now.date()
    book.adapting.report_pain(site, before)
    do_session(book)
    clock.turn_to(day + timedelta(days=1), hour=7)
    question = next(each for each in book.adapting.questions() if each.site is site)
    book.adapting.answer(question, score)
    clock.turn_to(day + timedelta(days=2))
    do_session(book)
    clock.turn_to(day + timedelta(days=7))


def test_what_was_sore_last_time_is_asked_about_before_it_is_loaded_again(
    book: Logbook, clock: Clock
) -> None:
    book.adapting.report_pain(KNEE, 3)
    do_session(book)
    clock.turn_to(clock.now.date() + timedelta(days=1))
    assert book.adapting.questions() == ()
    clock.turn_to(clock.now.date() + timedelta(days=6))
    (question,) = book.adapting.questions()
    assert (question.asks, question.site) == (Asks.STILL_SORE, KNEE)
    book.adapting.answer(question, 0)
    assert book.adapting.questions() == ()


def test_four_three_times_running_rests_the_spot_and_names_a_clinician(book: Logbook, clock: Clock) -> None:
    today = clock.now.date()
    for ago in (9, 6, 3):
        book.past.check_in(CheckIn(id="", date=today - timedelta(days=ago), site=SHOULDER, pain=4))
    session = book.begin().session
    assert "PAIN_CLINICIAN" in [reason.code for reason in session.reasons]
    assert all(SHOULDER not in LIBRARY[each.exercise].care for each in session.entries)
    for at in range(len(session.entries)):
        for option in book.adapting.options(at, Signal.CLUNKY):
            assert (
                SHOULDER not in LIBRARY[option.exercise.id].care or option.exercise.id == exercises(book)[at]
            )


def test_three_for_a_fortnight_rests_the_spot_and_a_quiet_report_ends_it(book: Logbook, clock: Clock) -> None:
    today = clock.now.date()
    for ago in (15, 10, 5, 1):
        book.past.check_in(CheckIn(id="", date=today - timedelta(days=ago), site=SHOULDER, pain=3))
    assert "push_up" not in exercises(book)
    book.adapting.report_pain(SHOULDER, 0)
    book.desk.memory.refresh()
    assert book.coach().lasting_areas(today) == ()


@pytest.mark.parametrize("code", shipped().words.starting("RED_FLAG_"))
def test_a_warning_sign_ends_the_session_as_it_stands(book: Logbook, clock: Clock, code: str) -> None:
    book.sets.log(0, rpe=7)
    ended = book.adapting.red_flag(code)
    assert ended is not None
    assert (ended.sets_done, book.session) == (1, None)
    day = book.day()
    assert day.reasons[0].code == code
    assert [each.red_flag for each in book.log().checkins] == [code]
    clock.turn_to(clock.now.date() + timedelta(days=2))
    asked = [each.asks for each in book.adapting.questions()]
    assert (asked == [Asks.SEEN]) is (code != "RED_FLAG_FEVER")
    assert (book.day().session is None) is (code != "RED_FLAG_FEVER")


def test_before_the_session_a_warning_sign_leaves_nothing_to_do(book: Logbook) -> None:
    book.note("feeling odd")
    assert book.adapting.red_flag("RED_FLAG_CHEST") is None
    assert book.session is None
    day = book.day()
    assert day.session is None
    assert [reason.code for reason in day.reasons] == ["RED_FLAG_CHEST", "FLAG_WAIT"]


def test_training_goes_on_once_a_clinician_has_seen_it(book: Logbook, clock: Clock) -> None:
    book.adapting.red_flag("RED_FLAG_BONE")
    clock.turn_to(clock.now.date() + timedelta(days=9))
    assert book.day().session is None
    book.adapting.seen()
    assert book.day().session is not None
    assert book.adapting.questions() == ()


@pytest.mark.parametrize(("sign", "jumps"), [("RED_FLAG_BONE", False), ("RED_FLAG_CALF", True)])
def test_after_a_sign_that_was_seen_two_sessions_are_gentle(
    book: Logbook, clock: Clock, sign: str, *, jumps: bool
) -> None:
    """Nothing goes up, a set less, and after a bone no jumps; the third session is as ever."""
    book.adapting.red_flag(sign)
    clock.turn_to(clock.now.date() + timedelta(days=2))
    book.adapting.seen()
    for days in (5, 2):
        session = book.begin().session
        assert "AFTER_SIGN" in [reason.code for reason in session.reasons]
        for each in session.entries:
            if each.exercise in book.log().exercises and planned(each).load is not None:
                assert kg(each) <= kg(book.log().of(each.exercise)[-1].entry), each.exercise
        assert any(each.load_type is LoadType.CONTACTS for each in session.entries) is jumps
        do_session(book)
        clock.turn_to(clock.now.date() + timedelta(days=days))
    assert "AFTER_SIGN" not in [reason.code for reason in book.begin().session.reasons]
    assert any(each.load_type is LoadType.CONTACTS for each in book.begin().session.entries)


def test_after_a_fever_two_sessions_are_gentle(book: Logbook, clock: Clock) -> None:
    book.adapting.red_flag("RED_FLAG_FEVER")
    assert book.day().session is None
    clock.turn_to(clock.now.date() + timedelta(days=2))
    for _ in range(2):
        assert "AFTER_ILLNESS" in codes(entry(book))
        assert "AFTER_ILLNESS" in [reason.code for reason in book.begin().session.reasons]
        do_session(book)
        clock.turn_to(clock.now.date() + timedelta(days=5 if clock.now.weekday() == 3 else 2))
    assert "AFTER_ILLNESS" not in codes(entry(book))


def test_what_is_logged_beside_a_warning_sign_is_nothing_to_build_on(book: Logbook, clock: Clock) -> None:
    before = kg(entry(book))
    book.adapting.red_flag("RED_FLAG_CHEST")
    at = book.add_exercise("back_squat")
    book.sets.log(at, load=Load.of(20), reps=5, rpe=9)
    book.finish()
    book.adapting.seen()
    clock.turn_to(clock.now.date() + timedelta(days=2))
    assert kg(entry(book)) == before


def test_a_first_time_with_a_sore_knee_names_the_knee(clock: Clock) -> None:
    """Nothing is known of the squat yet: it is light because of the knee, and that is said first."""
    clock.turn_to(TUESDAY)
    book = set_up(logbook_at(clock))
    book.adapting.report_pain(KNEE, 4)
    squat = entry(book)
    assert codes(squat)[0] == "PAIN_REGRESS"
    assert squat.reasons[0].inputs["site"] == "knee"
    assert "CALIBRATE_EASY" in codes(squat)
