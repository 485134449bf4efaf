"""The level the tables are read at: declared, promoted by training, and guarded for novices (docs/rules.md 1.4)."""

from datetime import date, timedelta

from tracker.domain.exercise import Pattern
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level
from tracker.domain.race import monday_of
from tracker.domain.runner import Runner
from tracker.domain.strength.exposures import Exercises, primary_exposures

PRIMARY_PATTERNS = (Pattern.SQUAT, Pattern.HINGE)
PROMOTED_AFTER = {Level.INTERMEDIATE: 24, Level.ADVANCED: 100}
GUARD_WEEKS, GUARD_WEEKS_TRAINED = 12, 6
GUARDED_LOADING_WEEKS = 3
_ORDER = (Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED)


def earned_level(runner: Runner, log: TrainingLog, exercises: Exercises, block_start: date) -> Level:
    """The declared level, or a higher one that the log had earned before the current phase began."""
    most = max(primary_exposures(log, exercises, pattern, block_start) for pattern in PRIMARY_PATTERNS)
    earned = max(
        (level for level, needed in PROMOTED_AFTER.items() if most >= needed),
        key=_ORDER.index,
        default=Level.BEGINNER,
    )
    return max(runner.level, earned, key=_ORDER.index)


def is_novice(runner: Runner, log: TrainingLog, day: date) -> bool:
    """Declared beginners, and anyone whose last twelve weeks of log hold fewer than six weeks with a session.

    Weeks before the first entry count as trained for those who declared more.
    """
    if runner.level is Level.BEGINNER:
        return True
    first = log.trained[0].date if log.trained else day
    since = monday_of(day) - timedelta(weeks=GUARD_WEEKS)
    if monday_of(first) > since:
        return False
    weeks = {monday_of(session.date) for session in log.trained if since <= session.date < monday_of(day)}
    return len(weeks) < GUARD_WEEKS_TRAINED
