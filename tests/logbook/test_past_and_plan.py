"""What has been can be mended, what is planned can be changed, and advice follows both."""

from datetime import date, timedelta

import pytest
from support.home import (
    BERLIN,
    MONDAY,
    NEXT_TUESDAY,
    THURSDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    set_up,
)

from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.exercise import CareArea
from tracker.domain.person import Style
from tracker.domain.race import Distance, Priority
from tracker.domain.run import CheckIn, Run, RunKind
from tracker.domain.runner import Absence, Away, Verdict
from tracker.domain.season.change import PlanChange
from tracker.logbook import Logbook


def first_load(book: Logbook) -> float:
    session = book.day().session
    assert session is not None
    planned = session.entries[0].sets[0].planned
    assert planned is not None
    assert planned.load is not None
    return planned.load.kilograms


def test_amending_a_past_set_moves_todays_load(book: Logbook) -> None:
    before = first_load(book)
    past = book.past.on(TUESDAY)[0]
    entry = past.entries[0]
    heavier = [
        row.changed(done=row.done.changed(load=row.done.load.times(2)))
        for row in entry.sets
        if row.done and row.done.load
    ]
    book.past.replace(past.with_entry(0, entry.changed(sets=tuple(heavier))))
    assert first_load(book) > before * 1.5


def test_an_erased_session_counts_no_more_until_it_is_restored(book: Logbook) -> None:
    before = first_load(book)
    past = book.past.on(TUESDAY)[0]
    book.past.erase(past.id)
    assert book.past.on(TUESDAY) == ()
    day = book.day()
    assert day.session is not None
    assert "CALIBRATE" in [reason.code for reason in day.session.entries[0].reasons]
    book.past.restore(past.id)
    assert first_load(book) == before
    with pytest.raises(NothingToDo):
        book.past.restore(past.id)


def test_a_back_dated_session_takes_its_place_in_the_order(book: Logbook, clock: Clock) -> None:
    past = book.past.on(TUESDAY)[0]
    book.past.add(past.changed(id="", date=TUESDAY - timedelta(days=5)))
    assert [each.date for each in book.log().sessions] == [TUESDAY - timedelta(days=5), TUESDAY, THURSDAY]
    with pytest.raises(Refused):
        book.past.add(past.changed(id="", date=NEXT_TUESDAY + timedelta(days=1)))


def test_a_skipped_session_lets_the_next_one_take_its_turn(book: Logbook, clock: Clock) -> None:
    skipped = book.skip_session(NEXT_TUESDAY, "sore throat")
    assert (skipped.template, skipped.skipped) == ("A", "sore throat")
    clock.turn_to(THURSDAY + timedelta(days=7))
    session = book.day().session
    assert session is not None
    assert session.template == "B"


def test_a_missed_session_shifts_the_order_and_is_never_doubled(book: Logbook, clock: Clock) -> None:
    clock.turn_to(THURSDAY + timedelta(days=7))
    session = book.day().session
    assert session is not None
    assert session.template == "A"


def test_a_session_moves_to_a_free_day_and_back(book: Logbook, clock: Clock) -> None:
    saturday = MONDAY + timedelta(days=12)
    assert "BEFORE_LONG" in [reason.code for reason in book.planning.clashes(NEXT_TUESDAY, saturday)]
    book.planning.move(NEXT_TUESDAY, saturday)
    assert book.day(NEXT_TUESDAY).rest_day
    assert not book.day(saturday).rest_day
    book.planning.move(saturday, NEXT_TUESDAY)
    assert not book.day(NEXT_TUESDAY).rest_day
    with pytest.raises(Refused, match="ever doubled"):
        book.planning.move(NEXT_TUESDAY, THURSDAY + timedelta(days=7))
    with pytest.raises(NothingToDo):
        book.planning.move(MONDAY + timedelta(days=9), saturday)


