"""The lifting days of the weeks ahead: how many, which, and what the runner has moved."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules
from tracker.domain.reason import Reason, because
from tracker.domain.run_week import parse_run_week
from tracker.domain.runner import Absence, Away, Runner
from tracker.domain.season.lifting_days import LiftDay, LiftingWeek, lifting_days
from tracker.domain.season.season import Season, SeasonWeek
from tracker.domain.words.figures import short_date


class PlannedWeek(NamedTuple):
    """One week with its lifting days, moves included.

    Attributes:
        per_week: how many sessions were wanted.
        away: what would be lifting days, were the runner not ill or on holiday; nothing is asked on them.
    """

    week: SeasonWeek
    lifting: LiftingWeek
    days: tuple[LiftDay, ...]
    per_week: int
    away: tuple[LiftDay, ...] = ()

    @property
    def laid(self) -> tuple[LiftDay, ...]:
        """The lifting days as they were laid, those away from the usual routine too."""
        return tuple(sorted((*self.days, *self.away)))

    def on(self, day: date) -> LiftDay | None:
        return next((each for each in self.days if each.date == day), None)


def sessions_wanted(runner: Runner, rules: Rules, week: SeasonWeek) -> int:
    """Lifting days this week: the runner's number within what the phase allows, one in the second taper week."""
    allowed = rules.phases[week.phase].lifts_a_week
    if week.phase is Phase.TAPER and week.phase_week > 1:
        return allowed.least
    wanted = runner.lifts_per_week if runner.lifts_per_week is not None else len(runner.lift_days) or None
    if wanted is None:
        return allowed.default
    return min(wanted, allowed.most, rules.caps.lifting_days)


def planned_week(runner: Runner, rules: Rules, season: Season, log: TrainingLog, day: date) -> PlannedWeek:
    """The week that holds *day*."""
    week = season.week(day)
    before = [session.date for session in log.trained if session.date < week.opens]
    return _planned(runner, rules, week, before[-1] if before else None)


def planned_weeks(
    runner: Runner, rules: Rules, season: Season, log: TrainingLog, start: date, end: date
) -> tuple[PlannedWeek, ...]:
    """The weeks of a half-open range, each knowing the last lifting day of the one before."""
    found: list[PlannedWeek] = []
    for week in season.weeks(start, end):
        if not found:
            found.append(planned_week(runner, rules, season, log, week.monday))
            continue
        earlier = [each.date for each in found[-1].days]
        found.append(_planned(runner, rules, week, earlier[-1] if earlier else None))
    return tuple(found)


def _planned(runner: Runner, rules: Rules, week: SeasonWeek, last_lift: date | None) -> PlannedWeek:
    per_week = sessions_wanted(runner, rules, week)
    accepted = [day.weekday() for day in runner.accepted_days(week.monday)]
    lifting = lifting_days(
        week,
        parse_run_week(runner.run_week),
        len(accepted) or per_week,
        races=runner.races,
        fixed=accepted or runner.lift_days,
        last_lift=last_lift,
    )
    days = _with_moves(runner, week, lifting.days)
    resting = {each.date: absence for each in days if (absence := runner.rests_on(each.date)) is not None}
    return PlannedWeek(
        week,
        lifting,
        tuple(each for each in days if each.date not in resting),
        per_week,
        tuple(
            each._replace(reasons=(away_reason(resting[each.date]),)) for each in days if each.date in resting
        ),
    )


def away_reason(absence: Absence) -> Reason:
    """Why nothing is asked of who is ill or on holiday."""
    code = "ILL" if absence.kind is Away.ILLNESS else "ON_HOLIDAY"
    return because(code, until=short_date(absence.end - timedelta(days=1)))


def _with_moves(runner: Runner, week: SeasonWeek, days: Iterable[LiftDay]) -> tuple[LiftDay, ...]:
    by_date = {each.date: each for each in days}
    for move in runner.moves:
        moved = by_date.pop(move.from_day, None)
        if week.monday <= move.to_day < week.monday + timedelta(days=7):
            reasons = (because("MOVED_BY_YOU", day=f"{move.from_day:%A}"),)
            by_date[move.to_day] = LiftDay(move.to_day, reasons, moved.lower if moved else True)
    return tuple(by_date[each] for each in sorted(by_date))
