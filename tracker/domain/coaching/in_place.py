"""What takes the place of an exercise that hurts, or is not safe, is never more than that was (docs/rules.md 4.9)."""

from tracker.domain.exercise import ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.reason import because
from tracker.domain.session import Entry, PlannedSet, SetRow
from tracker.domain.units import Grid, Load


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


def heaviest_kg(entry: Entry) -> float:
    """The most external load asked for, or done."""
    loads = [each.load for row in entry.sets for each in (row.planned, row.done) if each is not None]
    return max((load.kilograms for load in loads if load is not None), default=0.0)


def no_more_than_hurt(entry: Entry, hurt: Entry, last: float, grid: Grid, *, rung: bool) -> Entry | None:
    """*entry* with no more weight and effort than *hurt* had; None where the equipment has nothing as light.

    Args:
        last: what *hurt* had the last time, in kg; what is planned for today and was not tried has hurt nobody.
        rung: it is a step down the ladder, which is less whatever is on it: the lightest load will do, and one in
            place of the body alone.
    """
    most = heaviest_kg(hurt)
    if last > 0.0 and not hurt.performed:
        most = min(most, last)
    if heaviest_kg(entry) <= most or (rung and most <= 0.0):
        return _no_harder(entry, hurt.rpe, None)
    load = grid.floor(most) or (grid.loads[0] if rung else None)
    return None if load is None else _no_harder(entry, hurt.rpe, load)


def _no_harder(entry: Entry, rpe: float | None, load: Load | None) -> Entry:
    rows = tuple(
        row if row.planned is None else SetRow(planned=_lower(row.planned, rpe, load), done=row.done)
        for row in entry.sets
    )
    eased = entry.changed(sets=rows, rpe=_least(entry.rpe, rpe))
    return eased if load is None else eased.changed(warmup=())


def _lower(planned: PlannedSet, rpe: float | None, load: Load | None) -> PlannedSet:
    too_heavy = load is not None and planned.load is not None and planned.load.kilograms > load.kilograms
    return planned.changed(rpe=_least(planned.rpe, rpe), **({"load": load} if too_heavy else {}))


def _least(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else min(one, other)
