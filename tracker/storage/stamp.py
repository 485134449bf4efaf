"""How to tell, without reading a file, whether it has changed."""

import os
from pathlib import Path
from typing import NamedTuple, Self


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it; each write makes a new inode."""

    modified_ns: int
    size: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> Self:
        """The stamp in what the system tells about a file."""
        return cls(found.st_mtime_ns, found.st_size, found.st_ino)


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file as it is now, or None if there is no such file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stamp.of(found)


def read_with_stamp(path: Path) -> tuple[bytes, Stamp]:
    """A file's bytes and the stamp that belongs to exactly these bytes."""
    with path.open("rb") as file:
        return file.read(), Stamp.of(os.fstat(file.fileno()))
