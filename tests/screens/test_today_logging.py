"""A session by keys: what is pressed on Today, and what then stands in the logbook."""

from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, room, said, sees
from textual.pilot import Pilot
from textual.widgets import Input

from tracker.domain.session import Entry, PerformedSet, Session


def done(session: Session) -> list[PerformedSet]:
    """The sets that are done, in the order of the list."""
    return [done for entry in session.entries for done in entry.performed]


def kilograms(entry: Entry) -> list[float]:
    """What is loaded, row by row, done or still to do."""
    asked = [row.done or row.planned for row in entry.sets]
    return [each.load.kilograms for each in asked if each is not None and each.load is not None]


# The whole session


def test_sixteen_sets_with_their_rpe_take_eighteen_keys_to_the_summary(gym: Gym) -> None:
    planned = gym.logbook.day().session
    assert planned is not None
    assert planned.sets_open == 16
    keys = ["8", "7", "7", "8", "8", "7", "8", "7", "8", "6", "5", "6", "6", "6", "6", "6", "f", "7"]
    assert len(keys) == 18
    gym.presses(*keys)
    assert gym.logbook.session is None
    finished = gym.logbook.day()
    assert finished.done
    assert finished.session is not None
    rated = {entry.exercise: [each.rpe for each in entry.performed] for entry in finished.session.entries}
    assert rated == {
        "trap_bar_deadlift": [8, 7, 7],
        "step_up_knee_drive": [8, 8],
        "lat_pulldown": [7, 7],
        "seated_soleus": [8, 8],
        "bird_dog": [6, 6],
        "sl_reach": [5],
        "skip_a": [6, 6, 6, 6],
    }
    assert finished.session.rpe == 7
    assert [each.reps for each in finished.session.entries[0].performed] == [5, 5, 5]


def test_the_summary_says_what_was_done_and_what_changes(gym: Gym) -> None:
    seen: list[str] = []

    async def lift(pilot: Pilot[None]) -> None:
        await pilot.press(*"8" * 16, "f")
        await pilot.pause()
        seen.append(sees(pilot.app))
        await pilot.press("7")
        await pilot.pause()
        seen.append(sees(pilot.app))

    gym.plays(lift)
    assert "how hard was it?" in seen[0]
    assert "7 of 10" in seen[1]
    assert "next" in seen[1]
    assert "→" in seen[1] or "as today" in seen[1]


# One set


def test_space_and_enter_log_as_prescribed_without_an_rpe(gym: Gym) -> None:
    gym.presses("space", "enter")
    first, second = done(gym.session)
    asked = [row.planned for row in gym.session.entries[0].sets[:2]]
    assert [(each.load, each.reps) for each in (first, second)] == [(a.load, a.reps) for a in asked if a]
    assert first.rpe is None
    assert first.at == gym.clock()


@pytest.mark.parametrize(("key", "rpe"), [("5", 5), ("6", 6), ("7", 7), ("8", 8), ("9", 9), ("0", 10)])
def test_a_digit_logs_with_its_rpe(gym: Gym, key: str, rpe: float) -> None:
    gym.presses(key)
    assert [each.rpe for each in done(gym.session)] == [rpe]


@pytest.mark.parametrize("key", ["full_stop", "comma", "decimal"])
def test_a_point_adds_a_half_to_the_set_just_logged(gym: Gym, key: str) -> None:
    gym.presses("8", key)
    assert [each.rpe for each in done(gym.session)] == [8.5]


def test_there_is_only_one_half(gym: Gym) -> None:
    gym.presses("8", "full_stop", "full_stop")
    assert [each.rpe for each in done(gym.session)] == [8.5]
    assert "There is no whole RPE below 10 to add a half to." in said(gym.app)


def test_undo_takes_the_half_back_first(gym: Gym) -> None:
    gym.presses("8", "full_stop", "u")
    assert [each.rpe for each in done(gym.session)] == [8]
    gym.presses("full_stop", "u", "u")
    assert done(gym.session) == []
    gym.presses("U", "U")
    assert [each.rpe for each in done(gym.session)] == [8.5]


@pytest.mark.parametrize(
    ("keys", "reps"),
    [
        (("minus",), 4),
        (("subtract",), 4),
        (("plus",), 6),
        (("add",), 6),
        (("equals_sign", "equals_sign"), 7),
        (("minus", "plus"), 5),
        (("minus",) * 9, 1),
    ],
    ids=["minus", "keypad minus", "plus", "keypad plus", "equals twice", "there and back", "never below one"],
)
def test_reps_change_before_the_set_is_logged(gym: Gym, keys: tuple[str, ...], reps: int) -> None:
    gym.presses(*keys, "8")
    assert [each.reps for each in done(gym.session)] == [reps]


