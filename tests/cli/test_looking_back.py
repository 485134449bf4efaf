"""`review`, `history`, `progress`, `run`, `amend`, `erase`: what was done, and putting it right."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from support.command import NEXT_TUESDAY, THURSDAY, TUESDAY, WEDNESDAY, Terminal, shape
from support.home import Clock, do_session, on_disk, set_up

NEW_YEAR = "2026-11-24"


def test_the_json_of_the_history_has_exactly_the_promised_fields(trained: Terminal) -> None:
    answer = trained.json("history")
    assert [each["date"] for each in answer["sessions"]] == ["2026-11-26", "2026-11-24"]
    assert shape(answer["sessions"][0]) == {
        "id": "str",
        "date": "str",
        "phase": "str",
        "name": "str",
        "minutes": "int",
        "exercises": [
            {
                "exercise": "str",
                "sets": [
                    {
                        "weight_kg": "float",
                        "reps": "int",
                        "seconds": "NoneType",
                        "right": "NoneType",
                        "rpe": "float",
                        "kind": "str",
                    }
                ],
            }
        ],
    }


def test_history_newest_first_with_the_session_under_way(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    heads = [line for line in trained("history").lines if line and not line.startswith(" ")]
    assert [line.split(" · ")[0] for line in heads] == [
        "Tue 1 Dec 2026",
        "Thu 26 Nov 2026",
        "Tue 24 Nov 2026",
    ]
    assert len(trained.json("history", "--last", "1")["sessions"]) == 1


def test_one_day_in_full_numbers_its_sets(trained: Terminal) -> None:
    lines = trained("history", "2026-11-24").lines
    assert lines[0] == "Tue 24 Nov 2026 · base · A · squat, push, turn · felt 7 of 10"
    assert lines[1:4] == ["  Barbell back squat", "    set 1   20 kg × 5 @6", "    set 2   22.5 kg × 5 @6"]


def test_a_day_that_is_still_to_come_is_not_history(trained: Terminal) -> None:
    assert [each["date"] for each in trained.on(WEDNESDAY).json("history")["sessions"]] == ["2026-11-24"]


def test_the_json_of_progress_has_exactly_the_promised_fields(trained: Terminal) -> None:
    answer = trained.json("progress", "back squat")
    assert answer["exercise"] == "back_squat"
    assert answer["records"] == []
    assert [shape(each) for each in answer["points"]] == [
        {
            "date": "str",
            "phase": "str",
            "e1rm_kg": "float",
            "body_kg": "NoneType",
            "top_kg": "float",
            "reps": "int",
            "rpe": "float",
            "counted": "bool",
        }
    ]


def test_progress_in_a_line_for_each_time(trained: Terminal) -> None:
    said = trained("progress", "back squat")
    assert said.lines[0] == "Barbell back squat"
    assert said.lines[1].startswith("  Tue 24 Nov 2026  base  30 kg × 5 @6  e1RM ")
    assert trained("progress", "suitcase carry").err == "It has not been done yet.\n"


def test_the_json_of_the_review_has_exactly_the_promised_fields(trained: Terminal) -> None:
    answer = trained.json("review", "--week", "2026-W48")
    assert list(answer) == [
        *("week", "phase", "sessions", "tonnage_kg", "hard_sets", "lifts", "rpe_drift", "coverage"),
        *("run_minutes", "lift_minutes", "records", "insights", "decisions"),
    ]
    assert answer["week"] == "2026-W48"
    assert answer["sessions"] == {"planned": 2, "done": 2}
    assert shape(answer["lifts"][0]) == {
        "exercise": "str",
        "e1rm_kg": "float",
        "body_kg": "NoneType",
        "change_pct": "NoneType",
        "kept_pct": "NoneType",
    }
    assert set(answer["coverage"]) == {"SLS", "SLB", "ROT", "REC", "PSH", "PLL"}
    assert shape(answer["insights"]) == [{"code": "str", "text": "str"}]
    assert answer["decisions"][0]["kind"] == "carry_on"


def test_the_review_in_words(trained: Terminal) -> None:
    said = trained("review", "--week", "2026-W48")
    assert said.lines[0] == "Week 48 · from 23 Nov · base"
    assert "2 of 2 sessions done" in said.lines[1]
    labels = [line[2:12].strip() for line in said.lines if line.startswith("  ")]
    assert {"sessions", "hard sets", "tonnage", "effort", "coverage", "next"} <= set(labels)


def test_a_week_under_way_counts_what_is_planned_in_one_way(trained: Terminal) -> None:
    """Before the first of two sessions, and after it."""
    for done in (0, 1):
        if done:
            do_session(on_disk(trained.home, Clock(NEXT_TUESDAY)))
        week = ("--week", NEXT_TUESDAY.isoformat())
        said = trained("review", *week)
        assert f"{done} of 2 sessions so far." in said.out
        assert f"  sessions  {done} of 2 so far" in said.lines
        assert trained.json("review", *week)["sessions"] == {"planned": 2, "done": done}
        assert f"- Sessions: {done} of 2 so far" in trained("review", "--markdown", *week).lines


def test_without_a_week_it_is_the_one_that_has_most_to_say(trained: Terminal) -> None:
    """Tuesday: last week, until this week's first session is done, on screen as here."""
    assert trained.json("review")["week"] == "2026-W48"
    do_session(on_disk(trained.home, Clock(NEXT_TUESDAY)))
    assert trained.json("review")["week"] == "2026-W49"


