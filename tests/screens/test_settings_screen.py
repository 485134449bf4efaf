"""Settings by keys: what is changed, that it holds at once, and that nothing that was logged changes with it."""

from datetime import date

import pytest
from support.gym import Gym, said, sees
from support.home import shipped
from support.rooms import SIZES, frames, plays, press, shown
from textual.pilot import Pilot

from tracker.domain.equipment import Steps
from tracker.domain.person import Level, Style, Taper
from tracker.domain.runner import Runner
from tracker.domain.units import Unit
from tracker.domain.words.places import places
from tracker.domain.words.profile_text import written_profile
from tracker.domain.words.settings import SETTINGS
from tracker.screens.settings import SettingsScreen
from widgets.facts import Facts
from widgets.row_list import RowList
from widgets.text import cells


def runner(gym: Gym) -> Runner:
    found = gym.logbook.runner
    assert found is not None
    return found


def at(gym: Gym, key: str, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """The screen after keys on one row."""
    seen = []

    async def change(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, SettingsScreen)
        rows = screen.query_one(RowList)
        assert key in rows.stops
        rows.cursor = key
        await press(pilot, keys)
        seen.append(sees(pilot.app))

    plays(gym, "S", change, size)
    return seen[0]


@pytest.mark.parametrize("size", SIZES)
def test_every_setting_is_reached_with_the_arrows_and_nothing_leaves_the_screen(
    gym: Gym, size: tuple[int, int]
) -> None:
    first, last, help = frames(gym, ["S"], ["end"], ["home", "down", "pagedown"], size=size)
    for frame in (first, last, help):
        assert all(cells(line) <= size[0] for line in frame.splitlines())
    assert "Unit" in first
    assert "Under 18" in last


def test_a_choice_beside_the_row_can_be_tapped(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        facts = pilot.app.screen.query_one("#facts", Facts)
        row = next(y for y in range(facts.size.height) if "pounds" in facts.render_line(y).text)
        await pilot.click(facts, offset=(3, row))
        await pilot.pause()

    plays(gym, "S", tap)
    assert runner(gym).unit is Unit.LB


def test_a_long_value_is_said_in_full_beside_its_row(gym: Gym) -> None:
    whole = written_profile(places(runner(gym), shipped())["gym_kg"])["tools"]
    screen = " ".join(at(gym, "place.tools", "up", "down").split())
    assert whole not in screen.partition("Also here")[2].partition("  ")[0]
    for tool in whole.split(", "):
        assert tool in screen


def test_a_name_that_another_place_has_is_refused_and_stays_to_be_changed(gym: Gym) -> None:
    screen = at(gym, "place.name", "enter", "'Home'", "enter")
    assert 'There is a place called "Home" already' in screen
    assert runner(gym).profiles == ()


CHANGES: tuple[tuple[str, list[str], str, object], ...] = (
    ("unit", ["enter"], "unit", Unit.LB),
    ("unit", ["left"], "unit", Unit.KG),
    ("level", ["right"], "level", Level.ADVANCED),
    ("level", ["enter", "home", "enter"], "level", Level.BEGINNER),
    ("taper", ["right"], "taper", Taper.SHARP),
    ("lifts-per-week", ["right", "right"], "lifts_per_week", 1),
    ("program", ["enter", "end", "up", "enter"], "program", "intermediate"),
    ("plyo", ["enter"], "plyo", False),
    ("sounds", ["left"], "sounds", True),
    ("equipment", ["right"], "equipment", "home_kg"),
    ("run-week", ["enter", "ctrl+u", "'EQ rel RR'", "enter"], "run_week", "EQRELRR"),
    ("lift-days", ["enter", "ctrl+u", "'mon, thu'", "enter"], "lift_days", (0, 3)),
)


def test_a_setting_holds_at_once(gym: Gym) -> None:
    async def change_all(pilot: Pilot[None]) -> None:
        for key, keys, field, value in CHANGES:
            pilot.app.screen.query_one(RowList).cursor = key
            await press(pilot, keys)
            assert getattr(runner(gym), field) == value, key

    plays(gym, "S", change_all)


def test_the_build_style_is_a_new_plan_from_this_week(gym: Gym) -> None:
    before = gym.logbook.season.week(date(2027, 2, 8))
    at(gym, "style", "left")
    assert runner(gym).style is Style.MAINTENANCE
    assert gym.logbook.season.week(date(2027, 2, 8)).phase is before.phase


BAD = {
    "run-week": ("'QQ'", "seven letters"),
    "body-weight": ("'7000'", "outside"),
    "lift-days": ("'someday'", "not a weekday"),
    "place.plates": ("' 20x99'", "pairs of a plate"),
    "place.dumbbells": ("' heavy'", "I could not read"),
    "place.tools": ("' dragon'", "There is no tool"),
}


def test_a_bad_value_says_one_sentence_and_keeps_what_was_typed(gym: Gym) -> None:
    before = runner(gym)

    async def try_all(pilot: Pilot[None]) -> None:
        for key, (typed, sentence) in BAD.items():
            pilot.app.screen.query_one(RowList).cursor = key
            await press(pilot, ["enter", "end", typed, "enter"])
            assert sentence in sees(pilot.app), key
            assert typed.strip("'").strip() in sees(pilot.app), key
            await press(pilot, ["escape"])

    plays(gym, "S", try_all)
    assert runner(gym) == before


def test_changing_everything_rewrites_no_history(gym: Gym) -> None:
    before = gym.logbook.log()
    for key in ("unit", "equipment", "level", "program"):
        at(gym, key, "right")
    at(gym, "place.bar", "enter", "ctrl+u", "'15'", "enter")
    assert gym.logbook.log() == before
    gym.restarts()
    assert gym.logbook.log() == before


def test_pounds_show_what_was_logged_in_kilograms_as_it_was(gym: Gym) -> None:
    at(gym, "unit", "enter")
    session = gym.logbook.log().sessions[-1]
    (load,) = {done.load for done in session.entries[0].performed[:1]}
    assert load is not None
    assert load.unit is Unit.KG
    assert f"{load.amount_in(Unit.LB):f}".rstrip("0").rstrip(".") in shown(gym, "H")


def test_a_gym_keeps_its_plates_when_loads_are_read_in_pounds(gym: Gym) -> None:
    sentences: list[str] = []

    async def read_in_pounds(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(RowList).cursor = "unit"
        await press(pilot, ["enter"])
        sentences.extend(said(pilot.app))

    plays(gym, "S", read_in_pounds)
    assert "Your place stays Gym with its plates in kg" in " ".join(sentences)
    assert runner(gym).equipment == "gym_kg"
    at(gym, "equipment", "right")
    assert runner(gym).equipment == "gym_lb"


def test_a_theme_is_worn_at_once(gym: Gym) -> None:
    worn = []

    async def change(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(RowList).cursor = "theme"
        await press(pilot, ["right"])
        worn.append(pilot.app.theme)

    plays(gym, "S", change)
    assert worn == ["runlift-light"] == [runner(gym).theme]


# Places


def test_equipment_is_told_as_people_write_it(gym: Gym) -> None:
    at(gym, "place.dumbbells", "enter", "ctrl+u", "'4-20 by 4'", "enter")
    profile = gym.logbook.coach().profile(gym.logbook.today)
    assert profile.dumbbells == Steps.model_validate({"start": 4, "step": 4, "top": 20})
    assert profile.id == "gym_kg"


def test_a_place_is_added_changed_and_removed(gym: Gym) -> None:
    screen = at(gym, "place", "a", "'Garage'", "enter")
    assert "‹ Garage ›" in screen
    (garage,) = runner(gym).profiles
    assert garage.name == "Garage"
    assert runner(gym).equipment == "gym_kg"
    at(gym, "equipment", "end", "home")
    at(gym, "place", *["right"] * 3, "x", "y")
    assert runner(gym).profiles == ()


def test_the_place_one_trains_at_cannot_be_removed(gym: Gym) -> None:
    at(gym, "place", "a", "'Garage'", "enter")
    at(gym, "equipment", "right", "right", "right")
    assert runner(gym).equipment == "garage"
    at(gym, "place", "x", "y")
    assert [each.id for each in runner(gym).profiles] == ["garage"]


def test_looking_at_another_place_changes_nothing(gym: Gym) -> None:
    before = runner(gym)
    assert "‹ Home ›" in at(gym, "place", "right")
    assert runner(gym) == before


def test_changes_to_a_shipped_place_can_be_taken_back(gym: Gym) -> None:
    at(gym, "place.bar", "enter", "ctrl+u", "'15'", "enter")
    at(gym, "place", "x", "y")
    assert gym.logbook.coach().profile(gym.logbook.today) in shipped().profiles


# Safety


@pytest.mark.parametrize("size", SIZES[1:])
def test_the_questions_are_all_readable_and_one_letter_answers_them(gym: Gym, size: tuple[int, int]) -> None:
    asked = at(gym, "safety", "enter", size=size)
    for words in ("chest pain with", "at rest in the last month", "Recent surgery", "reason to be careful"):
        assert words in asked
    at(gym, "safety", "enter", "o", size=size)
    safety = runner(gym).safety
    assert (safety.answered, safety.conditions, safety.careful) == (True, True, True)


def test_being_cleared_is_asked_once_something_applies(gym: Gym) -> None:
    assert "Cleared" not in shown(gym, "S", "end")
    at(gym, "safety", "enter", "o")
    at(gym, "cleared", "enter")
    assert runner(gym).safety.careful is False
    at(gym, "safety", "enter", "n")
    assert runner(gym).safety.conditions is False


def test_under_18_is_one_key(gym: Gym) -> None:
    at(gym, "under-18", "right")
    assert runner(gym).safety.under_18


def test_every_setting_of_the_command_line_is_on_the_screen(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        assert set(SETTINGS) <= set(pilot.app.screen.query_one(RowList).stops)

    plays(gym, "S", look)


def test_a_place_may_be_called_anything(gym: Gym) -> None:
    assert "What there is at {0} {" in at(gym, "place", "a", "'{0} {'", "enter", "down")
