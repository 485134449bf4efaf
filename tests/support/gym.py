"""A runner in front of the app: a home with some weeks of training in it, a clock that tests turn, keys to press.

gym = Gym(trained(tmp_path), on="2027-03-26")
gym.plays(lambda pilot: pilot.press("8", "7"))
gym.logbook.session ...
"""

import asyncio
import re
import shutil
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from support.home import Clock, shipped
from textual.pilot import Pilot

from tracker.app import RunliftApp
from tracker.assembly import new_id
from tracker.athlete.body import Body
from tracker.athlete.training import SimulatedRunner
from tracker.domain.person import Level
from tracker.domain.race import Distance, Race
from tracker.domain.revision import Revision
from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.units import Load
from tracker.logbook import Logbook
from tracker.screens.base import RoomScreen
from tracker.screens.foot import Foot
from tracker.storage.diary import Diary

Doing = Callable[[Pilot[None]], Awaitable[None]]

_FONT_FACES = re.compile(r"<!--.*?-->\s*|@font-face \{.*?\}\s*", re.DOTALL)

BERLIN = Race(id="berlin", name="Berlin Marathon", date=date(2027, 5, 16), distance=Distance.MARATHON)
PLAN_MADE = date(2027, 2, 8)
FRIDAY = date(2027, 3, 12)
"""A lifting day in the second week of build, after nine sessions: sixteen sets, the first exercise with a ramp."""

LIFTER = Runner(
    level=Level.INTERMEDIATE,
    level_declared=True,
    lifted_before="regularly",
    body_weight=Load.of(70),
    program="race",
    lift_days=(1, 4),
    sounds=False,
)


def new_runner(
    home: Path, runner: Runner = LIFTER, made_on: date = PLAN_MADE, race: Race | None = BERLIN
) -> Path:
    """A home that has just been set up."""
    races = () if race is None else (race,)
    Logbook(Diary(home), shipped(), Clock(made_on), new_id).planning.set_up(
        runner, Revision(made_on=made_on, races=races)
    )
    return home


def train(home: Path, until: date) -> Path:
    """Every session from the plan's first day to the day before *until*, all of them as planned and rated."""
    new_runner(home)
    athlete = SimulatedRunner(
        Diary(home), shipped(), Body(Random(7), 70, trained=2.4), datetime(2027, 2, 8, 18, tzinfo=UTC), 0.0
    )
    day = PLAN_MADE
    while day < until:
        athlete.lift(day)
        day += timedelta(days=1)
    return home


class PicturedApp(RunliftApp):
    """The app, whose pictures name no font on the web.

    Attributes:
        said_last: what stood on it when it was closed.
    """

    said_last: tuple[str, ...] | list[str] = ()

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return _FONT_FACES.sub("", super().export_screenshot(title=title, simplify=simplify))


class Gym:
    """One home, one clock, one app after the other."""

    def __init__(self, home: Path, on: date = FRIDAY, hour: int = 18) -> None:
        self.home = home
        self.clock = Clock(on, hour)
        self.app: PicturedApp | None = None
        self.restarts()

    @property
    def session(self) -> Session:
        session = self.logbook.session
        assert session is not None, "no session is under way"
        return session

    def restarts(self) -> None:
        """The process ends without a word; another one starts."""
        self.logbook = Logbook(Diary(self.home, device="gym"), shipped(), self.clock, new_id)

    def plays(self, doing: Doing, size: tuple[int, int] = (100, 30)) -> None:
        """Open the app, do something with it, close it."""
        asyncio.run(self._play(doing, size))

    def presses(self, *keys: str, size: tuple[int, int] = (100, 30)) -> None:
        """Open the app, press keys, close it."""

        async def press(pilot: Pilot[None]) -> None:
            await pilot.press(*keys)

        self.plays(press, size)

    async def _play(self, doing: Doing, size: tuple[int, int]) -> None:
        self.app = self.make_app()
        async with self.app.run_test(size=size) as pilot:
            await pilot.pause()
            await doing(pilot)
            await pilot.pause()
            self.app.said_last = said(self.app)

    def make_app(self) -> "PicturedApp":
        return PicturedApp(self.logbook, shipped())


def said(app: Any) -> list[str]:
    """Every sentence that stands in the corner, and the one at the foot of the room; of a closed app, the last ones."""
    if not app.screen_stack:
        return list(app.said_last)
    feet = [foot for screen in app.screen_stack for foot in screen.query(Foot)]
    return [
        *(notification.message for notification in app._notifications),
        *(str(foot.visual) for foot in feet if foot.display),
    ]


def sees(app: Any) -> str:
    """The whole screen as a reader sees it."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])


def copied(home: Path, to: Path) -> Path:
    shutil.copytree(home, to)
    return to


def room(app: Any) -> RoomScreen:
    """The room on screen, under any small window."""
    screens: Iterator[RoomScreen] = (
        each for each in reversed(app.screen_stack) if isinstance(each, RoomScreen)
    )
    return next(screens)
