"""What logging a set does to its exercise: the row is done, and the rows after it follow how it went."""

from typing import NamedTuple

from tracker.domain.adapting.pain import HOLD
from tracker.domain.exercise import LoadType
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules
from tracker.domain.progression.calibration import Familiarity, next_ramp_load
from tracker.domain.progression.coarse import Rack
from tracker.domain.progression.easing import NOTHING_UP
from tracker.domain.progression.inside_session import NextSet, SetDone, next_set
from tracker.domain.progression.telling import IN_SESSION
from tracker.domain.progression.warmup import warm_up
from tracker.domain.reason import Reason
from tracker.domain.session import Entry, PerformedSet, PlannedSet, ReadinessBand, Session, SetKind, SetRow
from tracker.domain.strength.e1rm import pct
from tracker.domain.strength.exposures import working_set
from tracker.domain.units import Grid, Load, Unit

_LOADED = frozenset({LoadType.EXT, LoadType.BW_PLUS, LoadType.ASSIST})


class Bench(NamedTuple):
    """What the next set depends on besides the session.

    Attributes:
        grid: loads the exercise can have here.
        familiarity: how steep a search for a start weight may rise.
        unit: what loads are shown in.
    """

    rules: Rules
    grid: Grid
    familiarity: Familiarity
    unit: Unit


def logged(session: Session, at: int, row: int, done: PerformedSet, bench: Bench) -> Entry:
    """The entry at index *at* with its row *row* done (one past the end adds a row), and what follows from it.

    The rows after it that are still open become lighter or heavier as the set went; two sets that came up short
    end the exercise; a ramp goes on until it feels like work.
    """
    entry = session.entries[at]
    planned = entry.sets[row].planned if row < len(entry.sets) else None
    entry = entry.with_row(row, SetRow(planned=planned, done=done))
    if planned is not None and planned.kind is SetKind.RAMP:
        return _ramp_goes_on(entry, planned, bench)
    if planned is None or planned.reps is None or entry.load_type not in _LOADED:
        return entry
    following = _following(session, entry, row, planned, done, bench)
    return _with_rest(entry, row, following)


def as_planned(planned: PlannedSet) -> dict[str, object]:
    """The fields of a set done exactly as prescribed."""
    return {
        "load": planned.load,
        "band": planned.band,
        "reps": planned.reps,
        "seconds": planned.seconds,
        "contacts": planned.contacts,
    }


def with_load(entry: Entry, row: int, load: Load, grid: Grid, *, only_this: bool) -> Entry:
    """The entry with another load on an open row, and on the open rows of its kind after it unless *only_this*.

    Back-offs follow their top set by the chart, and so does the way up to it.
    """
    asked = entry.sets[row].planned
    rack = Rack(grid, entry.system_offset_kg, entry.hands)
    rows = list(entry.sets)
    for at in range(row, row + 1 if only_this else len(rows)):
        planned = rows[at].planned
        if not rows[at].is_open or planned is None:
            continue
        if asked is None or planned.kind is asked.kind:
            rows[at] = SetRow(planned=planned.chosen(load=load))
        elif asked.kind is SetKind.TOP and planned.kind is SetKind.BACKOFF:
            rows[at] = SetRow(planned=_backed_off(planned, asked, load, rack))
    changed = entry.changed(sets=tuple(rows))
    return changed if only_this or row > 0 else changed.changed(warmup=_way_up(entry, asked, load, grid))


def _backed_off(planned: PlannedSet, top: PlannedSet, load: Load, rack: Rack) -> PlannedSet:
    """A back-off as much lighter than its top set as the chart says for the difference in effort."""
    if planned.reps is None or top.reps is None or planned.rpe is None or top.rpe is None:
        return planned
    share = pct(planned.reps, planned.rpe) / pct(top.reps, top.rpe)
    lighter = rack.floor(rack.weight(load) * share)
    return planned if lighter is None else planned.chosen(load=lighter)


def _way_up(entry: Entry, asked: PlannedSet | None, load: Load, grid: Grid) -> tuple[PlannedSet, ...]:
    if not entry.warmup or asked is None or asked.reps is None or asked.rpe is None:
        return entry.warmup
    ramp = warm_up(load, asked.reps, asked.rpe, grid)
    return tuple(PlannedSet(kind=SetKind.WARMUP, load=each, reps=reps) for each, reps in ramp)


