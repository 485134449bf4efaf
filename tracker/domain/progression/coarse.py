"""Turning the load the rules want into one the equipment has (steps 9 to 11 of docs/rules.md 4.3).

Loads are only ever rounded down. Where steps are large, reps bridge the gap.
"""

from math import ceil
from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Situation
from tracker.domain.progression.nudge import Bin
from tracker.domain.progression.standing import Standing
from tracker.domain.reason import Reason, because
from tracker.domain.strength.e1rm import pct, predicted_rpe
from tracker.domain.units import Grid, Load, Unit
from tracker.domain.words.figures import number, show_load

COARSE = 0.10
LARGEST_EASY_STEP = 0.50
RISE_PER_REP = 0.03
MOST_REPS, MOST_PEAK_REPS, FEWEST_TRIMMED = 12, 6, 3
REPS_PAST_THE_TOP = 2
MOST_CUT = 2
JUMP_MARGIN = 0.5
TRIM_MARGIN = 1.0
TOO_LIGHT = 0.96
SLOW_TEMPO = "3-1-1"
_NEAR = 1e-6
_REP_PHASES = (Phase.OFF_SEASON, Phase.BASE)


class Choice(NamedTuple):
    """A load of the equipment, with the reps that go with it."""

    load: Load
    reps: int
    reasons: tuple[Reason, ...] = ()
    tempo: str | None = None


class Rack(NamedTuple):
    """The equipment, read in system load: what is on the bar plus the moved share of body weight.

    Attributes:
        hands: implements that share a load.
        unit: loads are said in it; None: as it is written on the equipment.
    """

    grid: Grid
    offset_kg: float
    hands: int = 1
    unit: Unit | None = None

    def says(self, load: Load) -> str:
        """The load in words."""
        return show_load(load, self.unit or load.unit, self.hands, bodyweight=self.offset_kg > 0.0)

    def says_kg(self, kg: float) -> str:
        """A load that was lifted, in words: as a load of the equipment, where that has it."""
        load = self.has(kg)
        return self.says(load) if load is not None else self.says_maximum(kg - self.offset_kg)

    def says_maximum(self, kg: float) -> str:
        """An estimated maximum in words."""
        unit = self.unit or (self.grid.loads[0].unit if self.grid else Unit.KG)
        return f"{number(Load.of(round(kg, 1)).amount_in(unit), 1)} {unit}"

    def floor(self, kg: float) -> Load | None:
        return self.grid.floor(kg - self.offset_kg)

    def weight(self, load: Load) -> float:
        return load.kilograms + self.offset_kg

    def has(self, kg: float) -> Load | None:
        """The load that makes exactly *kg*, if there is one."""
        load = self.floor(kg)
        return load if load is not None and abs(self.weight(load) - kg) < _NEAR else None

    def step_up(self, load: Load) -> tuple[Load | None, float]:
        """The next heavier load and by which share it is heavier; at the top of the rack the step is endless."""
        following = self.grid.above(load.kilograms)
        if following is None:
            return None, float("inf")
        return following, self.weight(following) / max(self.weight(load), _NEAR) - 1.0

    def step_down(self, load: Load) -> float:
        """By which share the next lighter load is lighter; all of it when there is none."""
        before = self.grid.below(load.kilograms)
        return 1.0 if before is None else 1.0 - self.weight(before) / max(self.weight(load), _NEAR)


def kept_with_fewer_reps(
    rules: Rules, situation: Situation, standing: Standing, rack: Rack, felt: Bin, load: Load | None
) -> Choice | None:
    """Step 9: the next lighter load would be far too light, so the old one stays and reps go."""
    if standing.ref is None or not standing.same:
        return None
    kept = rack.has(standing.ref.top.kg)
    if kept is None or (load is not None and load.kilograms >= kept.kilograms - _NEAR):
        return None
    too_heavy = not _within_limits(rules, situation, standing, rack.weight(kept))
    if too_heavy or rack.step_down(kept) <= COARSE + _NEAR:
        return None
    reps = standing.reps
    fewer = reps - 2
    if predicted_rpe(rack.weight(kept), fewer, standing.maximum_at(fewer)) > standing.rpe + TRIM_MARGIN:
        return None
    cut = 2 if felt is Bin.MUCH_HARDER else 1
    trimmed = min(reps, max(FEWEST_TRIMMED, reps - cut))
    return Choice(kept, trimmed, (_too_light(rack, kept),))


