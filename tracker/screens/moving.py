"""Days that a session can move to, as answers: what speaks against each of them, the best one under the pointer."""

from collections.abc import Iterable
from datetime import date

from tracker.catalog.words import Words
from tracker.domain.reason import Reason
from tracker.domain.words.figures import full_date
from tracker.logbook.planning import Planning
from tracker.questions import Answer


def days_to_choose(
    planning: Planning,
    words: Words,
    from_day: date,
    days: Iterable[date],
    today: date,
    *,
    label: str = "",
    value: str = "",
) -> tuple[tuple[Answer, ...], str]:
    """The answers in the order of *days*, and the value of the best one.

    Args:
        label, value: said before each date.
    """
    offered = tuple(days)
    answers = tuple(
        Answer(
            str(number),
            f"{value}{day}",
            f"{label}{full_date(day, today)}",
            against(words, planning.clashes(from_day, day)),
        )
        for number, day in enumerate(offered, start=1)
    )
    best = planning.best_day(from_day, offered)
    return answers, "" if best is None else f"{value}{best}"


def against(words: Words, clashes: tuple[Reason, ...]) -> str:
    """What speaks against a day."""
    return " ".join(dict.fromkeys(words.line(each) for each in clashes)) or "Nothing speaks against it."
