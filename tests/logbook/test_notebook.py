"""Training as it stands in a notebook, and the past put right with it."""

from datetime import date, timedelta

import pytest
from support.home import MONDAY, Clock, logbook_at, set_up

from tracker.domain.errors import Misunderstood, Refused
from tracker.domain.phase import Phase
from tracker.domain.session import Session
from tracker.logbook import Logbook
from tracker.logbook.notebook import Notebook

WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def book() -> Logbook:
    clock = Clock(MONDAY)
    book = set_up(logbook_at(clock))
    clock.turn_to(MONDAY + timedelta(days=10))
    return book


def page(book: Logbook, text: str, day: date = WEDNESDAY) -> Session:
    return Notebook(book, day).page(text)


def test_a_page_becomes_a_session_in_the_phase_of_its_day(book: Logbook) -> None:
    session = page(book, "back squat 60x8@8 x3\n\nsplit squat 20x6,6/5\nplank 45s")
    assert (session.date, session.phase, session.imported) == (
        WEDNESDAY,
        book.season.week(WEDNESDAY).phase,
        False,
    )
    assert [(entry.exercise, len(entry.performed)) for entry in session.entries] == [
        ("back_squat", 3),
        ("split_squat", 2),
        ("plank", 1),
    ]
    assert session.started_at is not None
    assert session.started_at.date() == WEDNESDAY


def test_people_write_the_weight_of_one_hand(book: Logbook) -> None:
    (entry,) = page(book, "split squat 20x6@8").entries
    assert entry.performed[0].load is not None
    assert entry.performed[0].load.kilograms == 40.0


def test_what_was_asked_that_day_is_not_known_so_nothing_was_missed(book: Logbook) -> None:
    (entry,) = page(book, "back squat 60x3").entries
    assert (entry.reps, entry.rpe, entry.sets[0].planned) == (None, None, None)


def test_lines_of_one_exercise_go_together(book: Logbook) -> None:
    (entry,) = page(book, "back squat 60x8\nsquat 65x6").entries
    assert [done.reps for done in entry.performed] == [8, 6]


def test_before_the_first_plan_there_was_no_phase(book: Logbook) -> None:
    session = page(book, "back squat 60x8", MONDAY - timedelta(days=200))
    assert (session.phase, session.imported) == (Phase.OFF_SEASON, True)


def test_every_line_that_is_not_understood_is_named_at_once(book: Logbook) -> None:
    with pytest.raises(Misunderstood) as told:
        page(book, "back squat 60x8\nmoonwalk 3x3\nplank soon")
    assert [line[:7] for line in str(told.value).splitlines()] == ["Line 2:", "Line 3:"]


def test_an_empty_page_is_no_session(book: Logbook) -> None:
    with pytest.raises(Refused, match="one exercise a line"):
        page(book, " \n ")


def test_a_line_without_a_name_is_about_the_exercise_at_hand(book: Logbook) -> None:
    notebook = Notebook(book, WEDNESDAY)
    session = page(book, "back squat 60x8\nplank 45s")
    assert len(notebook.with_line(session, "65x5@9", 0).entries[0].performed) == 2
    assert notebook.with_line(session, "50", 1).entries[1].performed[-1].seconds == 50
    assert notebook.with_line(session, "push-up x12", 0).entries[-1].exercise == "push_up"
    with pytest.raises(Misunderstood):
        notebook.with_line(session, "65y5", 0)


def test_an_added_session_is_in_the_log_of_its_year(book: Logbook) -> None:
    added = book.past.add(page(book, "back squat 60x8"))
    assert added.id
    assert book.year(WEDNESDAY.year).sessions == (added,)
    assert book.years() == (WEDNESDAY.year,)
    assert book.past.session(added.id) == added
    assert book.past.on(WEDNESDAY) == (added,)


def test_an_erased_session_comes_back_as_it_was(book: Logbook) -> None:
    added = book.past.add(page(book, "back squat 60x8"))
    book.past.erase(added.id)
    assert book.log().sessions == ()
    assert book.past.erased() == (added,)
    book.past.restore(added.id)
    assert book.log().sessions == (added,)


def test_places_are_kept_and_removed_through_the_plan(book: Logbook) -> None:
    runner = book.runner
    assert runner is not None
    gym = book.coach().profile(book.today)
    book.planning.keep_place(gym.changed(bar=None))
    assert book.coach().profile(book.today).bar is None
    book.planning.remove_place(gym.id)
    assert book.coach().profile(book.today) == gym
