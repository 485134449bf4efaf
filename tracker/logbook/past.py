"""Finished sessions, runs and check-ins: add, amend, erase, bring back. Later advice follows by itself."""

from datetime import date

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.run import CheckIn, Run
from tracker.domain.session import Session
from tracker.domain.words.run_text import refuse_impossible
from tracker.logbook.desk import Desk


class Past:
    """What has been."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def session(self, session_id: str) -> Session:
        """One finished session.

        Raises:
            NothingToDo: if there is none with this id, or it was erased.
        """
        memory = self._desk.memory
        for year in reversed(
            memory.years()
        ):  # older years are seldom asked for, and reading one takes a while
            for session in memory.year(year).sessions:
                if session.id == session_id:
                    return session
        raise NothingToDo("There is no such session in the log.")

    def on(self, day: date) -> tuple[Session, ...]:
        """The sessions of one day."""
        return tuple(each for each in self._desk.memory.year(day.year).sessions if each.date == day)

    def add(self, session: Session) -> Session:
        """Put a session of an earlier day into the log.

        Raises:
            Refused: for a day that is still to come.
        """
        if session.date > self._desk.today:
            raise Refused("That day is still to come; a session can be added once it is done.")
        added = session if session.id else session.changed(id=self._desk.new_id())
        with self._desk.writing("session_added") as writing:
            writing.keep("sessions", added, "session_added")
        return added

    def replace(
        self,
        session: Session,
        was: Session | None = None,
        what: str = "session_amended",
        *,
        joins: bool = False,
    ) -> Session:
        """Another version of a finished session, found by its id; made from *was*, where that is given.

        Args:
            joins: it goes with the last change there was, the end of that session.

        Raises:
            NothingToDo: if there is none with this id, or it was erased.
            Refused: if it is not as it *was* any more.
        """
        with self._desk.writing("session_amended") as writing:
            there = self.session(session.id)
            if was is not None and there != was:
                raise Refused("That session was changed in another window since; look at it again first.")
            writing.keep("sessions", session, what, joins=joins)
        return session

    def erase(self, session_id: str) -> None:
        """Take a session out of the log; `restore` brings it back."""
        with self._desk.writing("session_erased") as writing:
            session = self.session(session_id)
            writing.erase("sessions", session.date.year, session_id, "session_erased")

    def erased(self) -> tuple[Session, ...]:
        """What `restore` can bring back."""
        return self._desk.memory.erased()

    def restore(self, session_id: str) -> Session:
        """Bring an erased session back.

        Raises:
            NothingToDo: if no erased session has this id.
        """
        with self._desk.writing("session_restored") as writing:
            session = next((each for each in self.erased() if each.id == session_id), None)
            if session is None:
                raise NothingToDo("There is no erased session with that name.")
            writing.restore("sessions", session.date.year, session_id, "session_restored")
        return session

    def add_run(self, run: Run) -> Run:
        """Put a run into the log.

        Raises:
            Refused: for a day that is still to come, or for what nobody could run.
        """
        if run.date > self._desk.today:
            raise Refused("That day is still to come; a run can be added once it is done.")
        refuse_impossible(run.km, run.minutes, self._desk.runner.unit)
        added = run if run.id else run.changed(id=self._desk.new_id())
        with self._desk.writing("run_added") as writing:
            writing.keep("runs", added, "run_added")
        return added

    def erase_run(self, run: Run) -> None:
        """Take a run out of the log.

        Raises:
            NothingToDo: if it is not there any more.
        """
        with self._desk.writing("run_erased") as writing:
            if run not in self._desk.memory.year(run.date.year).runs:
                raise NothingToDo("That run is not in the log any more.")
            writing.erase("runs", run.date.year, run.id, "run_erased")

    def check_in(self, checkin: CheckIn, what: str = "pain_reported") -> CheckIn:
        """Put a report into the log: a niggle, a red flag, a morning's answer."""
        added = checkin if checkin.id else checkin.changed(id=self._desk.new_id())
        with self._desk.writing("checked_in") as writing:
            writing.keep("checkins", added, what)
        return added
