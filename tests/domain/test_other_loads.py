"""Accessories, bodyweight, holds and jumps (docs/rules.md 4.6, A1 to J8)."""

from datetime import timedelta

import pytest
from support.lifting import DAY, rules

from tracker.domain.exercise import CareArea
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.prescription import Target
from tracker.domain.progression.advice import Action
from tracker.domain.progression.bodyweight import Onward, bodyweight
from tracker.domain.progression.contacts import may_raise_tier, next_contacts, sets_for
from tracker.domain.progression.decision import Decision
from tracker.domain.progression.double_progression import double_progression
from tracker.domain.progression.holds import timed_hold
from tracker.domain.strength.exposure import Exposure, WorkingSet, weaker

OFF, BASE, KEEP, PEAK = Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_MAINTENANCE, Phase.PEAK


def done(amounts: str, ratings: str, asked: int, rpe: float, phase: Phase, *, slow: bool = False) -> Exposure:
    """ "12/12/12" and "7.5, 8, 8"; one rating stands for all sets, "" for none."""
    reps = [int(amount) for amount in amounts.split("/")]
    given = [float(rating) for rating in ratings.split(",")] if ratings else [None] * len(reps)
    if len(given) == 1:
        given *= len(reps)
    sets = tuple(WorkingSet(20.0, amount, rating) for amount, rating in zip(reps, given, strict=True))
    return Exposure(DAY - timedelta(days=3), phase, asked, rpe, sets, slow=slow)


def reps_of(least: int, most: int, rpe: float) -> Target:
    return Target(sets=3, reps=least, rmin=least, rmax=most, rpe=rpe, rest_s=(60, 90))


def says(decision: Decision) -> tuple[int, int, str]:
    return decision.amount, decision.steps, decision.code


@pytest.mark.parametrize(
    ("last", "before", "then"),
    [
        pytest.param(("12/12/12", "7.5, 8, 8", 12, 8, OFF), None, (8, 1, "LOAD_UP_RESET_REPS"), id="A1"),
        pytest.param(("10/10/10", "7, 7.5, 8", 10, 7.5, BASE), None, (11, 0, "REP_UP"), id="A2"),
        pytest.param(("10/9/8", "8, 9, 9.5", 10, 8, OFF), None, (9, 0, "REPEAT_EASE"), id="A3"),
        pytest.param(
            ("10/8/7", "8, 9, 9.5", 10, 8, OFF),
            ("10/9/8", "8, 9, 9.5", 10, 8, OFF),
            (10, -1, "LOAD_DOWN_2ND_MISS"),
            id="A4",
        ),
        pytest.param(("12/12", "7", 12, 7, KEEP), None, (12, 0, "HOLD"), id="A5"),
        pytest.param(
            ("12/12/12", "8, 8, 8.5", 12, 8, OFF), None, (12, 0, "REPEAT"), id="top, not easy enough"
        ),
        pytest.param(
            ("10/9/9", "8", 10, 8, OFF), None, (10, 0, "REPEAT"), id="a rep short, inside the range"
        ),
        pytest.param(("6/6", "7", 6, 7, BASE), None, (7, 0, "REP_UP"), id="a start below the range"),
        pytest.param(("10/10", "", 10, 8, OFF), None, (10, 0, "NO_RPE"), id="no rating"),
        pytest.param(
            ("10/10", "", 10, 8, OFF), ("10/10", "", 10, 8, OFF), (11, 0, "REP_UP"), id="no rating twice"
        ),
    ],
)
def test_an_accessory_earns_reps_first_and_load_after_that(
    last: tuple[str, str, int, float, Phase],
    before: tuple[str, str, int, float, Phase] | None,
    then: tuple[int, int, str],
) -> None:
    """20 kg with 2 kg steps, 8 to 12 reps."""
    phase = last[4]
    decision = double_progression(
        done(*last),
        done(*before) if before else None,
        reps_of(8, 12, last[3]),
        0.10,
        phase=phase.value,
        progressing=rules().phases[phase].progress,
    )
    assert says(decision) == then


def test_a_large_step_asks_for_a_slow_tempo_first() -> None:
    """Kettlebells, 8 to 12 is half again: once slowly, then the jump."""
    plan = reps_of(8, 12, 8)
    first = double_progression(done("12/12", "7.5", 12, 8, OFF), None, plan, 0.5, phase="", progressing=True)
    assert (says(first), first.slow) == ((12, 0, "ADD_TEMPO"), True)
    slowly = done("12/12", "7.5", 12, 8, OFF, slow=True)
    assert says(double_progression(slowly, None, plan, 0.5, phase="", progressing=True)) == (
        8,
        1,
        "LOAD_UP_RESET_REPS",
    )


def test_at_the_heaviest_weight_there_is_tempo_is_what_remains() -> None:
    decision = double_progression(
        done("12/12", "7", 12, 8, OFF), None, reps_of(8, 12, 8), None, phase="", progressing=True
    )
    assert (says(decision), decision.slow) == ((12, 0, "HEAVIEST"), True)


