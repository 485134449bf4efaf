"""The session as a checklist and as a strip of marks."""

import pytest
from support.looks import Showing, on_stage, seen
from textual import events
from textual.geometry import Size
from textual.widget import Widget

from widgets.set_list import Exercise, Row, SetLine, SetList
from widgets.set_strip import SetStrip

SESSION: tuple[Row, ...] = (
    Exercise("1", "1", "Trap-bar deadlift", "top set + 2"),
    SetLine("1w", "warmup", "60 kg × 5"),
    SetLine("1a", "done", "100 kg × 4", "@8.5", "record"),
    SetLine("1b", "done", "92.5 kg × 4", "@7.5"),
    Exercise("2", "2", "Split squat", "L/R", current=True),
    SetLine("2a", "now", "22.5 kg × 5", "@8"),
    Exercise("3", "3", "Lat pulldown", state="modified"),
    SetLine("3a", "next", "45 kg × 8", "@7.5"),
    Exercise("4", "4", "Soleus raise", "L/R", state="skipped"),
)


def long_session() -> tuple[Row, ...]:
    rows: list[Row] = []
    for number in range(1, 11):
        rows.append(Exercise(f"{number}", f"{number}", f"Exercise {number}"))
        rows += [SetLine(f"{number}.{at}", "next", f"{number} kg × {at}", "@8") for at in range(1, 4)]
    return tuple(rows)


def test_the_checklist_reads_without_colour() -> None:
    assert seen(SetList(SESSION, "2a"), (48, 14)) == [
        "  1  Trap-bar deadlift  top set + 2",
        "   ◦ 60 kg × 5              warm-up",
        "   ✓ 100 kg × 4             @8.5  record",
        "   ✓ 92.5 kg × 4            @7.5",
        "",
        "  2  Split squat  L/R",
        "   ▶ 22.5 kg × 5            @8",
        "",
        "  3  Lat pulldown  ≈ modified",
        "   · 45 kg × 8              @7.5",
        "",
        "  4  Soleus raise  L/R  ~ skipped",
        "",
        "",
    ]


PAIR: tuple[Row, ...] = (
    Exercise("1", "1", "Squat"),
    SetLine("1a", "done", "100 kg × 4", "@8"),
    Exercise("2", "2a", "Lat pulldown", "L/R", word="superset", current=True),
    SetLine("2.1", "done", "45 kg × 8", "@8"),
    SetLine("2.2", "now", "45 kg × 8", "@8"),
    Exercise("3", "2b", "Soleus raise", joined=True),
    SetLine("3.1", "done", "35 kg × 8", "@8"),
    Exercise("4", "3", "Skips"),
    SetLine("4.1", "next", "20 contacts"),
)


def test_a_rail_runs_along_what_goes_together() -> None:
    assert seen(SetList(PAIR, "2.2"), (40, 12)) == [
        "  1  Squat",
        "   ✓ 100 kg × 4             @8",
        "",
        " 2a  Lat pulldown  L/R · superset",
        " │ ✓ 45 kg × 8              @8",
        " │ ▶ 45 kg × 8              @8",
        " │",
        " 2b  Soleus raise",
        " │ ✓ 35 kg × 8              @8",
        "",
        "  3  Skips",
        "   · 20 contacts",
    ]


def test_marks_that_do_not_fit_beside_the_name_stand_below_it() -> None:
    assert seen(SetList(PAIR, "2.2"), (26, 9))[2:5] == [
        " 2a  Lat pulldown",
        " │   L/R · superset",
        " │ ✓ 45 kg × 8       @8",
    ]
    assert seen(SetList(PAIR, "2.2"), (21, 9))[3] == " │   L/R · superset"


def test_the_short_name_comes_before_a_row_for_the_marks() -> None:
    rows = (
        Exercise(
            "1",
            "1a",
            "Loaded single-leg calf raise",
            "L/R",
            shorter=("Weighted single leg calf raise", "Heavy calf raise"),
        ),
        *PAIR[1:2],
    )
    assert seen(SetList(rows, "1a"), (38, 4))[0] == " 1a  Loaded single-leg calf raise  L/R"
    assert seen(SetList(rows, "1a"), (34, 4))[:2] == [
        " 1a  Heavy calf raise  L/R",
        "›  ✓ 100 kg × 4             @8",
    ]


def test_the_effort_stays_where_it_is_when_a_row_grows() -> None:
    for load in ("8 reps", "bw + 7.5 kg × 30/25 s", "bw + 13.75 kg × 10/12"):
        rows = (SESSION[0], SetLine("1a", "done", load, "@8"), SetLine("1b", "now", "92.5 kg × 4", "@7.5"))
        for width in (34, 46, 70):
            found = seen(SetList(rows, "1b"), (width, 4))
            assert [line.index("@") for line in found if "@" in line] == [28, 28]


def test_the_rail_stays_when_the_list_is_scrolled() -> None:
    rows = seen(SetList(PAIR, "3.1"), (40, 6))
    assert "›│ ✓ 35 kg × 8              @8" in rows
    assert any(row.startswith(" 2b  Soleus") for row in rows)


