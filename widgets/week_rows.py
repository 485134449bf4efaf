"""Weeks below each other, each with seven letters and the days of lifting among them."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, underlined, width_of
from widgets.text import clean, fit, left, longest_that_fits

_MARKS = {
    "done": ("●", "done"),
    "part": ("◐", "done"),
    "planned": ("●", "now"),
    "missed": ("×", "quiet"),
    "skipped": ("–", "quiet"),
}
_ROOMY = 50


class RowDay(NamedTuple):
    """The letter of the run, its colour (a theme variable, or empty), and the mark of the lift; a run that is *noted*
    has its letter underlined.
    """

    letter: str
    colour: str = ""
    mark: str = ""
    noted: bool = False


class WeekRow(NamedTuple):
    """One week.

    Attributes:
        date: its Monday, "30 Nov".
        place: from the longest to the shortest, ("build 4/5", "bld 4").
        colour: of the phase.
        notes: from the longest to the shortest, ("lighter, easy to Fri", "lighter"); empty without one.
        days: seven.
        race: its race, empty without one.
        over: it lies behind.
        here: it is the current week.
    """

    date: str
    place: tuple[str, ...]
    colour: str
    notes: tuple[str, ...]
    days: tuple[RowDay, ...]
    race: str = ""
    over: bool = False
    here: bool = False


class WeekRows(Drawing):
    """A list of weeks; the chosen one is raised and has a pointer, and the list scrolls around it.

    Attributes:
        weeks: in order.
        chosen: index of the chosen one.
    """

    weeks: reactive[tuple[WeekRow, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)

    @dataclass
    class RowChosen(Message):
        """A row was clicked.

        Attributes:
            again: it was the chosen one already.
        """

        week_rows: "WeekRows"
        index: int
        again: bool

        @property
        def control(self) -> "WeekRows":
            return self.week_rows

    def draw(self, room: Size) -> list[Line]:
        if not self.weeks or room.height < 1:
            return []
        body = max(room.height - 1, 1)
        first = min(max(self.chosen - body // 3, 0), max(len(self.weeks) - body, 0))
        roomy = room.width >= _ROOMY
        lines = [] if room.height < 2 else [self._heads(room.width, roomy=roomy)]
        for index in range(first, min(first + body, len(self.weeks))):
            lines.append(self._row(index, room.width, roomy=roomy))
        return lines

    def _heads(self, width: int, *, roomy: bool) -> Line:
        day = 3 if roomy else 2
        start = _before(width, roomy=roomy)
        return [Piece(" " * start), *(Piece(left(name, day), "quiet") for name in "MTWTFSS")]

    def _row(self, index: int, width: int, *, roomy: bool) -> Line:
        week = self.weeks[index]
        chosen = index == self.chosen
        ground = " raised" if chosen else ""
        quiet = "quiet" if week.over else ""
        start = _before(width, roomy=roomy)
        date = 8 if roomy else 7
        place = start - date - 2
        words = tuple(f"{name} {note}" for note in week.notes for name in week.place) + week.place
        said = longest_that_fits(tuple(map(clean, words)), place - 1) or fit(week.place[-1], place - 1)
        line: Line = [
            Piece("› " if chosen else "• " if week.here else "  ", f"now{ground}"),
            Piece(left(week.date, date), f"{'strong' if week.here or chosen else quiet}{ground}".strip()),
            Piece(left(said, place), self.tint(week.colour) if not chosen else f"strong{ground}"),
        ]
        for each in week.days:
            mark, ink = _MARKS.get(each.mark, (" ", ""))
            letter = fit(each.letter, 1)
            tint = (
                self.tint(each.colour) if each.colour and not week.over and not chosen else f"{quiet}{ground}"
            )
            line += [
                Piece(letter, underlined(tint) if each.noted else tint),
                Piece(mark, f"{ink}{ground}".strip()),
                *([Piece(" ", ground.strip())] if roomy else []),
            ]
        race = fit(week.race, width - width_of(line) - 1)
        rest = width - width_of(line)
        line.append(Piece(left(race and f" {race}", rest), f"strong{ground}"))
        return [piece._replace(target=str(index)) for piece in line]

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            index = int(target)
            self.post_message(self.RowChosen(self, index, index == self.chosen))


def _before(width: int, *, roomy: bool) -> int:
    """Cells in front of the letters."""
    letters = 21 if roomy else 14
    return max(min(width - letters, 30 if roomy else 28), 12)
