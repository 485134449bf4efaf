"""Runs as runners write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.errors import Refused
from tracker.domain.units import Unit
from tracker.domain.words.run_text import RunText, parse_run, refuse_impossible
from tracker.domain.words.typed import Unreadable


@pytest.mark.parametrize(
    ("typed", "km", "minutes"),
    [
        ("12.3km 65min", 12.3, 65),
        ("65min 12,3 km", 12.3, 65),
        ("12km, 65 min 30 s", 12, 65.5),
        ("10k in 52:10", 10, 52 + 10 / 60),
        ("5mi", 8.047, None),
        ("8 miles 1:10:00", 12.875, 70),
        ("1h05", None, 65),
        ("1 h 5 min", None, 65),
        ("1h5m30s", None, 65.5),
        ("2h", None, 120),
        ("65:30", None, 65.5),
        ("1:05:30", None, 65.5),
        ("5k 19:45", 5, 19.75),
        ("1h 12km", 12, 60),
        pytest.param("12km 1:05", 12, 65, id="nobody runs 12 km in 65 seconds"),
        pytest.param("1km 2:05", 1, 2 + 5 / 60, id="but a kilometre in 2:05 can be"),
    ],
)
def test_a_run(typed: str, km: float | None, minutes: float | None) -> None:
    run = parse_run(typed)
    assert run.km == (km if km is None else pytest.approx(km))
    assert run.minutes == (minutes if minutes is None else pytest.approx(minutes))


@pytest.mark.parametrize(
    ("typed", "part", "why"),
    [
        ("", "", "a distance, a time or both"),
        ("8", "8", "its unit is missing; write 8km or 8mi, or 8min"),
        ("12,5", "12,5", "its unit is missing; write 12,5km or 12,5mi, or 12,5min"),
        ("8km 45", "45", "its unit is missing; write 45min for minutes"),
        ("45min 8", "8", "its unit is missing; write 8km or 8mi"),
        ("8km 45min 3", "3", "a distance, a time or both"),
        ("12km easy", "easy", "a distance, a time or both"),
        ("12km 1:60", "1:60", "a distance, a time or both"),
        ("12km 65min 40min", "40min", "a distance, a time or both"),
        ("12km 14km", "14km", "one distance"),
        ("0km", "0km", "longer than 0"),
        ("3000mi", "3000mi", "up to 1000 km"),
        ("1:05", "1:05", "Write 1h05 or 1min 5s"),
        ("0min", "0min", "more than no time"),
        ("200h", "200h", "a hundred hours"),
    ],
)
def test_what_is_not_a_run(typed: str, part: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as caught:
        parse_run(typed)
    assert typed[caught.value.start : caught.value.end] == part


@pytest.mark.parametrize(
    ("km", "minutes", "sentence"),
    [
        (500, 10, "500 km in 10 min is faster than anybody runs"),
        (10, 19, "10 km in 19 min is faster than anybody runs"),
        (1, 90, "1 km in 1 h 30 min is slower than a slow walk"),
    ],
)
def test_what_nobody_runs(km: float, minutes: float, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        refuse_impossible(km, minutes, Unit.KG)


@pytest.mark.parametrize(
    ("km", "minutes"), [(10, 26), (1, 2.2), (160, 1800), (5, 75), (500, None), (None, 10)]
)
def test_records_ultras_and_half_a_run_are_possible(km: float | None, minutes: float | None) -> None:
    refuse_impossible(km, minutes, Unit.KG)


@given(st.integers(1, 9999), st.integers(10, 59), st.integers(0, 59))
@settings(max_examples=100)
def test_three_ways_to_write_a_time(tenths: int, minutes: int, seconds: int) -> None:
    far = f"{tenths / 10}km"
    times = [
        parse_run(f"{far} {time}").minutes
        for time in (f"0:{minutes}:{seconds:02}", f"{minutes}min{seconds}s")
    ]
    assert times == [pytest.approx(minutes + seconds / 60)] * 2


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["12", "km", ":", "30", "h", "min", " ", "mi", "s"])).map("".join)
)
@settings(max_examples=200)
def test_a_text_reads_or_is_pointed_at(typed: str) -> None:
    found: RunText | Unreadable
    try:
        found = parse_run(typed)
    except Unreadable as error:
        found = error
    if isinstance(found, Unreadable):
        assert 0 <= found.start <= found.end <= len(typed)
    else:
        assert found.km or found.minutes
