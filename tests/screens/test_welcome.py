"""The first start: questions with defaults, then a day with a session on it."""

from datetime import date
from pathlib import Path

import pytest
from support.gym import Gym, sees
from textual.pilot import Pilot
from textual.widgets import Input

from tracker.domain.person import Level
from tracker.domain.race import Distance
from tracker.domain.runner import Safety
from tracker.domain.units import Unit

THURSDAY = date(2027, 2, 25)


@pytest.fixture
def new(tmp_path: Path) -> Gym:
    """A home in which nobody has been yet."""
    return Gym(tmp_path / "home", THURSDAY)


def fill(pilot: Pilot[None], **fields: str) -> None:
    for name, text in fields.items():
        pilot.app.screen.query_one(f"#{name.replace('_', '-')}", Input).value = text


@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=["wide", "narrow"])
def test_six_times_enter_and_one_answer_and_there_is_a_session(new: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for number in range(1, 7):
            assert f"{number} of 7" in sees(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("n", "enter")
        await pilot.pause()
        await pilot.press("6")

    new.plays(play, size)
    runner = new.logbook.runner
    assert runner is not None
    assert (runner.unit, runner.equipment, runner.run_week, runner.races) == (
        Unit.KG,
        "gym_kg",
        "REQEREL",
        (),
    )
    assert runner.safety == Safety(answered=True)
    assert new.session.sets_done == 1


@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=["wide", "narrow"])
def test_enter_reads_the_health_question_to_its_end_and_waits_for_an_answer(
    new: Gym, size: tuple[int, int]
) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*["enter"] * 6)
        await pilot.pause()
        assert ("↓ more" in sees(pilot.app)) is (size == (44, 20)), "four conditions lie below"
        for _ in range(4):
            await pilot.press("enter")
            await pilot.pause()
        assert "7 of 7" in sees(pilot.app)
        assert "Any other reason" in sees(pilot.app)
        assert "n or o answers it" in sees(pilot.app)
        assert new.logbook.runner is None
        await pilot.press("ctrl+n")
        await pilot.pause()

    new.plays(play, size)
    runner = new.logbook.runner
    assert runner is not None
    assert runner.safety == Safety(), "left for later is no answer"


@pytest.mark.parametrize("weekday", range(7))
def test_a_new_person_lands_on_a_session_whatever_the_day(tmp_path: Path, weekday: int) -> None:
    new = Gym(tmp_path / "home", date(2027, 2, 22 + weekday))
    new.presses(*["enter"] * 6, "n", "enter", "space")
    assert new.session.sets_done == 1


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (44, 20)], ids=lambda each: f"{each[0]}x{each[1]}")
def test_every_answer_about_safety_is_in_sight(new: Gym, size: tuple[int, int]) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*["enter"] * 6)
        await pilot.pause()
        for answer in ("None of these", "One or more", "I am under 18: no"):
            assert answer in sees(pilot.app)
        seen = sees(pilot.app)
        await pilot.press("pagedown")
        await pilot.pause()
        assert size == (100, 30) or sees(pilot.app) != seen, "the questions can be read on"
        await pilot.click("#choice", offset=(6, 1))
        await pilot.pause()
        await pilot.click("#choice", offset=(6, 1))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

    new.plays(play, size)
    runner = new.logbook.runner
    assert runner is not None
    assert runner.safety.answered


