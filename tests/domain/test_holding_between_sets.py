"""An easy first set makes the next one heavier, unless something holds (docs/rules.md 4.3 and 4.7)."""

from datetime import UTC, date, datetime

import pytest
from support.lifting import BARBELL, rules, situation, target

from tracker.domain.coaching.set_logging import Bench, logged
from tracker.domain.exercise import LoadType, Role
from tracker.domain.phase import Phase
from tracker.domain.progression.calibration import Familiarity
from tracker.domain.progression.easing import NOTHING_UP, eased
from tracker.domain.reason import because
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetKind, SetRow
from tracker.domain.units import Load, Unit

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
EASY = PerformedSet(load=Load.of(60), reps=5, rpe=3, at=NOW)


def after_an_easy_set(*codes: str) -> Entry:
    """Three sets of 60 kg at RPE 8, planned for these reasons, and the first one felt like RPE 3."""
    row = SetRow(planned=PlannedSet(kind=SetKind.STRAIGHT, load=Load.of(60), reps=5, rpe=8))
    entry = Entry(
        exercise="back_squat",
        role=Role.PRIMARY,
        load_type=LoadType.EXT,
        sets=(row,) * 3,
        reasons=tuple(because(code) for code in codes),
    )
    session = Session(id="a", name="A", date=date(2026, 11, 24), phase=Phase.OFF_SEASON, entries=(entry,))
    bench = Bench(rules(), BARBELL, Familiarity.REGULARLY, Unit.KG)
    return logged(session, 0, 0, EASY, bench)


def loads(entry: Entry) -> list[float]:
    return [row.planned.load.kilograms for row in entry.sets[1:] if row.planned and row.planned.load]


def test_an_easy_set_makes_the_next_one_heavier() -> None:
    found = after_an_easy_set("ON_TARGET")
    assert loads(found) == [62.5, 62.5]
    assert found.reasons[-1].code == "NEXT_SET_HEAVIER"


@pytest.mark.parametrize("code", sorted(NOTHING_UP))
def test_where_something_holds_an_easy_set_changes_nothing(code: str) -> None:
    found = after_an_easy_set(code)
    assert loads(found) == [60, 60]
    assert [reason.code for reason in found.reasons] == [code]


@pytest.mark.parametrize(
    "morning",
    [
        {"readiness": 3},
        {"readiness": 3, "after_illness": True},
        {"readiness": 3, "after_sign": True},
        {"readiness": 5},
        {"pain": 3},
        {"pain": 4},
        {"worse": True},
        {"sore_legs": 4},
        {"sore_legs": 6},
        {"sore_arms": 6},
        {"sore_arms": 6, "works_arms": True},
        {"settling": "knee"},
        {"stands_in": True},
        {"stands_in": True, "for_strong_pain": True},
        {"days_away": 12},
        {"days_away": 30},
        {"after_race": True},
        {"back_home": True},
        {"hold": True},
        {"stepped": True},
        {"deload": True},
        {"ease": True},
    ],
    ids=lambda morning: "-".join(morning),
)
def test_what_holds_from_day_to_day_holds_between_sets(morning: dict[str, int]) -> None:
    today = eased(rules(), situation(Phase.OFF_SEASON, **morning), target(Phase.OFF_SEASON))
    found = {reason.code for reason in (*today.holds, *today.lighter)}
    assert found
    assert found <= NOTHING_UP