def test_a_week_is_written_as_a_week(trained: Terminal) -> None:
    assert trained.json("review", "--week", "2026-11-25")["week"] == "2026-W48"
    said = trained("review", "--week", "last")
    assert said.status == 2
    assert said.err.startswith("Invalid value for '--week': \"last\" is not a week; write it as 2026-W47.")


def test_the_week_as_markdown_tells_the_same_figures(trained: Terminal) -> None:
    said = trained("review", "--week", "2026-W48", "--markdown")
    figures = trained.json("review", "--week", "2026-W48")
    assert said.lines[0] == "# Week 48, 23 to 29 Nov 2026"
    assert f"- Sessions: {figures['sessions']['done']} of {figures['sessions']['planned']}" in said.lines
    for insight in figures["insights"]:
        assert f"- {insight['text']}" in said.lines


def test_the_picture_of_a_week_is_never_written_over_another_file(trained: Terminal) -> None:
    picture = trained.home.parent / "week.svg"
    picture.write_text("mine")
    said = trained("review", "--week", "2026-W48", "--svg", str(picture))
    assert (said.status, said.out) == (0, "")
    assert picture.read_text() == "mine"
    assert (trained.home.parent / "week-2.svg").read_text().startswith("<svg ")
    assert "week-2.svg" in said.err


# Runs


def test_runs_as_people_type_them(at: Terminal) -> None:
    assert at("run", "add", "12,3km", "65min").out == "Added: 12.3 km, 1 h 5 min, quality.\n"
    at.on(WEDNESDAY)("run", "add", "8km in 44:30", "--kind", "e", "--rpe", "3")
    assert at.on(WEDNESDAY).json("run", "list")["runs"][0] | {"id": ""} == {
        "id": "",
        "date": "2026-11-25",
        "kind": "E",
        "km": 8.0,
        "minutes": 44.5,
        "rpe": 3.0,
    }
    assert at.on(WEDNESDAY)("run", "list").lines[0].strip() == "Wed 25 Nov 2026  8 km, 44 min, easy"


def test_a_run_that_makes_no_sense(at: Terminal) -> None:
    said = at("run", "add", "far")
    assert said.status == 2
    assert said.err == "I could not read “far”: a run is a distance, a time or both, as in 12.3km 65min.\n"


# Putting it right


def sets_of(at: Terminal, day: str, exercise: str) -> list[tuple[float, int, float]]:
    sessions = at.json("history", day)["sessions"]
    found = next(each for each in sessions[0]["exercises"] if each["exercise"] == exercise)
    return [(each["weight_kg"], each["reps"], each["rpe"]) for each in found["sets"]]


