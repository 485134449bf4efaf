"""The few things done to files and folders, each durable once the call returns."""

import contextlib
import errno
import os
from functools import lru_cache
from pathlib import Path

from tracker.storage.trouble import reading

_NO_SUCH_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMP_ENDING = ".tmp"


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing if there is no such folder.

    Raises:
        Damaged: if it may not be read.
    """
    with reading(folder):
        try:
            with os.scandir(folder) as found:
                return list(found)
        except (FileNotFoundError, NotADirectoryError):
            return []


@lru_cache(maxsize=64)
def temp_of(path: Path) -> Path:
    """The temp file beside *path*. One writer at a time holds the lock, so one name is enough."""
    return path.with_name(f".{path.name}{TEMP_ENDING}")


def replace_whole(path: Path, content: bytes, *, keep_at: Path | None = None) -> None:
    """Put *content* at *path*: after a crash at any moment the file holds all of the old or all of the new.

    *keep_at*, if given, becomes the name of the file as it was before.

    Raises:
        OSError: if it failed; *path* is as it was.
    """
    temp = temp_of(path)
    try:
        try:
            _write_durably(temp, content)
        except FileNotFoundError:
            make_folder(path.parent)
            _write_durably(temp, content)
        second = None if keep_at is None else _second_name(path, keep_at)
        temp.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
        raise
    if second is not None and keep_at is not None:
        with contextlib.suppress(OSError):  # the file itself is saved
            second.replace(keep_at)
    sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Remove the temp files that a killed process left in a folder. Lock held, so nobody else is writing one."""
    for entry in entries(folder):
        if is_temp(entry.name):
            Path(entry).unlink(missing_ok=True)


def is_temp(name: str) -> bool:
    """Whether a file name is one of `temp_of`."""
    return name.startswith(".") and name.endswith(f".json{TEMP_ENDING}")


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
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # Windows, or a folder that may be entered and not listed
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_SYNC:
            raise
    finally:
        os.close(descriptor)


def _write_durably(temp: Path, content: bytes) -> None:
    descriptor = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _second_name(path: Path, keep_at: Path) -> Path | None:
    """Give the present file a second name beside *keep_at*: a link, or a copy where links are not known (Termux).

    It takes its place only when the new file has taken the first name: until then it is the same file, and harm
    to one would be harm to both. None if there is no file, or no way to keep it: that must not stop a set from
    being saved.
    """
    second = temp_of(keep_at)
    try:
        second.hardlink_to(path)
    except OSError:
        return _second_name_anew(path, second)
    return second


def _second_name_anew(path: Path, second: Path) -> Path | None:
    if not path.exists():
        return None
    try:
        make_folder(second.parent)
        second.unlink(missing_ok=True)
        try:
            second.hardlink_to(path)
        except OSError:
            _write_durably(second, path.read_bytes())
    except OSError:
        return None
    return second
