"""The foot of Today: which keys matter now, and what the last one did."""

from typing import TYPE_CHECKING

from tracker.keys import DONE, HOLD, SESSION, KeyLine
from tracker.screens.foot import Foot
from tracker.screens.today_parts import TodayPart
from widgets.key_bar import Key
from widgets.text import wrap

if TYPE_CHECKING:
    from textual.timer import Timer

    from tracker.app import Severity

_MOST_RANK = (6, 8, 20)
_ROWS = 2
_READ_IN = 12.0
"""Seconds after which a small screen has its rows back; all of it stays behind a key."""

_MUST_BE_READ = "clinician"


class Footing(TodayPart):
    """What stands below the session."""

    told = ""
    """What was said last, in full."""

    _said_about: tuple[object, ...] = ()
    _told_until: "Timer | None" = None

    def bar(self) -> list[KeyLine]:
        """What matters now: the hold clock where a hold is due, finishing once nothing is open."""
        most = _MOST_RANK[2 if self.has_class("-broad") else 0 if self.has_class("-narrow") else 1]
        lines = []
        for line in super().bar():
            name = line.strokes[0].id
            if self.is_idle(name):
                continue
            if DONE in self.places():
                rated = self.session is not None and self.session.rpe is not None
                line = line._replace(
                    rank={"set.note": 1, "session.rpe.1": 6 if rated else 0}.get(name, line.rank)
                )
            if name == "set.done" and self.is_on_done:
                line = line._replace(word="edit")
            if name == "day.away" and self.is_away:
                line = line._replace(rank=1, word="back", short=None)
            if line.rank is None or line.rank > most or (name == "hold.start" and not self.is_timed):
                continue
            if name == "set.fewer" and self.has_class("-narrow"):  # it stands on the pad there
                continue
            finished = name == "session.finish" and self.session is not None and not self.session.sets_open
            lines.append(line._replace(rank=0) if finished else line)
        if self.places()[:1] in ((SESSION,), (HOLD,)):
            return lines
        return sorted(lines, key=lambda line: (line.strokes[0].id == "app.help", line.rank))

    def shown_keys(self) -> tuple[Key, ...]:
        """Behind the keys of a session, for a pointer, the way to those that found no room; a thumb has it above."""
        keys = super().shown_keys()
        pointer = self.places()[:1] in ((SESSION,), (HOLD,)) and not self.has_class("-narrow")
        return (*keys, Key(" ⋯ ", "", "pad", 0)) if pointer else keys

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """Under the facts, which make room for it, until something changes: figures and season stand still."""
        self._said_about = self._about()
        self.told = text
        if self._told_until is not None:
            self._told_until.stop()
            self._told_until = None
        shown = self._in_short(text)
        self.query_one(Foot).tell(shown, severity)
        self.set_class(bool(shown), "told")
        if shown and self._is_small:
            self._told_until = self.set_timer(_READ_IN, self._give_back)
        if _MUST_BE_READ in text and (shown != text or (self._is_small and self.has_class("pad"))):
            self._show_whole(text)

    def _give_back(self) -> None:
        """The rows of a sentence that has stood long enough; it stays behind its key."""
        self.query_one(Foot).tell("")
        self.remove_class("told")

    @property
    def _is_small(self) -> bool:
        """The sentence stands between the set and its facts, and may take a row or two."""
        return self.has_class("-narrow") or self.has_class("shallow")

    def _in_short(self, text: str) -> str:
        """The rows a small screen has for it, and the key that has all of it."""
        if not text or not self._is_small:
            return text
        width = max(self.query_one("#now").content_size.width, 20)
        rows = 1 if self.has_class("shallow") or self.has_class("pad") else _ROWS
        if len(wrap(text, width, rows + 1)) <= rows:
            return text
        more = f"… {self.key('number.why')} has all of it"
        words = text.split(" ")
        while len(words) > 1 and len(wrap(f"{' '.join(words)}{more}", width, rows + 1)) > rows:
            words.pop()
        return f"{' '.join(words)}{more}"

    def _show_whole(self, text: str) -> None:
        from tracker.screens.dialogs.reading import Reader

        self.app.push_screen(Reader([("", text), ("quiet", f"{self.key('dialog.leave')} leave")]))

    def _about(self) -> tuple[object, ...]:
        return self.logbook.session, self.logbook.runner

    def forget_said(self) -> None:
        """Something has changed; a change that the sentence itself is about is told only now."""
        if self.told and self._about() != self._said_about:
            self.say("")

    def on_screen_suspend(self) -> None:
        """What was said belongs to the room; a small window above it leaves it there."""
        if not self.runlift.is_seen(self):
            self.say("")
