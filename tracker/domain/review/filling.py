"""Filling a hole in the coverage: one small exercise, a few minutes, with what is at hand."""

from collections.abc import Callable, Collection, Iterable, Mapping

from tracker.domain.exercise import CareArea, Exercise, ExerciseId, Ingredient, Position, Role
from tracker.domain.review.coverage import Hole

# The smaller the job, the sooner it fits into three minutes.
_SMALL = (Role.CORE, Role.BALANCE, Role.ACCESSORY, Role.PLYO, Role.SECONDARY, Role.PRIMARY)


def fits(exercise: Exercise, hole: Hole) -> bool:
    """Whether a set of *exercise* fills *hole*."""
    if isinstance(hole, Ingredient):
        return hole in exercise.ingredients
    return exercise.position is hole


def filler(
    holes: Collection[Hole],
    exercises: Mapping[ExerciseId, Exercise],
    available: Callable[[Exercise], bool],
    *,
    avoid: Collection[CareArea] = (),
    recent: Collection[ExerciseId] = (),
    only_recent: bool = False,
) -> Exercise | None:
    """The exercise that fills most of *holes*: small and easy first, then one already known, then library order.

    Args:
        available: whether the equipment at hand allows it.
        avoid: care areas that hurt.
        recent: what was done in the last 28 days.
        only_recent: the phase takes nothing new.
    """
    jumping = Position.JUMPING in holes

    def possible() -> Iterable[Exercise]:
        for exercise in exercises.values():
            jumps = exercise.position is Position.JUMPING
            unwanted = (jumps and not jumping) or set(exercise.care) & set(avoid)
            new = only_recent and exercise.id not in recent
            if (
                not unwanted
                and not new
                and available(exercise)
                and any(fits(exercise, hole) for hole in holes)
            ):
                yield exercise

    def rank(exercise: Exercise) -> tuple[int, int, int, bool]:
        filled = sum(fits(exercise, hole) for hole in holes)
        return -filled, exercise.tier, _SMALL.index(exercise.role), exercise.id not in recent

    return min(possible(), key=rank, default=None)
