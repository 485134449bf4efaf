"""What to lift next, case by case: the log, the morning, and what the coach says (docs/rules.md 4.12)."""

from datetime import timedelta
from typing import Any

import pytest
from support.lifting import (
    BARBELL,
    DUMBBELLS,
    KETTLEBELLS,
    grid,
    lifted,
    rules,
    situation,
    spoken,
    target,
)

from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.progression.loaded import advise
from tracker.domain.strength.e1rm import Estimate
from tracker.domain.strength.exposure import Exposure
from tracker.domain.units import Grid

OFF, BASE, KEEP, WAVE, PEAK = (
    Phase.OFF_SEASON,
    Phase.BASE,
    Phase.BUILD_MAINTENANCE,
    Phase.BUILD_PERIODIZED,
    Phase.PEAK,
)
TAPER, RACE, RECOVERY = Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY


def trained(last: Exposure, *, earlier: int = 4) -> list[Exposure]:
    """The last exposure, with earlier ones of the same load that were on target."""
    on_target = [
        Exposure(
            last.date - timedelta(days=3 * n),
            last.phase,
            last.reps,
            last.rpe,
            (last.sets[0]._replace(reps=last.reps, rpe=last.rpe),),
            wip=last.wip,
        )
        for n in range(1, earlier + 1)
    ]
    return [*on_target, last]


VECTORS = [
    ("P1", OFF, "100x5@8", 123.3, {}, "102.5 kg, 4 x 5 @ 8", "ON_TARGET"),
    ("P2", OFF, "100x5@7", 127.2, {}, "102.5 kg, 4 x 5 @ 8", "EASIER"),
    ("P3", OFF, "100x5@6", 128, {}, "105 kg, 4 x 5 @ 8", "MUCH_EASIER"),
    ("P4", OFF, "100x5@9", 120, {}, "100 kg, 4 x 5 @ 8", "SLIGHTLY_HARD HOLD"),
    ("P5", OFF, "100x5@9.5", 118, {}, "97.5 kg, 4 x 5 @ 8", "HARDER"),
    ("P6", OFF, ("100x3@10", 5, 8.0), 112, {}, "92.5 kg, 4 x 5 @ 8", "MUCH_HARDER E1RM_CEILING"),
    ("P7", BASE, "80x5@7.5", 100.1, {}, "80 kg, 3 x 6 @ 7.5", "ON_TARGET REP_BEFORE_LOAD"),
    ("P8", BASE, "80x6@7.5", 103.4, {}, "82.5 kg, 3 x 4 @ 7.5", "ON_TARGET LOAD_STEP_AFTER_REPS"),
    ("P9", BASE, "100x5@6.5", 129.2, {}, "102.5 kg, 3 x 5 @ 7.5", "EASIER STEP_UP_EASY"),
    ("P10", KEEP, "90x4@7", 111, {}, "90 kg, 2 x 4 @ 7.5", "ON_TARGET HOLD"),
    ("P11", KEEP, "90x4@9", 104, {}, "87.5 kg, 2 x 4 @ 7.5", "HARDER"),
    ("P22", BASE, "80x5@7.5", 100.1, {"deload": True}, "70 kg, 2 x 5 @ 6", "ON_TARGET DELOAD"),
    ("P23d12", OFF, "100x5@8", 123.3, {"days_away": 12}, "100 kg, 4 x 5 @ 8", "GAP_HOLD ON_TARGET"),
    ("P23d16", OFF, "100x5@8", 123.3, {"days_away": 16}, "97.5 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P23d24", OFF, "100x5@8", 123.3, {"days_away": 24}, "95 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P23d35", OFF, "100x5@8", 123.3, {"days_away": 35}, "90 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P23d50", OFF, "100x5@8", 123.3, {"days_away": 50}, "85 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P23d70", OFF, "100x5@8", 123.3, {"days_away": 70}, "80 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P23d120", OFF, "100x5@8", 123.3, {"days_away": 120}, "70 kg, 3 x 5 @ 7", "LAYOFF ON_TARGET"),
    ("P24", OFF, "100x5@8", 123.3, {"days_away": 182}, "calibrate", "RECALIBRATE"),
    ("P25", OFF, "100x5@7", 127.2, {"readiness": 3}, "100 kg, 3 x 5 @ 8", "READINESS_AMBER EASIER"),
    ("P26", OFF, "100x5@7", 127.2, {"readiness": 5}, "92.5 kg, 2 x 5 @ 6.5", "EASIER READINESS_RED"),
    ("P27", OFF, "100x5@7", 127.2, {"readiness": 7}, "swap", "READINESS_SWAP"),
    ("P28", OFF, "100x5@7", 127.2, {"pain": 3}, "100 kg, 4 x 5 @ 8", "PAIN_HOLD EASIER"),
    ("P29", OFF, "100x5@7", 127.2, {"pain": 5}, "82.5 kg, 4 x 5 @ 6.5", "EASIER PAIN_REGRESS"),
    ("P30", OFF, "100x5@7", 127.2, {"pain": 6}, "swap", "PAIN_STOP"),
    (
        "P37",
        OFF,
        ("100x5@8 92.5x5@8.5 92.5x5@9", 5, 8.0),
        123.3,
        {},
        "97.5 kg, 4 x 5 @ 8",
        "HARDER",
    ),
]


