"""What stands in the gym, the garage or the hotel room, and the loads an exercise can have with it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, model_validator

from tracker.domain.exercise import Exercise, LoadType, Position
from tracker.domain.units import Grid, Load, Unit
from tracker.domain.value import Value

Weight = Annotated[Decimal, Field(gt=0, le=2500, max_digits=8, decimal_places=3)]
MOST_STEPS = 1000
MOST_PAIRS = 12


class Tool(StrEnum):
    """Every tool the equipment column of the library may name."""

    NONE = "none"
    WALL = "wall"
    CHAIR = "chair"
    STEP = "step"
    TABLE = "table"
    TOWEL = "towel"
    BROOMSTICK = "broomstick"
    BENCH = "bench"
    BOX = "box"
    BAR = "bar"
    SLIDER = "slider"
    BACKPACK = "backpack"
    MB = "mb"
    DB = "db"
    KB = "kb"
    BB = "bb"
    TRAP = "trap"
    MACHINE = "machine"
    CABLE = "cable"
    BAND = "band"
    PLATE = "plate"


HOUSEHOLD = frozenset(
    {Tool.NONE, Tool.WALL, Tool.CHAIR, Tool.STEP, Tool.TABLE, Tool.TOWEL, Tool.BACKPACK, Tool.BROOMSTICK}
)
WEIGHTS = frozenset(
    {Tool.BACKPACK, Tool.MB, Tool.DB, Tool.KB, Tool.BB, Tool.TRAP, Tool.MACHINE, Tool.CABLE, Tool.PLATE}
)
"""Tools whose load is a number; a band's is a level."""


class Steps(Value):
    """Weights at even steps: the pin of a machine, an adjustable dumbbell, a row of dumbbells."""

    start: Weight
    step: Weight
    top: Weight

    @model_validator(mode="after")
    def _must_rise(self) -> Self:
        if self.top < self.start:
            raise ValueError(f"the heaviest weight ({self.top}) is below the lightest ({self.start})")
        if (self.top - self.start) / self.step > MOST_STEPS:
            raise ValueError(f"steps of {self.step} up to {self.top} are more than {MOST_STEPS} weights")
        return self

    @property
    def weights(self) -> tuple[Decimal, ...]:
        """Ascending, from start to the last step that is not above top."""
        return tuple(self.start + self.step * k for k in range(int((self.top - self.start) / self.step) + 1))


Rack = Steps | tuple[Weight, ...]
"""The weights of one kind that are there: even steps, or a list; the empty list is none."""


class PlatePairs(Value):
    """How many pairs of one plate are there (six pairs of 20 are twelve plates)."""

    weight: Weight
    pairs: int = Field(default=1, ge=1, le=MOST_PAIRS)


class EquipmentProfile(Value):
    """One place to train and what is in it. All weights are in *unit*.

    Attributes:
        bar, trap_bar: what the empty bar weighs, None where there is none.
        assist: the assistance an assisted pull-up machine can give.
        bands: level names, weakest first.
        tools: everything without a weight of its own: wall, chair, bench, pull-up bar.
    """

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    unit: Unit
    bar: Weight | None = None
    trap_bar: Weight | None = None
    plates: tuple[PlatePairs, ...] = Field(default=(), max_length=20)
    dumbbells: Rack = ()
    kettlebells: Rack = ()
    medicine_balls: Rack = ()
    machine: Rack = ()
    cable: Rack = ()
    assist: Rack = ()
    backpack: Rack = ()
    bands: tuple[str, ...] = ()
    tools: frozenset[Tool] = frozenset()

    @model_validator(mode="after")
    def _must_name_things_once(self) -> Self:
        for what, names in (("plate", [p.weight for p in self.plates]), ("band", list(self.bands))):
            if len(set(names)) < len(names):
                raise ValueError(f"a {what} is listed twice: {', '.join(map(str, names))}")
        weighed = sorted(self.tools & (WEIGHTS | {Tool.BAND}))
        if weighed:
            raise ValueError(f"say how heavy they are instead of listing them as tools: {', '.join(weighed)}")
        return self

    def rack(self, tool: Tool) -> tuple[Decimal, ...]:
        """The single weights of one kind, ascending; empty for bars, plates, bands and what has no weight."""
        racks: dict[Tool, Rack] = {
            Tool.DB: self.dumbbells,
            Tool.KB: self.kettlebells,
            Tool.MB: self.medicine_balls,
            Tool.MACHINE: self.machine,
            Tool.CABLE: self.cable,
            Tool.BACKPACK: self.backpack,
        }
        return _weights(racks.get(tool, ()))

    def bar_weight(self, tool: Tool) -> Decimal | None:
        """The empty weight of a barbell or a trap bar."""
        return {Tool.BB: self.bar, Tool.TRAP: self.trap_bar}.get(tool)

    def has(self, tool: str, for_assistance: bool = False) -> bool:
        """Whether the tool is here. A machine that assists is not the machine that resists."""
        if tool == Tool.NONE:
            return True
        if tool == Tool.MACHINE and for_assistance:
            return bool(_weights(self.assist))
        if tool == Tool.BAND:
            return bool(self.bands)
        if tool == Tool.PLATE:
            return bool(self.plates)
        if tool in (Tool.BB, Tool.TRAP):
            return self.bar_weight(Tool(tool)) is not None
        return tool in self.tools or (tool in WEIGHTS and bool(self.rack(Tool(tool))))


