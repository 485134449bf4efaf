"""Which cause is told beside a number: the one that fits how the number has moved."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from tracker.domain.progression.causes import lightened_by
from tracker.domain.progression.easing import NOTHING_UP
from tracker.domain.reason import Reason
from tracker.domain.session import Entry, PerformedSet, PlannedSet, SetKind

HOW_IT_WENT = frozenset(
    {"ON_TARGET", "EASIER", "MUCH_EASIER", "SLIGHTLY_HARD", "HARDER", "MUCH_HARDER", "HOLD"}
)
"""Codes that say how the last time felt; what follows from it says more."""

BESIDE = frozenset({"BACK_OFF", "BEGINNER_OVERLAY", "EASY_START", "NOVICE_GUARD", "WEAKER_SIDE", "WEEK_SWAP"})
"""Codes that hold for weeks or say which exercise or side it is; every other cause says more of today's number."""

IN_SESSION = frozenset({"NEXT_SET_LIGHTER", "NEXT_SET_HEAVIER", "TOP_SETS_DONE", "EXERCISE_DONE"})
"""Codes that say what the sets just done mean for those that follow."""

_NEAR = 1e-6
_WORK = frozenset({SetKind.TOP, SetKind.STRAIGHT})


class Shift(NamedTuple):
    """How a number has moved: the signs of the change of the load, and of the reps, seconds or contacts."""

    load: int
    amount: int

    @property
    def is_none(self) -> bool:
        return not self.load and not self.amount

    @property
    def is_up(self) -> bool:
        """Heavier, or more of the same load."""
        return (self.load or self.amount) > 0

    @property
    def is_down(self) -> bool:
        return (self.load or self.amount) < 0


class _Claim(Enum):
    """What the words of a code say of the number beside them."""

    HEAVIER = "heavier"
    LIGHTER = "lighter"
    MORE = "more"  # more of it, with the load as it was
    MORE_REPS = "more reps"  # whatever the load
    FEWER = "fewer"  # fewer, with the load as it was
    FEWER_HEAVIER = "fewer and heavier"
    UP = "up"
    DOWN = "down"
    NOT_UP = "not up"
    NOT_DOWN = "not down"
    SAME_LOAD = "the same load"
    SAME = "the same"

    def holds(self, shift: Shift) -> bool:
        load, amount = shift
        return {
            _Claim.HEAVIER: load > 0,
            _Claim.LIGHTER: load < 0,
            _Claim.MORE: load == 0 and amount > 0,
            _Claim.MORE_REPS: amount > 0,
            _Claim.FEWER: load == 0 and amount < 0,
            _Claim.FEWER_HEAVIER: load > 0 and amount < 0,
            _Claim.UP: shift.is_up,
            _Claim.DOWN: shift.is_down,
            _Claim.NOT_UP: not shift.is_up,
            _Claim.NOT_DOWN: not shift.is_down,
            _Claim.SAME_LOAD: load == 0,
            _Claim.SAME: shift.is_none,
        }[self]


_CODES = {
    _Claim.HEAVIER: "CATCH_UP LOAD_STEP_AFTER_REPS LOAD_UP_RESET_REPS STEP_UP_EASY LESS_ASSISTANCE RETURNING "
    "NEXT_SET_HEAVIER",
    _Claim.LIGHTER: "STALL_RESET LOAD_DOWN_2ND_MISS NEXT_SET_LIGHTER",
    _Claim.MORE: "REP_UP TIME_UP REP_BEFORE_LOAD",
    _Claim.MORE_REPS: "REPS_MATCH_EFFORT",
    _Claim.FEWER: "REPEAT_EASE REPS_DOWN_COARSE",
    _Claim.FEWER_HEAVIER: "WAVE_STEP",
    _Claim.UP: "PLYO_UP BACK_TO_FULL",
    _Claim.DOWN: "EASE PLYO_QUALITY_DOWN PLYO_HALVE",
    _Claim.NOT_UP: "HARDER MUCH_HARDER SLIGHTLY_HARD TAPER_FIXED TAPER_SHARP RACE_WEEK_PRIMER PLYO_WEEK_CAP",
    _Claim.NOT_DOWN: "EASIER MUCH_EASIER STEP_CAP PLYO_CAP",
    _Claim.SAME_LOAD: "NO_RPE GAP_HOLD HELD_LOAD HEAVIEST ADD_TEMPO SLOW_TEMPO INCREMENT_TOO_COARSE STALL_CONSISTENCY",
    _Claim.SAME: "HOLD REPEAT CONFIRM_ONCE_MORE PLYO_HOLD",
}
_CLAIMS = dict.fromkeys(NOTHING_UP - {"POST_RACE_RETURN"}, _Claim.NOT_UP) | {
    code: claim for claim, codes in _CODES.items() for code in codes.split()
}
"""Codes without a claim (a new phase, from the estimate, the stages after a race) fit every number."""

