"""Moving a deload by a week, and pulling one forward. Both give the revision to keep for the current one."""

import datetime as dt
from typing import Literal

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.phase import UNLOADED
from tracker.domain.race import monday_of, spoken_date
from tracker.domain.revision import DeloadMove, Revision
from tracker.domain.season.layout import WEEK, weeks_between
from tracker.domain.season.season import Season

WEEKS_BETWEEN_PULLED = 3


def with_deload_moved(season: Season, day: dt.date, by: Literal[-1, 1], today: dt.date) -> Revision:
    """The current revision with the deload in the week of *day* taken one week earlier (-1) or later (+1).

    A deload that was moved before goes back to its own week; two weeks away is refused.

    Raises:
        Refused: if that week is no deload, lies in the past, or the other week cannot be one.
    """
    monday, revision = monday_of(day), season.current
    target = monday + by * WEEK
    if min(monday, target) < monday_of(today):
        raise Refused("A deload can only be moved between this week and the weeks to come.")
    if not season.week(monday).deload:
        raise Refused(f"The week of {spoken_date(monday)} is not a deload.")
    _refuse_unless_it_can_be_light(season, target)
    if monday in revision.pulled:
        pulled = tuple(target if each == monday else each for each in revision.pulled)
        changed = revision.changed(pulled=pulled)
    else:
        changed = revision.changed(deload_moves=_moves_with(revision.deload_moves, monday, by))
    moved = Season.of((*season.revisions[:-1], changed), season.through)
    if not moved.week(target).deload or moved.week(monday).deload:
        raise Refused(
            f"The week of {spoken_date(target)} cannot be the deload; the weeks around it would not fit."
        )
    return changed


def with_deload_pulled(season: Season, day: dt.date, today: dt.date) -> Revision:
    """The current revision with a reactive deload in the week of *day*; counting starts again after it.

    Raises:
        NothingToDo: if that week is light already.
        Refused: if it is over, comes just before a taper or race, or another was pulled within three weeks.
    """
    monday, revision = monday_of(day), season.current
    if monday < monday_of(today):
        raise Refused("That week is over; pull the deload to this week or a later one.")
    week = season.week(monday)
    if week.light or week.phase in UNLOADED:
        raise NothingToDo(f"The week of {spoken_date(monday)} is light already.")
    _refuse_unless_it_can_be_light(season, monday)
    for other in sorted({each for made in season.revisions for each in made.pulled}):
        if abs(weeks_between(other, monday)) < WEEKS_BETWEEN_PULLED and season.week(other).deload:
            raise Refused(
                f"A deload was already pulled to the week of {spoken_date(other)}; one in three weeks is enough."
            )
    return revision.changed(pulled=(*revision.pulled, monday))


def without_deload_pulled(season: Season, day: dt.date) -> Revision:
    """The current revision without the reactive deload in the week of *day*.

    Raises:
        NothingToDo: if none was pulled to that week.
    """
    monday, revision = monday_of(day), season.current
    if monday not in revision.pulled:
        raise NothingToDo(f"No deload was pulled to the week of {spoken_date(monday)}.")
    return revision.changed(pulled=tuple(each for each in revision.pulled if each != monday))


def _moves_with(moves: tuple[DeloadMove, ...], monday: dt.date, by: Literal[-1, 1]) -> tuple[DeloadMove, ...]:
    for move in moves:
        if move.week + move.by * WEEK == monday:
            if move.by == by:
                raise Refused("A deload can be moved by one week only, and this one has been.")
            return tuple(each for each in moves if each is not move)
    return (*moves, DeloadMove(week=monday, by=by))


def _refuse_unless_it_can_be_light(season: Season, monday: dt.date) -> None:
    week, after = season.week(monday), season.week(monday + WEEK)
    if week.phase in UNLOADED:
        raise Refused(f"The week of {spoken_date(monday)} is {_name(week.phase)}, which is light in itself.")
    if after.phase in UNLOADED:
        raise Refused(
            f"The week of {spoken_date(monday)} comes just before {_name(after.phase)}; no deload there."
        )


def _name(phase: str) -> str:
    return {"taper": "the taper", "race_week": "race week"}.get(phase, phase)
