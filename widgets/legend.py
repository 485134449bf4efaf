"""What marks and colours mean: a mark and its word, in columns."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, cut, width_of
from widgets.text import cells, clean, fit

_GAP = 2


class Meaning(NamedTuple):
    """One mark.

    Attributes:
        forms: its words, the longest first.
        tint: a theme variable or a colour instead of the ink's own.
    """

    glyph: str
    forms: tuple[str, ...]
    ink: str = ""
    tint: str = ""


class Legend(Drawing):
    """Columns of meanings beside each other; the words shorten until they fit.

    Attributes:
        columns: from left to right.
    """

    columns: reactive[tuple[tuple[Meaning, ...], ...]] = reactive(())

    def draw(self, room: Size) -> list[Line]:
        columns = [column for column in self.columns if column]
        worn = 0
        longest = max((len(each.forms) for column in columns for each in column), default=1)
        while worn + 1 < longest and self._needed(columns, worn) > room.width:
            worn += 1
        lines: list[Line] = [[] for _ in range(max((len(column) for column in columns), default=0))]
        at = 0
        for column in columns:
            for row, each in enumerate(column):
                line = lines[row]
                line.append(Piece(" " * (at - width_of(line))))
                line.append(
                    Piece(
                        clean(each.glyph),
                        self.ink(each.ink) + self.tint(each.tint) if each.tint else each.ink,
                    )
                )
                line.append(Piece(f" {fit(self._word(each, worn), room.width - at - 2)}", "quiet"))
            at += self._wide(column, worn) + _GAP
        return [cut(line, room.width) for line in lines]

    def _needed(self, columns: list[tuple[Meaning, ...]], worn: int) -> int:
        return sum(self._wide(column, worn) for column in columns) + _GAP * (len(columns) - 1)

    def _wide(self, column: tuple[Meaning, ...], worn: int) -> int:
        return max(2 + cells(clean(self._word(each, worn))) for each in column)

    @staticmethod
    def _word(each: Meaning, worn: int) -> str:
        return clean(each.forms[min(worn, len(each.forms) - 1)])
