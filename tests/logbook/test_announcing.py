"""What is said once: a level earned, gentle first weeks, what a session goes without and why it is this exercise."""

from dataclasses import replace
from datetime import date, timedelta

from support.diaries import EXERCISES, log_of, marathon_season, on, session
from support.entries import codes, entry_of, exercises
from support.home import (
    MONDAY,
    THURSDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    marathon_runner,
    set_up,
    shipped,
)

from tracker.domain.coaching.coach import Coach
from tracker.domain.coaching.jump_tier import jumped_hard_yesterday
from tracker.domain.content import Content
from tracker.domain.exercise import Role
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race
from tracker.domain.revision import Revision
from tracker.domain.session import Session, Side
from tracker.logbook import Logbook
from tracker.report.desk import plan_of

WEEK = timedelta(weeks=1)
JUMPER = marathon_runner(program="intermediate")


def with_box_jumps() -> Content:
    """The shipped programs, with box jumps where the intermediate one hops."""
    content = shipped()
    program = content.programs["intermediate"]
    sessions = tuple(
        each.changed(
            slots=tuple(
                slot.changed(exercise="box_jump", alternatives=()) if slot.role is Role.PLYO else slot
                for slot in each.slots
            )
        )
        for each in program.sessions
    )
    changed = {**content.programs, "intermediate": program.changed(sessions=sessions)}
    return replace(content, programs=changed)


WITH_BOX_JUMPS = with_box_jumps()
HALF = Race(id="half", name="Half", date=date(2027, 1, 17), distance=Distance.HALF)


def told(book: Logbook) -> list[str]:
    """What is said of today's whole session."""
    found = book.day().session
    assert found is not None
    return [reason.code for reason in found.reasons]


def train(book: Logbook, clock: Clock, weeks: int, start: date = MONDAY) -> dict[date, list[str]]:
    """Every session of some weeks, as planned; what each of them was told."""
    said: dict[date, list[str]] = {}
    for at in range(7 * weeks):
        clock.turn_to(start + timedelta(days=at))
        if book.day().session is not None:
            said[book.today] = told(book)
            do_session(book)
    clock.turn_to(start + weeks * WEEK)
    return said


def squats(*weeks: int, days: tuple[str, ...] = ("mon", "wed", "fri")) -> list[Session]:
    return [
        session(on(week, day), "back_squat 3x8@7.5: 60x8@7.5 x3", level=Level.BEGINNER)
        for week in weeks
        for day in days
    ]


def a_beginner(log: TrainingLog) -> Coach:
    """Sixteen weeks to a marathon, declared a beginner, with a barbell."""
    runner = marathon_runner(level=Level.BEGINNER, program="intermediate")
    return Coach(runner, marathon_season(), shipped(), log)


def test_a_level_is_announced_in_the_first_session_of_a_phase_and_never_again() -> None:
    """Twenty-four squats are reached in week 8, within build; peak begins in week 10."""
    log = log_of(squats(*range(1, 10)))
    coach = a_beginner(log)
    assert coach.promoted(on(9, "fri")) is None
    assert coach.level(on(9, "fri")) is Level.BEGINNER
    assert coach.promoted(on(10, "tue")) is Level.INTERMEDIATE
    said = [each for each in coach.prepared(on(10, "tue")).reasons if each.code == "LEVEL_UP"]
    assert shipped().words.line(said[0]) == "New phase, new level: intermediate from here on."
    later = a_beginner(log_of(squats(*range(1, 10)), squats(10, days=("tue",))))
    assert later.level(on(10, "thu")) is Level.INTERMEDIATE
    assert later.promoted(on(10, "thu")) is None
    assert later.promoted(on(14, "tue")) is None, "nothing new in taper"


def test_twenty_three_are_not_enough() -> None:
    assert a_beginner(log_of(squats(*range(1, 8)), squats(8, days=("mon", "wed")))).promoted(on(10)) is None


def test_who_stays_at_a_level_hears_nothing_of_levels(clock: Clock) -> None:
    said = train(set_up(logbook_at(clock)), clock, 6)
    assert not any("LEVEL_UP" in found for found in said.values())


