"""A season lived by a script that only knows the verbs of the command line and reads their JSON."""

import contextlib
import datetime as dt
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tracker.cli.main import run

Json = dict[str, Any]


class Script:
    """Calls verbs on one home.

    Attributes:
        status: exit status of the last call.
        talk: what it said on stderr.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.status = 0
        self.talk = ""

    def __call__(self, *words: str, day: dt.date) -> str:
        """What a verb writes on *day*."""
        data, talk = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(data), contextlib.redirect_stderr(talk):
            self.status = run([*words, "--home", str(self.home), "--date", day.isoformat()])
        self.talk = talk.getvalue()
        return data.getvalue()

    def read(self, *words: str, day: dt.date) -> Json:
        """What a verb writes with `--json`."""
        written = self(*words, "--json", day=day)
        assert self.status == 0, f"{words} on {day}: {self.talk}"
        found: Json = json.loads(written)
        return found


class Lived:
    """Each session as `today --json` had planned it and `finish --json` left it, by date."""

    def __init__(self) -> None:
        self.planned: dict[dt.date, Json] = {}
        self.finished: dict[dt.date, Json] = {}

    def days(self, phase: str, *, deload: bool = False) -> list[dt.date]:
        return [
            day for day, each in self.planned.items() if each["phase"] == phase and each["deload"] == deload
        ]

    def exercise(self, day: dt.date, exercise: str) -> Json | None:
        """One planned exercise of one day."""
        session = self.planned[day]["session"]
        return next((each for each in session["exercises"] if each["exercise"] == exercise), None)

    def times(self, exercise: str, phase: str, *, deload: bool = False) -> Iterator[tuple[dt.date, Json]]:
        """Every time an exercise was planned in a phase."""
        for day in self.days(phase, deload=deload):
            found = self.exercise(day, exercise)
            if found is not None:
                yield day, found


def working_sets(exercise: Json) -> list[Json]:
    return [each for each in exercise["sets"] if each["kind"] != "warmup"]


def codes(having_reasons: Json) -> list[str]:
    return [each["code"] for each in having_reasons["reasons"]]


def typed(each: Json, *, reps: int | None = None, rpe: float | None = None) -> str:
    """One planned set as a person would type it: in kilograms, per hand where two are held."""
    load = ""
    if each["weight_kg"] is not None and each["weight_kg"] > 0:
        load = f"{each['weight_kg'] / each['implements']:g}kgx"
    elif each["weight_display"] and each["weight_display"].endswith("band"):
        load = f"{each['weight_display'].removesuffix(' band')} x"
    amount = f"{each['seconds']}s" if each["seconds"] else f"{each['contacts']}c" if each["contacts"] else ""
    if not amount:
        amount = f"{each['reps'] if reps is None else reps}"
        load = load or "x"
    return f"{load}{amount}" + ("" if rpe is None else f"@{rpe:g}")


def runs_of(sets: Sequence[Json]) -> Iterator[tuple[Json, int]]:
    """Equal sets in a row, with their number."""
    at = 0
    while at < len(sets):
        count = 1
        while at + count < len(sets) and _same(sets[at], sets[at + count]):
            count += 1
        yield sets[at], count
        at += count


def _same(one: Json, other: Json) -> bool:
    names = ("weight_kg", "weight_display", "reps", "seconds", "contacts", "rpe_target", "kind")
    return all(one[name] == other[name] for name in names)
