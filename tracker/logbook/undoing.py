"""Undo and redo: through the session under way, and behind its end."""

from datetime import datetime
from typing import TYPE_CHECKING

from tracker.domain.errors import NothingToDo
from tracker.domain.open_session import OpenSession, Step
from tracker.logbook.memory import Changed, Ended, Memory, Writing

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

FINISHED, SKIPPED = "session_finished", "session_skipped"
"""The ends of a session that can be taken back."""

REOPENED = "session_reopened"

_NOTHING = "There is nothing to undo in this session."


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

    def undo_latest(self) -> Step | Changed:
        """Take back whatever was done last, in the session or in the past."""
        changed = self._past.last
        if changed is not None and not changed.undone and _is_later(changed, self._last_done):
            return self._past.undo()
        return self.undo()

    def redo_latest(self) -> Step | Changed:
        """Bring back whatever was undone last; a change of the past only while nothing was done after that."""
        changed = self._past.last
        before = (self._last_undone, self._last_done)
        if changed is not None and changed.undone and all(_is_later(changed, at) for at in before):
            return self._past.redo()
        return self.redo()

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


def _is_later(changed: Changed, at: datetime | None) -> bool:
    return at is None or changed.at > at


def _same(one: OpenSession | None, other: OpenSession | None) -> bool:
    """Whether two sessions under way are one and the same, whenever each was touched."""
    if one is None or other is None:
        return one is other
    return one.changed(touched_at=other.touched_at) == other