@pytest.mark.parametrize(("up", "down"), [("right", "left"), ("right_square_bracket", "left_square_bracket")])
def test_a_step_of_load_goes_with_the_sets_of_its_kind(gym: Gym, up: str, down: str) -> None:
    planned = gym.logbook.day().session
    assert planned is not None
    _, first, _ = kilograms(planned.entries[0])
    gym.presses("8", up, up, down)
    top, second, third = kilograms(gym.session.entries[0])
    assert (second, third) == (first + 2.5, first + 2.5)
    assert top == kilograms(planned.entries[0])[0]


def test_with_shift_a_step_of_load_is_for_this_set_only(gym: Gym) -> None:
    planned = gym.logbook.day().session
    assert planned is not None
    gym.presses("8", "shift+right")
    before, after = kilograms(planned.entries[0]), kilograms(gym.session.entries[0])
    assert after == [before[0], before[1] + 2.5, before[2]]


def test_a_number_that_grows_a_digit_moves_nothing(gym: Gym) -> None:
    """97.5, 100 kg: the repetitions stay where they are."""
    places: list[int] = []

    async def step(pilot: Pilot[None]) -> None:
        for _ in range(9):
            await pilot.press("left")
        for _ in range(6):
            await pilot.press("right")
            await pilot.pause()
            row = next(line for line in sees(pilot.app).splitlines() if "█ kg ×" in line)
            places.append(row.index("█ kg ×"))

    gym.plays(step)
    assert len(set(places)) == 1


# Undo and redo


def test_undo_and_redo_have_no_limit_and_survive_a_restart(gym: Gym) -> None:
    gym.presses("8", "minus", "7", "right", "6")
    after = gym.session
    gym.restarts()
    gym.presses("u", "u", "u", "u", "u")
    assert done(gym.session) == []
    assert gym.session.entries == gym.logbook.begin().base.entries
    gym.restarts()
    gym.presses("U", "U", "U", "U", "U")
    assert gym.session == after
    gym.presses("shift+u")
    assert "There is nothing to redo." in said(gym.app)


def test_undo_puts_the_cursor_back_on_the_set_it_opened(gym: Gym) -> None:
    gym.presses("8", "8", "u", "9")
    assert [each.rpe for each in done(gym.session)] == [8, 9]


# Moving about


def test_a_set_can_be_done_out_of_turn(gym: Gym) -> None:
    gym.presses(*["down"] * 3, "7")
    assert [len(entry.performed) for entry in gym.session.entries][:2] == [0, 1]


def test_after_the_last_exercise_the_cursor_comes_back_to_what_is_open(gym: Gym) -> None:
    gym.presses(*["down"] * 3, *"7" * 13, "8")
    assert gym.session.entries[0].performed[0].rpe == 8


def test_a_digit_on_a_done_set_changes_its_rpe(gym: Gym) -> None:
    gym.presses("8", "up", "6")
    assert [each.rpe for each in done(gym.session)] == [6]


def test_a_step_on_a_done_set_corrects_it(gym: Gym) -> None:
    gym.presses("8", "up", "minus", "right")
    (only,) = done(gym.session)
    planned = gym.session.entries[0].sets[0].planned
    assert planned is not None
    assert planned.load is not None
    assert only.load is not None
    assert (only.reps, only.load.kilograms) == (4, planned.load.kilograms + 2.5)


# The form


def test_enter_on_a_done_set_edits_it(gym: Gym) -> None:
    async def edit(pilot: Pilot[None]) -> None:
        await pilot.press("8", "up", "enter")
        await pilot.pause()
        pilot.app.screen.query_one("#load", Input).value = "80"
        pilot.app.screen.query_one("#left", Input).value = "6"
        pilot.app.screen.query_one("#rpe", Input).value = "9,5"
        await pilot.press("enter")

    gym.plays(edit)
    (only,) = done(gym.session)
    assert only.load is not None
    assert (only.load.kilograms, only.reps, only.rpe) == (80, 6, 9.5)


