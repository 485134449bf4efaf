"""Sessions to come, each as it will be when those before it are done as planned."""

import datetime as dt
from collections.abc import Iterator

from tracker.domain.coaching.coach import Coach
from tracker.domain.coaching.set_logging import as_planned
from tracker.domain.race import monday_of
from tracker.domain.session import Entry, PerformedSet, Session, SetKind, SetRow

_WEEK = dt.timedelta(weeks=1)
_EVENING = dt.time(18, tzinfo=dt.UTC)


def sessions_ahead(
    coach: Coach, today: dt.date, start: dt.date, end: dt.date, begun: Session | None = None
) -> Iterator[Session]:
    """What is still to do from *start* to *end*, half-open; every open session from *today* on goes as planned.

    Args:
        begun: the session under way.
    """
    monday = monday_of(max(today, coach.season.starts))
    while monday < end:
        for planned in coach.week(monday).days:
            if not today <= planned.date < end:
                continue
            day = coach.day(planned.date)
            is_begun = begun is not None and begun.date == planned.date
            session = begun if is_begun else day.session
            if session is None or (day.done and not is_begun):
                continue
            if planned.date >= start:
                yield session
            coach = coach.knowing(done_as_planned(session))
        monday += _WEEK


def done_as_planned(session: Session) -> Session:
    """*session* with every open set done as asked, at the effort asked for.

    The set of a ramp is done without a weight: it was trained, but nobody knows the weight that it will find.
    """
    at = dt.datetime.combine(session.date, _EVENING)
    entries = tuple(_done(entry, at) for entry in session.entries)
    return session.changed(id=session.id or f"planned {session.date}", entries=entries, finished_at=at)


def _done(entry: Entry, at: dt.datetime) -> Entry:
    if entry.skipped is not None:
        return entry
    return entry.changed(sets=tuple(_row(row, at) for row in entry.sets))


def _row(row: SetRow, at: dt.datetime) -> SetRow:
    asked = row.planned
    if row.done is not None or asked is None:
        return row
    found = {"load": None} if asked.kind is SetKind.RAMP else {"rpe": asked.rpe}
    done = PerformedSet.model_validate({**as_planned(asked), **found, "at": at})
    return SetRow(planned=asked, done=done)
