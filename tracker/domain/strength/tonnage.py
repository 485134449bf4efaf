"""Tonnage: weight times reps. It must fall in peak and taper, so it is always read beside its phase."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.review_rules import Group, HardSetRules
from tracker.domain.strength.done_sets import DoneSet


class Tonnage(NamedTuple):
    """Kilograms lifted, in all and by the group of each exercise's main pattern."""

    kg: float
    by_group: Mapping[Group, float]


class WeekTonnage(NamedTuple):
    """One point of the four-week line; *kg* is None when nothing was lifted that has a weight."""

    monday: date
    phase: Phase | None
    light: bool
    kg: float | None


def set_tonnage(each: DoneSet) -> float | None:
    """Kilograms of one set, both sides; None for bodyweight, holds, contacts and bands.

    What moves the body counts it (its share of body weight) when body weight is known.
    """
    kg = each.system_kg
    if kg is None or each.done.reps is None:
        return None
    return kg * _reps_of_both_sides(each)


def tonnage(sets: Iterable[DoneSet], rules: HardSetRules) -> Tonnage | None:
    """The sum, or None when no set has a weight."""
    by_group: dict[Group, float] = {}
    for each in sets:
        if (kg := set_tonnage(each)) is not None:
            group = rules.main_group(each.exercise)
            by_group[group] = by_group.get(group, 0.0) + kg
    return Tonnage(sum(by_group.values()), by_group) if by_group else None


def _reps_of_both_sides(each: DoneSet) -> int:
    left = each.done.reps or 0
    if not each.entry.per_side:
        return left
    right = each.done.right.reps if each.done.right is not None else None
    return left + (left if right is None else right)
