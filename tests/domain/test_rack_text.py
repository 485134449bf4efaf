"""Equipment as it is typed in Settings."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.equipment import PlatePairs, Rack, Steps
from tracker.domain.words.rack_text import parse_plates, parse_rack, written_plates, written_rack
from tracker.domain.words.typed import Unreadable


def steps(start: str, step: str, top: str) -> Steps:
    return Steps(start=Decimal(start), step=Decimal(step), top=Decimal(top))


def weights(*figures: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("typed", "rack"),
    [
        ("2-40 by 2", steps("2", "2", "40")),
        ("2,5 to 100 by 2,5", steps("2.5", "2.5", "100")),
        ("5–200 steps of 5", steps("5", "5", "200")),
        ("8 12 16 20", weights("8", "12", "16", "20")),
        ("16, 8, 12, 8", weights("8", "12", "16")),
        ("4.5 6.8 11.34", weights("4.5", "6.8", "11.34")),
        ("7.5 12.5", weights("7.5", "12.5")),
        ("1,25 2,5 5", weights("1.25", "2.5", "5")),
        ("", ()),
        ("none", ()),
    ],
)
def test_a_rack(typed: str, rack: Rack) -> None:
    assert parse_rack(typed) == rack


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("1.25 2.5 5 10 15 20x6", {"1.25": 1, "2.5": 1, "5": 1, "10": 1, "15": 1, "20": 6}),
        ("20 x 6, 10", {"10": 1, "20": 6}),
        ("20 20 10", {"10": 1, "20": 2}),
        ("none", {}),
    ],
)
def test_plates(typed: str, pairs: dict[str, int]) -> None:
    assert parse_plates(typed) == tuple(PlatePairs(weight=Decimal(w), pairs=n) for w, n in pairs.items())


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("8,12", "8", "between spaces"),
        ("8 heavy", "heavy", "between spaces"),
        ("8 0 16", "0", "more than 0"),
        ("9000", "9000", "up to 2200"),
        ("40-2 by 2", "40-2 by 2", "from a light weight up"),
        ("1-1000000 by 0.001", "1-1000000 by 0.001", "up to 2200"),
        ("-20", "-20", "more than 0"),
        ("none 20", "none 20", "more than 0"),
        ("2-40 by 0", "2-40 by 0", "too small"),
        ("2-40 by 2 50", "50", "nothing more"),
        ("8x2", "x2", "between spaces"),
        ("5 – 200 in steps", "–", "between spaces"),
    ],
)
def test_a_rack_that_cannot_be_read(typed: str, part: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as caught:
        parse_rack(typed)
    assert typed[caught.value.start : caught.value.end] == part


@pytest.mark.parametrize("typed", ["6x20", "20x0", "20x", "20x6x2"])
def test_plates_that_cannot_be_read(typed: str) -> None:
    with pytest.raises(Unreadable):
        parse_plates(typed)


quarters = st.integers(1, 800).map(lambda n: Decimal(n) / 4)


@given(st.lists(quarters, unique=True, max_size=8).map(sorted).map(tuple))
@settings(max_examples=100)
def test_a_list_reads_back(rack: tuple[Decimal, ...]) -> None:
    assert parse_rack(written_rack(rack)) == rack


@given(quarters, quarters, quarters)
@settings(max_examples=100)
def test_even_steps_read_back(start: Decimal, more: Decimal, step: Decimal) -> None:
    rack = Steps(start=start, step=step, top=start + more)
    assert parse_rack(written_rack(rack)) == rack


@given(st.dictionaries(quarters, st.integers(1, 12), max_size=8))
@settings(max_examples=100)
def test_plates_read_back(owned: dict[Decimal, int]) -> None:
    plates = tuple(PlatePairs(weight=weight, pairs=owned[weight]) for weight in sorted(owned))
    assert parse_plates(written_plates(plates)) == plates


@given(st.text(alphabet="0123456789.,x -by;to", max_size=20))
@settings(max_examples=300)
def test_a_text_reads_or_is_pointed_at(typed: str) -> None:
    for read, write in ((parse_rack, written_rack), (parse_plates, written_plates)):
        found: Any = attempt(read, typed)
        if isinstance(found, Unreadable):
            assert 0 <= found.start <= found.end <= len(typed)
        else:
            assert attempt(read, write(found)) == found


def attempt(read: Callable[[str], Any], typed: str) -> Any:
    """What was read, or the error."""
    try:
        return read(typed)
    except Unreadable as error:
        return error
