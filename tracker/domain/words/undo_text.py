"""What was undone or done again, in a few words that go after ``Undone:``."""

from tracker.domain.run import Run
from tracker.domain.runner import Runner
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
    "session_noted": "a note on the session",
    "session_rated": "how hard the session was",
    "red_flag": "the warning sign",
    "red_flag_mistaken": "that the warning sign was a slip",
    "red_flag_seen": "that the warning sign was looked at",
}
"""Codes of the changes of a session under way, and of its ends."""

STANDS_AGAIN = {
    "session_finished": "It is open again.",
    "session_skipped": "It is there again.",
    "red_flag": "The session is open again.",
}
"""What undoing an end means."""

_OF_THE_PAST = {
    "session_amended": "the correction of",
    "session_erased": "erasing",
    "session_restored": "bringing back",
    "session_added": "adding",
    "run_added": "adding",
    "run_erased": "taking out",
}

_OF_THE_PLAN = {
    "deload_moved": "moving the lighter week",
    "deload_pulled": "bringing the lighter week forward",
    "safety_answered": "the answer about your health",
    "session_moved": "moving a session",
    "week_decided": "the decision for a week",
    "absence_ended": "coming back",
}
_ABSENCES = {"illness": "being ill", "holiday": "a holiday", "travel": "travelling"}
_OF_RACES = {"race_added": "adding", "race_changed": "the change of", "race_removed": "taking out"}
_SETTINGS = {
    "profiles": "a place to train",
    "own_keys": "keys of your own",
    "revisions": "how the plan is built",
    "run_week": "other running days",
    "level_declared": "your level",
    "equipment": "another usual place",
    "lift_days": "other lifting days",
    "lifted_before": "how much you had lifted before",
    "lifts_per_week": "how often you lift in a week",
    "plyo": "jumps on or off",
    "sounds": "sounds on or off",
}

_COMES_WITH = {"level_declared": "level", "revisions": "taper"}
"""Fields that follow another one where that changes: one change is said once."""


def plan_change(what: str, before: Runner, after: Runner) -> str:
    """``the change of Berlin Marathon``, ``travelling``, ``another body weight``."""
    if what in _OF_RACES:
        touched = sorted(set(before.races) ^ set(after.races), key=lambda race: race not in before.races)
        return f"{_OF_RACES[what]} {touched[0].name}" if touched else "a change of the races"
    if what == "absence_noted":
        noted = [each for each in after.absences if each not in before.absences]
        return _ABSENCES[noted[-1].kind.value] if noted else "days away"
    if what in _OF_THE_PLAN:
        return _OF_THE_PLAN[what]
    changed = [each for each in type(after).model_fields if getattr(before, each) != getattr(after, each)]
    own = [each for each in changed if _COMES_WITH.get(each) not in changed]
    named = [_SETTINGS.get(each, f"another {each.replace('_', ' ')}") for each in own]
    return " and ".join(named) or "a setting"


def run_change(what: str, run: Run) -> str:
    """``adding the run of Tue 1 Dec 2026``."""
    return f"{_OF_THE_PAST.get(what, 'a change of')} the run of {full_date(run.date)} {run.date.year}"


def past_change(what: str, session: Session) -> str:
    """``erasing the session of Tue 1 Dec 2026 (A · squat, push, turn)``."""
    day = f"{full_date(session.date)} {session.date.year}"
    return f"{_OF_THE_PAST.get(what, 'a change of')} the session of {day} ({session.name})"
