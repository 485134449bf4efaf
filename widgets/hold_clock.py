"""Timed holds: a short count-in, the hold, a pause to switch sides, the other side."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer

from widgets.blocks import height_at, spell, width_at
from widgets.drawing import Drawing, Line, Piece, solid
from widgets.text import clean, fit

_TICKS_A_SECOND = 8
_WORDS = {"ready": "get ready", "hold": "hold", "switch": "switch sides"}
_INKS = {"ready": "cool", "hold": "loud", "switch": "cool"}


class Stage(NamedTuple):
    """A stretch of the timed set: "ready", "hold" or "switch"."""

    kind: str
    side: str
    seconds: float


class HoldClock(Drawing):
    """Counts a hold down in large figures; what it shows follows from when the stage began, not from ticks."""

    DEFAULT_CSS = "HoldClock { height: 8; }"

    @dataclass
    class HoldDone(Message):
        """One side has been held.

        Attributes:
            clock: the widget.
            seconds: held, whole seconds; fewer than asked when it was ended early.
            side: as given to `HoldClock.start`, empty without sides.
            last: nothing follows.
        """

        clock: "HoldClock"
        seconds: int
        side: str
        last: bool

        @property
        def control(self) -> "HoldClock":
            return self.clock

    def __init__(
        self,
        now: Callable[[], float],
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._now = now
        self._stages: list[Stage] = []
        self._since = 0.0
        self._ended = False
        self._ticker: Timer | None = None

    def start(
        self, seconds: float, sides: tuple[str, ...] = ("",), *, count_in: float = 3, switch: float = 5
    ) -> None:
        """Begin: *count_in* seconds to get ready, then a hold of *seconds* for each of *sides*."""
        self._stages = [Stage("ready", sides[0], count_in)]
        for at, side in enumerate(sides):
            if at:
                self._stages.append(Stage("switch", side, switch))
            self._stages.append(Stage("hold", side, seconds))
        self._since = self._now()
        self._ended = False
        self._tick()

    def advance(self) -> None:
        """The person is ahead of the clock: start the hold at once, or end it here with the seconds held so far."""
        self._catch_up()
        if self._stages:
            self._close(self._now() - self._since, at=self._now())
        self._tick()

    def cancel(self) -> None:
        """Stop without a word."""
        self._stages = []
        self._tick()

    @property
    def stage(self) -> Stage | None:
        """The stage under way; None before the start and after the end."""
        return self._stages[0] if self._stages else None

    @property
    def remaining(self) -> float:
        """Seconds left of the stage under way."""
        return max(0.0, self._since + self._stages[0].seconds - self._now()) if self._stages else 0.0

    def on_mount(self) -> None:
        self._ticker = self.set_interval(1 / _TICKS_A_SECOND, self._tick, pause=True)
        self._tick()

    def _tick(self) -> None:
        self._catch_up()
        if self._ticker is not None:
            if self._stages:
                self._ticker.resume()
            else:
                self._ticker.pause()
        self.refresh()

    def _catch_up(self) -> None:
        """Close every stage whose time is over, even when nobody looked for a while."""
        while self._stages and self._now() - self._since >= self._stages[0].seconds:
            self._close(self._stages[0].seconds, at=self._since + self._stages[0].seconds)

    def _close(self, lasted: float, *, at: float) -> None:
        stage = self._stages.pop(0)
        self._since = at
        self._ended = not self._stages
        if stage.kind == "hold":
            self.post_message(self.HoldDone(self, int(lasted), stage.side, last=not self._stages))

    def draw(self, room: Size) -> list[Line]:
        stage = self.stage
        if stage is None:
            return [[Piece("✓ done", "done bold")]] if self._ended else []
        word = fit(" · ".join(filter(None, (_WORDS[stage.kind], stage.side))), room.width)
        figure = clean(str(ceil(self.remaining)))
        ink = _INKS[stage.kind]
        scale = next(
            (
                scale
                for scale in (3, 2, 1)
                if height_at(scale) + 2 <= room.height and width_at(figure, scale) + 3 <= room.width
            ),
            0,
        )
        if not scale:
            return [
                [
                    Piece(f"{figure} s ", f"{ink} bold"),
                    Piece(fit(word, room.width - len(figure) - 3), "quiet"),
                ]
            ]
        figures = [solid(row, self.ink(ink)) for row in spell(figure, scale)]
        figures[-1].append(Piece(" s", "quiet"))
        full = round(room.width * self.remaining / stage.seconds) if stage.seconds else 0
        bar = [Piece("━" * full, ink), Piece("─" * (room.width - full), "faint")]
        lines = [[Piece(word, "strong")], *figures, bar]
        if len(lines) < room.height:
            lines.insert(1, [])
        if len(lines) < room.height:
            lines.insert(-1, [])
        return lines
