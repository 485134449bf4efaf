"""What counts as a personal record (docs/rules.md 1.5)."""

from decimal import Decimal

import pytest
from support.diaries import entry, log_of, on, session

from tracker.domain.phase import Phase
from tracker.domain.strength.marks import RecordKind
from tracker.domain.strength.record_text import record_text
from tracker.domain.strength.records import Record, records_of, records_with
from tracker.domain.units import Unit

WEIGHT, E1RM, REPS, HOLD = RecordKind.WEIGHT, RecordKind.E1RM, RecordKind.REPS, RecordKind.HOLD


def after(*lines: str) -> tuple[Record, ...]:
    """The records of the last line, a session each, a week apart."""
    sessions = [session(on(week + 1), line, phase=Phase.OFF_SEASON) for week, line in enumerate(lines)]
    return records_of(sessions[-1], log_of(sessions[:-1]))


@pytest.mark.parametrize(
    ("lines", "unit", "text"),
    [
        pytest.param(
            ("back_squat 1x5@8: 100x5@9", "back_squat 1x5@8: 100x5@8"), Unit.KG, "e1RM 123.3 kg", id="kg"
        ),
        pytest.param(
            ("back_squat 1x5@8: 100x5@9", "back_squat 1x5@8: 100x5@8"), Unit.LB, "e1RM 271.8 lb", id="lb"
        ),
        pytest.param(
            ("back_squat 1x5@8: 100x5@8", "back_squat 1x5@8: 105x4@9"), Unit.LB, "231.5 lb × 4", id="a bar"
        ),
        pytest.param(
            ("rfe_split_squat 1x8@8: 20x8@8", "rfe_split_squat 1x8@8: 24x8@8"),
            Unit.KG,
            "bw + 24 kg × 8",
            id="body and load",
        ),
        pytest.param(("push_up 1x8@8: x8@8", "push_up 1x8@8: x10@8"), Unit.KG, "10 reps", id="no weight"),
    ],
)
def test_a_record_is_said_in_the_unit_of_the_runner(lines: tuple[str, ...], unit: Unit, text: str) -> None:
    said = {record_text(each, unit) for each in after(*lines)}
    assert text in said


def kinds(*lines: str) -> set[RecordKind]:
    return {record.kind for record in after(*lines)}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        # the most weight at that rep count or more
        ("100x5@8", "102.5x5@8", {WEIGHT, E1RM}),
        ("100x5@8", "102.5x4@8", {WEIGHT}),
        ("100x5@8", "100x5@8", set()),
        ("100x5@8", "97.5x5@8", set()),
        ("100x5@8", "105x6@9.5", {WEIGHT, E1RM}),  # heavier than ever, for more reps than ever
        ("100x8@8", "95x5@8", set()),
        # the same heaviest weight for more reps
        ("100x5@8", "100x6@8", {REPS, E1RM}),
        # never so many reps before, but a light weight: nothing to hold it against
        ("100x5@8", "40x15@6", set()),
        ("100x5@8", "60x10@7", set()),
        # an easier set shows a higher maximum
        ("100x5@9", "100x5@8", {E1RM}),
        ("100x5@8", "100x5@7.5", {E1RM}),
        # a hair more is a heavier bar, not a stronger runner
        ("100x5@8", "100.25x5@8", {WEIGHT}),
        # more than ten effective reps say too little
        ("60x8@9", "60x8@7", set()),
        ("60x6@9", "60x6@6", {E1RM}),
        # no rating, no estimate
        ("100x5", "102.5x5", {WEIGHT}),
    ],
)
def test_records_of_a_squat(before: str, now: str, expected: set[RecordKind]) -> None:
    assert kinds(f"back_squat {before}", f"back_squat {now}") == expected


def test_the_first_exposure_is_where_records_start_from() -> None:
    assert after("back_squat 100x5@8") == ()


def test_a_ramp_looks_for_a_start_weight_and_sets_no_record_but_is_remembered() -> None:
    assert kinds("back_squat 60x5@6", "back_squat ramp: 60x5@5; 70x5@6; 80x5@7") == set()
    assert WEIGHT not in kinds("back_squat ramp: 60x5@5; 100x5@7", "back_squat 95x5@8")


def test_the_best_of_each_kind_is_told_once() -> None:
    """Two heavier sets in one session: one record of weight, with the heavier one."""
    records = after("back_squat 100x5@8", "back_squat 102.5x5@8; 105x5@8.5")
    weight = next(record for record in records if record.kind is WEIGHT)
    assert (weight.value, weight.previous, weight.amount) == (105.0, 100.0, 5)
    assert weight.load is not None
    assert weight.load.number == Decimal(105)
    assert len(records) == len({record.kind for record in records})


