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
    """

    what: str
    at: datetime
    entries: dict[int, Entry] = {}
    fields: dict[str, Any] = {}
    at_entry: int | None = None
    at_set: int | None = None


class RestChange(Value):
    """The rest after one set, made longer or (negative) shorter by the runner.

    Attributes:
        after: when that set was logged.
    """

    after: datetime
    seconds: float


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
    """

    base: Session
    steps: tuple[Step, ...] = ()
    cursor: int = 0
    touched_at: datetime
    rest: RestChange | None = None

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
        return self.changed(cursor=max(0, self.cursor - 1), touched_at=self._not_before_its_steps(at))

    def redone(self, at: datetime) -> Self:
        return self.changed(
            cursor=min(len(self.steps), self.cursor + 1), touched_at=self._not_before_its_steps(at)
        )

    def _not_before_its_steps(self, at: datetime) -> datetime:
        """A clock may have been set back."""
        return max([at, *(each.at for each in self.steps)])
