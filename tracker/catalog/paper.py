"""Reading paper: the shipped files and the person's own, through the same door."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

import tomli

import data
from tracker.catalog.problems import ContentProblems
from tracker.domain.errors import RunliftError

Table = dict[str, Any]


class Paper(NamedTuple):
    """One file.

    Attributes:
        place: the path as a person would look for it.
        stem: the file's name without its ending.
        file: the file itself.
        own: it belongs to the person.
    """

    place: str
    stem: str
    file: Traversable
    own: bool

    def read(self) -> Table:
        """The file as tables.

        Raises:
            ContentProblems: if it cannot be read or is not TOML; the sentence names line and column.
        """
        try:
            return tomli.loads(self.file.read_text(encoding="utf-8"))
        except tomli.TOMLDecodeError as error:
            raise ContentProblems([f"{self.place}: this is not TOML: {_lower(error)}."]) from error
        except UnicodeDecodeError as error:
            raise ContentProblems([f"{self.place}: this is not UTF-8 text."]) from error
        except OSError as error:
            raise ContentProblems([f"{self.place}: this cannot be read: {error.strerror}."]) from error


def _lower(error: Exception) -> str:
    sentence = str(error)
    return sentence[:1].lower() + sentence[1:]


def shipped(*names: str) -> Paper:
    """One shipped file: ``shipped("programs", "race.toml")``."""
    return _paper(_content().joinpath(*names), "/".join(("data", *names)), own=False)


def shipped_folder(folder: str) -> Iterator[Paper]:
    """The shipped files of one folder, in the order of their names."""
    yield from _folder(_content() / folder, f"data/{folder}", own=False)


def own_folder(home: Path, folder: str) -> Iterator[Paper]:
    """The person's own files of one folder, in the order of their names; none if there is no folder."""
    if (home / folder).is_dir():
        yield from _folder(home / folder, str(home / folder), own=True)


def _folder(folder: Traversable, place: str, *, own: bool) -> Iterator[Paper]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml") and not file.name.startswith("."):
            yield _paper(file, f"{place}/{file.name}", own=own)


def _paper(file: Traversable, place: str, *, own: bool) -> Paper:
    return Paper(place, file.name.removesuffix(".toml"), file, own)


def _content() -> Traversable:
    if getattr(data, "CONTENT", None) != "runlift":
        where = next(iter(getattr(data, "__path__", ())), getattr(data, "__file__", "unknown"))
        raise RunliftError(
            f"Another package called data is in the way ({where}). "
            "Start runlift from another folder, or install it on its own with pipx or uv tool."
        )
    return files(data)