def _ramp_goes_on(entry: Entry, planned: PlannedSet, bench: Bench) -> Entry:
    done = tuple(row for row in entry.sets if row.done is not None)
    sets = [working_set(row.done, entry) for row in done if row.done is not None]
    following = next_ramp_load(sets, planned.reps or 5, bench.grid, entry.system_offset_kg, bench.familiarity)
    if following is None:
        return entry.changed(sets=done)
    return entry.changed(sets=(*done, SetRow(planned=planned.changed(load=following))))


def _following(
    session: Session, entry: Entry, row: int, planned: PlannedSet, done: PerformedSet, bench: Bench
) -> NextSet:
    after = next((each.planned for each in entry.sets[row + 1 :] if each.is_open and each.planned), None)
    earlier = [each for each in entry.sets[:row] if each.done is not None and each.planned is not None]
    short = sum(_fell_short(each) for each in earlier)
    return next_set(
        bench.rules,
        session.phase,
        SetDone(
            reps=done.weaker_reps or 0,
            asked=(done.weaker_reps if entry.sets[row].is_own else planned.reps) or 0,
            target_rpe=planned.rpe if planned.rpe is not None else entry.rpe or 8.0,
            rpe=done.rpe,
        ),
        after.load if after is not None else None,
        bench.grid,
        offset_kg=entry.system_offset_kg,
        hands=entry.hands,
        unit=bench.unit,
        missed_before=short,
        held=_nothing_goes_up(session, entry),
        attempt=any(reason.code == "PR_ATTEMPT" for reason in entry.reasons),
        most=_top_load(entry) if after is not None and after.kind is SetKind.BACKOFF else None,
    )


def _top_load(entry: Entry) -> Load | None:
    """What the heaviest top set of today had."""
    tops = (
        row.done.load for row in entry.sets if row.done and row.planned and row.planned.kind is SetKind.TOP
    )
    return max((load for load in tops if load is not None), key=lambda load: load.kilograms, default=None)


def _with_rest(entry: Entry, row: int, following: NextSet) -> Entry:
    if following.exercise_over:
        kept = tuple(each for at, each in enumerate(entry.sets) if at <= row or not each.is_open)
        return entry.changed(sets=kept, reasons=_reasons(entry, following))
    rows = list(entry.sets)
    for at in range(row + 1, len(rows)):
        planned = rows[at].planned
        if rows[at].is_open and planned is not None and following.load is not None:
            rows[at] = SetRow(planned=_decided(planned, following.load))
    if following.top_sets_over:
        rows = [each for at, each in enumerate(rows) if at <= row or not _is_open_top(each)]
    return entry.changed(sets=tuple(rows), reasons=_reasons(entry, following))


def _decided(planned: PlannedSet, load: Load) -> PlannedSet:
    """The set with the load that follows from the one before it; where that changes it, it is no choice of the runner."""
    return planned if load == planned.load else planned.changed(load=load, was=None)


def _reasons(entry: Entry, following: NextSet) -> tuple[Reason, ...]:
    """The entry's reasons with the latest word on the next set, instead of an earlier one."""
    kept = (each for each in entry.reasons if each.code not in IN_SESSION)
    return (*kept, *following.reasons)


def _is_open_top(row: SetRow) -> bool:
    return row.is_open and row.planned is not None and row.planned.kind is SetKind.TOP


def _fell_short(row: SetRow) -> bool:
    if row.done is None or row.planned is None or row.planned.reps is None or row.is_own:
        return False
    return (row.done.weaker_reps or 0) < row.planned.reps


def _nothing_goes_up(session: Session, entry: Entry) -> bool:
    tired = session.readiness in (ReadinessBand.AMBER, ReadinessBand.RED)
    sore = entry.pain is not None and entry.pain.score >= HOLD
    held = any(reason.code in NOTHING_UP for reason in entry.reasons)
    return tired or sore or held or session.deload or session.phase is Phase.RECOVERY
