"""The library by keys: sifted, found, a ladder walked; exercises and programs of one's own, kept when they fit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.gym import Gym, copied, said, sees
from support.home import shipped
from support.rooms import SIZES, Home, frames, plays, press, shown
from textual.pilot import Pilot
from textual.widgets import Input

from tracker.catalog import load_catalog
from tracker.domain.exercise import Exercise
from tracker.domain.program import Cell as Amount
from tracker.screens.dialogs.line import FreeLine
from tracker.screens.dialogs.own_exercise import OwnExercise
from tracker.screens.dialogs.program import PHASES, amount_words
from tracker.screens.library import LibraryScreen
from tracker.screens.library_words import ladder, standing
from tracker.screens.own_check import wrong_lines
from tracker.screens.own_form import BLANK, LINES, id_for, start_in, table_from, texts_of
from widgets.row_list import RowList
from widgets.text import cells

SHIPPED = shipped()
EXERCISES = SHIPPED.exercises


@pytest.fixture
def home(trained_home: Path, tmp_path: Path) -> Home:
    return Home(copied(trained_home, tmp_path / "home"))


def library(pilot: Pilot[None]) -> LibraryScreen:
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def at(gym: Gym, id: str, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """The screen after keys on one exercise."""
    seen = []

    async def look(pilot: Pilot[None]) -> None:
        library(pilot).go_to(id)
        await press(pilot, keys)
        seen.append(sees(pilot.app))

    plays(gym, "L", look, size)
    return seen[0]


# Looking


@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_screen(home: Home, size: tuple[int, int]) -> None:
    moments = (["L", "end"], ["enter"], ["escape", "e"], ["escape", "a"], ["escape", "p"], ["enter"])
    for frame in frames(home, *moments, size=size):
        assert all(cells(line) <= size[0] for line in frame.splitlines())


def test_an_exercise_says_what_it_trains_where_with_what_and_what_to_think_of(gym: Gym) -> None:
    screen = at(gym, "sl_rdl_row")
    for words in (
        "Freeze at the bottom",
        "hinge, row",
        "one side at a time",
        "dumbbell or kettlebell",
        "hamstring",
    ):
        assert words in screen


def test_your_history_with_it_is_the_last_the_best_and_the_maximum(gym: Gym) -> None:
    exposures = gym.logbook.log().of("trap_bar_deadlift")
    screen = at(gym, "trap_bar_deadlift")
    assert f"{exposures[-1].session.date.day} Mar" in screen
    for label in ("last", "best", "e1RM"):
        assert label in screen
    assert f"{len(exposures)} times" in screen
    assert "not done yet" in at(gym, "leg_press")


def test_you_stand_on_the_rung_that_was_done_last(gym: Gym) -> None:
    log = gym.logbook.log()
    steps = ladder(EXERCISES["trap_bar_deadlift"], EXERCISES, log, gym.logbook.today)
    here = [step.target for step in steps if step.here]
    assert here == [standing([EXERCISES[step.target] for step in steps], log)] == ["trap_bar_deadlift"]
    assert not any(step.here for step in ladder(EXERCISES["ankle_rock"], EXERCISES, log, gym.logbook.today))


def test_the_ladder_is_walked_with_the_arrows(gym: Gym) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        library(pilot).go_to("glute_bridge")
        await press(pilot, ["enter", "up", "enter"])
        exercise = library(pilot).exercise
        assert exercise is not None
        assert exercise.id == EXERCISES["glute_bridge"].progress
        await press(pilot, ["escape"])
        assert not library(pilot).inside

    plays(gym, "L", walk)


SIEVES: tuple[tuple[str, int, str, Callable[[Exercise], bool]], ...] = (
    ("i", 3, "rotational core", lambda each: "ROT" in each.ingredients),
    ("o", 4, "kneeling", lambda each: each.position == "kneeling"),
    ("m", 2, "hinge", lambda each: "hinge" in each.patterns),
    ("t", 3, "experienced", lambda each: each.tier == 3),
    ("c", 1, "easy on the Achilles", lambda each: "achilles" not in each.care),
    ("e", 1, "possible here", lambda each: True),
)


def test_each_letter_sifts_and_0_shows_everything_again(gym: Gym) -> None:
    async def sift(pilot: Pilot[None]) -> None:
        for key, down, words, fits in SIEVES:
            await press(pilot, [key, *["down"] * down, "enter"])
            kept = library(pilot).query_one("#list", RowList).stops
            assert kept, key
            assert all(fits(EXERCISES[id]) for id in kept), key
            assert words in sees(pilot.app)
            assert f"{len(kept)} of {len(EXERCISES)}" in sees(pilot.app)
            await press(pilot, ["0"])
            assert f"{len(EXERCISES)} exercises" in sees(pilot.app)

    plays(gym, "L", sift)


def test_words_find_exercises_and_what_is_not_there_says_what_to_do(gym: Gym) -> None:
    found, lost = frames(
        gym, ["L", "slash", "'rdl row'", "enter"], ["escape", "slash", "'[/moonwalk]'", "enter"]
    )
    assert "1 of 124" in found
    assert "Single-leg RDL to row" in found
    assert "Nothing like that" in lost


def test_going_to_what_the_sieve_holds_back_opens_the_sieve(gym: Gym) -> None:
    async def go(pilot: Pilot[None]) -> None:
        await press(pilot, ["slash", "'plank'", "enter"])
        library(pilot).go_to("back_squat")
        assert library(pilot).sieve.is_open

    plays(gym, "L", go)


# One's own


def test_an_own_exercise_is_filled_in_kept_and_there_at_once(home: Home) -> None:
    keys = ["a", "enter", "'Wall sit'", "enter", *["down"] * 3, "enter", "'squat'", "enter"]
    keys += [*["down"] * 4, *["right"] * 3, "down", "enter", "ctrl+u", "'30 s'", "enter", "ctrl+s"]

    async def add(pilot: Pilot[None]) -> None:
        await press(pilot, keys)
        exercise = library(pilot).exercise
        assert exercise is not None
        assert exercise.name == "Wall sit"
        assert "your own" in sees(pilot.app)
        assert home.logbook.content.exercises["wall_sit"] == exercise

    plays(home, "L", add)
    kept = load_catalog(home.home).exercises["wall_sit"]
    assert (kept.load, kept.start.seconds, kept.patterns) == ("time", 30, ("squat",))


def test_everything_that_is_wrong_is_said_at_once_and_what_was_typed_stays(home: Home) -> None:
    async def add(pilot: Pilot[None]) -> None:
        await press(
            pilot, ["a", "down", "enter", "'plank'", "enter", *["down"] * 2, "enter", "'squad'", "enter"]
        )
        await press(pilot, ["ctrl+s"])
        form = pilot.app.screen
        assert isinstance(form, OwnExercise)
        assert form.texts["patterns"] == "squad"
        marked = {row.key for row in form.query_one(RowList).rows_shown if row.cells[0].text == "!"}
        assert marked == {"name", "aliases", "patterns"}
        assert "Name: it needs a name." in sees(pilot.app)
        assert f"“plank” already means {EXERCISES['plank'].name}; choose another name." in sees(pilot.app)
        assert "Movement: “squad” is no movement known here; did you mean squat?" in sees(pilot.app)

    plays(home, "L", add)
    assert load_catalog(home.home).own == frozenset()


WRONG = {
    "name": "Goblet squats",
    "patterns": "flying",
    "equipment": "none / dragon",
    "start": "soon",
    "hold_max_s": "abc",
    "bwf": "half",
    "care": "aura",
    "ingredients": "salt",
    "progress": "moonwalk",
}


@pytest.mark.parametrize("size", SIZES)
def test_however_much_is_wrong_the_keys_stay_in_sight(home: Home, size: tuple[int, int]) -> None:
    async def add(pilot: Pilot[None]) -> None:
        await press(pilot, ["a"])
        form = pilot.app.screen
        assert isinstance(form, OwnExercise)
        form.texts.update(WRONG)
        await press(pilot, ["ctrl+s"])
        marked = {row.key for row in form.query_one(RowList).rows_shown if row.cells[0].text == "!"}
        assert marked == set(WRONG)
        screen = sees(pilot.app)
        assert "“Goblet squats” already means Goblet squat" in " ".join(screen.split())
        assert "esc leave" in screen
        for field in WRONG:
            form.query_one(RowList).cursor = field
            form._hint()
            await pilot.pause()
            line = next(line for line in LINES if line.field == field)
            assert f"{line.name}: " in sees(pilot.app)

    plays(home, "L", add, size)


@pytest.mark.parametrize(
    ("texts", "field", "sentence"),
    [
        (
            {"load": "ext", "start": "8 reps"},
            "start",
            "loaded by a weight, it begins with something like 15 % BW.",
        ),
        ({"load": "time", "start": "15 %"}, "start", "loaded by time, it begins with something like 30 s."),
        ({"start": "0 reps"}, "start", "it begins with more than nothing, such as 8 reps."),
        ({"hold_max_s": "60"}, "hold_max_s", "only what is loaded by time is held; leave it empty."),
        (
            {"bwf": "0.5"},
            "bwf",
            "it counts only where the load is the body, and a weight if you like; leave it empty.",
        ),
        ({"bwf": "2", "load": "bw_plus"}, "bwf", "“2” is no share between 0 and 1, such as 0.6."),
    ],
)
def test_amounts_belong_to_their_load(texts: dict[str, str], field: str, sentence: str) -> None:
    form = {**BLANK, "name": "Wall sit", "patterns": "squat", **texts}
    assert wrong_lines(form, EXERCISES, "wall_sit") == {field: sentence}


@pytest.mark.parametrize(
    ("typed", "start"),
    [("15%", "15 % BW"), ("15 % bw", "15 % BW"), ("1 rep", "1 reps"), ("30 sec", "30 s"), ("soon", "soon")],
)
def test_a_start_may_be_typed_loosely(typed: str, start: str) -> None:
    assert start_in(typed) == start


@pytest.mark.parametrize("id", sorted(EXERCISES))
def test_no_shipped_exercise_is_found_wrong(id: str) -> None:
    assert wrong_lines(texts_of(EXERCISES[id], EXERCISES), EXERCISES, id) == {}


def test_leaving_a_form_asks_once_when_something_was_typed(home: Home) -> None:
    async def leave(pilot: Pilot[None]) -> None:
        await press(pilot, ["a", "escape"])
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, ["a", "right", "down", "down", "right", "escape", "b"])
        assert isinstance(pilot.app.screen, OwnExercise)
        await press(pilot, ["escape", "l"])
        assert isinstance(pilot.app.screen, LibraryScreen)

    plays(home, "L", leave)


def test_an_own_version_of_a_shipped_exercise_and_the_way_back(home: Home) -> None:
    at(home, "plank", "w", "end", "enter", "end", "', and smile'", "enter", "ctrl+s")
    changed = load_catalog(home.home).exercises["plank"]
    assert changed == EXERCISES["plank"].changed(cue=f"{EXERCISES['plank'].cue}, and smile")
    at(home, "plank", "x", "y")
    assert load_catalog(home.home).exercises["plank"] == EXERCISES["plank"]


def test_an_exercise_in_the_log_stays(home: Home) -> None:
    exercise = home.logbook.log().exercises[0]

    async def remove(pilot: Pilot[None]) -> None:
        library(pilot).go_to(exercise)
        await press(pilot, ["x"])
        assert said(pilot.app) == ["That exercise is shipped; only your own can be removed."]

    plays(home, "L", remove)


def test_sample_data_take_no_own_exercises(gym: Gym) -> None:
    async def add(pilot: Pilot[None]) -> None:
        await press(pilot, ["a"])
        assert "need a home of your own" in said(pilot.app)[0]

    plays(gym, "L", add)


def test_a_program_is_copied_edited_followed_and_removed(home: Home) -> None:
    async def program(pilot: Pilot[None]) -> None:
        await press(pilot, ["p", "a", "'My [bold] week'", "enter"])
        assert load_catalog(home.home).programs["my_bold_week"].name == "My [bold] week"
        await press(pilot, ["w", "'x'", "ctrl+s"])
        assert "not TOML" in sees(pilot.app)
        await press(pilot, ["backspace", "ctrl+s"])
        home.logbook.planning.set("program", "my_bold_week")
        await press(pilot, ["x"])
        assert "choose another one" in said(pilot.app)[-1]
        home.logbook.planning.set("program", "auto")
        await press(pilot, ["x", "y"])

    plays(home, "L", program)
    assert "my_bold_week" not in load_catalog(home.home).programs


def test_a_program_is_seen_as_its_sessions_in_the_phase_one_is_in_and_in_any_other(home: Home) -> None:
    race = SHIPPED.programs["race"]
    squat = race.sessions[0].slots[0]

    async def see(pilot: Pilot[None]) -> None:
        await press(pilot, ["p"])
        programs = pilot.app.screen.query_one(RowList)
        assert programs.size.height == len(SHIPPED.programs)
        programs.cursor = "race"
        await press(pilot, ["enter"])
        phase = home.logbook.season.week(home.logbook.today).phase
        for shown_now in (phase, PHASES[(PHASES.index(phase) + 1) % len(PHASES)]):
            screen = sees(pilot.app)
            assert f"‹ {shown_now.spoken} ›" in screen
            assert race.sessions[0].name in screen
            line = next(each for each in screen.splitlines() if EXERCISES[squat.exercise].name in each)
            assert amount_words(squat.cells[shown_now]) in line
            await press(pilot, ["right"])
        await press(pilot, ["w"])
        assert "as shipped" in sees(pilot.app)

    plays(home, "L", see)


@pytest.mark.parametrize("size", SIZES)
def test_a_program_fits_any_screen(home: Home, size: tuple[int, int]) -> None:
    for frame in frames(home, ["L", "p", "enter"], ["end"], ["left"], size=size):
        assert all(cells(line) <= size[0] for line in frame.splitlines())
        assert "esc leave" in frame


@pytest.mark.parametrize(
    ("notation", "words"), [("3x8", "3 × 8"), ("2x30s", "2 × 30 s"), ("3x20c", "3 × 20 contacts")]
)
def test_an_amount_is_said_with_its_unit(notation: str, words: str) -> None:
    assert amount_words(Amount.of(notation)) == words


def test_a_program_name_that_is_too_long_is_said_and_kept_to_be_shortened(home: Home) -> None:
    async def copy(pilot: Pilot[None]) -> None:
        await press(pilot, ["p", "a", f"'{'my program ' * 23}'", "enter"])
        assert isinstance(pilot.app.screen, FreeLine)
        assert "at most 60 letters" in sees(pilot.app)
        assert pilot.app.screen.query_one(Input).value.startswith("my program my program")
        await press(pilot, ["ctrl+u", "'Spring\x07time'", "enter"])

    plays(home, "L", copy)
    assert load_catalog(home.home).programs["spring_time"].name == "Spring time"


# The form


@pytest.mark.parametrize("id", sorted(EXERCISES))
def test_every_exercise_survives_the_form(id: str) -> None:
    exercise = EXERCISES[id]
    table = table_from(texts_of(exercise, EXERCISES), EXERCISES)
    assert type(exercise).model_validate({**table, "id": id}) == exercise


def test_a_blank_form_has_every_line() -> None:
    assert set(BLANK) == {line.field for line in LINES}


def test_an_id_is_made_of_the_name_and_nobody_else_has_it() -> None:
    assert id_for("Wall sits, hard!", []) == "wall_sit_hard"
    assert id_for("Plank", ["plank", "plank_2"]) == "plank_3"
    assert id_for("スクワット", []) == "own_exercise"


def test_a_long_name_gives_a_short_id() -> None:
    assert id_for("wall sit " * 30, []) == "wall_sit_wall_sit_wall_sit_wall_sit_wall_sit_wal"


def test_on_a_phone_a_program_is_told_in_full_below_the_list(home: Home) -> None:
    first, second = list(load_catalog().programs.values())[:2]
    before, after = frames(home, ["L", "p"], ["down"], size=(44, 20))
    assert first.summary in " ".join(before.split())
    assert second.summary in " ".join(after.split())


def test_the_year_after_an_exercise_says_the_month_it_was_done_and_keeps_its_name(gym: Gym) -> None:
    """Trained in spring 2027, and looked at on a phone in the January after."""
    after = Gym(gym.home, on=date(2028, 1, 10))
    screen = shown(after, "L", size=(44, 20))
    assert "Mar 2027" in screen
    assert "Dumbbell Romanian dea" in screen
    assert "Kickstand (B-stance) RDL" in screen
