"""Load traded for reps: heavier and fewer than planned came up short of nothing."""

from datetime import UTC, date, datetime

import pytest

from tracker.domain.exercise import LoadType, Role
from tracker.domain.history import Exposed
from tracker.domain.phase import Phase
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetKind, SetRow
from tracker.domain.strength.exposures import exposure_of
from tracker.domain.units import Load

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


def did(kg: float, reps: int, planned: PlannedSet | None) -> SetRow:
    return SetRow(planned=planned, done=PerformedSet(load=Load.of(kg), reps=reps, rpe=8, at=NOW))


def asked(kg: float, reps: int, kind: SetKind = SetKind.STRAIGHT) -> PlannedSet:
    return PlannedSet(kind=kind, load=Load.of(kg), reps=reps, rpe=7)


@pytest.mark.parametrize(
    ("row", "reps", "missed"),
    [
        pytest.param(did(40, 5, asked(20, 10)), 5, False, id="heavier and fewer"),
        pytest.param(did(20, 12, asked(40, 8)), 12, False, id="lighter and more"),
        pytest.param(did(40, 5, None), 5, False, id="without a plan"),
        pytest.param(
            did(40, 5, asked(20, 10).chosen(load=Load.of(40), reps=5)), 5, False, id="by the arrows"
        ),
        pytest.param(did(20, 8, asked(20, 10)), 10, True, id="fewer with the load asked for"),
        pytest.param(did(15, 8, asked(20, 10)), 10, True, id="lighter and fewer"),
        pytest.param(did(40, 5, asked(20, 10, SetKind.RAMP)), 10, True, id="a search is no trade"),
    ],
)
def test_what_counts_as_asked(row: SetRow, reps: int, missed: bool) -> None:
    entry = Entry(
        exercise="bench_press", role=Role.ACCESSORY, load_type=LoadType.EXT, reps=10, rpe=7, sets=(row,)
    )
    session = Session(id="a", name="A", date=date(2026, 11, 24), phase=Phase.BASE, entries=(entry,))
    found = exposure_of(Exposed(session, entry))
    assert (found.reps, found.missed) == (reps, missed)
