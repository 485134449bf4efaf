"""Exercises: what they train, where they sit on a ladder, and what they need."""

import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from tracker.domain.value import Value

ExerciseId = str


class Role(StrEnum):
    """The job an exercise does in a session; the slot of a program decides it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    ACCESSORY = "accessory"
    CORE = "core"
    PLYO = "plyo"
    BALANCE = "balance"


class Pattern(StrEnum):
    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    SL_BALANCE = "sl_balance"
    CALF = "calf"
    PLYO = "plyo"
    PUSH_H = "push_h"
    PUSH_V = "push_v"
    PULL_H = "pull_h"
    PULL_V = "pull_v"
    ROT_CORE = "rot_core"
    ANTI_ROT = "anti_rot"
    ANTI_EXT = "anti_ext"
    RECIPROCAL = "reciprocal"
    CARRY = "carry"
    HIP = "hip"
    MOBILITY = "mobility"


class Position(StrEnum):
    SUPINE = "supine"
    PRONE = "prone"
    QUADRUPED = "quadruped"
    KNEELING = "kneeling"
    STANDING = "standing"
    JUMPING = "jumping"
    SIDE = "side"


class Ingredient(StrEnum):
    """What makes an exercise a runner's (the source article's ingredients; push and pull counted apart)."""

    SLS = "SLS"
    SLB = "SLB"
    ROT = "ROT"
    REC = "REC"
    PSH = "PSH"
    PLL = "PLL"


class LoadType(StrEnum):
    EXT = "ext"
    BW = "bw"
    BW_PLUS = "bw_plus"
    ASSIST = "assist"
    TIME = "time"
    CONTACTS = "contacts"
    BAND = "band"

    @property
    def moves_the_body(self) -> bool:
        """The body is lifted too, and the load is what is added to it or taken off."""
        return self in (LoadType.BW_PLUS, LoadType.ASSIST)


class CareArea(StrEnum):
    ACHILLES = "achilles"
    ANKLE = "ankle"
    CALF = "calf"
    ELBOW = "elbow"
    FOOT = "foot"
    GROIN = "groin"
    HAMSTRING = "hamstring"
    HIP = "hip"
    KNEE = "knee"
    LOWBACK = "lowback"
    NECK = "neck"
    SHOULDER = "shoulder"
    WRIST = "wrist"

    @property
    def spoken(self) -> str:
        """``low back``, ``Achilles``, ``knee``."""
        return {CareArea.ACHILLES: "Achilles", CareArea.LOWBACK: "low back"}.get(self, self.value)


_START = re.compile(r"(?P<number>\d+(?:\.\d+)?) ?(?P<what>% BW|reps|s|contacts)")
_START_FIELDS = {"% BW": "bw_percent", "reps": "reps", "s": "seconds", "contacts": "contacts"}


class Start(Value):
    """Where a person new to lifting begins; exactly one field is set.

    Reads its own notation too: ``"15 % BW"``, ``"8 reps"``, ``"30 s"``, ``"20 contacts"``.

    Attributes:
        bw_percent: total external load as % of body weight for 8 easy reps.
        reps, seconds, contacts: a first target for what has no external load.
    """

    bw_percent: Annotated[float, Field(gt=0)] | None = None
    reps: Annotated[int, Field(ge=1)] | None = None
    seconds: Annotated[int, Field(ge=1)] | None = None
    contacts: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_notation(cls, given: Any) -> Any:
        if not isinstance(given, str):
            return given
        read = _START.fullmatch(given.strip())
        if read is None:
            raise ValueError(
                f'a start looks like "15 % BW", "8 reps", "30 s" or "20 contacts", not "{given}"'
            )
        return {_START_FIELDS[read["what"]]: read["number"]}

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(amount is not None for _, amount in self) != 1:
            raise ValueError("a start is one thing: % BW, reps, seconds or contacts")
        return self


class Exercise(Value):
    """One exercise of the library or of the person's own file.

    Attributes:
        patterns: the first is the main one and counts 1.0, the others 0.5.
        equipment: alternatives, each a set of tools needed together: ``(("step","db"),("step","kb"))``;
            read from ``"step+db / step+kb"`` too.
        hands: 2 when a dumbbell or kettlebell is held in each hand (people read and type per hand).
        bwf: share of body weight moved (bw_plus and assist), used to make small loads comparable.
        hold_max_s: longest useful hold (time only).
        regress, progress: one small step down and up, or None at the end of the ladder.
    """

    id: Annotated[ExerciseId, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    role: Role
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    position: Position
    equipment: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    per_side: bool = False
    load: LoadType
    start: Start
    bwf: Annotated[float, Field(ge=0, le=1)] = 0.0
    hands: Annotated[int, Field(ge=1, le=2)] = 1
    hold_max_s: Annotated[int, Field(ge=10)] | None = None
    care: tuple[CareArea, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    tier: Annotated[int, Field(ge=1, le=3)] = 1
    regress: ExerciseId | None = None
    progress: ExerciseId | None = None
    cue: str = ""

    @field_validator("equipment", mode="before")
    @classmethod
    def _equipment_from_notation(cls, given: Any) -> Any:
        if not isinstance(given, str):
            return given
        return tuple(tuple(tool.strip() for tool in together.split("+")) for together in given.split("/"))

    @property
    def pattern(self) -> Pattern:
        """The main pattern."""
        return self.patterns[0]
