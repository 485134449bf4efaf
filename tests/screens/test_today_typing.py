"""The free line, notes, and what people may type into them."""

import pytest
from support.gym import Gym, said, sees
from textual.pilot import Pilot
from textual.widgets import Input

from tracker.domain.session import PerformedSet

HOSTILE = {
    "markup": "[/left] [bold]x[/bold] [@click=app.quit]q[/]",
    "emoji": "legs 👩‍🚀🏃🏽‍♀️🇩🇪 done",
    "long": "w" * 500,
    "control": "a\x1b[31mred\x07\x00b\u202egnol",
}


def done(gym: Gym, entry: int = 0) -> list[PerformedSet]:
    return list(gym.session.entries[entry].performed)


async def types(pilot: Pilot[None], text: str) -> None:
    """Open the free line, put *text* in, press enter."""
    await pilot.press("colon")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await pilot.pause()


def one_line(pilot: Pilot[None]) -> str:
    """What is on screen, whatever the lines it stands on."""
    return " ".join(sees(pilot.app).split())


@pytest.mark.parametrize(
    ("text", "kilograms", "reps", "rpe"),
    [
        ("60x8@8", [60], [8], [8]),
        ("x7", [65], [7], [None]),
        ("60x8,7,6@9", [60, 60, 60], [8, 7, 6], [9, 9, 9]),
        ("62,5x4@7.5 x2", [62.5, 62.5], [4, 4], [7.5, 7.5]),
    ],
)
def test_a_line_logs_the_sets_it_says(
    gym: Gym, text: str, kilograms: list[float], reps: list[int], rpe: list[float | None]
) -> None:
    planned = gym.logbook.begin().session.entries[0].sets[0].planned
    assert planned is not None
    assert planned.load is not None
    gym.plays(lambda pilot: types(pilot, text))
    sets = done(gym)
    expected = [planned.load.kilograms if text == "x7" else each for each in kilograms]
    assert [each.load.kilograms for each in sets if each.load] == expected
    assert ([each.reps for each in sets], [each.rpe for each in sets]) == (reps, rpe)


def test_left_and_right_can_differ(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("down", "down", "down")
        await types(pilot, "8x6/5@8")

    gym.plays(play)
    (only,) = done(gym, 1)
    assert only.right is not None
    assert only.load is not None
    assert (only.reps, only.right.reps, only.load.kilograms) == (6, 5, 16)


def test_an_exercise_can_come_first(gym: Gym) -> None:
    gym.plays(lambda pilot: types(pilot, "lat pulldown 40x8@8"))
    (only,) = done(gym, 2)
    assert (only.reps, only.rpe) == (8, 8)


def test_an_exercise_that_is_not_planned_joins(gym: Gym) -> None:
    gym.plays(lambda pilot: types(pilot, "push ups x12@8"))
    entry = gym.session.entries[-1]
    assert entry.exercise == "push_up"
    assert [each.reps for each in entry.performed] == [12]


def test_an_exercise_alone_joins_and_waits(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, "push up")
        await types(pilot, "x9")

    gym.plays(play)
    assert [each.reps for each in gym.session.entries[-1].performed] == [9]


@pytest.mark.parametrize(
    ("text", "sentence", "marked"),
    [
        ("60xx8", "a number belongs here", "x8"),
        ("60x8@11", "RPE goes from 1 to 10", "@11"),
        ("60x8 because", "I expected", "because"),
        ("9999x8", "weights go up to 1000 kg", "9999"),
    ],
)
def test_what_is_not_understood_is_said_and_marked_and_the_text_stays(
    gym: Gym, text: str, sentence: str, marked: str
) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, text)
        field = pilot.app.screen.query_one(Input)
        assert field.value == text
        assert field.selected_text == marked
        assert sentence in " ".join(sees(pilot.app).split())
        await pilot.press("escape")

    gym.plays(play)
    assert gym.logbook.session is None


def test_an_unknown_exercise_is_said(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, "frobnicate 60x8@8")
        assert 'No exercise is called "frobnicate"' in sees(pilot.app)

    gym.plays(play)


def test_tab_completes_the_name_of_an_exercise(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("colon", "l", "a", "t", "space", "p")
        await pilot.pause(0.1)
        await pilot.press("tab")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "lat pulldown"
        await pilot.press("space", *"40x8", "at", "8", "enter")

    gym.plays(play)
    assert len(done(gym, 2)) == 1


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=["wide", "narrow"])
def test_no_note_breaks_the_screen(gym: Gym, text: str, size: tuple[int, int]) -> None:
    gym.logbook.sets.log(0, rpe=8)
    gym.logbook.note(text, 0)
    gym.logbook.note(text)

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape", "n")
        await pilot.pause()
        await pilot.press("escape", "f", "f")
        await pilot.pause()
        await pilot.press("7")

    gym.plays(play, size)
    assert gym.logbook.past.on(gym.clock().date())[0].note == text


