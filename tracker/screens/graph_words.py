"""What a graph says in words: names of figures, values in the runner's unit, and why a point stands apart."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby

from tracker.domain.adapting.ladder import Library
from tracker.domain.exercise import ExerciseId
from tracker.domain.review.series import Apart, Band, Dot, Measured, Series
from tracker.domain.review_rules import Group
from tracker.domain.strength.symmetry import SideDifference
from tracker.domain.strength.trend import Direction, LiftTrend
from tracker.domain.units import KG_PER_LB, Unit
from tracker.domain.words.figures import (
    counted,
    full_date,
    number,
    percent,
    percent_change,
    short_date,
    show_e1rm,
    show_kg,
    show_rpe,
    show_with_body,
)
from tracker.domain.words.said_set import set_of
from tracker.screens.season_band import tint_of
from widgets.headline import Statement
from widgets.legend import Meaning
from widgets.row_list import Cell, Column, ListRow
from widgets.trend_plot import Spot, Stretch

FIGURES = {
    Measured.E1RM: ("e1RM", "e1RM", "what one could lift once, as the sets tell"),
    Measured.TOP_SET: ("top set", "top", "the heaviest set of the day"),
    Measured.TONNAGE: ("tonnage", "tons", "weight times reps; it has to fall in peak and taper"),
    Measured.HARD_SETS: ("hard sets", "hard", "sets at RPE 7 or more"),
    Measured.CONTACTS: ("contacts", "jumps", "landings of jumps"),
    Measured.SIDES: ("left : right", "L:R", "the lead of one side; 15 % and more is worth knowing"),
}
"""Name, short name and a word about each, in the order of the digits."""

MARKS = {
    Apart.DELOAD: ("d", "deload"),
    Apart.TAPER: ("t", "taper"),
    Apart.RACE_WEEK: ("r", "race week"),
    Apart.RECOVERY: ("c", "recovery"),
    Apart.RED: ("!", "not ready"),
    Apart.PAIN: ("x", "pain"),
    Apart.EASED: ("e", "eased"),
}
"""The letter of a point that is kept out of trends, and its word."""

TABLE = (
    Column(most=15),
    Column(most=10, rank=3),
    Column(most=36, to_right=True),
    Column(most=26, flex=True, rank=1),
    Column(most=12, rank=2),
)
EVERYTHING = "*"
_CROWDED = "○"
_SHORT = {"off-season": "off", "race week": "race", "recovery": "rec"}
_ROOM_FOR_A_LETTER = 3
_BODY_TOO = ("body included", "with body")
NOT_YET = "Nothing to draw yet. After the first session a point stands here, and a trend after a few weeks."
NOT_HERE = "Nothing in these months; {} looks further back."
NOT_ENOUGH = "Not enough data yet for {}."


def subject_rows(
    exercises: tuple[ExerciseId, ...], groups: tuple[Group, ...], library: Library
) -> tuple[ListRow, ...]:
    """What can be drawn: exercises, the latest first, then groups of them and everything."""
    if not exercises:
        return ()
    named = [(each, library[each].name if each in library else each) for each in exercises]
    return (
        ListRow("", (Cell("Exercises", "strong"),)),
        *(ListRow(each, (Cell(name),)) for each, name in named),
        ListRow("", ()),
        ListRow("", (Cell("Groups, week by week", "strong"),)),
        ListRow(EVERYTHING, (Cell("everything"),)),
        *(ListRow(f"{EVERYTHING}{group}", (Cell(group.spoken),)) for group in groups),
    )


def group_of(key: str) -> Group | None:
    """The group a row stands for; None for everything."""
    name = key.removeprefix(EVERYTHING)
    return Group(name) if name else None


def value_words(dot: Dot, what: Measured, unit: Unit, *, short: bool = False) -> str:
    """The value of a dot with its unit: ``127.5 kg``, ``8 reps``, ``12 % left``, ``1 hard set``."""
    value = dot.value
    match what:
        case Measured.E1RM:
            return show_e1rm(value, _moved(dot), unit, short=True)
        case Measured.TONNAGE:
            return f"{number(in_unit(value, unit), 0)} {unit}"
        case Measured.TOP_SET:
            return top_set_words(dot, unit, short=short)
        case Measured.SIDES:
            return (
                "even" if not round(value, 1) else f"{percent(abs(value))} {'left' if value > 0 else 'right'}"
            )
        case _:
            return counted(round(value), FIGURES[what][0].removesuffix("s"))


def body_words(dot: Dot, what: Measured, unit: Unit) -> tuple[str, ...]:
    """How much of a figure is the moved part of the body, also shorter; nothing where none is."""
    moved = _moved(dot)
    if moved and what is Measured.E1RM:
        return show_with_body(dot.value, moved, unit), f"{show_kg(dot.value, unit)} with you"
    return _BODY_TOO if moved and what is Measured.TONNAGE else ()


def _moved(dot: Dot) -> float | None:
    return None if dot.point is None else dot.point.top.entry.moved_kg


def in_unit(kilograms: float, unit: Unit) -> float:
    """Kilograms as the number to draw."""
    return kilograms if unit is Unit.KG else kilograms / float(KG_PER_LB)


def drawn_value(dot: Dot, what: Measured, unit: Unit) -> float:
    """The number to draw for a dot; of what moves the body the load on top, as it is said."""
    if what is Measured.E1RM:
        return in_unit(dot.value - (_moved(dot) or 0.0), unit)
    weighs = what is Measured.TONNAGE or (
        what is Measured.TOP_SET and dot.point is not None and dot.point.top_kg is not None
    )
    return in_unit(dot.value, unit) if weighs else dot.value


def is_crowded(series: Series, columns: int) -> bool:
    """Whether letters would stand in each other's way, on a plot as wide as *columns*."""
    return sum(dot.apart is not None for dot in series.dots) * _ROOM_FOR_A_LETTER > columns


