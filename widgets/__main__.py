"""The gallery: every widget with live sample values. ``python -m widgets``

Left and right walk through the widgets, ``[`` and ``]`` make the room narrower and wider, ``{`` and ``}`` lower and
higher, ``t`` changes the theme. What a widget posts is written on the last line.
"""

from collections.abc import Callable
from datetime import date, timedelta
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from widgets.big_set import BigSet
from widgets.choice import Choice, Item
from widgets.coverage_grid import CoverageGrid
from widgets.facts import Fact, Facts
from widgets.headline import Headline, Statement
from widgets.heat_strip import HeatStrip, MonthStrip
from widgets.hold_clock import HoldClock
from widgets.key_bar import Key, KeyBar, Part
from widgets.ladder import Ladder, Step
from widgets.legend import Legend, Meaning
from widgets.meters import BalanceRow, DriftRow, MeterRow, TrendLine
from widgets.option_row import Choosable, OptionRow
from widgets.phase_band import Block, PhaseBand
from widgets.picking import Picking
from widgets.plate_stack import PlateStack
from widgets.rest_clock import RestClock
from widgets.row_list import Cell, Column, ListRow, RowList
from widgets.set_list import Exercise, SetLine, SetList
from widgets.set_strip import SetStrip
from widgets.tab_bar import Tab, TabBar
from widgets.tap_row import Tap, TapRow
from widgets.week_row import Letter, WeekRow


def big_set() -> Widget:
    return BigSet(
        "Rear-foot-elevated split squat",
        short="RFE split squat",
        place="set 2 of 2",
        load="22.5",
        unit="kg",
        reps="5",
        effort="@8",
        note="per hand, each side · two 22.5 dumbbells",
    )


def tab_bar() -> Widget:
    names = (("Today",), ("Week",), ("Plan",), ("History", "Hist"), ("Graphs", "Graph"), ("Library", "Lib"))
    return TabBar(tuple(Tab(each[0].lower(), each) for each in names), "today", ("Fri 26 Mar", "26 Mar"))


def key_bar() -> Widget:
    return KeyBar(
        (
            Key("space", "done", "done", 0),
            Key("5-0", "done @RPE", "", 0, "@RPE", tuple(Part(str(rpe), f"@{rpe}") for rpe in range(5, 11))),
            Key("- +", "reps", "", 3, parts=(Part("-", "one less"), Part("+", "one more"))),
            Key("← →", "load", "", 1, "kg", (Part("←", "lighter"), Part("→", "heavier"))),
            Key("u", "undo", "undo", 2),
            Key("m", "modify", "modify", 4),
            Key("?", "keys", "keys", 0, ""),
        )
    )


def phase_band() -> Widget:
    return PhaseBand(
        (
            Block(("off-season", "off", "o"), 8, "#8A9BB0"),
            Block(("base", "b"), 8, "#7FB4CA"),
            Block(("build", "bld", "b"), 10, "#A3B18A"),
            Block(("peak", "p"), 4, "#E8A15B"),
            Block(("taper", "tap", "t"), 3, "#C792A8"),
            Block(("R",), 1, "#E8828A", race=True, below="Berlin 26 Sep"),
            Block(("recovery", "rec", "r"), 4, "#868F8A"),
        ),
        here=19.5,
    )


def set_list() -> Widget:
    rows: list[Exercise | SetLine] = []
    for number, name in enumerate(
        ("Trap-bar deadlift", "Split squat", "Lat pulldown", "Soleus raise", "Bird dog"), 1
    ):
        sides = "L/R" if number % 2 == 0 else ""
        label = {3: "3a", 4: "3b", 5: "4"}.get(number, str(number))
        word = "superset" if number == 3 else ""
        head = Exercise(f"{number}", label, name, sides, current=number == 2, word=word, joined=number == 4)
        rows.append(head)
        for at in range(1, 4):
            state = "done" if number == 1 or (number, at) == (2, 1) else "next"
            rows.append(
                SetLine(f"{number}.{at}", "now" if (number, at) == (2, 2) else state, "22.5 kg × 5", "@8")
            )
    return SetList(tuple(rows), "2.2")


def set_strip() -> Widget:
    return SetStrip(
        (("done", "done", "done"), ("done", "now"), ("next", "next", "next"), ("skipped", "skipped")), (3,)
    )


def rest_clock() -> Widget:
    clock = RestClock(monotonic)
    clock.start(90)
    return clock


def hold_clock() -> Widget:
    clock = HoldClock(monotonic)
    clock.start(10, ("left", "right"))
    return clock


def plate_stack() -> Widget:
    return PlateStack(("20", "10", "2.5"), "each side of the 20 kg bar")


