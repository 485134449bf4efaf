"""Days that do not go as planned, from the command line: pain, signs, other places, illness, lighter weeks."""

from datetime import timedelta

import pytest
from support.command import NEXT_THURSDAY, NEXT_TUESDAY, Terminal

from tracker.catalog import load_catalog


def exercises(at: Terminal) -> list[str]:
    return [each["exercise"] for each in at.json("today")["session"]["exercises"]]


@pytest.mark.parametrize("signal", ["unsafe", "skill", "hurts", "clunky", "pressure"])
def test_each_signal_has_its_verb_and_the_next_session_remembers(trained: Terminal, signal: str) -> None:
    assert trained("modify", "back squat", "--signal", signal).status == 0
    modified = exercises(trained)[0]
    assert modified in ("goblet_squat", "sit_to_stand")
    trained("log", modified.replace("_", " ") + " x5@7")
    trained("finish")
    trained.on(NEXT_THURSDAY)("skip", "--reason", "travel")
    week_later = trained.on(NEXT_TUESDAY + timedelta(days=7))
    assert exercises(week_later)[0] == modified
    assert week_later("modify", modified.replace("_", " "), "--up").status == 0


def test_a_niggle_says_what_it_means_and_what_changes(trained: Terminal) -> None:
    said = trained("pain", "knee", "5", "--yes")
    assert said.status == 0
    assert "You reported pain 5 of 10 (knee)" in said.out
    assert "Barbell back squat" in said.out
    assert "see a clinician" in said.err


def test_a_niggle_that_changes_no_number_lists_nothing(trained: Terminal) -> None:
    assert "Barbell back squat" not in trained("pain", "knee", "2").out


def test_a_niggle_nobody_answered_counts_the_next_time(trained: Terminal) -> None:
    trained.on(NEXT_TUESDAY - timedelta(days=1))("pain", "knee", "8")
    said = trained.on(NEXT_TUESDAY)("today").out
    assert "The knee counts as it was until you say." in said
    assert "Barbell back squat" not in said
    trained("pain", "knee", "0")
    assert "Barbell back squat" in trained("today").out


def test_something_else_is_offered_only_for_what_is_not_liked(trained: Terminal) -> None:
    said = trained("modify", "back squat", "--liked")
    assert said.status == 1
    assert "Nothing else is offered" in said.err


def test_the_morning_after_is_asked_and_answered_with_the_same_verb(trained: Terminal) -> None:
    trained("pain", "knee", "4", "--yes")
    trained("log", "back squat 20x5@7")
    trained("finish")
    morning = trained.on(NEXT_TUESDAY + timedelta(days=1))
    assert "this morning, compared with" in " ".join(morning("today").out.split())
    assert "one more step down" in morning("pain", "knee", "6").out.replace("\n", " ")
    assert "this morning" not in morning("today").out


def test_a_warning_sign_ends_the_session_and_waits_to_be_seen(trained: Terminal) -> None:
    trained("log", "back squat 20x5@7")
    said = trained("pain", "--sign", "calf")
    assert "urgent care today" in said.out
    assert "Training waits until a clinician has seen it." in said.out
    later = trained.on(NEXT_THURSDAY)
    assert later.json("today")["session"] is None
    assert later("pain", "--seen").status == 0
    assert later.json("today")["session"] is not None
    assert later("pain", "--seen").status == 1


def test_every_sign_of_a_day_can_be_cleared_on_that_day(trained: Terminal) -> None:
    for sign in ("calf", "chest", "chest"):
        trained("pain", "--sign", sign)
    assert "Training waits" in trained("today").out
    said = trained("pain", "--sign", "chest", "--seen")
    assert said.out.startswith("Good. Another sign still stops training:\n")
    assert "urgent care today" in said.out
    assert trained.json("today")["session"] is None
    assert (
        trained("pain", "--sign", "chest", "--seen").err == "That warning sign is not waiting to be seen.\n"
    )
    assert trained("pain", "--seen").out == "Good. Training goes on.\n"
    assert trained.json("today")["session"] is not None
    assert trained.on(NEXT_THURSDAY).json("today")["session"] is not None


def test_a_warning_sign_by_mistake_is_taken_back_on_its_day(trained: Terminal) -> None:
    assert "`runlift pain --mistake`" in trained("pain", "--sign", "calf").err
    assert trained.json("today")["session"] is None
    assert trained("pain", "--mistake").out == "Good. It is taken back, and training goes on.\n"
    assert trained.json("today")["session"] is not None
    assert trained("pain", "--sign", "bone", "--mistake").err == "No such warning sign was reported today.\n"


