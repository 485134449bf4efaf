"""A set that is done, field by field."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tracker.domain.errors import Misunderstood
from tracker.domain.session import Entry, PerformedSet, Side
from tracker.domain.units import Load, Unit
from tracker.domain.words.done_text import refuse_senseless
from tracker.domain.words.figures import number
from tracker.domain.words.set_text import MOST, MOST_AMOUNT, Measure, SetText
from tracker.keys import EDIT
from tracker.screens.base import Window, bindings
from widgets.key_bar import Key, KeyBar

ERASE = "erase"
_WORDS = {Measure.REPS: "reps", Measure.SECONDS: "seconds", Measure.CONTACTS: "contacts"}


class EditSet(Window):
    """Gives the changed fields of the set, `ERASE`, or None.

    Args:
        doubt: what to ask, once, about the changed fields; empty where nothing is strange. It raises `Misunderstood`
            about what cannot be.
    """

    BINDINGS = bindings(EDIT)
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        title: str,
        entry: Entry,
        done: PerformedSet,
        unit: Unit,
        doubt: Callable[[dict[str, Any]], str],
    ) -> None:
        super().__init__()
        self._doubt = doubt
        self._asked_about: dict[str, Any] | None = None
        self._title, self._entry, self._done, self._unit = title, entry, done, unit
        self._measure = next(each for each in Measure if getattr(done, each) is not None)

    def compose(self) -> ComposeResult:
        done, measure = self._done, self._measure
        with Container(id="window"):
            yield Static(Content(self._title), id="label")
            with Horizontal(id="fields"):
                if done.load is not None:
                    each = "per hand" if self._entry.hands > 1 else "load"
                    yield from self._field("load", f"{each} {self._unit}", self._load_text(done.load))
                sides = self._entry.per_side and measure is not Measure.CONTACTS
                yield from self._field(
                    "left", "left" if sides else _WORDS[measure], str(getattr(done, measure))
                )
                if sides:
                    right = getattr(done.right, measure) if done.right is not None else None
                    yield from self._field(
                        "right", "right", str(getattr(done, measure) if right is None else right)
                    )
                yield from self._field("rpe", "RPE", "" if done.rpe is None else number(done.rpe))
            yield Static("", id="said")
            yield KeyBar(
                (
                    Key("enter", "save", "save", 0),
                    Key(self.key("edit.erase"), "erase", "erase", 1),
                    Key("tab", "next field", "", 3),
                    Key(self.key("dialog.leave"), "leave", "leave", 2),
                )
            )

    def _field(self, name: str, label: str, text: str) -> ComposeResult:
        with Container(classes="field"):
            yield Static(Content(label), classes="name")
            yield Input(text, id=name, compact=True, max_length=8)

    def on_mount(self) -> None:
        for field in self.query(Input):
            field.cursor_blink = not self.app.is_headless

    def _load_text(self, load: Load) -> str:
        return number(Load.of(load.number / self._entry.hands, load.unit).amount_in(self._unit), 3)

    @on(Input.Submitted)
    def action_save(self) -> None:
        try:
            changes = self._changes()
            asked = "" if changes == self._asked_about else self._doubt(changes)
        except Misunderstood as problem:
            self._say(str(problem))
            return
        if asked:
            self._asked_about = changes
            self._say(asked)
        else:
            self.dismiss(changes)

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(sentence))

    def action_erase(self) -> None:
        self.dismiss(ERASE)

    def _changes(self) -> dict[str, Any]:
        done, measure = self._done, self._measure
        changes: dict[str, Any] = {}
        if done.load is not None and self._typed("load") != self._load_text(done.load):
            changes["load"] = self._load()
        left = self._amount("left")
        changes[measure.value] = left
        if self.query("#right"):
            right = self._amount("right")
            changes["right"] = Side.model_validate({measure.value: right}) if right != left else None
        changes["rpe"] = self._rpe()
        return changes

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip().replace(",", ".").replace("−", "-")

    def _load(self) -> Load:
        typed = self._typed("load")
        try:
            each = Decimal(typed)
        except InvalidOperation:
            raise Misunderstood(f'"{typed}" is not a weight; write 60 or 22.5.') from None
        if not each.is_finite() or abs(each) > MOST[self._unit]:
            raise Misunderstood(f"A weight goes up to {MOST[self._unit]} {self._unit}.")
        if each < 0:
            refuse_senseless((SetText(load=round(each, 3), bodyweight=True, reps=1),), self._entry.load_type)
        elif self._done.load is not None and self._done.load.number < 0:
            each = -each  # help was typed as people say it, without its sign
        return Load.of(each * self._entry.hands, self._unit)

    def _amount(self, name: str) -> int:
        typed, most = self._typed(name), MOST_AMOUNT[self._measure]
        if not typed.isdecimal() or int(typed) > most:
            raise Misunderstood(f'"{typed}" is not a number of {_WORDS[self._measure]}; 0 to {most} fits.')
        return int(typed)

    def _rpe(self) -> float | None:
        typed = self._typed("rpe").removeprefix("@")
        if not typed:
            return None
        try:
            rpe = float(typed)
        except ValueError:
            rpe = 0.0
        if not 1 <= rpe <= 10 or rpe * 2 != int(rpe * 2):
            raise Misunderstood(f'"{typed}" is not an RPE; 1 to 10 in halves, or empty.')
        return rpe
