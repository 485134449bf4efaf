"""The story of one exercise, and the review's own numbers at the door."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from pydantic import ValidationError
from support.diaries import EXERCISES, RULES, entry, log_of, on, session

from tracker.domain.exercise import CareArea
from tracker.domain.phase import Phase
from tracker.domain.review.progress import Point, progress
from tracker.domain.review_rules import ReviewRules
from tracker.domain.session import ReadinessBand, Session


def points(name: str, *sessions: Session) -> tuple[Point, ...]:
    return progress(log_of(sessions), EXERCISES[name], RULES.hard_sets).points


def test_a_point_for_every_session() -> None:
    """A top set of 100 and two back-offs, then 102.5."""
    first, second = points(
        "back_squat",
        session(on(1), "back_squat 3x5@8: 100x5@8; 92.5x5@7 x2", phase=Phase.OFF_SEASON),
        session(on(2), "back_squat 102.5x5@8", phase=Phase.BASE),
    )
    assert (first.date, first.phase, first.top_kg, first.reps, first.rpe) == (
        on(1),
        Phase.OFF_SEASON,
        100,
        5,
        8,
    )
    assert first.tonnage_kg == 1425
    assert first.hard_sets == 3
    assert first.e1rm_kg is not None
    assert second.e1rm_kg is not None
    assert second.e1rm_kg > first.e1rm_kg
    assert second.counted


@pytest.mark.parametrize(
    "eased",
    [
        {"deload": True},
        {"phase": Phase.TAPER},
        {"phase": Phase.RACE_WEEK},
        {"phase": Phase.RECOVERY},
        {"readiness": ReadinessBand.RED},
    ],
)
def test_what_was_eased_is_shown_and_not_counted(eased: dict[str, Any]) -> None:
    full, light = points(
        "back_squat", session(on(1), "back_squat 100x5@8"), session(on(2), "back_squat 60x4@5", **eased)
    )
    assert (full.counted, light.counted) == (True, False)
    assert light.top_kg == 60
    assert light.e1rm_kg == full.e1rm_kg


def test_a_sore_lift_is_not_counted() -> None:
    sore = session(on(1)).changed(entries=(entry("back_squat 60x5@6", pain=(CareArea.KNEE, 4)),))
    (point,) = points("back_squat", sore)
    assert not point.counted


def test_what_has_no_load_has_reps_or_seconds() -> None:
    """The weaker side of a side plank; push-ups with the body alone."""
    (plank,) = points("side_plank", session(on(1), "side_plank 30s/25s@7 x2"))
    assert (plank.seconds, plank.reps, plank.top_kg, plank.e1rm_kg, plank.tonnage_kg) == (
        25,
        None,
        None,
        None,
        None,
    )
    (push_up,) = points("push_up", session(on(1), "push_up x12@8"))
    assert (push_up.reps, push_up.e1rm_kg) == (12, None)


@pytest.mark.parametrize(
    ("line", "kg", "reps"),
    [
        ("back_squat 100x5@8; 102.5x5@8.5; 95x5@7", 102.5, 5),
        ("back_squat 100x4@8; 100x6@8; 100x5@8", 100, 6),
        ("pull_up_assisted -20x6@8; -15x5@8", -15, 5),
        ("sl_rdl 20x8/6@8; 20x7@8", 20, 7),
    ],
)
def test_the_top_set_is_the_heaviest_and_of_equal_loads_the_one_with_most_reps(
    line: str, kg: float, reps: int
) -> None:
    (point,) = points(line.split()[0], session(on(1), line))
    assert (point.top_kg, point.reps) == (kg, reps)


def test_a_ramp_ends_with_its_top_set() -> None:
    (point,) = points("back_squat", session(on(1), "back_squat ramp: 60x5@5; 70x5@6; 80x5@7"))
    assert (point.top_kg, point.rpe) == (80, 7)


def test_records_come_with_the_story() -> None:
    log = log_of([session(on(week), f"back_squat {kg}x5@8") for week, kg in ((1, 100), (2, 105))])
    assert {record.date for record in progress(log, EXERCISES["back_squat"], RULES.hard_sets).records} == {
        on(2)
    }


def test_an_exercise_never_done_has_no_story() -> None:
    assert progress(log_of(), EXERCISES["back_squat"], RULES.hard_sets).points == ()


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        ("trend", {"least_weeks": 1}),
        ("adherence", {"done_share": 1.5}),
        ("coverage", {"names": {"SLS": "single-leg strength"}}),
        ("hard_sets", {"groups": {"push": ["push_h"], "pull": ["push_h"]}}),
        ("effort", {"hardest": 1.0}),
    ],
)
def test_numbers_that_make_no_sense_are_refused(section: str, wrong: dict[str, Any]) -> None:
    paper = tomllib.loads(files("data").joinpath("review.toml").read_text("utf-8"))
    with pytest.raises(ValidationError):
        ReviewRules.model_validate({**paper, section: {**paper[section], **wrong}})


def test_every_pattern_of_the_seven_groups_is_counted_once() -> None:
    groups = RULES.hard_sets.groups
    assert len(groups) == 7
    assert sum(len(patterns) for patterns in groups.values()) == len(RULES.hard_sets.group_of)
