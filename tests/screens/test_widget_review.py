"""The pictures of the weekly review and the history."""

from datetime import date, timedelta

import pytest
from support.looks import Showing, on_stage, seen

from widgets.coverage_grid import CoverageGrid
from widgets.heat_strip import HeatStrip
from widgets.meters import BalanceRow, DriftRow, MeterRow, TrendLine, spark

COLUMNS = (("back", "bk"), ("hands and knees", "fours", "4s"), ("stand", "st"))
COUNTS = (("single leg", (4, 0, 14)), ("balance", (None, 0, 2)), ("pull", (0, 0, 4)))
HOLES = frozenset({(0, 1), (1, 1)})


def test_a_hole_in_the_coverage_is_a_ring_and_other_empty_cells_are_dots() -> None:
    assert [row.split() for row in seen(CoverageGrid(COLUMNS, COUNTS, HOLES), (60, 4))] == [
        ["back", "fours", "stand"],
        ["single", "leg", "4", "○", "14"],
        ["balance", "○", "2"],
        ["pull", "·", "·", "4"],
    ]


def test_a_narrow_grid_keeps_its_columns_and_cuts_its_names() -> None:
    rows = seen(CoverageGrid(COLUMNS, COUNTS, HOLES), (18, 4))
    assert rows[0].split() == ["bk", "4s", "st"]
    assert rows[1].startswith("sing")
    assert rows[1].split()[-1] == "14"


def test_the_calendar_puts_each_day_in_its_week_and_weekday() -> None:
    monday = date(2027, 3, 1)
    levels = (2, 0, 1, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1)
    rows = seen(HeatStrip(monday, levels, frozenset({monday + timedelta(days=13)})), (40, 8))
    assert rows == [
        "    Mar",
        "Mon ▪ ▪ ▫",
        "    · ·",
        "Wed ▫ ·",
        "    · ·",
        "Fri ■ ·",
        "    · ·",
        "Sun · ◆",
    ]


def test_a_calendar_too_long_for_its_room_shows_the_newest_weeks() -> None:
    levels = tuple(1 if day >= 350 else 0 for day in range(364))
    rows = seen(HeatStrip(date(2027, 3, 1), levels), (8, 8))
    assert rows[1] == "Mon ··▫▫"


def test_a_tap_on_a_day_tells_its_date() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(6, 3)
        await stage.click(0, 3)
        told = [message.day for message in stage.heard if isinstance(message, HeatStrip.DayChosen)]
        assert told == [date(2027, 3, 10)]

    on_stage(HeatStrip(date(2027, 3, 1), (1,) * 14), tap, (40, 8))


@pytest.mark.parametrize(
    ("points", "width", "curve"),
    [
        ((1, 2, 3, 4, 5, 6, 7, 8), 8, "▁▂▃▄▅▆▇█"),
        ((0, 100), 8, "▁█"),
        ((5, 5, 5), 8, "▄▄▄"),
        ((100, 102, 101), 8, "▄▅▅"),
        ((1, None, 2), 8, "▁ █"),
        ((9, 9, 1, 2), 2, "▁█"),
        ((), 8, ""),
        ((None, None), 8, "  "),
    ],
)
def test_a_curve_runs_from_its_least_to_its_greatest(
    points: tuple[float | None, ...], width: int, curve: str
) -> None:
    assert spark(points, width) == curve


def test_trends_stand_in_columns() -> None:
    rows = [
        seen(TrendLine("Trap-bar deadlift", (118, 120, 128, 132), "132 kg", "98 % kept"), (60, 1))[0],
        seen(TrendLine("Lat pulldown", (60, 62), "62 kg", "96 % kept"), (60, 1))[0],
    ]
    assert len({row.index("kg") for row in rows}) == 1
    assert len({row.index("% kept") for row in rows}) == 1


def test_a_bar_short_of_its_target_shows_the_way_left() -> None:
    short = seen(MeterRow("push", 3, 6, most=6, said="3", beside="of 6"), (40, 1))[0]
    assert short.endswith("3 of 6")
    assert short.count("▆") == short.count("─") + 1
    assert "┤" in short
    assert "┤" not in seen(MeterRow("push", 6, 6, most=6, said="6", beside="of 6"), (40, 1))[0]
    assert seen(MeterRow("push", 9, 6, most=6, said="9", beside="of 6"), (40, 1))[0].endswith("9 of 6")


def test_the_balance_splits_the_bar_by_share() -> None:
    row = seen(BalanceRow("Run : lift", 70, 30, "70 : 30"), (51, 1))[0]
    assert (row.count("▆"), row.count("▄")) == (21, 9)
    assert "▆" not in seen(BalanceRow("Run : lift", 0, 0, "nothing yet"), (51, 1))[0]


def test_drift_lies_on_its_scale() -> None:
    scale, line = seen(DriftRow(1.0, 0.5, said="+1.0"), (46, 2))
    assert abs(line.index("●") - (scale.index("+1"))) <= 1
    assert line.endswith("+1.0")
    assert "●" not in seen(DriftRow(None), (46, 2))[1]
    assert seen(DriftRow(9, 1, said="+9"), (46, 2))[1].rstrip(" +9").endswith("●")


@pytest.mark.parametrize(
    ("widget", "width", "cells"),
    [
        pytest.param(MeterRow("push", 6, most=6, said="3"), "label_cells", 20, id="meter-label"),
        pytest.param(MeterRow("push", 6, most=6, said="3"), "tail_cells", 14, id="meter-tail"),
        pytest.param(TrendLine("squat", (1, 2), "80 kg", "kept"), "label_cells", 24, id="trend-label"),
        pytest.param(TrendLine("squat", (1, 2), "80 kg", "kept"), "curve_cells", 20, id="trend-curve"),
        pytest.param(TrendLine("squat", (1, 2), "80 kg", "kept"), "value_cells", 14, id="trend-value"),
        pytest.param(TrendLine("squat", (1, 2), "80 kg", "kept"), "remark_cells", 20, id="trend-remark"),
    ],
)
def test_a_row_follows_when_its_neighbours_need_another_column(
    widget: MeterRow | TrendLine, width: str, cells: int
) -> None:
    async def widen(stage: Showing) -> None:
        before = stage.text
        setattr(widget, width, cells)
        await stage.pilot.pause()
        assert stage.text != before

    on_stage(widget, widen, (60, 1))
