"""The library through a sieve: which exercises are left when one looks for something."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.equipment import EquipmentProfile, available
from tracker.domain.exercise import CareArea, Exercise, Ingredient, Pattern, Position
from tracker.domain.words.naming import words_of


class Mesh(StrEnum):
    """What can be looked for."""

    INGREDIENT = "ingredient"
    POSITION = "position"
    PATTERN = "pattern"
    EQUIPMENT = "equipment"
    TIER = "tier"
    CARE = "care"


HERE = "here"
"""The value of EQUIPMENT that means: possible with the profile in use. Any other value is a tool."""

OWN = "own"
"""The value of TIER that means: written by the runner."""


class Sieve(NamedTuple):
    """What is looked for; None lets everything through.

    Attributes:
        text: every word begins a word of the id, name or an alias.
        care: the exercise does not load this area.
    """

    text: str = ""
    ingredient: str | None = None
    position: str | None = None
    pattern: str | None = None
    equipment: str | None = None
    tier: str | None = None
    care: str | None = None

    def value(self, mesh: Mesh) -> str | None:
        """What is looked for in one respect."""
        found: str | None = getattr(self, mesh)
        return found

    def with_value(self, mesh: Mesh, value: str | None) -> "Sieve":
        """The same but for one respect."""
        return self._replace(**{str(mesh): value})  # type: ignore[arg-type]

    @property
    def is_open(self) -> bool:
        return self == Sieve()

    def let_through(
        self, exercises: Iterable[Exercise], profile: EquipmentProfile, own: Iterable[str] = ()
    ) -> tuple[Exercise, ...]:
        """What is left, in the order given."""
        mine = frozenset(own)
        tests = [
            _TESTS[mesh](value, profile, mine) for mesh in Mesh if (value := self.value(mesh)) is not None
        ]
        wanted = words_of(self.text)
        return tuple(
            each for each in exercises if all(test(each) for test in tests) and _is_called(each, wanted)
        )


def options(mesh: Mesh, exercises: Sequence[Exercise], own: Iterable[str] = ()) -> tuple[str, ...]:
    """Every value that lets anything of *exercises* through."""
    match mesh:
        case Mesh.INGREDIENT:
            return tuple(str(each) for each in Ingredient)
        case Mesh.POSITION:
            return tuple(str(each) for each in Position)
        case Mesh.PATTERN:
            return tuple(str(each) for each in Pattern)
        case Mesh.TIER:
            return ("1", "2", "3", *((OWN,) if any(True for _ in own) else ()))
        case Mesh.CARE:
            return tuple(str(each) for each in CareArea if any(each in one.care for one in exercises))
        case Mesh.EQUIPMENT:
            tools = dict.fromkeys(tool for one in exercises for way in one.equipment for tool in way)
            return (HERE, *tools)


Test = Callable[[Exercise], bool]


def _is_called(exercise: Exercise, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    words = {word for name in (exercise.id, exercise.name, *exercise.aliases) for word in words_of(name)}
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _by_equipment(value: str, profile: EquipmentProfile, _: frozenset[str]) -> Test:
    if value == HERE:
        return lambda each: available(each, profile)
    return lambda each: any(value in way for way in each.equipment)


_TESTS: dict[Mesh, Callable[[str, EquipmentProfile, frozenset[str]], Test]] = {
    Mesh.INGREDIENT: lambda value, _, __: lambda each: value in each.ingredients,
    Mesh.POSITION: lambda value, _, __: lambda each: each.position == value,
    Mesh.PATTERN: lambda value, _, __: lambda each: value in each.patterns,
    Mesh.EQUIPMENT: _by_equipment,
    Mesh.TIER: lambda value, _, own: lambda each: each.id in own if value == OWN else str(each.tier) == value,
    Mesh.CARE: lambda value, _, __: lambda each: value not in each.care,
}
