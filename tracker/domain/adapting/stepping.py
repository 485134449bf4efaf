"""Where the runner has stepped to on a ladder, how long it holds, and the way back up (docs/rules.md 4.9)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tracker.domain.adapting.ladder import Library, steps_down
from tracker.domain.adapting.pain import CLUNKY_TIMES, HOLD_EXPOSURES, may_climb_again
from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.reason import Reason
from tracker.domain.session import Entry, Modification, Signal

LIGHTER = "MODIFY_LIGHTER"
"""The reason of an exercise kept with less weight; one kept as it was, noted as clunky, is no step."""

_FOR_STRONG_PAIN = frozenset({"PAIN_STOP", "PAIN_SWAP"})
_FOR_PAIN = _FOR_STRONG_PAIN | {"MODIFY_HURTS"}
"""Why an exercise is there, where it takes the place of one that hurts."""


class Stand(NamedTuple):
    """The exercise that stands in for a planned one, by the runner's choice.

    Attributes:
        exposures: how often it has been done since.
    """

    exercise: ExerciseId
    modified: Modification
    exposures: int

    @property
    def way_is_open(self) -> bool:
        """The way back up is offered."""
        return may_climb_again(self.exposures)


def stand(log: TrainingLog, planned: ExerciseId) -> Stand | None:
    """Where the runner stands instead of *planned*; None when it was done as planned the last time."""
    found = log.standing_in(planned)
    if not found:
        return None
    last = found[-1].entry
    if last.modified is None or last.modified.signal is None or last.exercise == planned:
        return None
    if last.modified.planned != planned:
        return None
    return Stand(last.exercise, last.modified, sum(_done_on(found, last.exercise)))


def _done_on(found: tuple[Exposed, ...], exercise: ExerciseId) -> list[bool]:
    """The latest entries in a row on *exercise*: whether anything was done in each."""
    row: list[bool] = []
    for _, entry in reversed(found):
        if entry.exercise != exercise:
            break
        row.append(bool(entry.performed))
    return row


def way_up(
    planned: Exercise, standing: Exercise, library: Library, available: Callable[[Exercise], bool]
) -> Exercise | None:
    """One small step from where the runner stands back towards *planned*; None when nothing up there is at hand."""
    below = steps_down(planned, library)
    if standing not in below:
        return planned if available(planned) else None
    path = (planned, *below[: below.index(standing)])
    return next((rung for rung in reversed(path) if available(rung)), None)


def kept_lighter(log: TrainingLog, exercise: ExerciseId) -> bool:
    """The runner kept this exercise with less weight, and it has been done there less than two times."""
    done = log.of(exercise)[1 - HOLD_EXPOSURES :]
    return any(
        _is_kept(entry) and any(reason.code == LIGHTER for reason in entry.reasons) for _, entry in done
    )


def stands_in_for_pain(because_of: Iterable[Reason]) -> bool:
    """The exercise is there in place of one that hurts."""
    return any(each.code in _FOR_PAIN for each in because_of)


def stands_in_for_strong_pain(because_of: Iterable[Reason]) -> bool:
    """What it is in place of stops today, or is left out until somebody has looked at it."""
    return any(each.code in _FOR_STRONG_PAIN for each in because_of)


def is_clunky(log: TrainingLog, exercise: ExerciseId) -> bool:
    """The last three times were rated clunky: one step down is suggested."""
    last = log.of(exercise)[-CLUNKY_TIMES:]
    return len(last) == CLUNKY_TIMES and all(
        _is_kept(entry) and entry.modified is not None and entry.modified.signal is Signal.CLUNKY
        for _, entry in last
    )


def _is_kept(entry: Entry) -> bool:
    """The same exercise, with a signal: lighter, or as it was."""
    modified = entry.modified
    return modified is not None and modified.signal is not None and modified.planned == entry.exercise
