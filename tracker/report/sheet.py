"""The sheet of a week: every figure in words, as the screen, the card and the Markdown show it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tracker.domain.adapting.ladder import Library
from tracker.domain.exercise import Ingredient, Position
from tracker.domain.phase import Phase
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason
from tracker.domain.review.options import Option
from tracker.domain.review_rules import AdherenceRules, EffortRules
from tracker.domain.run_week import RunDay
from tracker.domain.units import Unit
from tracker.domain.words import figures
from tracker.report.names import dates_of

NOT_YET = "not enough data yet"
MOST_LIFTS = 4
_LEAST_ON_A_BAR = 6.0

Say = Callable[[Reason], str]


class DayMark(NamedTuple):
    """One day of the strip.

    Attributes:
        run: the letter of what was run, or of what is planned.
        ran: it was run.
        lift: "done", "part", "skipped", "planned", "missed", or "" where there was none.
    """

    date: date
    run: RunDay
    ran: bool
    lift: str


class LiftLine(NamedTuple):
    """One lift: its weekly estimates, the last one in the person's unit, and where it stands.

    Attributes:
        names: the full one first, then shorter ones.
        value: the last estimate; what moves the body is written as weight on top of it.
        kept: per cent of the best it is held against; empty where there is none.
        trend: in a word; `NOT_YET` while it is too early to say.
        holds: False when it clearly falls; None while that is not known.
        left: since when it was left alone, ``last 17 Nov``; empty while it is in training.
    """

    names: tuple[str, ...]
    points: tuple[float, ...]
    value: str
    kept: str
    trend: str
    holds: bool | None
    left: str = ""

    @property
    def remark(self) -> str:
        if self.left:
            return self.left
        return self.kept if self.kept and self.trend == NOT_YET else f"{self.kept} {self.trend}".strip()


class GroupLine(NamedTuple):
    """Hard sets of one group, this week and last.

    Attributes:
        low: a week that is over had too few for its phase.
        high: more than a runner has use for.
        easy: its working sets that were not hard.
    """

    name: str
    sets: float
    last: float
    low: bool
    easy: float
    high: bool = False

    @property
    def remark(self) -> str:
        """What there is to say: ``high``, ``low``, or ``+8 easy`` where there were sets that were not hard."""
        if self.high:
            return "high"
        if not self.low:
            return ""
        return f"+{figures.number(self.easy)} easy" if self.easy else "low"


class Said(NamedTuple):
    """A figure and its words; *value* is None while there is not enough data.

    Attributes:
        good: as asked for; None where nothing is judged.
        short: the same where there is little room.
    """

    value: float | None
    words: str
    good: bool | None = None
    short: str = ""


class Cells(NamedTuple):
    """One row of the coverage: counts by position, None where the pair makes no sense; *hole*: too few in all."""

    name: str
    counts: tuple[int | None, ...]
    hole: bool


class Choice(NamedTuple):
    """One decision as it is offered: its digit, its words, whether it stands, whether the figures suggest it."""

    digit: int
    option: Option
    words: str
    short: str
    chosen: bool


class WeekSheet(NamedTuple):
    """Attributes:
    days: Monday to Sunday.
    closed: a red flag waits to be read; only `insights` says something then.
    trained_before: an earlier week had lifting; where none had, nought is no figure yet.
    headline: the first words of the summary, the rest is `summary`.
    positions_missing: columns of the coverage that were left out and are asked for.
    tonnage: of this week; `tonnage_line` has four weeks.
    noise: under this share of itself a change of an estimate says nothing.
    ahead: the week after as planned, with what was decided; `choices` may change it.
    why_next: what kind of week it is, and why its lifting days lie where they do; `why_briefly` in a line each.
    """

    monday: date
    seen_on: date
    phase: Phase | None
    place: str
    trained_before: bool
    race: str
    days: tuple[DayMark, ...]
    sessions: Said
    closed: bool
    headline: str
    summary: str
    insights: tuple[str, ...]
    lifts: tuple[LiftLine, ...]
    kept: Said
    groups: tuple[GroupLine, ...]
    sets: int
    sets_last: int
    coverage: tuple[Cells, ...]
    positions_missing: frozenset[int]
    covered: Said
    effort: Said
    run_lift: Said
    run_lift_target: str
    tonnage: Said
    tonnage_line: tuple[float | None, ...]
    noise: float
    records: tuple[str, ...]
    pains: tuple[str, ...]
    ahead: str
    ahead_days: tuple[date, ...]
    why_next: tuple[str, ...]
    why_briefly: tuple[str, ...]
    choices: tuple[Choice, ...]

    @property
    def groups_shown(self) -> tuple[GroupLine, ...]:
        """Those there is anything to say about."""
        return tuple(each for each in self.groups if each.sets or each.last or each.low)

    @property
    def sets_known(self) -> bool:
        """Nought is a figure only once there was lifting."""
        return self.trained_before or any(each.sets or each.last for each in self.groups)

    @property
    def sets_on_a_bar(self) -> float:
        """What the longest bar of the hard sets stands for; one set alone fills none."""
        return max([_LEAST_ON_A_BAR, *(max(each.sets, each.last) for each in self.groups)])

    @property
    def mix_said(self) -> tuple[str, ...]:
        """What is missing from the mix, or that all of it was met; the longest first."""
        if self.covered.value is None:
            return ("sets in 14 days",)
        count, _, _ = self.covered.words.partition(",")
        first, *more = self.covered.short.split(", ")
        shorter = f"{first} and {len(more)} more" if more else first
        return tuple(dict.fromkeys((self.covered.short, shorter, count)))

    @property
    def ahead_name(self) -> str:
        """What the week after is to the one who reads it."""
        weeks = (monday_of(self.seen_on) - self.monday).days // 7
        return {0: "Next week", 1: "This week"}.get(weeks, "The week after")

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def name(self) -> str:
        """``2026-W47``."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    @property
    def dates(self) -> str:
        """``16 to 22 Nov``, ``30 Nov to 6 Dec``."""
        return dates_of(self.monday, self.seen_on)


class Reading(NamedTuple):
    """What a sheet is written with.

    Attributes:
        say: a reason in full words.
        brief: the same in one line.
        names: ingredients and positions as said inside a sentence.
        effort: from where on a week was harder, or easier, than planned.
        adherence: how much of a session is one.
        noise: under this share of itself a change of an estimate says nothing.
    """

    library: Library
    unit: Unit
    say: Say
    brief: Say
    names: dict[Ingredient | Position, str]
    effort: EffortRules
    adherence: AdherenceRules
    noise: float
