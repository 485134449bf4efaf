"""What a change of plan does to the weeks ahead, to be shown before it is accepted."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.race import Priority, monday_of
from tracker.domain.reason import Reason
from tracker.domain.season.curves import WeekLoad
from tracker.domain.season.season import Season, SeasonWeek
from tracker.domain.season.week_plan import PlannedWeek

_WEEK = dt.timedelta(weeks=1)


class WeekAhead(NamedTuple):
    """One week of a plan with all that a change of plan can change.

    Attributes:
        phase: as served.
    """

    planned: PlannedWeek
    phase: Phase
    load: WeekLoad

    @property
    def week(self) -> SeasonWeek:
        return self.planned.week

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The lifting days, Monday 0."""
        return tuple(day.date.weekday() for day in self.planned.days)

    @property
    def session(self) -> tuple[int, int]:
        """Top set in per cent of the maximum, and sets of one session; nothing without a session."""
        count = len(self.planned.days)
        return (round(self.load.intensity * 100), round(self.load.sets / count)) if count else (0, 0)


class PlanChange(NamedTuple):
    """Weeks in a row that change in the same way: "from 12 Oct, 3 weeks: build -> base".

    Attributes:
        start, end: Mondays, half-open.
        before, after: the phases; equal when only the deload or B-race week changes.
        light_before, light_after: deload content, of interest when the phase stays.
        race: the B race that makes it lighter, empty where it is a deload.
    """

    start: dt.date
    end: dt.date
    weeks: int
    before: Phase
    after: Phase
    light_before: bool
    light_after: bool
    race: str = ""

    @property
    def phase_changes(self) -> bool:
        return self.before is not self.after


class DaysChange(NamedTuple):
    """Weeks in a row in which other days are for lifting.

    Attributes:
        before, after: weekdays, Monday 0.
        reasons: what closes the days that are lost.
    """

    start: dt.date
    weeks: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    reasons: tuple[Reason, ...]


class LoadChange(NamedTuple):
    """Weeks in a row of the same phase that are asked for other loads or sets.

    Attributes:
        before, after: of each week, the top set in per cent of the maximum, and the sets of a session.
    """

    start: dt.date
    weeks: int
    phase: Phase
    before: tuple[tuple[int, int], ...]
    after: tuple[tuple[int, int], ...]


AnyChange = PlanChange | DaysChange | LoadChange


def difference(before: Season, after: Season, from_day: dt.date) -> tuple[PlanChange, ...]:
    """Every change of phase or deload from the week of *from_day* on, as far as either season was laid out."""
    start = max(monday_of(from_day), before.starts, after.starts)
    end = max(before.through, after.through) + _WEEK
    pairs = zip(before.weeks(start, end), after.weeks(start, end), strict=True)
    return tuple(_change(list(run)) for kind, run in groupby(pairs, key=_kind) if kind)


def whole_difference(
    phases: Iterable[PlanChange], before: Sequence[WeekAhead], after: Sequence[WeekAhead]
) -> tuple[AnyChange, ...]:
    """The changes of phase with those of lifting days and of loads, in order.

    Weeks without a race to come or to recover from are left open anyway; only their phase is compared.
    """
    pairs = [pair for pair in zip(before, after, strict=True) if any(map(_is_planned, pair))]
    mondays = {after.week.monday for _, after in pairs}
    told = (each for each in phases if each.phase_changes or each.start in mondays)
    found: tuple[AnyChange, ...] = (*told, *_b_races(pairs), *_days(pairs), *_loads(pairs))
    return tuple(sorted(found, key=lambda each: each.start))


def _is_planned(each: WeekAhead) -> bool:
    return each.week.next_a is not None or bool(each.week.races) or each.week.phase is Phase.RECOVERY


def _b_races(pairs: Iterable[tuple[WeekAhead, WeekAhead]]) -> Iterator[PlanChange]:
    """Weeks that a B race makes lighter while their phase changes too, so that no deload is told of them."""
    for before, after in pairs:
        week = after.week
        if week.b_race and before.week.phase is not week.phase:
            phase, race = week.phase, _light_for(week)
            yield PlanChange(week.monday, week.end, 1, phase, phase, False, True, race)


def _days(pairs: Iterable[tuple[WeekAhead, WeekAhead]]) -> Iterator[DaysChange]:
    for (old, new), run in groupby(pairs, key=lambda pair: (pair[0].weekdays, pair[1].weekdays)):
        weeks = list(run)
        if old == new:
            continue
        found = [after.planned.lifting.placement.blocked.get(day) for _, after in weeks for day in old]
        lost = {reason.code: reason for reason in reversed(found) if reason is not None}
        yield DaysChange(weeks[0][1].week.monday, len(weeks), old, new, tuple(lost.values()))


def _loads(pairs: Iterable[tuple[WeekAhead, WeekAhead]]) -> Iterator[LoadChange]:
    for phase, run in groupby(pairs, key=_reloaded):
        if phase is None:
            continue
        weeks = list(run)
        old, new = (tuple(pair[at].session for pair in weeks) for at in (0, 1))
        yield LoadChange(weeks[0][1].week.monday, len(weeks), phase, old, new)


def _reloaded(pair: tuple[WeekAhead, WeekAhead]) -> Phase | None:
    """The phase of a week that stays what it is, and yet is asked for other loads or sets; else None."""
    before, after = pair
    same = before.week.phase is after.week.phase and before.week.light == after.week.light
    lifts = before.planned.days and after.planned.days
    return after.phase if same and lifts and before.session != after.session else None


def _kind(pair: tuple[SeasonWeek, SeasonWeek]) -> tuple[Phase, Phase] | tuple[Phase, bool, str] | None:
    """What changes: the phase, else the deload, else nothing. A new phase brings its own deloads along."""
    before, after = pair
    if before.phase is not after.phase:
        return before.phase, after.phase
    return None if before.light == after.light else (after.phase, after.light, _light_for(after))


def _change(run: list[tuple[SeasonWeek, SeasonWeek]]) -> PlanChange:
    (before, after), (last, _) = run[0], run[-1]
    return PlanChange(
        start=before.monday,
        end=last.end,
        weeks=len(run),
        before=before.phase,
        after=after.phase,
        light_before=before.light,
        light_after=after.light,
        race=_light_for(after),
    )


def _light_for(week: SeasonWeek) -> str:
    """The B race of a light week."""
    races = (race.name for race in week.races if race.priority is Priority.B)
    return next(races, "") if week.b_race else ""
