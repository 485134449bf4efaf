"""Plain lines and JSON: what is data goes to stdout, what is talk to stderr."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tracker.assembly import House

WIDEST = 100
LABEL = 10
INDENT = 2
_TOGETHER = "\N{NO-BREAK SPACE}"


def out(line: str = "") -> None:
    """One line of data."""
    click.echo(line)


def say(line: str) -> None:
    """One line of talk."""
    click.echo(line, err=True)


def write_json(value: Any) -> None:
    """One JSON document."""
    out(json.dumps(value, ensure_ascii=False, indent=2))


def width() -> int:
    """Columns to write in: those of the terminal, and never too long a line to read."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def row(label: str, text: str) -> None:
    """A label and its text, indented; a long text goes on under itself."""
    start = f"{'':{INDENT}}{label:{LABEL}}"
    out(_folded(text, start))


def paragraph(text: str, indent: int = 0) -> None:
    """A text in as many lines as it takes."""
    out(_folded(text, " " * indent))


def _folded(text: str, start: str) -> str:
    """A number and its % stay on one line."""
    lines = textwrap.fill(
        text.replace(" %", f"{_TOGETHER}%"),
        max(width(), len(start) + 20),
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines.replace(f"{_TOGETHER}%", " %").rstrip()


def table(rows: Iterable[Iterable[str]], indent: int = INDENT) -> None:
    """Rows of cells under each other, as wide as they need to be."""
    cells = [list(each) for each in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]  # no rows, no columns
    for line in cells:
        text = "  ".join(f"{cell:{wide}}" for cell, wide in zip(line, widths, strict=True))
        out(f"{'':{indent}}{text}".rstrip())


def tell_notices(house: "House") -> None:
    """What storage did by itself, and a session that a change closed."""
    for sentence in house.notices():
        say(sentence)


def on_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


class Declined(click.ClickException):
    """The answer was no, or nobody was there to give one."""


class Unasked(Declined):
    """Nobody was there to be asked.

    Attributes:
        how: what to do then.
    """

    def __init__(self, how: str, left: str = "Nothing was changed") -> None:
        super().__init__(f"{left}; {how}.")
        self.how = how


def agree(question: str, *, yes: bool, how: str) -> None:
    """Go on only when somebody says so.

    Args:
        yes: it was said beforehand.
        how: what to do where nobody can be asked.

    Raises:
        Declined: on a no, or without a terminal to ask on.
    """
    if yes:
        return
    if not on_terminal():
        raise Unasked(how)
    if not click.confirm(question, default=False, err=True):
        raise Declined("Nothing was changed.")