def test_a_note_is_on_the_exercise_and_with_tab_on_the_session(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"grip", "tab", *"hot", "enter")

    gym.plays(play)
    assert gym.session.note == "hot"
    assert gym.session.entries[0].note == "grip"

    async def again(pilot: Pilot[None]) -> None:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*" wet", "enter")

    gym.plays(again)
    assert gym.session.entries[0].note == "grip wet"
    assert gym.session.note == "hot"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_is_typed_on_the_free_line_breaks_it(gym: Gym, text: str) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, text)
        await pilot.press("escape")

    gym.plays(play)
    assert gym.logbook.session is None
    assert said(gym.app) == []


def test_a_slip_of_the_finger_is_asked_about_once_and_what_was_typed_stays(gym: Gym) -> None:
    """650 for 65: asked kindly; enter once more means it, another number is not asked about."""

    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, "650x5@8")
        assert "slip of the finger" in " ".join(sees(pilot.app).split())
        assert pilot.app.screen.query_one(Input).value == "650x5@8"
        assert gym.logbook.session is None, "nothing is logged yet"
        pilot.app.screen.query_one(Input).value = "65x5@8"
        await pilot.press("enter")
        await pilot.pause()
        await types(pilot, "650x4")
        await pilot.press("enter")
        await pilot.pause()

    gym.plays(play)
    assert [float(each.load.number) for each in done(gym) if each.load] == [65, 650]


def test_a_slip_in_the_form_of_a_set_is_asked_about_once(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8", "up", "enter")
        await pilot.pause()
        pilot.app.screen.query_one("#load", Input).value = "650"
        await pilot.press("enter")
        await pilot.pause()
        assert "slip of the finger" in " ".join(sees(pilot.app).split())
        assert pilot.app.screen.query_one("#load", Input).value == "650"
        pilot.app.screen.query_one("#load", Input).value = "60"
        await pilot.press("enter")
        await pilot.pause()

    gym.plays(play, (44, 20))
    assert [float(each.load.number) for each in done(gym) if each.load] == [60]


def test_a_bar_without_a_weight_is_refused_and_one_under_the_empty_bar_asked_about(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for _ in range(2):
            await types(pilot, "0x5@8")
            assert "the empty one is 25x5, and x5 means what is planned" in one_line(pilot)
            await pilot.press("enter")
            await pilot.pause()
            assert pilot.app.screen.query_one(Input).value == "0x5@8"
            await pilot.press("escape")
        await types(pilot, "10x5@8")
        assert "10 kg is less than the empty bar, which weighs 25 kg. Enter once more keeps it." in one_line(
            pilot
        )
        assert pilot.app.screen.query_one(Input).value == "10x5@8"
        assert gym.logbook.session is None, "nothing is logged yet"
        await pilot.press("enter")
        await pilot.pause()

    gym.plays(play, (44, 20))
    assert [float(each.load.number) for each in done(gym) if each.load] == [10]


def test_the_form_of_a_set_says_the_same_of_a_bar(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8", "up", "enter")
        await pilot.pause()
        for load, sentence in (
            ("0", "A bar has a weight of its own: the empty one weighs 25 kg."),
            ("10", "10 kg is less than the empty bar, which weighs 25 kg. Enter once more keeps it."),
        ):
            pilot.app.screen.query_one("#load", Input).value = load
            await pilot.press("enter")
            await pilot.pause()
            assert sentence in one_line(pilot)
            assert pilot.app.screen.query_one("#load", Input).value == load
        await pilot.press("enter")
        await pilot.pause()

    gym.plays(play, (44, 20))
    assert [float(each.load.number) for each in done(gym) if each.load] == [10]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("push up x8/6", "no left and right; give one number"),
        ("push up 30/25s@8", "no left and right; give one number"),
        ("push up 30s@8", "counted in reps, not in seconds"),
    ],
)
def test_what_an_exercise_has_no_place_for_is_said_and_the_text_stays(
    gym: Gym, text: str, sentence: str
) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, text)
        assert sentence in " ".join(sees(pilot.app).split())
        assert pilot.app.screen.query_one(Input).value == text

    gym.plays(play)
    assert gym.logbook.session is None


def test_one_line_is_one_undo(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8")
        await types(pilot, "push ups x12@8 x2")
        assert "2 sets logged for Push-up, at 6 in the list." in said(pilot.app)
        assert [each.reps for each in gym.session.entries[-1].performed] == [12, 12]
        await pilot.press("u")
        await pilot.pause()
        assert "push_up" not in {entry.exercise for entry in gym.session.entries}
        assert gym.session.sets_done == 1
        await pilot.press("U")

    gym.plays(play)
    assert [each.reps for each in gym.session.entries[-1].performed] == [12, 12]


def test_a_half_after_a_line_of_two_sets_goes_to_the_second(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await types(pilot, "60x8@8 x2")
        await pilot.press("full_stop")

    gym.plays(play)
    assert [each.rpe for each in done(gym)] == [8, 8.5]
