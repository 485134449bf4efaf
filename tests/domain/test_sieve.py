"""The library through a sieve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.home import shipped

from tracker.domain.equipment import available
from tracker.domain.words.sieve import HERE, OWN, Mesh, Sieve, options

EXERCISES = tuple(shipped().exercises.values())
PROFILES = {each.id: each for each in shipped().profiles}
TRAVEL = PROFILES["travel_kg"]


def left(**wanted: str) -> set[str]:
    return {each.id for each in Sieve(**wanted).let_through(EXERCISES, TRAVEL)}


def test_an_open_sieve_lets_everything_through() -> None:
    assert Sieve().is_open
    assert Sieve().let_through(EXERCISES, TRAVEL) == EXERCISES


@pytest.mark.parametrize(
    ("wanted", "inside", "outside"),
    [
        ({"ingredient": "ROT"}, "worlds_greatest", "back_squat"),
        ({"position": "kneeling"}, "ankle_rock", "back_squat"),
        ({"pattern": "lunge"}, "worlds_greatest", "back_squat"),
        ({"equipment": "bb"}, "back_squat", "plank"),
        ({"equipment": HERE}, "plank", "back_squat"),
        ({"tier": "3"}, "sl_rdl_row", "plank"),
        ({"care": "knee"}, "dead_bug", "back_squat"),
        ({"text": "split squats"}, "split_squat", "back_squat"),
        ({"text": "sl rdl"}, "sl_rdl", "back_squat"),
    ],
)
def test_each_mesh(wanted: dict[str, str], inside: str, outside: str) -> None:
    found = left(**wanted)
    assert inside in found
    assert outside not in found


def test_meshes_hold_together() -> None:
    assert left(position="standing", ingredient="PLL") == left(position="standing") & left(ingredient="PLL")


def test_here_is_what_the_equipment_allows() -> None:
    assert left(equipment=HERE) == {each.id for each in EXERCISES if available(each, TRAVEL)}


def test_own_exercises_are_a_tier_of_their_own() -> None:
    found = Sieve(tier=OWN).let_through(EXERCISES, TRAVEL, own=["plank"])
    assert [each.id for each in found] == ["plank"]
    assert OWN in options(Mesh.TIER, EXERCISES, own=["plank"])
    assert OWN not in options(Mesh.TIER, EXERCISES)


@given(mesh=st.sampled_from(Mesh), data=st.data())
def test_every_option_leaves_something_at_the_gym(mesh: Mesh, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(options(mesh, EXERCISES)))
    sieve = Sieve().with_value(mesh, value)
    assert sieve.value(mesh) == value
    assert not sieve.is_open
    assert sieve.let_through(EXERCISES, PROFILES["gym_kg"])
