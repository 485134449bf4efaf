"""Today on a phone, with nothing but a thumb: 44 columns, 20 rows."""

from datetime import timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, room, sees
from textual.pilot import Pilot

from widgets.hold_clock import HoldClock
from widgets.rest_clock import RestClock
from widgets.tap_row import TapRow

PHONE = (44, 20)


async def tap(pilot: Pilot[None], *words: str, above: int = 0) -> None:
    """Tap targets by what is written on them; each is looked for from the foot of the screen, or some rows above it."""
    for word in words:
        lines = sees(pilot.app).splitlines()
        y = next(y for y in range(len(lines) - 1 - above, -1, -1) if word in f" {lines[y]} ")
        await pilot.click(offset=(f" {lines[y]} ".index(word), y))
        await pilot.pause()


def rows_of(app: object) -> list[str]:
    """What is written on the targets in sight."""
    return [
        " ".join(each.label for each in row.taps) for row in room(app).query(TapRow) if row.region.height == 3
    ]


def test_all_of_a_set_by_thumb(gym: Gym) -> None:
    """One step heavier, one rep less, @8 and a half; then the easiest there is."""
    asked = gym.logbook.begin().session.entries[0].sets[0].planned
    assert asked is not None
    assert asked.load is not None
    assert asked.reps is not None

    async def play(pilot: Pilot[None]) -> None:
        await tap(pilot, "⋯", "load →", "− reps", " 8 ", "⋯", "+½", " 5 ")

    gym.plays(play, PHONE)
    first, second = gym.session.entries[0].performed
    assert first.load is not None
    assert first.load.kg > asked.load.kg
    assert (first.reps, first.rpe, second.rpe) == (asked.reps - 1, 8.5, 5)


