"""What can be decided: a digit and a few words each, side by side where there is room."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean, fit, longest_that_fits

_GAP = 3


class Offer(NamedTuple):
    """One decision.

    Attributes:
        key: the digit; it is posted when the offer is clicked.
        words: from the longest to the shortest.
        chosen: it stands.
        suggested: the figures speak for it.
    """

    key: str
    words: tuple[str, ...]
    chosen: bool = False
    suggested: bool = False


class Decisions(Drawing):
    """Offers in a row or below each other; a tick is on the chosen ones, a star beside what is suggested.

    Attributes:
        offers: in order of their digits.
        airy: a free row between those below each other, for thumbs.
    """

    offers: reactive[tuple[Offer, ...]] = reactive((), layout=True)
    airy: reactive[bool] = reactive(False, layout=True)

    @dataclass
    class Decided(Message):
        """An offer was clicked or tapped."""

        decisions: "Decisions"
        key: str

        @property
        def control(self) -> "Decisions":
            return self.decisions

    def draw(self, room: Size) -> list[Line]:
        if self.airy:
            lines: list[Line] = []
            for offer in self.offers:
                wide = self._offer(offer, room.width)
                filler = Piece(" " * max(room.width - width_of(wide), 0), "", offer.key)
                lines += [[*wide, filler], [Piece(" " * room.width, "", offer.key)]]
            return lines[:-1]
        rows: list[Line] = []
        for length in range(max((len(each.words) for each in self.offers), default=0)):
            rows = self._rows(
                [each.words[min(length, len(each.words) - 1)] for each in self.offers], room.width
            )
            if len(rows) <= 1:
                return rows
        longest = self._rows([each.words[0] for each in self.offers], room.width)
        return longest if len(longest) <= len(rows) else rows

    def _rows(self, words: list[str], width: int) -> list[Line]:
        rows: list[Line] = []
        for offer, said in zip(self.offers, words, strict=True):
            pieces = self._offer(offer._replace(words=(said,)), width)
            if rows and width_of(rows[-1]) + _GAP + width_of(pieces) <= width:
                rows[-1] += [Piece(" " * _GAP), *pieces]
            else:
                rows.append(pieces)
        return rows

    def _offer(self, offer: Offer, width: int) -> Line:
        over = " raised" if self.hovered == offer.key else ""
        key = clean(offer.key)
        star = " ★" if offer.suggested else ""
        tick = "✓ " if offer.chosen else ""
        room = width - cells(key) - 3 - cells(star) - cells(tick)
        words = tick + fit(longest_that_fits(offer.words, room) or offer.words[-1], room)
        ink = f"done bold{over}" if offer.chosen else over.strip()
        return [
            Piece(f" {key} ", "filled" if offer.chosen else f"well now{over}", offer.key),
            Piece(f" {words}", ink, offer.key),
            Piece(star, "accent", offer.key),
        ]

    def on_click(self, event: events.Click) -> None:
        if key := self.target_of(event):
            event.stop()
            self.post_message(self.Decided(self, key))
