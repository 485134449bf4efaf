"""The session under way: the plan it began with, every change since, and where undo stands."""

from datetime import datetime
from typing import Any, Self

from tracker.domain.session import Entry, Session
from tracker.domain.value import Value


class Step(Value):
    """One change, kept as the values it left behind, so undo and redo need no rules.

    Attributes:
        what: a short code for the change, such as ``set_logged``; the words live with the screens.
        entries: entries after the change by index; an index one past the end adds one.
        fields: other fields of the session after the change.
        at_entry, at_set: where the change happened, for the cursor.
        undone_at: when it was taken back, if it was.
    """

    what: str
    at: datetime
    entries: dict[int, Entry] = {}
    fields: dict[str, Any] = {}
    at_entry: int | None = None
    at_set: int | None = None
    undone_at: datetime | None = None


class RestChange(Value):
    """The rest after one set, made longer or (negative) shorter by the runner.

    Attributes:
        after: when that set was logged.
    """

    after: datetime
    seconds: float


class EndSaid(Value):
    """What was said at the end of a session that was taken back, for its next end.

    Attributes:
        at: when it was taken back; a note made in the session since then counts more.
    """

    at: datetime
    rpe: float | None = None
    note: str = ""


def _applied(session: Session, step: Step) -> Session:
    if step.fields:
        session = session.changed(**step.fields)
    for index, entry in sorted(step.entries.items()):
        session = session.with_entry(index, entry)
    return session


class OpenSession(Value):
    """The open session as it is stored: base plan, steps, cursor.

    Attributes:
        cursor: how many steps count; the rest can be redone.
        touched_at: when it last changed; an idle session of an earlier day is closed by the next write.
        rest: what the runner has changed of the rest under way; undo passes it by.
        said: what was said at its end, once that was taken back.
    """

    base: Session
    steps: tuple[Step, ...] = ()
    cursor: int = 0
    touched_at: datetime
    rest: RestChange | None = None
    said: EndSaid | None = None

    @property
    def session(self) -> Session:
        """The session as it stands now."""
        return self.after_steps(self.cursor)

    def after_steps(self, count: int) -> Session:
        """The session as it stood after the first *count* steps."""
        session = self.base
        for step in self.steps[:count]:
            session = _applied(session, step)
        return session

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self.steps[self.cursor - 1] if self.cursor else None

    @property
    def next(self) -> Step | None:
        """The step that redo would bring back."""
        return self.steps[self.cursor] if self.cursor < len(self.steps) else None

    def extra_rest(self, after: datetime) -> float:
        """Seconds more than prescribed for the rest after the set logged at *after*."""
        return self.rest.seconds if self.rest is not None and self.rest.after == after else 0.0

    def after(self, step: Step) -> Self:
        """With *step* added; steps that were undone can no longer be redone."""
        steps = (*self.steps[: self.cursor], step)
        return self.changed(steps=steps, cursor=len(steps), touched_at=step.at)

    def undone(self, at: datetime) -> Self:
        return self._turned(max(0, self.cursor - 1), at)

    def redone(self, at: datetime) -> Self:
        return self._turned(min(len(self.steps), self.cursor + 1), at)

    def _turned(self, cursor: int, at: datetime) -> Self:
        first, after = sorted((cursor, self.cursor))
        turned = (each.changed(undone_at=at if cursor == first else None) for each in self.steps[first:after])
        steps = (*self.steps[:first], *turned, *self.steps[after:])
        return self.changed(steps=steps, cursor=cursor, touched_at=at)

    @property
    def latest(self) -> datetime:
        """The latest time that it tells of."""
        times = (at for each in self.steps for at in (each.at, each.undone_at) if at is not None)
        return max(self.touched_at, *times) if self.steps else self.touched_at

    def at_its_end(self, rpe: float | None = None, note: str | None = None) -> Session:
        """The session as it ends now, with its last set, and with what is said now or was said of it before."""
        session, said = self.session, self.said
        if said is not None:
            noted = any("note" in each.fields and each.at > said.at for each in self.steps[: self.cursor])
            session = session.changed(
                rpe=session.rpe if said.rpe is None else said.rpe, note=session.note if noted else said.note
            )
        return session.changed(
            finished_at=max(done.at for entry in session.entries for done in entry.performed),
            rpe=session.rpe if rpe is None else rpe,
            note=session.note if note is None else note,
        )