def spots(series: Series, unit: Unit, *, crowded: bool = False) -> tuple[Spot, ...]:
    """The dots for `widgets.trend_plot.TrendPlot`; where they crowd, those apart have one mark in common."""
    return tuple(
        Spot(
            dot.date,
            drawn_value(dot, series.what, unit),
            "" if dot.apart is None else _CROWDED if crowded else MARKS[dot.apart][0],
            tint_of(dot.phase) if dot.phase is not None else "quiet",
        )
        for dot in series.dots
    )


def stretches(found: tuple[Band, ...]) -> tuple[Stretch, ...]:
    """The phases for `widgets.trend_plot.TrendPlot`."""
    return tuple(
        Stretch(
            (band.phase.spoken, _SHORT.get(band.phase.spoken, band.phase.spoken)),
            band.start,
            band.end,
            tint_of(band.phase),
        )
        for band in found
    )


def phase_key(found: tuple[Band, ...], series: Series, *, crowded: bool) -> tuple[tuple[Meaning, ...], ...]:
    """The colours of the phases, since a short one has no room for its name; those that a letter names need none."""
    lettered = set() if crowded else {MARKS[dot.apart][1] for dot in series.dots if dot.apart is not None}
    named = {band.phase.spoken: tint_of(band.phase) for band in found if band.phase.spoken not in lettered}
    return tuple((Meaning("■", (name, _SHORT.get(name, name)), tint=tint),) for name, tint in named.items())


def digits_of(found: Collection[Measured]) -> str:
    """The digits of the figures there are: ``1-4``, ``1-4 6``, ``4``."""
    there = [digit for digit, what in ORDER.items() if what in found]
    runs = [
        [digit for _, digit in run]
        for _, run in groupby(enumerate(there), key=lambda each: each[1] - each[0])
    ]
    return " ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def legend(series: Series, *, crowded: bool = False) -> tuple[tuple[Meaning, ...], ...]:
    """The marks of points that stand apart, as far as there are any."""
    there = {dot.apart for dot in series.dots}
    found = [(mark, word) for apart, (mark, word) in MARKS.items() if apart in there]
    if crowded and found:
        named = ", ".join(word for _, word in found)
        return ((Meaning(_CROWDED, (f"kept out of trends: {named}", "kept out of trends"), "quiet"),),)
    return tuple((Meaning(mark, (word,), "quiet"),) for mark, word in found)


