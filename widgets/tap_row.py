"""Targets for a thumb."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, centre

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
        label: Line = []
        blank: Line = []
        for tap, wide in zip(taps, _widths(taps, room.width - _GAP * (len(taps) - 1)), strict=True):
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


def _widths(taps: Sequence[Tap], spare: int) -> list[int]:
    """Widths by share that fill *spare*; where all labels find room side by side, each has at least its label's."""
    least = {at: cells(tap.label) for at, tap in enumerate(taps)}
    widths = dict(enumerate(_shared(taps, spare)))
    kept: dict[int, int] = {}
    while sum(least.values()) <= spare and any(widths[at] < least[at] for at in widths):
        kept |= {at: least[at] for at in widths if widths[at] < least[at]}
        rest = [at for at in least if at not in kept]
        shared = _shared([taps[at] for at in rest], spare - sum(kept.values()))
        widths = {**kept, **dict(zip(rest, shared, strict=True))}
    return [widths[at] for at in range(len(taps))]


def _shared(taps: Sequence[Tap], spare: int) -> list[int]:
    shares = list(accumulate((tap.share for tap in taps), initial=0))
    edges = [spare * each // shares[-1] for each in shares] if taps else []
    return [end - start for start, end in pairwise(edges)]
