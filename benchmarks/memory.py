"""How much memory the app holds with ten years of training behind it, beside a bare Textual app.

    python benchmarks/memory.py [--rounds N] [--years N] [--home DIR]

Resident memory (Linux, `/proc/PID/status`) of whole processes, each in a terminal of its own, two seconds after its
screen stands, and in Week until the older years are read as well. Two more candidates tell where it goes: a bare app
that has defined and used one pydantic model, and one that has imported what Today is made of, without opening a home.
"""

import argparse
import os
import select
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from launch import BARE, open_terminal, read_terminal, runlift, with_history

ONE_MODEL = """
import click, tinydb
from pydantic import BaseModel
class Set(BaseModel):
    reps: int
Set(reps=5)
"""
MODULES = """
import tracker.app, tracker.assembly, tracker.logbook.logbook, tracker.screens.today
"""
SETTLED_S = 2.0
YEARS_READ_S = 6.0


class Candidate(NamedTuple):
    """A process to look at: what to wait for, which keys to press then, and for how long to let it settle."""

    name: str
    command: Sequence[str]
    seen: str
    keys: bytes = b""
    settle_s: float = SETTLED_S


def megabytes(of: Candidate) -> float:
    """What one process holds once it has settled."""
    process, terminal = open_terminal(of.command)
    painted = b""
    while of.seen.encode() not in painted:
        painted += read_terminal(terminal, of.command)
    os.write(terminal, of.keys)
    until = time.monotonic() + of.settle_s
    while (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            read_terminal(terminal, of.command)
    held = resident(process)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return held


def resident(process: int) -> float:
    """Resident megabytes of a process."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def candidates(home: Path, years: int) -> tuple[Candidate, ...]:
    python, bare = (sys.executable, "-c"), "all here"
    return (
        Candidate("bare Textual app", (*python, BARE), bare),
        Candidate("with one pydantic model", (*python, ONE_MODEL + BARE), bare),
        Candidate("with Today's modules", (*python, MODULES + BARE), bare),
        Candidate(f"Today, {years} years", runlift(home), "finish"),
        Candidate(f"Week, all {years} years read", runlift(home), "finish", b"W", YEARS_READ_S),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--home", type=Path, help="A home to use instead of making one.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = asked.home or with_history(Path(place) / "home", asked.years)
        apps = candidates(home, asked.years)
        held = [[megabytes(each) for each in apps] for _ in range(asked.rounds)]
    for at, app in enumerate(apps):
        ratio = statistics.median(one[at] / one[0] for one in held)
        print(f"{app.name:<28} {statistics.median(one[at] for one in held):6.1f} MB   x {ratio:.2f}")


if __name__ == "__main__":
    main()
