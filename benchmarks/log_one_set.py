"""What one logged set costs until it is safe on the disk, with 0, 10 and 30 years of training behind it.

    python benchmarks/log_one_set.py [--rounds N] [--sets N] [--folder DIR]

Each round measures all candidates one after the other, so that a slow moment of the machine hits all of them alike,
and begins with another one, so that none always comes after the slowest. The table shows the median over all rounds
and, for the ratios, the median of the ratios within each round.
"""

import argparse
import itertools
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tinydb import TinyDB

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tracker.storage.diary import Diary  # noqa: E402 - found beside this folder

Record = dict[str, Any]

SESSIONS_A_YEAR, SETS = 130, 16
TODAY = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LIFTS = (
    "trap_bar_deadlift",
    "rear_foot_elevated_split_squat",
    "lat_pulldown",
    "seated_soleus_raise",
    "bird_dog",
)


def a_set(number: int) -> Record:
    """A set as it is kept: what was asked for, what was done, and why it was asked for."""
    at = TODAY + timedelta(minutes=3 * number)
    return {
        "exercise": LIFTS[number % len(LIFTS)],
        "asked": {"load": "92.5", "reps": 4, "rpe": "8", "kind": "backoff"},
        "done": {"load": "92.5", "unit": "kg", "reps": 4, "rpe": "8.5", "at": at.isoformat()},
        "reasons": [
            {"code": "step_up", "inputs": {"from": "90", "to": "92.5", "rpe": "7.5"}},
            {"code": "phase_build", "inputs": {"style": "periodized", "week": 3, "weeks": 5}},
        ],
    }


def sessions(years: int) -> Iterator[Record]:
    """Finished sessions, `SESSIONS_A_YEAR` a year, the last one yesterday."""
    total = years * SESSIONS_A_YEAR
    for number in range(total):
        day = TODAY.date() - timedelta(days=1 + (total - number) * 365 // SESSIONS_A_YEAR)
        yield {
            "id": f"00000000-0000-4000-8000-{number:012d}",
            "date": day.isoformat(),
            "sets": [a_set(n) for n in range(SETS)],
        }


def under_way(sets: int) -> Record:
    """A session under way: its plan, and one happening for each set so far; it grows from about 12 to 18 kB."""
    base = {
        "id": "11111111-0000-4000-8000-000000000000",
        "date": TODAY.date().isoformat(),
        "sets": [a_set(number) for number in range(2 * SETS)],
    }
    return {"base": base, "steps": [a_set(number) for number in range(sets)], "cursor": sets}


def a_growing_session() -> Iterator[Record]:
    """The session under way after each set, again and again."""
    return itertools.cycle([under_way(sets) for sets in range(1, SETS + 1)])


def ours(folder: Path, years: int) -> Callable[[], None]:
    """The diary, as the app uses it: lock, look who else was there, write, let go."""
    home = folder / f"home-{years}"
    with Diary(home, device="bench").change(TODAY) as pen:
        pen.put_many("sessions", sessions(years))
    diary = Diary(home, device="bench")  # a fresh start
    for year in diary.years()[-3:]:  # what advice looks back on
        diary.sessions(year)
    growing = a_growing_session()

    def log() -> None:
        with diary.change(TODAY) as pen:
            diary.stamps()
            pen.keep_open(next(growing))

    return log


def stock_tinydb(folder: Path, years: int) -> Callable[[], None]:
    """TinyDB as it comes: one file, one insert a set."""
    book = TinyDB(folder / f"tinydb-{years}.json")
    book.table("sessions").insert_multiple(sessions(years))
    numbers = itertools.count()
    return lambda: book.table("sets").insert(a_set(next(numbers))) and None


def sqlite(folder: Path, years: int, name: str, *, whole: bool) -> Callable[[], None]:
    """SQLite with a write-ahead log that is synced at each commit.

    A set is a row of its own, or, with *whole*, the row of the session under way is replaced: the same work that the
    diary does, so that undo, redo and the plan survive a crash too.
    """
    connection = sqlite3.connect(folder / name, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE sets (session TEXT, number INTEGER, content TEXT)")
    connection.execute("CREATE TABLE under_way (id INTEGER PRIMARY KEY, content TEXT)")
    connection.execute("BEGIN")
    for session in sessions(years):
        rows = [(session["id"], number, json.dumps(each)) for number, each in enumerate(session["sets"])]
        connection.executemany("INSERT INTO sets VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    numbers, growing = itertools.count(), a_growing_session()

    def log_row() -> None:
        number = next(numbers)
        connection.execute("INSERT INTO sets VALUES (?, ?, ?)", ("today", number, json.dumps(a_set(number))))

    def log_whole() -> None:
        connection.execute("REPLACE INTO under_way VALUES (1, ?)", (json.dumps(next(growing)),))

    return log_whole if whole else log_row


def median_ms(log: Callable[[], None], sets: int) -> float:
    """The median of *sets* single calls, in milliseconds."""
    taken = []
    for _ in range(sets):
        begin = time.perf_counter()
        log()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


def measured(folder: Path, rounds: int, sets: int) -> dict[str, list[float]]:
    """Median milliseconds of each candidate in each round."""
    candidates: dict[str, tuple[Callable[[], None], int]] = {
        "runlift, 0 years": (ours(folder, 0), sets),
        "runlift, 10 years": (ours(folder, 10), sets),
        "runlift, 30 years": (ours(folder, 30), sets),
        "SQLite, a row a set": (sqlite(folder, 10, "rows.db", whole=False), sets),
        "SQLite, the same record": (sqlite(folder, 10, "whole.db", whole=True), sets),
        "stock TinyDB, 10 years": (stock_tinydb(folder, 10), 3),
    }
    for log, _ in candidates.values():
        log()  # the first write of a day also makes a backup
    found: dict[str, list[float]] = {name: [] for name in candidates}
    names = list(candidates)
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            log, times = candidates[name]
            found[name].append(median_ms(log, times))
    return found


def ratio(found: dict[str, list[float]], over: str, under: str) -> float:
    """The median of the ratios within each round."""
    return statistics.median(a / b for a, b in zip(found[over], found[under], strict=True))


def report(found: dict[str, list[float]]) -> str:
    """The table and the ratios that matter, each with its aim."""
    rows = [f"{name:24}{statistics.median(times):10.2f} ms" for name, times in found.items()]
    flat = ratio(found, "runlift, 30 years", "runlift, 0 years")
    faster = ratio(found, "stock TinyDB, 10 years", "runlift, 10 years")
    than_rows = ratio(found, "runlift, 10 years", "SQLite, a row a set")
    than_whole = ratio(found, "runlift, 10 years", "SQLite, the same record")
    return "\n".join(
        [
            *rows,
            "",
            f"30 years against none     {flat:8.2f} x   (aim: at most 1.2)",
            f"faster than stock TinyDB  {faster:8.0f} x   (aim: at least 50)",
            f"against SQLite, a row     {than_rows:8.2f} x   (aim: at most 4)",
            f"against SQLite, the same  {than_whole:8.2f} x   (aim: at most 4)",
        ]
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--rounds", type=int, default=18)
    asked.add_argument("--sets", type=int, default=40, help="sets logged by each candidate in each round")
    asked.add_argument(
        "--folder", type=Path, help="where to make the files (a folder on the disk to be measured)"
    )
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        print(report(measured(Path(folder), chosen.rounds, chosen.sets)))


if __name__ == "__main__":
    main()
