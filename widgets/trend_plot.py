"""A curve over time on a ground of named bands, with a crosshair; drawn by plotext, which costs 25 ms to import."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from rich.text import Text
from textual import events
from textual.color import Color, ColorParseError
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual_plotext.plot import Plot

from widgets.text import cells, longest_that_fits

_HEADROOM = 0.12
_ROWS_A_TICK = 4
_LEAST_TICK = 9
_ALONE = "•"
"""A point with no other to be joined to would be a speck."""
LONGEST_GAP = timedelta(weeks=7)
"""Without any point for longer than that the curve breaks."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Paint = tuple[int, int, int] | str
_ANSI: dict[int | None, str] = {
    1: "red", 2: "green", 3: "orange", 4: "blue", 5: "magenta", 6: "cyan", 7: "white",
    9: "red+", 10: "green+", 11: "orange+", 12: "blue+", 13: "magenta+", 14: "cyan+", 15: "white",
}  # fmt: skip


class Spot(NamedTuple):
    """One point.

    Attributes:
        mark: drawn instead of joining the curve; empty for a point of the curve.
        tint: of a marked point: a theme variable or a colour.
    """

    day: date
    value: float
    mark: str = ""
    tint: str = ""


class Stretch(NamedTuple):
    """A band.

    Attributes:
        names: the longest first; the longest that fits is said on top.
        end: the day after the last one.
    """

    names: tuple[str, ...]
    start: date
    end: date
    tint: str


