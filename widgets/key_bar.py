"""The last line: which key does what."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import clean

_GAP = 2


class Key(NamedTuple):
    """One key and what it does.

    Attributes:
        key: as written on the key, "space", "5-0", "← →".
        word: what happens, "done"; empty for one that belongs to the key after it, as in "- + reps".
        action: posted on a click; empty when a click means nothing.
        rank: 0 stays longest; the highest goes first when there is no room.
        short: a shorter word, used before keys are dropped; None when there is none, "" for the key alone.
    """

    key: str
    word: str
    action: str = ""
    rank: int = 1
    short: str | None = None


class KeyBar(Drawing):
    """Keys in the loud colour, words quiet; the least important leave first when it is narrow."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $surface; padding: 0 1; }"

    keys: reactive[tuple[Key, ...]] = reactive(())

    @dataclass
    class KeyChosen(Message):
        """A key was clicked or tapped."""

        bar: "KeyBar"
        action: str

        @property
        def control(self) -> "KeyBar":
            return self.bar

    def __init__(
        self,
        keys: tuple[Key, ...] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.keys = keys

    def draw(self, room: Size) -> list[Line]:
        kept = list(self.keys)
        while kept and width_of(line := self._line(kept)) > room.width:
            shortenable = [key for key in kept if key.short is not None and key.short != key.word]
            if shortenable:
                least = max(reversed(shortenable), key=lambda key: key.rank)
                kept[kept.index(least)] = least._replace(word=least.short or "", short=None)
            else:
                self._leave(kept, max(reversed(kept), key=lambda key: key.rank))
        return [line] if kept else []

    @staticmethod
    def _leave(kept: list[Key], least: Key) -> None:
        """Take a key out, with those that share its word: ``← → year`` goes as a whole."""
        at = kept.index(least)
        del kept[at]
        does = least.action.partition("(")[0]
        while does and at and not kept[at - 1].word and kept[at - 1].action.partition("(")[0] == does:
            at -= 1
            del kept[at]

    def _line(self, keys: list[Key]) -> Line:
        line: Line = []
        alone = False
        for key in keys:
            over = " raised" if key.action and key.action == self.hovered else ""
            if line:
                line.append(Piece(" " * (1 if alone else _GAP)))
            alone = not key.word
            line.append(Piece(clean(key.key), f"now{over}", key.action))
            if word := clean(key.word):
                line.append(Piece(f" {word}", f"quiet{over}", key.action))
        return line

    def on_click(self, event: events.Click) -> None:
        if action := self.target_of(event):
            event.stop()
            self.post_message(self.KeyChosen(self, action))
