"""Picking one thing of a few, with the keyboard, by its letter, or with a finger."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing


class Picking(Drawing, can_focus=True):
    """What `Choice` and `Ladder` have in common.

    Attributes:
        selected: the target of the item that enter chooses.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False),
        Binding("down", "move(1)", "down", show=False),
        Binding("home", "move(-1000)", "first", show=False),
        Binding("end", "move(1000)", "last", show=False),
        Binding("enter,space", "choose", "choose", show=False),
        Binding("escape", "cancel", "leave", show=False),
    ]

    selected: reactive[str] = reactive("", layout=True)

    @dataclass
    class Chosen(Message):
        """An item was chosen.

        Attributes:
            picking: the widget.
            target: of the item.
        """

        picking: "Picking"
        target: str

        @property
        def control(self) -> "Picking":
            return self.picking

    @dataclass
    class Cancelled(Message):
        """The person left without choosing."""

        picking: "Picking"

        @property
        def control(self) -> "Picking":
            return self.picking

    def targets(self) -> list[str]:
        """The targets that can be chosen, in the order of the arrow keys."""
        raise NotImplementedError

    def shortcuts(self) -> dict[str, str]:
        """Letters and digits (folded to lower case) that choose a target at once."""
        return {}

    def action_move(self, step: int) -> None:
        targets = self.targets()
        if targets:
            at = targets.index(self.selected) + step if self.selected in targets else 0
            self.selected = targets[min(max(at, 0), len(targets) - 1)]

    def action_choose(self) -> None:
        """Choose what is selected; while nothing is, the key goes on to whoever else knows it."""
        if self.selected not in self.targets():
            raise SkipAction
        self.post_message(self.Chosen(self, self.selected))

    def action_cancel(self) -> None:
        self.post_message(self.Cancelled(self))

    def on_key(self, event: events.Key) -> None:
        if event.character and (target := self.shortcuts().get(event.character.casefold(), "")):
            event.stop()
            event.prevent_default()
            self.selected = target
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            self.selected = target
            self.action_choose()
