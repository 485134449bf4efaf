"""How figures read on screen and in print."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.units import Load, Unit
from tracker.domain.words import figures
from tracker.domain.words.figures import number, show_amount, show_load, show_set, signed

KG, LB = Unit.KG, Unit.LB


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (22.5, "22.5"),
        (Decimal("22.50"), "22.5"),
        (100, "100"),
        (Decimal("1E+2"), "100"),
        (1.25, "1.25"),
        (0.1 + 0.2, "0.3"),
        (-20, "−20"),
        (0, "0"),
        (-0.001, "0"),
        (61.234970, "61.23"),
    ],
)
def test_numbers_carry_no_noise(value: Decimal | float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(("value", "text"), [(2.5, "+2.5"), (-5, "−5"), (0, "±0"), (0.004, "±0")])
def test_changes_carry_their_sign(value: float, text: str) -> None:
    assert signed(value) == text


@pytest.mark.parametrize(
    ("load", "unit", "hands", "bodyweight", "text", "short"),
    [
        (Load.of(100), KG, 1, False, "100 kg", "100"),
        (Load.of("102.5"), KG, 1, False, "102.5 kg", "102.5"),
        (Load.of(45), KG, 2, False, "2 × 22.5 kg", "2×22.5"),
        (Load.of("2.5"), KG, 2, False, "2 × 1.25 kg", "2×1.25"),
        (Load.of(135, LB), LB, 1, False, "135 lb", "135"),
        (Load.of(135, LB), KG, 1, False, "61.2 kg", "61.2"),
        (Load.of(60), LB, 1, False, "132.3 lb", "132.3"),
        (Load.of(0), KG, 1, True, "bodyweight", "bw"),
        (Load.of(0), KG, 2, True, "bodyweight", "bw"),
        (Load.of(10), KG, 1, True, "bw + 10 kg", "bw+10"),
        (Load.of(20), KG, 2, True, "bw + 2 × 10 kg", "bw+2×10"),
        (Load.of(-20), KG, 1, False, "20 kg assist", "-20"),
        (Load.of(-20), KG, 1, True, "20 kg assist", "-20"),
    ],
)
def test_loads(load: Load, unit: Unit, hands: int, bodyweight: bool, text: str, short: str) -> None:
    assert show_load(load, unit, hands, bodyweight=bodyweight) == text
    assert show_load(load, unit, hands, bodyweight=bodyweight, short=True) == short


@pytest.mark.parametrize(
    ("amount", "text", "short"),
    [
        ({"reps": 5}, "× 5", "×5"),
        ({"reps": 8, "per_side": True}, "× 8 each side", "×8"),
        ({"reps": 8, "right": 7, "per_side": True}, "× 8 left, 7 right", "×8/7"),
        ({"seconds": 45}, "45 s", "45s"),
        ({"seconds": 30, "per_side": True}, "30 s each side", "30s"),
        ({"seconds": 30, "right": 25}, "30 s left, 25 s right", "30/25s"),
        ({"contacts": 20}, "20 contacts", "20c"),
    ],
)
def test_amounts(amount: dict[str, int], text: str, short: str) -> None:
    assert show_amount(**amount) == text
    assert show_amount(**amount, short=True) == short


@pytest.mark.parametrize(
    ("load", "amount", "rpe", "text"),
    [
        ("2 × 22.5 kg", "× 5", 8.0, "2 × 22.5 kg × 5 @8"),
        ("100 kg", "× 4", 8.5, "100 kg × 4 @8.5"),
        ("medium band", "× 10", None, "medium band × 10"),
        ("", "45 s", None, "45 s"),
        ("24 kg", "45 s", 7.0, "24 kg × 45 s @7"),
    ],
)
def test_a_set_on_one_line(load: str, amount: str, rpe: float | None, text: str) -> None:
    assert show_set(load, amount, rpe) == text


def test_a_set_on_a_narrow_screen() -> None:
    assert show_set("2×22.5", "×5", 8.0, short=True) == "2×22.5×5@8"
    assert show_set("24", "45s", short=True) == "24×45s"
    assert figures.show_band("medium", short=True) == "medium"


@pytest.mark.parametrize(
    ("before", "after", "unit", "hands", "text"),
    [
        (Load.of(100), Load.of("102.5"), KG, 1, "+2.5 kg"),
        (Load.of(40), Load.of(44), KG, 2, "+2 kg"),
        (Load.of(-20), Load.of(-15), KG, 1, "+5 kg"),
        (Load.of(100), Load.of(95), KG, 1, "−5 kg"),
        (Load.of(135, LB), Load.of(140, LB), LB, 1, "+5 lb"),
        (Load.of(60), Load.of(60), KG, 1, "±0 kg"),
    ],
)
def test_a_change_of_load(before: Load, after: Load, unit: Unit, hands: int, text: str) -> None:
    assert figures.show_change(before, after, unit, hands) == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (figures.percent(92.5), "92.5 %"),
        (figures.percent(60.0), "60 %"),
        (figures.percent_change(2.44), "+2.4 %"),
        (figures.percent_change(-10), "−10 %"),
        (figures.clock(72), "1:12"),
        (figures.clock(5), "0:05"),
        (figures.clock(3930), "1:05:30"),
        (figures.clock(-10), "+0:10"),
        (figures.minutes(14), "14 min"),
        (figures.minutes(59.6), "1 h"),
        (figures.minutes(65), "1 h 5 min"),
        (figures.distance(12.3), "12.3 km"),
        (figures.distance(8.047, LB), "5 mi"),
        (figures.days_away(52), "in 52 days"),
        (figures.days_away(1), "tomorrow"),
        (figures.days_away(0), "today"),
        (figures.days_away(-1), "yesterday"),
        (figures.days_away(-3), "3 days ago"),
        (figures.counted(1, "set"), "1 set"),
        (figures.counted(3, "set"), "3 sets"),
        (figures.counted(0, "entry", "entries"), "0 entries"),
    ],
)
def test_shares_times_and_counts(shown: str, text: str) -> None:
    assert shown == text


def test_dates_are_english_whatever_the_locale() -> None:
    race = dt.date(2027, 3, 26)
    assert figures.weekday(race) == "Fri"
    assert figures.short_date(race) == "26 Mar"
    assert figures.full_date(race, today=dt.date(2027, 1, 1)) == "Fri 26 Mar"
    assert figures.full_date(race, today=dt.date(2026, 12, 31)) == "Fri 26 Mar 2027"


@pytest.mark.parametrize(
    ("kg", "moved", "unit", "text", "short"),
    [
        (128.04, None, KG, "128 kg", "128 kg"),
        (105.1, 54.4, KG, "bw + 50.7 kg (105.1 kg with 54.4 kg of you)", "bw+50.7 kg"),
        (60.0, 68.0, KG, "bw − 8 kg (60 kg with 68 kg of you)", "bw−8 kg"),
        (25.0, 0.0, KG, "bw + 25 kg", "bw+25 kg"),
        (105.1, 54.4, LB, "bw + 111.8 lb (231.7 lb with 119.9 lb of you)", "bw+111.8 lb"),
    ],
)
def test_a_maximum_with_the_body_in_it_says_the_load_on_top_and_the_rest(
    kg: float, moved: float | None, unit: Unit, text: str, short: str
) -> None:
    assert figures.show_e1rm(kg, moved, unit) == text
    assert figures.show_e1rm(kg, moved, unit, short=True) == short


@given(st.floats(30, 250), st.floats(20, 120), st.sampled_from(Unit), st.integers(0, 1))
@settings(max_examples=100)
def test_its_parts_add_up_as_they_are_said(kg: float, moved: float, unit: Unit, places: int) -> None:
    said = figures.show_e1rm(kg, moved, unit, places).replace("− ", "-").replace("+ ", "")
    on_top, whole, body = (Decimal(each) for each in re.findall(r"-?[\d.]+", said))
    assert on_top + body == whole


@given(st.decimals(-2000, 2000, places=2))
@settings(max_examples=150)
def test_a_number_reads_back_exactly(value: Decimal) -> None:
    text = number(value).replace("−", "-")
    assert Decimal(text) == value
    assert "E" not in text
