"""Why a number is what it is: a code and the inputs it was computed from. The words live in data/reasons.toml."""

from collections.abc import Iterable

from tracker.domain.value import Value


class Reason(Value):
    """One cause of one number.

    Attributes:
        code: a key of data/reasons.toml, for example ``ON_TARGET``.
        inputs: the figures the words need, already in the units the words name.
    """

    code: str
    inputs: dict[str, str | int | float] = {}


def because(code: str, **inputs: str | int | float) -> Reason:
    """A reason in one line: ``because("LAYOFF", days=16, percent=97.5)``."""
    return Reason(code=code, inputs=inputs)


def each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each code once, where it comes first."""
    found: dict[str, Reason] = {}
    for reason in reasons:
        found.setdefault(reason.code, reason)
    return tuple(found.values())
