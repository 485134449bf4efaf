"""The few things done to files and folders, each durable once the call returns."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracker.domain.errors import CouldNotSave

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_SUCH_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMP_ENDING = ".tmp"


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it; each write makes a new inode."""

    modified_ns: int
    size: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file as it is now, or None if there is no such file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read_with_stamp(path: Path) -> tuple[bytes, Stamp]:
    """A file's bytes and the stamp that belongs to exactly these bytes."""
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        return file.read(), Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def temp_of(path: Path) -> Path:
    """The temp file beside *path*. One writer at a time holds the lock, so one name is enough."""
    return path.with_name(f".{path.name}{TEMP_ENDING}")


def replace_whole(path: Path, content: bytes, *, keep_at: Path | None = None) -> None:
    """Put *content* at *path*: after a crash at any moment the file holds all of the old or all of the new.

    *keep_at*, if given, becomes the name of the file as it was before.

    Raises:
        OSError: if it failed; *path* is as it was.
    """
    make_folder(path.parent)
    temp = temp_of(path)
    try:
        _write_durably(temp, content)
        if keep_at is not None:
            _keep(path, keep_at)
        temp.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def copy_whole(source: Path, target: Path) -> None:
    """A durable copy with bytes of its own, so that harm to one file leaves the other alone."""
    replace_whole(target, source.read_bytes())


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; nothing happens if it is there."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=FOLDER_MODE)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system knows how to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_SYNC:
            raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn what the system says about a failed write of *path* into one sentence.

    Raises:
        CouldNotSave: for any OSError inside.
    """
    try:
        yield
    except OSError as error:
        raise CouldNotSave(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"The disk is full: {path.name} was not saved and is as it was. Free some space and try again."
    if error.errno in _FORBIDDEN:
        return f"{path.name} was not saved: runlift may not write in {path.parent}."
    return f"{path.name} was not saved in {path.parent} and is as it was: {error.strerror or error}."


def _write_durably(temp: Path, content: bytes) -> None:
    descriptor = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep(path: Path, keep_at: Path) -> None:
    """Give the present file a second name. It costs no copy; where links are not known (Termux), it does."""
    make_folder(keep_at.parent)
    temp = temp_of(keep_at)
    temp.unlink(missing_ok=True)
    try:
        temp.hardlink_to(path)
    except FileNotFoundError:
        return
    except OSError:
        _write_durably(temp, path.read_bytes())
    temp.replace(keep_at)
