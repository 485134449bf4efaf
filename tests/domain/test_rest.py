"""How long something has rested, and which exposures speak for the tool at hand (docs/rules.md 4.4)."""

from datetime import timedelta

import pytest
from support.diaries import EXERCISES, on, session

from tracker.domain.adapting.choosing import familiar
from tracker.domain.exercise import Role
from tracker.domain.history import TrainingLog
from tracker.domain.strength.exposures import history_of
from tracker.domain.strength.rest import rest_of

SQUAT, GOBLET = "back_squat 3x5@8: 80x5@8 x3", "goblet_squat 3x8@7: 20x8@7 x3"
PLANK = "plank 2x30s@7: 30s@7 x2"


def rested(exercise: str, role: Role, day: int, *diary: tuple[int, str]) -> int | None:
    """Days since the exercise was trained, in a diary of (day, line); days count from the first Monday."""
    log = TrainingLog(tuple(session(on(1).replace(day=at), line) for at, line in diary))
    return rest_of(log, EXERCISES[exercise], EXERCISES, role).before(on(1).replace(day=day))


def test_the_pattern_counts_not_only_the_exercise() -> None:
    assert rested("back_squat", Role.PRIMARY, 8, (1, SQUAT), (5, GOBLET)) == 3


def test_what_was_never_done_has_no_rest() -> None:
    assert rested("back_squat", Role.PRIMARY, 8, (1, PLANK)) is None


@pytest.mark.parametrize(
    ("day", "days"), [pytest.param(15, 13, id="two weeks"), pytest.param(22, 21, id="three weeks")]
)
def test_a_lift_that_waits_for_its_turn_is_no_break_for_up_to_twenty_days(day: int, days: int) -> None:
    """Squats on the 1st, something else twice a week since: a hold, and only from three weeks on a step back."""
    between = tuple((at, PLANK) for at in range(4, day, 4))
    assert rested("back_squat", Role.PRIMARY, day, (1, SQUAT), *between) == days


def test_two_weeks_without_any_lifting_are_a_break() -> None:
    assert rested("back_squat", Role.PRIMARY, 16, (1, SQUAT)) == 15
    assert rested("back_squat", Role.PRIMARY, 18, (1, SQUAT), (17, PLANK)) == 17


def test_small_work_counts_from_the_last_session() -> None:
    """A plank that the program hands round has not been away while its runner went on lifting."""
    between = tuple((at, SQUAT) for at in range(4, 30, 4))
    assert rested("plank", Role.CORE, 30, (1, PLANK), *between) == 2
    assert rested("plank", Role.CORE, 30, (1, PLANK), (28, SQUAT)) == 29


def tools(exercise: str, tool: str, *used: str) -> list[float]:
    """Loads of the history that speaks for *tool*, of exposures with those tools, each heavier by a kilogram."""
    sessions = []
    for number, each in enumerate(used):
        done = session(on(number + 1), f"{exercise} 3x8@7: {20 + number}x8@7 x3")
        sessions.append(done.with_entry(0, done.entries[0].changed(tool=each)))
    log = TrainingLog(tuple(sessions))
    rest = rest_of(log, EXERCISES[exercise], EXERCISES, Role.ACCESSORY)
    return [each.top.kg for each in history_of(log, exercise, rest, tool)]


@pytest.mark.parametrize(
    ("tool", "used", "loads"),
    [
        pytest.param(
            "machine", ("machine", "backpack", "machine"), [20, 22], id="the backpack week is left out"
        ),
        pytest.param("backpack", ("machine", "machine"), [], id="a stack says nothing of a backpack"),
        pytest.param("kb", ("db", "db"), [20, 21], id="a weight is a weight"),
        pytest.param("kb", ("db", "kb", "db"), [21], id="its own exposures first"),
        pytest.param("db", ("", "db"), [20, 21], id="what was not noted counts"),
    ],
)
def test_a_tool_is_read_from_its_own_history(tool: str, used: tuple[str, ...], loads: list[float]) -> None:
    assert tools("seated_soleus", tool, *used) == loads


def known(day: int, *diary: tuple[int, str]) -> set[str]:
    log = TrainingLog(tuple(session(on(1) + timedelta(days=at - 1), line) for at, line in diary))
    return set(familiar(log, on(1) + timedelta(days=day - 1)))


def test_four_weeks_of_training_are_familiar_and_a_break_does_not_count() -> None:
    """Squats on the 1st; planks from the 50th on, after seven weeks away."""
    assert known(51, (1, SQUAT), (50, PLANK)) == {"back_squat", "plank"}
    assert known(51, (1, SQUAT)) == {"back_squat"}
    steady = tuple((at, PLANK) for at in range(8, 52, 7))
    assert known(51, (1, SQUAT), *steady) == {"plank"}
