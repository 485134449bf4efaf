"""What people type stays words: no text crashes a widget, escapes its cells or is read as markup."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.looks import Showing, on_stage
from textual.geometry import Size
from textual.widget import Widget

from widgets.__main__ import SAMPLES
from widgets.big_set import BigSet
from widgets.choice import Choice, Item
from widgets.coverage_grid import CoverageGrid
from widgets.drawing import Drawing, width_of
from widgets.facts import Fact, Facts
from widgets.headline import Headline, Statement
from widgets.heat_strip import HeatStrip, MonthStrip
from widgets.hold_clock import HoldClock
from widgets.key_bar import Key, KeyBar
from widgets.ladder import Ladder, Step
from widgets.legend import Legend, Meaning
from widgets.meters import BalanceRow, DriftRow, MeterRow, TrendLine
from widgets.option_row import Choosable, OptionRow
from widgets.phase_band import Block, PhaseBand
from widgets.plate_stack import PlateStack
from widgets.rest_clock import RestClock
from widgets.row_list import Cell, Column, ListRow, RowList
from widgets.set_list import Exercise, SetLine, SetList
from widgets.set_strip import SetStrip
from widgets.tab_bar import Tab, TabBar
from widgets.tap_row import Tap, TapRow
from widgets.text import cells, centre, clean, fit, left, right, wrap
from widgets.week_row import Letter, WeekRow

HOSTILE = {
    "markup": "[/left] [bold red]x[/] [@click=app.quit]",
    "emoji": "🏋️‍♀️👍🏽 🇩🇪 ❤️ ⚡",
    "wide": "懸垂 プレス 스쿼트",
    "long": "squat " * 100,
    "one long word": "x" * 500,
    "control": "a\x00\x07\x1b[31mb\r\n\tc\x9b2J\x7f",
    "direction": "\u202edrawkcab\u2066 \u200bzero\ufeff",
    "accents": "Z\u0300\u0301\u0302\u0303\u0304algo e\u0301",
    "surrogate": "\ud83d broken",
    "blank": "   ",
    "nothing": "",
}
USUAL = 44
"""Cells from which a line is never cut: narrower rooms may lose its end."""
SIZES = [(100, 30), (44, 20), (12, 3), (3, 2), (1, 1)]


def still() -> float:
    return 0.0


def rest(text: str) -> RestClock:
    clock = RestClock(still, label=text)
    clock.start(90)
    return clock


def hold(text: str) -> HoldClock:
    clock = HoldClock(still)
    clock.start(30, (text, text))
    return clock


def listed(*rows: ListRow) -> RowList:
    return RowList((Column(), Column(flex=True), Column(most=9, to_right=True, rank=1)), rows)


def options(*each: Choosable) -> OptionRow:
    shown = OptionRow()
    shown.options, shown.active = each, "a"
    return shown


def legend(*columns: tuple[Meaning, ...]) -> Legend:
    shown = Legend()
    shown.columns = columns
    return shown


def months(*counts: int) -> MonthStrip:
    shown = MonthStrip()
    shown.counts = counts
    return shown


def headline(text: str) -> Headline:
    shown = Headline()
    shown.statements = (Statement((text, text[:3]), tint="#A3B18A", rank=0), Statement((text,), "quiet"))
    return shown


def facts(text: str) -> Facts:
    shown = Facts()
    shown.facts = (
        Fact(text, text, text, text, 3, 0, "t"),
        Fact("last", text),
        Fact("next", text, tail=text, aside=text, rows=3),
    )
    return shown


MAKERS: dict[str, Callable[[str], Drawing]] = {
    "BigSet": lambda t: BigSet(t, place=t, load=t, unit=t, reps=t, reps_unit=t, effort=t, note=t, widest=t),
    "BigSet of numbers": lambda t: BigSet(
        t, place=t, load="22.5", unit=t, reps="5", reps_unit=t, effort=t, widest=t
    ),
    "PhaseBand": lambda t: PhaseBand(tuple(Block((t, t[:1]), 2, t, True, t) for _ in range(9)), 5),
    "SetList": lambda t: SetList(
        (Exercise(t, t, t, t, "modified", True), SetLine("s", "skipped", t, t, t)), "s"
    ),
    "Headline": headline,
    "Facts": facts,
    "WeekRow": lambda t: WeekRow(tuple(Letter(each, t) for each in "REQL"), "REQEREL"),
    "SetStrip": lambda t: SetStrip(((t, "now"),)),
    "RestClock": rest,
    "HoldClock": hold,
    "PlateStack": lambda t: PlateStack((t, t), t),
    "words for plates": lambda t: PlateStack((), t),
    "KeyBar": lambda t: KeyBar((Key(t, t, t), Key("u", t, t, 2, t))),
    "TabBar": lambda t: TabBar((Tab("a", (t, t[:3])), Tab("b", (t,))), "a", (t,)),
    "TapRow": lambda t: TapRow((Tap("a", t), Tap("b", t, "good", 3))),
    "Choice": lambda t: Choice(t, (Item("a", t, t, t), Item("b", "b", t)), sentence=t, hint=t),
    "Ladder": lambda t: Ladder((Step("a", t, t, here=True), Step("b", t, t)), selected="b"),
    "CoverageGrid": lambda t: CoverageGrid(((t,), ("b",)), ((t, (1, 0)), (t, (None, 99_999)))),
    "HeatStrip": lambda t: HeatStrip(date(2027, 1, 1), tuple(map(len, t))),
    "TrendLine": lambda t: TrendLine(t, (1, 2), t, t),
    "MeterRow": lambda t: MeterRow(t, 2, 3, said=t, beside=t, colour=t),
    "BalanceRow": lambda t: BalanceRow(t, 2, 3, t),
    "DriftRow": lambda t: DriftRow(0.5, said=t),
    "RowList": lambda t: listed(
        ListRow("", (Cell(t), Cell(t))), ListRow("a", (Cell(t), Cell(t, aside=t), Cell(t, tint=t)))
    ),
    "an empty RowList": lambda t: RowList(empty=t),
    "OptionRow": lambda t: options(Choosable("a", t, (t, t[:2])), Choosable(t, "2", (t,))),
    "Legend": lambda t: legend((Meaning("■", (t, t[:1])), Meaning("▪", (t,), tint=t)), (Meaning("◆", (t,)),)),
    "MonthStrip": lambda t: months(*map(len, t[:12])),
}


def one_line_safe(text: str) -> bool:
    return all(unicodedata.category(character) not in {"Cc", "Cf", "Cs"} for character in text)


@pytest.mark.parametrize("maker", MAKERS)
def test_no_text_crashes_a_widget_or_leaves_its_cells(maker: str) -> None:
    async def suffer(stage: Showing) -> None:
        for text in HOSTILE.values():
            widget = MAKERS[maker](text)
            await stage.pilot.app.mount(widget)
            for width, height in SIZES:
                assert widget.rows(width) >= 0
                lines = widget.draw(Size(width, height))
                strips = widget.render().render_strips(width, height, widget.visual_style, None)  # type: ignore[arg-type]
                assert len(strips) <= height, (text, width)
                for line, strip in zip(lines, strips, strict=False):
                    assert one_line_safe(strip.text), (text, width)
                    assert strip.cell_length == width, (text, width)
                    assert cells(strip.text) == width, (text, width)
                    assert all(one_line_safe(piece.text) for piece in line), (text, width)
                    assert width_of(line) <= width or width < USUAL, (text, width, line)
            await widget.remove()

    on_stage(Widget(), suffer, (100, 30))


def test_the_tests_above_know_every_widget() -> None:
    named = {type(make()).__name__ for make, _ in SAMPLES}
    assert named - {"TrendPlot"} <= set(
        MAKERS
    )  # a plot is drawn by plotext; its names have a test of their own


def test_markup_is_shown_as_it_was_typed() -> None:
    async def look(stage: Showing) -> None:
        assert stage.text[0] == "[/left] [bold red]x[/]"

    on_stage(PlateStack((), "[/left] [bold red]x[/]"), look)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.integers(0, 30))
def test_fitted_text_takes_just_its_cells(text: str, width: int) -> None:
    assert cells(fit(text, width)) <= width
    for place in (left, right, centre):
        assert cells(place(text, width)) == width
    assert one_line_safe(clean(text))
    assert clean(clean(text)) == clean(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.integers(1, 30), st.integers(0, 4))
def test_wrapped_text_stays_in_its_column(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most)
    assert all(0 < cells(line) <= width for line in lines)
    assert not most or len(lines) <= most


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Goblet squat", "Goblet squat"),
        ("Käsekästchen", "Käsekästchen"),
        ("Kniebeuge\nmit Pause", "Kniebeuge mit Pause"),
        ("❤️ squat", "❤ squat"),
        ("👍🏽", "👍"),
        ("🇩🇪 day", "DE day"),
        ("\x1b[31mred", "[31mred"),
        ("\u202eabc", "abc"),
        ("スクワット", "スクワット"),
    ],
)
def test_words_survive_cleaning(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_a_long_paragraph_breaks_at_blanks() -> None:
    assert wrap("new step in the wave: one rep less, a little heavier", 20) == [
        "new step in the",
        "wave: one rep less,",
        "a little heavier",
    ]
    assert wrap("new step in the wave: one rep less", 20, 1) == ["new step in the wav…"]
