"""The set to do now, in figures that can be read from two metres away."""

from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import reactive

from widgets.blocks import LARGEST, can_spell, height_at, spell, width_at
from widgets.drawing import Drawing, Line, Piece, solid
from widgets.text import cells, centre, clean, fit, longest_that_fits

_USUAL_SCALE = 2
_TITLE_GAPS = (4, 3, 2)
_GIANTS_AIR = 3
_SIGNS = ("+", "-")
_TIMES = " × "


class _Layout(NamedTuple):
    """A way to write the set on one line of figures.

    Attributes:
        between: what stands between load and repetitions on the last row.
        over: what stands there on the row above it, as wide.
        after: what stands behind the repetitions on the last row.
        effort_above: the effort stands in the title line.
        small_sign: the sign before the load is one letter, no figure.
        words: the load in letters on the last row, where only the repetitions are figures.
    """

    scale: int
    load_cells: int
    between: str
    over: str
    after: str
    effort_above: bool
    small_sign: bool
    words: str = ""


class BigSet(Drawing):
    """One set: the load in the loud colour, the repetitions beside it, everything else small.

    The figures are as large as the room allows: 10, 8, 5 or 3 rows high. Where load and repetitions do not both fit,
    or the load's words are not in the font, the load stands in letters beside the figures of the repetitions, and
    where not even those fit all is plain bold text. The load stands at the right of a space that holds *widest* and
    every load shown under the same title, so the repetitions stay where they are while the load is nudged.

    Attributes:
        exercise: the title line.
        short: a shorter title, used where the title does not fit.
        place: beside the title, "set 2 of 2".
        load: "22.5", "bw", "bw+10", "medium"; empty when only the repetitions count (they are loud then).
        unit: beside the load, "kg"; may be empty.
        reps: "5", "45", "20", "8/8".
        reps_unit: after the repetitions, "s", "contacts"; may be empty.
        effort: after everything, "@8".
        note: the line below, "per hand, each side"; an open height is measured anew when it changes.
        widest: the widest load to expect, to keep the place of the repetitions.
    """

    DEFAULT_CSS = "BigSet { height: auto; min-height: 2; }"

    exercise: reactive[str] = reactive("")
    short: reactive[str] = reactive("")
    place: reactive[str] = reactive("")
    load: reactive[str] = reactive("")
    unit: reactive[str] = reactive("")
    reps: reactive[str] = reactive("")
    reps_unit: reactive[str] = reactive("")
    effort: reactive[str] = reactive("")
    note: reactive[str] = reactive("")
    widest: reactive[str] = reactive("")

    def __init__(
        self,
        exercise: str = "",
        *,
        short: str = "",
        place: str = "",
        load: str = "",
        unit: str = "",
        reps: str = "",
        reps_unit: str = "",
        effort: str = "",
        note: str = "",
        widest: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._seen: set[str] = set()
        self.show(
            exercise,
            short=short,
            place=place,
            load=load,
            unit=unit,
            reps=reps,
            reps_unit=reps_unit,
            effort=effort,
            note=note,
            widest=widest,
        )

    def show(
        self,
        exercise: str,
        *,
        short: str = "",
        place: str = "",
        load: str = "",
        unit: str = "",
        reps: str = "",
        reps_unit: str = "",
        effort: str = "",
        note: str = "",
        widest: str = "",
    ) -> None:
        """Show another set, every value at once; what is not named becomes empty."""
        self.exercise, self.short, self.place = exercise, short, place
        self.load, self.unit = load, unit
        self.reps, self.reps_unit = reps, reps_unit
        self.effort, self.note, self.widest = effort, note, widest

    def watch_note(self) -> None:
        self.measure_anew()

    def watch_exercise(self) -> None:
        self._seen.clear()

    def watch_load(self) -> None:
        self._seen.add(clean(self.load))

    def rows(self, width: int) -> int:
        layout = self._best(width, height_at(_USUAL_SCALE))
        return 2 + (height_at(layout.scale) if layout else 1) + (2 if clean(self.note) else 0)

    def draw(self, room: Size) -> list[Line]:
        width = room.width
        note = fit(self.note, width)
        spare = room.height - 1 - bool(note)
        layout = self._best(width, spare)
        if layout is None and note and (layout := self._best(width, spare + 1)):
            note, spare = "", spare + 1
        figures = self._figures(layout) if layout else [self._plain(width)]
        spare -= len(figures)
        heading = self._heading(width, effort=bool(layout and layout.effort_above))
        lines = [heading, *([[]] if spare > 0 else []), *figures]
        if note:
            lines += [*([[]] if spare > 1 else []), [Piece(note, "quiet")]]
        return lines

    def _best(self, width: int, height: int) -> _Layout | None:
        """The largest way to write the set in *width* cells and *height* rows; giants want air."""
        load, reps = clean(self.load), clean(self.reps)
        for scale in range(LARGEST, 0, -1) if can_spell(load + reps) else ():
            air = _GIANTS_AIR if scale > _USUAL_SCALE else 0
            if height_at(scale) + air <= height and (found := self._layout(scale, width)):
                return found
        for scale in range(_USUAL_SCALE, 0, -1) if load and reps and can_spell(reps) else ():
            if height_at(scale) <= height and (found := self._in_words(scale, width)):
                return found
        return None

    def _in_words(self, scale: int, width: int) -> _Layout | None:
        """The load in letters, the repetitions in figures."""
        words = " ".join(filter(None, (clean(self.load), clean(self.unit))))
        after, effort = f" {clean(self.reps_unit)}".rstrip(), clean(self.effort)
        taken = cells(words) + cells(_TIMES) + width_at(clean(self.reps), scale)
        for behind, above in ((f"{after} {effort}".rstrip(), False), (after, bool(effort))):
            if taken + cells(behind) <= width:
                return _Layout(scale, 0, _TIMES, "", behind, above, False, words)
        return None

    def _heading(self, width: int, *, effort: bool) -> Line:
        named = min(map(cells, (clean(self.exercise), clean(self.short) or clean(self.exercise))))
        place = fit(self.place, max(width // 2, width - named - _TITLE_GAPS[-1]))
        beside = f"  {fit(self.effort, width // 4)}" if effort else ""
        width -= cells(beside)
        room = width - cells(place) - _TITLE_GAPS[-1] if place else width
        title = fit(longest_that_fits((self.exercise, self.short), room) or self.short or self.exercise, room)
        spare = width - cells(title) - cells(place)
        gap = next((gap for gap in _TITLE_GAPS if gap <= spare), 0)
        line = [Piece(title, "strong")]
        if place:
            line += [Piece(" " * gap), Piece(place, "accent")]
        return [*line, Piece(beside, "quiet")]

    def _layout(self, scale: int, width: int) -> _Layout | None:
        load, reps, unit, effort = (clean(each) for each in (self.load, self.reps, self.unit, self.effort))
        seen = [each for each in {load, clean(self.widest), *self._seen} if can_spell(each)]
        times = _TIMES if load and reps else ""
        after = f" {clean(self.reps_unit)}".rstrip()
        beside = f" {unit}{times}" if unit and load else times
        forms = [(beside, "", f"{after}  {effort}".rstrip(), False)]
        if scale <= _USUAL_SCALE:
            between, over = _stacked(unit, times) if unit and load else (times, "")
            forms += [
                (beside, "", f"{after} {effort}".rstrip(), False),
                (between, over, f"{after} {effort}".rstrip(), False),
                (between, over, after, True),
            ]
        for small_sign in (False, True) if scale <= _USUAL_SCALE and load[:1] in _SIGNS else (False,):
            widths = [_load_width(each, scale, small_sign=small_sign) for each in (*seen, load)]
            for load_cells in (max(widths), widths[-1]):
                for between, over, behind, above in forms:
                    if load_cells + cells(between) + width_at(reps, scale) + cells(behind) <= width:
                        above = above and bool(effort)
                        return _Layout(scale, load_cells, between, over, behind, above, small_sign)
        return None

    def _figures(self, layout: _Layout) -> list[Line]:
        load, reps = clean(self.load), clean(self.reps)
        sign = load[:1] if layout.small_sign else ""
        spelled = "" if layout.words else load.removeprefix(sign)
        left = spell(spelled, layout.scale) if spelled else ("",) * height_at(layout.scale)
        right = spell(reps, layout.scale) if reps else ("",) * height_at(layout.scale)
        loud, plain = self.ink("loud"), self.ink("strong")
        if not load:
            plain = loud
        lines: list[Line] = []
        for row, (one, other) in enumerate(zip(left, right, strict=True)):
            last = row == len(left) - 1
            over = layout.over if row == len(left) - 2 else ""
            between = layout.between if last else over or " " * cells(layout.between)
            lines.append(
                [
                    Piece(layout.words if last else " " * cells(layout.words), "loud bold"),
                    Piece(" " * (layout.load_cells - cells(one) - len(sign))),
                    *([Piece(sign if row == len(left) // 2 else " ", "loud bold")] if sign else []),
                    *solid(one, loud),
                    Piece(between, "quiet"),
                    *solid(other, plain),
                    *([Piece(layout.after, "quiet")] if last else []),
                ]
            )
        return lines

    def _plain(self, width: int) -> Line:
        load = " ".join(filter(None, (clean(self.load), clean(self.unit))))
        reps = " ".join(filter(None, (clean(self.reps), clean(self.reps_unit))))
        effort = fit(self.effort, width // 3)
        room = width - cells(effort) - 1 if effort else width
        reps = fit(f" × {reps}" if load and reps else reps, room // 2 if load else room)
        load = fit(load, room - cells(reps))
        return [
            Piece(load, "loud bold"),
            Piece(reps, "strong" if load else "loud bold"),
            *([Piece(" "), Piece(effort, "quiet")] if effort else []),
        ]


def _load_width(load: str, scale: int, *, small_sign: bool) -> int:
    """Cells that *load* takes, its sign as a letter or as a figure."""
    if small_sign and load[:1] in _SIGNS:
        return 1 + width_at(load[1:], scale)
    return width_at(load, scale)


def _stacked(unit: str, times: str) -> tuple[str, str]:
    """Unit and times sign one above the other, a blank on either side: the last row, and the one above."""
    over = f" {unit} "
    return centre(times.strip(), cells(over)), over
