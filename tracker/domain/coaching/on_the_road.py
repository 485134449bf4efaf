"""Days away: another place to train pauses what is left behind, and days without any are a rest (docs/rules.md 4.4)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.exercise import ExerciseId
from tracker.domain.runner import Away
from tracker.domain.season.recovery import normal_from
from tracker.domain.strength.exposure import Exposure
from tracker.domain.strength.exposures import is_normal

_NEAR = 1e-6


def road_days(known: Knowledge, day: date) -> frozenset[date]:
    """The days of training on the road; none while *day* is on the road itself."""
    roads = [each for each in known.runner.absences if each.kind is Away.TRAVEL and each.equipment]
    if not roads or any(each.start <= day < each.end for each in roads):
        return frozenset()
    trained = (session.date for session in known.log.trained)
    return frozenset(done for done in trained if any(each.start <= done < each.end for each in roads))


def as_left_at_home(history: Sequence[Exposure], roads: Collection[date]) -> tuple[Exposure, ...]:
    """*history* without what was lighter on the road than at home before, since there was no more to lift."""
    home = [each for each in history if each.date not in roads]
    if not home or len(home) == len(history):
        return tuple(history)
    return tuple(each for each in history if each.date not in roads or not _is_less(each, home[-1]))


def is_back_home(history: Sequence[Exposure], roads: Collection[date]) -> bool:
    """The first time since a stay on the road that an exercise is done with what home has."""
    last = history[-1].date if history else None
    return last is not None and last not in roads and any(last < each for each in roads)


def has_rested(known: Knowledge, exercise: ExerciseId, day: date, away: int) -> bool:
    """A break, an illness, a holiday has just been a rest: no light session on top of it.

    Waiting for its turn in the rotation is none.

    Args:
        away: days since *exercise*, or anything of its pattern, was trained.
    """
    done, rules = known.log.of(exercise), known.content.rules.layoff
    if not done or rules.after(away) is not None:
        return True
    if (day - known.log.trained[-1].date).days >= rules.hold_days:
        return True
    return any(done[-1].session.date < each.end <= day for each in known.runner.absences)


def is_first_after_race(known: Knowledge, exercise: ExerciseId, day: date) -> bool:
    """Nothing normal has been lifted here since a race of the last weeks."""
    late = day - timedelta(days=known.content.rules.races.return_days)
    raced = [
        race.date
        for race in known.runner.races
        if race.date < day and late <= normal_from(race) and race.priority != "C"
    ]
    history = known.log.of(exercise)
    if not raced or not history:
        return False
    return not any(is_normal(each) and each.session.date > raced[-1] for each in history)


def _is_less(road: Exposure, home: Exposure) -> bool:
    if road.top.band or home.top.band:
        return road.top.band != home.top.band
    return road.top.kg < home.top.kg - _NEAR
