"""What a plan should say aloud: short notice, races that crowd each other, a first week that is half over."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from tracker.domain.phase import Phase
from tracker.domain.race import Priority, Race
from tracker.domain.reason import Reason, because
from tracker.domain.revision import Revision
from tracker.domain.season.layout import LaidWeek, weeks_between
from tracker.domain.season.macrocycle import RECOVERY_WEEKS, core_weeks

KEEP_WEEKS = 3
SHORT_WEEKS = 7
# Between an A race and the next: its recovery, and at least this much.
_WEEKS_TO_SPARE = 2
_DAYS_OF_QUIET = 7


def notices_for(week: LaidWeek, on_ramp: bool) -> tuple[Reason, ...]:
    """Every notice that holds in one week, the weightiest first."""
    return tuple(_notices(week, on_ramp))


def _notices(week: LaidWeek, on_ramp: bool) -> Iterator[Reason]:
    races = [race for race in week.revision.races if race.week == week.monday]
    target = week.revision.next_a_race(week.monday)
    if on_ramp:
        yield because("ON_RAMP")
    if target is not None and week.stretch.weeks is not None and not week.stretch.follows_race:
        yield from _short_notice(week.stretch.weeks, target)
    for race in races:
        if race.priority is Priority.A:
            yield from _crowding(race, week.revision)
        elif race.priority is Priority.B:
            yield from _badly_placed(race, week)
        elif race.distance.is_long:
            yield because("MARATHON_AS_C", race=race.name, distance=race.distance.spoken)
    for race in week.revision.races:
        if race.easy_until is not None and race.eases(week.monday):
            yield because("EASY_AFTER_B", race=race.name, day=f"{race.easy_until:%A}")


def _short_notice(weeks: int, race: Race) -> Iterator[Reason]:
    if weeks <= KEEP_WEEKS:
        yield because("SHORT_NOTICE_KEEP", race=race.name, weeks=weeks)
    elif weeks <= SHORT_WEEKS:
        yield because("SHORT_NOTICE_SHORT", race=race.name, weeks=weeks)
    elif weeks < core_weeks(race.distance):
        yield because("SHORT_BASE", race=race.name, weeks=weeks, full=core_weeks(race.distance))


def _crowding(race: Race, revision: Revision) -> Iterator[Reason]:
    """The pair is named in both race weeks, so that it is found whichever comes first."""
    for first, second in pairwise(revision.a_races):
        gap, needed = weeks_between(first.week, second.week), RECOVERY_WEEKS[first.distance] + _WEEKS_TO_SPARE
        if race in (first, second) and gap < needed:
            yield because("RACES_TOO_CLOSE", first=first.name, second=second.name, weeks=gap, needed=needed)


def _badly_placed(race: Race, week: LaidWeek) -> Iterator[Reason]:
    soon = week.revision.next_a_race(race.date + dt.timedelta(days=1))
    close = soon is not None and soon.days_from(race.date) <= _DAYS_OF_QUIET
    if soon is not None and (close or week.phase in (Phase.TAPER, Phase.RACE_WEEK)):
        yield because("B_IN_TAPER", race=race.name, a_race=soon.name)
    elif week.phase is Phase.RECOVERY:
        yield because("B_IN_RECOVERY", race=race.name)
