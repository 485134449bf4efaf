"""Weeks to come on paper, and what another plan would make of them."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from support.home import MONDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up, shipped

from tracker.athlete.body import Body
from tracker.athlete.training import SimulatedRunner
from tracker.domain.coaching.foresight import done_as_planned
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.person import Style, Taper
from tracker.domain.race import Distance, Priority
from tracker.domain.run import Run, RunKind
from tracker.domain.season.change import DaysChange, LoadChange, PlanChange
from tracker.domain.session import Session, SetKind
from tracker.logbook import Logbook
from tracker.logbook.in_memory import InMemoryDiary
from tracker.report.desk import plan_of
from tracker.report.plan import difference_lines
from tracker.report.print_week import Paper, paper_of, printed_week, sessions_of

A_WEEK = timedelta(weeks=1)


@pytest.fixture
def book(clock: Clock) -> Logbook:
    """Two weeks of base, in which every start weight was found; it is Monday of the third."""
    diary = InMemoryDiary()
    logbook = set_up(logbook_at(clock, diary))
    begun = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 18, tzinfo=UTC)
    athlete = SimulatedRunner(diary, shipped(), Body(Random(7), 70, trained=2.4), begun, 0.0)
    for at in range(14):
        athlete.lift(MONDAY + timedelta(days=at))
    clock.turn_to(MONDAY + 2 * A_WEEK)
    logbook.refresh()
    return logbook


def train(logbook: Logbook, clock: Clock, start: date, end: date) -> None:
    """Every session from *start* to *end*, half-open, exactly as planned."""
    day = start
    while day < end:
        clock.turn_to(day)
        if logbook.day(day).session is not None:
            do_session(logbook)
        day += timedelta(days=1)
    clock.turn_to(end)


def paper(logbook: Logbook, start: date) -> Paper:
    return paper_of(logbook, shipped().words, start)


def asked(session: Session) -> list[tuple[str, float | None, int | None, float | None]]:
    """Exercise, load, amount and effort of every working set."""
    return [
        (entry.exercise, row.planned.load and row.planned.load.kilograms, row.planned.reps, row.planned.rpe)
        for entry in session.entries
        for row in entry.sets
        if row.planned is not None
    ]


def lines(logbook: Logbook, changes: object) -> tuple[str, ...]:
    return difference_lines(changes, logbook.today, shipped().words.line)  # type: ignore[arg-type]


# Paper


@pytest.mark.parametrize("weeks", [1, 3, 5])
def test_a_week_ahead_is_what_comes_when_all_goes_as_planned(book: Logbook, clock: Clock, weeks: int) -> None:
    monday = book.today + weeks * A_WEEK
    ahead = [asked(session) for session in sessions_of(paper(book, monday))]
    train(book, clock, book.today, monday)
    lived = []
    for day in (monday + timedelta(days=at) for at in range(7)):
        clock.turn_to(day)
        session = book.day(day).session
        if session is not None:
            lived.append(asked(session))
            do_session(book)
    assert ahead == lived


def test_no_time_away_is_said_of_sessions_still_to_come(book: Logbook) -> None:
    ahead = list(sessions_of(paper(book, book.today + 3 * A_WEEK)))
    codes = {reason.code for each in ahead for entry in each.entries for reason in entry.reasons}
    assert ahead
    assert not codes & {"LAYOFF", "GAP_HOLD", "GAP_EASED", "RECALIBRATE"}


def test_a_week_that_nobody_waits_for_any_longer_is_given_up_on_the_way(book: Logbook) -> None:
    asked_for: list[bool] = []

    def is_wanted() -> bool:
        asked_for.append(len(asked_for) < 2)
        return asked_for[-1]

    assert list(sessions_of(paper(book, book.today + 3 * A_WEEK), is_wanted)) == []
    assert asked_for == [True, True, False]


def test_the_paper_says_what_its_loads_stand_on(book: Logbook) -> None:
    said = "Loads as they will be if each session before goes as planned."
    assert said in printed_week(paper(book, book.today + 2 * A_WEEK))


def test_the_last_session_of_this_week_needs_no_such_word(book: Logbook, clock: Clock) -> None:
    train(book, clock, book.today, book.today + timedelta(days=3))
    assert "if each session before" not in printed_week(paper(book, book.today))


def test_a_start_weight_nobody_knows_yet_stays_to_be_found() -> None:
    logbook = set_up(logbook_at(Clock(TUESDAY)))
    first = logbook.day().session
    assert first is not None
    squat = done_as_planned(first).entries[0]
    assert [(row.planned.kind, row.done.load) for row in squat.sets if row.planned and row.done] == [
        (SetKind.RAMP, None)
    ]
    later = next(sessions_of(paper(logbook, MONDAY + 2 * A_WEEK))).entries[0]
    assert (later.exercise, len(later.sets)) == (squat.exercise, 1)
    assert later.sets[0].planned == squat.sets[0].planned


# What another plan would change


def test_a_sharp_taper_is_heavier_and_shown_before_it_is_accepted(book: Logbook) -> None:
    before = book.desk.runner
    proposal = book.planning.propose_setting("taper", "sharp")
    assert lines(book, proposal.changes) == (
        "from 22 Feb 2027, 2 weeks: taper: top sets at 80, 75 % of your max instead of 60, 55 %",
    )
    assert book.desk.runner == before
    book.planning.accept(proposal)
    weeks = plan_of(book, shipped().words, date(2027, 2, 22), date(2027, 3, 15))
    assert [round(week.load.intensity, 2) for week in weeks] == [0.80, 0.75, 0.50]
    assert [week.about.code for week in weeks] == ["TAPER_SHARP", "TAPER_SHARP", "PHASE_RACE_WEEK"]


def test_the_taper_is_chosen_per_race(book: Logbook) -> None:
    ten = book.planning.propose_race("City Ten", date(2027, 5, 9), Distance.TEN_K, taper=Taper.SHARP)
    book.planning.accept(ten)
    tapers = {race.name: race.taper for race in book.desk.runner.races}
    assert tapers == {"Berlin": Taper.FADE, "City Ten": Taper.SHARP}
    loads = {
        week.monday: round(week.load.intensity, 2)
        for week in plan_of(book, shipped().words, MONDAY, date(2027, 5, 10))
        if week.phase == "taper"
    }
    assert loads == {date(2027, 2, 22): 0.60, date(2027, 3, 1): 0.55, date(2027, 4, 26): 0.80}


def test_the_build_style_names_the_peak_weeks_it_changes(book: Logbook) -> None:
    proposal = book.planning.propose_setting("style", "maintenance")
    kinds = {type(change): change for change in proposal.changes}
    assert isinstance(kinds[PlanChange], PlanChange)
    assert any(isinstance(each, LoadChange) and each.phase == "peak" for each in proposal.changes)
    with pytest.raises(NothingToDo, match="so already"):
        book.planning.propose_setting("style", Style.PERIODIZED)


def test_a_b_race_is_a_small_taper_of_its_own(book: Logbook) -> None:
    """Half B on Sunday 3 Jan: that week is lighter, and legs rest in the first days of the next."""
    before = plan_of(book, shipped().words, date(2026, 12, 28), date(2027, 1, 11))
    proposal = book.planning.propose_race("Half B", date(2027, 1, 3), Distance.HALF, Priority.B)
    told = lines(book, proposal.changes)
    assert "from 4 Jan 2027, 1 week: no lifting on Tue (no leg lifting yet after the race)" in told
    assert "lighter for Half B: the week of 28 Dec" in told
    book.planning.accept(proposal)
    race_week, after = plan_of(book, shipped().words, date(2026, 12, 28), date(2027, 1, 11))
    assert (race_week.about.code, race_week.note) == ("B_RACE_WEEK", "lighter")
    assert race_week.load.sets < 0.75 * before[0].load.sets
    assert len(after.lifts) == len(before[1].lifts) - 1


def test_days_that_a_race_moves_are_named(book: Logbook) -> None:
    proposal = book.planning.propose_race("Half", date(2027, 2, 7), Distance.HALF)
    moved = [each for each in proposal.changes if isinstance(each, DaysChange)]
    assert moved
    assert all(each.before != each.after for each in moved)
    assert [each.start for each in proposal.changes] == sorted(each.start for each in proposal.changes)


def test_nothing_is_told_where_nothing_changes(book: Logbook) -> None:
    proposal = book.planning.propose_race("Parkrun", date(2027, 1, 2), Distance.FIVE_K, Priority.C)
    assert [each for each in proposal.changes if isinstance(each, PlanChange)] == []


# Runs


def test_the_plan_shows_what_was_run(book: Logbook, clock: Clock) -> None:
    clock.turn_to(MONDAY + 2 * A_WEEK + timedelta(days=2))
    monday = MONDAY + 2 * A_WEEK
    (week,) = plan_of(book, shipped().words, monday, monday + A_WEEK)
    assert "".join(day.run for day in week.days) == "RQEQREL"
    for day, kind in ((monday, RunKind.EASY), (monday, RunKind.QUALITY)):
        book.past.add_run(Run(id="", date=day, kind=kind, km=8, minutes=45))
    (week,) = plan_of(book, shipped().words, monday, monday + A_WEEK)
    assert "".join(day.run for day in week.days) == "QREQREL"


def test_the_runs_after_a_race_are_called_easy(book: Logbook) -> None:
    weeks = plan_of(book, shipped().words, date(2027, 3, 15), date(2027, 4, 12))
    assert [(week.phase, week.note) for week in weeks][:3] == [("recovery", "easy runs")] * 3
    assert "easy runs" not in weeks[3].note


def test_a_run_nobody_could_run_is_refused(book: Logbook) -> None:
    with pytest.raises(Refused, match="500 km in 10 min is faster than anybody runs"):
        book.past.add_run(Run(id="", date=book.today, km=500, minutes=10))
    assert book.log().runs == ()


def test_a_run_is_taken_out_once(book: Logbook) -> None:
    run = book.past.add_run(Run(id="", date=THURSDAY, km=8, minutes=45))
    book.past.erase_run(run)
    assert book.log().runs == ()
    with pytest.raises(NothingToDo, match="not in the log any more"):
        book.past.erase_run(run)
