"""Looking into a room of the app: press keys, and see what a reader sees."""

import asyncio
from collections.abc import Iterable, Sequence

from support.gym import Doing, Gym, sees
from textual.events import Paste
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tracker.app import RunliftApp
from tracker.catalog import load_catalog
from tracker.catalog.own_files import OwnFiles
from tracker.keys import TABS
from tracker.storage.disk import replace_whole

SIZES = [(100, 30), (80, 24), (44, 20)]
_LETTERS = {tab.letter: tab.room for tab in TABS}


def shown(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """The screen after some keys. The first is the letter of a room, which opens at once; a text in quotes is pasted."""
    return frames(gym, keys, size=size)[-1]


def frames(gym: Gym, *moments: Sequence[str], size: tuple[int, int] = (100, 30)) -> list[str]:
    """The screen after each of several handfuls of keys, in one sitting."""
    seen: list[str] = []
    room, *first = moments[0]

    async def look(pilot: Pilot[None]) -> None:
        for keys in (first, *moments[1:]):
            await press(pilot, keys)
            seen.append(sees(pilot.app))

    plays(gym, room, look, size)
    return seen


def plays(gym: Gym, letter: str, doing: Doing, size: tuple[int, int] = (100, 30)) -> None:
    """Open the app in the room of a letter, and do something there."""

    async def play() -> None:
        app = gym.make_app()
        # Not by way of Today, which costs a quarter of a second.
        app.room = app._current_mode = _LETTERS[letter]
        app._screen_stacks = {app.room: []}
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await doing(pilot)
            await pilot.pause()

    asyncio.run(play())


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys, paste texts in quotes, and wait for what they set in motion."""
    for key in keys:
        if key.startswith("'"):
            _paste(pilot.app.focused, key[1:-1])
        else:
            await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _paste(focused: Widget | None, text: str) -> None:
    if isinstance(focused, TextArea):
        focused.insert(text)
    else:
        assert isinstance(focused, Input), "there is nothing to type into"
        focused.post_message(Paste(text))


class Home(Gym):
    """A gym whose runner may write exercises and programs of their own."""

    def make_app(self) -> RunliftApp:
        catalog = load_catalog(self.home)
        self.logbook.desk.content = catalog
        return RunliftApp(self.logbook, catalog, own=lambda: OwnFiles(self.home, replace_whole))
