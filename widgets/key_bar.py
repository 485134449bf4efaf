"""The last line: which key does what."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean

_GAP = 2
_UNFOLD, _FOLD = "\0unfold ", "\0fold"


class Part(NamedTuple):
    """One of several keys that share a word: as it is written, and what is posted on a click."""

    key: str
    action: str


class Key(NamedTuple):
    """One key, or several that do alike, and what it does.

    Attributes:
        key: as written on the key, "space", "5-0", "← →".
        word: what happens, "done".
        action: posted on a click; empty when a click means nothing.
        rank: 0 stays longest; the highest goes first when there is no room.
        short: a shorter word, used before keys are dropped; None when there is none. "" for the key alone: its word
            stays until every other key has gone that may go.
        parts: the keys one by one. Where the key spells them all ("← →") each is a target; else ("5-0") a click
            puts them in the place of the whole line until one is chosen.
    """

    key: str
    word: str
    action: str = ""
    rank: int = 1
    short: str | None = None
    parts: tuple[Part, ...] = ()


class KeyBar(Drawing):
    """Keys in the loud colour, words quiet; the least important leave first when it is narrow. All can be tapped."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $surface; padding: 0 1; }"

    keys: reactive[tuple[Key, ...]] = reactive(())
    unfolded: reactive[str] = reactive("")
    """The key whose parts stand in the line."""

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

    def watch_keys(self) -> None:
        self.unfolded = ""

    def draw(self, room: Size) -> list[Line]:
        opened = next((key for key in self.keys if key.parts and key.key == self.unfolded), None)
        if opened is not None:
            return [self._unfolded(opened, room.width)]
        kept = list(self.keys)
        while kept and width_of(line := self._line(kept)) > room.width:
            kept = self._with_less(kept)
        return [line] if kept else []

    @staticmethod
    def _with_less(keys: list[Key]) -> list[Key]:
        """What gives way first: long words, keys of a higher rank, words that can be missed, at last keys of rank 0."""

        def last(of: list[Key]) -> Key:
            return max(reversed(of), key=lambda key: key.rank)

        longer = [key for key in keys if key.short and key.short != key.word]
        lesser = [key for key in keys if key.rank]
        missed = [key for key in keys if key.short == "" and key.word]
        if longer or (missed and not lesser):
            found = last(longer or missed)
            shorter = found._replace(word=found.short or "", short=None)
            return [shorter if key is found else key for key in keys]
        found = last(lesser or keys)
        return [key for key in keys if key is not found]

    def _line(self, keys: list[Key]) -> Line:
        line: Line = []
        for key in keys:
            if line:
                line.append(Piece(" " * _GAP))
            line += self._key(key)
        return line

    def _key(self, key: Key) -> Line:
        parts = key.parts
        if parts and key.key.split() == [part.key for part in parts]:
            line = [piece for part in parts for piece in (self._piece(part.key, part.action), Piece(" "))][
                :-1
            ]
            return [*line, *([Piece(f" {clean(key.word)}", "quiet")] if key.word else [])]
        target = f"{_UNFOLD}{key.key}" if parts else key.action
        word = clean(key.word)
        return [self._piece(key.key, target), *([self._piece(f" {word}", target, "quiet")] if word else [])]

    def _unfolded(self, key: Key, width: int) -> Line:
        """The parts of a key as targets as wide as there is room for."""
        word = self._piece(f"{clean(key.short or key.word)} ", _FOLD, "quiet")
        back = self._piece(" ‹", _FOLD)
        spare = width - width_of([word, back]) - sum(cells(clean(part.key)) for part in key.parts)
        air = " " * min(_GAP, max(0, spare // (2 * len(key.parts))))
        return [word, *(self._piece(f"{air}{part.key}{air}", part.action) for part in key.parts), back]

    def _piece(self, text: str, target: str, ink: str = "now") -> Piece:
        over = " raised" if target and target == self.hovered else ""
        return Piece(clean(text), f"{ink}{over}", target)

    def on_click(self, event: events.Click) -> None:
        target = self.target_of(event)
        if not target:
            return
        event.stop()
        if target.startswith(_UNFOLD):
            self.unfolded = target.removeprefix(_UNFOLD)
            return
        self.unfolded = ""
        if target != _FOLD:
            self.post_message(self.KeyChosen(self, target))
