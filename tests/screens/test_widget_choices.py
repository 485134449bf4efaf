"""Widgets to answer with: thumbs, letters, arrows."""

import pytest
from support.looks import Showing, on_stage, seen

from widgets.choice import Choice, Item
from widgets.ladder import Ladder, Step
from widgets.picking import Picking
from widgets.plate_stack import PlateStack
from widgets.tap_row import Tap, TapRow

SIGNALS = (
    Item("unsafe", "u", "It feels unsafe", "fewer moving parts"),
    Item("skill", "s", "It is steps ahead of me", "two small steps down"),
    Item("hurts", "h", "It hurts"),
)


def modify() -> Choice:
    return Choice(
        "Modify the split squat", SIGNALS, sentence="It is always fine to modify.", selected="skill"
    )


def chosen(stage: Showing) -> list[str]:
    return [message.target for message in stage.heard if isinstance(message, Picking.Chosen)]


def test_a_question_reads_from_the_top_and_points_at_the_proposed_answer() -> None:
    assert seen(modify(), (40, 10)) == [
        "Modify the split squat",
        "It is always fine to modify.",
        "",
        "  u  It feels unsafe",
        "     fewer moving parts",
        "› s  It is steps ahead of me",
        "     two small steps down",
        "  h  It hurts",
        "",
        "enter choose   esc leave",
    ]


def test_in_a_low_room_the_help_of_the_others_goes_first_and_every_answer_stays() -> None:
    rows = seen(modify(), (40, 9))
    assert "     fewer moving parts" not in rows
    assert "     two small steps down" in rows
    rows = seen(modify(), (40, 5))
    assert rows[0] == "Modify the split squat"
    assert [row[2] for row in rows if row[:5].strip() in {"u", "› s", "h"}] == ["u", "s", "h"]


@pytest.mark.parametrize("height", [1, 2, 3, 4, 6])
def test_the_selected_answer_is_always_in_view(height: int) -> None:
    items = tuple(Item(f"{at}", f"{at}", f"answer {at}", "help") for at in range(10))

    async def walk(stage: Showing) -> None:
        assert isinstance(stage.widget, Choice)
        for at in range(10):
            stage.widget.selected = f"{at}"
            await stage.pilot.pause()
            answers = stage.text if height < 2 else stage.text[1:]
            assert any(f"answer {at}" in row for row in answers) or height == 1

    on_stage(Choice("Which?", items), walk, (30, height))


@pytest.mark.parametrize(
    ("keys", "target"),
    [
        (("enter",), "skill"),
        (("space",), "skill"),
        (("down", "enter"), "hurts"),
        (("down", "down", "down", "enter"), "hurts"),
        (("up", "enter"), "unsafe"),
        (("home", "enter"), "unsafe"),
        (("h",), "hurts"),
        (("H",), "hurts"),
    ],
)
def test_keys_answer(keys: tuple[str, ...], target: str) -> None:
    async def press(stage: Showing) -> None:
        await stage.pilot.press(*keys)
        assert chosen(stage) == [target]

    on_stage(modify(), press)


def test_a_tap_on_an_answer_or_its_help_answers_and_escape_leaves() -> None:
    async def tap(stage: Showing) -> None:
        await stage.click(10, 1)
        await stage.click(38, 4)
        await stage.click(3, 7)
        assert chosen(stage) == ["unsafe", "hurts"]
        await stage.pilot.press("escape")
        assert any(isinstance(message, Picking.Cancelled) for message in stage.heard)

    on_stage(modify(), tap, (40, 10))


STEPS = (
    Step("rfe", "Rear-foot-elevated split squat", here=True),
    Step("split", "Split squat", "16 kg"),
    Step("rail", "Split squat, hand on a rail"),
)


def test_a_ladder_says_where_you_are_and_proposes_a_step() -> None:
    assert seen(Ladder(STEPS, selected="split"), (60, 5)) == [
        "  ● Rear-foot-elevated split squat  you are here",
        "  │",
        "› ○ Split squat  16 kg",
        "  │",
        "  ○ Split squat, hand on a rail",
    ]


def test_the_step_you_stand_on_cannot_be_chosen() -> None:
    async def climb(stage: Showing) -> None:
        await stage.click(10, 0)
        await stage.pilot.press("up", "up", "enter", "down", "enter")
        assert chosen(stage) == ["split", "rail"]

    on_stage(Ladder(STEPS, selected="split"), climb, (60, 5))


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_thumb_anywhere_on_a_target_counts(row: int) -> None:
    taps = (Tap("done", "✓ done", "good", 2), *(Tap(f"rpe-{rpe}", f"{rpe}") for rpe in range(6, 11)))

    async def tap(stage: Showing) -> None:
        for x in (0, 9, 43):
            await stage.click(x, row)
        told = [message.action for message in stage.heard if isinstance(message, TapRow.Tapped)]
        assert told == ["done", "done", "rpe-10"]
        assert stage.text[1].split() == ["✓", "done", "6", "7", "8", "9", "10"]

    on_stage(TapRow(taps), tap, (44, 3))


@pytest.mark.parametrize("width", [33, 40, 60])
def test_no_word_of_a_row_is_cut_while_all_have_room(width: int) -> None:
    words = ("+½", "hold clock", "skip exercise", "why")
    taps = tuple(Tap(word, word, share=share) for word, share in zip(words, (9, 1, 2, 1), strict=True))

    async def look(stage: Showing) -> None:
        line = stage.widget.render_line(1)
        assert line.cell_length == width
        assert all(word in line.text for word in words)

    on_stage(TapRow(taps), look, (width, 3))


def test_a_row_of_targets_uses_the_whole_width() -> None:
    async def look(stage: Showing) -> None:
        strip = stage.widget.render_line(0)
        ground = stage.pilot.app.theme_variables["background"].lower()
        bare = [
            len(segment.text)
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.get_truecolor().hex == ground
        ]
        assert bare == [1, 1]

    on_stage(TapRow((Tap("a", "a"), Tap("b", "b", "good"), Tap("c", "c"))), look, (31, 3))


@pytest.mark.parametrize(
    ("stack", "size", "rows"),
    [
        (
            PlateStack(("20", "10", "2.5"), "each side"),
            (40, 2),
            ["  ▗▄▄▖▗▄▄▖", "━━▐20▌▐10▌▐2.5▌━ each side"],
        ),
        (PlateStack(("45", "5"), "each side"), (40, 1), ["━━▐45▌▐5▌━ each side"]),
        (PlateStack(("20", "10", "2.5"), "each side"), (14, 1), ["20 + 10 + 2.5"]),
        (PlateStack((), "two 22.5 dumbbells"), (40, 1), ["two 22.5 dumbbells"]),
    ],
)
def test_plates_are_drawn_from_the_heaviest(
    stack: PlateStack, size: tuple[int, int], rows: list[str]
) -> None:
    assert seen(stack, size) == rows
