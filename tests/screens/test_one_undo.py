"""`u` and `U` take back and bring again whatever was changed last, on whichever screen it was and is pressed."""

import pytest
from support.gym import Gym, said, sees
from textual.pilot import Pilot

ROOMS = ["T", "P", "W", "H"]

CHANGES: dict[str, tuple[tuple[str, ...], str]] = {
    "a set": (("8",), "a set of"),
    "a note": (("n", "'windy'", "enter"), "a note"),
    "readiness": (("r", "d"), "what you said about your legs"),
    "short on time": (("t", "3"), "a shorter session"),
    "pain": (("p", "k", "4", "y"), "a niggle"),
    "a warning sign": (("p", "!", "4", "o"), "the warning sign"),
    "travelling": (("a", "1", "o"), "travelling"),
    "ill": (("a", "i", "o"), "being ill"),
    "on holiday": (("a", "h", "w"), "a holiday"),
    "moved": (("s", "1"), "moving a session"),
    "left out": (("s", "t"), "skipping the session"),
    "a race dropped": (("P", "c", "d", "y"), "taking out Berlin Marathon"),
    "another taper": (("P", "b", "s", "y"), "another taper"),
    "a style": (("P", "b", "m", "y"), "how the plan is built"),
    "a run": (("P", "r", "tab", *"8km", "enter"), "adding the run"),
    "a decision": (("W", "t", "2"), "the decision for a week"),
    "a setting": (("S", "enter"), "another unit"),
}


def _state(gym: Gym) -> tuple[object, ...]:
    book = gym.logbook
    book.refresh()
    day, log = book.day(), book.log()
    session = day.session
    said_of_it = None if session is None else (session.entries, session.note, session.felt, session.skipped)
    return book.runner, said_of_it, log.sessions, log.runs, log.checkins


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_taken_back_and_made_again_on_any_screen(name: str, gym: Gym) -> None:
    keys, words = CHANGES[name]
    rooms = [ROOMS[(list(CHANGES).index(name) + n) % 4] for n in range(2)]
    before = _state(gym)
    gym.presses(*_typed(keys))
    after = _state(gym)
    assert after != before, "the keys have changed something"
    heard = _heard(gym, rooms[0], "u")
    assert words in heard
    assert "Undone" in heard
    assert _state(gym) == before
    assert words in _heard(gym, rooms[1], "U")
    assert _state(gym) == after


def _heard(gym: Gym, *keys: str) -> str:
    """All that is on screen and in its corner after some keys, a minute and a restart later."""
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        seen.append(" ".join([sees(pilot.app), *said(pilot.app)]))

    gym.clock.pass_by(minutes=1)
    gym.restarts()
    gym.plays(look)
    return " ".join(seen[0].split())


def _typed(keys: tuple[str, ...]) -> list[str]:
    """A text in quotes as its letters."""
    return [each for key in keys for each in (key[1:-1] if key.startswith("'") else [key])]


def test_a_missed_session_taken_today_is_given_back(gym: Gym) -> None:
    gym.clock.pass_by(days=1)
    before = gym.logbook.desk.runner
    gym.presses("e", "enter")
    assert gym.logbook.desk.runner.moves
    gym.presses("u")
    assert gym.logbook.desk.runner == before
    assert "Undone, today: moving a session." in said(gym.app)


def test_a_day_of_changes_on_four_screens_goes_back_in_order(gym: Gym) -> None:
    before = _state(gym)
    gym.presses("8", "P", "b", "s", "y", "W", "t", "2", "T", "9")
    assert _state(gym) != before
    _heard(gym, "H", "u", "P", "u", "W", "u", "T", "u")
    assert _state(gym) == before
    _heard(gym, "U", "U", "U", "U")
    assert gym.session.sets_done == 2
    assert gym.logbook.desk.runner.taper == "sharp"
    assert gym.logbook.desk.runner.decisions
