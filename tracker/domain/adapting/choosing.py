"""Which exercise fills a slot today: the program's, the rung the runner stands on, or what fits the equipment."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import NamedTuple

from tracker.domain.adapting.ladder import steps_down, steps_up, substitutes
from tracker.domain.adapting.stepping import Stand, stand, way_up
from tracker.domain.exercise import CareArea, Exercise, ExerciseId, LoadType
from tracker.domain.history import BREAK_DAYS, TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.program import Slot
from tracker.domain.session import Entry, Modification, Signal

NOTHING_NEW_IN = frozenset({Phase.BUILD_MAINTENANCE, Phase.PEAK, Phase.TAPER, Phase.RACE_WEEK})
FAMILIAR_DAYS = 28
HIGHEST_TIER = 3


class Choice(NamedTuple):
    """The exercise for a slot.

    Attributes:
        modified: what it stands in for, when it is not the program's own.
        code: the reason code for the change, or None.
        onward: one step back up, where the way is open.
        worse: what it stands in for was worse the morning after.
        stays: the runner stepped here, so it does not grow into the next one by itself.
    """

    exercise: Exercise
    modified: Modification | None = None
    code: str | None = None
    onward: ExerciseId | None = None
    worse: bool = False
    stays: bool = False


class Chooser(NamedTuple):
    """What choosing depends on.

    Attributes:
        available: whether the equipment at hand allows an exercise.
        avoid: care areas that hurt.
        place: program and template, to find what filled a slot last time.
        taken: exercises that are in the session already.
        worse: whether an exercise was worse the morning after the last time.
        jump_tier: the most demanding kind of jumps there may be.
        roads: days of training on the road; what filled a slot there says nothing about home.
    """

    log: TrainingLog
    exercises: Mapping[ExerciseId, Exercise]
    available: Callable[[Exercise], bool]
    avoid: Collection[CareArea]
    phase: Phase
    day: date
    place: tuple[str, str]
    taken: Collection[ExerciseId] = ()
    worse: Callable[[ExerciseId], bool] = lambda _: False
    jump_tier: int = HIGHEST_TIER
    roads: Collection[date] = ()

    def choose(self, slot: Slot, number: int, wanted: ExerciseId) -> Choice | None:
        """The exercise for *slot* (1-based *number*) whose program exercise today is *wanted*; None if none fits."""
        chosen = self._chosen(slot, number, wanted)
        if chosen is None or not self.worse(chosen.exercise.id):
            return chosen
        rung = next((each for each in steps_down(chosen.exercise, self.exercises) if self._fits(each)), None)
        if rung is None:
            return chosen._replace(code="PAIN_WORSE", onward=None, worse=True)
        planned = chosen.modified.planned if chosen.modified else chosen.exercise.id
        return Choice(rung, Modification(planned=planned, signal=Signal.HURTS), "PAIN_WORSE", worse=True)

    def _chosen(self, slot: Slot, number: int, wanted: ExerciseId) -> Choice | None:
        last = self._last_in(number)
        standing = stand(self.log, wanted) or self._stood_on_the_ladder(wanted, last)
        if standing is not None and standing.exercise in self.exercises:
            return self._stays(self.exercises[standing.modified.planned], standing)
        if stay := self._rung_of_last_time(wanted, last):
            return stay
        planned = self.exercises[wanted]
        options = (planned, *(self.exercises[each] for each in slot.alternatives if each != wanted))
        fitting = [each for each in options if self._fits(each)]
        if not fitting:
            return self._instead(planned)
        if familiar := self._familiar(planned, fitting):
            return familiar
        chosen = fitting[0]
        if chosen is planned:
            return Choice(planned)
        return Choice(chosen, Modification(planned=wanted), self._cause(planned))

    def _last_in(self, number: int) -> Entry | None:
        for session in reversed(self.log.sessions):
            if (session.program, session.template) == self.place and session.date not in self.roads:
                for entry in session.entries:
                    if entry.slot == number and entry.performed:
                        return entry
        return None

    def _stays(self, planned: Exercise, standing: Stand) -> Choice | None:
        """Where the runner stepped to, never back up by itself; the way back is offered when it is time."""
        here = self.exercises[standing.exercise]
        if not self._fits(here):
            below = next((each for each in steps_down(here, self.exercises) if self._fits(each)), None)
            if below is not None:
                return Choice(below, standing.modified, self._cause(here))
            other = self._instead(here)
            return None if other is None else other._replace(modified=standing.modified)
        if not standing.way_is_open:
            return Choice(here, standing.modified, "MODIFY_HOLD", stays=True)
        up = way_up(planned, here, self.exercises, self._fits)
        if up is None:
            return Choice(here, standing.modified, "MODIFY_HOLD")
        return Choice(here, standing.modified, "WAY_BACK_UP", up.id, stays=True)

    def _stood_on_the_ladder(self, wanted: ExerciseId, last: Entry | None) -> Stand | None:
        """The runner had grown past *wanted*, and stepped down from there the last time."""
        if last is None or last.modified is None or last.modified.signal is None:
            return None
        stepped_from = last.modified.planned
        grown = (each.id for each in steps_up(self.exercises[wanted], self.exercises))
        return stand(self.log, stepped_from) if stepped_from in grown else None

    def _rung_of_last_time(self, wanted: ExerciseId, last: Entry | None) -> Choice | None:
        """A step up or down the ladder by the rules stays."""
        if last is None or last.exercise == wanted or last.exercise not in self.exercises:
            return None
        exercise = self.exercises[last.exercise]
        if not self._fits(exercise) or last.modified is not None:
            return None
        planned = self.exercises[wanted]
        on_ladder = (*steps_down(planned, self.exercises), *steps_up(planned, self.exercises))
        return Choice(exercise) if exercise in on_ladder else None

    def _fits(self, exercise: Exercise) -> bool:
        return (
            exercise.id not in self.taken
            and self._possible(exercise)
            and not set(exercise.care) & set(self.avoid)
        )

    def _possible(self, exercise: Exercise) -> bool:
        return self.available(exercise) and not self._jumps_too_far(exercise)

    def _jumps_too_far(self, exercise: Exercise) -> bool:
        return exercise.load is LoadType.CONTACTS and exercise.tier > self.jump_tier

    def _instead(self, planned: Exercise) -> Choice | None:
        recent = self.familiar() if self.phase in NOTHING_NEW_IN else None
        others = substitutes(
            planned, self.exercises, self._possible, avoid=self.avoid, disliked=self.taken, recent=recent
        )
        if not others:
            return None
        return Choice(others[0], Modification(planned=planned.id), self._cause(planned))

    def _familiar(self, planned: Exercise, fitting: list[Exercise]) -> Choice | None:
        """Where nothing new is wanted, what the runner has been doing for this pattern comes first."""
        if self.phase not in NOTHING_NEW_IN or fitting[0].id in self.familiar():
            return None
        known = [
            self.exercises[each]
            for each in self.familiar()
            if each in self.exercises
            and self.exercises[each].pattern is planned.pattern
            and self.exercises[each].load is planned.load
            and self._fits(self.exercises[each])
        ]
        if not known:
            return None
        return Choice(known[0], Modification(planned=planned.id), "NO_NEW_STIMULUS")

    def familiar(self) -> tuple[ExerciseId, ...]:
        return familiar(self.log, self.day)

    def _cause(self, planned: Exercise) -> str:
        if not self.available(planned):
            return "EQUIPMENT_SWAP"
        return "PLYO_TIER" if self._jumps_too_far(planned) else "PAIN_SWAP"


def familiar(log: TrainingLog, day: date) -> tuple[ExerciseId, ...]:
    """What was done in the last four weeks of training, most recent first.

    Two weeks or more without any lifting are left out of the count: nobody meets a strange session on return.
    """
    since, left = day, FAMILIAR_DAYS
    for session in reversed(log.trained):
        gap = (since - session.date).days
        left -= 0 if gap >= BREAK_DAYS else gap
        if left < 0:
            break
        since = session.date
    return tuple(each for each in log.exercises if log.of(each)[-1].session.date >= since)
