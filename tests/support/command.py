"""The command line as somebody sits in front of it, without a terminal: a home, and what was said."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tracker.cli.main import run

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (23, 24, 25, 26))
NEXT_TUESDAY, NEXT_THURSDAY = date(2026, 12, 1), date(2026, 12, 3)


class Said(NamedTuple):
    """How a verb ended, its data and its talk."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Terminal:
    """Runs verbs on one home, on a day that the test turns."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], day: date = TUESDAY) -> None:
        self.home = home
        self.day = day
        self._capsys = capsys

    def __call__(self, *argv: str) -> Said:
        """`at("today", "--json")`; the home and the day are given first, and may be given again."""
        status = run(["--home", str(self.home), "--date", self.day.isoformat(), *argv])
        said = self._capsys.readouterr()
        return Said(status, said.out, said.err)

    def json(self, *argv: str) -> Any:
        """The JSON of a verb that must succeed."""
        said = self(*argv, "--json")
        assert (said.status, said.err) == (0, "")
        return said.json

    def on(self, day: date) -> "Terminal":
        """The same home on another day."""
        return Terminal(self.home, self._capsys, day)


def shape(value: Any) -> Any:
    """The field names of a JSON value: of a list, those of its first item."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__