def test_a_no_at_the_terminal_keeps_the_session_and_the_number(
    trained: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.cli.changes.on_terminal", lambda: True)
    monkeypatch.setattr("tracker.cli.speech.on_terminal", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    before = exercises(trained)
    said = trained("pain", "knee", "5")
    assert said.status == 0
    assert "so the load stays where it is" in " ".join(said.out.split())
    assert exercises(trained) == before
    assert "knee" in trained.on(NEXT_THURSDAY)("today").out
    assert trained("pain", "knee", "6", "--only", "back squat").status == 2


def test_with_nobody_to_ask_a_niggle_is_noted_and_the_session_stays_until_yes(trained: Terminal) -> None:
    before = exercises(trained)
    said = trained("pain", "knee", "4")
    assert said.status == 2
    assert "The number is noted, the session stays; today would get lighter (Barbell back squat −" in said.err
    assert "add --yes to do it" in said.err
    assert exercises(trained) == before
    assert "knee" in trained.on(NEXT_THURSDAY)("today").out, "the next morning asks"
    assert trained("pain", "knee", "4", "--yes").status == 0
    assert exercises(trained) != before


def test_with_nobody_to_ask_strong_pain_is_told_that_nothing_should_load_the_spot(trained: Terminal) -> None:
    assert "nothing should load it" in trained("pain", "knee", "6").err
    assert "nothing should load it" not in trained("pain", "knee", "5").err


@pytest.mark.parametrize("how", [(), ("--json",)], ids=["plain", "json"])
def test_with_nobody_to_ask_a_bad_morning_changes_nothing_until_yes(
    how: tuple[str, ...], trained: Terminal
) -> None:
    before = exercises(trained)
    morning = ("today", "--sleep", "4", "--energy", "1", "--legs", "9", *how)
    said = trained(*morning)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Nothing was changed; today would get lighter")
    assert exercises(trained) == before
    assert trained(*morning, "--yes").status == 0
    assert exercises(trained) != before


def test_a_fever_has_its_day_whatever_else_was_seen(trained: Terminal) -> None:
    trained("pain", "--sign", "fever")
    trained("pain", "--sign", "bone")
    assert "No lifting today." in trained("pain", "--seen").out
    said = trained("pain", "--sign", "fever", "--seen")
    assert (said.status, said.err) == (1, "That warning sign is not waiting to be seen.\n")
    assert trained.json("today")["session"] is None
    assert trained.on(NEXT_THURSDAY).json("today")["session"] is not None


def test_pain_needs_a_spot_and_a_number(trained: Terminal) -> None:
    assert trained("pain").status == 2
    assert trained("pain", "knee").status == 2
    assert trained("pain", "knee", "11").status == 2


def test_another_place_until_a_day_and_back(trained: Terminal) -> None:
    said = trained("travel", "travel", "--until", "2026-12-04")
    assert said.lines[0] == "Training at: Travel until Fri 4 Dec."
    assert "back_squat" not in exercises(trained)
    assert "TRAVEL" in [each["code"] for each in trained.json("today")["reasons"]]
    assert trained("back").status == 0
    assert exercises(trained)[0] == "back_squat"
    assert trained("back").status == 1
    assert trained("travel", "moon").status == 2


def test_on_the_road_the_tool_in_hand_is_named(at: Terminal) -> None:
    """A goblet squat with what is in the backpack; a calf raise with the body alone has nothing in hand."""
    at("set", "level", "beginner")
    at("travel", "travel")
    heads = [line for line in at("today", "--yes").lines if line[:1].isdecimal()]
    assert any(line.endswith("with a backpack") for line in heads)
    assert not any("calf raise" in line and "backpack" in line for line in heads)


@pytest.mark.parametrize("where", ["left knee", "knee", "Right Knee", "knees"])
def test_either_side_of_a_spot_is_the_spot(trained: Terminal, where: str) -> None:
    assert "You reported pain 3 of 10 (knee)" in trained("pain", where, "3", "--yes").out


def test_away_and_erase_take_the_yes_of_a_script(trained: Terminal) -> None:
    assert trained("away", "ill", "--yes").status == 0
    assert trained("erase", "2026-11-24", "--yes").status == 0


@pytest.mark.parametrize(("kind", "code"), [("ill", "ILL"), ("holiday", "ON_HOLIDAY")])
def test_ill_or_on_holiday_nothing_is_planned(trained: Terminal, kind: str, code: str) -> None:
    assert trained("away", kind).status == 0
    day = trained.json("today")
    assert day["session"] is None
    assert day["reasons"][0]["code"] == code
    assert trained("back").status == 0
    assert trained.json("today")["session"] is not None


def test_readiness_takes_one_word_or_three_answers(trained: Terminal) -> None:
    trained("today", "--sleep", "5.5", "--energy", "2", "--legs", "6", "--yes")
    squat = trained.json("today")["session"]["exercises"][0]
    assert "READINESS_RED" in [each["code"] for each in squat["reasons"]]
    named = next(each["text"] for each in squat["reasons"] if each["code"] == "READINESS_RED")
    assert "5.5 h of sleep, little energy and sore legs (6 of 10)" in named


def test_other_reps_convert_the_load(trained: Terminal) -> None:
    said = trained("modify", "back squat", "--reps", "2")
    assert said.status == 0
    assert load_catalog().words.line("REPS_CHANGED") in said.out
    refused = trained("modify", "back squat", "--record")
    assert refused.status == 2
    assert refused.err.strip() == load_catalog().words.text("NO_RECORD_PHASE")


def test_the_lighter_week_moves_by_a_week(trained: Terminal) -> None:
    days = trained.json("plan", "--weeks", "8")["days"]
    light = next(day["date"] for day in days if day["deload"])
    said = trained("deload", "later", "--date", light)
    assert said.status == 0, said.err
    moved = next(day["date"] for day in trained.json("plan", "--weeks", "8")["days"] if day["deload"])
    assert moved > light
