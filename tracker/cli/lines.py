"""Sets, exercises and days in plain words, in the person's own unit."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.exercise import LoadType
from tracker.domain.session import Entry, PerformedSet, PlannedSet, SetKind, SetRow
from tracker.domain.units import Load, Unit
from tracker.domain.words.figures import (
    counted,
    full_date,
    show_rpe,
    show_set,
)
from tracker.domain.words.said_set import amount_of, load_of

if TYPE_CHECKING:
    from tracker.logbook.next_time import NextTime

KINDS = {SetKind.TOP: "top set", SetKind.BACKOFF: "back-off", SetKind.RAMP: "go up while it feels easy"}


class SetGroup(NamedTuple):
    """Rows of a checklist in a row that say the same."""

    label: str
    text: str


def weight_display(entry: Entry, load: Load | None, band: str | None, unit: Unit) -> str | None:
    """The load as it is shown, ``bodyweight`` where the body is the load, None where there is none to speak of."""
    words = load_of(entry, load, band, unit)
    if not words and (entry.load_type is LoadType.BW or entry.load_type.moves_the_body):
        return "bodyweight"
    return words or None


def planned_words(entry: Entry, planned: PlannedSet, unit: Unit) -> str:
    """A set to do: ``2 × 22.5 kg × 5 each side @8``."""
    amount = amount_of(planned, per_side=entry.per_side)
    return show_set(load_of(entry, planned.load, planned.band, unit), amount, planned.rpe)


def change_words(change: "NextTime", unit: Unit) -> tuple[str, str]:
    """Today and next time, without the effort."""
    return change.said(lambda entry, asked: planned_words(entry, asked.changed(rpe=None), unit))


def done_words(entry: Entry, done: PerformedSet, unit: Unit) -> str:
    """A set that is done: ``2 × 22.5 kg × 8 left, 7 right @8``."""
    return show_set(
        load_of(entry, done.load, done.band, unit), amount_of(done, per_side=entry.per_side), done.rpe
    )


def sets_of(entry: Entry, unit: Unit, *, over: bool = False) -> list[SetGroup]:
    """The checklist of one exercise: equal sets in a row are one line.

    Args:
        over: the session is finished, so what is open was left out.
    """
    lines = [_row_words(entry, each, unit) for each in entry.sets]
    found = []
    for (is_open, words), same in groupby(lines):
        count = len(list(same))
        label = counted(count, "set") if is_open else "done" if count == 1 else f"{count} done"
        if is_open and over:
            label = "left out"
        found.append(SetGroup(label, words))
    return found


def _row_words(entry: Entry, row: SetRow, unit: Unit) -> tuple[bool, str]:
    if row.done is not None:
        return False, done_words(entry, row.done, unit)
    assert row.planned is not None
    kind = KINDS.get(row.planned.kind)
    words = planned_words(entry, row.planned, unit)
    return True, f"{words} · {kind}" if kind else words


def summary(entry: Entry, unit: Unit) -> str:
    """What was done in one line: ``20 kg × 6 @7, @7.5``; of a ramp only what it ended with."""
    done = entry.performed
    if len(done) > 1 and any(
        row.planned is not None and row.planned.kind is SetKind.RAMP for row in entry.sets
    ):
        return f"{done_words(entry, done[-1], unit)} (the last of {len(done)})"

    def same(done: PerformedSet) -> tuple[str, str]:
        return load_of(entry, done.load, done.band, unit), amount_of(done, per_side=entry.per_side)

    parts = [_rated(show_set(*words), list(group)) for words, group in groupby(done, key=same)]
    return ", ".join(parts)


def _rated(words: str, sets: Sequence[PerformedSet]) -> str:
    if all(each.rpe is None for each in sets):
        return words if len(sets) == 1 else f"{words} ({len(sets)} sets)"
    return f"{words} {', '.join(show_rpe(each.rpe) or '@–' for each in sets)}"


def day_and_year(day: dt.date) -> str:
    """``Sun 26 Sep 2027``."""
    return f"{full_date(day)} {day.year}"


def joined(parts: Iterable[str]) -> str:
    """What there is of *parts*, with dots between."""
    return " · ".join(part for part in parts if part)
