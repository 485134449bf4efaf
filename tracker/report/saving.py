"""Putting a report beside the files that are there already; none of them is ever written over."""

import os
from pathlib import Path

from tracker.domain.errors import CouldNotSave

_MOST_COPIES = 1000


def save_beside(folder: Path, name: str, text: str) -> Path:
    """Write *text* as *name* in *folder*, or as ``name-2`` and so on where that exists; where it is now.

    Raises:
        CouldNotSave: when the folder cannot be written to.
    """
    stem, dot, ending = name.rpartition(".")
    for copy in range(1, _MOST_COPIES):
        path = folder / (name if copy == 1 else f"{stem}-{copy}{dot}{ending}")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as trouble:
            raise CouldNotSave(f"{path} could not be written: {trouble.strerror or trouble}.") from trouble
        return path
    raise CouldNotSave(f"There are too many files called {name} in {folder} already.")


def usual_folder() -> Path:
    """Where a person looks for a file: the current folder, or the home folder where that is not writable."""
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path.home()
