"""Reading what a person typed, from left to right, and saying where it stopped making sense."""

import re

from tracker.domain.errors import Misunderstood

_SAME = str.maketrans("×✕✖∙*–—−‒‐‑＠", "xxxxx------@")
_LONGEST = 200
_SHOWN = 40


class Unreadable(Misunderstood):
    """A part of the typed text that could not be read.

    Attributes:
        start, end: where the part is in the text as typed (end excluded; equal where something is missing).
    """

    def __init__(self, sentence: str, start: int, end: int) -> None:
        super().__init__(sentence)
        self.start = start
        self.end = end

    def moved(self, by: int) -> "Unreadable":
        """The same, in a longer text of which this was the tail."""
        return Unreadable(str(self), self.start + by, self.end + by)


def folded(text: str) -> str:
    """Lower case, plain signs, plain spaces, and the same length, so that places stay places."""
    return "".join(
        " " if c.isspace() else lower if len(lower := c.lower()) == 1 else c for c in text.translate(_SAME)
    )


class Reader:
    """The typed text and how far it has been read."""

    def __init__(self, typed: str) -> None:
        """Raises `Unreadable` when the text is far too long for a set or a run."""
        self.typed = typed
        self.text = folded(typed)
        self.at = 0
        if len(typed) > _LONGEST:
            raise self.stopped(f"that is longer than {_LONGEST} characters", 0, len(typed))
        self.skip_spaces()

    def skip_spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1

    @property
    def done(self) -> bool:
        return self.at >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match here, read over together with the spaces after it; or None, and nothing is read."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
            self.skip_spaces()
        return found

    def word_end(self) -> int:
        """Where the word that starts here ends."""
        stop = re.compile(r"[ ,;]").search(self.text, self.at)
        return max(stop.start() if stop else len(self.text), min(self.at + 1, len(self.text)))

    def stopped(self, why: str, start: int | None = None, end: int | None = None) -> Unreadable:
        """The error that shows the part from *start* to *end*; by default the word that starts here."""
        start = self.at if start is None else start
        end = self.word_end() if end is None else end
        end = start + len(self.typed[start:end].rstrip())
        part = "".join(c if c.isprintable() else "·" for c in self.typed[start:end])
        if not part:
            return Unreadable(f"Something is missing: {why}.", start, end)
        shown = part if len(part) <= _SHOWN else part[:_SHOWN] + "…"
        return Unreadable(f"I could not read “{shown}”: {why}.", start, end)
