"""When something in the app itself goes wrong: one sentence, a file for whoever wants to help, nothing lost."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator

import pytest
from support.gym import FRIDAY, Gym, PicturedApp, said, shipped
from textual.pilot import Pilot

from tracker.app import SORRY, RunliftApp
from tracker.assembly import House, open_house
from tracker.screens.today import TodayScreen


def test_a_crash_says_one_sentence_keeps_the_story_and_fails(
    gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_: TodayScreen) -> None:
        raise RuntimeError("[/left] nobody thought of this")

    monkeypatch.setattr(TodayScreen, "action_half", stumble)
    stories: list[str] = []

    def keep(story: str) -> str:
        stories.append(story)
        return "/somewhere/crash.log"

    app = RunliftApp(gym.logbook, shipped(), keep_crash=keep)
    gym.make_app = lambda: app  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        gym.presses("8", "full_stop")
    assert app.return_code == 1
    assert len(stories) == 1
    assert "nobody thought of this" in stories[0]
    left = "".join(segment.text for segments in app._exit_renderables for segment in segments.segments)
    assert " ".join(left.split()) in ("", f"{SORRY} What happened is written in /somewhere/crash.log.")
    gym.restarts()
    assert gym.session.sets_done == 1


def one_set_on_what_is_there(gym: Gym) -> tuple[House, str]:
    """The home opened anew as it lies on disk, and one set logged in the app: the house, and all that was said."""
    house = open_house(gym.home, FRIDAY)
    app = PicturedApp(house.logbook, house.catalog, lambda: list(house.notices()))
    gym.make_app = lambda: app  # type: ignore[method-assign]

    async def log_a_set(pilot: Pilot[None]) -> None:
        await pilot.press("8")
        app.look_again()
        await pilot.pause()

    gym.plays(log_a_set)
    return house, "\n".join(said(app))


def test_what_makes_no_sense_is_named_and_the_rest_is_there(gym: Gym) -> None:
    """One value of the profile, and one session; everything else is as it was."""
    profile, year = gym.home / "profile.json", gym.home / "diary/2027.json"
    profile.write_text(profile.read_text().replace('"intermediate"', '"wizard"', 1))
    tables = json.loads(year.read_text())
    next(iter(tables["sessions"].values()))["phase"] = "lunch"
    year.write_text(json.dumps(tables))
    house, heard = one_set_on_what_is_there(gym)
    assert 'level makes no sense ("wizard": ' in heard
    assert "cannot be read (phase: Input should be" in heard
    assert "`runlift doctor --repair` sets it aside." in heard
    assert house.logbook.session is not None
    assert house.logbook.session.sets_done == 1
    assert '"wizard"' in profile.read_text(), "nobody has changed the profile yet"


def test_a_torn_exercise_of_ones_own_stops_no_session(gym: Gym) -> None:
    """The file is named, and squats are logged as ever."""
    own = gym.home / "exercises"
    own.mkdir(exist_ok=True)
    (own / "torn.toml").write_text("[half")
    house, heard = one_set_on_what_is_there(gym)
    assert "torn.toml: this is not TOML" in heard
    assert house.logbook.session is not None
    assert house.logbook.session.sets_done == 1


STUMBLES = """
import sys
from tracker.__main__ import main
from tracker.screens.today import TodayScreen

def stumble(_):
    raise RuntimeError("nobody thought of this")

TodayScreen.action_why = stumble
sys.exit(main())
"""


def test_a_crash_of_the_app_ends_with_the_status_of_a_fault(gym: Gym) -> None:
    """On a terminal of its own: 70, as for every fault of runlift; 1 would mean that there was nothing to do."""
    app, terminal = _on_a_terminal(gym, STUMBLES)
    written = b""
    for seen in _seen_on(terminal, seconds=60):
        is_new, written = b"ettings" not in written, written + seen
        if is_new and b"ettings" in written:
            os.write(terminal, b"w")
    os.close(terminal)
    status = app.wait(30)
    assert status == 70
    assert b"Sorry, runlift had to stop" in written
    assert "nobody thought of this" in (gym.home / "crash.log").read_text(encoding="utf-8")


def test_it_leaves_when_its_terminal_is_gone_without_a_word(gym: Gym) -> None:
    """No signal comes where it is not the terminal's own session; it would read nothing, for ever and at full speed."""
    app, terminal = _on_a_terminal(gym, "import sys\nfrom tracker.__main__ import main\nsys.exit(main())")
    written = b""
    for seen in _seen_on(terminal, seconds=60):
        written += seen
        if b"ettings" in written:
            break
    os.close(terminal)
    assert app.wait(30) == 0


def _on_a_terminal(gym: Gym, program: str) -> tuple[subprocess.Popen[bytes], int]:
    """A program on a terminal of its own, and that terminal."""
    terminal, side = pty.openpty()
    environ = {**os.environ, "RUNLIFT_HOME": str(gym.home), "RUNLIFT_TODAY": "2027-03-12", "TERM": "xterm"}
    app = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=side,
        stdout=side,
        stderr=side,
        env=environ,
        start_new_session=True,
    )
    os.close(side)
    return app, terminal


def _seen_on(terminal: int, seconds: float) -> Iterator[bytes]:
    """What is written on a terminal until the other side is gone, or nothing has come for a while."""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            yield os.read(terminal, 4096)
        except OSError:
            return


def test_a_log_that_cannot_be_read_for_a_moment_is_said_once(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        diary = gym.home / "diary"
        kept = gym.home / "elsewhere"
        await pilot.press("8")
        await pilot.pause()
        open_file = diary / "open.json"
        open_file.rename(kept)
        open_file.mkdir()
        assert isinstance(pilot.app, RunliftApp)
        pilot.app.look_again()
        pilot.app.look_again()
        open_file.rmdir()
        kept.rename(open_file)
        await pilot.pause()
        sentences = [each.message for each in pilot.app._notifications]
        assert len([each for each in sentences if "open.json may not be read" in each]) == 1
        pilot.app.look_again()
        await pilot.press("7")

    gym.plays(play)
    gym.restarts()
    assert [each.rpe for each in gym.session.entries[0].performed] == [8, 7]


def test_a_sentence_stays_in_the_room_it_was_said_in(gym: Gym) -> None:
    """What a key did may name the keys of its room; a warning is for everywhere."""

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, RunliftApp)
        pilot.app.say("u brings it back.")
        pilot.app.say("The disk is full.", severity="warning")
        await pilot.press("G")
        await pilot.pause()
        assert [each.message for each in pilot.app._notifications] == ["The disk is full."]

    gym.plays(play)
