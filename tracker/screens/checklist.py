"""The session as a checklist: rows, marks, and where the cursor goes."""

from tracker.domain import rounds
from tracker.domain.adapting.ladder import Library
from tracker.domain.session import Entry, Session, SetKind, SetRow
from tracker.domain.units import Unit
from tracker.domain.words.figures import show_rpe
from tracker.domain.words.said_set import set_of
from tracker.logbook import Where
from tracker.screens.spoken import row_of, shorter_names
from widgets.set_list import MARKS, Exercise, Row, SetLine

_TAGS = {"top": "top set", "ramp": "find a start weight"}


def key_of(where: Where, session: Session) -> str:
    """The key of a row: ``1.0``, or ``1`` for an exercise at its head."""
    if where.row < len(session.entries[where.entry].sets):
        return f"{where.entry}.{where.row}"
    return str(where.entry)


def where_of(key: str) -> Where | None:
    """The place a key stands for; a head means its next set, -1. None for a warm-up."""
    entry, _, row = key.partition(".")
    if row.startswith("w") or not entry.isdecimal():
        return None
    return Where(int(entry), int(row) if row else -1)


def row_at(session: Session, where: Where) -> SetRow | None:
    """The row at a place; None at the head of an exercise without sets."""
    rows = session.entries[where.entry].sets
    return rows[where.row] if 0 <= where.row < len(rows) else None


def is_there(session: Session, where: Where | None) -> bool:
    """Whether the place still exists."""
    if where is None or where.entry >= len(session.entries):
        return False
    rows = session.entries[where.entry].sets
    return 0 <= where.row < max(len(rows), 1)


def next_open(session: Session, after: Where | None = None) -> Where:
    """The next set to do, else where it was."""
    found = rounds.next_open(session, after)
    if found is not None:
        return found
    if after is not None and is_there(session, after):
        return after
    last = len(session.entries) - 1
    return Where(last, max(0, len(session.entries[last].sets) - 1))


def last_done(session: Session) -> Where | None:
    """The set that was logged last."""
    done = [
        (row.done.at, Where(at, number))
        for at, entry in enumerate(session.entries)
        for number, row in enumerate(entry.sets)
        if row.done is not None
    ]
    return max(done, key=lambda each: each[0])[1] if done else None


def rows(session: Session, cursor: Where | None, library: Library, unit: Unit) -> tuple[Row, ...]:
    """Every row for `widgets.set_list.SetList`."""
    found: list[Row] = []
    for at, (entry, label) in enumerate(zip(session.entries, rounds.labels(session), strict=True)):
        here = cursor is not None and cursor.entry == at
        state = "skipped" if entry.skipped is not None else "modified" if entry.modified else ""
        exercise = library[entry.exercise]
        word = label.kind if label.begins else ""
        joined = bool(label.kind) and not label.begins
        shorter = shorter_names(exercise)
        head = Exercise(str(at), str(label), exercise.name, _tag(entry), state, here, word, joined, shorter)
        found.append(head)
        if not entry.performed and entry.skipped is None:
            found += [
                SetLine(f"{at}.w{n}", "warmup", set_of(entry, warm, unit))
                for n, warm in enumerate(entry.warmup)
            ]
        for number in range(len(entry.sets)):
            now = here and cursor is not None and cursor.row == number
            found.append(_line(entry, at, number, unit, now=now))
    return tuple(found)


def preview(session: Session, day: str, library: Library, unit: Unit) -> tuple[Row, ...]:
    """The rows of a session that is still to come, under its name and day."""
    return (Exercise("next", "", session.name, day), *rows(session, None, library, unit))


def groups(session: Session, cursor: Where | None) -> tuple[tuple[str, ...], ...]:
    """The marks of each exercise for `widgets.set_list.SetStrip`."""
    return tuple(
        tuple(_state(entry, row, now=cursor == Where(at, number)) for number, row in enumerate(entry.sets))
        for at, entry in enumerate(session.entries)
    )


def just_logged(session: Session) -> str:
    """The set logged last and how hard it was, for the strip: ``✓ @8.5``."""
    where = last_done(session)
    row = row_at(session, where) if where is not None else None
    if row is None or row.done is None:
        return ""
    return f"{MARKS['done'].glyph} {show_rpe(row.done.rpe)}".rstrip()


def joined(session: Session) -> tuple[int, ...]:
    """Which exercises take turns with the one before them, for the strip."""
    labels = enumerate(rounds.labels(session))
    return tuple(at for at, label in labels if label.kind and not label.begins)


def _line(entry: Entry, at: int, number: int, unit: Unit, *, now: bool) -> SetLine:
    row = entry.sets[number]
    asked = row.done or row.planned
    if asked is None:
        return SetLine(f"{at}.{number}", "next", "")
    effort = show_rpe(row.done.rpe if row.done else row.planned.rpe if row.planned else None)
    return SetLine(f"{at}.{number}", _state(entry, row, now=now), row_of(entry, asked, unit), effort)


def _state(entry: Entry, row: SetRow, *, now: bool) -> str:
    if row.done is not None:
        return "done"
    if entry.skipped is not None:
        return "skipped"
    return "now" if now else "next"


def _tag(entry: Entry) -> str:
    kinds = [row.planned.kind for row in entry.sets if row.planned is not None]
    said = []
    if entry.per_side:
        said.append("L/R")
    if SetKind.RAMP in kinds:
        said.append(_TAGS["ramp"])
    elif SetKind.TOP in kinds and SetKind.BACKOFF in kinds:
        said.append(f"{_TAGS['top']} + {kinds.count(SetKind.BACKOFF)}")
    if entry.note:
        said.append("note")
    return " · ".join(said)
