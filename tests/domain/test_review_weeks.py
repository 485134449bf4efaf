"""Golden weeks of one marathon build-up, checked on what a coach would look at."""

from collections.abc import Iterable
from datetime import date

import pytest
from support.diaries import EXERCISES, PHASES, RULES, Thing, hurts, log_of, on, run, session
from support.marathon_year import SEASON, followed, planned_days, runs_of, sessions_of

from tracker.domain.exercise import CareArea, Position
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race
from tracker.domain.review.asked import ReviewPlan
from tracker.domain.review.calendar import calendar
from tracker.domain.review.options import OptionKind
from tracker.domain.review.review import Review
from tracker.domain.revision import Revision
from tracker.domain.run import CheckIn, Run
from tracker.domain.season.season import Season
from tracker.domain.session import Session


def review(week: int, *things: Thing | Iterable[Thing], today: date | None = None) -> Review:
    """The review of one week of the plan, on the Monday after unless *today* says otherwise."""
    ahead = tuple(day.date for day in planned_days([week + 1]))
    plan = ReviewPlan(days=planned_days(range(max(1, week - 3), week + 1)), next_days=ahead, proposed=ahead)
    return Review.of(
        log_of(*things),
        EXERCISES,
        RULES,
        PHASES,
        SEASON,
        on(week, "wed"),
        today=today or on(week + 1),
        plan=plan,
    )


def codes(found: Review) -> list[str]:
    return [each.reason.code for each in found.insights]


def headline(found: Review) -> str:
    return found.summary[0].code


def suggested(found: Review) -> set[OptionKind]:
    return {option.kind for option in found.options if option.suggested}


def test_the_first_week_is_friendly_and_knows_what_it_does_not_know() -> None:
    found = review(1, followed([1]))
    week = found.week
    assert week.sessions == (2, 2)
    assert week.completion == 1.0
    assert [lift.trend for lift in week.lifts] == [None] * len(week.lifts)
    assert (week.kept, week.kept_on, week.runs_rise, week.hard_sets_rise) == (None, None, None, None)
    assert [point.kg is not None for point in week.tonnage_line] == [False, False, False, True]
    assert not any(isinstance(hole, Position) for hole in week.coverage.holes)
    assert week.records == ()
    assert week.run_lift.share == 0.4
    assert codes(found) == ["NOTHING_TO_FIX"]
    assert found.insights[0].reason.inputs == {"day": "Tuesday"}
    assert headline(found) == "WEEK_GOOD"
    assert suggested(found) == {OptionKind.CARRY_ON}


def test_a_week_under_way_misses_nothing_yet() -> None:
    """Wednesday of week 2: Tuesday is done, Thursday is still to come."""
    found = review(2, followed([1]), sessions_of(2)[:1], runs_of(2)[:1], today=on(2, "wed"))
    assert found.week.sessions == (1, 1)
    assert not found.week.over
    assert found.week.coverage.holes == ()
    assert headline(found) == "WEEK_UNDER_WAY"
    assert codes(found) == ["NOTHING_TO_FIX"]
    assert found.insights[0].reason.inputs == {"day": "Thursday"}


def test_before_the_session_of_today_it_is_today() -> None:
    found = review(2, followed([1]), today=on(2, "tue"))
    assert found.insights[0].reason.inputs == {"when": "today"}


def test_a_session_left_before_half_is_said_to_be_kept_and_not_counted() -> None:
    """Tue done; Thu finished after 1 of 4 sets, and looked at on that evening and on the Monday after."""
    first, second = sessions_of(2)
    short = session(second.date, "back_squat 4x5@8: 100x5@8")
    for today in (second.date, on(3)):
        found = review(2, followed([1]), first, short, today=today)
        assert (found.week.sessions, found.week.asked, found.week.in_part) == ((1, 2), 2, 1)
        assert [each.code for each in found.summary][:2] == ["WEEK_IN_PART", "SESSION_IN_PART"]


def test_where_no_session_was_half_done_none_is_counted_in_the_headline() -> None:
    """One set on the lifting day of week 2, and nothing else: it stands in the log, and the next sentence says so."""
    first, _ = sessions_of(2)
    short = session(first.date, "back_squat 4x5@8: 100x5@8")
    headline, why = review(2, followed([1]), short, today=on(3)).summary[:2]
    assert (headline.code, dict(headline.inputs)) == ("WEEK_IN_PART", {})
    assert why.code == "SESSION_IN_PART"


