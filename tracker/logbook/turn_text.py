"""What was taken back or made again, in one sentence with its day."""

from collections.abc import Mapping
from datetime import date

from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.run import CheckIn, Run
from tracker.domain.session import Session
from tracker.domain.words.figures import full_date
from tracker.domain.words.undo_text import SESSION_CHANGES, STANDS_AGAIN, past_change, plan_change, run_change
from tracker.logbook.changes import Turn


def words_of(turn: Turn, exercises: Mapping[ExerciseId, Exercise]) -> str:
    """``a set of Back squat``, ``travelling``, ``the end of the session``."""
    if turn.plan is not None:
        return plan_change(turn.what, *turn.plan)
    about = turn.about
    if isinstance(about, Session) and turn.what not in SESSION_CHANGES:
        return past_change(turn.what, about)
    if isinstance(about, Run):
        return run_change(turn.what, about)
    said = SESSION_CHANGES.get(turn.what, "a change")
    if isinstance(about, CheckIn) and about.site is not None:
        return f"{said} ({about.site.value.replace('_', ' ')} {about.pain})"
    step = turn.step
    entry = step.entries.get(step.at_entry) if step is not None and step.at_entry is not None else None
    exercise = exercises.get(entry.exercise) if entry is not None else None
    return said if exercise is None else f"{said} of {exercise.name}"


def day_of(turn: Turn) -> date:
    """The day that the change is about: of the session, run or report; of the plan, when it was made."""
    return turn.day or turn.at.date()


def undone_words(
    turn: Turn, exercises: Mapping[ExerciseId, Exercise], today: date, *, name_today: bool
) -> str:
    """``Undone, Thu 3 Dec: the end of the session. It is open again.``"""
    again = STANDS_AGAIN.get(turn.what, "") if turn.is_end else ""
    said = words_of(turn, exercises)
    return f"Undone{_named(turn, today, name_today)}: {said}. {again}".rstrip()


def redone_words(
    turn: Turn, exercises: Mapping[ExerciseId, Exercise], today: date, *, name_today: bool
) -> str:
    """``Done again, today: a set of Back squat.``"""
    return f"Done again{_named(turn, today, name_today)}: {words_of(turn, exercises)}."


def _named(turn: Turn, today: date, name_today: bool) -> str:
    """The day, unless the words have it: whatever was done to a session or run of the log is said with its day."""
    day = day_of(turn)
    if isinstance(turn.about, Run) or (isinstance(turn.about, Session) and turn.what not in SESSION_CHANGES):
        return ""
    if day == today:
        return ", today" if name_today else ""
    return f", {full_date(day, today)}"
