"""A set as it is said, planned or done: what is lifted, how much of it, and on which day."""

from datetime import date

from tracker.domain.session import Entry, PerformedSet, PlannedSet
from tracker.domain.units import Load, Unit
from tracker.domain.words import figures

_A_WEEK = 7


def load_of(entry: Entry, load: Load | None, band: str | None, unit: Unit, *, short: bool = False) -> str:
    """``100 kg``, ``2 × 22.5 kg``, ``bw + 10 kg``, ``medium band``; empty where nothing is lifted but oneself."""
    if band is not None:
        return figures.show_band(band, short=short)
    moves = entry.load_type.moves_the_body
    if load is None or (not load.number and not moves):
        return ""
    return figures.show_load(load, unit, entry.hands, bodyweight=moves, short=short)


def amount_of(asked: PlannedSet | PerformedSet, *, per_side: bool = False, short: bool = False) -> str:
    """``× 5``, ``× 5 each side``, ``45 s``, ``20 contacts``, ``× 8 left, 7 right``."""
    right = asked.right if isinstance(asked, PerformedSet) else None
    other = None if right is None else right.reps if asked.seconds is None else right.seconds
    return figures.show_amount(
        reps=asked.reps if asked.seconds is None and asked.contacts is None else None,
        seconds=asked.seconds,
        contacts=asked.contacts,
        right=other,
        per_side=per_side,
        short=short,
    )


def set_of(entry: Entry, asked: PlannedSet | PerformedSet, unit: Unit, *, short: bool = False) -> str:
    """One set without its effort: ``2 × 22.5 kg × 5``, ``bodyweight × 8``, ``45 s``; short ``2×22.5×5``."""
    load = load_of(entry, asked.load, asked.band, unit, short=short)
    if not load and asked.reps is not None and asked.seconds is None:
        return amount_of(asked).removeprefix(f"{figures.TIMES} ") + " reps"
    return figures.show_set(load, amount_of(asked, short=short), short=short)


def near_day(day: date, today: date) -> str:
    """A day that was, by its name within a week, else by its date: ``Tue``, ``3 Mar``."""
    return figures.weekday(day) if 0 <= (today - day).days < _A_WEEK else figures.short_date(day, today)
