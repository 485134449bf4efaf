"""What does not fit in the form of an own exercise, in the words of the form."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from tracker.domain.adapting.ladder import Library
from tracker.domain.equipment import Tool
from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import LoadType
from tracker.domain.words import naming
from tracker.screens.library_words import LOADS
from tracker.screens.own_form import SAID, listed, start_in

_BEGINS = {LoadType.EXT: "15 % BW", LoadType.TIME: "30 s", LoadType.CONTACTS: "20 contacts"}
_NOUNS = {"patterns": "movement", "ingredients": "ingredient", "care": "part of the body"}
_SHORTEST_HOLD = 10


def wrong_lines(texts: Mapping[str, str], library: Library, id: str) -> dict[str, str]:
    """One sentence for each line that does not fit, by its field.

    Args:
        id: of the exercise itself, whose names are its own.
    """
    checks = (_names, _words, _tools, _amounts, _rungs)
    found: dict[str, str] = {}
    for check in checks:
        for field, sentence in check({field: text.strip() for field, text in texts.items()}, library, id):
            found.setdefault(field, sentence)
    return found


Found = Iterator[tuple[str, str]]


def _names(texts: Mapping[str, str], library: Library, id: str) -> Found:
    if not naming.words_of(texts["name"]):
        yield "name", "it needs a name."
    for field, names in (("name", [texts["name"]]), ("aliases", listed(texts["aliases"]))):
        for name in names:
            spelling = naming.spelling(name)
            other = next(
                (each for each in library.values() if each.id != id and spelling in naming.spellings(each)),
                None,
            )
            if spelling and other is not None:
                yield field, f"“{name}” already means {other.name}; choose another name."


def _words(texts: Mapping[str, str], _: Library, __: str) -> Found:
    if not texts["patterns"]:
        yield "patterns", "it needs a movement, such as squat or row."
    for field, words in SAID.items():
        for word in listed(texts[field]):
            if word.lower() not in words and word not in words.values():
                close = get_close_matches(word.lower(), words, n=1)
                meant = f"; did you mean {close[0]}?" if close else f", such as {', '.join([*words][:3])}."
                yield field, f"“{word}” is no {_NOUNS[field]} known here{meant}"


def _tools(texts: Mapping[str, str], _: Library, __: str) -> Found:
    for tool in texts["equipment"].replace("+", "/").split("/"):
        if tool.strip() not in set(Tool):
            close = get_close_matches(tool.strip(), list(Tool), n=1)
            meant = f"; did you mean {close[0]}?" if close else ", such as none, db, kb, bb, step, band."
            yield "equipment", f"“{tool.strip()}” is no tool known here{meant}"


def _amounts(texts: Mapping[str, str], _: Library, __: str) -> Found:
    load = LoadType(texts["load"])
    example = _BEGINS.get(load, "8 reps")
    start = start_in(texts["start"])
    if start.partition(" ")[2] != example.partition(" ")[2]:
        yield "start", f"loaded by {LOADS[load]}, it begins with something like {example}."
    elif not float(start.partition(" ")[0]):
        yield "start", f"it begins with more than nothing, such as {example}."
    hold, share = texts["hold_max_s"], texts["bwf"]
    if hold and (not hold.isdecimal() or int(hold) < _SHORTEST_HOLD):
        yield "hold_max_s", f"“{hold}” is no number of seconds from {_SHORTEST_HOLD} on."
    elif hold and load is not LoadType.TIME:
        yield "hold_max_s", f"only what is loaded by {LOADS[LoadType.TIME]} is held; leave it empty."
    if share and not _is_share(share):
        yield "bwf", f"“{share}” is no share between 0 and 1, such as 0.6."
    elif share and not load.moves_the_body:
        yield "bwf", f"it counts only where the load is {LOADS[LoadType.BW_PLUS]}; leave it empty."


def _is_share(text: str) -> bool:
    try:
        return 0 <= float(text.replace(",", ".")) <= 1
    except ValueError:
        return False


def _rungs(texts: Mapping[str, str], library: Library, _: str) -> Found:
    for field in ("regress", "progress"):
        text = texts[field]
        if text and text not in library:
            try:
                naming.find(text, library)
            except Misunderstood as problem:
                yield field, str(problem)
