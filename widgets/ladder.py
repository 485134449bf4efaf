"""The ladder of an exercise: harder above, easier below, and where you stand."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Line, Piece, width_of
from widgets.picking import Picking
from widgets.text import cells, fit, longest_that_fits

_TEXT_AT = 4
_HERE = ("you are here", "here")


class Step(NamedTuple):
    """One step.

    Attributes:
        target: posted when it is chosen.
        label: the exercise.
        note: what makes it a step, or the load it would start with.
        here: the exercise as it is today; it cannot be chosen.
    """

    target: str
    label: str
    note: str = ""
    here: bool = False


class Ladder(Picking):
    """Steps from the hardest at the top to the easiest at the bottom; the one that makes sense is preselected.

    Rails stand between the steps while there is room.

    Attributes:
        steps: from the top.
    """

    steps: reactive[tuple[Step, ...]] = reactive(())

    def __init__(
        self,
        steps: tuple[Step, ...] = (),
        *,
        selected: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.steps = steps
        self.selected = selected

    def targets(self) -> list[str]:
        return [step.target for step in self.steps if not step.here]

    def draw(self, room: Size) -> list[Line]:
        width, height = room
        railed = 2 * len(self.steps) - 1 <= height
        lines: list[Line] = []
        at = 0
        for step in self.steps:
            if lines and railed:
                lines.append([Piece("  │", "faint")])
            if step.target == self.selected:
                at = len(lines)
            lines.append(self._step(step, width))
        if len(lines) > height:
            first = min(max(0, at - height // 2), len(lines) - height)
            lines = lines[first : first + height]
        return lines

    def _step(self, step: Step, width: int) -> Line:
        chosen = step.target == self.selected and not step.here
        ground = " raised" if chosen or (step.target == self.hovered and not step.here) else ""
        label = fit(step.label, width - _TEXT_AT)
        space = width - _TEXT_AT - cells(label) - 2
        note = longest_that_fits(_HERE, space) if step.here else step.note
        line = [
            Piece("› " if chosen else "  ", f"accent{ground}"),
            Piece("● " if step.here else "○ ", f"now{ground}" if step.here or chosen else f"quiet{ground}"),
            Piece(label, "accent" if step.here else f"strong{ground}" if chosen else ground),
        ]
        if note and space >= min(cells(note), 6):
            line += [Piece("  ", ground), Piece(fit(note, space), f"quiet{ground}")]
        line.append(Piece(" " * (width - width_of(line)), ground))
        return line if step.here else [piece._replace(target=step.target) for piece in line]
