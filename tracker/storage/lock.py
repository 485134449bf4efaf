"""One lock for the length of a change, so that two writers take turns."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.storage.disk import make_folder
from tracker.storage.trouble import saving

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE_S = 5.0
"""How long a change waits for another writer before it gives up."""


class HomeLock:
    """Held by one process at a time; within the process it may be taken again by whoever holds it."""

    def __init__(self, home: Path, patience_s: float = PATIENCE_S) -> None:
        self._path = home / ".lock"
        self._patience_s = patience_s
        self._file: BaseFileLock | None = None
        self._depth = 0
        self._turns = 0
        self.threads = threading.RLock()
        """Also taken, alone, by readers, so that a thread never reads tables that another is changing."""

    @property
    def turn(self) -> int | None:
        """The number of this turn while the lock is held: nobody else writes until it ends. None if it is not."""
        return self._turns if self._depth else None

    @contextlib.contextmanager
    def held(self, *, patience_s: float | None = None) -> Iterator[None]:
        """Hold the lock; wait at most *patience_s* seconds for it.

        Raises:
            Refused: if another process keeps it longer.
            CouldNotSave: if the home may not be written.
        """
        with self.threads:
            if self._depth == 0:
                self._take(self._patience_s if patience_s is None else patience_s)
                self._turns += 1
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0 and self._file is not None:
                    self._file.release()

    def _take(self, patience_s: float) -> None:
        from filelock import FileLock, Timeout  # 25 ms, not paid by those who only read

        if self._file is None:
            self._file = FileLock(self._path, thread_local=False)
        with saving(self._path.with_name("diary")):
            make_folder(self._path.parent)
            try:
                self._file.acquire(timeout=patience_s, poll_interval=0.01)
            except Timeout as error:
                raise Refused(
                    f"Another runlift{_named(_holder(self._path))} is writing in {self._path.parent}; "
                    "nothing was changed. Try again in a moment."
                ) from error


def _named(holder: int | None) -> str:
    return "" if holder is None else f" (process {holder})"


def _holder(path: Path) -> int | None:
    """The process that holds the lock, where the system tells (Linux does)."""
    try:
        found = path.stat()
        device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
        rows = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except (OSError, AttributeError):
        return None
    return next((int(row.split()[4]) for row in rows if device in row.split()), None)
