"""Keys that arrive all at once, as from a slow line, a macro or fast fingers: each counts where it was meant to."""

import pytest
from support.gym import Gym, room
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tracker.domain.adapting.readiness import ReadinessBand
from tracker.keys_in_turn import KeysInTurn
from tracker.screens.base import RoomScreen
from tracker.screens.dialogs.form import Form

NAMES = {
    ":": "colon",
    " ": "space",
    "\r": "enter",
    "\t": "tab",
    ".": "full_stop",
    "-": "minus",
    "\x1b": "escape",
}


async def bursts(pilot: Pilot[None], keys: str) -> None:
    """All of *keys* at once; nobody waits for anything in between."""
    assert isinstance(pilot.app, KeysInTurn)
    for each in keys:
        pilot.app.post_message(events.Key(NAMES.get(each, each), each if each.isprintable() else None))
    await pilot.pause()
    while pilot.app._following is not None:
        await pilot.pause(0.02)
    await pilot.pause()


@pytest.mark.parametrize(("opener", "typed"), [(":", "squat 60x8@8"), ("n", "easy, slow")])
def test_what_is_typed_faster_than_the_line_opens_stands_on_it(gym: Gym, opener: str, typed: str) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, opener + typed)
        assert pilot.app.screen.query_one(Input).value == typed

    gym.plays(play)
    assert gym.logbook.session is None


def test_a_line_with_its_enter_and_what_is_pressed_after_it(gym: Gym) -> None:
    """The set is logged, and the 7 that follows is the next set, not a letter on the line."""

    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, ":x5@8\r7")
        assert isinstance(pilot.app.screen, RoomScreen)

    gym.plays(play)
    assert [each.rpe for each in gym.session.entries[0].performed] == [8, 7]


def test_a_question_and_its_answer(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "rd")
        assert isinstance(pilot.app.screen, RoomScreen), "the question was answered"

    gym.plays(play)
    assert gym.session.readiness is ReadinessBand.AMBER


def test_three_questions_in_a_row(gym: Gym) -> None:
    """Where it hurts, how much, whether today may change: k, 4, and what comes of it."""

    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "pk2")
        assert isinstance(pilot.app.screen, RoomScreen)

    gym.plays(play)
    assert [each.pain for each in gym.logbook.log().checkins] == [2]


def test_what_to_modify_why_and_to_what(gym: Gym) -> None:
    """m, clunky, and the exercise itself, lighter: three keys through two windows."""

    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "mcl")
        assert isinstance(pilot.app.screen, RoomScreen)

    gym.plays(play)
    assert gym.session.entries[0].modified is not None


def test_the_fields_of_a_done_set(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "8")
        await pilot.press("up")
        await pilot.pause()
        await bursts(pilot, "\r70\t6\t9\r7")

    gym.plays(play)
    (first,) = gym.session.entries[0].performed
    assert first.load is not None
    assert (first.load.kg, first.reps, first.rpe) == (70, 6, 7), "the 7 came when the form had gone"


def test_the_fields_of_a_form(gym: Gym) -> None:
    """A run on the plan: its distance, and the field after it."""

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        await pilot.pause()
        await bursts(pilot, "r12\t")
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "12" in form.values.values()

    gym.plays(play)


def test_a_room_and_its_key(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "WT8")
        assert room(pilot.app).ROOM == "today"

    gym.plays(play)
    assert gym.session.sets_done == 1


def test_a_window_left_at_once_takes_nothing(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await bursts(pilot, "m\x1b8:\x1b7")
        assert isinstance(pilot.app.screen, RoomScreen)

    gym.plays(play)
    assert [each.rpe for each in gym.session.entries[0].performed] == [8, 7]
