"""What a lifter types between sets, and what it means."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tracker.domain.errors import Misunderstood
from tracker.domain.units import Load, Unit
from tracker.domain.words.figures import show_amount, show_band, show_load, show_set
from tracker.domain.words.notation import BANDS, parse_sets, split_entry
from tracker.domain.words.set_text import MOST, Measure, SetText, written
from tracker.domain.words.typed import Unreadable

KG, LB = Unit.KG, Unit.LB


def a_set(**said: Any) -> SetText:
    if "load" in said:
        said["load"] = Decimal(str(said["load"]))
    return SetText(**said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("60x8", {"load": 60, "reps": 8}),
        ("60x8@8", {"load": 60, "reps": 8, "rpe": 8}),
        ("60 x 8 @ 8", {"load": 60, "reps": 8, "rpe": 8}),
        ("60 × 8 @7.5", {"load": 60, "reps": 8, "rpe": 7.5}),
        ("60X8@8,5", {"load": 60, "reps": 8, "rpe": 8.5}),
        ("60*8", {"load": 60, "reps": 8}),
        ("22.5x6", {"load": 22.5, "reps": 6}),
        ("22,5x6", {"load": 22.5, "reps": 6}),
        ("1.25x6", {"load": 1.25, "reps": 6}),
        ("60kgx8", {"load": 60, "unit": KG, "reps": 8}),
        ("135lbx5", {"load": 135, "unit": LB, "reps": 5}),
        ("135 lbs x 5", {"load": 135, "unit": LB, "reps": 5}),
        ("3x8@7", {"load": 3, "reps": 8, "rpe": 7}),
        ("0x8", {"load": 0, "reps": 8}),
        ("x7", {"reps": 7}),
        ("x0", {"reps": 0}),
        ("8 reps", {"reps": 8}),
        ("x7@7.5", {"reps": 7, "rpe": 7.5}),
        ("22/17", {"reps": 22, "right_reps": 17}),
        ("22.5x6/5@8", {"load": 22.5, "reps": 6, "right_reps": 5, "rpe": 8}),
        ("22.5x6/side", {"load": 22.5, "reps": 6}),
        ("45s", {"seconds": 45}),
        ("45 sec", {"seconds": 45}),
        ("x45s@7", {"seconds": 45, "rpe": 7}),
        ("1:30", {"seconds": 90}),
        ("2min", {"seconds": 120}),
        ("30s/25s", {"seconds": 30, "right_seconds": 25}),
        ("30/25s", {"seconds": 30, "right_seconds": 25}),
        ("24kgx45s", {"load": 24, "unit": KG, "seconds": 45}),
        ("20c", {"contacts": 20}),
        ("20 contacts", {"contacts": 20}),
        ("bwx8", {"bodyweight": True, "reps": 8}),
        ("bodyweight x 8", {"bodyweight": True, "reps": 8}),
        ("bw+10x5", {"load": 10, "bodyweight": True, "reps": 5}),
        ("BW + 10 kg x 5 @9", {"load": 10, "unit": KG, "bodyweight": True, "reps": 5, "rpe": 9}),
        ("+10x5", {"load": 10, "bodyweight": True, "reps": 5}),
        ("-20x5", {"load": -20, "bodyweight": True, "reps": 5}),
        ("−20x5", {"load": -20, "bodyweight": True, "reps": 5}),
        ("bw-20x5", {"load": -20, "bodyweight": True, "reps": 5}),
        ("20 kg assist x 5", {"load": -20, "unit": KG, "bodyweight": True, "reps": 5}),
        ("medium x10@7", {"band": "medium", "reps": 10, "rpe": 7}),
        ("green x 10", {"band": "green", "reps": 10}),
        ("medium band × 10", {"band": "medium", "reps": 10}),
        ("x-light x12", {"band": "x-light", "reps": 12}),
        ("2x22.5x6", {"load": 22.5, "pair": True, "reps": 6}),
        ("2 × 20 kg × 5 @8", {"load": 20, "unit": KG, "pair": True, "reps": 5, "rpe": 8}),
    ],
)
def test_one_set(typed: str, said: dict[str, Any]) -> None:
    assert parse_sets(typed) == (a_set(**said),)


@pytest.mark.parametrize(
    ("typed", "rpe"),
    [
        ("60x8 2rir", 8),
        ("60x8 @2rir", 8),
        ("60x8 rir 2", 8),
        ("60x8@rir0", 10),
        ("60x8 1.5 rir", 8.5),
        ("60x8 rpe 8.5", 8.5),
        ("60x8 @rpe8", 8),
        ("60x8@easy", 6),
        ("60x8@solid", 7.5),
        ("60x8 @hard", 9),
        ("60x8 @ all-out", 10),
        ("60x8", None),
    ],
)
def test_effort_in_other_words(typed: str, rpe: float | None) -> None:
    assert parse_sets(typed) == (a_set(load=60, reps=8, rpe=rpe),)


@pytest.mark.parametrize(
    ("typed", "as_lines"),
    [
        ("22.5x6@8 x3", "22.5x6@8 | 22.5x6@8 | 22.5x6@8"),
        ("22.5x6 x 3", "22.5x6 | 22.5x6 | 22.5x6"),
        ("22.5x6x2", "22.5x6 | 22.5x6"),
        ("22.5x6 x2 @8", "22.5x6@8 | 22.5x6@8"),
        ("22.5x6 2 sets", "22.5x6 | 22.5x6"),
        ("x7 x2", "x7 | x7"),
        ("22.5x6,6,5@8", "22.5x6@8 | 22.5x6@8 | 22.5x5@8"),
        ("22,5x6, 6, 5", "22.5x6 | 22.5x6 | 22.5x5"),
        ("60x6@8,6@8.5,5@9", "60x6@8 | 60x6@8.5 | 60x5@9"),
        ("60x5@8,5,5", "60x5@8 | 60x5 | 60x5"),
        ("60x6/6,6/5@8", "60x6/6@8 | 60x6/5@8"),
        ("x8,8,7", "x8 | x8 | x7"),
        ("45,40,30s", "45s | 40s | 30s"),
        ("3x45s", "45s | 45s | 45s"),
        ("2 × 20c", "20c | 20c"),
        ("45s x2", "45s | 45s"),
        ("60x5; 65x5@8; 70x3@9", "60x5 | 65x5@8 | 70x3@9"),
    ],
)
def test_several_sets(typed: str, as_lines: str) -> None:
    assert " | ".join(written(one) for one in parse_sets(typed)) == as_lines


@pytest.mark.parametrize(
    ("typed", "counts", "as_lines"),
    [
        ("50", Measure.SECONDS, "50s"),
        ("45/40@7", Measure.SECONDS, "45/40s@7"),
        ("3x45", Measure.SECONDS, "45s | 45s | 45s"),
        ("24kgx45", Measure.SECONDS, "24kgx45s"),
        ("2x20", Measure.CONTACTS, "20c | 20c"),
        ("16 x4", Measure.CONTACTS, "16c | 16c | 16c | 16c"),
        ("20x5", Measure.CONTACTS, "20c | 20c | 20c | 20c | 20c"),
        ("6x6", Measure.CONTACTS, "6c | 6c | 6c | 6c | 6c | 6c"),
        ("8 reps", Measure.SECONDS, "x8"),
    ],
)
def test_a_hold_counts_seconds_without_saying_so(typed: str, counts: Measure, as_lines: str) -> None:
    assert " | ".join(written(one) for one in parse_sets(typed, counts=counts)) == as_lines


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("60x8@11", "@11", "RPE goes from 1 to 10"),
        ("60x8@0", "@0", "RPE goes from 1 to 10"),
        ("60x8@8.3", "@8.3", "half steps"),
        ("60x8 12rir", "12rir", "reps in reserve go from 0 to 9"),
        ("60x8@", "@", "effort is written @8"),
        ("60x8@heavy", "@heavy", "effort is written @8"),
        ("60x", "", "a number belongs here"),
        ("60x8,", "", "a number belongs here"),
        ("60x8;", "", "a number belongs here"),
        ("", "", "a number belongs here"),
        ("@8", "@8", "a number belongs here"),
        ("heavy", "heavy", "a number belongs here"),
        ("60x7.5", "7.5", "whole numbers"),
        ("60x8x", "x", "the number of sets is missing"),
        ("60x8 x0", "x0", "0 sets"),
        ("3x8x60", "x60", "weight, reps, sets"),
        ("8x60kg", "kg", "the weight comes first"),
        ("60", "60", "write x60 for reps, 60s for seconds"),
        ("8,8,7", "8", "write x8 for reps"),
        ("1500x5", "1500", "weights go up to 1000 kg"),
        ("2300 lb x5", "2300 lb", "weights go up to 2200 lb"),
        ("60x300", "300", "reps go up to 200"),
        ("61:00", "61:00", "seconds go up to 3600"),
        ("501c", "501c", "contacts go up to 500"),
        ("600,20c", "600", "contacts go up to 500"),
        ("10c/10c", "10c/10c", "counted together"),
        ("30s/10c", "30s/10c", "the same way"),
        ("30s,10c", "10c", "one thing"),
        ("8 left", "", "a number belongs here"),
        ("8 left 7", "", "after the left side comes the right"),
        ("1:30 reps", "1:30 reps", "are a time"),
        ("60x5,65x5", "x5", "a new weight goes after a semicolon"),
        ("24x45s", "24x", "a weight needs its unit, as in 24kgx45s"),
        ("3x45s x2", "3x", "a bare number counts the sets"),
        ("2x20x5", "2x20x5", "for two weights write 2x20kgx5, for a weight of 2 write 2kgx20 x5"),
        ("bw", "bw", "after bw comes x"),
        ("bw 20x5", "bw", "after bw comes x"),
        ("60x8@8 nice", "nice", "or the end"),
        ("60x8 [/left]", "[/left]", "or the end"),
        ("9" * 300, "9" * 300, "longer than 200"),
    ],
)
def test_what_cannot_be_read_is_shown_with_its_place(typed: str, part: str, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_sets(typed)
    error = caught.value
    assert why in str(error)
    assert typed[error.start : error.end].startswith(part)
    assert str(error).endswith(".")
    assert (part[:40] in str(error)) if part else str(error).startswith("Something is missing")


def test_pounds_allow_larger_numbers() -> None:
    assert parse_sets("1500x5", unit=LB)[0].load == 1500


def test_the_runners_own_bands_keep_their_names() -> None:
    assert parse_sets("big black loop x10", bands=("Big black loop",))[0].band == "Big black loop"
    with pytest.raises(Unreadable):
        parse_sets("big black loop x10")


@pytest.mark.parametrize(
    ("typed", "exercise", "sets"),
    [
        ("split squat 22.5x6@8 x3", "split squat", "22.5x6@8 x3"),
        ("split squat 22.5 x 6 @ 8 x 3", "split squat", "22.5 x 6 @ 8 x 3"),
        ("  back   squat  100x5 ", "back   squat", "100x5"),
        ("box jump 2x20c", "box jump", "2x20c"),
        ("90/90 22/17", "90/90", "22/17"),
        ("90/90 hip switch x8", "90/90 hip switch", "x8"),
        ("y-t-w x6", "y-t-w", "x6"),
        ("a-skip 20c", "a-skip", "20c"),
        ("band walk medium x10@7", "band walk", "medium x10@7"),
        ("heavy calf raise x10", "heavy calf raise", "x10"),
        ("step up 2 × 22.5 kg × 5 @8", "step up", "2 × 22.5 kg × 5 @8"),
        ("chin-up bw+10x5", "chin-up", "bw+10x5"),
        ("assisted pull-up -20x5", "assisted pull-up", "-20x5"),
        ("plank 45s", "plank", "45s"),
        ("back squat 60x5; 65x5@8", "back squat", "60x5; 65x5@8"),
    ],
)
def test_the_exercise_comes_before_its_sets(typed: str, exercise: str, sets: str) -> None:
    assert split_entry(typed) == (exercise, sets)


def test_a_known_name_that_ends_in_a_number() -> None:
    assert split_entry("level 2 x8") == ("level", "2 x8")
    assert split_entry("level 2 x8", knows={"level 2"}.__contains__) == ("level 2", "x8")


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("split squat 22.5x6@11", "@11", "RPE goes from 1 to 10"),
        ("split squat 22.5x6@8 nice", "nice", "or the end"),
        ("90/90 x8@11", "@11", "RPE goes from 1 to 10"),
        ("back squat 60x5 x99", "x99", "this would be 99 sets, and up to 20 go in one line"),
        ("back squat 60kg x 5 x0", "x0", "this would be 0 sets"),
        ("pull-up bw+10x5 x99", "x99", "this would be 99 sets"),
        ("back squat x5 x99", "x99", "this would be 99 sets"),
        ("split squat", "", "Say what you did after the exercise"),
        ("22.5x6", "", "Say what you did after the exercise"),
        ("", "", "Say what you did after the exercise"),
    ],
)
def test_a_line_that_cannot_be_read(typed: str, part: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as caught:
        split_entry(typed)
    assert typed[caught.value.start : caught.value.end] == part


@pytest.mark.parametrize(
    ("typed", "unit", "implements", "total"),
    [
        ("22.5x6", KG, 2, Load.of(45)),
        ("22.5x6", KG, 1, Load.of("22.5")),
        ("2x22.5x6", KG, 1, Load.of(45)),
        ("2x22.5x6", KG, 2, Load.of(45)),
        ("135x5", LB, 1, Load.of(135, LB)),
        ("135lbx5", KG, 1, Load.of(135, LB)),
        ("-20x5", KG, 1, Load.of(-20)),
        ("bwx8", KG, 2, Load.of(0)),
        ("bw+10x5", KG, 2, Load.of(20)),
        ("x7", KG, 1, None),
        ("medium x10", KG, 1, None),
    ],
)
def test_people_type_one_implement_and_the_total_is_stored(
    typed: str, unit: Unit, implements: int, total: Load | None
) -> None:
    assert parse_sets(typed)[0].total(unit, implements) == total


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"reps": 8, "seconds": 30},
        {"reps": 201},
        {"reps": -1},
        {"seconds": 30, "right_reps": 8},
        {"contacts": 20, "right_seconds": 8},
        {"reps": 8, "unit": KG},
        {"reps": 8, "pair": True},
        {"reps": 8, "band": "light", "load": 5},
        {"reps": 8, "load": -5},
        {"seconds": 30, "load": 5},
        {"reps": 8, "rpe": 8.2},
        {"reps": 8, "rpe": 10.5},
        {"reps": 8, "load": 3000},
    ],
)
def test_a_set_that_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_set(**wrong)


amounts = st.one_of(
    st.builds(lambda n: {"reps": n}, st.integers(0, 200)),
    st.builds(lambda n, m: {"reps": n, "right_reps": m}, st.integers(0, 200), st.integers(0, 200)),
    st.builds(lambda n: {"seconds": n}, st.integers(0, 3600)),
    st.builds(lambda n, m: {"seconds": n, "right_seconds": m}, st.integers(0, 3600), st.integers(0, 3600)),
    st.builds(lambda n: {"contacts": n}, st.integers(0, 500)),
)
weights = st.decimals(0, MOST[KG], places=2)
loads = st.one_of(
    st.just({}),
    st.just({"bodyweight": True}),
    st.builds(lambda band: {"band": band}, st.sampled_from(BANDS)),
    st.builds(
        lambda load, unit, pair: {"load": load, "unit": unit, "pair": pair},
        weights,
        st.sampled_from([KG, LB]),
        st.booleans(),
    ),
    st.builds(
        lambda load, unit, pair: {"load": load, "unit": unit, "pair": pair, "bodyweight": True},
        weights.flatmap(lambda load: st.sampled_from([load, -load])),
        st.sampled_from([None, KG, LB]),
        st.booleans(),
    ),
    st.builds(lambda load: {"load": load, "pair": True}, weights),
)
efforts = st.builds(lambda n: {"rpe": n / 2}, st.integers(2, 20)) | st.just({})
bare = st.builds(lambda load, reps: {"load": load, "reps": reps}, weights, st.integers(0, 200))
said = st.builds(lambda load, amount, rpe: SetText(**load, **amount, **rpe), loads, amounts, efforts) | (
    st.builds(lambda both, rpe: SetText(**both, **rpe), bare, efforts)
)


@given(said)
@settings(max_examples=300)
def test_what_is_written_reads_back(spoken: SetText) -> None:
    assert parse_sets(written(spoken)) == (spoken,)


@given(said, st.integers(1, 20))
@settings(max_examples=100)
def test_an_exercise_and_its_sets_come_apart_again(spoken: SetText, sets: int) -> None:
    name, rest = split_entry(f"90/90 split squat {written(spoken)}")
    assert name == "90/90 split squat"
    assert parse_sets(rest) == (spoken,)


@given(
    st.decimals(0, 300, places=1),
    st.sampled_from([KG, LB]),
    st.sampled_from([1, 2]),
    st.integers(0, 200),
    st.booleans(),
    efforts,
)
@settings(max_examples=200)
def test_what_the_screen_shows_can_be_typed(
    one: Decimal, unit: Unit, hands: int, reps: int, body: bool, effort: dict[str, float]
) -> None:
    """The line above reads 2 × 22.5 kg × 5 @8; typing it again means the same."""
    load = Load.of(one * hands, unit)
    shown = show_set(
        show_load(load, unit, hands, bodyweight=body),
        show_amount(reps=reps, per_side=True),
        effort.get("rpe"),
    )
    (back,) = parse_sets(shown)
    assert back.total(unit) == load
    assert (back.reps, back.rpe) == (reps, effort.get("rpe"))


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        (show_set(show_load(Load.of(-20), KG), show_amount(reps=5)), "-20kgx5"),
        (show_set(show_band("medium"), show_amount(reps=10), 7), "medium x10@7"),
        (show_set("", show_amount(reps=8, right=7)), "x8/7"),
        (show_set("", show_amount(seconds=30, right=25)), "30/25s"),
        (show_set("", show_amount(seconds=45, per_side=True)), "45s"),
        (show_set("", show_amount(contacts=20)), "20c"),
        (show_set(show_load(Load.of(24), KG), show_amount(seconds=45)), "24kgx45s"),
        (show_set(show_load(Load.of(10), KG, bodyweight=True, short=True), "×5", 8, short=True), "bw+10x5@8"),
    ],
)
def test_other_lines_of_the_screen_can_be_typed(shown: str, typed: str) -> None:
    assert parse_sets(shown) == parse_sets(typed)


pieces = st.sampled_from(
    [
        *(
            "60",
            "22.5",
            "8",
            "0",
            "x",
            " x ",
            "×",
            "@",
            "8.5",
            ",",
            ";",
            "/",
            "bw",
            "+",
            "-",
            "kg",
            "lb",
            "s",
            "c",
        ),
        *(
            ":",
            "rir",
            "rpe",
            "medium",
            "left",
            "right",
            "each side",
            " ",
            "3 sets",
            "min",
            "assist",
            "2x",
            "½",
            "٨",
        ),
    ]
)


def attempt(read: Callable[[str], Any], typed: str) -> Any:
    """What was read, or the error."""
    try:
        return read(typed)
    except Misunderstood as error:
        return error


@given(st.lists(pieces, max_size=9).map("".join) | st.text(max_size=40))
@settings(max_examples=500)
@example("\x1b[31m60x8")
@example("İx8")
@example("60x٨")
def test_a_text_reads_or_is_pointed_at(typed: str) -> None:
    """Nothing else ever comes out, and what reads can be written and read again."""
    for found in (attempt(parse_sets, typed), attempt(split_entry, typed)):
        if isinstance(found, Misunderstood):
            assert isinstance(found, Unreadable)
            assert 0 <= found.start <= found.end <= len(typed)
            assert "\x1b" not in str(found)
        elif isinstance(found[0], SetText):
            assert all(parse_sets(written(one)) == (one,) for one in found)


def test_an_effort_before_the_sets_tells_a_weight_of_two_from_a_pair() -> None:
    sets = parse_sets("2x12@6 x2")
    assert [(each.load, each.reps, each.rpe, each.pair) for each in sets] == [(2, 12, 6.0, False)] * 2
