"""How somebody feels before a session: one key, or four answers."""

from enum import StrEnum

from tracker.domain.value import Value


class Feel(StrEnum):
    """The one key that is enough."""

    FRESH = "fresh"
    NORMAL = "normal"
    DEAD = "dead"


class Readiness(Value):
    """What the runner said; whatever was left out costs nothing.

    Attributes:
        sleep_h: hours of the last night.
        energy: 1 (none) to 5.
        soreness: of the legs, 0 to 10; with it `feel` is not needed and not counted.
    """

    feel: Feel | None = None
    sleep_h: float | None = None
    energy: int | None = None
    soreness: int | None = None

    @property
    def answered(self) -> bool:
        return self != Readiness()
