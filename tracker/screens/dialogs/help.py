"""All keys, those of this moment first, and what must be said about safety."""

from tracker.catalog import Words
from tracker.keys import EVERYWHERE, KeyLine, lines_for
from tracker.screens.dialogs.reading import Part, Reader
from tracker.screens.rooms import tabs

_KEYS = 11


class Help(Reader):
    """The help screen for one place."""

    def __init__(self, places: tuple[str, ...], words: Words) -> None:
        super().__init__(parts(places, words))


def parts(places: tuple[str, ...], words: Words) -> list[Part]:
    """The paragraphs of help."""
    here = list(lines_for(*places)) if places else []
    rooms = "   ".join(f"{tab.letter} {tab.names[0]}" for tab in tabs())
    found: list[Part] = [("title", "Keys"), ("", f"{rooms}   (capital letter, or F1 to F7)")]
    found += [("keys", "\n".join(map(_line, (*here, *lines_for(EVERYWHERE)))))]
    return [*found, ("strong", "Safety"), *(("quiet", words.text(code)) for code in _SAFETY)]


_SAFETY = ("SAFETY_NOTICE", "SAFETY_PAIN", "SAFETY_ENERGY")


def _line(line: KeyLine) -> str:
    return f"{line.shown:<{_KEYS}} {line.help}"
