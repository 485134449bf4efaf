"""How a set is said on a screen: in a line, and in figures."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from tracker.domain.equipment import EquipmentProfile, best_way
from tracker.domain.exercise import Exercise
from tracker.domain.session import Entry, PerformedSet, PlannedSet
from tracker.domain.units import Load, Unit
from tracker.domain.words import figures
from tracker.domain.words.plates import plates_for, set_up
from tracker.domain.words.said_set import amount_of, load_of, set_of


class BigFigures(NamedTuple):
    """A set for `widgets.big_set.BigSet`."""

    load: str
    unit: str
    reps: str
    reps_unit: str
    effort: str
    note: str


class OnTheBar(NamedTuple):
    """What to pick up: plates of one side, if it is a bar, and words; fewer of them where there is less room."""

    plates: tuple[str, ...]
    words: str
    short: str = ""


NOTHING = OnTheBar((), "")


def row_of(entry: Entry, asked: PlannedSet | PerformedSet, unit: Unit) -> str:
    """One set as the checklist has it, two sides as they are typed: ``20 kg × 10/9``."""
    right = asked.right if isinstance(asked, PerformedSet) else None
    if right is None:
        return set_of(entry, asked, unit)
    both = amount_of(asked, short=True).removeprefix(figures.TIMES).removesuffix("s")
    load = load_of(entry, asked.load, asked.band, unit)
    if asked.seconds is not None:
        return figures.show_set(load, f"{both} s")
    return figures.show_set(load, f"{figures.TIMES} {both}") if load else f"{both} reps"


def sets_in_a_line(entry: Entry, unit: Unit, *, short: bool = False) -> str:
    """What was done, alike sets together: ``100 kg × 4 @8.5, 92.5 kg × 4 @7.5 @8``."""
    said: list[str] = []
    for text, alike in groupby(entry.performed, key=lambda done: set_of(entry, done, unit, short=short)):
        done = list(alike)
        rated = " ".join(figures.show_rpe(each.rpe) for each in done if each.rpe is not None)
        count = f"{len(done)} sets" if not rated and len(done) > 1 else ""
        said.append(" ".join(part for part in (text, rated, count) if part))
    return ", ".join(said)


def big(entry: Entry, asked: PlannedSet | PerformedSet, unit: Unit, *, tempo: bool = True) -> BigFigures:
    """The set in figures; the load is that of one hand."""
    load, load_unit = _big_load(entry, asked.load, asked.band, unit)
    amount, what = _big_amount(asked)
    notes = [
        "per hand" if entry.hands > 1 and asked.load is not None else "",
        "each side" if entry.per_side and asked.contacts is None else "",
    ]
    note = ", ".join(part for part in notes if part)
    pace = f"tempo {entry.tempo}" if entry.tempo and tempo else ""
    return BigFigures(
        load, load_unit, amount, what, figures.show_rpe(asked.rpe), " · ".join(filter(None, (note, pace)))
    )


def _big_load(entry: Entry, load: Load | None, band: str | None, unit: Unit) -> tuple[str, str]:
    if band is not None:
        return band, "band"
    if load is None:
        return "", ""
    said = figures.show_load(
        Load.of(load.number / entry.hands, load.unit),
        unit,
        bodyweight=entry.load_type.moves_the_body,
        short=True,
    )
    return said.removeprefix("bw") or said, "" if said == "bw" else str(unit)


def _big_amount(asked: PlannedSet | PerformedSet) -> tuple[str, str]:
    right = asked.right if isinstance(asked, PerformedSet) else None
    if asked.contacts is not None:
        return str(asked.contacts), "contacts"
    if asked.seconds is not None:
        other = f"/{right.seconds}" if right is not None and right.seconds is not None else ""
        return f"{asked.seconds}{other}", "s"
    other = f"/{right.reps}" if right is not None and right.reps is not None else ""
    return f"{asked.reps or 0}{other}", "" if asked.load is not None or asked.band is not None else "reps"


def on_the_bar(exercise: Exercise, asked: PlannedSet | PerformedSet, profile: EquipmentProfile) -> OnTheBar:
    """What to load or pick up for a set, the plates of a bar as plates."""
    way = best_way(exercise, profile)
    bar = profile.bar_weight(way.tool) if way is not None else None
    if way is None or bar is None or asked.load is None:
        return OnTheBar((), to_pick_up(exercise, asked, profile))
    plates = plates_for(asked.load, profile, way.tool)
    if not plates:
        return OnTheBar((), to_pick_up(exercise, asked, profile))
    return OnTheBar(
        tuple(map(figures.number, plates)),
        f"each side of the {figures.number(bar)} {profile.unit} bar",
        "each side",
    )


def to_pick_up(exercise: Exercise, asked: PlannedSet | PerformedSet, profile: EquipmentProfile) -> str:
    """``20 + 2.5 each side``, ``two 22 dumbbells``; empty where there is nothing to pick up."""
    way = best_way(exercise, profile)
    if way is None or asked.load is None or not asked.load.number:
        return ""
    return set_up(asked.load, profile, way)


def warm_up_of(entry: Entry, unit: Unit) -> str:
    """The way up to the first heavy set: ``40 × 5, 60 × 3, 75 × 2``."""
    return ", ".join(
        f"{figures.number(each.load.amount_in(unit))} {figures.TIMES} {each.reps}"
        for each in entry.warmup
        if each.load is not None
    )


def longest(words: Iterable[str]) -> str:
    """The longest of them, empty when there is none."""
    return max(words, key=len, default="")


def shorter_names(exercise: Exercise) -> tuple[str, ...]:
    """Shorter names made of words of its own name, the longest first; another name only where there is none.

    Another word may be another tool or another exercise to who reads it: a chop with a band is no cable chop.
    """
    shorter = sorted(
        (each for each in exercise.aliases if len(each) < len(exercise.name)), key=len, reverse=True
    )
    own = _words(exercise.name)
    told = [each for each in shorter if _words(each) <= own] or shorter
    return tuple(f"{name[:1].upper()}{name[1:]}" for name in told)


def _words(name: str) -> set[str]:
    return set(name.casefold().replace("-", " ").replace(",", " ").split())


def shortest_name(exercise: Exercise) -> str:
    """The shortest of its names."""
    return (exercise.name, *shorter_names(exercise))[-1]
