"""A year at a glance."""

from datetime import date

import pytest
from support.diaries import on, run, session
from support.home import shipped

from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race
from tracker.domain.review.glance import Became, became, main_set, year_glance
from tracker.domain.revision import Revision
from tracker.domain.runner import Move, Runner
from tracker.domain.session import PlannedSet, SetKind, SetRow
from tracker.domain.units import Load

RACE = Race(id="r", name="City", date=date(2027, 5, 2), distance=Distance.TEN_K)
RUNNER = Runner(
    revisions=(Revision(made_on=date(2027, 1, 4), races=(RACE,)),),
    moves=(Move(from_day=on(1, "tue"), to_day=on(1, "wed")),),
)
USUAL = ("back_squat 100x5@8 x4", "push_up x10@8 x4")


@pytest.mark.parametrize(
    ("day", "more", "how"),
    [
        (on(1), {}, Became.DONE),
        (on(1, "wed"), {}, Became.MOVED),
        (on(1), {"short_minutes": 25}, Became.SHORT),
        (on(1), {"imported": True}, Became.ADDED),
        (on(1, "wed"), {"neutral": True}, Became.MOVED),
        (on(1, "wed"), {"skipped": "no time"}, Became.SKIPPED),
    ],
)
def test_what_became_of_a_session(day: date, more: dict[str, object], how: Became) -> None:
    lines = () if "skipped" in more else USUAL
    assert became(session(day, *lines, **more), RUNNER, shipped().review.adherence) is how


@pytest.mark.parametrize(("done", "how"), [(1, Became.IN_PART), (2, Became.DONE)])
def test_a_session_that_ended_before_half_of_its_sets_says_so(done: int, how: Became) -> None:
    whole = session(on(1), "back_squat 100x5@8 x4")
    entry = whole.entries[0]
    asked = PlannedSet(kind=SetKind.TOP, load=Load.of(100), reps=5)
    rows = tuple(
        SetRow(planned=asked, done=row.done if at < done else None) for at, row in enumerate(entry.sets)
    )
    begun = whole.changed(entries=(entry.changed(sets=rows),))
    assert became(begun, RUNNER, shipped().review.adherence) is how
    if how is Became.IN_PART:
        assert became(begun.changed(neutral=True), RUNNER, shipped().review.adherence) is Became.DONE


@pytest.mark.parametrize(
    ("lines", "rpe", "level"),
    [
        (("back_squat 100x5@8 x3",), None, 1),
        (USUAL, None, 2),
        (USUAL, 8.5, 3),
        (("back_squat 100x5@8 x9", "push_up x10@8 x9"), None, 3),
    ],
)
def test_how_much_a_day_held(lines: tuple[str, ...], rpe: float | None, level: int) -> None:
    log = TrainingLog((session(on(1), *lines, rpe=rpe),))
    glance = year_glance(log, 2027, RUNNER, date(2027, 12, 31))
    assert glance.days[(on(1) - glance.first).days].level == level


def test_a_year_ends_today_and_knows_its_races() -> None:
    log = TrainingLog(
        (session(on(1), *USUAL, phase=Phase.PEAK), session(on(2), skipped="ill")), (run(on(3, "sun"), "X"),)
    )
    glance = year_glance(log, 2027, RUNNER, on(4))
    assert (glance.first, glance.last) == (date(2027, 1, 1), on(4))
    assert glance.races == {RACE.date, on(3, "sun")}
    assert glance.days[(on(1) - glance.first).days].phase is Phase.PEAK
    assert glance.days[(on(2) - glance.first).days].level == 0
    assert len(year_glance(log, 2026, None, on(4)).days) == 365


def test_the_main_set_is_the_top_set_of_the_main_lift() -> None:
    both = session(on(1), "push_up x10@8", "back_squat 100x5@8; 90x5@7")
    found = main_set(both)
    assert found is not None
    assert (found[0].exercise, found[1].reps) == ("back_squat", 5)
    rising = main_set(session(on(1), "back_squat 35x9@6; 37.5x9@7"))
    assert rising is not None
    assert rising[1].load is not None
    assert rising[1].load.kilograms == 37.5
    ramped = main_set(session(on(1), "back_squat 3x5@6 ramp: 40x5@4; 60x5@6"))
    assert ramped is not None
    assert ramped[1].load is not None
    assert ramped[1].load.kilograms == 60.0
    assert main_set(session(on(1), skipped="ill")) is None