def test_the_heaviest_weight_in_a_slow_tempo_leads_to_the_next_variation_where_there_is_one() -> None:
    slowly = done("12/12", "7", 12, 8, OFF, slow=True)
    plan = reps_of(8, 12, 8)
    onward = double_progression(slowly, None, plan, None, phase="", progressing=True, has_next=True)
    last_rung = double_progression(slowly, None, plan, None, phase="", progressing=True)
    assert (says(onward), onward.action) == ((8, 0, "NEXT_VARIATION"), Action.ADVANCE)
    assert (says(last_rung), last_rung.slow) == ((12, 0, "HEAVIEST"), True)


def test_missing_twice_at_the_lightest_weight_goes_one_step_down_the_ladder() -> None:
    missed = done("7/6", "9.5", 10, 8, OFF)
    decision = double_progression(
        missed, missed, reps_of(8, 12, 8), 0.1, phase="", progressing=True, lowest=True
    )
    assert decision.action is Action.REGRESS


def test_a_first_weight_that_was_far_too_light_moves_at_once() -> None:
    easy = done("10/10", "5", 10, 8, OFF)
    young = double_progression(easy, None, reps_of(8, 12, 8), 0.1, phase="", progressing=True, young=True)
    settled = double_progression(easy, None, reps_of(8, 12, 8), 0.1, phase="", progressing=True)
    assert says(young) == (10, 1, "CATCH_UP")
    assert says(settled) == (11, 0, "REP_UP")


@pytest.mark.parametrize(
    ("before", "rise", "then"),
    [
        pytest.param("5", 0.1, (10, 1, "CATCH_UP"), id="twice far under"),
        pytest.param("7", 0.1, (11, 0, "REP_UP"), id="once"),
        pytest.param("", 0.1, (11, 0, "REP_UP"), id="not rated before"),
        pytest.param("5", 0.5, (11, 0, "REP_UP"), id="the next bell is half again as heavy"),
    ],
)
def test_twice_far_under_the_target_moves_the_weight_without_waiting_for_reps(
    before: str, rise: float, then: tuple[int, int, str]
) -> None:
    easy, earlier = done("10/10", "5", 10, 8, OFF), done("9/9", before, 9, 8, OFF)
    decision = double_progression(easy, earlier, reps_of(8, 12, 8), rise, phase="", progressing=True)
    assert says(decision) == then


@pytest.mark.parametrize(
    ("last", "before", "amount", "slow", "code"),
    [
        pytest.param(("8/8", "7, 7.5", 8, BASE, False), None, 9, False, "REP_UP", id="B1"),
        pytest.param(("12/12", "7", 12, BASE, False), None, 12, False, "CONFIRM_ONCE_MORE", id="B2"),
        pytest.param(("12/12", "7", 12, BASE, False), False, 6, True, "SLOW_TEMPO", id="B3"),
        pytest.param(("12/12", "7", 12, BASE, True), True, 6, False, "NEXT_VARIATION", id="B4"),
        pytest.param(("12/12", "7", 12, PEAK, False), False, 12, False, "HOLD", id="B5"),
        pytest.param(("5/3", "9.5, 10", 8, BASE, False), None, 6, False, "EASE", id="B6"),
        pytest.param(("3/2", "9.5", 3, BASE, False), None, 3, False, "REGRESS", id="three reps are too many"),
        pytest.param(("8/7", "9", 8, BASE, False), None, 7, False, "REPEAT_EASE", id="hard"),
        pytest.param(("3/3", "7", 3, BASE, False), None, 4, False, "REP_UP", id="a start below the range"),
        pytest.param(("8/7", "8", 8, BASE, False), None, 8, False, "REPEAT", id="one short"),
        pytest.param(("8/8", "", 8, BASE, False), None, 8, False, "NO_RPE", id="no rating"),
    ],
)
def test_the_body_as_the_load(
    last: tuple[str, str, int, Phase, bool], before: bool | None, amount: int, slow: bool, code: str
) -> None:
    """6 to 12 reps at RPE 7.5; *before* was at the top too, at the normal tempo or slowly."""
    reps, ratings, asked, phase, slowly = last
    earlier = None if before is None else done("12/12", "7", 12, 7.5, phase, slow=before)
    decision = bodyweight(
        done(reps, ratings, asked, 7.5, phase, slow=slowly),
        earlier,
        reps_of(6, 12, 7.5),
        Onward.VARIATION,
        phase=phase.value,
        progressing=rules().phases[phase].progress,
    )
    assert (decision.amount, decision.slow, decision.code) == (amount, slow, code)


@pytest.mark.parametrize(
    ("onward", "slow", "then"),
    [
        (Onward.LESS_HELP, False, (6, 1, "LESS_ASSISTANCE")),
        (Onward.LOAD, True, (6, 1, "LOAD_UP_RESET_REPS")),
        (Onward.NOTHING, True, (12, 0, "HOLD")),
    ],
)
def test_twice_at_the_top_other_ways_on(onward: Onward, slow: bool, then: tuple[int, int, str]) -> None:
    twice = done("12/12", "7", 12, 7.5, BASE, slow=slow)
    decision = bodyweight(twice, twice, reps_of(6, 12, 7.5), onward, phase="base", progressing=True)
    assert says(decision) == then


