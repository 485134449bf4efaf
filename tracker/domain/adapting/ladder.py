"""Ladders of small steps, and what takes the place of an exercise that is not possible today."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from tracker.domain.exercise import CareArea, Exercise, ExerciseId, Pattern, Role

Library = Mapping[ExerciseId, Exercise]
"""Every exercise by id, in table order (which settles ties)."""

_SAME_MUSCLES = {
    Pattern.SQUAT: Pattern.HINGE,
    Pattern.LUNGE: Pattern.HINGE,
    Pattern.HINGE: Pattern.SQUAT,
}
"""Where a whole pattern loads what hurts, the next best thing for the same legs."""
_MAIN = (Role.PRIMARY, Role.SECONDARY)


def steps_down(exercise: Exercise, library: Library) -> tuple[Exercise, ...]:
    """The rungs below, nearest first."""
    return tuple(_walk(exercise, library, lambda rung: rung.regress))


def steps_up(exercise: Exercise, library: Library) -> tuple[Exercise, ...]:
    """The rungs above, nearest first."""
    return tuple(_walk(exercise, library, lambda rung: rung.progress))


def step_down(exercise: Exercise, library: Library, rungs: int = 1) -> Exercise | None:
    """The exercise *rungs* below, the last one where the ladder is shorter, None at its foot."""
    below = steps_down(exercise, library)
    return below[min(rungs, len(below)) - 1] if below else None


def _walk(
    exercise: Exercise, library: Library, onward: Callable[[Exercise], ExerciseId | None]
) -> Iterator[Exercise]:
    met = {exercise.id}
    rung = onward(exercise)
    while rung is not None and rung not in met and rung in library:
        met.add(rung)
        yield library[rung]
        rung = onward(library[rung])


def substitutes(
    exercise: Exercise,
    library: Library,
    available: Callable[[Exercise], bool],
    *,
    avoid: Collection[CareArea] = (),
    disliked: Collection[ExerciseId] = (),
    recent: Collection[ExerciseId] | None = None,
) -> tuple[Exercise, ...]:
    """What may take the place of *exercise*, best first; it is never among them itself.

    In order: one step down its ladder; the same main pattern in the same position; the same main pattern in
    any position; the same set of ingredients; the further steps down; where something hurts, another main lift
    for the same legs. Within each the closest tier, then table order. Source: docs/rules.md 6.5; the last two are
    ours, so that home always has an answer, and a sore knee a session.

    Args:
        available: whether the equipment at hand allows an exercise.
        avoid: care areas that hurt.
        disliked: exercises the runner does not want.
        recent: in phases without new stimulus, what was used in the last 28 days; others are then
            only offered from a lower tier or from further down the ladder.
    """
    below = steps_down(exercise, library)

    def suits(other: Exercise) -> bool:
        return (
            other.id != exercise.id
            and other.id not in disliked
            and not set(other.care) & set(avoid)
            and available(other)
            and (recent is None or other.id in recent or other.tier < exercise.tier or other in below)
        )

    def closest(others: Iterable[Exercise]) -> list[Exercise]:
        return sorted(others, key=lambda other: abs(other.tier - exercise.tier))

    same = [other for other in library.values() if other.pattern is exercise.pattern]
    ingredients = set(exercise.ingredients)
    legs = _SAME_MUSCLES.get(exercise.pattern) if avoid and exercise.role in _MAIN else None
    ranked = (
        *below[:1],
        *closest(other for other in same if other.position is exercise.position),
        *closest(same),
        *closest(
            other for other in library.values() if ingredients and set(other.ingredients) == ingredients
        ),
        *below[1:],
        *closest(each for each in library.values() if each.pattern is legs and each.role in _MAIN),
    )
    once = {other.id: other for other in ranked}
    return tuple(other for other in once.values() if suits(other))
