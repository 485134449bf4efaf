"""Which days to lift on, around the runs of the week.

The scores are a design choice. They follow from: the run after a lift suffers the next day (Doma 2013), a few days
of carry-over (Doma 2015, 2017), run first and at least three, better six hours apart (Robineau 2016, Schumann 2022).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from tracker.domain.phase import Phase
from tracker.domain.reason import Reason, because
from tracker.domain.run_week import DAYS, RunDay, RunWeek

IMPOSSIBLE = -999
# A day with this score or less is never chosen for the runner.
NEVER = -25
ONLY_REST_DAY = -25
# By the run on the day itself, on the day before, one day later, two days later.
SAME_DAY = {RunDay.QUALITY: 30, RunDay.EASY: 15, RunDay.LONG: -30, RunDay.RACE: IMPOSSIBLE}
AFTER = {RunDay.QUALITY: -5, RunDay.LONG: -15, RunDay.RACE: IMPOSSIBLE}
BEFORE = {RunDay.QUALITY: -25, RunDay.LONG: -40, RunDay.RACE: IMPOSSIBLE}
TWO_BEFORE = {RunDay.LONG: -10, RunDay.RACE: -60}
# By the smallest distance between two lifting days, going round the week; a week has no room for more than 3.
GAP_BONUS = {2: 0, 3: 10}
_WELCOME = {
    RunDay.QUALITY: "SAME_DAY_QUALITY",
    RunDay.EASY: "EASY_DAY",
    RunDay.REST: "REST_DAY_FREE",
}
_RUN_ON_THE_DAY = {RunDay.LONG: "LONG_DAY", RunDay.RACE: "RACE_DAY"}
_RUN_TOMORROW = {
    RunDay.QUALITY: "BEFORE_QUALITY",
    RunDay.LONG: "BEFORE_LONG",
    RunDay.RACE: "BEFORE_RACE",
}


class Placement(NamedTuple):
    """Lifting days of one week.

    Attributes:
        days: weekdays chosen, Monday 0, in order.
        score: of the days chosen, with the bonus for the gap; 0 without days.
        scores: of each day by itself.
        reasons: for each of the seven days, why it was chosen and what speaks against it.
        notes: about the week: a session that found no room.
        runs: the runs of the last day before the week, its seven days, and two days after.
        blocked: days that are closed, each with its reason.
        heavy: the sessions load the legs hard, so that neighbouring days clash.
    """

    days: tuple[int, ...]
    score: int
    scores: tuple[int, ...]
    reasons: tuple[tuple[Reason, ...], ...]
    notes: tuple[Reason, ...]
    runs: RunWeek
    blocked: Mapping[int, Reason]
    heavy: bool

    def clashes(self, day: int, instead_of: int | None = None) -> tuple[Reason, ...]:
        """What speaks against lifting on *day*, in place of *instead_of*, when every week is like this one."""
        others = {other + shift for other in self.days if other != instead_of for shift in (-7, 0, 7)}
        return tuple(objections(self, day, others - {day}))


def place(
    runs: RunWeek,
    k: int,
    phase: Phase,
    *,
    previous: RunWeek | None = None,
    following: RunWeek | None = None,
    blocked: Mapping[int, Reason] | None = None,
    fixed: Collection[int] = (),
    arrival: int | None = None,
    heavy: bool = True,
) -> Placement:
    """The best *k* days of the week, or as many as fit.

    Ties go to the earliest days. Chosen days are never neighbours, also around the week's end; days the runner
    fixed may be, and their reasons say so.

    Args:
        runs: seven run days.
        phase: in off-season the lift may come first on an easy day.
        previous, following: the weeks around it; unknown ones are like this week, or rest if it has a race.
        blocked: days on which there must be no session, with the reason.
        fixed: days the runner chose; kept unless closed, the best *k* of them if there are more.
        arrival: the day the runner came; kept like a fixed one where they chose none, whatever its score.
    """
    blocked = dict(blocked or {})
    line = _with_neighbours(runs, previous, following)
    scores = day_scores(line)
    arrival = None if fixed else arrival
    wanted = set(fixed) if arrival is None else {arrival}
    kept = [day for day in sorted(wanted) if day not in blocked and scores[day] > IMPOSSIBLE]
    free = [day for day in range(7) if day not in blocked and day not in kept and scores[day] > NEVER]
    days, score = _best(scores, k, kept, free)
    notes = (because("DROPPED_NO_ROOM", planned=k, placed=len(days)),) if len(days) < k else ()
    bare = Placement(days, score, scores, (), notes, line, blocked, heavy)
    reasons = (tuple(_reasons(bare, day, phase, kept, arrival)) for day in range(7))
    return bare._replace(reasons=tuple(reasons))


def day_scores(line: RunWeek) -> tuple[int, ...]:
    """The score of each of seven days, given also the run before and the two after; -999 around a race."""
    only_rest_day = line[1:8].count(RunDay.REST) == 1
    return tuple(_day_score(line[day : day + 4], only_rest_day) for day in range(7))


def _day_score(around: RunWeek, only_rest_day: bool) -> int:
    yesterday, today, tomorrow, day_after_tomorrow = around
    terms = (
        SAME_DAY.get(today, 0),
        AFTER.get(yesterday, 0),
        BEFORE.get(tomorrow, 0),
        TWO_BEFORE.get(day_after_tomorrow, 0),
        ONLY_REST_DAY if only_rest_day and today is RunDay.REST else 0,
    )
    return IMPOSSIBLE if IMPOSSIBLE in terms else sum(terms)


def _with_neighbours(runs: RunWeek, previous: RunWeek | None, following: RunWeek | None) -> RunWeek:
    if len(runs) != 7:
        raise ValueError("a run week has seven days")
    unknown = (RunDay.REST,) * 7 if RunDay.RACE in runs else runs
    return ((previous or unknown)[-1], *runs, *(following or unknown)[:2])


def _best(
    scores: Sequence[int], k: int, kept: Sequence[int], free: Sequence[int]
) -> tuple[tuple[int, ...], int]:
    """Days and score for as many of *k* as fit."""
    for n in range(k, 0, -1):
        found = [(_total(scores, days), days) for days in _choices(n, kept, free)]
        if found:
            score, days = min(found, key=lambda each: (-each[0], each[1]))
            return days, score
    return (), 0


def _choices(n: int, kept: Sequence[int], free: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to lift on *n* days: all that are kept (or *n* of them), and free days with a day between."""
    if n <= len(kept):
        yield from combinations(kept, n)
        return
    for added in combinations(free, n - len(kept)):
        days = tuple(sorted((*kept, *added)))
        if all(_apart(day, other) >= 2 for day in added for other in days if other != day):
            yield days


