"""A year of training at a glance: what became of each session, what it was about, and how much each day held."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.exercise import Role
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.review.adherence import is_in_part
from tracker.domain.review_rules import AdherenceRules
from tracker.domain.run import RunKind
from tracker.domain.runner import Runner
from tracker.domain.session import Entry, PerformedSet, Session
from tracker.domain.strength.done_sets import sets_of
from tracker.domain.strength.top_set import top_set

A_LITTLE, A_LOT = 8, 18
"""Sets of a day: fewer than the first are a little, from the second on it was long."""

HARD_RPE = 8.5
"""A session rated so, or above, was a hard one however short."""


class Became(StrEnum):
    """What became of a session."""

    DONE = "done"
    SHORT = "short"
    IN_PART = "ended early"
    MOVED = "moved"
    SKIPPED = "skipped"
    ADDED = "added"


class DayGlance(NamedTuple):
    """One day.

    Attributes:
        level: 0 nothing, 1 a little, 2 a session, 3 a long or hard one.
        phase: of its session; None without one.
    """

    level: int
    phase: Phase | None


class YearGlance(NamedTuple):
    """Days from *first* on, and those with a race."""

    first: date
    days: tuple[DayGlance, ...]
    races: frozenset[date]

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=max(0, len(self.days) - 1))


def became(session: Session, runner: Runner | None, rules: AdherenceRules) -> Became:
    """What became of a session; a skipped one is skipped wherever it was meant to be, one without a plan was added, and
    one that ended before half of its sets says that before anything else.
    """
    if session.skipped is not None:
        return Became.SKIPPED
    if session.imported:
        return Became.ADDED
    if is_in_part(session, rules):
        return Became.IN_PART
    if runner is not None and any(move.to_day == session.date for move in runner.moves):
        return Became.MOVED
    return Became.SHORT if session.short_minutes is not None else Became.DONE


def year_glance(log: TrainingLog, year: int, runner: Runner | None, today: date) -> YearGlance:
    """The days of a calendar year up to *today*."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), today)
    by_day: dict[date, list[Session]] = {}
    for session in log.sessions:
        if session.started:
            by_day.setdefault(session.date, []).append(session)
    days = tuple(_day(by_day.get(first + timedelta(days=at), ())) for at in range((last - first).days + 1))
    planned = {race.date for race in runner.races} if runner is not None else set()
    run = {each.date for each in log.runs if each.kind is RunKind.RACE}
    return YearGlance(first, days, frozenset(planned | run))


def main_set(session: Session) -> tuple[Entry, PerformedSet] | None:
    """The top set of the first main lift, else of the first exercise that was done."""
    trained = [entry for entry in session.entries if entry.performed]
    mains = [entry for entry in trained if entry.role is Role.PRIMARY]
    for entry in (mains or trained)[:1]:
        return set_shown(session, entry)
    return None


def set_shown(session: Session, entry: Entry) -> tuple[Entry, PerformedSet] | None:
    """The top set of one exercise of a session, where any was done."""
    top = top_set(sets_of(session, entry))
    return (entry, top.done) if top is not None else None


def _day(sessions: Iterable[Session]) -> DayGlance:
    sessions = tuple(sessions)
    if not sessions:
        return DayGlance(0, None)
    sets = sum(each.sets_done for each in sessions)
    hardest = max((each.rpe for each in sessions if each.rpe is not None), default=0.0)
    level = 3 if sets >= A_LOT or hardest >= HARD_RPE else 1 if sets < A_LITTLE else 2
    first = sessions[0]
    return DayGlance(level, None if first.imported else first.phase)
