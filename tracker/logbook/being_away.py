"""Away: another place to train, ill, on holiday, and back."""

from datetime import date, timedelta

from tracker.domain.coaching.replanning import replanned
from tracker.domain.errors import Refused
from tracker.domain.reason import because
from tracker.domain.runner import Absence, Away
from tracker.logbook.changes import PLACE_CHANGED
from tracker.logbook.on_today import OnToday, Reply, on_what_is_there

NO_END = timedelta(days=365)
"""An absence without a last day; `back` ends it."""


class BeingAway(OnToday):
    """Days away from the usual routine, and what they do to today."""

    def travel(self, equipment: str, until: date | None = None, start: date | None = None) -> Absence:
        """Train with what another place has, until the day before *until*; the lifts left behind wait.

        Raises:
            Refused: for a place that is not known.
        """
        coach = self._book.coach()
        if equipment not in coach.profiles:
            known = ", ".join(sorted(coach.profiles))
            raise Refused(f'There is no place called "{equipment}"; there is {known}.')
        return self._be_away(Away.TRAVEL, until, start, equipment)

    def ill(self, until: date | None = None, start: date | None = None) -> Absence:
        """No lifting while ill; two gentle sessions afterwards."""
        return self._be_away(Away.ILLNESS, until, start)

    def holiday(self, until: date | None = None, start: date | None = None) -> Absence:
        """Nothing planned, nothing missed."""
        return self._be_away(Away.HOLIDAY, until, start)

    @on_what_is_there
    def back(self) -> None:
        """Back to the usual place and days.

        Raises:
            NothingToDo: when the runner is not away.
        """
        self._book.planning.be_back(self._book.today)
        self._replan_for_the_place()

    @on_what_is_there
    def _be_away(
        self, kind: Away, until: date | None, start: date | None, equipment: str | None = None
    ) -> Absence:
        begin = start or self._book.today
        absence = Absence(start=begin, end=until or begin + NO_END, kind=kind, equipment=equipment)
        if self._book.coach(begin).runner.absence_on(begin) is not None and begin == self._book.today:
            self._book.planning.be_back(begin)
        self._book.planning.be_away(absence)
        self._replan_for_the_place()
        return absence

    def _replan_for_the_place(self) -> None:
        """The session under way, with what is here now."""
        session = self._book.session
        if session is None:
            return
        plan = replanned(self._plan(session), session)
        if plan.changes:
            self._replan(Reply(because("TRAVEL"), plan), PLACE_CHANGED)
