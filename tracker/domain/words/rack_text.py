"""Equipment as people type it in Settings: ``2-40 by 2``, ``8 12 16 20``, ``1.25 2.5 5 10 20x6``."""

import re
from decimal import Decimal

from tracker.domain.equipment import MOST_PAIRS, MOST_STEPS, PlatePairs, Rack, Steps
from tracker.domain.words.figures import number
from tracker.domain.words.typed import Reader

MOST_WEIGHT = Decimal(2200)
_POSSIBLE = f"a weight is more than 0 and up to {MOST_WEIGHT}"
_FIGURE = r"[0-9]+(?:\.[0-9]{1,3}|,(?:0|5|25|50|75|125|375|625|875))?(?![0-9.,]*[0-9])"
"""A comma is decimal only where plates and dumbbells have such fractions, so that 8,12 is not read as 8.12."""

_STEPS = re.compile(
    rf"(?P<start>{_FIGURE})\s*(?:-|to)\s*(?P<top>{_FIGURE})\s*(?:by|steps? of)\s*(?P<step>{_FIGURE})"
)
_WEIGHT = re.compile(_FIGURE)
_TIMES = re.compile(r"x\s*(?P<pairs>[0-9]{1,3})(?![0-9.,]*[0-9])")
_BETWEEN = re.compile(r"[,;]")
_NOTHING = re.compile(r"none|nothing|-")


def parse_rack(typed: str) -> Rack:
    """The weights of one kind: even steps (``2-40 by 2``) or a list (``8 12 16``); nothing typed is none.

    Raises:
        Unreadable: with a sentence and the place of what was not understood.
    """
    reader = Reader(typed)
    steps = reader.take(_STEPS)
    if steps is None:
        return tuple(sorted({weight for weight, _ in _weights(reader)}))
    start, top, step = (_decimal(steps[part]) for part in ("start", "top", "step"))
    if not reader.done:
        raise reader.stopped("after the steps comes nothing more")
    if top > MOST_WEIGHT:
        raise reader.stopped(_POSSIBLE, 0, len(typed))
    if not 0 < start <= top:
        raise reader.stopped("steps go from a light weight up to a heavy one", 0, len(typed))
    if step == 0 or (top - start) / step > MOST_STEPS:
        raise reader.stopped(f"these steps are too small; up to {MOST_STEPS} weights fit", 0, len(typed))
    return Steps(start=start, step=step, top=top)


def parse_plates(typed: str) -> tuple[PlatePairs, ...]:
    """Pairs of plates, lightest first: ``1.25 2.5 5 10 20x6`` has six pairs of 20 and one of each other.

    Raises:
        Unreadable: with a sentence and the place of what was not understood.
    """
    pairs: dict[Decimal, int] = {}
    for weight, count in _weights(Reader(typed), may_repeat=True):
        pairs[weight] = pairs.get(weight, 0) + count
        if not 1 <= pairs[weight] <= MOST_PAIRS:
            why = f"1 to {MOST_PAIRS} pairs of a plate; the weight comes first, as in 20x6"
            raise Reader(typed).stopped(why, 0, len(typed))
    return tuple(PlatePairs(weight=weight, pairs=pairs[weight]) for weight in sorted(pairs))


def written_rack(rack: Rack) -> str:
    """The text that reads back as the same rack."""
    if isinstance(rack, Steps):
        return f"{number(rack.start, 3)}-{number(rack.top, 3)} by {number(rack.step, 3)}"
    return " ".join(number(weight, 3) for weight in rack)


def written_plates(plates: tuple[PlatePairs, ...]) -> str:
    """The text that reads back as the same plates."""
    return " ".join(number(kind.weight, 3) + (f"x{kind.pairs}" if kind.pairs > 1 else "") for kind in plates)


def _weights(reader: Reader, may_repeat: bool = False) -> list[tuple[Decimal, int]]:
    """Weights between spaces, each perhaps with how many pairs there are."""
    found: list[tuple[Decimal, int]] = []
    if reader.take(_NOTHING):
        if reader.done:
            return found
        raise reader.stopped(_POSSIBLE, 0, len(reader.typed))
    while not reader.done:
        start = reader.at
        weight = reader.take(_WEIGHT)
        if weight is None:
            example = "1.25 2.5 5 20x6" if may_repeat else "8 12 16, or 2-40 by 2"
            raise reader.stopped(f"weights stand between spaces, as in {example}")
        value = _decimal(weight[0])
        if not 0 < value <= MOST_WEIGHT:
            raise reader.stopped(_POSSIBLE, start, reader.at)
        times = reader.take(_TIMES) if may_repeat else None
        found.append((value, int(times["pairs"]) if times else 1))
        reader.take(_BETWEEN)
    return found


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "."))
