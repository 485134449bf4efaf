"""Niggles, stepping back and the way up again, lifts that do not move, record attempts (docs/rules.md 4.9, 1.5)."""

from typing import Any

import pytest
from support.lifting import BARBELL, lifted, rules, situation, spoken, target

from tracker.catalog import load_catalog
from tracker.domain.adapting.pain import (
    PainBand,
    asks_next_morning,
    may_climb_again,
    pain_band,
    pain_reason,
    rungs_down,
    worse_next_morning,
)
from tracker.domain.exercise import CareArea
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.progression.advice import Advice
from tracker.domain.progression.attempt import NoAttempt, record_attempt
from tracker.domain.progression.stall import Stall, stall
from tracker.domain.reason import Reason, because
from tracker.domain.session import Signal
from tracker.domain.strength.e1rm import Estimate
from tracker.domain.strength.exposure import Exposure

FLAT = [100, 100.5, 100, 99.8, 100.2, 99.9]
HARD = [0.5, 1.0, 0.5, 0.5, 1.0, 0.5]


@pytest.mark.parametrize(
    ("score", "band", "code"),
    [
        (0, PainBand.OK, "PAIN_OK"),
        (2, PainBand.OK, "PAIN_OK"),
        (3, PainBand.HOLD, "PAIN_HOLD"),
        (4, PainBand.EASE, "PAIN_REGRESS"),
        (5, PainBand.EASE, "PAIN_REGRESS"),
        (6, PainBand.STOP, "PAIN_STOP"),
        (10, PainBand.STOP, "PAIN_STOP"),
    ],
)
def test_the_bands_of_a_niggle(score: int, band: PainBand, code: str) -> None:
    reason = pain_reason(score, CareArea.KNEE)
    assert (pain_band(score), reason.code, reason.inputs) == (band, code, {"site": "knee", "pain": score})


def test_from_four_on_it_is_asked_about_again_the_next_morning() -> None:
    assert [score for score in range(11) if asks_next_morning(score)] == [4, 5, 6, 7, 8, 9, 10]
    assert worse_next_morning(4, 5)
    assert not worse_next_morning(4, 4)


def test_unsafe_and_too_far_ahead_go_two_steps_down() -> None:
    assert {signal.value: rungs_down(signal) for signal in Signal} == {
        "unsafe": 2,
        "skill": 2,
        "hurts": 1,
        "clunky": 1,
        "pressure": 1,
    }


def test_the_way_back_up_opens_after_two_exposures() -> None:
    assert [may_climb_again(count) for count in range(4)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param({}, Stall.EASE, id="flat and hard"),
        pytest.param({"estimates": [*FLAT[:5], 104.0, 106.0, 108.0]}, Stall.NONE, id="rising"),
        pytest.param({"deltas": [0.0] * 6}, Stall.NONE, id="not hard"),
        pytest.param({"estimates": FLAT[:5], "deltas": HARD[:5]}, Stall.NONE, id="too few"),
        pytest.param({"phase": Phase.BUILD_MAINTENANCE}, Stall.NONE, id="a phase that keeps"),
        pytest.param({"weeks_since_action": 3}, Stall.NONE, id="just acted"),
        pytest.param({"weeks_since_action": 4}, Stall.EASE, id="four weeks later"),
        pytest.param({"adherence": 0.6}, Stall.CONSISTENCY, id="consistency first"),
        pytest.param({"adherence": 0.7}, Stall.EASE, id="consistent enough"),
    ],
)
def test_a_lift_that_does_not_move(change: dict[str, Any], found: Stall) -> None:
    given: dict[str, Any] = {"phase": Phase.BASE, "estimates": FLAT, "deltas": HARD} | change
    assert stall(given.pop("phase"), given.pop("estimates"), given.pop("deltas"), **given) is found


GOOD = {"wip": 3}


