"""`plan`, `race`, `move`: what lies ahead, and changing it only after having seen the difference."""

from datetime import date
from itertools import pairwise

import pytest
from support.command import THURSDAY, TUESDAY, Terminal, shape


def test_the_json_of_the_plan_has_exactly_the_promised_fields(at: Terminal) -> None:
    answer = at.json("plan", "--weeks", "16")
    assert list(answer) == ["races", "blocks", "days"]
    assert shape(answer["races"][0]) == {
        "id": "str",
        "name": "str",
        "date": "str",
        "distance": "str",
        "priority": "str",
        "taper": "str",
    }
    assert shape(answer["blocks"][0]) == {
        "phase": "str",
        "style": "NoneType",
        "start": "str",
        "end": "str",
        "weeks": "int",
        "run_share": "int",
        "lift_share": "int",
    }
    assert shape(answer["days"][0]) == {
        "date": "str",
        "run": "str",
        "lift": "bool",
        "phase": "str",
        "deload": "bool",
        "reasons": [{"code": "str", "text": "str"}],
    }


def test_blocks_follow_each_other_up_to_the_race(at: Terminal) -> None:
    blocks = at.json("plan")["blocks"]
    assert [each["phase"] for each in blocks[:6]] == [
        "base",
        "build",
        "peak",
        "taper",
        "race_week",
        "recovery",
    ]
    assert [each["style"] for each in blocks[:3]] == [None, "periodized", None]
    assert all(a["end"] == b["start"] for a, b in pairwise(blocks))
    assert all(each["run_share"] + each["lift_share"] == 100 for each in blocks)


def test_days_run_from_the_day_asked_for(at: Terminal) -> None:
    days = at.json("plan", "--from", "2027-03-08", "--weeks", "1")["days"]
    assert [each["date"] for each in days] == [f"2027-03-{day:02}" for day in range(8, 15)]
    assert "".join(each["run"] for each in days) == "RQEQREX"
    assert {each["phase"] for each in days} == {"race_week"}


def test_the_plan_reads_like_a_calendar(at: Terminal) -> None:
    lines = at("plan").lines
    assert lines[0] == "Berlin  Sun 14 Mar 2027  marathon, A  in 110 days"
    assert "  23 Nov       4 weeks  base                run 60 : lift 40" in lines
    assert "  23 Nov  R  Q* E  Q* R  E  L   base 1/4" in lines
    assert lines[-1] == "  R rest  E easy  Q quality  L long  X race  * lift"


def test_a_week_for_a_gym_without_phones_holds_every_set(at: Terminal) -> None:
    said = at("plan", "--week")
    days = [line.partition(":")[0] for line in said.lines if line.startswith(("Tue ", "Thu "))]
    assert days == ["Tue 24 Nov", "Thu 26 Nov"]
    assert "1 Barbell back squat   rest 3:00" in said.lines
    assert "1 Trap-bar deadlift   rest 3:00" in said.lines
    boxes = said.out.partition("Thu 26 Nov:")[0].count("[ ]")
    assert boxes == sum(len(each["sets"]) for each in at.json("today")["session"]["exercises"])


def test_on_paper_too_some_take_turns_and_the_drills_come_first(at: Terminal) -> None:
    lines = at("plan", "--week").lines
    assert "First ankle rock 8/side, march with arms 10/side, lunge and rotate" in lines
    assert "3a Push-up   superset with 3b, then rest 1:30" in lines
    assert "3b Loaded single-leg calf raise, each side" in lines


def test_what_is_done_is_not_printed_again(at: Terminal) -> None:
    at("skip", "--reason", "ill")
    assert [line[:10] for line in at("plan", "--week").lines if "about" in line] == ["Thu 26 Nov"]


# Races


def test_a_race_is_only_accepted_after_the_difference_was_seen(at: Terminal) -> None:
    said = at("race", "move", "berlin", "2027-03-28")
    assert said.status == 2
    assert "taper" in said.out
    assert said.err == "Nothing was changed; add --yes to accept this.\n"
    assert at.json("plan")["races"][0]["date"] == "2027-03-14"


def test_a_race_moved_added_and_removed(at: Terminal) -> None:
    assert at("race", "move", "berlin", "2027-03-28", "--yes").err == "Berlin is moved.\n"
    assert at("race", "add", "City Ten", "2027-01-17", "10k", "--priority", "b", "--yes").status == 0
    assert [(each["name"], each["date"]) for each in at.json("plan")["races"]] == [
        ("City Ten", "2027-01-17"),
        ("Berlin", "2027-03-28"),
    ]
    assert at("race", "remove", "ten", "--yes").status == 0
    assert [each["name"] for each in at.json("plan")["races"]] == ["Berlin"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("5k", "5k"), ("half marathon", "half"), ("21.1", "half"), ("18km", "half"), ("50 miles", "ultra")],
)
def test_distances_as_people_say_them(at: Terminal, typed: str, kind: str) -> None:
    assert at("race", "add", "Other", "2027-08-01", *typed.split(), "--yes").status == 0
    assert at.json("plan")["races"][-1]["distance"] == kind


@pytest.mark.parametrize(
    ("argv", "status", "sentence"),
    [
        (("remove", "paris"), 2, 'There is no race "paris" in the plan; there is Berlin.'),
        (("add", "Late", "2026-01-01", "10k"), 2, "Late is on Thu 1 Jan 2026, which is over"),
        (("add", "Odd", "2027-05-01", "banana"), 2, '"banana" is not a distance'),
        (("add", "Odd", "someday", "10k"), 2, "Invalid value for 'DATE': \"someday\" is not a date"),
        (("add", "Second", "2027-03-13", "10k"), 2, "Berlin is an A race in the same week"),
    ],
)
def test_races_that_cannot_be(at: Terminal, argv: tuple[str, ...], status: int, sentence: str) -> None:
    said = at("race", *argv, "--yes")
    assert said.status == status
    assert said.err.startswith(sentence)


# Moving a session


def test_a_session_moves_where_nothing_speaks_against_it(at: Terminal) -> None:
    said = at("move", "2026-11-26", "2026-11-25", "--yes")
    assert said.out == "Moved from Thu 26 Nov to Wed 25 Nov.\n"
    lifts = [each["date"] for each in at.json("plan", "--weeks", "1")["days"] if each["lift"]]
    assert lifts[:2] == ["2026-11-24", "2026-11-25"]


def test_clashes_are_named_before_anything_moves(at: Terminal) -> None:
    said = at("move", "2026-11-26", "2026-11-28")
    assert said.status == 2
    assert "the day before your long run" in said.err
    assert said.err.splitlines()[-1] == "Nothing was changed; add --yes to move it all the same."
    assert at.on(THURSDAY).json("today")["rest_day"] is False


@pytest.mark.parametrize(
    ("day", "new", "status"),
    [
        ("2026-11-25", "2026-11-27", 1),
        ("2026-11-26", "2026-11-26", 1),
        ("2026-11-26", "2026-11-24", 2),
        ("2026-11-26", "2026-11-23", 2),
    ],
)
def test_moves_that_cannot_be(at: Terminal, day: str, new: str, status: int) -> None:
    said = at("move", day, new, "--yes")
    assert said.status == status
    assert len(said.err.splitlines()) == 1
    assert at.day == TUESDAY


def test_a_moved_session_is_that_days_session(at: Terminal) -> None:
    at("move", "2026-11-26", "2026-11-27", "--yes")
    moved = at.on(date(2026, 11, 27))
    assert moved.json("today")["rest_day"] is False
    assert any(each["code"] == "MOVED_BY_YOU" for each in moved.json("today")["reasons"])
