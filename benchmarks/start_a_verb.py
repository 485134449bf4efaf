"""How long verbs take from the shell and back, beside the imports none of them could do without.

    python benchmarks/start_a_verb.py [--rounds N]

Each round runs all candidates one after the other, so that a slow moment of the machine hits all of them alike; the
table shows the median processor time over all rounds, and the median of the ratios within each round. The home holds
two weeks of training. The first round is not counted: it writes the compiled modules.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ("-c", "import pydantic, tinydb, click")
ONE_MODEL = (
    "-c",
    "import tinydb, click\nfrom pydantic import BaseModel\nclass Set(BaseModel):\n    reps: int\nSet(reps=5)",
)
FIRST_DAY, SECOND_DAY, TODAY = "2026-11-24", "2026-11-26", "2026-12-01"


def verb(home: Path, *argv: str, day: str = TODAY) -> tuple[str, ...]:
    """The arguments of Python that run a verb."""
    return ("-m", "tracker", "--home", str(home), "--date", day, *argv)


def milliseconds(argv: Sequence[str]) -> float:
    """Processor time of one run, its children included."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *argv],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(argv)} ended with status {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000


def prepare(home: Path) -> None:
    """A runner with two sessions behind them."""
    milliseconds(
        verb(home, "init", "--level", "intermediate", "--lift-days", "tue,thu", "--yes", day=FIRST_DAY)
    )
    for day, line in ((FIRST_DAY, "back squat 60x5@8"), (SECOND_DAY, "trap bar deadlift 80x5@8")):
        milliseconds(verb(home, "log", line, day=day))
        milliseconds(verb(home, "finish", day=day))


def measured(home: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each candidate in each round."""
    candidates = {
        "the three imports": BASELINE,
        "with one pydantic model": ONE_MODEL,
        "runlift today --help": verb(home, "today", "--help"),
        "runlift where": verb(home, "where"),
        "runlift set": verb(home, "set"),
        "runlift history --json": verb(home, "history", "--json"),
        "runlift today --json": verb(home, "today", "--json"),
        "runlift log": verb(home, "log", "back squat 60x5@8"),
    }
    found: dict[str, list[float]] = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, argv in candidates.items():
            taken = milliseconds(argv)
            if number:
                found[name].append(taken)
    return found


def report(found: dict[str, list[float]]) -> str:
    """Each candidate, beside the bare imports and beside a pydantic that has been put to use."""
    bare, used = (found[name] for name in ("the three imports", "with one pydantic model"))
    rows = [f"{'':26}{'median':>10}{'/ imports':>12}{'/ one model':>14}"]
    for name, times in found.items():
        ratios = [
            statistics.median(a / b for a, b in zip(times, other, strict=True)) for other in (bare, used)
        ]
        rows.append(f"{name:26}{statistics.median(times):7.0f} ms{ratios[0]:11.2f}x{ratios[1]:13.2f}x")
    return "\n".join(rows)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    asked.add_argument("--rounds", type=int, default=15)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        prepare(home)
        print(report(measured(home, asked.parse_args().rounds)))


if __name__ == "__main__":
    main()
