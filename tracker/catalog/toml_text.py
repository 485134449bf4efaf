"""Writing the small part of TOML that own exercises need: tables of texts, numbers, truths and lists of texts."""

import re
from collections.abc import Mapping
from typing import Any

import tomli

_ESCAPED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def written_tables(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """The text of a file that `tomli` reads back as *tables*.

    Raises:
        TypeError: for a value of another kind.
    """
    return "\n".join(
        f"[{_key(name)}]\n" + "".join(f"{_key(field)} = {_value(value)}\n" for field, value in table.items())
        for name, table in tables.items()
    )


def with_table(text: str, name: str, table: Mapping[str, Any] | None) -> str:
    """The text of a file with one table put in its place, added at the end, or taken out (None).

    Everything else stays letter for letter, comments too. *text* must be TOML.
    """
    wanted = {key: value for key, value in tomli.loads(text).items() if key != name}
    new = "" if table is None else written_tables({name: table})
    place = re.compile(
        rf"^\[{re.escape(_key(name))}\][^\n]*\n(?:(?!\[)[^\n]*(?:\n|\Z))*", re.MULTILINE
    ).search(text)
    if place is None:
        spliced = f"{text.rstrip()}\n\n{new}" if text.strip() else new
    else:
        gap = "\n" if new and text[place.end() :] else ""
        spliced = text[: place.start()] + new + gap + text[place.end() :]
    expected = wanted if table is None else {**wanted, name: tomli.loads(new)[name]}
    return spliced if _reads_as(spliced, expected) else written_tables(expected)


def _reads_as(text: str, tables: Mapping[str, Any]) -> bool:
    """Whether the splice went right: a table may be written in ways that a search for its head does not know."""
    try:
        return tomli.loads(text) == tables
    except tomli.TOMLDecodeError:
        return False


def _key(name: str) -> str:
    bare = name.replace("_", "").replace("-", "")
    return name if bare.isascii() and bare.isalnum() else _text(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case list() | tuple():
            return f"[{', '.join(_value(each) for each in value)}]"
        case _:
            raise TypeError(f"{type(value).__name__} is not written here")


def _text(text: str) -> str:
    escaped = "".join(_ESCAPED.get(c, c if c.isprintable() or c == " " else _code(c)) for c in text)
    return f'"{escaped}"'


def _code(character: str) -> str:
    """An escape; a lone surrogate has none in TOML and becomes the replacement character."""
    point = ord(character)
    if 0xD800 <= point < 0xE000:
        point = 0xFFFD
    return f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"
