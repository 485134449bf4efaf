"""What takes the place of a leg exercise that hurts: never a heavier bar than the one that rests (docs/rules.md 4.9)."""

from tracker.domain.exercise import ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.reason import because
from tracker.domain.units import Grid


def last_kg(log: TrainingLog, exercise: ExerciseId) -> float:
    """The heaviest external load of the last time; nothing where it was never done, or done without one."""
    done = log.of(exercise)
    loads = [each.load.kilograms for each in done[-1].entry.performed if each.load] if done else []
    return max(loads, default=0.0)


def no_heavier(advice: Advice, most_kg: float, grid: Grid) -> Advice:
    """*advice* with at most so much weight, in straight sets; another exercise where even the lightest is more."""
    if advice.load is None or advice.load.kilograms <= most_kg:
        return advice
    load = grid.floor(most_kg)
    if load is None:
        return Advice(Action.SWAP, (because("STANDS_IN_EASY"),))
    moved = (advice.system_kg or 0.0) - advice.load.kilograms
    return advice._replace(load=load, system_kg=load.kilograms + moved, backoff=None, backoff_rpe=None)