def test_a_beginners_reps_say_whose_they_are(clock: Clock) -> None:
    """8 reps where others do 5; core and balance ask the same of everyone."""
    book = set_up(logbook_at(clock), level=Level.BEGINNER)
    clock.turn_to(TUESDAY)
    main = book.begin().session.entries[0]
    assert main.reps == 8
    assert "BEGINNER_OVERLAY" in codes(main)
    assert all("BEGINNER_OVERLAY" not in codes(each) for each in book.begin().session.entries[3:])
    assert "BEGINNER_OVERLAY" not in told(book)


def test_the_first_two_weeks_of_the_first_program_say_that_they_are_easy(clock: Clock) -> None:
    book = set_up(logbook_at(clock), level=Level.BEGINNER, program="beginner")
    said = train(book, clock, 3)
    days = list(said)
    assert all(("EASY_START" in said[day]) is (day < MONDAY + 2 * WEEK) for day in days)
    first = book.past.on(days[0])[0].entries[0]
    assert first.rpe == 6.5
    assert "EASY_START" in codes(first)


def test_first_jumps_are_small_and_say_so(clock: Clock) -> None:
    book = set_up(logbook_at(clock), level=Level.BEGINNER, program="beginner")
    train(book, clock, 2)
    clock.turn_to(TUESDAY + 2 * WEEK)
    reason = next(r for each in book.begin().session.entries for r in each.reasons if r.code == "NOVICE_PLYO")
    assert shipped().words.text(reason) == "Jumps start small: 20 ground contacts, landed softly."


def test_long_away_the_first_weeks_are_guarded_and_say_so() -> None:
    """An intermediate who lifted twice in spring, nothing since; a new plan starts in its twentieth week."""
    long_ago = log_of(
        session(on(-20), "back_squat 3x5@8: 100x5@8 x3"), session(on(-18), "back_squat 100x5@8")
    )
    coach = Coach(JUMPER, marathon_season(), shipped(), long_ago)
    first = coach.prepared(on(1, "tue"))
    assert first.level is Level.BEGINNER
    assert "NOVICE_GUARD" in codes(first.entries[0])
    assert [each.code for each in first.reasons].count("NOVICE_GUARD") == 1
    assert "NOVICE_GUARD" not in [each.code for each in coach.prepared(on(5, "tue")).reasons]


def test_a_novice_in_an_early_peak_reads_why_strength_is_kept_instead(clock: Clock) -> None:
    """Eight weeks to a half marathon: base, build, and two weeks of peak after three strength weeks or so."""
    book = set_up(logbook_at(clock), (HALF,), level=Level.BEGINNER)
    weeks = plan_of(book, shipped().words, MONDAY, MONDAY + 8 * WEEK)
    peak = [week for week in weeks if any("asks for eight weeks of lifting" in said for said in week.notices)]
    assert peak
    for week in peak:
        assert week.phase is Phase.BUILD_MAINTENANCE
        assert book.season.week(week.monday).phase is Phase.PEAK
    clock.turn_to(peak[0].monday)
    assert "NOVICE_PEAK" in [reason.code for reason in book.day().reasons]


def test_a_build_too_short_for_a_wave_says_so_in_its_first_week(clock: Clock) -> None:
    book = set_up(logbook_at(clock), (HALF,))
    weeks = plan_of(book, shipped().words, MONDAY, MONDAY + 8 * WEEK)
    said = [week for week in weeks if any("A wave takes three" in notice for notice in week.notices)]
    first = next(week for week in weeks if week.phase is Phase.BUILD_MAINTENANCE)
    assert said == [first]


def test_who_asked_for_maintenance_hears_nothing_of_waves(clock: Clock) -> None:
    book = logbook_at(clock)
    book.planning.set_up(marathon_runner(), Revision(made_on=MONDAY, races=(HALF,), style=Style.MAINTENANCE))
    weeks = plan_of(book, shipped().words, MONDAY, MONDAY + 8 * WEEK)
    assert not any("wave takes" in notice for week in weeks for notice in week.notices)


