"""What to take from the rack for a load, and how to say it."""

from decimal import Decimal
from itertools import groupby

from tracker.domain.equipment import EquipmentProfile, Tool, Way, loadings
from tracker.domain.exercise import LoadType
from tracker.domain.units import Load
from tracker.domain.words.figures import TIMES, number

_COUNTS = {1: "one", 2: "two"}
_HELD = {Tool.DB: "dumbbell", Tool.KB: "kettlebell", Tool.MB: "medicine ball"}


def plates_for(load: Load, profile: EquipmentProfile, tool: Tool = Tool.BB) -> tuple[Decimal, ...] | None:
    """The plates for each side of a bar (for `Tool.PLATE`: all of them), heaviest first, as few as possible.

    None when the owned plates cannot make the load, or there is no such bar. An empty bar needs none: ``()``.
    """
    amount = load.amount_in(profile.unit)
    if tool is Tool.PLATE:
        return loadings(profile.plates, per_pair=2).get(amount)
    bar = profile.bar_weight(tool)
    return None if bar is None else loadings(profile.plates).get((amount - bar) / 2)


def set_up(load: Load, profile: EquipmentProfile, way: Way) -> str:
    """What to pick up or set, in the profile's unit.

    ``20 + 2.5 each side``, ``two 22 dumbbells``, ``one 16 kettlebell``, ``pin at 45``,
    ``12 in the backpack``. Empty when the load cannot be made, and for bands, whose level says it all.
    """
    amount = load.amount_in(profile.unit)
    if way.tool is Tool.BAND:
        return ""
    if way.load is LoadType.ASSIST:
        return f"{number(-amount)} of help" if amount else "no help"
    if way.tool is Tool.NONE or amount == 0:
        return "bodyweight only"
    if way.tool in (Tool.BB, Tool.TRAP, Tool.PLATE):
        return _plates_in_words(plates_for(load, profile, way.tool), way.tool)
    if way.tool in _HELD:
        each = number(amount / way.implements)
        return f"{_COUNTS[way.implements]} {each} {_HELD[way.tool]}{'s' if way.implements > 1 else ''}"
    return f"{number(amount)} in the backpack" if way.tool is Tool.BACKPACK else f"pin at {number(amount)}"


def _plates_in_words(hung: tuple[Decimal, ...] | None, tool: Tool) -> str:
    if hung is None:
        return ""
    if not hung:
        return "the empty bar"
    stacks = [(weight, len(list(same))) for weight, same in groupby(hung)]
    plates = " + ".join(f"{n} {TIMES} {number(w)}" if n > 1 else number(w) for w, n in stacks)
    return f"{plates} in plates" if tool is Tool.PLATE else f"{plates} each side"
