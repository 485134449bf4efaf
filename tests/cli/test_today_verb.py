"""`runlift today`: what a runner reads in the morning, and what another program reads."""

import re
from datetime import date, timedelta
from importlib import resources

import pytest
from support.command import TUESDAY, WEDNESDAY, Terminal, shape

DAY = {
    "date": "str",
    "phase": "str",
    "style": "NoneType",
    "deload": "bool",
    "stage": "NoneType",
    "program": "str",
    "level": "str",
    "phase_week": "int",
    "phase_weeks": "int",
    "race": {"name": "str", "date": "str", "days": "int"},
    "rest_day": "bool",
    "session": {
        "id": "NoneType",
        "name": "str",
        "minutes": "int",
        "warm_up": [{"exercise": "str", "name": "str", "reps": "int", "per_side": "bool"}],
        "exercises": [
            {
                "exercise": "str",
                "name": "str",
                "role": "str",
                "per_side": "bool",
                "load_type": "str",
                "sets": [
                    {
                        "n": "int",
                        "kind": "str",
                        "side": "NoneType",
                        "implements": "int",
                        "weight_kg": "float",
                        "weight_display": "str",
                        "reps": "int",
                        "seconds": "NoneType",
                        "contacts": "NoneType",
                        "rpe_target": "float",
                        "done": "NoneType",
                    }
                ],
                "rest_s": "int",
                "group": "NoneType",
                "reasons": [{"code": "str", "text": "str"}],
            }
        ],
    },
    "reasons": [{"code": "str", "text": "str"}],
}


def test_a_first_morning_reads_like_a_plan(at: Terminal) -> None:
    said = at("today")
    assert said.status == 0
    assert said.err == ""
    assert said.lines[:4] == [
        "Tue 24 Nov · base 1/4",
        "Easy miles, still heavy.",
        "Berlin in 110 days, Sun 14 Mar 2027",
        "",
    ]
    assert re.fullmatch(r"A · squat, push, turn · about \d+ min", said.lines[4])
    assert said.lines[5:7] == [
        "  first     ankle rock 8/side, march with arms 10/side, lunge and rotate 3/side,",
        "            once through",
    ]
    assert said.lines[7:9] == [
        "1 Barbell back squat",
        "  1 set     20 kg × 5 @7 · go up while it feels easy",
    ]
    assert said.lines[9].startswith("  why       First time: ")
    assert said.lines[10:12] == [
        "2 Single-leg RDL to row",
        "  1 set     4 kg × 5 each side @7 · go up while it feels easy",
    ]
    assert said.lines[-1] == "Your first session: begin today."


def test_a_lift_shows_its_sets_the_last_time_and_the_cause(trained: Terminal) -> None:
    lines = trained("today").lines
    at = lines.index("1 Barbell back squat")
    assert lines[at + 1 : at + 6] == [
        "  warm up   22.5 ×2",
        "  1 set     30 kg × 5 @7.5 · top set",
        "  2 sets    27.5 kg × 5 @6.5 · back-off",
        "  last      30 kg × 5 @6 (the last of 5) · 24 Nov",
        "  why       From the set that found it: 30 kg × 5 @6.",
    ]


def test_what_takes_turns_is_called_so(at: Terminal) -> None:
    lines = at("today").lines
    assert "3a Push-up · superset with 3b" in lines
    assert "3b Loaded single-leg calf raise" in lines
    exercises = at.json("today")["session"]["exercises"]
    assert [each["group"] for each in exercises[1:4]] == [
        None,
        {"kind": "superset", "number": 3, "letter": "a"},
        {"kind": "superset", "number": 3, "letter": "b"},
    ]


def test_a_circuit_of_ones_own(at: Terminal) -> None:
    """A copy of the race program whose small exercises make one round of four."""
    text = resources.files("data").joinpath("programs", "race.toml").read_text("utf-8")
    text = text.replace('name = "Race"', 'name = "Mine"').replace('"push and calf"', '"trunk"')
    own = at.home / "programs" / "mine.toml"
    own.parent.mkdir()
    own.write_text(text, encoding="utf-8")
    at("set", "program", "mine")
    assert "3a Push-up · circuit with 3b, 3c, 3d" in at("today").lines
    then = at.json("log", "push up x8")["next"]
    assert then == {"exercise": "calf_raise_heavy", "n": 1}
    at("log", "calf_raise_heavy 10x10")
    assert at.json("log", "half_kneel_chop x8")["next"] == {"exercise": "dead_bug_twist", "n": 1}
    assert at.json("log", "dead_bug_twist x6")["next"] == {"exercise": "push_up", "n": 2}


def test_the_drills_are_gone_with_the_first_set(at: Terminal) -> None:
    drills = at.json("today")["session"]["warm_up"]
    assert drills[0] == {
        "exercise": "ankle_rock",
        "name": "Half-kneeling ankle rock",
        "reps": 8,
        "per_side": True,
    }
    at("log", "back squat 40x5@6")
    assert at.json("today")["session"]["warm_up"] == []
    assert not any("ankle rock" in line for line in at("today").lines)


def test_the_json_of_a_day_has_exactly_the_promised_fields(at: Terminal) -> None:
    assert shape(at.json("today")) == DAY


