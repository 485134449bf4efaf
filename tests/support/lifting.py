"""Short hands for tests about loads: the shipped rules, racks of equipment, and a log in one line."""

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tracker.domain.exercise import Role
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.progression.advice import Advice, Situation
from tracker.domain.strength.exposure import Exposure, WorkingSet
from tracker.domain.units import Grid, Load

DAY = date(2027, 3, 1)
_PHASES = Path(__file__).resolve().parents[2] / "data" / "phases.toml"


@cache
def rules() -> Rules:
    """The rules as shipped."""
    return Rules.model_validate(tomllib.loads(_PHASES.read_text(encoding="utf-8")))


def grid(loads: Iterable[float]) -> Grid:
    """A grid of plain numbers in kilograms."""
    return Grid(loads=tuple(Load.of(kg) for kg in loads))


BARBELL = grid(20 + 2.5 * k for k in range(121))
DUMBBELLS = grid(range(2, 42, 2))
KETTLEBELLS = grid(range(8, 36, 4))


def target(
    phase: Phase,
    *,
    role: Role = Role.PRIMARY,
    level: Level = Level.INTERMEDIATE,
    wip: int = 1,
    style: Style = Style.PERIODIZED,
) -> Target:
    found = rules().target(phase, role, level, wip=wip, style=style)
    assert found is not None
    return found


def lifted(
    notation: str,
    phase: Phase,
    *,
    days_ago: int = 3,
    asked: tuple[int, float] | None = None,
    today: date = DAY,
    **more: Any,
) -> Exposure:
    """An exposure from "100x5@8" or "100x5@8 92.5x5@8.5 92.5x5@9": a top set and its back-offs.

    Args:
        asked: prescribed R and T; by default the reps of the first set and the phase's own target.
    """
    sets = [_set(word) for word in notation.split()]
    sets = [sets[0], *(done._replace(backoff=done.kg < sets[0].kg) for done in sets[1:])]
    reps, rpe = asked or (sets[0].reps, target(phase, wip=more.get("wip", 1)).rpe)
    return Exposure(today - timedelta(days=days_ago), phase, reps, rpe, tuple(sets), **more)


def _set(word: str) -> WorkingSet:
    kg, _, rest = word.partition("x")
    reps, _, rpe = rest.partition("@")
    return WorkingSet(float(kg), int(reps), float(rpe) if rpe else None)


def situation(phase: Phase, **more: Any) -> Situation:
    """A normal day for an intermediate runner, three days after the last time."""
    return Situation(DAY, phase, days_away=3)._replace(**more)


def spoken(advice: Advice) -> str:
    """The prescription as a coach would write it: "102.5 kg, 4 x 5 @ 8"."""
    if not advice.sets:
        return advice.action.value
    load = f"{advice.load.kilograms:g} kg, " if advice.load is not None else ""
    return f"{load}{advice.sets} x {advice.reps} @ {advice.rpe:g}"
