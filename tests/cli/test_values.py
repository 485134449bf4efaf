"""Values that cannot be: one sentence about the value itself, and nothing changes."""

import pytest
from support.command import Terminal

SETS = "up to 20 go in one line"


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (("log", "back squat -5x5"), "−5 would be help with your own weight"),
        (("log", "back", "squat", "-5x5"), "−5 would be help with your own weight"),
        (("amend", "2026-11-24", "back squat", "1", "-60x5"), "for a weight write 60."),
        (("set", "body-weight", "-3"), '"-3" is outside 25 to 350 kg'),
        (("set", "lifts-per-week", "-1"), '"-1" lifts a week cannot be planned; choose 0 to 5'),
        (("pain", "knee", "-1"), '"-1" is not a score; say how much it hurts from 0 to 10'),
        (("run", "add", "-3"), "I could not read “-3”"),
        (("erase", "2026-11-24", "back squat", "-1"), "-1 is not in the range x>=1"),
        (("finish", "--rpe", "-3"), "-3.0 is not in the range 0<=x<=10"),
        (("log", "back squat 60x5 x0"), f"“x0”: this would be 0 sets, and {SETS}"),
        (("log", "back squat 60x5 x99"), f"“x99”: this would be 99 sets, and {SETS}"),
        (("log", "squat bw+20x5 x99"), f"“x99”: this would be 99 sets, and {SETS}"),
        (("set", "theme", "neon"), '"neon" is not a theme; choose runlift-dark, runlift-light, '),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_it_is_about_the_value(verb: tuple[str, ...], sentence: str, trained: Terminal) -> None:
    before = trained.json("history"), trained.json("set"), trained.json("today")
    said = trained(*verb)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert "option" not in said.err
    assert (trained.json("history"), trained.json("set"), trained.json("today")) == before


@pytest.mark.parametrize("typed", ["-f", "--foo"])
def test_an_option_that_is_not_there_is_still_told(typed: str, trained: Terminal) -> None:
    assert f"No such option '{typed}'" in trained("set", "sounds", typed).err


def test_help_on_a_pull_up_is_no_trouble(trained: Terminal) -> None:
    assert "20 kg assist × 8" in trained("log", "pull-up -20x8").out


def test_a_theme_may_be_written_with_spaces(trained: Terminal) -> None:
    assert trained("set", "theme", "Rose", "Pine").out == "theme is rose-pine.\n"


def test_a_comma_is_a_decimal_point_in_every_number(trained: Terminal) -> None:
    assert trained("today", "--sleep", "6,5").status == 0
    trained("log", "back squat 40x5@7,5")
    assert trained("finish", "--rpe", "7,5").status == 0
    assert "felt 7.5 of 10" in trained("history", trained.day.isoformat()).out


def test_a_number_that_is_none_is_one_sentence(trained: Terminal) -> None:
    assert "“abc” is no number; write 7 or 7.5." in trained("finish", "--rpe", "abc").err
    assert "“1.5” is no whole number." in trained("plan", "--weeks", "1.5").err
