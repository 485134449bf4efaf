"""What the parts of `tracker.logbook.adapting` share: the session of today, planned anew for what was said."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from tracker.domain.adapting.readiness import Readiness
from tracker.domain.coaching.entry_sets import session_minutes
from tracker.domain.coaching.replanning import Replanned
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.exercise import CareArea
from tracker.domain.reason import Reason
from tracker.domain.run import CheckIn
from tracker.domain.session import Session
from tracker.logbook.changes import PLACE_CHANGED
from tracker.logbook.memory import Writing

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

SHORTENED = "shortened"
OFFERS = ("WAY_BACK_UP", "CLUNKY_THREE_TIMES", "DISLIKE_OFFER", "PR_OFFER", "STALL_CHANGE")
"""What may be chosen for an exercise of today."""

SAID_BEFORE = frozenset({"pain_reported", "readiness_given", SHORTENED, PLACE_CHANGED})
"""Steps that plan the session anew by themselves."""

P = ParamSpec("P")
T = TypeVar("T")
Part = TypeVar("Part", bound="OnToday")


class Reply(NamedTuple):
    """What something said would change today.

    Attributes:
        reason: what it means, in one cause.
        plan: the session before and after; None when no session is open today.
        asks_tomorrow: the question comes again the next morning.
    """

    reason: Reason
    plan: Replanned | None = None
    asks_tomorrow: bool = False

    @property
    def asks(self) -> bool:
        """It takes a lot off the day: ask before doing it (see `Replanned.asks`)."""
        return self.plan is not None and self.plan.asks


def on_what_is_there(
    change: Callable[Concatenate[Part, P], T],
) -> Callable[Concatenate[Part, P], T]:
    """Work a change out on what is on disk: sets that another window logged meanwhile stay."""

    @wraps(change)
    def alone(self: Part, /, *given: P.args, **named: P.kwargs) -> T:
        with self._book.desk.alone():
            return change(self, *given, **named)

    return alone


class OnToday:
    """A part that changes today; everything inside a session can be undone."""

    def __init__(self, book: "Logbook") -> None:
        self._book = book

    def _session(self) -> Session:
        return self._book.begin().session

    def _open_session(self) -> Session | None:
        """The session under way, or today's as it would open; None on a day without one."""
        under_way = self._book.session
        if under_way is not None:
            return under_way
        day = self._book.day()
        return day.session if day.session is not None and not day.done else None

    def _plan(
        self,
        session: Session,
        pains: dict[CareArea, int] | None = None,
        readiness: Readiness | None = None,
    ) -> SessionPlan:
        """Circumstances of the session's day, with what the runner has said of them so far, and more *pains*."""
        coach = self._book.coach(session.date)
        about = coach.circumstances(session.date, readiness or session.felt)
        if pains:
            about = about.with_pains(pains)
        return SessionPlan(coach, about, coach.program(session.date))

    def _is_untouched(self) -> bool:
        """Nothing of today's session is the runner's own doing yet."""
        under_way = self._book.under_way if self._book.session is not None else None
        steps = () if under_way is None else under_way.steps[: under_way.cursor]
        return all(step.what in SAID_BEFORE for step in steps)

    def _checkins(self, day: date) -> tuple[CheckIn, ...]:
        return tuple(each for each in self._book.log(day).checkins if each.date == day)

    def _replan(self, reply: Reply, what: str, checkin: CheckIn | None = None) -> None:
        plan = reply.plan
        if plan is None:
            return
        fields: dict[str, object] = {"minutes": session_minutes(plan.entries)}
        if plan.reasons is not None:
            fields["reasons"] = plan.reasons
        anew = self._book.all_anew(what, plan.entries, fields)

        def keep(writing: Writing) -> None:
            if checkin is not None:
                writing.keep("checkins", checkin, what)

        self._book.change(lambda _: anew, keep)
