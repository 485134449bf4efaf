"""Undo and redo: through the session under way, behind its end, in the past, and of the plan."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.open_session import OpenSession, Step
from tracker.logbook.changes import PLACE_CHANGED, Changed, Ended, PlanChanged
from tracker.logbook.memory import Memory, Writing

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

FINISHED, SKIPPED = "session_finished", "session_skipped"
"""The ends of a session that can be taken back."""

REOPENED = "session_reopened"

_NOTHING = "There is nothing to undo in this session."
_PLAN_STANDS = (
    "The plan, a place or a setting was changed after that, and this change cannot be taken back here; "
    "put it right with its own verb (such as `runlift set` or `runlift race`), "
    "and take back what was done in the session with `u` in the app."
)
_AT_ONCE = timedelta(seconds=10)


class Undoing:
    """Takes the last change back, one after the other, and brings it again."""

    def __init__(self, book: "Logbook") -> None:
        self._desk = book.desk
        self._past = book.past

    @property
    def _memory(self) -> Memory:
        return self._desk.memory

    @property
    def end(self) -> Ended | None:
        """The end of a session that the next undo would take back, or None."""
        under_way = self._memory.open
        if under_way is not None and under_way.last is not None:
            return None
        ended = self._memory.ended(self._desk.today)
        if ended is None or ended.undone or (under_way is not None and under_way.base.id != ended.id):
            return None
        return ended

    def undo(self) -> Step:
        """Take the last change back: of the session under way, without limit; then the end of the one before it, as
        long as no other has begun and nothing was written on a later day.

        Raises:
            NothingToDo: when nothing is left to take back.
        """
        with self._desk.writing(REOPENED if self.end is not None else "undone") as writing:
            ended, under_way = self.end, self._memory.open
            if ended is not None:
                return self._reopened(writing, ended)
            if under_way is None or under_way.last is None:
                raise NothingToDo(_NOTHING)
            step = under_way.last
            writing.keep_open(under_way.undone(self._desk.clock()))
            if step.checkin:
                writing.erase("checkins", under_way.base.date.year, step.checkin)
        return step

    def redo(self) -> Step:
        """Bring back what was undone.

        Raises:
            NothingToDo: when nothing was undone.
        """
        with self._desk.writing(FINISHED if self._undone_end is not None else "redone") as writing:
            ended, under_way = self._undone_end, self._memory.open
            if ended is not None and ended.session is not None:
                writing.finish(ended.session, ended.what)
                return Step(what=ended.what, at=ended.at)
            if under_way is None or under_way.next is None:
                raise NothingToDo("There is nothing to redo in this session.")
            step = under_way.next
            writing.keep_open(under_way.redone(self._desk.clock()))
            if step.checkin:
                writing.restore("checkins", under_way.base.date.year, step.checkin)
        return step

    def undo_latest(self) -> Step | Changed | PlanChanged:
        """Take back whatever was done last: in the session, in the past, or of the plan.

        What another place changed in the session goes with the travel that brought it.

        Raises:
            Refused: where the plan was changed since in a way that cannot be taken back.
        """
        with self._desk.alone():
            changed, planned, under_way = self._past.last, self._memory.plan_changed(), self._memory.open
            past_at = changed.at if changed is not None and not changed.undone else None
            last_step = under_way.last if under_way is not None else None
            if planned is not None and not planned.undone and _is_later(planned, past_at):
                brought = _is_absence(planned) and _came_with(last_step, planned.made_at)
                if brought:
                    self.undo()
                if brought or _is_later(planned, self._last_done):
                    return self._exchange_plan(planned)
            in_past = past_at is not None and changed is not None and _is_later(changed, self._last_done)
            self._refuse_to_pass_by(last_step, past_at if in_past else self._last_done)
            return self._past.undo() if in_past else self.undo()

    def redo_latest(self) -> Step | Changed | PlanChanged:
        """Bring back whatever was undone last; a change of the past or the plan only while nothing was done after."""
        with self._desk.alone():
            changed, planned, under_way = self._past.last, self._memory.plan_changed(), self._memory.open
            before = (self._last_undone, self._last_done)
            past_at = changed.at if changed is not None else None
            next_step = under_way.next if under_way is not None else None
            if planned is not None and planned.undone and _is_later(planned, past_at):
                brought = _is_absence(planned) and _came_with(next_step, planned.made_at)
                if brought or all(_is_later(planned, at) for at in before):
                    again = self._exchange_plan(planned)
                    if brought:
                        self.redo()
                    return again
            if changed is not None and changed.undone and all(_is_later(changed, at) for at in before):
                return self._past.redo()
            return self.redo()

    def _refuse_to_pass_by(self, step: Step | None, at: datetime | None) -> None:
        """Nothing from before a change of the plan is taken back while that change stands."""
        since = self._memory.plan_since
        if since is not None and at is not None and (since > at or _came_with(step, since)):
            raise Refused(_PLAN_STANDS)

    def _exchange_plan(self, planned: PlanChanged) -> PlanChanged:
        with self._desk.writing("plan_undone") as writing:
            writing.exchange_plan(planned)
        return planned

    @property
    def _last_done(self) -> datetime | None:
        under_way, ended = self._memory.open, self.end
        if under_way is not None and under_way.last is not None:
            return under_way.last.at
        return None if ended is None else ended.at

    @property
    def _last_undone(self) -> datetime | None:
        under_way, ended = self._memory.open, self._undone_end
        if under_way is not None and under_way.next is not None:
            return under_way.touched_at
        return None if ended is None else ended.at

    def said_of_end(self, under_way: OpenSession) -> tuple[float | None, str | None]:
        """RPE and note that a session had at its end, before that was taken back; None where it has its own since."""
        ended = self._memory.ended(self._desk.today)
        done = ended.session if ended is not None else None
        if ended is None or done is None or done.id != under_way.base.id:
            return None, None
        now, before = under_way.session, ended.under_way.session if ended.under_way is not None else None
        edited = before is not None and now.note != before.note
        return (done.rpe if now.rpe is None else None), (None if edited else done.note)

    def _reopened(self, writing: Writing, ended: Ended) -> Step:
        under_way = ended.under_way
        if under_way is not None:
            under_way = under_way.changed(touched_at=self._desk.clock())
        writing.reopen(ended, under_way)
        return Step(what=ended.what, at=ended.at)

    @property
    def _undone_end(self) -> Ended | None:
        """The end that redo would bring back: nothing has happened since it was taken back."""
        under_way = self._memory.open
        if under_way is not None and under_way.next is not None:
            return None
        ended = self._memory.ended(self._desk.today)
        if ended is None or not ended.undone or not _same(under_way, ended.under_way):
            return None
        return ended


def _is_later(changed: Changed | PlanChanged, at: datetime | None) -> bool:
    return at is None or changed.at > at


def _is_absence(planned: PlanChanged) -> bool:
    return planned.what.startswith("absence_")


def _came_with(step: Step | None, made_at: datetime) -> bool:
    """The step fitted the session under way to another place, as part of a change of the plan."""
    return step is not None and step.what == PLACE_CHANGED and timedelta(0) <= step.at - made_at < _AT_ONCE


def _same(one: OpenSession | None, other: OpenSession | None) -> bool:
    """Whether two sessions under way are one and the same, whenever each was touched."""
    if one is None or other is None:
        return one is other
    return one.changed(touched_at=other.touched_at) == other