def _weights(rack: Rack) -> tuple[Decimal, ...]:
    return rack.weights if isinstance(rack, Steps) else tuple(sorted(set(rack)))


def default_profiles(raw: Mapping[str, Any]) -> tuple[EquipmentProfile, ...]:
    """The shipped profiles from the tables of data/equipment.toml; the table's name is the profile's id.

    The word ``household`` among a profile's tools stands for what every home has (docs/rules.md 6.0).

    Raises:
        pydantic.ValidationError: if a table does not describe a profile.
    """
    return tuple(_profile(name, table) for name, table in raw.items())


def _profile(name: str, table: Mapping[str, Any]) -> EquipmentProfile:
    tools = set(table.get("tools", ()))
    if "household" in tools:
        tools = (tools - {"household"}) | (HOUSEHOLD - {Tool.NONE, Tool.BACKPACK})
    return EquipmentProfile.model_validate({**table, "id": name, "tools": tools})


class Way(NamedTuple):
    """One way to do an exercise with what is here.

    Attributes:
        tools: everything it needs, as the library writes it.
        tool: what gives the load, `Tool.NONE` for body weight alone.
        load: how the load behaves; it follows the tool.
        implements: 2 with a dumbbell or kettlebell in each hand, else 1.
    """

    tools: tuple[str, ...]
    tool: Tool
    load: LoadType
    implements: int = 1


def available(exercise: Exercise, profile: EquipmentProfile) -> bool:
    """Whether the exercise can be done at all."""
    return bool(ways(exercise, profile))


def ways(exercise: Exercise, profile: EquipmentProfile) -> tuple[Way, ...]:
    """Every possible way, in the order of the library's equipment column.

    A bodyweight exercise that takes optional weight and names none takes what suits its position: in the
    hands where they are free, on the back or on a belt where they are not.
    """
    assisted = exercise.load is LoadType.ASSIST
    named = tuple(
        _way(exercise, tools)
        for tools in exercise.equipment
        if all(profile.has(tool, for_assistance=assisted) for tool in tools)
    )
    if exercise.load is not LoadType.BW_PLUS or any(_source(tools) for tools in exercise.equipment):
        return named
    added = tuple(
        _way(exercise, (*way.tools, tool))
        for way in named[:1]
        for tool in _optional_weights(exercise, way.tools)
        if profile.has(tool)
    )
    return named + added


def _optional_weights(exercise: Exercise, tools: tuple[str, ...]) -> tuple[Tool, ...]:
    hands_are_free = exercise.position in (Position.STANDING, Position.KNEELING) and Tool.BAR not in tools
    return (Tool.DB, Tool.KB, Tool.BACKPACK) if hands_are_free else (Tool.PLATE, Tool.BACKPACK)


def _source(tools: Sequence[str]) -> Tool | None:
    """The tool that gives the load."""
    return next((Tool(tool) for tool in tools if tool in WEIGHTS or tool == Tool.BAND), None)


def _way(exercise: Exercise, tools: tuple[str, ...]) -> Way:
    tool = _source(tools) or Tool.NONE
    pair = exercise.hands == 2 and tool in (Tool.DB, Tool.KB)
    return Way(tools, tool, _load_type(exercise.load, tool), 2 if pair else 1)


