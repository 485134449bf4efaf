"""What gives the load, in words, where the name of an exercise says another thing or nothing."""

from tracker.domain.equipment import Tool
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry

_IN_HAND = {
    Tool.BACKPACK: ("with a backpack", "with a backpack"),
    Tool.BAND: ("with a band", "with a band"),
    Tool.BB: ("with a barbell", "with a barbell"),
    Tool.CABLE: ("on the cable", "on the cable"),
    Tool.DB: ("with a dumbbell", "with two dumbbells"),
    Tool.KB: ("with a kettlebell", "with two kettlebells"),
    Tool.MACHINE: ("on the machine", "on the machine"),
    Tool.MB: ("with a medicine ball", "with a medicine ball"),
    Tool.PLATE: ("with a plate", "with a plate"),
    Tool.TRAP: ("with a trap bar", "with a trap bar"),
}


def in_hand(exercise: Exercise, entry: Entry) -> str:
    """``with a backpack`` for a kettlebell deadlift on the road; empty for what the library names first, or no load."""
    loads = (each.planned.load for each in entry.sets if each.planned is not None)
    if all(load is None or load.kg == 0 for load in loads) and entry.tool != Tool.BAND:
        return ""
    if entry.tool in exercise.equipment[0] or entry.tool not in _IN_HAND:
        return ""
    one, two = _IN_HAND[Tool(entry.tool)]
    return two if entry.hands == 2 else one
