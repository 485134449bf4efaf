"""Niggles, 0 to 10 (docs/rules.md 4.9), and what stepping back means.

The bands (0-3 safe, 4-5 acceptable, above 5 stop, with a check the next morning) come from tendon loading trials
(Silbernagel 2007). They apply to known niggles, never to red flags.
"""

from collections.abc import Iterable
from enum import StrEnum

from tracker.domain.exercise import CareArea
from tracker.domain.reason import Reason, because
from tracker.domain.session import Signal

HOLD, EASE, STOP_ABOVE = 3, 4, 5
HOLD_EXPOSURES = 2
CLUNKY_TIMES = 3


class PainBand(StrEnum):
    """What a niggle means for the exercise it belongs to."""

    OK = "ok"
    HOLD = "hold"
    EASE = "ease"
    STOP = "stop"


def pain_band(score: int) -> PainBand:
    """The band of a score: up to 2 go on, 3 hold, 4 and 5 lighter, above 5 stop."""
    if score > STOP_ABOVE:
        return PainBand.STOP
    if score >= EASE:
        return PainBand.EASE
    return PainBand.HOLD if score >= HOLD else PainBand.OK


def pain_reason(score: int, site: CareArea) -> Reason:
    """The reason to show with a reported niggle."""
    code = {PainBand.OK: "OK", PainBand.HOLD: "HOLD", PainBand.EASE: "REGRESS", PainBand.STOP: "STOP"}
    return because(f"PAIN_{code[pain_band(score)]}", site=site.value, pain=score)


def asks_next_morning(score: int) -> bool:
    """After a niggle of 4 or more the question comes again the next morning."""
    return score >= EASE


def allows_jumps(pains: Iterable[int]) -> bool:
    """No jumps with a niggle of 4 or more anywhere: a landing loads more than the spot that lands (9.3)."""
    return max(pains, default=0) < EASE


def worse_next_morning(before: int, morning: int) -> bool:
    """Worse than before the session: next time one more step down, and lighter again."""
    return morning > before


def rungs_down(signal: Signal) -> int:
    """How many steps down the ladder a signal suggests; the runner may pick any."""
    return 2 if signal in (Signal.UNSAFE, Signal.SKILL) else 1


def may_climb_again(exposures_since: int) -> bool:
    """Whether the way back up is offered: after two exposures on the rung somebody stepped down to."""
    return exposures_since >= HOLD_EXPOSURES
