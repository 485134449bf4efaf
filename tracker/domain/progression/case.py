"""One exercise on one morning, as the rules without an estimated maximum read it (docs/rules.md 4.6)."""

from typing import NamedTuple

from tracker.domain.adapting.pain import PainBand, pain_band
from tracker.domain.exercise import Exercise, LoadType, Role
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.coarse import SLOW_TEMPO, Rack
from tracker.domain.progression.decision import Decision
from tracker.domain.progression.easing import Eased, eased
from tracker.domain.progression.loaded import turned_away
from tracker.domain.progression.rungs import Rungs
from tracker.domain.reason import Reason, because
from tracker.domain.strength.exposure import Exposure, normal_only
from tracker.domain.units import Grid

FIXED_PHASES = (Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY)
_QUIET = (Role.CORE, Role.BALANCE)


class Case(NamedTuple):
    """Everything the rules need about one exercise today.

    Attributes:
        load_type: what loads it with the tools at hand.
        history: normal exposures, oldest first.
        target: the prescription of phase, role and level.
        grid, levels: loads in numbers, or bands from easy to hard.
    """

    rules: Rules
    exercise: Exercise
    role: Role
    load_type: LoadType
    history: tuple[Exposure, ...]
    situation: Situation
    target: Target
    grid: Grid
    levels: tuple[str, ...]

    @property
    def normal(self) -> tuple[Exposure, ...]:
        return normal_only(self.history)

    @property
    def last(self) -> Exposure | None:
        """The last normal exposure; None after half a year, which starts anew."""
        long_ago = self.situation.days_away >= self.rules.layoff.recalibrate_days
        return self.normal[-1] if self.normal and not long_ago else None

    @property
    def long_ago(self) -> Exposure | None:
        """The last normal exposure where it is so long ago that the exercise starts anew."""
        return self.normal[-1] if self.normal and self.last is None else None

    @property
    def before(self) -> Exposure | None:
        return self.normal[-2] if len(self.normal) > 1 else None

    @property
    def today(self) -> Eased:
        """The target after this morning."""
        return eased(self.rules, self.situation, self.target)

    @property
    def progressing(self) -> bool:
        return self.rules.phases[self.situation.phase].progress and self.today.may_progress

    @property
    def is_fixed(self) -> bool:
        """Taper, race week and recovery take their amounts from the phase, not from the last time."""
        return self.situation.phase in FIXED_PHASES

    @property
    def rungs(self) -> Rungs:
        rack = Rack(self.grid, self.situation.offset_kg, self.situation.hands, self.situation.unit)
        return Rungs(rack, self.levels if self.load_type is LoadType.BAND else ())

    @property
    def steps_down(self) -> bool:
        """A niggle of 4 or 5 takes an exercise without a load one step down its ladder, where it has one."""
        return pain_band(self.situation.pain) is PainBand.EASE and self.exercise.regress is not None

    def gate(self) -> Advice | None:
        """Pain that stops the exercise, a morning that asks for something else, a race too fresh in the legs."""
        found = turned_away(self.rules, self.situation)
        if found is not None and found.action is Action.SWAP:
            tired = found.codes == ("READINESS_SWAP",)
            return None if tired and self.role in _QUIET else found
        resting = self.situation.phase is Phase.RECOVERY and (self.situation.recovery_stage or 0) < 1
        if resting and self.role not in _QUIET:
            return Advice(Action.REST, (because("POST_RACE_REST"),))
        return None

    def advice(
        self, decision: Decision, step: int, *, reps: int | None = None, seconds: int | None = None
    ) -> Advice:
        """*decision* as advice, with the load of *step* and the causes of this morning.

        A niggle of 4 or 5 on an exercise without a load takes it one step down the ladder.
        """
        today, rungs = self.today, self.rungs
        action, load, band = decision.action, None, None
        if action is Action.LIFT and len(rungs):
            load, band = rungs.load(step), rungs.band(step)
        unloaded = band is None and (load is None or load.kilograms == 0.0)
        if action is Action.LIFT and unloaded and self.steps_down:
            action = Action.REGRESS
        kg = load.kilograms if load is not None else 0.0
        return Advice(
            action,
            self._reasons(decision),
            sets=today.target.sets,
            reps=reps,
            seconds=seconds,
            rpe=today.target.rpe,
            load=load,
            band=band,
            system_kg=kg + self.situation.offset_kg if load is not None else None,
            rest_s=today.target.rest_s,
            tempo=SLOW_TEMPO if decision.slow else today.target.tempo,
        )

    def _reasons(self, decision: Decision) -> tuple[Reason, ...]:
        """Holds first, then what the log says, then what lightens; "holding" is not said twice."""
        today = self.today
        said = decision.reason
        if said.code in ("NEXT_VARIATION", "REGRESS"):
            other = self.exercise.progress if said.code == "NEXT_VARIATION" else self.exercise.regress
            said = because(said.code, **({"exercise": other} if other else {}))
        repeated = said.code == "HOLD" and bool(today.holds or today.lighter)
        return (*today.holds, *(() if repeated else (said,)), *today.lighter)
