"""A record as words: what was lifted, in the unit of the runner."""

from tracker.domain.strength.marks import RecordKind
from tracker.domain.strength.records import Record
from tracker.domain.units import Unit
from tracker.domain.words import figures


def record_text(record: Record, unit: Unit, *, places: int = 1) -> str:
    """``e1RM 102.4 kg``, ``82.5 kg × 5``, ``bw + 2 × 10 kg × 6``, ``12 reps``, ``45 s``; *places* are of the e1RM."""
    if record.kind is RecordKind.E1RM:
        return f"e1RM {figures.show_e1rm(record.value, record.moved_kg, unit, places, short=True)}"
    if record.load is None:
        return f"{record.amount} {'reps' if record.kind is RecordKind.REPS else 's'}"
    return f"{record_load(record, unit)} {figures.TIMES} {record.amount}"


def record_load(record: Record, unit: Unit) -> str:
    """The load of it as one reads it on the implement; empty without one."""
    if record.load is None:
        return ""
    return figures.show_load(record.load, unit, record.hands, bodyweight=record.moved_kg is not None)