def as_the_ramp_ended(standing: Standing, rack: Rack, load: Load | None) -> Choice | None:
    """Step 9 after a search: the load it ended on stays, with the reps it was lifted for, where the next lighter one
    would be far too light and the phase asks for a rep or two more. Where it was up to a point harder than asked, one
    rep goes: fewer kilograms for more reps would read as a step back."""
    ramp = standing.ramp
    if ramp is None or load is None:
        return None
    kept, reps = rack.has(ramp.top.kg), min(standing.reps, ramp.top.reps)
    if kept is None or load.kilograms >= kept.kilograms - _NEAR:
        return None
    if not ramp.shows(reps, standing.rpe):
        if not ramp.shows(ramp.top.reps, standing.rpe + 1.0):
            return None
        reps = max(FEWEST_TRIMMED, min(reps, ramp.top.reps - 1))
    if standing.reps > reps + MOST_CUT:
        return None
    return Choice(kept, reps) if rack.step_down(kept) > COARSE + _NEAR else None


def earned(
    rules: Rules, situation: Situation, standing: Standing, target: Target, rack: Rack, felt: Bin, load: Load
) -> Choice:
    """Step 10: progress is due but the next load is out of reach of the nudge. One of four ways on."""
    following, step = rack.step_up(load)
    reps = standing.reps
    jump = following is not None and _within_limits(rules, situation, standing, rack.weight(following))
    if following is not None and jump and step <= LARGEST_EASY_STEP + _NEAR:
        kg = rack.weight(following)
        if predicted_rpe(kg, reps, standing.maximum_at(reps)) <= standing.rpe + _NEAR:
            return Choice(following, reps, (because("STEP_UP_EASY", next=rack.says(following)),))
    if not standing.same:
        return Choice(load, reps)
    top = target.rmax
    if step > COARSE + _NEAR and following is not None:
        top = max(top, min(MOST_REPS, target.rmin + ceil(step / RISE_PER_REP - _NEAR)))
    if situation.phase in _REP_PHASES and reps < top:
        more = min(top, reps + (2 if felt is Bin.MUCH_EASIER else 1))
        return Choice(load, more, (_more_reps(rack, following),))
    if reps < top:
        return Choice(load, reps)
    if following is not None and jump:
        kg = rack.weight(following)
        if predicted_rpe(kg, target.rmin, standing.maximum_at(target.rmin)) <= standing.rpe + JUMP_MARGIN:
            return Choice(
                following, target.rmin, (because("LOAD_STEP_AFTER_REPS", next=rack.says(following)),)
            )
    return _beyond_the_top(situation, rack, load, reps, top)


def matched_to_effort(
    situation: Situation, standing: Standing, rack: Rack, load: Load, reps: int, rpe: float
) -> Choice | None:
    """Step 11: the load is too light and the next one too big a step, so reps make up the effort.

    As in step 9, a step is too big when the lighter load is more than 10 % below the heavier one.
    """
    estimate = standing.estimate
    following, _ = rack.step_up(load)
    if estimate is None or (following is not None and rack.step_down(following) <= COARSE + _NEAR):
        return None
    kg = rack.weight(load)
    if kg >= TOO_LIGHT * estimate.at(reps) * pct(reps, rpe):
        return None
    most = MOST_PEAK_REPS if situation.phase is Phase.PEAK else MOST_REPS
    fitting = [r for r in range(reps, most + 1) if predicted_rpe(kg, r, estimate.at(r)) <= rpe + _NEAR]
    if not fitting or fitting[-1] == reps:
        return None
    return Choice(load, fitting[-1], (because("REPS_MATCH_EFFORT", reps=fitting[-1]),))


def _within_limits(rules: Rules, situation: Situation, standing: Standing, kg: float) -> bool:
    """Even a checked step up stays under the estimate, in peak under its share of it (9.3)."""
    if situation.phase is Phase.PEAK and kg > rules.caps.peak_percent / 100.0 * standing.assumed + _NEAR:
        return False
    proven = standing.estimate is not None and not standing.estimate.lower_bound
    return not proven or kg <= standing.assumed + _NEAR


def _beyond_the_top(situation: Situation, rack: Rack, load: Load, reps: int, top: int) -> Choice:
    """Two more reps than the range; after that a slower tempo or a variation, where anything new is welcome."""
    if situation.phase in _REP_PHASES and reps < min(MOST_REPS, top + REPS_PAST_THE_TOP):
        following, _ = rack.step_up(load)
        return Choice(load, reps + 1, (_more_reps(rack, following),))
    if situation.phase is Phase.PEAK or situation.phase is Phase.BUILD_MAINTENANCE:
        return Choice(load, reps)
    return Choice(load, reps, (because("INCREMENT_TOO_COARSE"),), SLOW_TEMPO)


def _more_reps(rack: Rack, following: Load | None) -> Reason:
    return because("REP_BEFORE_LOAD", **({"next": rack.says(following)} if following else {}))


def _too_light(rack: Rack, kept: Load) -> Reason:
    below = rack.grid.below(kept.kilograms)
    return because("REPS_DOWN_COARSE", **({"below": rack.says(below)} if below else {}))
