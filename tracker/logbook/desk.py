"""What every part of the logbook works with: memory, content, clock, and who wants to hear of a change."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.history import TrainingLog
from tracker.domain.runner import Runner
from tracker.domain.season.season import Season
from tracker.logbook.memory import Memory, Writing

if TYPE_CHECKING:
    from tracker.domain.coaching.coach import Coach
    from tracker.domain.content import Content


class Change(NamedTuple):
    """Something that happened to the log, told to listeners once it is safe.

    Attributes:
        what: a short code such as ``set_logged`` or ``race_moved``.
    """

    what: str


Listener = Callable[[Change], None]


@dataclass
class Desk:
    """Shared by the parts of one logbook.

    Attributes:
        clock: the local time now, with its zone.
        new_id: a fresh UUID as text.
    """

    memory: Memory
    content: "Content"
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    listeners: list[Listener] = field(default_factory=list)
    _season: tuple[Runner, Season] | None = None
    _coach: "Coach | None" = None
    _instant: datetime | None = None

    @property
    def today(self) -> date:
        return self.clock().date()

    @property
    def instant(self) -> datetime:
        """When the change under way is made, all of its parts at once; else now."""
        return self._instant or self.clock()

    @property
    def runner(self) -> Runner:
        """The person.

        Raises:
            Refused: on a home where nobody has been set up.
        """
        runner = self.memory.runner
        if runner is None or not runner.revisions:
            raise Refused(
                "Nobody is set up here yet; `runlift init` does it, all of its options have defaults."
            )
        return runner

    @property
    def season(self) -> Season:
        runner = self.runner
        if self._season is None or self._season[0].revisions != runner.revisions:
            self._season = (runner, Season.of(runner.revisions))
        return self._season[1]

    def log(self, day: date) -> TrainingLog:
        """What advice on *day* looks back on."""
        return self.memory.log(day)

    def coach(self, day: date) -> "Coach":
        """A coach who knows everything that advice on *day* looks back on; the same one until something changes."""
        from tracker.domain.coaching.coach import Coach  # all the rules: 25 ms

        asked = Coach(self.runner, self.season, self.content, self.log(day))
        known = self._coach
        if known is None or any(
            mine is not theirs
            for mine, theirs in zip(
                (known.runner, known.season, known.content, known.log),
                (asked.runner, asked.season, asked.content, asked.log),
                strict=True,
            )
        ):
            self._coach = known = asked
        return known

    @contextmanager
    def alone(self) -> Iterator[None]:
        """What is on disk now, and stays so until the end: for a change that is worked out in several steps."""
        with self._one_change():
            yield

    @contextmanager
    def writing(self, what: str) -> Iterator[Writing]:
        """One change under the lock; listeners are told after it."""
        with self._one_change() as writing:
            yield writing
        for tell in self.listeners:
            tell(Change(what))

    @contextmanager
    def _one_change(self) -> Iterator[Writing]:
        """A change inside a change is part of it; two that follow each other never share an instant."""
        inside = self._instant
        with self.memory.writing(inside or self.clock()) as writing:
            if inside is None:  # the lock is held: nothing that is on disk now is later
                self._instant = self.memory.after_all(self.clock())
                writing.tell_as_of(self._instant)
            try:
                yield writing
            finally:
                self._instant = inside
