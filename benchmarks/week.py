"""How long it takes to compute a week, and to draw the next one after a key, with ten years of training behind it.

    python benchmarks/week.py [--rounds N] [--years N] [--home DIR]

Computing is everything from the log to the sheet that the screen, the verb and the exports share. *First* is the first
week after the log was read, when every lift's estimates are replayed; *next* is
another week with them at hand. *On everything* is with all the years read, as the app does it in the background and the
verb at once. The keys are from the key to the painted screen, beside a bare Textual app that counts its key presses in
one line of text.
"""

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from launch import TODAY, YEAR, bare_counter, keys_of, our_app, row  # noqa: E402 - found beside this file

WEEKS = 12
AIM_MS = 50.0
_BOOKKEEPING = ("updated_at", "device")


def with_history(home: Path, years: int) -> Path:
    """The sample year, and its sessions, runs and check-ins again for each year before it."""
    from tracker.assembly import tell_demo
    from tracker.storage.diary import Diary

    tell_demo(home, TODAY)
    diary = Diary(home, device="bench")
    kinds: tuple[Literal["sessions", "runs", "checkins"], ...] = ("sessions", "runs", "checkins")
    told = {kind: [r for year in diary.years() for r in diary.records(kind, year)] for kind in kinds}
    with diary.change(datetime(2027, 3, 26, 7).astimezone()) as pen:
        for kind, records in told.items():
            for back in range(1, years):
                pen.put_many(kind, [_earlier(record, back) for record in records])
    return home


def _earlier(record: dict[str, Any], back: int) -> dict[str, Any]:
    kept = {key: value for key, value in record.items() if key not in _BOOKKEEPING}
    day = date.fromisoformat(kept["date"]) - back * YEAR
    return {**kept, "id": f"{kept['id']}-{back}", "date": day.isoformat()}


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def computing(home: Path) -> dict[str, list[float]]:
    """Milliseconds of every part, on a home that has just been opened by a process that starts as runlift does."""
    from tracker.__main__ import start_lightly
    from tracker.assembly import open_house
    from tracker.report.desk import plan_of, week_of

    start_lightly()
    house = open_house(home, TODAY)
    book, words = house.logbook, house.catalog.words
    mondays = [TODAY - timedelta(weeks=back) for back in range(1, WEEKS)]
    return {
        "open the home": [timed(lambda: (book.runner, words, book.season))],
        "read what advice looks back on": [timed(lambda: book.log(TODAY))],
        "read the numbers of the rules": [timed(lambda: (book.content.rules, book.content.review))],
        "a week, first": [timed(lambda: week_of(book, words, TODAY))],
        "a week, next": [timed(partial(week_of, book, words, day)) for day in mondays],
        "a week, seen before": [timed(partial(week_of, book, words, day)) for day in mondays],
        "the plan": [timed(lambda: plan_of(book, words, TODAY - YEAR, TODAY + YEAR / 2))],
        "read everything there is": [timed(book.log)],
        "a week on everything, first": [timed(lambda: book.reviewing.take(book.reviewing.look_back(TODAY)))],
        "a week on everything, next": [timed(partial(week_of, book, words, day)) for day in mondays],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--home", type=Path, help="A home to use instead of making one.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = asked.home or with_history(Path(place) / "home", asked.years)
        rounds = [computing(home) for _ in range(asked.rounds)]
        for name in rounds[0]:
            times = [each for one in rounds for each in one[name]]
            worst = f"   at most {max(times):.1f} ms" if len(times) > asked.rounds else ""
            print(f"{name:<34} {statistics.median(times):8.1f} ms{worst}")
        for name in ("a week, first", "a week, next", "a week on everything, next"):
            took = statistics.median(each for one in rounds for each in one[name])
            print(f"{name}, within {AIM_MS:.0f} ms: {'met' if took <= AIM_MS else 'MISSED'}")
        bare: list[float] = []
        keys: dict[str, list[float]] = {"left": [], "down": []}
        for number in range(asked.rounds):
            fresh = shutil.copytree(home, Path(place) / f"round-{number}")
            bare += asyncio.run(keys_of(bare_counter(), ("8",) * WEEKS))
            keys["left"] += asyncio.run(keys_of(our_app(fresh), ("W", *("left",) * WEEKS)))[1:]
            keys["down"] += asyncio.run(keys_of(our_app(fresh), ("P", *("down",) * WEEKS)))[1:]
        print(row("bare key press, painted", bare, bare))
        print(row("another week, computed and painted", keys["left"], bare))
        print(row("another row of the plan, painted", keys["down"], bare))


if __name__ == "__main__":
    main()
