"""The season as one line: what is behind, where you are, what is to come."""

from itertools import pairwise
from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, fit


class Block(NamedTuple):
    """A stretch of the season.

    Attributes:
        names: from the longest to the shortest, ("off-season", "off", "o").
        weeks: how long; fractions are fine.
        colour: a theme variable ("phase-build") or any colour.
        race: this stretch ends in a race: its end is marked.
        below: said under the mark where there is a third row, "Berlin 26 Sep".
    """

    names: tuple[str, ...]
    weeks: float
    colour: str
    race: bool = False
    below: str = ""


class _Span(NamedTuple):
    block: Block
    start: int
    end: int


class PhaseBand(Drawing):
    """Phases side by side, as wide as they are long, on two or three rows.

    The way behind is a thick line, the way ahead a thin one, *you are here* a dot and races a diamond, so
    that nothing depends on colour. Names above shorten to what fits; the current one is bold and always
    there.

    Attributes:
        blocks: in order.
        here: weeks from the start of the first block; None when today is outside of the season.
    """

    DEFAULT_CSS = "PhaseBand { height: 2; }"

    blocks: reactive[tuple[Block, ...]] = reactive(())
    here: reactive[float | None] = reactive(None)

    def __init__(
        self,
        blocks: tuple[Block, ...] = (),
        here: float | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.blocks = blocks
        self.here = here

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        spans = self._spans(width)
        if not spans:
            return []
        here = self._here(spans)
        lines = [self._names(spans, here, width), self._line(spans, here)]
        if height > 2 and any(block.below for block in self.blocks):
            lines.append(self._below(spans, width))
        return lines[-height:] if height == 1 else lines

    def _spans(self, width: int) -> list[_Span]:
        """Each block's cells; every block keeps at least one while there are cells enough."""
        blocks = self.blocks[:width]
        total = sum(max(block.weeks, 0) for block in blocks) or 1
        spare = width - len(blocks)
        edges, done = [0], 0.0
        for at, block in enumerate(blocks, 1):
            done += max(block.weeks, 0)
            edges.append(at + round(spare * done / total))
        return [_Span(block, *edge) for block, edge in zip(blocks, pairwise(edges), strict=True)]

    def _here(self, spans: list[_Span]) -> int | None:
        """The cell of today."""
        if self.here is None:
            return None
        left = max(self.here, 0.0)
        for block, start, end in spans:
            if left < block.weeks:
                return min(start + int((end - start) * left / block.weeks), end - 1)
            left -= max(block.weeks, 0)
        return None

    def _line(self, spans: list[_Span], here: int | None) -> Line:
        line: Line = []
        for block, start, end in spans:
            ink = self.tint(block.colour)
            for at in range(start, end):
                mark = "─" if here is None or at > here else "━"
                mark = "◆" if block.race and at == end - 1 else mark
                line.append(Piece("●" if at == here else mark, ink))
        return line

    def _names(self, spans: list[_Span], here: int | None, width: int) -> Line:
        taken: list[tuple[int, int, Piece]] = []
        current = next((span for span in spans if here is not None and span.start <= here < span.end), None)
        by_need = sorted(
            spans, key=lambda span: (span is not current, not span.block.race, span.start - span.end)
        )
        for span in by_need:
            block, start, end = span
            room = end - start if span is not current else max(end - start, cells(block.names[0]))
            for word in (fit(name, width) for name in block.names):
                at = min(max(start + (end - start - cells(word)) // 2, 0), width - cells(word))
                free = all(at + cells(word) < first or last < at for first, last, _ in taken)
                if word and free and cells(word) <= max(room, 1):
                    ink = (
                        self.tint(block.colour) + self.ink("bold").without_color
                        if span is current
                        else "quiet"
                    )
                    taken.append((at, at + cells(word), Piece(word, ink)))
                    break
        return _set(taken)

    def _below(self, spans: list[_Span], width: int) -> Line:
        taken: list[tuple[int, int, Piece]] = []
        for block, _, end in spans:
            word = fit(block.below, width)
            at = max(0, end - cells(word)) if end > width // 2 else min(max(0, end - 1), width - cells(word))
            if word and all(at + cells(word) < first or last < at for first, last, _ in taken):
                taken.append((at, at + cells(word), Piece(word, "quiet")))
        return _set(taken)


def _set(placed: list[tuple[int, int, Piece]]) -> Line:
    """Pieces set at their cells, blanks between."""
    line: Line = []
    at = 0
    for first, last, piece in sorted(placed, key=lambda each: each[0]):
        line += [Piece(" " * (first - at)), piece]
        at = last
    return line
