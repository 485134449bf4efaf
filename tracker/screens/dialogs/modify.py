"""The ladder of an exercise, and what else may take its place today."""

from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from tracker.keys import DIALOG
from tracker.screens.base import Window, bindings, plain
from widgets.choice import Choice, Item
from widgets.ladder import Ladder, Step


class Beside(NamedTuple):
    """Something beside the ladder: a swap, or the same exercise with less."""

    key: str
    target: str
    label: str
    note: str = ""


_NOTHING = "nothing"


class Modify(Window):
    """Gives the target of what was chosen, or None. The sensible step is chosen with enter."""

    CSS_PATH = "modify.tcss"
    BINDINGS = bindings(DIALOG)
    AUTO_FOCUS = "Ladder"

    def __init__(
        self, title: str, steps: tuple[Step, ...], beside: tuple[Beside, ...], selected: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        on_ladder = selected in {step.target for step in steps}
        self._ladder = Ladder(steps, selected=selected if on_ladder else "")
        items = tuple(Item(each.target, each.key, f"{each.label}  {each.note}".rstrip()) for each in beside)
        self._beside = Choice("", items, hint="", selected=_NOTHING if on_ladder else selected)
        self._starts_beside = not on_ladder and bool(items)
        self._keys = {each.key: each.target for each in beside}

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield plain(self._title, classes="title")
            yield self._ladder
            if self._keys:
                yield self._beside
            leave = f"{self.key('dialog.leave')} leave"
            yield plain(
                f"enter takes the step   digits and letters what is beside it   {leave}", classes="hint"
            )

    def on_mount(self) -> None:
        if self._starts_beside:
            self._beside.focus()

    def on_key(self, event: events.Key) -> None:
        """The letters beside the ladder count wherever the arrows are."""
        if event.character and (target := self._keys.get(event.character)):
            event.stop()
            self.dismiss(target)

    @on(Ladder.Chosen)
    @on(Choice.Chosen)
    def _chosen(self, message: Ladder.Chosen) -> None:
        self.dismiss(message.target)

    @on(Ladder.Cancelled)
    @on(Choice.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)
