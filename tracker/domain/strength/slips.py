"""Was that a slip of the finger? A set so far from everything known that it is worth asking once (docs/rules.md 4.10)."""

from tracker.domain.exercise import LoadType
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.domain.strength.e1rm import Estimate, is_slip, replayed
from tracker.domain.strength.exposure import WorkingSet
from tracker.domain.strength.exposures import estimate_of, exposure_of, working_set
from tracker.domain.units import Load

WEIGHED = (LoadType.EXT, LoadType.BW_PLUS, LoadType.ASSIST)
FIRST_TIMES = 6.0
"""The first time, so many times the load to start with is still believed: start loads are light on purpose."""

NEAR_THE_PLAN = 0.15
"""A load this near to the one that was asked for is meant, however hard the set was."""

LIKE_REPS = 3
"""A set so near in load and so few reps away from one that stands in the log is like it."""


def is_far_off(
    log: TrainingLog,
    session: Session,
    entry: Entry,
    done: PerformedSet,
    asked: Load | None,
    start: Load | None,
) -> bool:
    """Whether a set is far off what is known of its exercise.

    Args:
        log: all there is apart from *session*.
        entry: the exercise as *session* has it, with what was done of it so far.
        asked: the load that was asked for in this set.
        start: the load to begin with where the exercise is new.
    """
    if entry.load_type not in WEIGHED or done.load is None or done.reps is None:
        return False
    moved = entry.system_offset_kg
    said = working_set(done, entry)
    if asked is not None and _near(said.kg, asked.kilograms + moved):
        return False
    if _was_kept_before(log, entry, said):
        return False
    known = estimate_of(log, entry.exercise) or _of_today(session, entry)
    if known is not None:
        return is_slip(known, said, done.reps)
    usual = max((each.load.kilograms for each in entry.performed if each.load is not None), default=0.0)
    first = max(usual, start.kilograms if start is not None else 0.0) + moved
    return first > 0.0 and said.kg > FIRST_TIMES * first


def _was_kept_before(log: TrainingLog, entry: Entry, said: WorkingSet) -> bool:
    """Whether a set like it stands in the log: it was meant then, and is now."""
    entries = (entry, *(each.entry for each in log.of(entry.exercise)))
    kept = (working_set(done, each) for each in entries for done in each.performed)
    return any(_near(said.kg, each.kg) and abs(said.reps - each.reps) <= LIKE_REPS for each in kept)


def _of_today(session: Session, entry: Entry) -> Estimate | None:
    """What the sets before it say of a new exercise, unless they were easy: those only prove "at least this"."""
    if not entry.performed:
        return None
    found = replayed((exposure_of(Exposed(session, entry)),))
    return None if found is None or found.lower_bound else found


def _near(kg: float, asked_kg: float) -> bool:
    return abs(kg - asked_kg) <= NEAR_THE_PLAN * asked_kg
