"""What is offered in place of an exercise that the runner does not like, on one day."""

from tracker.domain.adapting.choosing import NOTHING_NEW_IN, familiar
from tracker.domain.adapting.dislike import instead_of_disliked, is_disliked
from tracker.domain.adapting.pain import HOLD
from tracker.domain.coaching.one_day import OneDay
from tracker.domain.equipment import available
from tracker.domain.exercise import Exercise, ExerciseId


def liked_instead(plan: OneDay, exercise: Exercise, taken: tuple[ExerciseId, ...]) -> Exercise | None:
    """Another one of its kind that today allows; None where *exercise* is liked well enough."""
    coach, about = plan.known, plan.about
    if not is_disliked(coach.log, exercise.id):
        return None
    return instead_of_disliked(
        exercise,
        coach.log,
        coach.content.exercises,
        lambda each: available(each, about.profile),
        avoid=(*about.resting, *(area for area, pain in about.pains.items() if pain >= HOLD)),
        taken=taken,
        recent=familiar(coach.log, about.day) if about.phase in NOTHING_NEW_IN else None,
    )
