"""What a runner's week has in it, and where the holes are."""

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, centre, clean, left, longest_that_fits

_SOME, _PLENTY = 3, 5
_LEAST_CELL, _MOST_CELL = 3, 7
_LEAST_LABEL = 5


class CoverageGrid(Drawing):
    """Counts in rows and columns, darker where there is little; a hole is a ring in the colour of errors.

    Attributes:
        columns: names of each column, the longest first.
        rows_of: (name, counts); a count of 0 is empty, None can not be.
        holes: (row, column) of the empty cells that matter; other empty cells are a quiet dot.
    """

    columns: reactive[tuple[tuple[str, ...], ...]] = reactive(())
    rows_of: reactive[tuple[tuple[str, tuple[int | None, ...]], ...]] = reactive(())
    holes: reactive[frozenset[tuple[int, int]]] = reactive(frozenset())

    def __init__(
        self,
        columns: tuple[tuple[str, ...], ...] = (),
        rows_of: tuple[tuple[str, tuple[int | None, ...]], ...] = (),
        holes: frozenset[tuple[int, int]] = frozenset(),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.columns = columns
        self.rows_of = rows_of
        self.holes = holes

    def draw(self, room: Size) -> list[Line]:
        count = len(self.columns)
        if not count:
            return []
        label = max((cells(clean(name)) for name, _ in self.rows_of), default=0)
        label = max(min(label, room.width - count * (_LEAST_CELL + 1)), min(label, _LEAST_LABEL))
        cell = min(max((room.width - label) // count - 1, _LEAST_CELL), _MOST_CELL)
        heads: Line = [Piece(" " * label)]
        for names in self.columns:
            heads.append(
                Piece(" " + centre(longest_that_fits(names, cell) or clean(names[-1]), cell), "quiet")
            )
        return [heads, *(self._line(at, label, cell) for at in range(len(self.rows_of)))]

    def _line(self, at: int, label: int, cell: int) -> Line:
        name, counts = self.rows_of[at]
        line: Line = [Piece(left(name, label))]
        for column, value in enumerate(counts[: len(self.columns)]):
            line.append(Piece(" "))
            if value is None:
                line.append(Piece(" " * cell))
            elif value > 0:
                ink = "good" if value >= _PLENTY else "middle" if value >= _SOME else "low"
                line.append(Piece(centre(str(value), cell), ink))
            elif (at, column) in self.holes:
                line.append(Piece(centre("○", cell), "error bold"))
            else:
                line.append(Piece(centre("·", cell), "faint"))
        return line
