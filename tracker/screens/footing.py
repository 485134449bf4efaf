"""The foot of Today: which keys matter now, and what the last one did."""

from typing import TYPE_CHECKING

from tracker.keys import DONE, HOLD, SESSION, KeyLine
from tracker.screens.foot import Foot
from tracker.screens.today_parts import TodayPart
from widgets.key_bar import Key, KeyBar

if TYPE_CHECKING:
    from tracker.app import Severity

_MOST_RANK = (6, 8, 20)


class Footing(TodayPart):
    """What stands below the session."""

    _said_about: tuple[object, ...] = ()

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

    def show_keys(self) -> None:
        """Behind the keys of a session, for a pointer, the way to those that found no room; a thumb has it above."""
        super().show_keys()
        if self.places()[:1] in ((SESSION,), (HOLD,)) and not self.has_class("-narrow"):
            bar = self.query_one(KeyBar)
            bar.keys = (*bar.keys, Key(" ⋯ ", "", "pad", 0))

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """Under the facts, which make room for it, until something changes: figures and season stand still."""
        self._said_about = self._about()
        self.query_one(Foot).tell(text, severity)
        self.set_class(bool(text), "told")

    def _about(self) -> tuple[object, ...]:
        return self.logbook.session, self.logbook.runner

    def forget_said(self) -> None:
        """Something has changed; a change that the sentence itself is about is told only now."""
        if self._about() != self._said_about:
            self.say("")

    def on_screen_suspend(self) -> None:
        """What was said belongs to the room; a small window above it leaves it there."""
        if not self.runlift.is_seen(self):
            self.say("")
