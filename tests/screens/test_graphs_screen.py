"""Graphs by keys: the same figures as the rules have, as a picture, as a point and as a table."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, new_runner, said, sees, train
from support.home import shipped
from support.rooms import SIZES, frames, plays, press, shown
from textual.pilot import Pilot

from tracker.domain.race import monday_of
from tracker.domain.review.progress import progress
from tracker.domain.review.series import Apart, Measured, exercise_series
from tracker.domain.session import Side
from tracker.domain.units import Unit
from tracker.domain.words.figures import number
from tracker.logbook.notebook import Notebook
from tracker.screens.graph_words import (
    body_words,
    digits_of,
    drawn_value,
    is_crowded,
    spots,
    trend_words,
    value_words,
)
from tracker.screens.graphs import GraphsScreen
from widgets.row_list import RowList
from widgets.text import cells
from widgets.trend_plot import TrendPlot

DEADLIFT = shipped().exercises["trap_bar_deadlift"]
DRIVE = shipped().exercises["step_up_knee_drive"]
GOBLET = shipped().exercises["goblet_squat"]
HARD = shipped().review.hard_sets


def graphs(pilot: Pilot[None]) -> GraphsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, GraphsScreen)
    return screen


def of(gym: Gym, subject: str, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """The screen after keys on one exercise or group."""
    seen = []

    async def look(pilot: Pilot[None]) -> None:
        graphs(pilot).query_one("#list", RowList).cursor = subject
        graphs(pilot).show_subject()
        await press(pilot, keys)
        seen.append(sees(pilot.app))

    plays(gym, "G", look, size)
    return seen[0]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_screen(gym: Gym, size: tuple[int, int]) -> None:
    for frame in frames(gym, ["G"], ["left"], ["4"], ["v"], ["r", "r"], ["enter"], size=size):
        assert all(cells(line) <= size[0] for line in frame.splitlines())


def test_the_trend_is_that_of_the_week_also_before_anything_is_lifted_in_a_new_one(tmp_path: Path) -> None:
    """Friday and the Monday after, whose own week has no session yet."""
    home = train(tmp_path / "home", FRIDAY + timedelta(weeks=3))
    for day in (FRIDAY + timedelta(weeks=3), monday_of(FRIDAY) + timedelta(weeks=4)):
        gym = Gym(home, on=day)
        reviewing = gym.logbook.reviewing
        told = {lift.exercise: lift for lift in reviewing.week(reviewing.latest_week).week.main_lifts}
        assert any(lift.trend is not None for lift in told.values())
        for exercise, lift in told.items():
            assert trend_words(lift)[0] in of(gym, exercise)


def test_with_nothing_to_draw_the_bar_offers_no_figures(tmp_path: Path) -> None:
    screen = shown(Gym(new_runner(tmp_path / "home")), "G")
    assert "Nothing to draw yet." in screen
    assert "figure" not in screen.splitlines()[-1]


def test_a_main_lift_is_drawn_first_on_the_ground_of_its_phases(gym: Gym) -> None:
    screen = shown(gym, "G")
    assert "1 e1RM" in screen
    assert "base" in screen
    assert "now" in screen
    first = screen.splitlines()[3].split("  ")[0].strip("› ")
    assert next(each for each in shipped().exercises.values() if each.name == first).role == "primary"


def test_the_table_has_the_figures_of_progress(gym: Gym) -> None:
    points = progress(gym.logbook.log(), DEADLIFT, HARD).points
    screen = of(gym, DEADLIFT.id, "v")
    for point in points:
        assert point.e1rm_kg is not None
        assert f"{number(point.e1rm_kg, 1)} kg" in screen


@pytest.mark.parametrize(("digit", "words"), [("2", "kg ×"), ("3", "kg"), ("4", "hard set")])
def test_each_digit_is_a_figure(gym: Gym, digit: str, words: str) -> None:
    point = progress(gym.logbook.log(), DEADLIFT, HARD).points[-1]
    value = {"2": point.top_kg, "3": point.tonnage_kg, "4": float(point.hard_sets)}[digit]
    assert value is not None
    line = next(
        line for line in of(gym, DEADLIFT.id, digit, "left").splitlines() if f"{point.date.day} Mar" in line
    )
    assert number(value, 0 if digit == "3" else 1) in line
    assert words in line


def test_the_crosshair_walks_from_the_newest_point_back_and_forth(gym: Gym) -> None:
    days = [each.date for each in progress(gym.logbook.log(), DEADLIFT, HARD).points]
    seen: list[date] = []

    async def walk(pilot: Pilot[None]) -> None:
        screen = graphs(pilot)
        screen.query_one("#list", RowList).cursor = DEADLIFT.id
        screen.show_subject()
        for key in ("left", "left", "right", "right", "home"):
            await press(pilot, [key])
            seen.append(screen.query_one(TrendPlot).spots[screen.at].day)
        await press(pilot, ["escape"])
        assert screen.at == -1

    plays(gym, "G", walk)
    assert seen == [days[-1], days[-2], days[-1], days[-1], days[0]]


def test_a_tap_on_the_plot_finds_the_nearest_point(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        plot = graphs(pilot).query_one(TrendPlot)
        await pilot.click(plot, offset=(plot.size.width - 3, 5))
        await pilot.pause()
        assert graphs(pilot).at == len(plot.spots) - 1

    plays(gym, "G", tap)


def test_a_deload_is_marked_and_named_out_of_trends(gym: Gym) -> None:
    log = gym.logbook.log()
    session = log.of(DEADLIFT.id)[-1].session
    gym.logbook.past.replace(session.changed(deload=True))
    assert "d deload" in of(gym, DEADLIFT.id)
    assert "deload, out of trends" in of(gym, DEADLIFT.id, "left")
    assert "deload" in of(gym, DEADLIFT.id, "v")


def test_left_against_right(gym: Gym) -> None:
    log = gym.logbook.log()
    exercise = next(
        each for each in log.exercises if log.of(each)[-1].entry.per_side and log.of(each)[-1].entry.reps
    )
    session = log.of(exercise)[-1].session
    at = next(at for at, entry in enumerate(session.entries) if entry.exercise == exercise)
    entry = session.entries[at]
    row = entry.sets[0]
    assert row.done is not None
    assert row.done.reps is not None
    uneven = row.changed(done=row.done.changed(right=Side(reps=max(0, row.done.reps - 3))))
    gym.logbook.past.replace(session.with_entry(at, entry.with_row(0, uneven)))
    assert "% left" in of(gym, exercise, "6", "left")
    assert "no difference worth knowing" in of(gym, exercise, "6")


def test_groups_are_drawn_week_by_week(gym: Gym) -> None:
    screen = of(gym, "*", "4", "left")
    assert "week of" in screen
    assert "hard sets" in screen
    assert "tonnage" in of(gym, "*push")


def test_the_top_set_is_the_heaviest_and_says_both_sides(gym: Gym) -> None:
    exercise = next(
        each.entry.exercise
        for name in gym.logbook.log().exercises
        for each in gym.logbook.log().of(name)[-1:]
        if each.entry.per_side and each.entry.performed[0].load is not None
    )
    session = gym.logbook.log().of(exercise)[-1].session
    at = next(at for at, entry in enumerate(session.entries) if entry.exercise == exercise)
    entry = session.entries[at]
    heavy = Notebook(gym.logbook, session.date).sets("44x10/6@8", entry)[0]
    gym.logbook.past.replace(session.with_entry(at, entry.with_row(1, entry.sets[1].changed(done=heavy))))
    assert "10 left, 6 right @8" in of(gym, exercise, "2", "left")


def test_where_there_is_no_estimate_yet_another_figure_is_drawn(gym: Gym) -> None:
    """An exercise that was done once, in a deload."""
    added = Notebook(gym.logbook, date(2027, 3, 2)).page("goblet squat 20x8@6")
    gym.logbook.past.add(added.changed(id="light", deload=True, imported=False))

    async def ask(pilot: Pilot[None]) -> None:
        await press(pilot, ["2"])
        graphs(pilot).wanted = Measured.E1RM
        graphs(pilot).query_one("#list", RowList).cursor = "goblet_squat"
        graphs(pilot).show_subject()
        await press(pilot, [])
        assert "20 kg × 8" in sees(pilot.app)
        assert "1 e1RM" not in sees(pilot.app)
        await press(pilot, ["1"])
        assert said(pilot.app) == ["Not enough data yet for the e1RM."]

    plays(gym, "G", ask)


def test_what_is_older_than_the_months_on_screen_is_a_key_away(gym: Gym) -> None:
    old = gym.logbook.log().of(DEADLIFT.id)[0].session
    moved = old.changed(
        id="old",
        date=date(2026, 5, 6),
        entries=tuple(each.changed(exercise="goblet_squat") for each in old.entries[:1]),
    )
    gym.logbook.past.add(moved)
    assert "r looks further back" in of(gym, "goblet_squat", "r", "r")


def test_counts_agree_with_their_noun(gym: Gym) -> None:
    session = gym.logbook.log().of(DEADLIFT.id)[-1].session
    added = Notebook(gym.logbook, session.date).page("goblet squat 20x8@7; 20x8@5")
    gym.logbook.past.add(added.changed(id="one"))
    assert "now 1 hard set" in of(gym, "goblet_squat", "4")
    easy = Notebook(gym.logbook, session.date).page("goblet squat 20x8@5")
    gym.logbook.past.replace(easy.changed(id="one"))
    assert "now 0 hard sets" in of(gym, "goblet_squat", "4")


def test_a_maximum_with_the_body_in_it_says_so(gym: Gym) -> None:
    lunge = (
        Notebook(gym.logbook, FRIDAY)
        .page("step_up_knee_drive 10x8@8\ngoblet squat 20x8@7")
        .changed(id="lunge")
    )
    gym.logbook.past.add(lunge)
    moved = lunge.entries[0].moved_kg
    assert moved is not None
    *_, dot = exercise_series(gym.logbook.log(), DRIVE, Measured.E1RM, HARD).dots
    on_top = round(dot.value - moved, 1)
    assert value_words(dot, Measured.E1RM, Unit.KG) == f"bw+{number(on_top)} kg"
    assert drawn_value(dot, Measured.E1RM, Unit.KG) == dot.value - moved
    whole = round(dot.value, 1)
    assert body_words(dot, Measured.E1RM, Unit.KG) == (
        f"{number(whole)} kg with {number(round(whole - on_top, 1))} kg of you",
        f"{number(whole)} kg with you",
    )
    assert body_words(dot, Measured.TOP_SET, Unit.KG) == ()
    *_, dot = exercise_series(gym.logbook.log(), GOBLET, Measured.E1RM, HARD).dots
    assert body_words(dot, Measured.E1RM, Unit.KG) == ()


def test_amounts_have_no_best(gym: Gym) -> None:
    """More of them is not better: they have to fall in peak and taper."""
    assert "best" in of(gym, DEADLIFT.id, "1")
    assert "best" not in of(gym, DEADLIFT.id, "3")
    assert "best" not in of(gym, DEADLIFT.id, "4")


def test_marks_are_letters_until_they_crowd(gym: Gym) -> None:
    series = exercise_series(gym.logbook.log(), DEADLIFT, Measured.E1RM, HARD)
    light = series._replace(dots=tuple(dot._replace(apart=Apart.TAPER) for dot in series.dots))
    count = len(light.dots)
    assert not is_crowded(light, 3 * count)
    assert is_crowded(light, 3 * count - 1)
    assert {spot.mark for spot in spots(light, Unit.KG)} == {"t"}
    assert {spot.mark for spot in spots(light, Unit.KG, crowded=True)} == {"○"}


def test_a_figure_that_is_not_there_is_said(gym: Gym) -> None:
    async def ask(pilot: Pilot[None]) -> None:
        await press(pilot, ["5"])
        assert said(pilot.app) == ["There is no figure for contacts here."]

    plays(gym, "G", ask)


def test_r_looks_further_back_and_all_reads_every_year(gym: Gym) -> None:
    old = gym.logbook.log().of(DEADLIFT.id)[0].session
    gym.logbook.past.add(old.changed(id="old", date=date(2020, 5, 6)))
    gym.restarts()
    screen = of(gym, DEADLIFT.id, "r", "v", "end")
    assert "all years" in screen
    assert "6 May 2020" in of(gym, DEADLIFT.id, "r", "home")
    assert "3 months" in of(gym, DEADLIFT.id, "r", "r")


def test_pounds_are_drawn_in_pounds(gym: Gym) -> None:
    gym.logbook.planning.set("unit", "lb")
    assert " lb" in of(gym, DEADLIFT.id, "left")


def test_a_phone_has_the_list_behind_one_key(gym: Gym) -> None:
    plot, listed, back = frames(gym, ["G"], ["enter"], ["escape"], size=(44, 20))
    assert "Groups, week by week" not in plot
    assert "Exercises" in listed
    assert back == plot


def test_a_new_runner_is_told_what_will_stand_here(tmp_path: Path) -> None:
    assert "Nothing to draw yet" in shown(Gym(new_runner(tmp_path), FRIDAY), "G")


@pytest.mark.parametrize("theme", ["runlift-light", "ansi-dark"])
def test_any_theme(gym: Gym, theme: str) -> None:
    async def wear(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await press(pilot, ["left", "3"])
        assert "tonnage" in sees(pilot.app)

    plays(gym, "G", wear)


def test_the_bar_has_the_digits_of_the_figures_there_are(gym: Gym) -> None:
    assert "1-4 figure" in of(gym, DEADLIFT.id)
    assert "4 figure" in of(gym, "*core")
    assert digits_of({Measured.E1RM, Measured.TOP_SET, Measured.SIDES}) == "1-2 6"


@pytest.mark.parametrize("size", SIZES)
def test_every_phase_of_the_ground_is_named_in_full_or_short(gym: Gym, size: tuple[int, int]) -> None:
    lines = of(gym, DEADLIFT.id, size=size).splitlines()
    (key,) = [line for line in lines if "■" in line]
    assert "■ base" in key
    assert "■ build" in key


def test_the_range_stands_at_the_end_of_the_heading(gym: Gym) -> None:
    assert "as the sets tell   all years" in of(gym, DEADLIFT.id, "r", size=(140, 40))
