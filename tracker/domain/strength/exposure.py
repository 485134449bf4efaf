"""What was lifted: one exercise in one session, with what had been asked for beside it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.person import Level
from tracker.domain.phase import Phase

EASIEST_RPE = 5.0
HARDEST_EFFECTIVE_RPE = 14.0
EASIEST_DELTA = -4.0
WORKED_UP = 1.10
"""A set so much heavier than the first is no straight set: somebody worked up to it."""


class WorkingSet(NamedTuple):
    """One working set; warm-ups are not working sets.

    Attributes:
        kg: system load: external load plus the moved share of body weight (bw_plus and assisted), or 0.
        reps: repetitions; seconds for a hold, contacts for jumps.
        rpe: 5 to 10 in half steps, or None when not rated.
        backoff: asked for one RPE under the top set.
        band: level of the band, where a band is the load.
    """

    kg: float
    reps: int
    rpe: float | None = None
    backoff: bool = False
    band: str | None = None


class Basis(StrEnum):
    """Where the numbers of an exposure come from."""

    PRESCRIBED = "prescribed"
    IMPORTED = "imported"
    RAMP = "ramp"


class Exposure(NamedTuple):
    """One exercise in one session.

    Attributes:
        date: the local date of the session.
        phase, wip: the phase and its loading week (1, 2, ...) when the session was planned.
        reps, rpe: the prescribed R and T of the top set (seconds or contacts where the exercise has them).
            For imports: the reps done in the first set and any T; they are not used as a prescription.
        sets: the working sets in order, at least one. For a ramp: all its sets.
        normal: False in deload, taper, race week, recovery, on red readiness and with pain above 3.
        basis: imported sets and calibration ramps feed the estimate but are no reference for the next load.
        days_away: days since the exercise or its pattern had been trained before; None: counted from the
            exercise's own exposures.
        level: the level whose overlay applied; None when unknown.
        slow: done with the slow tempo 3-1-1 (bodyweight exercises).
        quality: landings were good (jumps).
        tool: what gave the load; empty where that was not noted.
    """

    date: date
    phase: Phase
    reps: int
    rpe: float
    sets: tuple[WorkingSet, ...]
    wip: int = 1
    normal: bool = True
    basis: Basis = Basis.PRESCRIBED
    days_away: int | None = None
    level: Level | None = None
    slow: bool = False
    quality: bool = True
    tool: str = ""

    @property
    def top(self) -> WorkingSet:
        """The set that speaks for the exposure: the first one, unless somebody worked up from it; the heaviest of a ramp.

        A lighter set after a ramp, or after the set that was worked up to, takes nothing from it.
        """
        if self.basis is Basis.RAMP:
            return max(reversed(self.sets), key=_weight)
        return worked_up_to(self.sets, self.reps)

    def shows(self, reps: int, rpe: float) -> bool:
        """Whether *reps* with its top load are no harder than *rpe*: a rep more than was done is a point of RPE.

        Where every rep of a prescription was done and nothing rated, it was as hard as planned.
        """
        planned = self.rpe if self.basis is Basis.PRESCRIBED and self.unrated else None
        felt = self.top.rpe if self.top.rpe is not None else planned
        return felt is not None and felt + max(0, reps - self.top.reps) <= rpe

    @property
    def missed(self) -> bool:
        """Some set fell short of the prescribed reps."""
        return any(done.reps < self.reps for done in self.sets)

    @property
    def unrated(self) -> bool:
        """Not one set has an RPE, and every rep was done."""
        return not self.missed and all(done.rpe is None for done in self.sets)

    @property
    def ratings(self) -> tuple[float, ...]:
        """The RPE of every set that says something: as rated, or 10 where reps were missed unrated."""
        return tuple(rating for done in self.sets if (rating := _rating(done, self.reps)) is not None)

    @property
    def delta(self) -> float:
        """How much harder than planned it was, in RPE: the larger of the top set's and the mean of all sets.

        Unrated sets with all their reps are left out; 0 when nothing is rated. Not below -4. RPE 5 means
        "5 or easier", so a full set rated so counts as no harder than the top set: against the low target of
        a back-off it would look harder than it was, and a start that is far too light could not catch up.
        """
        top = _over_target(self.top, self)
        over = [
            min(each, top) if top is not None and _is_easiest(done, self.reps) else each
            for done in self.sets
            if (each := _over_target(done, self)) is not None
        ]
        if not over:
            return 0.0
        mean = sum(over) / len(over)
        return max(EASIEST_DELTA, mean if top is None else max(top, mean))


def worked_up_to(sets: Sequence[WorkingSet], asked: int) -> WorkingSet:
    """The first set, or the heaviest with the reps *asked* for where that is so much heavier that the first led to it.

    The effort does not count here: a harder set never makes another one speak.
    """
    heaviest = max((each for each in sets if each.reps >= asked), key=_weight, default=sets[0])
    return heaviest if heaviest.kg > sets[0].kg * WORKED_UP else sets[0]


def weaker(left: WorkingSet, right: WorkingSet) -> WorkingSet:
    """The side that decides: fewer reps, then the higher RPE (an unrated side counts as the easier one)."""
    return min(left, right, key=lambda side: (side.reps, -(side.rpe or 0.0)))


def normal_only(history: Sequence[Exposure]) -> tuple[Exposure, ...]:
    """The exposures that may serve as a reference or feed the estimate, oldest first."""
    return tuple(sorted((each for each in history if each.normal), key=lambda each: each.date))


def _weight(done: WorkingSet) -> float:
    return done.kg


def _rating(done: WorkingSet, asked: int) -> float | None:
    if done.rpe is None:
        return 10.0 if done.reps < asked else None
    return done.rpe


def _is_easiest(done: WorkingSet, asked: int) -> bool:
    return done.rpe is not None and done.rpe <= EASIEST_RPE and done.reps >= asked


def _over_target(done: WorkingSet, exposure: Exposure) -> float | None:
    rating = _rating(done, exposure.reps)
    if rating is None:
        return None
    effective = max(EASIEST_RPE, rating) + (exposure.reps - done.reps)
    target = exposure.rpe - (1.0 if done.backoff else 0.0)
    return min(HARDEST_EFFECTIVE_RPE, effective) - target