def tap_row() -> Widget:
    marks = tuple(Tap(mark, mark) for mark in ("6", "7", "8", "9", "10"))
    return TapRow((Tap("done", "✓ done", "good", 2), *marks))


def choice() -> Widget:
    return Choice(
        "Modify the split squat",
        (
            Item("unsafe", "u", "It feels unsafe", "fewer moving parts, something to hold on to"),
            Item("skill", "s", "It is steps ahead of me", "two small steps down; the way back stays open"),
            Item("hurts", "h", "It hurts", "another pattern today, and this one rests"),
            Item("clunky", "c", "It stays clunky", "a cousin that does the same work"),
            Item("should", "o", "I only feel I should", "then it can go"),
        ),
        sentence="It is always fine to modify. What is it?",
        selected="skill",
    )


def ladder() -> Widget:
    return Ladder(
        (
            Step("rfe", "Rear-foot-elevated split squat", here=True),
            Step("split", "Split squat", "both feet on the floor, 16 kg"),
            Step("held", "Split squat, hand on a rail", "body weight"),
            Step("sit", "Sit to stand on one leg", "from a high box"),
        ),
        selected="split",
    )


def coverage_grid() -> Widget:
    columns = (
        ("back",),
        ("belly", "bel"),
        ("fours", "4s"),
        ("kneel", "kne"),
        ("stand", "sta"),
        ("jump", "jmp"),
    )
    counts = (
        ("single leg", (4, 0, 0, 2, 14, 0)),
        ("balance", (None, None, 0, 2, 6, 3)),
        ("pull", (2, 0, 0, 4, 4, 0)),
    )
    return CoverageGrid(columns, counts, frozenset({(0, 2), (1, 2), (2, 2)}))


def heat_strip() -> Widget:
    levels = tuple((0, 2, 0, 1, 2, 0, 3)[day % 7] if day % 50 > 9 else 0 for day in range(300))
    return HeatStrip(date(2027, 1, 1), levels, frozenset({date(2027, 9, 26)}))


def trend_line() -> Widget:
    return TrendLine(
        "Trap-bar deadlift", (118, 120, 121, None, 125, 128, 132), "132 kg", "98 % kept", state="done"
    )


def meter_row() -> Widget:
    return MeterRow("one leg", 5, 7, most=8, said="5", beside="of 7")


def balance_row() -> Widget:
    return BalanceRow("Run : lift", 70, 30, "70 : 30 as asked")


def headline() -> Widget:
    line = Headline()
    line.statements = (
        Statement(("BUILD 3/5",), tint="#A3B18A", rank=0),
        Statement(("periodized: heavier, shorter sets", "periodized"), rank=3),
        Statement(("run 70 : lift 30", "70:30"), "quiet", rank=2),
        Statement(("Berlin Marathon in 52 days", "in 52 d")),
    )
    return line


def facts() -> Widget:
    lines = Facts()
    lines.facts = (
        Fact("last", "20 kg × 6 @7 @7.5", aside="Tue"),
        Fact("why", "new step: one rep less, a little heavier", lead="+2.5 kg", rows=2),
        Fact("next", "Lat pulldown 45 kg × 8", aside="14 min left"),
    )
    return lines


def week_row() -> Widget:
    kinds = (
        Letter("R", "rest", "quiet"),
        Letter("E", "easy", "cool"),
        Letter("Q", "hard", "now"),
        Letter("L", "long"),
    )
    return WeekRow(kinds, "REQEREL")


def drift_row() -> Widget:
    return DriftRow(0.1, 0.3, said="+0.1")


def row_list() -> Widget:
    rows = (
        ListRow("", (Cell("BUILD", "bold", "#A3B18A"), Cell("10 to 19 Nov"))),
        ListRow(
            "b2", (Cell("Thu 19"), Cell("✓", "done"), Cell("hinge, pull, balance"), Cell("16 sets", "quiet"))
        ),
        ListRow(
            "a2",
            (Cell("Tue 17"), Cell("½", "done"), Cell("squat, push", aside="short"), Cell("9 sets", "quiet")),
        ),
        ListRow("b1", (Cell("Thu 12"), Cell("~", "quiet"), Cell("hinge, pull", "quiet", aside="skipped"))),
    )
    shown = RowList((Column(), Column(), Column(flex=True), Column(to_right=True, rank=1)), rows)
    shown.settle()
    return shown


def option_row() -> Widget:
    shown = OptionRow()
    shown.options = (
        Choosable("e1rm", "1", ("e1RM",)),
        Choosable("top", "2", ("top set", "top")),
        Choosable("tonnage", "3", ("tonnage", "tons")),
    )
    shown.active = "top"
    return shown


