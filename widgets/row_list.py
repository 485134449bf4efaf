"""A long list in columns: heads that group it, a cursor, and only what is in view is drawn."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, cut, width_of
from widgets.text import cells, clean, fit, left, right, wrap

_POINTER, _GAP, _BAR = 2, 2, 1
_LEAST_FLEX = 14
_LEAST_TEXT = 5


class Cell(NamedTuple):
    """A text in a row.

    Attributes:
        ink: roles of `widgets.drawing`.
        tint: a theme variable or a colour, instead of the ink's own.
        aside: whispered at the end of the cell where there is room for both.
    """

    text: str = ""
    ink: str = ""
    tint: str = ""
    aside: str = ""


class Column(NamedTuple):
    """A column.

    Attributes:
        most: its widest; it is as wide as its widest cell otherwise.
        flex: it takes what is left; one column does.
        to_right: figures stand at the right of their column.
        rank: 0 stays; the highest leaves first where it is narrow.
        least: cells that the flexible one keeps, if it has so much to say; the others leave for it.
    """

    most: int = 40
    flex: bool = False
    to_right: bool = False
    rank: int = 0
    least: int = _LEAST_FLEX


class ListRow(NamedTuple):
    """One row; without a key it is a head, which the cursor passes over."""

    key: str
    cells: tuple[Cell, ...]


class RowList(Drawing):
    """Rows under a cursor.

    Attributes:
        columns: of every row that is no head.
        rows_shown: from the top.
        cursor: the key of the row under the cursor.
        active: keys go here; otherwise the cursor is only marked.
        empty: said where there are no rows.
    """

    DEFAULT_CSS = "RowList { height: 1fr; }"

    columns: reactive[tuple[Column, ...]] = reactive((Column(flex=True),))
    rows_shown: reactive[tuple[ListRow, ...]] = reactive(())
    cursor: reactive[str] = reactive("")
    active: reactive[bool] = reactive(True)
    empty: reactive[str] = reactive("")

    @dataclass
    class _About(Message):
        row_list: "RowList"
        key: str

        @property
        def control(self) -> "RowList":
            return self.row_list

    class RowChosen(_About):
        """A row was clicked, or `choose` was called."""

    class CursorMoved(_About):
        """The cursor stands on another row because the person moved it."""

    def __init__(
        self,
        columns: tuple[Column, ...] = (Column(flex=True),),
        rows_shown: tuple[ListRow, ...] = (),
        *,
        empty: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._top = 0
        self._follow = True
        self._wide: tuple[object, dict[int, int]] | None = None
        self.columns = columns
        self.rows_shown = rows_shown
        self.empty = empty

    # Moving

    def watch_cursor(self) -> None:
        self._follow = True

    def watch_rows_shown(self) -> None:
        self._follow = True
        self._wide = None
        self.measure_anew()

    @property
    def stops(self) -> list[str]:
        """The keys the cursor can stand on, from the top."""
        return [row.key for row in self.rows_shown if row.key]

    @property
    def page(self) -> int:
        """How far a page is."""
        return max(1, self.content_size.height - 1)

    def move(self, step: int) -> None:
        """Move the cursor by *step* rows; it stops at both ends."""
        stops = self.stops
        if not stops:
            return
        at = stops.index(self.cursor) + step if self.cursor in stops else 0
        key = stops[min(max(at, 0), len(stops) - 1)]
        if key != self.cursor:
            self.cursor = key
            self.post_message(self.CursorMoved(self, key))

    def choose(self) -> None:
        """Choose the row under the cursor, as a click does."""
        if self.cursor in self.stops:
            self.post_message(self.RowChosen(self, self.cursor))

    def settle(self) -> str:
        """Put the cursor on the first row where it stands nowhere; the key under it."""
        stops = self.stops
        if self.cursor not in stops:
            self.cursor = stops[0] if stops else ""
        return self.cursor

    # Drawing

    def rows(self, width: int) -> int:
        return len(self.rows_shown) or len(wrap(self.empty, width - _POINTER))

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        if not self.rows_shown:
            return [
                [Piece(" " * _POINTER), Piece(line, "quiet")]
                for line in wrap(self.empty, width - 2 * _POINTER, height)
            ]
        scrolls = len(self.rows_shown) > height
        self._scroll_to_cursor(height)
        inner = width - (_BAR + 1 if scrolls else 0)
        widths = self._widths(inner)
        lines = [self._row(row, inner, widths) for row in self.rows_shown[self._top : self._top + height]]
        return self._with_bar(lines, height) if scrolls else lines

    def _scroll_to_cursor(self, height: int) -> None:
        last = max(0, len(self.rows_shown) - height)
        self._top = min(self._top, last)
        at = next((n for n, row in enumerate(self.rows_shown) if row.key and row.key == self.cursor), None)
        if not self._follow or at is None:
            return
        headed = at - 1 if at and not self.rows_shown[at - 1].key else at
        if headed < self._top:
            self._top = headed
        if at >= self._top + height:
            self._top = at - height + 1
        self._top = min(max(self._top, 0), last)

    def _widths(self, width: int) -> dict[int, int]:
        """Cells of each column that has room, by its number."""
        asked = (width, self.columns)
        if self._wide is None or self._wide[0] != asked:
            self._wide = (asked, self._measured(width))
        return self._wide[1]

    def _measured(self, width: int) -> dict[int, int]:
        body = [row.cells for row in self.rows_shown if row.key]
        natural = {
            at: min(max((_wanted(each[at]) for each in body if at < len(each)), default=0), column.most)
            for at, column in enumerate(self.columns)
        }
        kept = {at: size for at, size in natural.items() if size}
        flexible = [at for at in kept if self.columns[at].flex]

        def least(at: int) -> int:
            return min(natural[at], self.columns[at].least)

        def spare() -> int:
            return width - _POINTER - sum(kept.values()) - _GAP * (len(kept) - 1)

        def cramped() -> bool:
            lost = sum(max(0, least(at)) - kept[at] for at in flexible if at in kept)
            return spare() < lost

        for at in flexible:
            kept[at] = least(at)
        while cramped() and (droppable := [at for at in kept if self.columns[at].rank]):
            del kept[max(droppable, key=lambda at: (self.columns[at].rank, at))]
        for at in flexible:
            if at in kept:
                kept[at] = max(1, kept[at] + spare())
        return kept

    def _row(self, row: ListRow, width: int, widths: dict[int, int]) -> Line:
        if not row.key:
            return self._head(row, width)
        under = row.key == self.cursor
        ground = " raised" if (under and self.active) or row.key == self.hovered else ""
        line: Line = [Piece("› " if under else "  ", f"accent{ground}", row.key)]
        for at, size in widths.items():
            cell = row.cells[at] if at < len(row.cells) else Cell()
            if len(line) > 1:
                line.append(Piece(" " * _GAP, ground, row.key))
            aside = fit(cell.aside, size - _LEAST_TEXT - _GAP)
            room = size - (cells(aside) + _GAP if aside else 0)
            text = right(cell.text, room) if self.columns[at].to_right else left(cell.text, room)
            line.append(self._piece(text, cell, ground, row.key, strong=under and at in self._names))
            if aside:
                line.append(Piece(f"{' ' * _GAP}{aside}", f"quiet{ground}", row.key))
        line = cut(line, width)
        return [*line, Piece(" " * (width - width_of(line)), ground, row.key)]

    @property
    def _names(self) -> frozenset[int]:
        return frozenset(at for at, column in enumerate(self.columns) if column.flex)

    def _piece(self, text: str, cell: Cell, ground: str, key: str, *, strong: bool) -> Piece:
        ink = f"{'strong' if strong and not cell.ink else cell.ink}{ground}"
        return Piece(text, self.ink(ink) + self.tint(cell.tint) if cell.tint else ink, key)

    def _head(self, row: ListRow, width: int) -> Line:
        line: Line = [Piece(" " * _POINTER)]
        for cell in row.cells:
            text = fit(cell.text, width - width_of(line))
            ink = cell.ink or "quiet"
            line += [
                Piece(text, self.ink(ink) + self.tint(cell.tint) if cell.tint else ink),
                Piece(" " * _GAP),
            ]
        line = cut(line, width)
        return [*line, Piece(" " * (width - width_of(line)))]

    def _with_bar(self, lines: list[Line], height: int) -> list[Line]:
        """A thumb at the right that says which part of the whole is in view."""
        count = len(self.rows_shown)
        size = max(1, height * height // count)
        start = round((height - size) * self._top / max(1, count - height))
        thumb = range(start, start + size)
        return [
            [*line, Piece(" "), Piece("┃", "quiet") if at in thumb else Piece("│", "faint")]
            for at, line in enumerate(lines)
        ]

    # The mouse

    def on_click(self, event: events.Click) -> None:
        if key := self.target_of(event):
            event.stop()
            if key != self.cursor:
                self.cursor = key
                self.post_message(self.CursorMoved(self, key))
            self.post_message(self.RowChosen(self, key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll_by(event, 2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll_by(event, -2)

    def _scroll_by(self, event: events.MouseEvent, step: int) -> None:
        last = max(0, len(self.rows_shown) - self.content_size.height)
        if last:
            event.stop()
            self._follow = False
            self._top = min(max(self._top + step, 0), last)
            self.refresh()


def _wanted(cell: Cell) -> int:
    return cells(clean(cell.text)) + (_GAP + cells(clean(cell.aside)) if cell.aside else 0)
