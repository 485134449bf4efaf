"""An equipment profile as lines of text, one for each kind of thing, as Settings shows and reads them."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.equipment import WEIGHTS, EquipmentProfile, Tool
from tracker.domain.errors import Misunderstood
from tracker.domain.units import Unit
from tracker.domain.words.figures import number
from tracker.domain.words.rack_text import parse_plates, parse_rack, written_plates, written_rack

_MOST_BANDS = 12
_RACKS = ("dumbbells", "kettlebells", "medicine_balls", "machine", "cable", "assist", "backpack")


class Kind(NamedTuple):
    """One line of a profile.

    Attributes:
        field: of `EquipmentProfile`.
        name: as people say it.
        help: how it is typed, in a few words.
    """

    field: str
    name: str
    help: str


KINDS = (
    Kind("name", "Name", "Gym, Garage, Hotel"),
    Kind("bar", "Barbell", "what the empty bar weighs; none where there is none"),
    Kind("trap_bar", "Trap bar", "what the empty bar weighs; none where there is none"),
    Kind("plates", "Plates", "pairs, 1.25 2.5 5 10 20x6: one pair of each, six of 20"),
    Kind("dumbbells", "Dumbbells", "2-40 by 2, or a list: 8 12 16; the weight of one"),
    Kind("kettlebells", "Kettlebells", "8-32 by 4, or a list: 12 16 24"),
    Kind("machine", "Machines", "5-200 by 5: the steps of the stack"),
    Kind("cable", "Cable", "2.5-100 by 2.5: the steps of the stack"),
    Kind("assist", "Assisted pull-up", "5-60 by 5: how much it can help"),
    Kind("medicine_balls", "Medicine balls", "2-10 by 1, or a list: 3 5 8"),
    Kind("backpack", "Backpack", "1-20 by 1: what can go into it"),
    Kind("bands", "Bands", "names, weakest first: light, medium, heavy"),
    Kind("tools", "Also here", "wall, chair, step, bench, box, bar, slider ..."),
)
"""Every line, in the order of a walk through a gym."""

PLAIN_TOOLS = tuple(tool for tool in Tool if tool not in WEIGHTS | {Tool.NONE, Tool.BAND})
"""Tools without a weight of their own."""


def written_profile(profile: EquipmentProfile) -> dict[str, str]:
    """Every field as the text that would set it; what is not there is ``none``."""
    racks = {field: written_rack(getattr(profile, field)) for field in _RACKS}
    lines = {
        "name": profile.name,
        "bar": "" if profile.bar is None else number(profile.bar, 3),
        "trap_bar": "" if profile.trap_bar is None else number(profile.trap_bar, 3),
        "plates": written_plates(profile.plates),
        **racks,
        "bands": ", ".join(profile.bands),
        "tools": ", ".join(tool for tool in PLAIN_TOOLS if tool in profile.tools),
    }
    return {kind.field: lines[kind.field] or "none" for kind in KINDS}


def with_line(profile: EquipmentProfile, field: str, typed: str) -> EquipmentProfile:
    """The profile with one line as typed.

    Raises:
        Misunderstood: with one sentence about what does not fit.
    """
    read = _READERS.get(field)
    if read is None:
        raise Misunderstood(f'An equipment profile has no "{field}"; it has {", ".join(_READERS)}.')
    return profile.changed(**{field: read(typed.strip(), profile.unit)})


def in_unit(profile: EquipmentProfile, unit: Unit) -> EquipmentProfile:
    """The same figures read in another unit: a rack of 10 20 30 stays 10 20 30."""
    return profile.changed(unit=unit)


def _name(typed: str, _: Unit) -> str:
    if not typed:
        raise Misunderstood("A place needs a name, such as Gym, Garage or Hotel.")
    return typed


def _bar(typed: str, unit: Unit) -> Decimal | None:
    weights = parse_rack(typed.lower().removesuffix(unit))
    if not isinstance(weights, tuple) or len(weights) > 1:
        raise Misunderstood(f'"{typed}" is more than one bar; give the weight of the empty bar, such as 20.')
    return weights[0] if weights else None


def _bands(typed: str, _: Unit) -> tuple[str, ...]:
    names = tuple(name.strip() for name in typed.replace(";", ",").split(",") if name.strip())
    if len(names) == 1 and "," not in typed and names[0].lower() != "none":
        names = tuple(typed.split())
    if [name.lower() for name in names] == ["none"]:
        return ()
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled is not None:
        raise Misunderstood(f'The band "{doubled}" is there twice; give each its own name.')
    if len(names) > _MOST_BANDS:
        raise Misunderstood(f"These are {len(names)} bands; up to {_MOST_BANDS} levels fit.")
    return names


def _tools(typed: str, _: Unit) -> frozenset[Tool]:
    found = set()
    for word in typed.lower().replace(",", " ").replace(";", " ").split():
        if word == "none":
            continue
        tool = next((each for each in PLAIN_TOOLS if word in (each, f"{each}s", f"{each}es")), None)
        if tool is None:
            raise Misunderstood(_no_such_tool(word))
        found.add(tool)
    return frozenset(found)


def _no_such_tool(word: str) -> str:
    if word in set(Tool):
        return f'"{word}" has weights of its own; say them on its line.'
    return f'There is no tool "{word}"; choose from {", ".join(PLAIN_TOOLS)}.'


_READERS: dict[str, Callable[[str, Unit], object]] = {
    "name": _name,
    "bar": _bar,
    "trap_bar": _bar,
    "plates": lambda typed, _: parse_plates(typed),
    **{field: lambda typed, _: parse_rack(typed) for field in _RACKS},
    "bands": _bands,
    "tools": _tools,
}
