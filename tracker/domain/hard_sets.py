"""Hard sets: those that keep or build strength, counted per pattern and per group of patterns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.domain.done_sets import DoneSet
from tracker.domain.exercise import LoadType, Pattern
from tracker.domain.phase import Phase
from tracker.domain.review_rules import GROUPS, Group, HardSetRules


@dataclass(frozen=True, slots=True)
class HardSets:
    """The hard sets of some days.

    Attributes:
        total: how many sets were hard.
        by_pattern: the main pattern of an exercise counts 1, further ones a half; patterns without sets are
            left out.
        by_group: all seven groups. A set counts for a group once, with its weightiest pattern there.
        contacts: ground contacts of jumps, which are counted instead of sets.
    """

    total: int = 0
    by_pattern: Mapping[Pattern, float] = field(default_factory=dict)
    by_group: Mapping[Group, float] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0.0))
    contacts: int = 0


def is_jump(each: DoneSet) -> bool:
    return each.entry.load_type is LoadType.CONTACTS or each.done.contacts is not None


def is_hard(each: DoneSet, rules: HardSetRules) -> bool:
    """RPE 7 or more; a set ticked as prescribed without a rating took the effort asked for."""
    return not is_jump(each) and each.effort is not None and each.effort >= rules.from_rpe


def hard_sets(sets: Iterable[DoneSet], rules: HardSetRules) -> HardSets:
    """Counts them; the two sides of a unilateral set are one set."""
    total, contacts = 0, 0
    patterns: dict[Pattern, float] = {}
    groups: dict[Group, float] = dict.fromkeys(GROUPS, 0.0)
    for each in sets:
        if is_jump(each):
            contacts += each.done.contacts or 0
        elif is_hard(each, rules):
            total += 1
            weights = _weights(each, rules)
            for pattern, weight in weights.items():
                patterns[pattern] = patterns.get(pattern, 0.0) + weight
            for group in groups:
                groups[group] += max(
                    (w for p, w in weights.items() if rules.group_of.get(p) is group), default=0.0
                )
    return HardSets(total, patterns, groups, contacts)


def below_floor(found: HardSets, phase: Phase | None, light: bool, rules: HardSetRules) -> tuple[Group, ...]:
    """Groups under the least of a loading week; none in a lighter week or phase."""
    floor = None if phase is None or light else rules.floor.get(phase)
    return () if floor is None else tuple(group for group in GROUPS if found.by_group[group] < floor)


def above_ceiling(found: HardSets, rules: HardSetRules) -> tuple[Group, ...]:
    """Groups with more than a runner has use for."""
    return tuple(group for group in GROUPS if found.by_group[group] > rules.ceiling)


def _weights(each: DoneSet, rules: HardSetRules) -> dict[Pattern, float]:
    if each.exercise is None:
        return {}
    main, *further = each.exercise.patterns
    return {**dict.fromkeys(further, rules.further_patterns), main: 1.0}
