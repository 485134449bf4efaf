"""A TinyDB storage that replaces its file whole, and knows when another process has done so."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic_core import from_json
from tinydb.storages import Storage

from tracker.storage.disk import replace_whole
from tracker.storage.records import Tables, written
from tracker.storage.stamp import Stamp, read_with_stamp, stamp_of
from tracker.storage.trouble import saving


class UnreadableError(Exception):
    """The file is there and its bytes are not tables of records; the text says why."""


def parsed(content: bytes) -> Tables:
    """Tables of records from the bytes of a file.

    Raises:
        UnreadableError: if the bytes are not JSON, or not of this shape.
    """
    try:
        tables: Any = from_json(content, cache_strings="keys")
    except ValueError as error:
        raise UnreadableError(f"not JSON ({error})" if content else "empty") from error
    if not isinstance(tables, dict):
        raise UnreadableError("not a set of tables")
    for name, table in tables.items():
        if not isinstance(table, dict) or not all(
            number.isdecimal() and isinstance(record, dict) for number, record in table.items()
        ):
            raise UnreadableError(f"{name} is not a table of records")
    return tables


class SafeJSONStorage(Storage):
    """Tables in one JSON file. What `read` returns is the kept value itself: copy before handing it on."""

    def __init__(self, path: Path, *, before: Path | None = None, indent: int | None = None) -> None:
        """*before* is where the file as it was before each write stays; *indent* makes the file roomy."""
        self.path = path
        self._before = before
        self._indent = indent
        self._kept: Tables | None = None
        self._content: bytes | None = None  # instead of the tables, until somebody asks for them
        self.seen: Stamp | None = None
        self._gathering = False

    def read(self) -> Tables | None:
        """The tables, parsed anew only if the file has moved; None if there is no file.

        Raises:
            UnreadableError: if the file is damaged.
            OSError: if it may not be read.
        """
        if not self._gathering and not self.is_current():
            try:
                content, stamp = read_with_stamp(self.path)
            except FileNotFoundError:
                self.forget()
                return None
            self.keep(parsed(content), stamp)
        return self.tables()

    def tables(self) -> Tables | None:
        """The tables as they were last read or written, without a look at the file."""
        if self._kept is None and self._content is not None:
            self._kept, self._content = parsed(self._content), None
        return self._kept

    def is_current(self) -> bool:
        """Whether what is kept is the file as it is now."""
        return (self._kept is not None or self._content is not None) and self.seen == stamp_of(self.path)

    def keep(self, tables: Tables, stamp: Stamp | None) -> None:
        """Take *tables* for the content of the file in the state *stamp*."""
        self._kept, self._content, self.seen = tables, None, stamp

    def forget(self) -> None:
        """Keep nothing; the next read goes to the file."""
        self._kept = self._content = self.seen = None

    def write(self, data: Tables) -> None:
        """Replace the file, durably; inside `together`, when that ends.

        Raises:
            CouldNotSave: if it failed; the file is as it was.
        """
        self._kept = data
        if not self._gathering:
            self._save()

    @contextlib.contextmanager
    def together(self, *, anew: bool = False) -> Iterator[None]:
        """Several changes of tables as one write of the file; none of them if one fails.

        *anew* begins with no tables; the records need not be copies then, as they are let go after the write.
        """
        if anew:
            self.forget()
        self._gathering = True
        try:
            yield
        except BaseException:
            self.forget()  # TinyDB has changed the kept value already
            raise
        finally:
            self._gathering = False
        content = self._save()
        if anew:
            self._kept, self._content = None, content

    def _save(self) -> bytes:
        try:
            content = written(self._kept, self._indent) + b"\n"
            with saving(self.path):
                replace_whole(self.path, content, keep_at=self._before)
                self.seen = stamp_of(self.path)
        except BaseException:
            self.forget()
            raise
        return content
