"""A year of training at a glance: one column a week, one cell a day."""

from calendar import day_abbr, month_abbr
from dataclasses import dataclass
from datetime import date, timedelta

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece

_GLYPHS = ("·", "▫", "▪", "■")
_INKS = ("faint", "done", "done", "done bold")
_RACE = "◆"
_LABEL, _WEEK = 4, 2


class HeatStrip(Drawing):
    """Days as cells whose glyph and colour say how much was done; the newest weeks that fit are shown.

    Attributes:
        first: the day of the first level.
        levels: for each day from *first*: 0 nothing, 1 a little, 2 a session, 3 a long or hard one.
        races: days with a race.
        chosen: the day that is marked.
    """

    DEFAULT_CSS = "HeatStrip { height: 8; }"

    first: reactive[date | None] = reactive(None)
    levels: reactive[tuple[int, ...]] = reactive(())
    races: reactive[frozenset[date]] = reactive(frozenset())
    chosen: reactive[date | None] = reactive(None)

    @dataclass
    class DayChosen(Message):
        """A day was clicked."""

        strip: "HeatStrip"
        day: date

        @property
        def control(self) -> "HeatStrip":
            return self.strip

    def __init__(
        self,
        first: date | None = None,
        levels: tuple[int, ...] = (),
        races: frozenset[date] = frozenset(),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.first = first
        self.levels = levels
        self.races = races

    def draw(self, room: Size) -> list[Line]:
        first = self.first
        if first is None or not self.levels:
            return []
        last = first + timedelta(days=len(self.levels) - 1)
        start = first - timedelta(days=first.weekday())
        weeks = (last - start).days // 7 + 1
        shown = max(1, min(weeks, (room.width - _LABEL) // _WEEK))
        start += timedelta(weeks=weeks - shown)
        rows = [self._row(first, last, start, weekday, shown) for weekday in range(7)]
        return [self._months(start, shown), *rows]

    def _months(self, start: date, weeks: int) -> Line:
        text = " " * _LABEL
        previous = 0
        for week in range(weeks):
            day = start + timedelta(weeks=week, days=6)
            begins = day.month != previous
            if begins and len(text) <= _LABEL + week * _WEEK and week + 1 < weeks:
                text = text.ljust(_LABEL + week * _WEEK) + f"{month_abbr[day.month]} "
            previous = day.month
        return [Piece(text.rstrip(), "quiet")]

    def _row(self, first: date, last: date, start: date, weekday: int, weeks: int) -> Line:
        line: Line = [Piece(day_abbr[weekday][:3] + " " if weekday % 2 == 0 else " " * _LABEL, "quiet")]
        for week in range(weeks):
            day = start + timedelta(weeks=week, days=weekday)
            if not first <= day <= last:
                line.append(Piece("  "))
                continue
            level = min(max(self.levels[(day - first).days], 0), len(_GLYPHS) - 1)
            glyph, ink = (_RACE, "error") if day in self.races else (_GLYPHS[level], _INKS[level])
            if day == self.chosen or day.isoformat() == self.hovered:
                ink += " raised"
            line += [Piece(glyph, ink, day.isoformat()), Piece("]" if day == self.chosen else " ", "accent")]
        return line

    def on_click(self, event: events.Click) -> None:
        if day := self.target_of(event):
            event.stop()
            self.post_message(self.DayChosen(self, date.fromisoformat(day)))