def test_another_plan_in_the_very_first_week_takes_none_of_its_days(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    clock.turn_to(TUESDAY)
    do_session(book)
    clock.turn_to(TUESDAY + timedelta(days=1))
    days = book.coach().week(TUESDAY).days
    proposal = book.planning.propose_race("Club 10k", date(2027, 3, 7), Distance.TEN_K, Priority.C)
    assert proposal.changes == ()
    book.planning.accept(proposal)
    assert book.coach().week(TUESDAY).days == days
    assert TUESDAY in [each.date for each in days]


def test_a_race_shows_its_difference_before_it_is_accepted(book: Logbook) -> None:
    proposal = book.planning.propose_race("Spring 10k", date(2027, 5, 9), Distance.TEN_K)
    assert proposal.changes
    assert book.season.week(date(2027, 5, 9)).phase == "off_season"
    book.planning.accept(proposal)
    assert book.season.week(date(2027, 5, 9)).phase == "race_week"


@pytest.mark.parametrize(
    ("weeks_before", "distance", "priority"),
    [
        (8, Distance.HALF, Priority.B),
        (2, Distance.FIVE_K, Priority.B),
        (1, Distance.TEN_K, Priority.A),  # so close it is no step, and a warning says more
        (9, Distance.TEN_K, Priority.A),
        (6, Distance.MARATHON, Priority.A),
        (-6, Distance.TEN_K, Priority.A),
    ],
)
def test_a_race_left_open_is_b_where_it_is_a_step_to_a_longer_one(
    book: Logbook, weeks_before: int, distance: Distance, priority: Priority
) -> None:
    day = BERLIN.date - timedelta(weeks=weeks_before)
    proposal = book.planning.propose_race("Step", day, distance)
    assert [each.code for each in proposal.chosen] == (["STEP_RACE"] if priority is Priority.B else [])
    book.planning.accept(proposal)
    assert book.planning.race("Step").priority is priority


def test_a_moved_race_moves_the_phases_and_leaves_the_past_alone(book: Logbook) -> None:
    first_week = book.season.week(MONDAY).phase
    later = book.planning.propose_race_change("berlin", date=BERLIN.date + timedelta(weeks=2))
    assert any(isinstance(change, PlanChange) and change.phase_changes for change in later.changes)
    book.planning.accept(later)
    assert book.season.week(BERLIN.date + timedelta(weeks=2)).phase == "race_week"
    assert book.season.week(MONDAY).phase == first_week


def test_a_marathon_cannot_be_a_b_race(book: Logbook) -> None:
    with pytest.raises(Refused, match="A race"):
        book.planning.propose_race("Club marathon", date(2027, 6, 6), Distance.MARATHON, Priority.B)


def test_holding_a_week_lets_nothing_rise_and_backing_off_makes_it_light(book: Logbook) -> None:
    week = NEXT_TUESDAY - timedelta(days=1)
    book.planning.decide(week, Verdict.BACK_OFF)
    assert book.day().deload
    book.planning.decide(week, Verdict.HOLD)
    assert not book.day().deload
    book.planning.decide(week, None)
    with pytest.raises(NothingToDo):
        book.planning.decide(week, None)


def test_on_holiday_nothing_is_planned_and_travel_fits_the_bag(book: Logbook) -> None:
    week = timedelta(days=7)
    book.planning.be_away(Absence(start=NEXT_TUESDAY, end=NEXT_TUESDAY + week, kind=Away.HOLIDAY))
    assert book.day().rest_day
    assert next(reason.code for reason in book.day().reasons) == "ON_HOLIDAY"
    book.planning.be_back(NEXT_TUESDAY)
    book.planning.be_away(
        Absence(start=NEXT_TUESDAY, end=NEXT_TUESDAY + week, kind=Away.TRAVEL, equipment="travel_kg")
    )
    session = book.day().session
    assert session is not None
    first = session.entries[0]
    assert first.exercise != "back_squat"
    assert first.modified is not None
    assert first.modified.planned == "back_squat"


def test_a_niggle_lightens_what_it_concerns_and_leaves_the_rest(book: Logbook) -> None:
    before = first_load(book)
    book.past.check_in(CheckIn(id="", date=NEXT_TUESDAY, site=CareArea.KNEE, pain=5))
    session = book.day().session
    assert session is not None
    assert first_load(book) < before
    assert session.entries[0].pain is not None
    assert "PAIN_REGRESS" in [reason.code for reason in session.entries[0].reasons]
    assert all(entry.pain is None for entry in session.entries if entry.exercise == "dead_bug_twist")


def test_a_hard_run_yesterday_is_part_of_readiness(book: Logbook) -> None:
    book.past.add_run(
        Run(id="", date=NEXT_TUESDAY - timedelta(days=1), kind=RunKind.RACE, km=21.1, minutes=100)
    )
    session = book.day().session
    assert session is not None
    assert "READINESS_AMBER" in [reason.code for reason in session.entries[0].reasons]


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("style", "maintenance", "style", Style.MAINTENANCE),
        ("lift-days", "wed, sat", "lift_days", (2, 5)),
        ("lift-days", "auto", "lift_days", ()),
        ("run-week", "reqerel", "run_week", "REQEREL"),
        ("equipment", "home", "equipment", "home_kg"),
        ("unit", "lb", "equipment", "gym_kg"),
        ("program", "beginner", "program", "beginner"),
        ("lifts_per_week", "3", "lifts_per_week", 3),
        ("plyo", "off", "plyo", False),
    ],
)
def test_a_setting_is_read_as_text(book: Logbook, key: str, text: str, field: str, value: object) -> None:
    if text == "auto":
        book.planning.set("lift-days", "mon")
    assert getattr(book.planning.set(key, text), field) == value


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("stile", "maintenance", 'did you mean "style"'),
        ("style", "hard", "maintenance or periodized"),
        ("body-weight", "7", "outside 25 to 350 kg"),
        ("body-weight", "heavy", "not a body weight"),
        ("equipment", "castle", "gym, home or travel"),
        ("lifts-per-week", "9", "0 to 5"),
        ("plyo", "maybe", "neither on nor off"),
    ],
)
def test_a_setting_that_does_not_fit_says_what_does(
    book: Logbook, key: str, text: str, sentence: str
) -> None:
    before = book.runner
    with pytest.raises(Misunderstood, match=sentence):
        book.planning.set(key, text)
    assert book.runner == before


def test_changing_the_style_keeps_the_calendar(book: Logbook) -> None:
    before = [week.phase.public for week in book.season.weeks(MONDAY, BERLIN.date)]
    book.planning.set("style", "maintenance")
    assert [week.phase.public for week in book.season.weeks(MONDAY, BERLIN.date)] == before


def test_a_home_is_set_up_once(book: Logbook) -> None:
    with pytest.raises(Refused, match="runlift set"):
        set_up(book)


def test_an_empty_home_says_what_to_do() -> None:
    with pytest.raises(Refused, match="runlift init"):
        logbook_at(Clock(MONDAY)).day()
