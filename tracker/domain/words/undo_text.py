"""What was undone or done again, in a few words that go after ``Undone:``."""

from tracker.domain.session import Session
from tracker.domain.words.figures import full_date

SESSION_CHANGES = {
    "set_logged": "a set",
    "half_added": "half a point of RPE",
    "set_amended": "a corrected set",
    "set_erased": "an erased set",
    "load_changed": "another load",
    "amount_changed": "another amount",
    "exercise_added": "an added exercise",
    "exercise_skipped": "a skipped exercise",
    "modified": "a modification",
    "pain_reported": "a niggle",
    "place_changed": "what another place changed",
    "record_attempt": "a record attempt",
    "reps_changed": "other reps",
    "easy_begun": "an easy session",
    "noted": "a note",
    "readiness_given": "what you said about your legs",
    "shortened": "a shorter session",
    "session_finished": "the end of the session",
    "session_skipped": "skipping the session",
}
"""Codes of the changes of a session under way, and of its ends."""

STANDS_AGAIN = {"session_finished": "It is open again.", "session_skipped": "It is there again."}
"""What undoing an end means."""

_OF_THE_PAST = {
    "session_amended": "the correction of",
    "session_erased": "erasing",
    "session_restored": "bringing back",
    "session_added": "adding",
}


def past_change(what: str, session: Session) -> str:
    """``erasing the session of Tue 1 Dec 2026 (A · squat, push, turn)``."""
    day = f"{full_date(session.date)} {session.date.year}"
    return f"{_OF_THE_PAST.get(what, 'a change of')} the session of {day} ({session.name})"
