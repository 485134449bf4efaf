"""One sentence at the foot of a room about what a key has just done, so that nothing of the room is covered."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from tracker.app import Severity


class Foot(Static):
    """It takes no row while there is nothing to say."""

    def tell(self, text: str, severity: "Severity" = "information") -> None:
        """Say *text* instead of what stood there; never markup. Nothing to say empties it."""
        self.update(Content(text))
        self.set_classes(f"-{severity}" if text else "")
