"""The ground all widgets here stand on: lines made of pieces, inked by role, with spots to click.

A widget says *what* it draws (`draw`, pieces of text with a role) and *how tall* it would like to be
(`rows`); colours live in the style sheet below, once, as component classes over Textual's own theme
variables. An app restyles a role with ``Drawing > .ink--quiet { ... }`` and a theme restyles all of them.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import events
from textual.color import Color, ColorParseError
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from widgets.text import cells

ROLES = (
    "loud",  # the one thing that shouts, in figures
    "accent",  # what it is about
    "bold",
    "strong",  # names and figures that matter
    "quiet",  # everything that whispers
    "faint",  # rails, rules, empty cells
    "done",
    "now",
    "next",
    "cool",  # time: rest, trends
    "warning",
    "error",
    "filled",  # the active tab, the current number: accent ground
    "good",  # done ground
    "low",  # a little of it
    "middle",  # some of it
    "raised",  # hover and cursor ground
    "well",  # the ground of a tap target
    "under",  # underlined
)
_ENDLESS = 10_000
_FILLS = frozenset({"filled", "good"})
_WELL = frozenset({"well"})


class Piece(NamedTuple):
    """A run of text on one line.

    Attributes:
        text: already cleaned and measured (see `widgets.text`).
        ink: roles, separated by blanks, the later ones on top; or a ready style.
        target: what a click on it means; empty when it means nothing.
    """

    text: str
    ink: str | Style = ""
    target: str = ""


Line = list[Piece]


def width_of(line: Iterable[Piece]) -> int:
    """Cells taken by the pieces of *line*."""
    return sum(cells(piece.text) for piece in line)


def solid(row: str, ink: Style) -> Line:
    """A row of block characters; full blocks get their colour as ground too, so that no seam shows between cells."""
    full = Style(foreground=ink.foreground, background=ink.foreground)
    return [Piece("".join(run), full if character == "█" else ink) for character, run in groupby(row)]


class Drawing(Widget):
    """A widget that draws itself as lines of pieces."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{role}" for role in ROLES}
    DEFAULT_CSS = """
    Drawing { height: auto; }
    Drawing > .ink--loud { color: $accent; }
    Drawing > .ink--accent { color: $text-accent; }
    Drawing > .ink--bold { text-style: bold; }
    Drawing > .ink--strong { color: $foreground; text-style: bold; }
    Drawing > .ink--quiet { color: $text-muted; }
    Drawing > .ink--faint { color: $text-disabled; }
    Drawing > .ink--done { color: $text-success; }
    Drawing > .ink--now { color: $text-accent; text-style: bold; }
    Drawing > .ink--next { color: $text-muted; }
    Drawing > .ink--cool { color: $text-primary; }
    Drawing > .ink--warning { color: $text-warning; }
    Drawing > .ink--error { color: $text-error; }
    Drawing > .ink--filled { background: $accent; color: $background; text-style: bold; }
    Drawing > .ink--good { background: $success; color: $background; text-style: bold; }
    Drawing > .ink--low { background: $success 30%; color: auto; text-style: bold; }
    Drawing > .ink--middle { background: $success 60%; color: auto; text-style: bold; }
    Drawing > .ink--raised { background: $panel; }
    Drawing > .ink--well { background: $panel; color: $foreground; text-style: bold; }
    Drawing > .ink--under { text-style: underline; }
    Drawing:ansi > .ink--quiet, Drawing:ansi > .ink--next { text-style: dim; }
    Drawing:ansi > .ink--faint { text-style: dim; }
    Drawing:ansi > .ink--filled, Drawing:ansi > .ink--good { color: ansi_black; }
    Drawing:ansi > .ink--low { background: ansi_default; color: ansi_default; }
    Drawing:ansi > .ink--middle { background: ansi_default; color: $success; }
    Drawing:ansi > .ink--raised { text-style: bold; }
    """
    ALLOW_SELECT = False

    hovered: reactive[str] = reactive("")
    """The target under the pointer."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._drawn: list[Line] = []

    def draw(self, room: Size) -> list[Line]:
        """The lines for *room*, in cells; longer lines and further lines are cut."""
        raise NotImplementedError

    def rows(self, width: int) -> int:
        """How many rows it would like at *width* cells, where the style sheet leaves the height open."""
        return len(self.draw(Size(width, _ENDLESS)))

    def ink(self, roles: str) -> Style:
        """The style of one or more roles, over the widget's own ground.

        A terminal's own colours have no shade for the ground of a tap target, and with NO_COLOR no ground at
        all; such spots are reversed instead.
        """
        names = roles.split()
        if self.app.native_ansi_color and (_FILLS | _WELL if self.app.no_color else _WELL).intersection(
            names
        ):
            return Style(bold=True, reverse=True)
        return self.get_visual_style(*(f"ink--{role}" for role in names))

    def tint(self, colour: str) -> Style:
        """A style in *colour*: the name of a theme variable (without ``$``) or any colour Textual can read.

        A name that is neither leaves the text in the widget's own colour.
        """
        try:
            return Style(foreground=Color.parse(self.app.theme_variables.get(colour, colour)))
        except ColorParseError:
            return Style()

    def target_at(self, x: int, y: int) -> str:
        """The target drawn at a cell of the content; empty when there is none."""
        if not 0 <= y < len(self._drawn):
            return ""
        for piece in self._drawn[y]:
            if x < 0:
                break
            x -= cells(piece.text)
            if x < 0:
                return piece.target
        return ""

    def target_of(self, event: events.MouseEvent) -> str:
        """The target under a mouse event; empty outside the content."""
        offset = event.get_content_offset(self)
        return self.target_at(offset.x, offset.y) if offset is not None else ""

    def render(self) -> Visual:
        return _Picture(self)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return container.width

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self.hovered = self.target_of(event)

    def on_leave(self) -> None:
        self.hovered = ""

    def _strip(self, line: Sequence[Piece], width: int, ground: Style) -> Strip:
        parts = [(text, self.ink(ink) if isinstance(ink, str) else ink) for text, ink, _ in line if text]
        content = Content.assemble(*parts)
        strip = Strip(content.render_segments(ground), content.cell_length)
        return strip.crop(0, width).extend_cell_length(width, ground.rich_style)


class _Picture(Visual):
    """What Textual asks for when it renders a `Drawing`: strips at a size, and the height at a width."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,
        options: RenderOptions,  # noqa: ARG002
    ) -> list[Strip]:
        drawing = self._drawing
        height = drawing.rows(width) if height is None else height
        lines = drawing.draw(Size(width, height))[:height] if width > 0 and height > 0 else []
        drawing._drawn = lines
        return [drawing._strip(line, width, style) for line in lines]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        return container_width

    def get_minimal_width(self, rules: RulesMap) -> int:  # noqa: ARG002
        return 1

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        return self._drawing.rows(width)
