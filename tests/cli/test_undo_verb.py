"""`undo` and `redo`: whatever was done last, in the session, at its end, in the past, or of the plan."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.command import NEXT_THURSDAY, NEXT_TUESDAY, TUESDAY, WEDNESDAY, Terminal

from tracker.domain.words.settings import SETTINGS

FIRST = TUESDAY.isoformat()
NAME = "the session of Tue 24 Nov 2026 (A · squat, push, turn)"


def days(trained: Terminal) -> list[str]:
    return [each["date"] for each in trained.json("history")["sessions"]]


def in_year(home: Path, year: int = 2026) -> list[str]:
    """The days of the sessions that the year file holds."""
    tables = json.loads((home / f"diary/{year}.json").read_bytes())
    return [each["date"] for each in tables["sessions"].values() if "erased_at" not in each]


def profile(home: Path) -> Any:
    """The person and the plan, as the file has them."""
    return json.loads((home / "profile.json").read_bytes())["profile"]


def test_a_finished_session_is_opened_again_set_by_set_and_finished_again(trained: Terminal) -> None:
    for rpe in (7, 8):
        trained("log", f"back squat 30x5@{rpe}")
    under_way = trained.json("today")
    trained("finish", "--rpe", "7")
    assert NEXT_TUESDAY.isoformat() in in_year(trained.home)

    assert trained("undo").out == "Undone: the end of the session. It is open again.\n"
    assert NEXT_TUESDAY.isoformat() not in in_year(trained.home)
    assert trained.json("today") == under_way
    assert [trained("undo").out for _ in range(2)] == ["Undone: a set of Barbell back squat.\n"] * 2
    assert trained("undo").status == 1

    assert [trained("redo").out for _ in range(2)] == ["Done again: a set of Barbell back squat.\n"] * 2
    assert trained("redo").out == "Done again: the end of the session.\n"
    assert trained("redo").status == 1
    assert days(trained)[0] == NEXT_TUESDAY.isoformat()


def test_records_and_next_loads_follow(trained: Terminal) -> None:
    before = trained.json("today", "--date", "2026-12-08"), trained.json("progress", "back squat")
    trained("log", "back squat 60x5@7")
    trained("finish")
    after = trained.json("today", "--date", "2026-12-08"), trained.json("progress", "back squat")
    assert all(one != other for one, other in zip(before, after, strict=True))
    for verb in ("undo", "undo"):
        trained(verb)
    trained("skip", "--reason", "ill")
    trained("undo")
    assert (trained.json("today", "--date", "2026-12-08"), trained.json("progress", "back squat")) == before


def test_a_skipped_session_is_there_again(trained: Terminal) -> None:
    asked = trained.json("today")
    trained("skip", "--reason", "work ran late")
    assert trained("undo").out == "Undone: skipping the session. It is there again.\n"
    assert trained.json("today") == asked
    assert trained("redo").out == "Done again: skipping the session.\n"
    assert trained.json("today") != asked


@pytest.mark.parametrize("writes", [False, True])
def test_days_later_it_is_opened_again_and_its_day_is_named(trained: Terminal, *, writes: bool) -> None:
    trained("log", "back squat 30x5@7")
    trained("finish")
    after = trained.on(NEXT_THURSDAY)
    if writes:
        after("set", "body-weight", "71")
        assert after("undo").out == "Undone: another body weight.\n"
    assert after("undo").out == "Undone, Tue 1 Dec: the end of the session. It is open again.\n"


@pytest.mark.parametrize(
    ("verb", "words", "stays"),
    [
        (("erase", FIRST), "erasing", False),
        (("erase", FIRST, "back squat", "1"), "the correction of", True),
        (("amend", FIRST, "back squat", "1", "60x5@8"), "the correction of", True),
    ],
    ids=["a session", "a set", "a correction"],
)
def test_the_last_change_of_the_past_is_taken_back(
    verb: tuple[str, ...], words: str, stays: bool, trained: Terminal
) -> None:
    before = trained.json("history")
    assert trained(*verb).status == 0
    after = trained.json("history")
    assert (FIRST in days(trained)) is stays
    assert trained("undo").out == f"Undone: {words} {NAME}.\n"
    assert trained.json("history") == before
    assert trained("redo").out == f"Done again: {words} {NAME}.\n"
    assert trained.json("history") == after


def test_what_was_brought_back_by_a_slip_is_erased_again(trained: Terminal) -> None:
    trained("erase", FIRST)
    trained("restore", "--session", FIRST)
    assert trained("undo").out == f"Undone: bringing back {NAME}.\n"
    assert FIRST not in days(trained)


def test_the_latest_change_comes_back_first(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    trained("erase", FIRST)
    trained("log", "back squat 30x5@8")
    assert trained("undo").out == "Undone: a set of Barbell back squat.\n"
    assert trained("undo").out == f"Undone: erasing {NAME}.\n"
    assert trained("undo").out == "Undone: a set of Barbell back squat.\n"
    assert trained("redo").out == "Done again: a set of Barbell back squat.\n"


def test_erasing_a_session_names_both_ways_back(trained: Terminal) -> None:
    said = trained("erase", FIRST)
    assert said.err == f"`runlift undo` brings it back, and later `runlift restore --session {FIRST}`.\n"


def test_help_says_how_far_undo_reaches(at: Terminal) -> None:
    said = at.on(WEDNESDAY)("undo", "--help").out
    assert "newest first" in " ".join(said.split())
    assert "end of a session" in " ".join(said.split())


def test_a_set_logged_after_an_undo_is_not_answered_by_redoing_the_past(trained: Terminal) -> None:
    trained("erase", FIRST)
    trained("undo")
    trained("log", "back squat 30x5@7")
    assert trained("redo").status == 1
    assert FIRST in days(trained)


RACE = ("race", "add", "Rome", "2027-05-16", "marathon", "--yes")


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (RACE, "adding Rome"),
        (("travel", "home"), "travelling"),
        (("away", "ill"), "being ill"),
        (("away", "holiday", "--until", "2026-12-20"), "a holiday"),
        (("move", NEXT_THURSDAY.isoformat(), "2026-12-05", "--yes"), "moving a session"),
        (("deload", "now"), "bringing the lighter week forward"),
        (("set", "body-weight", "71"), "another body weight"),
        (("set", "plyo", "no"), "jumps on or off"),
    ],
    ids=lambda each: " ".join(each[:2]) if isinstance(each, tuple) else None,
)
def test_a_change_of_the_plan_is_taken_back_by_name_before_the_training_that_came_earlier(
    verb: tuple[str, ...], words: str, trained: Terminal
) -> None:
    trained("log", "back squat 30x5@7")
    before = trained.json("today"), trained.json("plan")
    done = trained(*verb)
    assert done.status == 0, done.err
    assert trained("undo").out == f"Undone: {words}.\n"
    assert (trained.json("today"), trained.json("plan")) == before
    assert trained("redo").out == f"Done again: {words}.\n"
    assert trained("undo").out == f"Undone: {words}.\n"
    assert trained("undo").out == "Undone: a set of Barbell back squat.\n"


def test_training_after_a_change_of_the_plan_comes_back_first(trained: Terminal) -> None:
    trained(*RACE)
    trained("log", "back squat 30x5@7")
    assert trained("undo").out == "Undone: a set of Barbell back squat.\n"
    assert trained("undo").out == "Undone: adding Rome.\n"
    assert trained("undo").out.startswith("Undone, Thu 26 Nov: the end of the session.")


def test_from_one_place_to_another_and_back_in_one_step(trained: Terminal) -> None:
    trained("travel", "home")
    at_home = trained.json("today")
    trained("travel", "travel")
    assert trained("undo").out == "Undone: travelling.\n"
    assert trained.json("today") == at_home
    trained("back")
    assert trained("undo").out == "Undone: coming back.\n"
    assert trained.json("today") == at_home


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("race", "change", "Rome", "--distance", "half", "--yes"), "the change of Rome"),
        (("race", "remove", "Rome", "--yes"), "taking out Rome"),
    ],
    ids=lambda each: " ".join(each[:2]) if isinstance(each, tuple) else None,
)
def test_a_race_is_as_it_was(change: tuple[str, ...], words: str, trained: Terminal) -> None:
    trained(*RACE)
    before = trained.json("plan")
    trained(*change)
    assert trained.json("plan") != before
    assert trained("undo").out == f"Undone: {words}.\n"
    assert trained.json("plan") == before


NAMED = {
    "style": ("maintenance", "how the plan is built"),
    "taper": ("sharp", "another taper"),
    "no-race": ("rolling", "how the plan is built"),
    "run-week": ("REQERLE", "other running days"),
    "lift-days": ("mon,thu", "other lifting days"),
    "lifts-per-week": ("1", "how often you lift in a week"),
    "equipment": ("home", "another usual place"),
    "unit": ("lb", "another unit"),
    "body-weight": ("71", "another body weight"),
    "level": ("advanced", "another level"),
    "lifted-before": ("never", "how much you had lifted before"),
    "program": ("intermediate", "another program"),
    "plyo": ("no", "jumps on or off"),
    "theme": ("runlift-light", "another theme"),
    "sounds": ("no", "sounds on or off"),
}


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_taken_back_in_words(key: str, trained: Terminal) -> None:
    text, words = NAMED[key]
    before = profile(trained.home)
    done = trained("set", key, text)
    assert done.status == 0, done.err
    assert profile(trained.home) != before
    assert trained("undo").out == f"Undone: {words}.\n"
    assert profile(trained.home) == before


def test_two_finished_days_later_a_race_stands(trained: Terminal) -> None:
    trained(*RACE)
    plan = trained.json("plan", "--date", "2026-12-10")
    for day in (NEXT_THURSDAY, date(2026, 12, 8)):
        trained.on(day)("log", "back squat 30x5@7")
        assert trained.on(day)("finish").status == 0
    assert trained.on(date(2026, 12, 9))("run", "add", "8km").status == 0
    later = trained.on(date(2026, 12, 10))
    assert later("undo").out == "Undone: adding the run of Wed 9 Dec 2026.\n"
    assert later("undo").out == "Undone, Tue 8 Dec: the end of the session. It is open again.\n"
    assert later("undo").out == "Undone, Tue 8 Dec: a set of Barbell back squat.\n"
    said = later("undo")
    assert (said.status, said.out) == (1, "")
    assert "as far as undo goes" in said.err
    assert later.json("plan") == plan


def test_a_run_goes_before_the_race_that_was_added_before_it(trained: Terminal) -> None:
    plan = trained.json("plan")
    trained(*RACE)
    assert trained("run", "add", "8km").status == 0
    assert trained("undo").out == "Undone: adding the run of Tue 1 Dec 2026.\n"
    assert trained("undo").out == "Undone: adding Rome.\n"
    assert trained.json("plan") == plan
    assert trained("redo").out == "Done again: adding Rome.\n"
    assert trained("redo").out == "Done again: adding the run of Tue 1 Dec 2026.\n"


def test_two_settings_and_then_the_set_before_them(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    trained("set", "plyo", "no")
    trained("set", "sounds", "no")
    settings = profile(trained.home)
    said = [trained("undo").out for _ in range(3)]
    assert said == [
        "Undone: sounds on or off.\n",
        "Undone: jumps on or off.\n",
        "Undone: a set of Barbell back squat.\n",
    ]
    assert [trained("redo").status for _ in range(4)] == [0, 0, 0, 1]
    assert profile(trained.home) == settings


def test_a_move_and_the_travel_before_it(trained: Terminal) -> None:
    plan = trained.json("plan")
    trained("travel", "home")
    trained("move", NEXT_THURSDAY.isoformat(), "2026-12-05", "--yes")
    assert [trained("undo").out for _ in range(2)] == ["Undone: moving a session.\n", "Undone: travelling.\n"]
    assert trained.json("plan") == plan


def test_a_warning_sign_is_taken_back(trained: Terminal) -> None:
    asked = trained.json("today")
    trained("pain", "--sign", "calf")
    assert trained.json("today") != asked
    assert trained("undo").out == "Undone: the warning sign.\n"
    assert trained.json("today") == asked


def test_training_after_both_settings_comes_back(trained: Terminal) -> None:
    trained("set", "plyo", "no")
    trained("set", "sounds", "no")
    trained("log", "back squat 30x5@7")
    assert trained("undo").out == "Undone: a set of Barbell back squat.\n"
    assert trained("undo").out == "Undone: sounds on or off.\n"


def test_a_finished_session_is_opened_behind_two_settings(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    trained("finish")
    trained("set", "plyo", "no")
    trained("set", "sounds", "no")
    said = [trained("undo").out for _ in range(3)]
    assert said[2] == "Undone: the end of the session. It is open again.\n"
    assert NEXT_TUESDAY.isoformat() not in in_year(trained.home)
