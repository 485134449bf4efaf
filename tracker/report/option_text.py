"""What may be decided for the next week, in words: beside a key, in what is exported, and at the command line."""

from datetime import date

from tracker.domain.review.options import Option, OptionKind
from tracker.domain.words import figures


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
            return f"accept {days}", f"accept {days}"
        case OptionKind.FILL_HOLE:
            on = f" to {str(given['day'])[:3]}" if "day" in given else ""
            return f"add {given['name']}, {given['minutes']} min,{on}".rstrip(","), f"add {given['name']}"
