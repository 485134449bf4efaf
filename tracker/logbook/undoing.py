"""Undo and redo: whatever a person changed last, wherever it was, on one line of time.

The session under way, each year and the profile tell of their own last changes. Here they are put in order: the newest
that stands is taken back first, and none is passed by. Where a change is not told of (too many came after it, or it
came from elsewhere), nothing from before it is taken back.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

from tracker.domain.change_log import ChangeLog
from tracker.domain.errors import NothingToDo
from tracker.domain.open_session import OpenSession
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
        floor: nothing from before that may be taken back.
    """

    made: Sequence[Made]
    floor: datetime | None

    @property
    def newest(self) -> tuple[Made, ...]:
        """The parts of the change that undo takes back."""
        done = [each for each in self.made if each.undone_at is None]
        at = max((each.at for each in done), default=None)
        if at is None or (self.floor is not None and at < self.floor):
            return ()
        return tuple(each for each in done if each.at == at)

    @property
    def next(self) -> tuple[Made, ...]:
        """The parts of the change that redo makes again: nothing else was changed after it was taken back."""
        latest = max([*(each.at for each in self.made), *([self.floor] if self.floor else [])], default=None)
        stands = max((each.at for each in self.made if each.undone_at is None), default=None)
        ahead = [
            each
            for each in self.made
            if each.undone_at is not None
            and (latest is None or each.undone_at >= latest)
            and (stands is None or each.at >= stands)
        ]
        at = min((each.at for each in ahead), default=None)
        return tuple(each for each in ahead if each.at == at)


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
            return self._turned(parts, "undone", lambda writing, part: self._take_back(writing, part))

    def redo(self) -> Turn:
        """Bring back what was undone last.

        Raises:
            NothingToDo: when nothing was undone, or something else was changed since.
        """
        with self._desk.alone():
            parts = self._line().next
            if not parts:
                raise NothingToDo(_NOTHING_AGAIN)
            return self._turned(parts, "redone", lambda writing, part: self._make_again(writing, part))

    def _turned(self, parts: Sequence[Made], word: str, turn: Callable[[Writing, Made], None]) -> Turn:
        """Turn every part; a crash in between leaves the rest as the change that is next."""
        said = self._turn(parts)
        only_steps = all(part.kept == "open" for part in parts)
        with self._desk.writing(word if only_steps else f"change_{word}") as writing:
            for part in parts if word == "redone" else reversed(parts):
                turn(writing, part)
        return said

    def _take_back(self, writing: Writing, part: Made) -> None:
        open_now = self._memory.open
        if part.kept == "open":
            assert open_now is not None
            writing.keep_open(open_now.undone(self._desk.instant))
        elif part.kept == "year":
            under_way = part.under_way
            if under_way is not None:
                under_way = under_way.changed(touched_at=self._desk.instant)
            writing.exchange(part, back=True, under_way=under_way)
        else:
            writing.exchange_plan(back=True)

    def _make_again(self, writing: Writing, part: Made) -> None:
        open_now = self._memory.open
        if part.kept == "open":
            assert open_now is not None
            writing.keep_open(open_now.redone(self._desk.instant))
        elif part.kept == "year":
            writing.exchange(part, back=False)
        else:
            writing.exchange_plan(back=False)

    def _line(self) -> _Line:
        """Everything there is to take back or to make again, as far back as matters."""
        steps, plan = _steps(self._memory.open), self._memory.plan_changes()
        known = [each.at for each in (*steps, *_made("profile", 0, plan)) if each.undone_at is None]
        years = self._memory.changes(self._desk.today, max(known, default=None))
        made = [*steps, *_made("profile", 0, plan)]
        for year, log in years.items():
            made += _made("year", year, log)
        floors = [log.floor for log in (plan, *years.values()) if log.floor is not None]
        return _Line(made, max(map(datetime.fromisoformat, floors), default=None))

    def _turn(self, parts: Sequence[Made]) -> Turn:
        """What the parts of one change amount to, said of the one that a person means."""
        plan = next((each for each in parts if each.kept == "profile"), None)
        step = next((each for each in reversed(parts) if each.kept == "open"), None)
        past = next((each for each in parts if each.kept == "year"), None)
        is_end = any(each.is_end for each in parts)
        if plan is not None:
            versions = self._memory.plan_versions(undone=plan.undone_at is not None)
            return Turn(plan.what, plan.at, plan=versions)
        open_now = self._memory.open
        if step is not None and open_now is not None:
            return Turn(step.what, step.at, day=open_now.base.date, step=step.step)
        assert past is not None
        about = cast("Session | Run | CheckIn", past.other or self._memory.told_of(past))
        return Turn(past.what, past.at, is_end, about.date, about=about)

    def said_of_end(self, under_way: OpenSession) -> tuple[float | None, str | None]:
        """RPE and note that a session had at its end, before that was taken back; None where it has its own since."""
        ended = next(
            (each for each in self._ends_taken_back() if (each.told or {})["id"] == under_way.base.id), None
        )
        done = ended.other if ended is not None else None
        if ended is None or not isinstance(done, Session):
            return None, None
        now, was = under_way.session, ended.under_way
        edited = was is not None and now.note != was.session.note
        return (done.rpe if now.rpe is None else None), (None if edited else done.note)

    def _ends_taken_back(self) -> list[Made]:
        day: date = self._desk.today
        return [
            each
            for year, log in self._memory.changes(day, self._desk.instant).items()
            for each in _made("year", year, log)
            if each.is_end and each.undone_at is not None
        ]


def _steps(under_way: OpenSession | None) -> list[Made]:
    if under_way is None:
        return []
    return [
        Made("open", step.what, step.at, under_way.touched_at if at >= under_way.cursor else None, step=step)
        for at, step in enumerate(under_way.steps)
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