class TrendPlot(Widget):
    """Points by date; those that count are joined, the others marked.

    Attributes:
        spots: oldest first.
        stretches: bands behind them.
        start, end: the days at the edges.
        chosen: the number of the spot under the crosshair; -1 for none.
        bars: stems from zero instead of a curve.
        whole: the figures are counts, so the axis has whole numbers only.
        middle: a line to stay near, or None: zero for a difference.
    """

    DEFAULT_CSS = "TrendPlot { height: 1fr; }"

    spots: reactive[tuple[Spot, ...]] = reactive(())
    stretches: reactive[tuple[Stretch, ...]] = reactive(())
    start: reactive[date | None] = reactive(None)
    end: reactive[date | None] = reactive(None)
    chosen: reactive[int] = reactive(-1)
    bars: reactive[bool] = reactive(False)
    whole: reactive[bool] = reactive(False)
    middle: reactive[float | None] = reactive(None)

    class SpotChosen(Message):
        """A click near a spot; *at* is its number."""

        def __init__(self, plot: "TrendPlot", at: int) -> None:
            super().__init__()
            self.plot, self.at = plot, at

        @property
        def control(self) -> "TrendPlot":
            return self.plot

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Text:
        width, height = self.size
        if not self.spots or self.start is None or self.end is None or width < 12 or height < 4:
            return Text()
        plot = Plot()
        plot.plotsize(width, height)
        plot._set_size(width, height)
        plot.theme("clear")
        plot.frame(False)
        plot.grid(False, False)
        low, high = self._range()
        days = (self.end - self.start).days
        plot.xlim(0, days)
        plot.ylim(low, high)
        labels = self._labels(low, high, height)
        self._draw_bands(plot, low, high, width - self._margin)
        if self.middle is not None:
            plot.hline(self.middle, color=self._paint("faint"))
        self._draw_spots(plot)
        self._draw_ticks(plot, labels, width)
        return Text.from_ansi(plot.build())

    # Parts

    def _draw_spots(self, plot: Plot) -> None:
        curve = [spot for spot in self.spots if not spot.mark]
        if self.bars:
            for each in curve:
                x = self._x(each.day)
                plot.plot([x, x], [0.0, each.value], marker="braille", color=self._paint("primary"))
        else:
            for run in unbroken(self.spots):
                xs, ys = [self._x(each.day) for each in run], [each.value for each in run]
                plot.plot(xs, ys, marker="braille", color=self._paint("primary"))
                if len(run) == 1:
                    plot.scatter(xs, ys, marker=_ALONE, color=self._paint("primary"))
        for mark, found in groupby(
            sorted((each for each in self.spots if each.mark), key=lambda each: (each.mark, each.tint)),
            key=lambda each: (each.mark, each.tint),
        ):
            marked = list(found)
            plot.scatter(
                [self._x(each.day) for each in marked],
                [each.value for each in marked],
                marker=mark[0],
                color=self._paint(mark[1]),
            )
        if 0 <= self.chosen < len(self.spots):
            spot = self.spots[self.chosen]
            plot.vline(self._x(spot.day), color=self._paint("accent"))
            plot.scatter([self._x(spot.day)], [spot.value], marker="●", color=self._paint("accent"))

    def _draw_bands(self, plot: Plot, low: float, high: float, width: int) -> None:
        """A name and a line at the left of each band that has room, and its colour along the ground."""
        days = max(1, (self._last - self._first).days)
        for stretch in self.stretches:
            first, last = max(0, self._x(stretch.start)), min(days, self._x(stretch.end))
            room = round((last - first) / days * width) - 2
            if room >= 1:
                if first > 0:
                    plot.vline(first, color=self._paint("faint"))
                if name := longest_that_fits(stretch.names, room):
                    paint = self._paint(stretch.tint)
                    plot.text(name, first + days / width, high, color=paint, alignment="left")
            plot.plot([first, last], [low, low], marker="▁", color=self._paint(stretch.tint))

    def _draw_ticks(self, plot: Plot, labels: Sequence[tuple[float, str]], width: int) -> None:
        plot.yticks([value for value, _ in labels], [f"{text:>{self._margin - 1}} " for _, text in labels])
        ticks = month_ticks(self._first, self._last, max(2, (width - self._margin) // _LEAST_TICK))
        plot.xticks([self._x(day) for day, _ in ticks], [label for _, label in ticks])
        plot.ticks_color(self._paint("quiet"))

    def _labels(self, low: float, high: float, height: int) -> Sequence[tuple[float, str]]:
        """Where the figures of the upright axis stand; sets the margin that they take."""
        labels = value_ticks(low, high, max(2, height // _ROWS_A_TICK), 1.0 if self.whole else 0.0)
        self._margin = max((cells(text) for _, text in labels), default=1) + 1
        return labels

    # Measures

    _margin = 6

    @property
    def _first(self) -> date:
        assert self.start is not None
        return self.start

    @property
    def _last(self) -> date:
        assert self.end is not None
        return self.end

    def _x(self, day: date) -> int:
        return (day - self._first).days

    def _range(self) -> tuple[float, float]:
        values = [spot.value for spot in self.spots]
        if self.middle is not None:
            reach = max(1.0, *(abs(value - self.middle) for value in values)) * (1 + _HEADROOM)
            return self.middle - reach, self.middle + reach
        low, high = (0.0, max(values)) if self.bars else (min(values), max(values))
        spread = (high - low) or max(abs(high) * _HEADROOM, 1.0)
        return (low if self.bars else low - spread * _HEADROOM), high + spread * 2 * _HEADROOM

    def _paint(self, name: str) -> Paint:
        """A theme variable or a colour as plotext wants it."""
        try:
            colour = Color.parse(self.app.theme_variables.get(name, name))
        except ColorParseError:
            return "default"
        if colour.ansi is not None:
            return _ANSI.get(colour.ansi, "default")
        return colour.rgb

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.spots:
            return
        event.stop()
        share = (offset.x - self._margin) / max(1, self.size.width - self._margin)
        day = self._first + timedelta(days=round(share * (self._last - self._first).days))
        at = min(range(len(self.spots)), key=lambda at: abs((self.spots[at].day - day).days))
        self.post_message(self.SpotChosen(self, at))


def unbroken(spots: Sequence[Spot]) -> list[list[Spot]]:
    """The points of the curve in runs; where nothing was measured for long, no line pretends to know."""
    runs: list[list[Spot]] = [[]]
    before: date | None = None
    for spot in spots:
        if before is not None and spot.day - before > LONGEST_GAP:
            runs.append([])
        before = spot.day
        if not spot.mark:
            runs[-1].append(spot)
    return [run for run in runs if run]


def value_ticks(low: float, high: float, most: int, least_step: float = 0.0) -> Sequence[tuple[float, str]]:
    """Round figures between *low* and *high*, at most *most* of them, and *least_step* apart."""
    scale = 10.0 ** math.floor(math.log10(max(high - low, 1e-6)))
    steps = [scale * share for share in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)]
    step = max(least_step, next((each for each in steps if (high - low) / each <= most), steps[-1]))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    return [(at * step, f"{at * step:.{places}f}") for at in range(first, last + 1)]


def month_ticks(first: date, last: date, most: int) -> Sequence[tuple[date, str]]:
    """Firsts of months with their names, evenly thinned to *most*; January with its year."""
    months = []
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            months.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    step = next((each for each in (1, 2, 3, 6, 12, 24, 60) if len(months) / each <= most), 120)
    kept = [each for each in months if (each.year * 12 + each.month - 1) % step == 0]
    return [(each, str(each.year) if each.month == 1 else _MONTHS[each.month - 1]) for each in kept]
