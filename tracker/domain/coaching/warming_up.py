"""The drills before the first set of a session (docs/rules.md 7): shown, never ticked, never counted."""

from tracker.domain.adapting.pain import HOLD
from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.exercise import CareArea, ExerciseId
from tracker.domain.program import Drill
from tracker.domain.session import Session


def warm_up_for(known: Knowledge, session: Session) -> tuple[Drill, ...]:
    """The drills that are left to do before *session*: none once a set is done.

    Short on time there are fewer, and after a race no deep ones until the legs are back. A drill that loads a spot
    that hurts gives way to another, or is left out.
    """
    if session.started or session.skipped is not None or not session.entries:
        return ()
    sore = _sore(known, session)
    there = {entry.exercise for entry in session.entries}
    fitting = (
        drill
        for drill in known.content.warm_up
        if drill.fits(session.short_minutes, session.recovery_stage) and drill.exercise not in there
    )
    return tuple(found for drill in fitting for found in _spared(known, drill, sore, there))


def _spared(
    known: Knowledge, drill: Drill, sore: frozenset[CareArea], there: set[ExerciseId]
) -> tuple[Drill, ...]:
    """The drill, or the first of its alternatives that leaves the sore spots alone."""
    library = known.content.exercises
    for each in (drill.exercise, *drill.alternatives):
        if each in library and each not in there and not sore & set(library[each].care):
            return (drill if each == drill.exercise else drill.changed(exercise=each, called=""),)
    return ()


def _sore(known: Knowledge, session: Session) -> frozenset[CareArea]:
    """Where it hurts today, and what has hurt for so long that it rests."""
    day = session.date
    niggles = {**known.carried(day), **known.pains(day)}
    said = [entry.pain for entry in session.entries if entry.pain is not None]
    scores = [*niggles.items(), *((pain.site, pain.score) for pain in said)]
    return frozenset((*(site for site, score in scores if score >= HOLD), *known.resting_areas(day)))