def test_weights_are_kilograms_in_json_and_the_runners_unit_in_words(at: Terminal) -> None:
    at("set", "unit", "lb")
    squat = at.json("today")["session"]["exercises"][0]
    assert squat["sets"][0]["weight_display"] == "44.1 lb"
    assert squat["sets"][0]["weight_kg"] == 20
    assert "44.1 lb" in squat["reasons"][0]["text"]
    at("set", "equipment", "gym_lb")
    squat = at.json("today")["session"]["exercises"][0]
    assert squat["sets"][0]["weight_display"] == "45 lb"
    assert squat["sets"][0]["weight_kg"] == pytest.approx(45 * 0.45359237, abs=0.001)


def test_a_rest_day_says_so_why_and_what_is_next(at: Terminal) -> None:
    said = at.on(WEDNESDAY)("today")
    assert "No lifting today." in said.out
    assert "Next is Thu 26 Nov." in said.out
    answer = at.on(WEDNESDAY).json("today")
    assert answer["rest_day"] is True
    assert answer["session"] is None
    assert answer["reasons"]


def test_on_a_rest_day_each_cause_names_the_day_it_is_about(at: Terminal) -> None:
    causes = " ".join(at.on(WEDNESDAY)("today").out.split()).partition("Next is Thu 26 Nov. ")[2]
    assert causes.startswith("Wednesday is ")


def test_what_is_done_is_seen_beside_what_is_open(at: Terminal) -> None:
    at("log", "back squat 40x5@6")
    sets = at.json("today")["session"]["exercises"][0]["sets"]
    said = {"weight_kg": 40.0, "reps": 5, "rpe": 6.0}
    assert sets[0]["done"] == {**said, "seconds": None, "contacts": None, "right": None}
    assert sets[1]["done"] is None
    assert "  done      40 kg × 5 @6" in at("today").lines


def test_dead_legs_lower_the_day_and_stay_said(trained: Terminal) -> None:
    before = trained.json("today")["session"]["exercises"][0]["sets"]
    said = trained("today", "--readiness", "dead", "--json")
    after = said.json["session"]["exercises"][0]["sets"]
    assert len(after) < len(before)
    assert "undo" in said.err
    assert trained.json("today")["session"]["exercises"][0]["sets"] == after
    trained("undo")
    assert trained.json("today")["session"]["exercises"][0]["sets"] == before


def test_short_on_time_keeps_what_matters_most(trained: Terminal) -> None:
    whole = trained.json("today")["session"]
    short = trained("today", "--minutes", "12", "--json").json["session"]
    assert short["minutes"] <= 12 < whole["minutes"]
    assert short["exercises"][0]["exercise"] == whole["exercises"][0]["exercise"]


def test_with_more_time_after_all_the_whole_session_is_back(trained: Terminal) -> None:
    whole = trained.json("today")["session"]
    trained("today", "--minutes", "12")
    again = trained("today", "--minutes", "40", "--json").json["session"]
    assert [each["exercise"] for each in again["exercises"]] == [
        each["exercise"] for each in whole["exercises"]
    ]


def test_what_fits_as_it_is_is_not_called_shortened(trained: Terminal) -> None:
    said = trained("today", "--minutes", "40")
    assert "nothing has to go" in said.err
    assert "Shortened" not in said.out
    assert "Noted" not in said.err


def test_looking_at_another_day_does_not_touch_a_session_under_way(at: Terminal) -> None:
    at("log", "back squat 40x5@6")
    assert at.on(WEDNESDAY)("today", "--minutes", "25").status == 0
    assert at("log", "back squat 45x5@7").err == ""


def test_every_reason_in_full_on_request(at: Terminal) -> None:
    assert "go up while it feels easy" in at("today", "--why").out.replace("\n            ", " ")
    assert "Today's work is finding your weight." in at("today", "--why").out.replace("\n            ", " ")


def test_home_and_date_may_stand_before_and_after_the_verb(at: Terminal) -> None:
    assert at("today", "--date", "2026-11-26", "--json").json["date"] == "2026-11-26"
    assert at("today", "--home", str(at.home / "nobody")).status == 2


def test_after_the_finish_the_day_is_done(at: Terminal) -> None:
    at("log", "back squat 40x5@8")
    at("finish")
    said = at("today")
    assert said.lines[4].endswith(" min · done")
    assert "left out" in said.out
    assert at.json("today")["rest_day"] is False


def test_the_day_is_the_one_in_the_environment(at: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.assembly import open_house

    monkeypatch.setenv("RUNLIFT_TODAY", "2026-11-24")
    assert open_house(at.home).logbook.today == TUESDAY
    assert open_house(at.home, date(2026, 11, 26)).logbook.today == date(2026, 11, 26)


def test_time_away_is_told_beside_the_main_lift_that_it_lowered(trained: Terminal) -> None:
    said = trained.on(TUESDAY + timedelta(weeks=7))("today").out
    head, _, rest = said.partition("Barbell back squat")
    squat = re.split(r"^\d", rest, flags=re.MULTILINE)[0]
    assert re.search(r"Time away: starting at \d\d %\.", head)
    assert re.search(r"why +Time away: starting at \d\d %\.", squat)
