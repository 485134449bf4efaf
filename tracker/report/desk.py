"""The sheets of one home: what a screen, a verb and an export are all drawn from."""

from datetime import date, timedelta
from typing import Protocol

from tracker.domain.coaching.outlook import weeks_ahead
from tracker.domain.errors import Refused
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason
from tracker.domain.runner import Verdict
from tracker.domain.season.week_plan import PlannedWeek
from tracker.logbook import Logbook
from tracker.report.plan import PlanWeek, plan_week
from tracker.report.sheet import Reading, WeekSheet
from tracker.report.week import week_sheet

_WEEK = timedelta(days=7)


class Words(Protocol):
    """Puts words to a reason."""

    def line(self, reason: Reason) -> str: ...
    def text(self, reason: Reason) -> str: ...


def week_of(logbook: Logbook, words: Words, day: date | None = None) -> WeekSheet:
    """The sheet of the week that holds *day*, or today.

    Raises:
        Refused: for a week that is still to come.
    """
    review = logbook.reviewing.week(day)
    runner, content = logbook.desk.runner, logbook.content
    monday = review.week.monday
    planned = _planned(logbook, monday)
    race = planned.week.next_a if planned is not None else None
    return week_sheet(
        review,
        logbook.reviewing.decided(review),
        logbook.reviewing.log(monday),
        planned,
        _planned(logbook, monday + _WEEK),
        race or next((each for each in runner.races if each.date >= monday), None),
        logbook.desk.today,
        Reading(
            content.exercises,
            runner.unit,
            words.text,
            words.line,
            content.review.coverage.names,
            content.review.effort,
            content.review.adherence,
            content.review.trend.noise,
        ),
    )


def _planned(logbook: Logbook, monday: date) -> PlannedWeek | None:
    try:
        return logbook.coach(monday).week(monday_of(monday))
    except Refused:
        return None


def plan_of(logbook: Logbook, words: Words, start: date, end: date) -> tuple[PlanWeek, ...]:
    """The weeks of the plan that hold any day of the half-open range, loads at the level of today."""
    runner, today, coach = logbook.desk.runner, logbook.desk.today, logbook.coach(logbook.desk.today)
    rules = logbook.content.review.adherence
    found = []
    for ahead in weeks_ahead(coach, today, max(start, logbook.season.starts), end):
        verdict = runner.decision_for(ahead.week.monday)
        note = {Verdict.HOLD: "held", Verdict.BACK_OFF: "backed off"}.get(verdict, "") if verdict else ""
        found.append(plan_week(ahead, note, coach.log, rules, runner.races, today, words.text, words.line))
    return tuple(found)
