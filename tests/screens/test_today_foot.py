"""What a key has just done is said at the foot of the set: it covers nothing, and nothing above it moves."""

import asyncio

import pytest
from support.gym import Gym, room, said, sees
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from tracker.screens.foot import Foot
from widgets.big_set import BigSet
from widgets.facts import Facts

SIZES = pytest.mark.parametrize(
    "size", [(100, 30), (80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}"
)


def above(pilot: Pilot[None]) -> list[str]:
    """Everything over the facts: tabs, season, the set in figures; of the list only what stands beside them."""
    end = room(pilot.app).query_one("#rest").region.y
    return sees(pilot.app).splitlines()[:end]


@SIZES
@pytest.mark.parametrize("key", ["s", "h", "d"])
def test_a_sentence_covers_and_moves_nothing_above_it(gym: Gym, size: tuple[int, int], key: str) -> None:
    async def play() -> None:
        async with gym.make_app().run_test(size=size, notifications=True) as pilot:
            await pilot.press("8")
            await pilot.pause()
            before, foot = above(pilot), sees(pilot.app).splitlines()[-1]
            await pilot.press(key)
            await pilot.pause()
            (sentence,) = said(pilot.app)
            assert above(pilot) == before
            assert sees(pilot.app).splitlines()[-1] == foot
            shown = " ".join(" ".join(line[size[0] * 5 // 11 if size[0] > 72 else 0 :].split())
                             for line in sees(pilot.app).splitlines())  # fmt: skip
            assert sentence in " ".join(shown.split()), "the whole sentence is read"
            assert not pilot.app.screen.query(Toast)
            await pilot.press("7")
            await pilot.pause()
            assert said(pilot.app) == [], "the next change is the end of it"

    asyncio.run(play())


def test_what_was_said_stays_under_a_window_and_goes_with_the_room(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("h", "w", "escape")
        await pilot.pause()
        assert "The clock is for timed holds" in said(pilot.app)[0]
        await pilot.press("W", "T")
        await pilot.pause()
        assert said(pilot.app) == []

    gym.plays(play)


@SIZES
def test_what_was_modified_is_said_where_the_next_question_is_read(gym: Gym, size: tuple[int, int]) -> None:
    """It hurts: what changed stands in the window that asks where, and after it at the foot."""

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("m", "h")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        seen = sees(pilot.app)
        assert "Where does it hurt?" in seen
        told = room(pilot.app).told
        assert told
        assert told in " ".join(seen.split())
        await pilot.press("escape")
        await pilot.pause()
        (shown,) = said(pilot.app)
        assert told.startswith(shown.partition("…")[0])
        assert len(shown) == len(told) or "w has all of it" in shown

    gym.plays(play, size)


@SIZES
def test_a_warning_of_the_storage_stands_below_the_figures(gym: Gym, size: tuple[int, int]) -> None:
    async def play() -> None:
        app = gym.make_app()
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.press("8")
            app.say("An older copy of the diary was opened, and nothing is lost.", severity="warning")
            await pilot.pause(0.3)
            toast = app.screen.query_one(Toast)
            assert toast.region.y >= room(app).query_one(Facts).region.y
            assert toast.region.bottom < size[1] - (3 if size[0] == 44 else 0)

    asyncio.run(play())


PAIN = ("p", "k", "8", "enter")


def figures(pilot: Pilot[None]) -> int:
    """Rows that the set takes in figures, at least one where it stands in words."""
    big = room(pilot.app).query_one(BigSet)
    text = ["".join(piece.text for piece in line) for line in big.draw(big.size)]
    assert room(pilot.app).query_one("#now").region.contains_region(big.region)
    return max(sum("█" in line or "▀" in line or "▄" in line for line in text), big.load in "".join(text[1:]))


@pytest.mark.parametrize("size", [(44, 20), (44, 12), (30, 10)], ids=["phone", "low", "tiny"])
def test_on_a_small_screen_a_long_sentence_leaves_the_set_where_it_is(
    gym: Gym, size: tuple[int, int]
) -> None:
    """It takes two rows at most, or one; `w` has all of it, and after a while its rows are given back."""

    async def play(pilot: Pilot[None]) -> None:
        before = figures(pilot)
        assert before
        for key in PAIN:
            await pilot.press(key)
            await pilot.pause()
        whole = room(pilot.app).told
        assert whole
        while len(pilot.app.screen_stack) > 1 and not isinstance(pilot.app.screen, type(room(pilot.app))):
            assert "clinician" in whole
            await pilot.press("escape")
            await pilot.pause()
        foot = room(pilot.app).query_one(Foot)
        assert foot.size.height <= (2 if size == (44, 20) else 1)
        assert figures(pilot) >= min(before, 3 if size[1] > 10 else 1)
        await pilot.press("w")
        await pilot.pause()
        assert whole[:30] in " ".join(sees(pilot.app).split())
        await pilot.press("escape")
        room(pilot.app)._give_back()
        await pilot.pause()
        assert not foot.display

    gym.plays(play, size)


@pytest.mark.parametrize("size", [(44, 20), (30, 10)], ids=["phone", "tiny"])
def test_a_sentence_that_names_a_clinician_is_read_whole(gym: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        room(pilot.app).say(
            "Strong pain in a knee: stop here today, and see a clinician if it stays for days."
        )
        await pilot.pause()
        assert "see a clinician if it stays for days." in " ".join(sees(pilot.app).split())

    gym.plays(play, size)
