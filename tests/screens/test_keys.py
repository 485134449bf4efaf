"""The one table of keys: nothing means two things in one place, and everything in it exists."""

from collections import Counter
from collections.abc import Iterator

import pytest
from support.gym import Gym, said, sees
from textual.pilot import Pilot

from tracker import keys
from tracker.keys import EVERYWHERE, LINES, TABS, TODAY, KeyLine, Stroke
from tracker.screens.rooms import ROOMS, tabs
from tracker.screens.today import TodayScreen

PLACES = sorted({place for line in LINES for place in line.places} - {EVERYWHERE})
ROOM_PLACES = [*TODAY, keys.WEEK, keys.PLAN, keys.HISTORY, keys.GRAPHS, keys.LIBRARY, keys.SETTINGS]


def strokes(*places: str) -> Iterator[Stroke]:
    return (stroke for line in keys.lines_for(*places) for stroke in line.strokes)


@pytest.mark.parametrize("place", PLACES)
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    count = Counter(key for stroke in strokes(place) for key in stroke.keys.split(","))
    assert [key for key, times in count.items() if times > 1] == []


@pytest.mark.parametrize("place", ROOM_PLACES)
def test_no_room_takes_a_key_of_the_whole_app(place: str) -> None:
    inside = {key for stroke in strokes(place) for key in stroke.keys.split(",")}
    outside = {key for stroke in strokes(EVERYWHERE) for key in stroke.keys.split(",")}
    outside |= {key for tab in TABS for key in tab.stroke.keys.split(",")}
    assert inside & outside == set()


def test_every_binding_has_its_own_name() -> None:
    count = Counter(stroke.id for line in LINES for stroke in line.strokes)
    assert [name for name, times in count.items() if times > 1] == []


@pytest.mark.parametrize("line", list(keys.lines_for(*TODAY)), ids=lambda line: line.strokes[0].id)
def test_every_key_of_today_calls_something(line: KeyLine) -> None:
    for stroke in line.strokes:
        assert hasattr(TodayScreen, f"action_{stroke.action.partition('(')[0]}")


def test_digits_on_today_are_effort_and_nothing_else() -> None:
    digits = {
        (stroke.keys, stroke.action)
        for place in TODAY
        for stroke in strokes(place)
        if stroke.keys.isdecimal()
    }
    assert {action.partition("(")[0] for _, action in digits} == {"rate", "rate_session"}


@pytest.mark.parametrize(
    ("names", "action"),
    [
        ({"minus", "subtract"}, "fewer"),
        ({"plus", "add", "equals_sign"}, "more"),
        ({"full_stop", "comma", "decimal"}, "half"),
        ({"left", "left_square_bracket"}, "lighter(False)"),
        ({"right", "right_square_bracket"}, "heavier(False)"),
        ({"space", "enter"}, "done"),
        ({"U", "shift+u"}, "redo"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_keypads_and_other_keyboards_are_bound(names: set[str], action: str) -> None:
    bound = {
        key for stroke in strokes(keys.SESSION) if stroke.action == action for key in stroke.keys.split(",")
    }
    assert names <= bound


def test_every_room_has_a_letter_its_shifted_name_and_a_function_key() -> None:
    assert [tab.stroke.keys for tab in TABS][:2] == ["T,shift+t,f1", "W,shift+w,f2"]
    assert {room.name for room in ROOMS} <= {tab.room for tab in TABS}


@pytest.mark.parametrize("tab", tabs(), ids=lambda tab: tab.room)
def test_a_letter_and_a_function_key_open_each_room(gym: Gym, tab: keys.TabKey) -> None:
    opened: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        for key in (tab.letter, tab.function):
            await pilot.press("S" if tab.letter != "S" else "W")
            await pilot.press(key)
            await pilot.pause()
            opened.append(pilot.app.current_mode)

    gym.plays(play)
    assert opened == [tab.room, tab.room]


def test_help_shows_the_keys_of_the_place_and_a_line_can_be_tapped(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        await pilot.pause()
        seen = sees(pilot.app)
        assert "The set is done as prescribed" in " ".join(seen.split())
        assert "Carry on" not in seen
        await pilot.click("#keys", offset=(14, 0))
        await pilot.pause()

    gym.plays(play, size=(100, 40))
    assert gym.session.sets_done == 1


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_the_way_to_all_keys_is_named_at_the_foot(gym: Gym, size: tuple[int, int]) -> None:
    """At every moment of a session: at work, on a done set, with nothing open, finished, rated."""

    async def play(pilot: Pilot[None]) -> None:
        for pressed in ((), ("8",), ("up",), ("down", *"8" * 15), ("f",), ("7",)):
            await pilot.press(*pressed)
            await pilot.pause()
            assert "? keys" in sees(pilot.app).splitlines()[-1], pressed

    gym.plays(play, size)


def test_once_rated_the_note_comes_first_at_the_foot_and_the_rating_last(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*"8" * 16, "f")
        await pilot.pause()
        assert sees(pilot.app).splitlines()[-1].split()[:5] == ["1-0", "session", "RPE", "n", "note"]
        await pilot.press("7")
        await pilot.pause()
        foot = sees(pilot.app).splitlines()[-1]
        assert foot.split()[:2] == ["n", "note"]
        assert "session RPE" in foot

    gym.plays(play)


def test_the_palette_knows_every_key_of_this_moment_by_name(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        names = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"done", "undo", "finish", "why", "modify", "short on time"} <= names
        assert {"Half an RPE more", "Type a set"} <= names
        assert {
            "done @RPE: 10",
            "reps: less",
            "load: heavier",
            "this set's load: lighter",
            "rest ∓15 s: more",
        } <= names
        assert {"Go to Week", "Theme runlift-light"} <= names
        assert "lift today" not in names

    gym.plays(play)


def test_a_command_of_the_palette_is_one_of_several_keys(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"RPE: 9")
        await pilot.pause(0.5)
        await pilot.press("down", "enter")
        await pilot.pause(0.3)

    gym.plays(play)
    assert [each.rpe for each in gym.session.entries[0].performed] == [9]


@pytest.mark.parametrize("size", [(100, 30), (80, 24)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_every_effort_can_be_given_with_a_mouse(gym: Gym, size: tuple[int, int]) -> None:
    async def click(pilot: Pilot[None], *words: str) -> None:
        for word in words:
            bar = sees(pilot.app).splitlines()[-1]
            await pilot.click(offset=(bar.index(word), size[1] - 1))
            await pilot.pause()

    async def play(pilot: Pilot[None]) -> None:
        await click(pilot, "5-0", "7")
        await click(pilot, "→", "@RPE", "10")
        await pilot.press("f", "f")
        await pilot.pause()
        await click(pilot, "1-0", "2")

    gym.plays(play, size)
    (session,) = (each for each in gym.logbook.log().sessions if each.date == gym.clock().date())
    first, second = session.entries[0].performed
    assert (first.rpe, second.rpe, session.rpe) == (7, 10, 2)
    planned = session.entries[0].sets[1].planned
    assert second.load is not None
    assert planned is not None
    assert planned.load == second.load


def test_a_key_of_another_moment_does_nothing(gym: Gym) -> None:
    gym.presses("e", "b", "1", "2", "3")
    assert gym.logbook.under_way is None
    assert said(gym.app) == []
