"""The only file that knows all rooms: it reads the clock and the environment, and puts the parts together."""

import gc
import os
import platform
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Misunderstood
from tracker.storage.places import home as home_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from tracker.athlete.year import Told
    from tracker.catalog import Catalog
    from tracker.catalog.own_files import OwnFiles
    from tracker.logbook import Logbook
    from tracker.logbook.memory import Memory
    from tracker.logbook.unreadable import LeftOut
    from tracker.storage.archive import Restored
    from tracker.storage.diary import Diary
    from tracker.storage.findings import Finding

# Everything else is imported where it is used: `runlift where` needs no pydantic, which costs 90 ms.

TODAY_VARIABLE = "RUNLIFT_TODAY"
CRASH = "crash.log"
LEFT_OUT = "What is named here is left out until it is put right; everything else goes on."
YEARS = range(1950, 2100)


def now() -> datetime:
    """The local time with its zone."""
    return datetime.now().astimezone()


def clock_on(day: date | None) -> Callable[[], datetime]:
    """The clock, or one whose hands turn as usual on another day, so that a season can be replayed."""
    if day is None:
        return now
    return lambda: now().replace(year=day.year, month=day.month, day=day.day)


def parse_day(text: str) -> date:
    """An ISO date.

    Raises:
        Misunderstood: for anything else, and for a year nobody trains in.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise Misunderstood(f'"{text}" is not a date; write it as 2027-03-26.') from None
    if day.year not in YEARS:
        raise Misunderstood(f"{text.strip()} is outside the years {YEARS[0]} to {YEARS[-1]}.")
    return day


@dataclass(frozen=True)
class House:
    """One person's home, opened. Each part is made when it is first asked for.

    Attributes:
        home: the folder of everything.
        clock: the local time now, on the day asked for.
        calendar: the local time now, whatever day was asked for.
    """

    home: Path
    clock: Callable[[], datetime]
    calendar: Callable[[], datetime] = now
    _met: dict[str, bool] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    @cached_property
    def catalog(self) -> "Catalog":
        from tracker.catalog import load_catalog

        return load_catalog(self.home)

    @cached_property
    def diary(self) -> "Diary":
        from tracker.storage.diary import Diary

        return Diary(self.home, device=platform.node())

    @cached_property
    def logbook(self) -> "Logbook":
        from tracker.logbook import Logbook

        return Logbook(self.diary, self.catalog, self.clock, new_id)

    def notices(self) -> tuple[str, ...]:
        """What storage did by itself since the last call, and which session the last change closed, as sentences."""
        told: list[str] = []
        if "diary" in self.__dict__:
            from tracker.storage.notices import SetAside

            taken = self.diary.take_notices()
            told += [notice.sentence for notice in taken]
            self._met["damage"] = self.met_damage or any(isinstance(each, SetAside) for each in taken)
        told += self._left_out()
        closed = self.logbook.closed if "logbook" in self.__dict__ else None
        if closed is not None:
            from tracker.domain.words.figures import full_date

            day = full_date(closed.date, self.logbook.today)
            told.append(f"The session of {day} was left open; it is closed now, as it stood.")
            self.logbook.closed = None
        return tuple(told)

    def _left_out(self) -> list[str]:
        """What could not be read so far and was left out, each told once."""
        told: list[str] = []
        if "catalog" in self.__dict__:
            wrong = self._untold(self.catalog.left_out)
            told += ["\n".join((*wrong, LEFT_OUT))] if wrong else []
        if "logbook" in self.__dict__:
            memory = self.logbook.desk.memory
            new = self._untold(memory.met)
            told += [*new, "`runlift doctor --repair` sets it aside."] if new and memory.left_out else new
        self._met["damage"] = self.met_damage or bool(told)
        return told

    def _untold(self, sentences: Iterable[str]) -> list[str]:
        new = [each for each in sentences if each not in self._told]
        self._told.update(new)
        return new

    def wrong_on_paper(self) -> tuple[str, ...]:
        """What is wrong with the person's own exercises and programs; whoever asks for it has been told."""
        self._told.update(self.catalog.left_out)
        return self.catalog.left_out

    @property
    def met_damage(self) -> bool:
        """A file was found damaged since the house was opened, and set aside, or something in it was left out."""
        return bool(self._met.get("damage"))

    def forget_damage(self) -> None:
        """Whoever asked for a look over the files has been told about them."""
        self._met.clear()

    def exercise_names(self) -> dict[str, tuple[str, ...]]:
        """Name and other names of every exercise by its id, as they stand on paper.

        No values are made of them, and `tracker.catalog` stays outside: completion asks at each tab, and that would
        take ten times as long.
        """
        from importlib.resources import files

        import tomli

        import data

        shipped = list((files(data) / "exercises").iterdir())
        own = sorted((self.home / "exercises").glob("*.toml"))
        names: dict[str, tuple[str, ...]] = {}
        for file in filter(_is_toml, (*shipped, *own)):
            with suppress(ValueError, TypeError, OSError):  # a file that cannot be read offers nothing
                for id, table in tomli.loads(file.read_text(encoding="utf-8")).items():
                    if "name" in table:
                        names[id] = (table["name"], *table.get("aliases", ()))
        return names

    # The whole home

    def own_files(self) -> "OwnFiles":
        """The runner's own exercises and programs."""
        from tracker.catalog.own_files import OwnFiles
        from tracker.storage.disk import replace_whole

        return OwnFiles(self.home, replace_whole)

    def backup(self, to: Path) -> Path:
        """Everything in one zip; see `tracker.storage.archive.backup_all`."""
        from tracker.storage.archive import backup_all

        return backup_all(self.diary, to, self.clock())

    def keep_crash(self, story: str) -> str:
        """Write down what went wrong in the app; where, or nothing when it cannot be written."""
        place = self.home / CRASH
        try:
            place.write_text(f"{self.clock().isoformat()}\n{story}", encoding="utf-8")
        except OSError:
            return ""
        return str(place)

    def restore(self, path: Path) -> "Restored":
        """The home as it was in a zip; see `tracker.storage.archive.restore_from`."""
        from tracker.storage.archive import restore_from

        return restore_from(self.diary, path, self.clock())

    def examine(self) -> "tuple[Finding, ...]":
        """What a look over every file finds. Only reads."""
        from tracker.storage.doctor import examine

        return examine(self.home)

    def senseless(self) -> "tuple[LeftOut, ...]":
        """Every record, and every value of the profile, that can be read and makes no sense."""
        return self._whole_memory().left_out

    def _whole_memory(self) -> "Memory":
        """Everything there is, read."""
        from tracker.logbook.memory import Memory

        memory = Memory(self.diary)
        memory.log()
        memory.erased()
        return memory

    def repair(self) -> "tuple[Finding, ...]":
        """Do what is safe, and look again."""
        from tracker.storage.doctor import examine, repair

        repair(self.diary, self.clock())
        memory = self._whole_memory()
        if memory.left_out:
            with memory.writing(self.clock()) as writing:
                writing.set_aside(memory.left_out)
        return examine(self.home)


