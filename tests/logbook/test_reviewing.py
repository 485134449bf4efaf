"""The weekly review of a home: each decision changes the sessions of the week after, and can be taken back."""

from datetime import date, timedelta

import pytest
from support.home import MONDAY, NEXT_TUESDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up

from tracker.domain.errors import Refused
from tracker.domain.exercise import Role
from tracker.domain.phase import Phase
from tracker.domain.review.options import Option, OptionKind
from tracker.domain.review.review import Review
from tracker.domain.session import Session
from tracker.logbook import Logbook
from tracker.report.option_text import option_words

SUNDAY = MONDAY + timedelta(days=6)
NEXT_MONDAY = MONDAY + timedelta(days=7)


@pytest.fixture
def book(book: Logbook, clock: Clock) -> Logbook:
    """A first week of base in which everything was easy; it is Sunday evening."""
    clock.turn_to(SUNDAY)
    return book


def choose(logbook: Logbook, kind: OptionKind) -> str:
    review = logbook.reviewing.week()
    return logbook.reviewing.decide(review, option(review, kind)).code


def option(review: Review, kind: OptionKind) -> Option:
    return next(each for each in review.options if each.kind is kind)


def next_session(logbook: Logbook) -> Session:
    session = logbook.day(NEXT_TUESDAY).session
    assert session is not None
    return session


def amounts(session: Session | None) -> dict[str, tuple[float, int]]:
    """Load and amount of each first set."""
    assert session is not None
    first = {entry.exercise: entry.sets[0].planned for entry in session.entries}
    return {
        name: (
            asked.load.kilograms if asked.load else 0.0,
            asked.reps or asked.seconds or asked.contacts or 0,
        )
        for name, asked in first.items()
        if asked is not None
    }


def test_carry_on_stands_until_something_else_is_chosen(book: Logbook) -> None:
    review = book.reviewing.week()
    assert book.reviewing.decided(review).chose(option(review, OptionKind.CARRY_ON))
    assert choose(book, OptionKind.CARRY_ON) == "DECIDED_CARRY_ON"
    assert choose(book, OptionKind.HOLD) == "DECIDED_HOLD"
    assert not book.reviewing.decided(review).chose(option(review, OptionKind.CARRY_ON))
    assert choose(book, OptionKind.CARRY_ON) == "DECIDED_CARRY_ON"
    assert book.desk.runner.decisions == ()


def test_holding_raises_nothing(clock: Clock) -> None:
    """After two easy weeks the third would have more reps or more load."""
    logbook = set_up(logbook_at(clock))
    for week in range(2):
        for day in (TUESDAY, THURSDAY):
            clock.turn_to(day + timedelta(weeks=week))
            do_session(logbook, rpe=6)
    clock.turn_to(SUNDAY + timedelta(weeks=1))
    day = NEXT_TUESDAY + timedelta(weeks=1)
    free = amounts(logbook.day(day).session)
    assert choose(logbook, OptionKind.HOLD) == "DECIDED_HOLD"
    held = logbook.day(day).session
    assert held is not None
    assert {entry.reasons[0].code for entry in held.entries} == {"REVIEW_HOLD"}
    assert all(amount <= free[name] for name, amount in amounts(held).items())
    assert amounts(held) != free


def test_holding_keeps_the_main_lifts_where_a_wave_would_raise_them(clock: Clock) -> None:
    """Every session as planned, up to the third week of a wave, which is held."""
    logbook = set_up(logbook_at(clock))
    monday = next(
        week.monday
        for week in logbook.season.weeks(MONDAY, MONDAY + timedelta(weeks=12))
        if week.phase is Phase.BUILD_PERIODIZED and week.wip == 3
    )
    day = MONDAY
    while day < monday:
        clock.turn_to(day)
        if logbook.day(day).session is not None:
            do_session(logbook)
        day += timedelta(days=1)
    clock.turn_to(monday - timedelta(days=1))
    lifting = logbook.coach(monday).week(monday).days[0].date
    before = {
        entry.exercise: entry.performed[0].load.kilograms
        for session in logbook.log().sessions
        for entry in session.entries
        if entry.role in (Role.PRIMARY, Role.SECONDARY) and entry.performed and entry.performed[0].load
    }
    free = amounts(logbook.day(lifting).session)
    choose(logbook, OptionKind.HOLD)
    held = amounts(logbook.day(lifting).session)
    main = [name for name in held if name in before]
    assert main
    assert any(free[name] > held[name] for name in main)
    assert all(held[name][0] <= before[name] for name in main)
    session = logbook.day(lifting).session
    assert session is not None
    small = [each for each in session.entries if each.role is Role.SECONDARY and each.exercise in before]
    assert small
    for each in small:
        last = logbook.log().of(each.exercise)[-1].entry
        assert (each.reps, each.rpe) == (last.reps, last.rpe), each.exercise


