"""Keys of the runner's own choice, laid over the table of `tracker.keys`, and checked before they are worn."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tracker import keys
from tracker.domain.errors import Misunderstood
from tracker.keys import EVERYWHERE, LINES, TABS, KeyLine, Stroke, TabKey

_TYPING = frozenset({keys.LINE, keys.EDIT, keys.FORM, keys.PAGE, keys.WELCOME})
"""Places with a text under the cursor: letters are written there, and ctrl with some of them edits."""

_EDITING = frozenset(f"ctrl+{letter}" for letter in "acdefhkuvwxyz")
_WRITING = frozenset({"space", "backspace", "delete", "left", "right", "up", "down", "home", "end"})
_TAKEN = frozenset({"ctrl+c"})
_NAMES = {
    "escape": "esc", "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn",
    "minus": "-", "slash": "/", "plus": "+", "comma": ",", "colon": ":", "semicolon": ";", "apostrophe": "'",
    "tilde": "~", "at": "@", "underscore": "_", "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
_WITHIN = {
    **dict.fromkeys(keys.TODAY, "Today"),
    keys.WEEK: "Week",
    keys.PLAN: "Plan",
    keys.HISTORY: "History",
    keys.PAST: "History",
    keys.GRAPHS: "Graphs",
    keys.LIBRARY: "Library",
    keys.RUNGS: "Library",
    keys.SETTINGS: "Settings",
    EVERYWHERE: "Everywhere",
}
_ROOMS = frozenset({*_WITHIN, keys.WELCOME})
_ELSEWHERE = "Lists and small windows"
_ROOMS_NAMED = 2
SECTIONS = (*dict.fromkeys(_WITHIN.values()), _ELSEWHERE)
"""Where keys count, as people call it, in the order of the tabs."""


class Choosable(NamedTuple):
    """One stroke that can have another key, and the line that explains it."""

    stroke: Stroke
    line: KeyLine

    @property
    def said(self) -> str:
        """``undo``, ``load: lighter``, ``done @RPE: 7``."""
        if len(self.line.strokes) == 1:
            return self.line.word
        part = self.stroke.word or next((shown for shown, each in self.line.parts if each is self.stroke), "")
        return f"{self.line.word}: {part or self.stroke.id.rpartition('.')[2].replace('_', ' ')}"

    @property
    def section(self) -> str:
        """One of `SECTIONS`: the room, or the first of two rooms."""
        found = {_WITHIN[place] for place in self.line.places if place in _WITHIN}
        return min(found, key=SECTIONS.index) if 0 < len(found) <= _ROOMS_NAMED else _ELSEWHERE


def _line_of(tab: TabKey) -> KeyLine:
    return KeyLine((EVERYWHERE,), tab.letter, tab.names[0], f"Open {tab.names[0]}", (tab.stroke,))


CHOOSABLE = {
    stroke.id: Choosable(stroke, line) for line in (*LINES, *map(_line_of, TABS)) for stroke in line.strokes
}
"""Every stroke by its id, in table order."""


class Keymap:
    """The table as the runner has it.

    Attributes:
        own: the key of the runner's own choice for a stroke, by the stroke's id.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.own: Mapping[str, str] = dict(own or {})

    @classmethod
    def of(cls, chosen: Iterable[tuple[str, str]]) -> "Keymap":
        """The keymap with everything of *chosen* that fits; a profile may have been written by hand."""
        made = cls()
        for id, key in chosen:
            try:
                made = made.with_key(id, key)
            except Misunderstood:
                continue
        return made

    # Changing

    def with_key(self, id: str, key: str) -> "Keymap":
        """With another key for one stroke, in place of all it was shipped with.

        Raises:
            Misunderstood: for a stroke that is not there, or a key that means something else in its place already.
        """
        if id not in CHOOSABLE:
            raise Misunderstood(f'Nothing is called "{id}" in the table of keys.')
        asked = CHOOSABLE[id]
        self._refuse_where_it_cannot_be_pressed(asked, key)
        others = self.without(id)
        other = others._who_has(key, asked)
        if other is not None:
            raise Misunderstood(
                f"{shown(key)} already means “{other.said}” ({other.section}); take another key, or change that first."
            )
        if set(_spelt(key)) <= set(asked.stroke.keys.split(",")) and len(asked.stroke.keys.split(",")) == 1:
            return others
        return Keymap({**others.own, id: key})

    def without(self, id: str) -> "Keymap":
        """With the shipped keys of one stroke."""
        return Keymap({each: key for each, key in self.own.items() if each != id})

    def shipped_again(self, id: str) -> "Keymap":
        """As `without`, where nothing else has taken one of those keys in the meantime.

        Raises:
            Misunderstood: where something has.
        """
        asked, others = CHOOSABLE[id], self.without(id)
        for key in asked.stroke.keys.split(","):
            other = others._who_has(key, asked)
            if other is not None:
                raise Misunderstood(
                    f"{shown(key)} now means “{other.said}” ({other.section}); change that one first."
                )
        return others

    @staticmethod
    def _refuse_where_it_cannot_be_pressed(asked: Choosable, key: str) -> None:
        if key in _TAKEN:
            raise Misunderstood(f"{shown(key)} belongs to the terminal; take another key.")
        typed_there = _TYPING & set(asked.line.places)
        if typed_there and (key in _WRITING or key in _EDITING or len(shown(key)) == 1):
            raise Misunderstood(
                f"Where “{asked.said}” counts, {shown(key)} is for the text; take one with ctrl."
            )

    def _who_has(self, key: str, asked: Choosable) -> Choosable | None:
        """What else *key* means where *asked* counts."""
        wanted = set(_spelt(key))
        return next(
            (
                each
                for id, each in CHOOSABLE.items()
                if id != asked.stroke.id
                and _meet(each.line, asked.line)
                and wanted & set(self.keys_of(each.stroke))
            ),
            None,
        )

    # Reading

    def keys_of(self, stroke: Stroke) -> tuple[str, ...]:
        """What calls a stroke, as Textual names it."""
        own = self.own.get(stroke.id)
        return tuple(stroke.keys.split(",")) if own is None else _spelt(own)

    def line(self, line: KeyLine) -> KeyLine:
        """A line of the table with the keys that count now."""
        if not any(stroke.id in self.own for stroke in line.strokes):
            return line
        strokes = tuple(stroke._replace(keys=",".join(self.keys_of(stroke))) for stroke in line.strokes)
        written = " ".join(self._written(each, line) for each in line.strokes)
        return line._replace(shown=written, strokes=strokes)

    def _written(self, stroke: Stroke, line: KeyLine) -> str:
        if stroke.id in self.own:
            return shown(self.own[stroke.id])
        if len(line.strokes) == 1:
            return line.shown
        shipped = next(
            (text for text, each in line.parts if each is stroke and text in line.shown.split()), ""
        )
        return shipped or shown(stroke.keys.split(",")[0])

    def written(self, id: str) -> str:
        """How a stroke is called now, for a sentence: ``u``."""
        asked = CHOOSABLE[id]
        return self._written(asked.stroke, asked.line)

    def lines_for(self, *places: str) -> Iterator[KeyLine]:
        """As `tracker.keys.lines_for`, with the keys that count now."""
        return map(self.line, keys.lines_for(*places))

    def tab(self, tab: TabKey) -> str:
        """How a room is opened: ``T F1``, or the runner's own key."""
        own = self.own.get(tab.stroke.id)
        return f"{tab.letter} {tab.function.upper()}" if own is None else shown(own)

    def for_textual(self) -> dict[str, str]:
        """The keymap for `App.set_keymap`: what was chosen, and every stroke that shares a key with it.

        A key that is moved takes all that stands on it out of Textual's table, and one that is given away all that
        stood there, also of another moment of the same screen; what is named here is put back.
        """
        named = set(self.own)
        touched = {key for id in named for key in (*self.keys_of(CHOOSABLE[id].stroke), *_shipped(id))}
        while more := {id for id in CHOOSABLE if id not in named and touched & set(_shipped(id))}:
            named |= more
            touched |= {key for id in more for key in _shipped(id)}
        return {id: ",".join(self.keys_of(CHOOSABLE[id].stroke)) for id in CHOOSABLE if id in named}


