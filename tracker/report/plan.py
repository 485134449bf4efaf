"""The season as it is told: weeks with their runs, lifting days, load and reasons."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from tracker.domain.history import TrainingLog
from tracker.domain.person import Taper
from tracker.domain.phase import Phase
from tracker.domain.race import Priority, Race
from tracker.domain.reason import Reason, because
from tracker.domain.review.adherence import is_in_part
from tracker.domain.review_rules import AdherenceRules
from tracker.domain.run import Run
from tracker.domain.run_week import RunDay, run_shown
from tracker.domain.season.change import AnyChange, DaysChange, LoadChange, PlanChange, WeekAhead
from tracker.domain.season.curves import WeekLoad
from tracker.domain.season.season import SeasonWeek
from tracker.domain.season.week_plan import PlannedWeek
from tracker.domain.words import figures
from tracker.report.names import place_of

EASY_RUNS = "easy runs"
"""Beside the weeks after a race, whose run letters are those of a usual week."""

_DAY = timedelta(days=1)
_MOST_FIGURES = 4
Say = Callable[[Reason], str]


class PlanDay(NamedTuple):
    """One day.

    Attributes:
        run: what is run or was run.
        lift: whether there is lifting: "done", "part", "planned", "missed", "skipped" or "".
        ran: a run of that day is in the log.
    """

    date: date
    run: RunDay
    lift: str
    ran: bool = False


class PlanWeek(NamedTuple):
    """One week of the plan.

    Attributes:
        phase: as served.
        place: ``build 4/5``.
        note: what makes it different: lighter, held, backed off, easy runs, easy to a day.
        about: what kind of week it is.
        reasons: why each lifting day lies where it does, or is none while away; `briefly` in a line.
        notices: what else there is to say about the week.
    """

    monday: date
    phase: Phase
    place: str
    note: str
    about: Reason
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
        return tuple(day.date for day in self.days if day.lift in ("planned", "done", "part"))


def plan_week(
    ahead: WeekAhead,
    note: str,
    log: TrainingLog,
    rules: AdherenceRules,
    races: Iterable[Race],
    today: date,
    say: Say,
    brief: Say,
) -> PlanWeek:
    """The sheet of one planned week.

    Args:
        note: what was decided about it; what it is by itself is noted anyway.
        races: all races of the plan.
    """
    planned, phase = ahead.planned, ahead.phase
    week = planned.week
    races = tuple(races)
    easy = easy_runs(week, phase, races)
    runs = log.between(week.monday, week.end).runs
    return PlanWeek(
        monday=week.monday,
        phase=phase,
        place=place_of(phase, week.phase_week, week.phase_weeks),
        note=", ".join(part for part in ("lighter" if week.light else "", note, easy, away(planned)) if part),
        about=about(week, phase),
        days=tuple(_day(planned, week.monday + at * _DAY, log, rules, runs, today) for at in range(7)),
        load=ahead.load,
        races=tuple(race for race in races if race.week == week.monday),
        reasons=tuple((day.date, " ".join(map(say, day.reasons))) for day in planned.laid),
        briefly=tuple((day.date, " ".join(map(brief, day.reasons[:1]))) for day in planned.laid),
        notices=tuple(map(say, (*week.notices_as(phase), *planned.lifting.notes))),
    )


def away(planned: PlannedWeek) -> str:
    """Why there is no lifting on days that would have some: a holiday, an illness."""
    codes = {reason.code for day in planned.away for reason in day.reasons}
    return "ill" if "ILL" in codes else "away" if codes else ""


def easy_runs(week: SeasonWeek, phase: Phase, races: Iterable[Race]) -> str:
    """After an A race all of the week's runs, after a B race those up to a day."""
    if phase is Phase.RECOVERY:
        return EASY_RUNS
    until = [race.easy_until for race in races if race.eases(week.monday) and race.easy_until is not None]
    if not until:
        return ""
    return f"easy to {figures.weekday(max(until))}" if max(until) < week.end else EASY_RUNS


def about(week: SeasonWeek, phase: Phase) -> Reason:
    """What kind of week it is: before a B race, lighter, a taper by its protocol, or one of its phase.

    Args:
        phase: as served.
    """
    if week.b_race:
        race = next(race for race in week.races if race.priority is Priority.B)
        return because("B_RACE_WEEK", race=race.name)
    if week.light:
        return because("DELOAD")
    if phase is Phase.TAPER and taper_of(week) is Taper.SHARP:
        return because("TAPER_SHARP")
    return because(f"PHASE_{phase.name}")