def test_a_cursor_away_from_the_set_to_do_is_pointed_at() -> None:
    assert seen(SetList(SESSION, "1b"), (48, 14))[3].startswith("›  ✓ 92.5 kg")


def test_a_name_needs_its_room_before_a_tag_does() -> None:
    rows = seen(SetList(SESSION, "2a"), (26, 14))
    assert rows[:2] == ["  1  Trap-bar deadlift", "     top set + 2"]
    assert "  2  Split squat  L/R" in rows


def test_blank_lines_leave_when_room_is_short() -> None:
    assert "" not in seen(SetList(SESSION, "2a"), (48, 9))


def test_what_goes_together_stays_together_where_there_is_room_for_some_blank_lines() -> None:
    rows = seen(SetList(PAIR, "2.1"), (40, 11))
    blanks = [at for at, line in enumerate(rows) if not line.strip(" │")]
    heads = [
        next(at for at, line in enumerate(rows) if name in line)
        for name in ("Squat", "Lat", "Soleus", "Skips")
    ]
    assert blanks == [heads[1] - 1, heads[3] - 1]


def test_the_cursor_passes_over_heads_and_warm_ups_and_stops_at_the_ends() -> None:
    async def walk(stage: Showing) -> None:
        set_list = stage.widget
        assert isinstance(set_list, SetList)
        visited = []
        for _ in range(6):
            set_list.move(-1)
            visited.append(set_list.cursor)
        for _ in range(6):
            set_list.move(1)
            visited.append(set_list.cursor)
        assert visited == ["1b", "1a", "1a", "1a", "1a", "1a", "1b", "2a", "3a", "4", "4", "4"]
        await stage.pilot.pause()
        moved = [message.key for message in stage.heard if isinstance(message, SetList.CursorMoved)]
        assert moved == ["1b", "1a", "1b", "2a", "3a", "4"]

    on_stage(SetList(SESSION, "2a"), walk)


@pytest.mark.parametrize("height", [1, 3, 5, 8, 20])
def test_the_cursor_is_always_in_view(height: int) -> None:
    async def walk(stage: Showing) -> None:
        set_list = stage.widget
        assert isinstance(set_list, SetList)
        for step in [1] * 30 + [-1] * 30:
            set_list.move(step)
            pointers = [line[0].text for line in set_list.draw(Size(40, height)) if line]
            assert pointers.count("›") == 1, set_list.cursor

    on_stage(SetList(long_session(), "1.1"), walk, (40, height))


def test_a_long_list_says_how_much_is_out_of_view() -> None:
    rows = seen(SetList(long_session(), "5.2"), (40, 12))
    above, below = rows[0].split(), rows[-1].split()
    assert (above[0], above[2], below[0], below[2]) == ("↑", "above", "↓", "more")
    assert int(above[1]) + int(below[1]) + len(rows) - 2 == len(long_session())


def wheel_down(widget: Widget) -> events.MouseScrollDown:
    return events.MouseScrollDown(widget, 5, 5, 0, 1, 0, False, False, False)


def test_the_wheel_looks_around_and_the_cursor_comes_back_into_view_when_it_moves() -> None:
    async def wheel(stage: Showing) -> None:
        assert isinstance(stage.widget, SetList)
        for _ in range(15):
            stage.widget.post_message(wheel_down(stage.widget))
        await stage.pilot.pause()
        assert not any(row.startswith("›") for row in stage.text)
        stage.widget.move(1)
        await stage.pilot.pause()
        assert any(row.startswith("›") and "1 kg × 2" in row for row in stage.text)

    on_stage(SetList(long_session(), "1.1"), wheel, (40, 10))


def test_a_click_chooses_a_row_and_takes_the_cursor_there() -> None:
    async def click(stage: Showing) -> None:
        set_list = stage.widget
        assert isinstance(set_list, SetList)
        await stage.click(30, 3)
        assert set_list.cursor == "1b"
        await stage.click(8, 5)
        assert set_list.cursor == "1b"
        await stage.click(8, 4)
        chosen = [message.key for message in stage.heard if isinstance(message, SetList.RowChosen)]
        assert chosen == ["1b", "2"]

    on_stage(SetList(SESSION, "2a"), click, (48, 14))


def test_the_strip_shows_the_session_in_one_line() -> None:
    groups = (("warmup", "done", "done"), ("done", "now", "next"), ("next", "next", "next"), ("skipped",))
    assert seen(SetStrip(groups), (40, 1)) == ["◦✓✓ ✓▶· ··· ~  3 of 8"]


def test_the_strip_joins_what_goes_together() -> None:
    groups = (("done",), ("now", "next"), ("next", "next"), ("next",))
    assert seen(SetStrip(groups, (2,)), (40, 1)) == ["✓ ▶·+·· ·  1 of 6"]


def test_a_strip_too_long_for_its_room_keeps_the_set_to_do_in_view() -> None:
    groups = (*[("done",) * 5] * 6, ("now",), *[("next",) * 5] * 6)
    strip = seen(SetStrip(groups), (30, 1))[0]
    assert "▶" in strip
    assert strip.endswith("30 of 61")
