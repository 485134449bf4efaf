"""The story of one exercise: a point for every time it was done, for the graph and for `progress`."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from tracker.domain.exercise import Exercise
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.review_rules import HardSetRules
from tracker.domain.strength.done_sets import DoneSet, carries_load, sets_of
from tracker.domain.strength.estimates import Estimates
from tracker.domain.strength.exposures import is_normal
from tracker.domain.strength.hard_sets import is_hard
from tracker.domain.strength.records import Record, records_with
from tracker.domain.strength.tonnage import set_tonnage
from tracker.domain.strength.top_set import top_set


class Point(NamedTuple):
    """One exercise in one session.

    Attributes:
        e1rm_kg: what was believed afterwards (system load); None for what has no such figure.
        top: the top set.
        tonnage_kg: of all working sets; None without a weight.
        hard_sets: working sets at RPE 7 or more.
        counted: False for deload, taper, race week, recovery, red readiness and pain: drawn, kept out of trends.
    """

    date: date
    session: str
    phase: Phase
    e1rm_kg: float | None
    top: DoneSet
    tonnage_kg: float | None
    hard_sets: int
    counted: bool

    @property
    def top_kg(self) -> float | None:
        """External load of the top set, both hands together; None without a weight."""
        load = self.top.done.load
        return load.kilograms if load is not None else None

    @property
    def reps(self) -> int | None:
        """Of the top set, of the weaker side."""
        return self.top.done.weaker_reps

    @property
    def seconds(self) -> int | None:
        """Of the top set, of the weaker side."""
        return self.top.done.weaker_seconds

    @property
    def contacts(self) -> int | None:
        """Of the top set."""
        return self.top.done.contacts

    @property
    def rpe(self) -> float | None:
        """Of the top set, as rated."""
        return self.top.done.rpe


class Progress(NamedTuple):
    exercise: Exercise
    points: tuple[Point, ...]
    records: tuple[Record, ...]


def progress(
    log: TrainingLog, exercise: Exercise, rules: HardSetRules, estimates: Estimates | None = None
) -> Progress:
    """Every exposure of *exercise*, oldest first, with the records among them."""
    believed = (estimates or Estimates(log)).history(exercise.id)
    days = [each.date for each in believed]
    points = []
    for exposed in log.of(exercise.id):
        known = bisect_right(days, exposed.session.date)
        e1rm = believed[known - 1].estimate.e1rm if known and carries_load(exposed.entry) else None
        if (point := _point(exposed, exercise, e1rm, rules)) is not None:
            points.append(point)
    return Progress(exercise, tuple(points), records_with(log, exercise.id))


def _point(exposed: Exposed, exercise: Exercise, e1rm_kg: float | None, rules: HardSetRules) -> Point | None:
    session, entry = exposed
    sets = sets_of(session, entry, exercise)
    top = top_set(sets)
    if top is None:
        return None
    lifted = [kg for each in sets if (kg := set_tonnage(each)) is not None]
    return Point(
        date=session.date,
        session=session.id,
        phase=session.phase,
        e1rm_kg=e1rm_kg,
        top=top,
        tonnage_kg=sum(lifted) if lifted else None,
        hard_sets=sum(is_hard(each, rules) for each in sets),
        counted=is_normal(exposed),
    )
