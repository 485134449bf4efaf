"""Session RPE times minutes, day by day: load, monotony and strain (Foster 1998). Never an acute:chronic ratio."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean, pstdev
from typing import NamedTuple

from tracker.domain.review_rules import LoadRules
from tracker.domain.run import Run
from tracker.domain.session import Session

_DAYS = 7


class LoadSums(NamedTuple):
    """One week of runs and lifts.

    Attributes:
        days: load of Monday to Sunday in RPE x minutes; 0 for rest, None where something is not known.
        week: their sum, None unless all are known.
        monotony: mean / SD of the days; None too when every day was the same.
        strain: week x monotony.
    """

    days: tuple[float | None, ...]
    week: float | None
    monotony: float | None
    strain: float | None


def minutes_of(session: Session, rules: LoadRules) -> float | None:
    """How long a session took: by the clock where that makes sense, else as planned, else not known."""
    if session.started_at is not None and session.finished_at is not None:
        clocked = (session.finished_at - session.started_at).total_seconds() / 60.0
        shortest, longest = rules.clocked_minutes
        if shortest <= clocked <= longest:
            return clocked
    return float(session.minutes) if session.minutes > 0 else None


def minutes_lifted(session: Session, rules: LoadRules) -> int | None:
    """Whole minutes from the start to the last set that is done; as planned where the clock cannot be right."""
    done = [each.at for entry in session.entries for each in entry.performed]
    minutes = minutes_of(session.changed(finished_at=max(done)) if done else session, rules)
    return None if minutes is None else round(minutes)


def summed(days: Sequence[float | None]) -> LoadSums:
    """Sums of seven daily loads."""
    known = [each for each in days if each is not None]
    if len(known) < len(days) or not known:
        return LoadSums(tuple(days), None, None, None)
    week, spread = sum(known), pstdev(known)
    if spread <= 0.0:
        return LoadSums(tuple(days), week, None, None)
    monotony = fmean(known) / spread
    return LoadSums(tuple(days), week, monotony, week * monotony)


def load_sums(
    sessions: Iterable[Session], runs: Iterable[Run], monday: date, until: date, rules: LoadRules
) -> LoadSums | None:
    """The week of *monday*; None without any minute of running in it.

    Args:
        until: days from here on have not happened yet and are not known.
    """
    loads: dict[date, list[float | None]] = {monday + timedelta(days=i): [] for i in range(_DAYS)}
    week_runs = [run for run in runs if run.date in loads]
    if sum(run.minutes or 0.0 for run in week_runs) < 1.0:
        return None
    for run in week_runs:
        loads[run.date].append(_product(run.rpe, run.minutes))
    for session in sessions:
        if session.started and session.date in loads:
            loads[session.date].append(_product(session.rpe, minutes_of(session, rules)))
    return summed([None if day >= until else _sum(found) for day, found in loads.items()])


def run_minutes(runs: Iterable[Run]) -> float | None:
    """Minutes of all runs; None when one of them has none. 0 without runs."""
    return _sum([run.minutes for run in runs])


def rise(now: float | None, before: float | None) -> float | None:
    """Change from one week to the next as a share; None when either is unknown or there was nothing before."""
    return None if now is None or not before else now / before - 1.0


def _product(rpe: float | None, minutes: float | None) -> float | None:
    return None if rpe is None or minutes is None else rpe * minutes


def _sum(found: Sequence[float | None]) -> float | None:
    known = [each for each in found if each is not None]
    return sum(known) if len(known) == len(found) else None
