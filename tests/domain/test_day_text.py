"""A day of the past as people type it."""

from datetime import date

import pytest

from tracker.domain.errors import Misunderstood
from tracker.domain.words.day_text import parse_past_day

TODAY = date(2027, 3, 12)  # a Friday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2027, 3, 11)),
        ("tue", date(2027, 3, 9)),
        ("fri", date(2027, 3, 5)),
        ("saturday", date(2027, 3, 6)),
        ("12 mar", date(2027, 3, 12)),
        ("12 nov", date(2026, 11, 12)),
        ("nov 12, 2025", date(2025, 11, 12)),
        ("12. November 2025", date(2025, 11, 12)),
        ("12.11.", date(2026, 11, 12)),
        ("12.11.2025", date(2025, 11, 12)),
        ("2026-11-12", date(2026, 11, 12)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    assert parse_past_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("someday", "not a day"),
        ("t", "not a day"),
        ("2027-04-01", "still to come"),
        ("2026-02-30", "not in the calendar"),
        ("1850-01-01", "177 years ago; is the year right"),
        ("12 foo", "no month"),
        ("", "not a day"),
    ],
)
def test_what_is_no_day_is_said(typed: str, sentence: str) -> None:
    with pytest.raises(Misunderstood, match=sentence):
        parse_past_day(typed, TODAY)
