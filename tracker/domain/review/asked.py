"""What a week under review had been asked for, and what its answers may draw on."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from tracker.domain.equipment import EquipmentProfile, available
from tracker.domain.exercise import Exercise
from tracker.domain.history import TrainingLog
from tracker.domain.prescription import Rules
from tracker.domain.reason import Reason
from tracker.domain.review.adherence import PlannedDay
from tracker.domain.review.coverage import Asked
from tracker.domain.run_week import parse_run_week
from tracker.domain.runner import Away, Runner
from tracker.domain.season.lifting_days import lifting_days
from tracker.domain.season.season import Season
from tracker.domain.season.week_plan import PlannedWeek, planned_weeks

_WEEK = timedelta(days=7)
_WEEKS_BACK = 3


def _anything(_: Exercise) -> bool:
    return True


class ReviewPlan(NamedTuple):
    """Attributes:
    days: every planned lifting day of the four weeks that end with the one under review.
    next_days: those of the week after.
    proposed: those the scheduler would choose for it, whatever the runner has fixed, moved or accepted; none where the
        runner's own are others and nothing speaks against them.
    against: what speaks against those that stand, where others are proposed.
    asked: prescribed sets per ingredient; None takes them from the sessions of the week.
    available: whether the equipment at hand allows an exercise.
    jumps: the runner trains jumping.
    novice: served as a novice.
    travel: days of the week under review at another place.
    ill, holiday: how many of its days were those.
    moved: how many of its sessions were taken on another day.
    """

    days: tuple[PlannedDay, ...] = ()
    next_days: tuple[date, ...] = ()
    proposed: tuple[date, ...] = ()
    against: Reason | None = None
    asked: Asked | None = None
    available: Callable[[Exercise], bool] = _anything
    jumps: bool = True
    novice: bool = False
    travel: frozenset[date] = frozenset()
    ill: int = 0
    holiday: int = 0
    moved: int = 0


def review_plan(
    runner: Runner,
    rules: Rules,
    season: Season,
    log: TrainingLog,
    monday: date,
    profile: EquipmentProfile,
    novice: bool = False,
) -> ReviewPlan:
    """The plan around the week of *monday*; days away from the usual routine are neutral."""
    start, end = monday - _WEEKS_BACK * _WEEK, monday + _WEEK
    weeks = planned_weeks(runner, rules, season, log, start, end + _WEEK)
    days = [each.date for week in weeks for each in week.laid]
    ahead = [each.date for week in weeks for each in week.days if end <= each.date < end + _WEEK]
    before = [day for day in days if day < end]
    away = dict(_away(runner, monday))
    proposed, against = _choice(runner, weeks[-1], before[-1] if before else None) if weeks else ((), None)
    return ReviewPlan(
        days=tuple(PlannedDay(day, runner.absence_on(day) is not None) for day in days if start <= day < end),
        next_days=tuple(ahead),
        proposed=proposed,
        against=against,
        available=partial(available, profile=profile),
        jumps=runner.plyo and not runner.safety.careful,
        novice=novice,
        travel=frozenset(day for day, kind in away.items() if kind is Away.TRAVEL),
        ill=sum(kind is Away.ILLNESS for kind in away.values()),
        holiday=sum(kind is Away.HOLIDAY for kind in away.values()),
        moved=sum(monday <= each.from_day < end for each in runner.moves),
    )


def _away(runner: Runner, monday: date) -> Iterator[tuple[date, Away]]:
    """Days of the week away from the usual routine."""
    for day in (monday + timedelta(days=n) for n in range(7)):
        absence = runner.absence_on(day)
        if absence is not None:
            yield day, absence.kind


def _choice(
    runner: Runner, planned: PlannedWeek, last_lift: date | None
) -> tuple[tuple[date, ...], Reason | None]:
    """The scheduler's days, and what speaks against those that stand; nothing where they do as well as others."""
    free = _free_choice(runner, planned, last_lift)
    if free == tuple(day.date for day in planned.days):
        return free, None
    said = (
        reason for day in planned.days for reason in planned.lifting.placement.clashes(day.date.weekday())
    )
    against = next(said, None)
    return (free, against) if against is not None else ((), None)


def _free_choice(runner: Runner, planned: PlannedWeek, last_lift: date | None) -> tuple[date, ...]:
    free = lifting_days(
        planned.week,
        parse_run_week(runner.run_week),
        planned.per_week,
        races=runner.races,
        last_lift=last_lift,
    )
    return tuple(day.date for day in free.days)
