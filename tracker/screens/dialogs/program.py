"""One program as its sessions: what fills them in a phase, and how much of it."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from tracker.domain.adapting.ladder import Library
from tracker.domain.phase import Phase
from tracker.domain.program import Cell as Amount
from tracker.domain.program import Program, SessionTemplate, Slot
from tracker.domain.words.figures import TIMES
from tracker.keys import PROGRAM
from tracker.screens.base import bar_keys, bindings
from tracker.screens.dialogs.listing import ListWindow
from tracker.screens.library_words import ROLES
from tracker.screens.season_band import tint_of
from widgets.headline import Headline, Statement
from widgets.key_bar import KeyBar
from widgets.row_list import Cell, Column, ListRow, RowList

PHASES = tuple(phase for phase in Phase if phase is not Phase.RECOVERY)
_STYLES: Mapping[Phase, str] = {Phase.BUILD_MAINTENANCE: "maintenance", Phase.BUILD_PERIODIZED: "periodized"}
_COLUMNS = (
    Column(most=48, flex=True, least=24),
    Column(most=30, rank=2),
    Column(most=10, rank=1),
    Column(most=16, to_right=True),
)


class ProgramView(ListWindow):
    """Shows a program phase by phase.

    Args:
        read: gives the program, anew after each change.
        write: shows it as text.
    """

    CSS_PATH = "windows.tcss"
    BINDINGS = [*bindings(PROGRAM)]

    def __init__(
        self, read: Callable[[], Program], library: Library, phase: Phase, write: Callable[[], None]
    ) -> None:
        super().__init__()
        self._read, self._library, self._write = read, library, write
        self._at = PHASES.index(phase) if phase in PHASES else 0

    def compose(self) -> ComposeResult:
        with Container(id="window"):
            yield Headline(id="name")
            yield Static("", id="summary", markup=False)
            yield RowList(_COLUMNS)
            yield KeyBar(bar_keys(self.lines_for(PROGRAM)))

    def on_screen_resume(self) -> None:
        self._show()

    def _show(self) -> None:
        phase, program = PHASES[self._at], self._read()
        self.query_one("#summary", Static).update(program.summary)
        self.query_one("#name", Headline).statements = (
            Statement((program.name,), "strong", rank=0),
            Statement((f"‹ {phase.spoken} ›",), tint=tint_of(phase), rank=0, target="turn(1)"),
            Statement((_STYLES.get(phase, ""),), "quiet", rank=1),
        )
        self._list.rows_shown = program_rows(program, phase, self._library)
        self._list.settle()

    # Keys

    def action_turn(self, step: int) -> None:
        """The phase before or after; behind the last comes the first."""
        self._at = (self._at + step) % len(PHASES)
        self._show()

    def action_write(self) -> None:
        self._write()

    @on(Headline.StatementChosen)
    async def _phase_tapped(self, message: Headline.StatementChosen) -> None:
        await self.run_action(message.target)


def program_rows(program: Program, phase: Phase, library: Library) -> tuple[ListRow, ...]:
    """The sessions of a program in one phase: each exercise, its job, its sets; what is optional says so."""
    rows: list[ListRow] = []
    for session in program.sessions:
        third = "only as the third of a week" if session.third_only else ""
        rows += [ListRow("", ())] * bool(rows) + [ListRow("", (Cell(session.name, "strong"), Cell(third)))]
        rows += [
            _slot_row(session, number, slot, phase, library)
            for number, slot in enumerate(session.slots)
            if phase in slot.cells
        ]
    return tuple(rows)


def _slot_row(session: SessionTemplate, number: int, slot: Slot, phase: Phase, library: Library) -> ListRow:
    known = library.get(slot.exercise)
    how = "optional" if phase in slot.optional_in else f"in turns: {slot.group}" if slot.group else ""
    return ListRow(
        f"{session.id}.{number}",
        (
            Cell(known.name if known is not None else slot.exercise),
            Cell(how, "quiet"),
            Cell(ROLES[slot.role], "quiet"),
            Cell(amount_words(slot.cells[phase])),
        ),
    )


def amount_words(cell: Amount) -> str:
    """``3 × 8``, ``2 × 30 s``, ``3 × 20 contacts``."""
    if cell.seconds is not None:
        return f"{cell.sets} {TIMES} {cell.seconds} s"
    if cell.contacts is not None:
        return f"{cell.sets} {TIMES} {cell.contacts} contacts"
    return f"{cell.sets} {TIMES} {cell.reps}"
