"""Tired, short on time, away, ill, back after a break, stuck, or fresh enough for a record."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from support.entries import codes, entry, entry_of, exercises, kg, planned
from support.home import (
    BERLIN,
    MONDAY,
    NEXT_TUESDAY,
    TUESDAY,
    Clock,
    do_session,
    logbook_at,
    set_up,
    shipped,
)

from tracker.domain.adapting.readiness import Feel, Readiness, reported
from tracker.domain.equipment import available
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.exercise import Role
from tracker.domain.person import Taper
from tracker.domain.race import Distance, Priority, Race
from tracker.domain.review.adherence import PlannedDay, adherence
from tracker.domain.run import Run, RunKind
from tracker.domain.session import ReadinessBand, SetKind
from tracker.domain.units import Load
from tracker.logbook import Logbook

RULES = shipped().rules.readiness
WORN_OUT = Readiness(sleep_h=4.5, energy=1, soreness=8)
RED = Readiness(sleep_h=5.5, energy=2, soreness=6)


def after(clock: Clock, days: int) -> date:
    clock.turn_to(clock.now.date() + timedelta(days=days))
    return clock.now.date()


# Readiness


@pytest.mark.parametrize(
    ("said", "runs", "lower", "words"),
    [
        (Readiness(feel=Feel.DEAD), [], True, "dead legs"),
        (Readiness(feel=Feel.DEAD), [], False, ""),
        (Readiness(feel=Feel.FRESH), [], True, ""),
        (RED, [], True, "5.5 h of sleep, little energy and sore legs (6 of 10)"),
        (RED, [], False, "5.5 h of sleep and little energy"),
        (Readiness(soreness=3, sleep_h=8, energy=4), [RunKind.LONG], True, "a long run in the last 24 hours"),
        (Readiness(), [RunKind.EASY, RunKind.RACE], True, "a race in the last 24 hours"),
    ],
)
def test_what_was_said_is_named(said: Readiness, runs: list[RunKind], lower: bool, words: str) -> None:
    ran = [Run(id=kind.value, date=MONDAY, kind=kind, km=10) for kind in runs]
    assert reported(RULES, said, ran, lower=lower) == words


def test_fresh_and_normal_change_nothing(book: Logbook) -> None:
    before = book.begin().session.entries
    for feel in (Feel.FRESH, Feel.NORMAL):
        assert book.adapting.say_readiness(Readiness(feel=feel)).reason.code == "READINESS_GREEN"
        assert book.begin().session.entries == before


def test_dead_legs_hold_the_load_with_one_set_less_for_legs_alone(book: Logbook) -> None:
    before = book.begin().session.entries
    reply = book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    after_it = book.begin().session.entries
    assert (reply.reason.code, reply.asks) == ("READINESS_AMBER", False)
    assert len(after_it[0].sets) == len(before[0].sets) - 1
    named = next(reason for reason in after_it[0].reasons if reason.code == "READINESS_AMBER")
    assert named.inputs["reported"] == "dead legs"
    push = exercises(book).index("push_up")
    assert after_it[push] == before[push]


def test_dead_legs_are_fine_in_off_season(clock: Clock) -> None:
    book = set_up(logbook_at(clock), races=())
    clock.turn_to(TUESDAY)
    do_session(book, rpe=6)
    after(clock, 7)
    before = book.begin().session.entries
    assert book.adapting.say_readiness(Readiness(feel=Feel.DEAD)).reason.code == "READINESS_GREEN"
    assert book.begin().session.entries == before


def test_red_takes_a_tenth_off_halves_the_sets_and_leaves_the_jumps_out(book: Logbook) -> None:
    before = book.begin().session.entries
    preview = book.adapting.preview_readiness(RED)
    assert preview.plan is not None
    assert preview.asks is (max(change.drop for change in preview.plan.changes) > 0.10)
    book.adapting.say_readiness(RED)
    now = book.begin().session
    assert now.readiness is ReadinessBand.RED
    assert kg(now.entries[0]) <= 0.9 * (kg(before[0]) + 2.5)
    assert kg(now.entries[0]) < kg(before[0])
    assert len(now.entries[0].sets) == (len(before[0].sets) + 1) // 2
    assert (now.entries[0].rpe, before[0].rpe) == (6.0, 7.5)
    assert Role.PLYO not in [each.role for each in now.entries]


def test_a_red_day_is_no_reference_for_the_next(book: Logbook, clock: Clock) -> None:
    book.adapting.say_readiness(RED)
    lighter = kg(entry(book))
    do_session(book)
    after(clock, 2)
    do_session(book)
    after(clock, 5)
    assert kg(entry(book)) > lighter


def test_worn_out_turns_the_day_into_core_and_mobility_that_counts_for_nothing_bad(book: Logbook) -> None:
    reply = book.adapting.preview_readiness(WORN_OUT)
    assert reply.asks
    book.adapting.say_readiness(WORN_OUT)
    session = book.begin().session
    assert session.neutral
    assert {each.role for each in session.entries} <= {Role.CORE, Role.BALANCE}
    assert session.reasons[0].code == "READINESS_SWAP"
    done = do_session(book)
    rules = shipped().review.adherence
    kept = adherence([PlannedDay(done.date)], [done], rules, done.date + timedelta(days=9))
    assert (kept.done, kept.planned) == (0, 0)


def test_what_was_modified_before_survives_a_tired_morning(book: Logbook) -> None:
    from tracker.domain.session import Signal

    book.adapting.modify(1, Signal.CLUNKY)
    book.note("gently", 1)
    book.adapting.say_readiness(Readiness(feel=Feel.DEAD))
    assert (entry(book, 1).exercise, entry(book, 1).note) == ("sl_rdl", "gently")


def test_readiness_is_for_before_the_first_set(book: Logbook) -> None:
    book.sets.log(0, rpe=7)
    with pytest.raises(Refused):
        book.adapting.say_readiness(RED)


# Short on time


def test_the_estimate_is_known_before_choosing(book: Logbook) -> None:
    options = book.adapting.short_options()
    assert [option.minutes for option in options] == [40, 25, 12]
    assert all(option.fits for option in options)
    assert [option.estimate for option in options] == sorted((o.estimate for o in options), reverse=True)
    assert options[-1].exercises == ("back_squat",)
    book.adapting.shorten(25)
    assert book.begin().session.minutes == options[1].estimate
    assert tuple(exercises(book)) == options[1].exercises


def test_a_short_session_counts_as_done(book: Logbook) -> None:
    book.adapting.shorten(12)
    assert book.begin().session.reasons[0].code == "SHORT_ON_TIME"
    done = do_session(book)
    kept = adherence(
        [PlannedDay(done.date)], [done], shipped().review.adherence, done.date + timedelta(days=9)
    )
    assert (kept.done, kept.planned) == (1, 1)


def test_with_more_time_than_thought_what_was_cut_comes_back(book: Logbook) -> None:
    """Twelve minutes, one set, then forty after all: the set stays done, the rest is there again."""
    planned = book.begin().session.entries
    as_planned = book.adapting.whole_minutes()
    book.adapting.shorten(12)
    assert book.adapting.whole_minutes() == as_planned
    assert len({each.estimate for each in book.adapting.short_options()}) > 1
    book.sets.log(0, rpe=7)
    book.adapting.shorten(40)
    session = book.begin().session
    assert [each.exercise for each in session.entries] == [each.exercise for each in planned]
    assert [len(each.sets) for each in session.entries] == [len(each.sets) for each in planned]
    assert (session.short_minutes, session.sets_done) == (None, 1)
    assert "SHORT_ON_TIME" not in [reason.code for reason in session.reasons]


def test_what_comes_back_knows_what_was_said_since(book: Logbook) -> None:
    planned = {each.exercise: each for each in book.begin().session.entries}
    book.adapting.shorten(12)
    book.adapting.say_readiness(RED)
    book.adapting.shorten(40)
    for each in book.begin().session.entries:
        before = planned[each.exercise].sets[0].planned
        after_all = each.sets[0].planned
        if before is not None and after_all is not None and before.load and after_all.load:
            assert after_all.load.kilograms <= before.load.kilograms
        assert len(each.sets) <= len(planned[each.exercise].sets)


def test_what_fits_as_it_is_is_left_alone_and_that_is_said(book: Logbook) -> None:
    before = book.begin().session
    with pytest.raises(NothingToDo, match="nothing has to go"):
        book.adapting.shorten(40)
    assert book.begin().session.entries == before.entries


# Away


def test_a_hotel_maps_today_and_the_days_to_come_to_what_is_there(book: Logbook, clock: Clock) -> None:
    book.note("packed", 0)
    book.adapting.travel("travel_kg", until=NEXT_TUESDAY + timedelta(days=7))
    profile = book.coach().profile(clock.now.date())
    for _ in range(2):
        for each in book.begin().session.entries:
            assert available(shipped().exercises[each.exercise], profile)
        do_session(book)
        after(clock, 2)
    assert book.day(NEXT_TUESDAY + timedelta(days=2)).planned is not None


def test_the_lifts_left_behind_wait_where_they_were(book: Logbook, clock: Clock) -> None:
    before = kg(entry(book))
    book.adapting.travel("travel_kg")
    assert "back_squat" not in exercises(book)
    do_session(book)
    after(clock, 2)
    do_session(book)
    after(clock, 4)
    book.adapting.back()
    after(clock, 1)
    assert exercises(book)[0] == "back_squat"
    assert kg(entry(book)) >= before
    assert not {"LAYOFF", "LOAD_DOWN_2ND_MISS"} & set(codes(entry(book)))


def test_coming_home_in_time_brings_todays_exercises_back(book: Logbook) -> None:
    before = exercises(book)
    book.note("packed", 0)
    book.adapting.travel("travel_kg")
    assert exercises(book) != before
    book.adapting.back()
    assert exercises(book) == before
    with pytest.raises(NothingToDo):
        book.adapting.back()


def test_on_the_road_the_day_says_so(book: Logbook) -> None:
    book.adapting.travel("travel_kg")
    assert "TRAVEL" in [reason.code for reason in book.day().reasons]
    with pytest.raises(Refused, match="no place called"):
        book.adapting.travel("moon")


@pytest.mark.parametrize("kind", ["ill", "holiday"])
def test_ill_or_on_holiday_nothing_is_planned_and_nothing_missed(book: Logbook, kind: str) -> None:
    away = getattr(book.adapting, kind)(until=NEXT_TUESDAY + timedelta(days=6))
    day = book.day()
    assert day.session is None
    assert day.reasons[0].code == {"ill": "ILL", "holiday": "ON_HOLIDAY"}[kind]
    planned_day = PlannedDay(NEXT_TUESDAY, book.coach().runner.absence_on(NEXT_TUESDAY) is not None)
    missed = adherence([planned_day], [], shipped().review.adherence, away.end)
    assert missed.planned == 0


def test_after_an_illness_two_sessions_are_gentle(book: Logbook, clock: Clock) -> None:
    book.adapting.ill(until=NEXT_TUESDAY + timedelta(days=2))
    after(clock, 2)
    for days in (5, 2):
        assert "AFTER_ILLNESS" in codes(entry(book))
        do_session(book)
        after(clock, days)
    assert "AFTER_ILLNESS" not in codes(entry(book))


@pytest.mark.parametrize(
    ("days", "share", "code"),
    [
        (7, 1.0, None),
        (12, 1.0, "GAP_EASED"),
        (16, 0.975, "LAYOFF"),
        (23, 0.95, "LAYOFF"),
        (35, 0.90, "LAYOFF"),
        (49, 0.85, "LAYOFF"),
        (63, 0.80, "LAYOFF"),
        (120, 0.70, "LAYOFF"),
        (200, None, "RECALIBRATE"),
    ],
)
def test_the_way_back_after_a_break_is_explained(
    clock: Clock, days: int, share: float | None, code: str | None
) -> None:
    """Off-season all the time: three weeks of squats, then nothing for a while."""
    book = set_up(logbook_at(clock), races=(), lift_days=(1,), lifted_before="regularly")
    clock.turn_to(TUESDAY)
    do_session(book, rpe=6)
    for _ in range(2):
        after(clock, 7)
        do_session(book, rpe=9)
    last = book.log().trained[-1]
    squat = next(each for each in last.entries if each.role is Role.PRIMARY)
    after(clock, days)
    session = book.coach().prepared(
        clock.now.date(), template=book.coach().program(last.date).session(last.template)
    )
    again = next(each for each in session.entries if each.exercise == squat.exercise)
    told = [reason.code for reason in session.reasons]
    if code is None:
        assert not {"GAP_HOLD", "GAP_EASED", "LAYOFF"} & set(codes(again))
    else:
        assert code in codes(again)
        assert code in told
    if share is not None and not session.deload:
        assert kg(again) <= max(1.05 * share * kg(squat), 20.0)


# Stuck


def test_a_stalled_lift_gets_one_light_session_and_then_a_choice(clock: Clock) -> None:
    """Off-season, once a week at the same weight and a little too hard every time, week after week."""
    book = set_up(logbook_at(clock), races=(), lift_days=(1,), lifted_before="regularly")
    clock.turn_to(TUESDAY)
    eased: list[date] = []
    offered: list[date] = []
    for _ in range(20):
        squat = entry(book)
        if "STALL_DELOAD" in codes(squat):
            eased.append(clock.now.date())
        if "STALL_CHANGE" in codes(squat):
            offered.append(clock.now.date())
        for row, each in enumerate(squat.sets):
            target = each.planned.rpe if each.planned else None
            ramp = each.planned is not None and each.planned.kind is SetKind.RAMP
            book.sets.log(0, row, rpe=min(9.5, (target or 8.0) + (0.0 if ramp else 1.0)))
        do_session(book)
        after(clock, 7)
    assert eased
    assert offered
    assert offered[0] > eased[0]
    assert all((later - earlier).days >= 28 for earlier, later in pairwise(eased))


def test_other_reps_keep_the_effort(book: Logbook) -> None:
    before = entry(book)
    book.adapting.change_reps(0, 2)
    more = entry(book)
    assert (more.reps or 0) == (before.reps or 0) + 2
    assert kg(more) <= kg(before)
    book.undo()
    book.adapting.change_reps(0, -2)
    assert kg(entry(book)) >= kg(before)
    with pytest.raises(NothingToDo):
        book.adapting.change_reps(exercises(book).index("pogo"), 2)


# Records


@pytest.fixture
def strong(clock: Clock) -> Logbook:
    """Off-season, everything on target, in the third loading week; 45 kg is known, and 47.5 would be a record."""
    heavy = Load.of(120)
    book = set_up(logbook_at(clock), races=(), lift_days=(1, 4), lifted_before="regularly", body_weight=heavy)
    for week in range(2):
        for day in (1, 4):
            clock.turn_to(MONDAY + timedelta(weeks=week, days=day))
            if (week, day) == (1, 1):
                while kg(entry(book)) < 45:
                    book.sets.step_load(0, 0, up=True)
            do_session(book, rpe=7 if week == 0 else None)
    clock.turn_to(MONDAY + timedelta(weeks=2, days=1))
    return book


def test_a_record_is_offered_and_never_forced(strong: Logbook) -> None:
    found = entry(strong)
    assert strong.adapting.offers(0) == ("PR_OFFER",)
    assert planned(found).rpe == 8.0
    assert sum("PR_OFFER" in codes(each) for each in strong.begin().session.entries) == 1


def test_the_attempt_is_one_top_set_of_three_at_nine_under_its_caps(strong: Logbook) -> None:
    before = entry(strong)
    last = kg(strong.log().of(before.exercise)[-1].entry)
    strong.adapting.attempt(0)
    found = entry(strong)
    assert (planned(found).kind, planned(found).reps, planned(found).rpe) == (SetKind.TOP, 3, 9.0)
    assert kg(found) <= 1.075 * last
    assert found.sets[1:] == before.sets[1:]
    strong.sets.log(0, rpe=9.5)
    assert "TOP_SETS_DONE" not in codes(entry(strong))
    with pytest.raises(Refused):
        strong.adapting.attempt(0)


@pytest.mark.parametrize("spoiler", ["dead legs", "pain", "deload"])
def test_no_record_on_a_bad_morning(strong: Logbook, clock: Clock, spoiler: str) -> None:
    if spoiler == "dead legs":
        strong.adapting.say_readiness(RED)
    elif spoiler == "pain":
        from tracker.domain.exercise import CareArea

        strong.adapting.report_pain(CareArea.KNEE, 2)
        strong.note("as it is", 0)
    else:
        clock.turn_to(MONDAY + timedelta(weeks=3, days=1))
    assert all("PR_OFFER" not in codes(each) for each in strong.begin().session.entries)


# Races


def test_the_taper_protocol_is_chosen_per_race(clock: Clock) -> None:
    book = set_up(logbook_at(clock))
    book.planning.accept(book.planning.propose_race_change("berlin", taper=Taper.SHARP))
    week = book.season.week(BERLIN.date - timedelta(weeks=2))
    assert week.next_a is not None
    assert week.next_a.taper is Taper.SHARP


def test_a_b_race_brings_a_light_week_rested_legs_and_easy_days(clock: Clock) -> None:
    day = MONDAY + timedelta(weeks=5, days=6)
    half = Race(id="b", name="Half", date=day, distance=Distance.HALF, priority=Priority.B)
    book = set_up(logbook_at(clock), races=(BERLIN, half))
    week = book.coach(day).week(day)
    assert week.week.light
    assert week.week.phase is book.season.week(day - timedelta(weeks=1)).phase
    last = [each.date for each in week.days if each.lower]
    assert all((day - each).days >= 3 for each in last)
    for since, stage in ((0, 0), (4, 1), (7, 2), (10, 3)):
        about = book.coach(day).circumstances(day + timedelta(days=since))
        assert about.stage == stage
    assert book.coach(day).circumstances(day + timedelta(days=14)).stage is None


def test_nothing_random_is_left_behind(book: Logbook) -> None:
    """The same log and the same morning give the same session, whatever was previewed in between."""
    luck = Random(1)
    before = book.begin().session.entries
    for _ in range(5):
        luck.choice((book.adapting.short_options, lambda: book.adapting.preview_readiness(RED)))()
    assert book.begin().session.entries == before
    assert entry_of(book, "push_up").sets
