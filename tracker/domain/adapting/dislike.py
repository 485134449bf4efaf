"""An exercise left out twice because it is not liked: another one of the same pattern and ingredients is offered."""

from collections.abc import Callable, Collection

from tracker.domain.adapting.ladder import Library, substitutes
from tracker.domain.exercise import CareArea, Exercise, ExerciseId
from tracker.domain.history import TrainingLog

DISLIKED = "I do not like it"
"""The reason for a skip that steers; others are kept and steer nothing."""

TIMES = 2


def is_disliked(log: TrainingLog, exercise: ExerciseId) -> bool:
    """It was left out twice because it is not liked."""
    return log.left_out(exercise, DISLIKED) >= TIMES


def instead_of_disliked(
    exercise: Exercise,
    log: TrainingLog,
    library: Library,
    available: Callable[[Exercise], bool],
    *,
    avoid: Collection[CareArea] = (),
    taken: Collection[ExerciseId] = (),
    recent: Collection[ExerciseId] | None = None,
) -> Exercise | None:
    """Another exercise of the same pattern, no harder, with the same ingredients where there is one, else with some.

    Args:
        avoid: care areas that hurt.
        taken: exercises that are in the session already.
        recent: where nothing new is wanted, what was done lately.
    """
    unwanted = (*taken, *(each for each in library if is_disliked(log, each)))
    others = substitutes(exercise, library, available, avoid=avoid, disliked=unwanted, recent=recent)
    wanted = set(exercise.ingredients)
    alike = [
        each
        for each in others
        if each.pattern is exercise.pattern
        and each.tier <= exercise.tier
        and (not wanted or wanted & set(each.ingredients))
    ]
    return min(alike, key=lambda each: set(each.ingredients) != wanted, default=None)
