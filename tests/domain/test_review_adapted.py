"""What a week says about days that did not go as planned: counted, named, never held against anybody."""

from support.diaries import EXERCISES, PHASES, RULES, entry, hurts, log_of, marathon_season, on, session

from tracker.catalog import load_catalog
from tracker.domain.adapting.adapted import Adapted, adapted
from tracker.domain.exercise import CareArea
from tracker.domain.history import TrainingLog
from tracker.domain.review.adherence import PlannedDay
from tracker.domain.review.asked import ReviewPlan, review_plan
from tracker.domain.review.review import Review
from tracker.domain.run import CheckIn
from tracker.domain.runner import Absence, Away, Move, Runner
from tracker.domain.session import Modification, Session, Signal

SQUAT = "goblet_squat 2x5@7: 20x5@7 x2"


def modified(day: int, signal: Signal | None) -> Session:
    kept = session(on(1, "tue"), SQUAT, "plank 30s@7 x2")
    first = entry(SQUAT, kept.date).changed(modified=Modification(planned="back_squat", signal=signal))
    return kept.changed(id=f"{day}", entries=(first, *kept.entries[1:]))


def said(log: TrainingLog, plan: ReviewPlan | None = None) -> list[str]:
    review = Review.of(log, EXERCISES, RULES, PHASES, marathon_season(), on(1), today=on(2, "tue"), plan=plan)
    return [reason.code for reason in review.summary]


def test_the_five_signals_count_and_a_change_of_equipment_does_not() -> None:
    sessions = [modified(1, Signal.CLUNKY), modified(2, None)]
    assert adapted(sessions) == Adapted(modified=1)


def test_short_and_travelled_sessions_are_counted() -> None:
    short = session(on(1, "tue"), SQUAT, short_minutes=25)
    away = session(on(1, "thu"), SQUAT)
    found = adapted([short, away, session(on(1, "sat"))], {on(1, "thu"), on(1, "sat")})
    assert found == Adapted(shortened=1, travelled=1)
    assert found.words == "1 session shortened, 1 session on the road"


def test_what_was_left_out_is_named_with_its_reason() -> None:
    skipped = session(on(1, "tue"), skipped="no time")
    kept = session(on(1, "thu"), SQUAT, "plank 30s@7 x2")
    disliked = kept.entries[1].changed(skipped="I do not like it")
    found = adapted([skipped, kept.changed(entries=(kept.entries[0], disliked))])
    assert (found.skipped, found.left_out) == (("no time",), ("I do not like it",))
    assert found.words == "1 session left out (no time), 1 exercise left out (I do not like it)"


def test_days_ill_on_holiday_and_moved_have_their_words() -> None:
    assert Adapted(moved=1, ill=2, holiday=1).words == "1 session moved, 2 days ill, 1 day of holiday"


def test_the_plan_counts_moves_and_days_away() -> None:
    runner = Runner(
        absences=(
            Absence(start=on(1, "tue"), end=on(1, "fri"), kind=Away.ILLNESS),
            Absence(start=on(1, "fri"), end=on(1, "sat"), kind=Away.TRAVEL, equipment="travel_kg"),
        ),
        moves=(Move(from_day=on(1, "sat"), to_day=on(1, "sun")), Move(from_day=on(2), to_day=on(2, "tue"))),
    )
    catalog = load_catalog()
    plan = review_plan(runner, catalog.rules, marathon_season(), TrainingLog(), on(1), catalog.profiles[0])
    assert (plan.ill, plan.holiday, plan.moved) == (3, 0, 1)
    assert plan.travel == {on(1, "fri")}


def test_a_week_without_lifting_has_kind_words_for_why() -> None:
    sign = CheckIn(id="f", date=on(1, "tue"), red_flag="RED_FLAG_BONE", acknowledged=True)
    fever = sign.changed(red_flag="RED_FLAG_FEVER")
    planned = (PlannedDay(on(1, "tue"), False),)
    assert said(log_of(sign), ReviewPlan(days=planned))[0] == "WEEK_FLAGGED"
    begun = session(on(1, "tue"), "back_squat 3x5@8: 100x5@8")
    assert said(log_of(begun, sign), ReviewPlan(days=planned))[0] == "WEEK_FLAGGED"
    assert said(log_of(fever), ReviewPlan(days=planned))[0] == "WEEK_ILL"
    assert said(log_of(), ReviewPlan(days=planned, ill=4))[:2] == ["WEEK_ILL", "WEEK_ADAPTED"]
    assert said(log_of(), ReviewPlan(days=planned))[0] == "WEEK_MISSED"


def test_the_week_says_so_and_a_plain_week_says_nothing() -> None:
    assert "WEEK_ADAPTED" in said(log_of(modified(1, Signal.PRESSURE)))
    travel = ReviewPlan(travel=frozenset({on(1, "tue")}))
    assert "WEEK_ADAPTED" in said(log_of(session(on(1, "tue"), SQUAT)), travel)
    assert "WEEK_ADAPTED" not in said(log_of(session(on(1, "tue"), SQUAT)))


def test_a_sore_spot_is_named_until_it_is_gone() -> None:
    lifted = session(on(1, "tue"), SQUAT)
    assert "WEEK_SORE" in said(log_of(lifted, hurts(on(1, "wed"), CareArea.KNEE, 3)))
    assert "WEEK_SORE" not in said(log_of(lifted, hurts(on(1, "wed"), CareArea.KNEE, 0)))
    assert "WEEK_SORE" not in said(log_of(lifted))
