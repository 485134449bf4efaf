"""Kilograms and pounds, loads as people enter them, and the loads a set of equipment can make."""

from bisect import bisect_left, bisect_right
from decimal import Decimal
from enum import StrEnum
from typing import Self

from tracker.domain.value import Value

KG_PER_LB = Decimal("0.45359237")
_NEAR = 1e-6


class Unit(StrEnum):
    KG = "kg"
    LB = "lb"


class Load(Value):
    """A weight as it was entered, beside its kilograms: 135 lb stays 135 lb.

    Attributes:
        kg: kilograms, total external load.
        number: the total as entered, in *unit*.
        unit: the unit of *number*.
    """

    kg: Decimal
    number: Decimal
    unit: Unit

    @classmethod
    def of(cls, number: Decimal | float | int | str, unit: Unit = Unit.KG) -> Self:
        """A load from a number in *unit*. Floats are read through their shortest text, so 22.5 is exactly 22.5."""
        entered = number if isinstance(number, Decimal) else Decimal(str(number))
        kg = entered if unit is Unit.KG else (entered * KG_PER_LB).quantize(Decimal("0.00001"))
        return cls(kg=kg, number=entered, unit=unit)

    @property
    def kilograms(self) -> float:
        return float(self.kg)

    def amount_in(self, unit: Unit) -> Decimal:
        """The number to show in *unit*: as entered when the units agree, else converted and rounded to 0.1."""
        if unit is self.unit:
            return self.number
        exact = self.kg if unit is Unit.KG else self.kg / KG_PER_LB
        return exact.quantize(Decimal("0.1"))

    def times(self, factor: int) -> Self:
        """The same load *factor* times (one dumbbell to a pair)."""
        return type(self).of(self.number * factor, self.unit)


class Grid(Value):
    """Every total load one exercise can have with the equipment at hand, ascending, in one unit.

    Arithmetic is done in kilograms; loads come back as they are written on the equipment.
    Assisted exercises have negative loads (less assistance is a larger number). Bands are ordinal: see `bands`.
    """

    loads: tuple[Load, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.loads)

    @property
    def kilograms(self) -> tuple[float, ...]:
        return tuple(load.kilograms for load in self.loads)

    def floor(self, kg: float) -> Load | None:
        """The largest attainable load that is not above *kg*; None if even the lightest is."""
        at = bisect_right(self.kilograms, kg + _NEAR)
        return self.loads[at - 1] if at else None

    def above(self, kg: float) -> Load | None:
        """The next attainable load above *kg*, or None at the top."""
        at = bisect_right(self.kilograms, kg + _NEAR)
        return self.loads[at] if at < len(self.loads) else None

    def below(self, kg: float) -> Load | None:
        """The next attainable load below *kg*, or None at the bottom."""
        at = bisect_left(self.kilograms, kg - _NEAR)
        return self.loads[at - 1] if at else None