def _apart(one: int, other: int) -> int:
    """Days between two weekdays, the shorter way round."""
    return min((one - other) % 7, (other - one) % 7)


def _total(scores: Sequence[int], days: Sequence[int]) -> int:
    gap = min((_apart(one, other) for one, other in combinations(days, 2)), default=0)
    return sum(scores[day] for day in days) + GAP_BONUS.get(gap, 0)


def _reasons(
    placed: Placement, day: int, phase: Phase, kept: Collection[int], arrival: int | None
) -> Iterator[Reason]:
    if day in placed.days and day == arrival:
        yield because("FIRST_SESSION", day=DAYS[day])
    elif day in placed.days:
        if day in kept:
            yield because("FIXED_BY_YOU", day=DAYS[day])
        run = placed.runs[day + 1]
        if run is RunDay.EASY and phase is Phase.OFF_SEASON:
            yield because("EASY_DAY_LIFT_FIRST", day=DAYS[day])
        elif run in _WELCOME:
            yield because(_WELCOME[run], day=DAYS[day])
    yield from placed.clashes(day)


def objections(placed: Placement, day: int, lifts: Set[int]) -> Iterator[Reason]:
    """What speaks against lifting on *day*, the weightiest first.

    Args:
        lifts: the other lifting days; -1 is the Sunday before, 7 the Monday after.
    """
    yesterday, today, tomorrow, day_after_tomorrow = placed.runs[day : day + 4]
    name = DAYS[day]
    if day in placed.blocked:
        yield placed.blocked[day]
    if today in _RUN_ON_THE_DAY:
        yield because(_RUN_ON_THE_DAY[today], day=name)
    if tomorrow in _RUN_TOMORROW:
        yield because(_RUN_TOMORROW[tomorrow], day=name)
    if day_after_tomorrow is RunDay.RACE:
        yield because("TWO_DAYS_BEFORE_RACE", day=name)
    if yesterday is RunDay.RACE:
        yield because("AFTER_RACE", day=name)
    if today is RunDay.REST and placed.runs[1:8].count(RunDay.REST) == 1:
        yield because("ONLY_REST_DAY", day=name)
    if placed.heavy:
        for other in sorted({day - 1, day + 1} & lifts):
            neighbour = because("NEXT_TO_LIFT", day=name, other=DAYS[other % 7])
            if neighbour != placed.blocked.get(day):
                yield neighbour
