"""How long it takes until Today is on the screen, and until a logged set is, with ten years of training behind it.

    python benchmarks/launch.py [--rounds N] [--years N] [--home DIR] [--beside COMMAND TEXT]

Launch: a whole process, from the interpreter's start to the first painted screen, beside a bare Textual app with one
line of text, and beside another app in an environment of its own, where one is named. Keys: from the key to the
painted screen, beside a bare Textual app that counts its key presses in one line of text. Every round measures all
candidates one after the other, so that a slow moment of the machine hits all of them alike; the table shows medians,
and medians of the ratios within each round.
"""

import argparse
import asyncio
import os
import pty
import shlex
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from textual import events

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TODAY = date(2027, 3, 26)
YEAR = timedelta(days=364)
SETS = 12

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("all here")
Bare().run()
"""


def seconds(seen: bytes, command: Sequence[str]) -> float:
    """From the start of a process in a terminal of its own until it has painted *seen*."""
    begun = time.perf_counter()
    process, terminal = open_terminal(command)
    painted = b""
    while seen not in painted:
        painted += read_terminal(terminal, command)
    took = time.perf_counter() - begun
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return took


def open_terminal(command: Sequence[str]) -> tuple[int, int]:
    """Start *command* in a terminal of its own, 100 by 30: the process, and our end of the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="30")
        os.execvp(command[0], command)
    return process, terminal


def read_terminal(terminal: int, command: Sequence[str]) -> bytes:
    """What *command* has painted since the last look; ends the benchmark if it has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # its other end is closed
        raise SystemExit(f"{' '.join(command)} ended before it had painted what was waited for") from None


def with_history(home: Path, years: int) -> Path:
    """The sample year, and the same sessions again for each year before it."""
    from tracker.assembly import tell_demo
    from tracker.storage.diary import Diary

    tell_demo(home, TODAY)
    diary = Diary(home, device="bench")
    told = [record for year in diary.years() for record in diary.records("sessions", year)]
    with diary.change(datetime(2027, 3, 26, 7).astimezone()) as pen:
        for back in range(1, years):
            pen.put_many("sessions", _earlier(told, back))
    return home


def _earlier(records: list[dict[str, Any]], back: int) -> Iterator[dict[str, Any]]:
    for record in records:
        kept = {key: value for key, value in record.items() if key not in ("updated_at", "device")}
        day = date.fromisoformat(kept["date"]) - back * YEAR
        yield {**kept, "id": f"{kept['id']}-{back}", "date": day.isoformat()}


async def keys_of(app: Any, keys: tuple[str, ...]) -> list[float]:
    """Seconds from each key to the painted screen that answers it."""
    found = []
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.3)
        draw = app._display
        painted = asyncio.Event()

        def watch(screen: Any, renderable: Any) -> None:
            draw(screen, renderable)
            if renderable is not None:
                painted.set()

        app._display = watch
        for key in keys:
            painted.clear()
            begun = time.perf_counter()
            app.post_message(events.Key(key, key))
            await asyncio.wait_for(painted.wait(), 5)
            found.append(time.perf_counter() - begun)
            await pilot.pause(0.05)
    return found


def bare_counter() -> Any:
    from textual.app import App
    from textual.widgets import Static

    class Counter(App[None]):
        presses = 0

        def compose(self) -> Any:
            yield Static("0")

        def on_key(self) -> None:
            self.presses += 1
            self.query_one(Static).update(str(self.presses))

    return Counter()


def our_app(home: Path) -> Any:
    """The app on *home*, in this process, which looks for garbage as rarely from here on as runlift does."""
    from tracker.__main__ import start_lightly
    from tracker.app import RunliftApp
    from tracker.assembly import open_house

    start_lightly()
    house = open_house(home, TODAY)
    return RunliftApp(house.logbook, house.catalog)


def row(name: str, times: list[float], bare: list[float]) -> str:
    ratio = statistics.median(one / other for one, other in zip(times, bare, strict=True))
    return f"{name:<34} {statistics.median(times) * 1000:8.1f} ms   x {ratio:.2f}"


def runlift(home: Path) -> tuple[str, ...]:
    """What a person types, without the script that pip writes."""
    return (sys.executable, "-m", "tracker", "--home", str(home), "--date", TODAY.isoformat())


def launches(apps: dict[str, tuple[str, Sequence[str]]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every launch by name; a round before them writes the compiled modules."""
    found: dict[str, list[float]] = {name: [] for name in apps}
    for number in range(rounds + 1):
        for name, (seen, command) in apps.items():
            took = seconds(seen.encode(), command)
            if number:
                found[name].append(took)
    return found


def measure_launches(home: Path, years: int, beside: list[str] | None, rounds: int) -> None:
    bare = "bare Textual app, first paint"
    apps: dict[str, tuple[str, Sequence[str]]] = {
        bare: ("all here", (sys.executable, "-c", BARE)),
        f"Today, first paint, {years} years": ("finish", runlift(home)),
    }
    if beside is not None:
        command, seen = shlex.split(beside[0]), beside[1]
        apps[f"{Path(command[0]).name}, first paint"] = (seen, command)
    found = launches(apps, rounds)
    for name, times in found.items():
        print(row(name, times, found[bare]))


def measure_keys(home: Path, place: Path, rounds: int) -> None:
    press: list[float] = []
    log: list[float] = []
    for number in range(rounds):
        fresh = shutil.copytree(home, place / f"round-{number}")
        press += asyncio.run(keys_of(bare_counter(), ("8",) * SETS))
        log += asyncio.run(keys_of(our_app(fresh), ("8",) * SETS))
    print(row("bare key press, painted", press, press))
    print(row("a set logged, saved and painted", log, press))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--home", type=Path, help="A home to use instead of making one.")
    parser.add_argument(
        "--beside",
        nargs=2,
        metavar=("COMMAND", "TEXT"),
        help="Another app, and a word of the last thing that its first picture shows.",
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = asked.home or with_history(Path(place) / "home", asked.years)
        measure_launches(home, asked.years, asked.beside, asked.rounds)
        measure_keys(home, Path(place), asked.rounds)


if __name__ == "__main__":
    main()
