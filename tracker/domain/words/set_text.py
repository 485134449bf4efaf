"""A set as typed: what the words said, before anything is known of the exercise."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from tracker.domain.units import Load, Unit
from tracker.domain.value import Value
from tracker.domain.words.figures import number


class Measure(StrEnum):
    REPS = "reps"
    SECONDS = "seconds"
    CONTACTS = "contacts"


MOST = {Unit.KG: 1000, Unit.LB: 2200}
MOST_AMOUNT = {Measure.REPS: 200, Measure.SECONDS: 3600, Measure.CONTACTS: 500}
MOST_SETS = 20
"""What one set, and one line of sets, can be at most; more is a slip of the finger."""

_Reps = Annotated[int, Field(ge=0, le=MOST_AMOUNT[Measure.REPS])]
_Seconds = Annotated[int, Field(ge=0, le=MOST_AMOUNT[Measure.SECONDS])]
_Contacts = Annotated[int, Field(ge=0, le=MOST_AMOUNT[Measure.CONTACTS])]


class SetText(Value):
    """One set as typed. Exactly one of reps, seconds, contacts is set.

    Attributes:
        load: the number as typed: of one implement or of all, as the exercise is read; negative is assistance.
        unit: the unit if one was typed.
        pair: two implements were named (``2x22.5``), so *load* is one of them whatever the exercise.
        bodyweight: the load is on top of the body, or taken off it; without a load, the body alone.
        band: a band level instead of a load.
        right_reps, right_seconds: the right side, where both were typed.
        rpe: 1 to 10 in half steps.
    """

    load: Decimal | None = Field(default=None, ge=-MOST[Unit.LB], le=MOST[Unit.LB], decimal_places=3)
    unit: Unit | None = None
    pair: bool = False
    bodyweight: bool = False
    band: str | None = None
    reps: _Reps | None = None
    right_reps: _Reps | None = None
    seconds: _Seconds | None = None
    right_seconds: _Seconds | None = None
    contacts: _Contacts | None = None
    rpe: float | None = Field(default=None, ge=1, le=10, multiple_of=0.5)

    @model_validator(mode="after")
    def _must_fit_together(self) -> Self:
        if sum(amount is not None for amount in (self.reps, self.seconds, self.contacts)) != 1:
            raise ValueError("a set has reps, seconds or contacts, and only one of them")
        if (self.right_reps is not None and self.reps is None) or (
            self.right_seconds is not None and self.seconds is None
        ):
            raise ValueError("the right side is counted like the left")
        if self.load is None and (self.unit or self.pair):
            raise ValueError("a unit or a pair needs a weight")
        if self.band is not None and (self.load is not None or self.bodyweight):
            raise ValueError("a band stands instead of a weight")
        if self.load is not None and self.load < 0 and not self.bodyweight:
            raise ValueError("assistance takes weight off the body")
        bare = self.load is not None and not (self.unit or self.pair or self.bodyweight)
        if bare and self.reps is None:
            raise ValueError("a weight held for time or jumped with needs its unit")
        return self

    def total(self, unit: Unit, implements: int = 1) -> Load | None:
        """The total external load: what was typed for one, times the implements. None where no load was typed.

        Args:
            unit: the runner's unit, for a number without one.
            implements: how many dumbbells or kettlebells the exercise holds (`Way.implements`).
        """
        if self.load is None:
            return Load.of(0, unit) if self.bodyweight else None
        return Load.of(self.load * (2 if self.pair else implements), self.unit or unit)


def written(spoken: SetText) -> str:
    """The short text that parses to the same set: ``22.5x6@8``."""
    return f"{_written_load(spoken)}{_written_amount(spoken)}{_written_rpe(spoken)}"


def _written_load(spoken: SetText) -> str:
    if spoken.band is not None:
        return f"{spoken.band} x"
    if spoken.load is None:
        return "bwx" if spoken.bodyweight else "x" if spoken.reps is not None else ""
    sign = "-" if spoken.load < 0 else "bw+" if spoken.bodyweight else ""
    figure = number(abs(spoken.load), places=3)
    if spoken.pair:
        figure = f"2x{figure}" if spoken.unit or "." in figure else f"2x{figure}.0"
    return f"{sign}{figure}{spoken.unit or ''}x"


def _written_amount(spoken: SetText) -> str:
    if spoken.contacts is not None:
        return f"{spoken.contacts}c"
    if spoken.seconds is not None:
        right = "" if spoken.right_seconds is None else f"/{spoken.right_seconds}"
        return f"{spoken.seconds}{right}s"
    return f"{spoken.reps}{'' if spoken.right_reps is None else f'/{spoken.right_reps}'}"


def _written_rpe(spoken: SetText) -> str:
    return "" if spoken.rpe is None else f"@{number(spoken.rpe)}"
