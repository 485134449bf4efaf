"""Logging as it happens: a set is safe before it is shown, and everything can be taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from support.home import (
    MONDAY,
    NEXT_TUESDAY,
    THURSDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    on_disk,
    set_up,
)

from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.session import ReadinessBand, SetKind, Side
from tracker.domain.units import Load
from tracker.logbook import Logbook, Where


@pytest.fixture
def clock() -> Clock:
    return Clock(TUESDAY)


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Tuesday of the first base week, after one session of each kind has found its start weights."""
    logbook = set_up(logbook_at(Clock(MONDAY)))
    logbook.desk.clock = clock
    do_session(logbook, rpe=6)
    clock.turn_to(THURSDAY)
    do_session(logbook, rpe=6)
    clock.turn_to(NEXT_TUESDAY)
    return logbook


def test_a_set_done_as_prescribed_carries_the_plan_and_the_rating(book: Logbook) -> None:
    planned = book.begin().session.entries[0].sets[0].planned
    assert planned is not None

    assert book.sets.log(0, rpe=7.5) == Where(0, 0)

    done = book.begin().session.entries[0].sets[0].done
    assert done is not None
    assert (done.load, done.reps, done.rpe) == (planned.load, planned.reps, 7.5)


def test_what_is_given_replaces_only_that(book: Logbook) -> None:
    book.sets.log(0, load=Load.of(60), reps=4)
    done = book.begin().session.entries[0].sets[0].done
    assert done is not None
    assert (done.load, done.reps, done.rpe) == (Load.of(60), 4, None)


def test_sides_that_differ_are_told_apart_and_the_weaker_one_counts(book: Logbook) -> None:
    book.sets.log(1, reps=8, right=Side(reps=6), rpe=8)
    done = book.begin().session.entries[1].sets[0].done
    assert done is not None
    assert done.weaker_reps == 6


def test_a_set_far_harder_than_planned_lightens_the_ones_after_it(book: Logbook) -> None:
    before = [row.planned.load for row in book.begin().session.entries[0].sets if row.planned]
    book.sets.log(0, rpe=9.5)
    after = [row.planned.load for row in book.begin().session.entries[0].sets if row.planned]
    assert after[0] == before[0]
    assert all(
        later is not None and earlier is not None and later.kg < earlier.kg
        for earlier, later in zip(before[1:], after[1:], strict=True)
    )