def test_a_session_taken_early_counts_for_the_whole_week() -> None:
    """Thursday's session on Wednesday: two of two, on Wednesday evening as on Sunday."""
    first, second = sessions_of(2)
    early = second.changed(date=on(2, "wed"))
    for today in (on(2, "wed"), on(2, "sun"), on(3)):
        found = review(2, followed([1]), first, early, today=today)
        assert (found.week.sessions.done, found.week.asked) == (2, 2)


def test_the_next_day_is_one_that_is_not_done_yet() -> None:
    """Tuesday evening of week 2: today's session is done, so it is Thursday."""
    found = review(2, followed([1]), sessions_of(2)[:1], today=on(2, "tue"))
    assert found.insights[0].reason.inputs == {"day": "Thursday"}


def test_a_good_week_of_build() -> None:
    found = review(7, followed(range(1, 8)))
    week = found.week
    assert week.calendar.this.phase is Phase.BUILD_PERIODIZED
    assert week.drift.mean == 0.0
    assert week.kept is not None
    assert 0.97 < week.kept < 1.03
    assert (week.kept_on, week.kept_since) == (1.0, Phase.BASE)
    assert week.coverage.score == 1.0
    assert [each.code for each in found.summary] == [
        "WEEK_GOOD",
        "EFFORT_ON_TARGET",
        "STRENGTH_KEPT",
        "NEW_RECORDS",
    ]
    assert codes(found) == ["STRENGTH_HELD"]
    assert not any(record.loud for record in week.records)
    # The week after is the deload of the plan: nothing to hold or to back off from.
    assert [option.kind for option in found.options] == [OptionKind.CARRY_ON, OptionKind.ACCEPT_DAYS]


def test_a_deload_is_lighter_on_purpose() -> None:
    found = review(4, followed(range(1, 5)))
    week = found.week
    before, deload = (point.kg for point in week.tonnage_line[-2:])
    assert before is not None
    assert deload is not None
    assert deload < 0.6 * before
    assert week.hard_sets.total == 0
    assert week.below_floor == ()
    assert week.coverage.holes == ()
    assert week.sessions == (2, 2)
    assert headline(found) == "WEEK_LIGHT"
    assert codes(found) == ["NEXT_BUILD_PERIODIZED"]
    assert suggested(found) == {OptionKind.CARRY_ON}


def test_the_week_after_a_deload_did_not_jump_up() -> None:
    """Loads come back to where they were, and the runs with them."""
    things = [
        each for each in followed(range(1, 10)) if not (isinstance(each, Run) and on(8) <= each.date < on(9))
    ]
    found = review(9, things, run(on(8, "sun"), "L", 60))
    assert (found.week.runs_rise, found.week.hard_sets_rise) == (None, None)
    assert "BOTH_UP" not in codes(found)


def test_in_the_taper_strength_is_kept_on_next_to_nothing() -> None:
    found = review(14, followed(range(1, 15)))
    week = found.week
    assert week.hard_sets.total == 0
    assert week.kept is not None
    assert week.kept > 0.97
    assert week.kept_on == 0.0
    assert [lift.holds for lift in week.main_lifts] == [True, True]
    assert week.coverage.score is None
    assert week.below_floor == ()
    kept = next(each for each in found.summary if each.code == "STRENGTH_KEPT")
    assert kept.inputs["phase"] == "base"
    assert "sets_percent" not in kept.inputs
    assert codes(found) == ["STRENGTH_HELD"]
    assert {option.kind for option in found.options} == {OptionKind.CARRY_ON, OptionKind.ACCEPT_DAYS}


def test_race_week_says_little() -> None:
    """A primer on Tuesday and the race on Sunday."""
    found = review(16, followed(range(1, 17)))
    week = found.week
    assert week.sessions == (1, 1)
    assert week.run_lift.as_asked is None
    assert week.coverage.score is None
    assert week.load is not None
    assert week.load.days[6] == 840
    assert codes(found) == ["NEXT_RECOVERY"]
    assert headline(found) == "WEEK_LIGHT"
    assert [option.kind for option in found.options] == [OptionKind.CARRY_ON]


