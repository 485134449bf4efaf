"""The rest between sets: a deadline, not a count."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from widgets.blocks import height_at, spell, width_at
from widgets.drawing import Drawing, Line, Piece, solid
from widgets.text import cells, fit

_TICKS_A_SECOND = 4
_LEAST_BAR = 6
_LEAST_LABELLED = 20
_SCALES = (2, 1)
_LEAST_BESIDE = 16


def minutes(seconds: float) -> str:
    """A time as minutes and seconds, "1:12"; an hour and more as "1:02:03"."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


class RestClock(Drawing):
    """Counts down to a deadline, says *ready* there, and goes on counting up quietly; in figures where there are rows.

    Because only the deadline is kept, nothing is lost while the screen is hidden or the machine sleeps.

    Attributes:
        deadline: when the rest is over, in the seconds of *now*; None while there is no rest.
        total: the length of the rest in seconds, for the bar.
        label: the word in front.
    """

    DEFAULT_CSS = "RestClock { height: 1; }"

    deadline: reactive[float | None] = reactive(None)
    total: reactive[float] = reactive(0.0)
    label: reactive[str] = reactive("rest")

    @dataclass
    class RestOver(Message):
        """The deadline has passed; posted once for each rest.

        Attributes:
            clock: the widget.
            late: seconds since the deadline; large when the machine slept through it.
        """

        clock: "RestClock"
        late: float

        @property
        def control(self) -> "RestClock":
            return self.clock

    def __init__(
        self,
        now: Callable[[], float],
        *,
        label: str = "rest",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._now = now
        self._told = True
        self._ticker: Timer | None = None
        self._shown = ""
        self.label = label

    def start(self, seconds: float, *, deadline: float | None = None) -> None:
        """Begin a rest of *seconds*; with *deadline*, one that is already under way."""
        self.total = max(0.0, seconds)
        self.deadline = self._now() + self.total if deadline is None else deadline
        self._told = False
        self._tick_or_not()

    def stop(self) -> None:
        """No rest any more."""
        self.deadline = None
        self._told = True
        self._tick_or_not()

    @property
    def remaining(self) -> float:
        """Seconds to the deadline, negative past it; 0 while there is no rest."""
        return 0.0 if self.deadline is None else self.deadline - self._now()

    def on_mount(self) -> None:
        self._ticker = self.set_interval(1 / _TICKS_A_SECOND, self._tick, pause=True)
        self._tick_or_not()

    def _tick_or_not(self) -> None:
        if self._ticker is None:
            return
        if self.deadline is None:
            self._ticker.pause()
        else:
            self._ticker.resume()

    def _tick(self) -> None:
        remaining = self.remaining
        if not self._told and remaining <= 0:
            self._told = True
            self.post_message(self.RestOver(self, -remaining))
        if (face := self._face()) != self._shown:
            self._shown = face
            self.refresh()

    def _face(self) -> str:
        remaining = self.remaining
        return minutes(remaining + 0.999) if remaining > 0 else f"+{minutes(-remaining)}"

    def draw(self, room: Size) -> list[Line]:
        if self.deadline is None:
            return []
        scale = next(
            (each for each in _SCALES if height_at(each) <= room.height and self._fits(each, room)), 0
        )
        return self._large(scale, room) if scale else self._on_one_line(room)

    def _fits(self, scale: int, room: Size) -> bool:
        return width_at(self._word, scale) + _LEAST_BESIDE <= room.width

    @property
    def _word(self) -> str:
        return "READY" if self.remaining <= 0 else self._face()

    def _large(self, scale: int, room: Size) -> list[Line]:
        """The time in figures; beside its foot the bar, and above that what it is."""
        over = self.remaining <= 0
        ink = "done" if over else "cool"
        figures = [solid(row, self.ink(ink)) for row in spell(self._word, scale)]
        end = Piece(self._face() if over else minutes(self.total), "quiet")
        bar = room.width - width_at(self._word, scale) - 2 - cells(end.text) - 1
        figures[-2] += [
            Piece("  "),
            Piece(fit(f"{self.label} is over" if over else self.label, _LEAST_BESIDE - 2), "quiet"),
        ]
        figures[-1] += [Piece("  "), *self._bar(bar), Piece(" "), end]
        return figures

    def _bar(self, width: int) -> Line:
        over = self.remaining <= 0
        share = 1.0 if over or not self.total else self.remaining / self.total
        full = round(width * min(1.0, share))
        return [Piece("━" * full, "done" if over else "cool"), Piece("─" * (width - full), "faint")]

    def _on_one_line(self, room: Size) -> list[Line]:
        over = self.remaining <= 0
        word = fit(self.label, room.width // 3)
        label = [Piece(f"{word} ", "quiet")] if word and room.width >= _LEAST_LABELLED else []
        face = Piece("ready" if over else self._face(), "done bold" if over else "cool bold")
        end = Piece(self._face() if over else minutes(self.total), "quiet")
        bar = room.width - sum(cells(piece.text) for piece in (*label, face, end)) - 2
        line = [*label, face]
        if bar >= _LEAST_BAR:
            line += [Piece(" "), *self._bar(bar), Piece(" ")]
        else:
            line.append(Piece(" "))
        return [[*line, end]]
