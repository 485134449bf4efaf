"""Whatever was logged, and however little: a review never fails and never shows a figure that is none."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.diaries import (
    EXERCISES,
    MONDAY,
    PHASES,
    RULES,
    hurts,
    log_of,
    marathon_season,
    off_season,
    run,
    session,
)

from tracker.domain.exercise import CareArea, Exercise, LoadType
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.review.adherence import PlannedDay
from tracker.domain.review.asked import ReviewPlan
from tracker.domain.review.options import OptionKind
from tracker.domain.review.progress import progress
from tracker.domain.review.review import Review
from tracker.domain.review_rules import POSITIONS
from tracker.domain.session import ReadinessBand, Session
from tracker.domain.value import Value

# Every kind of load, one-sided and two-sided, and one exercise the library has forgotten.
NAMES = (
    *(
        "back_squat",
        "trap_bar_deadlift",
        "rfe_split_squat",
        "sl_rdl",
        "push_up",
        "lat_pulldown",
        "sl_cable_row",
    ),
    *("pull_up_assisted", "plank", "side_plank", "pogo", "prone_band_curl", "dead_bug", "bird_dog"),
)
FORGOTTEN = "sl_rdl"
LIBRARY = {name: exercise for name, exercise in EXERCISES.items() if name != FORGOTTEN}
SEASONS = (None, marathon_season(), off_season())

days = st.dates(MONDAY - timedelta(weeks=3), MONDAY + timedelta(weeks=17))
ratings = st.sampled_from(["", "@5", "@6", "@7", "@7.5", "@8", "@9", "@10"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    exercise = EXERCISES[draw(st.sampled_from(NAMES))]
    sides = f"/{draw(st.integers(0, 12))}" if exercise.per_side and draw(st.booleans()) else ""
    amount = f"{draw(st.integers(0, 12))}{sides}"
    rating, sets = draw(ratings), draw(st.integers(1, 4))
    asked = f"{draw(st.integers(1, 4))}x{draw(st.integers(1, 10))}" if draw(st.booleans()) else ""
    return _line(exercise, asked, amount, rating, sets, draw(st.integers(1, 60)) * 2.5)


def _line(exercise: Exercise, asked: str, amount: str, rating: str, sets: int, kg: float) -> str:
    unit = {LoadType.TIME: "s", LoadType.CONTACTS: "c"}.get(exercise.load, "")
    asked = f"{asked}{unit}@8: " if asked else ""
    load = {
        LoadType.EXT: f"{kg:g}x",
        LoadType.BW_PLUS: f"{kg:g}x" if kg > 20 else "x",
        LoadType.ASSIST: f"-{min(kg, 60):g}x",
        LoadType.BAND: "light x",
    }.get(exercise.load, "" if unit else "x")
    if exercise.load is LoadType.CONTACTS:
        amount = amount.partition("/")[0]
    return f"{exercise.id} {asked}{load}{amount}{unit}{rating} x{sets}"


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    return session(
        draw(days),
        *draw(st.lists(lines(), max_size=3)),
        id=str(draw(st.uuids())),
        phase=draw(st.sampled_from(Phase)),
        deload=draw(st.booleans()),
        imported=draw(st.booleans()),
        neutral=draw(st.booleans()),
        minutes=draw(st.sampled_from([0, 30])),
        rpe=draw(st.sampled_from([None, 6.0])),
        readiness=draw(st.sampled_from([None, *ReadinessBand])),
        level=draw(st.sampled_from(Level)),
    )


logs = st.builds(
    log_of,
    st.lists(sessions(), max_size=6),
    st.lists(
        st.builds(
            run,
            days,
            st.sampled_from("EQLX"),
            st.sampled_from([None, 30.0, 90.0]),
            rpe=st.sampled_from([None, 4.0]),
        ),
        max_size=6,
    ),
    st.lists(st.builds(hurts, days, st.sampled_from(CareArea), st.integers(0, 10)), max_size=4),
)
plans = st.builds(
    ReviewPlan,
    days=st.lists(st.builds(PlannedDay, days, st.booleans()), max_size=6).map(tuple),
    next_days=st.lists(days, max_size=2).map(tuple),
    jumps=st.booleans(),
    novice=st.booleans(),
)
seasons = st.sampled_from(range(len(SEASONS)))
calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def reviewed(log: TrainingLog, plan: ReviewPlan, season: int, day: date, today: date) -> Review:
    return Review.of(log, LIBRARY, RULES, PHASES, SEASONS[season], day, today=today, plan=plan)


def figures(thing: Any) -> Iterator[float]:
    """Every number inside a value."""
    if isinstance(thing, float):
        yield thing
    elif isinstance(thing, Value):
        yield from (number for _, inner in thing for number in figures(inner))
    elif is_dataclass(thing):
        yield from (number for field in fields(thing) for number in figures(getattr(thing, field.name)))
    elif isinstance(thing, dict):
        yield from (number for inner in thing.values() for number in figures(inner))
    elif isinstance(thing, tuple):
        yield from (number for inner in thing for number in figures(inner))


@calm
@given(logs, plans, seasons, days, days)
def test_a_review_never_fails_and_every_figure_is_a_number(
    log: TrainingLog, plan: ReviewPlan, season: int, day: date, today: date
) -> None:
    found = reviewed(log, plan, season, day, today)
    assert all(math.isfinite(number) for number in figures(found))
    assert 1 <= len(found.insights) <= RULES.insights.most
    week = found.week
    assert all(0.0 <= share <= 1.0 for share in _shares(found))
    assert week.sessions.done <= week.sessions.planned
    assert set(week.coverage.positions) == set(POSITIONS)
    main = [option for option in found.options if option.kind in _EXCLUSIVE]
    assert not main or sum(option.suggested for option in main) == 1


_EXCLUSIVE = {OptionKind.CARRY_ON, OptionKind.HOLD, OptionKind.BACK_OFF}


def _shares(found: Review) -> list[float]:
    week = found.week
    shares = (
        week.adherence.share,
        week.completion,
        week.coverage.score,
        week.run_lift.share,
        week.run_lift.minutes_share,
    )
    return [share for share in shares if share is not None]


@calm
@given(logs, plans, seasons, days)
def test_what_happens_later_changes_no_week_that_is_over(
    log: TrainingLog, plan: ReviewPlan, season: int, day: date
) -> None:
    """A session three days into the next week may still answer a planned day; everything else stands still."""
    end = day - timedelta(days=day.weekday()) + timedelta(days=7)
    unplanned = ReviewPlan(jumps=plan.jumps, novice=plan.novice)
    known = log.before(end)
    later = reviewed(log, unplanned, season, day, end)
    assert later.week.lifts == reviewed(known, unplanned, season, day, end).week.lifts
    for name in (
        "hard_sets",
        "tonnage",
        "drift",
        "coverage",
        "run_lift",
        "records",
        "kept_on",
        "side_differences",
    ):
        assert getattr(later.week, name) == getattr(reviewed(known, unplanned, season, day, end).week, name)


@calm
@given(logs, st.sampled_from(NAMES))
def test_a_story_of_progress_is_in_order_and_made_of_numbers(log: TrainingLog, name: str) -> None:
    story = progress(log, EXERCISES[name], RULES.hard_sets)
    assert [point.date for point in story.points] == sorted(point.date for point in story.points)
    assert len(story.points) == len(log.of(name))
    assert all(math.isfinite(number) for number in figures(story.points))
    assert all(record.value > record.previous for record in story.records)
