"""`runlift log`, `undo`, `redo`: sets as people type them, and what is said when they cannot be read."""

from datetime import date

import pytest
from support.command import NEXT_THURSDAY, NEXT_TUESDAY, THURSDAY, WEDNESDAY, Terminal, shape


def logged(at: Terminal, line: str) -> list[dict[str, object]]:
    """What the log says of a line: the sets, without their instant."""
    sets = at("log", line, "--json").json["logged"]
    return [{key: value for key, value in each.items() if key != "at"} for each in sets]


def test_the_json_of_a_logged_set_has_exactly_the_promised_fields(at: Terminal) -> None:
    answer = at.json("log", "back squat 40x5@6")
    assert shape(answer) == {
        "logged": [
            {
                "exercise": "str",
                "weight_kg": "float",
                "reps": "int",
                "seconds": "NoneType",
                "right": "NoneType",
                "rpe": "float",
                "at": "str",
            }
        ],
        "session": "str",
        "next": {"exercise": "str", "n": "int"},
    }
    assert answer["logged"][0]["at"].startswith("2026-11-24T")
    assert answer["next"] == {"exercise": "back_squat", "n": 2}


@pytest.mark.parametrize(
    ("line", "kg", "reps", "rpe"),
    [
        ("back squat 40x5@8", 40.0, 5, 8.0),
        ("Back-Squats 40 x 5 @ 8", 40.0, 5, 8.0),
        ("back_squat 42,5x5@8", 42.5, 5, 8.0),
        ("squat 100lbx5@7.5", 45.359, 5, 7.5),
        ("back squat x4", 20.0, 4, None),
        ("back squat 40x5 2rir", 40.0, 5, 8.0),
    ],
)
def test_one_set_as_typed(at: Terminal, line: str, kg: float, reps: int, rpe: float | None) -> None:
    assert logged(at, line) == [
        {
            "exercise": "back_squat",
            "weight_kg": kg,
            "reps": reps,
            "seconds": None,
            "right": None,
            "rpe": rpe,
        }
    ]


def test_three_sets_fill_the_next_open_ones_in_order(trained: Terminal) -> None:
    answer = trained.json("log", "back squat 30x5,5,4@8")
    assert [each["reps"] for each in answer["logged"]] == [5, 5, 4]
    done = [each["done"] for each in trained.json("today")["session"]["exercises"][0]["sets"] if each["n"]]
    assert [each["reps"] for each in done] == [5, 5, 4]
    assert answer["next"]["exercise"] != "back_squat"


def test_what_takes_turns_comes_next(at: Terminal) -> None:
    """One push-up, then the calf raise at once, then the push-up again."""
    said = " ".join(at("log", "push up x8").out.split())
    assert "next Loaded single-leg calf raise · 10 kg × 10 each side @7 · no rest · " in said
    assert at.json("log", "calf_raise_heavy 10x10")["next"] == {"exercise": "push_up", "n": 2}


def test_more_sets_than_planned_are_fine(trained: Terminal) -> None:
    trained("log", "back squat 25x5@8 x5")
    sets = [each for each in trained.json("today")["session"]["exercises"][0]["sets"] if each["n"]]
    assert [each["n"] for each in sets] == [1, 2, 3, 4, 5]
    assert [each["rpe_target"] is None for each in sets] == [False, False, False, True, True]


def test_a_weight_is_that_of_one_hand_and_is_stored_for_both(at: Terminal) -> None:
    answer = at.on(THURSDAY).json("log", "split squat rear 22.5x6@8")
    assert answer["logged"][0]["weight_kg"] == 45.0
    assert "2 × 22.5 kg × 6 each side @8" in at.on(THURSDAY)("today").out


def test_left_and_right_are_told_apart(at: Terminal) -> None:
    at("log", "sl rdl row 10x8/7@8.5")
    assert "10 kg × 8 left, 7 right @8.5" in at("today").out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sl rdl row 10x8/7@8.5", {"reps": 8, "seconds": None, "right": {"reps": 7, "seconds": None}}),
        ("side plank 45s/40s", {"reps": None, "seconds": 45, "right": {"reps": None, "seconds": 40}}),
        ("front plank 45s@7", {"reps": None, "seconds": 45, "right": None}),
        ("pogo 20c", {"reps": 20, "seconds": None, "right": None}),
    ],
)
def test_every_json_tells_seconds_and_both_sides_alike(
    at: Terminal, line: str, expected: dict[str, object]
) -> None:
    said = logged(at, line)[0]
    entries = at.json("today")["session"]["exercises"]
    shown = next(
        row["done"]
        for each in entries
        if each["exercise"] == said["exercise"]
        for row in each["sets"]
        if row["done"]
    )
    told = at.json("history")["sessions"][0]["exercises"][0]["sets"][0]
    for done in (said, shown, told):
        assert {key: done[key] for key in expected} == expected


