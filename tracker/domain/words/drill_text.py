"""The warm-up in one line: ``ankle rock 8/side, march with arms 10/side``."""

from collections.abc import Iterable, Mapping

from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.program import Drill


def drills_line(drills: Iterable[Drill], library: Mapping[ExerciseId, Exercise]) -> str:
    """Every drill with its reps; empty where there is none."""
    return ", ".join(_drill(each, library[each.exercise]) for each in drills)


def _drill(drill: Drill, exercise: Exercise) -> str:
    name = drill.called or exercise.name[:1].lower() + exercise.name[1:]
    return f"{name} {drill.reps}{'/side' if exercise.per_side else ''}"
