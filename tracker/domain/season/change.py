"""What a change of plan does to the weeks ahead, to be shown before it is accepted."""

import datetime as dt
from itertools import groupby
from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.race import monday_of
from tracker.domain.season.season import Season, SeasonWeek


class PlanChange(NamedTuple):
    """Weeks in a row that change in the same way: "from 12 Oct, 3 weeks: build -> base".

    Attributes:
        start, end: Mondays, half-open.
        before, after: the phases; equal when only the deload or B-race week changes.
        light_before, light_after: deload content, of interest when the phase stays.
    """

    start: dt.date
    end: dt.date
    weeks: int
    before: Phase
    after: Phase
    light_before: bool
    light_after: bool

    @property
    def phase_changes(self) -> bool:
        return self.before is not self.after


def difference(before: Season, after: Season, from_day: dt.date) -> tuple[PlanChange, ...]:
    """Every change from the week of *from_day* on, as far as either season was laid out, in order."""
    start = max(monday_of(from_day), before.starts, after.starts)
    end = max(before.through, after.through) + dt.timedelta(weeks=1)
    pairs = zip(before.weeks(start, end), after.weeks(start, end), strict=True)
    return tuple(_change(list(run)) for kind, run in groupby(pairs, key=_kind) if kind)


def _kind(pair: tuple[SeasonWeek, SeasonWeek]) -> tuple[Phase, Phase] | tuple[Phase, bool] | None:
    """What changes: the phase, else the deload, else nothing. A new phase brings its own deloads along."""
    before, after = pair
    if before.phase is not after.phase:
        return before.phase, after.phase
    return None if before.light == after.light else (after.phase, after.light)


def _change(run: list[tuple[SeasonWeek, SeasonWeek]]) -> PlanChange:
    (before, after), (last, _) = run[0], run[-1]
    return PlanChange(
        start=before.monday,
        end=last.end,
        weeks=len(run),
        before=before.phase,
        after=after.phase,
        light_before=before.light,
        light_after=after.light,
    )
