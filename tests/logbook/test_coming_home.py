"""Back from the road, from a holiday, from a break: what was left behind goes on from where it was, for one cause."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from support.entries import codes, entry, kg
from support.home import (
    BERLIN,
    NEXT_TUESDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    on_disk,
    set_up,
    two_weeks,
)
from support.odd_days import standstill

from tracker.domain.coaching.set_logging import as_planned
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.logbook import Logbook

AWAY = {"LAYOFF", "GAP_HOLD", "GAP_EASED", "BACK_HOME"}


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks at home, then a session A there; on the road from the Thursday on."""
    logbook = two_weeks(clock)
    clock.turn_to(NEXT_TUESDAY + timedelta(days=7))
    do_session(logbook)
    return logbook


def last_at_home(book: Logbook) -> dict[str, Entry]:
    return {each: book.log().of(each)[-1].entry for each in book.log().exercises}


def on_the_road(book: Logbook, clock: Clock, sessions: int = 3, rpe: float | None = None) -> None:
    """Some sessions with what a hotel has, every one done; then home again."""
    day = clock.now.date()
    book.adapting.travel("travel_kg", start=day + timedelta(days=1), until=day + timedelta(days=13))
    for _ in range(sessions):
        clock.turn_to(next_lift(book))
        do_session(book, rpe)
    clock.turn_to(next_session_like(book, day))


def next_lift(book: Logbook) -> date:
    found = book.day().next_lift
    assert found is not None
    return found


def next_session_like(book: Logbook, day: date) -> date:
    return day + timedelta(days=14)


@pytest.mark.parametrize("rpe", [None, 5.0, 9.0], ids=["as planned", "easily", "hard"])
def test_a_trip_changes_no_exercise_at_home(book: Logbook, clock: Clock, rpe: float | None) -> None:
    before = {each.slot: each.exercise for each in book.log().trained[-1].entries}
    on_the_road(book, clock, rpe=rpe)
    home = book.coach().prepared(
        clock.now.date(), template=book.coach().program(clock.now.date()).session("A")
    )
    assert {each.slot: each.exercise for each in home.entries} == before


def test_the_first_day_at_home_holds_what_home_had_and_says_so(book: Logbook, clock: Clock) -> None:
    """The squat was a backpack for two weeks; the bar is as heavy as it was, and no heavier."""
    before = last_at_home(book)
    on_the_road(book, clock)
    home = book.coach().prepared(
        clock.now.date(), template=book.coach().program(clock.now.date()).session("A")
    )
    held = [each for each in home.entries if "BACK_HOME" in codes(each)]
    assert {"back_squat", "push_up"} <= {each.exercise for each in held}
    for each in held:
        last = before[each.exercise]
        assert load(each) <= load(last), each.exercise
        assert len(AWAY & set(codes(each))) == 1
        assert (each.reps or 0) <= (last.reps or 0)
    if not home.deload:
        squat = next(each for each in home.entries if each.exercise == "back_squat")
        assert kg(squat) == load(before["back_squat"])


def test_the_second_time_at_home_goes_on(book: Logbook, clock: Clock) -> None:
    on_the_road(book, clock)
    do_session(book)
    clock.turn_to(clock.now.date() + timedelta(days=7))
    home = book.coach().prepared(
        clock.now.date(), template=book.coach().program(clock.now.date()).session("A")
    )
    assert not any("BACK_HOME" in codes(each) for each in home.entries)


def load(of: Entry) -> float:
    loads = [each.load for row in of.sets for each in (row.done or row.planned,) if each and each.load]
    return max((each.kilograms for each in loads), default=0.0)


# After a race


