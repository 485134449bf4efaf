"""Whether the training happened: sessions done of those planned, and sets done of those prescribed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain.review_rules import AdherenceRules
from tracker.domain.session import Session, SetKind


class PlannedDay(NamedTuple):
    """One planned lifting day.

    Attributes:
        neutral: illness, travel or a holiday: not counted either way.
    """

    date: date
    neutral: bool = False


class Adherence(NamedTuple):
    """Sessions done of those planned; *share* is None when nothing was planned."""

    done: int
    planned: int

    @property
    def share(self) -> float | None:
        return self.done / self.planned if self.planned else None


def is_done(session: Session, rules: AdherenceRules) -> bool:
    """Half of its sets is a session, and so is one cut short with the short-on-time key.

    Modified exercises count as done. A session without a prescription counts once anything was done.
    """
    if not session.started:
        return False
    prescribed = _prescribed(session)
    return (
        session.short_minutes is not None
        or prescribed == 0
        or _done_as_prescribed(session) >= rules.done_share * prescribed
    )


def is_in_part(session: Session, rules: AdherenceRules) -> bool:
    """Begun, and ended before half of it; one that ended for a reason is neither."""
    return session.started and not session.neutral and not is_done(session, rules)


def adherence(
    planned: Sequence[PlannedDay], sessions: Iterable[Session], rules: AdherenceRules, until: date
) -> Adherence:
    """Planned days that found their session, up to three days away; extra sessions count for nothing more.

    Args:
        planned: lifting days of the plan.
        sessions: everything around those days, skipped and neutral ones too.
        until: days from here on are not missed yet.
    """
    around = sorted(sessions, key=lambda session: session.date)
    done = [session for session in around if not session.neutral and is_done(session, rules)]
    neutral = [session for session in around if session.neutral]
    kept, counted = 0, 0
    for day in sorted(planned):
        if _take(done, day.date, rules.moved_days):
            kept, counted = kept + 1, counted + 1
        elif day.neutral or _take(neutral, day.date, rules.moved_days):
            continue
        elif day.date < until:
            counted += 1
    return Adherence(kept, counted)


def completion(sessions: Iterable[Session], rules: AdherenceRules) -> float | None:
    """Working sets done of those prescribed, within done sessions; None without a prescription."""
    done = [session for session in sessions if is_done(session, rules)]
    prescribed = sum(map(_prescribed, done))
    return sum(map(_done_as_prescribed, done)) / prescribed if prescribed else None


def _take(sessions: list[Session], day: date, within: int) -> bool:
    """Uses up the session that fits the day best: on it, else nearest, else earliest."""
    near = [each for each in sessions if abs((each.date - day).days) <= within]
    if not near:
        return False
    sessions.remove(min(near, key=lambda each: (abs((each.date - day).days), each.date)))
    return True


def _prescribed(session: Session) -> int:
    return sum(
        row.planned is not None and row.planned.kind is not SetKind.WARMUP
        for entry in session.entries
        for row in entry.sets
    )


def _done_as_prescribed(session: Session) -> int:
    return sum(
        row.planned is not None and row.planned.kind is not SetKind.WARMUP and row.done is not None
        for entry in session.entries
        for row in entry.sets
    )
