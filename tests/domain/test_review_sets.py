"""Hard sets and tonnage (docs/rules.md 8.2, 8.3)."""

import pytest
from support.diaries import EXERCISES, RULES, entry, on, session

from tracker.domain.exercise import Pattern
from tracker.domain.phase import Phase
from tracker.domain.review_rules import Group
from tracker.domain.session import Session
from tracker.domain.strength.done_sets import done_sets
from tracker.domain.strength.hard_sets import HardSets, above_ceiling, asked_hard_sets, below_floor, hard_sets
from tracker.domain.strength.tonnage import tonnage


def hard(*sessions: Session) -> HardSets:
    return hard_sets(done_sets(sessions, EXERCISES), RULES.hard_sets)


def lifted(*lines: str) -> float | None:
    found = tonnage(done_sets((session(on(1), *lines),), EXERCISES), RULES.hard_sets)
    return found.kg if found else None


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("back_squat 100x5@8 x3", 3),
        ("back_squat 100x5@7", 1),
        ("back_squat 100x5@6.5", 0),
        ("push_up x10@7", 1),
        ("plank 30s@7", 1),
        ("plank 30s@5", 0),
        ("pogo 20c@8", 0),
        ("back_squat ramp: 60x5@5; 65x5@6; 70x5@7.5", 1),
        ("back_squat warmup: 40x5@8", 0),
    ],
)
def test_hard_is_rpe_seven_and_more(line: str, count: int) -> None:
    assert hard(session(on(1), line)).total == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("back_squat 3x5@8: 100x5 x3", 3),
        ("back_squat 2x4@6: 60x4 x2", 0),
        ("back_squat 2x4@6: 60x3 x2", 2),
    ],
)
def test_a_set_ticked_without_a_rating_took_what_was_asked_and_a_missed_one_everything(
    line: str, count: int
) -> None:
    assert hard(session(on(1), line)).total == count


def test_an_imported_set_without_a_rating_says_nothing() -> None:
    assert hard(session(on(1), "back_squat 100x5 x3", imported=True)).total == 0


def test_further_patterns_count_a_half() -> None:
    """Single-leg RDL to row: hinge, pull, reciprocal."""
    found = hard(session(on(1), "sl_rdl_row 10x8@8 x2"))
    assert found.by_pattern == {Pattern.HINGE: 2.0, Pattern.PULL_H: 1.0, Pattern.RECIPROCAL: 1.0}
    assert found.by_group[Group.LOWER_BILATERAL] == 2.0
    assert found.by_group[Group.PULL] == 1.0


def test_a_set_with_two_patterns_of_one_group_is_still_one_set() -> None:
    """Step-up with knee drive: lunge and single-leg balance, both in the single-leg group."""
    assert hard(session(on(1), "step_up_knee_drive 20x8@8")).by_group[Group.SINGLE_LEG] == 1.0


def test_left_and_right_are_one_set() -> None:
    assert hard(session(on(1), "rfe_split_squat 45x8/7@8 x3")).total == 3


def test_jumps_are_counted_in_contacts() -> None:
    assert hard(session(on(1), "pogo 20c x3", "back_squat 100x5@8")).contacts == 60


@pytest.mark.parametrize(
    ("phase", "light", "groups"),
    [
        (Phase.BASE, False, (Group.LOWER_BILATERAL, Group.PUSH)),
        (Phase.PEAK, False, (Group.PUSH,)),
        (Phase.BASE, True, ()),
        (Phase.TAPER, False, ()),
        (None, False, ()),
    ],
)
def test_the_least_of_a_week_depends_on_the_phase(
    phase: Phase | None, light: bool, groups: tuple[Group, ...]
) -> None:
    """Four squats and two presses asked, two and one done; the rest the program never asked for."""
    week = (session(on(1), "back_squat 4x5@8: 100x5@8 x2", "bench_press 2x8@8: 40x8@8"),)
    asked = asked_hard_sets(week, EXERCISES, RULES.hard_sets)
    assert (asked[Group.LOWER_BILATERAL], asked[Group.PUSH], asked[Group.HIP]) == (4, 2, 0)
    assert below_floor(hard(*week), asked, phase, light, RULES.hard_sets) == groups


def test_more_than_twenty_are_too_many() -> None:
    assert above_ceiling(hard(session(on(1), "back_squat 100x5@8 x20")), RULES.hard_sets) == ()
    week = [session(on(1, day), "back_squat 100x5@8 x7") for day in ("mon", "wed", "fri")]
    assert above_ceiling(hard(*week), RULES.hard_sets) == (Group.LOWER_BILATERAL,)


@pytest.mark.parametrize(
    ("line", "kg"),
    [
        ("back_squat 100x5@8 x3", 1500),
        ("bench_press 40x10", 400),
        ("sl_rdl 20x6@8 x2", 480),  # both sides
        ("sl_rdl 20x6/5@8", 220),  # six left, five right
        ("rfe_split_squat 45x8@8", (45 + 56) * 16),  # 0.8 of 70 kg moves along
        ("split_squat x8@7", 56 * 16),
        ("push_up x10@8", 45.5 * 10),
        ("sit_to_stand x8@7", None),
        ("plank 30s@7", None),
        ("pogo 20c", None),
        ("back_squat warmup: 40x5", None),
    ],
)
def test_tonnage_of_one_exercise(line: str, kg: float | None) -> None:
    assert lifted(line) == (None if kg is None else pytest.approx(kg))


def test_without_body_weight_only_the_bar_counts() -> None:
    done = session(on(1)).changed(entries=(entry("rfe_split_squat 45x8@8").changed(system_offset_kg=0.0),))
    found = tonnage(done_sets((done,), EXERCISES), RULES.hard_sets)
    assert found is not None
    assert found.kg == 45 * 16


def test_tonnage_goes_to_the_group_of_the_main_pattern() -> None:
    found = tonnage(
        done_sets(
            (session(on(1), "back_squat 100x5@8", "bench_press 40x10", "farmer_carry 60x10"),), EXERCISES
        ),
        RULES.hard_sets,
    )
    assert found is not None
    assert found.by_group[Group.LOWER_BILATERAL] == 500
    assert found.by_group[Group.PUSH] == 400
    assert sum(found.by_group.values()) == pytest.approx(found.kg)


def test_sets_that_were_not_hard_are_told_from_sets_that_were_not_done() -> None:
    found = hard(session(on(1), "step_up_knee_drive 20x8@6 x3", "step_up_knee_drive 20x8@7", "pogo 20c x3"))
    assert (found.by_group[Group.SINGLE_LEG], found.easy[Group.SINGLE_LEG]) == (1.0, 3.0)
    assert found.easy[Group.CALF] == 0.0
