"""The drills before the first set of a session (docs/rules.md 7): shown, never ticked, never counted."""

from typing import TYPE_CHECKING

from tracker.domain.adapting.pain import HOLD
from tracker.domain.exercise import CareArea, ExerciseId
from tracker.domain.program import Drill
from tracker.domain.session import Session

if TYPE_CHECKING:
    from tracker.domain.coaching.coach import Coach


def warm_up_for(coach: "Coach", session: Session) -> tuple[Drill, ...]:
    """The drills that are left to do before *session*: none once a set is done.

    Short on time there are fewer, and after a race no deep ones until the legs are back. A drill that loads a spot
    that hurts gives way to another, or is left out.
    """
    if session.started or session.skipped is not None or not session.entries:
        return ()
    sore = _sore(coach, session)
    there = {entry.exercise for entry in session.entries}
    fitting = (
        drill
        for drill in coach.content.warm_up
        if drill.fits(session.short_minutes, session.recovery_stage) and drill.exercise not in there
    )
    return tuple(found for drill in fitting for found in _spared(coach, drill, sore, there))


def _spared(
    coach: "Coach", drill: Drill, sore: frozenset[CareArea], there: set[ExerciseId]
) -> tuple[Drill, ...]:
    """The drill, or the first of its alternatives that leaves the sore spots alone."""
    library = coach.content.exercises
    for each in (drill.exercise, *drill.alternatives):
        if each in library and each not in there and not sore & set(library[each].care):
            return (drill if each == drill.exercise else drill.changed(exercise=each, called=""),)
    return ()


def _sore(coach: "Coach", session: Session) -> frozenset[CareArea]:
    """Where it hurts today, and what has hurt for so long that it rests."""
    day = session.date
    known = {**coach.carried(day), **coach.pains(day)}
    said = [entry.pain for entry in session.entries if entry.pain is not None]
    scores = [*known.items(), *((pain.site, pain.score) for pain in said)]
    return frozenset((*(site for site, score in scores if score >= HOLD), *coach.resting_areas(day)))
