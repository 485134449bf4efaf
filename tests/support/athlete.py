"""A runner made of numbers: a true maximum that grows slowly, sets that tire, ratings that scatter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from support.lifting import rules

from tracker.domain.exercise import Role
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.loaded import advise
from tracker.domain.strength.e1rm import Estimate, predicted_rpe, updated
from tracker.domain.strength.exposure import Exposure, WorkingSet
from tracker.domain.units import Grid

START = date(2027, 1, 4)
UNLOADED = (Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY)


class Week(NamedTuple):
    """One week of a plan; *wip* counts the loading weeks of its phase and stands still in a deload."""

    phase: Phase
    wip: int = 1
    deload: bool = False


def plan(text: str) -> list[Week]:
    """Weeks from "base 3 D build_periodized 3 D 1 peak 2 D 1 taper 2 race_week 1"."""
    weeks: list[Week] = []
    phase, wip = Phase.BASE, 0
    for word in text.split():
        if word == "D":
            weeks.append(Week(phase, max(wip, 1), deload=True))
        elif word.isdigit():
            for _ in range(int(word)):
                wip += 1
                weeks.append(Week(phase, wip))
        else:
            phase, wip = Phase(word), 0
    return weeks


class Lifted(NamedTuple):
    """One exposure of the simulation: what was advised and what came of it."""

    week: Week
    advice: Advice
    exposure: Exposure
    target: float

    @property
    def kg(self) -> float:
        return self.exposure.top.kg

    @property
    def off_target(self) -> list[float]:
        """Rated effort of each set minus what was asked of it, missed reps included."""
        return [
            (done.rpe or 0.0)
            + (self.exposure.reps - done.reps)
            - (self.advice.backoff_rpe if done.backoff and self.advice.backoff_rpe else self.target)
            for done in self.exposure.sets
        ]


@dataclass
class Athlete:
    """Somebody whose true maximum the rules do not know.

    Attributes:
        maximum: true one-repetition maximum in kg.
        noise: standard deviation of ratings, in RPE.
        weekly_gain: share by which the maximum grows a week.
        fatigue: RPE that every further set adds at the same load.
    """

    maximum: float
    noise: float
    random: Random
    weekly_gain: float = 0.004
    fatigue: float = 0.25
    start_share: float = 1.0
    role: Role = Role.PRIMARY
    level: Level = Level.INTERMEDIATE
    history: list[Exposure] = field(default_factory=list)

    def train(self, weeks: list[Week], rack: Grid, days: tuple[int, ...] = (0, 3)) -> Iterator[Lifted]:
        """Follows the advice, session by session."""
        estimate: Estimate | None = Estimate(self.maximum * self.start_share)
        for number, week in enumerate(weeks):
            for day in days:
                today = START + timedelta(weeks=number, days=day)
                lifted = self._session(today, week, number, rack, estimate)
                if lifted is None:
                    continue
                self.history.append(lifted.exposure)
                estimate = updated(estimate, lifted.exposure)
                yield lifted
            self.maximum *= 1.0 + self.weekly_gain

    def _session(
        self, today: date, week: Week, number: int, rack: Grid, estimate: Estimate | None
    ) -> Lifted | None:
        target = rules().target(week.phase, self.role, self.level, wip=week.wip)
        assert target is not None
        away = (today - self.history[-1].date).days if self.history else 0
        morning = Situation(
            today,
            week.phase,
            wip=week.wip,
            level=self.level,
            deload=week.deload,
            days_away=away,
            taper_week=week.wip,
            recovery_stage=min(3, week.wip) if week.phase is Phase.RECOVERY else None,
        )
        advice = advise(rules(), self.history, morning, target, rack, estimate)
        if advice.action is not Action.LIFT or advice.reps is None or advice.rpe is None:
            return None
        sets = tuple(self._sets(advice, advice.reps))
        normal = not week.deload and week.phase not in UNLOADED
        exposure = Exposure(today, week.phase, advice.reps, advice.rpe, sets, wip=week.wip, normal=normal)
        return Lifted(week, advice, exposure, advice.rpe)

    def _sets(self, advice: Advice, reps: int) -> Iterator[WorkingSet]:
        assert advice.load is not None
        for number in range(advice.sets):
            backoff = number > 0 and advice.backoff is not None
            load = advice.backoff if backoff and advice.backoff is not None else advice.load
            effort = predicted_rpe(load.kilograms, reps, self.maximum) + self.fatigue * number
            done = reps
            while effort > 10.0 and done > 0:
                effort, done = effort - 1.0, done - 1
            felt = round(2 * (effort + self.random.gauss(0.0, self.noise))) / 2
            yield WorkingSet(load.kilograms, done, min(10.0, max(5.0, felt)), backoff)
