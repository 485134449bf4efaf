"""Training at another place pauses what is left behind: at home it goes on from where it was (docs/rules.md 4.4)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.runner import Away
from tracker.domain.strength.exposure import Exposure

if TYPE_CHECKING:
    from tracker.domain.coaching.coach import Coach

_NEAR = 1e-6


def road_days(coach: "Coach", day: date) -> frozenset[date]:
    """The days of training on the road; none while *day* is on the road itself."""
    roads = [each for each in coach.runner.absences if each.kind is Away.TRAVEL and each.equipment]
    if not roads or any(each.start <= day < each.end for each in roads):
        return frozenset()
    trained = (session.date for session in coach.log.trained)
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


def _is_less(road: Exposure, home: Exposure) -> bool:
    if road.top.band or home.top.band:
        return road.top.band != home.top.band
    return road.top.kg < home.top.kg - _NEAR