def test_a_half_goes_to_the_set_just_logged_once(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    book.sets.add_half()
    done = book.begin().session.entries[0].sets[0].done
    assert done is not None
    assert done.rpe == 7.5
    with pytest.raises(NothingToDo):
        book.sets.add_half()
    book.undo()
    assert [each.rpe for each in book.begin().session.entries[0].performed] == [7]
    book.undo()
    assert not book.begin().session.started


def test_a_half_decides_anew_what_follows(book: Logbook) -> None:
    """@9 and a half is what @9.5 at once would have been, and each of the two can be taken back."""
    before = [row.planned for row in book.begin().session.entries[0].sets]
    book.sets.log(0, rpe=9)
    at_nine = [row.planned for row in book.begin().session.entries[0].sets]
    book.sets.add_half()
    directly = [row.planned for row in book.begin().session.entries[0].sets]
    book.undo()
    assert [row.planned for row in book.begin().session.entries[0].sets] == at_nine
    book.undo()
    assert [row.planned for row in book.begin().session.entries[0].sets] == before
    book.sets.log(0, rpe=9.5)
    assert [row.planned for row in book.begin().session.entries[0].sets] == directly


def test_undo_and_redo_have_no_limit_and_survive_a_restart(tmp_path: Path) -> None:
    clock = Clock(TUESDAY)
    book = set_up(on_disk(tmp_path, clock))
    do_session(book, rpe=7)
    clock.turn_to(THURSDAY)
    for _ in range(3):
        book.sets.log(0, rpe=7)
    book.note("knees fine", 0)
    book.skip_exercise(2, "no machine")
    seen = [book.begin().session]
    for _ in range(5):
        book = on_disk(tmp_path, clock)
        book.undo()
        seen.append(book.begin().session)
    assert not seen[-1].started
    for expected in reversed(seen[:-1]):
        book = on_disk(tmp_path, clock)
        book.redo()
        assert book.begin().session == expected
    with pytest.raises(NothingToDo):
        book.redo()


def test_a_new_change_after_undo_is_the_new_future(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    book.sets.log(0, rpe=8)
    book.undo()
    book.sets.log(0, rpe=9)
    with pytest.raises(NothingToDo):
        book.redo()
    assert [done.rpe for done in book.begin().session.entries[0].performed] == [7, 9]


def test_a_done_set_can_be_amended_and_erased(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    book.sets.amend(0, 0, reps=3, rpe=9.5)
    done = book.begin().session.entries[0].sets[0].done
    assert done is not None
    assert (done.reps, done.rpe) == (3, 9.5)
    book.sets.erase(0, 0)
    assert book.begin().session.entries[0].sets[0].is_open
    with pytest.raises(NothingToDo):
        book.sets.amend(0, 0, reps=4)


def test_more_sets_than_planned_are_fine(book: Logbook) -> None:
    planned = len(book.begin().session.entries[0].sets)
    for _ in range(planned + 2):
        book.sets.log(0, rpe=7)
    entry = book.begin().session.entries[0]
    assert len(entry.performed) == planned + 2
    book.sets.erase(0, planned + 1)
    assert len(book.begin().session.entries[0].sets) == planned + 1


def test_another_load_carries_to_the_sets_after_it_or_stays_alone(book: Logbook) -> None:
    before = [row.planned.load for row in book.begin().session.entries[2].sets if row.planned]
    loads = book.grid(book.begin().session.entries[2]).loads
    at = loads.index(before[0])
    book.sets.step_load(2, 0, up=True)
    carried = book.begin().session.entries[2].sets
    assert [row.planned.load for row in carried if row.planned] == [loads[at + 1]] * len(before)
    book.sets.step_load(2, 1, up=True, only_this=True)
    alone = book.begin().session.entries[2].sets
    assert [row.planned.load for row in alone if row.planned][:2] == [loads[at + 1], loads[at + 2]]


def test_an_exercise_that_was_not_planned_joins(book: Logbook) -> None:
    at = book.add_exercise("farmer_carry")
    with pytest.raises(Refused, match="say what you did"):
        book.sets.log(book.add_exercise("plank_t"), rpe=7)
    book.sets.log(at, load=Load.of(40), reps=10, rpe=7)
    entry = book.begin().session.entries[at]
    assert (entry.exercise, len(entry.performed)) == ("farmer_carry", 1)


def test_a_rest_day_opens_a_session_of_its_own(book: Logbook, clock: Clock) -> None:
    clock.turn_to(NEXT_TUESDAY + timedelta(days=1))
    assert book.day().rest_day
    at = book.add_exercise("plank")
    book.sets.log(at, seconds=40, rpe=7)
    session = book.finish().session
    assert (session.template, session.sets_done) == ("", 1)
    clock.turn_to(THURSDAY + timedelta(days=7))
    day = book.day()
    assert day.session is not None
    assert day.session.template == "A"


def test_readiness_holds_or_lowers_before_the_first_set_and_never_after(book: Logbook) -> None:
    fresh = book.begin().session
    book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    tired = book.begin().session
    assert tired.readiness is ReadinessBand.AMBER
    assert len(tired.entries[0].sets) == len(fresh.entries[0].sets) - 1
    book.undo()
    assert book.begin().session.entries == fresh.entries
    book.sets.log(0, rpe=7)
    with pytest.raises(Refused):
        book.adapting.say_readiness(Readiness(feel=Feel.DEAD))


def test_short_on_time_keeps_what_matters_and_what_is_done(book: Logbook) -> None:
    book.sets.log(4, rpe=7)
    book.adapting.shorten(12)
    session = book.begin().session
    roles = [entry.role.value for entry in session.entries]
    assert roles[0] == "primary"
    assert session.sets_done == 1
    assert len(session.entries) < 7
    assert session.short_minutes == 12


def test_nothing_done_is_nothing_to_finish(book: Logbook) -> None:
    with pytest.raises(NothingToDo):
        book.finish()


def test_a_finished_session_goes_on_when_more_is_logged(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    first = book.finish(rpe=6).session
    book.sets.log(0, rpe=8)
    again = book.finish().session
    assert again.id == first.id
    assert again.sets_done == 2
    assert [each.id for each in book.past.on(NEXT_TUESDAY)] == [first.id]


def test_midnight_does_not_split_a_session(book: Logbook, clock: Clock) -> None:
    clock.turn_to(NEXT_TUESDAY, hour=23)
    book.sets.log(0, rpe=7)
    clock.pass_by(hours=1, minutes=10)
    book.sets.log(0, rpe=7)
    session = book.finish().session
    assert session.date == NEXT_TUESDAY
    assert session.sets_done == 2


def test_a_forgotten_session_is_closed_as_it_stands_by_the_next_write(book: Logbook, clock: Clock) -> None:
    book.sets.log(0, rpe=7)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=2))
    assert book.session is None
    book.sets.log(0, rpe=7)
    assert book.closed is not None
    assert (book.closed.date, book.closed.sets_done) == (NEXT_TUESDAY, 1)
    assert book.begin().session.date == NEXT_TUESDAY + timedelta(days=2)


def test_two_logbooks_on_one_home_lose_nothing(tmp_path: Path) -> None:
    clock = Clock(TUESDAY)
    one = set_up(on_disk(tmp_path, clock))
    two = on_disk(tmp_path, clock)
    assert two.day().session is not None
    for book in (one, two, one, two):
        book.sets.log(3, rpe=7)
    assert one.refresh()
    for book in (one, two):
        assert len(book.begin().session.entries[3].performed) == 4


def test_listeners_hear_of_a_change_once_it_is_kept(book: Logbook) -> None:
    heard: list[int] = []
    book.hear(lambda _: heard.append(book.begin().session.sets_done))
    book.sets.log(0, rpe=7)
    assert heard == [1]


def test_a_start_on_the_lightest_bar_stays_on_it(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    book.sets.log(0, rpe=7)
    assert book.finish().session.entries[0].performed[0].load == Load.of(20)
    clock.turn_to(THURSDAY)
    book.skip_session(THURSDAY, "travel")
    clock.turn_to(NEXT_TUESDAY)
    day = book.day()
    assert day.session is not None
    squat = day.session.entries[0]
    assert squat.exercise == "back_squat"
    assert [row.planned.load for row in squat.sets if row.planned] == [Load.of(20)] * 3


@pytest.mark.parametrize(("felt", "goes_on"), [(5.5, True), (6, True), (6.5, True), (7, False), (8, False)])
def test_a_search_cut_short_goes_on_the_next_time(clock: Clock, felt: float, *, goes_on: bool) -> None:
    """One set at RPE 6 of a search for 7 has found nothing yet."""
    book = set_up(logbook_at(clock))
    book.sets.log(0, rpe=felt)
    book.finish()
    clock.turn_to(THURSDAY)
    book.skip_session(THURSDAY, "travel")
    clock.turn_to(NEXT_TUESDAY)
    squat = book.begin().session.entries[0]
    assert ("CALIBRATE_ON" in [each.code for each in squat.reasons]) is goes_on
    assert (squat.sets[0].planned is not None and squat.sets[0].planned.kind is SetKind.RAMP) is goes_on


def test_a_session_left_open_counts_as_it_stands_before_the_next_write_closes_it() -> None:
    clock = Clock(TUESDAY)
    logbook = set_up(logbook_at(clock))
    first = logbook.begin().session.template
    logbook.sets.log(0, rpe=7)
    clock.turn_to(THURSDAY)
    assert logbook.session is None
    assert [each.date for each in logbook.log().sessions] == [TUESDAY]
    session = logbook.day().session
    assert session is not None
    assert session.template != first


def test_after_a_ramp_next_time_stands_beside_the_set_it_ended_on(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    for weight, rpe in ((40, 5), (50, 6), (55, 7)):
        book.sets.log(0, load=Load.of(weight), rpe=rpe)
    (change,) = book.finish().changes
    assert (change.exercise, change.today.load) == ("back_squat", Load.of(55))
