"""One-line pictures for a review: a trend, a bar against its target, a balance, a drift."""

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.text import cells, clean, fit, left, right

_SPARKS = "▁▂▃▄▅▆▇█"
_LEAST_BAR = 4
_FLAT = 3
_LEAST_SPAN = 0.10


def spark(points: tuple[float | None, ...], width: int) -> str:
    """The last *width* points as blocks between their own least and greatest; a gap is a blank.

    A curve that moves by less than a tenth is drawn on the scale of a tenth, so that noise looks flat.
    """
    kept = points[-width:] if width > 0 else ()
    known = [point for point in kept if point is not None]
    if not known:
        return " " * len(kept)
    low, high = min(known), max(known)
    spare = _LEAST_SPAN * high - (high - low)
    if low < high and spare > 0:
        low, high = low - spare / 2, high + spare / 2
    step = (high - low) / (len(_SPARKS) - 1)
    return "".join(
        " " if point is None else _SPARKS[round((point - low) / step) if step else _FLAT] for point in kept
    )


class TrendLine(Drawing):
    """A name, its small curve, its last value and a remark: ``Trap-bar deadlift ▂▃▅▇ 132 kg  98 %``.

    Attributes:
        label: the name.
        points: oldest first; None is a gap.
        value: the last value in words.
        remark: after it.
        state: "done", "warning", "error" or "" - the ink of the remark, which says the same in words.
        label_cells, curve_cells, value_cells, remark_cells: widths that make lines stand in columns; a remark
            of no width is as long as it is.
    """

    DEFAULT_CSS = "TrendLine { height: 1; }"

    label: reactive[str] = reactive("")
    points: reactive[tuple[float | None, ...]] = reactive(())
    value: reactive[str] = reactive("")
    remark: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    label_cells: reactive[int] = reactive(18)
    curve_cells: reactive[int] = reactive(12)
    value_cells: reactive[int] = reactive(9)
    remark_cells: reactive[int] = reactive(0)

    def __init__(
        self,
        label: str = "",
        points: tuple[float | None, ...] = (),
        value: str = "",
        remark: str = "",
        *,
        state: str = "",
        label_cells: int = 18,
        curve_cells: int = 12,
        value_cells: int = 9,
        remark_cells: int = 0,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.label, self.points, self.value = label, points, value
        self.remark, self.state = remark, state
        self.label_cells, self.curve_cells = label_cells, curve_cells
        self.value_cells, self.remark_cells = value_cells, remark_cells

    def draw(self, room: Size) -> list[Line]:
        remark = fit(self.remark, room.width // 3)
        remark = left(remark, max(cells(remark), min(self.remark_cells, room.width // 3)))
        value = right(self.value, min(self.value_cells, room.width // 3))
        tail = cells(value) + (cells(remark) + 2 if remark else 0)
        label = left(self.label, max(0, min(self.label_cells, room.width - tail - _LEAST_BAR - 1)))
        width = min(self.curve_cells, room.width - cells(label) - tail - 2)
        curve = spark(self.points, width).rjust(width)
        return [
            [
                Piece(f"{label} "),
                Piece(curve, "cool"),
                Piece(f" {value}", "bold"),
                *([Piece("  "), Piece(remark, self.state or "quiet")] if remark else []),
            ]
        ]


class MeterRow(Drawing):
    """A bar for what was done and a tick for what was aimed at: ``push ███▏ 3 4``.

    Attributes:
        label: the name.
        actual, target: on the scale that *most* fills; no target, no tick.
        said: the number of the bar.
        beside: said after it in quiet ink (last week, the target).
        colour: of the bar: a theme variable or a colour; empty is the colour of what is done.
        tail_cells: what is said after the bars of all rows, so that they share one scale.
    """

    DEFAULT_CSS = "MeterRow { height: 1; }"

    label: reactive[str] = reactive("")
    actual: reactive[float] = reactive(0.0)
    target: reactive[float | None] = reactive(None)
    most: reactive[float] = reactive(1.0)
    said: reactive[str] = reactive("")
    beside: reactive[str] = reactive("")
    colour: reactive[str] = reactive("")
    label_cells: reactive[int] = reactive(10)
    tail_cells: reactive[int] = reactive(0)

    def __init__(
        self,
        label: str = "",
        actual: float = 0.0,
        target: float | None = None,
        *,
        most: float = 1.0,
        said: str = "",
        beside: str = "",
        colour: str = "",
        label_cells: int = 10,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.label, self.actual, self.target, self.most = label, actual, target, most
        self.said, self.beside, self.colour = said, beside, colour
        self.label_cells = label_cells

    def draw(self, room: Size) -> list[Line]:
        label = left(self.label, min(self.label_cells, room.width // 2))
        said, beside = fit(self.said, room.width // 4), fit(self.beside, room.width // 3)
        tail = max(cells(said) + cells(beside), min(self.tail_cells, room.width // 3))
        width = room.width - cells(label) - tail - 3
        if width < _LEAST_BAR:
            return [[Piece(f"{label} "), Piece(f"{said} ", "bold"), Piece(beside, "quiet")]]
        scale = width / self.most if self.most > 0 else 0.0
        full = min(round(max(self.actual, 0.0) * scale), width)
        line: Line = [
            Piece(f"{label} "),
            Piece("▆" * full, self.tint(self.colour) if self.colour else "done"),
        ]
        if self.target is not None and full < (tick := min(round(self.target * scale), width)):
            line += [Piece("─" * (tick - full - 1), "faint"), Piece("┤", "quiet")]
        return [[*line, Piece(" "), Piece(f"{said} ", "bold"), Piece(beside, "quiet")]]


class BalanceRow(Drawing):
    """Two shares of one whole, ``Run : lift ▆▆▆▆▆▄▄  70 : 30``; the second share is also lower.

    Attributes:
        label: in front.
        first, second: the shares, in any unit.
        said: after the bar.
        colours: of both, theme variables or colours.
    """

    DEFAULT_CSS = "BalanceRow { height: 1; }"

    label: reactive[str] = reactive("")
    first: reactive[float] = reactive(0.0)
    second: reactive[float] = reactive(0.0)
    said: reactive[str] = reactive("")

    def __init__(
        self,
        label: str = "",
        first: float = 0.0,
        second: float = 0.0,
        said: str = "",
        *,
        colours: tuple[str, str] = ("primary", "accent"),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.label, self.first, self.second, self.said = label, first, second, said
        self.colours = colours

    def draw(self, room: Size) -> list[Line]:
        label = fit(self.label, room.width // 2)
        said = fit(self.said, room.width - cells(label) - 2)
        width = room.width - cells(label) - cells(said) - 4
        total = self.first + self.second
        bar: Line = []
        if width >= _LEAST_BAR and total > 0:
            cut = round(width * self.first / total)
            bar = [
                Piece("▆" * cut, self.tint(self.colours[0])),
                Piece("▄" * (width - cut), self.tint(self.colours[1])),
            ]
        return [[Piece(label, "strong"), Piece("  "), *bar, Piece("  " if bar else ""), Piece(said, "quiet")]]


class DriftRow(Drawing):
    """Where a value lies around zero, with its spread, on a line with a scale above.

    Attributes:
        value: None when there is nothing to say yet.
        spread: half the width of the thick stretch.
        reach: the line goes from -reach to +reach.
        said: after the line.
        good: it is near enough to zero.
    """

    DEFAULT_CSS = "DriftRow { height: 2; }"

    value: reactive[float | None] = reactive(None)
    spread: reactive[float] = reactive(0.0)
    reach: reactive[int] = reactive(2)
    said: reactive[str] = reactive("")
    good: reactive[bool] = reactive(True)

    def __init__(
        self,
        value: float | None = None,
        spread: float = 0.0,
        *,
        reach: int = 2,
        said: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.value, self.spread, self.reach, self.said = value, spread, reach, said

    def draw(self, room: Size) -> list[Line]:
        said = clean(self.said)
        width = room.width - cells(said) - 2
        if width < 2 * self.reach + 1:
            return [[Piece(fit(said, room.width), "bold")]]

        def cell(value: float) -> int:
            return min(max(round((value + self.reach) / (2 * self.reach) * (width - 1)), 0), width - 1)

        scale = [" "] * (width + 2)
        for tick in range(-self.reach, self.reach + 1):
            word = f"{tick:+d}" if tick else "0"
            start = max(0, cell(tick) - len(word) // 2)
            scale[start : start + len(word)] = word
        if self.value is None:
            return [[Piece("".join(scale), "quiet")], [Piece("─" * width, "faint")]]
        dot, low, high = (cell(self.value + shift) for shift in (0.0, -self.spread, self.spread))
        ink = "done" if self.good else "warning"
        line = [
            Piece("─" * low, "faint"),
            Piece("━" * (dot - low), ink),
            Piece("●", ink),
            Piece("━" * (high - dot), ink),
            Piece("─" * (width - 1 - high), "faint"),
            Piece(f"  {said}", "bold"),
        ]
        return [[Piece("".join(scale), "quiet")], line]
