"""A done set as text and back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import Misunderstood
from tracker.domain.exercise import LoadType, Role
from tracker.domain.session import Entry, PerformedSet, Side
from tracker.domain.units import Load, Unit
from tracker.domain.words.done_text import sets_from, text_of

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def an_entry(load: LoadType = LoadType.EXT, hands: int = 1, per_side: bool = False) -> Entry:
    return Entry(exercise="x", role=Role.PRIMARY, load_type=load, hands=hands, per_side=per_side)


BARBELL = an_entry()
DUMBBELLS = an_entry(hands=2, per_side=True)
PULL_UP = an_entry(LoadType.BW_PLUS)
ASSISTED = an_entry(LoadType.ASSIST)
PLANK = an_entry(LoadType.TIME)
POGO = an_entry(LoadType.CONTACTS)
BAND = an_entry(LoadType.BAND)


def done(**what: object) -> PerformedSet:
    return PerformedSet(**what, at=NOON)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "performed", "text"),
    [
        (BARBELL, done(load=Load.of(60), reps=8, rpe=8.0), "60kgx8@8"),
        (BARBELL, done(load=Load.of(135, Unit.LB), reps=5), "135lbx5"),
        (DUMBBELLS, done(load=Load.of(45), reps=6, rpe=7.5), "22.5kgx6@7.5"),
        (DUMBBELLS, done(load=Load.of(45), reps=6, right=Side(reps=5)), "22.5kgx6/5"),
        (PULL_UP, done(load=Load.of(0), reps=5), "bwx5"),
        (PULL_UP, done(load=Load.of("7.5"), reps=5), "bw+7.5kgx5"),
        (ASSISTED, done(load=Load.of(-20), reps=8), "-20kgx8"),
        (PLANK, done(seconds=45, rpe=7.0), "45s@7"),
        (POGO, done(contacts=20), "20c"),
        (BAND, done(band="heavy", reps=12, rpe=9.0), "heavy x12@9"),
    ],
)
def test_a_set_reads_back_as_it_was(entry: Entry, performed: PerformedSet, text: str) -> None:
    assert text_of(entry, performed) == text
    assert sets_from(text, entry, Unit.KG, NOON) == (performed,)


@pytest.mark.parametrize(
    ("entry", "typed", "performed"),
    [
        (BARBELL, "x7", done(load=Load.of(60), reps=7)),
        (BARBELL, "62.5x5@9", done(load=Load.of("62.5"), reps=5, rpe=9.0)),
        (DUMBBELLS, "20x6", done(load=Load.of(40), reps=6)),
        (ASSISTED, "15x8", done(load=Load.of(-15), reps=8)),
        (ASSISTED, "bw+5x3", done(load=Load.of(5), reps=3)),
        (PLANK, "30", done(seconds=30)),
        (POGO, "24", done(contacts=24)),
        (BAND, "light x15", done(band="light", reps=15)),
    ],
)
def test_what_is_typed_is_read_for_the_exercise(entry: Entry, typed: str, performed: PerformedSet) -> None:
    before = done(load=Load.of(60), reps=8) if entry is BARBELL else None
    assert sets_from(typed, entry, Unit.KG, NOON, before=before) == (performed,)


def test_a_line_may_hold_several_sets() -> None:
    assert [each.reps for each in sets_from("60x8,7,6", BARBELL, Unit.KG, NOON)] == [8, 7, 6]


def test_an_exercise_without_sides_has_one_number() -> None:
    with pytest.raises(Misunderstood, match="no left and right"):
        sets_from("60x8/7", BARBELL, Unit.KG, NOON)


@given(
    kg=st.integers(1, 400).map(lambda half: half / 2),
    reps=st.integers(0, 30),
    rpe=st.none() | st.integers(2, 20).map(lambda half: half / 2),
    unit=st.sampled_from(Unit),
)
def test_any_load_survives_the_round_trip(kg: float, reps: int, rpe: float | None, unit: Unit) -> None:
    performed = done(load=Load.of(kg, unit).times(2), reps=reps, rpe=rpe)
    (back,) = sets_from(text_of(DUMBBELLS, performed), DUMBBELLS, Unit.KG, NOON)
    assert back.load is not None
    assert performed.load is not None
    assert (back.load.kg, back.load.unit) == (performed.load.kg, unit)
    assert (back.reps, back.rpe) == (reps, rpe)


@pytest.mark.parametrize(
    ("load", "typed", "said"),
    [
        (LoadType.EXT, "light x8", "has no band here"),
        (LoadType.EXT, "45s", "counted in reps"),
        (LoadType.EXT, "-60x5", "for a weight write 60"),
        (LoadType.EXT, "20c", "Ground contacts are for jumps"),
        (LoadType.BAND, "20x8", "A band has no weight in numbers"),
        (LoadType.CONTACTS, "45s", "counted in ground contacts"),
    ],
)
def test_what_makes_no_sense_for_an_exercise_is_one_sentence(load: LoadType, typed: str, said: str) -> None:
    with pytest.raises(Misunderstood, match=said):
        sets_from(typed, an_entry(load), Unit.KG, datetime(2026, 11, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("load", "typed"), [(LoadType.BW_PLUS, "-20x5"), (LoadType.BW, "30s"), (LoadType.BAND, "green x8")]
)
def test_what_may_be_meant_is_taken(load: LoadType, typed: str) -> None:
    assert len(sets_from(typed, an_entry(load), Unit.KG, datetime(2026, 11, 24, tzinfo=UTC))) == 1
