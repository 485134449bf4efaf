"""A done set as text and back: what editing a set shows, and what is meant by the text that comes out of it."""

from collections.abc import Sequence
from datetime import datetime

from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Side
from tracker.domain.units import Load, Unit
from tracker.domain.words.figures import number
from tracker.domain.words.notation import parse_sets
from tracker.domain.words.set_text import Measure, SetText, written

_WITHOUT_HELP = frozenset({LoadType.EXT, LoadType.BAND, LoadType.CONTACTS})
_WITHOUT_BAND = frozenset({LoadType.EXT, LoadType.CONTACTS})
_IN_REPS = frozenset({LoadType.EXT, LoadType.BAND})
_COUNTED = frozenset({LoadType.BW, LoadType.BW_PLUS, LoadType.ASSIST})
_WITHOUT_LOAD = frozenset({LoadType.BW, LoadType.TIME, LoadType.CONTACTS, LoadType.BAND})


def refuse_senseless(sets: Sequence[SetText], load_type: LoadType) -> None:
    """What makes no sense for an exercise that is loaded like that.

    Raises:
        Misunderstood: for a band on a bar, kilograms of a band, a squat in seconds, jumps in anything but contacts,
            and a weight below zero where the body is not what is moved.
    """
    for each in sets:
        weight = each.load is not None and each.load != 0
        if each.load is not None and each.load < 0 and load_type in _WITHOUT_HELP:
            raise Misunderstood(
                f"{number(each.load)} would be help with your own weight, as on an assisted pull-up, and this "
                f"exercise has none; for a weight write {number(-each.load)}."
            )
        if each.band is not None and load_type in _WITHOUT_BAND:
            raise Misunderstood(
                f"This exercise has no band here, so “{each.band}” says nothing; write its weight, as in 20x8, or x8."
            )
        if weight and load_type is LoadType.BAND:
            raise Misunderstood(
                "A band has no weight in numbers; name the band, as in medium x8, or write x8."
            )
        if load_type is LoadType.CONTACTS and each.contacts is None:
            raise Misunderstood("Jumps are counted in ground contacts: 20c, or 3x20c for three sets.")
        if each.contacts is not None and load_type is not LoadType.CONTACTS:
            raise Misunderstood("Ground contacts are for jumps; count this one in reps, as in x8.")
        if each.seconds is not None and load_type in _IN_REPS:
            raise Misunderstood(
                "This exercise is counted in reps, not in seconds: x8, or 60x8 with a weight."
            )


def refuse_missing(sets: Sequence[SetText], exercise: Exercise, entry: Entry | None) -> None:
    """What an exercise has no place for, whatever loads it: two sides, or seconds where it is counted.

    Raises:
        Misunderstood: with a sentence that says what to write instead.
    """
    per_side = exercise.per_side if entry is None else entry.per_side
    planned = () if entry is None else [row.planned for row in entry.sets if row.planned is not None]
    holds = exercise.start.seconds or exercise.hold_max_s or any(each.seconds for each in planned)
    for each in sets:
        if not per_side and (each.right_reps is not None or each.right_seconds is not None):
            raise Misunderstood("This exercise has no left and right; give one number.")
        if each.seconds is not None and exercise.load in _COUNTED and not holds:
            raise Misunderstood("This exercise is counted in reps, not in seconds: x8, or bw+10x8.")


def example_of(entry: Entry) -> str:
    """A set of *entry* as one may type it."""
    match measure_of(entry):
        case Measure.SECONDS:
            return "30s"
        case Measure.CONTACTS:
            return "20c"
        case _:
            return "20x8@7" if entry.load_type is LoadType.EXT else "x8@7"


def measure_of(entry: Entry) -> Measure:
    """What a bare number counts in a set of *entry*."""
    match entry.load_type:
        case LoadType.TIME:
            return Measure.SECONDS
        case LoadType.CONTACTS:
            return Measure.CONTACTS
        case _:
            return Measure.REPS


def text_of(entry: Entry, done: PerformedSet | PlannedSet) -> str:
    """The set as one would type it, ``22.5x6@8``: the load of one hand, in the unit it was entered in."""
    right = done.right if isinstance(done, PerformedSet) else None
    load = done.load
    shared = None if load is None else load.number / (1 if load.number < 0 else entry.hands)
    moves = entry.load_type.moves_the_body
    bare = shared == 0 and moves
    return written(
        SetText(
            load=None if bare else shared,
            unit=load.unit if load is not None and not bare else None,
            bodyweight=moves and load is not None,
            band=done.band,
            reps=done.reps,
            right_reps=right.reps if right is not None else None,
            seconds=done.seconds,
            right_seconds=right.seconds if right is not None else None,
            contacts=done.contacts,
            rpe=done.rpe,
        )
    )


def sets_from(
    typed: str,
    entry: Entry,
    unit: Unit,
    at: datetime,
    bands: Sequence[str] = (),
    before: PerformedSet | PlannedSet | None = None,
) -> tuple[PerformedSet, ...]:
    """The sets that *typed* means for *entry*; what is left out stays as it was *before*.

    Args:
        unit: for a weight without one.
        at: when they were done.

    Raises:
        Misunderstood: with a sentence about what was not understood, or does not fit the exercise.
    """
    return tuple(
        done_from(spoken, entry, unit, at, before)
        for spoken in parse_sets(typed, unit, bands, measure_of(entry))
    )


def done_from(
    spoken: SetText, entry: Entry, unit: Unit, at: datetime, before: PerformedSet | PlannedSet | None = None
) -> PerformedSet:
    """One spoken set as done in *entry*.

    Raises:
        Misunderstood: for two sides of an exercise that has one, or help where there is none.
    """
    sides = spoken.right_reps is not None or spoken.right_seconds is not None
    if sides and not entry.per_side:
        raise Misunderstood("This exercise has no left and right; give one number.")
    refuse_senseless((spoken,), entry.load_type)
    load = _load(spoken, entry, unit)
    said = load is not None or spoken.band is not None or spoken.bodyweight
    return PerformedSet(
        load=load if said or before is None else before.load,
        band=spoken.band if said or before is None else before.band,
        reps=spoken.reps,
        seconds=spoken.seconds,
        contacts=spoken.contacts,
        rpe=spoken.rpe,
        right=Side(reps=spoken.right_reps, seconds=spoken.right_seconds) if sides else None,
        at=at,
    )


def _load(spoken: SetText, entry: Entry, unit: Unit) -> Load | None:
    """A bare number is help for an assisted exercise; the body alone is no load where there never is one."""
    load = spoken.total(unit, entry.hands)
    if load is None or (load.number == 0 and entry.load_type in _WITHOUT_LOAD):
        return None
    if entry.load_type is LoadType.ASSIST and not spoken.bodyweight and load.number > 0:
        return load.times(-1)
    return load
