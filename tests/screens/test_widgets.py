"""The frame and the heart of the Today screen: the set to do now, the season, the tabs and the keys."""

import asyncio

import pytest
from support.looks import Showing, on_stage, seen, text_of
from textual.color import Color
from textual.geometry import Size

from widgets.__main__ import SAMPLES, Gallery
from widgets.big_set import BigSet
from widgets.blocks import spell
from widgets.drawing import width_of
from widgets.facts import Fact, Facts
from widgets.key_bar import Key, KeyBar, Part
from widgets.phase_band import Block, PhaseBand
from widgets.tab_bar import Tab, TabBar

# The gallery


def test_the_gallery_shows_every_widget() -> None:
    async def visit() -> None:
        app = Gallery()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("t", "left_square_bracket", "right_curly_bracket")
            names = set()
            for _ in SAMPLES:
                await pilot.press("right")
                names.add(type(app.query_one("#room").children[0]).__name__)
            assert len(names) == len(SAMPLES)

    asyncio.run(visit())


# The set to do now


def split_squat(**changes: str) -> BigSet:
    values = {
        "place": "set 2 of 2",
        "load": "22.5",
        "unit": "kg",
        "reps": "5",
        "effort": "@8",
        "note": "per hand, each side",
    }
    return BigSet("Rear-foot-elevated split squat", short="RFE split squat", **(values | changes))


def figures(rows: list[str], text: str, scale: int) -> bool:
    """Do *rows* hold *text* in block figures of *scale*?"""
    return all(any(block.rstrip() in row for row in rows) for block in spell(text, scale))


@pytest.mark.parametrize("load", ["10", "72.5", "102.25", "+13.75", "-22.5"])
@pytest.mark.parametrize("reps", ["4", "15", "10/12"])
def test_the_unit_touches_no_figure(load: str, reps: str) -> None:
    widget = BigSet("Push-up", load=load, unit="kg", reps=reps, effort="@7.5")

    async def widths(_: Showing) -> None:
        for width in range(24, 72):
            rows = ["".join(piece.text for piece in line) for line in widget.draw(Size(width, 9))]
            assert all(len(row) <= width for row in rows), width
            for row in rows:
                if "kg" in row and "█" in row:
                    at = row.index("kg")
                    assert f"{row} "[at - 1] == f"{row} "[at + 2] == " ", rows

    on_stage(widget, widths)


def test_body_and_load_are_read_across_a_room_where_a_laptop_has_fifty_columns() -> None:
    rows = seen(BigSet("Push-up", load="+13.75", unit="kg", reps="15", effort="@7.5"), (50, 9))
    assert figures(rows, "13.75", 2)
    assert figures(rows, "15", 2)
    assert [row[0] for row in rows if "█" in row] == [" ", " ", "+", " ", " "]
    assert rows[0] == "Push-up  @7.5"
    assert "kg" in "".join(rows)


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        pytest.param((140, 18), 4, id="a wall"),
        pytest.param((70, 14), 3, id="a large screen"),
        pytest.param((50, 9), 2, id="a laptop"),
        pytest.param((44, 7), 2, id="a phone"),
        pytest.param((30, 9), 1, id="a narrow pane"),
        pytest.param((60, 5), 1, id="a low pane"),
    ],
)
def test_the_figures_are_as_large_as_the_room_allows(size: tuple[int, int], scale: int) -> None:
    rows = seen(split_squat(), size)
    assert figures(rows, "22.5", scale)
    assert figures(rows, "5", scale)
    assert not figures(rows, "22.5", scale + 1)


def test_a_long_load_keeps_its_size_on_a_phone_and_the_effort_moves_up() -> None:
    rows = seen(split_squat(load="142.5", reps="4", effort="@8.5", place="top set"), (42, 7))
    assert figures(rows, "142.5", 2)
    assert rows[0] == "RFE split squat    top set  @8.5"


def test_the_title_the_units_the_effort_and_the_note_stand_beside_the_figures() -> None:
    rows = seen(split_squat(), (60, 9))
    assert rows[0] == "Rear-foot-elevated split squat    set 2 of 2"
    assert "kg ×" in rows[6]
    assert rows[6].endswith("@8")
    assert rows[8] == "per hand, each side"


