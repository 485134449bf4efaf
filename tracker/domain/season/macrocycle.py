"""How the weeks before one race are divided into phases, and which of them are deloads.

Sources: the 16-week marathon layout and the month-long peak are Marie Whitt's; taper lengths follow
Bosquet 2007 and Smyth 2021, recovery lengths the coaches' rule of one easy day per mile raced; the rest are
design choices.
"""

from collections.abc import Sequence, Set
from itertools import cycle, islice

from tracker.domain.phase import UNLOADED, Phase
from tracker.domain.race import Distance

# Build is laid out as one phase; the runner's style is decided once the build weeks are known.
_WORDS = {"build": Phase.BUILD_MAINTENANCE}


def _backwards(words: str) -> tuple[Phase, ...]:
    return tuple(_WORDS.get(word) or Phase(word) for word in words.split())


# From race week backwards: a plan of N weeks takes the first N, so one more week adds one week to one phase.
CORE: dict[Distance, tuple[Phase, ...]] = {
    Distance.MARATHON: _backwards(
        "race_week taper build taper build peak build peak base base peak build base peak base build"
    ),
    Distance.HALF: _backwards("race_week taper build build peak base peak base build peak base build"),
    Distance.TEN_K: _backwards("race_week taper build build peak base base peak base build build"),
    Distance.FIVE_K: _backwards("race_week build build peak base base peak build base build"),
    Distance.ULTRA: _backwards(
        "race_week taper build taper build peak build base peak base build base peak build base base peak"
        " build base build"
    ),
}
RECOVERY_WEEKS = {
    Distance.FIVE_K: 0,
    Distance.TEN_K: 1,
    Distance.HALF: 2,
    Distance.MARATHON: 3,
    Distance.ULTRA: 4,
}
# Surplus of 1 to 3 weeks over the core: how many go to base, the rest to build.
_SMALL_SURPLUS_BASE = {0: 0, 1: 1, 2: 1, 3: 2}
OFF_SEASON_WEEKS = 4
ROLLING_YEAR = (Phase.OFF_SEASON,) * OFF_SEASON_WEEKS + (Phase.BASE,) * 8 + (Phase.BUILD_MAINTENANCE,) * 4
WAVE_WEEKS = 3
LOADING_WEEKS = 3
MOST_LOADING_WEEKS = 4
_BEFORE_RACE = frozenset({Phase.TAPER, Phase.RACE_WEEK})
_ORDER = (Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_MAINTENANCE, Phase.PEAK, Phase.TAPER, Phase.RACE_WEEK)


def core_weeks(distance: Distance) -> int:
    """Length of the full plan for a race; more weeks than these are general preparation."""
    return len(CORE[distance])


def phases_for(n_weeks: int, distance: Distance) -> tuple[Phase, ...]:
    """The phase of each of *n_weeks* weeks, race week last; every build week as `build_maintenance`."""
    if n_weeks < 1:
        raise ValueError("a plan has at least its race week")
    core = CORE[distance][:n_weeks]
    surplus = n_weeks - len(core)
    count = {phase: core.count(phase) for phase in _ORDER}
    if surplus in _SMALL_SURPLUS_BASE:
        to_base = _SMALL_SURPLUS_BASE[surplus]
        count[Phase.BASE] += to_base
        count[Phase.BUILD_MAINTENANCE] += surplus - to_base
        surplus = 0
    ordered = tuple(phase for phase in _ORDER for _ in range(count[phase]))
    return _general_preparation(surplus) + ordered


def _general_preparation(surplus: int) -> tuple[Phase, ...]:
    """Cycles of four off-season weeks and base, about a year's quarter each."""
    if not surplus:
        return ()
    cycles = max(1, (surplus + 6) // 12)
    length, longer = divmod(surplus, cycles)
    weeks: list[Phase] = []
    for number in range(cycles):
        base = length + (number < longer) - OFF_SEASON_WEEKS
        weeks += [Phase.OFF_SEASON] * OFF_SEASON_WEEKS + [Phase.BASE] * base
    return tuple(weeks)


def deloads(
    phases: Sequence[Phase],
    loading_before: int = 0,
    forced: Set[int] = frozenset(),
    put_off: Set[int] = frozenset(),
    raced: Set[int] = frozenset(),
) -> tuple[bool, ...]:
    """Which weeks are deloads: the fourth week, or the last of a phase after two loading weeks.

    The week before a taper or a race is never one, except after four loading weeks in a row (only a plan
    that was changed in its last weeks gets there).

    Args:
        phases: consecutive weeks; the last one is only looked at as the week after its predecessor.
        loading_before: loading weeks in a row just before the first.
        forced: positions the runner wants as deload; ignored where a deload cannot be.
        put_off: positions whose deload waits one week; ignored where the next week cannot take it.
        raced: positions that a B race makes lighter; each counts as the deload, and stands for one due just before.
    """
    k, due_late, out = loading_before, False, []
    for i, phase in enumerate(phases):
        due = due_late or k >= LOADING_WEEKS or (k == LOADING_WEEKS - 1 and _ends_phase(phases, i))
        wanted, due_late = due or i in forced, False
        if phase in UNLOADED:
            k, deload = 0, False
        elif i in raced:
            k, deload = 0, i in forced and can_deload(phases, i)
        elif due and k < MOST_LOADING_WEEKS and i + 1 in raced and i not in forced:
            k, deload = k + 1, False
        elif due and k < MOST_LOADING_WEEKS and i in put_off - forced and can_deload(phases, i + 1):
            k, deload, due_late = k + 1, False, True
        else:
            deload = wanted and (can_deload(phases, i) or k >= MOST_LOADING_WEEKS)
            k = 0 if deload else k + 1
        out.append(deload)
    return tuple(out)


def can_deload(phases: Sequence[Phase], i: int) -> bool:
    """Whether week *i* trains, and is not the last one before a taper or a race."""
    return i + 1 < len(phases) and phases[i] not in UNLOADED and phases[i + 1] not in _BEFORE_RACE


def _ends_phase(phases: Sequence[Phase], i: int) -> bool:
    return i + 1 < len(phases) and phases[i + 1] is not phases[i] and phases[i] is not Phase.PEAK


def has_room_for_a_wave(phases: Sequence[Phase], deload: Sequence[bool]) -> bool:
    """A wave needs three loading weeks of build."""
    loading = [phase for phase, light in zip(phases, deload, strict=True) if not light]
    return sum(phase.is_build for phase in loading) >= WAVE_WEEKS


def without_a_race(n_weeks: int, rolling: bool) -> tuple[Phase, ...]:
    """Phases with no race ahead: off-season until told otherwise, or the rolling year of 16 weeks."""
    return tuple(islice(cycle(ROLLING_YEAR), n_weeks)) if rolling else (Phase.OFF_SEASON,) * n_weeks
