"""The season as it is told: weeks with their runs, lifting days, load and reasons."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.race import Race
from tracker.domain.reason import Reason
from tracker.domain.run_week import RunDay
from tracker.domain.season.change import PlanChange
from tracker.domain.season.curves import WeekLoad
from tracker.domain.season.week_plan import PlannedWeek
from tracker.domain.words import figures
from tracker.report.week import phase_name, place_of

_DAY = timedelta(days=1)
Say = Callable[[Reason], str]


class PlanDay(NamedTuple):
    """One day: what is run, and whether there is lifting: "done", "planned", "missed", "skipped" or ""."""

    date: date
    run: RunDay
    lift: str


class PlanWeek(NamedTuple):
    """One week of the plan.

    Attributes:
        phase: as served.
        place: ``build 4/5``.
        note: what makes it different: lighter, held, backed off.
        reasons: why each lifting day lies where it does; `briefly` in a line.
        notices: what else there is to say about the week.
    """

    monday: date
    phase: Phase
    place: str
    note: str
    days: tuple[PlanDay, ...]
    load: WeekLoad
    races: tuple[Race, ...]
    reasons: tuple[tuple[date, str], ...]
    briefly: tuple[tuple[date, str], ...]
    notices: tuple[str, ...]

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def end(self) -> date:
        return self.monday + 7 * _DAY

    @property
    def lifts(self) -> tuple[date, ...]:
        return tuple(day.date for day in self.days if day.lift in ("planned", "done"))


def plan_week(
    planned: PlannedWeek,
    phase: Phase,
    note: str,
    load: WeekLoad,
    log: TrainingLog,
    races: Iterable[Race],
    today: date,
    say: Say,
    brief: Say,
) -> PlanWeek:
    """The sheet of one planned week.

    Args:
        races: all races of the plan.
        note: what was decided about it; a light week is noted by itself.
    """
    week = planned.week
    notes = [part for part in ("lighter" if week.light else "", note) if part]
    return PlanWeek(
        monday=week.monday,
        phase=phase,
        place=place_of(phase, week.phase_week, week.phase_weeks),
        note=", ".join(notes),
        days=tuple(_day(planned, week.monday + at * _DAY, log, today) for at in range(7)),
        load=load,
        races=tuple(race for race in races if race.week == week.monday),
        reasons=tuple((day.date, " ".join(map(say, day.reasons))) for day in planned.days),
        briefly=tuple((day.date, " ".join(map(brief, day.reasons[:1]))) for day in planned.days),
        notices=tuple(map(say, (*week.notices, *planned.lifting.notes))),
    )


def _day(planned: PlannedWeek, day: date, log: TrainingLog, today: date) -> PlanDay:
    run = planned.lifting.runs[day.weekday()]
    sessions = [each for each in log.sessions if each.date == day] if day <= today else []
    if any(each.started for each in sessions):
        return PlanDay(day, run, "done")
    if sessions:
        return PlanDay(day, run, "skipped")
    if planned.on(day) is None:
        return PlanDay(day, run, "")
    return PlanDay(day, run, "missed" if day < today else "planned")


def difference_lines(changes: Iterable[PlanChange], today: date) -> tuple[str, ...]:
    """What a change of plan does, a line for each run of weeks."""
    lines = []
    for each in changes:
        start = figures.short_date(each.start, today)
        weeks = figures.counted(each.weeks, "week")
        if each.phase_changes:
            what = f"{_phase(each.before)} becomes {_phase(each.after)}"
        elif each.light_after:
            what = f"{_phase(each.after)} becomes lighter"
        else:
            what = f"{_phase(each.after)} is no longer lighter"
        lines.append(f"from {start}, {weeks}: {what}")
    return tuple(lines)


def _phase(phase: Phase) -> str:
    """Build with its style, since that is what may change."""
    style = {Phase.BUILD_MAINTENANCE: " (maintenance)", Phase.BUILD_PERIODIZED: " (periodized)"}.get(
        phase, ""
    )
    return f"{phase_name(phase)}{style}"


def race_words(race: Race, today: date) -> str:
    """``Berlin, marathon, A, Sun 14 Mar 2027, in 110 days``."""
    when = figures.full_date(race.date, today)
    return f"{race.name}, {race.distance.spoken}, {race.priority}, {when}, {figures.days_away(race.days_from(today))}"