def test_a_tiny_room_gets_plain_words() -> None:
    assert seen(split_squat(note=""), (24, 2)) == ["RFE split s…  set 2 of 2", "22.5 kg × 5 @8"]


@pytest.mark.parametrize(
    ("values", "shown", "words"),
    [
        pytest.param({"load": "bw", "unit": "", "reps": "8"}, ("bw", "8"), "×", id="body weight"),
        pytest.param({"load": "bw+10", "reps": "5"}, ("bw+10", "5"), "kg ×", id="weighted body weight"),
        pytest.param(
            {"load": "", "unit": "", "reps": "45", "reps_unit": "s"}, ("45",), " s  @8", id="seconds"
        ),
        pytest.param(
            {"load": "", "unit": "", "reps": "20", "reps_unit": "contacts"},
            ("20",),
            "contacts",
            id="contacts",
        ),
        pytest.param({"load": "medium", "unit": "band", "reps": "12"}, ("medium", "12"), "band ×", id="band"),
        pytest.param({"load": "-15", "reps": "6"}, ("-15", "6"), "kg ×", id="assisted"),
        pytest.param({"load": "40", "reps": "8/6"}, ("40", "8/6"), "kg ×", id="left and right"),
    ],
)
def test_every_kind_of_set_has_figures(values: dict[str, str], shown: tuple[str, ...], words: str) -> None:
    rows = seen(split_squat(**values), (90, 9))
    assert all(figures(rows, each, 2) for each in shown)
    assert words in rows[6]


def test_a_word_outside_the_font_is_said_plainly() -> None:
    rows = seen(split_squat(load="фиолетовая", unit=""), (60, 9))
    assert sum("фиолетовая ×" in row for row in rows) == 1
    assert "фиолетовая ×" in seen(split_squat(load="фиолетовая", unit=""), (60, 2))[1]


def test_a_band_too_long_for_the_figures_leaves_them_to_the_repetitions() -> None:
    rows = seen(BigSet("Half-kneeling chop", load="medium", unit="band", reps="10", effort="@7"), (38, 9))
    assert sum("█" in row for row in rows) == 5
    assert [row for row in rows if "medium band ×" in row and "@7" in row]


def test_repetitions_and_effort_stay_where_they_are_while_the_load_is_nudged() -> None:
    async def nudge(stage: Showing) -> None:
        big_set = stage.widget
        assert isinstance(big_set, BigSet)
        places = set()
        for load in ("22.5", "25", "27.5", "30", "5", "22.5"):
            big_set.load = load
            await stage.pilot.pause()
            places.add((stage.text[6].index("kg ×"), stage.text[6].index("@8")))
        assert len(places) == 1

    on_stage(split_squat(), nudge)


def test_the_widest_load_to_come_is_reserved_but_never_makes_the_figures_smaller() -> None:
    assert seen(split_squat(widest="102.5"), (60, 9))[6].index("kg") > seen(split_squat(), (60, 9))[6].index(
        "kg"
    )
    assert figures(seen(split_squat(widest="1002.5"), (46, 9)), "22.5", 2)


def test_another_exercise_starts_without_the_space_of_the_last_one() -> None:
    async def change(stage: Showing) -> None:
        assert isinstance(stage.widget, BigSet)
        stage.widget.show("Calf raise", load="5", unit="kg", reps="8")
        await stage.pilot.pause()
        assert stage.text[6].startswith(spell("5", 2)[4])

    on_stage(split_squat(load="102.5"), change)


# The season

SEASON = (
    Block(("off-season", "off", "o"), 8, "phase-off-season"),
    Block(("base", "b"), 8, "phase-base"),
    Block(("build", "b"), 10, "phase-build"),
    Block(("peak", "p"), 4, "phase-peak"),
    Block(("taper", "tap", "t"), 3, "phase-taper"),
    Block(("R",), 1, "phase-race-week", race=True, below="Berlin 26 Sep"),
    Block(("recovery", "rec", "r"), 4, "phase-recovery"),
)