def test_an_estimated_maximum_needs_half_a_per_cent_more() -> None:
    record = next(each for each in after("back_squat 100x5@8", "back_squat 101x5@8") if each.kind is E1RM)
    assert record.previous == pytest.approx(123.3, abs=0.05)
    assert record.value == pytest.approx(123.3 * 1.01, abs=0.1)
    assert E1RM not in kinds("back_squat 100x5@8", "back_squat 100.4x5@8")


def test_imported_sets_without_a_rating_count_as_nine_and_only_as_something_to_beat() -> None:
    imported = session(on(1), "back_squat 100x5", imported=True)
    here = session(on(2), "back_squat 100x5@8")
    (record,) = records_of(here, log_of(imported))
    assert record.kind is E1RM
    assert record.previous == pytest.approx(100 / 0.837)  # five at 9


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("push_up x10@8", "push_up x12@8"), {REPS}),
        (("push_up x10@8", "push_up x10@7"), set()),
        (("pull_up_assisted -20x6@8", "pull_up_assisted -15x6@8"), {WEIGHT}),
        (("plank 30s@7", "plank 45s@8"), {HOLD}),
        (("plank 45s@7", "plank 30s@7"), set()),
        (("side_plank 30s/20s@7", "side_plank 35s/25s@7"), {HOLD}),
        (("side_plank 30s@7", "side_plank 45s/30s@7"), set()),  # the weaker side speaks
        (("pogo 20c", "pogo 40c"), set()),
        (("prone_band_curl light x12@8", "prone_band_curl light x14@8"), {REPS}),
        (("prone_band_curl light x12@8", "prone_band_curl heavy x14@8"), set()),
    ],
)
def test_records_without_a_bar(lines: tuple[str, ...], expected: set[RecordKind]) -> None:
    found = kinds(*lines)
    assert found - {E1RM} == expected


def test_a_heavier_runner_is_no_stronger_one() -> None:
    """Split squats with 40 kg, before and after three kilograms of body weight."""
    light = session(on(1)).changed(entries=(entry("rfe_split_squat 40x6@8").changed(system_offset_kg=56.0),))
    heavy = session(on(2)).changed(
        entries=(entry("rfe_split_squat 40x6@8").changed(system_offset_kg=58.4),), id="heavy"
    )
    assert records_of(heavy, log_of(light)) == ()


def test_added_weight_is_held_against_all_that_moves() -> None:
    """A kilogram on top of 96 is one per cent; the 40 in the hands alone would make it two and a half."""
    sessions = [session(on(week), f"rfe_split_squat {kg}x6@8") for week, kg in ((1, 40), (2, 40.4), (3, 41))]
    assert E1RM not in {record.kind for record in records_of(sessions[1], log_of(sessions[0]))}
    (record,) = (each for each in records_of(sessions[2], log_of(sessions[:2])) if each.kind is E1RM)
    assert record.value / record.previous == pytest.approx(97 / 96.4)


def test_a_long_set_is_nothing_to_beat() -> None:
    """Twelve at 6 reads as a maximum of 104, which nobody should believe."""
    assert E1RM in kinds("back_squat 75x5@8; 60x12@6", "back_squat 77.5x5@8")


def test_what_came_later_is_passed_over() -> None:
    sessions = [session(on(week), f"back_squat {load}x5@8") for week, load in ((1, 100), (2, 105), (3, 120))]
    everything = log_of(sessions)
    assert records_of(sessions[1], everything) == records_of(sessions[1], log_of(sessions[0]))
    assert records_of(sessions[1], everything) != ()
    assert records_of(sessions[1], log_of(sessions[0], sessions[2])) == records_of(sessions[1], everything)


def test_the_story_of_a_lift_tells_each_record_when_it_happened() -> None:
    sessions = [
        session(on(week + 1), f"back_squat {load}x5@8") for week, load in enumerate((100, 105, 102.5, 110))
    ]
    log = log_of(sessions)
    told = records_with(log, "back_squat")
    assert told == tuple(record for each in sessions for record in records_of(each, log))
    assert [record.date for record in told if record.kind is WEIGHT] == [on(2), on(4)]


def test_records_are_loud_in_off_season_only() -> None:
    base = session(on(2), "back_squat 105x5@8", phase=Phase.BASE)
    off = session(on(2), "back_squat 105x5@8", phase=Phase.OFF_SEASON)
    before = log_of(session(on(1), "back_squat 100x5@8"))
    assert {record.loud for record in records_of(base, before)} == {False}
    assert {record.loud for record in records_of(off, before)} == {True}
