"""The weekly review: what was measured, what it means, and the decisions it ends in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple, Self

from tracker.domain.adapting.pain_log import pain_reports, sore_sites
from tracker.domain.errors import RunliftError
from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.prescription import PhaseRules
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason
from tracker.domain.review.asked import ReviewPlan
from tracker.domain.review.filling import filler
from tracker.domain.review.insights import Findings, Insight, holding
from tracker.domain.review.ledger import Ledger
from tracker.domain.review.options import Option, options
from tracker.domain.review.summary import summary
from tracker.domain.review.week_metrics import Books, WeekMetrics, measure
from tracker.domain.review_rules import ReviewRules
from tracker.domain.season.deload import WEEKS_BETWEEN_PULLED, with_deload_pulled
from tracker.domain.season.season import Season

_WEEK = timedelta(days=7)
_FAMILIAR = timedelta(days=28)


class Review(NamedTuple):
    """One ISO week.

    Attributes:
        week: the figures.
        closed: a red flag has not been read yet; nothing but its insight is shown.
        summary: the paragraph, a headline first.
        insights: at most three, the most important first.
        options: the decisions on offer; none while closed, nor once the week they are about is over.
    """

    week: WeekMetrics
    closed: bool
    summary: tuple[Reason, ...]
    insights: tuple[Insight, ...]
    options: tuple[Option, ...]

    @classmethod
    def of(
        cls,
        log: TrainingLog,
        exercises: Mapping[ExerciseId, Exercise],
        rules: ReviewRules,
        phases: Mapping[Phase, PhaseRules],
        season: Season | None,
        day: date,
        *,
        today: date,
        plan: ReviewPlan | None = None,
        ledger: Ledger | None = None,
    ) -> Self:
        """The review of the week that holds *day*.

        Args:
            log: everything known; what lies after the week is not looked at.
            phases: the numbers of each phase (`prescription.Rules.phases`).
            season: None without any plan.
            today: so that days to come are not missed days.
            plan: what had been asked; without one nothing is said about adherence or next week's days.
            ledger: that of *log*, when the caller keeps it from one review to the next.
        """
        plan = plan or ReviewPlan()
        books = Books(exercises, rules, phases)
        week = measure(log, books, season, monday_of(day), plan, today, ledger)
        fill = _fill(log, week, books, plan)
        found = Findings(week, books, fill, _next_day(log, week, plan, today), today)
        hold = holding(found)
        offered: tuple[Option, ...] = ()
        if not found.closed and today < week.monday + 2 * _WEEK:
            offered = options(
                {each.rule for each in hold},
                week.calendar,
                tuple(day for day in plan.next_days if day >= today),
                found.fill,
                rules.coverage.fill_minutes,
                proposed=_proposed(log, week, plan, today),
                against=plan.against,
                deload=_deload_ahead(season, week, today),
            )
        return cls(week, found.closed, summary(found), hold[: rules.insights.most], offered)


def _fill(log: TrainingLog, week: WeekMetrics, books: Books, plan: ReviewPlan) -> Exercise | None:
    """An exercise for a hole, with what is at hand, that hurts nowhere and is not new where nothing may be."""
    if not week.coverage.holes:
        return None
    end = week.monday + _WEEK
    coming = week.calendar.next.phase or week.calendar.this.phase
    rules = books.phases.get(coming) if coming is not None else None
    recent = log.between(end - _FAMILIAR, end)
    sore = sore_sites(pain_reports(recent), books.rules.pain.lasting)
    return filler(
        week.coverage.holes,
        books.exercises,
        plan.available,
        avoid=sore,
        recent=recent.exercises,
        only_recent=rules is not None and not rules.new_stimulus,
    )


def _next_day(log: TrainingLog, week: WeekMetrics, plan: ReviewPlan, today: date) -> date | None:
    """The next lifting day that is still to be done."""
    done = {session.date for session in log.trained}
    rest = (day.date for day in plan.days if day.date >= max(today, week.monday) and day.date not in done)
    ahead = iter((*rest, *plan.next_days))
    return next(ahead, None)


def _proposed(log: TrainingLog, week: WeekMetrics, plan: ReviewPlan, today: date) -> tuple[date, ...]:
    """The scheduler's days for the week after, while all of it lies ahead."""
    begun = log.between(week.monday + _WEEK, week.monday + 2 * _WEEK).trained
    return () if begun or any(day < today for day in plan.proposed) else plan.proposed


def _deload_ahead(season: Season | None, week: WeekMetrics, today: date) -> date | None:
    """The Monday of a deload within three weeks of the week after that may come forward to it."""
    if season is None:
        return None
    after = week.monday + _WEEK
    ahead = season.weeks(after + _WEEK, after + (WEEKS_BETWEEN_PULLED + 1) * _WEEK)
    deload = next((each.monday for each in ahead if each.deload), None)
    try:
        if deload is not None:
            with_deload_pulled(season, after, today)
    except RunliftError:
        return None
    return deload
