"""The weekly review: what the week was, what is missing, whether strength is kept, and what happens next."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracker.domain.errors import RunliftError
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason
from tracker.domain.words import figures
from tracker.keys import WEEK, KeyLine
from tracker.logbook import Logbook
from tracker.logbook.reviewing import LookBack
from tracker.report.desk import week_of
from tracker.report.sheet import WeekSheet
from tracker.screens.base import bindings
from tracker.screens.season_band import tint_of
from tracker.screens.taking_back import TakingBack
from tracker.screens.week_figures import WeekFigures
from tracker.screens.week_words import offers, strip_days
from widgets.decisions import Decisions
from widgets.facts import Fact, Facts
from widgets.headline import Headline, Statement
from widgets.text import fit
from widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from tracker.app import Severity

_A_WEEK = timedelta(weeks=1)
_MOST_ROWS = 8
_DECIDE = "week.decide"
_NOTHING: "tuple[str, Severity]" = ("", "information")


class WeekScreen(TakingBack):
    """One week of training, and what is decided about the next.

    Attributes:
        monday: the week on screen.
        sheet: what was drawn last.
    """

    ROOM = "week"
    CSS_PATH = "week.tcss"
    BINDINGS: ClassVar[list[Any]] = bindings(WEEK)

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self.monday: date | None = None
        self.sheet: WeekSheet | None = None
        self._did: tuple[str, Severity] = _NOTHING
        self._looks_back = False

    def compose_room(self) -> ComposeResult:
        yield Headline(id="head")
        yield WeekStrip(id="strip")
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(id="summary")
            yield Facts(id="insights")
            yield WeekFigures(id="figures")
        yield Static(id="below")
        with Vertical(id="next"):
            yield Headline(id="ahead")
            yield Static(id="said")
            yield Decisions(id="decisions")

    def places(self) -> tuple[str, ...]:
        return (WEEK,)

    def bar(self) -> list[KeyLine]:
        """Decisions only where there are any."""
        offered = self.sheet is not None and self.sheet.choices
        return [line for line in super().bar() if offered or not line.strokes[0].id.startswith(_DECIDE)]

    def on_mount(self) -> None:
        sheet = self.query_one("#sheet")
        self.watch(sheet, "scroll_y", self._show_below, init=False)
        for changed in ("virtual_size", "size"):
            self.watch(sheet, changed, self._show_below_soon, init=False)

    # Drawing

    def show(self) -> None:
        today = monday_of(self.logbook.today)
        self.monday = self.logbook.reviewing.latest_week if self.monday is None else min(self.monday, today)
        self.sheet = sheet = week_of(self.logbook, self.runlift.words, self.monday)
        self.query_one("#insights", Facts).label_cells = 2
        self.set_class(sheet.closed, "closed")
        self.set_class(not any(line.sets or line.last for line in sheet.groups), "empty")
        self._show_head(sheet)
        self.query_one(WeekFigures).show(sheet, self.size.width)
        self._show_next(sheet)
        self._look_back()

    def _look_back(self) -> None:
        """Read older years in the background, once: records are of all time."""
        reviewing = self.logbook.reviewing
        if self._looks_back or reviewing.is_whole or self.monday is None:
            return
        self._looks_back = True
        monday = self.monday

        def read() -> None:
            found = reviewing.look_back(monday)
            self.app.call_from_thread(self._looked_back, found)

        self.run_worker(read, thread=True, exclusive=True, group="look back")

    def _looked_back(self, found: LookBack) -> None:
        self._looks_back = False
        if self.logbook.reviewing.take(found) and self.runlift.is_seen(self):
            self.draw_now()

    def _show_head(self, sheet: WeekSheet) -> None:
        first = self.logbook.reviewing.first_week
        last = monday_of(self.logbook.today)
        left, right = "‹" if sheet.monday > first else " ", "›" if sheet.monday < last else " "
        place, short = sheet.place.upper(), sheet.place.partition(",")[0].upper()
        self.query_one("#head", Headline).statements = (
            Statement(
                (f"{left} week {sheet.number} {right}", f"{left} {sheet.number} {right}"), "strong", rank=0
            ),
            Statement((sheet.dates,), rank=2),
            Statement((place, short), "strong", tint_of(sheet.phase) if sheet.phase else "", rank=1),
            Statement((sheet.race,), "quiet", rank=3),
        )
        self.query_one(WeekStrip).days = strip_days(sheet, self.logbook.today)
        good = "$text-success" if sheet.sessions.good and not sheet.closed else "$text-accent"
        self.query_one("#summary", Static).update(
            Content.assemble((sheet.headline, f"bold {good}"), " " if sheet.summary else "", sheet.summary)
        )
        self.query_one("#insights", Facts).facts = tuple(
            Fact("›", each, rows=_MOST_ROWS) for each in sheet.insights
        )

    def _show_next(self, sheet: WeekSheet) -> None:
        days = " ".join(figures.weekday(day) for day in sheet.ahead_days)
        self.query_one("#ahead", Headline).statements = (
            Statement((sheet.ahead_name,), "strong", rank=0),
            Statement((sheet.ahead, sheet.ahead.replace("the lighter week", "lighter")), rank=1),
            Statement((f"lifting {days}", days) if days else ("no lifting",), rank=1),
            Statement((" ".join(sheet.why_briefly[:1]),), "quiet", rank=3),
        )
        self._show_said(sheet)
        decisions = self.query_one(Decisions)
        decisions.airy = self.has_class("-narrow") and self.has_class("-high")
        decisions.offers = offers(sheet)

    def _show_said(self, sheet: WeekSheet) -> None:
        """What was just done, else, where there is room for it, why the next week is as it is."""
        said, (did, severity) = self.query_one("#said", Static), self._did
        causes = 1 if self.has_class("-low") else 2
        said.set_classes(f"did -{severity}" if did else "")
        said.update(Content(did or " ".join(sheet.why_briefly[:causes])))

    def _show_below_soon(self) -> None:
        """Once everything stands where it will."""
        self.call_after_refresh(self._show_below)

    def _show_below(self) -> None:
        """What of the week lies below the last row in sight, in a line that is there as long as not all of it fits."""
        sheet, line = self.query_one("#sheet"), self.query_one("#below", Static)
        line.display = sheet.max_scroll_y > 0
        parts = self.query_one(WeekFigures)
        names = parts.below(int(sheet.scroll_y) + sheet.size.height - parts.virtual_region.y)
        line.update(Content(fit(f"↓ {', '.join(names)}", line.size.width) if names else ""))

    def say(self, text: str, *, severity: "Severity" = "information") -> None:
        """In a line of its own above the decisions, so that nothing of the week is covered, until one moves on."""
        self._did = (text, severity)
        if self.sheet is not None:
            self._show_said(self.sheet)

    def on_resize(self) -> None:
        if self.sheet is not None:
            self.call_after_refresh(self.show)

    # Weeks

    def action_week(self, step: int) -> None:
        """One week back or on; never into weeks to come."""
        if self.monday is None:
            return
        first, last = self.logbook.reviewing.first_week, monday_of(self.logbook.today)
        wanted = min(max(self.monday + step * _A_WEEK, first), last)
        if wanted != self.monday:
            self.monday, self._did = wanted, _NOTHING
            self.draw_now()

    def action_this_week(self) -> None:
        self.monday, self._did = monday_of(self.logbook.today), _NOTHING
        self.draw_now()

    def action_scroll_sheet(self, rows: int) -> None:
        self.query_one("#sheet").scroll_relative(y=rows, animate=False, force=True)

    # Decisions

    def action_decide(self, digit: int) -> None:
        """Choose what stands under a digit, or take it back."""
        sheet = self.sheet
        if sheet is None:
            return
        chosen = next((each for each in sheet.choices if each.digit == digit), None)
        if chosen is None:
            self.say(_no_choice(sheet))
            return
        review = self.logbook.reviewing.week(sheet.monday)
        self._say_done(lambda: self.logbook.reviewing.decide(review, chosen.option))

    def _say_done(self, decide: Callable[[], Reason]) -> None:
        try:
            done = decide()
        except RunliftError as problem:
            self.say(str(problem), severity="warning")
            return
        self._did = (self.runlift.words.text(done), "information")
        self.draw_now()

    @on(Decisions.Decided)
    def _tapped(self, message: Decisions.Decided) -> None:
        self.action_decide(int(message.key))

    # Runs, words and paper

    def action_add_run(self) -> None:
        from tracker.screens.dialogs.run_form import run_form

        self.app.push_screen(run_form(self))

    def action_why(self) -> None:
        from tracker.screens.dialogs.reading import Reader
        from tracker.screens.week_words import why

        if self.sheet is not None:
            self.app.push_screen(Reader(why(self.sheet, self.key("week.undo"))))

    def action_export(self) -> None:
        from tracker.screens.dialogs.export import export_week

        if self.sheet is not None:
            export_week(self, self.sheet)


def _no_choice(sheet: WeekSheet) -> str:
    if sheet.closed:
        return "First read what is said above; decisions wait until then."
    if not sheet.choices:
        return "The week after this one is over; there is nothing left to decide about it."
    return f"There are {len(sheet.choices)} decisions this week: 1 to {len(sheet.choices)}."