def test_every_answer_is_kept(new: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        fill(pilot, race_name="Berlin [/b]", race_date="2027-09-26", race_distance="42.2")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("q", "e", "r", "q", "r", "e", "l", "enter")
        await pilot.pause()
        await pilot.press("l")
        await pilot.pause()
        fill(pilot, weight="154")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("n", "enter")
        await pilot.pause()
        assert "Under 18" in sees(pilot.app)
        await pilot.press("escape")

    new.plays(play)
    runner = new.logbook.runner
    assert runner is not None
    (race,) = runner.races
    assert (race.name, race.date, race.distance) == ("Berlin [/b]", date(2027, 9, 26), Distance.MARATHON)
    assert (runner.level, runner.lifted_before) == (Level.INTERMEDIATE, "regularly")
    assert (runner.equipment, runner.run_week, runner.unit) == ("home_lb", "QERQREL", Unit.LB)
    assert runner.body_weight is not None
    assert runner.body_weight.number == 154
    assert runner.safety == Safety(answered=True, under_18=True)


def test_one_answer_to_the_health_questions_makes_training_gentle_and_says_so(new: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        for _ in range(6):
            await pilot.press("ctrl+n")
            await pilot.pause()
        assert "not medical advice" in sees(pilot.app)
        await pilot.press("o")
        await pilot.pause()
        assert "ask a clinician first" in " ".join(sees(pilot.app).split())
        await pilot.press("enter")
        await pilot.pause()

    new.plays(play)
    runner = new.logbook.runner
    assert runner is not None
    assert runner.safety.careful
    session = new.logbook.day().session
    assert session is not None
    assert max(entry.rpe or 0 for entry in session.entries) <= 6


def test_escape_goes_back_and_keeps_what_was_said(new: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        fill(pilot, race_name="Berlin", race_date="2027-09-26", race_distance="half")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query_one("#race-date", Input).value == "2027-09-26"
        assert pilot.app.screen.query_one("#race-distance", Input).value == "half"

    new.plays(play)
    assert new.logbook.runner is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"race_name": "Berlin", "race_date": "soon"}, '"soon" is not a date'),
        ({"race_name": "Berlin", "race_date": "2020-09-26"}, "which is over"),
        (
            {"race_name": "Berlin", "race_date": "2027-09-26", "race_distance": "far"},
            '"far" is not a distance',
        ),
    ],
    ids=["no date", "over", "no distance"],
)
def test_a_race_that_cannot_be_says_why_and_stays(new: Gym, fields: dict[str, str], sentence: str) -> None:
    async def play(pilot: Pilot[None]) -> None:
        fill(pilot, **fields)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert sentence in sees(pilot.app)
        assert "1 of 7" in sees(pilot.app)

    new.plays(play)


def test_leaving_in_the_middle_leaves_nothing_behind(new: Gym) -> None:
    new.presses("enter", "enter")
    assert new.logbook.runner is None


@pytest.mark.parametrize("size", [(100, 30), (44, 20)], ids=["wide", "narrow"])
@pytest.mark.parametrize("answer", ["n", "o"])
def test_an_enter_that_confirms_the_last_answer_logs_no_set(
    new: Gym, answer: str, size: tuple[int, int]
) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*["enter"] * 6, answer)
        await pilot.pause()
        assert "enter goes on" in sees(pilot.app)
        assert new.logbook.runner is None
        await pilot.press("enter")
        await pilot.pause()

    new.plays(play, size)
    runner = new.logbook.runner
    assert runner is not None
    assert runner.safety == Safety(answered=True, conditions=answer == "o")
    assert new.logbook.session is None


def test_an_answer_that_is_marked_can_be_changed(new: Gym) -> None:
    new.presses(*["enter"] * 6, "o", "n", "enter")
    runner = new.logbook.runner
    assert runner is not None
    assert runner.safety == Safety(answered=True)


def test_an_impossible_date_is_named_as_its_field_is_left_and_typed_anew_there(new: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*"Berlin", "enter", *"2027-13-99", "enter")
        await pilot.pause()
        assert '"2027-13-99" is not a date' in sees(pilot.app)
        assert pilot.app.focused is pilot.app.screen.query_one("#race-date", Input)
        await pilot.press("tab", *"half", "enter")
        await pilot.pause()
        assert '"2027-13-99" is not a date' in sees(pilot.app)
        await pilot.press(*"2027-09-26", "enter", "enter")
        await pilot.pause()
        assert "2 of 7" in sees(pilot.app)

    new.plays(play)
