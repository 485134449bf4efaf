"""What people type, and which exercise they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.catalog import load_catalog
from tracker.domain.errors import Misunderstood
from tracker.domain.words.naming import Ambiguous, Unknown, find, words_of

LIBRARY = load_catalog().exercises


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("back_squat", "back_squat"),
        ("Barbell Back Squat", "back_squat"),
        ("squat", "back_squat"),
        ("squats", "back_squat"),
        ("bss", "rfe_split_squat"),
        ("BULGARIAN split squats", "rfe_split_squat"),
        ("rdl", "barbell_rdl"),
        ("RDLs", "barbell_rdl"),
        ("dumbbell rdl", "db_rdl"),
        ("single-leg RDL", "sl_rdl"),
        ("trap bar deadlift", "trap_bar_deadlift"),
        ("hex-bar deadlift", "trap_bar_deadlift"),
        ("pullup", "chin_up"),
        ("pull-ups", "chin_up"),
        ("Push Ups", "push_up"),
        ("pushups", "push_up"),
        ("step up", "step_up_knee_drive"),
        ("Bench Press (Barbell)", "bench_press"),
        ("world's greatest stretch", "worlds_greatest"),
        ("pallof", "pallof_half_kneel"),
        ("copenhag", "copenhagen_short"),
        ("wiper", "supine_knee_drop"),
    ],
)
def test_what_people_type(typed: str, meant: str) -> None:
    assert find(typed, LIBRARY).id == meant


@pytest.mark.parametrize(
    ("typed", "today", "history", "meant"),
    [
        # Today's session is looked at first, then history, then the library.
        ("squat", ["goblet_squat", "push_up"], [], "goblet_squat"),
        ("squat", ["push_up"], ["goblet_squat"], "goblet_squat"),
        ("row", ["towel_row"], ["db_row", "quad_row"], "towel_row"),
        ("deadlift", ["trap_bar_deadlift"], [], "trap_bar_deadlift"),
        # What today has comes before a whole name elsewhere; an id means itself.
        ("push-up", ["incline_push_up"], [], "incline_push_up"),
        ("push_up", ["incline_push_up"], [], "push_up"),
        ("push-up", ["incline_push_up", "push_up"], [], "push_up"),
        # An alias beats a part, whole words beat a fragment.
        ("plank", ["plank_shoulder_tap", "plank"], [], "plank"),
        ("squat", ["rfe_split_squat", "back_squat"], [], "back_squat"),
        ("row", ["half_kneel_narrow", "half_kneel_row"], [], "half_kneel_row"),
        # A part that is there only with shorthand written out does not: "deadlift" is not what "RDL" says.
        ("deadlift", ["sl_rdl_row", "push_up"], [], "trap_bar_deadlift"),
        ("deadlift", ["kb_deadlift"], [], "kb_deadlift"),
        ("rdl", ["sl_rdl_row", "push_up"], [], "sl_rdl_row"),
        # An exercise that is no longer in the library is passed over.
        ("squat", ["gone"], ["gone_too"], "back_squat"),
    ],
)
def test_where_it_is_looked_up(typed: str, today: list[str], history: list[str], meant: str) -> None:
    assert find(typed, LIBRARY, first=today, then=history).id == meant


def test_two_that_fit_are_named() -> None:
    with pytest.raises(Ambiguous) as caught:
        find("squat", LIBRARY, first=["goblet_squat", "split_squat"])
    assert [each.id for each in caught.value.candidates] == ["goblet_squat", "split_squat"]
    assert str(caught.value) == '"squat" could be Goblet squat or Split squat; say a little more.'


def test_many_that_fit_are_counted() -> None:
    with pytest.raises(Ambiguous, match=r"\(\d+ more\); say a little more\.$"):
        find("press", LIBRARY)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("goblt squat", 'No exercise is called "goblt squat". Did you mean Goblet squat?'),
        ("qqq", 'No exercise is called "qqq".'),
        ("  ", 'No exercise is called "".'),
    ],
)
def test_what_nobody_knows(typed: str, sentence: str) -> None:
    with pytest.raises(Unknown) as caught:
        find(typed, LIBRARY)
    assert str(caught.value) == sentence


def test_suggestions_share_a_word_when_no_spelling_is_close() -> None:
    with pytest.raises(Unknown) as caught:
        find("front squat", LIBRARY)
    assert caught.value.suggestions
    assert all("squat" in words_of(each.name) for each in caught.value.suggestions)


@pytest.mark.parametrize("exercise", LIBRARY)
def test_every_spelling_finds_its_exercise(exercise: str) -> None:
    own = LIBRARY[exercise]
    for text in (own.id, own.name, own.name.upper(), *own.aliases):
        assert find(text, LIBRARY) is own


@given(st.text(max_size=30))
def test_nothing_typed_is_too_strange(typed: str) -> None:
    try:
        found = find(typed, LIBRARY)
    except Misunderstood as error:
        sentence = str(error)
    else:
        sentence = f"{typed.strip()} {found.name}"
    assert typed.strip() in sentence


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("dead bug", ("back_squat", "dead_bug_twist"), "dead_bug_twist"),
        ("dead_bug", ("dead_bug_twist",), "dead_bug"),
        ("calf raises", ("calf_raise_heavy", "push_up"), "calf_raise_heavy"),
        ("calf raise", ("calf_raise_heavy", "calf_raise"), "calf_raise"),
        ("calf raise", ("push_up",), "calf_raise"),
    ],
)
def test_what_is_in_todays_session_comes_before_a_whole_name_elsewhere(
    typed: str, today: tuple[str, ...], meant: str
) -> None:
    assert find(typed, LIBRARY, first=today).id == meant
