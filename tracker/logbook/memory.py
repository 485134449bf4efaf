"""The diary as values: read when asked for, kept until another writer has changed it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from tracker.domain.change_log import ChangeLog, profile_turned
from tracker.domain.errors import Damaged
from tracker.domain.history import TrainingLog
from tracker.domain.open_session import OpenSession
from tracker.domain.run import CheckIn, Run
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.value import Value
from tracker.logbook.changes import MODELS, Made
from tracker.logbook.diary import Diary, Kind, Pen
from tracker.logbook.joined import day_order, joined, joined_with, session_order
from tracker.logbook.unreadable import OPEN, PROFILE, Apart, LeftOut, Record, read, read_in_part

V = TypeVar("V", bound=Value)

RECENT_YEARS = 2
"""Past years that advice looks back on, beside the current one: longer than any gap after which a load is kept."""


_TICK = timedelta(microseconds=1)


class Memory:
    """What of the diary is at hand."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._stamps: Mapping[str, Any] | None = None
        self._runner: Runner | None = None
        self._open: OpenSession | None = None
        self._years: dict[int, TrainingLog] = {}
        self._logs: dict[tuple[int, ...], TrainingLog] = {}
        self._left_out: dict[tuple[str, str], LeftOut] = {}
        self.met: dict[str, None] = {}
        """A sentence for all that was left out since the beginning, also for what has been set aside since."""

    @property
    def runner(self) -> Runner | None:
        """The person, or None on a new home."""
        self._look()
        return self._runner

    @property
    def open(self) -> OpenSession | None:
        """The session under way, at most one."""
        self._look()
        return self._open

    def log(self, day: date | None = None) -> TrainingLog:
        """The training log: the years that advice on *day* looks back on and any later ones; all without a day."""
        self._look()
        years = tuple(y for y in self._diary.years() if day is None or y >= day.year - RECENT_YEARS)
        if years not in self._logs:
            self._logs[years] = joined([self._year(year) for year in years])
        return self._logs[years]

    @property
    def is_whole(self) -> bool:
        """Whether every year there is has been read."""
        self._look()
        return all(year in self._years for year in self._diary.years())

    def years(self) -> tuple[int, ...]:
        """The years with anything in them, in order."""
        return self._diary.years()

    def year(self, year: int) -> TrainingLog:
        """One year alone; read when first asked for."""
        self._look()
        return self._year(year)

    def erased(self) -> tuple[Session, ...]:
        """Sessions that were erased and can be restored, oldest first."""
        years = self._diary.years()
        return tuple(each for year in years for each in self._kept(Session, "sessions", year, erased=True))

    def changes(self, day: date, known: datetime | None = None) -> Mapping[int, ChangeLog]:
        """What the years tell of their last changes, as far as one of them may be newer than what is *known*."""
        return self._diary.changes(day, known)

    def plan_changes(self) -> ChangeLog:
        """What is told of the last changes of the person and the plan."""
        return self._diary.profile_changes()

    def plan_versions(self, *, undone: bool) -> tuple[Runner, Runner]:
        """The person before and after the last change that stands, or the next one that was taken back.

        Raises:
            Damaged: where the other version makes no sense.
        """
        log, profile, there = self.plan_changes(), self._diary.profile(), self.runner
        assert profile is not None
        assert there is not None
        change = log.undone[0] if undone else log.done[-1]
        other = read(Runner, profile_turned(profile, change, change["at"])[0])
        return (there, other) if undone else (other, there)

    def told_of(self, made: Made) -> Session | Run | CheckIn | None:
        """The record in the log that a change is about; None for one that is about none.

        Raises:
            Damaged: if it is not there, or makes no sense.
        """
        told = made.told or {}
        if "kind" not in told:
            return None
        here = self._diary.records(told["kind"], int(told["date"][:4]))
        gone = self._diary.records(told["kind"], int(told["date"][:4]), erased=True)
        found = next((each for each in (*here, *gone) if each.get("id") == told["id"]), None)
        if found is None:
            raise Damaged("What was changed last is not in the log any more, so it cannot be taken back.")
        return read(MODELS[told["kind"]], found)

    def after_all(self, now: datetime) -> datetime:
        """*now*, or just after the latest change there is: a clock may have been set back."""
        under_way = self.open
        times = [self._diary.told_last(now.date()), None if under_way is None else under_way.latest]
        latest = max((each for each in times if each is not None), default=None)
        return now if latest is None or latest < now else (latest + _TICK).astimezone(now.tzinfo)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What could not be read of everything that was asked for so far."""
        return tuple(self._left_out.values())

    def refresh(self) -> bool:
        """Forget what another writer has changed; True if there was anything to forget."""
        if self._stamps is None or self._diary.stamps() == self._stamps:
            return False
        self._forget()
        return True

    @contextmanager
    def writing(self, now: datetime) -> Iterator["Writing"]:
        """One change under the lock, on what is on disk at this moment."""
        with self._diary.change(now) as pen:
            self.refresh()
            try:
                yield Writing(self, pen)
            except BaseException:
                self._forget()
                raise
            if self._stamps is not None:
                self._stamps = self._diary.stamps()

    def _forget(self) -> None:
        self._stamps = None
        self._left_out.clear()
        self._years.clear()
        self._logs.clear()

    def _look(self) -> None:
        if self._stamps is not None:
            return
        self._stamps = self._diary.stamps()
        profile, session = self._diary.profile(), self._diary.read_open()
        self._runner = None if profile is None else self._read_runner(profile)
        self._open = None if session is None else self._read(OpenSession, OPEN, 0, session)

    def _read_runner(self, profile: Record) -> Runner | None:
        """The person, without those values that make no sense; they are at their defaults then."""
        try:
            runner, told = read_in_part(Runner, profile)
        except Damaged as trouble:
            runner, told = None, (str(trouble),)
        if told:
            sentence = f"In profile.json {'; '.join(told)}."
            self._leave_out(LeftOut(PROFILE, 0, profile, sentence))
        return runner

    def _read(self, model: type[V], kind: str, year: int, record: Record) -> V | None:
        """The value, or None for a record that makes no sense."""
        try:
            return read(model, record)
        except Damaged as trouble:
            sentence = f"{str(trouble)[:-1]}, so it is left out."
            self._leave_out(LeftOut(kind, year, record, sentence))
            return None

    def _leave_out(self, found: LeftOut) -> None:
        self._left_out[found.kind, f"{found.year} {found.record}"] = found
        self.met[found.sentence] = None

    def _year(self, year: int) -> TrainingLog:
        if year not in self._years:
            self._years[year] = TrainingLog(
                tuple(sorted(self._kept(Session, "sessions", year), key=session_order)),
                tuple(sorted(self._kept(Run, "runs", year), key=day_order)),
                tuple(sorted(self._kept(CheckIn, "checkins", year), key=day_order)),
            )
        return self._years[year]

    def _kept(self, model: type[V], kind: Kind, year: int, *, erased: bool = False) -> list[V]:
        found = (
            self._read(model, kind, year, each) for each in self._diary.records(kind, year, erased=erased)
        )
        return [each for each in found if each is not None]

    def _stands(self, kind: str) -> bool:
        """Nothing of the profile, or of the session under way, was left out."""
        return all(each.kind != kind for each in self._left_out.values())

    def _learn(self, value: Session | Run | CheckIn) -> None:
        """Put a value that was just written in its place, without reading its year again."""
        for year, log in self._years.items():
            self._years[year] = joined_with(log, value, here=year == value.date.year)
        self._logs.clear()

    def _forget_year(self, year: int) -> None:
        self._years.pop(year, None)
        self._logs.clear()

    def _forget_left_out(self, kind: str) -> None:
        self._left_out = {key: each for key, each in self._left_out.items() if each.kind != kind}

    def _set_runner(self, runner: Runner) -> None:
        self._runner = runner

    def _set_open(self, session: OpenSession | None) -> None:
        self._open = session


class Writing:
    """The writes of one change, as values."""

    def __init__(self, memory: Memory, pen: Pen) -> None:
        self._memory = memory
        self._pen = pen

    def tell_as_of(self, instant: datetime) -> None:
        """What is told of the changes that follow: when they were made."""
        self._pen.tell_as_of(instant)

    def keep_runner(self, runner: Runner, what: str = "") -> None:
        """Another version of the person and the plan; one that has a name in *what* can be exchanged."""
        self._keep_aside(PROFILE)
        self._pen.keep_profile(as_record(runner), what)
        self._memory._set_runner(runner)

    def exchange_plan(self, *, back: bool) -> None:
        """Take the last change of the person and the plan back, or make the next one again."""
        before, after = self._memory.plan_versions(undone=not back)
        self._keep_aside(PROFILE)
        self._pen.exchange_profile(back=back)
        self._memory._set_runner(before if back else after)

    def keep_open(self, session: OpenSession) -> None:
        self._keep_aside(OPEN)
        self._pen.keep_open(as_record(session))
        self._memory._set_open(session)

    def drop_open(self) -> None:
        self._keep_aside(OPEN)
        self._pen.clear_open()
        self._memory._set_open(None)

    def lay_aside(self, what: str) -> None:
        """The session under way goes, as part of the change *what*, and comes back with it."""
        self._keep_aside(OPEN)
        self._pen.lay_aside(what)
        self._memory._set_open(None)

    def finish(self, session: Session, what: str = "") -> None:
        """Move the session under way into its year; an end that has a name in *what* can be taken back."""
        self._keep_aside(OPEN)
        self._pen.finish(as_record(session), what)
        self._memory._learn(session)
        self._memory._set_open(None)

    def keep(
        self, kind: Kind, value: Session | Run | CheckIn, what: str = "", *, joins: bool = False
    ) -> None:
        """Add a session, run or check-in, or replace the one with its id.

        Here and in `erase` and `restore`: a change that has a name in *what* can be exchanged.

        Args:
            joins: it is part of the change that this year tells of last, and goes and comes with it.
        """
        self._pen.put(kind, as_record(value), what, joins=joins)
        self._memory._learn(value)

    def erase(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        """Take a record out of the log; `restore` brings it back."""
        self._pen.erase(kind, year, record_id, what)
        self._memory._forget_year(year)

    def restore(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        self._pen.restore(kind, year, record_id, what)
        self._memory._forget_year(year)

    def set_aside(self, left_out: Sequence[LeftOut]) -> None:
        """Keep a copy of each file that holds something unreadable, and take that out of the file."""
        for each in left_out:
            if each.kind == PROFILE:
                runner = self._memory.runner
                if runner is not None:
                    self.keep_runner(runner)
            elif each.kind == OPEN:
                self.drop_open()
        years = {each.year for each in left_out if each.year}
        for year in sorted(years):
            self._pen.leave_out(year, [each.record for each in left_out if each.year == year])
            self._memory._forget_year(year)
        self._memory._left_out.clear()

    def _keep_aside(self, kind: Apart) -> None:
        """Before a file is written anew: a copy of it, if something in it could not be read."""
        if not self._memory._stands(kind):
            self._pen.keep_aside(kind)
            self._memory._forget_left_out(kind)

    def exchange(self, made: Made, *, back: bool, under_way: OpenSession | None = None) -> None:
        """Take the last change that a year tells of back, or make the next one again.

        Args:
            under_way: what is under way then, where the change took the session under way away.
        """
        if made.is_end:
            self._keep_aside(OPEN)
        self._pen.exchange(
            made.year, back=back, under_way=None if under_way is None else as_record(under_way)
        )
        told = made.told or {}
        for day in (told["date"], (told["other"] or told)["date"]) if "kind" in told else ():
            self._memory._forget_year(int(day[:4]))
        if made.is_end:
            self._memory._set_open(under_way)


def as_record(value: Value) -> Record:
    """A value as plain JSON types; what is at its default is left out, so records stay short and readable."""
    return value.model_dump(mode="json", exclude_defaults=True)
