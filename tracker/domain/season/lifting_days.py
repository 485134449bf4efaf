"""Lifting days of real weeks: the run week with its races, cut-offs, recovery, and the runner's own days."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from tracker.domain.phase import UNLOADED, Phase
from tracker.domain.race import Distance, Priority, Race, Races
from tracker.domain.reason import Reason, because
from tracker.domain.run_week import DAYS, RunWeek, with_races
from tracker.domain.season.recovery import recovery_on
from tracker.domain.season.schedule import Placement, objections, place
from tracker.domain.season.season import SeasonWeek

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(weeks=1)
# Days before a race from which on there is no lower-body lifting, and no heavy one (rests of two to four days suit
# strength best: Pritchard 2015; the days by distance are a design choice).
LOWER_CUT_OFF = {
    Distance.FIVE_K: 2,
    Distance.TEN_K: 2,
    Distance.HALF: 3,
    Distance.MARATHON: 4,
    Distance.ULTRA: 4,
}
HEAVY_CUT_OFF = {
    Distance.FIVE_K: 5,
    Distance.TEN_K: 5,
    Distance.HALF: 7,
    Distance.MARATHON: 10,
    Distance.ULTRA: 10,
}


def lower_blocked(race: Race, day: dt.date) -> bool:
    """No lower-body lifting on race day and in the days before it; the last session is 2 to 4 days out."""
    return _within(race, day, LOWER_CUT_OFF[race.distance])


def heavy_blocked(race: Race, day: dt.date) -> bool:
    """No heavy lower-body lifting (75 % e1RM or RPE 7 and more); the last session is 5 to 10 days out."""
    return _within(race, day, HEAVY_CUT_OFF[race.distance])


def _within(race: Race, day: dt.date, cut_off: int) -> bool:
    """C races are quality runs and close no day but their own."""
    return race.priority is not Priority.C and 0 <= race.days_from(day) < cut_off


class LiftDay(NamedTuple):
    """One day to lift on.

    Attributes:
        lower: legs may be loaded; else upper body, core and mobility only.
    """

    date: dt.date
    reasons: tuple[Reason, ...]
    lower: bool = True


class LiftingWeek(NamedTuple):
    """The lifting days of one real week.

    Attributes:
        runs: the seven runs with the races of the week in place.
        notes: about the week: a session that found no room.
        last_lift: the last lifting day before the week, if known.
    """

    monday: dt.date
    runs: RunWeek
    days: tuple[LiftDay, ...]
    notes: tuple[Reason, ...]
    placement: Placement
    last_lift: dt.date | None

    def day(self, date: dt.date) -> LiftDay | None:
        """The lifting day on *date*, or None."""
        return next((day for day in self.days if day.date == date), None)

    def reasons(self, date: dt.date) -> tuple[Reason, ...]:
        """Why *date* was chosen, or what speaks against it."""
        return self.placement.reasons[self._index(date)]

    def clashes(
        self, date: dt.date, instead_of: dt.date | None = None, others: Collection[dt.date] = ()
    ) -> tuple[Reason, ...]:
        """What speaks against moving a session to *date* of this week.

        Args:
            instead_of: the day the session would leave.
            others: further lifting days, for example of the next week.

        Raises:
            ValueError: if *date* is not in this week.
        """
        lifts = (
            {day.date for day in self.days} | set(others) | ({self.last_lift} if self.last_lift else set())
        )
        offsets = {(lift - self.monday).days for lift in lifts - {date, instead_of}}
        return tuple(objections(self.placement, self._index(date), offsets))

    def _index(self, date: dt.date) -> int:
        index = (date - self.monday).days
        if not 0 <= index < len(DAYS):
            raise ValueError(f"{date} is not in the week of {self.monday}")
        return index


def lifting_days(
    week: SeasonWeek,
    run_week: RunWeek,
    k: int,
    *,
    races: Races = (),
    fixed: Collection[int] = (),
    last_lift: dt.date | None = None,
) -> LiftingWeek:
    """The days of *week* to lift on.

    Args:
        run_week: the runner's usual week; races are put in here.
        k: sessions wanted: the runner's number, else the phase's default.
        races: all races of the plan, so that those of the weeks around count.
        fixed: weekdays the runner chose.
        last_lift: the last lifting day before this week opens; the day after it is not chosen.

    Days before the plan began are closed; on the day it began there is a session, unless the runner chose other days,
    a race is near, or there was lifting the day before: whoever sets out to lift can begin at once. In recovery,
    where no day allows leg work, days for the upper body and core are used.
    """
    heavy = not week.light and week.phase not in UNLOADED
    around = (week.monday - _WEEK, week.monday, week.monday + _WEEK)
    previous, runs, following = (with_races(run_week, races, monday) for monday in around)

    def placed(blocked: dict[int, Reason]) -> Placement:
        return place(
            runs,
            k,
            week.phase,
            previous=previous,
            following=following,
            blocked=blocked,
            fixed=fixed,
            arrival=_arrival(week, races),
            heavy=heavy,
        )

    closed = dict(_closed(week, races, fixed, last_lift if heavy else None, heavy))
    no_legs = dict(_no_legs(week, races))
    placement = placed({**no_legs, **closed})
    if not placement.days and week.phase is Phase.RECOVERY:
        resting = {day: why for day, why in no_legs.items() if not _upper_allowed(week, races, day)}
        placement = placed({**resting, **closed})
    days = tuple(
        LiftDay(week.monday + i * _DAY, placement.reasons[i], lower=i not in no_legs) for i in placement.days
    )
    return LiftingWeek(week.monday, runs, days, placement.notes, placement, last_lift)


def _arrival(week: SeasonWeek, races: Races) -> int | None:
    """The weekday on which somebody new begins; a race on that day or the next, of whatever priority, comes first."""
    racing = any(0 <= race.days_from(week.opens) <= 1 for race in races)
    return (week.opens - week.monday).days if week.first and not racing else None


def _closed(
    week: SeasonWeek, races: Races, fixed: Collection[int], last_lift: dt.date | None, heavy: bool
) -> Iterator[tuple[int, Reason]]:
    for i, name in enumerate(DAYS):
        day = week.monday + i * _DAY
        lower = next((race for race in races if lower_blocked(race, day)), None)
        hard = next((race for race in races if heavy and heavy_blocked(race, day)), None)
        if day < week.opens:
            yield i, because("BEFORE_START", day=name)
        elif any(race.date == day and race.priority is Priority.C for race in races):
            yield i, because("RACE_DAY", day=name)
        elif lower:
            yield i, because("BLOCKED_RACE", day=name, race=lower.name, days=LOWER_CUT_OFF[lower.distance])
        elif hard:
            yield i, because("BLOCKED_HEAVY", day=name, race=hard.name, days=HEAVY_CUT_OFF[hard.distance])
        elif last_lift and day - last_lift == _DAY and i not in fixed:
            yield i, because("NEXT_TO_LIFT", day=name, other=DAYS[last_lift.weekday()])


def _no_legs(week: SeasonWeek, races: Races) -> Iterator[tuple[int, Reason]]:
    for i, name in enumerate(DAYS):
        recovery = recovery_on(races, week.monday + i * _DAY)
        if recovery and not recovery.lower:
            yield i, because("BLOCKED_RECOVERY", day=name, race=recovery.race.name, days=recovery.day)


def _upper_allowed(week: SeasonWeek, races: Races, day: int) -> bool:
    recovery = recovery_on(races, week.monday + day * _DAY)
    return recovery is None or recovery.upper
