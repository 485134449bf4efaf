"""Exercises the runner has asked for on top of a week's sessions: what the review offered to fill a hole."""

from datetime import date, timedelta

from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.exercise import ExerciseId
from tracker.domain.race import monday_of


def wanted_extras(known: Knowledge, day: date) -> tuple[ExerciseId, ...]:
    """The extras of the week of *day* that have not been done in it yet."""
    monday = monday_of(day)
    week = known.log.between(monday, monday + timedelta(days=7))
    done = {entry.exercise for session in week.sessions for entry in session.entries if entry.performed}
    return tuple(
        extra.exercise
        for extra in known.runner.extras
        if extra.week == monday and extra.exercise in known.content.exercises and extra.exercise not in done
    )
