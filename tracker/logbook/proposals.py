"""Changes of plan that are shown before they are accepted."""

from collections.abc import Callable
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.reason import Reason
from tracker.domain.runner import Runner
from tracker.domain.season.change import AnyChange


class Proposal(NamedTuple):
    """A change of plan to look at before it is accepted.

    Attributes:
        change: what it makes of the runner at hand; worked out again when it is accepted.
        changes: every run of weeks whose phase, lifting days or loads would change.
        notices: what the runner should be told about the plan as it would be, and not as it is.
        chosen: why something that was left open is proposed as it is.
    """

    what: str
    change: Callable[[Runner], Runner]
    changes: tuple[AnyChange, ...]
    notices: tuple[Reason, ...]
    chosen: tuple[Reason, ...] = ()

    @property
    def said(self) -> tuple[Reason, ...]:
        """Everything to be told with it."""
        return (*self.chosen, *self.notices)


class Outdated(Refused):
    """The plan was changed elsewhere since a proposal was shown; *anew* is what it would do now."""

    def __init__(self, anew: Proposal) -> None:
        super().__init__("The plan was changed in another window since; this is what it would do now.")
        self.anew = anew
