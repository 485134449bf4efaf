"""The top set: the heaviest working set, and of equal loads the one with the most reps."""

from collections.abc import Iterable

from tracker.domain.strength.done_sets import DoneSet


def heaviness(each: DoneSet) -> tuple[float, int]:
    """What sets are compared by: external load (help counts below zero), then reps, seconds or contacts."""
    load = each.done.load
    return (load.kilograms if load is not None else 0.0, each.amount)


def top_set(sets: Iterable[DoneSet]) -> DoneSet | None:
    """The top set of *sets*; of equal ones the first, None of none."""
    return max(sets, key=heaviness, default=None)
