"""`finish`, `skip`, `modify`, `pain`, `why`: a session from its middle to its end."""

import re

import pytest
from support.command import NEXT_THURSDAY, NEXT_TUESDAY, THURSDAY, WEDNESDAY, Terminal, shape


def first_lift(at: Terminal) -> dict[str, object]:
    found: dict[str, object] = at.json("today")["session"]["exercises"][0]
    return found


# Finish


def test_the_json_of_a_finish_has_exactly_the_promised_fields(trained: Terminal) -> None:
    trained("log", "back squat 32.5x5@7")
    answer = trained.json("finish", "--rpe", "7")
    assert shape(answer) == {
        "session": "str",
        "records": [
            {
                "exercise": "str",
                "kind": "str",
                "value": "float",
                "previous": "float",
                "amount": "int",
                "weight_kg": "float",
            }
        ],
        "changes": [
            {
                "exercise": "str",
                "next_exercise": "str",
                "from_kg": "float",
                "to_kg": "float",
                "reasons": [{"code": "str", "text": "str"}],
            }
        ],
    }
    assert answer["records"][0] | {"value": 0, "previous": 0} == {
        "exercise": "back_squat",
        "kind": "weight",
        "value": 0,
        "previous": 0,
        "amount": 5,
        "weight_kg": 32.5,
    }


def test_the_next_load_is_the_one_that_was_announced(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7.5 x3")
    change = trained.json("finish")["changes"][0]
    after = trained.on(NEXT_THURSDAY)
    after("skip", "--reason", "work ran late")
    following = after.json("today", "--date", "2026-12-08")["session"]["exercises"][0]
    assert following["exercise"] == change["exercise"] == "back_squat"
    assert following["sets"][-1]["weight_kg"] <= change["to_kg"]
    top = next(each for each in following["sets"] if each["n"] == 1)
    assert top["weight_kg"] == change["to_kg"]


def test_a_finish_reads_like_a_summary(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7.5")
    lines = trained("finish").lines
    assert lines[0] == "A · squat, push, turn · Tue 1 Dec · 1 set"
    assert lines[lines.index("Next time") + 1] == "  Barbell back squat"
    assert " → " in lines[lines.index("Next time") + 2]


def test_records_are_quiet_outside_the_off_season(trained: Terminal) -> None:
    trained("log", "back squat 32.5x5@7")
    assert "noted quietly" in trained("finish").out


@pytest.mark.parametrize("verb", [("finish",), ("undo",), ("redo",)])
def test_nothing_to_do_is_an_answer_of_its_own(at: Terminal, verb: tuple[str, ...]) -> None:
    said = at(*verb)
    assert (said.status, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1


def test_an_effort_outside_the_scale_is_refused(at: Terminal) -> None:
    assert at("finish", "--rpe", "11").status == 2


# Skip


def test_a_skipped_session_is_followed_by_the_next_one(at: Terminal) -> None:
    name = at.json("today")["session"]["name"]
    said = at("skip", "--reason", "work ran late")
    assert said.out == f"Skipped: {name}.\n"
    assert "Nothing has to be made up." in said.err
    assert "Skipped: work ran late." in at("today").lines
    assert at.on(THURSDAY).json("today")["session"]["name"] != name


def test_a_day_without_a_session_cannot_be_skipped(at: Terminal) -> None:
    assert at.on(WEDNESDAY)("skip", "--reason", "rain").status == 1


def test_a_skip_needs_a_reason(at: Terminal) -> None:
    assert at("skip").status == 2


# Modify


def test_a_signal_leads_down_the_ladder_and_counts_in_full(trained: Terminal) -> None:
    said = trained("modify", "back squat", "--signal", "clunky")
    assert said.status == 0
    assert said.lines[0] == "Goblet squat"
    assert "one step down" in said.out
    assert first_lift(trained)["exercise"] == "goblet_squat"


def test_any_rung_may_be_chosen_and_there_is_a_way_back(trained: Terminal) -> None:
    trained("modify", "back squat", "--signal", "unsafe", "--to", "sit to stand")
    assert first_lift(trained)["exercise"] == "sit_to_stand"
    trained("modify", "sit to stand", "--up")
    assert first_lift(trained)["exercise"] == "goblet_squat"
    trained("modify", "goblet squat", "--up")
    assert first_lift(trained)["exercise"] == "back_squat"
    assert trained("modify", "back squat", "--up").status == 1


def test_the_choice_can_be_looked_at_first(trained: Terminal) -> None:
    before = first_lift(trained)
    said = trained("modify", "back squat", "--signal", "clunky", "--list")
    assert any(
        line.startswith("  down      Goblet squat") and line.endswith("(suggested)") for line in said.lines
    )
    assert first_lift(trained) == before


def test_the_same_exercise_may_simply_get_lighter(trained: Terminal) -> None:
    trained("modify", "back squat", "--signal", "pressure", "--to", "lighter")
    lift = first_lift(trained)
    top = next(each for each in lift["sets"] if each["n"] == 1)  # type: ignore[attr-defined]
    assert lift["exercise"] == "back_squat"
    assert top["weight_kg"] < 30


def test_pain_is_asked_about_where_it_hurts(trained: Terminal) -> None:
    assert "runlift pain SITE 0-10" in trained("modify", "back squat", "--signal", "hurts").err


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (("back squat",), 2),
        (("back squat", "--signal", "bored"), 2),
        (("back squat", "--signal", "clunky", "--to", "plank"), 2),
        (("trap bar deadlift", "--signal", "clunky"), 1),
        (("nonsense", "--signal", "clunky"), 2),
    ],
)
def test_what_cannot_be_modified(trained: Terminal, argv: tuple[str, ...], status: int) -> None:
    before = first_lift(trained)
    said = trained("modify", *argv)
    assert said.status == status
    assert said.out == ""
    assert first_lift(trained) == before


# Pain


def test_a_niggle_lightens_what_it_concerns_and_says_when_to_stop(trained: Terminal) -> None:
    said = trained("pain", "knee", "4", "--yes")
    assert said.status == 0
    assert said.out.startswith("You reported pain 4 of 10 (knee)")
    assert "stop, and see a clinician" in said.err
    top = next(each for each in first_lift(trained)["sets"] if each["n"] == 1)  # type: ignore[attr-defined]
    assert top["weight_kg"] < 30


def test_strong_pain_rests_what_loads_the_spot_and_brings_what_spares_it(trained: Terminal) -> None:
    said = trained("pain", "knee", "7", "--yes")
    at = said.lines.index("Barbell back squat")
    assert said.lines[at + 1] == "  instead   Trap-bar deadlift"
    assert said.lines[-2:] == ["Two-foot pogo", "            rests today"]
    assert first_lift(trained)["exercise"] == "trap_bar_deadlift"
    assert "  No jumps today." in trained("today").lines


def test_where_nothing_spares_the_spot_the_exercise_rests(trained: Terminal) -> None:
    trained("pain", "shoulder", "7", "--yes")
    assert "  skipped   it hurts" in trained("today").lines


def test_one_exercise_alone_may_be_named(trained: Terminal) -> None:
    trained("pain", "knee", "3", "--only", "back squat")
    codes = {
        each["exercise"]: [reason["code"] for reason in each["reasons"]]
        for each in trained.json("today")["session"]["exercises"]
    }
    assert "PAIN_HOLD" in codes["back_squat"]
    assert all("PAIN_HOLD" not in found for name, found in codes.items() if name != "back_squat")


def test_the_next_morning_asks_and_the_same_verb_answers(trained: Terminal) -> None:
    trained("pain", "knee", "4")
    trained("log", "back squat x5@7")
    trained("finish")
    morning = trained.on(WEDNESDAY.replace(month=12, day=2))
    said = morning("today")
    assert "How does the knee feel this morning" in said.out
    assert "`runlift pain knee 0-10` answers." in said.err
    assert morning("pain", "knee", "6").out.startswith("It was worse the next morning")
    assert "How does the knee" not in morning("today").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("knee", "11"), '"11" is not a score; say how much it hurts from 0 to 10, as in: pain knee 4.'),
        (("knee",), '"knee" is not a score; say how much it hurts from 0 to 10, as in: pain knee 4.'),
        (("4",), "Say where it hurts, and how much; say one of achilles, ankle"),
        (("nose", "4"), '"nose" is not a place I know; say one of achilles, ankle'),
    ],
)
def test_pain_has_a_place_and_a_score(at: Terminal, words: tuple[str, ...], sentence: str) -> None:
    said = at("pain", *words)
    assert said.status == 2
    assert said.err.startswith(sentence)


