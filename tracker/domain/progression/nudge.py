"""How the next load should move, judged by how the last one felt (docs/rules.md 4.2 and steps 4 to 6 of 4.3)."""

from enum import IntEnum
from typing import NamedTuple

from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.prescription import Nudge, Rules
from tracker.domain.progression.advice import Situation
from tracker.domain.progression.easing import holds
from tracker.domain.progression.standing import Standing
from tracker.domain.reason import Reason, because
from tracker.domain.strength.exposure import Exposure

YOUNG_EXPOSURES = 3
STALL_RISE = -0.10
_EDGES = (-2.0, -1.0, 0.5, 1.0, 2.0)
_LIGHTER_HOLDS = ("LAYOFF", "POST_RACE_RETURN")
_NEAR = 1e-9


class Bin(IntEnum):
    """How hard it was against the plan, in the order of the nudge table."""

    MUCH_EASIER = 0
    EASIER = 1
    ON_TARGET = 2
    SLIGHTLY_HARD = 3
    HARDER = 4
    MUCH_HARDER = 5

    @classmethod
    def of(cls, delta: float) -> "Bin":
        """The bin of a delta: at most -2, -1, +0.5, +1, +2, or more."""
        return cls(sum(delta > edge + _NEAR for edge in _EDGES))


class Move(NamedTuple):
    """What the last exposures and today's circumstances ask for.

    Attributes:
        rise: share by which the load should move, before caps on the result.
        cap: the most it may rise.
        bin: how the last exposure felt.
        stalled: two hard exposures in a row.
        held: something today forbids an increase.
        reasons: in the order people should read them.
    """

    rise: float
    cap: float
    bin: Bin
    stalled: bool
    held: bool
    reasons: tuple[Reason, ...]


def move(rules: Rules, situation: Situation, standing: Standing, ref: Exposure) -> Move:
    """Steps 4 to 6: the nudge, its cap and catch-up, the holds, the stall.

    Args:
        ref: the last normal exposure with a prescription.
    """
    row = _row(rules, situation, standing)
    felt = Bin.of(ref.delta)
    rise, cap, effort = _nudged(rules, situation, standing, ref, felt, row)
    stalled = (
        felt >= Bin.HARDER and standing.before is not None and Bin.of(standing.before.delta) >= Bin.HARDER
    )
    if stalled:
        rise, effort = min(rise, STALL_RISE), because("STALL_RESET", percent=-round(STALL_RISE * 100))
    held = holds(rules, situation)
    if held:
        rise = min(rise, 0.0)
    if held and effort.code == "CATCH_UP":  # nothing moves up faster where nothing goes up
        effort = effort_reason(ref, felt.name, situation.offset_kg)
    same_again = rise == 0.0 and not held and standing.same and effort.code not in ("NO_RPE", "CATCH_UP")
    after = (because("HOLD", phase=situation.phase.value),) if same_again else ()
    faster = standing.returning and situation.phase is not Phase.PEAK and not held
    on = (*((because("RETURNING"),) if faster else ()), *_step(situation, standing, held))
    reasons = (*held, *on, effort, *after)
    return Move(rise, cap, felt, stalled, bool(held), reasons)


def effort_reason(ref: Exposure, code: str, offset_kg: float) -> Reason:
    """How the last exposure went, with the figures: external load, reps, rating and the difference in RPE."""
    top = ref.top
    figures: dict[str, str | int | float] = {
        "last_kg": round(top.kg - offset_kg, 3),
        "last_reps": top.reps,
        "target_rpe": ref.rpe,
        "delta": round(ref.delta, 2),
    }
    return because(code, **figures, **({"last_rpe": top.rpe} if top.rpe is not None else {}))


def _row(rules: Rules, situation: Situation, standing: Standing) -> Nudge:
    """The nudge row: novices in base and people coming back move as in the off-season."""
    novice = situation.level is Level.BEGINNER and situation.phase is Phase.BASE
    if novice or (standing.returning and situation.phase is not Phase.PEAK):
        return _nudge(rules, Phase.OFF_SEASON)
    return _nudge(rules, situation.phase)


def _nudge(rules: Rules, phase: Phase) -> Nudge:
    row = rules.phases[phase].nudge
    if row is None:
        raise ValueError(f"{phase.value} has no nudge row: its loads are fixed")
    return row


def _nudged(
    rules: Rules, situation: Situation, standing: Standing, ref: Exposure, felt: Bin, row: Nudge
) -> tuple[float, float, Reason]:
    cap = row.max_rise
    if standing.reps < ref.reps:
        cap = rules.caps.rise
    rise = min(row.percent[felt], cap)
    code = felt.name
    if ref.unrated and not _second_blank(situation, standing):
        rise, code = min(row.percent[Bin.ON_TARGET], 0.0), "NO_RPE"
    catch_up = _nudge(rules, situation.phase).catch_up
    young = standing.exposures <= YOUNG_EXPOSURES
    again = standing.before is not None and Bin.of(standing.before.delta) is Bin.MUCH_EASIER
    if felt is Bin.MUCH_EASIER and catch_up is not None and (young or again):
        rise, cap, code = catch_up, max(cap, catch_up), "CATCH_UP"
    return rise / 100.0, cap / 100.0, effort_reason(ref, code, situation.offset_kg)


def _second_blank(situation: Situation, standing: Standing) -> bool:
    """Two exposures in a row with every rep and no rating: in off-season and base that is on target."""
    progressing = situation.phase in (Phase.OFF_SEASON, Phase.BASE)
    return progressing and standing.before is not None and standing.before.unrated


def _step(situation: Situation, standing: Standing, held: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """A new phase, or a new step of a wave; where something holds, the last load in spite of it."""
    ref = standing.ref
    if ref is None or standing.same:
        return ()
    figures: dict[str, str | int | float] = {"reps": standing.reps, "rpe": standing.rpe}
    if held and standing.base == ref.top.kg:
        lighter = any(each.code in _LIGHTER_HOLDS for each in held)
        return () if lighter else (because("HELD_LOAD", **figures),)
    if ref.phase is not situation.phase or ref.wip == situation.wip:
        return (because("PHASE_CHANGE", phase=situation.phase.value, **figures),)
    if (ref.reps, ref.rpe) != (standing.reps, standing.rpe):
        heavier = standing.reps < ref.reps and standing.rpe >= ref.rpe
        return (because("WAVE_STEP" if heavier else "WAVE_NEXT", **figures),)
    return ()
