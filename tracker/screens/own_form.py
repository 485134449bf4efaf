"""The form of an own exercise: its lines as text, and the table they make."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tracker.catalog.own_files import table_of
from tracker.domain.adapting.ladder import Library
from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import CareArea, Exercise, LoadType, Position, Role
from tracker.domain.words import naming
from tracker.screens.library_words import (
    INGREDIENTS,
    LOADS,
    PATTERNS,
    POSITIONS,
    ROLES,
    TIERS,
)

_LISTS = ("aliases", "patterns", "care", "ingredients")
SAID: Mapping[str, Mapping[str, str]] = {
    "patterns": {word: each.value for each, word in PATTERNS.items()},
    "ingredients": {word: each.value for each, word in INGREDIENTS.items()},
    "care": {each.spoken.lower(): each.value for each in CareArea},
}
"""The words of the form for what the file writes in its own."""

_WHOLE = ("hands", "hold_max_s", "tier")
_YES, _NO = "yes", "no"
_START = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<what>%(?:\s*bw)?|reps?|s|sec|seconds?|contacts?)")
_START_WORDS = {"%": "% BW", "r": "reps", "s": "s", "c": "contacts"}
LONGEST_STEM = 48


class Line(NamedTuple):
    """One line of the form.

    Attributes:
        options: (text, label) where there are a few; empty where it is typed.
        hint: how it is typed.
    """

    field: str
    name: str
    hint: str
    options: tuple[tuple[str, str], ...] = ()

    def said(self, text: str) -> str:
        """The value as people say it."""
        return next((label for value, label in self.options if value == text), text)

    def beside(self, text: str, step: int) -> str | None:
        """The option before or after; None at an end, or where it is typed."""
        values = [value for value, _ in self.options]
        at = values.index(text) + step if text in values else 0
        return values[at] if 0 <= at < len(values) else None


LINES = (
    Line("name", "Name", "as you call it"),
    Line("aliases", "Also called", "other names, with commas between"),
    Line("role", "Job", "", tuple((each.value, ROLES[each]) for each in Role)),
    Line("patterns", "Movement", f"the main one first: {', '.join(PATTERNS.values())}"),
    Line("position", "Position", "", tuple((each.value, POSITIONS[each]) for each in Position)),
    Line("equipment", "With", "none / db / step+kb: a slash for or, a plus for and"),
    Line("per_side", "Each side", "", ((_NO, "both together"), (_YES, "one side at a time"))),
    Line("load", "Loaded by", "", tuple((each.value, LOADS[each]) for each in LoadType)),
    Line("start", "Begin with", "15 % BW for a weight, else 8 reps, 30 s or 20 contacts"),
    Line("hands", "Hands", "", (("1", "one weight"), ("2", "one in each hand"))),
    Line("bwf", "Body moved", "the share of body weight that moves, 0 to 1, where the body is the load"),
    Line("hold_max_s", "Longest hold", "seconds, for holds"),
    Line("care", "Careful with", f"what it loads: {', '.join(each.spoken for each in CareArea)}"),
    Line("ingredients", "Ingredients", f"what makes it a runner's: {', '.join(INGREDIENTS.values())}"),
    Line("tier", "For", "", tuple((each, TIERS[each]) for each in ("1", "2", "3"))),
    Line("regress", "One step down", "the name of an easier exercise, or nothing"),
    Line("progress", "One step up", "the name of a harder exercise, or nothing"),
    Line("cue", "Cue", "one line to think of while doing it"),
)
"""Every line, from the top."""

BLANK: Mapping[str, str] = {
    **{line.field: "" for line in LINES},
    "role": Role.ACCESSORY.value,
    "position": Position.STANDING.value,
    "equipment": "none",
    "per_side": _NO,
    "load": LoadType.BW.value,
    "start": "8 reps",
    "hands": "1",
    "tier": "1",
}


def texts_of(exercise: Exercise, library: Library) -> dict[str, str]:
    """An exercise as the texts of the form."""
    table = {**exercise.model_dump(mode="json"), **table_of(exercise)}
    texts = {line.field: _text(table.get(line.field)) for line in LINES}
    for field, words in SAID.items():
        by_code = {code: word for word, code in words.items()}
        texts[field] = ", ".join(by_code.get(code, code) for code in table.get(field, ()))
    for rung in ("regress", "progress"):
        known = library.get(texts[rung])
        texts[rung] = known.name if known is not None else texts[rung]
    return texts


def table_from(texts: Mapping[str, str], library: Library) -> dict[str, Any]:
    """The table of the file. What cannot be read stays as it was typed, for the catalog to say what is wrong."""
    table: dict[str, Any] = {}
    for line in LINES:
        text = texts.get(line.field, "").strip()
        if not text:
            continue
        table[line.field] = _value(line.field, text, library)
    return table


def listed(text: str) -> list[str]:
    """What stands between commas."""
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


def start_in(text: str) -> str:
    """A start as the file writes it: ``15%`` is ``15 % BW``; what is none stays as it was typed."""
    read = _START.fullmatch(text.strip().lower().replace(",", "."))
    return text.strip() if read is None else f"{read['number']} {_START_WORDS[read['what'][:1]]}"


def id_for(name: str, taken: Sequence[str]) -> str:
    """An id from a name that nobody has; a long name gives its beginning."""
    words = "_".join(naming.words_of(name.encode("ascii", "ignore").decode()))
    stem = words[:LONGEST_STEM].rstrip("_") or "own_exercise"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}_{number}", number + 1
    return found


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _YES if value else _NO
        case list() | tuple():
            return ", ".join(map(str, value))
        case float():
            return f"{value:g}" if value else ""
        case _:
            return str(value)


def _value(field: str, text: str, library: Library) -> Any:
    if field in _LISTS:
        words = listed(text)
        return [SAID[field].get(word.lower(), word) for word in words] if field in SAID else words
    if field == "per_side":
        return text == _YES
    if field in _WHOLE and text.isdecimal():
        return int(text)
    if field == "bwf":
        return _number(text)
    if field == "start":
        return start_in(text)
    if field in ("regress", "progress"):
        return _rung(text, library)
    return text


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


def _rung(text: str, library: Library) -> str:
    if text in library:
        return text
    try:
        return naming.find(text, library).id
    except Misunderstood:
        return text
