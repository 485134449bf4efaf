"""Keys of one's own, by keys: given, refused, worn at once, shown everywhere, and taken back."""

import pytest
from support.gym import Gym, said, sees
from support.rooms import SIZES, frames, plays, press
from textual.pilot import Pilot

from tracker.screens.dialogs.own_keys import OwnKeys, PressKey
from tracker.screens.settings import SettingsScreen
from widgets.facts import Facts
from widgets.key_bar import KeyBar
from widgets.row_list import RowList
from widgets.text import cells


async def open_keys(pilot: Pilot[None], id: str = "") -> None:
    """The list of keys, with the cursor on a stroke."""
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    screen.query_one(RowList).cursor = "keys"
    await press(pilot, ["enter"])
    assert isinstance(pilot.app.screen, OwnKeys)
    if id:
        pilot.app.screen.query_one(RowList).cursor = id


def kept(gym: Gym) -> dict[str, str]:
    return {each.stroke: each.key for each in gym.logbook.desk.runner.own_keys}


def test_a_key_counts_at_once_and_is_shown_in_bar_help_and_palette(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "set.undo")
        await press(pilot, ["enter", "z"])
        assert "undo" in sees(pilot.app)
        await press(pilot, ["escape"])
        assert "1 of your own" in sees(pilot.app)
        await press(pilot, ["T", "8"])
        assert gym.session.sets_done == 1
        assert "z undo" in sees(pilot.app)
        await press(pilot, ["u"])
        assert gym.session.sets_done == 1
        names = {each.title: each.help for each in pilot.app.get_system_commands(pilot.app.screen)}
        assert "(z)" in names["undo"]
        await press(pilot, ["z"])
        assert gym.session.sets_done == 0
        await press(pilot, ["question_mark"])
        assert "z" in {fact.label for fact in pilot.app.screen.query_one("#keys", Facts).facts}

    plays(gym, "S", change, size=(140, 60))
    assert kept(gym) == {"set.undo": "z"}


def test_what_it_was_moved_away_from_goes_on_calling_the_others(gym: Gym) -> None:
    """u undoes in History although Today's undo has moved; enter and space stay where they were."""

    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "past.open")
        await press(pilot, ["enter", "o", "escape", "H", "o"])
        await press(pilot, ["enter"])
        assert "save" in sees(pilot.app)
        await press(pilot, ["escape", "escape", "x", "u"])
        assert "Undone" in sees(pilot.app)

    plays(gym, "S", change)


def test_a_key_that_is_taken_is_refused_with_what_it_does_and_the_window_waits(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "set.undo")
        await press(pilot, ["enter", "m"])
        assert isinstance(pilot.app.screen, PressKey)
        assert "m already means “modify” (Today)" in sees(pilot.app)
        await press(pilot, ["T"])
        assert "T already means “Today”" in sees(pilot.app)
        await press(pilot, ["escape"])
        assert isinstance(pilot.app.screen, OwnKeys)

    plays(gym, "S", change)
    assert kept(gym) == {}


def test_the_shipped_keys_come_back_one_by_one_and_all_together(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "set.undo")
        await press(pilot, ["enter", "z"])
        pilot.app.screen.query_one(RowList).cursor = "exercise.modify"
        await press(pilot, ["enter", "u"])
        pilot.app.screen.query_one(RowList).cursor = "set.undo"
        await press(pilot, ["x"])
        assert "u now means “modify” (Today)" in sees(pilot.app)
        assert kept(gym) == {"set.undo": "z", "exercise.modify": "u"}
        pilot.app.screen.query_one(RowList).cursor = "exercise.modify"
        await press(pilot, ["x"])
        assert kept(gym) == {"set.undo": "z"}
        await press(pilot, ["0", "escape"])
        assert "as shipped" in sees(pilot.app)

    plays(gym, "S", change)
    assert kept(gym) == {}


def test_sentences_name_the_key_that_counts(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "past.undo")
        await press(pilot, ["enter", "k", "escape", "H", "x"])
        assert "Erased; k brings it back." in sees(pilot.app)
        await press(pilot, ["k"])
        assert "Undone" in sees(pilot.app)

    plays(gym, "S", change)


def test_a_tap_chooses_in_a_list(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        await press(pilot, ["i", "down", "down", "down"])
        bar = pilot.app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=(bar.render_line(0).text.index("choose"), 0))
        await pilot.pause()
        assert "of 124" in sees(pilot.app)

    plays(gym, "L", tap)


def test_they_are_there_after_a_restart_and_a_room_can_have_one(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "room.week")
        await press(pilot, ["enter", "f9"])

    plays(gym, "S", change)
    gym.restarts()

    async def again(pilot: Pilot[None]) -> None:
        await press(pilot, ["W"])
        assert pilot.app.current_mode == "settings"
        await press(pilot, ["f9"])
        assert pilot.app.current_mode == "week"

    plays(gym, "S", again)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_screen(gym: Gym, size: tuple[int, int]) -> None:
    async def look(pilot: Pilot[None]) -> None:
        for keys in ([], ["end"], ["enter"], ["m"]):
            await press(pilot, keys)
            assert all(cells(line) <= size[0] for line in sees(pilot.app).splitlines())

    async def all_of_it(pilot: Pilot[None]) -> None:
        await open_keys(pilot)
        await look(pilot)
        assert "esc leave" in sees(pilot.app)

    plays(gym, "S", all_of_it, size=size)


def test_settings_say_how_many_are_ones_own(gym: Gym) -> None:
    (screen,) = frames(gym, ["S", "end", "up", "up"])
    assert "Keys" in screen
    assert "as shipped" in screen


def test_today_and_settings_name_the_key_that_counts(gym: Gym) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot, "session.finish")
        await press(pilot, ["enter", "k"])
        pilot.app.screen.query_one(RowList).cursor = "library.programs"
        await press(pilot, ["enter", "z", "escape"])
        pilot.app.screen.query_one(RowList).cursor = "no-race"
        await press(pilot, ["down"])
        facts = pilot.app.screen.query_one("#facts", Facts).facts
        assert facts[0].text == "Which exercises fill a session. Library, z shows and copies them."
        await press(pilot, ["T", "space", "s"])
        assert said(pilot.app)[-1] == "Sets are logged already; k finishes the session as it stands."

    plays(gym, "S", change, size=(140, 60))