def _is_toml(file: "Traversable") -> bool:
    return file.name.endswith(".toml") and not file.name.startswith(".")


def new_id() -> str:
    """A fresh UUID."""
    return str(uuid.uuid4())


def open_house(
    home: str | Path | None = None, day: date | None = None, environ: Mapping[str, str] = os.environ
) -> House:
    """The house at *home* (else `RUNLIFT_HOME`, else the person's data folder) on *day* (else `RUNLIFT_TODAY`).

    Raises:
        Misunderstood: if `RUNLIFT_TODAY` is not a date.
    """
    asked = environ.get(TODAY_VARIABLE)
    usual = parse_day(asked) if asked else None
    return House(home_of(home, environ), clock_on(day or usual), clock_on(usual))


def run_app(house: House) -> int:
    """The full-screen app on *house*; 0 unless it had to stop. What it needs is imported here: verbs never pay for it.

    Collecting garbage waits until the first screen stands: nothing made before it is garbage, and looking costs a
    quarter of the start.
    """
    gc.disable()
    from tracker.app import RunliftApp

    app = RunliftApp(
        house.logbook,
        house.catalog,
        lambda: list(house.notices()),
        house.own_files,
        house.keep_crash,
    )
    app.run()
    return app.return_code or 0


def tell_demo(home: Path, day: date | None = None) -> "Told":
    """Fill *home* with a year of sample training that ends before *day*, else before today; a few seconds."""
    from tracker.athlete.year import tell_a_year
    from tracker.logbook.in_memory import InMemoryDiary

    house = open_house(home, day)
    rehearsal = InMemoryDiary()
    told = tell_a_year(rehearsal, house.catalog, house.clock())
    with house.diary.change(house.clock()) as pen:
        pen.keep_profile(rehearsal.profile() or {})
        for kind, year in rehearsal.tables:
            pen.put_many(kind, rehearsal.records(kind, year))
    return told
