"""A record as words: what was lifted, in the unit of the runner."""

from tracker.domain.exercise import Exercise
from tracker.domain.strength.marks import RecordKind
from tracker.domain.strength.records import Record
from tracker.domain.units import Unit
from tracker.domain.words import figures


def record_text(record: Record, exercise: Exercise | None, unit: Unit, *, places: int = 1) -> str:
    """``e1RM 102.4 kg``, ``82.5 kg × 5``, ``bw + 10 kg × 6``, ``12 reps``, ``45 s``.

    Args:
        exercise: None where the library does not know it any more.
        places: of an estimated maximum.
    """
    if record.kind is RecordKind.E1RM:
        return f"e1RM {figures.show_kg(record.value, unit, places)}"
    if record.load is None:
        return f"{record.amount} {'reps' if record.kind is RecordKind.REPS else 's'}"
    on_top = exercise is not None and exercise.load.moves_the_body
    load = figures.show_load(record.load, unit, bodyweight=on_top)
    return f"{load} {figures.TIMES} {record.amount}"
