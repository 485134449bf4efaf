"""Jumps (docs/rules.md 4.6): ground contacts of a session grow slowly, up to the cap of phase and level.

Coaches' norms are higher; runners already collect thousands of contacts, so these stay lower by choice.
"""

from collections.abc import Collection
from math import ceil
from typing import NamedTuple

from tracker.domain.exercise import CareArea
from tracker.domain.reason import Reason, because

STOP_PAIN, HALF_PAIN = 4, 3
ROUGH_SHARE = 0.8
LEAST_RISE, MOST_RISE, RISE_SHARE = 4, 10, 0.10
MOST_IN_A_SET, FEWEST_IN_A_SET = 20, 6
WEEKS_AT_A_TIER, TIER_PAIN = 3, 2
LANDING_AREAS = frozenset({CareArea.CALF, CareArea.ACHILLES, CareArea.FOOT, CareArea.KNEE})


class Contacts(NamedTuple):
    total: int
    reason: Reason

    @property
    def code(self) -> str:
        return self.reason.code


def next_contacts(
    last: int,
    cap: int,
    *,
    progressing: bool,
    pain: int = 0,
    quality: bool = True,
    deload: float | None = None,
) -> Contacts:
    """Contacts of the next session.

    Args:
        last: contacts done last time.
        cap: most for this phase and level.
        progressing: the phase lets jumps progress and nothing holds them today.
        quality: last time's landings were good.
        deload: share that is left in a lighter week, or None.
    """
    if pain >= STOP_PAIN:
        return Contacts(0, because("PLYO_STOP_PAIN", pain=pain))
    if pain >= HALF_PAIN:
        return Contacts(min(cap, last // 2), because("PLYO_HALVE", pain=pain))
    if not quality:
        return Contacts(min(cap, int(last * ROUGH_SHARE)), because("PLYO_QUALITY_DOWN"))
    wanted = last + min(MOST_RISE, max(LEAST_RISE, ceil(last * RISE_SHARE))) if progressing else last
    if deload is not None:
        return Contacts(int(min(cap, wanted) * deload), because("DELOAD", percent=round(deload * 100)))
    if wanted > cap:
        return Contacts(cap, because("PLYO_CAP", cap=cap))
    return Contacts(wanted, because("PLYO_UP", contacts=wanted) if progressing else because("PLYO_HOLD"))


def sets_for(total: int, wanted: int) -> int:
    """Sets of 6 to 20 contacts, as near to *wanted* as that allows."""
    most = max(1, total // FEWEST_IN_A_SET)
    return min(most, max(wanted, ceil(total / MOST_IN_A_SET)))


def may_raise_tier(weeks_at_tier: int, quality: bool, pains: Collection[tuple[CareArea, int]]) -> bool:
    """The next tier: after three weeks at this one with good landings and quiet calves, heels, feet and knees."""
    quiet = all(score <= TIER_PAIN for site, score in pains if site in LANDING_AREAS)
    return weeks_at_tier >= WEEKS_AT_A_TIER and quality and quiet
