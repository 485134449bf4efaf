"""Above 5 of 10: what loads the spot stops, what stands in for it is light and easy, and the legs take it easy too."""

from datetime import timedelta

import pytest
from support.entries import codes, entry, entry_of, exercises, kg
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

from tracker.domain.coaching.modifying import Kind
from tracker.domain.coaching.one_day import LOWER_BODY
from tracker.domain.exercise import CareArea, LoadType, Role
from tracker.domain.session import Entry, SetKind, Signal
from tracker.logbook import Logbook

LIBRARY = shipped().exercises
EASY_RPE = 6.5
STRONG = (6, 9)
LEGS = tuple(
    CareArea(each)
    for each in ("achilles", "ankle", "calf", "foot", "groin", "hamstring", "hip", "knee", "lowback")
)


@pytest.fixture(params=["A", "B"])
def book(clock: Clock, request: pytest.FixtureRequest) -> Logbook:
    """Weeks of Tuesdays (A: squat) and Thursdays (B: deadlift), loads on the rise; today is one of them."""
    logbook = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    if request.param == "B":
        do_session(logbook)
        clock.turn_to(NEXT_TUESDAY + timedelta(days=9))
    return logbook


def heaviest(of: Entry) -> float:
    """The heaviest external load asked for."""
    return max((row.planned.load.kilograms for row in of.sets if row.planned and row.planned.load), default=0)


def last_heaviest(book: Logbook, exercise: str) -> float:
    done = book.log().of(exercise)
    return max((each.load.kilograms for each in done[-1].entry.performed if each.load), default=0)


def hardest(of: Entry) -> float:
    return max((row.planned.rpe or 0 for row in of.sets if row.planned), default=0)


@pytest.mark.parametrize("score", STRONG)
@pytest.mark.parametrize("site", LEGS)
@pytest.mark.parametrize("asked", ["in the session", "before it"])
def test_no_leg_work_is_heavier_harder_or_on_a_heavier_bar(
    book: Logbook, site: CareArea, score: int, asked: str
) -> None:
    today = book.day().session if asked == "before it" else book.begin().session
    assert today is not None
    planned = {each.slot: each for each in today.entries}
    book.adapting.report_pain(site, score)
    for each in book.begin().session.entries:
        exercise = LIBRARY[each.exercise]
        if each.skipped is not None or not LOWER_BODY & set(exercise.patterns) or each.role is Role.BALANCE:
            continue
        assert site not in exercise.care, each.exercise
        assert hardest(each) <= EASY_RPE, each.exercise
        assert not any(row.planned and row.planned.kind is SetKind.RAMP for row in each.sets)
        if book.log().of(each.exercise):
            assert heaviest(each) <= last_heaviest(book, each.exercise), each.exercise
        before = planned[each.slot]
        if before.exercise != each.exercise:
            assert heaviest(each) <= heaviest(before), (before.exercise, each.exercise)


def test_a_knee_of_eight_brings_no_heavy_deadlift(clock: Clock) -> None:
    """The trap bar may take the place of the squat, with no more on it than the squat had, and easy."""
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    squat = last_heaviest(book, "back_squat")
    book.adapting.report_pain(CareArea.KNEE, 8)
    instead = entry(book)
    assert LIBRARY[instead.exercise].pattern == "hinge"
    assert heaviest(instead) <= squat
    assert hardest(instead) <= EASY_RPE
    assert codes(instead)[0] == "PAIN_STOP"


def test_a_hamstring_of_seven_hinges_nothing_heavy(clock: Clock) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    do_session(book)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=9))
    assert "trap_bar_deadlift" in exercises(book)
    book.adapting.report_pain(CareArea.HAMSTRING, 7)
    assert not any(CareArea.HAMSTRING in LIBRARY[each.exercise].care for each in left(book))


def test_a_hip_of_eight_takes_a_fifth_off_the_squat_and_says_so(clock: Clock) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    book.adapting.report_pain(CareArea.HIP, 8)
    squat = entry_of(book, "back_squat")
    assert kg(squat) <= 0.8 * last_heaviest(book, "back_squat")
    assert codes(squat)[0] == "PAIN_LEGS_EASY"


@pytest.mark.parametrize("site", [CareArea.SHOULDER, CareArea.ELBOW, CareArea.WRIST, CareArea.NECK])
def test_eight_in_the_arms_lightens_pushes_and_pulls_and_nothing_goes_up(
    book: Logbook, site: CareArea
) -> None:
    """What loads the spot rests; every other push and pull is a fifth lighter or easy, the bar on the back holds."""
    book.adapting.report_pain(site, 8)
    for each in left(book):
        exercise = LIBRARY[each.exercise]
        assert site not in exercise.care, each.exercise
        if book.log().of(each.exercise):
            assert heaviest(each) <= last_heaviest(book, each.exercise), each.exercise
        if {"push_h", "push_v", "pull_h", "pull_v"} & set(exercise.patterns) and each.role is not Role.CORE:
            assert hardest(each) <= EASY_RPE, each.exercise
            assert {"PAIN_ARMS_EASY", "STANDS_IN_EASY"} & set(codes(each)), each.exercise


