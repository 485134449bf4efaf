"""Targets for a thumb."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import centre

_GAP = 1


class Tap(NamedTuple):
    """One target.

    Attributes:
        action: posted when it is tapped.
        label: short; it is cut when the target is narrow.
        ink: "well" (plain), "good" (done) or "filled" (loud).
        share: how wide it is beside the others.
    """

    action: str
    label: str
    ink: str = "well"
    share: int = 1


class TapRow(Drawing):
    """Targets side by side, three rows high or as high as the style sheet makes them, over the whole width."""

    DEFAULT_CSS = "TapRow { height: 3; }"

    taps: reactive[tuple[Tap, ...]] = reactive(())

    @dataclass
    class Tapped(Message):
        """A target was tapped or clicked."""

        row: "TapRow"
        action: str

        @property
        def control(self) -> "TapRow":
            return self.row

    def __init__(
        self,
        taps: tuple[Tap, ...] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.taps = taps

    def rows(self, width: int) -> int:
        return 3 if width else 0

    def draw(self, room: Size) -> list[Line]:
        taps = self.taps[: max(1, (room.width + _GAP) // (1 + _GAP))]
        shares = sum(tap.share for tap in taps)
        spare = room.width - _GAP * (len(taps) - 1)
        label: Line = []
        blank: Line = []
        begun = 0
        for tap in taps:
            start, begun = spare * begun // shares, begun + tap.share
            wide = spare * begun // shares - start
            ink = "well accent" if tap.action == self.hovered and tap.ink == "well" else tap.ink
            if label:
                label.append(Piece(" " * _GAP))
                blank.append(Piece(" " * _GAP))
            label.append(Piece(centre(tap.label, wide), ink, tap.action))
            blank.append(Piece(" " * wide, ink, tap.action))
        above = (room.height - 1) // 2
        return [blank] * above + [label] + [blank] * (room.height - 1 - above)

    def on_click(self, event: events.Click) -> None:
        if action := self.target_of(event):
            event.stop()
            self.post_message(self.Tapped(self, action))
