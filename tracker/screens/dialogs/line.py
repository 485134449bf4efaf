"""A line to type on, at the foot of the screen. It closes itself once what was typed is understood."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.words.typed import Unreadable
from tracker.keys import LINE
from tracker.screens.base import Window, bindings

MOST_TYPED = 1000


class Names(Suggester):
    """Completes what stands at the end of the line with the first name that begins with it.

    Attributes:
        names: those of today's session first.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self._names = tuple(names)

    async def get_suggestion(self, value: str) -> str | None:
        typed = value.lstrip()
        if len(typed) < 2 or not typed[0].isalpha():
            return None
        wanted = typed.casefold()
        found = next((name for name in self._names if name.casefold().startswith(wanted)), None)
        return None if found is None or len(found) == len(typed) else value + found[len(typed) :]


class FreeLine(Window):
    """Asks for one line and hands it to *take*, which raises where it does not understand; then the text stays.

    Gives True once the line was taken. What stands in it at first is selected: typing replaces it, an arrow keeps it.
    """

    SELECTED = True
    BINDINGS = bindings(LINE)
    AUTO_FOCUS = "Input"

    def __init__(
        self, label: str, hint: str, take: Callable[[str], None], *, names: Sequence[str] = (), text: str = ""
    ) -> None:
        super().__init__()
        self._label, self._hint, self._take = label, hint, take
        self._names, self._text = names, text

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield Static(Content(self._label), id="label")
            yield Input(
                self._text,
                id="typed",
                compact=True,
                select_on_focus=self.SELECTED,
                max_length=MOST_TYPED,
                suggester=Names(self._names) if self._names else None,
            )
            yield Static(Content(self._hint), id="said")

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = not self.app.is_headless

    @on(Input.Changed)
    def _typing(self) -> None:
        said = self.query_one("#said", Static)
        if said.has_class("-trouble"):
            said.remove_class("-trouble")
            said.update(Content(self._hint))

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        text = message.value.strip()
        if self.is_untouched(text):
            self.dismiss(None)
            return
        try:
            self.take(text)
        except (Misunderstood, NothingToDo, Refused) as problem:
            self._not_taken(problem, len(message.value) - len(message.value.lstrip()))
            return
        self.dismiss(True)

    def is_untouched(self, text: str) -> bool:
        """Nothing stood there, and nothing was typed."""
        return not text and not self._text

    def take(self, text: str) -> None:
        """Hand the line over."""
        self._take(text)

    def _not_taken(self, problem: Exception, moved: int) -> None:
        """Say why, mark the place, and keep the text."""
        said = self.query_one("#said", Static)
        said.add_class("-trouble")
        said.update(Content(str(problem)))
        if isinstance(problem, Unreadable):
            typed = self.query_one(Input)
            typed.selection = Selection(problem.start + moved, problem.end + moved)

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(Input).action_cursor_right()


class NoteLine(FreeLine):
    """A note; tab changes between what it is about, and enter keeps all that was written.

    Args:
        about: (label, text so far, take) of each thing it may be about.
    """

    SELECTED = False

    def __init__(self, about: Sequence[tuple[str, str, Callable[[str], None]]]) -> None:
        self._about, self._at = about, 0
        self._written = [text for _, text, _ in about]
        label, text, take = about[0]
        other = f"{self.key('line.take')} about the session" if len(about) > 1 else ""
        hint = "   ".join(filter(None, ("enter keep", other, f"{self.key('dialog.leave')} leave")))
        super().__init__(label, hint, take, text=text)

    def is_untouched(self, text: str) -> bool:
        self._written[self._at] = text
        return all(written.strip() == before for written, (_, before, _) in self._both())

    def take(self, text: str) -> None:
        self._written[self._at] = text
        for written, (_, before, take) in self._both():
            if written.strip() != before:
                take(written.strip())

    def _both(self) -> list[tuple[str, tuple[str, str, Callable[[str], None]]]]:
        return list(zip(self._written, self._about, strict=True))

    def action_complete(self) -> None:
        typed = self.query_one(Input)
        self._written[self._at] = typed.value
        self._at = (self._at + 1) % len(self._about)
        self.query_one("#label", Static).update(Content(self._about[self._at][0]))
        typed.value = self._written[self._at]
