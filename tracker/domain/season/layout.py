"""From revisions to one row of weeks: stretches towards each A race, recovery, and time without a race."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.domain.person import Style
from tracker.domain.phase import Phase
from tracker.domain.race import Priority, Race
from tracker.domain.revision import NoRace, Revision
from tracker.domain.season.macrocycle import (
    RECOVERY_WEEKS,
    ROLLING_YEAR,
    deloads,
    has_room_for_a_wave,
    phases_for,
    without_a_race,
)

WEEK = dt.timedelta(weeks=1)
# Laid out beyond what is asked for, so that the last blocks are whole and the last deloads see what follows.
_BEYOND = len(ROLLING_YEAR)


class Stretch(NamedTuple):
    """Weeks planned in one go: towards one race, recovering from one, or without one.

    Attributes:
        key: what it is for; a stretch that a later revision still wants keeps its start.
        weeks: its length, None when it goes on until told otherwise.
        follows_race: it begins where the recovery of another A race ends.
    """

    key: str
    start: dt.date
    weeks: int | None
    follows_race: bool


class LaidWeek(NamedTuple):
    monday: dt.date
    phase: Phase
    deload: bool
    stretch: Stretch
    revision: Revision


def weeks_between(earlier: dt.date, later: dt.date) -> int:
    """Whole weeks between two Mondays."""
    return (later - earlier).days // 7


def recovery_weeks(race: Race, next_race: Race | None) -> int:
    """Recovery weeks after an A race; the next A race cuts them short, never its own race week."""
    full = RECOVERY_WEEKS[race.distance]
    return full if next_race is None else max(0, min(full, weeks_between(race.week, next_race.week) - 1))


def lay_season(revisions: Sequence[Revision], through: dt.date) -> list[LaidWeek]:
    """Every week from the first revision to beyond *through*; past weeks stay as they were planned then."""
    in_force = list({revision.from_week: revision for revision in sorted(revisions, key=_made_on)}.values())
    laid: list[LaidWeek] = []
    for revision, following in zip(in_force, [*in_force[1:], None], strict=True):
        last_race = max((race.week for race in revision.a_races), default=revision.from_week)
        reach = max(last_race, through if following is None else following.from_week)
        current, laid = _split(laid, revision.from_week)
        laid += _lay_revision(revision, current, laid, reach + _BEYOND * WEEK)
    return laid


def _split(laid: list[LaidWeek], monday: dt.date) -> tuple[Stretch | None, list[LaidWeek]]:
    """The stretch under way in the week of *monday*, and the weeks before it."""
    past = [week for week in laid if week.monday < monday]
    return (laid[len(past)].stretch if len(past) < len(laid) else None), past


def _lay_revision(
    revision: Revision, current: Stretch | None, past: Sequence[LaidWeek], until: dt.date
) -> Iterator[LaidWeek]:
    planned = list(_stretches(revision, current, until))
    mondays = [revision.from_week + i * WEEK for i in range(len(planned))]
    phases = [phase for phase, _ in planned]
    loading = _loading_weeks_at_the_end_of(past)
    by_the_book = deloads(phases, loading)
    at = {monday: i for i, monday in enumerate(mondays)}
    early = {at[m] for move in revision.deload_moves if move.by < 0 and (m := move.week - WEEK) in at}
    late = {at[move.week] for move in revision.deload_moves if move.by > 0 and move.week in at}
    pulled = {at[monday] for monday in revision.pulled if monday in at}
    raced = {at[week] for week in _lighter_for_a_race(revision) if week in at}
    light = deloads(phases, loading, forced=early | pulled, put_off=late, raced=raced)
    waves = _stretches_with_waves(revision, planned, by_the_book, past)
    for (phase, stretch), monday, deload in zip(planned, mondays, light, strict=True):
        if phase.is_build and stretch in waves:
            phase = Phase.BUILD_PERIODIZED
        yield LaidWeek(monday, phase, deload, stretch, revision)


def _stretches(
    revision: Revision, current: Stretch | None, until: dt.date
) -> Iterator[tuple[Phase, Stretch]]:
    """Phase and stretch of each week from the revision's first to *until*."""
    cursor = revision.from_week
    over = [race for race in revision.a_races if race.week < cursor]
    ahead = [race for race in revision.a_races if race.week >= cursor]
    previous = over[-1] if over else None
    for race in (*ahead, None):
        follows_race = False
        if previous is not None:
            stop = previous.week + (recovery_weeks(previous, race) + 1) * WEEK
            rest = Stretch(f"recovery {previous.id}", previous.week + WEEK, None, True)
            yield from ((Phase.RECOVERY, rest) for _ in range(weeks_between(cursor, stop)))
            follows_race, cursor = cursor <= stop, max(cursor, stop)
        key = f"race {race.id}" if race else f"no race {revision.no_race}"
        stretch = Stretch(key, cursor, None, follows_race)
        if current is not None and current.key == key and cursor == revision.from_week:
            stretch = current
        end = race.week if race else until
        n_weeks = weeks_between(stretch.start, end) + 1
        if race:
            stretch, phases = stretch._replace(weeks=n_weeks), phases_for(n_weeks, race.distance)
        else:
            phases = without_a_race(n_weeks, revision.no_race is NoRace.ROLLING)
        yield from ((phase, stretch) for phase in phases[weeks_between(stretch.start, cursor) :])
        cursor, previous = end + WEEK, race


def _stretches_with_waves(
    revision: Revision,
    planned: Sequence[tuple[Phase, Stretch]],
    by_the_book: Sequence[bool],
    past: Sequence[LaidWeek],
) -> set[Stretch]:
    """Stretches whose build is periodized: asked for, and either already under way or long enough for a wave.

    Moved and reactive deloads do not count here: they never turn a build into the other style.
    """
    waves: set[Stretch] = set()
    if revision.style is not Style.PERIODIZED:
        return waves
    before = past[-1] if past else None
    for stretch in {stretch for _, stretch in planned if stretch.key.startswith("race ")}:
        under_way = (
            before is not None
            and before.phase is Phase.BUILD_PERIODIZED
            and (before.stretch.key, before.stretch.start) == (stretch.key, stretch.start)
        )
        rows = [
            (phase, light) for (phase, its), light in zip(planned, by_the_book, strict=True) if its == stretch
        ]
        if under_way or has_room_for_a_wave(*zip(*rows, strict=True)):
            waves.add(stretch)
    return waves


def _lighter_for_a_race(revision: Revision) -> set[dt.date]:
    """The weeks of its B races."""
    return {race.week for race in revision.in_order if race.priority is Priority.B}


def _loading_weeks_at_the_end_of(past: Sequence[LaidWeek]) -> int:
    count = 0
    for week in reversed(past):
        if (
            week.deload
            or week.monday in _lighter_for_a_race(week.revision)
            or week.phase in (Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY)
        ):
            break
        count += 1
    return count


def _made_on(revision: Revision) -> dt.date:
    return revision.made_on
