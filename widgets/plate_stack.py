"""What to put on the bar: the plates of one side, drawn."""

from textual.geometry import Size
from textual.reactive import reactive

from widgets.drawing import Drawing, Line, Piece, width_of
from widgets.text import cells, clean, fit, longest_that_fits

_TALL_FROM = 10.0


def _weight(plate: str) -> float:
    try:
        return float(plate.replace(",", "."))
    except ValueError:
        return 0.0


class PlateStack(Drawing):
    """The plates on one side of a bar, heaviest first, or only words ("two 22.5 dumbbells").

    On two rows the plates of 10 and more stand taller.

    Attributes:
        plates: as written on them, ("20", "10", "2.5"); empty when there is nothing to load.
        words: said after the drawing, or instead of it.
        short: fewer words, said after the drawing where those do not fit.
    """

    DEFAULT_CSS = "PlateStack { height: 1; }"

    plates: reactive[tuple[str, ...]] = reactive(())
    words: reactive[str] = reactive("")
    short: reactive[str] = reactive("")

    def __init__(
        self,
        plates: tuple[str, ...] = (),
        words: str = "",
        short: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.plates = plates
        self.words = words
        self.short = short

    def rows(self, width: int) -> int:
        return 2 if self.plates and width else 1

    def draw(self, room: Size) -> list[Line]:
        plates = [clean(plate) for plate in self.plates]
        if not plates:
            return [[Piece(fit(self.words, room.width), "quiet")]]
        bar: Line = [Piece("━━", "faint")]
        above: Line = [Piece("  ")]
        for plate in plates:
            bar += [Piece("▐", "faint"), Piece(plate, "bold"), Piece("▌", "faint")]
            tall = _weight(plate) >= _TALL_FROM
            above.append(Piece(f"▗{'▄' * cells(plate)}▖" if tall else " " * (cells(plate) + 2), "faint"))
        bar.append(Piece("━", "faint"))
        spare = room.width - width_of(bar) - 1
        if spare < 0:
            return [[Piece(fit(" + ".join(plates), room.width), "quiet")]]
        words = longest_that_fits((self.words, self.short), spare) or fit(self.short or self.words, spare)
        bar += [Piece(" "), Piece(words, "quiet")]
        return [above, bar] if room.height > 1 else [bar]
