"""What each phase asks of each role (docs/rules.md 1.1 to 1.4)."""

import pytest
from pydantic import ValidationError
from support.lifting import rules

from tracker.domain.exercise import Role
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules, Target
from tracker.domain.program import Cell

OFF, BASE, KEEP, WAVE, PEAK = (
    Phase.OFF_SEASON,
    Phase.BASE,
    Phase.BUILD_MAINTENANCE,
    Phase.BUILD_PERIODIZED,
    Phase.PEAK,
)
TAPER, RACE, RECOVERY = Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY


def asked(phase: Phase, role: Role, level: Level = Level.INTERMEDIATE, **more: object) -> Target:
    found = rules().target(phase, role, level, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def short(target: Target) -> str:
    return f"{target.sets} x {target.reps} ({target.rmin}-{target.rmax}) @ {target.rpe:g}"


@pytest.mark.parametrize(
    ("phase", "primary", "secondary", "accessory"),
    [
        (OFF, "4 x 5 (3-6) @ 8", "3 x 6 (6-8) @ 8", "3 x 10 (8-12) @ 8"),
        (BASE, "3 x 5 (4-6) @ 7.5", "3 x 8 (6-8) @ 7.5", "2 x 10 (8-12) @ 7.5"),
        (KEEP, "2 x 4 (3-5) @ 7.5", "2 x 6 (5-6) @ 7", "2 x 8 (8-10) @ 7"),
        (WAVE, "3 x 6 (5-7) @ 7.5", "2 x 8 (7-9) @ 7.5", "2 x 8 (8-10) @ 7.5"),
        (PEAK, "2 x 3 (2-3) @ 8", "2 x 4 (4-5) @ 7.5", "1 x 6 (6-8) @ 7"),
        (TAPER, "2 x 4 (3-5) @ 6", "1 x 5 (4-5) @ 6", "1 x 6 (6-8) @ 6"),
        (RACE, "1 x 3 (3-5) @ 5", "1 x 4 (4-5) @ 5", None),
        (RECOVERY, "2 x 6 (6-8) @ 6", "1 x 6 (6-8) @ 6", "1 x 8 (8-10) @ 6"),
    ],
)
def test_sets_reps_and_effort(phase: Phase, primary: str, secondary: str, accessory: str | None) -> None:
    assert short(asked(phase, Role.PRIMARY)) == primary
    assert short(asked(phase, Role.SECONDARY)) == secondary
    found = rules().target(phase, Role.ACCESSORY, Level.INTERMEDIATE)
    assert (short(found) if found else None) == accessory


@pytest.mark.parametrize(
    ("phase", "role", "steps"),
    [
        (WAVE, Role.PRIMARY, [(6, 7.5), (5, 8), (4, 8.5), (5, 8), (4, 8), (3, 8.5), (6, 7.5)]),
        (WAVE, Role.SECONDARY, [(8, 7.5), (6, 7.5), (5, 8), (8, 7.5), (6, 7.5), (5, 8)]),
        (PEAK, Role.PRIMARY, [(3, 8), (3, 8), (2, 8.5), (2, 8.5)]),
    ],
)
def test_waves_and_peak_go_week_by_week(phase: Phase, role: Role, steps: list[tuple[int, float]]) -> None:
    weeks = [asked(phase, role, wip=week) for week in range(1, len(steps) + 1)]
    assert [(week.reps, week.rpe) for week in weeks] == steps


def test_in_the_maintenance_style_the_peak_stays_where_it_began() -> None:
    late = asked(PEAK, Role.PRIMARY, wip=4, style=Style.MAINTENANCE)
    assert (late.reps, late.rpe) == (3, 8)


@pytest.mark.parametrize(
    ("phase", "says"),
    [
        (OFF, "3 x 8 (6-10) @ 7.5"),
        (BASE, "3 x 8 (6-10) @ 7.5"),
        (KEEP, "2 x 8 (6-10) @ 7.5"),
        (PEAK, "2 x 5 (5-6) @ 7.5"),
        (TAPER, "2 x 4 (3-5) @ 6"),
        (RACE, "1 x 3 (3-5) @ 5"),
    ],
)
def test_beginners_do_more_reps_with_less_effort(phase: Phase, says: str) -> None:
    target = asked(phase, Role.PRIMARY, Level.BEGINNER, wip=3)
    assert short(target) == says
    assert not target.top_set


@pytest.mark.parametrize(
    ("phase", "heavy"), [(OFF, True), (BASE, True), (WAVE, True), (PEAK, True), (KEEP, False), (TAPER, False)]
)
def test_only_main_lifts_of_heavy_phases_have_a_top_set(phase: Phase, heavy: bool) -> None:
    assert asked(phase, Role.PRIMARY).top_set is heavy
    assert not asked(phase, Role.SECONDARY).top_set


def test_the_program_says_how_many_sets_and_for_smaller_work_how_many_reps() -> None:
    cell = Cell.of("2x10")
    assert short(asked(KEEP, Role.ACCESSORY, cell=cell)) == "2 x 10 (8-10) @ 7"
    assert short(asked(WAVE, Role.PRIMARY, wip=3, cell=Cell.of("3x5"))) == "3 x 4 (3-5) @ 8.5"
    assert asked(BASE, Role.BALANCE, cell=Cell.of("1x30s")).seconds == 30


def test_effort_can_be_capped_for_the_first_weeks() -> None:
    assert asked(OFF, Role.PRIMARY).at_most(6.5).rpe == 6.5
    assert asked(TAPER, Role.PRIMARY).at_most(6.5).rpe == 6.0


@pytest.mark.parametrize(
    ("phase", "caps"),
    [
        (OFF, (40, 60, 80)),
        (BASE, (50, 80, 100)),
        (KEEP, (40, 60, 80)),
        (WAVE, (50, 80, 120)),
        (PEAK, (25, 40, 50)),
        (TAPER, (15, 20, 20)),
        (RACE, (0, 0, 0)),
        (RECOVERY, (0, 20, 20)),
    ],
)
def test_ground_contacts(phase: Phase, caps: tuple[int, int, int]) -> None:
    assert tuple(rules().contacts_cap(phase, level) for level in Level) == caps
    jumps = rules().target(phase, Role.PLYO, Level.INTERMEDIATE)
    assert (jumps.contacts if jumps else 0) == int(caps[1] * 0.75)


def test_the_programs_contacts_are_cut_to_the_cap() -> None:
    jumps = asked(PEAK, Role.PLYO, Level.BEGINNER, cell=Cell.of("3x15c"))
    assert (jumps.sets, jumps.contacts) == (3, 25)


@pytest.mark.parametrize(
    ("phase", "share", "lifts", "minutes"),
    [
        (OFF, 40, (3, 2, 3), (45, 60)),
        (BASE, 60, (2, 2, 3), (40, 60)),
        (KEEP, 70, (2, 1, 3), (30, 45)),
        (PEAK, 80, (2, 1, 2), (25, 35)),
        (TAPER, 85, (2, 1, 2), (20, 25)),
        (RACE, 90, (1, 0, 1), (10, 20)),
        (RECOVERY, 60, (2, 0, 2), (15, 30)),
    ],
)
def test_the_frame_of_each_phase(
    phase: Phase, share: int, lifts: tuple[int, int, int], minutes: tuple[int, int]
) -> None:
    frame = rules().phases[phase]
    assert (frame.run_share, tuple(frame.lifts_a_week), frame.minutes) == (share, lifts, minutes)
    assert frame.records is (phase is OFF)


@pytest.mark.parametrize(
    ("days", "percent"),
    [
        (13, None),
        (14, 97.5),
        (20, 97.5),
        (21, 95),
        (28, 90),
        (41, 90),
        (42, 85),
        (56, 80),
        (84, 70),
        (181, 70),
    ],
)
def test_days_away(days: int, percent: float | None) -> None:
    step = rules().layoff.after(days)
    assert (step.percent if step else None) == percent


def test_a_misspelt_rule_is_found_at_the_door() -> None:
    paper = rules().model_dump()
    paper["caps"]["rize"] = 9
    with pytest.raises(ValidationError, match="rize"):
        Rules.model_validate(paper)
