"""A session as a checklist: exercises, and under each its sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean, fit, left, longest_that_fits, right

_TEXT_AT = 5
_LOAD = 22
"""Cells for the loads, enough for "bw + 13.75 kg × 10/12": always as many, so that nothing moves when a row grows."""

_SIGNS_FROM = 5
_EFFORT = 7
_RAIL = "│"


class Mark(NamedTuple):
    """How a state is shown: never by colour alone."""

    glyph: str
    ink: str
    word: str = ""


MARKS = {
    "done": Mark("✓", "done"),
    "now": Mark("▶", "now"),
    "next": Mark("·", "next"),
    "warmup": Mark("◦", "quiet", "warm-up"),
    "skipped": Mark("~", "quiet", "skipped"),
    "modified": Mark("≈", "accent", "modified"),
}


class Exercise(NamedTuple):
    """The head of an exercise.

    Attributes:
        key: posted when it is clicked.
        number: its place in the session.
        name: as people read it.
        tag: whispered after the name, "L/R", "top set + 2".
        state: "", "skipped" or "modified".
        current: the exercise that holds the set to do now.
        word: whispered behind the tag while there is room, "superset".
        joined: it goes with the exercise above it; a rail at the side shows it.
        shorter: other names, the longest first, used where the name and what belongs beside it do not fit.
    """

    key: str
    number: str
    name: str
    tag: str = ""
    state: str = ""
    current: bool = False
    word: str = ""
    joined: bool = False
    shorter: tuple[str, ...] = ()


class SetLine(NamedTuple):
    """One set.

    Attributes:
        key: posted when it is clicked.
        state: a key of `MARKS`.
        load: "22.5 kg × 5", "45 s", "8 each side".
        effort: "@8".
        word: said after it; the state's own word when empty.
    """

    key: str
    state: str
    load: str
    effort: str = ""
    word: str = ""


Row = Exercise | SetLine


class _Marks(NamedTuple):
    """What stands below a head, on a row of its own, because it does not fit beside the name."""

    key: str
    text: str


_Shown = Row | _Marks | None


def _always(_: Exercise) -> bool:
    return True


def _apart(head: Exercise) -> bool:
    return not head.joined


class SetList(Drawing):
    """The checklist. One widget, drawn line by line: only what is visible is drawn.

    Blank lines stand between exercises while there is room, a rail runs along those that go together. A longer
    list scrolls, keeps the cursor in view and says how much is above and below. Warm-ups and heads are shown but
    the cursor passes over them, unless a head stands alone.

    Attributes:
        rows_shown: heads and sets in order.
        cursor: the key of the row under the cursor.
    """

    DEFAULT_CSS = "SetList { height: 1fr; }"

    rows_shown: reactive[tuple[Row, ...]] = reactive(())
    cursor: reactive[str] = reactive("")

    @dataclass
    class _About(Message):
        set_list: "SetList"
        key: str

        @property
        def control(self) -> "SetList":
            return self.set_list

    class RowChosen(_About):
        """A row was clicked, or `choose` was called."""

    class CursorMoved(_About):
        """The cursor stands on another row because the person moved it."""

    def __init__(
        self,
        rows_shown: tuple[Row, ...] = (),
        cursor: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._top = 0
        self._follow = True
        self.rows_shown = rows_shown
        self.cursor = cursor

    def watch_cursor(self) -> None:
        self._follow = True

    def watch_rows_shown(self) -> None:
        self._follow = True

    def move(self, step: int) -> None:
        """Move the cursor by *step* sets; it stops at both ends."""
        stops = self._stops()
        if not stops:
            return
        at = stops.index(self.cursor) + step if self.cursor in stops else 0
        key = stops[min(max(at, 0), len(stops) - 1)]
        if key != self.cursor:
            self.cursor = key
            self.post_message(self.CursorMoved(self, key))

    def choose(self) -> None:
        """Choose the row under the cursor, as a click does."""
        if self.cursor:
            self.post_message(self.RowChosen(self, self.cursor))

    def _stops(self) -> list[str]:
        stops: list[str] = []
        following: Sequence[Row | None] = (*self.rows_shown[1:], None)
        for row, after in zip(self.rows_shown, following, strict=True):
            alone = isinstance(row, Exercise) and not isinstance(after, SetLine)
            if alone or (isinstance(row, SetLine) and row.state != "warmup"):
                stops.append(row.key)
        return stops

    def _spread(self, room: Size) -> list[_Shown]:
        """The rows with a blank before each further exercise if that fits, else between those that do not go
        together, else with none.
        """
        for between in (_always, _apart):
            spread: list[_Shown] = []
            for row in self.rows_shown:
                if spread and isinstance(row, Exercise) and between(row):
                    spread.append(None)
                spread += self._with_marks(row, room.width)
            if len(spread) <= room.height:
                return spread
        return [each for row in self.rows_shown for each in self._with_marks(row, room.width)]

    def _with_marks(self, row: Row, width: int) -> list[_Shown]:
        below = self._that_fit(row, width - _TEXT_AT)[3] if isinstance(row, Exercise) else ""
        return [row, _Marks(row.key, below)] if below else [row]

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        spread = self._spread(room)
        self._top = self._scrolled(spread, height)
        rails = self._rails(spread)
        column = min(_LOAD, max(width - _TEXT_AT - 6, 1))
        shown = list(zip(spread, rails, strict=True))[self._top : self._top + height]
        lines = [self._row(row, rail, width, column) for row, rail in shown]
        below = len(spread) - self._top - height
        if height >= _SIGNS_FROM and self._top > 0:
            lines[0] = [Piece(fit(f"   ↑ {self._top + 1} above", width), "quiet")]
        if height >= _SIGNS_FROM and below > 0:
            lines[-1] = [Piece(fit(f"   ↓ {below + 1} more", width), "quiet")]
        return lines

    def _scrolled(self, spread: list[_Shown], height: int) -> int:
        """The first visible row: as before, unless the cursor would be out of view."""
        last = max(0, len(spread) - height)
        top = min(self._top, last)
        at = next((n for n, row in enumerate(spread) if row is not None and row.key == self.cursor), None)
        if self._follow and at is not None:
            margin = 1 if height >= _SIGNS_FROM else 0
            headroom = at
            while margin and headroom and isinstance(spread[headroom - 1], Exercise | _Marks):
                headroom -= 1
            if headroom - margin < top:
                top = headroom - margin
            if at + margin >= top + height:
                top = at + margin - height + 1
            top = min(max(top, 0), last)
        return top

    def _rails(self, spread: Sequence[_Shown]) -> list[str]:
        """What stands at the side of every row: a rail from the first of those that go together to the last set."""
        joined = [row.joined for row in spread if isinstance(row, Exercise)] + [False]
        rails: list[str] = []
        at = -1
        for row in spread:
            at += isinstance(row, Exercise)
            below = joined[at + 1]
            along = below if row is None else below or (at >= 0 and joined[at])
            rails.append(_RAIL if along and not isinstance(row, Exercise) else "")
        return rails

    def _row(self, row: _Shown, rail: str, width: int, column: int) -> Line:
        if row is None:
            return [Piece(f" {rail}", "faint")] if rail else []
        ground = " raised" if row.key in (self.cursor, self.hovered) else ""
        astray = row.key == self.cursor and getattr(row, "state", "") != "now"
        line: Line = [Piece("›" if astray else " ", f"accent{ground}", row.key)]
        room = width - _TEXT_AT
        if isinstance(row, Exercise):
            pieces = self._head(row, room, ground)
        elif isinstance(row, _Marks):
            pieces = [
                Piece(left(rail, _TEXT_AT - 1), f"faint{ground}"),
                Piece(fit(row.text, room), f"quiet{ground}"),
            ]
        else:
            pieces = self._set(row, rail, room, column, ground)
        line += [piece._replace(target=row.key) for piece in pieces]
        if width_of(line) < width:
            line.append(Piece(" " * (width - width_of(line)), ground.strip(), row.key))
        return line

    def _head(self, row: Exercise, room: int, ground: str) -> Line:
        number = right(row.number, 2) + " "
        mark = MARKS.get(row.state, Mark("", ""))
        name, tag, tail, _ = self._that_fit(row, room)
        name_ink = "quiet" if row.state == "skipped" else "strong" if row.current else ""
        return [
            Piece(number, "filled" if row.current else f"quiet{ground}"),
            Piece(" ", ground),
            Piece(name, f"{name_ink}{ground}"),
            *([Piece(f"  {tag}", f"quiet{ground}")] if tag else []),
            *([Piece(f"  {tail}", f"{mark.ink}{ground}")] if tail else []),
        ]

    @staticmethod
    def _that_fit(row: Exercise, room: int) -> tuple[str, str, str, str]:
        """Name, marks and state in *room* cells, and the marks once more where they need a row of their own.

        A mark says how to lift and is never lost: shorter names come before that, and then a row below.
        """
        titles = tuple(map(clean, (row.name, *row.shorter)))
        tag, word = clean(row.tag), clean(row.word)
        marks = " · ".join(each for each in (tag, word) if each)
        mark = MARKS.get(row.state, Mark("", ""))
        tails = (f"{mark.glyph} {mark.word}", mark.glyph) if mark.word else ("",)
        for beside in (marks, ""):
            for title in titles:
                for tail in tails:
                    if sum(cells(each) + 2 for each in (title, beside, tail) if each) - 2 <= room:
                        return title, beside, tail, "" if beside else marks
        tail = tails[-1]
        return fit(titles[-1], room - (cells(tail) + 2 if tail else 0)), "", tail, marks

    def _set(self, row: SetLine, rail: str, room: int, column: int, ground: str) -> Line:
        column = max(column, min(cells(clean(row.load)), room - _EFFORT))
        mark = MARKS.get(row.state, MARKS["next"])
        load_ink = {"now": "strong", "done": ""}.get(row.state, mark.ink)
        effort = fit(row.effort, max(0, room - column - 1))
        word = longest_that_fits((row.word or mark.word,), room - column - (_EFFORT if effort else 1))
        if word and effort:
            effort = left(effort, _EFFORT - 1)
        return [
            Piece(left(rail, 2), f"faint{ground}"),
            Piece(f"{mark.glyph} ", f"{mark.ink}{ground}"),
            Piece(left(row.load, column) + " ", f"{load_ink}{ground}"),
            Piece(effort, f"{mark.ink}{ground}"),
            Piece(word, f"quiet{ground}"),
        ]

    def on_click(self, event: events.Click) -> None:
        if key := self.target_of(event):
            event.stop()
            if key in self._stops():
                self.cursor = key
            self.post_message(self.RowChosen(self, key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll_by(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll_by(event, -1)

    def _scroll_by(self, event: events.MouseEvent, step: int) -> None:
        last = max(0, len(self._spread(self.content_size)) - self.content_size.height)
        if last:
            event.stop()
            self._follow = False
            self._top = min(max(self._top + step, 0), last)
            self.refresh()