def test_a_set_is_corrected_and_later_advice_follows(trained: Terminal) -> None:
    before = trained.json("why", "back squat")["inputs"]["e1rm_kg"]
    said = trained("amend", NEW_YEAR, "back squat", "5", "60x5@8")
    assert said.out == "Barbell back squat, set 5: 60 kg × 5 @8\n"
    assert trained.json("why", "back squat")["inputs"]["e1rm_kg"] > before


def test_what_is_not_said_stays(trained: Terminal) -> None:
    trained("amend", NEW_YEAR, "back squat", "1", "x4")
    assert sets_of(trained, NEW_YEAR, "back_squat")[0] == (20.0, 4, 6.0)


def test_the_number_after_the_last_adds_a_set(trained: Terminal) -> None:
    trained("amend", NEW_YEAR, "back squat", "6", "32.5x5@7")
    assert sets_of(trained, NEW_YEAR, "back_squat")[-1] == (32.5, 5, 7.0)
    said = trained("amend", NEW_YEAR, "back squat", "9", "32.5x5@7")
    assert (said.status, said.err) == (1, "There are 6 sets of Barbell back squat; 7 would add one.\n")


def test_a_week_before_the_plan_is_called_that(trained: Terminal) -> None:
    assert trained("review", "--week", "2025-W10").lines[1] == "A week before your plan began."


def test_one_set_is_one(at: Terminal) -> None:
    at("log", "front plank 45s")
    said = at("amend", str(at.day), "front plank", "3", "45s")
    assert said.err == "There is 1 set of Front plank; 2 would add one.\n"


@pytest.mark.parametrize("exercise", ["back_squat", "sl_rdl_row", "half_kneel_chop", "pogo", "push_up"])
def test_an_erased_set_comes_back_with_the_line_that_was_given(trained: Terminal, exercise: str) -> None:
    before = trained.json("history", NEW_YEAR)
    said = trained("erase", NEW_YEAR, exercise, "2")
    assert said.status == 0
    assert trained.json("history", NEW_YEAR) != before
    command = said.err.splitlines()[-1].split("`")[1].removeprefix("runlift ")
    assert trained(*command.split()).status == 0
    assert trained.json("history", NEW_YEAR) == before


def test_an_erased_session_can_be_restored(trained: Terminal) -> None:
    before = trained.json("history")
    assert trained("erase", NEW_YEAR).out == "Erased: A · squat, push, turn, Tue 24 Nov 2026.\n"
    assert [each["date"] for each in trained.json("history")["sessions"]] == ["2026-11-26"]
    assert trained("erase", NEW_YEAR).status == 1
    assert trained("restore", "--session", NEW_YEAR).status == 0
    assert trained.json("history") == before
    said = trained("restore", "--session", NEW_YEAR)
    assert (said.status, said.err) == (1, "No session of Tue 24 Nov 2026 was erased.\n")


def test_a_set_of_the_session_under_way_can_be_put_right_and_undone(at: Terminal) -> None:
    at("log", "back squat 40x5@6")
    at("amend", NEW_YEAR, "back squat", "1", "45x5")
    assert sets_of(at, NEW_YEAR, "back_squat") == [(45.0, 5, 6.0)]
    at("undo")
    assert sets_of(at, NEW_YEAR, "back_squat") == [(40.0, 5, 6.0)]


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (("amend", "2026-11-25", "back squat", "1", "60x5"), 1),
        (("amend", NEW_YEAR, "front plank", "1", "45s"), 1),
        (("amend", NEW_YEAR, "back squat", "1", "60x5,5"), 2),
        (("amend", NEW_YEAR, "back squat", "zero", "60x5"), 2),
        (("erase", NEW_YEAR, "back squat", "9"), 1),
        (("erase", "2026-11-25"), 1),
    ],
)
def test_what_is_not_there_cannot_be_put_right(trained: Terminal, argv: tuple[str, ...], status: int) -> None:
    before = trained.json("history")
    assert trained(*argv).status == status
    assert trained.json("history") == before
    assert trained.on(THURSDAY).day == THURSDAY


