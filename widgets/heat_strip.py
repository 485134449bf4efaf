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
_BARS = "▁▂▃▄▅▆▇█"
_LABEL, _WEEK, _CLOSE_WEEK = 4, 2, 1


class HeatStrip(Drawing):
    """Days as cells whose glyph and colour say how much was done; the newest weeks that fit are shown.

    The weeks stand close together where a year would not fit otherwise.

    Attributes:
        first: the day of the first level.
        levels: for each day from *first*: 0 nothing, 1 a little, 2 a session, 3 a long or hard one.
        races: days with a race.
        tints: for each day from *first* a theme variable or a colour instead of the usual one; may be empty.
        chosen: the day that is marked.
    """

    DEFAULT_CSS = "HeatStrip { height: 8; }"

    first: reactive[date | None] = reactive(None)
    levels: reactive[tuple[int, ...]] = reactive(())
    races: reactive[frozenset[date]] = reactive(frozenset())
    tints: reactive[tuple[str, ...]] = reactive(())
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

    def watch_levels(self) -> None:
        if self.is_attached and self.styles.width is not None and self.styles.width.is_auto:
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as its weeks are, apart from each other; a style sheet may allow less."""
        if self.first is None:
            return _LABEL
        days = self.first.weekday() + len(self.levels)
        return _LABEL + _WEEK * -(-days // 7)

    def draw(self, room: Size) -> list[Line]:
        first = self.first
        if first is None or not self.levels:
            return []
        last = first + timedelta(days=len(self.levels) - 1)
        start = first - timedelta(days=first.weekday())
        weeks = (last - start).days // 7 + 1
        space = room.width - _LABEL
        wide = _WEEK if weeks * _WEEK <= space else _CLOSE_WEEK
        shown = max(1, min(weeks, space // wide))
        start += timedelta(weeks=weeks - shown)
        rows = [self._row(first, last, start, weekday, shown, wide) for weekday in range(7)]
        return [self._months(start, shown, wide), *rows]

    def _months(self, start: date, weeks: int, wide: int) -> Line:
        text = " " * _LABEL
        previous = 0
        for week in range(weeks):
            day = start + timedelta(weeks=week, days=6)
            begins = day.month != previous
            if begins and len(text) <= _LABEL + week * wide and (weeks - week) * wide >= _LABEL - 1:
                text = text.ljust(_LABEL + week * wide) + f"{month_abbr[day.month]} "
            previous = day.month
        return [Piece(text.rstrip(), "quiet")]

    def _row(self, first: date, last: date, start: date, weekday: int, weeks: int, wide: int) -> Line:
        line: Line = [Piece(day_abbr[weekday][:3] if weekday % 2 == 0 else " " * (_LABEL - 1), "quiet")]
        line.append(self._between(start + timedelta(days=weekday - 7), wide))
        for week in range(weeks):
            day = start + timedelta(weeks=week, days=weekday)
            line.append(self._day(day, first) if first <= day <= last else Piece(" "))
            if wide == _WEEK:
                line.append(self._between(day, wide))
        return line

    def _between(self, day: date, wide: int) -> Piece:
        """What stands behind a day: the chosen one is in brackets where the weeks stand apart."""
        if self.chosen is None or wide != _WEEK:
            return Piece(" ")
        return Piece({0: "]", 7: "["}.get((self.chosen - day).days, " "), "accent")

    def _day(self, day: date, first: date) -> Piece:
        at = (day - first).days
        level = min(max(self.levels[at], 0), len(_GLYPHS) - 1)
        glyph, ink = (_RACE, "error") if day in self.races else (_GLYPHS[level], _INKS[level])
        tint = self.tints[at] if level and day not in self.races and at < len(self.tints) else ""
        ground = " filled" if day == self.chosen else " raised" if day.isoformat() == self.hovered else ""
        painted = self.ink(ink + ground) + self.tint(tint) if tint and ground != " filled" else ink + ground
        return Piece(glyph, painted, day.isoformat())

    def on_click(self, event: events.Click) -> None:
        if day := self.target_of(event):
            event.stop()
            self.post_message(self.DayChosen(self, date.fromisoformat(day)))


class MonthStrip(Drawing):
    """A year in two lines, for where there is no room for days: the months, and a bar for each.

    Attributes:
        counts: one for each month; None for a month that is still to come.
        chosen: the month that is marked, 1 to 12; 0 for none.
    """

    DEFAULT_CSS = "MonthStrip { height: 2; }"

    counts: reactive[tuple[int | None, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)

    @dataclass
    class MonthChosen(Message):
        """A month was clicked; 1 to 12."""

        strip: "MonthStrip"
        month: int

        @property
        def control(self) -> "MonthStrip":
            return self.strip

    def draw(self, room: Size) -> list[Line]:
        wide = min(max(room.width // max(1, len(self.counts)), 2), 5)
        most = max((count or 0 for count in self.counts), default=0)
        names: Line = []
        bars: Line = []
        for month, count in enumerate(self.counts, start=1):
            target = str(month)
            name = month_abbr[month][: wide - 1 if wide > 3 else 1]
            ink = "accent" if month == self.chosen else "quiet"
            names.append(Piece(name.ljust(wide), ink, target))
            bar = " " if count is None else _BARS[round((len(_BARS) - 1) * count / most) if most else 0]
            bars.append(Piece((bar * (wide - 1)).ljust(wide), "done" if count else "faint", target))
        return [names, bars]

    def on_click(self, event: events.Click) -> None:
        if month := self.target_of(event):
            event.stop()
            self.post_message(self.MonthChosen(self, int(month)))
