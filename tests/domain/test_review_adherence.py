"""Whether the training happened (docs/rules.md 8.1)."""

import pytest
from support.diaries import RULES, on, session

from tracker.domain.review.adherence import Adherence, PlannedDay, adherence, completion, is_done
from tracker.domain.session import Session

SQUATS = "back_squat 4x5@8: 100x5@8"
END = on(2)


def planned(*weekdays: str) -> tuple[PlannedDay, ...]:
    return tuple(PlannedDay(on(1, weekday)) for weekday in weekdays)


def followed(days: tuple[PlannedDay, ...], *sessions: Session) -> Adherence:
    return adherence(days, sessions, RULES.adherence, until=END)


@pytest.mark.parametrize(
    ("sets_done", "counts"),
    [
        ("nothing", False),
        ("100x5@8", False),
        ("100x5@8 x2", True),
        ("100x5@8 x4", True),
        ("100x5@8 x6", True),
    ],
)
def test_half_of_the_sets_is_a_session(sets_done: str, counts: bool) -> None:
    assert is_done(session(on(1), f"back_squat 4x5@8: {sets_done}"), RULES.adherence) is counts


def test_the_short_on_time_key_makes_it_a_session_however_little_was_done() -> None:
    assert is_done(session(on(1), SQUATS, short_minutes=12), RULES.adherence)


def test_a_session_of_ones_own_counts_once_anything_was_done() -> None:
    own = session(on(1), "back_squat 100x5@8")
    without_plan = own.changed(
        entries=tuple(
            entry.changed(sets=tuple(row.changed(planned=None) for row in entry.sets))
            for entry in own.entries
        )
    )
    assert is_done(without_plan, RULES.adherence)


def test_a_skipped_session_is_planned_and_not_done() -> None:
    assert followed(planned("tue", "fri"), session(on(1, "tue"), skipped="no time")) == (0, 2)


@pytest.mark.parametrize(
    ("weekday", "found"), [("tue", (1, 1)), ("thu", (1, 1)), ("fri", (1, 1)), ("sat", (0, 1))]
)
def test_a_session_may_move_by_three_days(weekday: str, found: tuple[int, int]) -> None:
    assert followed(planned("tue"), session(on(1, weekday), "back_squat 100x5@8")) == found


def test_extra_sessions_do_not_make_up_for_a_missed_one_weeks_later() -> None:
    days = (PlannedDay(on(1, "tue")), PlannedDay(on(3, "tue")))
    done = [session(on(3, day), "back_squat 100x5@8") for day in ("mon", "tue", "wed")]
    assert adherence(days, done, RULES.adherence, until=on(4)) == (1, 2)


def test_one_session_answers_one_planned_day() -> None:
    assert followed(planned("tue", "wed"), session(on(1, "tue"), "back_squat 100x5@8")) == (1, 2)


def test_a_swap_for_readiness_is_not_held_against_anyone() -> None:
    """Tue done, Fri swapped for mobility after a bad night."""
    tuesday = session(on(1, "tue"), "back_squat 100x5@8")
    friday = session(on(1, "fri"), skipped="readiness", neutral=True)
    assert followed(planned("tue", "fri"), tuesday, friday) == (1, 1)


def test_illness_takes_the_day_out_unless_it_was_trained_after_all() -> None:
    ill = (PlannedDay(on(1, "tue"), neutral=True), PlannedDay(on(1, "fri"), neutral=True))
    assert followed(ill, session(on(1, "fri"), "back_squat 100x5@8")) == (1, 1)


def test_days_to_come_are_not_missed() -> None:
    assert adherence(planned("tue", "fri"), (), RULES.adherence, until=on(1, "wed")) == (0, 1)
    assert adherence(planned("tue"), (), RULES.adherence, until=on(1, "tue")) == (0, 0)


def test_without_a_plan_there_is_no_share() -> None:
    assert followed((), session(on(1), "back_squat 100x5@8")).share is None


def test_completion_counts_sets_within_done_sessions_only() -> None:
    """6 of 8 sets in the session that was done; the one broken off after a set is left out."""
    done = session(on(1, "tue"), "back_squat 4x5@8: 100x5@8 x4", "plank 4x30s@7: 30s@7 x2")
    broken_off = session(on(1, "fri"), SQUATS)
    assert completion((done, broken_off), RULES.adherence) == pytest.approx(0.75)
    assert completion((broken_off,), RULES.adherence) is None
