"""From the training log to what progression reads: exposures, estimates, and how long something has rested."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.domain.exercise import Exercise, ExerciseId, LoadType, Pattern, Role
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.phase import UNLOADED
from tracker.domain.session import Entry, PerformedSet, ReadinessBand, SetKind, SetRow
from tracker.domain.strength.e1rm import Estimate, replayed
from tracker.domain.strength.exposure import Basis, Exposure, WorkingSet, worked_up_to
from tracker.domain.strength.rest import Rest

SLOW_TEMPO = "3-1-1"
PAIN_NOT_NORMAL = 4
_EASED_ALONE = frozenset({"STALL_DELOAD", "PAIN_WORSE"})
_EASED_BESIDE_PAIN = frozenset({"STANDS_IN_EASY", "PAIN_LEGS_EASY", "PAIN_ARMS_EASY"})
_FIRST = frozenset({"CALIBRATE", "CALIBRATE_EASY"})
Exercises = Mapping[ExerciseId, Exercise]
UNKNOWN = ""
_OWN_MEASURE = frozenset({"machine", "cable", "band"})


def is_normal(exposed: Exposed) -> bool:
    """Whether it may feed the estimate and serve as a reference (docs/rules.md 4.1)."""
    session, entry = exposed
    eased = (
        session.deload
        or session.phase in UNLOADED
        or session.recovery_stage is not None
        or session.readiness is ReadinessBand.RED
        or session.neutral
    )
    codes = {reason.code for reason in entry.reasons}
    alone = bool(codes & _EASED_ALONE) or (bool(codes & _EASED_BESIDE_PAIN) and not codes & _FIRST)
    return not eased and not alone and (entry.pain is None or entry.pain.score < PAIN_NOT_NORMAL)


def exposure_of(exposed: Exposed) -> Exposure:
    """One logged exercise as progression reads it; the weaker side of a per-side set decides."""
    session, entry = exposed
    done = [row for row in entry.sets if row.done is not None]
    loaded = entry.load_type is LoadType.EXT and any(_has_load(row.done) for row in done)
    rows = [row for row in done if _says_something(row, loaded=loaded)] or done
    sets = tuple(
        working_set(row.done, entry, row.planned is not None and row.planned.kind is SetKind.BACKOFF)
        for row in rows
        if row.done is not None
    )
    ramp = any(row.planned is not None and row.planned.kind is SetKind.RAMP for row in rows)
    basis = Basis.IMPORTED if session.imported else Basis.RAMP if ramp else Basis.PRESCRIBED
    return Exposure(
        date=session.date,
        phase=session.phase,
        wip=session.week_in_phase,
        reps=_asked(entry, rows) or worked_up_to(sets, 0).reps,
        rpe=entry.rpe if entry.rpe is not None else 8.0,
        sets=sets,
        normal=is_normal(exposed),
        basis=basis,
        level=session.level,
        slow=entry.tempo == SLOW_TEMPO,
        quality=not entry.poor_landings,
        tool=entry.tool,
    )


def _says_something(row: SetRow, *, loaded: bool) -> bool:
    """A warm-up does not count, nor does a lift without its load where other sets are *loaded*."""
    if row.planned is not None and row.planned.kind is SetKind.WARMUP:
        return False
    return not loaded or _has_load(row.done)


def _has_load(done: PerformedSet | None) -> bool:
    return done is not None and done.load is not None and done.load.kg > 0


def exposures_of(log: TrainingLog, exercise: ExerciseId) -> tuple[Exposure, ...]:
    """Every exposure of one exercise, oldest first."""
    return tuple(exposure_of(exposed) for exposed in log.of(exercise))


def history_of(log: TrainingLog, exercise: ExerciseId, rest: Rest, tool: str) -> tuple[Exposure, ...]:
    """The exposures today's load can be read from, oldest first, each with the rest before it.

    Those with the same *tool*, so that a week with a backpack does not speak for the machine left behind; where
    there are none, those whose load means the same (a stack, a pulley and a band are each their own measure).
    """
    found = exposures_of(log, exercise)
    fitting = [each for each in found if each.tool in (tool, UNKNOWN)]
    if not fitting and tool not in _OWN_MEASURE:
        fitting = [each for each in found if each.tool not in _OWN_MEASURE]
    return tuple(each._replace(days_away=rest.before(each.date)) for each in fitting)


def estimate_of(log: TrainingLog, exercise: ExerciseId) -> Estimate | None:
    """What the log says about the e1RM of one exercise (system load, kg), or None."""
    return replayed(exposures_of(log, exercise))


def primary_exposures(log: TrainingLog, exercises: Exercises, pattern: Pattern, before: date) -> int:
    """Exposures of the main lifts of one pattern before a day, imported ones included: they promote a level."""
    return sum(
        exposed.session.date < before and (exposed.entry.role is Role.PRIMARY or exposed.session.imported)
        for each in log.exercises
        if (known := exercises.get(each)) and known.pattern is pattern
        for exposed in log.of(each)
    )


def _asked(entry: Entry, rows: Sequence[SetRow]) -> int | None:
    """What was asked for; nothing where every set was the runner's own."""
    if all(row.is_own for row in rows):
        return None
    return next(
        (amount for amount in (entry.reps, entry.seconds, entry.contacts) if amount is not None), None
    )


def working_set(done: PerformedSet, entry: Entry, backoff: bool = False) -> WorkingSet:
    """One set in system load; the weaker side of a per-side set."""
    external = done.load.kilograms if done.load is not None else 0.0
    amount = next(
        (each for each in (done.weaker_reps, done.weaker_seconds, done.contacts) if each is not None), 0
    )
    moved = entry.moved_kg or 0.0
    return WorkingSet(external + moved, amount, done.rpe, backoff, done.band)