def test_an_injured_week_points_to_a_clinician_and_asks_for_no_jumps() -> None:
    """A knee at 4, 5 and 4 in one week; Thursday left out."""
    pains = [hurts(on(6, day), CareArea.KNEE, score) for day, score in (("mon", 4), ("tue", 5), ("sat", 4))]
    careful = session(
        on(6, "tue"),
        "push_up 2x8@7.5: x8@7.5 x2",
        "half_kneel_chop 2x8@7: 15x8@7 x2",
        "dead_bug_twist 2x8@7: x8@7 x2",
        phase=Phase.BUILD_PERIODIZED,
    )
    found = review(6, followed(range(1, 6)), careful, pains, runs_of(6))
    week = found.week
    assert week.sessions == (1, 2)
    assert week.adherence == (7, 8)
    assert [report.score for report in week.pains] == [4, 5, 4]
    assert codes(found)[0] == "PAIN_LASTS"
    assert found.insights[0].reason.inputs == {"site": "knee", "score": 4}
    assert Position.JUMPING not in {each.what for each in week.coverage.required}
    assert headline(found) == "WEEK_IN_PART"
    for option in found.options:
        if option.kind is OptionKind.FILL_HOLE:
            assert CareArea.KNEE not in EXERCISES[str(option.inputs["exercise"])].care


@pytest.mark.parametrize(("score", "said"), [(3, "WEEK_GOOD"), (4, "WEEK_CAREFUL")])
def test_a_week_with_strong_pain_in_it_is_not_called_a_good_one(score: int, said: str) -> None:
    found = review(6, followed(range(1, 7)), hurts(on(6, "mon"), CareArea.KNEE, score))
    assert headline(found) == said
    assert "WEEK_SORE" in [each.code for each in found.summary]


def test_a_red_flag_closes_the_review_until_it_is_read() -> None:
    flag = CheckIn(id="flag", date=on(6, "wed"), red_flag="RED_FLAG_CALF")
    everything = followed(range(1, 7))
    closed = review(6, everything, flag)
    assert closed.closed
    assert codes(closed) == ["SEE_CLINICIAN"]
    assert closed.summary == ()
    assert closed.options == ()
    read = review(6, everything, flag.changed(acknowledged=True))
    assert not read.closed
    assert codes(read)[0] == "SEE_CLINICIAN"
    assert len(read.options) > 1


def test_an_over_eager_fortnight_is_offered_a_lighter_week() -> None:
    """Everything a point and a half too hard for two weeks, and an extra session."""
    extra = session(on(6, "sat"), "back_squat 5x5@8: 100x5@9.5 x5", phase=Phase.BUILD_PERIODIZED)
    found = review(6, followed(range(1, 5)), followed([5, 6], over=1.5), extra)
    week = found.week
    assert week.drift_two_weeks.mean is not None
    assert week.drift_two_weeks.mean >= 1.0
    assert week.sessions == (2, 2)
    assert week.hard_sets.total > week.hard_sets_last.total
    assert headline(found) == "WEEK_HARD"
    # A deload was two weeks ago: at most one in three weeks, so nothing is pulled forward yet.
    assert "TOO_HARD" not in codes(found)

    without_deload = review(3, followed([1]), followed([2, 3], over=1.5))
    assert "TOO_HARD" not in codes(without_deload)  # week 4 is light anyway
    later = review(2, followed([1, 2], over=1.5))
    assert codes(later)[0] == "TOO_HARD"
    assert suggested(later) == {OptionKind.PULL_DELOAD}


def test_runs_and_sets_up_together_ask_to_hold() -> None:
    """Ten hard sets in week 1 and eighteen in week 2, and running from 180 to 270 minutes."""
    easy = [
        session(on(1, day), "back_squat 3x5@7.5: 100x5@7.5 x3", "push_up x8@7.5 x2") for day in ("tue", "thu")
    ]
    longer = [run(on(2, day), kind, 90, rpe=4.0) for day, kind in (("mon", "E"), ("wed", "E"), ("sun", "L"))]
    found = review(2, easy, runs_of(1), sessions_of(2), longer)
    assert codes(found)[0] == "BOTH_UP"
    assert found.insights[0].reason.inputs == {"runs_percent": 50, "sets_percent": 80}
    assert suggested(found) == {OptionKind.HOLD}


def test_a_missed_week_is_met_with_shorter_sessions() -> None:
    found = review(3, followed([1]), runs_of(2), runs_of(3))
    assert headline(found) == "WEEK_MISSED"
    assert codes(found)[0] == "SHORTER_SESSIONS"
    assert found.insights[0].reason.inputs == {"done": 2, "planned": 6, "percent": 33}
    assert found.week.tonnage is None
    assert found.week.drift.mean is None


