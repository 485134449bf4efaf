"""What a graph shows of an exercise or a group: a figure for each session or week, and what no trend may use."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from tracker.domain.exercise import Exercise, ExerciseId, Role
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.race import monday_of
from tracker.domain.review.progress import Point, progress
from tracker.domain.review_rules import GROUPS, Group, HardSetRules
from tracker.domain.season.season import Season
from tracker.domain.session import ReadinessBand, Session
from tracker.domain.strength.done_sets import DoneSet, done_sets
from tracker.domain.strength.estimates import Estimates
from tracker.domain.strength.exposures import is_normal
from tracker.domain.strength.hard_sets import hard_sets
from tracker.domain.strength.symmetry import left_lead
from tracker.domain.strength.tonnage import tonnage
from tracker.domain.strength.top_set import heaviness

_ROLES = tuple(Role)
_FOR_PAIN = frozenset({"PAIN_WORSE", "PAIN_LEGS_EASY", "PAIN_ARMS_EASY"})


class Measured(StrEnum):
    """What can be drawn. Kilograms for the first three, per cent of the stronger side for the last."""

    E1RM = "e1rm"
    TOP_SET = "top_set"
    TONNAGE = "tonnage"
    HARD_SETS = "hard_sets"
    CONTACTS = "contacts"
    SIDES = "sides"


OF_GROUPS = (Measured.TONNAGE, Measured.HARD_SETS, Measured.CONTACTS)
"""What makes sense for several exercises together."""


class Apart(StrEnum):
    """Why a point is drawn and kept out of trends."""

    DELOAD = "deload"
    TAPER = "taper"
    RACE_WEEK = "race_week"
    RECOVERY = "recovery"
    RED = "red"
    PAIN = "pain"
    EASED = "eased"


class Dot(NamedTuple):
    """One point.

    Attributes:
        date: of the session; the Monday of a week.
        value: see `Measured`; the left side's lead is above zero.
        phase: of the day; None where none was planned.
        apart: why it is kept out of trends, None where it counts.
        point: the top set and what else is known, for an exercise.
    """

    date: date
    value: float
    phase: Phase | None
    apart: Apart | None
    point: Point | None = None


class Band(NamedTuple):
    """Days of one phase, half-open."""

    phase: Phase
    start: date
    end: date


class Series(NamedTuple):
    """Dots by date; of a week each, or of a session."""

    what: Measured
    weekly: bool
    dots: tuple[Dot, ...]

    @property
    def counted(self) -> tuple[Dot, ...]:
        """Those a trend may use."""
        return tuple(dot for dot in self.dots if dot.apart is None)

    @property
    def best(self) -> Dot | None:
        """The highest that counts, of top sets the heaviest; of equal ones the first.

        Only what shows strength has a best: amounts follow the phase, and more of them is not better.
        """
        if self.what not in (Measured.E1RM, Measured.TOP_SET):
            return None
        return max(self.counted, key=self._height, default=None)

    def _height(self, dot: Dot) -> tuple[float, int]:
        if self.what is Measured.TOP_SET and dot.point is not None:
            return heaviness(dot.point.top)
        return (dot.value, 0)

    def since(self, start: date | None) -> "Series":
        """The part from *start* on; all of it without one."""
        if start is None:
            return self
        return Series(self.what, self.weekly, tuple(dot for dot in self.dots if dot.date >= start))


def exercise_series(
    log: TrainingLog,
    exercise: Exercise,
    what: Measured,
    rules: HardSetRules,
    estimates: Estimates | None = None,
) -> Series:
    """One dot for each session with *exercise* that has the figure; the figures are those of `progress`."""
    known = {each.session.id: each for each in log.of(exercise.id)}
    dots = []
    for point in progress(log, exercise, rules, estimates).points:
        exposed = known[point.session]
        value = _value(point, exposed, what)
        if value is not None:
            dots.append(Dot(point.date, value, phase_of(exposed.session), apart(exposed), point))
    return Series(what, weekly=False, dots=tuple(dots))


def group_series(
    log: TrainingLog,
    exercises: Mapping[ExerciseId, Exercise],
    group: Group | None,
    what: Measured,
    rules: HardSetRules,
) -> Series:
    """One dot for each week in which anything was done; without a group, of everything together.

    Raises:
        ValueError: for a figure that makes no sense for several exercises.
    """
    if what not in OF_GROUPS:
        raise ValueError(f"{what} belongs to one exercise")
    dots = []
    for monday, found in groupby(log.trained, key=lambda session: monday_of(session.date)):
        sessions = tuple(found)
        value = _week_value(done_sets(sessions, exercises), group, what, rules)
        if value is not None:
            dots.append(Dot(monday, value, phase_of(sessions[0]), _week_apart(sessions)))
    return Series(what, weekly=True, dots=tuple(dots))


def by_importance(log: TrainingLog) -> tuple[ExerciseId, ...]:
    """Every exercise of the log: main lifts first, by the job each had the last time, then the latest."""
    return tuple(sorted(log.exercises, key=lambda each: _ROLES.index(log.of(each)[-1].entry.role)))


def groups_in(
    log: TrainingLog, exercises: Mapping[ExerciseId, Exercise], rules: HardSetRules
) -> tuple[Group, ...]:
    """The groups with any exercise in the log, in their order."""
    met = {rules.main_group(exercises.get(each)) for each in log.exercises}
    return tuple(group for group in GROUPS if group in met)


def figures_of(log: TrainingLog, exercise: Exercise) -> tuple[Measured, ...]:
    """What can be drawn of one exercise, the most telling first."""
    exposures = log.of(exercise.id)
    loaded = any(
        done.load is not None and done.load.kg for each in exposures for done in each.entry.performed
    )
    jumps = any(done.contacts is not None for each in exposures for done in each.entry.performed)
    if jumps:
        return (Measured.CONTACTS,)
    sides = (Measured.SIDES,) if any(each.entry.per_side for each in exposures) else ()
    weights = (Measured.E1RM, Measured.TOP_SET, Measured.TONNAGE) if loaded else (Measured.TOP_SET,)
    return (*weights, Measured.HARD_SETS, *sides)


def bands(season: Season | None, start: date, end: date) -> tuple[Band, ...]:
    """The phases of the days from *start* to *end* (half-open), as planned at the time."""
    if season is None:
        return ()
    return tuple(
        Band(block.phase, max(block.start, start), min(block.end, end))
        for block in season.reaching(end).blocks()
        if block.start < end and block.end > start
    )


def apart(exposed: Exposed) -> Apart | None:
    """Why an exposure is kept out of trends; None where `exposures.is_normal`."""
    if is_normal(exposed):
        return None
    session, entry = exposed
    if session.phase.value in set(Apart):
        return Apart(session.phase.value)
    if session.deload:
        return Apart.DELOAD
    if session.recovery_stage is not None:
        return Apart.RECOVERY
    if session.readiness is ReadinessBand.RED and entry.pain is None:
        return Apart.RED
    hurt = entry.pain is not None or not _FOR_PAIN.isdisjoint(reason.code for reason in entry.reasons)
    return Apart.PAIN if hurt else Apart.EASED


def phase_of(session: Session) -> Phase | None:
    """The phase of a session; another app's sessions have none of their own."""
    return None if session.imported else session.phase


