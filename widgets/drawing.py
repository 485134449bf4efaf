"""The ground all widgets here stand on: lines made of pieces, inked by role, with spots to click.

A widget says *what* it draws (`draw`, pieces of text with a role) and *how tall* it would like to be
(`rows`); the colour of each role lives below, once, as names of Textual's own theme variables. A theme
restyles all of them. They are no component classes: nineteen of those cost every widget two milliseconds
each time its style is looked at, a third of the app's start.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

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

from widgets.text import cells, fit


class Ink(NamedTuple):
    """The look of one role: names of theme variables, the ground in *share* per cent of its strength."""

    colour: str = ""
    ground: str = ""
    share: int = 100
    bold: bool = False
    underlined: bool = False


ROLES = {
    "loud": Ink("accent"),  # the one thing that shouts, in figures
    "accent": Ink("text-accent"),  # what it is about
    "bold": Ink(bold=True),
    "strong": Ink("foreground", bold=True),  # names and figures that matter
    "quiet": Ink("text-muted"),  # everything that whispers
    "faint": Ink("text-disabled"),  # rails, rules, empty cells
    "done": Ink("text-success"),
    "now": Ink("text-accent", bold=True),
    "next": Ink("text-muted"),
    "cool": Ink("text-primary"),  # time: rest, trends
    "warning": Ink("text-warning"),
    "error": Ink("text-error"),
    "filled": Ink("background", "accent", bold=True),  # the active tab, the current number: accent ground
    "good": Ink("background", "success", bold=True),  # done ground
    "low": Ink("auto", "success", 30, bold=True),  # a little of it
    "middle": Ink("auto", "success", 60, bold=True),  # some of it
    "raised": Ink(ground="panel"),  # hover and cursor ground
    "well": Ink("foreground", "panel", bold=True),  # the ground of a tap target
    "under": Ink(underlined=True),  # underlined
}
_ANSI = {
    "filled": Ink("ansi_black", "accent", bold=True),
    "good": Ink("ansi_black", "success", bold=True),
    "low": Ink("ansi_default", "ansi_default", bold=True),
    "middle": Ink("success", "ansi_default", bold=True),
    "raised": Ink(bold=True),
}
"""Where a terminal's own sixteen colours leave no shades."""

_DIM = frozenset({"quiet", "next", "faint"})
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


def underlined(style: str | Style) -> str | Style:
    """The same style with a line under it."""
    return f"{style} under".strip() if isinstance(style, str) else style + Style(underline=True)


def width_of(line: Iterable[Piece]) -> int:
    """Cells taken by the pieces of *line*."""
    return sum(cells(piece.text) for piece in line)


def cut(line: Iterable[Piece], width: int) -> Line:
    """The start of *line*, at most *width* cells of it; a piece that does not fit ends in an ellipsis."""
    kept: Line = []
    for piece in line:
        room = width - width_of(kept)
        if room <= 0:
            break
        kept.append(piece if cells(piece.text) <= room else piece._replace(text=fit(piece.text, room)))
    return kept


def solid(row: str, ink: Style) -> Line:
    """A row of block characters; full blocks get their colour as ground too, so that no seam shows between cells."""
    full = Style(foreground=ink.foreground, background=ink.foreground)
    return [Piece("".join(run), full if character == "█" else ink) for character, run in groupby(row)]


class Drawing(Widget):
    """A widget that draws itself as lines of pieces."""

    DEFAULT_CSS = "Drawing { height: auto; }"
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
        self._inks: dict[str, Style] = {}
        self._worn = ""

    def notify_style_update(self) -> None:
        self._inks.clear()
        super().notify_style_update()

    def draw(self, room: Size) -> list[Line]:
        """The lines for *room*, in cells; longer lines and further lines are cut."""
        raise NotImplementedError

    def measure_anew(self) -> None:
        """Something that decides the height has changed; where the style sheet fixes the height, nothing moves."""
        if self.is_attached and self.styles.is_auto_height:
            self.refresh(layout=True)

    def rows(self, width: int) -> int:
        """How many rows it would like at *width* cells, where the style sheet leaves the height open."""
        return len(self.draw(Size(width, _ENDLESS)))

    def ink(self, roles: str) -> Style:
        """The style of one or more roles, to be laid over the widget's own.

        A terminal's own colours have no shade for the ground of a tap target, and with NO_COLOR no ground at
        all; such spots are reversed instead.
        """
        if self._worn != self.app.theme:
            self._worn = self.app.theme
            self._inks.clear()
        if (found := self._inks.get(roles)) is None:
            found = self._inks[roles] = self._mixed(roles.split())
        return found

    def _mixed(self, names: list[str]) -> Style:
        ansi = self.app.native_ansi_color
        if ansi and (_FILLS | _WELL if self.app.no_color else _WELL).intersection(names):
            return Style(bold=True, reverse=True)
        style = Style()
        for name in names:
            ink = _ANSI.get(name, ROLES[name]) if ansi else ROLES[name]
            style += self._style_of(ink, dim=ansi and name in _DIM)
        return style

    def _style_of(self, ink: Ink, *, dim: bool) -> Style:
        under = self.background_colors[1]
        ground = under + self._colour(ink.ground).multiply_alpha(ink.share / 100) if ink.ground else None
        colour = self._colour(ink.colour) if ink.colour else None
        if colour is not None and colour.auto:
            seen = under if ground is None else ground
            colour = seen + seen.get_contrast_text(colour.a)
        return Style(
            background=ground,
            foreground=colour,
            bold=ink.bold or None,
            dim=dim or None,
            underline=ink.underlined or None,
        )

    def _colour(self, name: str) -> Color:
        """A theme variable ("#828A98", "auto 60%", "ansi_default 50%"), or a colour that Textual can read."""
        said, _, share = str(self.app.theme_variables.get(name, name)).partition(" ")
        if said == "auto":
            return Color.automatic(float(share.rstrip("%") or 100))
        colour = Color.parse(said)
        return colour.multiply_alpha(float(share.rstrip("%")) / 100) if share else colour

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
