"""What of one log is worked out once and kept as long as the log: estimates, marks and reports of pain."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.domain.adapting.pain_log import PainReport, pain_reports
from tracker.domain.exercise import ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import sets_of
from tracker.domain.strength.estimates import Estimates
from tracker.domain.strength.marks import Feat, Marks, feats_of
from tracker.domain.strength.records import Record, records_among


class _Exposure(NamedTuple):
    date: date
    session: str
    feats: tuple[Feat, ...]


class Ledger:
    """Keep it as long as the log; another log needs another one.

    Attributes:
        estimates: of every lift.
    """

    def __init__(self, log: TrainingLog) -> None:
        self._log = log
        self.estimates = Estimates(log)
        self._exposures: dict[ExerciseId, tuple[_Exposure, ...]] = {}

    @cached_property
    def pains(self) -> tuple[PainReport, ...]:
        """Every report, one per site and day, oldest first."""
        return pain_reports(self._log)

    def records(self, session: Session) -> tuple[Record, ...]:
        """The records of a session of the log, as `tracker.domain.strength.records.records_of` finds them."""
        found: list[Record] = []
        for exercise in dict.fromkeys(entry.exercise for entry in session.entries if entry.performed):
            marks = Marks()
            for each in self._of(exercise):
                if each.date > session.date or each.session == session.id:
                    break
                marks.learn(each.feats)
            found += records_among(
                marks, [sets_of(session, each) for each in session.entries if each.exercise == exercise]
            )
        return tuple(found)

    def _of(self, exercise: ExerciseId) -> tuple[_Exposure, ...]:
        if exercise not in self._exposures:
            self._exposures[exercise] = tuple(
                _Exposure(each.session.date, each.session.id, feats_of(sets_of(*each)))
                for each in self._log.of(exercise)
            )
        return self._exposures[exercise]
