"""The weeks ahead as the plan asks for them: phase served, lifting days, and how heavy and how much they are."""

import datetime as dt

from tracker.domain.coaching.coach import Coach
from tracker.domain.progression.level import is_novice
from tracker.domain.runner import Verdict
from tracker.domain.season.change import WeekAhead
from tracker.domain.season.curves import week_load
from tracker.domain.season.week_plan import planned_weeks


def weeks_ahead(coach: Coach, today: dt.date, start: dt.date, end: dt.date) -> tuple[WeekAhead, ...]:
    """The weeks that hold any day of the half-open range, loads at the level of *today*."""
    runner, rules, log = coach.runner, coach.content.rules, coach.log
    level = coach.level(today)
    found = []
    for planned in planned_weeks(runner, rules, coach.season.reaching(end), log, start, end):
        week = planned.week
        phase = week.served(is_novice(runner, log, min(week.monday, today)))
        light = week.light or runner.decision_for(week.monday) is Verdict.BACK_OFF
        load = week_load(rules, week, phase, level, len(planned.days), light=light)
        found.append(WeekAhead(planned, phase, load))
    return tuple(found)
