"""Getting stronger, or at least keeping it: the e1RM trend of each lift, and how much of winter's best is left."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, groupby
from statistics import median
from typing import NamedTuple

from tracker.domain.exercise import ExerciseId, Role
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.race import monday_of
from tracker.domain.review_rules import TrendRules
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import carries_load
from tracker.domain.strength.e1rm import SETTLED_AFTER, Estimate
from tracker.domain.strength.estimates import Estimates

WEEK = timedelta(days=7)
_ROLES = tuple(Role)


class Direction(StrEnum):
    RISING = "rising"
    FLAT = "flat"
    FALLING = "falling"


class Trend(NamedTuple):
    """Attributes:
    slope: change a week as a share of the median value.
    change: from the first value to the last, as a share of the first.
    clear: False while a rise or fall may be noise: "no clear change yet".
    """

    direction: Direction
    slope: float
    change: float
    clear: bool


class LiftTrend(NamedTuple):
    """One lift at the end of a week.

    Attributes:
        role: its job in the latest session.
        e1rm_kg: estimated maximum (system load) at the end of the week.
        moved_kg: how much of it is the body; None where only the load moves.
        lower_bound: so far every set only proved "at least this".
        values: Monday and estimate of the last weeks, oldest first, from the third exposure on.
        trend: None with too few exposures or weeks, and where the lift is `left`.
        kept: e1RM as a share of the best of the block it is held against; None without such a block, and where `left`.
        last: the day it was last done.
        left: for so long that nothing says whether the estimate still holds.
    """

    exercise: ExerciseId
    role: Role
    e1rm_kg: float
    moved_kg: float | None
    lower_bound: bool
    values: tuple[tuple[date, float], ...]
    trend: Trend | None
    kept: float | None
    last: date
    left: bool

    @property
    def holds(self) -> bool:
        """Not clearly falling."""
        return self.trend is not None and not (self.trend.clear and self.trend.direction is Direction.FALLING)


class Block(NamedTuple):
    """The days of training that strength is held against, half-open, all in *phase*: off-season or base."""

    start: date
    end: date
    phase: Phase


def theil_sen(values: Sequence[float]) -> float:
    """The median of all pairwise slopes of evenly spaced *values* (at least two): one odd week does not tilt it."""
    pairs = combinations(enumerate(values), 2)
    return median((later - earlier) / (j - i) for (i, earlier), (j, later) in pairs)


def trend_of(values: Sequence[float], rules: TrendRules) -> Trend:
    """Direction and size of a row of weekly estimates (at least two, all above zero)."""
    slope = theil_sen(values) / median(values)
    change = values[-1] / values[0] - 1.0
    direction = Direction.FLAT
    if abs(slope) > rules.slope:
        direction = Direction.RISING if slope > 0.0 else Direction.FALLING
    clear = direction is Direction.FLAT or abs(change) >= rules.noise
    return Trend(direction, slope, change, clear)


def lift_trends(
    log: TrainingLog, estimates: Estimates, end: date, block: Block | None, rules: TrendRules
) -> tuple[LiftTrend, ...]:
    """Every loaded lift of the last weeks before *end* (a Monday), main lifts first, then the most trained."""
    found = []
    for exercise in log.exercises:
        lift = lift_trend(log, estimates, exercise, end, block, rules)
        if lift is not None:
            times = sum(end - rules.weeks * WEEK <= each.session.date < end for each in log.of(exercise))
            found.append((_ROLES.index(lift.role), -times, exercise, lift))
    return tuple(lift for *_, lift in sorted(found, key=lambda each: each[:3]))


def lift_trend(
    log: TrainingLog,
    estimates: Estimates,
    exercise: ExerciseId,
    end: date,
    block: Block | None,
    rules: TrendRules,
) -> LiftTrend | None:
    """One lift of the last weeks before *end* (a Monday); None where it was not done with a weight."""
    start = end - rules.weeks * WEEK
    recent = [each for each in log.of(exercise) if start <= each.session.date < end]
    if not recent or not carries_load(recent[-1].entry):
        return None
    estimate = estimates.before(exercise, end)
    if estimate is None:
        return None
    latest, last = recent[-1].entry, recent[-1].session.date
    left = (end - last).days > rules.left_days
    kept = None if left else _kept(estimates, exercise, estimate, block)
    values = () if left else _weekly(estimates, exercise, end, rules)
    trend = None
    if not left and _enough(log, exercise, estimate, end, rules) and len(values) >= rules.least_weeks:
        trend = trend_of([value for _, value in values], rules)
    return LiftTrend(
        exercise,
        latest.role,
        estimate.e1rm,
        latest.moved_kg,
        estimate.lower_bound,
        values,
        trend,
        kept,
        last,
        left,
    )


def reference_block(
    sessions: Iterable[Session], phase: Phase | None, end: date, rules: TrendRules
) -> Block | None:
    """What strength is held against: the last off-season before this phase, else the base before build.

    Args:
        sessions: oldest first; imported ones carry no phase of their own and are passed over.
        phase: of the week under review.
        end: the day after it; nothing older than a year counts.
    """
    since = end - rules.kept_weeks * WEEK
    trained = [s for s in sessions if since <= s.date < end and not s.imported and s.started]
    blocks = [
        (name, Block(run[0].date, run[-1].date + timedelta(days=1), run[0].phase))
        for name, found in groupby(trained, key=lambda each: each.phase.public)
        if (run := list(found))
    ]
    now = phase.public if phase is not None else blocks[-1][0] if blocks else None
    before = [block for _, block in (blocks[:-1] if blocks and blocks[-1][0] == now else blocks)]
    wanted = [Phase.OFF_SEASON]
    if now not in (Phase.OFF_SEASON.value, Phase.BASE.value):
        wanted.append(Phase.BASE)
    return next((block for each in wanted for block in reversed(before) if block.phase is each), None)


def weeks_in(block: Block) -> int:
    """ISO weeks that hold a day of the block."""
    return (monday_of(block.end - timedelta(days=1)) - monday_of(block.start)).days // 7 + 1


def _kept(estimates: Estimates, exercise: ExerciseId, now: Estimate, block: Block | None) -> float | None:
    if block is None:
        return None
    proven = [
        each.estimate.e1rm
        for each in estimates.history(exercise)
        if each.normal and block.start <= each.date < block.end and not each.estimate.lower_bound
    ]
    return now.e1rm / max(proven) if proven else None


def _weekly(
    estimates: Estimates, exercise: ExerciseId, end: date, rules: TrendRules
) -> tuple[tuple[date, float], ...]:
    """Estimates at the end of each week. The first exposures are left out: they start low on purpose."""
    mondays = [end - (back + 1) * WEEK for back in reversed(range(rules.weeks))]
    known = ((monday, estimates.before(exercise, monday + WEEK)) for monday in mondays)
    return tuple(
        (monday, estimate.e1rm)
        for monday, estimate in known
        if estimate is not None and estimate.exposures >= SETTLED_AFTER
    )


def _enough(log: TrainingLog, exercise: ExerciseId, estimate: Estimate, end: date, rules: TrendRules) -> bool:
    weeks = {monday_of(each.session.date) for each in log.of(exercise) if each.session.date < end}
    return estimate.exposures >= rules.least_exposures and len(weeks) >= rules.least_weeks
