"""Estimated maxima over time: what was believed about each lift on any day, replayed once and kept."""

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from tracker.domain.exercise import ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.strength.e1rm import Estimate, updated
from tracker.domain.strength.exposures import exposures_of


class Believed(NamedTuple):
    """The estimate in the evening of *date*; *normal* says whether that day's exposure could move it."""

    date: date
    estimate: Estimate
    normal: bool


class Estimates:
    """Every estimate of one log. Keep it as long as the log: each lift is replayed only once."""

    def __init__(self, log: TrainingLog) -> None:
        self._log = log
        self._replayed: dict[ExerciseId, tuple[Believed, ...]] = {}

    def history(self, exercise: ExerciseId) -> tuple[Believed, ...]:
        """One per exposure since the first that said something, oldest first (system load, kg)."""
        if exercise not in self._replayed:
            self._replayed[exercise] = tuple(self._replay(exercise))
        return self._replayed[exercise]

    def before(self, exercise: ExerciseId, day: date) -> Estimate | None:
        """What was known in the morning of *day*."""
        history = self.history(exercise)
        at = bisect_left(history, day, key=lambda each: each.date)
        return history[at - 1].estimate if at else None

    def _replay(self, exercise: ExerciseId) -> list[Believed]:
        believed: list[Believed] = []
        estimate: Estimate | None = None
        for exposure in sorted(exposures_of(self._log, exercise), key=lambda each: each.date):
            estimate = updated(estimate, exposure)
            if estimate is not None:
                believed.append(Believed(exposure.date, estimate, exposure.normal))
        return believed
