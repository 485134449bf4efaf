"""A checklist in one row: a mark for each set, and how many are done."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece
from widgets.set_list import MARKS
from widgets.text import cells, fit

_PLUS = "+"


class SetStrip(Drawing):
    """The checklist as marks, one group for each exercise: ``✓✓▶· ··· ··``, and how many are done.

    Attributes:
        groups: the states of each exercise's sets (keys of `MARKS`); the group with "now" in it is in view.
        joined: the groups that go with the one before them: ``··+··``.
        aside: said before how many are done, "✓ @8".
    """

    DEFAULT_CSS = "SetStrip { height: 1; }"

    groups: reactive[tuple[tuple[str, ...], ...]] = reactive(())
    joined: reactive[tuple[int, ...]] = reactive(())
    aside: reactive[str] = reactive("")

    @dataclass
    class MarkChosen(Message):
        """A mark was tapped.

        Attributes:
            group, mark: which exercise, which of its sets.
        """

        strip: "SetStrip"
        group: int
        mark: int

        @property
        def control(self) -> "SetStrip":
            return self.strip

    def __init__(
        self,
        groups: tuple[tuple[str, ...], ...] = (),
        joined: tuple[int, ...] = (),
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.groups = groups
        self.joined = joined

    def draw(self, room: Size) -> list[Line]:
        width = room.width
        marks: Line = []
        for at, group in enumerate(self.groups):
            if marks:
                marks.append(Piece(_PLUS, "faint") if at in self.joined else Piece(" "))
            marks += [
                Piece(mark.glyph, mark.ink, f"{at}.{number}")
                for number, state in enumerate(group)
                if (mark := MARKS.get(state))
            ]
        counted = [state for group in self.groups for state in group if state not in ("warmup", "skipped")]
        said = fit(f"{counted.count('done')} of {len(counted)}", width)
        aside = fit(self.aside, max(0, width - cells(said) - 2) // 2)
        space = width - cells(said) - 2 - (cells(aside) + 2 if aside else 0)
        if len(marks) > space:
            now = next((at for at, piece in enumerate(marks) if piece.text == MARKS["now"].glyph), 0)
            start = min(max(0, now - space // 2), len(marks) - max(space, 0))
            marks = marks[start : start + max(space, 0)]
        before = [Piece("  " if marks else ""), Piece(aside, "done")] if aside else []
        return [[*marks, *before, Piece("  " if marks or aside else ""), Piece(said, "quiet")]]

    def on_click(self, event: events.Click) -> None:
        if target := self.target_of(event):
            event.stop()
            group, mark = target.split(".")
            self.post_message(self.MarkChosen(self, int(group), int(mark)))
