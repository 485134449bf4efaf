"""Was that a slip of the finger? A set so far from everything known that it is worth asking once."""

from typing import TYPE_CHECKING

from tracker.cli.typed import Held, Typed, load_of
from tracker.domain.exercise import LoadType
from tracker.domain.session import Session
from tracker.domain.strength.e1rm import is_slip
from tracker.domain.strength.exposure import WorkingSet
from tracker.domain.strength.exposures import estimate_of
from tracker.domain.words.set_text import SetText

if TYPE_CHECKING:
    from tracker.assembly import House

_WEIGHED = (LoadType.EXT, LoadType.BW_PLUS, LoadType.ASSIST)


def has_slip(house: "House", typed: Typed, session: Session) -> bool:
    """Whether any of the sets is far off what the log says about the exercise."""
    if typed.held.load not in _WEIGHED:
        return False
    estimate = estimate_of(house.logbook.log(house.logbook.today), typed.exercise.id)
    if estimate is None:
        return False
    offset = _offset(typed, session)
    if offset is None:
        return False
    sets = (_as_working_set(each, typed.held, offset) for each in typed.sets)
    return any(done is not None and is_slip(estimate, done, done.reps) for done in sets)


def _as_working_set(spoken: SetText, held: Held, offset_kg: float) -> WorkingSet | None:
    load = load_of(spoken, held)
    if load is None or spoken.reps is None:
        return None
    return WorkingSet(load.kilograms + offset_kg, spoken.reps, spoken.rpe)


def _offset(typed: Typed, session: Session) -> float | None:
    """Body weight that moves along, as the session's entry knows it; None where it moves and is not known."""
    at = session.position_of(typed.exercise.id)
    if at is not None:
        return session.entries[at].system_offset_kg
    return 0.0 if typed.held.load is LoadType.EXT else None
