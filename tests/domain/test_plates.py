"""What to hang on the bar, and how it is said."""

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.equipment import Tool, Way, default_profiles
from tracker.domain.exercise import LoadType
from tracker.domain.units import Load, Unit
from tracker.domain.words.plates import plates_for, set_up

PROFILES = {p.id: p for p in default_profiles(tomllib.loads((files("data") / "equipment.toml").read_text()))}
GYM, GYM_LB = PROFILES["gym_kg"], PROFILES["gym_lb"]


@pytest.mark.parametrize(
    ("load", "side"),
    [
        (20, []),
        (22.5, [1.25]),
        (40, [10]),
        (60, [20]),
        (65, [20, 2.5]),
        (100, [20, 20]),
        (97.5, [20, 15, 2.5, 1.25]),
        (327.5, [20, 20, 20, 20, 20, 20, 15, 10, 5, 2.5, 1.25]),
        (61, None),
        (15, None),
        (330, None),
    ],
)
def test_each_side_of_the_bar(load: float, side: list[float] | None) -> None:
    hung = plates_for(Load.of(load), GYM)
    assert (hung if hung is None else [float(weight) for weight in hung]) == side


def test_pounds_are_hung_in_pounds() -> None:
    assert plates_for(Load.of(135, Unit.LB), GYM_LB) == (Decimal(45),)
    assert plates_for(Load.of(135, Unit.LB), GYM) is None
    assert plates_for(Load.of(60), PROFILES["home_kg"]) is None


def way(tool: Tool, load: LoadType = LoadType.EXT, implements: int = 1) -> Way:
    return Way((tool,), tool, load, implements)


@pytest.mark.parametrize(
    ("load", "how", "words"),
    [
        (65, way(Tool.BB), "20 + 2.5 each side"),
        (102.5, way(Tool.BB), "2 × 20 + 1.25 each side"),
        (25, way(Tool.TRAP), "the empty bar"),
        (61, way(Tool.BB), ""),
        (45, way(Tool.DB, implements=2), "two 22.5 dumbbells"),
        (16, way(Tool.KB), "one 16 kettlebell"),
        (4, way(Tool.MB), "one 4 medicine ball"),
        (45, way(Tool.MACHINE), "pin at 45"),
        (12.5, way(Tool.CABLE), "pin at 12.5"),
        (12, way(Tool.BACKPACK), "12 in the backpack"),
        (12.5, way(Tool.PLATE, LoadType.BW_PLUS), "10 + 2.5 in plates"),
        (5, way(Tool.PLATE, LoadType.BW_PLUS), "5 in plates"),
        (0, way(Tool.PLATE, LoadType.BW_PLUS), "bodyweight only"),
        (0, way(Tool.NONE, LoadType.BW), "bodyweight only"),
        (-20, way(Tool.MACHINE, LoadType.ASSIST), "20 of help"),
        (0, way(Tool.MACHINE, LoadType.ASSIST), "no help"),
        (0, way(Tool.BAND, LoadType.BAND), ""),
    ],
)
def test_what_to_take_from_the_rack(load: float, how: Way, words: str) -> None:
    assert set_up(Load.of(load), GYM, how) == words


@given(st.integers(0, 123))
@settings(max_examples=60)
def test_every_load_of_the_gym_can_be_hung(step: int) -> None:
    load = Load.of(20 + Decimal("2.5") * step)
    side = plates_for(load, GYM)
    assert side is not None
    assert 20 + 2 * sum(side) == load.number
