"""What the system says when a file cannot be read or written, as one sentence for a person."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from tracker.domain.errors import CouldNotSave, Damaged

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a failed read of *path* into one sentence.

    Raises:
        Damaged: for any OSError inside.
    """
    try:
        yield
    except OSError as error:
        raise Damaged(f"{path} may not be read: {error.strerror or error}.") from error


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