@pytest.fixture
def two_loaded(book: Logbook, clock: Clock) -> Logbook:
    """The Sunday after two weeks that loaded; the lighter week is a week away."""
    for day in (NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)):
        clock.turn_to(day)
        do_session(book)
    clock.turn_to(SUNDAY + timedelta(days=7))
    return book


def test_backing_off_halves_the_sets_of_next_week(book: Logbook) -> None:
    before = sum(len(entry.sets) for entry in next_session(book).entries)
    choose(book, OptionKind.BACK_OFF)
    assert next_session(book).deload
    assert sum(len(entry.sets) for entry in next_session(book).entries) < 0.75 * before


def test_in_a_first_week_no_lighter_week_comes_forward(book: Logbook) -> None:
    """Nothing has loaded yet that one could recover from."""
    assert OptionKind.PULL_DELOAD not in {each.kind for each in book.reviewing.week().options}


def test_the_lighter_week_come_forward_halves_the_sets_of_next_week(two_loaded: Logbook) -> None:
    day = NEXT_TUESDAY + timedelta(days=7)
    before = two_loaded.day(day).session
    choose(two_loaded, OptionKind.PULL_DELOAD)
    after = two_loaded.day(day).session
    assert before is not None
    assert after is not None
    assert after.deload
    assert sum(len(each.sets) for each in after.entries) < 0.75 * sum(
        len(each.sets) for each in before.entries
    )


def test_the_pulled_deload_lets_the_later_one_load_and_keeps_its_digit(two_loaded: Logbook) -> None:
    book, monday = two_loaded, NEXT_MONDAY + timedelta(days=7)
    planned = [each.monday for each in book.season.weeks(MONDAY, MONDAY + timedelta(weeks=6)) if each.deload]
    offered = [each.kind for each in book.reviewing.week().options]
    choose(book, OptionKind.PULL_DELOAD)
    assert book.season.week(monday).deload
    assert not book.season.week(planned[0]).deload
    assert [each.kind for each in book.reviewing.week().options] == offered


def test_accepted_days_stay_when_another_session_moves_beside_them(book: Logbook, clock: Clock) -> None:
    """A session taken on Monday would push Tuesday's away; once accepted, it stays."""
    days = book.coach(NEXT_TUESDAY).week(NEXT_TUESDAY).days
    assert [each.date for each in days] == [NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)]
    assert choose(book, OptionKind.ACCEPT_DAYS) == "DECIDED_ACCEPT_DAYS"
    assert book.planning.clashes(NEXT_TUESDAY, NEXT_MONDAY)
    fixed = book.coach(NEXT_TUESDAY).week(NEXT_TUESDAY)
    assert [each.date for each in fixed.days] == [each.date for each in days]
    assert book.desk.runner.accepted[0].week == NEXT_MONDAY


@pytest.mark.parametrize("days", [(0, 2), (0, 3), (1, 4), (2, 5)])
def test_days_that_nothing_speaks_against_stay_as_the_runner_chose_them(
    clock: Clock, days: tuple[int, int]
) -> None:
    """Six easy runs and a rest day: the scheduler has its favourites, and offers none in place of these."""
    logbook = set_up(logbook_at(clock), lift_days=days, run_week="EEEEEER")
    clock.turn_to(SUNDAY)
    (first, second) = (f"{NEXT_MONDAY + timedelta(days=each):%A}" for each in days)
    offered = [each for each in logbook.reviewing.week().options if each.kind is OptionKind.ACCEPT_DAYS]
    assert [each.inputs["days"] for each in offered] in ([], [f"{first}, {second}"])


