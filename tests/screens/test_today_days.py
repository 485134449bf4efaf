"""Days off, moved and missed sessions, race day, and the day after the last set."""

from datetime import date, timedelta
from pathlib import Path

from support.gym import BERLIN, FRIDAY, Gym, copied, new_runner, said, sees
from textual.pilot import Pilot

SATURDAY = FRIDAY + timedelta(days=1)


def looks(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> str:
    """What a reader sees after some keys, blanks evened out."""
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        seen.append(" ".join(sees(pilot.app).split()))

    gym.plays(look, size)
    return seen[0]


def on(trained_home: Path, tmp_path: Path, day: date) -> Gym:
    return Gym(copied(trained_home, tmp_path / "home"), day)


# Days off


def test_a_rest_day_says_so_and_what_is_next(trained_home: Path, tmp_path: Path) -> None:
    gym = on(trained_home, tmp_path, SATURDAY)
    seen = looks(gym)
    assert "No lifting today" in seen
    assert "next Tue 16 Mar, B · hinge, pull, balance" in seen
    assert "lift today" in seen


def test_a_rest_day_can_take_the_next_session_and_nothing_is_doubled(
    trained_home: Path, tmp_path: Path
) -> None:
    gym = on(trained_home, tmp_path, SATURDAY + timedelta(days=2))
    assert "Nothing speaks against it" in looks(gym, "e") or "Next to another heavy leg session" in looks(
        gym, "e"
    )
    gym.presses("e", "e", "8")
    assert gym.session.date == SATURDAY + timedelta(days=2)
    assert gym.logbook.coach().week(FRIDAY + timedelta(days=4)).on(FRIDAY + timedelta(days=4)) is None


def test_a_missed_session_is_offered_and_moves(trained_home: Path, tmp_path: Path) -> None:
    gym = on(trained_home, tmp_path, SATURDAY)
    assert "missed Fri 12 Mar: e moves it here" in looks(gym)
    gym.presses("e", "m", "8")
    assert gym.session.date == SATURDAY
    assert gym.session.name == "B · hinge, pull, balance"
    assert gym.logbook.coach().week(FRIDAY).on(FRIDAY) is None


def test_a_missed_session_is_simply_next_on_the_next_lifting_day(trained_home: Path, tmp_path: Path) -> None:
    gym = on(trained_home, tmp_path, FRIDAY + timedelta(days=4))
    gym.presses("8")
    assert gym.session.template == "B"


def test_ten_easy_minutes_on_a_day_off(trained_home: Path, tmp_path: Path) -> None:
    gym = on(trained_home, tmp_path, SATURDAY)
    gym.presses("b", *["space"] * 6, "f", "3")
    (session,) = gym.logbook.past.on(SATURDAY)
    assert (session.name, session.sets_done, session.rpe) == ("Ten easy minutes", 6, 3)
    assert all(
        each.load is None or not each.load.number for entry in session.entries for each in entry.performed
    )


def test_race_day_wishes_luck_and_asks_nothing(tmp_path: Path) -> None:
    gym = Gym(new_runner(tmp_path / "home"), BERLIN.date)
    seen = looks(gym)
    assert "Berlin Marathon" in seen
    assert "Good luck" in seen
    assert "lift today" not in seen
    gym.presses("8", "space", "e", "b")
    assert gym.logbook.session is None


# Another day for this one


def test_the_session_can_move_to_a_day_whose_clashes_are_named(gym: Gym) -> None:
    seen = looks(gym, "s")
    assert "Move it to Sat 13 Mar The day before your long run." in seen
    gym.presses("s", "1")
    assert gym.logbook.day().session is None
    assert gym.logbook.coach().week(FRIDAY).on(SATURDAY) is not None


def test_the_session_can_be_left_out(gym: Gym) -> None:
    gym.presses("s", "d")
    day = gym.logbook.day()
    assert day.session is not None
    assert day.session.skipped == "too tired"
    assert "Left out today" in looks(gym)


def test_escape_from_the_question_changes_nothing(gym: Gym) -> None:
    gym.presses("s", "escape", "x", "escape", "t", "escape", "r", "escape")
    assert gym.logbook.under_way is None


def test_a_session_with_sets_in_it_is_finished_not_moved(gym: Gym) -> None:
    gym.presses("8", "s")
    assert "Sets are logged already; f finishes the session as it stands." in said(gym.app)


# Less of it


def test_an_exercise_is_skipped_with_a_reason(gym: Gym) -> None:
    gym.presses("x", "b", "8")
    assert gym.session.entries[0].skipped == "equipment busy"
    assert len(gym.session.entries[1].performed) == 1


def test_short_on_time_shows_what_stays_before_it_is_chosen(gym: Gym) -> None:
    seen = looks(gym, "t")
    assert "25 minutes" in seen
    assert "exercises" in seen
    gym.presses("t", "2")
    assert gym.session.short_minutes == 25
    assert gym.session.sets_open < 16


# The end


def test_finishing_asks_once_while_sets_are_open(gym: Gym) -> None:
    gym.presses("8", "f", "b")
    assert gym.logbook.session is not None
    gym.presses("f", "f")
    assert [each.sets_done for each in gym.logbook.past.on(FRIDAY)] == [1]


def test_there_is_nothing_to_finish_before_the_first_set(gym: Gym) -> None:
    gym.presses("f")
    assert "No set has been logged, so there is no session to finish." in said(gym.app)


def test_the_summary_stays_for_the_rest_of_the_day(gym: Gym) -> None:
    gym.presses(*"8" * 16, "f", "8")
    gym.restarts()
    seen = looks(gym)
    assert "Done" in seen
    assert "8 of 10" in seen


def test_records_are_quiet_outside_the_off_season(gym: Gym) -> None:
    gym.presses(*["right"] * 6, *"8" * 16, "f", "8")
    seen = looks(gym)
    assert "noted quietly" in seen


def test_a_finished_set_can_still_be_corrected(gym: Gym) -> None:
    gym.presses(*"8" * 16, "f", "8")
    gym.presses("up", "enter", "ctrl+r", "f", "f")
    assert [each.sets_done for each in gym.logbook.past.on(FRIDAY)] == [15]
    assert [each.rpe for each in gym.logbook.past.on(FRIDAY)] == [8]


def test_why_names_every_cause_with_what_went_in(gym: Gym) -> None:
    entry = gym.logbook.begin().session.entries[0]
    seen = looks(gym, "w", size=(100, 60))
    assert "Trap-bar deadlift" in seen
    for reason in entry.reasons:
        assert " ".join(gym.make_app().words.text(reason).split())[:40] in seen.replace("│", "")


# Trouble


def test_a_set_that_cannot_be_saved_is_not_shown_as_done(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("8")
        await pilot.pause()
        diary = gym.home / "diary"
        for file in diary.iterdir():
            if file.name == "open.json":
                file.unlink()
        (diary / "open.json").mkdir()
        await pilot.press("7")
        await pilot.pause()
        (diary / "open.json").rmdir()
        assert any("open.json" in sentence for sentence in said(pilot.app))
        assert len([line for line in sees(pilot.app).splitlines() if "@7 " in line and "✓" in line]) == 0

    gym.plays(play)


def test_what_another_window_logs_appears(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        other = Gym(gym.home)
        other.logbook.sets.log(0, rpe=9)
        gym.app.look_again()  # type: ignore[union-attr]
        await pilot.pause()
        assert "@9" in sees(pilot.app)
        await pilot.press("8")

    gym.plays(play)
    assert [each.rpe for each in gym.session.entries[0].performed] == [9, 8]


def test_a_new_day_comes_at_midnight(gym: Gym) -> None:
    async def play(pilot: Pilot[None]) -> None:
        gym.clock.turn_to(SATURDAY, 0)
        gym.app.look_again()  # type: ignore[union-attr]
        await pilot.pause()
        assert "No lifting today" in sees(pilot.app)

    gym.plays(play)
