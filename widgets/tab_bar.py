"""The rooms of the house on one line, and the day at the right."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean, fit, longest_that_fits

_ROOMY, _CLOSE = 1, 0


class Tab(NamedTuple):
    """One tab.

    Attributes:
        tab: what a click posts.
        names: from the longest to the shortest; each begins with the letter that opens it.
    """

    tab: str
    names: tuple[str, ...]


class TabBar(Drawing):
    """Tabs with their capital letter underlined, the active one filled; names shorten where it is narrow.

    Attributes:
        tabs: from left to right.
        active: the `Tab.tab` that is open.
        aside: said at the right, longest first, ("Fri 26 Mar", "26 Mar"); left out when nothing fits.
    """

    DEFAULT_CSS = "TabBar { height: 1; background: $surface; padding: 0 1; }"

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    active: reactive[str] = reactive("")
    aside: reactive[tuple[str, ...]] = reactive(())

    @dataclass
    class TabChosen(Message):
        """A tab was clicked or tapped."""

        bar: "TabBar"
        tab: str

        @property
        def control(self) -> "TabBar":
            return self.bar

    def __init__(
        self,
        tabs: tuple[Tab, ...] = (),
        active: str = "",
        aside: tuple[str, ...] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.tabs = tabs
        self.active = active
        self.aside = aside

    def draw(self, room: Size) -> list[Line]:
        line = self._fitting(room.width)
        spare = room.width - width_of(line) - 2
        if aside := longest_that_fits(self.aside, spare):
            line += [Piece(" " * (spare - cells(aside) + 1)), Piece(aside), Piece(" ")]
        return [line]

    def _fitting(self, width: int) -> Line:
        """The tabs with the longest names that fit: the longest shorten first; none jumps when another opens."""
        worn = [0] * len(self.tabs)
        while width_of(line := self._line(self._words(worn), _ROOMY)) > width:
            shorter = [at for at, tab in enumerate(self.tabs) if worn[at] + 1 < len(tab.names)]
            if not shorter:
                break
            worn[max(shorter, key=lambda at: (cells(self._words(worn)[at]), at))] += 1
        if width_of(line) > width:
            line = self._line(self._words(worn), _CLOSE)
        if width_of(line) > width:
            share = max(1, width // len(self.tabs) - 2)
            line = self._line([fit(word, share) for word in self._words(worn)], _CLOSE)
        return line

    def _words(self, worn: list[int]) -> list[str]:
        return [clean(tab.names[at]) for tab, at in zip(self.tabs, worn, strict=True)]

    def _line(self, words: list[str], padding: int) -> Line:
        line: Line = []
        for tab, word in zip(self.tabs, words, strict=True):
            pad = " " * padding
            if tab.tab == self.active:
                line.append(Piece(f" {word} ", "filled", tab.tab))
                continue
            ink = "raised" if tab.tab == self.hovered else "quiet"
            if padding:
                line.append(Piece(pad, "", tab.tab))
            elif line and not line[-1].text.endswith(" "):
                line.append(Piece(" "))
            line += [Piece(word[:1], f"{ink} under", tab.tab), Piece(word[1:] + pad, ink, tab.tab)]
        return line

    def on_click(self, event: events.Click) -> None:
        if tab := self.target_of(event):
            event.stop()
            self.post_message(self.TabChosen(self, tab))
