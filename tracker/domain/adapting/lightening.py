"""The same exercise with less: what a runner may ask for, and how much less it is."""

from tracker.domain.session import Entry, PlannedSet, SetRow
from tracker.domain.units import Grid

LIGHTER_SHARE = 0.90
COARSEST_DROP = 0.20
"""Where the next lighter weight is further down than this, fewer reps do it instead."""

FEWER_REPS, FEWEST_REPS = 2, 3
SHORTER_S, SHORTEST_S = 10, 10
FEWER_CONTACTS = 0.8
ASK_ABOVE = 0.10
"""A drop of more than this is asked about before it happens."""


def lighter(entry: Entry, grid: Grid) -> Entry | None:
    """Its open sets with 10 % less weight, else fewer reps, seconds or contacts; None where there is no less."""
    rows = tuple(_less(row, grid, entry.system_offset_kg) for row in entry.sets)
    if rows == entry.sets:
        return None
    first = next((row.planned for row in rows if row.planned is not None), None)
    amounts = {} if first is None or entry.performed else _amounts(first)
    return entry.changed(sets=rows, **amounts)


def _amounts(planned: PlannedSet) -> dict[str, object]:
    return {"reps": planned.reps, "seconds": planned.seconds, "contacts": planned.contacts}


def _less(row: SetRow, grid: Grid, offset_kg: float) -> SetRow:
    planned = row.planned
    if planned is None or not row.is_open:
        return row
    if planned.load is not None:
        system = planned.load.kilograms + offset_kg
        below = grid.below(planned.load.kilograms)
        load = grid.floor(system * LIGHTER_SHARE - offset_kg) or below
        if load is not None and below is not None:
            load = min(load, below, key=lambda each: each.kilograms)
            if load.kilograms + offset_kg >= (1.0 - COARSEST_DROP) * system:
                return SetRow(planned=planned.changed(load=load))
    return SetRow(planned=planned.changed(**_fewer(planned)))


def _fewer(planned: PlannedSet) -> dict[str, object]:
    if planned.reps is not None:
        return {"reps": max(min(planned.reps, FEWEST_REPS), planned.reps - FEWER_REPS)}
    if planned.seconds is not None:
        return {"seconds": max(min(planned.seconds, SHORTEST_S), planned.seconds - SHORTER_S)}
    return {"contacts": max(1, int((planned.contacts or 1) * FEWER_CONTACTS))}


def no_more_than(entry: Entry, shown: Entry) -> Entry:
    """*entry* with no set heavier, harder or longer than what *shown* had for it, and no more of them."""
    rows = tuple(_capped(row, was) for row, was in zip(entry.sets, shown.sets, strict=False))
    return entry.changed(sets=rows)


def _capped(row: SetRow, shown: SetRow) -> SetRow:
    new, old = row.planned, shown.planned
    if new is None or old is None or row.done is not None:
        return row
    less: dict[str, object] = {}
    if new.load is not None and old.load is not None and new.load.kilograms > old.load.kilograms:
        less["load"] = old.load
    if new.load == old.load:
        for name in ("reps", "seconds", "contacts"):
            asked, was = getattr(new, name), getattr(old, name)
            if asked is not None and was is not None and asked > was:
                less[name] = was
    return row if not less else SetRow(planned=new.changed(**less))


def drop(before: Entry, after: Entry | None) -> float:
    """By which share the next open set gets lighter, 0 to 1; 0 where another exercise takes its place.

    The body that is moved counts: a pair of dumbbells less is little on a step-up.
    """
    old, new = _next(before), _next(after) if after is not None else None
    if old is None or new is None or after is None or before.exercise != after.exercise:
        return 0.0
    if old.load is None or new.load is None or old.load.kilograms + before.system_offset_kg <= 0.0:
        return 0.0
    share = (new.load.kilograms + after.system_offset_kg) / (old.load.kilograms + before.system_offset_kg)
    return max(0.0, 1.0 - share)


def _next(entry: Entry) -> PlannedSet | None:
    return next((row.planned for row in entry.sets if row.is_open and row.planned is not None), None)