def _value(point: Point, exposed: Exposed, what: Measured) -> float | None:
    match what:
        case Measured.E1RM:
            return point.e1rm_kg
        case Measured.TOP_SET:
            amounts = (point.top_kg, point.reps, point.seconds)
            return next((float(each) for each in amounts if each is not None), None)
        case Measured.TONNAGE:
            return point.tonnage_kg
        case Measured.HARD_SETS:
            return float(point.hard_sets)
        case Measured.CONTACTS:
            return float(sum(done.contacts or 0 for done in exposed.entry.performed))
        case Measured.SIDES:
            return 100.0 * left_lead(exposed) if exposed.entry.per_side else None


def _week_value(
    sets: tuple[DoneSet, ...], group: Group | None, what: Measured, rules: HardSetRules
) -> float | None:
    if what is Measured.TONNAGE:
        lifted = tonnage(sets, rules)
        if lifted is None:
            return None
        return lifted.kg if group is None else lifted.by_group.get(group)
    counted = hard_sets(_of_group(sets, group, rules) if what is Measured.CONTACTS else sets, rules)
    if what is Measured.CONTACTS:
        return float(counted.contacts) if counted.contacts else None
    return float(counted.total if group is None else counted.by_group[group])


def _of_group(sets: Iterable[DoneSet], group: Group | None, rules: HardSetRules) -> tuple[DoneSet, ...]:
    return tuple(each for each in sets if group is None or rules.main_group(each.exercise) is group)


def _week_apart(sessions: Iterable[Session]) -> Apart | None:
    """A week is apart when all of it was: a deload, or a phase that lets go of load."""
    reasons = {_session_apart(session) for session in sessions}
    return reasons.pop() if len(reasons) == 1 else None


def _session_apart(session: Session) -> Apart | None:
    if session.phase.value in set(Apart):
        return Apart(session.phase.value)
    return Apart.DELOAD if session.deload else None


RANGES: Mapping[str, timedelta | None] = {
    "3 months": timedelta(days=92),
    "1 year": timedelta(days=366),
    "all years": None,
}
"""How far back a graph can look."""