def test_places_are_called_as_people_call_them(at: Terminal) -> None:
    assert at("pain", "lower back", "2").status == 0
    assert at("pain", "low", "back", "0").status == 0


# Why


def test_every_cause_of_a_number_and_what_it_came_from(trained: Terminal) -> None:
    said = trained("why", "back squat")
    assert said.lines[0] == "Barbell back squat"
    labels = [line[2:11].strip() for line in said.lines[1:]]
    assert [each for each in labels if each] == [
        "1 set",
        "2 sets",
        "because",
        "last",
        "e1RM",
        "target",
        "rest",
        "at most",
        "how",
    ]


def test_the_json_of_why(trained: Terminal) -> None:
    answer = trained.json("why", "back squat")
    assert list(answer) == ["date", "exercise", "name", "planned", "sets", "reasons", "inputs"]
    assert answer["planned"] is True
    assert answer["inputs"]["last"]["date"] == "2026-11-24"
    assert answer["inputs"]["e1rm_kg"] > 30


def test_what_is_not_planned_is_answered_as_if_it_were_added(trained: Terminal) -> None:
    said = trained("why", "front plank")
    assert said.status == 0
    assert "It is not part of today's session." in said.out
    assert trained.json("why", "front plank")["planned"] is False
    assert trained.on(NEXT_TUESDAY).json("today")["session"]["id"] is None


def test_the_next_time_of_jumps_is_a_sum_of_sets(trained: Terminal) -> None:
    trained("log", "pogo 20c x3 @6")
    assert re.search(r"3 × 20 contacts → \d × \d+ contacts", trained("finish").out)
