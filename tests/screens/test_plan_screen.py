"""The plan by keys: every change is shown before it is accepted, and can be taken back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from support.gym import FRIDAY, Gym, sees
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled, WorkerFailed

from tracker.domain.errors import Refused
from tracker.domain.race import Distance
from tracker.report import print_week
from tracker.report.desk import plan_of
from tracker.screens.dialogs.accept import Accept
from tracker.screens.dialogs.reading import Reader
from tracker.screens.plan import PlanScreen
from widgets.season_chart import SeasonChart
from widgets.text import cells
from widgets.week_rows import WeekRows

SIZES = [(100, 30), (80, 24), (44, 20)]
MONDAY = date(2027, 3, 8)
A_WEEK = timedelta(weeks=1)


def plan(pilot: Pilot[None]) -> PlanScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PlanScreen)
    return screen


def shown(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", *keys)
        await pilot.pause()
        seen.append(sees(pilot.app))

    gym.plays(look, size)
    return seen[0]


async def ask_for(pilot: Pilot[None], **values: str) -> None:
    """Open the race form, put values into its fields, and ask what they change."""
    await pilot.press("P", "a")
    await pilot.pause()
    for name, text in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pilot.press("enter")
    await pilot.pause()


CITY = {"name": "City Half", "date": "2027-07-18", "distance": "half"}


# Looking


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_the_season_and_its_weeks_fit_every_size(gym: Gym, size: tuple[int, int]) -> None:
    screen = shown(gym, size=size)
    for words in ("Berlin Marathon", "●", "◆", "▲", "8 Mar", "build 2/"):
        assert words in screen
    assert all(cells(line) <= size[0] for line in screen.splitlines())


def test_the_rows_are_those_of_the_plan(gym: Gym) -> None:
    """Same functions, same letters, same days."""
    found: list[tuple[str, ...]] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        await pilot.pause()
        rows = plan(pilot).query_one(WeekRows).weeks
        found.extend((row.place[0], *(f"{day.letter}{day.mark}" for day in row.days)) for row in rows)

    gym.plays(look)
    book = gym.logbook
    weeks = plan_of(book, gym.make_app().words, book.season.starts, date(2027, 6, 7))
    assert found[: len(weeks)] == [
        (week.place, *(f"{day.run}{day.lift}" for day in week.days)) for week in weeks
    ]


def test_up_and_down_choose_a_week_and_enter_tells_all_of_it(gym: Gym) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", "down", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen.append(sees(pilot.app))

    gym.plays(look, (100, 60))
    (screen,) = seen
    assert "from Mon 15 Mar: build 3/" in screen
    assert "Its sessions" in screen
    assert "[ ]" in screen


def test_what_takes_long_to_work_out_holds_no_key_and_is_given_up_with_its_window(gym: Gym) -> None:
    ended = Event()

    def endless(is_wanted: Callable[[], bool]) -> str:
        while is_wanted():
            sleep(0.01)
        ended.set()
        return "too late"

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        pilot.app.push_screen(Reader([("", "A week far ahead.")], endless, "Working it out."))
        await pilot.pause()
        assert "Working it out." in sees(pilot.app)
        await pilot.press("escape", "down")
        assert plan(pilot).chosen == MONDAY + A_WEEK
        assert ended.wait(5)

    gym.plays(look)


def test_printing_is_given_up_when_another_week_is_chosen(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def go_on(pilot: Pilot[None]) -> None:
        await pilot.press("P", *["down"] * 12)
        plan(pilot).action_export()
        (working,) = pilot.app.workers
        plan(pilot).action_move_row(-1)
        assert working.is_cancelled
        await pilot.pause()

    gym.plays(go_on)
    assert not list(tmp_path.glob("runlift-plan-*"))


@pytest.mark.parametrize("key", ["e", "enter"])
def test_what_stands_in_the_way_before_the_printing_is_said_too(
    key: str, gym: Gym, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refused("The year 2025 cannot be read.")

    monkeypatch.setattr(print_week, "paper_of", refuse)
    heard: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", key)
        await pilot.pause()
        if key == "enter":
            await pilot.press("escape")
            await pilot.pause()
        heard.append(sees(pilot.app))

    gym.plays(look)
    assert "The year 2025 cannot be read." in heard[0]


@pytest.mark.parametrize("moves_on", [False, True])
def test_what_stands_in_the_way_of_printing_is_said(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves_on: bool
) -> None:
    monkeypatch.chdir(tmp_path)

    def refuse(_paper: object, _is_wanted: object) -> str:
        raise Refused("The log cannot be read just now.")

    monkeypatch.setattr(print_week, "printed_week", refuse)

    async def print_one(pilot: Pilot[None]) -> None:
        await pilot.press("P", "e")
        if moves_on:
            plan(pilot).action_move_row(1)
        await wait_for_workers(pilot)
        assert ("The log cannot be read just now." in sees(pilot.app)) is not moves_on
        assert "Working it out" not in sees(pilot.app)

    gym.plays(print_one)
    assert not list(tmp_path.glob("runlift-plan-*"))


def test_a_week_that_was_given_up_as_it_was_ready_is_not_written(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def go_on(pilot: Pilot[None]) -> None:
        await pilot.press("P", "down")
        plan(pilot)._printed(MONDAY, "the week before", "")
        await pilot.pause()
        assert "Written" not in sees(pilot.app)

    gym.plays(go_on)
    assert not list(tmp_path.glob("runlift-plan-*"))


@pytest.mark.parametrize("in_reader", [False, True])
def test_a_fault_while_working_something_out_is_a_fault(
    gym: Gym, monkeypatch: pytest.MonkeyPatch, in_reader: bool
) -> None:
    def stumble(*_: object) -> str:
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr(print_week, "printed_week", stumble)
    with pytest.raises(WorkerFailed, match="nobody thought of this"):
        gym.plays(lambda pilot: _works_out(pilot, "enter" if in_reader else "e"))
    assert gym.app is not None
    assert gym.app.return_code == 1


async def _works_out(pilot: Pilot[None], key: str) -> None:
    await pilot.press("P", key)
    await wait_for_workers(pilot)


async def wait_for_workers(pilot: Pilot[None]) -> None:
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_the_reasons_of_the_chosen_week_stand_beside_it(gym: Gym) -> None:
    week = gym.logbook.coach(MONDAY).week(MONDAY)
    line = gym.make_app().words.line(week.days[0].reasons[0])
    assert " ".join(line.split()[:4]) in shown(gym)


def test_a_click_chooses_a_week_and_a_second_one_opens_it(gym: Gym) -> None:
    async def click(pilot: Pilot[None]) -> None:
        await pilot.press("P")
        await pilot.pause()
        rows = plan(pilot).query_one(WeekRows)
        line = next(y for y in range(rows.size.height) if rows.target_at(2, y) == str(rows.chosen + 2))
        await pilot.click(rows, offset=(3, line))
        await pilot.pause()
        assert plan(pilot).chosen == MONDAY + 2 * A_WEEK

    gym.plays(click)


# Races


def test_a_race_is_shown_before_it_is_accepted(gym: Gym) -> None:
    async def look_and_accept(pilot: Pilot[None]) -> None:
        await pilot.press("P", "a", *"City Half", "tab", *"18 jul", "tab", *"half", "enter")
        await pilot.pause()
        assert "With City Half in the plan" in sees(pilot.app)
        assert "becomes" in sees(pilot.app)
        assert [race.name for race in gym.logbook.desk.runner.races] == ["Berlin Marathon"]
        await pilot.press("y")

    gym.plays(look_and_accept)
    race = gym.logbook.desk.runner.races[-1]
    assert (race.name, race.date, race.distance, race.priority) == (
        "City Half",
        date(2027, 7, 18),
        "half",
        "A",
    )


def test_a_step_to_a_longer_race_is_proposed_as_b_with_its_reason(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await ask_for(pilot, **{**CITY, "date": "2027-04-18"})
        await pilot.pause()
        assert "City Half is taken as B" in " ".join(sees(pilot.app).split())
        await pilot.press("y")

    gym.plays(look)
    assert gym.logbook.desk.runner.races[0].priority == "B"


def test_a_no_leads_back_to_the_form_with_everything_in_it(gym: Gym) -> None:
    async def change_of_mind(pilot: Pilot[None]) -> None:
        await ask_for(pilot, **CITY)
        await pilot.press("n")
        await pilot.pause()
        assert {name: pilot.app.screen.query_one(f"#{name}", Input).value for name in CITY} == CITY

    gym.plays(change_of_mind)
    assert len(gym.logbook.desk.runner.races) == 1


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"name": ""}, "name", "A race needs a name."),
        ({"date": "35 jan"}, "date", "not in the calendar"),
        ({"date": "2026-01-01"}, "date", "is over"),
        ({"distance": "far"}, "distance", "is not a distance"),
        ({"priority": "Q"}, "priority", "neither of A, B or C"),
        ({"taper": "slow"}, "taper", "neither of fade or sharp"),
    ],
    ids=["no name", "no such day", "over", "no distance", "no priority", "no taper"],
)
def test_what_is_not_understood_is_named_and_kept(
    gym: Gym, wrong: dict[str, str], field: str, sentence: str
) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await ask_for(pilot, **{**CITY, **wrong})
        focused = pilot.app.focused
        assert isinstance(focused, Input)
        assert (focused.id, focused.value) == (field, wrong[field])
        assert sentence in sees(pilot.app)

    gym.plays(type_it)
    assert len(gym.logbook.desk.runner.races) == 1


def test_a_long_b_race_is_refused_in_one_sentence(gym: Gym) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await ask_for(pilot, **{**CITY, "distance": "ultra", "priority": "B"})
        assert "too long for a B race" in sees(pilot.app)

    gym.plays(type_it)


def test_a_race_becomes_less_important_or_is_dropped(gym: Gym) -> None:
    ten = gym.logbook.planning.propose_race("City Ten", date(2027, 4, 18), Distance.TEN_K)
    gym.logbook.planning.accept(ten)
    gym.presses("P", *["down"] * 5, "c", "b", "y")
    assert {race.name: race.priority for race in gym.logbook.desk.runner.races}["City Ten"] == "B"
    gym.presses("P", *["down"] * 5, "c", "d", "y")
    assert [race.name for race in gym.logbook.desk.runner.races] == ["Berlin Marathon"]


def test_a_race_is_moved_in_the_form(gym: Gym) -> None:
    async def move(pilot: Pilot[None]) -> None:
        await pilot.press("P", "c", "e")
        await pilot.pause()
        pilot.app.screen.query_one("#date", Input).value = "2027-05-23"
        await pilot.press("enter", "y")

    gym.plays(move)
    race = gym.logbook.desk.runner.races[0]
    assert (race.id, race.name, race.date) == ("berlin", "Berlin Marathon", date(2027, 5, 23))


def test_u_takes_a_change_of_plan_back(gym: Gym) -> None:
    before = gym.logbook.desk.runner
    assert "Undone, today: taking out Berlin Marathon." in shown(gym, "c", "d", "y", "u")
    assert gym.logbook.desk.runner == before


# Sessions, lighter weeks, styles


def test_moving_a_session_names_the_clashes_first(gym: Gym) -> None:
    week = gym.logbook.coach(MONDAY).week(MONDAY)
    assert week.on(FRIDAY) is not None
    screen = shown(gym, "m")
    assert "The session of Fri 12 Mar on which day?" in screen
    clashes = gym.logbook.planning.clashes(FRIDAY, FRIDAY + timedelta(days=1))
    assert clashes
    assert gym.make_app().words.line(clashes[0]) in screen
    gym.presses("P", "m", "1")
    move = gym.logbook.desk.runner.moves[0]
    assert (move.from_day, move.to_day) == (FRIDAY, FRIDAY + timedelta(days=1))


def test_a_session_with_sets_in_it_stays_where_it_is(gym: Gym) -> None:
    gym.presses("8")
    assert "Sets have been logged in that session" in shown(gym, "m", "1")
    assert gym.logbook.desk.runner.moves == ()
    assert gym.session.sets_done == 1


def test_a_session_that_is_done_is_not_moved(gym: Gym) -> None:
    assert "No session of that week can be moved." in shown(gym, "up", "m")


def test_a_lighter_week_comes_forward_after_a_look(gym: Gym) -> None:
    season = gym.logbook.season
    assert not season.week(MONDAY + A_WEEK).deload
    gym.presses("P", "down", "d", "p", "y")
    assert gym.logbook.season.week(MONDAY + A_WEEK).deload


def test_where_no_deload_fits_one_sentence_says_why(gym: Gym) -> None:
    screen = shown(gym, *["down"] * 8, "d")
    assert any(line.strip().startswith("The week of ") for line in screen.splitlines())


def test_the_build_style_and_the_taper_are_switched_here(gym: Gym) -> None:
    async def switch(pilot: Pilot[None]) -> None:
        await pilot.press("P", "b", "m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Accept)
        assert "becomes build (maintenance)" in sees(pilot.app)
        assert "peak: top sets at" in sees(pilot.app)
        await pilot.press("y", "b", "s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Accept)
        assert "taper: top sets at 80, 75 % of your max instead of 60, 55 %" in sees(pilot.app)
        assert gym.logbook.desk.runner.taper == "fade"
        await pilot.press("y")
        await pilot.pause()
        assert "sharp taper" in sees(pilot.app)

    gym.plays(switch)
    runner = gym.logbook.desk.runner
    assert (runner.style, runner.taper, runner.races[0].taper) == ("maintenance", "sharp", "sharp")


def test_the_taper_of_one_race_is_switched_beside_the_others(gym: Gym) -> None:
    ten = gym.logbook.planning.propose_race("City Ten", date(2027, 8, 8), Distance.TEN_K)
    gym.logbook.planning.accept(ten)
    gym.presses("P", *["down"] * 9, "c", "t", "y")
    assert {race.name: race.taper for race in gym.logbook.desk.runner.races} == {
        "Berlin Marathon": "sharp",
        "City Ten": "fade",
    }


def test_the_curves_and_the_side_follow_the_taper(gym: Gym) -> None:
    gym.logbook.planning.accept(gym.logbook.planning.propose_setting("taper", "sharp"))

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", *["down"] * 7)
        await pilot.pause()
        week = plan(pilot).week
        assert week is not None
        assert week.phase == "taper"
        assert "top sets 80 % of your max" in sees(pilot.app)
        assert "Sharp taper" in sees(pilot.app)
        chart = pilot.app.screen.query_one(SeasonChart)
        assert chart.weeks[chart.chosen].heavy > 0.7

    gym.plays(look)


def test_a_b_race_says_what_it_does_to_its_weeks(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await ask_for(pilot, name="Half B", date="2027-04-04", distance="half", priority="B")
        assert "lighter for Half B: the week of 29 Mar" in sees(pilot.app)
        assert "no lifting on Tue (no leg lifting yet after the race)" in sees(pilot.app)
        await pilot.press("y", *["down"] * 3)
        await pilot.pause()
        assert "Race this week" in sees(pilot.app)

    gym.plays(look)
    assert gym.logbook.season.week(date(2027, 4, 4)).light


# Runs


async def type_run(pilot: Pilot[None], room: str, **values: str) -> None:
    await pilot.press(room, "r")
    await pilot.pause()
    for name, text in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
        await pilot.pause()


def test_the_kind_of_a_run_follows_its_day(gym: Gym) -> None:
    """The run week is REQEREL and today is a Friday."""

    async def look(pilot: Pilot[None]) -> None:
        await type_run(pilot, "P")
        for day, kind in (("wed", "Q"), ("mon", "E"), ("sun", "L"), ("yesterday", "E")):
            pilot.app.screen.query_one("#day", Input).value = day
            await pilot.pause()
            assert pilot.app.screen.query_one("#kind", Input).value == kind
        pilot.app.screen.query_one("#run", Input).value = "12,3km 65min"
        await pilot.press("enter")

    gym.plays(look)
    (run,) = gym.logbook.log().runs
    assert (run.date, run.kind, run.km, run.minutes) == (FRIDAY - timedelta(days=1), "E", 12.3, 65)


def test_a_kind_that_was_typed_stays(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await type_run(pilot, "P", kind="X", run="8km", day="wed")
        await pilot.press("enter")

    gym.plays(look)
    assert [run.kind for run in gym.logbook.log().runs] == ["X"]


@pytest.mark.parametrize(
    ("run", "sentence"),
    [
        ("500km 10min", "500 km in 10 min is faster than anybody runs"),
        ("8", "its unit is missing; write 8km or 8mi, or 8min"),
    ],
)
def test_an_impossible_run_is_kept_to_be_corrected(gym: Gym, run: str, sentence: str) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await type_run(pilot, "P", run=run)
        await pilot.press("enter")
        await pilot.pause()
        assert sentence in " ".join(sees(pilot.app).split())
        assert pilot.app.screen.query_one("#run", Input).value == run

    gym.plays(look)
    assert gym.logbook.log().runs == ()


def test_on_a_phone_an_example_wider_than_its_line_is_said_in_full(gym: Gym) -> None:
    """Until something is not understood: then that is said."""

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", "r", "tab")
        await pilot.pause()
        assert "Such as 12.3km 65min, or one of the two" in " ".join(sees(pilot.app).split())
        await pilot.press(*"far", "enter")
        await pilot.pause()
        assert "a run is a distance, a time or both" in " ".join(sees(pilot.app).split())
        await pilot.press("backspace")
        await pilot.pause()
        assert "a run is a distance" not in sees(pilot.app)

    gym.plays(look, (44, 20))


@pytest.mark.parametrize("room", ["P", "W"])
def test_u_takes_a_run_just_added_back(gym: Gym, room: str) -> None:
    async def add_and_take_back(pilot: Pilot[None]) -> None:
        await type_run(pilot, room, run="12km 65min")
        await pilot.press("enter")
        await pilot.pause()
        assert [each.km for each in gym.logbook.log().runs] == [12]
        await pilot.press("u")
        await pilot.pause()

    gym.plays(add_and_take_back)
    assert gym.logbook.log().runs == ()


def test_what_was_run_stands_in_the_row(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await type_run(pilot, "P", day="mon", kind="Q", run="8km")
        await pilot.press("enter")
        await pilot.pause()
        rows = plan(pilot).query_one(WeekRows)
        assert rows.weeks[rows.chosen].days[0].letter == "Q"

    gym.plays(look)


# Saying things


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_a_sentence_covers_nothing_of_the_plan(gym: Gym, size: tuple[int, int]) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", "U")
        await pilot.pause()
        assert not list(pilot.app._notifications)
        assert "There is nothing to redo." in " ".join(sees(pilot.app).split())
        await pilot.press("down")
        await pilot.pause()
        assert "nothing to redo" not in sees(pilot.app)

    gym.plays(look, size)


def test_the_chosen_week_has_a_colour_of_its_own(gym: Gym) -> None:
    """Not that of peak, which is the loud colour too."""

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", *["down"] * 4)
        await pilot.pause()
        chart = pilot.app.screen.query_one(SeasonChart)
        week = plan(pilot).week
        assert week is not None
        assert week.phase == "peak"
        inks = {
            piece.ink
            for line in chart.draw(chart.size)
            for piece in line
            if piece.target == str(chart.chosen) and set(piece.text) & set("▁▂▃▄▅▆▇█")
        }
        assert inks == {chart.ink("strong")}
        assert chart.ink("strong").foreground != chart.tint("phase-peak").foreground

    gym.plays(look)


# Paper


def test_the_week_is_printed_to_a_file_of_its_own(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.chdir(folder)

    async def print_twice(pilot: Pilot[None]) -> None:
        await pilot.press("P", "down")
        for _ in range(2):
            await pilot.press("e")
            await pilot.app.workers.wait_for_complete()

    gym.plays(print_twice)
    assert sorted(path.name for path in folder.iterdir()) == [
        "runlift-plan-2027-03-15-2.txt",
        "runlift-plan-2027-03-15.txt",
    ]
    assert "[ ]" in (folder / "runlift-plan-2027-03-15.txt").read_text()


# Hostile words


def test_what_people_typed_is_never_markup(gym: Gym) -> None:
    name = "[/left] [red]x[2J"
    gym.logbook.planning.accept(gym.logbook.planning.propose_race(name, date(2027, 4, 18), Distance.TEN_K))

    async def walk(pilot: Pilot[None]) -> None:
        await pilot.press("P", *["down"] * 5, "enter")
        await pilot.pause()
        assert "[/left] [red]x" in sees(pilot.app)
        await pilot.press("escape", "c", "b")
        await pilot.pause()
        assert "[/left] [red]x" in sees(pilot.app)
        await pilot.press("n", "W", "w")
        await pilot.pause()

    gym.plays(walk)
