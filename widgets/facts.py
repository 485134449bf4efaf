"""A few labelled lines: "last  20 kg × 6", the label quiet, the rest wrapped beside it."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, clean, fit, left, wrap

_BESIDE = 2
_ENDLESS = 1000


class Fact(NamedTuple):
    """One line.

    Attributes:
        label: a short word.
        text: what it says; wrapped to *rows* at most, the last one cut.
        lead: said before the text in the colour of what is good, "+2.5 kg".
        aside: whispered after the text, or on rows of its own while *rows* allows them; else left out.
        rows: how many rows it may take.
        rank: 0 stays longest where the height is short: row by row the highest goes first, and of equals the last.
        target: posted when it is clicked; empty when a click means nothing.
        short: said instead of the text where that would be cut.
        tail: said after the text, on its row or on the next one; neither is cut.
    """

    label: str
    text: str
    lead: str = ""
    aside: str = ""
    rows: int = 1
    rank: int = 1
    target: str = ""
    short: str = ""
    tail: str = ""


class Facts(Drawing):
    """Facts below each other; blank lines between them while there is room.

    Attributes:
        facts: from the top; one without text and lead is left out.
        label_cells: width of the column of labels.
        label_ink: their role.
        more: said below an arrow where something had to go, cut or left out, "w has all of it"; empty to say nothing.
    """

    @dataclass
    class FactChosen(Message):
        """A fact with a target was clicked."""

        facts: "Facts"
        target: str

        @property
        def control(self) -> "Facts":
            return self.facts

    facts: reactive[tuple[Fact, ...]] = reactive(())
    label_cells: reactive[int] = reactive(7)
    label_ink: reactive[str] = reactive("quiet")
    more: reactive[str] = reactive("")

    def watch_facts(self) -> None:
        self.measure_anew()

    def rows(self, width: int) -> int:
        return sum(len(self._fact(fact, width)) for fact in self._said())

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        blocks = [self._fact(fact, width) for fact in self._said()]
        more: list[Line] = []
        if sum(map(len, blocks)) > height or (self.more and self._leaves_out(width)):
            if self.more and height > 1:
                label = left("↓", min(self.label_cells, width // 3))
                more = [[Piece(label, "now"), Piece(fit(self.more, width - cells(label)), "quiet")]]
            height -= len(more)
            blocks = self._squeezed(width, height)
        airy = sum(map(len, blocks)) + len(blocks) - 1 <= height
        lines: list[Line] = []
        for block in blocks:
            if lines and airy:
                lines.append([])
            lines += block
        return [*lines, *more]

    def _squeezed(self, width: int, height: int) -> list[list[Line]]:
        """What fits: row by row the least of it goes, down to one fact."""
        said = self._said()
        blocks: list[list[Line]] = []
        while said:
            blocks = [self._fact(fact, width) for fact in said]
            if sum(map(len, blocks)) <= height or len(said) == 1:
                break
            at = max(range(len(said)), key=lambda at: (said[at].rank, at))
            shorter = said[at]._replace(rows=len(blocks[at]) - 1)
            if len(self._fact(shorter, width)) < len(blocks[at]):
                said[at] = shorter
            else:
                del said[at]
        return blocks

    def _leaves_out(self, width: int) -> bool:
        """Whether a fact has more to say than the rows it may take."""
        whole = (len(self._fact(fact._replace(rows=_ENDLESS, short=""), width)) for fact in self._said())
        return any(
            len(self._fact(fact, width)) < rows for fact, rows in zip(self._said(), whole, strict=True)
        )

    def _said(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.text or fact.lead]

    def _fact(self, fact: Fact, width: int) -> list[Line]:
        label = min(self.label_cells, width // 3)
        room = width - label
        if fact.tail:
            return self._with_tail(fact, label, room)
        lead = fit(fact.lead, max(0, room - _BESIDE))
        before = cells(lead) + _BESIDE if lead else 0
        said = [
            f"{'x' * cells(lead)}{' ' * bool(lead)}{clean(text)}" for text in (fact.text, fact.short) if text
        ]
        whole = (text for text in said if len(wrap(text, room - bool(lead), fact.rows + 1)) <= fact.rows)
        wrapped = wrap(next(whole, said[-1] if said else ""), room - bool(lead), fact.rows)
        lines: list[Line] = []
        for at, text in enumerate(wrapped or [""]):
            line = [Piece(left(fact.label if at == 0 else "", label), self.label_ink)]
            if at == 0 and lead:
                line += [Piece(lead, "done bold"), Piece(" " * _BESIDE)]
                text = text[cells(lead) + 1 :]
            lines.append([*line, Piece(text)])
        used = label + (before if len(lines) == 1 else 0) + cells(lines[-1][-1].text)
        aside = clean(fact.aside)
        if aside and used + _BESIDE + cells(aside) <= width:
            lines[-1] += [Piece(" " * _BESIDE), Piece(aside, "quiet")]
        elif len(asides := wrap(aside, room)) <= fact.rows - len(lines):
            lines += [[Piece(" " * label), Piece(each, "quiet")] for each in asides]
        return self._tappable(lines, fact.target) if fact.target else lines

    def _with_tail(self, fact: Fact, label: int, room: int) -> list[Line]:
        """The text and the tail on one row, else below each other: neither is cut. The aside on rows of its own."""
        text, tail = clean(fact.text), wrap(fact.tail, room, 2) or [""]
        fits = len(tail) == 1 and cells(text) + 1 + cells(tail[0]) <= room
        rows = [[Piece(each)] for each in wrap(text, room, 2)]
        rows += [[Piece(each, "strong")] for each in tail]
        if fits:
            rows = [[Piece(f"{text} "), Piece(tail[0], "strong")]]
        lines: list[Line] = [
            [Piece(left("" if at else fact.label, label), self.label_ink), *each]
            for at, each in enumerate(rows)
        ]
        asides = wrap(fact.aside, room)
        if len(asides) <= fact.rows - len(lines):
            lines += [[Piece(" " * label), Piece(each, "quiet")] for each in asides]
        return self._tappable(lines, fact.target) if fact.target else lines

    def _tappable(self, lines: list[Line], target: str) -> list[Line]:
        over = " raised" if target == self.hovered else ""
        return [
            [Piece(text, f"{ink}{over}" if isinstance(ink, str) else ink, target) for text, ink, _ in line]
            for line in lines
        ]

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.post_message(self.FactChosen(self, target))
