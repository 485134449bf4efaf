"""How heavy and how much each week of the plan is: what the phase tables ask, before any log has its say."""

from typing import NamedTuple

from tracker.domain.exercise import Role
from tracker.domain.person import Level, Taper
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Sharp
from tracker.domain.season.season import SeasonWeek
from tracker.domain.strength.e1rm import pct

_LOADED = (Role.PRIMARY, Role.SECONDARY)
_COUNTED = (Role.PRIMARY, Role.SECONDARY, Role.ACCESSORY, Role.CORE)


class WeekLoad(NamedTuple):
    """One week of the plan.

    Attributes:
        intensity: what the main lift's top set asks, as a share of the estimated maximum.
        sets: working sets of one exercise of each role, in all sessions of the week.
    """

    intensity: float
    sets: float


def week_load(
    rules: Rules, week: SeasonWeek, phase: Phase, level: Level, sessions: int, *, light: bool
) -> WeekLoad:
    """The load of *week* as served.

    Args:
        phase: the phase served (`SeasonWeek.served`).
        sessions: how many lifting days it has.
        light: deload content.
    """
    share, sets = _intensity(rules, week, phase, level), float(_sets(rules, week, phase, level) * sessions)
    if light:
        return WeekLoad(share * rules.deload.load, sets * rules.deload.sets)
    return WeekLoad(share, sets)


def _intensity(rules: Rules, week: SeasonWeek, phase: Phase, level: Level) -> float:
    """Fixed per cent in taper and race week, in recovery a stage of the usual load, else by reps and effort."""
    sharp = _sharp(rules, week, phase)
    percent = rules.phases[phase].percent if sharp is None else sharp.percent
    target = rules.target(phase, Role.PRIMARY, level, wip=week.wip, style=week.style)
    asked = pct(target.reps, target.rpe) if target is not None else 0.0
    if not percent:
        return asked
    fixed = percent[min(week.phase_week, len(percent)) - 1] / 100.0
    return fixed * asked if phase is Phase.RECOVERY else fixed


def _sets(rules: Rules, week: SeasonWeek, phase: Phase, level: Level) -> int:
    targets = {role: rules.target(phase, role, level, wip=week.wip, style=week.style) for role in _COUNTED}
    sharp = _sharp(rules, week, phase)
    most = {} if sharp is None else dict.fromkeys(_LOADED, sharp.sets)
    sets = ((role, target.sets) for role, target in targets.items() if target is not None)
    return sum(min(count, most.get(role, count)) for role, count in sets)


def _sharp(rules: Rules, week: SeasonWeek, phase: Phase) -> Sharp | None:
    """The sharp protocol, where the race that the week tapers for asks for it."""
    race = week.next_a
    asked = phase is Phase.TAPER and race is not None and race.taper is Taper.SHARP
    return rules.phases[phase].sharp if asked else None