def test_the_season_says_what_is_behind_where_you_are_and_what_comes() -> None:
    names, line, below = seen(PhaseBand(SEASON, here=20), (100, 3))
    assert names.split() == ["off-season", "base", "build", "peak", "taper", "R", "recovery"]
    behind, ahead = line.split("●")
    assert set(behind) == {"━"}
    assert ahead.replace("─", "") == "◆"
    assert abs(len(behind) - 100 * 20 / 38) <= 2
    assert below.index("Sep") < line.index("◆") <= len(below)


def test_names_shorten_on_a_phone() -> None:
    names, line = seen(PhaseBand(SEASON, here=20), (42, 2))
    assert names.split() == ["off", "base", "build", "peak", "t", "R", "rec"]
    assert len(line) == 42


def test_any_width_shows_each_phase_once_and_the_current_one_by_name() -> None:
    async def widths(stage: Showing) -> None:
        band = stage.widget
        assert isinstance(band, PhaseBand)
        for width in range(40, 201):
            for week in (0, 7.9, 8, 20, 33.5, 37.9):
                band.here = week
                names, line, _ = band.draw(Size(width, 3))
                assert width_of(line) == width
                assert width_of(names) <= width
                marks = "".join(piece.text for piece in line)
                assert marks.count("●") == 1
                words = "".join(piece.text for piece in names).split()
                starts = [sum(block.weeks for block in SEASON[:at]) for at in range(len(SEASON))]
                current = max(at for at, start in enumerate(starts) if start <= week)
                assert SEASON[current].names[0] in words

    on_stage(PhaseBand(SEASON), widths)


def test_outside_of_the_season_there_is_no_here() -> None:
    assert "●" not in "".join(seen(PhaseBand(SEASON), (60, 2)))
    assert "●" not in "".join(seen(PhaseBand(SEASON, here=50), (60, 2)))


# The last line and the first

KEYS = (
    Key("space", "done", "done", 0),
    Key("5-0", "done @RPE", "", 0, "@RPE", tuple(Part(str(rpe), f"rpe {rpe}") for rpe in range(5, 11))),
    Key("- +", "reps", "", 3, parts=(Part("-", "less"), Part("+", "more"))),
    Key("← →", "load", "", 1, "kg", (Part("←", "lighter"), Part("→", "heavier"))),
    Key("u", "undo", "undo", 2),
    Key("m", "modify", "modify", 4),
    Key("w", "why", "why", 4),
    Key("?", "keys", "keys", 0, ""),
)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (100, "space done  5-0 done @RPE  - + reps  ← → load  u undo  m modify  w why  ? keys"),
        (70, "space done  5-0 @RPE  - + reps  ← → kg  u undo  m modify  ? keys"),
        (44, "space done  5-0 @RPE  ← → kg  u undo  ? keys"),
        (40, "space done  5-0 @RPE  ← → kg  ? keys"),
        (28, "space done  5-0 @RPE  ? keys"),
        (24, "space done  5-0 @RPE  ?"),
    ],
)
def test_keys_leave_in_the_order_of_their_rank(width: int, line: str) -> None:
    assert seen(KeyBar(KEYS), (width, 1)) == [line]


def test_a_tap_on_a_key_is_told() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(stage.text[0].index("undo"), 0)
        await stage.click(stage.text[0].index("w "), 0)
        await stage.click(95, 0)
        assert [message.action for message in stage.heard if isinstance(message, KeyBar.KeyChosen)] == [
            "undo",
            "why",
        ]

    on_stage(KeyBar(KEYS), tap, (100, 1))


def test_each_of_several_keys_is_tapped_by_itself() -> None:
    """Those that are written down at once; those between two ends after a tap on them."""

    async def tap(stage: Showing) -> None:
        def told() -> list[str]:
            return [message.action for message in stage.heard if isinstance(message, KeyBar.KeyChosen)]

        await stage.click(stage.text[0].index("→"), 0)
        await stage.click(stage.text[0].index("- +"), 0)
        assert told() == ["heavier", "less"]
        await stage.click(stage.text[0].index("5-0"), 0)
        assert stage.text[0].split() == ["@RPE", "5", "6", "7", "8", "9", "10", "‹"]
        await stage.click(stage.text[0].index("10"), 0)
        assert told() == ["heavier", "less", "rpe 10"]
        assert "5-0" in stage.text[0]
        await stage.click(stage.text[0].index("@RPE"), 0)
        await stage.click(stage.text[0].index("‹"), 0)
        assert "5-0" in stage.text[0]
        assert len(told()) == 3

    on_stage(KeyBar(KEYS), tap, (100, 1))