def test_minutes_are_those_that_were_lifted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three sets, each twelve minutes after the one before: 24 minutes, not the planned hour; then one set alone."""
    clock = Clock(TUESDAY)
    book = set_up(on_disk(tmp_path, clock))
    planned = book.begin().session.minutes
    for _ in range(3):
        book.sets.log(0, rpe=7)
        clock.pass_by(minutes=12)
    at = Terminal(tmp_path, capsys)
    assert [each["minutes"] for each in at.json("history")["sessions"]] == [24], "the one under way too"
    book.finish()
    clock.turn_to(THURSDAY)
    book.sets.log(0, rpe=7)
    later, first = at.on(THURSDAY).json("history")["sessions"]
    assert first["minutes"] == 24 != planned
    assert later["minutes"] == book.begin().session.minutes, "a clock of nought minutes says nothing"
    assert "from its start to its last set" in " ".join(at("history", "--help").out.split())


def test_one_lift_with_the_body_in_it_has_one_maximum_in_every_place(trained: Terminal) -> None:
    """The load on top and all that moves, which add up; no share of the body is left for the reader to guess."""
    trained("log", "step_up_knee_drive 10x8@8")
    trained("finish", "--rpe", "7")
    lift = next(
        each
        for each in trained.json("review", "--week", "2026-W49")["lifts"]
        if each["exercise"] == "step_up_knee_drive"
    )
    on_top = round(lift["e1rm_kg"] - lift["body_kg"], 1)
    assert 20 < on_top < lift["body_kg"] < 68
    said = f"bw + {on_top:g} kg ({lift['e1rm_kg']:g} kg with {lift['body_kg']:g} kg of you)"
    assert said in " ".join(trained("review", "--week", "2026-W49").out.split())
    assert said in trained("progress", "step_up_knee_drive").out
    assert f"kg with {lift['body_kg']:g} kg of you" in " ".join(
        trained("why", "step_up_knee_drive").out.split()
    )
    point = trained.json("progress", "step_up_knee_drive")["points"][-1]
    assert (point["e1rm_kg"], point["body_kg"]) == (lift["e1rm_kg"], lift["body_kg"])
    shown = re.search(r"bw\+(\d+) kg", trained("review", "--week", "2026-W49", "--markdown").out)
    assert shown is not None
    assert abs(int(shown[1]) - on_top) <= 0.5


def test_progress_says_two_dumbbells_as_the_history_does(trained: Terminal) -> None:
    trained("log", "step_up_knee_drive 10x8@8")
    trained("finish", "--rpe", "7")
    said = "bw + 2 × 10 kg × 8"
    assert said in trained("history", "--last", "1").out
    assert said in trained("progress", "step_up_knee_drive").out


def test_the_json_keeps_quarters_of_a_kilogram(trained: Terminal) -> None:
    for day, load in ((NEXT_TUESDAY, "12.5"), (NEXT_TUESDAY + timedelta(days=2), "13.75")):
        trained.on(day)("log", f"goblet squat {load}x8@8")
        answer = trained.on(day).json("finish", "--rpe", "7")
    assert {"weight": 13.75}.items() <= {each["kind"]: each["value"] for each in answer["records"]}.items()
    later = trained.on(NEXT_TUESDAY + timedelta(days=2))
    assert later.json("progress", "goblet squat")["points"][-1]["top_kg"] == 13.75
    assert later.json("progress", "goblet squat")["records"][0]["value"] == 13.75
    assert 13.75 in [each["value"] for each in later.json("review", "--week", "2026-W49")["records"]]


def test_the_review_tells_the_lifts_and_the_records_of_the_screen(trained: Terminal) -> None:
    text = " ".join(trained("review", "--week", "2026-W48").out.split())
    sheet = trained("review", "--week", "2026-W48", "--markdown").out
    table = sheet.partition("## Strength")[2].partition("## Hard sets")[0]
    lifts = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(lifts) > 2
    assert [name for name in lifts if f"e1RM {name}" not in text] == []


def test_minutes_in_the_json_carry_no_noise(trained: Terminal) -> None:
    minutes = trained.json("review", "--week", "2026-W48")["lift_minutes"]
    assert minutes == round(minutes, 1)
