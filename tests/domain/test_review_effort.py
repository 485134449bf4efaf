"""Effort against target; load, monotony and strain (docs/rules.md 8.5, 8.6)."""

from datetime import UTC, datetime

import pytest
from support.diaries import EXERCISES, RULES, log_of, on, run, session

from tracker.domain.reason import because
from tracker.domain.review.effort import Drift, Felt, did_more, drift, drift_of_both, lifts_far_over, red_days
from tracker.domain.review.effort import felt as how_it_felt
from tracker.domain.review.load_sums import load_sums, minutes_of, rise, run_minutes, summed
from tracker.domain.session import ReadinessBand, SetKind
from tracker.domain.strength.done_sets import done_sets

LEAST = 3


def felt(*lines: str) -> Drift:
    return drift(done_sets((session(on(1), *lines),), EXERCISES), LEAST)


@pytest.mark.parametrize(
    ("line", "mean"),
    [
        ("back_squat 3x5@8: 100x5@8 x3", 0.0),
        ("back_squat 3x5@8: 100x5@9 x3", 1.0),
        ("back_squat 3x5@8: 100x5@8; 100x5@8.5; 100x5@9", 0.5),
        ("back_squat 3x5@8: 100x4@10 x3", 3.0),  # a rep short is one more
        ("back_squat 3x5@8: 100x6@8 x3", -1.0),  # a rep more is one less
        ("back_squat 3x5@8: 100x5@4 x3", -3.0),  # under 5 counts as 5
        ("back_squat 3x5@8: 100x4; 100x5@8; 100x5@8", 1.0),  # short and unrated: a 10
        ("plank 3x30s@7: 30s@8 x3", 1.0),
        ("plank 3x30s@7: 20s@9 x3", 2.0),  # seconds are no reps
    ],
)
def test_drift_of_a_session(line: str, mean: float) -> None:
    assert felt(line).mean == pytest.approx(mean)


@pytest.mark.parametrize("code", ["CALIBRATE", "CALIBRATE_EASY", "CALIBRATE_HERE"])
def test_what_looks_for_its_weight_says_nothing_about_the_plan(code: str) -> None:
    """A first day: 20 x 5 at 7 was a guess, it became 50 x 5 at 7 with more reps in the small ones."""
    first = session(on(1), "push_up 3x6@7: x8@7 x3")
    looked = first.with_entry(0, first.entries[0].changed(reasons=(because(code),)))
    assert drift(done_sets((looked,), EXERCISES), LEAST) == Drift(None, 0)
    assert drift(done_sets((first,), EXERCISES), LEAST).mean == pytest.approx(-2.0)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("push_up 8x6@7: x8@7 x8", True),
        ("push_up 8x6@7: x6@5 x8", False),
        ("push_up 8x6@7: x8@6 x8", False),
    ],
)
def test_extra_reps_at_the_effort_asked_for_are_more_not_easier(line: str, *, more: bool) -> None:
    sets = done_sets((session(on(1), line),), EXERCISES)
    assert how_it_felt(drift(sets, LEAST).mean or 0.0, RULES.effort) is Felt.EASIER
    assert did_more(sets, RULES.effort) is more


def test_back_offs_are_measured_against_their_own_easier_target() -> None:
    easy = session(on(1), "back_squat 3x5@8: 100x5@8 x3").entries[0]
    rows = tuple(
        row.changed(planned=row.planned.changed(kind="backoff", rpe=7.0), done=row.done.changed(rpe=rpe))
        for row, rpe in zip(easy.sets[1:], (6.5, 8.0), strict=True)
        if row.planned is not None and row.done is not None
    )
    mixed = session(on(1), "back_squat 3x5@8: 100x5@8 x3").with_entry(
        0, easy.changed(sets=(easy.sets[0], *rows))
    )
    assert drift(done_sets((mixed,), EXERCISES), 2) == Drift(pytest.approx((0.0 - 0.5 + 1.0) / 3), 3)


def test_nothing_is_further_off_than_four() -> None:
    assert felt("back_squat 3x5@8: 100x15@5 x3").mean == -4.0


@pytest.mark.parametrize(
    ("mean", "as_said"),
    [
        (0.7, Felt.AS_PLANNED),
        (0.75, Felt.HARDER),
        (-0.9, Felt.AS_PLANNED),
        (-1.0, Felt.EASIER),
    ],
)
def test_a_week_is_as_planned_between_the_bounds_that_its_insights_have(mean: float, as_said: Felt) -> None:
    assert how_it_felt(mean, RULES.effort) is as_said


@pytest.mark.parametrize(
    "line",
    ["back_squat 3x5@8: 100x5 x3", "back_squat ramp: 60x5@5; 70x5@6; 80x5@7", "back_squat 3x5@8: 100x5@9 x2"],
)
def test_unrated_sets_ramps_and_too_few_sets_say_nothing(line: str) -> None:
    assert felt(line).mean is None


def test_imported_sets_had_no_target() -> None:
    imported = session(on(1), "back_squat 100x5@10 x6", imported=True)
    assert drift(done_sets((imported,), EXERCISES), LEAST) == (None, 0)


@pytest.mark.parametrize(
    ("last", "this", "mean"),
    [(0, 14, None), (14, 0, None), (2, 12, None), (6, 6, 1.0), (7, 7, 1.0), (5, 8, None)],
)
def test_two_weeks_of_effort_need_two_weeks(last: int, this: int, mean: float | None) -> None:
    """Sets of 5 at RPE 8 where 7 was asked, so many last week and so many this week."""
    weeks = [
        done_sets((session(on(week), *["back_squat 1x5@7: 100x5@8"] * sets),), EXERCISES)
        for week, sets in ((1, last), (2, this))
    ]
    assert drift_of_both(*weeks, RULES.effort) == (mean, last + this)