TABS = tuple(
    Tab(names[0].lower(), names)
    for names in (
        ("Today",),
        ("Week",),
        ("Plan",),
        ("History", "Hist"),
        ("Graphs", "Graph"),
        ("Library", "Lib"),
        ("Settings", "Set"),
    )
)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (78, " Today  Week  Plan  History  Graphs  Library  Settings             Fri 26 Mar"),
        (64, " Today  Week  Plan  History  Graphs  Library  Settings   26 Mar"),
        (44, " Today  Week  Plan  Hist  Graphs  Lib  Set"),
        (36, " Today Week Plan Hist Graph Lib Set"),
    ],
)
def test_tabs_shorten_and_the_day_leaves_first(width: int, line: str) -> None:
    assert seen(TabBar(TABS, "today", ("Fri 26 Mar", "26 Mar")), (width, 1)) == [line]


def test_a_tap_on_a_tab_is_told() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(stage.text[0].index("Plan"), 0)
        await stage.click(stage.text[0].index("Settings") + 7, 0)
        chosen = [message.tab for message in stage.heard if isinstance(message, TabBar.TabChosen)]
        assert chosen == ["plan", "settings"]

    on_stage(TabBar(TABS, "today"), tap, (78, 1))


def test_letters_that_open_a_tab_are_underlined_and_the_open_one_is_filled() -> None:
    async def look(stage: Showing) -> None:
        strip = stage.widget.render_line(0)
        underlined = "".join(segment.text for segment in strip if segment.style and segment.style.underline)
        assert underlined == "WPHGLS"
        today = next(segment for segment in strip if "Today" in segment.text)
        assert today.style
        accent = stage.pilot.app.theme_variables["accent"]
        assert today.style.bgcolor == Color.parse(accent).rich_color

    on_stage(TabBar(TABS, "today"), look, (78, 1))


def test_the_open_tab_still_stands_out_without_any_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(stage: Showing) -> None:
        strip = stage.widget.render_line(0)
        reversed_text = "".join(segment.text for segment in strip if segment.style and segment.style.reverse)
        assert reversed_text == " Today "
        assert text_of(stage.widget)[0].startswith(" Today  Week")

    on_stage(TabBar(TABS, "today"), look, (78, 1), theme="ansi-dark")


def test_facts_that_do_not_all_fit_say_where_the_rest_is() -> None:
    def lifts() -> Facts:
        facts = Facts()
        facts.more = "w has all of it"
        facts.facts = tuple(Fact("", f"Lift {n}", tail="60 kg × 5 → 65 kg × 5") for n in range(4))
        return facts

    whole = [f"       Lift {n} 60 kg × 5 → 65 kg × 5" for n in range(4)]
    assert seen(lifts(), (40, 4)) == whole
    assert seen(lifts(), (40, 3)) == [*whole[:2], "↓      w has all of it"]


def test_neither_a_name_nor_its_number_is_cut() -> None:
    facts = Facts()
    facts.facts = (
        Fact("next", "Loaded single-leg calf raise", tail="30 kg × 9 → 26 kg × 9", aside="Lighter.", rows=4),
    )
    assert seen(facts, (40, 3)) == [
        "next   Loaded single-leg calf raise",
        "       30 kg × 9 → 26 kg × 9",
        "       Lighter.",
    ]


@pytest.mark.parametrize("active", ["today", "history", "settings"])
def test_no_tab_jumps_when_another_opens(active: str) -> None:
    names = (("Today",), ("History", "Hist"), ("Settings", "Set"))
    bar = TabBar(tuple(Tab(each[0].lower(), each) for each in names), active)
    assert [each.strip() for each in seen(bar, (22, 1))] == ["Today  History  Set"]