def test_the_scheduler_s_days_are_offered_to_whoever_has_fixed_worse_ones(clock: Clock) -> None:
    """Fixed on Monday and Saturday, the days before quality and long runs."""
    logbook = set_up(logbook_at(clock), lift_days=(0, 5))
    clock.turn_to(SUNDAY)
    review = logbook.reviewing.week()
    assert option(review, OptionKind.ACCEPT_DAYS).inputs["days"] == "Tuesday, Thursday"
    said, short = option_words(option(review, OptionKind.ACCEPT_DAYS), SUNDAY)
    assert said == "lift Tue Thu instead: Mon is before your quality run"
    assert short == "lift Tue Thu"
    choose(logbook, OptionKind.ACCEPT_DAYS)
    assert [each.date for each in logbook.coach(NEXT_TUESDAY).week(NEXT_TUESDAY).days] == [
        NEXT_TUESDAY,
        NEXT_TUESDAY + timedelta(days=2),
    ]
    assert [each.date.weekday() for each in logbook.coach(NEXT_TUESDAY).week(date(2026, 12, 8)).days] == [
        0,
        5,
    ]


def test_a_filled_hole_joins_each_session_until_it_is_done(book: Logbook, clock: Clock) -> None:
    review = book.reviewing.week()
    fill = Option(
        kind=OptionKind.FILL_HOLE, inputs={"exercise": "bear_hold", "name": "Bear hold", "minutes": 3}
    )
    assert "bear_hold" in book.content.exercises
    book.reviewing.decide(review, fill)
    joined = next(each for each in next_session(book).entries if each.exercise == "bear_hold")
    assert joined.reasons[0].code == "FILLS_A_HOLE"
    clock.turn_to(NEXT_TUESDAY)
    do_session(book)
    following = book.day(NEXT_TUESDAY + timedelta(days=2)).session
    assert following is not None
    assert "bear_hold" not in {each.exercise for each in following.entries}


def test_undo_takes_decisions_back_one_by_one(book: Logbook) -> None:
    choose(book, OptionKind.HOLD)
    choose(book, OptionKind.BACK_OFF)
    assert book.undo().what == "week_decided"
    assert [each.verdict for each in book.desk.runner.decisions] == ["hold"]
    assert book.undo().what == "week_decided"
    assert book.desk.runner.decisions == ()


def test_the_same_choice_again_takes_it_back(book: Logbook) -> None:
    choose(book, OptionKind.HOLD)
    assert choose(book, OptionKind.HOLD) == "DECIDED_BACK"
    assert book.desk.runner.decisions == ()


def test_a_week_to_come_has_no_review(book: Logbook) -> None:
    with pytest.raises(Refused):
        book.reviewing.week(NEXT_TUESDAY)


def test_a_review_is_kept_until_something_changes(book: Logbook) -> None:
    kept = book.reviewing.week()
    assert book.reviewing.week(TUESDAY) is kept
    session = book.log().sessions[0]
    book.past.replace(session.changed(rpe=9))
    assert book.reviewing.week() is not kept


def test_the_first_week_is_that_of_the_plan_or_of_an_older_log(book: Logbook) -> None:
    assert book.reviewing.first_week == MONDAY
    older = book.log().sessions[0].changed(id="older", date=MONDAY - timedelta(days=30))
    book.past.add(older)
    assert book.reviewing.first_week == date(2026, 10, 19)
    assert book.reviewing.week(MONDAY - timedelta(days=30)).week.calendar.this.phase is not None


def test_records_are_of_all_time_once_everything_has_been_read(clock: Clock) -> None:
    """Forty push-ups six years ago are more than advice looks back on, and more than this week's."""
    logbook = set_up(logbook_at(clock))
    for day in (TUESDAY, THURSDAY, NEXT_TUESDAY):
        clock.turn_to(day)
        do_session(logbook, rpe=6)
    first = logbook.log().sessions[0]
    push_ups = next(each for each in first.entries if each.exercise == "push_up")
    many = tuple(row.changed(done=row.done.changed(reps=40)) for row in push_ups.sets if row.done is not None)
    old = push_ups.changed(sets=many)
    logbook.past.add(first.changed(id="old", date=date(2020, 11, 24), entries=(old,)))
    fresh = logbook_at(clock, logbook.desk.memory._diary)
    assert not fresh.reviewing.is_whole
    assert "push_up" in {record.exercise for record in fresh.reviewing.week().week.records}
    assert fresh.reviewing.take(fresh.reviewing.look_back())
    assert fresh.reviewing.is_whole
    assert "push_up" not in {record.exercise for record in fresh.reviewing.week().week.records}


def test_what_was_read_in_the_meantime_is_not_taken_after_a_change(book: Logbook) -> None:
    found = book.reviewing.look_back()
    choose(book, OptionKind.HOLD)
    assert not book.reviewing.take(found)
    assert [each.verdict for each in book.desk.runner.decisions] == ["hold"]
