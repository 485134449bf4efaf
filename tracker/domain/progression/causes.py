"""What makes a number lower than it would be, and the one cause that is named for it."""

from collections.abc import Iterable

from tracker.domain.prescription import Rules
from tracker.domain.reason import Reason, because
from tracker.domain.strength.exposure import Exposure

# The largest first: what is named when several hold.
_LIGHTER = (
    "PAIN_WORSE",
    "PAIN_REGRESS",
    "STANDS_IN_EASY",
    "PAIN_LEGS_EASY",
    "PAIN_ARMS_EASY",
    "LAYOFF",
    "READINESS_RED",
    "STALL_RESET",
    "STALL_DELOAD",
    "DELOAD",
)
_SORE = frozenset({"PAIN_WORSE", "PAIN_REGRESS", "STANDS_IN_EASY", "PAIN_LEGS_EASY", "PAIN_ARMS_EASY"})


def from_ramp(ramp: Exposure, load: str, reps: int, rpe: float) -> Reason:
    """The first number after the search for a start weight is built on the set the search ended with."""
    felt = {} if ramp.top.rpe is None else {"felt": ramp.top.rpe}
    return because("FROM_RAMP", load=load, done=ramp.top.reps, **felt, reps=reps, rpe=rpe)


def lightened_by(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Everything that takes load off today, the weightiest first."""
    found = {reason.code: reason for reason in reasons}
    return tuple(
        found[code] for code in _LIGHTER if code in found and found[code].inputs.get("percent") != 100
    )


def all_together(rules: Rules, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """One reason more where several things take load off at once, so that they never add up unsaid."""
    found = lightened_by(reasons)
    if len(found) < 2:
        return ()
    left = 1.0
    for reason in found:
        left *= _share(rules, reason)
    return (because("LIGHTER_TOGETHER", percent=round((1.0 - left) * 100), causes=len(found)),)


def _share(rules: Rules, reason: Reason) -> float:
    """What is left of the load; a stall's step back carries what comes off."""
    if reason.code in _SORE:
        return rules.pain.load
    if reason.code == "READINESS_RED":
        return rules.deload.load
    percent = reason.inputs.get("percent")
    if not isinstance(percent, int | float):
        return 1.0
    return 1.0 - percent / 100.0 if reason.code == "STALL_RESET" else percent / 100.0
