"""Effort against target: are the loads heavier or lighter than the plan thinks?"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.exercise import ExerciseId, Role
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.review_rules import EffortRules
from tracker.domain.session import ReadinessBand, Session
from tracker.domain.strength.done_sets import DoneSet
from tracker.domain.strength.exposure import EASIEST_DELTA, EASIEST_RPE, HARDEST_EFFECTIVE_RPE, Basis
from tracker.domain.strength.exposures import exposure_of


class Drift(NamedTuple):
    """Mean distance from the RPE asked for; None with too few rated sets. Above zero is harder than planned."""

    mean: float | None
    sets: int


class Felt(StrEnum):
    """How a week was against what had been asked; between the bounds of the rules it was as planned."""

    AS_PLANNED = "as planned"
    HARDER = "harder than planned"
    EASIER = "easier than planned"


def felt(drift: float, rules: EffortRules) -> Felt:
    if drift >= rules.hard:
        return Felt.HARDER
    return Felt.EASIER if drift <= rules.light else Felt.AS_PLANNED


def over_target(each: DoneSet) -> float | None:
    """How far one set was above its target RPE, missed and extra reps included; None when it says nothing.

    Unrated sets with everything done say nothing, nor do imported sets and those of an exercise that looked for its
    weight, whose target was a guess.
    """
    if each.rating is None or each.target is None or each.is_first:
        return None
    felt = max(EASIEST_RPE, each.rating)
    if each.done.reps is not None and each.asked is not None:
        felt += each.asked - each.amount
    return max(EASIEST_DELTA, min(HARDEST_EFFECTIVE_RPE, felt) - each.target)


def drift(sets: Iterable[DoneSet], least: int) -> Drift:
    """The mean of at least *least* sets."""
    known = [over for each in sets if (over := over_target(each)) is not None]
    return Drift(sum(known) / len(known) if len(known) >= least else None, len(known))


def did_more(sets: Iterable[DoneSet], rules: EffortRules) -> bool:
    """It looks easier than planned for the extra reps alone: the ratings by themselves were as planned."""
    known = [each for each in sets if over_target(each) is not None]
    over = [
        each.rating - each.target for each in known if each.rating is not None and each.target is not None
    ]
    return len(over) >= rules.least_sets and sum(over) / len(over) > rules.light


def drift_of_both(last: Iterable[DoneSet], this: Iterable[DoneSet], rules: EffortRules) -> Drift:
    """The mean over two weeks; either of them needs enough sets to speak for itself."""
    last, this = tuple(last), tuple(this)
    both = drift((*last, *this), rules.least_sets_two_weeks)
    enough = all(drift(week, rules.least_sets).mean is not None for week in (last, this))
    return both if enough else Drift(None, both.sets)


def lifts_far_over(log: TrainingLog, start: date, end: date, rules: EffortRules) -> tuple[ExerciseId, ...]:
    """Main lifts whose prescription was clearly too much somewhere in the half-open range (bins F and G)."""
    return tuple(
        exercise
        for exercise in log.exercises
        if any(_far_over(each, rules) for each in log.of(exercise) if start <= each.session.date < end)
    )


def red_days(sessions: Sequence[Session], rules: EffortRules) -> bool:
    """Readiness was red on two of the last three days of training."""
    reds, of = rules.red_of
    last = [session for session in sessions if session.started][-of:]
    return sum(session.readiness is ReadinessBand.RED for session in last) >= reds


def _far_over(each: Exposed, rules: EffortRules) -> bool:
    """A ramp looks for what is hard, so its end is no sign of too much."""
    if each.entry.role is not Role.PRIMARY or each.entry.rpe is None:
        return False
    done = exposure_of(each)
    return done.basis is Basis.PRESCRIBED and done.delta > rules.far_over
