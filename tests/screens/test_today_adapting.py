"""A day that does not go as planned, by keys: what is pressed on Today, and what then stands in the logbook."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, said, sees
from support.home import MONDAY, NEXT_TUESDAY, THURSDAY, TUESDAY, Clock, do_session, on_disk, set_up
from textual.pilot import Pilot

from tracker.domain.adapting.readiness import Readiness
from tracker.domain.exercise import CareArea
from tracker.domain.run import CheckIn
from tracker.domain.runner import Away, Verdict
from tracker.domain.session import Entry, Modification, ReadinessBand, Signal
from tracker.domain.words.figures import full_date
from tracker.questions import (
    ENERGY,
    LEGS,
    READINESS,
    SCORES,
    SIGNALS,
    SIGNS,
    SITES,
    SLEEP,
    UNTIL,
    WORN_OUT,
    Answer,
)

NARROW = (44, 20)


def first(gym: Gym) -> Entry:
    return gym.logbook.begin().session.entries[0]


def shown(gym: Gym, *keys: str, size: tuple[int, int] = (80, 24)) -> str:
    """The screen after some keys."""
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        seen.append(sees(pilot.app))

    gym.plays(look, size)
    return seen[0]


# Modify


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("letter", "signal", "exercise"),
    [
        ("u", Signal.UNSAFE, "hip_hinge_dowel"),
        ("s", Signal.SKILL, "hip_hinge_dowel"),
        ("h", Signal.HURTS, "kb_deadlift"),
        ("c", Signal.CLUNKY, "kb_deadlift"),
        ("i", Signal.PRESSURE, "kb_deadlift"),
    ],
)
def test_each_of_the_five_signals_is_three_keys_from_a_session_that_fits(
    gym: Gym, letter: str, signal: Signal, exercise: str, size: tuple[int, int]
) -> None:
    gym.presses("m", letter, "enter", size=size)
    entry = first(gym)
    assert entry.exercise == exercise
    assert entry.modified == Modification(planned="trap_bar_deadlift", signal=signal)
    assert entry.sets


def test_the_next_session_of_this_kind_remembers_it(gym: Gym) -> None:
    gym.presses("m", "c", "enter", "8", "f", "f", "7")
    gym.clock.turn_to(FRIDAY + timedelta(days=4))
    gym.presses("8", "f", "f", "7")
    gym.clock.turn_to(FRIDAY + timedelta(days=7))
    session = gym.logbook.day().session
    assert session is not None
    assert session.entries[0].exercise == "kb_deadlift"
    assert session.entries[0].reasons[0].code == "MODIFY_HOLD"


def test_the_ladder_shows_where_you_stand_and_what_you_would_do(gym: Gym) -> None:
    seen = shown(gym, "m", "u")
    assert "Trap-bar deadlift  you are here" in seen
    assert "Kettlebell deadlift" in seen
    assert "› ○ Dowel hip hinge" in seen
    assert "The same, lighter" in seen
    assert "fail" not in seen


def test_a_swap_is_its_digit_and_lighter_is_l(gym: Gym) -> None:
    gym.presses("m", "i", "l")
    lighter = first(gym)
    assert lighter.exercise == "trap_bar_deadlift"
    assert lighter.modified is not None
    gym.presses("down", "down", "down", "m", "c", "1")
    swapped = gym.session.entries[1]
    assert swapped.modified is not None
    assert swapped.exercise != swapped.modified.planned


def test_escape_changes_nothing_and_u_takes_it_back(gym: Gym) -> None:
    gym.presses("m", "escape", "m", "u", "escape")
    assert gym.logbook.session is None
    gym.presses("m", "u", "enter", "u")
    assert first(gym).exercise == "trap_bar_deadlift"


def on_the_last_step(gym: Gym) -> None:
    """The session of squats, its squat two steps down: below them nothing is left."""
    gym.presses("8", "f", "f", "7")
    gym.clock.turn_to(FRIDAY + timedelta(days=4))
    assert first(gym).exercise == "back_squat"
    gym.presses("m", "u", "enter")
    assert gym.logbook.adapting.options(0, Signal.HURTS).suggested is None


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
def test_what_hurts_on_the_last_step_is_left_out_and_how_much_is_asked(
    gym: Gym, size: tuple[int, int]
) -> None:
    on_the_last_step(gym)
    seen = shown(gym, "m", "h", size=size)
    assert "leaving it out is always fine" in " ".join(seen.split())
    assert "› x" in seen
    assert "Where does it hurt?" in shown(gym, "m", "h", "p", size=size)
    assert first(gym).skipped is None
    asked = shown(gym, "m", "h", "enter", size=size)
    assert "is left out today" in " ".join(asked.split())
    assert "Where does it hurt?" in asked
    assert first(gym).skipped == "it hurts"


def test_after_it_hurts_the_scale_opens_and_may_be_left(gym: Gym) -> None:
    assert "Where does it hurt?" in shown(gym, "m", "h", "enter")
    gym.restarts()
    assert first(gym).exercise == "kb_deadlift"


def test_the_way_back_is_offered_first_when_it_is_there(gym: Gym) -> None:
    gym.presses("m", "c", "enter")
    assert "› b  Back up a step" in shown(gym, "m")
    gym.presses("m", "b")
    assert first(gym).exercise == "trap_bar_deadlift"
    assert first(gym).modified is None


def test_sets_that_are_done_stay_and_the_cursor_goes_to_what_fits(gym: Gym) -> None:
    gym.presses("8", "m", "h", "enter", "escape", "7")
    squat, instead = gym.session.entries[:2]
    assert (squat.exercise, [done.rpe for done in squat.performed]) == ("trap_bar_deadlift", [8])
    assert (instead.exercise, [done.rpe for done in instead.performed]) == ("kb_deadlift", [7])


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ("m", SIGNALS),
        ("p", SITES),
        ("pk", SCORES),
        ("p!", SIGNS),
        ("r", READINESS),
        ("rm", SLEEP),
        ("rm4", ENERGY),
        ("rm41", LEGS),
        ("rm414", WORN_OUT),
        ("a2", UNTIL),
    ],
)
def test_every_question_shows_all_its_answers_on_a_phone_too(
    gym: Gym, keys: str, answers: tuple[Answer, ...], size: tuple[int, int]
) -> None:
    seen = " ".join(shown(gym, *keys, size=size).split())
    for answer in answers:
        assert f"{answer.key} {answer.label}" in seen


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
def test_the_warning_signs_are_named_to_the_end_beside_the_sites(gym: Gym, size: tuple[int, int]) -> None:
    sign = next(each for each in SITES if each.value == "sign")
    assert sign.help in " ".join(shown(gym, "p", size=size).split())


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
def test_what_would_change_is_said_to_the_end(gym: Gym, size: tuple[int, int]) -> None:
    seen = shown(gym, "p", "b", "7", size=size)
    asked = seen[seen.index("Today would change") :]
    assert "…" not in asked
    assert asked.count("→") + asked.count("rests") > 1


def test_a_step_of_the_wave_is_not_called_heavier_on_a_lighter_day(gym: Gym) -> None:
    assert "WAVE_STEP" in [reason.code for reason in first(gym).reasons]
    gym.logbook.adapting.report_pain(CareArea.LOWBACK, 4)
    told = [reason.code for reason in first(gym).reasons]
    assert "WAVE_STEP" not in told
    assert {"WAVE_NEXT", "PAIN_REGRESS"} <= set(told)


def test_what_was_left_out_asks_for_no_effort(gym: Gym) -> None:
    gym.presses("s", "t")
    seen = shown(gym)
    assert "Left out today" in seen
    assert "1-0 RPE" not in seen
    assert "u undo" in seen


def test_no_day_looks_as_if_it_had_a_key_of_its_own(gym: Gym) -> None:
    """What speaks against a day is not counted: a figure with a colon would read as a key."""
    assert not re.search(r"^\s+\d: ", shown(gym, "s", size=NARROW), re.MULTILINE)


def test_the_ladder_and_what_is_beside_it_fit_on_a_phone(gym: Gym) -> None:
    seen = shown(gym, "m", "c", size=NARROW)
    for text in (
        "Still clunky",
        "Trap-bar deadlift",
        "› ○ Kettlebell deadlift",
        "l  The same",
        "k  As it is",
        "enter takes the step",
        "esc leave",
    ):
        assert text in seen


# Pain


def test_a_niggle_is_a_spot_and_a_number(gym: Gym) -> None:
    gym.presses("p", "k", "2")
    assert [(each.site, each.pain) for each in gym.logbook.log().checkins] == [(CareArea.KNEE, 2)]


def test_a_drop_of_more_than_a_tenth_is_asked_about(gym: Gym) -> None:
    seen = shown(gym, "p", "b", "5")
    assert "Today would change" in seen
    assert "Trap-bar deadlift −21 %, A-skip rests" in " ".join(seen.split())
    gym.presses("p", "b", "5", "y")
    entry = first(gym)
    assert entry.pain is not None
    assert "PAIN_REGRESS" in [reason.code for reason in entry.reasons]


def test_a_session_that_is_kept_keeps_the_number_too(gym: Gym) -> None:
    exercise = first(gym).exercise
    gym.presses("p", "b", "5", "k")
    assert [each.pain for each in gym.logbook.log().checkins] == [5]
    assert first(gym).exercise == exercise
    assert {"PAIN_HOLD"} == {each.code for each in first(gym).reasons if each.code.startswith("PAIN_")}
    gym.presses("u")
    assert gym.logbook.log().checkins == ()


def test_ten_is_x(gym: Gym) -> None:
    gym.presses("p", "w", "x", "y")
    assert [each.pain for each in gym.logbook.log().checkins] == [10]


def test_the_morning_after_is_asked_on_today_and_answered_with_p(gym: Gym) -> None:
    gym.presses("p", "b", "4", "y", "8", "f", "f", "6")
    gym.clock.turn_to(FRIDAY + timedelta(days=1), hour=7)
    seen = shown(gym)
    assert "How is the low back this" in seen
    assert "this morning, compared with before the session?" in shown(gym, "p")
    gym.presses("p", "6")
    answer = gym.logbook.log().checkins[-1]
    assert (answer.site, answer.pain) == (CareArea.LOWBACK, 6)
    assert answer.session is not None
    assert "asked" not in shown(gym)


def test_a_warning_sign_stops_the_session_and_says_whom_to_see(gym: Gym) -> None:
    seen = shown(gym, "8", "p", "!", "4")
    assert "urgent care today" in seen
    assert "swap" not in seen.lower()
    assert gym.logbook.session is None
    done = gym.logbook.day().session
    assert done is not None
    assert done.sets_done == 1
    gym.clock.turn_to(FRIDAY + timedelta(days=4))
    assert "No lifting today" in shown(gym)
    gym.presses("b")
    assert gym.logbook.session is None
    gym.presses("p", "y")
    assert gym.logbook.day().session is not None


def test_a_warning_sign_by_mistake_is_taken_back_on_its_day(gym: Gym) -> None:
    planned = gym.logbook.begin().session.entries
    gym.presses("p", "!", "4", "o")
    assert gym.logbook.day().session is None
    gym.presses("p", "s")
    assert gym.logbook.day().session is None
    seen = shown(gym, "p", size=NARROW)
    assert "It was a mistake" in seen
    assert "Where does it hurt?" in shown(gym, "p", "e")
    gym.presses("p", "m")
    assert gym.logbook.log().checkins == ()
    assert gym.logbook.begin().session.entries == planned


# Readiness


def test_dead_legs_are_two_keys(gym: Gym) -> None:
    gym.presses("r", "d")
    assert gym.session.readiness is ReadinessBand.AMBER
    assert "READINESS_AMBER" in [reason.code for reason in first(gym).reasons]


def test_the_four_answers_and_what_they_would_change(gym: Gym) -> None:
    seen = shown(gym, "r", "m", "3", "2", "3")
    assert "Tired: lighter, half the sets, no jumps." in seen
    gym.presses("r", "m", "3", "2", "3", "y")
    assert gym.session.felt == Readiness(sleep_h=5.5, energy=2, soreness=6)
    assert gym.session.readiness is ReadinessBand.RED


def test_worn_out_leads_to_core_and_mobility_or_to_another_day(gym: Gym) -> None:
    assert "Core and mobility instead" in shown(gym, "r", "m", "4", "1", "4")
    assert "Another day, or not at all?" in shown(gym, "r", "m", "4", "1", "4", "s")
    gym.presses("r", "m", "4", "1", "4", "c")
    assert gym.session.neutral
    assert {entry.role for entry in gym.session.entries} <= {"core", "balance"}


def test_after_the_first_set_it_is_said_that_it_is_too_late(gym: Gym) -> None:
    heard: list[str] = []

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press("8", "r", "d")
        await pilot.pause()
        heard.extend(said(pilot.app))

    gym.plays(press)
    assert heard == ["Readiness is for before the first set; modify or skip what does not fit now."]


# Short, away


def test_short_on_time_shows_the_estimate_before_choosing(gym: Gym) -> None:
    seen = shown(gym, "t")
    assert seen.count("about") >= 4
    gym.presses("t", "3")
    assert gym.session.short_minutes == 12
    assert gym.session.minutes <= 12


def test_another_place_for_a_week_and_back(gym: Gym) -> None:
    gym.presses("a", "2", "w")
    (absence,) = gym.logbook.coach().runner.absences
    assert (absence.kind, absence.equipment, absence.end) == (
        Away.TRAVEL,
        "travel_kg",
        FRIDAY + timedelta(days=7),
    )
    day = gym.logbook.day()
    assert day.session is not None
    assert "trap_bar_deadlift" not in [entry.exercise for entry in day.session.entries]
    assert "today  Away: what you have is enough." in shown(gym)
    gym.presses("a", "b")
    assert gym.logbook.coach().runner.absence_on(FRIDAY) is None


@pytest.mark.parametrize(
    ("key", "kind", "word"), [("i", Away.ILLNESS, "ill"), ("h", Away.HOLIDAY, "nothing planned")]
)
def test_ill_or_on_holiday_and_the_key_back_stands_in_the_bar(
    gym: Gym, key: str, kind: Away, word: str
) -> None:
    seen = shown(gym, "a", key, "o")
    assert word in seen
    assert "a back" in seen
    assert gym.logbook.coach().runner.absences[0].kind is kind
    gym.presses("a", "b")
    assert gym.logbook.day().session is not None


def test_a_spot_that_has_hurt_for_long_names_a_clinician(gym: Gym) -> None:
    for ago in (9, 6, 3):
        gym.logbook.past.check_in(
            CheckIn(id="", date=FRIDAY - timedelta(days=ago), site=CareArea.LOWBACK, pain=4)
        )
    assert "have it looked at" in shown(gym)


def test_after_red_mornings_a_lighter_week_is_offered_once(tmp_path: Path) -> None:
    home = tmp_path / "home"
    set_up(on_disk(home, Clock(MONDAY)), races=(), lift_days=(1, 3))
    for day in (TUESDAY, THURSDAY, NEXT_TUESDAY, NEXT_TUESDAY + timedelta(days=2)):
        book = on_disk(home, Clock(day))
        if day >= NEXT_TUESDAY:
            book.adapting.say_readiness(Readiness(sleep_h=5.5, energy=2, soreness=8))
        do_session(book)
    gym = Gym(home, on=NEXT_TUESDAY + timedelta(days=7))
    assert "d lighter week" in shown(gym)
    assert "Hard weeks behind you" in shown(gym, size=NARROW)
    assert "A lighter week?" in shown(gym, "d", size=NARROW)
    gym.presses("d", "k")
    assert "d lighter week" not in shown(gym)
    assert gym.logbook.coach().runner.decision_for(MONDAY + timedelta(days=14)) is Verdict.CARRY_ON


@pytest.mark.parametrize("size", [(80, 24), NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("cause", ["a warning sign", "an illness"])
def test_beside_a_warning_sign_or_an_illness_no_lifting_is_offered(
    gym: Gym, cause: str, size: tuple[int, int]
) -> None:
    if cause == "an illness":
        gym.logbook.adapting.ill()
    else:
        gym.logbook.adapting.red_flag("RED_FLAG_CHEST")
    seen = shown(gym, size=size)
    assert "No lifting today" in seen
    assert "lift today" not in seen
    assert "ten easy minutes" not in seen
    assert "moves it here" not in seen


def test_the_best_day_is_under_the_pointer_when_a_session_moves(gym: Gym) -> None:
    seen = shown(gym, "s")
    pointed = next(line for line in seen.splitlines() if "›" in line and "Move it to" in line)
    today = gym.logbook.today
    offered = [
        day
        for day in (today + timedelta(days=n) for n in range(1, 8))
        if f"Move it to {full_date(day, today)}" in seen
    ]
    best = gym.logbook.planning.best_day(today, offered)
    assert best is not None
    assert best != offered[0]
    assert f"Move it to {full_date(best, today)}" in pointed
    gym.presses("s", "enter")
    assert "You moved this session" in shown(gym)


@pytest.mark.parametrize(
    ("keys", "reason"), [(("i",), "ill"), (("w", *"dentist", "enter"), "dentist")], ids=["ill", "own words"]
)
def test_a_session_is_left_out_for_any_reason(keys: tuple[str, ...], reason: str, gym: Gym) -> None:
    gym.presses("s", *keys)
    assert gym.logbook.log().sessions[-1].skipped == reason


def test_own_words_that_are_none_leave_nothing_out(gym: Gym) -> None:
    before = gym.logbook.log().sessions
    gym.presses("s", "w", "enter")
    assert gym.logbook.log().sessions == before