def legend() -> Widget:
    shown = Legend()
    shown.columns = (
        (Meaning("■", ("long or hard", "long"), "done"), Meaning("▪", ("a session", "usual"), "done")),
        (Meaning("◆", ("race",), "error"),),
    )
    return shown


def month_strip() -> Widget:
    shown = MonthStrip()
    shown.counts, shown.chosen = (8, 7, 9, 6, 2, 8, 9, 8, 7, 8, 6, None), 11
    return shown


def trend_plot() -> Widget:
    from widgets.trend_plot import Spot, Stretch, TrendPlot

    shown = TrendPlot()
    shown.start, shown.end = date(2027, 1, 1), date(2027, 6, 1)
    shown.spots = tuple(
        Spot(
            date(2027, 1, 4) + timedelta(days=7 * week),
            100 + week * 1.5,
            "d" if week % 4 == 3 else "",
            "#A3B18A",
        )
        for week in range(20)
    )
    shown.stretches = (
        Stretch(("base", "b"), date(2027, 1, 1), date(2027, 3, 1), "#7FB4CA"),
        Stretch(("build", "b"), date(2027, 3, 1), date(2027, 6, 1), "#A3B18A"),
    )
    shown.chosen = 12
    return shown


SAMPLES: tuple[tuple[Callable[[], Widget], int], ...] = (
    (big_set, 9),
    (tab_bar, 1),
    (phase_band, 3),
    (set_list, 14),
    (set_strip, 1),
    (rest_clock, 1),
    (hold_clock, 10),
    (plate_stack, 2),
    (key_bar, 1),
    (tap_row, 3),
    (choice, 15),
    (ladder, 7),
    (coverage_grid, 4),
    (heat_strip, 8),
    (trend_line, 1),
    (meter_row, 1),
    (balance_row, 1),
    (drift_row, 2),
    (headline, 1),
    (facts, 6),
    (week_row, 3),
    (row_list, 6),
    (option_row, 1),
    (legend, 2),
    (month_strip, 2),
    (trend_plot, 14),
)


class Gallery(App[None]):
    """One widget after the other."""

    CSS = """
    #where, #said { height: 1; padding: 0 1; color: $text-muted; }
    #where { dock: top; }
    #said { dock: bottom; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "previous", priority=True),
        Binding("right", "turn(1)", "next", priority=True),
        Binding("left_square_bracket", "grow(-4, 0)", "narrower"),
        Binding("right_square_bracket", "grow(4, 0)", "wider"),
        Binding("left_curly_bracket", "grow(0, -1)", "lower"),
        Binding("right_curly_bracket", "grow(0, 1)", "higher"),
        Binding("t", "theme", "theme"),
        Binding("q", "quit", "quit"),
    ]

    def __init__(self, page: int = 0) -> None:
        super().__init__()
        self._page = page
        self._width, self._height = 60, 0

    def compose(self) -> ComposeResult:
        yield Static(id="where")
        yield Middle(Center(id="room"))
        yield Static("← → widgets   [ ] width   { } height   t theme   q quit", id="said", markup=False)

    async def on_mount(self) -> None:
        await self.action_turn(0)

    async def action_turn(self, step: int) -> None:
        self._page = (self._page + step) % len(SAMPLES)
        make, self._height = SAMPLES[self._page]
        room = self.query_one("#room")
        await room.remove_children()
        widget = make()
        await room.mount(widget)
        widget.focus()
        self.action_grow(0, 0)

    def action_grow(self, wider: int, higher: int) -> None:
        self._width = max(4, self._width + wider)
        self._height = max(1, self._height + higher)
        widget = self.query_one("#room").children[0]
        widget.styles.width, widget.styles.height = self._width, self._height
        name = type(widget).__name__
        place = f"{self._page + 1} of {len(SAMPLES)}"
        said = f"{name}   {place}   {self._width} x {self._height}   {self.theme}"
        self.query_one("#where", Static).update(Content(said))

    def action_theme(self) -> None:
        names = sorted(self.available_themes)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.action_grow(0, 0)

    @on(TabBar.TabChosen)
    @on(KeyBar.KeyChosen)
    @on(SetList.RowChosen)
    @on(TapRow.Tapped)
    @on(Picking.Chosen)
    @on(Picking.Cancelled)
    @on(RestClock.RestOver)
    @on(HoldClock.HoldDone)
    @on(HeatStrip.DayChosen)
    def say(self, message: Message) -> None:
        self.query_one("#said", Static).update(Content(repr(message)))


if __name__ == "__main__":
    Gallery().run()
