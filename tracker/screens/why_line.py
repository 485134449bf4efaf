"""The why line: the cause that made the difference, after how far the set has moved since last time."""

from typing import NamedTuple

from tracker.domain.progression.telling import (
    BESIDE,
    HOW_IT_WENT,
    IN_SESSION,
    comparable,
    fits,
    shift,
    telling,
)
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, PerformedSet, PlannedSet
from tracker.domain.units import Unit
from tracker.domain.words import figures
from tracker.domain.words.said_set import set_of

Set = PlannedSet | PerformedSet


class WhyLine(NamedTuple):
    """What the line says.

    Attributes:
        lead: ``+2.5 kg``, ``+1 rep``; empty where it would say the contrary of the reason, or where nothing compares.
    """

    lead: str
    reason: Reason | None


def why_line(entry: Entry, row: int, before: Entry | None, unit: Unit) -> WhyLine:
    """Why the set of *row* is what it is.

    Args:
        before: the same exercise the last time.
    """
    at = entry.sets[row] if 0 <= row < len(entry.sets) else None
    asked = None if at is None else at.done or at.planned
    then = comparable(entry, row, before) if before is not None else None
    moved = shift(then, asked) if then is not None and asked is not None else None
    lead = _lead(then, asked, entry, unit) if moved is not None and then is not None and asked else ""
    own = None if at is None else _own(entry, at.planned, at.done, unit)
    if own is not None:
        return WhyLine(lead, own)
    inside = [reason for reason in entry.reasons if reason.code in IN_SESSION]
    if inside and at is not None and at.done is None:
        return WhyLine(lead if fits(inside[-1], moved) else "", inside[-1])
    cause = telling(entry.reasons, moved)
    return WhyLine(lead, cause) if cause is not None else WhyLine("", first_said(entry))


def first_said(entry: Entry) -> Reason | None:
    """The reason that says most where none of them fits the number."""
    telling_more = [reason for reason in entry.reasons if reason.code not in HOW_IT_WENT | BESIDE]
    return next(iter((*telling_more, *entry.reasons)), None)


def _own(entry: Entry, planned: PlannedSet | None, done: PerformedSet | None, unit: Unit) -> Reason | None:
    """What the runner decided: another load or amount than the plan has."""
    if planned is None:
        return because("YOURS") if done is not None else None
    asked = planned.was or planned
    mine = done or planned
    names = ("load", "band", "reps", "seconds", "contacts")
    if all(getattr(asked, name) == getattr(mine, name) for name in names):
        return None
    return because("YOURS", planned=set_of(entry, asked, unit))


def _lead(then: Set, now: Set, entry: Entry, unit: Unit) -> str:
    if then.load is not None and now.load is not None and then.load.kg != now.load.kg:
        return figures.show_change(then.load, now.load, unit, entry.hands)
    for name, noun in (("reps", "rep"), ("seconds", "s"), ("contacts", "contact")):
        here, there = getattr(now, name), getattr(then, name)
        if here is not None and there is not None and here != there:
            plural = noun if noun == "s" or abs(here - there) == 1 else f"{noun}s"
            return f"{figures.signed(here - there)} {plural}"
    return ""