@pytest.mark.parametrize(
    ("morning", "reps", "says"),
    [
        pytest.param({}, 3, "107.5 kg, 1 x 3 @ 9", id="89.2 % of 123.3, at most 7.5 % up"),
        pytest.param({}, 1, "107.5 kg, 1 x 3 @ 9", id="intermediates do three"),
        pytest.param({"level": Level.ADVANCED}, 1, "107.5 kg, 1 x 1 @ 9", id="advanced may choose one"),
        pytest.param({"level": Level.BEGINNER}, 3, None, id="no attempts for beginners"),
        pytest.param({"wip": 2}, 3, None, id="second week"),
        pytest.param({"phase": Phase.BASE}, 3, None, id="base"),
        pytest.param({"readiness": 3}, 3, None, id="tired"),
        pytest.param({"pain": 2}, 3, None, id="a niggle"),
        pytest.param({"deload": True}, 3, None, id="lighter week"),
    ],
)
def test_a_record_attempt_is_offered_on_a_good_day(
    morning: dict[str, Any], reps: int, says: str | None
) -> None:
    today = situation(Phase.OFF_SEASON)._replace(**(GOOD | morning))
    history = [lifted("100x5@8", Phase.OFF_SEASON)]
    estimate = Estimate(123.3, exposures=6)
    plan = target(Phase.OFF_SEASON)
    advice = record_attempt(rules(), history, today, plan, BARBELL, estimate, reps)
    assert (spoken(advice) if isinstance(advice, Advice) else None) == says


def why_not(history: list[Exposure], estimate: Estimate, **morning: Any) -> Reason | None:
    """Why there is no record attempt; nothing where there is one."""
    today = situation(Phase.OFF_SEASON)._replace(**(GOOD | morning))
    found = record_attempt(rules(), history, today, target(Phase.OFF_SEASON), BARBELL, estimate)
    return found.why if isinstance(found, NoAttempt) else None


def test_no_attempt_at_what_has_been_lifted_already() -> None:
    """Today would be 107.5 x 3; in summer it was 110 x 3."""
    proven = Estimate(123.3, exposures=6)
    summer, now = lifted("110x3@9.5", Phase.OFF_SEASON), lifted("100x5@8", Phase.OFF_SEASON)
    assert why_not([now], proven) is None
    found = why_not([summer, now], proven)
    assert found == because("NO_RECORD_BEST", load="107.5 kg", reps=3, best="110 kg")
    said = load_catalog().words.text(found)
    assert said == "What today supports, 107.5 kg × 3, would not beat your best of 110 kg for 3 or more."


def test_no_attempt_after_a_hard_day_or_without_a_proven_maximum() -> None:
    proven = Estimate(123.3, exposures=6)
    hard, fine = [lifted("100x5@9", Phase.OFF_SEASON)], [lifted("100x5@8", Phase.OFF_SEASON)]
    assert why_not(hard, proven) == because("NO_RECORD_HARD")
    assert why_not(fine, proven._replace(lower_bound=True)) == because("NO_RECORD_UNKNOWN")
    assert why_not([], proven) == because("NO_RECORD_UNKNOWN")


@pytest.mark.parametrize(
    ("morning", "code"),
    [
        ({"phase": Phase.BASE}, "PHASE"),
        ({"level": Level.BEGINNER}, "BEGINNER"),
        ({"deload": True}, "LIGHT"),
        ({"wip": 2}, "WEEK"),
        ({"readiness": 3}, "TIRED"),
        ({"pain": 2}, "PAIN"),
        ({"sore_legs": 4}, "PAIN"),
        ({"days_away": 14}, "BACK"),
    ],
)
def test_a_record_that_is_not_offered_says_why(morning: dict[str, Any], code: str) -> None:
    found = why_not([lifted("100x5@8", Phase.OFF_SEASON)], Estimate(123.3, exposures=6), **morning)
    assert found is not None
    assert found.code == f"NO_RECORD_{code}"
