"""Text for fixed cells: what people typed, made safe to draw, measured, cut and wrapped.

Names and notes come from people and from files. They are never markup, never hold control characters, and
take just the cells they are measured at.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_REGIONAL_LETTERS = range(0x1F1E6, 0x1F200)
_MOST_MARKS = 2


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """*text* as one line that every terminal measures alike.

    All white space becomes blanks; control, format and direction characters go, and so do the joiners, skin
    tones and selectors over whose width terminals disagree. Flags become letters. At most two accents stay
    on a letter.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        point = ord(character)
        category = unicodedata.category(character)
        if character.isspace():
            kept.append(" ")
        elif point in _REGIONAL_LETTERS:
            kept.append(chr(point - _REGIONAL_LETTERS.start + ord("A")))
        elif category in _DROPPED or point in _SKIN_TONES or point in _VARIATION_SELECTORS:
            continue
        elif category in {"Mn", "Me"}:
            marks += 1
            if marks <= _MOST_MARKS and kept:
                kept.append(character)
            continue
        else:
            kept.append(character)
        marks = 0
    return "".join(kept)


@lru_cache(maxsize=4096)
def cells(text: str) -> int:
    """How many cells *text* takes."""
    return len(text) if text.isascii() else Content(text).cell_length


@lru_cache(maxsize=4096)
def fit(text: str, width: int) -> str:
    """*text*, cleaned, in at most *width* cells; what is cut ends in an ellipsis."""
    text = clean(text)
    if width <= 0:
        return ""
    return text if cells(text) <= width else Content(text).truncate(width, ellipsis=True).plain


def left(text: str, width: int) -> str:
    """*text* in exactly *width* cells, at the left."""
    text = fit(text, width)
    return text + " " * (width - cells(text))


def right(text: str, width: int) -> str:
    """*text* in exactly *width* cells, at the right."""
    text = fit(text, width)
    return " " * (width - cells(text)) + text


def centre(text: str, width: int) -> str:
    """*text* in exactly *width* cells, in the middle."""
    text = fit(text, width)
    spare = width - cells(text)
    return " " * (spare // 2) + text + " " * (spare - spare // 2)


def wrap(text: str, width: int, most: int = 0) -> list[str]:
    """*text* in lines of at most *width* cells, broken at blanks; *most* limits their number."""
    text = clean(text)
    if width <= 0 or not text.strip():
        return []
    lines: list[str] = []
    line = ""
    words = text.split()
    for at, word in enumerate(words):
        if line and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            if most and len(lines) == most:
                lines[-1] = fit(f"{line} {' '.join(words[at:])}", width)
                return lines
            line = ""
        line = f"{line} {word}" if line else word
    lines.append(line)
    return [fit(each, width) for each in lines]


def longest_that_fits(names: Sequence[str], width: int) -> str:
    """The first of *names* (longest first) that fits in *width* cells; empty when none does."""
    return next((name for name in map(clean, names) if cells(name) <= width), "")
