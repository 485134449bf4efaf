"""Runs as people type them: ``12.3km 65min``, ``5mi``, ``10k in 52:10``, ``1h05``."""

import re
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.units import Unit
from tracker.domain.words.figures import KM_PER_MILE, distance, minutes
from tracker.domain.words.typed import Reader, Unreadable

MOST_KM = 1000.0
MOST_MINUTES = 100 * 60.0
FASTEST = 2.0
"""Minutes per kilometre nobody runs faster than; it tells 1:05 the hour from 1:05 the minute."""
SLOWEST = 60.0
"""Minutes per kilometre beyond which it is no run, nor a walk."""
_RUN = "a run is a distance, a time or both, as in 12.3km 65min"

_DISTANCE = re.compile(
    r"(?P<far>[0-9]{1,6}(?:[.,][0-9]+)?)\s*(?P<unit>km|k|kilomet(?:er|re)s?|mi|miles?)(?![a-z])"
)
_CLOCK = re.compile(r"(?P<a>[0-9]{1,4}):(?P<b>[0-5][0-9])(?::(?P<c>[0-5][0-9]))?(?![0-9:])")
_HOURS = re.compile(
    r"(?P<h>[0-9]{1,3})\s*h(?:ours?|rs?)?(?![a-z])\s*"
    r"(?:(?P<m>[0-5]?[0-9])(?![0-9:.,])(?!\s*(?:k|mi(?!n)))\s*(?:m(?:in(?:utes?)?)?(?![a-z]))?)?"
)
_MINUTES = re.compile(r"(?P<m>[0-9]{1,5}(?:[.,][0-9]+)?)\s*(?:m(?:in(?:ute)?s?)?|')(?![a-z])")
_SECONDS = re.compile(r"(?P<s>[0-5]?[0-9])\s*(?:s(?:ec(?:ond)?s?)?|\")(?![a-z])")
_BARE = re.compile(r"[0-9]{1,6}(?:[.,][0-9]+)?(?![0-9.,:]|[a-z])")
_BETWEEN = re.compile(r"(?:in|,|/|;)(?![a-z])")


class RunText(NamedTuple):
    """A run as typed; one of the two may be unknown."""

    km: float | None
    minutes: float | None


def parse_run(typed: str) -> RunText:
    """A distance, a time, or both in either order.

    Miles come back as kilometres, rounded to the metre.

    Raises:
        Unreadable: with a sentence and the place of what was not understood.
    """
    reader = Reader(typed)
    km: float | None = None
    time: float | None = None
    clock: tuple[re.Match[str], int, int] | None = None
    while not reader.done:
        start = reader.at
        if distance := reader.take(_DISTANCE):
            if km is not None:
                raise reader.stopped("a run has one distance", start, reader.at)
            km = _km(distance)
            if not 0 < km <= MOST_KM:
                raise reader.stopped(f"a run is longer than 0 and up to {MOST_KM:.0f} km", start, reader.at)
        elif time is None and clock is None and (found := reader.take(_CLOCK)):
            clock = (found, start, reader.at)
        elif time is None and clock is None and (minutes := _minutes(reader)) is not None:
            time = minutes
        else:
            raise _not_read(reader, km, time)
        reader.take(_BETWEEN)
    if clock:
        time = _clock_minutes(reader, *clock, km)
    if km is None and time is None:
        raise reader.stopped(_RUN)
    if time is not None and not 0 < time <= MOST_MINUTES:
        raise reader.stopped("a run takes more than no time and less than a hundred hours", 0, len(typed))
    return RunText(km, time)


def refuse_impossible(km: float | None, time: float | None, unit: Unit) -> None:
    """Nobody runs that fast, nor that slowly.

    Raises:
        Refused: with both figures, in the unit of the runner.
    """
    if km is None or time is None:
        return
    what = f"{distance(km, unit)} in {minutes(time)}"
    if time / km < FASTEST:
        raise Refused(f"{what} is faster than anybody runs; look at the distance and the time again.")
    if time / km > SLOWEST:
        raise Refused(f"{what} is slower than a slow walk; look at the distance and the time again.")


def _not_read(reader: Reader, km: float | None, time: float | None) -> Unreadable:
    """What is wrong with the text from here; of a bare number, which unit is missing."""
    bare = _BARE.match(reader.text, reader.at)
    if bare is None or (km is not None and time is not None):
        return reader.stopped(_RUN)
    far, long = f"{bare[0]}km or {bare[0]}mi", f"{bare[0]}min"
    ways = f"{long} for minutes" if km is not None else far if time is not None else f"{far}, or {long}"
    return reader.stopped(f"its unit is missing; write {ways}", reader.at, bare.end())


def _km(found: re.Match[str]) -> float:
    far = float(found["far"].replace(",", "."))
    return round(far * KM_PER_MILE if found["unit"].startswith("mi") else far, 3)


def _minutes(reader: Reader) -> float | None:
    """``1h05``, ``1 h 5 min``, ``65min``, ``65 min 30 s``."""
    if hours := reader.take(_HOURS):
        total = int(hours["h"]) * 60.0 + int(hours["m"] or 0)
    elif minutes := reader.take(_MINUTES):
        total = float(minutes["m"].replace(",", "."))
    else:
        return None
    seconds = reader.take(_SECONDS)
    return total + int(seconds["s"]) / 60 if seconds else total


def _clock_minutes(reader: Reader, found: re.Match[str], start: int, end: int, km: float | None) -> float:
    """``1:05:30`` and ``65:30``. Two parts are minutes and seconds unless nobody could run that fast."""
    first, second = int(found["a"]), int(found["b"])
    if found["c"]:
        return first * 60 + second + int(found["c"]) / 60
    minutes = first + second / 60
    if km is not None:
        return minutes if minutes / km >= FASTEST else first * 60.0 + second
    if minutes < 10:
        why = f"is it hours or minutes? Write {first}h{second:02} or {first}min {second}s"
        raise reader.stopped(why, start, end)
    return minutes
