"""Load traded for reps: heavier and fewer than planned came up short of nothing."""

from datetime import UTC, date, datetime

import pytest

from tracker.domain.exercise import LoadType, Role
from tracker.domain.history import Exposed
from tracker.domain.phase import Phase
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetKind, SetRow
from tracker.domain.strength.exposure import Exposure
from tracker.domain.strength.exposures import exposure_of
from tracker.domain.units import Load

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


def did(kg: float, reps: int, planned: PlannedSet | None) -> SetRow:
    return SetRow(planned=planned, done=PerformedSet(load=Load.of(kg), reps=reps, rpe=8, at=NOW))


def asked(kg: float, reps: int, kind: SetKind = SetKind.STRAIGHT) -> PlannedSet:
    return PlannedSet(kind=kind, load=Load.of(kg), reps=reps, rpe=7)


def seen(*rows: SetRow, planned: int = 10) -> Exposure:
    entry = Entry(
        exercise="bench_press", role=Role.ACCESSORY, load_type=LoadType.EXT, reps=planned, rpe=7, sets=rows
    )
    session = Session(id="a", name="A", date=date(2026, 11, 24), phase=Phase.BASE, entries=(entry,))
    return exposure_of(Exposed(session, entry))


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
    found = seen(row)
    assert (found.reps, found.missed) == (reps, missed)


@pytest.mark.parametrize(
    ("done", "reps", "missed"),
    [
        pytest.param([(55, 5), (60, 5)], 5, False, id="only the first is lighter"),
        pytest.param([(55, 8), (60, 5)], 5, False, id="a first set of more reps, then as planned"),
        pytest.param([(60, 5), (65, 3)], 5, True, id="only the last is heavier and shorter"),
        pytest.param([(62.5, 4), (62.5, 4), (62.5, 4)], 4, False, id="all heavier and shorter"),
    ],
)
def test_one_set_of_ones_own_does_not_decide_for_the_others(
    done: list[tuple[float, int]], reps: int, missed: bool
) -> None:
    found = seen(*(did(kg, each, asked(60, 5)) for kg, each in done), planned=5)
    assert (found.reps, found.missed) == (reps, missed)
