"""The runner, as far as the rules need to know: level, equipment, habits, choices."""

from enum import StrEnum


class Level(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Style(StrEnum):
    """How strength is trained during race build-up."""

    MAINTENANCE = "maintenance"
    PERIODIZED = "periodized"


class Taper(StrEnum):
    """Taper protocol: `fade` as in the source article (60, 55, 50 % of e1RM), `sharp` keeps intensity."""

    FADE = "fade"
    SHARP = "sharp"
