"""Years put together, and a value put in its place in one, each in order of time."""

from dataclasses import replace
from datetime import date

from tracker.domain.history import TrainingLog
from tracker.domain.run import CheckIn, Run
from tracker.domain.session import Session


def session_order(session: Session) -> tuple[date, str, str]:
    started = session.started_at.isoformat() if session.started_at else ""
    return session.date, started, session.id


def day_order(value: Run | CheckIn) -> tuple[date, str]:
    return value.date, value.id


def joined_with(log: TrainingLog, value: Session | Run | CheckIn, *, here: bool) -> TrainingLog:
    """The log of a year without an older version of *value*, and with it if it belongs *here*."""
    if isinstance(value, Session):
        sessions = [each for each in log.sessions if each.id != value.id] + [value] * here
        return replace(log, sessions=tuple(sorted(sessions, key=session_order)))
    if isinstance(value, Run):
        runs = [each for each in log.runs if each.id != value.id] + [value] * here
        return replace(log, runs=tuple(sorted(runs, key=day_order)))
    checkins = [each for each in log.checkins if each.id != value.id] + [value] * here
    return replace(log, checkins=tuple(sorted(checkins, key=day_order)))


def joined(years: list[TrainingLog]) -> TrainingLog:
    return TrainingLog(
        tuple(session for year in years for session in year.sessions),
        tuple(run for year in years for run in year.runs),
        tuple(checkin for year in years for checkin in year.checkins),
    )