_PLAINER = {"WAVE_STEP": "WAVE_NEXT"}
"""What is said instead where a cause holds, and its words claim more than the number shows."""


def shift(before: PlannedSet | PerformedSet, after: PlannedSet | PerformedSet) -> Shift | None:
    """How a set has moved; None where two sets cannot be compared: other bands, or seconds beside reps."""
    if before.band != after.band or (before.load is None) != (after.load is None):
        return None
    pairs = [(_amount(before, name), _amount(after, name)) for name in ("reps", "seconds", "contacts")]
    both = [(was, now) for was, now in pairs if was is not None and now is not None]
    if len(both) != 1:
        return None
    was, now = both[0]
    kilograms = [0.0 if each.load is None else each.load.kilograms for each in (before, after)]
    return Shift(sign(kilograms[1] - kilograms[0]), sign(now - was))


def fits(reason: Reason, moved: Shift | None) -> bool:
    """Whether the words of *reason* are true beside a number that has moved like that."""
    claim = _CLAIMS.get(reason.code)
    if claim is None:
        return True
    return moved is not None and claim.holds(moved)


def telling(reasons: Iterable[Reason], moved: Shift | None) -> Reason | None:
    """The cause that made the difference: what takes load off first, then what else fits, at last how it felt."""
    said = [reason for reason in reasons if reason.code not in IN_SESSION]
    causes = [reason for reason in said if reason.code not in HOW_IT_WENT | BESIDE]
    felt = [reason for reason in said if reason.code in HOW_IT_WENT]
    for reason in (*lightened_by(said), *causes, *felt, *said):
        if fits(reason, moved):
            return reason
        if moved is not None and reason.code in _PLAINER:
            return reason.changed(code=_PLAINER[reason.code])
    return None


def comparable(entry: Entry, row: int, before: Entry) -> PerformedSet | None:
    """The set of last time that stands beside a row of today: of the same kind, at the same place among them.

    A search for a start weight has nothing beside it; after one, its last set stands for it.
    """
    kinds = [_kind(entry, at) for at in range(len(entry.sets))]
    if not 0 <= row < len(kinds) or kinds[row] is SetKind.RAMP:
        return None
    done = [(_kind(before, at), each.done) for at, each in enumerate(before.sets) if each.done is not None]
    ramp = [each for kind, each in done if kind is SetKind.RAMP]
    if ramp and len(ramp) == len(done):
        return ramp[-1]
    alike = [each for kind, each in done if _same_kind(kind, kinds[row])]
    at = sum(_same_kind(kind, kinds[row]) for kind in kinds[:row])
    return alike[min(at, len(alike) - 1)] if alike else None


def _kind(entry: Entry, row: int) -> SetKind:
    """A set that the runner added is a straight one."""
    planned = entry.sets[row].planned
    return SetKind.STRAIGHT if planned is None else planned.kind


def _same_kind(one: SetKind, other: SetKind) -> bool:
    return one is other or {one, other} <= _WORK


def _amount(asked: PlannedSet | PerformedSet, name: str) -> int | None:
    """The weaker side counts."""
    found: int | None = getattr(asked, f"weaker_{name}", None) if name != "contacts" else asked.contacts
    return getattr(asked, name) if found is None else found


def sign(change: float) -> int:
    """-1, 0 or 1, blind to float noise."""
    return 0 if abs(change) < _NEAR else 1 if change > 0 else -1