@pytest.mark.parametrize(
    ("days", "code"),
    [(18, "POST_RACE_RETURN"), (22, "POST_RACE_RETURN"), (37, "LAYOFF"), (59, "LAYOFF"), (80, "LAYOFF")],
)
def test_a_race_is_a_cause_for_as_long_as_it_is_one(clock: Clock, days: int, code: str) -> None:
    """Six weeks of lifting, a marathon, nothing at all: one cause is told, the race for two weeks after the way back."""
    race = BERLIN.changed(date=NEXT_TUESDAY + timedelta(days=33))
    book = set_up(logbook_at(clock), races=(race,), lifted_before="regularly")
    for at in range((race.date - TUESDAY).days):
        clock.turn_to(TUESDAY + timedelta(days=at))
        if book.day().session is not None:
            do_session(book)
    day = race.date + timedelta(days=days)
    clock.turn_to(day)
    told = {"POST_RACE_RETURN", "LAYOFF", "GAP_HOLD", "GAP_EASED", "BACK_HOME"}
    known = [each for each in book.coach().prepared(day).entries if each.exercise in book.log().exercises]
    assert known
    for each in known:
        if "RECALIBRATE" not in codes(each):
            assert len(told & set(codes(each))) <= 1, codes(each)
    assert any(code in codes(each) for each in known)
    assert days < 36 or not any("POST_RACE_RETURN" in codes(each) for each in known)


# A stall does not act on the way back


@pytest.fixture(scope="module")
def stuck(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date]:
    """A home, and the day on which a light session is due for a lift that does not move."""
    home = tmp_path_factory.mktemp("stuck")
    return home, standstill(home, "STALL_DELOAD")


def test_a_warning_sign_that_was_seen_makes_the_light_session_of_a_stall_no_harder(
    stuck: tuple[Path, date], tmp_path: Path
) -> None:
    day = stuck[1]
    clock = Clock(day)
    book = on_disk(copytree(stuck[0], tmp_path / "home"), clock)
    without = book.coach().prepared(day).entries[0]
    clock.turn_to(day - timedelta(days=1))
    book.adapting.red_flag("RED_FLAG_CALF")
    clock.turn_to(day)
    book.adapting.seen()
    squat = book.coach().prepared(day).entries[0]
    assert {"STALL_DELOAD", "AFTER_SIGN"} <= set(codes(squat))
    assert kg(squat) <= kg(without)
    assert (squat.reps or 0) <= (without.reps or 0)
    assert (squat.rpe or 0) <= (without.rpe or 0)


@pytest.mark.parametrize("kind", ["holiday", "ill", "travel"])
def test_days_away_take_the_place_of_the_light_session_of_a_stall(
    stuck: tuple[Path, date], tmp_path: Path, kind: str
) -> None:
    """It would have been due today; five days away are rest enough, and one cause is told."""
    day = stuck[1]
    book = on_disk(copytree(stuck[0], tmp_path / "home"), Clock(day))
    assert "STALL_DELOAD" in codes(entry(book))
    start, until = day - timedelta(days=6), day
    if kind == "travel":
        book.adapting.travel("travel_kg", start=start, until=until)
        book.past.add(on_the_day(book, start + timedelta(days=2)))
    else:
        getattr(book.adapting, kind)(start=start, until=until)
    prepared = book.coach().prepared(day)
    squat = prepared.entries[0]
    assert not {"STALL_DELOAD", "STALL_CONSISTENCY", "LIGHTER_TOGETHER"} & set(codes(squat))


def test_a_break_takes_the_place_of_the_light_session_of_a_stall(stuck: tuple[Path, date]) -> None:
    home, day = stuck
    for days in (4, 7, 14, 28):
        later = on_disk(home, Clock(day + timedelta(days=days)))
        for each in later.coach().prepared(day + timedelta(days=days)).entries:
            assert not {"STALL_DELOAD", "STALL_CONSISTENCY"} & set(codes(each)) or not AWAY & set(codes(each))


def on_the_day(book: Logbook, day: date) -> Session:
    """A session of that day, every set done at its target."""
    at = datetime.combine(day, time(18), UTC)
    planned = book.coach(day).prepared(day)
    entries = []
    for each in planned.entries:
        rows = [
            row.changed(done=PerformedSet(**as_planned(row.planned), rpe=row.planned.rpe, at=at))
            for row in each.sets
            if row.planned is not None
        ]
        entries.append(each.changed(sets=tuple(rows)))
    return planned.changed(entries=tuple(entries))
