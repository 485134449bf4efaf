"""Which kind of jumps there may be: the next one only after three good weeks of the last, with quiet legs."""

import pytest
from support.diaries import EXERCISES, entry, log_of, on, session

from tracker.domain.adapting.choosing import Chooser
from tracker.domain.coaching.jump_tier import jump_tier
from tracker.domain.exercise import CareArea, Role
from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.program import Slot
from tracker.domain.session import Session

QUIET: dict[CareArea, int] = {}


def jumped(week: int, exercise: str = "squat_jump_stick", *, rough: bool = False) -> Session:
    done = entry(f"{exercise} 3x10c: 10c x3", on(week, "tue")).changed(poor_landings=rough)
    return session(on(week, "tue")).changed(id=f"{week}", entries=(done,))


def tier(log: TrainingLog, week: int, pains: dict[CareArea, int] = QUIET) -> int:
    return jump_tier(log, EXERCISES, on(week), pains)


def test_nobody_begins_above_the_first_kind() -> None:
    assert tier(log_of(), 1) == 1


@pytest.mark.parametrize(("weeks", "allowed"), [(1, 1), (2, 1), (3, 2), (6, 2)])
def test_three_weeks_open_the_next_kind(weeks: int, allowed: int) -> None:
    assert tier(log_of(jumped(each) for each in range(1, weeks + 1)), weeks + 1) == allowed


def test_rough_landings_or_a_sore_heel_keep_it_closed() -> None:
    rough = log_of(jumped(1), jumped(2), jumped(3, rough=True))
    fine = log_of(jumped(1), jumped(2), jumped(3))
    assert tier(rough, 4) == 1
    assert tier(fine, 4, {CareArea.ACHILLES: 3}) == 1
    assert tier(fine, 4, {CareArea.SHOULDER: 3}) == 2


def test_what_was_jumped_before_stays_open() -> None:
    assert tier(log_of(jumped(1, "box_jump")), 2) == 2


def test_a_program_that_asks_for_more_gets_the_jump_below_until_then() -> None:
    slot = Slot(exercise="box_jump", role=Role.PLYO, cells={})

    def chosen(allowed: int) -> tuple[str, str | None]:
        chooser = Chooser(
            log=log_of(),
            exercises=EXERCISES,
            available=lambda _: True,
            avoid=(),
            phase=Phase.BASE,
            day=on(1),
            place=("own", "A"),
            jump_tier=allowed,
        )
        found = chooser.choose(slot, 1, "box_jump")
        assert found is not None
        return found.exercise.id, found.code

    assert chosen(1) == ("squat_jump_stick", "PLYO_TIER")
    assert chosen(2) == ("box_jump", None)
