"""What a graph shows: a figure for each session or week, and what is kept out of trends."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.diaries import EXERCISES, RULES, entry, on, session
from support.home import BERLIN, MONDAY

from tracker.domain.exercise import CareArea
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.reason import because
from tracker.domain.review.progress import progress
from tracker.domain.review.series import (
    Apart,
    Measured,
    apart,
    bands,
    by_importance,
    exercise_series,
    figures_of,
    group_series,
    groups_in,
)
from tracker.domain.review_rules import Group
from tracker.domain.revision import Revision
from tracker.domain.season.season import Season
from tracker.domain.session import Pain, ReadinessBand
from tracker.domain.strength.exposures import is_normal

SQUAT = EXERCISES["back_squat"]
HARD = RULES.hard_sets


def log(*sessions: object) -> TrainingLog:
    return TrainingLog(tuple(sessions))  # type: ignore[arg-type]


DIARY = log(
    session(on(1, "tue"), "back_squat 3x5@8: 100x5@8 x3", "pogo 2x20c@6: 20c@6 x2"),
    session(on(1, "fri"), "split_squat 2x8@7: 20x8@7 x2", "push_up x10@8"),
    session(on(2, "tue"), "back_squat 3x5@8: 102.5x5@7.5; 95x5@6 x2", "plank 30s@7 x2"),
    session(on(4, "tue"), "back_squat 2x5@6: 80x5@6 x2", deload=True),
)


@pytest.mark.parametrize(
    ("what", "values"),
    [
        (Measured.TOP_SET, [100.0, 102.5, 80.0]),
        (Measured.TONNAGE, [1500.0, 1462.5, 800.0]),
        (Measured.HARD_SETS, [3.0, 1.0, 0.0]),
    ],
)
def test_an_exercise_has_one_dot_a_session(what: Measured, values: list[float]) -> None:
    series = exercise_series(DIARY, SQUAT, what, HARD)
    assert [dot.value for dot in series.dots] == values
    assert [dot.date for dot in series.dots] == [on(1, "tue"), on(2, "tue"), on(4, "tue")]


def test_the_figures_are_those_of_progress() -> None:
    series = exercise_series(DIARY, SQUAT, Measured.E1RM, HARD)
    assert [dot.value for dot in series.dots] == [p.e1rm_kg for p in progress(DIARY, SQUAT, HARD).points]


def test_a_deload_is_drawn_and_kept_out_of_the_trend_and_of_the_best() -> None:
    series = exercise_series(DIARY, SQUAT, Measured.TOP_SET, HARD)
    assert [dot.apart for dot in series.dots] == [None, None, Apart.DELOAD]
    assert [dot.value for dot in series.counted] == [100.0, 102.5]
    assert series.best is not None
    assert series.best.value == 102.5


def test_of_equal_loads_the_best_top_set_has_the_most_reps() -> None:
    """24 kg for eight, then for nine."""
    diary = log(session(on(1), "back_squat 24x8@8"), session(on(2), "back_squat 24x9@8; 22x9@7"))
    best = exercise_series(diary, SQUAT, Measured.TOP_SET, HARD).best
    assert best is not None
    assert best.date == on(2)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"phase": Phase.TAPER}, Apart.TAPER),
        ({"phase": Phase.RACE_WEEK}, Apart.RACE_WEEK),
        ({"phase": Phase.RECOVERY, "recovery_stage": 1}, Apart.RECOVERY),
        ({"phase": Phase.BASE, "recovery_stage": 3}, Apart.RECOVERY),
        ({"deload": True}, Apart.DELOAD),
        ({"phase": Phase.TAPER, "deload": True}, Apart.TAPER),
        ({"readiness": ReadinessBand.RED}, Apart.RED),
        ({"readiness": ReadinessBand.AMBER}, None),
        ({}, None),
    ],
)
def test_why_a_point_stands_apart(more: dict[str, object], why: Apart | None) -> None:
    done = session(on(1), "back_squat 1x5@8: 100x5@8", **more)
    assert apart(Exposed(done, done.entries[0])) is why


def test_pain_of_four_and_more_keeps_a_point_apart() -> None:
    hurt = entry("back_squat 1x5@8: 100x5@8", pain=(CareArea.KNEE, 4))
    assert apart(Exposed(session(on(1)), hurt)) is Apart.PAIN
    assert apart(Exposed(session(on(1)), hurt.changed(pain=Pain(site=CareArea.KNEE, score=3)))) is None


@given(
    phase=st.sampled_from(Phase),
    deload=st.booleans(),
    stage=st.none() | st.integers(0, 3),
    band=st.none() | st.sampled_from(ReadinessBand),
    score=st.none() | st.integers(0, 10),
)
@settings(max_examples=80, deadline=None)
def test_a_point_stands_apart_just_when_the_estimate_leaves_it_out(
    phase: Phase, deload: bool, stage: int | None, band: ReadinessBand | None, score: int | None
) -> None:
    done = session(
        on(1), "back_squat 1x5@8: 100x5@8", phase=phase, deload=deload, recovery_stage=stage, readiness=band
    )
    pain = None if score is None else Pain(site=CareArea.KNEE, score=score)
    exposed = Exposed(done, done.entries[0].changed(pain=pain))
    assert (apart(exposed) is None) == is_normal(exposed)


@pytest.mark.parametrize(
    ("group", "what", "values"),
    [
        (None, Measured.HARD_SETS, {1: 6.0, 2: 3.0, 4: 0.0}),
        (Group.LOWER_BILATERAL, Measured.HARD_SETS, {1: 3.0, 2: 1.0, 4: 0.0}),
        (Group.LOWER_BILATERAL, Measured.TONNAGE, {1: 1500.0, 2: 1462.5, 4: 800.0}),
        (None, Measured.CONTACTS, {1: 40.0}),
        (Group.PUSH, Measured.CONTACTS, {}),
    ],
)
def test_a_group_has_one_dot_a_week(group: Group | None, what: Measured, values: dict[int, float]) -> None:
    series = group_series(DIARY, EXERCISES, group, what, HARD)
    assert {dot.date: dot.value for dot in series.dots} == {on(week): value for week, value in values.items()}


def test_a_week_stands_apart_when_all_of_it_does() -> None:
    series = group_series(DIARY, EXERCISES, None, Measured.HARD_SETS, HARD)
    assert [dot.apart for dot in series.dots] == [None, None, Apart.DELOAD]


def test_a_maximum_belongs_to_one_exercise() -> None:
    with pytest.raises(ValueError, match="one exercise"):
        group_series(DIARY, EXERCISES, None, Measured.E1RM, HARD)


def test_the_lead_of_the_left_side_is_above_zero() -> None:
    diary = log(session(on(1), "sl_rdl 1x8@8: 20x8/6@8", "bird_dog x8/8"))
    series = exercise_series(diary, EXERCISES["sl_rdl"], Measured.SIDES, HARD)
    assert series.dots[0].value > 0.0
    assert series.best is None
    even = exercise_series(diary, EXERCISES["bird_dog"], Measured.SIDES, HARD)
    assert even.dots[0].value == 0.0


@pytest.mark.parametrize(
    ("exercise", "figures"),
    [
        ("back_squat", [Measured.E1RM, Measured.TOP_SET, Measured.TONNAGE, Measured.HARD_SETS]),
        ("pogo", [Measured.CONTACTS]),
        ("plank", [Measured.TOP_SET, Measured.HARD_SETS]),
        ("trap_bar_deadlift", [Measured.TOP_SET, Measured.HARD_SETS]),  # never done
    ],
)
def test_what_can_be_drawn_follows_from_what_was_done(exercise: str, figures: list[Measured]) -> None:
    assert list(figures_of(DIARY, EXERCISES[exercise])) == figures


def test_imported_sessions_have_no_phase() -> None:
    diary = log(session(on(1), "back_squat 1x5@8: 100x5@8", imported=True))
    assert exercise_series(diary, SQUAT, Measured.TOP_SET, HARD).dots[0].phase is None


def test_a_series_can_begin_later() -> None:
    series = exercise_series(DIARY, SQUAT, Measured.TOP_SET, HARD)
    assert [dot.value for dot in series.since(on(2)).dots] == [102.5, 80.0]
    assert series.since(None) == series


def test_main_lifts_come_before_the_latest() -> None:
    assert by_importance(DIARY)[0] == "back_squat"
    assert set(by_importance(DIARY)) == set(DIARY.exercises)
    assert Group.CALF not in groups_in(DIARY, EXERCISES, HARD)


def test_bands_are_the_phases_of_the_season_and_leave_no_gap() -> None:
    season = Season.of([Revision(made_on=MONDAY, races=(BERLIN,))])
    start, end = MONDAY, BERLIN.date + timedelta(days=20)
    found = bands(season, start, end)
    assert found[0].start == start
    assert found[-1].end == end
    assert all(one.end == other.start for one, other in pairwise(found))
    assert Phase.TAPER in {band.phase for band in found}
    assert bands(None, start, end) == ()
    assert bands(season, date(2020, 1, 1), date(2020, 2, 1)) == ()


@pytest.mark.parametrize(("code", "why"), [("STALL_DELOAD", Apart.EASED), ("PAIN_WORSE", Apart.PAIN)])
def test_a_light_session_where_it_got_stuck_is_not_called_pain(code: str, why: Apart) -> None:
    light = entry("back_squat 1x5@8: 90x5@7").changed(reasons=(because(code),))
    assert apart(Exposed(session(on(1)), light)) is why
