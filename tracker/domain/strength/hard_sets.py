"""Hard sets: those that keep or build strength, counted per pattern and per group of patterns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.domain.exercise import Exercise, ExerciseId, LoadType, Pattern
from tracker.domain.phase import Phase
from tracker.domain.review_rules import GROUPS, Group, HardSetRules
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import DoneSet


@dataclass(frozen=True, slots=True)
class HardSets:
    """The hard sets of some days.

    Attributes:
        total: how many sets were hard.
        by_pattern: the main pattern of an exercise counts 1, further ones a half; patterns without sets are
            left out.
        by_group: all seven groups. A set counts for a group once, with its weightiest pattern there.
        easy: by group, the working sets that were none.
        contacts: ground contacts of jumps, which are counted instead of sets.
    """

    total: int = 0
    by_pattern: Mapping[Pattern, float] = field(default_factory=dict)
    by_group: Mapping[Group, float] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0.0))
    easy: Mapping[Group, float] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0.0))
    contacts: int = 0

    def easy_sets(self, group: Group) -> float:
        """The working sets of *group* that were not hard; half a set, of a further pattern, is none."""
        return easy if (easy := self.easy[group]) >= 1.0 else 0.0


def is_jump(each: DoneSet) -> bool:
    return each.entry.load_type is LoadType.CONTACTS or each.done.contacts is not None


def is_hard(each: DoneSet, rules: HardSetRules) -> bool:
    """RPE 7 or more; a set ticked as prescribed without a rating took the effort asked for."""
    return not is_jump(each) and each.effort is not None and each.effort >= rules.from_rpe


def hard_sets(sets: Iterable[DoneSet], rules: HardSetRules) -> HardSets:
    """Counts them; the two sides of a unilateral set are one set."""
    sets = tuple(sets)
    hard = [each.exercise for each in sets if is_hard(each, rules)]
    easy = [each.exercise for each in sets if not is_jump(each) and not is_hard(each, rules)]
    contacts = sum(each.done.contacts or 0 for each in sets if is_jump(each))
    return HardSets(
        len(hard), _by_pattern(hard, rules), _by_group(hard, rules), _by_group(easy, rules), contacts
    )


def asked_hard_sets(
    sessions: Iterable[Session], exercises: Mapping[ExerciseId, Exercise], rules: HardSetRules
) -> Mapping[Group, float]:
    """What the prescriptions of *sessions* come to, done or not."""
    asked = [
        exercises.get(entry.exercise)
        for session in sessions
        for entry in session.entries
        for row in entry.sets
        if entry.load_type is not LoadType.CONTACTS
        and row.planned is not None
        and row.planned.rpe is not None
        and row.planned.rpe >= rules.from_rpe
    ]
    return _by_group(asked, rules)


def below_floor(
    found: HardSets, asked: Mapping[Group, float], phase: Phase | None, light: bool, rules: HardSetRules
) -> tuple[Group, ...]:
    """Groups that got less than the least of a loading week, as far as the program asked for it.

    None in a lighter week or phase.
    """
    floor = None if phase is None or light else rules.floor.get(phase)
    if floor is None:
        return ()
    return tuple(group for group in GROUPS if found.by_group[group] < min(floor, asked.get(group, 0.0)))


def above_ceiling(found: HardSets, rules: HardSetRules) -> tuple[Group, ...]:
    """Groups with more than a runner has use for."""
    return tuple(group for group in GROUPS if found.by_group[group] > rules.ceiling)


def _by_pattern(hard: Iterable[Exercise | None], rules: HardSetRules) -> dict[Pattern, float]:
    patterns: dict[Pattern, float] = {}
    for exercise in hard:
        for pattern, weight in _weights(exercise, rules).items():
            patterns[pattern] = patterns.get(pattern, 0.0) + weight
    return patterns


def _by_group(hard: Iterable[Exercise | None], rules: HardSetRules) -> dict[Group, float]:
    groups: dict[Group, float] = dict.fromkeys(GROUPS, 0.0)
    for exercise in hard:
        weights = _weights(exercise, rules)
        for group in GROUPS:
            groups[group] += max(
                (weight for pattern, weight in weights.items() if rules.group_of.get(pattern) is group),
                default=0.0,
            )
    return groups


def _weights(exercise: Exercise | None, rules: HardSetRules) -> dict[Pattern, float]:
    if exercise is None:
        return {}
    main, *further = exercise.patterns
    return {**dict.fromkeys(further, rules.further_patterns), main: 1.0}
