"""What a gym, a garage and a hotel room can load."""

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tracker.domain.equipment import (
    HOUSEHOLD,
    EquipmentProfile,
    PlatePairs,
    Steps,
    Tool,
    available,
    best_way,
    default_profiles,
    grid_for,
    levels_for,
    loadings,
    ways,
)
from tracker.domain.exercise import Exercise, LoadType, Pattern, Position, Role, Start
from tracker.domain.units import Unit

PROFILES = {p.id: p for p in default_profiles(tomllib.loads((files("data") / "equipment.toml").read_text()))}
GYM, GYM_LB, HOME, TRAVEL = (PROFILES[name] for name in ("gym_kg", "gym_lb", "home_kg", "travel_kg"))


def lift(
    equipment: str, load: str = "ext", hands: int = 1, position: Position = Position.STANDING
) -> Exercise:
    """An exercise as the library's table writes it: ``lift("db+bench/machine")``."""
    return Exercise(
        id="lift",
        name="Lift",
        role=Role.PRIMARY,
        patterns=(Pattern.SQUAT,),
        position=position,
        equipment=tuple(tuple(together.split("+")) for together in equipment.split("/")),
        load=LoadType(load),
        start=Start(reps=8),
        hands=hands,
    )


BACK_SQUAT = lift("bb")
TRAP_BAR_DEADLIFT = lift("trap")
GOBLET_SQUAT = lift("kb/db/backpack")
SPLIT_SQUAT = lift("none/db/kb/backpack", "bw_plus", hands=2)
REAR_FOOT_ELEVATED = lift("chair/bench", "bw_plus", hands=2)
CHIN_UP = lift("bar", "bw_plus")
PUSH_UP = lift("none", "bw_plus", position=Position.PRONE)
ASSISTED_PULL_UP = lift("bar+band/machine", "assist")
LAT_PULLDOWN = lift("machine/cable", position=Position.KNEELING)
SEATED_SOLEUS = lift("machine/bb+bench/backpack+chair")
PUSH_PRESS = lift("bb/db", hands=2)
PALLOF_PRESS = lift("band/cable", "band")
ONE_ARM_PRESS = lift("db/kb/band")


def numbers(exercise: Exercise, profile: EquipmentProfile) -> list[float]:
    return [float(load.number) for load in grid_for(exercise, profile).loads]


@pytest.mark.parametrize(
    ("name", "exercise", "profile", "lightest", "heaviest"),
    [
        ("bar + 2 x every subset of the plates", BACK_SQUAT, GYM, [20, 22.5, 25, 27.5, 30], 327.5),
        ("trap bar", TRAP_BAR_DEADLIFT, GYM, [25, 27.5, 30], 332.5),
        ("45 lb bar", BACK_SQUAT, GYM_LB, [45, 50, 55, 60], 740),
        ("one dumbbell", GOBLET_SQUAT, GYM, [2, 4, 6, 8], 40),
        ("two dumbbells, both hands together", SPLIT_SQUAT, GYM, [0, 4, 8, 12], 80),
        ("two dumbbells though the table names none", REAR_FOOT_ELEVATED, GYM, [0, 4, 8, 12], 80),
        ("two adjustable dumbbells at home", SPLIT_SQUAT, HOME, [0, 4, 8], 40),
        ("a backpack, once, though the hands are two", SPLIT_SQUAT, TRAVEL, [0, 1, 2, 3], 20),
        ("plates on a belt", CHIN_UP, GYM, [0, 1.25, 2.5, 3.75, 5], 307.5),
        ("plates on the back", PUSH_UP, GYM, [0, 1.25, 2.5], 307.5),
        ("backpack on the back", PUSH_UP, HOME, [0, 1, 2], 20),
        ("less assistance is more load", ASSISTED_PULL_UP, GYM, [-60, -55, -50], 0),
        ("the cable has finer steps than the machine", LAT_PULLDOWN, GYM, [2.5, 5, 7.5], 100),
        ("in pounds both step by ten: the first named", LAT_PULLDOWN, GYM_LB, [10, 20, 30], 400),
        ("the machine starts lighter than the bar", SEATED_SOLEUS, GYM, [5, 10, 15], 200),
        ("dumbbells start lighter than the bar", PUSH_PRESS, GYM, [4, 8, 12], 80),
        ("soleus at home", SEATED_SOLEUS, HOME, [1, 2, 3], 20),
    ],
)
def test_the_grid_an_exercise_has(
    name: str, exercise: Exercise, profile: EquipmentProfile, lightest: list[float], heaviest: float
) -> None:
    grid = numbers(exercise, profile)
    assert grid[: len(lightest)] == lightest, name
    assert grid[-1] == heaviest


def test_a_full_gym_loads_the_bar_in_steps_of_2_5_kg() -> None:
    assert numbers(BACK_SQUAT, GYM) == [20 + 2.5 * k for k in range(124)]


