"""Undo and redo: whatever a person changed last, wherever it was, on one line of time.

The session under way, each year and the profile tell of their own last changes. Here they are put in order: the newest
that stands is taken back first, and none is passed by. Where a change is not told of (too many came after it, or it
came from elsewhere), nothing from before it is taken back.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.change_log import ChangeLog
from tracker.domain.errors import NothingToDo
from tracker.domain.open_session import EndSaid, OpenSession
from tracker.domain.run import CheckIn, Run
from tracker.domain.session import Session
from tracker.logbook.changes import Made, Turn
from tracker.logbook.memory import Memory, Writing

if TYPE_CHECKING:
    from tracker.logbook.logbook import Logbook

_NOTHING = "There is nothing to undo."
_NOTHING_FURTHER = (
    "That is as far as undo goes; what is older is put right where it stands: history, plan, settings."
)
_NOTHING_AGAIN = "There is nothing to redo."


class _Line(NamedTuple):
    """All changes that are told of.

    Attributes:
        made: by where they are told, each in the order in which storage turns them.
        floor: nothing from before that may be taken back.
    """

    made: Sequence[Sequence[Made]]
    floor: datetime | None

    @property
    def newest(self) -> tuple[Made, ...]:
        """The parts of the change that undo takes back, the last first."""
        stand = [[each for each in reversed(made) if each.undone_at is None] for made in self.made]
        at = max((made[0].at for made in stand if made), default=None)
        if at is None or (self.floor is not None and at < self.floor):
            return ()
        return tuple(part for made in reversed(stand) for part in takewhile(lambda each: each.at == at, made))

    @property
    def next(self) -> tuple[Made, ...]:
        """The parts of the change that redo makes again: nothing else was changed after it was taken back."""
        times = [*(each.at for made in self.made for each in made), *([self.floor] if self.floor else [])]
        stand = [each.at for made in self.made for each in made if each.undone_at is None]
        ahead = [[each for each in made if each.undone_at is not None] for made in self.made]
        first = [
            made[0].at
            for made in ahead
            if made
            and (made[0].undone_at or made[0].at) >= max(times)
            and made[0].at >= max(stand, default=made[0].at)
        ]
        return tuple(
            each
            for made in ahead
            for each in takewhile(lambda each: each.at == min(first, default=None), made)
        )


class Undoing:
    """Takes the last change back, one after the other, and brings it again."""

    def __init__(self, book: "Logbook") -> None:
        self._desk = book.desk

    @property
    def _memory(self) -> Memory:
        return self._desk.memory

    @property
    def next(self) -> Turn | None:
        """What the next undo would take back, or None."""
        parts = self._line().newest
        return self._turn(parts) if parts else None

    @property
    def ended(self) -> str | None:
        """The session whose end the next undo would take back, by its id."""
        return next((each.told.get("id") for each in self._line().newest if each.told and each.is_end), None)

    def undo(self) -> Turn:
        """Take the last change back.

        Raises:
            NothingToDo: when nothing is left to take back.
        """
        with self._desk.alone():
            line = self._line()
            parts = line.newest
            if not parts:
                raise NothingToDo(_NOTHING_FURTHER if line.floor else _NOTHING)
            return self._turned(parts, back=True)

    def redo(self) -> Turn:
        """Bring back what was undone last.

        Raises:
            NothingToDo: when nothing was undone, or something else was changed since.
        """
        with self._desk.alone():
            parts = self._line().next
            if not parts:
                raise NothingToDo(_NOTHING_AGAIN)
            return self._turned(parts, back=False)

    def _turned(self, parts: Sequence[Made], *, back: bool) -> Turn:
        """Turn every part; a crash in between leaves the rest as the change that is next."""
        said = self._turn(parts)
        word = "undone" if back else "redone"
        only_steps = all(part.kept == "open" for part in parts)
        with self._desk.writing(word if only_steps else f"change_{word}") as writing:
            for part in parts:
                self._turn_part(writing, part, back=back)
        return said

    def _turn_part(self, writing: Writing, part: Made, *, back: bool) -> None:
        under_way, at = self._memory.open, self._desk.instant
        if part.kept == "open":
            assert under_way is not None
            writing.keep_open(under_way.undone(at) if back else under_way.redone(at))
        elif part.kept == "year":
            writing.exchange(part, back=back, under_way=self._under_way_after(part))
        else:
            writing.exchange_plan(back=back)

    def _under_way_after(self, part: Made) -> OpenSession | None:
        """What is under way once a change of the log was turned; with an end, what was said at it stays known."""
        under_way = part.under_way
        if under_way is None:
            return None
        done = self._memory.told_of(part) if part.undone_at is None else None
        under_way = under_way.changed(touched_at=self._desk.instant)
        if not isinstance(done, Session) or done.skipped is not None:
            return under_way
        return under_way.changed(said=EndSaid(at=self._desk.instant, rpe=done.rpe, note=done.note))

    def _line(self) -> _Line:
        """Everything there is to take back or to make again, as far back as matters."""
        plan = self._memory.plan_changes()
        at_hand = [_steps(self._memory.open), _made("profile", 0, plan)]
        known = [each.at for made in at_hand for each in made if each.undone_at is None]
        years = self._memory.changes(self._desk.today, max(known, default=None))
        floors = [log.floor for log in (plan, *years.values()) if log.floor is not None]
        return _Line(
            [*at_hand, *(_made("year", year, log) for year, log in years.items())],
            max(map(datetime.fromisoformat, floors), default=None),
        )

    def _turn(self, parts: Sequence[Made]) -> Turn:
        """What the parts of one change amount to, said of the one that a person means."""
        plan = next((each for each in parts if each.kept == "profile"), None)
        step = next((each for each in parts if each.kept == "open"), None)
        past = next(
            (each for each in sorted(parts, key=lambda each: each.is_end) if each.kept == "year"), None
        )
        is_end = any(each.is_end for each in parts)
        if plan is not None:
            versions = self._memory.plan_versions(undone=plan.undone_at is not None)
            return Turn(plan.what, plan.at, plan=versions)
        open_now = self._memory.open
        if step is not None and open_now is not None:
            return Turn(step.what, step.at, day=open_now.base.date, step=step.step)
        assert past is not None
        about = cast("Session | Run | CheckIn | None", past.other or self._memory.told_of(past))
        return Turn(past.what, past.at, is_end, None if about is None else about.date, about=about)


def _steps(under_way: OpenSession | None) -> list[Made]:
    if under_way is None:
        return []
    return [
        Made(
            "open",
            each.what,
            each.at,
            (each.undone_at or under_way.touched_at) if undone else None,
            step=each,
        )
        for at, each in enumerate(under_way.steps)
        for undone in [at >= under_way.cursor]
    ]


def _made(kept: str, year: int, log: ChangeLog) -> list[Made]:
    return [
        Made(
            "profile" if kept == "profile" else "year",
            each["what"],
            datetime.fromisoformat(each["at"]),
            datetime.fromisoformat(each["undone_at"]) if "undone_at" in each else None,
            year,
            each,
        )
        for each in log.changes
    ]
