"""A season week by week: its phases, its races, and how heavy and how much each week is."""

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, clean, fit, left

_STEPS = " ▁▂▃▄▅▆▇█"
_LABEL = 7
_LEAST_FOR_LABEL = 60
_LEAST_FOR_HIGH = 8
_MOST_CELL = 4
_MOST_NAME = 24


class SeasonWeek(NamedTuple):
    """One week.

    Attributes:
        names: of its phase, from the longest to the shortest; weeks in a row with the same names are one phase.
        colour: of the phase, a theme variable or any colour.
        heavy, much: heights of the two curves, 0 to 1.
        mark: "A", "B", "C" for a race, or "".
        race: its name, said under the band.
    """

    names: tuple[str, ...]
    colour: str
    heavy: float
    much: float
    mark: str = ""
    race: str = ""


class SeasonChart(Drawing):
    """Phases by name, a line with *you are here* and races, and two curves of blocks below.

    What is over is drawn thick, what is to come thin; the chosen week stands in the colour of the text, which no
    phase has, with a pointer under it. Where there are more weeks than cells, the chart shows those around the
    chosen one.

    Attributes:
        weeks: in order.
        here: index of the current week; None when it is not among them.
        chosen: index of the week the screen is about.
        labels: words for the two curves.
    """

    weeks: reactive[tuple[SeasonWeek, ...]] = reactive(())
    here: reactive[int | None] = reactive(None)
    chosen: reactive[int] = reactive(0)
    labels: reactive[tuple[str, str]] = reactive(("heavy", "much"))

    @dataclass
    class WeekChosen(Message):
        """A week was clicked."""

        chart: "SeasonChart"
        index: int

        @property
        def control(self) -> "SeasonChart":
            return self.chart

    def draw(self, room: Size) -> list[Line]:
        label = _LABEL if room.width >= _LEAST_FOR_LABEL else 0
        if not self.weeks or room.width <= label:
            return []
        shown, edges = self._window(room.width - label)
        before = Piece(" " * label)
        lines = [
            [before, *self._names(shown, edges)],
            [before, *self._line(shown, edges)],
            [before, *self._races(shown, edges)],
        ]
        high = 1 if room.height < _LEAST_FOR_HIGH else 2
        curves = [self.weeks[at].heavy for at in shown], [self.weeks[at].much for at in shown]
        for word, heights in zip(self.labels, curves, strict=True):
            for row in reversed(range(high)):
                name = Piece(left("" if row else word, label), "quiet")
                lines.append([name, *self._blocks(shown, edges, heights, row, high)])
        return [*lines, [before, *self._pointer(shown, edges)]]

    def rows(self, width: int) -> int:
        return 8 if width else 0

    def _window(self, width: int) -> tuple[range, list[int]]:
        """The weeks that are shown, and the cell at which each begins; one more is the end of the last."""
        total = len(self.weeks)
        count = min(total, width)
        first = min(max(self.chosen - count // 2, 0), total - count)
        cell = min(width // count, _MOST_CELL)
        room = cell * count if cell > 1 else width
        return range(first, first + count), [at * room // count for at in range(count + 1)]

    def _names(self, shown: range, edges: list[int]) -> Line:
        line: Line = []
        at = 0
        for names, run in groupby(shown, key=lambda index: self.weeks[index].names):
            phase = list(run)
            wide = edges[at + len(phase)] - edges[at]
            at += len(phase)
            word = next((name for name in map(clean, names) if cells(name) < wide), "")
            ink = self.tint(self.weeks[phase[0]].colour)
            if self.here in phase:
                ink += self.ink("bold").without_color
            line.append(Piece(left(word, wide), ink))
        return line

    def _line(self, shown: range, edges: list[int]) -> Line:
        line: Line = []
        for index, wide in zip(shown, _widths(edges), strict=True):
            week = self.weeks[index]
            marks = ["━" if self.here is not None and index < self.here else "─"] * wide
            if week.mark:
                marks[-1] = "◆" if week.mark == "A" else "◇"
            if index == self.here:
                marks[0] = "●"
            line.append(Piece("".join(marks), self.tint(week.colour), str(index)))
        return line

    def _races(self, shown: range, edges: list[int]) -> Line:
        """Names under their weeks, those of A races first; none over another."""
        taken: list[tuple[int, int, str]] = []
        marked = [(at, self.weeks[index]) for at, index in enumerate(shown) if self.weeks[index].mark]
        for at, week in sorted(marked, key=lambda each: (each[1].mark, each[0])):
            word = fit(week.race, min(edges[-1], _MOST_NAME))
            start = max(0, edges[at + 1] - cells(word))
            if all(start + cells(word) < first or last < start for first, last, _ in taken):
                taken.append((start, start + cells(word), word))
        line: Line = []
        done = 0
        for start, end, word in sorted(taken):
            line += [Piece(" " * (start - done)), Piece(word, "strong")]
            done = end
        return line

    def _blocks(self, shown: range, edges: list[int], heights: list[float], row: int, high: int) -> Line:
        """One row of a curve; bars stand apart where every week has two cells or more."""
        widths = _widths(edges)
        gap = 1 if min(widths) > 1 else 0
        line: Line = []
        for index, height, wide in zip(shown, heights, widths, strict=True):
            steps = round(min(max(height, 0.0), 1.0) * 8 * high) - 8 * row
            block = _STEPS[min(max(steps, 0), 8)]
            ink = self.ink("strong") if index == self.chosen else self.tint(self.weeks[index].colour)
            line.append(Piece(block * (wide - gap) + " " * gap, ink, str(index)))
        return line

    def _pointer(self, shown: range, edges: list[int]) -> Line:
        if self.chosen not in shown:
            return []
        at = self.chosen - shown.start
        return [Piece(" " * ((edges[at] + edges[at + 1] - 1) // 2)), Piece("▲", "now")]

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.post_message(self.WeekChosen(self, int(target)))


def _widths(edges: list[int]) -> list[int]:
    return [end - start for start, end in pairwise(edges)]
