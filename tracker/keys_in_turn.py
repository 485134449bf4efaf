"""Keys that come faster than the screen can follow: each is read when all that the one before it did is done."""

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

_ROUNDS = 3
"""A key is handed up to the app, its answer up to the window, and what the window gave to whoever asked."""

_LONGEST_S = 0.5
"""What takes longer is not waited for: no key may ever stand still for good."""

_LOOK_S = 0.004


class KeysInTurn(App[None]):
    """Hands a key on once the windows that the keys before it opened or closed are there or gone.

    Textual gives a key to whoever has the focus at that moment, so what is typed at once (over a slow line, by a
    macro, by fast fingers) is lost to a window that is still opening, or is taken by one that is about to go.
    """

    _ahead: deque[events.Key]
    _following: "asyncio.Task[None] | None" = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._following is None:
            target = self._target()
            await super().on_event(event)
            self._ahead = deque()
            self._following = asyncio.create_task(self._follow(target))
        else:
            self._ahead.append(event)

    async def _follow(self, target: MessagePump) -> None:
        """See what a key did to its end, then hand on the next one, while there are any."""
        try:
            await self._seen_through(target)
            while self._ahead:
                event, target = self._ahead.popleft(), self._target()
                await super().on_event(event)
                await self._seen_through(target)
        except Exception as problem:
            self._handle_exception(problem)
        finally:
            self._following = None

    def _target(self) -> MessagePump:
        return (self.focused or self.screen) if self.screen_stack else self

    async def _seen_through(self, target: MessagePump) -> None:
        for _ in range(_ROUNDS):
            for pump in (target, *_from(target)):
                await _reached(pump)
            await self._opened()
            target = self._target()

    async def _opened(self) -> None:
        """Wait for a window that is still being built."""
        waited = 0.0
        while self.screen_stack and not self.screen.is_mounted and waited < _LONGEST_S:
            await asyncio.sleep(_LOOK_S)
            waited += _LOOK_S


def _from(target: MessagePump) -> list[MessagePump]:
    """The way that a message goes from *target* up to the app."""
    way: list[MessagePump] = []
    pump: MessagePump | None = target
    while pump is not None:
        way.append(pump)
        pump = pump._parent
    return way


async def _reached(pump: MessagePump) -> None:
    """Wait until *pump* has dealt with everything it was given so far."""
    reached = asyncio.Event()
    if pump.call_later(reached.set):
        try:
            await asyncio.wait_for(reached.wait(), _LONGEST_S)
        except TimeoutError:
            return
