"""It is always fine to modify: a few small steps down, remembered, never shamed, and a way back up."""

import pytest
from support.entries import codes, entry, entry_of, exercises, kg
from support.home import (
    NEXT_TUESDAY,
    THURSDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    set_up,
    shipped,
)

from tracker.domain.adapting.readiness import Readiness
from tracker.domain.coaching.modifying import KEEP, LIGHTER
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.review.adherence import is_done
from tracker.domain.session import Modification, Signal
from tracker.logbook import Logbook


def next_a(book: Logbook, clock: Clock) -> None:
    """Finish today, do the Thursday session, and turn to the next session A."""
    do_session(book)
    clock.turn_to(clock.now.date() + (THURSDAY - TUESDAY))
    do_session(book)
    clock.turn_to(clock.now.date() + (NEXT_TUESDAY - THURSDAY))


@pytest.mark.parametrize(
    ("signal", "steps"),
    [
        (Signal.UNSAFE, 2),
        (Signal.SKILL, 2),
        (Signal.HURTS, 1),
        (Signal.CLUNKY, 1),
        (Signal.PRESSURE, 1),
    ],
)
def test_each_signal_preselects_its_steps_down(book: Logbook, signal: Signal, steps: int) -> None:
    options = book.adapting.options(1, signal)
    chosen = options.option(options.suggested or "")
    assert chosen is not None
    assert (chosen.rungs, options.here.id) == (steps, "sl_rdl_row")


def test_where_the_ladder_is_short_the_foot_is_preselected(book: Logbook) -> None:
    options = book.adapting.options(2, Signal.UNSAFE)
    assert [each.id for each in options.below] == ["knee_push_up", "incline_push_up", "wall_push_up"]
    book.adapting.modify(2, Signal.UNSAFE, "incline_push_up")
    options = book.adapting.options(2, Signal.UNSAFE)
    assert options.suggested == "wall_push_up"


def test_the_old_load_is_never_carried_over(book: Logbook) -> None:
    """A goblet squat nobody has done yet finds its own start weight."""
    squat = entry(book)
    book.adapting.modify(0, Signal.CLUNKY)
    goblet = entry(book)
    assert goblet.exercise == "goblet_squat"
    assert codes(goblet) == ["MODIFY_CLUNKY", "CALIBRATE"]
    assert kg(goblet) < kg(squat) / 2


def test_what_stands_in_for_pain_is_easy_and_no_search_for_a_weight(book: Logbook) -> None:
    squat = entry(book)
    book.adapting.modify(0, Signal.HURTS)
    goblet = entry(book)
    assert goblet.exercise == "goblet_squat"
    assert codes(goblet) == ["MODIFY_HURTS", "CALIBRATE_EASY"]
    assert goblet.rpe is not None
    assert goblet.rpe <= 6
    assert len(goblet.sets) <= 2
    assert kg(goblet) < kg(squat) / 2


def test_what_stands_in_the_log_is_not_called_the_first_time(book: Logbook, clock: Clock) -> None:
    """A goblet squat on a very tired day leaves nothing to build on; it was done all the same."""
    book.adapting.say_readiness(Readiness(sleep_h=5.5, energy=2, soreness=6))
    book.adapting.modify(0, Signal.CLUNKY)
    next_a(book, clock)
    goblet = entry(book)
    assert goblet.exercise == "goblet_squat"
    assert "CALIBRATE_HERE" in codes(goblet)
    assert "CALIBRATE" not in codes(goblet)
    book.adapting.say_readiness(Readiness(sleep_h=5.5, energy=2, soreness=6))
    assert codes(entry(book))[-1] == "CALIBRATE_EASY_HERE"


def test_swaps_keep_the_pattern_and_fit_what_is_here(book: Logbook) -> None:
    library = shipped().exercises
    offered = 0
    for at, here in enumerate(book.begin().session.entries):
        options = book.adapting.options(at, Signal.CLUNKY)
        assert len(options.swaps) <= 3
        offered += len(options.swaps)
        for swap in options.swaps:
            assert library[swap.id].pattern is library[here.exercise].pattern
            assert swap.entry.sets
    assert offered >= 5


def test_hurting_is_never_answered_with_the_same_exercise(book: Logbook) -> None:
    assert book.adapting.options(0, Signal.HURTS).lighter is None
    with pytest.raises(Refused, match="no option"):
        book.adapting.modify(0, Signal.HURTS, LIGHTER)