def test_sides_are_refused_where_there_are_none(at: Terminal) -> None:
    said = at("log", "back squat 40x5/4")
    assert said.status == 2
    assert said.err == "This exercise is not done side by side, so a set has one number.\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("front plank 45s@7", {"exercise": "plank", "weight_kg": None, "seconds": 45, "reps": None}),
        ("front plank 1:30", {"exercise": "plank", "weight_kg": None, "seconds": 90, "reps": None}),
        ("pogo 20c", {"exercise": "pogo", "weight_kg": None, "seconds": None, "reps": 20}),
        ("push up bw+10x5", {"exercise": "push_up", "weight_kg": 10.0, "seconds": None, "reps": 5}),
        ("chop medium x8", {"exercise": "half_kneel_chop", "weight_kg": None, "seconds": None, "reps": 8}),
        ("assisted pull up -20x8", {"exercise": "pull_up_assisted", "weight_kg": -20.0, "reps": 8}),
        ("assisted pull up 20x8", {"exercise": "pull_up_assisted", "weight_kg": -20.0, "reps": 8}),
    ],
)
def test_what_counts_follows_the_exercise(at: Terminal, line: str, expected: dict[str, object]) -> None:
    found = logged(at, line)[0]
    assert {key: found[key] for key in expected} == expected


def test_quotes_are_welcome_and_not_needed(at: Terminal) -> None:
    assert at("log", "back", "squat", "40x5@6").status == 0
    assert at("log", "assisted", "pull", "up", "-20x8").status == 0


def test_an_exercise_outside_the_session_joins_it(at: Terminal) -> None:
    at("log", "front plank 45s@7")
    assert at.json("today")["session"]["exercises"][-1]["exercise"] == "plank"


def test_a_rest_day_gets_a_session_of_its_own(at: Terminal) -> None:
    answer = at.on(WEDNESDAY).json("log", "front plank 45s@7")
    assert answer["next"] is None
    session = at.on(WEDNESDAY).json("today")["session"]
    assert (session["name"], session["id"]) == ("Own session", answer["session"])


def test_the_answer_says_what_was_done_and_what_is_next(at: Terminal) -> None:
    said = at("log", "back squat 40x5@8")
    assert said.lines[:2] == ["Barbell back squat", "  done      40 kg × 5 @8"]
    assert said.lines[-1].startswith("  next      Single-leg RDL to row · 4 kg × 5 each side @7 · ")


def test_a_hard_set_says_why_the_next_one_is_lighter(trained: Terminal) -> None:
    said = trained("log", "back squat x2@9")
    assert "That was hard: the next set is lighter." in said.out
    assert "next" in said.lines[-1]


# What cannot be read


def test_an_unknown_exercise_is_answered_with_a_guess(at: Terminal) -> None:
    said = at("log", "bird dgo x8")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith('No exercise is called "bird dgo". Did you mean Bird dog')


def test_an_ambiguous_exercise_is_answered_with_the_candidates(at: Terminal) -> None:
    said = at("log", "carry 20x8")
    assert said.status == 2
    assert said.err.startswith('"carry" could be ')
    assert "Suitcase carry" in said.err
    assert said.err.endswith("; say a little more.\n")


def test_nonsense_is_pointed_at(at: Terminal) -> None:
    said = at("log", "back squat 60x5@wow")
    assert said.status == 2
    typed, carets, sentence = said.err.splitlines()
    assert typed == "  back squat 60x5@wow"
    assert typed[carets.index("^") : len(carets)] == "@wow"
    assert sentence.startswith("I could not read “@wow”")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("back squat", "Say what you did after the exercise: split squat 22.5x6@8."),
        ("back squat 60x5@11", "I could not read “@11”: RPE goes from 1 to 10."),
        ("back squat 6000x5", "I could not read “6000”: weights go up to 1000 kg."),
        ("x8", "Say what you did after the exercise: split squat 22.5x6@8."),
    ],
)
def test_every_mistake_ends_in_one_sentence_and_changes_nothing(
    at: Terminal, line: str, sentence: str
) -> None:
    said = at("log", line)
    assert said.status == 2
    assert said.err.splitlines()[-1] == sentence
    assert at.json("today")["session"]["id"] is None