@pytest.mark.parametrize(
    ("phase", "last", "e1rm", "morning", "says", "because"),
    [vector[1:] for vector in VECTORS],
    ids=[vector[0] for vector in VECTORS],
)
def test_the_same_phase_goes_on(
    phase: Phase,
    last: str | tuple[str, int, float],
    e1rm: float,
    morning: dict[str, Any],
    says: str,
    because: str,
) -> None:
    done = lifted(last, phase) if isinstance(last, str) else lifted(last[0], phase, asked=last[1:])
    advice = advise(
        rules(),
        trained(done),
        situation(phase, **morning),
        target(phase),
        BARBELL,
        Estimate(e1rm, exposures=5),
    )
    assert (spoken(advice), " ".join(advice.codes)) == (says, because)


STEPS = [
    ("P12", ("90x6@7.5", WAVE, 1), (WAVE, 2), 116.3, "95 kg, 3 x 5 @ 8", "WAVE_STEP ON_TARGET"),
    ("P13", ("95x5@8", WAVE, 2), (WAVE, 3), 117.1, "100 kg, 3 x 4 @ 8.5", "WAVE_STEP ON_TARGET"),
    ("P14", ("97.5x5@8", WAVE, 2), (PEAK, 1), 120, "102.5 kg, 2 x 3 @ 8", "PHASE_CHANGE ON_TARGET"),
    ("P15", ("102.5x3@8", PEAK, 2), (PEAK, 3), 119, "107.5 kg, 2 x 2 @ 8.5", "WAVE_STEP ON_TARGET"),
    (
        "P16",
        ("102.5x3@7", PEAK, 2),
        (PEAK, 3),
        114,
        "105 kg, 2 x 2 @ 8.5",
        "WAVE_STEP EASIER E1RM_CEILING PEAK_CAP",
    ),
]


@pytest.mark.parametrize(
    ("last", "today", "e1rm", "says", "because"),
    [step[1:] for step in STEPS],
    ids=[step[0] for step in STEPS],
)
def test_a_new_phase_or_a_new_step(
    last: tuple[str, Phase, int], today: tuple[Phase, int], e1rm: float, says: str, because: str
) -> None:
    notation, phase, wip = last
    history = trained(lifted(notation, phase, wip=wip))
    advice = advise(
        rules(),
        history,
        situation(today[0], wip=today[1]),
        target(today[0], wip=today[1]),
        BARBELL,
        Estimate(e1rm, exposures=5),
    )
    assert (spoken(advice), " ".join(advice.codes)) == (says, because)


RACE_TIME = [
    ("P17", TAPER, {"taper_week": 1}, "70 kg, 2 x 4 @ 6", "TAPER_FIXED"),
    ("P18", TAPER, {"taper_week": 2}, "65 kg, 2 x 4 @ 6", "TAPER_FIXED"),
    ("P19", RACE, {}, "57.5 kg, 1 x 3 @ 5", "RACE_WEEK_PRIMER"),
    ("P20", RECOVERY, {"recovery_stage": 1}, "42.5 kg, 2 x 6 @ 6", "POST_RACE_RETURN"),
    ("P20s2", RECOVERY, {"recovery_stage": 2}, "60 kg, 2 x 6 @ 6", "POST_RACE_RETURN"),
    ("P21", RECOVERY, {"recovery_stage": 3}, "72.5 kg, 2 x 6 @ 6", "POST_RACE_RETURN"),
    ("rest", RECOVERY, {"recovery_stage": 0}, "rest", "POST_RACE_REST"),
]