def test_an_off_season_without_end_says_once_why_that_is_fine(clock: Clock) -> None:
    book = set_up(logbook_at(clock), ())
    weeks = plan_of(book, shipped().words, MONDAY, MONDAY + 6 * WEEK)
    said = [any("until a race plan has to start" in notice for notice in week.notices) for week in weeks]
    assert said == [True] + [False] * (len(said) - 1)


def test_taper_says_what_it_leaves_out(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    said = train(book, clock, 15)
    for day, found in said.items():
        assert ("OPTIONAL_IN_TAPER" in found) is (book.season.week(day).phase is Phase.TAPER), day


def test_demanding_jumps_want_two_days_between_them() -> None:
    yesterday = log_of(session(on(1, "mon"), "box_jump 3x10c: 10c x3"))
    gentle = log_of(session(on(1, "mon"), "pogo 3x10c: 10c x3"))
    assert jumped_hard_yesterday(yesterday, EXERCISES, on(1, "tue"))
    assert not jumped_hard_yesterday(yesterday, EXERCISES, on(1, "wed"))
    assert not jumped_hard_yesterday(gentle, EXERCISES, on(1, "tue"))
    assert not jumped_hard_yesterday(
        log_of(session(on(1), "box_jump 3x10c: nothing")), EXERCISES, on(1, "tue")
    )


def test_the_day_after_demanding_jumps_goes_without_and_says_so() -> None:
    """The program's own jump is a demanding one by now; the day before, it was jumped."""
    month = [session(on(week, "mon"), "box_jump 3x10c: 10c x3") for week in (-3, -2, -1, 0)]
    fresh = Coach(JUMPER, marathon_season(), WITH_BOX_JUMPS, log_of(month))
    tired = Coach(
        JUMPER, marathon_season(), WITH_BOX_JUMPS, log_of(month, session(on(1), "box_jump 3x10c: 10c x3"))
    )
    assert "box_jump" in [each.exercise for each in fresh.prepared(on(1, "tue")).entries]
    session_without = tired.prepared(on(1, "tue"))
    assert not any(each.contacts for each in session_without.entries)
    assert "PLYO_SPACING" in [each.code for each in session_without.reasons]
    assert "PLYO_SPACING" not in [each.code for each in fresh.prepared(on(1, "tue")).reasons]
    off = Coach(JUMPER.changed(plyo=False), marathon_season(), WITH_BOX_JUMPS, tired.log)
    assert "PLYO_SPACING" not in [each.code for each in off.prepared(on(1, "tue")).reasons]


def test_the_exercise_that_takes_its_turn_says_with_which(clock: Clock) -> None:
    """Two sessions a week: in odd weeks S1 has the plank with taps, in even ones S2 the row on all fours."""
    book = set_up(logbook_at(clock), program="intermediate")
    turns = {}
    for day in (TUESDAY, TUESDAY + WEEK):
        clock.turn_to(day)
        turns[day.isocalendar().week % 2] = [
            each.exercise for each in book.begin().session.entries if "WEEK_SWAP" in codes(each)
        ]
        do_session(book)
        clock.turn_to(day + timedelta(days=2))
        do_session(book)
    assert turns == {1: ["plank_shoulder_tap"], 0: []}


def test_the_weaker_side_of_last_time_is_named(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    clock.turn_to(TUESDAY)
    first = book.begin().session
    at = next(n for n, each in enumerate(first.entries) if each.per_side and each.reps is not None)
    sided = first.entries[at]
    row = sided.next_open
    assert row is not None
    assert sided.reps is not None
    assert "WEAKER_SIDE" not in codes(sided)
    book.sets.log(at, row, reps=sided.reps, right=Side(reps=sided.reps - 2), rpe=8)
    do_session(book)
    clock.turn_to(THURSDAY)
    do_session(book)
    clock.turn_to(TUESDAY + WEEK)
    again = entry_of(book, sided.exercise)
    reason = next(each for each in again.reasons if each.code == "WEAKER_SIDE")
    assert shipped().words.line(reason) == "The right side leads."
    assert exercises(book).index(sided.exercise) == at