def test_an_option_that_does_not_exist_is_not_taken_for_a_word(at: Terminal) -> None:
    said = at("log", "back squat", "60x5", "--jsno")
    assert (said.status, said.err) == (2, "There is no option --jsno here.\n")


def test_a_bare_number_is_told_the_three_things_it_can_count(at: Terminal) -> None:
    said = at("log", "pogo 20")
    assert said.status == 2
    assert "write x20 for reps, 20s for seconds, 20c for contacts, or a weight and reps like 60x8" in said.err
    assert "20 contacts" in at("log", "pogo 20c").out


def test_reps_of_a_hold_are_said_to_be_seconds(at: Terminal) -> None:
    said = at("log", "plank x5")
    assert "5 s" in said.out
    assert (
        said.err == "Holds are counted in seconds: x5 is logged as 5 s, and `runlift undo` takes it back.\n"
    )
    assert at("log", "plank 45s").err == ""
    assert at("log", "plank 2x45").err == ""


SLIP = "That is far from all you have done with this exercise."


def test_a_slip_of_the_finger_is_asked_about_and_kept(trained: Terminal) -> None:
    said = trained("log", "back squat 1000x5@7")
    assert said.status == 0
    assert said.err == f"{SLIP} It was logged as it is; `runlift undo` takes it back.\n"
    assert trained("log", "back squat 30x5@7").err == ""


def test_a_set_like_one_that_was_kept_is_not_asked_about_again(trained: Terminal) -> None:
    assert SLIP in trained("log", "back squat 80x5@7").err
    assert trained("log", "back squat 80x5@7").err == ""
    assert trained("log", "back squat 82.5x4@7").err == ""
    assert SLIP in trained("log", "back squat 800x5@7").err
    assert SLIP in trained("log", "back squat 80x12@7").err


def test_a_set_like_one_of_another_day_is_known(trained: Terminal) -> None:
    assert SLIP in trained("log", "back squat 80x5@7").err
    trained("finish")
    assert trained.on(NEXT_THURSDAY)("log", "back squat 80x5@7").err == ""


def test_a_bar_has_a_weight_of_its_own(at: Terminal) -> None:
    sentence = "A bar has a weight of its own: the empty one is 20x5, and x5 means what is planned.\n"
    said = at("log", "back squat 0x5")
    assert (said.status, said.err) == (2, sentence)
    assert at("log", "single-leg rdl to row 0x5").err == ""
    at("log", "back squat 20x5")
    said = at("amend", str(at.day), "back squat", "1", "0x5")
    assert (said.status, said.err) == (2, sentence)


def test_less_than_the_empty_bar_is_logged_and_said_once(at: Terminal) -> None:
    said = at("log", "back squat 10x5")
    assert said.err == (
        "10 kg is less than the empty bar, which weighs 20 kg. It was logged as it is; `runlift undo` takes it back.\n"
    )
    assert "10 kg × 5" in said.out
    assert at("log", "back squat 20lbx5").err == ""


def test_a_first_time_far_over_its_start_is_asked_about(at: Terminal) -> None:
    assert SLIP in at("log", "sl rdl row 100x8").err
    assert SLIP not in at.on(THURSDAY)("log", "trap bar 60x5@7").err


def test_what_was_done_the_same_day_is_known(at: Terminal) -> None:
    assert at("log", "goblet squat 33lbx8@8").err == ""
    assert SLIP in at("log", "goblet squat 3x8").err
    assert SLIP not in at("log", "goblet squat 16x8").err


def test_the_load_that_was_asked_for_is_meant_however_hard_it_was(trained: Terminal) -> None:
    first = trained.json("today")["session"]["exercises"][0]["sets"]
    asked = next(each["weight_kg"] for each in first if each["n"] == 1)
    assert trained("log", f"back squat {asked}x2@10").err == ""


def test_a_corrected_set_is_asked_about_too(trained: Terminal) -> None:
    said = trained("amend", "2026-11-24", "back squat", "3", "999x5@9")
    assert said.status == 0
    assert f"{SLIP} It is kept as it is; `runlift undo` takes it back." in said.err
    assert "30 kg × 5 @9" in trained("amend", "2026-11-24", "back squat", "3", "30x5@9").out
    assert SLIP not in trained("amend", "2026-11-24", "back squat", "3", "32.5x5@9").err


