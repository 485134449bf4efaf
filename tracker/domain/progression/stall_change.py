"""What a runner may choose for a main lift: other reps after a stall, or a record attempt (docs/rules.md 1.5, 4.9)."""

from tracker.domain.errors import NothingToDo
from tracker.domain.progression.advice import Advice
from tracker.domain.reason import because
from tracker.domain.session import Entry, SetKind, SetRow
from tracker.domain.strength.e1rm import pct
from tracker.domain.units import Grid

FEWEST_REPS, MOST_REPS = 3, 12
_OFFERS = frozenset({"PR_OFFER", "STALL_CHANGE"})


def with_reps(entry: Entry, by: int, grid: Grid) -> Entry:
    """The entry with *by* reps more or fewer in its open sets, and a load that asks for the same effort.

    Raises:
        NothingToDo: where reps are not what is counted, or there are no more or fewer to have.
    """
    if entry.reps is None or entry.rpe is None:
        raise NothingToDo("This exercise is not counted in reps.")
    reps = min(max(entry.reps + by, min(FEWEST_REPS, entry.reps)), max(MOST_REPS, entry.reps))
    if reps == entry.reps:
        raise NothingToDo("There are no more or fewer reps to have here.")
    share = pct(reps, entry.rpe) / pct(entry.reps, entry.rpe)
    rows = tuple(_converted(row, reps, share, grid, entry.system_offset_kg) for row in entry.sets)
    kept = tuple(each for each in entry.reasons if each.code not in _OFFERS)
    return entry.changed(reps=reps, sets=rows, reasons=(because("REPS_CHANGED", reps=reps), *kept))


def _converted(row: SetRow, reps: int, share: float, grid: Grid, offset_kg: float) -> SetRow:
    planned = row.planned
    if planned is None or not row.is_open or planned.reps is None:
        return row
    load = planned.load
    if load is not None and grid:
        load = grid.floor((load.kilograms + offset_kg) * share - offset_kg) or grid.loads[0]
    return SetRow(planned=planned.changed(reps=reps, load=load))


def with_attempt(entry: Entry, advice: Advice) -> Entry:
    """The entry with its first set as a record attempt; the sets after it stay as they are."""
    first = entry.sets[0].planned
    assert first is not None
    top = first.changed(kind=SetKind.TOP, load=advice.load, reps=advice.reps, rpe=advice.rpe)
    kept = tuple(each for each in entry.reasons if each.code not in _OFFERS)
    return entry.changed(
        reps=advice.reps,
        rpe=advice.rpe,
        sets=(SetRow(planned=top), *entry.sets[1:]),
        reasons=(*advice.reasons, *kept),
    )