def test_the_pad_stays_for_what_is_done_several_times_and_goes_after_the_set(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        assert rows_of(pilot.app) == ["✓ done 6 7 8 9 10 ⋯"]
        await tap(pilot, "⋯", "reps +")
        assert len(rows_of(pilot.app)) == 4
        assert "set 1 of 3" in sees(pilot.app)
        await tap(pilot, "✓ done")
        assert rows_of(pilot.app) == ["✓ done 6 7 8 9 10 ⋯"]
        await tap(pilot, "⋯", " × ")
        assert rows_of(pilot.app) == ["✓ done 6 7 8 9 10 ⋯"]

    gym.plays(play, PHONE)
    assert gym.session.sets_done == 1


def test_rest_longer_and_shorter_by_thumb(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await tap(pilot, " 8 ", "⋯", "rest +15", "rest +15", "rest −15")
        assert room(pilot.app).query_one(RestClock).total == gym.session.entries[0].rest_s[1] + 15
        assert "3:15" in sees(pilot.app)

    gym.plays(play, PHONE)


def test_why_note_modify_type_and_all_keys_by_thumb(gym: Gym) -> None:
    opened: list[str] = []

    async def play(pilot: Pilot[None]) -> None:
        for word in ("why", "note", "modify", "type", "keys", "finish"):
            await pilot.press("8") if word == "finish" else None
            await tap(pilot, "⋯", *(["day ›"] if word == "keys" else []), f" {word} ")
            opened.append(type(pilot.app.screen).__name__)
            await pilot.press("escape")
            await pilot.pause()

    gym.plays(play, PHONE)
    assert opened == ["Why", "NoteLine", "Ask", "FreeLine", "Help", "Ask"]


DAY = {
    "pain": "Where does it hurt?",
    "how I feel": "How do you feel?",
    "short of time": "How much time is there?",
    "skip exercise": "Skip ",
    "move session": "Another day, or not at all?",
    "away": "Away?",
    "keys": "The set is done as prescribed",
}


def test_all_about_the_day_by_thumb(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for word, question in DAY.items():
            await tap(pilot, "⋯", "day ›", word)
            assert question in " ".join(sees(pilot.app).split()), word
            await pilot.press("escape")
            await pilot.pause()
        await tap(pilot, "⋯", "day ›", "‹ set", "load →", "undo", "day ›", "redo", " × ")
        assert rows_of(pilot.app) == ["✓ done 6 7 8 9 10 ⋯"]

    asked = gym.logbook.begin().session.entries[0].sets[0].planned
    gym.plays(play, PHONE)
    now = gym.session.entries[0].sets[0].planned
    assert asked is not None
    assert now is not None
    assert asked.load is not None
    assert now.load is not None
    assert now.load.kg > asked.load.kg, "heavier, taken back, and made again"


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (140, 40)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_all_about_the_day_and_the_set_with_a_mouse(gym: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for word, question in DAY.items():
            before = sees(pilot.app).splitlines()[:8]
            await tap(pilot, " ⋯")
            assert sees(pilot.app).splitlines()[:8] == before
            await tap(pilot, f" {word} ", above=1)
            assert question in " ".join(sees(pilot.app).split()), word
            await pilot.press("escape")
            await pilot.pause()
        await tap(pilot, " ⋯")
        await tap(pilot, "load →", " undo ", " redo ", "− reps", above=1)
        await tap(pilot, " ⋯")
        assert not room(pilot.app).has_class("pad")

    asked = gym.logbook.begin().session.entries[0].sets[0].planned
    gym.plays(play, size)
    now = gym.session.entries[0].sets[0].planned
    assert asked is not None
    assert now is not None
    assert asked.load is not None
    assert asked.reps is not None
    assert now.load is not None
    assert (now.load.kg > asked.load.kg, now.reps) == (True, asked.reps - 1)


@pytest.mark.parametrize("size", [(44, 20), (100, 30)], ids=["thumb", "mouse"])
def test_the_clock_of_a_hold_by_touch(gym: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"side plank", "enter")
        await pilot.pause()
        await tap(pilot, *([" hold "] if size == PHONE else [" ⋯", " hold clock "]))
        assert room(pilot.app).query_one(HoldClock).display

    gym.plays(play, size)


def test_after_the_last_set_there_is_one_thing_to_do_and_it_is_large(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*"8" * 16)
        await pilot.pause()
        assert rows_of(pilot.app) == ["✓ finish 6 7 8 9 10 ⋯"]
        assert sees(pilot.app).splitlines()[-1].split() == [
            "space",
            "edit",
            "5-0",
            "@RPE",
            "f",
            "finish",
            "?",
            "keys",
        ]
        await tap(pilot, "✓ finish")
        assert rows_of(pilot.app) == ["1 2 3 4 5 6 7 8 9 10"]
        await tap(pilot, " 2 ")
        assert rows_of(pilot.app) == ["edit note why undo keys"]

    gym.plays(play, PHONE)
    assert next(each for each in gym.logbook.log().sessions if each.date == FRIDAY).rpe == 2


def test_a_done_set_is_edited_and_its_effort_put_right_by_thumb(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8", "7")
        await pilot.pause()
        await tap(pilot, "✓✓")  # the second mark in the strip
        assert rows_of(pilot.app) == ["edit 6 7 8 9 10 ⋯"]
        await tap(pilot, " 9 ", "edit")
        assert pilot.app.screen.query("#rpe")

    gym.plays(play, PHONE)
    assert [each.rpe for each in gym.session.entries[0].performed] == [8, 9]


def test_what_was_just_logged_is_said_beside_the_marks(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for key, mark in (("8", "✓ @8  1 of 16"), ("full_stop", "✓ @8.5  1 of 16"), ("space", "✓  2 of 16")):
            gym.clock.pass_by(seconds=40)
            await pilot.press(key)
            await pilot.pause()
            assert mark in sees(pilot.app)

    gym.plays(play, PHONE)


def test_a_note_is_seen(gym: Gym) -> None:
    gym.logbook.note("heels on plates", 0)

    async def play(pilot: Pilot[None]) -> None:
        assert "set 1 of 3 · note" in sees(pilot.app)

    gym.plays(play, PHONE)


def test_the_way_up_and_the_whole_reason_are_read_before_and_after_the_first_rest(gym: Gym) -> None:
    entry = gym.logbook.begin().session.entries[0]
    first = entry.warmup[0].load
    assert first is not None

    async def play(pilot: Pilot[None]) -> None:
        seen = sees(pilot.app)
        assert f"ramp   {first.kg:g} × {entry.warmup[0].reps}" in seen
        assert "…" not in seen
        await pilot.press("8")
        await pilot.pause()
        seen = sees(pilot.app)
        assert "ramp" not in seen
        assert "rest 3:00" in seen
        assert "…" not in seen

    gym.plays(play, PHONE)


def test_the_race_has_its_name(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        assert "Berlin Marathon in 65 d" in sees(pilot.app)

    gym.plays(play, PHONE)


def test_a_day_off_whispers(trained_home: Path, tmp_path: Path) -> None:
    """Lifting anyway is possible, and nothing shouts it."""
    gym = Gym(copied(trained_home, tmp_path / "off"), FRIDAY + timedelta(days=1))

    async def play(pilot: Pilot[None]) -> None:
        row = room(pilot.app).query_one("#taps", TapRow)
        assert [each.label for each in row.taps] == ["ten easy minutes", "lift today", "why", "keys"]
        assert {each.ink for each in row.taps} == {"well"}
        await tap(pilot, "ten easy minutes")

    gym.plays(play, PHONE)
    assert gym.session.name == "Ten easy minutes"