@pytest.mark.parametrize(
    ("phase", "morning", "says", "because"),
    [case[1:] for case in RACE_TIME],
    ids=[case[0] for case in RACE_TIME],
)
def test_around_the_race_loads_are_fixed(
    phase: Phase, morning: dict[str, Any], says: str, because: str
) -> None:
    """Heaviest peak load 107.5x2@8.5, estimated maximum 119."""
    history = trained(lifted("107.5x2@8.5", PEAK, wip=3))
    advice = advise(
        rules(), history, situation(phase, **morning), target(phase), BARBELL, Estimate(119, exposures=9)
    )
    assert (spoken(advice), " ".join(advice.codes)) == (says, because)


def test_two_hard_exposures_in_a_row_step_back() -> None:
    """P31: 80x5@9 twice in base, where 7.5 was the plan."""
    history = [lifted("80x5@9", BASE, days_ago=6), lifted("80x5@9", BASE)]
    advice = advise(rules(), history, situation(BASE), target(BASE), BARBELL, Estimate(96, exposures=5))
    assert (spoken(advice), advice.codes) == ("70 kg, 3 x 5 @ 7.5", ("STALL_RESET",))


def test_a_first_load_that_was_far_too_light_catches_up() -> None:
    """P32: the only exposure so far was 40x5@5."""
    history = [lifted("40x5@5", BASE)]
    advice = advise(rules(), history, situation(BASE), target(BASE), BARBELL, Estimate(54, exposures=1))
    assert (spoken(advice), advice.codes) == ("42.5 kg, 3 x 5 @ 7.5", ("CATCH_UP",))


RACKS = [
    ("P33", DUMBBELLS, "20x6@7.5", 6, 25.8, "20 kg, 3 x 7 @ 7.5", "ON_TARGET REP_BEFORE_LOAD"),
    ("P34", DUMBBELLS, "20x5@9", 5, 24.0, "18 kg, 3 x 5 @ 7.5", "HARDER"),
    ("P35", KETTLEBELLS, "16x5@9", 5, 19.2, "16 kg, 3 x 4 @ 7.5", "HARDER REPS_DOWN_COARSE"),
    (
        "P36",
        KETTLEBELLS,
        "16x12@6",
        12,
        26,
        "20 kg, 3 x 6 @ 7.5",
        "EASIER LOAD_STEP_AFTER_REPS REPS_MATCH_EFFORT",
    ),
]


@pytest.mark.parametrize(
    ("rack", "last", "asked", "e1rm", "says", "because"), [r[1:] for r in RACKS], ids=[r[0] for r in RACKS]
)
def test_large_steps_are_bridged_by_reps(
    rack: Grid, last: str, asked: int, e1rm: float, says: str, because: str
) -> None:
    history = trained(lifted(last, BASE, asked=(asked, 7.5)))
    advice = advise(rules(), history, situation(BASE), target(BASE), rack, Estimate(e1rm, exposures=5))
    assert (spoken(advice), " ".join(advice.codes)) == (says, because)


def test_a_beginner_adds_a_rep_before_the_next_plate() -> None:
    """P38: beginner in base, 40x8@7 where 7.5 was the plan."""
    plan = target(BASE, level=Level.BEGINNER)
    history = trained(lifted("40x8@7", BASE, asked=(8, 7.5)))
    morning = situation(BASE, level=Level.BEGINNER)
    advice = advise(rules(), history, morning, plan, BARBELL, Estimate(56.6, exposures=5))
    assert (spoken(advice), advice.codes) == ("40 kg, 3 x 9 @ 7.5", ("ON_TARGET", "REP_BEFORE_LOAD"))


def test_body_weight_counts_on_the_pull_up_bar() -> None:
    """P39: chin-up with 5 kg, 70 kg of runner."""
    history = trained(lifted("75x5@7.5", BASE))
    belt = grid([0, 1.25, 2.5, 5, 7.5, 10])
    advice = advise(
        rules(), history, situation(BASE, offset_kg=70.0), target(BASE), belt, Estimate(93.9, exposures=5)
    )
    assert (spoken(advice), advice.codes) == ("5 kg, 3 x 6 @ 7.5", ("ON_TARGET", "REP_BEFORE_LOAD"))
    assert advice.system_kg == 75


def test_without_a_log_a_start_weight_is_looked_for() -> None:
    advice = advise(rules(), [], situation(BASE, days_away=0), target(BASE), BARBELL)
    assert (spoken(advice), advice.codes) == ("calibrate", ("CALIBRATE",))
