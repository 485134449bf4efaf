"""One line of short statements; what matters least shortens first, then leaves."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import clean

_GAPS = (3, 2)


class Statement(NamedTuple):
    """One thing to say.

    Attributes:
        forms: from the longest to the shortest.
        ink: a role of `widgets.drawing`, or with *tint* left as it is.
        tint: a theme variable or colour; the text is bold then.
        rank: 0 stays longest.
    """

    forms: tuple[str, ...]
    ink: str = ""
    tint: str = ""
    rank: int = 1


class Headline(Drawing):
    """Statements side by side.

    Attributes:
        statements: from left to right.
    """

    DEFAULT_CSS = "Headline { height: 1; }"

    statements: reactive[tuple[Statement, ...]] = reactive(())

    def draw(self, room: Size) -> list[Line]:
        said = [each for each in self.statements if each.forms and each.forms[0]]
        worn = [0] * len(said)
        while said:
            for gap in _GAPS:
                line = self._line(said, worn, gap)
                if width_of(line) <= room.width:
                    return [line]
            shorter = [at for at, each in enumerate(said) if worn[at] + 1 < len(each.forms)]
            if shorter:
                worn[max(shorter, key=lambda at: (said[at].rank, at))] += 1
            elif len(said) > 1:
                at = max(range(len(said)), key=lambda at: (said[at].rank, at))
                del said[at], worn[at]
            else:
                return [line]
        return []

    def _line(self, said: list[Statement], worn: list[int], gap: int) -> Line:
        line: Line = []
        for each, at in zip(said, worn, strict=True):
            if line:
                line.append(Piece(" " * gap))
            ink = self.tint(each.tint) + self.ink("bold").without_color if each.tint else each.ink
            line.append(Piece(clean(each.forms[at]), ink))
        return line
