"""The body of a simulated runner: what it can lift, how hard a set feels, how it gains and loses strength."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple

from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.phase import Phase
from tracker.domain.session import Entry, PlannedSet
from tracker.domain.strength.e1rm import effective_reps, pct

START_SHARE_OF_MAXIMUM = pct(8, 6)
GAIN_A_WEEK = {
    Phase.OFF_SEASON: 0.005,
    Phase.BASE: 0.003,
    Phase.BUILD_MAINTENANCE: 0.001,
    Phase.BUILD_PERIODIZED: 0.0015,
    Phase.PEAK: 0.002,
}
LOSS_A_WEEK = 0.006
KNOWN_START = 0.62
EASIEST_RPE, HARDEST_RPE = 5.0, 10.0
TIRED_A_SET = 0.25
STRENGTH_OF_BANDS = {"medium": 1, "heavy": 2}
REPS_A_BAND = 4.0
_REPS_A_POINT = 1.5
_SECONDS_A_POINT = 6.0
_EASY_JUMPS_RPE = 6.0


class Effort(NamedTuple):
    """How a set went: what was done of it and how it felt."""

    amount: int
    rpe: float


@dataclass
class Body:
    """A body and its luck.

    Attributes:
        weight_kg: body weight.
        trained: how far above a newcomer's start the maximum of each lift begins.
        rating_noise: standard deviation of the ratings, in RPE.
        form: today's share of the usual strength.
    """

    luck: Random
    weight_kg: float
    trained: float = 1.5
    rating_noise: float = 0.5
    form: float = 1.0
    _growth: float = 1.0
    _maxima: dict[str, float] = field(default_factory=dict)
    _capacity: dict[str, float] = field(default_factory=dict)
    _last: date | None = None

    def wake_up(self, day: date, phase: Phase, trained_lately: bool) -> None:
        """Another morning: strength has changed a little since the last one, and form is what it is."""
        days = 0 if self._last is None else (day - self._last).days
        weekly = GAIN_A_WEEK.get(phase, 0.0) if trained_lately else -LOSS_A_WEEK
        self._growth *= 1.0 + weekly * days / 7.0
        self._last = day
        self.form = 1.0 + self.luck.gauss(0.0, 0.012)

    def do(self, exercise: Exercise, entry: Entry, planned: PlannedSet, number: int) -> Effort:
        """One set as planned, the *number*-th of its exercise (later sets cost a little more)."""
        tired = TIRED_A_SET * number
        if planned.contacts is not None:
            return Effort(planned.contacts, self._rated(_EASY_JUMPS_RPE + tired))
        if planned.seconds is not None:
            spare = (self._capacity_of(exercise, planned.seconds) - planned.seconds) / _SECONDS_A_POINT
            return self._effort(planned.seconds, 10.0 - spare + tired, per_point=_SECONDS_A_POINT)
        reps = planned.reps or 0
        if planned.load is None or entry.load_type in (LoadType.BW, LoadType.BAND):
            left = self._capacity_of(exercise, reps) - REPS_A_BAND * STRENGTH_OF_BANDS.get(
                planned.band or "", 0
            )
            spare = (left - reps) / _REPS_A_POINT
            return self._effort(reps, 10.0 - spare + tired, per_point=1.0)
        kg = planned.load.kilograms + entry.system_offset_kg
        if kg <= 0:
            return Effort(reps, self._rated(EASIEST_RPE))
        maximum = self._maximum_of(exercise, entry) * self._growth * self.form
        return self._effort(reps, 10.0 - (effective_reps(kg / maximum) - reps) + tired, per_point=1.0)

    def usual_start(self, exercise: Exercise, entry: Entry) -> float:
        """External load (kg) that this body knows it can warm to: people who have lifted do not begin at zero."""
        maximum = self._maximum_of(exercise, entry) * self._growth
        return KNOWN_START * maximum - entry.system_offset_kg

    def _effort(self, asked: int, rpe: float, per_point: float) -> Effort:
        """Beyond RPE 10 something is left undone."""
        missing = max(0.0, rpe - HARDEST_RPE)
        short = 0 if missing < 0.5 else round(missing * per_point + 0.3)
        return Effort(max(1, asked - short), self._rated(rpe))

    def _rated(self, rpe: float) -> float:
        said = rpe + self.luck.gauss(0.0, self.rating_noise)
        return max(EASIEST_RPE, min(HARDEST_RPE, round(said * 2) / 2))

    def _maximum_of(self, exercise: Exercise, entry: Entry) -> float:
        """The system load that can be lifted once, before any training here."""
        if exercise.id not in self._maxima:
            talent = self.trained * self.luck.uniform(0.92, 1.12)
            if exercise.start.bw_percent is not None:
                easy = exercise.start.bw_percent / 100.0 * self.weight_kg
                maximum = easy / START_SHARE_OF_MAXIMUM * talent
            else:
                body = entry.system_offset_kg or 0.6 * self.weight_kg
                reps = (exercise.start.reps or 6) * talent + 4
                maximum = body / pct(min(15.0, reps), 10.0)
            self._maxima[exercise.id] = maximum
        return self._maxima[exercise.id]

    def _capacity_of(self, exercise: Exercise, asked: int) -> float:
        """Reps or seconds to the end of one's strength, for what has no load in numbers."""
        if exercise.id not in self._capacity:
            start = exercise.start.seconds or exercise.start.reps or asked
            self._capacity[exercise.id] = start * self.luck.uniform(1.3, 1.7) + 2
        return self._capacity[exercise.id] * self._growth * self.form
