"""Personal records: when a set counts as one, and what it beat.

A record is the most weight at that rep count or more, or an estimated maximum clearly above the best before
(docs/rules.md 1.5); without a weight it is the most reps or the longest hold. The first exposure of an exercise is
where records start from.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, takewhile

from tracker.domain.exercise import ExerciseId
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import DoneSet, sets_of
from tracker.domain.strength.marks import Marks, RecordKind
from tracker.domain.units import Load
from tracker.domain.value import Value


class Record(Value):
    """One personal record.

    Attributes:
        session, date, phase: where it happened; outside off-season it is kept quietly.
        value, previous: kg for weight (external) and e1rm (system load), else reps or seconds; *previous* is the
            best before.
        amount: reps or seconds of the set.
        load: of the set, as entered; None without a weight.
        hands: how many implements shared it.
        moved_kg: how much of the body moved with it; None where only the load moves.
    """

    kind: RecordKind
    exercise: ExerciseId
    session: str
    date: date
    phase: Phase
    value: float
    previous: float
    amount: int
    load: Load | None = None
    hands: int = 1
    moved_kg: float | None = None

    @property
    def loud(self) -> bool:
        """Records are welcome: it is off-season."""
        return self.phase is Phase.OFF_SEASON


def records_of(session: Session, log: TrainingLog) -> tuple[Record, ...]:
    """The records of one session, at most one of a kind per exercise, in order of the session.

    Args:
        log: what came before; *session* itself, and anything after it, may be in it and is passed over.
    """
    found: list[Record] = []
    for exercise in dict.fromkeys(entry.exercise for entry in session.entries if entry.performed):
        marks = Marks()
        for earlier in _before(log.of(exercise), session):
            marks.add(sets_of(*earlier))
        found += records_among(
            marks, [sets_of(session, e) for e in session.entries if e.exercise == exercise]
        )
    return tuple(found)


def records_with(log: TrainingLog, exercise: ExerciseId) -> tuple[Record, ...]:
    """Every record there has been with one exercise, oldest first."""
    marks = Marks()
    found: list[Record] = []
    for _, run in groupby(log.of(exercise), key=lambda each: each.session.id):
        entries = [sets_of(*each) for each in run]
        found += records_among(marks, entries)
        for sets in entries:
            marks.add(sets)
    return tuple(found)


def _before(exposures: Sequence[Exposed], session: Session) -> Iterable[Exposed]:
    return takewhile(
        lambda each: each.session.date <= session.date and each.session.id != session.id, exposures
    )


def records_among(marks: Marks, entries: Iterable[Sequence[DoneSet]]) -> list[Record]:
    """What the sets of *entries*, all of one exercise in one session, beat of the *marks* before them."""
    beaten = marks.beaten_by([each for sets in entries for each in sets])
    return [
        Record(
            kind=each.kind,
            exercise=each.by.entry.exercise,
            session=each.by.session.id,
            date=each.by.session.date,
            phase=each.by.session.phase,
            value=each.value,
            previous=each.previous,
            amount=each.by.amount,
            load=each.by.done.load,
            hands=each.by.entry.hands,
            moved_kg=each.by.entry.moved_kg,
        )
        for each in beaten
    ]
