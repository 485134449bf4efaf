"""Long lists, options in a row, legends, a plot: what a reader sees of them, and where the cursor goes."""

import asyncio
from datetime import date, timedelta

import pytest
from support.looks import Showing, on_stage, seen, showing
from textual.events import MouseScrollDown

from widgets.heat_strip import HeatStrip, MonthStrip
from widgets.legend import Legend, Meaning
from widgets.option_row import Choosable, OptionRow
from widgets.row_list import Cell, Column, ListRow, RowList
from widgets.trend_plot import Spot, Stretch, TrendPlot, month_ticks, unbroken, value_ticks

COLUMNS = (Column(most=6), Column(most=30, flex=True), Column(most=8, to_right=True, rank=1))


def row(key: str, name: str, aside: str = "") -> ListRow:
    return ListRow(key, (Cell(key), Cell(name, aside=aside), Cell("12 sets")))


def sessions(count: int) -> RowList:
    rows = [ListRow("", (Cell("BASE", "strong"), Cell("in March")))]
    rows += [row(str(number), f"session {number}") for number in range(count)]
    return RowList(COLUMNS, tuple(rows))


def test_columns_stand_below_each_other_under_a_head() -> None:
    rows = seen(sessions(2), (40, 5))
    assert rows[0] == "  BASE  in March"
    assert rows[1].startswith("  0  session 0")
    assert rows[1].endswith("12 sets")


def test_the_least_important_column_leaves_where_it_is_narrow() -> None:
    assert seen(sessions(1), (22, 3))[1] == "  0  session 0"


def test_an_aside_takes_its_room_from_the_name() -> None:
    shown = seen(RowList(COLUMNS, (row("a", "hinge, pull, balance", "skipped"),)), (36, 2))[0]
    assert "skipped" in shown
    assert "hinge" in shown


def test_an_empty_list_says_what_to_do() -> None:
    assert seen(RowList(empty="Nothing here yet."), (30, 3))[0] == "  Nothing here yet."


def test_the_cursor_passes_over_heads_and_stops_at_both_ends() -> None:
    async def walk(stage: Showing) -> None:
        rows = stage.widget
        assert isinstance(rows, RowList)
        assert rows.settle() == "0"
        rows.move(-1)
        assert rows.cursor == "0"
        rows.move(500)
        assert rows.cursor == "39"
        await stage.pilot.pause()
        assert any("› 39" in line for line in stage.text)
        assert not any("session 0 " in line for line in stage.text)

    on_stage(sessions(40), walk, (40, 8))


def test_a_click_moves_the_cursor_and_chooses() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(6, 2)
        told = [type(message).__name__ for message in stage.heard]
        assert told == ["CursorMoved", "RowChosen"]
        assert isinstance(stage.widget, RowList)
        assert stage.widget.cursor == "1"

    on_stage(sessions(3), tap, (40, 6))


def test_a_wheel_scrolls_and_a_thumb_says_where() -> None:
    async def roll(stage: Showing) -> None:
        before = [line[-1] for line in stage.text]
        assert before[0] == "┃"
        for _ in range(30):
            await stage.pilot._post_mouse_events([MouseScrollDown], stage.widget)
        await stage.pilot.pause()
        assert stage.text[-1][-1] == "┃"

    on_stage(sessions(40), roll, (40, 8))


def options() -> OptionRow:
    shown = OptionRow()
    shown.options = (Choosable("a", "1", ("top set", "top")), Choosable("b", "2", ("tonnage", "tons")))
    shown.active = "b"
    return shown


@pytest.mark.parametrize(
    ("width", "line"),
    [(30, "1 top set   2 tonnage"), (16, "1 top   2 tons"), (6, "1   2")],
)
def test_options_shorten_together(width: int, line: str) -> None:
    assert seen(options(), (width, 1))[0].rstrip() == line


def test_a_tap_on_an_option_tells_it() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(1, 0)
        assert [message.target for message in stage.heard if isinstance(message, OptionRow.OptionChosen)] == [
            "a"
        ]

    on_stage(options(), tap, (30, 1))


def a_legend() -> Legend:
    shown = Legend()
    shown.columns = ((Meaning("■", ("long or hard", "long")),), (Meaning("◆", ("race",)),))
    return shown


@pytest.mark.parametrize(("width", "line"), [(30, "■ long or hard  ◆ race"), (16, "■ long  ◆ race")])
def test_a_legend_shortens_its_words_before_it_cuts_them(width: int, line: str) -> None:
    assert seen(a_legend(), (width, 2))[0] == line


def months(*counts: int | None) -> MonthStrip:
    shown = MonthStrip()
    shown.counts = counts
    return shown


def test_a_year_of_months_is_two_lines() -> None:
    rows = seen(months(4, 8, 0, *([None] * 9)), (60, 2))
    assert rows[0].startswith("Jan  Feb  Mar")
    assert rows[1].startswith("▅▅▅▅ ████ ▁▁▁▁")
    assert seen(months(4, 8, 0, *([None] * 9)), (40, 2))[0].startswith("J  F  M")


def test_a_tap_on_a_month_tells_it() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(6, 1)
        assert [message.month for message in stage.heard if isinstance(message, MonthStrip.MonthChosen)] == [
            2
        ]

    on_stage(months(4, 8, 0), tap, (60, 2))


def test_days_may_have_a_colour_of_their_own() -> None:
    async def look(stage: Showing) -> None:
        strip = stage.widget
        assert isinstance(strip, HeatStrip)
        strip.tints = ("#FF0000", "")
        await stage.pilot.pause()
        segments = list(strip.render_line(1)) + list(strip.render_line(2))
        inks = {
            segment.style.color.name
            for segment in segments
            if segment.text.strip() in {"▪"} and segment.style
        }
        assert "#ff0000" in inks
        assert len(inks) == 2

    on_stage(HeatStrip(date(2027, 3, 1), (2, 2)), look, (30, 8))


