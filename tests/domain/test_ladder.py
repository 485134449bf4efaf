"""Steps down and up, and what takes the place of an exercise that is not possible today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tools import possible_with

from tracker.catalog import load_catalog
from tracker.domain.adapting.ladder import step_down, steps_down, steps_up, substitutes
from tracker.domain.equipment import HOUSEHOLD, Tool
from tracker.domain.exercise import CareArea, Exercise

LIBRARY = load_catalog().exercises
EVERYTHING = frozenset(Tool)


def best(exercise: str, tools: frozenset[Tool] = EVERYTHING, **limits: object) -> str | None:
    """The id of the first substitute."""
    found = substitutes(LIBRARY[exercise], LIBRARY, lambda each: possible_with(each, tools), **limits)  # type: ignore[arg-type]
    return found[0].id if found else None


def ids(exercises: tuple[Exercise, ...]) -> list[str]:
    return [each.id for each in exercises]


def test_a_ladder_is_walked_in_small_steps() -> None:
    assert ids(steps_down(LIBRARY["push_up"], LIBRARY)) == ["knee_push_up", "incline_push_up", "wall_push_up"]
    assert ids(steps_up(LIBRARY["wall_push_up"], LIBRARY)) == ["incline_push_up", "knee_push_up", "push_up"]


@pytest.mark.parametrize(
    ("exercise", "rungs", "lands_on"),
    [
        ("push_up", 1, "knee_push_up"),
        ("push_up", 2, "incline_push_up"),
        ("push_up", 9, "wall_push_up"),
        ("wall_push_up", 1, None),
    ],
)
def test_stepping_down(exercise: str, rungs: int, lands_on: str | None) -> None:
    below = step_down(LIBRARY[exercise], LIBRARY, rungs)
    assert (below.id if below else None) == lands_on


def test_a_ladder_that_leads_nowhere_ends_there() -> None:
    lost = LIBRARY["push_up"].changed(regress="not_in_the_library")
    assert steps_down(lost, LIBRARY) == ()


@pytest.mark.parametrize(
    ("exercise", "instead"),
    [
        # One step down the same ladder comes first.
        ("back_squat", "goblet_squat"),
        ("trap_bar_deadlift", "kb_deadlift"),
        ("rfe_split_squat", "reverse_lunge_knee_drive"),
        # At the foot of a ladder: the same pattern in the same position, closest tier, then table order.
        ("glute_bridge", "glute_bridge_march"),
        ("split_squat_supported", "split_squat"),
        ("towel_row", "db_row"),
        # The same pattern in another position.
        ("table_row", "inverted_row"),
        ("farmer_carry", "suitcase_carry"),
    ],
)
def test_with_every_tool_at_hand(exercise: str, instead: str) -> None:
    assert best(exercise) == instead


@pytest.mark.parametrize(
    ("exercise", "instead"),
    [
        ("back_squat", "goblet_squat"),
        ("leg_press", "sit_to_stand"),
        ("trap_bar_deadlift", "kb_deadlift"),
        ("bench_press", "floor_press_alt"),
        # The band pulldown one step down needs a band: the same pattern, kneeling.
        ("lat_pulldown", "kneel_towel_pulldown"),
        ("chin_up", "prone_towel_pull"),
        ("sl_cable_row", "towel_row"),
        ("pallof_half_kneel", "dead_bug"),
        ("box_jump", "squat_jump_stick"),
        ("push_press", "pike_push_up"),
    ],
)
def test_at_home(exercise: str, instead: str) -> None:
    assert best(exercise, HOUSEHOLD) == instead


@pytest.mark.parametrize(
    ("exercise", "hurts", "instead"),
    [
        ("kb_deadlift", {CareArea.LOWBACK}, "sl_rdl_supported"),
        # No lunge spares the knee: the same ingredients in another pattern.
        ("reverse_lunge_knee_drive", {CareArea.KNEE}, "running_man"),
        ("sit_to_stand", {CareArea.KNEE}, None),
        ("calf_raise_single", {CareArea.ACHILLES}, "tib_raise_wall"),
        ("push_up", {CareArea.WRIST}, "push_pull_split"),
        ("side_plank", {CareArea.SHOULDER}, "bird_dog"),
    ],
)
def test_sparing_what_hurts(exercise: str, hurts: set[CareArea], instead: str | None) -> None:
    assert best(exercise, avoid=hurts) == instead


def test_the_same_ingredients_when_no_pattern_mate_is_left() -> None:
    """A lateral band walk trains single-leg strength; with hip work disliked, so does another exercise."""
    hips = [each.id for each in LIBRARY.values() if each.pattern is LIBRARY["band_walk"].pattern]
    instead = best("band_walk", disliked=[*hips, "glute_bridge"])
    assert instead is not None
    assert set(LIBRARY[instead].ingredients) == set(LIBRARY["band_walk"].ingredients)


def test_a_disliked_step_is_passed_over() -> None:
    assert best("back_squat", disliked=["goblet_squat"]) == "sit_to_stand"


@pytest.mark.parametrize(
    ("exercise", "recent", "instead"),
    [
        # Nothing new: what was done in the last four weeks, a lower tier, or further down the ladder.
        ("split_squat_supported", [], None),
        ("split_squat_supported", ["reverse_lunge"], "reverse_lunge"),
        ("back_squat", [], "goblet_squat"),
        ("trap_bar_deadlift", ["db_rdl"], "kb_deadlift"),
    ],
)
def test_nothing_new_in_build_peak_and_taper(exercise: str, recent: list[str], instead: str | None) -> None:
    assert best(exercise, recent=recent) == instead


@given(
    exercise=st.sampled_from(sorted(LIBRARY)),
    tools=st.frozensets(st.sampled_from(sorted(EVERYTHING))),
    avoid=st.frozensets(st.sampled_from(CareArea), max_size=3),
    disliked=st.frozensets(st.sampled_from(sorted(LIBRARY)), max_size=5),
    recent=st.none() | st.frozensets(st.sampled_from(sorted(LIBRARY)), max_size=20),
)
def test_a_substitute_is_always_possible_and_wanted(
    exercise: str,
    tools: frozenset[Tool],
    avoid: frozenset[CareArea],
    disliked: frozenset[str],
    recent: frozenset[str] | None,
) -> None:
    own = LIBRARY[exercise]
    found = substitutes(
        own,
        LIBRARY,
        lambda each: possible_with(each, tools),
        avoid=avoid,
        disliked=disliked,
        recent=recent,
    )
    assert len(set(ids(found))) == len(found)
    below = ids(steps_down(own, LIBRARY))
    for other in found:
        assert other.id != exercise
        assert other.id not in disliked
        assert possible_with(other, tools)
        assert not avoid & set(other.care)
        assert recent is None or other.id in recent | set(below) or other.tier < own.tier