def test_main_lifts_that_were_clearly_too_much() -> None:
    """Both big lifts two over target; the rows too, which are no main lift."""
    log = log_of(
        session(on(1, "tue"), "back_squat 3x5@8: 100x5@10 x3", "sl_cable_row 2x8@8: 20x8@10 x2"),
        session(on(1, "fri"), "trap_bar_deadlift 3x5@8: 120x5@9.5 x3"),
        session(on(2, "tue"), "back_squat 3x5@8: 100x5@9 x3"),
    )
    assert set(lifts_far_over(log, on(1), on(2), RULES.effort)) == {"back_squat", "trap_bar_deadlift"}
    assert lifts_far_over(log, on(2), on(3), RULES.effort) == ()


@pytest.mark.parametrize(
    ("bands", "red"),
    [("RGR", True), ("GRR", True), ("RRG", True), ("RGG", False), ("RRGG", False), ("R", False), ("", False)],
)
def test_two_red_days_of_the_last_three(bands: str, red: bool) -> None:
    names = {"R": ReadinessBand.RED, "G": ReadinessBand.GREEN}
    sessions = [
        session(on(i + 1), "back_squat 80x5@7", readiness=names[band]) for i, band in enumerate(bands)
    ]
    assert red_days(sessions, RULES.effort) is red


def test_the_printed_week_of_loads() -> None:
    sums = summed([0, 300, 200, 300, 0, 250, 600])
    assert sums.week == 1650
    assert sums.monotony == pytest.approx(1.24, abs=0.005)
    assert sums.strain == pytest.approx(2043, abs=0.5)


@pytest.mark.parametrize("days", [[300.0] * 7, [0.0] * 7])
def test_seven_equal_days_have_no_monotony(days: list[float]) -> None:
    assert summed(days).monotony is None
    assert summed(days).week == sum(days)


def test_one_unknown_day_is_enough_to_know_nothing() -> None:
    sums = summed([0, None, 200, 300, 0, 250, 600])
    assert (sums.week, sums.monotony, sums.strain) == (None, None, None)


def test_runs_and_lifts_add_up_by_day() -> None:
    """Tuesday 60 min at 7 and a 40 min lift at 6; Sunday 100 min at 4."""
    log = log_of(
        run(on(1, "tue"), "Q", 60, rpe=7),
        session(on(1, "tue"), "back_squat 100x5@8", rpe=6),
        run(on(1, "sun"), "L", 100, rpe=4),
    )
    sums = load_sums(log.sessions, log.runs, on(1), on(2), RULES.load)
    assert sums is not None
    assert sums.days == (0, 660, 0, 0, 0, 0, 400)


def test_a_lift_without_a_session_rpe_leaves_the_day_unknown() -> None:
    log = log_of(run(on(1, "tue"), "Q", 60, rpe=7), session(on(1, "thu"), "back_squat 100x5@8"))
    sums = load_sums(log.sessions, log.runs, on(1), on(2), RULES.load)
    assert sums is not None
    assert sums.days[3] is None
    assert sums.week is None


def test_days_to_come_are_unknown_and_weeks_without_running_are_not_summed() -> None:
    running = (run(on(1, "mon"), "E", 30, rpe=3),)
    sums = load_sums((), running, on(1), on(1, "wed"), RULES.load)
    assert sums is not None
    assert sums.days == (90, 0, None, None, None, None, None)
    assert load_sums((), (), on(1), on(2), RULES.load) is None
    assert load_sums((), (run(on(1), minutes=None),), on(1), on(2), RULES.load) is None


@pytest.mark.parametrize(
    ("clocked", "planned", "minutes"),
    [(45, 40, 45), (0.5, 40, 40), (600, 40, 40), (None, 40, 40), (None, 0, None), (0.5, 0, None)],
)
def test_how_long_a_session_took(clocked: float | None, planned: int, minutes: float | None) -> None:
    """By the clock where it makes sense; a set logged in the evening or a forgotten finish falls back on the plan."""
    begun = datetime(2027, 3, 1, 18, tzinfo=UTC)
    ended = None if clocked is None else datetime.fromtimestamp(begun.timestamp() + clocked * 60, UTC)
    done = session(on(1), "back_squat 100x5@8", minutes=planned, started_at=begun, finished_at=ended)
    assert minutes_of(done, RULES.load) == minutes


def test_week_on_week() -> None:
    assert rise(130, 100) == pytest.approx(0.3)
    assert rise(100, 0) is None
    assert rise(None, 100) is None
    assert run_minutes([run(on(1), minutes=50), run(on(2), minutes=None)]) is None
    assert run_minutes([]) == 0


def test_the_end_of_a_search_for_a_weight_is_not_too_much() -> None:
    found = session(on(1, "tue"), "back_squat 1x5@7: 100x5@9.5")
    row = found.entries[0].sets[0]
    assert row.planned is not None
    ramp = row.changed(planned=row.planned.changed(kind=SetKind.RAMP))
    log = log_of(found.with_entry(0, found.entries[0].with_row(0, ramp)))
    assert lifts_far_over(log_of(found), on(1), on(2), RULES.effort) == ("back_squat",)
    assert lifts_far_over(log, on(1), on(2), RULES.effort) == ()