def test_a_hole_comes_with_an_exercise_and_a_day() -> None:
    """Bird dogs left out of every Thursday: nothing on hands and knees for two weeks."""
    found = review(3, without_bird_dogs((1, 2, 3)))
    assert Position.QUADRUPED in found.week.coverage.holes
    assert codes(found)[0] == "COVERAGE_HOLE"
    fill = next(option for option in found.options if option.kind is OptionKind.FILL_HOLE)
    assert fill.suggested
    assert EXERCISES[str(fill.inputs["exercise"])].position is Position.QUADRUPED
    assert fill.inputs["day"] == "Tuesday"
    assert fill.inputs["date"] == on(4, "tue").isoformat()


def without_bird_dogs(weeks: Iterable[int]) -> list[Session]:
    return [
        each.changed(entries=tuple(e for e in each.entries if e.exercise != "bird_dog"))
        for week in weeks
        for each in sessions_of(week)
    ]


def test_a_sore_wrist_is_spared_when_a_hole_is_filled() -> None:
    """Hands and knees load the wrists whatever the exercise, so none is offered."""
    found = review(3, without_bird_dogs((1, 2, 3)), hurts(on(3, "fri"), CareArea.WRIST, 3))
    assert OptionKind.FILL_HOLE not in {option.kind for option in found.options}
    plain = review(3, without_bird_dogs((1, 2, 3)))
    other = next(option for option in plain.options if option.kind is OptionKind.FILL_HOLE)
    assert CareArea.WRIST in EXERCISES[str(other.inputs["exercise"])].care


def test_in_peak_nothing_new_fills_a_hole() -> None:
    found = review(10, without_bird_dogs(range(5, 11)))
    assert Position.QUADRUPED in found.week.coverage.holes
    assert codes(found)[0] == "COVERAGE_HOLE"
    assert "name" not in found.insights[0].reason.inputs
    assert OptionKind.FILL_HOLE not in {option.kind for option in found.options}


def jumping_is_asked(found: Review) -> bool:
    return Position.JUMPING in {each.what for each in found.week.coverage.required}


def test_jumping_is_asked_unless_a_leg_hurts() -> None:
    things = followed(range(1, 4))
    assert jumping_is_asked(review(3, things))
    assert jumping_is_asked(review(3, things, hurts(on(3), CareArea.SHOULDER, 5)))
    assert jumping_is_asked(review(3, things, hurts(on(3), CareArea.ACHILLES, 2)))
    assert not jumping_is_asked(review(3, things, hurts(on(3), CareArea.ACHILLES, 3)))


def test_nobody_has_to_jump_in_the_two_weeks_before_a_race() -> None:
    """A 5 km race has no taper before race week: peak in the weeks before."""
    race = Race(id="park", name="Park run", date=on(8, "sat"), distance=Distance.FIVE_K)
    season = Season.of([Revision(made_on=on(1), races=(race,))])
    log = log_of(followed(range(1, 8)))
    asked = [
        jumping_is_asked(Review.of(log, EXERCISES, RULES, PHASES, season, on(week), today=on(week + 1)))
        for week in (5, 6, 7)
    ]
    assert asked == [True, False, False]
    assert calendar(season, log, on(8), novice=False).days_to_race == 0


def test_a_week_that_was_backed_off_is_a_light_one() -> None:
    """The review backed off: the sessions say deload where the plan does not."""
    eased = [each.changed(deload=True) for each in sessions_of(3)]
    found = review(3, followed([1, 2]), eased, runs_of(3))
    assert found.week.calendar.this.light
    assert found.week.below_floor == ()


def test_a_fast_run_in_base_and_lifting_before_key_runs() -> None:
    """Lifts on Mondays and Wednesdays, fast runs on Tuesdays and Thursdays."""
    things: list[Thing] = []
    for week in (1, 2):
        monday, wednesday = sessions_of(week)
        things += [monday.changed(date=on(week, "mon")), wednesday.changed(date=on(week, "wed"))]
        things += [
            run(on(week, "tue"), "Q", 50),
            run(on(week, "thu"), "Q", 50),
            run(on(week, "sun"), "L", 90),
        ]
    found = review(2, things)
    assert codes(found) == ["LIFTED_BEFORE_KEY_RUN", "FAST_IN_BASE"]
    assert found.insights[0].reason.inputs == {"times": 4, "days": 14}
    assert OptionKind.ACCEPT_DAYS in suggested(found)


def test_a_review_of_long_ago_offers_no_decisions() -> None:
    found = review(6, followed(range(1, 15)), today=on(15))
    assert found.options == ()
    assert found.week.sessions == (2, 2)
    assert found.week.kept_on == 1.0