@pytest.mark.parametrize(
    ("exercise", "unrounded", "first"),
    [
        pytest.param(BACK_SQUAT, 19.5, 20, id="65 kg runner, back squat: the empty bar, 20 <= 1.25 x 19.5"),
        pytest.param(TRAP_BAR_DEADLIFT, 36.4, 35, id="70 kg runner, trap-bar deadlift: 35 on a 2.5 kg grid"),
    ],
)
def test_first_loads_on_a_barbell(exercise: Exercise, unrounded: float, first: float) -> None:
    """The vectors of docs/rules.md 4.5, as the grid sees them: the floor, or the lightest if near enough."""
    grid = grid_for(exercise, GYM)
    load = grid.floor(unrounded) or grid.loads[0]
    assert load.kilograms == first
    assert load.kilograms <= 1.25 * unrounded


def test_first_goblet_squat_of_a_55_kg_runner() -> None:
    """6.6 kg unrounded: 6 with 2 kg dumbbells; 8 where kettlebells start at 8."""
    dumbbells = grid_for(GOBLET_SQUAT, HOME).floor(6.6)
    kettlebells = grid_for(GOBLET_SQUAT, HOME.changed(dumbbells=(), kettlebells=GYM.kettlebells))
    assert dumbbells is not None
    assert dumbbells.kilograms == 6
    assert kettlebells.floor(6.6) is None
    assert kettlebells.loads[0].kilograms == 8


def test_pounds_stay_pounds() -> None:
    """135 lb on the bar is 135, not 134.9, and 61.23 kg underneath."""
    load = grid_for(BACK_SQUAT, GYM_LB).floor(61.24)
    assert load is not None
    assert (load.number, load.unit) == (Decimal(135), Unit.LB)
    assert load.kilograms == pytest.approx(61.235, abs=1e-3)


@pytest.mark.parametrize(
    ("exercise", "profile", "tool", "load", "implements"),
    [
        (PALLOF_PRESS, GYM, Tool.BAND, LoadType.BAND, 1),
        (PALLOF_PRESS, GYM.changed(bands=()), Tool.CABLE, LoadType.EXT, 1),
        (ONE_ARM_PRESS, TRAVEL, Tool.BAND, LoadType.BAND, 1),
        (ONE_ARM_PRESS, HOME, Tool.DB, LoadType.EXT, 1),
        (SPLIT_SQUAT, GYM, Tool.DB, LoadType.BW_PLUS, 2),
        (SPLIT_SQUAT, TRAVEL.changed(backpack=()), Tool.NONE, LoadType.BW, 1),
        (ASSISTED_PULL_UP, GYM, Tool.MACHINE, LoadType.ASSIST, 1),
        (ASSISTED_PULL_UP, GYM.changed(assist=()), Tool.BAND, LoadType.BAND, 1),
        (lift("none/band", "bw"), GYM, Tool.NONE, LoadType.BW, 1),
        (lift("band/none", "bw"), GYM, Tool.NONE, LoadType.BW, 1),
        (lift("none/db", "time"), GYM, Tool.NONE, LoadType.TIME, 1),
        (lift("db/backpack", "contacts", hands=2), HOME, Tool.DB, LoadType.CONTACTS, 2),
        (lift("band", "contacts"), GYM, Tool.BAND, LoadType.CONTACTS, 1),
    ],
)
def test_the_load_type_follows_the_tool(
    exercise: Exercise, profile: EquipmentProfile, tool: Tool, load: LoadType, implements: int
) -> None:
    way = best_way(exercise, profile)
    assert way is not None
    assert (way.tool, way.load, way.implements) == (tool, load, implements)


def test_without_any_weight_only_body_weight_is_left() -> None:
    assert numbers(SPLIT_SQUAT, TRAVEL.changed(backpack=())) == [0]
    assert numbers(lift("none", "bw"), GYM) == []


def test_a_chosen_way_has_its_own_grid() -> None:
    """The runner who likes kettlebells for goblet squats gets kettlebell steps."""
    kettlebell = next(way for way in ways(GOBLET_SQUAT, GYM) if way.tool is Tool.KB)
    assert [float(x.number) for x in grid_for(GOBLET_SQUAT, GYM, kettlebell).loads] == [
        8, 12, 16, 20, 24, 28, 32,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("equipment", "load", "position", "expected"),
    [
        ("step+db/step+kb/step+backpack", "ext", Position.STANDING, ["step+db", "step+kb"]),
        ("chair/bench", "bw_plus", Position.STANDING, ["chair", "bench", "chair+db", "chair+kb"]),
        ("chair/bench", "bw_plus", Position.SUPINE, ["chair", "bench", "chair+plate"]),
        ("bar/table", "bw_plus", Position.SUPINE, ["bar", "bar+plate"]),
        ("none/db", "bw_plus", Position.STANDING, ["none", "db"]),
    ],
)
def test_every_way_in_a_gym_in_table_order(
    equipment: str, load: str, position: Position, expected: list[str]
) -> None:
    found = ways(lift(equipment, load, position=position), GYM)
    assert ["+".join(way.tools) for way in found] == expected


