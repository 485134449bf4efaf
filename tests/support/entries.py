"""Short hands for what stands on a session: its entries, their first load, and the codes of their causes."""

from tracker.domain.session import Entry, PlannedSet
from tracker.logbook import Logbook


def entry(book: Logbook, at: int = 0) -> Entry:
    """One exercise of today."""
    return book.begin().session.entries[at]


def entry_of(book: Logbook, exercise: str) -> Entry:
    """Today's entry of an exercise; it has to be there."""
    return next(each for each in book.begin().session.entries if each.exercise == exercise)


def exercises(book: Logbook) -> list[str]:
    return [each.exercise for each in book.begin().session.entries]


def codes(found: Entry) -> list[str]:
    """Why it is as it is."""
    return [reason.code for reason in found.reasons]


def planned(found: Entry, row: int = 0) -> PlannedSet:
    asked = found.sets[row].planned
    assert asked is not None
    return asked


def kg(found: Entry, row: int = 0) -> float:
    """The load of one planned set."""
    load = planned(found, row).load
    assert load is not None
    return load.kilograms
