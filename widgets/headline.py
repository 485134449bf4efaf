"""One line of short statements; what matters least shortens first, then leaves."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import clean

_GAPS = (3, 2, 1)


class Statement(NamedTuple):
    """One thing to say.

    Attributes:
        forms: from the longest to the shortest; the last may be empty, for one that leaves before others shorten.
        ink: a role of `widgets.drawing`, or with *tint* left as it is.
        tint: a theme variable or colour; the text is bold then.
        rank: 0 stays longest.
        target: posted when it is clicked; empty when a click means nothing.
        close: it stands right behind the one before.
    """

    forms: tuple[str, ...]
    ink: str = ""
    tint: str = ""
    rank: int = 1
    target: str = ""
    close: bool = False


class Headline(Drawing):
    """Statements side by side.

    Attributes:
        statements: from left to right.
    """

    DEFAULT_CSS = "Headline { height: 1; }"

    @dataclass
    class StatementChosen(Message):
        """A statement with a target was clicked."""

        headline: "Headline"
        target: str

        @property
        def control(self) -> "Headline":
            return self.headline

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
            if not each.forms[at]:
                continue
            if line:
                line.append(Piece(" " * (1 if each.close else gap)))
            over = " raised" if each.target and each.target == self.hovered else ""
            ink = self.tint(each.tint) + self.ink("bold").without_color if each.tint else f"{each.ink}{over}"
            line.append(Piece(clean(each.forms[at]), ink, each.target))
        return line

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.post_message(self.StatementChosen(self, target))
