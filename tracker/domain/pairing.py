"""What may be done in turns with a lift that wants fresh muscles.

The map is coarse on purpose and a choice of ours: no study says which pairs are harmless, but nobody squats well on
tired calves, or deadlifts well with a tired grip or trunk.
"""

from enum import StrEnum

from tracker.domain.exercise import Exercise, Pattern, Role
from tracker.domain.program import Slot

WANTS_FRESH = frozenset({Role.PRIMARY, Role.PLYO})
"""Heavy lifts and jumps: what is done between their sets must leave them alone."""


class Muscles(StrEnum):
    """As coarse as a warning needs."""

    LEGS = "legs"
    TRUNK = "trunk"
    PUSHING = "pushing"
    PULLING = "pulling"


_LEGS, _TRUNK = frozenset({Muscles.LEGS}), frozenset({Muscles.TRUNK})
_PUSHING, _PULLING = frozenset({Muscles.PUSHING}), frozenset({Muscles.PULLING})

WORKS = {
    Pattern.SQUAT: _LEGS | _TRUNK,
    Pattern.HINGE: _LEGS | _TRUNK | _PULLING,
    Pattern.LUNGE: _LEGS,
    Pattern.SL_BALANCE: _LEGS,
    Pattern.CALF: _LEGS,
    Pattern.PLYO: _LEGS,
    Pattern.HIP: _LEGS,
    Pattern.PUSH_H: _PUSHING,
    Pattern.PUSH_V: _PUSHING,
    Pattern.PULL_H: _PULLING,
    Pattern.PULL_V: _PULLING,
    Pattern.ROT_CORE: _TRUNK,
    Pattern.ANTI_ROT: _TRUNK,
    Pattern.ANTI_EXT: _TRUNK,
    Pattern.RECIPROCAL: _TRUNK,
    Pattern.CARRY: _TRUNK | _PULLING,
    Pattern.MOBILITY: frozenset[Muscles](),
}
"""What an exercise works, by its main pattern."""


def disturbs(fresh: Slot, lift: Exercise, other: Slot, between: Exercise) -> bool:
    """Whether *between* in the slot *other* tires what *lift* in the slot *fresh* needs.

    Balance and mobility are easy by their role, so they may be done between any sets.
    """
    if fresh.role not in WANTS_FRESH or other.role is Role.BALANCE:
        return False
    return bool(WORKS[lift.pattern] & WORKS[between.pattern])
