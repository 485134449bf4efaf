"""Seven days in a line: what was run, and where the lifting was."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, underlined
from widgets.text import cells, clean, fit

_MARKS = {
    "done": ("●", "done"),
    "part": ("◐", "done"),
    "planned": ("○", "now"),
    "missed": ("×", "quiet"),
    "skipped": ("–", "quiet"),
}
_MOST_DAY = 11


class StripDay(NamedTuple):
    """One day.

    Attributes:
        name: from the longest to the shortest: ("Mon", "M").
        letter: of the run.
        colour: of the letter, a theme variable or a colour; empty is quiet.
        mark: of the lift: "done", "part", "planned", "missed", "skipped" or "".
        here: it is today.
        noted: the run is written down; its letter is underlined.
    """

    name: tuple[str, ...]
    letter: str
    colour: str = ""
    mark: str = ""
    here: bool = False
    noted: bool = False


class WeekStrip(Drawing):
    """Name, run and lift of each day; a full dot is done, half a dot in part, a ring is to come, a cross was missed.

    Attributes:
        days: usually seven.
    """

    DEFAULT_CSS = "WeekStrip { height: 1; }"

    days: reactive[tuple[StripDay, ...]] = reactive(())

    def draw(self, room: Size) -> list[Line]:
        if not self.days:
            return []
        wide = min(max(room.width // len(self.days), 1), _MOST_DAY)
        line: Line = []
        for day in self.days:
            mark, ink = _MARKS.get(day.mark, (" ", ""))
            names = [name for name in map(clean, day.name) if cells(name) + 4 <= wide] or [""]
            letter, tint = fit(day.letter, 1), self.tint(day.colour) if day.colour else "quiet"
            used = cells(names[0]) + 3 if names[0] else 2
            line += [
                Piece(names[0], "strong under" if day.here else "quiet"),
                Piece(" " if names[0] else ""),
                Piece(letter, underlined(tint) if day.noted else tint),
                Piece(mark, ink),
                Piece(" " * max(wide - used, 0)),
            ]
        return [line]
