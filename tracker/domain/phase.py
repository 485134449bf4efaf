"""The phases of a runner's year."""

from enum import StrEnum


class Phase(StrEnum):
    """A phase as the tables of rules know it; build comes in the runner's two styles."""

    OFF_SEASON = "off_season"
    BASE = "base"
    BUILD_MAINTENANCE = "build_maintenance"
    BUILD_PERIODIZED = "build_periodized"
    PEAK = "peak"
    TAPER = "taper"
    RACE_WEEK = "race_week"
    RECOVERY = "recovery"

    @property
    def is_build(self) -> bool:
        return self in (Phase.BUILD_MAINTENANCE, Phase.BUILD_PERIODIZED)

    @property
    def public(self) -> str:
        """The name used in JSON, where both build styles are ``build``."""
        return "build" if self.is_build else self.value

    @property
    def spoken(self) -> str:
        """``off-season``, ``race week``, ``build``."""
        return "off-season" if self is Phase.OFF_SEASON else self.public.replace("_", " ")


UNLOADED = frozenset({Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY})
"""The phases in which loads are fixed, and say nothing about strength."""