def test_the_chosen_day_stands_in_brackets_where_there_is_room_for_them() -> None:
    strip = HeatStrip(date(2027, 3, 1), (2,) * 21)
    strip.chosen = date(2027, 3, 9)
    assert "    ▪[▪]▪" in seen(strip, (30, 8))
    strip = HeatStrip(date(2027, 3, 1), (2,) * 21)
    strip.chosen = date(2027, 3, 1)
    assert "Mon[▪]▪ ▪" in seen(strip, (30, 8))


# The plot


def plot(**more: object) -> TrendPlot:
    shown = TrendPlot()
    shown.start, shown.end = date(2027, 1, 1), date(2027, 4, 1)
    shown.spots = (
        Spot(date(2027, 1, 5), 100.0),
        Spot(date(2027, 2, 9), 104.0, "d", "quiet"),
        Spot(date(2027, 3, 20), 110.0),
    )
    shown.stretches = (
        Stretch(("base", "b"), date(2027, 1, 1), date(2027, 3, 1), "#7FB4CA"),
        Stretch(("build", "b"), date(2027, 3, 1), date(2027, 4, 1), "#A3B18A"),
    )
    for name, value in more.items():
        setattr(shown, name, value)
    return shown


def drawn(shown: TrendPlot, size: tuple[int, int] = (60, 14), theme: str = "runlift-dark") -> list[str]:
    found: list[str] = []

    async def look() -> None:
        async with showing(shown, size, theme=theme) as stage:
            found.extend(stage.text)

    asyncio.run(look())
    return found


def test_a_plot_names_its_bands_its_months_and_marks_what_stands_apart() -> None:
    picture = drawn(plot())
    assert "base" in picture[0]
    assert "build" in picture[0]
    assert "Feb" in picture[-1]
    assert any("105" in line for line in picture)
    assert sum(line.count("d") for line in picture[1:-1]) == 1


def test_the_crosshair_stands_on_the_chosen_point() -> None:
    assert not any("●" in line for line in drawn(plot()))
    assert sum(line.count("●") for line in drawn(plot(chosen=2))) == 1


@pytest.mark.parametrize("theme", ["runlift-light", "ansi-dark", "textual-dark"])
def test_a_plot_draws_in_any_theme(theme: str) -> None:
    assert any("105" in line for line in drawn(plot(chosen=0), theme=theme))


def test_stems_begin_at_zero_and_counts_have_whole_figures() -> None:
    counts = (Spot(date(2027, 1, 5), 2.0), Spot(date(2027, 2, 5), 3.0))
    picture = drawn(plot(bars=True, whole=True, spots=counts), (60, 20))
    assert [line[0] for line in picture if line[:1].isdigit()] == ["3", "2", "1", "0"]


@pytest.mark.parametrize("size", [(11, 14), (60, 3)])
def test_a_plot_without_room_is_empty(size: tuple[int, int]) -> None:
    assert all(not line for line in drawn(plot(), size))


def test_a_click_finds_the_nearest_point() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(56, 6)
        await stage.click(30, 6)
        assert [message.at for message in stage.heard if isinstance(message, TrendPlot.SpotChosen)] == [2, 1]

    on_stage(plot(), tap, (60, 14))


@pytest.mark.parametrize(
    ("low", "high", "most", "figures"),
    [
        (91, 138, 4, ["100", "120"]),
        (0, 3, 4, ["0", "1", "2", "3"]),
        (0.0, 1.0, 3, ["0.0", "0.5", "1.0"]),
        (4.9, 5.1, 3, ["4.9", "5.0", "5.1"]),
        (0, 2600, 3, ["0", "1000", "2000"]),
    ],
)
def test_figures_of_the_axis_are_round(low: float, high: float, most: int, figures: list[str]) -> None:
    assert [text for _, text in value_ticks(low, high, most)] == figures


def test_months_thin_out_and_january_says_its_year() -> None:
    year = [text for _, text in month_ticks(date(2026, 11, 20), date(2027, 11, 20), 6)]
    assert year == ["2027", "Mar", "May", "Jul", "Sep", "Nov"]
    assert [text for _, text in month_ticks(date(2017, 3, 1), date(2027, 3, 1), 6)] == [
        "2018", "2020", "2022", "2024", "2026",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["[/left] [bold]x", "\x1b[31mred", "ス" * 30, "", "😀" * 3])
def test_a_plot_says_any_name_as_it_is(name: str) -> None:
    picture = drawn(plot(stretches=(Stretch((name, "b"), date(2027, 1, 1), date(2027, 4, 1), "nothing"),)))
    assert any("105" in line for line in picture)
    assert not any("\x1b" in line for line in picture)


def test_a_first_point_alone_is_no_speck() -> None:
    alone = plot(spots=(Spot(date(2027, 2, 1), 100.0),))
    assert sum(line.count("•") for line in drawn(alone)) == 1
    assert not any("•" in line for line in drawn(plot()))


def test_a_curve_breaks_where_nothing_was_measured_for_long() -> None:
    first = date(2027, 1, 4)
    days = [first + timedelta(weeks=week) for week in (0, 1, 2, 7, 15, 16)]
    spots = [Spot(day, 100.0, "d" if at == 3 else "") for at, day in enumerate(days)]
    assert [[spot.day for spot in run] for run in unbroken(spots)] == [days[:3], days[4:]]
    assert unbroken([]) == []
