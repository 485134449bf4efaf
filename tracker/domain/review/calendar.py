"""The weeks around a review: which phase they are in, and which of them are light."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.history import TrainingLog
from tracker.domain.phase import UNLOADED, Phase
from tracker.domain.race import Priority, Race
from tracker.domain.season.season import Season

WEEK = timedelta(days=7)
LOOK_BACK = 3


class ReviewWeek(NamedTuple):
    """One week as the review needs it.

    Attributes:
        phase: as served; None outside every plan.
        light: deload content, by plan, for a B race, or because the review backed off.
        phase_week, phase_weeks: place in the block, None where there is none.
    """

    monday: date
    phase: Phase | None
    light: bool
    phase_week: int | None = None
    phase_weeks: int | None = None

    @property
    def eased(self) -> bool:
        """Little is asked: a light week, taper, race week or recovery."""
        return self.light or self.phase in UNLOADED


class Calendar(NamedTuple):
    """Attributes:
    earlier: the weeks before, the latest first.
    days_to_race: from the last day of the week to the next A or B race; 0 when it is in the week.
    """

    this: ReviewWeek
    next: ReviewWeek
    earlier: tuple[ReviewWeek, ...]
    days_to_race: int | None

    @property
    def last(self) -> ReviewWeek:
        return self.earlier[0]


def calendar(season: Season | None, log: TrainingLog, monday: date, novice: bool) -> Calendar:
    """The week of *monday* with its neighbours.

    Args:
        novice: novices are served maintenance in an early peak.
    """
    races = season.current.races if season is not None else ()
    return Calendar(
        this=_week(season, log, monday, novice),
        next=_week(season, log, monday + WEEK, novice),
        earlier=tuple(_week(season, log, monday - back * WEEK, novice) for back in range(1, LOOK_BACK + 1)),
        days_to_race=_days_to_race(races, monday),
    )


def _week(season: Season | None, log: TrainingLog, monday: date, novice: bool) -> ReviewWeek:
    logged = [each for each in log.between(monday, monday + WEEK).trained if not each.imported]
    backed_off = any(each.deload for each in logged)
    try:
        planned = season.week(monday) if season is not None else None
    except Refused:
        planned = None
    if planned is None:
        return ReviewWeek(monday, logged[0].phase if logged else None, backed_off)
    return ReviewWeek(
        monday,
        planned.served(novice),
        planned.light or backed_off,
        planned.phase_week,
        planned.phase_weeks,
    )


def _days_to_race(races: Iterable[Race], monday: date) -> int | None:
    sunday = monday + WEEK - timedelta(days=1)
    ahead = [race.date for race in races if race.priority is not Priority.C and race.date >= monday]
    return max(0, (min(ahead) - sunday).days) if ahead else None
