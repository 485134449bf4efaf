"""The figures of the week: strength and hard sets on the left, the runner's mix, effort and balance on the right."""

from itertools import takewhile

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from tracker.domain.words import figures
from tracker.report.names import POSITION_NAMES
from tracker.report.sheet import MOST_LIFTS, NOT_YET, GroupLine, LiftLine, WeekSheet
from tracker.screens.season_band import tint_of
from widgets.coverage_grid import CoverageGrid
from widgets.facts import Fact, Facts
from widgets.headline import Headline, Statement
from widgets.meters import BalanceRow, DriftRow, MeterRow, TrendLine
from widgets.text import longest_that_fits

_GROUP_CELLS = 11
_GROUPS = 7
_LIFT_CELLS, _LIFT_CELLS_TIGHT = 15, 12
_ONE_COLUMN, _ROOMY = 72, 94
_PARTS = {
    "kept": "strength",
    "sets": "hard sets",
    "covered": "mix",
    "effort": "effort",
    "run-lift": "run : lift",
    "notes": "pain",
}
"""Each part by its first widget, and the word for it where it is out of sight."""
_NEW = "still new"
"""A lift of which there is not enough data yet."""


class WeekFigures(Container):
    """Every figure of one week, in bars and cells before numbers."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield from self._left()
        with Vertical(classes="column"):
            yield from self._right()

    def _left(self) -> ComposeResult:
        with Vertical(classes="part"):
            yield Headline(id="kept")
            for at in range(MOST_LIFTS):
                yield TrendLine(id=f"lift-{at}", curve_cells=6)
        with Vertical(classes="part"):
            yield Headline(id="sets")
            for at in range(_GROUPS):
                yield MeterRow(id=f"group-{at}", label_cells=_GROUP_CELLS)
            yield TrendLine("tonnage", id="tonnage", label_cells=_GROUP_CELLS, curve_cells=4, value_cells=9)

    def _right(self) -> ComposeResult:
        with Vertical(classes="part"):
            yield Headline(id="covered")
            yield CoverageGrid(id="coverage")
        with Vertical(classes="part"):
            yield Headline(id="effort")
            yield DriftRow(id="drift")
            yield BalanceRow("Run : lift", id="run-lift")
            yield Facts(id="notes")

    def show(self, sheet: WeekSheet, width: int) -> None:
        """Draw the sheet; *width* is the screen's, in cells."""
        self._show_lifts(sheet, width)
        self._show_sets(sheet)
        self._show_mix(sheet)
        self._show_effort(sheet)
        self._show_notes(sheet)

    def below(self, bottom: int) -> tuple[str, ...]:
        """The parts of which no more than the title stands above a row, counted from the first row here."""
        return tuple(word for name, word in _PARTS.items() if self._row_of(name) >= bottom - 1)

    def _row_of(self, name: str) -> int:
        """The row of a part, wherever one has scrolled to."""
        first = self.query_one(f"#{name}")
        ancestors = takewhile(lambda each: each is not self, first.ancestors_with_self)
        return sum(each.virtual_region.y for each in ancestors if isinstance(each, Widget))

    def _show_lifts(self, sheet: WeekSheet, width: int) -> None:
        roomy = width >= _ROOMY or width < _ONE_COLUMN
        self._title("kept", "Strength kept", sheet.kept.words, sheet.kept.short)
        remarks = [_remark(lift) if roomy else lift.kept or lift.left or _NEW for lift in sheet.lifts]
        for at in range(MOST_LIFTS):
            line = self.query_one(f"#lift-{at}", TrendLine)
            line.remark_cells = max(map(len, remarks), default=0)
            line.value_cells = max((len(lift.value) for lift in sheet.lifts), default=0)
            line.display = at < len(sheet.lifts)
            if not line.display:
                continue
            lift = sheet.lifts[at]
            line.label_cells = _LIFT_CELLS if width >= _ROOMY else _LIFT_CELLS_TIGHT
            line.label = longest_that_fits(lift.names, line.label_cells) or lift.names[-1]
            line.points, line.value = lift.points, lift.value
            line.remark = remarks[at]
            line.state = {True: "done", False: "warning", None: ""}[lift.holds]

    def _show_sets(self, sheet: WeekSheet) -> None:
        known = sheet.sets_known
        total = f"{sheet.sets}, last week {sheet.sets_last}"
        self._title("sets", "Hard sets", total if known else NOT_YET)
        tails = [_tail(group) for group in sheet.groups]
        for at, (group, (said, beside)) in enumerate(zip(sheet.groups, tails, strict=True)):
            row = self.query_one(f"#group-{at}", MeterRow)
            row.tail_cells = max(len(said) + len(beside) for said, beside in tails)
            row.display = known and group in sheet.groups_shown
            row.label, row.actual, row.target = group.name, group.sets, group.last
            row.most = sheet.sets_on_a_bar
            row.said, row.beside = said, beside
            row.colour = "warning" if group.low or group.high else tint_of(sheet.phase) if sheet.phase else ""
        tonnage = self.query_one("#tonnage", TrendLine)
        known = sheet.tonnage.value is not None
        tonnage.points, tonnage.value = sheet.tonnage_line, sheet.tonnage.words if known else "–"
        tonnage.remark = sheet.place.partition(" ")[0] if known else "none yet"

    def _show_mix(self, sheet: WeekSheet) -> None:
        self._title("covered", "Runner's mix", *sheet.mix_said)
        grid = self.query_one(CoverageGrid)
        grid.columns = tuple(POSITION_NAMES.values())
        grid.rows_of = tuple((row.name, row.counts) for row in sheet.coverage)
        grid.holes = frozenset(
            (at, column)
            for at, row in enumerate(sheet.coverage)
            for column, count in enumerate(row.counts)
            if count == 0 and (row.hole or column in sheet.positions_missing)
        )

    def _show_effort(self, sheet: WeekSheet) -> None:
        words = sheet.effort.short or NOT_YET
        self._title("effort", "Effort", f"against target, {words}", words)
        drift = self.query_one(DriftRow)
        drift.value, drift.good = sheet.effort.value, sheet.effort.good is not False
        drift.said = "" if sheet.effort.value is None else figures.signed(round(sheet.effort.value, 1))
        lift = sheet.run_lift.value
        balance = self.query_one(BalanceRow)
        balance.first, balance.second = (0.0, 0.0) if lift is None else (1.0 - lift, lift)
        asked = f", asked {sheet.run_lift_target}" if sheet.run_lift.good is False else ""
        balance.said = f"{sheet.run_lift.words}{asked}"

    def _show_notes(self, sheet: WeekSheet) -> None:
        notes = self.query_one("#notes", Facts)
        more = f" and {len(sheet.records) - 1} more" if len(sheet.records) > 1 else ""
        notes.facts = (
            Fact("best", sheet.records[0] + more if sheet.records else "no new best this week", rows=2),
            Fact("pain", "; ".join(sheet.pains) if sheet.pains else "nothing reported", rows=4),
        )

    def _title(self, name: str, title: str, *asides: str) -> None:
        self.query_one(f"#{name}", Headline).statements = (
            Statement((title,), "strong", rank=0),
            Statement(tuple(filter(None, asides)), "quiet", rank=1),
        )


def _remark(lift: LiftLine) -> str:
    return lift.remark if lift.kept or lift.left or lift.trend != NOT_YET else _NEW


def _tail(group: GroupLine) -> tuple[str, str]:
    """What stands after the bar of a group: its sets, and those of last week with what there is to remark."""
    return figures.number(group.sets), f"{figures.number(group.last)}  {group.remark}".rstrip()