def _load_type(own: LoadType, tool: Tool) -> LoadType:
    """The load type follows the tool in hand, except where time or contacts count (docs/rules.md 6.0)."""
    if own in (LoadType.TIME, LoadType.CONTACTS):
        return own
    if tool is Tool.BAND:
        return LoadType.BAND
    if tool is Tool.NONE:
        return LoadType.BW
    return own if own.moves_the_body else LoadType.EXT


def best_way(exercise: Exercise, profile: EquipmentProfile) -> Way | None:
    """The way to use unless the runner chooses another; None where the exercise is not possible.

    In this order: as the library means it (its own load type); with weight rather than without, where weight
    is optional; with a real weight rather than a backpack; the one that starts lightest, so that a beginner
    can begin; the one with the smallest steps, so that progress is even; the one the library names first.
    """

    def rank(way: Way) -> tuple[bool, bool, bool, float, float]:
        loads = [kg for kg in grid_for(exercise, profile, way).kilograms if kg > 0]
        gaps = [b - a for a, b in pairwise(loads)]
        return (
            way.load is not exercise.load,
            exercise.load is LoadType.BW_PLUS and way.tool is Tool.NONE,
            way.tool is Tool.BACKPACK,
            min(loads, default=0.0),
            median(gaps) if gaps else 0.0,
        )

    return min(ways(exercise, profile), key=rank, default=None)


def grid_for(exercise: Exercise, profile: EquipmentProfile, way: Way | None = None) -> Grid:
    """Every total external load the exercise can have, ascending, in the profile's unit (docs/rules.md 4.1).

    Empty where the exercise has no load in numbers (plain bodyweight; bands, see `levels_for`) or is not
    possible. Where weight is optional, and at the end of assistance, 0 is one of the loads.
    """
    way = way or best_way(exercise, profile)
    if way is None:
        return Grid()
    totals = _totals(profile, way.tool, way.implements, way.load is LoadType.ASSIST)
    if exercise.load is LoadType.BW_PLUS or way.load is LoadType.ASSIST:
        totals = tuple(sorted({Decimal(0), *totals}))
    return _grid(totals, profile.unit)


def empty_bar(exercise: Exercise, profile: EquipmentProfile) -> Load | None:
    """What the bar weighs that the exercise is done with here; None where it is done without one."""
    way = best_way(exercise, profile)
    weight = None if way is None else profile.bar_weight(way.tool)
    return None if weight is None else Load.of(weight, profile.unit)


def levels_for(exercise: Exercise, profile: EquipmentProfile, way: Way | None = None) -> tuple[str, ...]:
    """The band levels, easiest first: more band is harder, except where the band helps."""
    way = way or best_way(exercise, profile)
    if way is None or way.tool is not Tool.BAND:
        return ()
    return profile.bands[::-1] if exercise.load is LoadType.ASSIST else profile.bands


@lru_cache(maxsize=512)
def _totals(profile: EquipmentProfile, tool: Tool, implements: int, assists: bool) -> tuple[Decimal, ...]:
    if assists:
        return tuple(-weight for weight in reversed(_weights(profile.assist)))
    if tool is Tool.PLATE:
        return tuple(loadings(profile.plates, per_pair=2))
    bar = profile.bar_weight(tool)
    if bar is not None:
        return tuple(bar + 2 * side for side in loadings(profile.plates))
    return tuple(weight * implements for weight in profile.rack(tool))


@lru_cache(maxsize=512)
def _grid(totals: tuple[Decimal, ...], unit: Unit) -> Grid:
    return Grid(loads=tuple(Load.of(_plain(total), unit) for total in totals))


def _plain(number: Decimal) -> Decimal:
    """22.50 as 22.5, as it is written on the equipment."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


@lru_cache(maxsize=64)
def loadings(plates: tuple[PlatePairs, ...], per_pair: int = 1) -> dict[Decimal, tuple[Decimal, ...]]:
    """Every sum the plates can make, ascending, with the fewest plates that make it, heaviest first.

    Args:
        per_pair: plates of each pair that may be used: 1 for one side of a bar, 2 for plates on a belt.
    """
    best: dict[Decimal, tuple[Decimal, ...]] = {Decimal(0): ()}
    for kind in sorted(plates, key=lambda kind: kind.weight, reverse=True):
        for total, hung in tuple(best.items()):
            for count in range(1, kind.pairs * per_pair + 1):
                more = (*hung, *[kind.weight] * count)
                known = best.get(total + kind.weight * count)
                if known is None or len(more) < len(known):
                    best[total + kind.weight * count] = more
    return dict(sorted(best.items()))