def taper_of(week: SeasonWeek) -> Taper | None:
    """The protocol of the race that a week leads to."""
    return None if week.next_a is None else week.next_a.taper


def _day(
    planned: PlannedWeek,
    day: date,
    log: TrainingLog,
    rules: AdherenceRules,
    runs: Collection[Run],
    today: date,
) -> PlanDay:
    run = run_shown(planned.lifting.runs[day.weekday()], day, runs, today)
    sessions = [each for each in log.sessions if each.date == day] if day <= today else []
    started, ran = [each for each in sessions if each.started], any(each.date == day for each in runs)
    if started:
        return PlanDay(day, run, "part" if all(is_in_part(each, rules) for each in started) else "done", ran)
    if sessions:
        return PlanDay(day, run, "skipped", ran)
    if planned.on(day) is None:
        return PlanDay(day, run, "", ran)
    return PlanDay(day, run, "missed" if day < today else "planned", ran)


def difference_lines(changes: Iterable[AnyChange], today: date, brief: Say) -> tuple[str, ...]:
    """What a change of plan does: phases, lifting days and loads by runs of weeks, then the lighter weeks."""
    changes = tuple(changes)
    lines = []
    for each in changes:
        what = _what_changes(each, brief)
        if what:
            weeks = figures.counted(each.weeks, "week")
            lines.append(f"from {figures.short_date(each.start, today)}, {weeks}: {what}")
    light = [each for each in changes if isinstance(each, PlanChange) and not each.phase_changes]
    for each in light:
        if each.race:
            lines.append(f"lighter for {each.race}: the week of {figures.short_date(each.start, today)}")
    for words, found in (
        ("lighter weeks now", [each for each in light if each.light_after and not each.race]),
        ("no longer lighter", [each for each in light if not each.light_after]),
    ):
        if found:
            mondays = (each.start + 7 * at * _DAY for each in found for at in range(each.weeks))
            lines.append(f"{words}: {', '.join(figures.short_date(day, today) for day in mondays)}")
    return tuple(lines)


def _what_changes(change: AnyChange, brief: Say) -> str:
    if isinstance(change, DaysChange):
        return _other_days(change, brief)
    if isinstance(change, LoadChange):
        return _other_loads(change)
    return f"{_phase(change.before)} becomes {_phase(change.after)}" if change.phase_changes else ""


def _other_days(change: DaysChange, brief: Say) -> str:
    """The lost days with what closes them, or the new ones beside the old."""
    before, after = set(change.before), set(change.after)
    said = next((brief(reason).rstrip(".") for reason in change.reasons), "")
    why = said and f" ({said[:1].lower()}{said[1:]})"
    if after < before:
        return f"no lifting on {_weekdays(before - after)}{why}"
    if before < after:
        return f"lifting on {_weekdays(after - before)} as well"
    return f"lifting {_weekdays(after)} instead of {_weekdays(before)}{why}"


def _weekdays(days: Iterable[int]) -> str:
    return " ".join(figures.WEEKDAYS[day] for day in sorted(days))


def _other_loads(change: LoadChange) -> str:
    (old, old_sets), (new, new_sets) = (
        tuple(zip(*each, strict=True)) for each in (change.before, change.after)
    )
    heavy = f"top sets at {_figures(new)} % of your max instead of {_figures(old)} %" if old != new else ""
    much = (
        f"{_figures(new_sets)} sets a session instead of {_figures(old_sets)}" if old_sets != new_sets else ""
    )
    return f"{change.phase.spoken}: {', '.join(filter(None, (heavy, much)))}"


def _figures(values: Sequence[int]) -> str:
    """``80, 75``; of many the least and the most."""
    told = [value for value, _ in groupby(values)]
    if len(told) > _MOST_FIGURES:
        return f"{min(told)} to {max(told)}"
    return ", ".join(map(str, told))


def _phase(phase: Phase) -> str:
    """Build with its style, since that is what may change."""
    style = {Phase.BUILD_MAINTENANCE: " (maintenance)", Phase.BUILD_PERIODIZED: " (periodized)"}.get(
        phase, ""
    )
    return f"{phase.spoken}{style}"


def race_words(race: Race, today: date) -> str:
    """``Berlin, marathon, A, Sun 14 Mar 2027, in 110 days``."""
    when = figures.full_date(race.date, today)
    return f"{race.name}, {race.distance.spoken}, {race.priority}, {when}, {figures.days_away(race.days_from(today))}"
