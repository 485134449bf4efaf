"""What a finished session changes: another exercise has its own name, and the words fit the numbers beside them."""

from datetime import UTC, datetime

from tracker.domain.exercise import LoadType, Role
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, PerformedSet, PlannedSet, SetKind, SetRow
from tracker.domain.units import Load
from tracker.logbook.next_time import NextTime, causes

NOW = datetime(2026, 12, 16, 18, tzinfo=UTC)


def planned(kg: float | None = None, **amount: int) -> PlannedSet:
    return PlannedSet(kind=SetKind.STRAIGHT, load=None if kg is None else Load.of(kg), rpe=8, **amount)


def entry(asked: PlannedSet, sets: int, *reasons: Reason, exercise: str = "back_squat") -> Entry:
    return Entry(
        exercise=exercise,
        role=Role.PRIMARY,
        load_type=LoadType.EXT,
        sets=(SetRow(planned=asked),) * sets,
        reasons=reasons,
    )


def done(entry: Entry, **instead: int) -> Entry:
    """Every set done as planned, but for what is given."""
    rows = []
    for row in entry.sets:
        assert row.planned is not None
        amounts = {name: getattr(row.planned, name) for name in ("reps", "seconds", "contacts")}
        rows.append(row.changed(done=PerformedSet(load=row.planned.load, at=NOW, **{**amounts, **instead})))
    return entry.changed(sets=tuple(rows))


def told(before: Entry, later: Entry) -> NextTime:
    first, following = before.sets[0], later.sets[0].planned
    assert first.done is not None
    assert first.planned is not None
    assert following is not None
    was = first.done
    today = first.planned.changed(load=was.load, reps=was.reps, seconds=was.seconds, contacts=was.contacts)
    return NextTime(before, later, today, following, causes(before, later, today, following))


def codes(change: NextTime) -> list[str]:
    return [each.code for each in change.reasons]


def test_another_exercise_is_named_and_nothing_is_compared() -> None:
    squat = done(entry(planned(20, reps=4), 3))
    goblet = entry(
        planned(10, reps=5), 3, because("LOAD_BELOW_MIN"), because("CATCH_UP"), exercise="goblet_squat"
    )
    change = told(squat, goblet)
    assert change.instead == "goblet_squat"
    assert codes(change) == ["LOAD_BELOW_MIN"]


def test_contacts_are_a_sum_of_sets() -> None:
    before = done(entry(planned(contacts=20), 3))
    change = told(before, entry(planned(contacts=16), 4, because("PLYO_UP", contacts=64)))
    assert change.said(lambda *_: "") == ("3 × 20 contacts", "4 × 16 contacts")
    assert codes(change) == ["PLYO_UP"]


def test_after_a_lighter_week_the_words_say_so() -> None:
    """Lighter week 32.5x4; the rules go on from the week before it, 32.5x6."""
    light = done(entry(planned(32.5, reps=4), 2, because("DELOAD", percent=90)))
    change = told(light, entry(planned(35, reps=5), 3, because("WAVE_STEP", reps=5, rpe=8)))
    assert codes(change) == ["BACK_TO_FULL"]


def test_holding_is_not_said_beside_a_rep_more() -> None:
    light = done(entry(planned(reps=7), 2, because("DELOAD", percent=90)))
    change = told(light, entry(planned(reps=8), 3, because("HOLD", phase="peak")))
    assert codes(change) == ["BACK_TO_FULL"]


def test_the_lighter_week_is_the_cause_of_less() -> None:
    before = done(entry(planned(87.5, reps=4), 3))
    reasons = (because("RETURNING"), because("ON_TARGET"), because("DELOAD", percent=90))
    assert codes(told(before, entry(planned(77.5, reps=4), 2, *reasons))) == ["DELOAD", "ON_TARGET"]


def test_far_fewer_reps_than_planned_and_a_little_less_than_the_plan() -> None:
    before = done(entry(planned(reps=11), 3), reps=3)
    assert codes(told(before, entry(planned(reps=10), 3, because("EASE")))) == ["LESS_THAN_PLANNED"]


def test_the_same_again_means_what_was_planned() -> None:
    before = done(entry(planned(30, reps=10), 3), reps=8)
    assert codes(told(before, entry(planned(30, reps=10), 3, because("REPEAT")))) == ["PLANNED_AGAIN"]


def test_more_than_planned_goes_on_from_the_plan() -> None:
    before = done(entry(planned(reps=8), 3), reps=12)
    change = told(before, entry(planned(reps=9), 3, because("REP_UP", reps=9)))
    assert codes(change) == ["ON_FROM_PLANNED"]
