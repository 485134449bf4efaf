"""Everything that is measured about one week. Nothing here judges, and nothing predicts injury."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from tracker.domain.adapting.adapted import Adapted, adapted
from tracker.domain.adapting.pain_log import PainReport, lasting_pain, sore_sites
from tracker.domain.exercise import Exercise, ExerciseId, Role
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.prescription import PhaseRules
from tracker.domain.race import monday_of
from tracker.domain.review.adherence import Adherence, adherence, completion, is_done, is_in_part
from tracker.domain.review.asked import ReviewPlan
from tracker.domain.review.balance import RunLift, run_lift
from tracker.domain.review.calendar import WEEK, Calendar, calendar
from tracker.domain.review.coverage import Coverage, Demand, asked_of, coverage
from tracker.domain.review.effort import Drift, did_more, drift, drift_of_both, lifts_far_over, red_days
from tracker.domain.review.ledger import Ledger
from tracker.domain.review.load_sums import LoadSums, load_sums, minutes_of, rise, run_minutes
from tracker.domain.review_rules import LEG_GROUPS, Group, ReviewRules
from tracker.domain.run import CheckIn, RunKind
from tracker.domain.season.season import Season
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import DoneSet, done_sets
from tracker.domain.strength.hard_sets import (
    HardSets,
    above_ceiling,
    asked_hard_sets,
    below_floor,
    hard_sets,
    is_jump,
)
from tracker.domain.strength.records import Record
from tracker.domain.strength.symmetry import SideDifference, side_differences
from tracker.domain.strength.tonnage import Tonnage, WeekTonnage, tonnage
from tracker.domain.strength.trend import Block, LiftTrend, lift_trends, reference_block, weeks_in

_DAY = timedelta(days=1)
_TONNAGE_WEEKS = 4
_KEY_RUNS = frozenset({RunKind.QUALITY, RunKind.LONG, RunKind.RACE})


class Books(NamedTuple):
    """What a review reads beside the log: the library, its own numbers, and those of each phase."""

    exercises: Mapping[ExerciseId, Exercise]
    rules: ReviewRules
    phases: Mapping[Phase, PhaseRules]


class WeekMetrics(NamedTuple):
    """One week in figures; None always means "not enough data yet".

    Attributes:
        over: nothing more is planned in it.
        sessions: of this week so far; `adherence` is that of four weeks.
        in_part: sessions of this week of which less than half was done, so that they are not counted.
        times: sessions done in it, asked for or not.
        planned_days: lifting days of the whole week, those still to come included, days away not.
        completion: sets done of those prescribed, in done sessions.
        hard_sets, hard_sets_last: this week's and last week's.
        kept: median over the main lifts of e1RM against the reference block's best.
        kept_on: hard sets of the week against the mean loading week of that block.
        kept_since: the phase of that block, off-season or base.
        run_minutes, lift_minutes: of this week.
        runs_rise, hard_sets_rise: change from last week as a share; None after a light week too.
        adapted: what was modified, shortened or done on the road.
        pains: reports of this week.
        lasting_pain: a site a clinician should see.
        far_over: main lifts whose prescription was clearly too much this week.
        red: readiness was red on two of the last three training days.
        red_flags: check-ins of this week that stop training.
        before_key_runs: days of leg work right before quality, long run or race, in 14 days.
        fast_runs: quality runs of this week.
    """

    monday: date
    over: bool
    calendar: Calendar
    sessions: Adherence
    in_part: int
    times: int
    planned_days: int
    adherence: Adherence
    completion: float | None
    hard_sets: HardSets
    hard_sets_last: HardSets
    below_floor: tuple[Group, ...]
    above_ceiling: tuple[Group, ...]
    tonnage: Tonnage | None
    tonnage_line: tuple[WeekTonnage, ...]
    lifts: tuple[LiftTrend, ...]
    kept: float | None
    kept_on: float | None
    kept_since: Phase | None
    drift: Drift
    drift_two_weeks: Drift
    did_more: bool
    load: LoadSums | None
    run_minutes: float | None
    lift_minutes: float | None
    runs_rise: float | None
    hard_sets_rise: float | None
    coverage: Coverage
    side_differences: tuple[SideDifference, ...]
    run_lift: RunLift
    records: tuple[Record, ...]
    adapted: Adapted
    pains: tuple[PainReport, ...]
    lasting_pain: PainReport | None
    far_over: tuple[ExerciseId, ...]
    red: bool
    red_flags: tuple[CheckIn, ...]
    before_key_runs: tuple[date, ...]
    fast_runs: int

    @property
    def asked(self) -> int:
        """Sessions planned: of the whole week, also while it is under way."""
        return self.sessions.planned if self.over else max(self.sessions.planned, self.planned_days)

    @property
    def main_lifts(self) -> tuple[LiftTrend, ...]:
        return tuple(lift for lift in self.lifts if lift.role is Role.PRIMARY)

    @property
    def trained(self) -> bool:
        return bool(self.hard_sets.total or self.tonnage or any(self.coverage.ingredients.values()))


def measure(
    log: TrainingLog,
    books: Books,
    season: Season | None,
    monday: date,
    plan: ReviewPlan,
    today: date,
    ledger: Ledger | None = None,
) -> WeekMetrics:
    """The figures of the week of *monday*, from the log up to its end and nothing else.

    Args:
        season: None without any plan.
        today: days after it have not happened yet.
        ledger: that of *log*, kept by the caller; made here when not given.
    """
    return _Week(log, books, monday, plan, today, calendar(season, log, monday, plan.novice)).measured(
        ledger or Ledger(log)
    )


class _Week(NamedTuple):
    """The log cut to the ranges that the figures are made of."""

    log: TrainingLog
    books: Books
    monday: date
    plan: ReviewPlan
    today: date
    around: Calendar

    @property
    def end(self) -> date:
        return self.monday + WEEK

    def measured(self, ledger: Ledger) -> WeekMetrics:
        rules = self.books.rules
        week, last = self._part(self.monday), self._part(self.monday - WEEK, self.monday)
        sets, sets_last = self._sets(week), self._sets(last)
        hard, hard_last = hard_sets(sets, rules.hard_sets), hard_sets(sets_last, rules.hard_sets)
        block = reference_block(self.log.sessions, self.around.this.phase, self.end, rules.trend)
        lifts = lift_trends(self.log, ledger.estimates, self.end, block, rules.trend)
        reports = tuple(report for report in ledger.pains if report.date < self.end)
        minutes, minutes_last = run_minutes(week.runs), run_minutes(last.runs)
        compared = not self.around.last.eased
        return WeekMetrics(
            monday=self.monday,
            over=self._over(week),
            calendar=self.around,
            sessions=self._adherence(self.monday, week),
            in_part=sum(is_in_part(each, rules.adherence) for each in week.trained),
            times=sum(is_done(each, rules.adherence) for each in week.trained),
            planned_days=sum(
                self.monday <= day.date < self.end and not day.neutral for day in self.plan.days
            ),
            adherence=self._adherence(self.end - rules.adherence.days * _DAY, week),
            completion=completion(week.sessions, rules.adherence),
            hard_sets=hard,
            hard_sets_last=hard_last,
            below_floor=self._below_floor(hard, week),
            above_ceiling=above_ceiling(hard, rules.hard_sets),
            tonnage=tonnage(sets, rules.hard_sets),
            tonnage_line=self._tonnage_line(),
            lifts=lifts,
            kept=_median(each.kept for each in lifts if each.role is Role.PRIMARY),
            kept_on=self._kept_on(hard, block),
            kept_since=block.phase if block is not None else None,
            drift=drift(sets, rules.effort.least_sets),
            drift_two_weeks=drift_of_both(sets_last, sets, rules.effort),
            did_more=did_more(sets, rules.effort),
            load=load_sums(week.sessions, week.runs, self.monday, self.today + _DAY, rules.load),
            run_minutes=minutes,
            lift_minutes=self._lift_minutes(week.trained),
            runs_rise=rise(minutes, minutes_last) if compared else None,
            hard_sets_rise=rise(hard.total, hard_last.total) if compared else None,
            coverage=self._coverage(sets, week, reports),
            side_differences=side_differences(self.log, rules.symmetry, self.end),
            run_lift=self._run_lift(),
            records=tuple(record for each in week.trained for record in ledger.records(each)),
            adapted=adapted(week.sessions, self.plan.travel)._replace(
                moved=self.plan.moved, ill=self.plan.ill, holiday=self.plan.holiday
            ),
            pains=tuple(report for report in reports if report.date >= self.monday),
            lasting_pain=lasting_pain(reports, self.end, rules.pain),
            far_over=lifts_far_over(self.log, self.monday, self.end, rules.effort),
            red=red_days(self._part(self.monday - WEEK).sessions, rules.effort),
            red_flags=tuple(each for each in week.checkins if each.red_flag is not None),
            before_key_runs=tuple(self._before_key_runs()),
            fast_runs=sum(run.kind is RunKind.QUALITY for run in week.runs),
        )

    def _part(self, start: date, end: date | None = None) -> TrainingLog:
        return self.log.between(start, self.end if end is None else end)

    def _sets(self, part: TrainingLog) -> tuple[DoneSet, ...]:
        return done_sets(part.sessions, self.books.exercises)

    def _over(self, week: TrainingLog) -> bool:
        if self.today >= self.end:
            return True
        trained_today = any(session.date == self.today for session in week.trained)
        first_left = self.today + _DAY if trained_today else self.today
        left = any(first_left <= day.date < self.end for day in self.plan.days)
        return bool(week.trained) and not left

    def _adherence(self, start: date, week: TrainingLog) -> Adherence:
        rules = self.books.rules.adherence
        near = rules.moved_days * _DAY
        days = [day for day in self.plan.days if start <= day.date < self.end]
        until = self.end if self._over(week) else self.today
        return adherence(days, self._part(start - near, self.end + near).sessions, rules, until)

    def _tonnage_line(self) -> tuple[WeekTonnage, ...]:
        line = []
        for week in (*reversed(self.around.earlier[: _TONNAGE_WEEKS - 1]), self.around.this):
            lifted = tonnage(
                self._sets(self._part(week.monday, week.monday + WEEK)), self.books.rules.hard_sets
            )
            line.append(WeekTonnage(week.monday, week.phase, week.light, lifted.kg if lifted else None))
        return tuple(line)

    def _below_floor(self, hard: HardSets, week: TrainingLog) -> tuple[Group, ...]:
        rules, this = self.books.rules.hard_sets, self.around.this
        asked = asked_hard_sets(week.sessions, self.books.exercises, rules)
        return below_floor(hard, asked, this.phase, this.eased, rules)

    def _kept_on(self, hard: HardSets, block: Block | None) -> float | None:
        """Hard sets against the mean loading week of the block."""
        if block is None:
            return None
        sessions = self._part(block.start, block.end).trained
        loading = [session for session in sessions if not session.deload]
        light = {monday_of(each.date) for each in sessions} - {monday_of(each.date) for each in loading}
        then = hard_sets(done_sets(loading, self.books.exercises), self.books.rules.hard_sets)
        return hard.total * (weeks_in(block) - len(light)) / then.total if then.total else None

    def _lift_minutes(self, sessions: Iterable[Session]) -> float | None:
        lasted = [minutes_of(session, self.books.rules.load) for session in sessions]
        known = [minutes for minutes in lasted if minutes is not None]
        return sum(known) if len(known) == len(lasted) else None

    def _coverage(
        self, sets: Iterable[DoneSet], week: TrainingLog, reports: tuple[PainReport, ...]
    ) -> Coverage:
        rules = self.books.rules.coverage
        start = self.end - rules.days * _DAY
        lately = self._part(start)
        asked = (
            self.plan.asked if self.plan.asked is not None else asked_of(week.sessions, self.books.exercises)
        )
        recent = tuple(report for report in reports if report.date >= start)
        near = self.around.days_to_race is not None and self.around.days_to_race < rules.jump_race_days
        demand = Demand(
            self.around.this.phase,
            asked if self._over(week) else None,
            asked_of(lately.sessions, self.books.exercises),
            any(session.date < start for session in self.log.trained),
            self.plan.jumps and not near and not sore_sites(recent, rules.jump_pain) & rules.leg_sites,
        )
        return coverage(self._sets(lately), sets, demand, rules)

    def _run_lift(self) -> RunLift:
        rules = self.books.rules
        fortnight = self._part(self.end - rules.balance.days * _DAY)
        shares = {phase: numbers.run_share for phase, numbers in self.books.phases.items()}
        this, last = self.around.this.phase, self.around.last.phase
        settled = this is not None and last is not None and this.public == last.public
        return run_lift(fortnight, this, shares, rules.balance, rules.load, settled=settled)

    def _before_key_runs(self) -> Iterable[date]:
        key_runs = {run.date for run in self.log.runs if run.kind in _KEY_RUNS}
        fortnight = self._part(self.end - self.books.rules.insights.key_run_days * _DAY)
        for session in fortnight.trained:
            if session.date + _DAY in key_runs and self._loads_legs(session):
                yield session.date

    def _loads_legs(self, session: Session) -> bool:
        rules = self.books.rules.hard_sets
        return any(
            is_jump(each) or rules.main_group(each.exercise) in LEG_GROUPS
            for each in done_sets((session,), self.books.exercises)
        )


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None
