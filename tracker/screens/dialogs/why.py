"""Why: every cause of the numbers of one exercise in full words, with what went in, and why today."""

from collections.abc import Sequence

from tracker.catalog import Words
from tracker.domain.coaching.coach import Day
from tracker.domain.content import Content
from tracker.domain.reason import Reason
from tracker.domain.units import Unit
from tracker.domain.words.figures import full_date, number, show_kg
from tracker.domain.words.said_set import set_of
from tracker.logbook import Where
from tracker.screens.checklist import row_at
from tracker.screens.dialogs.reading import Part, Reader
from tracker.screens.season_band import about


class Why(Reader):
    """The reasons behind the number under the cursor.

    Args:
        first: what stands above them: of a finished session, what it changes.
    """

    def __init__(
        self,
        day: Day,
        where: Where | None,
        words: Words,
        content: Content,
        unit: Unit,
        first: Sequence[Part] = (),
    ) -> None:
        super().__init__([*first, *number_parts(day, where, words, content, unit), *day_parts(day, words)])


def number_parts(day: Day, where: Where | None, words: Words, content: Content, unit: Unit) -> list[Part]:
    """What decided the set under the cursor."""
    session = day.session
    if session is None or where is None:
        return []
    entry = session.entries[where.entry]
    row = row_at(session, where)
    asked = None if row is None else row.planned or row.done
    said = f": {set_of(entry, asked, unit)}" if asked is not None else ""
    exercise = content.exercises[entry.exercise]
    found: list[Part] = [("title", f"{exercise.name}{said}")]
    if exercise.cue:
        found.append(("quiet", exercise.cue))
    for reason in entry.reasons:
        inputs = _last_time(reason, unit)
        found += [("tight" if inputs else "", words.text(reason)), *inputs]
    if entry.rpe is not None:
        reserve = f"{number(10 - entry.rpe)} reps in reserve"
        found.append(("quiet", f"The phase asks for RPE {number(entry.rpe)}, {reserve}."))
    return found


def day_parts(day: Day, words: Words) -> list[Part]:
    """What decided the day."""
    reasons = (*day.reasons, *(day.session.reasons if day.session is not None else ()))
    found: list[Part] = [("title", full_date(day.date)), ("", words.text(about(day)))]
    return [*found, *(("", words.text(reason)) for reason in _once(reasons))]


def _last_time(reason: Reason, unit: Unit) -> list[Part]:
    """The set that an effort is read from, and how far it lay from its target; every other figure is in the words."""
    given = reason.inputs
    if "last_reps" not in given or "delta" not in given:
        return []
    kg = float(given.get("last_kg", 0.0))
    load = f"{show_kg(kg, unit)} × " if kg > 0.0 else ""
    return [
        (
            "quiet",
            f"{load}{given['last_reps']} the last time · its sets together {_away(float(given['delta']))}",
        )
    ]


def _away(delta: float) -> str:
    """How far the effort of all sets lay from what was asked."""
    found = number(abs(delta), 1)
    return "on target" if found == "0" else f"{found} RPE {'above' if delta > 0 else 'below'} the target"


def _once(reasons: tuple[Reason, ...]) -> list[Reason]:
    found: list[Reason] = []
    for reason in reasons:
        if reason not in found:
            found.append(reason)
    return found
