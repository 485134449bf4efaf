"""Sets as people type them: ``22.5x6@8 x3``. The command line, the free line, imports and tests speak it.

    [LOADx]AMOUNT[,AMOUNT...][@RPE] [xSETS][; the next weight]

    LOAD     60, 60kg, 135lb, 22,5 - bw, bw+10 - -20 or 20 assist - medium, green - 2x22.5, 2x20kg: one in each hand
    AMOUNT   6 reps - 22/17 left and right - 45s, 1:30, 2min - 20c contacts
    RPE      @8, @7.5, rpe 8, 2rir, @hard

Weight comes first: ``3x8`` is a weight of 3 for 8 reps. Before seconds and contacts a bare number counts the
sets (``3x45s``), as programs write it; a weight there needs its unit (``24kgx45s``). Many sets of very few (``16x4``)
are read the other way round: four sets of sixteen. A comma between digits before
the x is decimal, after it a list; the RPE at the end of a list holds for every set unless an earlier one has its own.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.units import Unit
from tracker.domain.words.figures import number
from tracker.domain.words.set_text import MOST, MOST_AMOUNT, MOST_SETS, Measure, SetText
from tracker.domain.words.typed import Reader, Unreadable, folded

BANDS = (
    *("extra light", "x-light", "light", "medium", "heavy", "extra heavy", "x-heavy"),
    *("tan", "yellow", "orange", "red", "green", "blue", "purple", "black", "grey", "gray", "silver", "gold"),
)
"""Band names understood without being told which bands are there."""

EFFORT = {"easy": 6.0, "solid": 7.5, "hard": 9.0, "all-out": 10.0, "all out": 10.0}
"""RPE in words (docs/rules.md 3.1)."""


def parse_sets(
    typed: str, unit: Unit = Unit.KG, bands: Sequence[str] = (), counts: Measure = Measure.REPS
) -> tuple[SetText, ...]:
    """The sets in a line such as ``22.5x6@8 x3``.

    Args:
        unit: the runner's unit; only used to tell a weight that cannot be.
        bands: the runner's own band names, beside the usual ones.
        counts: what a number without a label counts: seconds for a hold, contacts for jumps.

    Raises:
        Unreadable: with a sentence and the place of what was not understood.
    """
    reader = Reader(typed)
    asked = _Asked(unit, tuple(bands), counts)
    sets = _entry(reader, asked)
    while reader.take(_SEMICOLON):
        sets += _entry(reader, asked)
    if not reader.done:
        raise _leftover(reader)
    return tuple(sets)


def split_entry(
    typed: str, unit: Unit = Unit.KG, bands: Sequence[str] = (), knows: Callable[[str], bool] | None = None
) -> tuple[str, str]:
    """``split squat 22.5x6@8 x3`` as ``("split squat", "22.5x6@8 x3")``; the second part parses.

    Args:
        knows: whether a text names an exercise; such a split is preferred, for names that end in a number.

    Raises:
        Unreadable: when no end of the text reads as sets, or no exercise stands before them.
    """
    starts = [space.end() for space in re.finditer(r"\s+(?=\S)", typed) if typed[: space.start()].strip()]
    problems = {at: _problem(typed[at:], unit, bands) for at in starts}
    readable = [at for at, problem in problems.items() if problem is None]
    known = [at for at in readable if knows and knows(typed[:at].strip())]
    for at in (*known, *readable):
        for before in starts[: starts.index(at)]:
            problem = problems[before]
            if problem and _SURELY_SETS.match(folded(typed), before):
                raise problem.moved(before)  # back squat 60x5 x99: no exercise is called back squat 60x5
        return typed[:at].strip(), typed[at:].strip()
    for at, problem in problems.items():
        if problem and _LIKELY_SETS.match(folded(typed), at):
            raise problem.moved(at)
    raise Unreadable("Say what you did after the exercise: split squat 22.5x6@8.", len(typed), len(typed))


def _problem(typed: str, unit: Unit, bands: Sequence[str]) -> Unreadable | None:
    try:
        parse_sets(typed, unit, bands)
    except Unreadable as problem:
        return problem
    return None


_MANY_SETS = 8
"""More sets of jumps or holds than anybody writes down in one line."""

_NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]{1,3})?)"
_UNIT = r"(?P<unit>kgs?|kilos?|lbs?|pounds?)"
_END = r"\s*(?P<assist>assist(?:ed|ance)?)?\s*x"
_SIGN = r"(?P<sign>[+-])"
_PAIR = rf"2\s*x\s*(?:{_NUMBER}\s*{_UNIT}|(?P<fraction>[0-9]+[.,][0-9]{{1,3}})){_END}"
_ONE = rf"{_NUMBER}\s*{_UNIT}?{_END}"

_PLAIN_PAIR = re.compile(rf"{_SIGN}?\s*{_PAIR}")
_PLAIN_ONE = re.compile(rf"{_SIGN}?\s*{_ONE}")
_ADDED_PAIR = re.compile(rf"{_SIGN}\s*{_PAIR}")
_ADDED_ONE = re.compile(rf"{_SIGN}\s*{_ONE}")
_BODY = re.compile(r"(?:bw|body\s?weight)(?![a-wyz])")
_X = re.compile(r"x")
_SEMICOLON = re.compile(r";")
_COMMA = re.compile(r",")
_SLASH = re.compile(r"/(?!\s*side)")
_EACH_SIDE = re.compile(r"(?:/|each|per)\s*side(?![a-wyz])")
_LEFT = re.compile(r"left\s*,?(?![a-wyz])")
_RIGHT = re.compile(r"right(?![a-wyz])")
_COUNT = re.compile(r"(?P<count>[0-9]+)(?::(?P<clock>[0-5][0-9])(?![0-9]))?")
_LABEL = re.compile(
    r"(?:(?P<min>minutes?|mins?|m)|(?P<s>seconds?|secs?|s)|(?P<c>contacts?|c)|(?P<r>reps?|r))(?![a-wyz])"
)
_FRACTION = re.compile(r"[0-9]+\.[0-9]*")
_RIR = re.compile(r"@?\s*(?:rir\s*(?P<a>[0-9]+(?:[.,]5)?)|(?P<b>[0-9]+(?:[.,]5)?)\s*rir)(?![a-wyz0-9.])")
_RPE = re.compile(r"(?:@\s*(?:rpe)?|rpe)\s*(?P<rpe>[0-9]+(?:\.[0-9]+|,[05](?=\s*(?:$|;|x)))?)(?![a-wyz.])")
_RPE_WORD = re.compile(rf"@\s*(?P<word>{'|'.join(EFFORT)})(?![a-wyz])")
_RPE_MARK = re.compile(r"@|rpe|rir")
_SETS = re.compile(r"(?:x\s*(?P<a>[0-9]+)(?:\s*sets?)?|(?P<b>[0-9]+)\s*sets?)(?![a-wyz0-9.,])")
_UNIT_HERE = re.compile(_UNIT)
_SURELY_SETS = re.compile(
    rf"[+-]?\s*{_NUMBER}\s*(?:kg|lb)?\s*x\s*[0-9]|bw\S*x\s*[0-9]|x\s*[0-9]+\s*x\s*[0-9]"
)
_LIKELY_SETS = re.compile(r"[0-9]|[+-]\s*[0-9]|x\s*[0-9]|bw(?![a-wyz])|bodyweight|@")


class _Asked(NamedTuple):
    """What the caller knows of the runner and the exercise."""

    unit: Unit
    bands: tuple[str, ...]
    counts: Measure


class _Lifted(NamedTuple):
    """What stood before the x."""

    load: Decimal | None = None
    unit: Unit | None = None
    pair: bool = False
    bodyweight: bool = False
    band: str | None = None
    times: bool = False

    @property
    def is_bare(self) -> bool:
        """A number alone, which counts the sets before seconds and contacts."""
        return self.load is not None and not (self.unit or self.pair or self.bodyweight)


class _Amount(NamedTuple):
    left: int
    right: int | None
    measure: Measure | None
    rpe: float | None
    start: int
    end: int


def _entry(reader: Reader, asked: _Asked) -> list[SetText]:
    """One weight and everything done with it."""
    start = reader.at
    lifted = _lifted(reader, asked)
    amounts = [_amount(reader)]
    while reader.take(_COMMA):
        amounts.append(_amount(reader))
    named = _named_measure(reader, amounts)
    measure = named or asked.counts
    _must_be_possible(reader, amounts, measure)
    if not lifted.times and named is None and measure is Measure.REPS:
        _must_be_told_from_a_weight(reader, amounts)
    sets = _sets_after(reader, amounts)
    rpe = _rpe(reader) if sets and amounts[-1].rpe is None else None
    if lifted.is_bare and measure is not Measure.REPS:
        if sets is None and named is None:
            lifted, amounts = _sets_after_all(lifted, amounts)
        sets = _sets_before(reader, lifted, amounts[0], measure, sets, start)
        lifted = _Lifted()
    elif lifted.is_bare and lifted.load == 2 and sets and amounts[0].rpe is None:
        # With an effort between, as in 2x12@6 x2, the 12 can only be reps.
        raise _two_of_them(reader, amounts[0], sets, asked.unit, start)
    shared = amounts[-1].rpe if rpe is None else rpe
    own = any(amount.rpe is not None for amount in amounts[:-1])
    return [_set(lifted, amount, measure, amount.rpe if own else shared) for amount in amounts] * (sets or 1)


def _lifted(reader: Reader, asked: _Asked) -> _Lifted:
    for level in sorted((*asked.bands, *BANDS), key=len, reverse=True):
        if level.strip() and reader.take(re.compile(rf"{re.escape(folded(level.strip()))}(?:\s+band)?\s*x")):
            return _Lifted(band=level.strip(), times=True)
    start = reader.at
    body = reader.take(_BODY) is not None
    if body and reader.take(_X):
        return _Lifted(bodyweight=True, times=True)
    pair = reader.take(_ADDED_PAIR if body else _PLAIN_PAIR)
    found = pair or reader.take(_ADDED_ONE if body else _PLAIN_ONE)
    if found:
        return _weight(reader, found, asked.unit, pair=pair is not None, start=start)
    if body:
        raise reader.stopped("after bw comes x and the reps, or + and a weight: bwx8, bw+10x5", start)
    return _Lifted(times=reader.take(_X) is not None)


def _weight(reader: Reader, found: re.Match[str], unit: Unit, pair: bool, start: int) -> _Lifted:
    parts = found.groupdict()
    named = parts["unit"] and (Unit.LB if parts["unit"][0] in "lp" else Unit.KG)
    load = Decimal((parts["number"] or parts["fraction"]).replace(",", "."))
    most = MOST[named or unit]
    if load > most:
        raise reader.stopped(f"weights go up to {most} {named or unit}", start, found.end() - 1)
    helps = parts["sign"] == "-" or parts["assist"] is not None
    bodyweight = helps or parts["sign"] is not None
    return _Lifted(-load if helps else load, named or None, pair, bodyweight, times=True)


def _amount(reader: Reader) -> _Amount:
    """``6``, ``22/17``, ``45s``, ``8 each side``, ``8 left, 7 right``, each perhaps with its own RPE."""
    start = reader.at
    left, measure = _count(reader)
    right: int | None = None
    if reader.take(_LEFT):
        right, other = _count(reader)
        if not reader.take(_RIGHT):
            raise reader.stopped("after the left side comes the right: 8 left, 7 right")
        measure = measure or other
    elif reader.take(_SLASH):
        right, other = _count(reader)
        if measure and other and measure is not other:
            raise reader.stopped("both sides are counted the same way", start, reader.at)
        measure = measure or other
    reader.take(_EACH_SIDE)
    end = reader.at
    return _Amount(left, right, measure, _rpe(reader), start, end)


def _count(reader: Reader) -> tuple[int, Measure | None]:
    """A whole number and what it counts, if it says so; minutes come back as seconds."""
    start = reader.at
    if _FRACTION.match(reader.text, reader.at):
        raise reader.stopped("reps, seconds and contacts are whole numbers")
    found = reader.take(_COUNT)
    if not found:
        raise reader.stopped("a number belongs here, as in 60x8, x8, 45s or 20c")
    count, clock = int(found["count"]), found["clock"]
    label = reader.take(_LABEL)
    measure = _measure(label)
    if clock is not None:
        if measure not in (None, Measure.SECONDS):
            raise reader.stopped("minutes and seconds are a time", start, reader.at)
        count, measure = count * 60 + int(clock), Measure.SECONDS
    elif label and label["min"]:
        count *= 60
    return count, measure


def _measure(label: re.Match[str] | None) -> Measure | None:
    if label is None:
        return None
    if label["r"]:
        return Measure.REPS
    return Measure.CONTACTS if label["c"] else Measure.SECONDS


def _named_measure(reader: Reader, amounts: list[_Amount]) -> Measure | None:
    """What the list says it counts: one label holds for all of it. None where there is none."""
    named = [amount for amount in amounts if amount.measure]
    for amount in named[1:]:
        if amount.measure is not named[0].measure:
            raise reader.stopped("one list counts one thing", amount.start, amount.end)
    return named[0].measure if named else None


def _must_be_possible(reader: Reader, amounts: list[_Amount], measure: Measure) -> None:
    most = MOST_AMOUNT[measure]
    for amount in amounts:
        if max(amount.left, amount.right or 0) > most:
            raise reader.stopped(f"{measure} go up to {most} in one set", amount.start, amount.end)
        if measure is Measure.CONTACTS and amount.right is not None:
            why = "contacts of both legs are counted together, for example 20c"
            raise reader.stopped(why, amount.start, amount.end)


def _must_be_told_from_a_weight(reader: Reader, amounts: list[_Amount]) -> None:
    if all(amount.right is None for amount in amounts):
        first = amounts[0]
        count = first.left
        why = f"write x{count} for reps, {count}s for seconds, {count}c for contacts, or a weight and reps like 60x8"
        raise reader.stopped(why, first.start, first.end)


def _rpe(reader: Reader) -> float | None:
    start = reader.at
    if word := reader.take(_RPE_WORD):
        return EFFORT[word["word"]]
    if reserve := reader.take(_RIR):
        rpe = 10 - float((reserve["a"] or reserve["b"]).replace(",", "."))
        said = "reps in reserve go from 0 to 9"
    elif effort := reader.take(_RPE):
        rpe = float(effort["rpe"].replace(",", "."))
        said = "RPE goes from 1 to 10"
    elif _RPE_MARK.match(reader.text, reader.at):
        raise reader.stopped("effort is written @8, @7.5 or 2rir")
    else:
        return None
    if not 1 <= rpe <= 10:
        raise reader.stopped(said, start, reader.at)
    if rpe * 2 != int(rpe * 2):
        raise reader.stopped("RPE goes in half steps, such as @8 or @8.5", start, reader.at)
    return rpe


def _sets_after(reader: Reader, amounts: list[_Amount]) -> int | None:
    """How many sets: ``x3`` or ``3 sets``."""
    start = reader.at
    found = reader.take(_SETS)
    if not found:
        return None
    if len(amounts) > 1:
        why = "a list names every set already; a new weight goes after a semicolon, as in 60x5; 65x5"
        raise reader.stopped(why, start, reader.at)
    sets = int(found["a"] or found["b"])
    if not 1 <= sets <= MOST_SETS:
        why = f"this would be {sets} sets, and up to {MOST_SETS} go in one line: weight, reps, sets, as in 60x8 x3"
        raise reader.stopped(why, start, reader.at)
    return sets


def _sets_before(
    reader: Reader, lifted: _Lifted, first: _Amount, measure: Measure, after: int | None, start: int
) -> int:
    """The number before ``x45s`` or ``x20c``, which counts the sets."""
    count = lifted.load or Decimal(0)
    if after is not None or count != int(count) or not 1 <= count <= MOST_SETS:
        as_weight = f"{number(count)}kgx{first.left}{measure[0]}"
        why = f"before {measure} a bare number counts the sets; a weight needs its unit, as in {as_weight}"
        raise reader.stopped(why, start, first.start)
    return int(count)


def _sets_after_all(lifted: _Lifted, amounts: list[_Amount]) -> tuple[_Lifted, list[_Amount]]:
    """``16x4`` for jumps is four sets of sixteen: nobody does sixteen sets of four."""
    first = amounts[0]
    count = lifted.load or Decimal(0)
    whole = len(amounts) == 1 and first.right is None and count == int(count)
    if not whole or count <= _MANY_SETS or not 1 <= first.left <= _MANY_SETS:
        return lifted, amounts
    return lifted._replace(load=Decimal(first.left)), [first._replace(left=int(count))]


def _two_of_them(reader: Reader, first: _Amount, sets: int, unit: Unit, start: int) -> Unreadable:
    pair, light = f"2x{first.left}{unit}x{sets}", f"2{unit}x{first.left} x{sets}"
    return reader.stopped(f"for two weights write {pair}, for a weight of 2 write {light}", start, reader.at)


def _set(lifted: _Lifted, amount: _Amount, measure: Measure, rpe: float | None) -> SetText:
    sides = {f"right_{measure}": amount.right} if amount.right is not None else {}
    return SetText(
        load=lifted.load,
        unit=lifted.unit,
        pair=lifted.pair,
        bodyweight=lifted.bodyweight,
        band=lifted.band,
        rpe=rpe,
        **{str(measure): amount.left, **sides},
    )


def _leftover(reader: Reader) -> Unreadable:
    """What to say about the text after the last thing understood."""
    if _UNIT_HERE.match(reader.text, reader.at):
        return reader.stopped("the weight comes first, as in 60kgx8")
    if reader.text[reader.at] == "x":
        return reader.stopped("the number of sets is missing or is not a whole number, as in 60x8 x3")
    return reader.stopped("I expected @ and the effort, x and the number of sets, or the end")
