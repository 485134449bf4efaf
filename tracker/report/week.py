"""Writing the sheet of a week: each figure of the review as words, each with "not enough data yet" where it is so."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from tracker.domain.adapting.pain_log import PainReport
from tracker.domain.exercise import CareArea, Ingredient, Role
from tracker.domain.history import TrainingLog
from tracker.domain.race import Race
from tracker.domain.reason import because
from tracker.domain.review.adherence import is_in_part
from tracker.domain.review.coverage import Coverage
from tracker.domain.review.deciding import Decided
from tracker.domain.review.effort import Felt, felt
from tracker.domain.review.options import Option
from tracker.domain.review.review import Review
from tracker.domain.review.week_metrics import WeekMetrics
from tracker.domain.review_rules import GROUPS, POSITIONS, AdherenceRules, EffortRules
from tracker.domain.run_week import RunDay, run_shown
from tracker.domain.season.week_plan import PlannedWeek
from tracker.domain.strength.record_text import record_text
from tracker.domain.strength.records import Record
from tracker.domain.strength.trend import Direction, LiftTrend
from tracker.domain.units import Load, Unit
from tracker.domain.words import figures
from tracker.report.names import INGREDIENT_NAMES, place_of
from tracker.report.option_text import option_words
from tracker.report.sheet import (
    MOST_LIFTS,
    NOT_YET,
    Cells,
    Choice,
    DayMark,
    GroupLine,
    LiftLine,
    Reading,
    Said,
    Say,
    WeekSheet,
)

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MAIN = (Role.PRIMARY, Role.SECONDARY)
_CLAUSE = re.compile(r": |, and |\. ")


def week_sheet(
    review: Review,
    decided: Decided,
    log: TrainingLog,
    this: PlannedWeek | None,
    after: PlannedWeek | None,
    race: Race | None,
    today: date,
    reading: Reading,
) -> WeekSheet:
    """The sheet of one week.

    Args:
        decided: what stands for the week after.
        this, after: the week and the next as planned; None outside the plan.
        race: the next race as seen from this week.
    """
    week = review.week
    spoken = [reading.say(each) for each in review.summary]
    return WeekSheet(
        monday=week.monday,
        seen_on=today,
        phase=week.calendar.this.phase,
        place=place_of(
            week.calendar.this.phase, week.calendar.this.phase_week, week.calendar.this.phase_weeks
        )
        + (", lighter" if week.calendar.this.light else ""),
        trained_before=any(session.date < week.monday for session in log.trained),
        race=_race(race, week.monday),
        days=_days(week.monday, log, this, today, reading.adherence),
        sessions=_sessions(week),
        closed=review.closed,
        headline=_headline(spoken),
        summary=" ".join([*_after_headline(spoken), *spoken[1:]]),
        insights=tuple(reading.say(each.reason) for each in review.insights),
        lifts=_lifts(week, reading),
        kept=_kept(week),
        groups=_groups(week),
        sets=week.hard_sets.total,
        sets_last=week.hard_sets_last.total,
        coverage=_cells(week.coverage),
        positions_missing=frozenset(
            at for at, position in enumerate(POSITIONS) if position in week.coverage.holes
        ),
        covered=_covered(week.coverage, reading),
        effort=_effort(week, reading.effort),
        run_lift=_run_lift(week),
        run_lift_target="" if week.run_lift.target is None else _shares(week.run_lift.target),
        tonnage=_tonnage(week, reading.unit),
        tonnage_line=tuple(each.kg for each in week.tonnage_line),
        noise=reading.noise,
        records=_records(week.records, reading),
        pains=_pains(week.pains),
        ahead=_ahead(week, after, decided),
        ahead_days=() if after is None else tuple(day.date for day in after.days),
        why_next=_why_next(week, after, reading.say),
        why_briefly=_why_next(week, after, reading.brief),
        choices=_choices(review.options, decided, today),
    )


def _race(race: Race | None, monday: date) -> str:
    if race is None:
        return ""
    weeks = (race.week - monday).days // 7
    if weeks == 0:
        return f"{race.name} on {figures.weekday(race.date)}"
    return f"{race.name} in {figures.counted(weeks, 'week')}"


def _days(
    monday: date, log: TrainingLog, planned: PlannedWeek | None, today: date, rules: AdherenceRules
) -> tuple[DayMark, ...]:
    week = log.between(monday, monday + _WEEK)
    return tuple(_mark(monday + at * _DAY, week, planned, today, rules) for at in range(7))


def _mark(
    day: date, week: TrainingLog, planned: PlannedWeek | None, today: date, rules: AdherenceRules
) -> DayMark:
    asked = planned.lifting.runs[day.weekday()] if planned is not None else RunDay.REST
    sessions = [each for each in week.sessions if each.date == day]
    lift = ""
    started = [each for each in sessions if each.started]
    if started:
        lift = "part" if all(is_in_part(each, rules) for each in started) else "done"
    elif sessions:
        lift = "skipped"
    elif planned is not None and planned.on(day) is not None:
        lift = "missed" if day < today else "planned"
    ran = any(run.date == day for run in week.runs)
    return DayMark(day, run_shown(asked, day, week.runs, today), ran, lift)


def _sessions(week: WeekMetrics) -> Said:
    done, asked = week.sessions.done, week.asked
    if not asked and not done:
        return Said(None, "none planned")
    if week.above_ceiling:
        begun = week.times + week.in_part
        return Said(float(begun), f"{begun}, {asked} asked for", good=False)
    so_far = "" if week.over else " so far"
    return Said(float(done), f"{done} of {asked}{so_far}", done >= asked if week.over else None)


def _headline(spoken: list[str]) -> str:
    """The first clause: "A good week." of "A good week: 2 of 2 sessions done."."""
    return f"{_CLAUSE.split(spoken[0], maxsplit=1)[0].rstrip('.')}." if spoken else ""


def _after_headline(spoken: list[str]) -> list[str]:
    _, *rest = _CLAUSE.split(spoken[0], maxsplit=1) if spoken else ("",)
    return [each[:1].upper() + each[1:] for each in rest if each]


def lifts_of(week: WeekMetrics) -> tuple[LiftTrend, ...]:
    """The lifts that are told: the main ones, where there are none whatever was lifted."""
    main = tuple(lift for lift in week.lifts if lift.role in _MAIN) or week.lifts
    return main[:MOST_LIFTS]


def _lifts(week: WeekMetrics, reading: Reading) -> tuple[LiftLine, ...]:
    return tuple(
        LiftLine(
            _names(lift.exercise, reading),
            tuple(value for _, value in lift.values),
            figures.show_e1rm(lift.e1rm_kg, lift.moved_kg, reading.unit, 0, short=True),
            "" if lift.kept is None else figures.percent(lift.kept * 100, 0),
            _trend(lift),
            lift.holds if lift.trend is not None else None,
            f"last {figures.short_date(lift.last)}" if lift.left else "",
        )
        for lift in lifts_of(week)
    )


def _trend(lift: LiftTrend) -> str:
    if lift.trend is None:
        return NOT_YET
    if not lift.trend.clear:
        return "unclear" if lift.kept is not None else "no clear change"
    return {Direction.RISING: "rising", Direction.FLAT: "steady", Direction.FALLING: "falling"}[
        lift.trend.direction
    ]


def _kept(week: WeekMetrics) -> Said:
    if week.kept is None:
        main = lifts_of(week)
        left = bool(main) and all(lift.left for lift in main)
        since = figures.short_date(max(lift.last for lift in main)) if left else ""
        return Said(None, f"no sets since {since}" if left else NOT_YET)
    kept = figures.percent(week.kept * 100, 0)
    since = "" if week.kept_since is None else week.kept_since.spoken
    on = ""
    if week.kept_on:
        share = figures.percent(week.kept_on * 100, 0)
        on = "on more sets" if week.kept_on > 1.0 else f"on {share} of the sets"
    words = f"{kept} of your {since} best" if since else kept
    return Said(week.kept, f"{words}, {on}" if on else words, short=f"{kept} {on}".strip() if on else words)


def _groups(week: WeekMetrics) -> tuple[GroupLine, ...]:
    return tuple(
        GroupLine(
            group.spoken,
            week.hard_sets.by_group.get(group, 0.0),
            week.hard_sets_last.by_group.get(group, 0.0),
            week.over and group in week.below_floor,
            week.hard_sets.easy_sets(group),
            group in week.above_ceiling,
        )
        for group in GROUPS
    )


def _cells(coverage: Coverage) -> tuple[Cells, ...]:
    return tuple(
        Cells(
            INGREDIENT_NAMES[ingredient],
            tuple(coverage.cells[ingredient, position] for position in POSITIONS),
            ingredient in coverage.holes,
        )
        for ingredient in Ingredient
    )


def _covered(coverage: Coverage, reading: Reading) -> Said:
    if coverage.score is None:
        return Said(None, NOT_YET)
    missing = ", ".join(reading.names[hole] for hole in coverage.holes)
    met = sum(each.met for each in coverage.required)
    words = f"missing {missing}" if missing else "nothing is missing"
    count = f"{met} of {len(coverage.required)} met"
    short = f"missing: {missing}" if missing else count
    return Said(coverage.score, f"{count}, {words}", not missing, short)


def _effort(week: WeekMetrics, rules: EffortRules) -> Said:
    drift = week.drift.mean
    if drift is None:
        return Said(None, NOT_YET)
    words = felt(drift, rules)
    good = words is Felt.AS_PLANNED or week.calendar.this.eased
    return Said(drift, f"{figures.signed(round(drift, 1))} RPE, {words}", good, words)


def _run_lift(week: WeekMetrics) -> Said:
    balance = week.run_lift
    if balance.share is None:
        return Said(None, NOT_YET)
    if not balance.runs:
        return Said(None, "no runs written down")
    unjudged = ", the phase is new" if balance.mixed else ""
    judged = {True: ", as asked", False: "", None: unjudged}[balance.as_asked]
    return Said(balance.share, f"{_shares(balance.share)}{judged}", balance.as_asked)


def _shares(lift: float) -> str:
    share = round(lift * 100)
    return f"{100 - share} : {share}"


def _tonnage(week: WeekMetrics, unit: Unit) -> Said:
    if week.tonnage is None:
        return Said(None, NOT_YET)
    shown = Load.of(round(week.tonnage.kg, 1)).amount_in(unit)
    words = f"{figures.number(shown / 1000, 1)} t" if unit is Unit.KG else f"{round(shown):,} lb"
    return Said(week.tonnage.kg, words)


def _records(records: Iterable[Record], reading: Reading) -> tuple[str, ...]:
    return tuple(f"{_names(each.exercise, reading)[0]} {_mark_of(each, reading)}" for each in records)


def _mark_of(record: Record, reading: Reading) -> str:
    return record_text(record, reading.unit, places=0)


def _names(exercise: str, reading: Reading) -> tuple[str, ...]:
    """The name, then its shorter aliases, the most usual first."""
    known = reading.library.get(exercise)
    if known is None:
        return (exercise,)
    return known.name, *(_titled(each) for each in known.aliases if len(each) < len(known.name))


def _titled(alias: str) -> str:
    return (
        alias[:1].upper() + alias[1:].replace("rdl", "RDL")
        if not alias.startswith("rdl")
        else "RDL" + alias[3:]
    )


def _pains(reports: Iterable[PainReport]) -> tuple[str, ...]:
    """A line for each spot: ``knee 4 of 10, Mon``; ``knee 4, 4, 2 of 10, Mon to Thu``."""
    by_site: dict[CareArea, list[PainReport]] = {}
    for report in reports:
        by_site.setdefault(report.site, []).append(report)
    return tuple(_pain(site, found) for site, found in by_site.items())


def _pain(site: CareArea, found: list[PainReport]) -> str:
    scores = ", ".join(str(each.score) for each in found)
    days = [figures.weekday(each.date) for each in (found[0], found[-1])]
    return f"{site.spoken} {scores} of 10, {' to '.join(dict.fromkeys(days))}"


def _ahead(week: WeekMetrics, after: PlannedWeek | None, decided: Decided) -> str:
    coming = week.calendar.next
    if after is None or coming.phase is None:
        return ""
    words = [place_of(coming.phase, coming.phase_week, coming.phase_weeks)]
    if decided.pulled or after.week.light:
        words.append("the lighter week")
    elif decided.verdict is not None:
        words.append({"hold": "loads held", "back_off": "backed off"}[decided.verdict.value])
    return ", ".join(words)


def _why_next(week: WeekMetrics, after: PlannedWeek | None, say: Say) -> tuple[str, ...]:
    if after is None:
        return ()
    phase = week.calendar.next.phase
    kind = [because("DELOAD")] if after.week.light else [because(f"PHASE_{phase.name}")] if phase else []
    found = kind + [reason for day in after.days for reason in day.reasons[:1]]
    found += after.lifting.notes
    return tuple(dict.fromkeys(map(say, found)))


def _choices(options: Iterable[Option], decided: Decided, today: date) -> tuple[Choice, ...]:
    return tuple(
        Choice(digit, option, *option_words(option, today), decided.chose(option))
        for digit, option in enumerate(options, start=1)
    )
