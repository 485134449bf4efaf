"""A small form: a few lines to fill in. What was typed stays until it is understood."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tracker.domain.errors import RunliftError
from tracker.keys import FORM
from tracker.screens.base import Window, bindings
from widgets.key_bar import Key, KeyBar
from widgets.text import cells

Values = Mapping[str, str]


class Field(NamedTuple):
    """One line.

    Attributes:
        name: of its value.
        label: what it asks.
        text: what stands in it at first.
        hint: an example, shown while it is empty.
    """

    name: str
    label: str
    text: str = ""
    hint: str = ""


class Wrong(Exception):
    """A field was not understood; *field* gets the cursor, the sentence says why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def read(field: str, reader: Callable[[], Any]) -> Any:
    """What *reader* makes of a field; its trouble belongs to that field."""
    try:
        return reader()
    except RunliftError as problem:
        raise Wrong(field, str(problem)) from problem


class Form(Window):
    """Hands its values to *take*, which raises where it does not understand; gives True once they were taken.

    Args:
        take: called with the form itself and its values; it may open a further window and leave the form later.
        follow: what fields that nobody has typed into say, given all values; asked after each change.
    """

    BINDINGS: ClassVar[list[Any]] = bindings(FORM)
    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        take: Callable[["Form", Values], None],
        *,
        go: str = "save",
        follow: Callable[[Values], Values] | None = None,
    ) -> None:
        super().__init__()
        self._title, self._fields, self._take, self._go, self._follow = title, fields, take, go, follow
        self._untouched = {field.name: field.text for field in fields}

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="window", can_focus=False):
            yield Static(Content(self._title), classes="title")
            for field in self._fields:
                with Container(classes="line"):
                    yield Static(Content(field.label), classes="name")
                    yield Input(
                        field.text, id=field.name, compact=True, max_length=80, placeholder=field.hint
                    )
            yield Static("", id="said")
            yield KeyBar(
                (
                    Key("enter", self._go, "save", 0),
                    Key("tab", "next", "next", 1),
                    Key(self.key("dialog.leave"), "leave", "leave", 2),
                )
            )

    def on_mount(self) -> None:
        for field in self.query(Input):
            field.cursor_blink = not self.app.is_headless

    def on_descendant_focus(self) -> None:
        self.call_after_refresh(self._show_hint)

    def _show_hint(self) -> None:
        """On a phone, where an example is wider than its line, it is said below in full."""
        said, line = self.query_one("#said", Static), self.focused
        if not isinstance(line, Input) or said.has_class("trouble"):
            return
        is_cut = cells(line.placeholder) > line.content_size.width
        said.update(Content(f"Such as {line.placeholder}") if is_cut else "")

    @property
    def values(self) -> Values:
        return {field.name: self.query_one(f"#{field.name}", Input).value.strip() for field in self._fields}

    @on(Input.Changed)
    def _typing(self) -> None:
        self.query_one("#said", Static).remove_class("trouble")
        self._show_hint()
        if self._follow is None:
            return
        for name, text in self._follow(self.values).items():
            line = self.query_one(f"#{name}", Input)
            if line.value == self._untouched[name] != text:
                line.value = self._untouched[name] = text

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Take the values, or say what stands in the way."""
        try:
            self._take(self, self.values)
        except Wrong as wrong:
            self.trouble(str(wrong), wrong.field)
        except RunliftError as problem:
            self.trouble(str(problem))

    def trouble(self, sentence: str, field: str = "") -> None:
        """Say what was not understood and go there."""
        said = self.query_one("#said", Static)
        said.update(Content(sentence))
        said.add_class("trouble")
        if field:
            self.query_one(f"#{field}", Input).focus()

    def action_next(self) -> None:
        self.focus_next(Input)