def test_sets_that_are_done_stay_under_their_own_name(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    book.adapting.modify(0, Signal.UNSAFE)
    squat, instead = book.begin().session.entries[:2]
    assert (squat.exercise, len(squat.sets), len(squat.performed)) == ("back_squat", 1, 1)
    assert (instead.exercise, len(instead.sets)) == ("sit_to_stand", 2)
    book.undo()
    assert (entry(book).exercise, len(entry(book).sets)) == ("back_squat", 3)


def test_a_modified_exercise_counts_as_done(book: Logbook) -> None:
    for at in range(len(book.begin().session.entries)):
        book.adapting.modify(at, Signal.PRESSURE)
    done = do_session(book)
    assert is_done(done, shipped().review.adherence)
    assert all(each.modified is not None for each in done.entries)
    assert not any(each.skipped for each in done.entries)


def test_the_step_holds_for_two_exposures_then_the_way_back_is_offered(book: Logbook, clock: Clock) -> None:
    book.adapting.modify(0, Signal.SKILL)
    next_a(book, clock)
    assert (entry(book).exercise, codes(entry(book))[0]) == ("sit_to_stand", "MODIFY_HOLD")
    assert not book.adapting.options(0, Signal.CLUNKY).way_is_open
    next_a(book, clock)
    assert (entry(book).exercise, codes(entry(book))[0]) == ("sit_to_stand", "WAY_BACK_UP")
    assert book.adapting.options(0, Signal.CLUNKY).way_is_open
    assert book.adapting.offers(0) == ("WAY_BACK_UP",)


def test_the_way_back_goes_up_one_small_step_at_a_time(book: Logbook, clock: Clock) -> None:
    book.adapting.modify(0, Signal.SKILL)
    next_a(book, clock)
    next_a(book, clock)
    assert book.adapting.way_back(0).id == "goblet_squat"
    assert entry(book).modified == Modification(planned="back_squat", signal=Signal.SKILL)
    next_a(book, clock)
    assert (entry(book).exercise, codes(entry(book))[0]) == ("goblet_squat", "MODIFY_HOLD")
    next_a(book, clock)
    assert book.adapting.way_back(0).id == "back_squat"
    assert entry(book).modified is None
    next_a(book, clock)
    assert entry(book).exercise == "back_squat"
    with pytest.raises(NothingToDo):
        book.adapting.way_back(0)


def test_the_way_back_may_be_taken_early_and_the_step_may_be_kept_for_ever(
    book: Logbook, clock: Clock
) -> None:
    book.adapting.modify(0, Signal.HURTS)
    next_a(book, clock)
    assert book.adapting.way_back(0).id == "back_squat"
    book.undo()
    for _ in range(3):
        next_a(book, clock)
        assert entry(book).exercise == "goblet_squat"


def test_the_step_down_holds_in_every_session_of_the_program(book: Logbook, clock: Clock) -> None:
    """What is modified in session A is modified in session B too, where the program asks for it there."""
    session = book.begin().session
    book.adapting.modify(0, Signal.HURTS)
    do_session(book)
    plan = book.plan_for(clock.now.date())
    chooser = plan._chooser(plan.program.session("B"), ())
    slot = plan.program.session(session.template).slots[0]
    chosen = chooser.choose(slot, 5, "back_squat")
    assert chosen is not None
    assert chosen.exercise.id == "goblet_squat"


def test_the_same_exercise_lighter_stays_there_once_more(book: Logbook, clock: Clock) -> None:
    before = kg(entry(book))
    book.adapting.modify(0, Signal.UNSAFE, LIGHTER)
    less = kg(entry(book))
    assert less < before
    next_a(book, clock)
    assert kg(entry(book)) <= less
    assert "MODIFY_HOLD" in codes(entry(book))
    next_a(book, clock)
    assert "MODIFY_HOLD" not in codes(entry(book))


def test_three_times_clunky_suggests_a_step_by_itself(book: Logbook, clock: Clock) -> None:
    for _ in range(3):
        assert "CLUNKY_THREE_TIMES" not in codes(entry(book, 1))
        book.adapting.modify(1, Signal.CLUNKY, KEEP)
        next_a(book, clock)
    assert "CLUNKY_THREE_TIMES" in codes(entry(book, 1))
    assert entry(book, 1).exercise == "sl_rdl_row"


def test_no_word_of_failure_anywhere() -> None:
    words = shipped().words
    for code in words.codes:
        said = f"{words.line(code)} {words.text(code)}".lower()
        assert "fail" not in said
        assert "easier version" not in said
        assert "regress" not in said


def test_what_was_reached_by_progress_has_a_step_down_that_holds() -> None:
    """Four months of off-season: bird dog has grown into the next rung. Unsafe goes back, and it stays two times."""
    clock = Clock(TUESDAY)
    book = set_up(logbook_at(clock), races=(), program="race", lift_days=(1, 3))
    for _ in range(40):
        if "bird_dog_hover" in exercises(book):
            break
        do_session(book, rpe=6)
        to_the_next(book, clock)
    at = exercises(book).index("bird_dog_hover")
    assert [each.id for each in book.adapting.options(at, Signal.UNSAFE).below] == ["bird_dog"]
    book.adapting.modify(at, Signal.UNSAFE)
    for _ in range(2):
        assert "bird_dog" in exercises(book)
        do_session(book, rpe=6)
        to_the_next(book, clock)
        do_session(book, rpe=6)
        to_the_next(book, clock)
    again = exercises(book).index("bird_dog")
    assert "WAY_BACK_UP" in codes(entry(book, again))
    assert book.adapting.way_back(again).id == "bird_dog_hover"


def to_the_next(book: Logbook, clock: Clock) -> None:
    day = book.day().next_lift
    assert day is not None
    clock.turn_to(day)


def test_noted_as_clunky_is_no_step(book: Logbook, clock: Clock) -> None:
    at = exercises(book).index("push_up")
    book.adapting.modify(at, Signal.CLUNKY, KEEP)
    next_a(book, clock)
    found = entry_of(book, "push_up")
    assert "MODIFY_HOLD" not in codes(found)
    assert "REP_UP" in codes(found)


def test_a_session_with_a_step_down_to_body_weight_takes_no_longer(book: Logbook) -> None:
    before = book.begin().session
    assert before.entries[0].rest_s[0] > 60
    book.adapting.modify(0, Signal.UNSAFE, "sit_to_stand")
    after = book.begin().session
    assert after.minutes <= before.minutes
    assert after.entries[0].rest_s[0] <= 60
