"""Modify an exercise of today: steps, swaps, the way back up, records and other reps. It counts in full."""

from tracker.domain.coaching.entry_sets import session_minutes
from tracker.domain.coaching.modifying import (
    ModifyOption,
    ModifyOptions,
    climb,
    liked_instead,
    modify_options,
    with_option,
)
from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.open_session import Step
from tracker.domain.progression.attempt import USUAL_REPS, NoAttempt
from tracker.domain.progression.stall_change import with_attempt, with_reps
from tracker.domain.reason import Reason
from tracker.domain.session import Session, Signal
from tracker.logbook.on_today import OFFERS, OnToday, on_what_is_there


class Modifying(OnToday):
    """What can be done about one exercise."""

    def options(self, entry: int, signal: Signal) -> ModifyOptions:
        """What can be done about an exercise of today, the sensible one preselected. Nothing changes yet."""
        session = self._session()
        plan = self._plan(session)
        return modify_options(plan, session, entry, signal, self._book.grid(session.entries[entry]))

    @on_what_is_there
    def modify(self, entry: int, signal: Signal, option: str | None = None) -> ModifyOption:
        """Take one of the options, the suggested one without *option*; it holds for two exposures.

        Raises:
            Refused: for an option that does not exist today, or when there is none at all.
        """
        offered = self.options(entry, signal)
        wanted = option or offered.suggested
        if wanted is None:
            raise Refused("Nothing smaller fits here today; leaving it out is always fine.")
        chosen = offered.option(wanted)
        if chosen is None:
            known = ", ".join(each.id for each in offered) or "none"
            raise Refused(f'"{wanted}" is no option for {offered.here.name} today; there is {known}.')
        self._take(entry, chosen)
        return chosen

    @on_what_is_there
    def way_back(self, entry: int) -> ModifyOption:
        """One small step back up.

        Raises:
            NothingToDo: where the runner has not stepped down, or the step up is not possible here.
        """
        session = self._session()
        up = climb(self._plan(session), session, entry)
        if up is None:
            raise NothingToDo("There is no step back up for this exercise today.")
        self._take(entry, up)
        return up

    @on_what_is_there
    def swap_disliked(self, entry: int) -> ModifyOption:
        """What is offered in place of an exercise left out twice because it is not liked; the way back stays open.

        Raises:
            NothingToDo: where nothing is offered.
        """
        session = self._session()
        other = liked_instead(self._plan(session), session, entry)
        if other is None:
            raise NothingToDo("Nothing else is offered for this exercise today.")
        self._take(entry, other)
        return other

    def _take(self, entry: int, option: ModifyOption) -> None:
        def change(session: Session) -> Step:
            entries = with_option(session, entry, option)
            at = entry + len(entries) - len(session.entries)
            anew = self._book.all_anew("modified", entries, {"minutes": session_minutes(entries)})
            return anew.changed(at_entry=at)

        self._book.change(change)

    def offers(self, entry: int) -> tuple[str, ...]:
        """Codes of what may be chosen for an exercise, of `OFFERS`."""
        codes = {reason.code for reason in self._session().entries[entry].reasons}
        return tuple(code for code in OFFERS if code in codes)

    @on_what_is_there
    def attempt(self, entry: int, reps: int = USUAL_REPS) -> Reason | None:
        """Make the top set a record attempt, where one is offered; else the reason why none is."""
        session = self._session()
        chosen = session.entries[entry]
        advice = self._plan(session).attempt_for(chosen, session.template, reps)
        if chosen.performed:
            raise Refused("This lift has begun; a record attempt is its first top set.")
        if isinstance(advice, NoAttempt):
            return advice.why

        def change(_: Session) -> Step:
            return self._book.step("record_attempt", {entry: with_attempt(chosen, advice)}, entry=entry)

        self._book.change(change)
        return None

    @on_what_is_there
    def change_reps(self, entry: int, by: int) -> None:
        """Some reps more or fewer, the load converted; for a lift that has stopped moving."""
        session = self._session()
        changed = with_reps(session.entries[entry], by, self._book.grid(session.entries[entry]))

        def change(_: Session) -> Step:
            return self._book.step("reps_changed", {entry: changed}, entry=entry)

        self._book.change(change)
