"""The most demanding kind of jumps that is chosen today: the next one comes after three good weeks of the last.

Rules: docs/rules.md 4.6.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from tracker.domain.exercise import CareArea, Exercise, ExerciseId, LoadType
from tracker.domain.history import TrainingLog
from tracker.domain.progression.contacts import may_raise_tier
from tracker.domain.race import monday_of

FIRST_TIER = 1


def jumped_hard_yesterday(log: TrainingLog, exercises: Mapping[ExerciseId, Exercise], day: date) -> bool:
    """Whether jumps above the gentlest kind are less than 48 hours old: those want two days between them (1.2)."""
    return any(
        known.load is LoadType.CONTACTS and known.tier > FIRST_TIER
        for session in log.between(day - timedelta(days=1), day).sessions
        for entry in session.entries
        if entry.performed and (known := exercises.get(entry.exercise))
    )


def jump_tier(
    log: TrainingLog,
    exercises: Mapping[ExerciseId, Exercise],
    day: date,
    pains: Mapping[CareArea, int],
) -> int:
    """The highest tier jumped so far, or the one after it where three weeks there went well.

    Args:
        pains: niggles that count today, by site.
    """
    jumps = [
        (exposed, exercises[each].tier)
        for each in log.exercises
        if each in exercises and exercises[each].load is LoadType.CONTACTS
        for exposed in log.of(each)
        if exposed.session.date < day
    ]
    tier = max((found for _, found in jumps), default=FIRST_TIER)
    here = [exposed for exposed, found in jumps if found == tier]
    weeks = len({monday_of(exposed.session.date) for exposed in here})
    last = max(here, key=lambda exposed: exposed.session.date, default=None)
    landed_well = last is not None and not last.entry.poor_landings
    return tier + 1 if may_raise_tier(weeks, landed_well, tuple(pains.items())) else tier