def shown(key: str) -> str:
    """A key as people write it: ``ctrl+s``, ``/``, ``esc``, ``Z``."""
    held, _, name = key.rpartition("+")
    word = _NAMES.get(name)
    if word is None and "_" in name:
        try:
            word = unicodedata.lookup(name.replace("_", " ").upper())
        except KeyError:
            word = name.replace("_", " ")
    word = name if word is None else word
    if held == "shift" and len(word) == 1 and word.isalpha():
        return word.upper()
    return f"{held}+{word}" if held else word


def _spelt(key: str) -> tuple[str, ...]:
    """Both ways in which terminals report a capital letter; any other key as it is."""
    letter = key.removeprefix("shift+")
    if len(letter) == 1 and letter.isalpha() and (key != letter or letter.isupper()):
        return letter.upper(), f"shift+{letter.lower()}"
    return (key,)


def _shipped(id: str) -> tuple[str, ...]:
    return tuple(CHOOSABLE[id].stroke.keys.split(","))


def _meet(one: KeyLine, other: KeyLine) -> bool:
    """Whether two lines count at one moment: in one place, or one of them everywhere and the other in a room."""
    return bool(_moments(one) & _moments(other))


def _moments(line: KeyLine) -> frozenset[str]:
    """The places of a line, with those that always count beside them."""
    places = frozenset(line.places)
    if keys.DIALOG in places:
        places |= {keys.PICK}
    return places | _ROOMS if EVERYWHERE in places else places
