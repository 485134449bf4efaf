"""Today under a thumb: a row of targets for each moment, and behind ⋯ a pad with the rest of the keys."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.domain.session import Session
from tracker.keys import DONE, HOLD, REST_DAY, SESSION
from tracker.screens.today_parts import TodayPart
from widgets.tap_row import Tap, TapRow

Taps = tuple[Tap, ...]

_PAD_ROWS = 3
_MORE, _LESS = Tap("pad", "⋯", share=2), Tap("pad", "×", share=2)
_DONE = Tap("done", "✓ done", "good", 4)
_EDIT = Tap("done", "edit", share=4)
_FINISH = Tap("finish", "✓ finish", "good", 4)
_CLOCK = Tap("hold", "hold", share=3)
_EFFORTS = tuple(Tap(f"rate({rpe})", str(rpe), share=2) for rpe in range(5, 11))
_HALF = Tap("half", "+½", share=2)
_FEWER, _MORE_REPS = Tap("fewer", "−", share=2), Tap("more", "+", share=2)
_LIGHTER, _HEAVIER = Tap("lighter(False)", "←", share=2), Tap("heavier(False)", "→", share=2)
_HOLDING = (Tap("hold_on", "start, stop", "good", 4), Tap("hold_away", "no clock", share=3))
_RATING = tuple(Tap(f"rate_session({rpe})", str(rpe)) for rpe in range(1, 11))
_RATED = (
    Tap("edit", "edit"),
    Tap("note", "note"),
    Tap("why", "why"),
    Tap("undo", "undo"),
    Tap("help", "keys"),
)
_DAY_OFF = (
    Tap("mobility", "ten easy minutes", share=18),
    Tap("early", "lift today", share=12),
    Tap("why", "why", share=5),
    Tap("help", "keys", share=6),
)
_TRAINS = ("mobility", "early")
_NUDGES = (
    Tap("lighter(False)", "← load"),
    Tap("heavier(False)", "load →"),
    Tap("fewer", "− reps"),
    Tap("more", "reps +"),
)
_REST = (
    Tap("rest(-15)", "rest −15", share=4),
    Tap("rest(15)", "rest +15", share=4),
    Tap("rate(5)", "5", share=2),
    _HALF,
    Tap("undo", "undo", share=3),
)
_WHY, _NOTE, _MODIFY = (
    Tap("why", "why", share=5),
    Tap("note", "note", share=6),
    Tap("modify", "modify", share=8),
)
_TYPE, _FINISH_NOW = Tap("say", "type", share=6), Tap("finish", "finish", share=8)
_KEYS, _UNDO, _REDO = Tap("help", "keys", share=6), Tap("undo", "undo", share=6), Tap("redo", "redo", share=6)
_OTHER_PAGE = Tap("pad_page", "day ›", share=7)
_WORDS = (_WHY, _NOTE, _MODIFY, _TYPE, _FINISH_NOW, _OTHER_PAGE)
_BODY = (
    Tap("pain", "pain", share=9),
    Tap("readiness", "how I feel", share=12),
    Tap("short", "short of time", share=15),
)
_CHANGES = (
    Tap("skip_exercise", "skip exercise", share=15),
    Tap("skip_session", "move session", share=14),
    Tap("away", "away", share=9),
)
_DAY = (_REDO, _KEYS, _OTHER_PAGE._replace(label="‹ set"))
_LIGHTER_WEEK = Tap("deload", "lighter week", share=12)
_RESTS = (Tap("rest(-15)", "rest −15"), Tap("rest(15)", "rest +15"), _HALF._replace(share=1))
_STAYS = frozenset({"pad", "pad_page", "lighter", "heavier", "fewer", "more", "rest", "half", "undo", "redo"})
"""What is done several times in a row; after anything else the pad has served."""


def targets(
    place: str, session: Session | None, *, timed: bool, on_done: bool, wide: bool, waits: bool = False
) -> Taps:
    """The row of a moment.

    Args:
        waits: there is to be no training today.
        timed: the set under the cursor is a hold that is still to do.
        on_done: the set under the cursor is done.
        wide: there is room for everything in one row.
    """
    if place == SESSION and session is not None:
        first = _FINISH if not session.sets_open else _EDIT if on_done else _DONE
        efforts = _EFFORTS if wide else _EFFORTS[1:]
        nudges = (_HALF, _FEWER, _MORE_REPS, _LIGHTER, _HEAVIER) if wide else (_MORE,)
        return (first, *((_CLOCK,) if timed else ()), *efforts, *nudges)
    if place == HOLD:
        return _HOLDING if wide else (*_HOLDING, _MORE)
    if place == DONE and session is not None:
        return _RATED if session.rpe is not None or session.skipped is not None else _RATING
    if place != REST_DAY:
        return ()
    return tuple(each for each in _DAY_OFF if not waits or each.action not in _TRAINS)


def pad(place: str, *, day: bool, deload: bool) -> tuple[Taps, ...]:
    """The rows behind ⋯ under a thumb, from the top; empty where there is nothing behind it.

    Args:
        day: the page about the day, not the one about the set.
        deload: a lighter week is on offer.
    """
    if place not in (SESSION, HOLD):
        return ()
    if day:
        return (_BODY, _CHANGES, (*_DAY[:-1], *((_LIGHTER_WEEK,) if deload else ()), _DAY[-1]))
    return (_NUDGES, _REST if place == SESSION else (*_EFFORTS, _HALF), _WORDS)


def wide_pad(place: str, *, timed: bool, deload: bool) -> tuple[Taps, ...]:
    """The same on one page, for a pointer."""
    if place not in (SESSION, HOLD):
        return ()
    words = (_WHY, _NOTE, _MODIFY, _TYPE, _UNDO, _REDO, _FINISH_NOW, _KEYS)
    day = (*_BODY, *_CHANGES, *((_LIGHTER_WEEK._replace(share=14),) if deload else ()))
    return ((*_NUDGES, *((Tap("hold", "hold clock"),) if timed else ()), *_RESTS), words, day)


class Tapping(TodayPart):
    """The targets of the Today screen."""

    _pad_is_open = False
    _pad_on_day = False

    def compose_taps(self) -> ComposeResult:
        """The pad and the row below it."""
        with Vertical(id="pad"):
            for number in range(_PAD_ROWS):
                yield TapRow(id=f"pad-{number}")
        yield TapRow(id="taps")

    @property
    def has_pad(self) -> bool:
        """Whether the pad is open, in the place of what is read at leisure."""
        return self._pad_is_open and self.has_class("-narrow")

    def show_taps(self, place: str) -> None:
        narrow = self.has_class("-narrow")
        found = targets(
            place,
            self.session,
            timed=self.is_timed,
            on_done=self.is_on_done,
            wide=not narrow,
            waits=self.lifting_waits,
        )
        deload = self.offers_deload
        behind = (
            pad(place, day=self._pad_on_day, deload=deload)
            if narrow
            else wide_pad(place, timed=self.is_timed, deload=deload)
        )
        self._pad_is_open = self._pad_is_open and bool(behind)
        if self._pad_is_open:
            found = tuple(_LESS if tap == _MORE else tap for tap in found)
            for number, taps in enumerate(behind):
                self.query_one(f"#pad-{number}", TapRow).taps = taps
        self.query_one("#taps", TapRow).taps = found
        self.set_class(bool(found), "has-taps")
        self.set_class(self._pad_is_open, "pad")

    def action_pad(self) -> None:
        """Open the pad, or put it away."""
        self._pad_is_open, self._pad_on_day = not self._pad_is_open, False
        self.draw_now()

    def action_pad_page(self) -> None:
        """The other page of the pad."""
        self._pad_on_day = not self._pad_on_day
        self.draw_now()

    async def tapped(self, action: str) -> None:
        """Do what was tapped; the pad stays for what is done several times in a row."""
        if self._pad_is_open and action.partition("(")[0] not in _STAYS:
            self.action_pad()
        await self.run_tap(action)
