"""Whatever the log: more pain, less readiness and more days off never raise a load; every ladder ends at home."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.home import MONDAY, Clock, logbook_at, set_up, shipped
from support.tools import possible_with

from tracker.domain.adapting.ladder import steps_down
from tracker.domain.adapting.readiness import Feel, Readiness
from tracker.domain.coaching.set_logging import as_planned
from tracker.domain.equipment import HOUSEHOLD, available
from tracker.domain.exercise import CareArea
from tracker.domain.run import CheckIn
from tracker.domain.session import Entry, PerformedSet, Session, SetKind, Signal
from tracker.logbook import Logbook

FEW = settings(max_examples=25, deadline=None)
REACHABLE = sorted({each for program in shipped().programs.values() for each in program.reachable})
RATINGS = st.lists(st.sampled_from([5.0, 6.0, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0]), min_size=3, max_size=6)
PLACES = st.sampled_from(["gym_kg", "home_kg", "travel_kg"])
WORSE_AND_WORSE = (
    Readiness(feel=Feel.FRESH),
    Readiness(feel=Feel.DEAD),
    Readiness(feel=Feel.DEAD, sleep_h=6.5),
    Readiness(feel=Feel.DEAD, sleep_h=5.5, energy=2),
    Readiness(sleep_h=4.5, energy=1, soreness=9),
)


def trained(ratings: list[float], place: str, weekly: tuple[int, ...] = (1, 4)) -> tuple[Logbook, Clock]:
    """Off-season: one session after the other with these ratings; today is the next lifting day."""
    clock = Clock(MONDAY)
    book = set_up(logbook_at(clock), races=(), lift_days=weekly, equipment=place, lifted_before="regularly")
    for number in range(len(ratings) + 1):
        week, turn = divmod(number, len(weekly))
        clock.turn_to(MONDAY + timedelta(weeks=week, days=weekly[turn]))
        if number < len(ratings):
            book.past.add(done(book.coach().prepared(clock.now.date()), ratings[number], clock))
    return book, clock


def done(session: Session, rpe: float, clock: Clock) -> Session:
    """The whole session as prescribed, every set with this rating."""
    entries = []
    for entry in session.entries:
        rows = [
            row.changed(done=PerformedSet(**as_planned(row.planned), rpe=rpe, at=clock.now))
            for row in entry.sets
            if row.planned is not None
        ]
        entries.append(entry.changed(sets=tuple(rows)))
    return session.changed(entries=tuple(entries))


def heaviest(entry: Entry) -> float:
    """The heaviest load still asked for; -1 where nothing is loaded."""
    loads = [row.planned.load.kilograms for row in entry.sets if row.planned and row.planned.load]
    return max(loads, default=-1.0)


def amount(entry: Entry) -> int:
    """Reps, seconds or contacts of all sets."""
    rows = [row.planned for row in entry.sets if row.planned is not None]
    return sum((row.reps or 0) + (row.seconds or 0) + (row.contacts or 0) for row in rows)


def is_ramp(entry: Entry) -> bool:
    return any(row.planned is not None and row.planned.kind is SetKind.RAMP for row in entry.sets)


def nothing_rises(before: Session, after: Session) -> None:
    """No exercise that is in both asks for more load, nor for more work without a load, unless it begins anew."""
    shown = {entry.exercise: entry for entry in before.entries}
    for entry in after.entries:
        old = shown.get(entry.exercise)
        if old is None:
            continue
        assert heaviest(entry) <= heaviest(old), entry.exercise
        anew = is_ramp(old) or any(reason.code == "CALIBRATE" for reason in entry.reasons)
        if heaviest(entry) <= 0 and not anew:
            assert amount(entry) <= amount(old), entry.exercise


@FEW
@given(ratings=RATINGS, place=PLACES, site=st.sampled_from(list(CareArea)))
def test_more_pain_never_raises_a_load(ratings: list[float], place: str, site: CareArea) -> None:
    book, _ = trained(ratings, place)
    shown = book.begin().session
    for score in range(11):
        plan = book.adapting.preview_pain(site, score).plan
        assert plan is not None
        less = shown.changed(entries=plan.entries)
        nothing_rises(shown, less)
        shown = less if score < 4 else shown


@FEW
@given(ratings=RATINGS, place=PLACES, site=st.sampled_from(list(CareArea)), score=st.integers(0, 10))
def test_pain_reported_before_the_session_opens_raises_nothing_either(
    ratings: list[float], place: str, site: CareArea, score: int
) -> None:
    book, clock = trained(ratings, place)
    before = book.coach().prepared(clock.now.date())
    book.adapting.report_pain(site, score)
    nothing_rises(before, book.coach().prepared(clock.now.date()))


@FEW
@given(
    ratings=RATINGS,
    place=PLACES,
    site=st.sampled_from(list(CareArea)),
    score=st.integers(0, 10),
    ago=st.integers(1, 14),
)
def test_pain_of_an_earlier_day_that_nobody_asked_after_raises_nothing_either(
    ratings: list[float], place: str, site: CareArea, score: int, ago: int
) -> None:
    book, clock = trained(ratings, place)
    day = clock.now.date()
    before = book.coach().prepared(day)
    book.past.check_in(CheckIn(id="", date=day - timedelta(days=ago), site=site, pain=score))
    nothing_rises(before, book.coach().prepared(day))


@FEW
@given(ratings=RATINGS, place=PLACES)
def test_less_readiness_never_raises_a_load(ratings: list[float], place: str) -> None:
    book, clock = trained(ratings, place)
    shown = book.coach().prepared(clock.now.date())
    for said in WORSE_AND_WORSE:
        tired = book.coach().prepared(clock.now.date(), said)
        nothing_rises(shown, tired)
        plan = book.adapting.preview_readiness(said).plan
        assert plan is not None
        nothing_rises(book.begin().session, shown.changed(entries=plan.entries))
        shown = tired


@FEW
@given(ratings=RATINGS, place=PLACES, days=st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_more_days_off_never_raise_a_load(ratings: list[float], place: str, days: list[int]) -> None:
    """Longer and longer breaks, on the same weekday, deload weeks left out."""
    book, clock = trained(ratings, place)
    due = clock.now.date()
    template = book.coach().template(due)
    shown: Session | None = None
    for weeks in sorted(days):
        day = due + timedelta(weeks=weeks)
        session = book.coach().prepared(day, template=template)
        if session.deload:
            continue
        if shown is not None and session.level is shown.level:
            nothing_rises(shown, session)
        shown = session


@pytest.mark.parametrize("exercise", REACHABLE)
def test_every_exercise_of_a_program_has_a_step_down_that_ends_at_home(exercise: str) -> None:
    library = shipped().exercises
    ladder = (library[exercise], *steps_down(library[exercise], library))
    assert possible_with(ladder[-1], HOUSEHOLD)
    assert ladder[-1].tier == 1


@pytest.mark.parametrize("place", ["gym_kg", "home_kg", "travel_kg"])
@pytest.mark.parametrize("signal", list(Signal))
def test_each_signal_leads_somewhere_for_every_exercise(signal: Signal, place: str) -> None:
    """A first day: for each exercise of today the suggestion is there, possible here, and never a step up."""
    book, clock = trained([7.0, 7.0, 7.0], place)
    profile = book.coach().profile(clock.now.date())
    for at in range(len(book.begin().session.entries)):
        options = book.adapting.options(at, signal)
        assert options.suggested is not None
        chosen = options.option(options.suggested)
        assert chosen is not None
        assert available(chosen.exercise, profile)
        assert chosen.rungs >= 0
        assert chosen.entry.sets
