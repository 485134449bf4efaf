"""Today after the end of a session: u opens it again, and undo goes on from there."""

import pytest
from support.gym import Gym, said
from support.rooms import shown

from tracker.domain.words.undo_text import STANDS_AGAIN


def finished(gym: Gym, *keys: str) -> None:
    """Two sets and the end of the session, with what is open left out."""
    gym.presses("8", "7", "f", "f", *keys)


def test_u_opens_the_finished_session_again_and_goes_on_into_its_sets(gym: Gym) -> None:
    finished(gym)
    count = len(gym.logbook.log().sessions)
    gym.restarts()
    gym.presses("u")
    assert f"Undone, today: the end of the session. {STANDS_AGAIN['session_finished']}" in said(gym.app)
    assert gym.session.sets_done == 2
    assert len(gym.logbook.log().sessions) == count - 1
    gym.presses("u")
    assert gym.session.sets_done == 1
    gym.presses("U", "U")
    assert gym.logbook.session is None
    assert gym.logbook.log().sessions[-1].sets_done == 2


def test_the_summary_says_so_and_a_set_can_follow_at_once(gym: Gym) -> None:
    finished(gym)
    assert "u undo" in shown(gym, "T")
    gym.presses("u", "9")
    assert gym.session.sets_done == 3


def test_a_rating_is_no_obstacle(gym: Gym) -> None:
    finished(gym, "7")
    assert gym.logbook.log().sessions[-1].rpe == 7
    gym.presses("u")
    assert gym.session.sets_done == 2


def test_a_skipped_session_is_there_again(gym: Gym) -> None:
    asked = gym.logbook.day().session
    gym.logbook.skip_session(gym.logbook.today, "ill")
    assert "u undo" in shown(gym, "T")
    gym.presses("u")
    again = gym.logbook.day().session
    assert asked is not None
    assert again is not None
    assert (again.skipped, again.entries) == (None, asked.entries)


@pytest.mark.parametrize("answer", ["y", "k"])
def test_on_a_later_day_the_end_is_named_and_asked_about(answer: str, gym: Gym) -> None:
    finished(gym)
    ended = len(gym.logbook.log().sessions)
    gym.clock.pass_by(days=1)
    gym.restarts()
    screen = shown(gym, "T", "u")
    assert "Undo what was done on Fri 12 Mar?" in screen
    assert "The end of the session." in screen
    gym.presses("u", answer)
    assert len(gym.logbook.log().sessions) == ended - (answer == "y")
    assert (gym.logbook.session is not None) == (answer == "y")