def test_an_elbow_of_eight_takes_a_fifth_off_the_row_and_asks_first(clock: Clock) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    reply = book.adapting.preview_pain(CareArea.ELBOW, 8)
    assert reply.reason.code == "PAIN_AROUND"
    assert reply.plan is not None
    assert reply.plan.asks
    assert "sl_rdl_row" in [each.before.exercise for each in reply.plan.shown if each.drop > 0.1]
    book.adapting.report_pain(CareArea.ELBOW, 8)
    assert kg(entry_of(book, "sl_rdl_row")) <= 0.8 * last_heaviest(book, "sl_rdl_row")
    assert kg(entry_of(book, "back_squat")) <= last_heaviest(book, "back_squat")


def test_a_wrist_of_seven_brings_a_light_press_and_no_heavier_squat(clock: Clock) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    book.adapting.report_pain(CareArea.WRIST, 7)
    (press,) = [each for each in left(book) if each.slot == 3]
    assert press.exercise not in ("push_up", "bench_press")
    assert hardest(press) <= EASY_RPE
    assert kg(entry_of(book, "back_squat")) <= last_heaviest(book, "back_squat")


def test_the_week_after_goes_on_from_where_it_was(clock: Clock) -> None:
    """A light day beside a sore hip is nothing to build on: the bar comes back where it stood."""
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    last = last_heaviest(book, "back_squat")
    book.adapting.report_pain(CareArea.HIP, 8)
    do_session(book)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=9))
    book.adapting.report_pain(CareArea.HIP, 0)
    do_session(book)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=14))
    squat = book.coach().prepared(
        clock.now.date(), template=book.coach().program(clock.now.date()).session("A")
    )
    again = next(each for each in squat.entries if each.exercise == "back_squat")
    assert kg(again) >= (0.9 if squat.deload else 1.0) * last - 2.5


def left(book: Logbook) -> list[Entry]:
    """What is still to do."""
    return [each for each in book.begin().session.entries if each.skipped is None]


@pytest.mark.parametrize("signal", [Signal.UNSAFE, Signal.HURTS])
def test_nothing_offered_for_what_hurts_is_heavier_harder_or_a_jump(book: Logbook, signal: Signal) -> None:
    """Of all ways down and across, for every exercise of the day; a step down of the body alone may have a weight."""
    for at, planned in enumerate(book.begin().session.entries):
        was = last_heaviest(book, planned.exercise) if book.log().of(planned.exercise) else heaviest(planned)
        for option in book.adapting.options(at, signal):
            assert hardest(option.entry) <= hardest(planned), (planned.exercise, option.id)
            if option.kind is Kind.SWAP or was > 0:
                assert heaviest(option.entry) <= max(was, heaviest(planned)), (planned.exercise, option.id)
            if option.kind is Kind.SWAP:
                assert option.exercise.load is not LoadType.CONTACTS


def test_what_hurts_is_offered_no_more_than_it_had_the_last_time(clock: Clock) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    at = exercises(book).index("sl_rdl_row")
    (first, *_) = book.adapting.options(at, Signal.HURTS).below
    assert heaviest(first.entry) <= last_heaviest(book, "sl_rdl_row")


@pytest.mark.parametrize(("site", "score"), [("elbow", 4), ("elbow", 8), ("groin", 7), ("neck", 5)])
def test_where_nothing_loads_the_spot_nothing_is_said_to_be_left_out(
    clock: Clock, site: str, score: int
) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    reply = book.adapting.report_pain(CareArea(site), score)
    assert reply.reason.code == ("PAIN_AROUND" if reply.plan and reply.plan.shown else "PAIN_NOTHING_LOADS")
    assert [reason.code for reason in book.begin().session.reasons] == ["PLYO_STOP_PAIN"]
    again = book.adapting.preview_pain(CareArea.SHOULDER, score).reason.code
    assert again == ("PAIN_STOP" if score > 5 else "PAIN_REGRESS")
    book.adapting.report_pain(CareArea.SHOULDER, score)
    assert book.adapting.preview_pain(CareArea.SHOULDER, score).reason.code == again


def test_a_session_without_jumps_says_nothing_of_them(clock: Clock) -> None:
    book = set_up(logbook_at(clock), races=(), plyo=False)
    clock.turn_to(TUESDAY)
    do_session(book)
    clock.turn_to(NEXT_TUESDAY)
    book.adapting.report_pain(CareArea.ELBOW, 7)
    assert book.begin().session.reasons == ()


@pytest.mark.parametrize("site", [CareArea.HIP, CareArea.KNEE])
def test_an_easy_set_beside_strong_pain_makes_the_next_one_no_heavier(clock: Clock, site: CareArea) -> None:
    book = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    book.adapting.report_pain(site, 8)
    before = heaviest(entry(book))
    book.sets.log(0, rpe=2)
    assert heaviest(entry(book)) == before
    assert "NEXT_SET_HEAVIER" not in codes(entry(book))