@pytest.mark.parametrize("verb", [("log", "back squat 60x5"), ("skip", "--reason", "ill"), ("pain", "knee", "3"),
                                  ("run", "add", "8km", "50min")])  # fmt: skip
def test_a_day_far_ahead_is_refused_with_one_sentence(trained: Terminal, verb: tuple[str, ...]) -> None:
    said = trained(*verb, "--date", "2040-01-01")
    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("Sun 1 Jan 2040 is ")
    assert said.err.endswith(" days ahead, so nothing was written down; is the date right?\n")
    assert trained.on(date(2040, 1, 1)).json("history")["sessions"][0]["date"] == "2026-11-26"


def test_an_emptied_session_of_another_day_is_let_go(at: Terminal) -> None:
    ahead = at.on(NEXT_TUESDAY)
    ahead("log", "back squat 60x5@8")
    assert at("undo").out == "Undone, Tue 1 Dec: a set of Barbell back squat.\n"
    at("log", "back squat 40x5@8")
    assert [each["date"] for each in at.json("history")["sessions"]] == ["2026-11-24"]
    assert ahead.json("history", NEXT_TUESDAY.isoformat())["sessions"] == []


def test_the_day_of_a_session_that_is_still_to_come_shows_it(at: Terminal) -> None:
    at.on(NEXT_TUESDAY)("log", "front plank 45s")
    at("log", "back squat 40x5@8")
    said = at("history")
    assert "There is a session on 2026-12-01, which is still to come" in said.err
    assert "Front plank" in at("history", "2026-12-01").out
    assert [each["date"] for each in at.json("history", "2026-12-01")["sessions"]] == ["2026-12-01"]
    assert at("history", "2026-12-02").err == "Nothing is logged on Wed 2 Dec 2026.\n"


def test_a_set_after_a_warning_sign_is_kept_and_met_with_a_sentence(at: Terminal) -> None:
    at("pain", "--sign", "chest")
    said = at("log", "back squat 40x5@8")
    assert said.status == 0
    assert said.err.startswith("It is logged. Stop now.")
    assert said.err.endswith("`runlift pain --seen` says that a clinician has looked and training is fine.\n")
    at("pain", "--seen")
    assert at("log", "back squat 40x5@8").err == ""


# Other days


def test_a_session_logged_late_counts_for_the_days_after_it(at: Terminal) -> None:
    at.on(THURSDAY)("log", "trap bar 60x5@7")
    at("log", "back squat 60x5@7")
    at.on(NEXT_TUESDAY)("log", "front plank 45s")
    history = at.on(NEXT_TUESDAY).json("history")["sessions"]
    assert [each["date"] for each in history] == ["2026-12-01", "2026-11-26", "2026-11-24"]
    squat = at.on(NEXT_TUESDAY).json("why", "back squat")
    assert squat["inputs"]["last"]["date"] == "2026-11-24"


def test_a_session_left_open_is_closed_by_the_next_one_and_said(at: Terminal) -> None:
    at("log", "back squat 40x5@8")
    said = at.on(THURSDAY)("log", "trap bar 60x5@7")
    assert said.err == "The session of Tue 24 Nov was left open; it is closed now, as it stood.\n"


def test_logging_after_the_finish_opens_the_session_again(at: Terminal) -> None:
    first = at.json("log", "back squat 40x5@8")["session"]
    at("finish")
    said = at("log", "sl rdl row 10x5@8", "--json")
    assert said.json["session"] == first
    assert said.err == "The session was finished already; it is open again until `runlift finish`.\n"
    at("finish")
    assert len(at.json("history")["sessions"]) == 1


# Undo and redo


def test_undo_takes_sets_back_one_by_one_and_redo_brings_them_back(at: Terminal) -> None:
    at("log", "back squat 40x5@6")
    at("log", "back squat 50x5@8")
    assert at("undo").out == "Undone: a set of Barbell back squat.\n"
    assert at("undo").status == 0
    said = at("undo")
    assert (said.status, said.err) == (1, "There is nothing to undo.\n")
    assert at("redo").out == "Done again: a set of Barbell back squat.\n"
    assert at("redo").status == 0
    assert at("redo").status == 1
    assert [each["weight_kg"] for each in at.json("history")["sessions"][0]["exercises"][0]["sets"]] == [
        40,
        50,
    ]


def test_nobody_logs_in_a_home_without_a_runner(empty: Terminal) -> None:
    said = empty("log", "back squat 40x5")
    assert said.status == 2
    assert said.err.startswith("Nobody is set up here yet; `runlift init` does it")
    assert not empty.home.exists()
