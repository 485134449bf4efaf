"""The runner's own exercises and programs: written only when the whole catalog can be read with them."""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomli

from tracker.catalog import Catalog, load_catalog
from tracker.catalog.paper import own_folder, shipped_folder
from tracker.catalog.problems import ContentProblems
from tracker.catalog.toml_text import with_table
from tracker.domain.errors import CouldNotSave, Misunderstood, Refused
from tracker.domain.exercise import Exercise, ExerciseId

Write = Callable[[Path, bytes], None]
"""Puts all of the bytes at a path or nothing, durably."""

EXERCISES, PROGRAMS = "exercises", "programs"
_OWN_FILE = "own.toml"
_LONGEST_ID = 60
Table = Mapping[str, Any]


class OwnFiles:
    """What the runner has added to the library, in ``exercises/*.toml`` and ``programs/*.toml`` of their home."""

    def __init__(self, home: Path, write: Write) -> None:
        self._home = home
        self._write = write

    # Exercises

    def keep_exercise(self, id: ExerciseId, table: Table) -> Catalog:
        """Add an exercise or put another version of it in place; the catalog with it.

        Raises:
            ContentProblems: everything that is wrong, all at once; nothing was written.
            CouldNotSave: if the disk did not take it.
        """
        file = self._file_with(id)
        return self._try(file, with_table(self._text(file), id, table))

    def remove_exercise(self, id: ExerciseId) -> Catalog:
        """Take an own exercise out; a shipped one that it replaced is back.

        Raises:
            Refused: if it is not the runner's own.
            ContentProblems: if something else needs it.
        """
        file = self._file_with(id)
        if id not in tomli.loads(self._text(file)):
            raise Refused("That exercise is not one of your own.")
        return self._try(file, with_table(self._text(file), id, None))

    def exercise_table(self, id: ExerciseId) -> Table | None:
        """An own exercise as it is written; None for a shipped one."""
        return tomli.loads(self._text(self._file_with(id))).get(id)

    # Programs

    def program_text(self, id: str) -> str:
        """A program as it is written, own or shipped.

        Raises:
            Refused: if there is no such program.
        """
        for paper in own_folder(self._home, PROGRAMS):
            if paper.stem == id:
                return paper.file.read_text(encoding="utf-8")
        for paper in shipped_folder(PROGRAMS):
            if paper.stem == id:
                return paper.file.read_text(encoding="utf-8")
        raise Refused(f"There is no program {id}.")

    def is_own_program(self, id: str) -> bool:
        return any(paper.stem == id for paper in own_folder(self._home, PROGRAMS))

    def keep_program(self, id: str, text: str) -> Catalog:
        """Add a program or put another text of it in place; the catalog with it.

        Raises:
            Misunderstood: if the id cannot be a file's name.
            ContentProblems: everything that is wrong, all at once; nothing was written.
            CouldNotSave: if the disk did not take it.
        """
        if not id.replace("_", "").isalnum() or not id.isascii() or id != id.lower():
            raise Misunderstood(
                f'"{id}" cannot name a program; use lower-case letters, digits and underscores.'
            )
        if len(id) > _LONGEST_ID:
            raise Misunderstood(f"A program's id has at most {_LONGEST_ID} letters, and this has {len(id)}.")
        return self._try(self._home / PROGRAMS / f"{id}.toml", text)

    def remove_program(self, id: str) -> Catalog:
        """Take an own program out; a shipped one that it replaced is back.

        Raises:
            Refused: if it is not the runner's own.
            CouldNotSave: if the disk did not let go of it.
        """
        if not self.is_own_program(id):
            raise Refused("That program is not one of your own.")
        try:
            (self._home / PROGRAMS / f"{id}.toml").unlink()
        except OSError as trouble:
            raise CouldNotSave(f"The program could not be removed: {trouble.strerror}.") from trouble
        return load_catalog(self._home)

    # Keeping

    def _file_with(self, id: ExerciseId) -> Path:
        """The file that holds an own exercise, or the one for new ones."""
        for paper in own_folder(self._home, EXERCISES):
            with suppress(ContentProblems):  # what cannot be read holds nothing that could be changed here
                if id in paper.read():
                    return self._home / EXERCISES / f"{paper.stem}.toml"
        return self._home / EXERCISES / _OWN_FILE

    def _text(self, file: Path) -> str:
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _try(self, file: Path, text: str) -> Catalog:
        """Read the catalog as it would be; write only what can be read. What is wrong elsewhere already may stay so."""
        try:
            self._rehearse(file, text)
            self._write(file, text.encode("utf-8"))
        except OSError as trouble:
            raise CouldNotSave(f"Nothing was saved: {trouble.strerror}.") from trouble
        return load_catalog(self._home)

    def _rehearse(self, file: Path, text: str) -> None:
        with tempfile.TemporaryDirectory(prefix="runlift-") as folder:
            stage = Path(folder)
            for kind in (EXERCISES, PROGRAMS):
                (stage / kind).mkdir()
                for paper in own_folder(self._home, kind):
                    (stage / kind / f"{paper.stem}.toml").write_bytes(paper.file.read_bytes())
            before = load_catalog(stage).left_out
            (stage / file.relative_to(self._home)).write_text(text, encoding="utf-8")
            new = [each for each in load_catalog(stage).left_out if each not in before]
            if new:
                raise ContentProblems([each.replace(f"{stage}/", "") for each in new])


def table_of(exercise: Exercise, *, replaces: bool = False) -> dict[str, Any]:
    """An exercise as a table of the file: what is at its default is left out."""
    fields = exercise.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    fields["equipment"] = " / ".join("+".join(way) for way in exercise.equipment)
    fields["start"] = start_text(exercise)
    return {**({"replaces": True} if replaces else {}), **fields}


def start_text(exercise: Exercise) -> str:
    """``15 % BW``, ``8 reps``, ``30 s``, ``20 contacts``."""
    start = exercise.start
    if start.bw_percent is not None:
        return f"{start.bw_percent:g} % BW"
    if start.reps is not None:
        return f"{start.reps} reps"
    return f"{start.seconds} s" if start.seconds is not None else f"{start.contacts} contacts"
