"""A session whose exercises take turns, on days that do not go as planned; and what is done before its first set."""

import pytest
from support.entries import entry_of, exercises
from support.home import MONDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up

from tracker.domain.coaching.warming_up import warm_up_for
from tracker.domain.exercise import CareArea
from tracker.domain.rounds import Where, labels, next_open
from tracker.domain.session import Session, Signal
from tracker.domain.words.drill_text import drills_line
from tracker.logbook import Logbook


@pytest.fixture
def clock() -> Clock:
    return Clock(TUESDAY)


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Session A: squat, single-leg RDL, push-up and calf raise in turns, chop and dead bug in turns, pogo."""
    return set_up(logbook_at(clock))


def today(book: Logbook) -> Session:
    return book.begin().session


def called(book: Logbook) -> dict[str, str]:
    session = today(book)
    return {each.exercise: str(label) for each, label in zip(session.entries, labels(session), strict=True)}


def lift(book: Logbook, *names: str, rpe: float = 7) -> list[str]:
    """Log the next open set of each exercise; after each, whose turn it is."""
    following = []
    for name in names:
        session = today(book)
        where = book.sets.log(exercises(book).index(name), rpe=rpe)
        then = next_open(today(book), where)
        following.append("" if then is None else session.entries[then.entry].exercise)
    return following


def drills(book: Logbook) -> str:
    session = today(book)
    return drills_line(warm_up_for(book.coach(session.date), session), book.content.exercises)


# In turns


def test_the_small_exercises_of_a_session_take_turns(book: Logbook) -> None:
    assert called(book) == {
        "back_squat": "1",
        "sl_rdl_row": "2",
        "push_up": "3a",
        "calf_raise_heavy": "3b",
        "half_kneel_chop": "4a",
        "dead_bug_twist": "4b",
        "pogo": "5",
    }
    assert lift(book, "push_up", "calf_raise_heavy", "push_up", "calf_raise_heavy") == [
        "calf_raise_heavy",
        "push_up",
        "calf_raise_heavy",
        "half_kneel_chop",
    ]


def test_balance_stands_beside_the_lift_whose_rest_it_fills(clock: Clock) -> None:
    """Intermediate, S1: the reach is the last slot of the program and the second exercise of the day."""
    book = set_up(logbook_at(clock), program="intermediate")
    assert exercises(book)[:3] == ["back_squat", "sl_reach", "sl_rdl"]
    assert [each.slot for each in today(book).entries][:3] == [1, 7, 2]
    assert lift(book, "back_squat", "sl_reach", rpe=5) == ["sl_reach", "back_squat"]


def test_a_skipped_one_leaves_the_other_to_go_on(book: Logbook) -> None:
    lift(book, "push_up")
    book.skip_exercise(exercises(book).index("calf_raise_heavy"), "no step here")
    assert next_open(today(book), Where(2, 0)) == Where(2, 1)
    assert lift(book, "push_up") == ["half_kneel_chop"]


def test_what_is_modified_midway_stays_in_its_turn(book: Logbook) -> None:
    """After one push-up, one step down: the calf raise is still due, then the smaller push-up."""
    lift(book, "push_up")
    book.adapting.modify(2, Signal.SKILL)
    smaller = today(book).entries[3].exercise
    assert smaller != "push_up"
    assert [each.group for each in today(book).entries[2:5]] == ["push and calf"] * 3
    assert called(book)["push_up"] == called(book)[smaller] == "3a"
    assert lift(book, "calf_raise_heavy", smaller) == [smaller, "calf_raise_heavy"]
    book.undo()
    assert next_open(today(book), Where(4, 0)) == Where(3, 0)


def test_a_sore_spot_that_rests_leaves_the_other_to_go_on(book: Logbook) -> None:
    """Nothing that bears the Achilles: what takes its place takes its turn; where nothing does, the push-up goes on."""
    book.adapting.report_pain(CareArea.ACHILLES, 7)
    assert "calf_raise_heavy" not in [
        each.exercise for each in today(book).entries if each.next_open is not None
    ]
    (then,) = lift(book, "push_up")
    partner = [
        each for each in today(book).entries if each.group == "push and calf" and each.next_open is not None
    ]
    assert then == (partner[-1].exercise if len(partner) > 1 else "push_up")


def test_short_on_time_the_turns_go_on_with_who_is_left(book: Logbook) -> None:
    book.adapting.shorten(12)
    visited, where = [], next_open(today(book))
    while where is not None:
        visited.append(where)
        book.sets.log(where.entry, where.row, rpe=7)
        where = next_open(today(book), where)
    assert len(visited) == len(set(visited)) >= len(today(book).entries)
    assert not today(book).sets_open


def test_a_day_replanned_for_dead_legs_keeps_its_pairs(book: Logbook) -> None:
    before = called(book)
    book.adapting.report_pain(CareArea.KNEE, 3)
    assert called(book) == before


def test_the_minutes_know_of_the_turns(book: Logbook) -> None:
    paired = today(book)
    alone = paired.changed(entries=tuple(each.changed(group=None) for each in paired.entries))
    from tracker.domain.coaching.entry_sets import session_minutes

    assert session_minutes(paired.entries) < session_minutes(alone.entries)


# Before the first set


def test_the_drills_come_before_the_first_set_and_are_gone_with_it(book: Logbook) -> None:
    assert drills(book) == "ankle rock 8/side, march with arms 10/side, lunge and rotate 3/side"
    open_sets = today(book).sets_open
    lift(book, "back_squat")
    assert drills(book) == ""
    assert today(book).sets_done == 1
    assert today(book).sets_open + 1 >= open_sets
    book.undo()
    assert drills(book).startswith("ankle rock")


def test_twelve_minutes_leave_one_drill(book: Logbook) -> None:
    book.adapting.shorten(25)
    assert drills(book).count("/side") == 3
    book.undo()
    book.adapting.shorten(12)
    assert drills(book) == "march with arms 10/side"


def test_a_drill_that_would_hurt_gives_way(book: Logbook) -> None:
    """Groin: the lunge gives way to a bird dog. Achilles on top: no ankle rock. Two of ten change nothing."""
    book.adapting.report_pain(CareArea.GROIN, 2)
    assert "lunge and rotate" in drills(book)
    book.adapting.report_pain(CareArea.GROIN, 4)
    assert drills(book) == "ankle rock 8/side, march with arms 10/side, bird dog 3/side"
    book.adapting.report_pain(CareArea.ACHILLES, 4)
    assert drills(book) == "march with arms 10/side, bird dog 3/side"


def test_what_gives_way_does_not_double_the_session(clock: Clock) -> None:
    """Session B has a bird dog of its own."""
    book = set_up(logbook_at(clock))
    do_session(book)
    clock.turn_to(THURSDAY)
    assert entry_of(book, "bird_dog")
    book.adapting.report_pain(CareArea.GROIN, 4)
    assert drills(book) == "ankle rock 8/side, march with arms 10/side"


def test_an_easy_session_is_made_of_drills_and_has_none_before_it(clock: Clock) -> None:
    clock.turn_to(MONDAY)
    book = set_up(logbook_at(clock))
    book.begin_easy()
    assert "ankle_rock" in exercises(book)
    assert drills(book) == ""


def test_legs_that_have_raced_are_not_lunged(book: Logbook) -> None:
    session = today(book)
    coach = book.coach(session.date)
    said = [
        [drill.exercise for drill in warm_up_for(coach, session.changed(recovery_stage=stage))]
        for stage in (0, 1, None)
    ]
    assert said == [
        ["ankle_rock", "march_arms"],
        ["ankle_rock", "march_arms", "worlds_greatest"],
        ["ankle_rock", "march_arms", "worlds_greatest"],
    ]
