"""When something in the app itself goes wrong: one sentence, a file for whoever wants to help, nothing lost."""

import pytest
from support.gym import Gym, shipped
from textual.pilot import Pilot

from tracker.app import SORRY, RunliftApp
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
    said = "".join(segment.text for segments in app._exit_renderables for segment in segments.segments)
    assert " ".join(said.split()) in ("", f"{SORRY} What happened is written in /somewhere/crash.log.")
    gym.restarts()
    assert gym.session.sets_done == 1


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
