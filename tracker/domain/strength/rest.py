"""How long an exercise has rested: days since it, or anything with its main pattern, was trained (docs/rules.md 4.4)."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from tracker.domain.exercise import Exercise, ExerciseId, Role
from tracker.domain.history import BREAK_DAYS, TrainingLog

ROTATION_DAYS = 20
_SMALL = (Role.ACCESSORY, Role.CORE, Role.BALANCE)


class Rest(NamedTuple):
    """The days on which an exercise or its pattern, and anything at all, was trained; ascending.

    Attributes:
        returns: days of training that ended a break of two weeks or more from all lifting.
        small: work that rests as little as its runner does: a program hands accessories, core and balance round.
    """

    trained: tuple[date, ...]
    pattern: tuple[date, ...]
    returns: tuple[date, ...]
    small: bool

    def before(self, day: date) -> int | None:
        """Days from the last time to *day*; None where there was none.

        Whoever has gone on lifting meanwhile has not been away: a lift that the program hands round is not
        started lighter for the two or three weeks until its turn, and small work counts from the last session.
        """
        at = bisect_left(self.pattern, day)
        if at == 0:
            return None
        last = self.pattern[at - 1]
        days = (day - last).days
        if days < BREAK_DAYS or not self._went_on(last, day):
            return days
        if self.small:
            return (day - self.trained[bisect_left(self.trained, day) - 1]).days
        return BREAK_DAYS - 1 if days <= ROTATION_DAYS else days

    def _went_on(self, last: date, day: date) -> bool:
        """No two weeks without any lifting lie between *last* and *day*."""
        latest = self.trained[bisect_left(self.trained, day) - 1]
        if (day - latest).days >= BREAK_DAYS:
            return False
        at = bisect_left(self.returns, last + timedelta(days=1))
        return at == len(self.returns) or self.returns[at] >= day


def rest_of(
    log: TrainingLog, exercise: Exercise, exercises: Mapping[ExerciseId, Exercise], role: Role
) -> Rest:
    """The rest of one exercise in this log."""
    pattern = {
        exposed.session.date
        for each in log.exercises
        if _counts(each, exercise, exercises)
        for exposed in log.of(each)
    }
    trained = tuple(sorted({session.date for session in log.trained}))
    returns = tuple(b for a, b in pairwise(trained) if (b - a).days >= BREAK_DAYS)
    return Rest(trained, tuple(sorted(pattern)), returns, role in _SMALL)


def _counts(done: ExerciseId, exercise: Exercise, exercises: Mapping[ExerciseId, Exercise]) -> bool:
    known = exercises.get(done)
    return done == exercise.id or (known is not None and known.pattern is exercise.pattern)