@pytest.mark.parametrize(
    ("exercise", "gym", "home", "travel"),
    [
        (BACK_SQUAT, True, False, False),
        (GOBLET_SQUAT, True, True, True),
        (CHIN_UP, True, False, False),
        (ONE_ARM_PRESS, True, True, True),
        (lift("db/kb"), True, True, False),
        (lift("table/bar", "bw"), True, True, True),
        (lift("slider/towel", "bw"), True, True, True),
        (lift("box", "contacts"), True, False, False),
        (lift("bb+bench"), True, False, False),
    ],
)
def test_what_is_possible_where(exercise: Exercise, gym: bool, home: bool, travel: bool) -> None:
    assert [available(exercise, place) for place in (GYM, HOME, TRAVEL)] == [gym, home, travel]
    assert (best_way(exercise, TRAVEL) is None) is not travel


def test_nothing_is_loaded_where_nothing_is_possible() -> None:
    assert grid_for(BACK_SQUAT, TRAVEL).loads == ()
    assert levels_for(BACK_SQUAT, TRAVEL) == ()


def test_a_band_that_helps_counts_the_other_way() -> None:
    only_bands = GYM.changed(assist=())
    assert levels_for(PALLOF_PRESS, GYM) == ("light", "medium", "heavy")
    assert levels_for(ASSISTED_PULL_UP, only_bands) == ("heavy", "medium", "light")
    assert levels_for(BACK_SQUAT, GYM) == ()


def test_the_shipped_profiles() -> None:
    assert list(PROFILES) == ["gym_kg", "gym_lb", "home_kg", "home_lb", "travel_kg", "travel_lb"]
    assert GYM.plates[-1] == PlatePairs(weight=Decimal(20), pairs=6)
    assert GYM_LB.rack(Tool.KB) == tuple(map(Decimal, (15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70)))
    assert PROFILES["home_lb"].rack(Tool.DB) == tuple(map(Decimal, range(5, 50, 5)))
    for place in (HOME, TRAVEL):
        assert all(place.has(tool) for tool in HOUSEHOLD)
    assert all(profile.id.endswith(profile.unit) for profile in PROFILES.values())


def test_a_profile_survives_storage() -> None:
    for profile in PROFILES.values():
        assert EquipmentProfile.model_validate_json(profile.model_dump_json()) == profile


@pytest.mark.parametrize(
    "wrong",
    [
        {"dumbbells": (Decimal(-2),)},
        {"dumbbells": {"start": 10, "step": 2, "top": 4}},
        {"dumbbells": {"start": 1, "step": "0.001", "top": 100}},
        {"bar": 0},
        {"plates": ({"weight": 5}, {"weight": 5, "pairs": 2})},
        {"plates": ({"weight": 5, "pairs": 0},)},
        {"bands": ("light", "light")},
        {"tools": ("anvil",)},
        {"tools": ("db",)},
        {"id": ""},
        {"anvil": 1},
    ],
)
def test_equipment_that_cannot_be(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EquipmentProfile.model_validate({"id": "garage", "name": "Garage", "unit": "kg", **wrong})


plates = st.dictionaries(
    st.sampled_from([Decimal(x) for x in ("0.5", "1.25", "2.5", "5", "7.5", "10", "15", "20", "25")]),
    st.integers(1, 4),
    max_size=5,
).map(lambda owned: tuple(PlatePairs(weight=weight, pairs=n) for weight, n in owned.items()))


@given(plates)
@settings(max_examples=60)
def test_plates_are_never_hung_that_are_not_there(owned: tuple[PlatePairs, ...]) -> None:
    pairs = {kind.weight: kind.pairs for kind in owned}
    found = loadings(owned)
    assert list(found) == sorted(found)
    for total, hung in found.items():
        assert sum(hung) == total
        assert list(hung) == sorted(hung, reverse=True)
        assert all(hung.count(weight) <= pairs[weight] for weight in hung)
    assert max(found) == sum(weight * n for weight, n in pairs.items())


@given(plates, st.sampled_from([Decimal(10), Decimal(15), Decimal(20)]))
@settings(max_examples=60)
def test_more_plates_never_take_a_load_away(owned: tuple[PlatePairs, ...], bar: Decimal) -> None:
    """And the empty bar is always the lightest."""
    garage = EquipmentProfile(id="garage", name="Garage", unit=Unit.KG, bar=bar, plates=owned)
    fewer = garage.changed(plates=owned[:-1])
    grid = grid_for(BACK_SQUAT, garage).kilograms
    assert grid[0] == float(bar)
    assert list(grid) == sorted(set(grid))
    assert set(grid_for(BACK_SQUAT, fewer).kilograms) <= set(grid)


@given(st.decimals(1, 20, places=2), st.decimals("0.5", 5, places=2), st.decimals(20, 60, places=2))
@settings(max_examples=60)
def test_even_steps_stay_between_their_ends(start: Decimal, step: Decimal, top: Decimal) -> None:
    weights = Steps(start=start, step=step, top=top).weights
    assert weights[0] == start
    assert top - step < weights[-1] <= top
