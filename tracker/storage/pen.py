"""The writing half of the diary: what may be done while the lock is held."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from tinydb import TinyDB
from tinydb.table import Document, Table

from tracker.domain.change_log import (
    ENDS,
    ChangeLog,
    profile_changed,
    profile_turned,
    record_changed,
    turned,
)
from tracker.domain.errors import CouldNotSave, NothingToDo
from tracker.storage.batches import Batch
from tracker.storage.last_changes import ERASED_AT, as_meta, log_of, record_of
from tracker.storage.open_session import FINISHED, OPEN_TABLE, WRITES, digest, open_only
from tracker.storage.records import KINDS, Kind, Record, copied, is_sound, without_stamps, year_of_record
from tracker.storage.shelf import Shelf
from tracker.storage.shelves import Shelves

PROFILE_TABLE = "profile"


class Pen:
    """Writes of one change, all stamped with the same instant. Each call is durable when it returns.

    Every method raises `CouldNotSave` (disk, permission) or `Refused` (a file of a newer runlift) and has
    then changed nothing.
    """

    def __init__(self, shelves: Shelves, now: datetime) -> None:
        self._shelves = shelves
        self._now = now
        self._at = now.isoformat()
        self._batch: Batch | None = None

    def tell_as_of(self, instant: datetime) -> None:
        """What is told of the changes that follow: that they were made then, after all that is told already."""
        self._at = instant.isoformat()

    def keep_open(self, record: Record) -> None:
        """Replace the session under way. Its insides are the logbook's, except `base.id` and `base.date`."""
        with self._writing(self._shelves.open, self._one_write_more(), anew=True) as book:
            book.table(OPEN_TABLE).insert(Document(record, doc_id=1))

    def clear_open(self) -> None:
        """No session is under way any more."""
        with self._writing(self._shelves.open, anew=True):
            pass

    def finish(self, session: Record, what: str = "") -> None:
        """Move the session under way into its year: the year file first, then `open.json` is emptied.

        A crash between the two leaves both; the mark in the year file tells that the open one is done with. Where the
        end has a name in *what*, `exchange` can take it back: the session under way stays in the year file as it was.
        """
        self._shelves.open.refuse_if_not_writable()
        under_way = self._under_way
        change = {**self._told("sessions", session, what), ENDS: copied(under_way)} if what else None
        self._put("sessions", [session], change, self._mark(session["id"]))
        self._clear_what_is_finished()

    def lay_aside(self, what: str) -> None:
        """No session is under way any more, as part of the change *what*; `exchange` brings it back."""
        under_way = self._under_way
        if under_way is None:
            return
        shelf = self._shelf_of(under_way["base"])
        told = log_of(shelf).after({"what": what, "at": self._at, ENDS: copied(under_way)})
        with self._writing(shelf, {**as_meta(told), **self._mark(under_way["base"]["id"])}):
            pass
        self._clear_what_is_finished()

    def exchange(self, year: int, *, back: bool, under_way: Record | None = None) -> None:
        """Take the last change that *year* tells of *back*, or make the next one again that was taken back.

        Where it took the session under way away, what is under way changes places too: both files are turned, or
        neither is.

        Args:
            under_way: what is under way with such a change, if anything.

        Raises:
            NothingToDo: if the year tells of no such change.
        """
        shelf = self._shelves.year(year)
        log = log_of(shelf)
        change = _next(log.done[-1:] if back else log.undone[:1])
        if ENDS not in change:
            self._turn(shelf, log, change)
            return
        turned_too = {**change, ENDS: copied(self._under_way)}
        self._shelves.keep_copies(self._shelves.open, self._now)
        with self.batch("Undo" if back else "Redo"):
            self._turn(shelf, log, turned_too, {FINISHED: None})
            if self._batch is not None:
                self._batch.close(lambda book: open_only(book, under_way), self._one_write_more())

    def keep_profile(self, profile: Record, what: str = "") -> None:
        """Replace the profile. A change that has a name in *what* can be taken back by `exchange_profile`."""
        log = log_of(self._shelves.profile)
        told = profile_changed(log, self._profile, profile, what, self._at)
        self._keep_profile(profile, told)

    def exchange_profile(self, *, back: bool) -> None:
        """Take the last change of the profile *back*, or make the next one again that was taken back.

        Raises:
            NothingToDo: if the profile tells of none.
        """
        log = log_of(self._shelves.profile)
        change = _next(log.done[-1:] if back else log.undone[:1])
        profile, told = profile_turned(self._profile or {}, change, self._at)
        self._keep_profile(profile, log.turned(told))

    def put(self, kind: Kind, record: Record, what: str = "", *, joins: bool = False) -> None:
        """Add a record, or replace the one with its `id`, in the file of the year of its `date`.

        `updated_at` and `device` are set here. A record that was in another year this process has read moves. A change
        that has a name in *what* can be taken back by `exchange`; one that *joins* goes with the last that is told.
        """
        if joins:
            self._write(kind, [record], {})
        else:
            self._put(kind, [record], self._told(kind, record, what) if what else None)

    def put_many(self, kind: Kind, records: Iterable[Record]) -> None:
        """`put` for many records, one write a file; several files stand or fall together."""
        self._put(kind, list(records))

    def erase(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        """Mark a record as erased; it stays in the file and can come back.

        Raises:
            NothingToDo: if there is no such record, or it is erased already.
        """
        record = self._found(kind, year, record_id, erased=False)
        self.put(kind, {**record, ERASED_AT: self._now.isoformat()}, what)

    def restore(self, kind: Kind, year: int, record_id: str, what: str = "") -> None:
        """Bring an erased record back.

        Raises:
            NothingToDo: if no such record is erased.
        """
        record = self._found(kind, year, record_id, erased=True)
        self.put(kind, {key: value for key, value in record.items() if key != ERASED_AT}, what)

    def tidy(self, kind: Kind, year: int) -> None:
        """Of records that are in a year twice, word for word, keep one; move those that belong to another year.

        A record stays where it is if the other year has one with its id and different content.
        """
        shelf = self._shelves.year(year)
        documents = [document for document in shelf.book().table(kind) if is_sound(document)]
        if spare := _spare(documents):
            with self._writing(shelf) as book:
                book.table(kind).remove(doc_ids=spare)
        astray = [copied(dict(document)) for document in documents if year_of_record(document) != year]
        self.put_many(kind, [record for record in astray if self._is_free(kind, record)])

    def keep_aside(self, kind: Literal["profile", "open"]) -> None:
        """Keep a copy of a file under a dated name, as something in it makes no sense and is about to go."""
        self._keep_aside(self._shelves.profile if kind == "profile" else self._shelves.open)

    def leave_out(self, year: int, records: Sequence[Record]) -> None:
        """Take records that make no sense out of a year for good; a copy of the file stays under a dated name."""
        shelf = self._shelves.year(year)
        self._keep_aside(shelf)
        with self._writing(shelf, as_meta(log_of(shelf).after_untold(self._at))) as book:
            for kind in KINDS:
                table = book.table(kind)
                table.remove(doc_ids=[each.doc_id for each in table if dict(each) in records])

    def _keep_aside(self, shelf: Shelf) -> None:
        shelf.refuse_if_not_writable()
        self._shelves.notices.append(shelf.keep_aside())

    @contextlib.contextmanager
    def batch(self, label: str) -> Iterator[None]:
        """All writes inside stand or fall together, also across a crash; *label* names them ("Import").

        Batches may be nested; the outermost counts. The session under way is not part of a batch.
        """
        if self._batch is not None:
            yield
            return
        self._batch = Batch(self._shelves, f"{label} of {self._now:%Y-%m-%d %H.%M.%S.%f}")
        try:
            with self._batch.all_or_nothing():
                yield
        finally:
            self._batch = None

    def _put(
        self, kind: Kind, records: list[Record], change: Record | None = None, meta: Record | None = None
    ) -> None:
        """Write records; the year of the first tells of the *change*, or every year that nothing is told."""
        shelves = dict.fromkeys(self._shelves.year(year_of_record(each)) for each in records)
        if change is None:
            untold = [*shelves, *self._leaving(kind, {each["id"]: self._shelf_of(each) for each in records})]
            metas = {each: as_meta(log_of(each).after_untold(self._at)) for each in untold}
        else:
            metas = {each: as_meta(log_of(each).after(change)) for each in list(shelves)[:1]}
        self._write(kind, records, {each: {**told, **(meta or {})} for each, told in metas.items()})

    def _write(self, kind: Kind, records: list[Record], metas: Mapping[Shelf, Record]) -> None:
        arriving: dict[Shelf, dict[str, Record]] = {}
        for record in copied(records):
            arriving.setdefault(self._shelf_of(record), {})[record["id"]] = self._stamped(record)
        leaving = self._leaving(kind, {each: shelf for shelf, found in arriving.items() for each in found})
        touched = dict.fromkeys((*arriving, *leaving, *metas))
        with self.batch("Change") if len(touched) > 1 else contextlib.nullcontext():
            for shelf in touched:
                with self._writing(shelf, metas.get(shelf)) as book:
                    _put_all(book.table(kind), arriving.get(shelf, {}))
                    book.table(kind).remove(doc_ids=leaving.get(shelf, []))

    def _turn(self, shelf: Shelf, log: ChangeLog, change: Record, meta: Record | None = None) -> None:
        """Let the two versions of a changed record, one of which may be none, change places."""
        if "kind" not in change:
            with self._writing(
                shelf, {**as_meta(log.turned(turned(change, None, self._at))), **(meta or {})}
            ):
                return
        kind, other = change["kind"], change["other"]
        here = self._shelves.year(date.fromisoformat(change["date"]).year)
        told = turned(change, record_of(here, kind, change["id"]), self._at)
        told = {**told, "date": (other or change)["date"]}
        metas = {shelf: {**as_meta(log.turned(told)), **(meta or {})}}
        if other is not None:
            self._write(kind, [other], metas)
            return
        with self._writing(shelf, metas[shelf]) as book:
            table = book.table(kind)
            table.remove(doc_ids=[each.doc_id for each in table if each.get("id") == change["id"]])

    @property
    def _under_way(self) -> Record | None:
        return next(iter(self._shelves.open.tables().get(OPEN_TABLE, {}).values()), None)

    @property
    def _profile(self) -> Record | None:
        found = self._shelves.profile.tables().get(PROFILE_TABLE, {})
        return next((copied(record) for record in found.values()), None)

    def _mark(self, session_id: str) -> Record:
        """Meta that tells that what is under way now is in the log under that name."""
        under_way = self._under_way
        mark = None if under_way is None else {"id": session_id, "open": digest(self._shelves, under_way)}
        return {FINISHED: mark}

    def _clear_what_is_finished(self) -> None:
        with contextlib.suppress(CouldNotSave):  # the session is safe, and the mark says the rest
            self.clear_open()

    def _keep_profile(self, profile: Record, log: ChangeLog) -> None:
        with self._writing(self._shelves.profile, as_meta(log), anew=True) as book:
            book.table(PROFILE_TABLE).insert(Document(profile, doc_id=1))

    def _shelf_of(self, record: Record) -> Shelf:
        return self._shelves.year(year_of_record(record))

    def _told(self, kind: Kind, record: Record, what: str) -> Record:
        """A change that is about to put *record* in its place."""
        there = (record_of(each, kind, record["id"]) for each in self._shelves.years_in_use())
        here = record_of(self._shelf_of(record), kind, record["id"])
        other = next((each for each in there if each is not None), here)
        return record_changed(kind, record, other, what, self._at)

    def _one_write_more(self) -> Record:
        """Meta that gives the session under way another name, so that it is not taken for the finished one."""
        return self._stamped({WRITES: self._shelves.open.meta().get(WRITES, 0) + 1})

    def _leaving(self, kind: Kind, home_of: Mapping[str, Shelf]) -> dict[Shelf, list[int]]:
        """Document numbers of the records that are at present in a year they no longer belong to."""
        found = {
            shelf: [
                document.doc_id
                for document in shelf.book().table(kind)
                if home_of.get(str(document.get("id")), shelf) is not shelf
            ]
            for shelf in self._shelves.years_in_use()
        }
        return {shelf: numbers for shelf, numbers in found.items() if numbers}

    def _is_free(self, kind: Kind, record: Record) -> bool:
        there = self._shelves.year(year_of_record(record)).book().table(kind)
        return all(
            without_stamps(document) == without_stamps(record)
            for document in there
            if document.get("id") == record["id"]
        )

    def _found(self, kind: Kind, year: int, record_id: str, *, erased: bool) -> Record:
        for record in self._shelves.year(year).book().table(kind):
            if record.get("id") == record_id and (ERASED_AT in record) == erased:
                return dict(record)
        state = "erased" if erased else "kept"
        raise NothingToDo(f"There is nothing {state} under that name in {year}.")

    def _stamped(self, record: Record) -> Record:
        return {**record, "updated_at": self._now.isoformat(), "device": self._shelves.device}

    @contextlib.contextmanager
    def _writing(self, shelf: Shelf, meta: Record | None = None, *, anew: bool = False) -> Iterator[TinyDB]:
        shelf.refuse_if_not_writable()
        self._shelves.keep_copies(shelf, self._now)
        if self._batch is not None:
            self._batch.touch(shelf)
        with shelf.together(self._stamped(meta or {}), anew=anew) as book:
            yield book
        if self._batch is None:
            self._shelves.keep_latest(shelf)


def _next(changes: Sequence[Record]) -> Record:
    if not changes:
        raise NothingToDo("There is no such change to take back, or to make again.")
    return changes[0]


def _spare(documents: list[Document]) -> list[int]:
    """The numbers of all documents but the first of each content."""
    kept: dict[str, list[Record]] = {}
    spare = []
    for document in documents:
        alike = kept.setdefault(document["id"], [])
        if without_stamps(document) in alike:
            spare.append(document.doc_id)
        alike.append(without_stamps(document))
    return spare


def _put_all(table: Table, records: dict[str, Record]) -> None:
    """Replace what is there by id, add the rest: two passes over the table, however many records."""
    there = {document.doc_id: document["id"] for document in table if document.get("id") in records}

    def replace(document: MutableMapping[str, Any]) -> None:
        record = records[document["id"]]
        document.clear()
        document.update(record)

    table.update(replace, doc_ids=there)
    table.insert_multiple(record for record_id, record in records.items() if record_id not in there.values())
