"""Exercises the runner has asked for on top of a week's sessions: what the review offered to fill a hole."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain.exercise import ExerciseId
from tracker.domain.race import monday_of
from tracker.domain.reason import because
from tracker.domain.session import Entry

if TYPE_CHECKING:
    from tracker.domain.coaching.session_plan import SessionPlan


def wanted_extras(plan: "SessionPlan") -> tuple[ExerciseId, ...]:
    """The extras of the week that have not been done in it yet."""
    day, coach = plan.about.day, plan.coach
    monday = monday_of(day)
    week = coach.log.between(monday, monday + timedelta(days=7))
    done = {entry.exercise for session in week.sessions for entry in session.entries if entry.performed}
    return tuple(
        extra.exercise
        for extra in coach.runner.extras
        if extra.week == monday and extra.exercise in coach.content.exercises and extra.exercise not in done
    )


def extra_entries(plan: "SessionPlan", before: Iterable[Entry]) -> list[Entry]:
    """An entry for every extra that is not in the session already and that today allows."""
    taken = tuple(entry.exercise for entry in before)
    found: list[Entry] = []
    for wanted in wanted_extras(plan):
        exercise = plan.coach.content.exercises[wanted]
        if wanted in taken:
            continue
        entry = plan.entry_for(exercise, exercise.role, taken=taken, because_of=(because("FILLS_A_HOLE"),))
        if entry is not None:
            found.append(entry)
    return found
