"""What storage did by itself and a person should hear of, each as one sentence."""

from typing import NamedTuple

from tracker.storage.places import LATEST


class SetAside(NamedTuple):
    """A file was damaged or missing; names are relative to the home.

    `kept_as` is where the damaged file is now, None if there was none; `opened_from` is the backup that took
    its place, None if there was no good one and the file starts empty.
    """

    file: str
    why: str
    kept_as: str | None
    opened_from: str | None

    @property
    def sentence(self) -> str:
        """Both names, and what it means."""
        if self.kept_as is None:
            begin = f"{self.file} was missing"
        else:
            begin = f"{self.file} could not be read ({self.why}) and is kept as {self.kept_as}"
        if self.opened_from is None:
            return f"{begin}; there is no good backup, so it starts empty."
        if self.opened_from.startswith(LATEST):
            return f"{begin}; the backup {self.opened_from}, made after the last write, was opened."
        return f"{begin}; the backup {self.opened_from} was opened: look whether the last entries are there."


class RolledBack(NamedTuple):
    """A batch over several files had been interrupted; all of its files are as they were before it."""

    batch: str
    files: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What was taken back, and what to do."""
        return (
            f"{self.batch} was interrupted and has been taken back ({', '.join(self.files)}); start it again."
        )


class NotBackedUp(NamedTuple):
    """A copy of a file could not be made; the file itself was saved."""

    file: str
    why: str

    @property
    def sentence(self) -> str:
        """Which copy is missing, and why."""
        return f"{self.file} was saved, but a backup of it could not be made: {self.why}."


class KeptAside(NamedTuple):
    """Something in a file made no sense and has gone from it; the file as it was is there under another name."""

    file: str
    kept_as: str

    @property
    def sentence(self) -> str:
        """Where it is now."""
        return f"{self.file} as it was is kept as {self.kept_as}."


Notice = SetAside | KeptAside | RolledBack | NotBackedUp
