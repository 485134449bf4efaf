"""A day as people type it: ``yesterday``, ``tue``, ``12 nov``, ``12.11.``, ``2026-11-12``."""

import re
from datetime import date, timedelta

from tracker.domain.errors import Misunderstood
from tracker.domain.run_week import DAYS
from tracker.domain.words.figures import MONTHS

_A_LIFETIME = 80
_NAMED = {"today": 0, "yesterday": 1}
_AHEAD = {"today": 0, "tomorrow": 1}
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.?\s*(?P<year>\d{4})?")
_WORDED = re.compile(r"(?P<day>\d{1,2})\.?\s*(?P<name>[a-z]{3,})\.?,?\s*(?P<year>\d{4})?")
_WORD_FIRST = re.compile(r"(?P<name>[a-z]{3,})\.?\s*(?P<day>\d{1,2}),?\s*(?P<year>\d{4})?")


def parse_past_day(text: str, today: date, what: str = "session") -> date:
    """The day meant; without a year the last such day, a weekday the last one before today.

    Args:
        what: is to be added on that day.

    Raises:
        Misunderstood: for anything else, and for a day that is still to come.
    """
    plain = " ".join(text.lower().split())
    if plain in _NAMED:
        return today - timedelta(days=_NAMED[plain])
    weekday = [at for at, name in enumerate(DAYS) if len(plain) >= 2 and name.lower().startswith(plain)]
    if len(weekday) == 1:
        return today - timedelta(days=(today.weekday() - weekday[0] - 1) % 7 + 1)
    found = next(
        (match for each in (_ISO, _DOTTED, _WORDED, _WORD_FIRST) if (match := each.fullmatch(plain))), None
    )
    if found is None:
        raise Misunderstood(f'"{text.strip()}" is not a day; write yesterday, tue, 12 nov or 2026-11-12.')
    day = _day(found, text, today)
    if day > today:
        raise Misunderstood(f'"{text.strip()}" is still to come; a {what} can be added once it is done.')
    if today.year - day.year > _A_LIFETIME:
        raise Misunderstood(f'"{text.strip()}" is {today.year - day.year} years ago; is the year right?')
    return day


def parse_coming_day(text: str, today: date) -> date:
    """The day meant; without a year the next such day, a weekday the next one after today.

    Raises:
        Misunderstood: for anything else, and for a day that is over.
    """
    plain = " ".join(text.lower().split())
    if plain in _AHEAD:
        return today + timedelta(days=_AHEAD[plain])
    weekday = [at for at, name in enumerate(DAYS) if len(plain) >= 2 and name.lower().startswith(plain)]
    if len(weekday) == 1:
        return today + timedelta(days=(weekday[0] - today.weekday() - 1) % 7 + 1)
    found = next(
        (match for each in (_ISO, _DOTTED, _WORDED, _WORD_FIRST) if (match := each.fullmatch(plain))), None
    )
    if found is None:
        raise Misunderstood(f'"{text.strip()}" is not a date; write 26 sep 2027 or 2027-09-26.')
    day = _day(found, text, today)
    if day < today and not found.groupdict().get("year"):
        day = _day(found, text, today.replace(month=12, day=31))
        day = _next_year(day, text) if day < today else day
    if day < today:
        raise Misunderstood(f'"{text.strip()}" is over; give a date from today on.')
    return day


def _next_year(day: date, text: str) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        raise Misunderstood(f'"{text.strip()}" is not in the calendar.') from None


def _day(found: re.Match[str], text: str, today: date) -> date:
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else _month(parts.get("name") or "", text)
    year = int(parts["year"]) if parts.get("year") else None
    try:
        if year is not None:
            return date(year, month, int(parts["day"]))
        this = date(today.year, month, int(parts["day"]))
        return this if this <= today else this.replace(year=today.year - 1)
    except ValueError:
        raise Misunderstood(f'"{text.strip()}" is not in the calendar.') from None


def _month(name: str, text: str) -> int:
    for number, month in enumerate(MONTHS, start=1):
        if name.startswith(month.lower()):
            return number
    raise Misunderstood(f'"{text.strip()}" names no month I know; write 12 nov or 2026-11-12.')
