"""How long it takes from the key of a room to its first paint, with ten years of training, beside an empty screen.

    python benchmarks/rooms.py [--rounds N] [--years N] [--home DIR]

Every round is a process of its own, so each room is opened for the first time, imports included: Today stands, then the
key of each room is pressed. In the same process a bare Textual app switches to an empty screen. The paint that counts is
the first one on which the room has drawn what the log knows. The table shows medians, and medians of the ratios within
each round.
"""

import argparse
import asyncio
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from launch import ROOT, our_app, with_history
from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

KEYS = {"history": "H", "graphs": "G", "library": "L", "settings": "S"}
EMPTY = "an empty screen"


class Bare(App[None]):
    """Shows one line, and an empty screen at a key."""

    BINDINGS = [("x", "switch_mode('empty')")]

    def on_mount(self) -> None:
        self.add_mode("empty", Screen)

    def compose(self) -> Any:
        yield Static("all here")


async def first_paint(app: Any, pilot: Any, key: str, mode: str) -> float:
    """Seconds from the key to the first paint of the mode's screen."""
    draw, painted = app._display, asyncio.Event()

    def watch(screen: Any, renderable: Any) -> None:
        draw(screen, renderable)
        if app.current_mode == mode and renderable is not None and not getattr(screen, "_is_stale", False):
            painted.set()

    app._display = watch
    begun = time.perf_counter()
    app.post_message(events.Key(key, key))
    await asyncio.wait_for(painted.wait(), 10)
    took = time.perf_counter() - begun
    app._display = draw
    await pilot.pause(0.1)
    return took


async def one_round(home: Path) -> dict[str, float]:
    found = {}
    gc.disable()  # as the app starts: see `tracker.assembly.run_app`
    app = our_app(home)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.5)
        for room, key in KEYS.items():
            found[room] = await first_paint(app, pilot, key, room)
    bare = Bare()
    async with bare.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.3)
        found[EMPTY] = await first_paint(bare, pilot, "x", "empty")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--home", type=Path, help="A home to use instead of making one.")
    parser.add_argument("--once", action="store_true", help="One round in this process, as JSON.")
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(asyncio.run(one_round(asked.home))))
        return
    with tempfile.TemporaryDirectory() as place:
        home = asked.home or with_history(Path(place) / "home", asked.years)
        rounds = [_process(home) for _ in range(asked.rounds)]
    for name in (EMPTY, *KEYS):
        times = [each[name] for each in rounds]
        ratio = statistics.median(each[name] / each[EMPTY] for each in rounds)
        beside = statistics.median(each[name] - each[EMPTY] for each in rounds)
        print(
            f"{name:<16} {statistics.median(times) * 1000:8.1f} ms   x {ratio:5.2f}   {beside * 1000:+8.1f} ms"
        )


def _process(home: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--once", "--home", str(home)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(answer.stdout)
    return found


if __name__ == "__main__":
    main()
