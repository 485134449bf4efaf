"""The days after a race: when legs may be loaded again, and how far the return has come.

The day counts are a design choice; soreness and test values back within seven days of a marathon support
their size (Takayama 2017). They hold by day, also where the plan has no recovery week (5 km, B races).
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.race import Distance, Priority, Race

# The last day (race day is 0) of each stage. Stage 0: no lower-body lifting; 1, 2, 3: the staged return.
STAGES: dict[Distance, tuple[tuple[int, int], ...]] = {
    Distance.FIVE_K: ((1, 0), (4, 3)),
    Distance.TEN_K: ((2, 0), (4, 2), (7, 3)),
    Distance.HALF: ((3, 0), (6, 1), (9, 2), (13, 3)),
    Distance.MARATHON: ((6, 0), (10, 1), (14, 2), (20, 3)),
    Distance.ULTRA: ((9, 0), (15, 1), (21, 2), (27, 3)),
}


class RecoveryDay(NamedTuple):
    """One day in the shadow of a race.

    Attributes:
        day: days since the race, which is day 0.
        stage: 0 to 3.
        upper: upper-body, core and mobility work may be done (from halfway through stage 0).
        easy: easy running only; set for B races, where the plan around the day goes on.
        normal_from: the first day without restriction.
    """

    race: Race
    day: int
    stage: int
    upper: bool
    easy: bool
    normal_from: dt.date

    @property
    def lower(self) -> bool:
        """Lower-body lifting may be done."""
        return self.stage > 0


def recovery_stage(race: Race, day: dt.date) -> int | None:
    """Stage 0 to 3 of the return after *race*; None before it, when it is over, and for short C races."""
    if race.priority is Priority.C and not race.distance.is_long:
        return None
    since = -race.days_from(day)
    if since < 0:
        return None
    return next((stage for last, stage in STAGES[race.distance] if since <= last), None)


def normal_from(race: Race) -> dt.date:
    """The first day after *race* on which lifting is back to normal."""
    last, _ = STAGES[race.distance][-1]
    return race.date + dt.timedelta(days=last + 1)


def recovery_on(races: Iterable[Race], day: dt.date) -> RecoveryDay | None:
    """The most restrictive recovery that holds on *day*, or None."""
    found = [
        _recovery_day(race, day, stage) for race in races if (stage := recovery_stage(race, day)) is not None
    ]
    return min(found, key=lambda each: (each.stage, -each.normal_from.toordinal()), default=None)


def _recovery_day(race: Race, day: dt.date, stage: int) -> RecoveryDay:
    since = -race.days_from(day)
    no_lower_until, _ = STAGES[race.distance][0]
    return RecoveryDay(
        race=race,
        day=since,
        stage=stage,
        upper=since >= (no_lower_until + 1) // 2,
        easy=race.easy_until is not None and day <= race.easy_until,
        normal_from=normal_from(race),
    )
