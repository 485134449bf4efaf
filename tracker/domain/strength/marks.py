"""The best marks of one exercise so far, and which of them a set beats."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.strength.done_sets import LOADED, DoneSet
from tracker.domain.strength.e1rm import IMPORTED_RPE, pct
from tracker.domain.strength.exposure import EASIEST_RPE

CLEARLY_ABOVE = 1.005
MOST_EFFECTIVE_REPS = 10.0


class RecordKind(StrEnum):
    WEIGHT = "weight"
    E1RM = "e1rm"
    REPS = "reps"
    HOLD = "hold"


class Beaten(NamedTuple):
    """A mark, the one before it, and the set that did it. Kilograms, reps or seconds, as *kind* says."""

    kind: RecordKind
    value: float
    previous: float
    by: DoneSet


class Feat(NamedTuple):
    """What one set says about marks: its event, amount and external kg, and effective reps where effort is known."""

    event: tuple[bool, str | None]
    amount: int
    kg: float
    effective: float | None


def feats_of(sets: Iterable[DoneSet]) -> tuple[Feat, ...]:
    """What *sets* say, ramps too."""
    return tuple(
        Feat(_event(each), each.amount, _external_kg(each), _effective_reps(each, imported=IMPORTED_RPE))
        for each in sets
    )


class Marks:
    """What has been done so far with one exercise; grows with every exposure.

    Only the heaviest weight for each amount matters, and for estimated maxima the heaviest for each number of
    effective reps: a change of body weight moves old and new alike, and is no record.
    """

    def __init__(self) -> None:
        self._heaviest: dict[tuple[bool, str | None], dict[int, float]] = {}
        self._by_effort: dict[float, float] = {}

    def add(self, sets: Iterable[DoneSet]) -> None:
        """Remembers *sets*, ramps too."""
        self.learn(feats_of(sets))

    def learn(self, feats: Iterable[Feat]) -> None:
        """Remembers what sets say."""
        for event, amount, kg, effective in feats:
            best = self._heaviest.setdefault(event, {})
            best[amount] = max(kg, best.get(amount, kg))
            if effective is not None:
                self._by_effort[effective] = max(kg, self._by_effort.get(effective, kg))

    def beaten_by(self, sets: Iterable[DoneSet]) -> tuple[Beaten, ...]:
        """What *sets* beat, the best of each kind. Ramps and jumps set no records, nor does a first exposure."""
        best: dict[RecordKind, Beaten] = {}
        for each in sets:
            for beaten in () if each.is_ramp or each.done.contacts is not None else self._beaten(each):
                known = best.get(beaten.kind)
                if known is None or (beaten.value, each.amount) > (known.value, known.by.amount):
                    best[beaten.kind] = beaten
        return tuple(best[kind] for kind in RecordKind if kind in best)

    def _beaten(self, each: DoneSet) -> Iterable[Beaten]:
        done, kg = self._heaviest.get(_event(each)), _external_kg(each)
        if not done or each.amount < 1:
            return
        ever = max(done.values())
        heaviest = max((w for amount, w in done.items() if amount >= each.amount), default=ever)
        if kg > heaviest and kg != 0.0 and each.done.reps is not None:
            yield Beaten(RecordKind.WEIGHT, kg, heaviest, each)
        elif kg == 0.0 or kg == ever or each.done.reps is None:
            most = max((amount for amount, w in done.items() if w >= kg), default=each.amount)
            if each.amount > most:
                kind = RecordKind.HOLD if each.done.reps is None else RecordKind.REPS
                yield Beaten(kind, each.amount, most, each)
        yield from self._stronger(each, kg)

    def _stronger(self, each: DoneSet, kg: float) -> Iterable[Beaten]:
        effective = _effective_reps(each)
        if effective is None or effective > MOST_EFFECTIVE_REPS or kg == 0.0:
            return
        moved = (each.system_kg or kg) - kg
        previous = max(
            (
                (weight + moved) / pct(other, 10.0)
                for other, weight in self._by_effort.items()
                if other <= MOST_EFFECTIVE_REPS
            ),
            default=0.0,
        )
        value = (kg + moved) / pct(effective, 10.0)
        if 0.0 < previous * CLEARLY_ABOVE < value:
            yield Beaten(RecordKind.E1RM, value, previous, each)


def _event(each: DoneSet) -> tuple[bool, str | None]:
    """Reps are held against reps, holds against holds, each band against itself."""
    return each.done.reps is not None, each.done.band


def _external_kg(each: DoneSet) -> float:
    return each.done.load.kilograms if each.done.load is not None else 0.0


def _effective_reps(each: DoneSet, imported: float | None = None) -> float | None:
    """Reps done and in reserve; None where there is no load or no effort to tell.

    Args:
        imported: the RPE that a set without one had in another app.
    """
    rating = each.rating
    if rating is None and each.session.imported:
        rating = imported
    if rating is None or each.entry.load_type not in LOADED or not each.done.reps:
        return None
    return each.amount + 10.0 - max(EASIEST_RPE, rating)
