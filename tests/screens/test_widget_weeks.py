"""The widgets of the week and the plan: what a reader sees of them, and what a click means."""

import pytest
from support.looks import Showing, on_stage, seen

from widgets.decisions import Decisions, Offer
from widgets.season_chart import SeasonChart, SeasonWeek
from widgets.text import cells
from widgets.week_rows import RowDay, WeekRow, WeekRows
from widgets.week_strip import StripDay, WeekStrip

DAYS = tuple(RowDay(letter, mark="planned" if letter == "Q" else "") for letter in "RQEQREL")


def chart(weeks: int, *, here: int = 1, chosen: int = 1) -> SeasonChart:
    made = SeasonChart()
    base = tuple(SeasonWeek(("base", "b"), "phase-base", 0.8, 0.5) for _ in range(weeks - 2))
    race = SeasonWeek(("R",), "phase-race-week", 0.3, 0.1, "A", "Berlin Marathon")
    made.weeks = (*base, race, SeasonWeek(("recovery", "rec"), "phase-recovery", 0.4, 0.4))
    made.here, made.chosen = here, chosen
    return made


def rows(count: int, chosen: int) -> WeekRows:
    made = WeekRows()
    made.weeks = tuple(
        WeekRow(f"{at} Nov", (f"base {at}/{count}",), "phase-base", (), DAYS) for at in range(1, count + 1)
    )
    made.chosen = chosen
    return made


def offers(*, airy: bool = False) -> Decisions:
    made = Decisions()
    made.offers = (
        Offer("1", ("carry on",), chosen=True, suggested=True),
        Offer("2", ("hold the loads", "hold")),
        Offer("3", ("bring the lighter week of 30 Nov forward", "lighter week now")),
    )
    made.airy = airy
    return made


@pytest.mark.parametrize("width", [20, 44, 72, 100])
@pytest.mark.parametrize("weeks", [3, 20, 60])
def test_a_season_of_any_length_fits_and_shows_the_chosen_week(weeks: int, width: int) -> None:
    lines = seen(chart(weeks, chosen=weeks - 1), (width, 8))
    assert all(cells(line) <= width for line in lines)
    assert "▲" in lines[-1]
    assert "◆" in lines[1]


def test_a_race_is_named_under_its_week_and_today_is_a_dot() -> None:
    lines = seen(chart(12), (60, 8))
    assert "Berlin Marathon" in lines[2]
    assert lines[1].count("●") == 1
    assert lines[1].index("━") < lines[1].index("●") < lines[1].index("─")


def test_a_season_without_weeks_is_empty_and_harmless() -> None:
    assert not any(seen(SeasonChart(), (40, 8)))


def test_a_click_on_the_chart_chooses_a_week() -> None:
    async def click(stage: Showing) -> None:
        await stage.click(7, 1)
        assert [each.index for each in stage.heard if isinstance(each, SeasonChart.WeekChosen)] == [0]

    on_stage(chart(12), click, (60, 8))


@pytest.mark.parametrize("chosen", [0, 17, 29])
def test_the_list_of_weeks_scrolls_around_the_chosen_one(chosen: int) -> None:
    lines = seen(rows(30, chosen), (44, 8))
    assert len(lines) == 8
    assert f"› {chosen + 1} Nov" in "\n".join(lines)


def test_a_second_click_on_a_week_opens_it() -> None:
    async def click(stage: Showing) -> None:
        await stage.click(3, 2)
        await stage.click(3, 1)
        heard = [(each.index, each.again) for each in stage.heard if isinstance(each, WeekRows.RowChosen)]
        assert heard == [(1, False), (0, True)]

    on_stage(rows(4, 0), click, (60, 8))


def test_decisions_say_less_where_there_is_less_room() -> None:
    assert "bring the lighter week of 30 Nov forward" in seen(offers(), (110, 3))[0]
    assert "lighter week now" in seen(offers(), (70, 3))[0]
    stacked = seen(offers(airy=True), (40, 6))
    assert [line[:4].strip() for line in stacked if line] == ["1", "2", "3"]
    assert "✓ carry on ★" in stacked[0]
    assert all(cells(line) <= 40 for line in stacked)


def test_no_decision_is_no_line() -> None:
    assert not any(seen(Decisions(), (40, 2)))


def strip() -> WeekStrip:
    made = WeekStrip()
    marks = ("done", "planned", "missed", "skipped", "", "", "")
    made.days = tuple(StripDay(("Mon", "M"), "E", mark=mark) for mark in marks)
    return made


@pytest.mark.parametrize("width", [30, 44, 100])
def test_the_strip_tells_done_planned_missed_and_left_out_apart(width: int) -> None:
    line = seen(strip(), (width, 1))[0]
    assert [mark for mark in line if mark in "●○×–"] == ["●", "○", "×", "–"]
    assert cells(line) <= width
