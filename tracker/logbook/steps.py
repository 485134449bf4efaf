"""The next thing up or down that the equipment can make, for a set of the session."""

from tracker.domain.coaching.set_logging import with_load
from tracker.domain.equipment import EquipmentProfile, best_way, grid_for, levels_for
from tracker.domain.errors import NothingToDo
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, PerformedSet, PlannedSet, SetRow

_ENDS = {
    True: "That is the heaviest your equipment can make.",
    False: "That is the lightest your equipment can make.",
}


def stepped(
    entry: Entry, row: int, exercise: Exercise, profile: EquipmentProfile, *, up: bool, only_this: bool
) -> Entry:
    """The entry one load, or one band, heavier (*up*) or lighter; open sets that follow go along unless *only_this*.

    Raises:
        NothingToDo: at the end of what is there, or where nothing is loaded.
    """
    asked = entry.sets[row].done or entry.sets[row].planned
    if asked is None or (asked.load is None and asked.band is None):
        raise NothingToDo("Nothing to load here: your body is the weight.")
    if asked.band is not None:
        return _with_band(entry, row, _next_band(asked, exercise, profile, up=up), only_this=only_this)
    assert asked.load is not None
    grid = grid_for(exercise, profile, best_way(exercise, profile))
    following = grid.above(asked.load.kilograms) if up else grid.below(asked.load.kilograms)
    if following is None:
        raise NothingToDo(_ENDS[up])
    done = entry.sets[row].done
    if done is not None:
        return entry.with_row(row, entry.sets[row].changed(done=done.changed(load=following)))
    return with_load(entry, row, following, grid, only_this=only_this)


def _next_band(
    asked: PlannedSet | PerformedSet, exercise: Exercise, profile: EquipmentProfile, *, up: bool
) -> str:
    levels = levels_for(exercise, profile)
    at = levels.index(asked.band) + (1 if up else -1) if asked.band in levels else 0
    if not 0 <= at < len(levels):
        raise NothingToDo(_ENDS[up])
    return levels[at]


def _with_band(entry: Entry, row: int, band: str, *, only_this: bool) -> Entry:
    done = entry.sets[row].done
    if done is not None:
        return entry.with_row(row, entry.sets[row].changed(done=done.changed(band=band)))
    rows = list(entry.sets)
    for at in range(row, row + 1 if only_this else len(rows)):
        planned = rows[at].planned
        if rows[at].is_open and planned is not None:
            rows[at] = SetRow(planned=planned.chosen(band=band))
    return entry.changed(sets=tuple(rows))
