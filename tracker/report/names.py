"""What places in the season, weeks, ingredients and positions are called in a review and on a graph."""

from datetime import date, timedelta

from tracker.domain.exercise import Ingredient, Position
from tracker.domain.phase import Phase
from tracker.domain.words import figures

_DAY = timedelta(days=1)

INGREDIENT_NAMES = {
    Ingredient.SLS: "one leg",
    Ingredient.SLB: "balance",
    Ingredient.ROT: "rotation",
    Ingredient.REC: "arm + leg",
    Ingredient.PSH: "push",
    Ingredient.PLL: "pull",
}
POSITION_NAMES = {
    Position.SUPINE: ("back", "bck"),
    Position.PRONE: ("belly", "bel"),
    Position.QUADRUPED: ("fours", "4s"),
    Position.KNEELING: ("kneel", "kne"),
    Position.STANDING: ("stand", "std"),
    Position.JUMPING: ("jump", "jmp"),
}


def place_of(phase: Phase | None, week: int | None = None, weeks: int | None = None) -> str:
    """``build 3/5``, ``off-season week 7``, ``race week``; the phase alone where no week is said."""
    if phase is None:
        return "before the plan"
    name = phase.spoken
    if week is None or phase is Phase.RACE_WEEK:
        return name
    return f"{name} {week}/{weeks}" if weeks else f"{name} week {week}"


def dates_of(monday: date, today: date) -> str:
    """``16 to 22 Nov``, ``30 Nov to 6 Dec``; with its year where that is not today's."""
    sunday = monday + 6 * _DAY
    start = str(monday.day) if monday.month == sunday.month else figures.short_date(monday)
    return f"{start} to {figures.short_date(sunday, today)}"
