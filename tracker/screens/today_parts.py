"""What the parts of the Today screen know of the whole: they are written apart and make one screen."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.coaching.coach import Day
    from tracker.domain.session import Session
    from tracker.domain.units import Unit
    from tracker.logbook import Where
    from tracker.screens.base import RoomScreen

    class TodayPart(RoomScreen):
        """A part of `tracker.screens.today.TodayScreen`, which has all of this and the other parts."""

        day: Day | None
        cursor: Where | None

        @property
        def session(self) -> Session | None: ...

        @property
        def unit(self) -> Unit: ...

        def planned_on(self, day: date) -> Session | None: ...

        def __getattr__(self, name: str) -> Any: ...
else:
    TodayPart = object
