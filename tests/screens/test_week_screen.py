"""The week by keys: what is looked at, what is decided, and what then stands in the logbook."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.gym import PLAN_MADE, Gym, new_runner, said, sees
from support.home import shipped
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tracker.domain.run import Run
from tracker.report.desk import week_of
from tracker.screens.week import WeekScreen
from widgets.decisions import Decisions
from widgets.text import cells

SIZES = [(100, 30), (80, 24), (44, 20)]
LAST_WEEK, THIS_WEEK, NEXT_WEEK = date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 15)


def week(pilot: Pilot[None]) -> WeekScreen:
    screen = pilot.app.screen
    assert isinstance(screen, WeekScreen)
    return screen


def shown(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """What a reader sees after some keys on the week."""
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("W", *keys)
        await pilot.pause()
        seen.append(sees(pilot.app))

    gym.plays(look, size)
    return seen[0]


def digit_of(gym: Gym, kind: str, day: date | None = None) -> str:
    sheet = week_of(gym.logbook, gym.make_app().words, day)
    return next(str(each.digit) for each in sheet.choices if each.option.kind == kind)


# Looking


def test_the_ten_second_questions_are_answered_on_one_screen(gym: Gym) -> None:
    screen = shown(gym)
    for words in (
        "week 10",
        "Strength kept",
        "Hard sets",
        "Runner's mix",
        "Effort",
        "Run : lift",
        "Next week",
    ):
        assert words in screen
    assert "1  ✓ carry on" in screen


def test_the_screen_shows_the_numbers_of_the_review(gym: Gym) -> None:
    screen = shown(gym)
    review = gym.logbook.reviewing.week(THIS_WEEK).week
    assert f"{review.hard_sets.total}, last week {review.hard_sets_last.total}" in screen
    for lift in review.main_lifts:
        assert f"{round(lift.e1rm_kg)} kg" in screen
    assert "no runs written down" in screen
    gym.logbook.past.add_run(Run(id="r", date=THIS_WEEK, km=10))
    share = round((gym.logbook.reviewing.week(THIS_WEEK).week.run_lift.share or 0) * 100)
    assert f"{100 - share} : {share}" in shown(gym)


def test_left_and_right_move_through_weeks_and_stop_at_both_ends(gym: Gym) -> None:
    seen: list[date | None] = []

    async def walk(pilot: Pilot[None]) -> None:
        await pilot.press("W")
        for key in ("t", "right", "left", "left", *["left"] * 20, "t"):
            await pilot.press(key)
            seen.append(week(pilot).monday)

    gym.plays(walk)
    assert seen[:4] == [THIS_WEEK, THIS_WEEK, LAST_WEEK, date(2027, 2, 22)]
    assert seen[-2] == PLAN_MADE
    assert seen[-1] == THIS_WEEK


def pages_of(gym: Gym, size: tuple[int, int]) -> list[str]:
    """Week from its top to its end, screen by screen."""
    pages: list[str] = []

    async def read_on(pilot: Pilot[None]) -> None:
        await pilot.press("W")
        for _ in range(6):
            await pilot.pause()
            pages.append(sees(pilot.app))
            await pilot.press("pagedown")

    gym.plays(read_on, size)
    return pages


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_everything_is_there_at_every_size(gym: Gym, size: tuple[int, int]) -> None:
    """Where it is short, it scrolls to its end."""
    whole = "\n".join(pages_of(gym, size))
    for words in ("Strength kept", "Hard sets", "Runner's mix", "Effort", "Run : lift", "pain", "carry on"):
        assert words in whole
    assert all(cells(line) <= size[0] for line in whole.splitlines())


def test_a_phone_shows_the_verdict_the_next_week_and_what_can_be_decided_at_once(gym: Gym) -> None:
    """Wherever one has scrolled to."""
    for keys in ((), ("pagedown",), ("pagedown",) * 6):
        screen = shown(gym, *keys, size=(44, 20))
        assert "Next week" in screen
        assert "1  ✓ carry on" in screen
        assert all(f" {each.digit}  " in screen for each in week_of(gym.logbook, gym.app.words).choices)
    first = shown(gym, size=(44, 20))
    assert week_of(gym.logbook, gym.app.words).headline in first
    assert "heavier, shorter sets" in " ".join(first.split())


def test_a_new_home_has_a_week_too(tmp_path: Path) -> None:
    screen = shown(Gym(new_runner(tmp_path / "home"), on=PLAN_MADE))
    assert "The week is under way." in screen
    assert screen.count("not enough data yet") >= 3
    assert "week 6" in screen


# Deciding


def test_a_digit_changes_next_week_and_the_same_digit_takes_it_back(gym: Gym) -> None:
    hold = digit_of(gym, "hold")
    gym.presses("W", "t", hold)
    assert [(each.week, each.verdict) for each in gym.logbook.desk.runner.decisions] == [(NEXT_WEEK, "hold")]
    gym.restarts()
    gym.presses("W", "t", hold)
    assert gym.logbook.desk.runner.decisions == ()


def test_u_takes_the_last_decision_back(gym: Gym) -> None:
    gym.presses("W", "t", digit_of(gym, "back_off"), "u")
    assert gym.logbook.desk.runner.decisions == ()
    assert "Done again, today: the decision for a week." in shown(gym, "U")
    assert gym.logbook.desk.runner.decisions


def test_what_was_decided_is_said_and_stays_marked(gym: Gym) -> None:
    screen = shown(gym, "t", digit_of(gym, "accept_days"))
    assert "fixed for next week" in screen
    assert "✓ accept" in screen
    assert gym.logbook.desk.runner.accepted[0].week == NEXT_WEEK


def test_a_click_decides_as_well(gym: Gym) -> None:
    hold = digit_of(gym, "hold")

    async def click(pilot: Pilot[None]) -> None:
        await pilot.press("W", "t")
        await pilot.pause()
        widget = week(pilot).query_one(Decisions)
        column = next(x for x in range(widget.size.width) if widget.target_at(x, 0) == hold)
        await pilot.click(widget, offset=(column, 0))
        await pilot.pause()

    gym.plays(click)
    assert [each.verdict for each in gym.logbook.desk.runner.decisions] == ["hold"]


def test_a_digit_without_a_decision_says_how_many_there_are(gym: Gym) -> None:
    assert "There are " in shown(gym, "t", "9")
    assert "nothing left to decide" in shown(gym, "t", "left", "left", "1")


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_a_sentence_covers_nothing_of_the_week_and_leaves_with_it(gym: Gym, size: tuple[int, int]) -> None:
    """At 44x20 too the verdict and every decision stay in sight, and the sentence is whole."""
    screen = shown(gym, "t", "9", size=size)
    assert said(gym.app) == []
    assert f"1 to {len(week_of(gym.logbook, gym.app.words).choices)}." in screen
    assert "The week is under way." in screen
    assert "1  ✓ carry on" in screen
    assert "There are " not in shown(gym, "t", "9", "left", size=size)


# Paper


def test_the_week_is_exported_beside_what_is_there(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "runlift-2027-W10.md").write_text("mine")
    screen = "".join(shown(gym, "t", "e", "b").split())
    assert sorted(path.name for path in folder.iterdir()) == [
        "runlift-2027-W10-2.md",
        "runlift-2027-W10.md",
        "runlift-2027-W10.svg",
    ]
    assert (folder / "runlift-2027-W10.md").read_text() == "mine"
    assert str(folder / "runlift-2027-W10-2.md") in screen


def test_why_explains_every_figure(gym: Gym) -> None:
    async def read(pilot: Pilot[None]) -> None:
        await pilot.press("W", "w")
        await pilot.pause()
        words = " ".join(str(part.content) for part in pilot.app.screen.query(Static))
        assert "What the figures are" in words
        assert "changes under 2.5 % are noise" in words

    gym.plays(read)


# A run


def test_a_run_is_written_down_in_a_small_form(gym: Gym) -> None:
    before = len(gym.logbook.log().runs)
    gym.presses("W", "r", "tab", *"12.3km 65min", "tab", *"L", "enter")
    run = gym.logbook.log().runs[-1]
    assert len(gym.logbook.log().runs) == before + 1
    assert (run.km, run.minutes, run.kind) == (12.3, 65, "L")


def test_a_run_that_is_not_understood_keeps_what_was_typed(gym: Gym) -> None:
    async def type_it(pilot: Pilot[None]) -> None:
        await pilot.press("W", "r", "tab", *"far", "enter")
        await pilot.pause()
        assert pilot.app.screen.query_one("#run", Input).value == "far"
        assert "a run is a distance, a time or both" in sees(pilot.app)

    gym.plays(type_it)
    assert "far" not in [run.note for run in gym.logbook.log().runs]


@pytest.mark.parametrize("size", SIZES, ids=lambda each: f"{each[0]}x{each[1]}")
def test_pounds_keep_the_columns_apart(gym: Gym, size: tuple[int, int]) -> None:
    """The longest figures there are: a lift with the body in it, and a week of five digits."""
    gym.logbook.planning.set("unit", "lb")
    lines = [line for page in pages_of(gym, size) for line in page.splitlines() if " lb" in line]
    assert lines
    assert not [line for line in lines if re.search(r"[▁▂▃▄▅▆▇█](bw|\d)", line)]


def test_what_is_out_of_sight_is_named_until_one_is_there(gym: Gym) -> None:
    first = shown(gym, size=(44, 20))
    assert "↓ " in first
    assert "mix, effort, run : lift, pain" in first
    assert "↓" not in shown(gym, *("pagedown",) * 6, size=(44, 20))
    assert "↓" not in shown(gym, size=(100, 40))


def test_a_ratio_that_is_not_judged_says_why(gym: Gym) -> None:
    """Two weeks of which one was still another phase."""
    for day in range(6):
        gym.logbook.past.add_run(Run(id=f"r{day}", date=THIS_WEEK - timedelta(days=day), km=10))
    judged = {monday: gym.logbook.reviewing.week(monday).week.run_lift for monday in (THIS_WEEK, LAST_WEEK)}
    for monday, balance in judged.items():
        words = week_of(gym.logbook, shipped().words, monday).run_lift.words
        assert words.endswith(", the phase is new") == balance.mixed
    assert {each.mixed for each in judged.values()} == {True, False}
