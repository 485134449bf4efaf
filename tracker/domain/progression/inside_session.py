"""Between two sets (docs/rules.md 4.7): what the one just done means for the next."""

from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules
from tracker.domain.progression.coarse import Rack
from tracker.domain.reason import Reason, because
from tracker.domain.units import Grid, Load, Unit

FAR_MISS, MISS, RISE = 0.90, 0.95, 1.05
HARD_MARGIN, EASY_MARGIN = 1.5, 2.0
LARGEST_RISE = 0.10
MISSES_TO_STOP = 2
_NEAR = 1e-9
_RISING = (Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_PERIODIZED)


class SetDone(NamedTuple):
    """The set just done against what was asked."""

    reps: int
    asked: int
    target_rpe: float
    rpe: float | None = None

    @property
    def missed(self) -> int:
        return max(0, self.asked - self.reps)


class NextSet(NamedTuple):
    """What becomes of the next set.

    Attributes:
        load: external load, as planned or changed.
        exercise_over: two sets came up short; the rest of the exercise is left out.
        top_sets_over: no further top sets; back-offs go on.
        reasons: empty when nothing changes.
    """

    load: Load | None
    exercise_over: bool = False
    top_sets_over: bool = False
    reasons: tuple[Reason, ...] = ()


def next_set(
    rules: Rules,
    phase: Phase,
    done: SetDone,
    planned: Load | None,
    grid: Grid,
    *,
    offset_kg: float = 0.0,
    hands: int = 1,
    unit: Unit | None = None,
    missed_before: int = 0,
    held: bool = False,
    attempt: bool = False,
    most: Load | None = None,
) -> NextSet:
    """The next set after *done*.

    Args:
        planned: its load so far.
        missed_before: earlier sets of this exercise today that came up short.
        held: today nothing goes up (amber, a niggle, a deload, a break).
        attempt: *done* was a record attempt of the off-season.
        most: what the top set had, where the next one is a back-off: it gets no heavier than that.
    """
    if done.missed and missed_before + 1 >= MISSES_TO_STOP:
        return NextSet(planned, exercise_over=True, reasons=(because("EXERCISE_DONE"),))
    all_out = done.rpe is not None and done.rpe >= rules.caps.all_out_rpe
    over = all_out and not (attempt and phase is Phase.OFF_SEASON)
    reasons = (because("TOP_SETS_DONE"),) if over else ()
    if planned is None:
        return NextSet(None, top_sets_over=over, reasons=reasons)
    rack = Rack(grid, offset_kg, hands, unit)
    changed = _changed(phase, done, planned, rack, held=held)
    if changed is not None and most is not None and changed.kilograms > most.kilograms:
        changed = max(most, planned, key=lambda load: load.kilograms)
    if changed is None or changed == planned:
        return NextSet(planned, top_sets_over=over, reasons=reasons)
    code = "NEXT_SET_HEAVIER" if changed.kilograms > planned.kilograms else "NEXT_SET_LIGHTER"
    return NextSet(changed, top_sets_over=over, reasons=(because(code, load=rack.says(changed)), *reasons))


def _changed(phase: Phase, done: SetDone, planned: Load, rack: Rack, *, held: bool) -> Load | None:
    kg = rack.weight(planned)
    if done.missed >= 2:
        return rack.floor(kg * FAR_MISS)
    if done.missed or (done.rpe is not None and done.rpe >= done.target_rpe + HARD_MARGIN):
        return rack.floor(kg * MISS)
    easy = done.rpe is not None and done.rpe <= done.target_rpe - EASY_MARGIN
    if not easy or held or phase not in _RISING:
        return planned
    risen = rack.floor(kg * RISE)
    if risen is not None and risen.kilograms > planned.kilograms:
        return risen
    following, step = rack.step_up(planned)
    return following if following is not None and step <= LARGEST_RISE + _NEAR else planned
