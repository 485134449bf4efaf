"""One question, a few answers."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Line, Piece, width_of
from widgets.picking import Picking
from widgets.text import cells, clean, fit, right, wrap

_INDENT = 2
_MOST_SENTENCE = 4
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

    When the room is short the help of the other answers goes first, then the list scrolls around the
    selected one.

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
        above: list[Line] = [[Piece(fit(self.question, width), "strong")]] if self.question else []
        above += [[Piece(line, "quiet")] for line in wrap(self.sentence, width, _MOST_SENTENCE)]
        if above:
            above.append([])
        below: list[Line] = [[], [Piece(fit(self.hint, width), "quiet")]] if self.hint else []
        space = height - len(above) - len(below)
        if space < len(self.items):
            above, below, space = above[:1], [], height - len(above[:1])
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

    def _answer(self, item: Item, width: int, *, helped: bool) -> list[Line]:
        chosen = item.target == self.selected
        ground = " raised" if chosen or item.target == self.hovered else ""
        keys = min(max((cells(clean(each.key)) for each in self.items), default=0), _MOST_KEY)
        room = width - _INDENT - keys - 2
        pointer = "›" if chosen else " "
        line = [
            Piece(f"{pointer} ", f"accent{ground}"),
            Piece(f"{right(item.key, keys)}  ", f"now{ground}"),
            Piece(fit(item.label, room), f"strong{ground}" if chosen else ground),
        ]
        lines = [line]
        if helped:
            indent = Piece(" " * (_INDENT + keys + 2), ground)
            lines += [[indent, Piece(each, f"quiet{ground}")] for each in wrap(item.help, room, _MOST_HELP)]
        for each in lines:
            each.append(Piece(" " * (width - width_of(each)), ground))
        return [[piece._replace(target=item.target) for piece in each] for each in lines]
