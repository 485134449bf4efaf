"""Exercises: what they train, where they sit on a ladder, and what they need."""

from enum import StrEnum

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
    """What makes an exercise a runner's exercise (the source article's ingredients; push and pull counted apart)."""

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


class Start(Value):
    """Where a person new to lifting begins; exactly one field is set.

    Attributes:
        bw_percent: total external load as % of body weight for 8 easy reps.
        reps, seconds, contacts: a first target for what has no external load.
    """

    bw_percent: float | None = None
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None


class Exercise(Value):
    """One exercise of the library or of the person's own file.

    Attributes:
        patterns: the first is the main one and counts 1.0, the others 0.5.
        equipment: alternatives, each a set of tools needed together: ``(("step","db"),("step","kb"))``.
        hands: 2 when a dumbbell or kettlebell is held in each hand (people read and type per hand).
        bwf: share of body weight moved (bw_plus only), used to make small loads comparable.
        hold_max_s: longest useful hold (time only).
        regress, progress: one small step down and up, or None at the end of the ladder.
    """

    id: ExerciseId
    name: str
    aliases: tuple[str, ...] = ()
    role: Role
    patterns: tuple[Pattern, ...]
    position: Position
    equipment: tuple[tuple[str, ...], ...]
    per_side: bool = False
    load: LoadType
    start: Start
    bwf: float = 0.0
    hands: int = 1
    hold_max_s: int | None = None
    care: tuple[CareArea, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    tier: int = 1
    regress: ExerciseId | None = None
    progress: ExerciseId | None = None
    cue: str = ""

    @property
    def pattern(self) -> Pattern:
        """The main pattern."""
        return self.patterns[0]
