"""Seven days side by side, one letter each: pick a day with the arrow keys, give it a letter, or tap it."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import centre

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Letter(NamedTuple):
    """One kind of day.

    Attributes:
        letter: also the key that sets it.
        word: shown under the letter.
        ink: a role of `widgets.drawing`.
    """

    letter: str
    word: str
    ink: str = ""


class WeekRow(Drawing, can_focus=True):
    """A week in seven letters.

    Attributes:
        letters: the kinds, in the order in which a tap or space goes through them.
        week: seven of their letters from Monday.
        day: the day the keys are about, 0 is Monday.
    """

    DEFAULT_CSS = "WeekRow { height: 3; }"
    BINDINGS = [
        Binding("left", "step(-1)", "day before", show=False),
        Binding("right", "step(1)", "day after", show=False),
        Binding("space", "turn", "next kind", show=False),
    ]

    letters: reactive[tuple[Letter, ...]] = reactive(())
    week: reactive[str] = reactive("")
    day: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """A day has another letter."""

        row: "WeekRow"
        week: str

        @property
        def control(self) -> "WeekRow":
            return self.row

    def __init__(
        self,
        letters: tuple[Letter, ...] = (),
        week: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.letters, self.week = letters, week

    def rows(self, width: int) -> int:
        return 3 if width else 0

    def draw(self, room: Size) -> list[Line]:
        edges = [room.width * at // 7 for at in range(8)]
        lines: list[Line] = [[], [], []]
        for at, letter in enumerate(self.week[:7]):
            wide = edges[at + 1] - edges[at] - 1
            kind = self._kind(letter)
            here = " raised" if at == self.day and self.has_focus else ""
            rows = (
                (_DAYS[at], f"quiet{here}"),
                (letter, f"{kind.ink} bold{here}"),
                (kind.word, f"quiet{here}"),
            )
            for line, (text, ink) in zip(lines, rows, strict=True):
                line += [Piece(centre(text, wide), ink, str(at)), Piece(" ")]
        return lines

    def _kind(self, letter: str) -> Letter:
        return next((each for each in self.letters if each.letter == letter), Letter(letter, ""))

    def action_step(self, step: int) -> None:
        self.day = (self.day + step) % 7

    def action_turn(self) -> None:
        known = [each.letter for each in self.letters]
        here = self.week[self.day]
        self._put(known[(known.index(here) + 1) % len(known)] if here in known else known[0])

    def _put(self, letter: str) -> None:
        self.week = self.week[: self.day] + letter + self.week[self.day + 1 :]
        self.post_message(self.Changed(self, self.week))

    def on_key(self, event: events.Key) -> None:
        letter = (event.character or "").upper()
        if letter and letter in {each.letter for each in self.letters}:
            event.stop()
            event.prevent_default()
            self._put(letter)
            self.day = min(self.day + 1, 6)

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.focus()
            self.day = int(target)
            self.action_turn()
