"""What may be decided for the next week, in words: beside a key, in what is exported, and at the command line."""

from datetime import date

from tracker.domain.review.options import Option, OptionKind
from tracker.domain.words import figures

_AGAINST = {
    "LONG_DAY": "has your long run",
    "RACE_DAY": "has a race",
    "BEFORE_QUALITY": "is before your quality run",
    "BEFORE_LONG": "is before your long run",
    "BEFORE_RACE": "is before a race",
    "TWO_DAYS_BEFORE_RACE": "is two days before a race",
    "AFTER_RACE": "is the day after a race",
    "ONLY_REST_DAY": "is your only rest day",
    "NEXT_TO_LIFT": "is next to another lift",
}


def option_words(option: Option, today: date) -> tuple[str, str]:
    """Long, and short where there is no room: ``bring the lighter week of 30 Nov forward``, ``lighter week now``."""
    given = option.inputs
    match option.kind:
        case OptionKind.CARRY_ON:
            return "carry on", "carry on"
        case OptionKind.HOLD:
            return "hold the loads", "hold"
        case OptionKind.BACK_OFF:
            return "back off", "back off"
        case OptionKind.PULL_DELOAD:
            when = figures.short_date(date.fromisoformat(str(given["date"])), today)
            return f"bring the lighter week of {when} forward", "lighter week now"
        case OptionKind.ACCEPT_DAYS:
            days = " ".join(
                figures.weekday(date.fromisoformat(day)) for day in str(given["dates"]).split(",")
            )
            if "against" not in given:
                return f"accept {days}", f"accept {days}"
            why = _AGAINST.get(str(given["against"]), "is not your best day")
            return f"lift {days} instead: {str(given['on'])[:3]} {why}", f"lift {days}"
        case OptionKind.FILL_HOLE:
            on = f" to {str(given['day'])[:3]}" if "day" in given else ""
            return f"add {given['name']}, {given['minutes']} min,{on}".rstrip(","), f"add {given['name']}"
