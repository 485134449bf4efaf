"""The rows of an exercise, and the time they take."""

from collections.abc import Iterable

from tracker.domain.coaching.minutes import Work, estimate_minutes
from tracker.domain.equipment import Way
from tracker.domain.exercise import LoadType, Role
from tracker.domain.program import Cell
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.progression.warmup import warm_up
from tracker.domain.session import (
    Entry,
    Modification,
    PlannedSet,
    SetKind,
)
from tracker.domain.units import Grid

BODY_REST_S = (60, 120)


def planned_sets(advice: Advice) -> tuple[PlannedSet, ...]:
    """The rows of an advice: a top set and back-offs, straight sets, or the first sets of a ramp."""
    first = (
        SetKind.RAMP
        if advice.action is Action.CALIBRATE
        else SetKind.TOP
        if advice.backoff
        else SetKind.STRAIGHT
    )
    top = PlannedSet(
        kind=first,
        load=advice.load,
        band=advice.band,
        reps=advice.reps,
        seconds=advice.seconds,
        contacts=advice.contacts,
        rpe=advice.rpe,
    )
    rest = top
    if advice.backoff is not None:
        rest = top.changed(kind=SetKind.BACKOFF, load=advice.backoff, rpe=advice.backoff_rpe)
    return (top, *(rest,) * (advice.sets - 1))


def warm_up_sets(role: Role, way: Way, advice: Advice, grid: Grid) -> tuple[PlannedSet, ...]:
    """The way up to the first heavy set of a main lift; none before a ramp, which is one itself."""
    if role is not Role.PRIMARY or way.load is not LoadType.EXT or advice.load is None:
        return ()
    if advice.action is not Action.LIFT or advice.reps is None or advice.rpe is None:
        return ()
    ramp = warm_up(advice.load, advice.reps, advice.rpe, grid)
    return tuple(PlannedSet(kind=SetKind.WARMUP, load=load, reps=reps) for load, reps in ramp)


def rest_between(advice: Advice, modified: Modification | None) -> tuple[int, int]:
    """Seconds between sets; where only the body is left of a loaded lift, no more than a small exercise needs."""
    if modified is None or advice.load is not None or advice.band is not None:
        return advice.rest_s
    least, most = BODY_REST_S
    return min(least, advice.rest_s[0]), min(most, advice.rest_s[1])


def session_minutes(entries: Iterable[Entry]) -> int:
    """Minutes for these entries, warm-up included, rounded."""
    return round(estimate_minutes(work_of(entry) for entry in entries))


def work_of(entry: Entry) -> Work:
    """What one entry takes, for estimates of time."""
    cell = Cell(sets=max(1, len(entry.sets)), **_amount(entry))
    return Work(entry.role, cell, entry.per_side, entry.rest_s[0], entry.group)


def _amount(entry: Entry) -> dict[str, int]:
    for name in ("seconds", "contacts", "reps"):
        amount = getattr(entry, name)
        if amount:
            return {name: amount}
    return {"reps": 5}
