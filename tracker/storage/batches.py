"""Changes of several files that stand or fall together.

Before a batch first touches a file, a copy of it is laid by and its name is noted in the meta of `open.json`,
under the id of the batch. The note goes when the batch is complete. Whoever holds the lock and finds a note
knows that the batch was interrupted, and puts the copies back.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tinydb import TinyDB

from tracker.domain.errors import CouldNotSave
from tracker.storage.disk import copy_whole, sync_folder
from tracker.storage.notices import RolledBack
from tracker.storage.records import Record
from tracker.storage.shelf import RESTORED_FROM, Shelf
from tracker.storage.shelves import Shelves
from tracker.storage.trouble import saving

NOTE = "batch"


class Batch:
    """One batch by its id. The lock is held from begin to end."""

    def __init__(self, shelves: Shelves, batch_id: str) -> None:
        self.id = batch_id
        self._shelves = shelves
        self._folder = copies_folder(shelves, batch_id)
        self._files: dict[str, bool] = {}

    def touch(self, shelf: Shelf) -> None:
        """Lay a copy of a file by before it is first written.

        Raises:
            CouldNotSave: if there is no room for it; the file has not been touched then.
            Refused: if the file is of a newer runlift.
        """
        if shelf.name in self._files or shelf is self._shelves.open:
            return
        shelf.refuse_if_not_writable()
        was_there = shelf.path.exists()
        if not was_there and self._shelves.backups.copies(shelf.name):
            raise CouldNotSave(
                f"{shelf.name} is missing and could not be replaced by its backup; nothing was saved."
            )
        if was_there:
            with saving(self._folder / shelf.name):
                copy_whole(shelf.path, self._folder / shelf.name)
        noted = {**self._files, shelf.name: was_there}
        with self._shelves.open.together({NOTE: {"id": self.id, "files": noted}}):
            self._files = noted

    def close(self, and_then: Callable[[TinyDB], None] = lambda _: None, meta: Record | None = None) -> None:
        """The batch is complete: the note goes, then the copies.

        *and_then* may change `open.json` in the same write, which takes *meta* up.

        Raises:
            CouldNotSave: if the note cannot be removed; the batch is still open then.
        """
        if self._files:
            with self._shelves.open.together({NOTE: None, **(meta or {})}) as book:
                and_then(book)
            written, self._files = tuple(self._files), {}
            self.drop_copies()
            for name in written:
                self._shelves.keep_latest(self._shelves.shelf(name))
            self._forget_the_note()

    def _forget_the_note(self) -> None:
        """The backup of `open.json` is not to bring the note of a complete batch back."""
        opened = self._shelves.open
        with contextlib.suppress(OSError):
            copy_whole(opened.path, self._shelves.backups.before(opened.name))

    @contextlib.contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Close the batch at the end, or put every file back if anything is raised."""
        try:
            yield
            self.close()
        except BaseException:
            self._shelves.forget()
            roll_back(self._shelves)
            self.drop_copies()
            raise

    def drop_copies(self) -> None:
        """The copies are of no use any more."""
        shutil.rmtree(self._folder, ignore_errors=True)


def is_unfinished(shelves: Shelves) -> bool:
    """Whether a batch is noted: under way in another process, or interrupted."""
    return NOTE in shelves.open.meta()


def roll_back(shelves: Shelves) -> RolledBack | None:
    """Put every file of an interrupted batch back as it was. Lock held. Harmless when repeated.

    Raises:
        CouldNotSave: if a file cannot be put back; the batch stays noted and nothing else may be written.
    """
    note = shelves.open.meta().get(NOTE)
    if note is None:
        return None
    batch_id, files = note["id"], note["files"]
    folder = copies_folder(shelves, batch_id)
    if RESTORED_FROM in shelves.open.meta() and not folder.exists():
        # A backup from inside a batch that has been completed since.
        with shelves.open.together({NOTE: None, RESTORED_FROM: shelves.open.meta()[RESTORED_FROM]}):
            return None
    for name, was_there in files.items():
        shelf = shelves.shelf(name)
        with saving(shelf.path):
            _put_back(shelves, shelf, folder / name, was_there)
    with shelves.open.together({NOTE: None}):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    return RolledBack(batch_id, tuple(files))


def copies_folder(shelves: Shelves, batch_id: str) -> Path:
    """Where the copies of a batch are laid by."""
    return shelves.backups.unfinished / batch_id.replace("/", "-").replace("\\", "-")


def _put_back(shelves: Shelves, shelf: Shelf, copy: Path, was_there: bool) -> None:
    shelf.forget()
    shelves.backups.before(shelf.name).unlink(missing_ok=True)  # it may hold a state from inside the batch
    if was_there:
        if copy.exists():  # else it is back already
            copy.replace(shelf.path)
    else:
        shelf.path.unlink(missing_ok=True)
        for dated in shelves.backups.copies(shelf.name):
            dated.unlink()
    with contextlib.suppress(FileNotFoundError):
        sync_folder(shelf.path.parent)
