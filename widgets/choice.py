"""One question, a few answers."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Line, Piece, width_of
from widgets.picking import Picking
from widgets.text import cells, clean, fit, right, wrap

_INDENT = 2
_MOST_SENTENCE = 8
_MOST_QUESTION = _MOST_LABEL = 2
_MOST_HELP = 3
_MOST_KEY = 3


class Item(NamedTuple):
    """One answer.

    Attributes:
        target: posted when it is chosen.
        key: the letter or digit that chooses it at once; may be empty.
        label: the answer.
        help: a few words below it, in quieter ink.
    """

    target: str
    key: str
    label: str
    help: str = ""


class Choice(Picking):
    """A calm list to pick from: a title, a kind sentence, answers with their key and a line of help each.

    When the room is short the help of the other answers goes first, then the hint, then the end of the sentence; at
    last the list scrolls around the selected answer.

    Attributes:
        question: the title.
        sentence: said under it.
        items: the answers.
        hint: the last line.
        selected: the first answer, unless another one is named; with None there is none before somebody moves.
    """

    question: reactive[str] = reactive("")
    sentence: reactive[str] = reactive("")
    items: reactive[tuple[Item, ...]] = reactive(())
    hint: reactive[str] = reactive("")

    def __init__(
        self,
        question: str = "",
        items: tuple[Item, ...] = (),
        *,
        sentence: str = "",
        selected: str | None = "",
        hint: str = "enter choose   esc leave",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.question = question
        self.sentence = sentence
        self.items = items
        self.hint = hint
        self.selected = items[0].target if selected == "" and items else selected or ""

    def targets(self) -> list[str]:
        return [item.target for item in self.items]

    def shortcuts(self) -> dict[str, str]:
        return {item.key.casefold(): item.target for item in self.items if item.key}

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        plain = self._rows(width)
        above: list[Line] = [[Piece(line, "strong")] for line in wrap(self.question, width, _MOST_QUESTION)]
        spare = height - len(above) - plain
        said = wrap(self.sentence, width, min(_MOST_SENTENCE, spare - 1)) if spare > 1 else ()
        above += [[Piece(line, "quiet")] for line in said]
        if above and spare > len(said):
            above.append([])
        below: list[Line] = [[], [Piece(fit(self.hint, width), "quiet")]] if self.hint else []
        if height - len(above) - plain < len(below):
            below = []
        space = height - len(above) - len(below)
        helped = sum(len(self._answer(item, width, helped=True)) for item in self.items) <= space
        answers: list[Line] = []
        at = 0
        for item in self.items:
            if item.target == self.selected:
                at = len(answers)
            answers += self._answer(item, width, helped=helped or item.target == self.selected)
        if len(answers) > max(space, 1):
            first = min(max(0, at - space // 2), len(answers) - max(space, 1))
            answers = answers[first : first + max(space, 1)]
        return [*above, *answers, *below]

    def _rows(self, width: int) -> int:
        """Rows of the answers, with help under one of them alone."""
        labels = [len(self._answer(item, width, helped=False)) for item in self.items]
        helped = [len(self._answer(item, width, helped=True)) for item in self.items]
        return sum(labels) + max((more - less for more, less in zip(helped, labels, strict=True)), default=0)

    def _answer(self, item: Item, width: int, *, helped: bool) -> list[Line]:
        chosen = item.target == self.selected
        ground = " raised" if chosen or item.target == self.hovered else ""
        keys = min(max((cells(clean(each.key)) for each in self.items), default=0), _MOST_KEY)
        room = width - _INDENT - keys - 2
        pointer = "›" if chosen else " "
        indent = Piece(" " * (_INDENT + keys + 2), ground)
        label = [
            Piece(each, f"strong{ground}" if chosen else ground)
            for each in wrap(item.label, room, _MOST_LABEL)
        ]
        key = [Piece(f"{pointer} ", f"accent{ground}"), Piece(f"{right(item.key, keys)}  ", f"now{ground}")]
        lines = [[*key, *label[:1]], *([indent, each] for each in label[1:])]
        if helped:
            lines += [[indent, Piece(each, f"quiet{ground}")] for each in wrap(item.help, room, _MOST_HELP)]
        for each in lines:
            each.append(Piece(" " * (width - width_of(each)), ground))
        return [[piece._replace(target=item.target) for piece in each] for each in lines]
