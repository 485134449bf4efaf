"""The season: for every week its phase, its place in the block, and what makes it lighter."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, Self

from tracker.domain.errors import Refused
from tracker.domain.person import Style
from tracker.domain.phase import UNLOADED, Phase
from tracker.domain.race import Priority, Race, Races, monday_of, spoken_date
from tracker.domain.reason import Reason, because
from tracker.domain.revision import Revision
from tracker.domain.season.layout import WEEK, LaidWeek, lay_season
from tracker.domain.season.notices import notices_for

HORIZON_WEEKS = 26
NOVICE_PEAK_AFTER = 8
_ON_RAMP_FROM = 4  # Friday


class SeasonWeek(NamedTuple):
    """One ISO week of the plan.

    Attributes:
        monday: its first day.
        opens: the first day that counts: the day the plan was made in the very first week, else *monday*.
        phase: the phase of the calendar; `served` is what a novice gets.
        style: the runner's build style (it also decides whether peak steps down to doubles).
        deload: a week at reduced load, by plan, moved, or pulled forward.
        wip: loading weeks so far in this block, 1-based; a light week keeps the number of the one before it.
        phase_week, phase_weeks: place in the block, as in "BUILD 3/5"; no total for an open-ended block.
        races: the races of this week, in order of date.
        next_a: the first A race on or after *monday*.
        b_race: a B race makes this a light week, with the phase unchanged.
        first: the very first week; there is a session on the day it opens, if that can be.
        on_ramp: the first week of a plan made on Friday or later: only what still fits, nothing is made up.
        strength_weeks_before: weeks of lifting (deloads included) since the first plan began.
        notices: what the runner should be told about this week.
    """

    monday: dt.date
    opens: dt.date
    phase: Phase
    style: Style
    deload: bool
    wip: int
    phase_week: int
    phase_weeks: int | None
    races: Races
    next_a: Race | None
    b_race: bool
    first: bool
    on_ramp: bool
    strength_weeks_before: int
    notices: tuple[Reason, ...]

    @property
    def race(self) -> Race | None:
        """The most important race of the week."""
        return min(self.races, key=_importance, default=None)

    @property
    def light(self) -> bool:
        """Deload content: a deload week, or the week of a B race."""
        return self.deload or self.b_race

    @property
    def end(self) -> dt.date:
        """The Monday after."""
        return self.monday + WEEK

    def served(self, novice: bool) -> Phase:
        """The phase to train in: a novice with under eight strength weeks maintains instead of peaking."""
        early = novice and self.phase is Phase.PEAK and self.strength_weeks_before < NOVICE_PEAK_AFTER
        return Phase.BUILD_MAINTENANCE if early else self.phase

    def notices_as(self, served: Phase) -> tuple[Reason, ...]:
        """The notices, with what is told of the phase: why it is another one, in its first week why it is this one."""
        return (*self.notices, *self._about_the_phase(served))

    def _about_the_phase(self, served: Phase) -> Iterator[Reason]:
        if served is not self.phase:
            yield because("NOVICE_PEAK", weeks=self.strength_weeks_before)
        elif self.phase_week == 1 and self.phase is Phase.OFF_SEASON and self.phase_weeks is None:
            yield because("STAY_OFF_SEASON")
        elif self._wants_a_wave and self.phase_week == 1 and self.phase is Phase.BUILD_MAINTENANCE:
            yield because("NO_WAVE")

    @property
    def _wants_a_wave(self) -> bool:
        return self.style is Style.PERIODIZED and self.next_a is not None


class Block(NamedTuple):
    """Weeks of one phase in a row; *end* is the day after the last one.

    Attributes:
        style: the build style, None outside build.
        race: the A race it leads to, or None.
        open_ended: it goes on until told otherwise; *end* is then only as far as was looked.
    """

    phase: Phase
    style: Style | None
    start: dt.date
    end: dt.date
    weeks: int
    race: Race | None
    open_ended: bool


@dataclass(frozen=True)
class Season:
    """All weeks from the first revision to *through*, and on request beyond."""

    revisions: tuple[Revision, ...]
    through: dt.date
    _weeks: tuple[SeasonWeek, ...]
    _blocks: tuple[Block, ...]

    @classmethod
    def of(cls, revisions: Iterable[Revision], through: dt.date | None = None) -> Self:
        """The season that the revisions make, to the week of *through* (or half a year after the last race).

        Raises:
            ValueError: without any revision.
        """
        revisions = tuple(sorted(revisions, key=lambda each: each.made_on))
        if not revisions:
            raise ValueError("a season needs at least one revision")
        last = revisions[-1]
        if through is None:
            through = max([last.from_week, *(race.week for race in last.races)]) + HORIZON_WEEKS * WEEK
        through = max(monday_of(through), last.from_week)
        laid = lay_season(revisions, through)
        runs = [list(run) for _, run in groupby(laid, key=_block_of)]
        weeks = [week for week in _season_weeks(runs, revisions[0].made_on) if week.monday <= through]
        blocks = [_block(run, through) for run in runs if run[0].monday <= through]
        return cls(revisions, through, tuple(weeks), tuple(blocks))

    @property
    def starts(self) -> dt.date:
        """The Monday of the first planned week."""
        return self._weeks[0].monday

    @property
    def current(self) -> Revision:
        """The revision in force now."""
        return self.revisions[-1]

    def week(self, day: dt.date) -> SeasonWeek:
        """The week that holds *day*, however far ahead.

        Raises:
            Refused: before the first planned week.
        """
        at = (day - self.starts).days // 7
        if at < 0:
            raise Refused(
                f"The plan starts on {spoken_date(self.starts)}; there is none for {spoken_date(day)}."
            )
        return self._weeks[at] if at < len(self._weeks) else self.reaching(day)._weeks[at]

    def weeks(self, start: dt.date, end: dt.date) -> tuple[SeasonWeek, ...]:
        """The planned weeks that hold any day of the half-open range."""
        season = self.reaching(end)
        return tuple(week for week in season._weeks if week.monday < end and week.end > start)

    def blocks(self, start: dt.date | None = None) -> tuple[Block, ...]:
        """Phases in a row, in order; with *start*, those that end after it."""
        return tuple(block for block in self._blocks if start is None or block.end > start)

    def reaching(self, day: dt.date) -> "Season":
        """The same season, laid out at least to *day*."""
        return self if monday_of(day) <= self.through else Season.of(self.revisions, day)

    def notices(self, start: dt.date) -> tuple[Reason, ...]:
        """What the runner should be told about the weeks from *start* on, each once."""
        found = (notice for week in self._weeks if week.end > start for notice in week.notices)
        unique: list[Reason] = []
        for notice in found:
            if notice not in unique:
                unique.append(notice)
        return tuple(unique)


def _season_weeks(runs: list[list[LaidWeek]], begun: dt.date) -> Iterator[SeasonWeek]:
    first = runs[0][0]
    strength_weeks = 0
    for run in runs:
        wip = 0
        for number, laid in enumerate(run, start=1):
            opens = max(laid.monday, begun)
            races = tuple(r for r in laid.revision.in_order if r.week == laid.monday)
            b_race = laid.phase not in UNLOADED and any(r.priority is Priority.B for r in races)
            wip += not (laid.deload or b_race)
            on_ramp = laid is first and opens.weekday() >= _ON_RAMP_FROM
            yield SeasonWeek(
                monday=laid.monday,
                opens=opens,
                phase=laid.phase,
                style=laid.revision.style,
                deload=laid.deload,
                wip=max(wip, 1),
                phase_week=number,
                phase_weeks=None if _open_ended(run) else len(run),
                races=races,
                next_a=laid.revision.next_a_race(laid.monday),
                b_race=b_race,
                first=laid is first,
                on_ramp=on_ramp,
                strength_weeks_before=strength_weeks,
                notices=notices_for(laid, on_ramp),
            )
            strength_weeks += laid.phase not in UNLOADED


def _block(run: list[LaidWeek], through: dt.date) -> Block:
    if _open_ended(run):
        run = [week for week in run if week.monday <= through]
    first, last = run[0], run[-1]
    return Block(
        phase=first.phase,
        style=last.revision.style if first.phase is Phase.BUILD_PERIODIZED else _build_style(first.phase),
        start=first.monday,
        end=last.monday + WEEK,
        weeks=len(run),
        race=first.revision.next_a_race(first.monday),
        open_ended=_open_ended(run),
    )


def _block_of(week: LaidWeek) -> tuple[str, dt.date, Phase]:
    return week.stretch.key, week.stretch.start, week.phase


def _build_style(phase: Phase) -> Style | None:
    return Style.MAINTENANCE if phase is Phase.BUILD_MAINTENANCE else None


def _open_ended(run: list[LaidWeek]) -> bool:
    return run[0].phase is Phase.OFF_SEASON and run[-1].stretch.key == "no race stay"


def _importance(race: Race) -> tuple[str, dt.date]:
    return race.priority, race.date
