"""The plan open in the app while a terminal changes it."""

from datetime import date, timedelta

import pytest
from support.gym import BERLIN, Gym, said, sees
from support.home import shipped
from textual.pilot import Pilot

from tracker.assembly import new_id
from tracker.domain.race import Distance, Priority
from tracker.domain.runner import Absence, Away
from tracker.logbook import Logbook
from tracker.screens.dialogs.accept import Accept
from tracker.screens.plan import PlanScreen
from tracker.storage.diary import Diary

WEEK = timedelta(weeks=1)


@pytest.fixture
def terminal(gym: Gym) -> Logbook:
    """Another window on the same home."""
    return Logbook(Diary(gym.home, device="terminal"), shipped(), gym.clock, new_id)


def test_a_proposal_whose_ground_has_moved_is_shown_anew(gym: Gym, terminal: Logbook) -> None:
    """The race goes two weeks later here; meanwhile the terminal has taken it a week later."""
    shown: list[str] = []

    async def move(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        screen = pilot.app.screen
        assert isinstance(screen, PlanScreen)
        later = gym.logbook.planning.propose_race_change("berlin", date=BERLIN.date + 2 * WEEK)
        screen.offer("Two weeks later", later)
        await pilot.pause()
        shown.append(sees(pilot.app))
        terminal.planning.accept(terminal.planning.propose_race_change("berlin", date=BERLIN.date + WEEK))
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Accept)
        shown.append(sees(pilot.app))
        terminal.refresh()
        assert terminal.desk.runner.races[0].date == BERLIN.date + WEEK, "nothing is overwritten"
        await pilot.press("y")
        await pilot.pause()

    gym.plays(move)
    assert shown[0] != shown[1]
    assert "Two weeks later" in shown[1]
    terminal.refresh()
    assert terminal.desk.runner.races[0].date == BERLIN.date + 2 * WEEK


def test_u_takes_back_what_was_changed_last_also_what_the_terminal_was_told(
    gym: Gym, terminal: Logbook
) -> None:
    holiday = Absence(start=date(2027, 6, 1), end=date(2027, 6, 8), kind=Away.HOLIDAY)

    async def drop(pilot: Pilot[None]) -> None:
        await pilot.press("P", "c", "d")
        await pilot.pause()
        terminal.planning.be_away(holiday)
        gym.clock.pass_by(minutes=1)
        await pilot.press("y")
        await pilot.pause()
        gym.clock.pass_by(minutes=1)
        terminal.planning.set("unit", "lb")
        gym.clock.pass_by(minutes=1)
        await pilot.press("u", "u")
        await pilot.pause()

    gym.plays(drop)
    terminal.refresh()
    runner = terminal.desk.runner
    assert [race.name for race in runner.races] == ["Berlin Marathon"]
    assert (runner.absences, runner.unit) == ((holiday,), "kg")


def test_a_race_that_can_be_no_more_is_refused_with_one_sentence(gym: Gym, terminal: Logbook) -> None:
    day = date(2027, 4, 18)

    async def add(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        screen = pilot.app.screen
        assert isinstance(screen, PlanScreen)
        screen.offer(
            "City Ten", gym.logbook.planning.propose_race("City Ten", day, Distance.TEN_K, Priority.B)
        )
        await pilot.pause()
        other = terminal.planning.propose_race("Other Ten", day, Distance.TEN_K, Priority.B)
        terminal.planning.accept(other)
        await pilot.press("y")
        await pilot.pause()
        assert "Other Ten is already on Sun 18 Apr 2027" in sees(pilot.app) + "".join(said(pilot.app))

    gym.plays(add)
    terminal.refresh()
    assert [race.name for race in terminal.desk.runner.races] == ["Other Ten", "Berlin Marathon"]


def test_a_past_session_that_was_changed_elsewhere_is_not_overwritten(gym: Gym, terminal: Logbook) -> None:
    """The rating is typed here, while the terminal writes a note: what is typed stays, and so does the note."""

    async def rate(pilot: Pilot[None]) -> None:
        await pilot.press("H", "r")
        await pilot.pause()
        window = pilot.app.screen
        newest = terminal.log().sessions[-1]
        terminal.past.replace(newest.changed(note="windy"))
        await pilot.press("backspace", "9", "enter")
        await pilot.pause()
        assert pilot.app.screen is window
        assert "changed in another window since" in sees(pilot.app)

    before = gym.logbook.log().sessions[-1].rpe
    gym.plays(rate)
    terminal.refresh()
    newest = terminal.log().sessions[-1]
    assert (newest.note, newest.rpe) == ("windy", before)