def test_three_assisted_reps_that_are_too_many_get_more_help() -> None:
    hard = done("3/2", "10", 3, 7.5, BASE)
    decision = bodyweight(hard, None, reps_of(6, 12, 7.5), Onward.LESS_HELP, phase="base", progressing=True)
    assert says(decision) == (3, -1, "EASE")


@pytest.mark.parametrize(
    ("last", "before", "seconds", "code"),
    [
        pytest.param(("30/30", "7", 30, BASE), None, 35, "TIME_UP", id="H1"),
        pytest.param(("45/45", "7", 45, BASE), ("45/45", "7", 45, BASE), 25, "NEXT_VARIATION", id="H2"),
        pytest.param(("45/45", "7", 45, BASE), None, 45, "CONFIRM_ONCE_MORE", id="top for the first time"),
        pytest.param(("30/18", "8", 30, BASE), None, 25, "EASE", id="H3"),
        pytest.param(("10/5", "9.5", 10, BASE), None, 10, "EASE", id="never below ten seconds"),
        pytest.param(("30/30", "6", 30, KEEP), None, 30, "HOLD", id="H4"),
        pytest.param(("30/28", "7", 30, BASE), None, 30, "REPEAT", id="almost"),
    ],
)
def test_holds_grow_by_five_seconds(
    last: tuple[str, str, int, Phase], before: tuple[str, str, int, Phase] | None, seconds: int, code: str
) -> None:
    """RPE 7.5, at most 45 s."""

    def held(amounts: str, ratings: str, asked: int, phase: Phase) -> Exposure:
        return done(amounts, ratings, asked, 7.5, phase)

    decision = timed_hold(
        held(*last),
        held(*before) if before else None,
        45,
        phase=last[3].value,
        progressing=rules().phases[last[3]].progress,
        has_next=True,
    )
    assert (decision.amount, decision.code) == (seconds, code)


@pytest.mark.parametrize(
    ("last", "phase", "level", "morning", "total", "code"),
    [
        pytest.param(30, BASE, Level.BEGINNER, {}, 34, "PLYO_UP", id="J1"),
        pytest.param(48, BASE, Level.BEGINNER, {}, 50, "PLYO_CAP", id="J2"),
        pytest.param(60, PEAK, Level.INTERMEDIATE, {}, 40, "PLYO_CAP", id="J3"),
        pytest.param(60, BASE, Level.INTERMEDIATE, {"quality": False}, 48, "PLYO_QUALITY_DOWN", id="J4"),
        pytest.param(60, BASE, Level.INTERMEDIATE, {"pain": 3}, 30, "PLYO_HALVE", id="J5"),
        pytest.param(60, BASE, Level.INTERMEDIATE, {"pain": 4}, 0, "PLYO_STOP_PAIN", id="J6"),
        pytest.param(60, BASE, Level.INTERMEDIATE, {"deload": 0.5}, 33, "DELOAD", id="J7"),
        pytest.param(100, Phase.BUILD_PERIODIZED, Level.ADVANCED, {}, 110, "PLYO_UP", id="J8"),
        pytest.param(30, PEAK, Level.INTERMEDIATE, {}, 30, "PLYO_HOLD", id="peak keeps"),
    ],
)
def test_jumps(
    last: int, phase: Phase, level: Level, morning: dict[str, float], total: int, code: str
) -> None:
    cap = rules().contacts_cap(phase, level)
    progressing = rules().phases[phase].progress
    found = next_contacts(last, cap, progressing=progressing, **morning)  # type: ignore[arg-type]
    assert (found.total, found.code) == (total, code)


@pytest.mark.parametrize(
    ("total", "wanted", "sets"), [(45, 3, 3), (66, 3, 4), (10, 3, 1), (4, 2, 1), (60, 3, 3)]
)
def test_contacts_come_in_sets_of_six_to_twenty(total: int, wanted: int, sets: int) -> None:
    assert sets_for(total, wanted) == sets


@pytest.mark.parametrize(
    ("weeks", "quality", "pains", "up"),
    [
        (3, True, [], True),
        (2, True, [], False),
        (4, False, [], False),
        (4, True, [(CareArea.ACHILLES, 3)], False),
        (4, True, [(CareArea.ACHILLES, 2), (CareArea.SHOULDER, 5)], True),
    ],
)
def test_the_next_tier_needs_weeks_quality_and_quiet_legs(
    weeks: int, quality: bool, pains: list[tuple[CareArea, int]], up: bool
) -> None:
    assert may_raise_tier(weeks, quality, pains) is up


def test_the_weaker_side_decides() -> None:
    """Left 8 @ 7, right 7 @ 7: the right side; at the same reps the harder one."""
    left, right = WorkingSet(16, 8, 7), WorkingSet(16, 7, 7)
    assert weaker(left, right) is right
    assert weaker(WorkingSet(16, 8, 8), WorkingSet(16, 8, 7)) == WorkingSet(16, 8, 8)
    assert weaker(WorkingSet(16, 8), WorkingSet(16, 8, 7)) == WorkingSet(16, 8, 7)