def dot_line(dot: Dot, series: Series, unit: Unit, today: date) -> tuple[Statement, ...]:
    """One point in words."""
    day = f"week of {short_date(dot.date, today)}" if series.weekly else full_date(dot.date, today)
    top = "" if series.what is Measured.TOP_SET else top_set_words(dot, unit)
    return (
        Statement((day, short_date(dot.date, today)), "strong", rank=0),
        Statement((value_words(dot, series.what, unit),), "accent", rank=0),
        Statement((top,), rank=2),
        Statement(body_words(dot, series.what, unit), "quiet", rank=3),
        Statement(
            (f"{MARKS[dot.apart][1]}, out of trends", MARKS[dot.apart][1]) if dot.apart else (),
            "quiet",
            rank=1,
        ),
    )


def summary_line(
    series: Series,
    unit: Unit,
    trend: LiftTrend | None,
    sides: SideDifference | None,
    today: date,
) -> tuple[Statement, ...]:
    """Where it stands, the best there was, and where it is going."""
    if not series.dots:
        return ()
    last, best = series.dots[-1], series.best

    def both(before: str, dot: Dot, after: str = "") -> tuple[str, str]:
        long, short = (value_words(dot, series.what, unit, short=short) for short in (False, True))
        return f"{before} {long}{after}", f"{before} {short}{after}"

    said = [Statement(both("now", last), "accent", rank=0)]
    if best is not None and (best.value or series.what is Measured.TOP_SET):
        when = short_date(best.date, today)
        said.append(Statement(both("best", best, f", {when}"), rank=1))
    said.append(Statement(body_words(last, series.what, unit), "quiet", rank=1))
    if series.what is Measured.SIDES:
        said.append(Statement((_sides_words(sides),), rank=1))
    elif series.what is Measured.E1RM:
        said.append(Statement(trend_words(trend), "quiet", rank=2))
    return tuple(said)


def trend_words(lift: LiftTrend | None) -> tuple[str, str]:
    """``rising +0.4 % a week``, ``no clear change yet``, ``not enough data yet for a trend``; and each shorter."""
    if lift is None or lift.trend is None:
        return "not enough data yet for a trend", "no trend yet"
    if not lift.trend.clear:
        return "no clear change yet", "no clear change"
    if lift.trend.direction is Direction.FLAT:
        return "flat over six weeks", "flat"
    change = f"{percent_change(100 * lift.trend.slope)} a week"
    return f"{lift.trend.direction} {change}", change


def table_rows(series: Series, unit: Unit, today: date) -> tuple[ListRow, ...]:
    """Every point as a row, newest first; the key is its number."""
    rows = []
    for at in reversed(range(len(series.dots))):
        dot = series.dots[at]
        rows.append(
            ListRow(
                str(at),
                (
                    Cell(short_date(dot.date, today) if series.weekly else full_date(dot.date, today)),
                    Cell(
                        "" if dot.phase is None else dot.phase.spoken,
                        tint=tint_of(dot.phase) if dot.phase else "",
                    ),
                    Cell(value_words(dot, series.what, unit), "bold"),
                    Cell("" if series.what is Measured.TOP_SET else top_set_words(dot, unit), "quiet"),
                    Cell(MARKS[dot.apart][1] if dot.apart else "", "quiet"),
                ),
            )
        )
    return tuple(rows)


def top_set_words(dot: Dot, unit: Unit, *, short: bool = False) -> str:
    """``100 kg × 5 @8.5``, ``2 × 20 kg × 10 left, 6 right @8``, short ``2×20×10/6 @8``; empty for a week."""
    if dot.point is None:
        return ""
    top = dot.point.top
    return f"{set_of(top.entry, top.done, unit, short=short)} {show_rpe(top.done.rpe)}".strip()


def _sides_words(sides: SideDifference | None) -> str:
    if sides is None:
        return "no difference worth knowing"
    return f"{percent(100 * sides.difference, 0)} over the last times: start with the {sides.weaker}"


ORDER: Mapping[int, Measured] = dict(enumerate(FIGURES, start=1))
"""The figure of each digit."""
EVERY_DIGIT = f"1-{len(ORDER)}"
