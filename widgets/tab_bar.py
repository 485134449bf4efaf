"""The rooms of the house on one line, and the day at the right."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean, longest_that_fits

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
        line = self._line(*self._forms(room.width))
        spare = room.width - width_of(line) - 2
        if aside := longest_that_fits(self.aside, spare):
            line += [Piece(" " * (spare - cells(aside) + 1)), Piece(aside), Piece(" ")]
        return [line]

    def _forms(self, width: int) -> tuple[list[int], int]:
        """Which name each tab wears and the blanks around it; the longest shorten first."""
        worn = [0] * len(self.tabs)
        for padding in (_ROOMY, _CLOSE):
            while width_of(self._line(worn, padding)) > width:
                open_to = [at for at, tab in enumerate(self.tabs) if worn[at] + 1 < len(tab.names)]
                if not open_to:
                    break
                longest = max(
                    open_to,
                    key=lambda at: (
                        self.tabs[at].tab != self.active,
                        cells(self.tabs[at].names[worn[at]]),
                        at,
                    ),
                )
                worn[longest] += 1
            else:
                return worn, padding
        return worn, _CLOSE

    def _ease(self, at: int, form: int) -> tuple[bool, int, int]:
        """How easily a tab's name shortens."""
        tab = self.tabs[at]
        return tab.tab != self.active, cells(clean(tab.names[form])), at

    def _line(self, worn: list[int], padding: int) -> Line:
        line: Line = []
        for tab, at in zip(self.tabs, worn, strict=True):
            word = clean(tab.names[at])
            pad = " " * padding
            if tab.tab == self.active:
                line.append(Piece(f" {word} ", "filled", tab.tab))
            else:
                ink = "raised" if tab.tab == self.hovered else "quiet"
                if padding:
                    line.append(Piece(pad, "", tab.tab))
                elif line and not line[-1].text.endswith(" "):
                    line.append(Piece(" "))
                line.append(Piece(word[:1], f"{ink} under", tab.tab))
                line.append(Piece(word[1:] + pad, ink, tab.tab))
        return line

    def on_click(self, event: events.Click) -> None:
        if tab := self.target_of(event):
            event.stop()
            self.post_message(self.TabChosen(self, tab))
