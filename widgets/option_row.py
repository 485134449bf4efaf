"""A few options on one line, each with its key; the one that holds is filled."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, cut, width_of
from widgets.text import clean

_GAPS = (2, 1)


class Choosable(NamedTuple):
    """One option.

    Attributes:
        forms: from the longest to the shortest.
    """

    target: str
    key: str
    forms: tuple[str, ...]


class OptionRow(Drawing):
    """Options side by side; their words shorten together until they fit, then go and leave the keys.

    Attributes:
        options: from left to right.
        active: the target of the one that holds.
    """

    DEFAULT_CSS = "OptionRow { height: 1; }"

    options: reactive[tuple[Choosable, ...]] = reactive(())
    active: reactive[str] = reactive("")

    @dataclass
    class OptionChosen(Message):
        """An option was clicked."""

        row: "OptionRow"
        target: str

        @property
        def control(self) -> "OptionRow":
            return self.row

    def draw(self, room: Size) -> list[Line]:
        longest = max((len(each.forms) for each in self.options), default=0)
        line: Line = []
        for worn in range(longest + 1):
            for gap in _GAPS:
                line = self._line(worn, gap)
                if width_of(line) <= room.width:
                    return [line]
        return [cut(line, room.width)]

    def _line(self, worn: int, gap: int) -> Line:
        line: Line = []
        for each in self.options:
            forms, key = (*each.forms, ""), clean(each.key)
            word = clean(forms[min(worn, len(forms) - 1)])
            if line:
                line.append(Piece(" " * gap))
            if each.target == self.active:
                line.append(Piece(f" {key} {word}".rstrip() + " ", "filled", each.target))
                continue
            over = " raised" if each.target == self.hovered else ""
            line.append(Piece(key, f"now{over}", each.target))
            line.append(Piece(f" {word}".rstrip(), f"quiet{over}", each.target))
        return line

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.post_message(self.OptionChosen(self, target))