def test_the_form_tells_left_from_right(gym: Gym) -> None:
    async def edit(pilot: Pilot[None]) -> None:
        await pilot.press(*["down"] * 3, "8", "up", "enter")
        await pilot.pause()
        pilot.app.screen.query_one("#right", Input).value = "3"
        await pilot.press("enter")

    gym.plays(edit)
    (only,) = done(gym.session)
    assert only.right is not None
    assert (only.reps, only.right.reps, only.weaker_reps) == (gym.session.entries[1].reps, 3, 3)


def test_the_form_keeps_what_it_does_not_understand(gym: Gym) -> None:
    async def edit(pilot: Pilot[None]) -> None:
        await pilot.press("8", "up", "enter")
        await pilot.pause()
        pilot.app.screen.query_one("#rpe", Input).value = "eleven"
        await pilot.press("enter")
        await pilot.pause()
        assert '"eleven" is not an RPE' in sees(pilot.app)
        await pilot.press("escape")

    gym.plays(edit)
    assert [each.rpe for each in done(gym.session)] == [8]


def test_a_set_can_be_erased(gym: Gym) -> None:
    gym.presses("8", "7", "up", "up", "enter", "ctrl+r")
    assert [row.is_open for row in gym.session.entries[0].sets] == [True, False, True]


# Fingers


def test_taps_do_what_keys_do(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        row = room(pilot.app).query_one("#taps")
        await pilot.click(row, offset=(22, 1))
        await pilot.pause()
        await pilot.click(row, offset=(2, 1))
        await pilot.pause()

    gym.plays(tap, size=(44, 20))
    assert [each.rpe for each in done(gym.session)] == [8, None]


def test_a_key_in_the_bar_can_be_clicked(gym: Gym) -> None:
    async def click(pilot: Pilot[None]) -> None:
        bar = room(pilot.app).query_one("KeyBar")
        await pilot.click(bar, offset=(2, 0))
        await pilot.pause()

    gym.plays(click)
    assert len(done(gym.session)) == 1


def test_a_row_can_be_clicked_and_clicked_again_to_edit(gym: Gym) -> None:
    async def click(pilot: Pilot[None]) -> None:
        await pilot.press("8")
        await pilot.pause()
        rows = room(pilot.app).query_one("#list")
        first = next(y for y in range(rows.size.height) if "✓" in rows.render_line(y).text)
        await pilot.click(rows, offset=(8, first))
        await pilot.pause()
        await pilot.click(rows, offset=(8, first))
        await pilot.pause()
        assert pilot.app.screen.query("#rpe")

    gym.plays(click)


# Where it stood


def test_the_next_start_goes_on_where_it_was(trained_home: Path, tmp_path: Path) -> None:
    home = copied(trained_home, tmp_path / "home")
    first = Gym(home)
    first.presses("8", "7")
    again = Gym(home)
    again.presses("9")
    assert [each.rpe for each in done(again.session)] == [8, 7, 9]


def test_a_session_left_alone_is_closed_by_the_next_days_first_set(gym: Gym) -> None:
    gym.presses("8", "8")
    gym.clock.pass_by(days=4)
    gym.restarts()
    gym.presses("7")
    assert any("is closed as it stood: 2 sets" in sentence for sentence in said(gym.app))
    assert [each.sets_done for each in gym.logbook.past.on(FRIDAY)] == [2]


@pytest.mark.parametrize(
    "between",
    [["right"], ["minus"], ["n", "o", "k", "enter"], ["down", "down", "down", "plus"], ["greater_than_sign"]],
    ids=["load", "reps", "note", "another exercise", "rest"],
)
def test_a_half_goes_to_the_set_just_logged_whatever_was_touched_since(gym: Gym, between: list[str]) -> None:
    gym.presses("8", *between, "full_stop")
    assert [each.rpe for each in gym.session.entries[0].performed] == [8.5]
    gym.presses("u")
    assert [each.rpe for each in gym.session.entries[0].performed] == [8]


def test_a_half_after_a_chosen_load_leaves_the_choice(gym: Gym) -> None:
    gym.presses("9", "right")
    chosen = [row.planned for row in gym.session.entries[0].sets[1:]]
    gym.presses("full_stop")
    assert [row.planned for row in gym.session.entries[0].sets[1:]] == chosen


def test_there_is_no_half_for_a_set_that_was_erased(gym: Gym) -> None:
    gym.logbook.sets.log(0, rpe=8)
    gym.logbook.sets.erase(0, 0)
    gym.presses("full_stop")
    assert not gym.session.started
