"""Today's clocks: the rest after a set, and the seconds of a hold."""

from datetime import datetime, timedelta
from typing import Any

from tracker.domain.rounds import Rest, rest_after
from tracker.domain.session import Session, Side
from tracker.screens import checklist, panels
from tracker.screens.base import RoomScreen
from tracker.screens.today_parts import TodayPart
from widgets.hold_clock import HoldClock
from widgets.rest_clock import RestClock

FORGET_REST_AFTER = timedelta(minutes=15)
"""A rest that has been over for this long is no rest any more."""

FRESH_S = 10.0
"""The bell rings only when the rest has just ended, not when the lid is opened hours later."""

_SIDES = ("left", "right")


class Clocks(TodayPart):
    """What runs while nobody presses a key."""

    _held: dict[str, int]
    _holding: bool = False
    _rest_shown: tuple[datetime | None, float, Rest | None] = (None, 0.0, None)

    # Rest

    def show_rest(self, session: Session) -> None:
        """The rest that follows from the set logged last, also after a restart."""
        clock = self.query_one(RestClock)
        last = checklist.last_done(session)
        if last is None or not session.sets_open:
            clock.stop()
            self._rest_shown = (None, 0.0, None)
            self.remove_class("resting")
            return
        done = session.entries[last.entry].sets[last.row].done
        assert done is not None
        rest = rest_after(session, last)
        under_way = self.logbook.under_way
        extra = under_way.extra_rest(done.at) if under_way is not None else 0.0
        if self._rest_shown == (done.at, extra, rest):
            return
        total = max(0.0, rest.seconds + extra)
        deadline = done.at.timestamp() + total
        self._rest_shown = (done.at, extra, rest)
        clock.label = "change" if rest.change_over else "rest"
        if self.seconds_now() - deadline > FORGET_REST_AFTER.total_seconds():
            clock.stop()
        else:
            clock.start(total, deadline=deadline)
            self.runlift.name_terminal("runlift")
        self.set_class(clock.deadline is not None, "resting")

    def action_rest(self, seconds: int) -> None:
        _, extra, rest = self._rest_shown
        if rest is None:
            self.say("There is no rest under way.")
            return
        self.tries(self.logbook.sets.change_rest, max(float(seconds), -(rest.seconds + extra)))

    def rest_over(self, message: RestClock.RestOver) -> None:
        """Ring, and say so on the terminal's title; nobody is called back from changing over, or out of a hold."""
        rest = self._rest_shown[2]
        if message.late > FRESH_S or (rest is not None and rest.change_over) or self.is_holding:
            return
        self.runlift.ring()
        self.runlift.name_terminal("● ready · runlift")
        top = self.app.screen
        if top is not self:
            (top if isinstance(top, RoomScreen) else self).say("Rest is over.")

    # Holds

    @property
    def is_holding(self) -> bool:
        """Whether the hold clock is under way."""
        return self._holding

    @property
    def hold_seconds(self) -> int | None:
        """How long the set under the cursor is to be held; None where it is done, or counted."""
        where, row = self.here()
        if where is None or self.session is None or (row is not None and row.done is not None):
            return None
        return self.logbook.sets.hold_seconds(self.session.entries[where.entry], where.row)

    def action_hold(self) -> None:
        where, _ = self.here()
        seconds = self.hold_seconds
        if where is None or self.session is None or seconds is None:
            self.say("The clock is for timed holds; this set is counted.")
            return
        entry = self.session.entries[where.entry]
        self._held, self._holding = {}, True
        self.query_one(HoldClock).start(seconds, _SIDES if entry.per_side else ("",))
        self.draw_now()

    def action_hold_on(self) -> None:
        self.query_one(HoldClock).advance()

    def action_hold_away(self) -> None:
        self.hold_over()
        self._held = {}
        self.draw_now()

    def hold_over(self) -> None:
        self._holding = False
        self.query_one(HoldClock).cancel()

    def one_side_held(self, message: HoldClock.HoldDone) -> None:
        """Keep what was held; after the last side the set waits for its RPE."""
        if not self._holding:
            return
        self.runlift.ring()
        self._held = {**self._held, message.side: message.seconds}
        if message.last:
            self._holding = False
            self.draw_now()

    def take_held(self) -> dict[str, Any]:
        """What the clock has measured, for the set that is logged now."""
        held = getattr(self, "_held", {})
        self._held = {}
        if self._holding:
            self.hold_over()
            return {"seconds": self.hold_seconds} if self.here()[1] is None else {}
        if "" in held:
            return {"seconds": held[""]}
        if not held:
            return {}
        left, right = held.get("left", 0), held.get("right", 0)
        return {"seconds": left, "right": Side(seconds=right) if right != left else None}

    def with_held(self, panel: panels.Panel) -> panels.Panel:
        """The panel with the seconds that were held, before they are logged."""
        held = getattr(self, "_held", {})
        if not held or self._holding:
            return panel
        shown = "/".join(str(seconds) for seconds in dict.fromkeys(held.values()))
        return panel._replace(reps=shown, note=f"held; {self.key('set.done')} or an RPE logs it")
