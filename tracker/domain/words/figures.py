"""How figures are written for people: loads, amounts, effort, time and dates. The same on every screen.

No locale: a point is the decimal sign, English names the days, and the day comes before the month.
"""

import datetime as dt
from decimal import Decimal

from tracker.domain.units import Load, Unit

KM_PER_MILE = 1.609344
MINUS = "−"
TIMES = "×"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: Decimal | float, places: int = 2) -> str:
    """A number without trailing zeros or float noise: 22.5, 100, 1.25, −20."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    rounded = round(exact, places)
    text = f"{abs(rounded):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{MINUS}{text}" if rounded < 0 else text


def signed(value: Decimal | float, places: int = 2) -> str:
    """A change, always with its sign: +2.5, −5; no change is ±0."""
    text = number(value, places)
    if text == "0":
        return "±0"
    return text if text.startswith(MINUS) else f"+{text}"


def show_kg(kg: float, unit: Unit, places: int = 1) -> str:
    """Something computed in kilograms, an estimated maximum say, in *unit*: ``102.4 kg``."""
    return f"{number(Load.of(round(kg, 3)).amount_in(unit), places)} {unit}"


def show_e1rm(kg: float, moved_kg: float | None, unit: Unit, places: int = 1, *, short: bool = False) -> str:
    """An estimated maximum: ``128 kg``, ``bw + 50.7 kg (105.1 kg with 54.4 kg of you)``, short ``bw+50.7 kg``.

    Args:
        kg: all that moves.
        moved_kg: how much of it is the body, which is not always all of it; None where only the load moves. Then what
            is said first is the load on top, as it is put on; the rest adds up, also when rounded.
    """
    if moved_kg is None:
        return show_kg(kg, unit, places)
    on_top = show_kg(abs(kg - moved_kg), unit, places)
    sign = MINUS if kg < moved_kg else "+"
    if short:
        return f"bw{sign}{on_top}"
    return " ".join(
        filter(
            None,
            (f"bw {sign} {on_top}", f"({show_with_body(kg, moved_kg, unit, places)})" if moved_kg else ""),
        )
    )


def show_with_body(kg: float, moved_kg: float, unit: Unit, places: int = 1) -> str:
    """All that moves and the body in it, which with the load on top adds up: ``105.1 kg with 54.4 kg of you``."""
    all_of_it, on_top = (
        round(Load.of(round(each, 3)).amount_in(unit), places) for each in (kg, kg - moved_kg)
    )
    return f"{number(all_of_it, places)} {unit} with {number(all_of_it - on_top, places)} {unit} of you"


def show_load(
    load: Load, unit: Unit, hands: int = 1, *, bodyweight: bool = False, short: bool = False
) -> str:
    """A load as people say it: ``100 kg``, ``2 × 22.5 kg``, ``bw + 10 kg``, ``20 kg assist``, ``bodyweight``.

    Args:
        load: total external load; negative is assistance.
        hands: how many implements share it; people read the weight of one.
        bodyweight: the exercise moves the body, so the load is on top of it.
        short: for narrow screens: ``100``, ``2×22.5``, ``bw+10``, ``-20``, ``bw``.
    """
    one = Load.of(abs(load.number) / hands, load.unit).amount_in(unit)
    each = number(one) if short else f"{number(one)} {unit}"
    if hands > 1:
        each = f"{hands}{TIMES}{each}" if short else f"{hands} {TIMES} {each}"
    if load.number < 0:
        return f"-{each}" if short else f"{each} assist"
    if not bodyweight:
        return each
    if load.number == 0:
        return "bw" if short else "bodyweight"
    return f"bw+{each}" if short else f"bw + {each}"


def show_band(level: str, *, short: bool = False) -> str:
    """A band level: ``medium band``, or ``medium``."""
    return level if short else f"{level} band"


def show_change(before: Load, after: Load, unit: Unit, hands: int = 1) -> str:
    """How much more or less of each implement: ``+2.5 kg``."""
    one = [Load.of(load.number / hands, load.unit).amount_in(unit) for load in (before, after)]
    return f"{signed(one[1] - one[0])} {unit}"


def show_amount(
    *,
    reps: int | None = None,
    seconds: int | None = None,
    contacts: int | None = None,
    right: int | None = None,
    per_side: bool = False,
    short: bool = False,
) -> str:
    """How much of an exercise one set is; exactly one of reps, seconds, contacts is given.

    ``× 5``, ``× 8 each side``, ``× 8 left, 7 right``, ``45 s``, ``20 contacts``; short ``×8/7``, ``45s``.

    Args:
        right: what the right side did, where it differs.
    """
    if contacts is not None:
        return f"{contacts}c" if short else f"{contacts} contacts"
    left, before, after = (reps, TIMES, "") if seconds is None else (seconds, "", "s")
    if short:
        return f"{before}{left}{'' if right is None else f'/{right}'}{after}"
    before, after = before and f"{before} ", after and f" {after}"
    if right is not None:
        return f"{before}{left}{after} left, {right}{after} right"
    return f"{before}{left}{after}{' each side' if per_side else ''}"


def show_jumps(sets: int, contacts: int) -> str:
    """Ground contacts of a session: ``3 × 20 contacts``."""
    return f"{sets} {TIMES} {contacts} contacts"


def show_rpe(rpe: float | None) -> str:
    """``@8.5``; nothing where no effort was given."""
    return "" if rpe is None else f"@{number(rpe)}"


def show_set(load: str, amount: str, rpe: float | None = None, *, short: bool = False) -> str:
    """One set on one line: ``2 × 22.5 kg × 5 @8``. A loaded hold reads ``24 kg × 45 s``."""
    if load and not amount.startswith(TIMES):
        amount = f"{TIMES}{amount}" if short else f"{TIMES} {amount}"
    return ("" if short else " ").join(part for part in (load, amount, show_rpe(rpe)) if part)


def percent(value: float, places: int = 1) -> str:
    """A figure that is already in per cent: ``92.5 %``."""
    return f"{number(value, places)} %"


def percent_change(value: float, places: int = 1) -> str:
    """A change in per cent with its sign: ``+2.5 %``."""
    return f"{signed(value, places)} %"


def clock(seconds: int) -> str:
    """A running clock: ``1:12``, ``12:05``, ``1:05:30``. Below zero it has run over: ``+0:10``."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, last = divmod(rest, 60)
    text = f"{hours}:{minutes:02}:{last:02}" if hours else f"{minutes}:{last:02}"
    return f"+{text}" if seconds < 0 else text


def minutes(value: float) -> str:
    """A length of time in whole minutes: ``14 min``, ``1 h 5 min``, ``2 h``."""
    hours, rest = divmod(round(value), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def distance(km: float, unit: Unit = Unit.KG) -> str:
    """A run in kilometres, or in miles for people who lift in pounds: ``12.3 km``, ``7.6 mi``."""
    return f"{number(km / KM_PER_MILE, 1)} mi" if unit is Unit.LB else f"{number(km, 1)} km"


def weekday(day: dt.date) -> str:
    """``Tue``."""
    return WEEKDAYS[day.weekday()]


def short_date(day: dt.date, today: dt.date | None = None) -> str:
    """``26 Mar``; with the year where *today* is in another one: ``26 Mar 2027``."""
    text = f"{day.day} {MONTHS[day.month - 1]}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def full_date(day: dt.date, today: dt.date | None = None) -> str:
    """``Fri 26 Mar``, with the year where *today* is in another one."""
    return f"{weekday(day)} {short_date(day, today)}"


def days_away(days: int) -> str:
    """``today``, ``tomorrow``, ``in 52 days``, ``yesterday``, ``3 days ago``."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """``1 set``, ``3 sets``, ``2 exercises``."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
