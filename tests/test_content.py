"""The shipped content: complete, consistent, and as docs/rules.md has it."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tools import possible_with

import tracker
from tracker.catalog import load_catalog
from tracker.catalog.checks import misfits, program_problems
from tracker.catalog.words import names_in
from tracker.domain.adapting.ladder import steps_down, substitutes
from tracker.domain.coaching.minutes import Work, estimate_minutes
from tracker.domain.equipment import HOUSEHOLD
from tracker.domain.exercise import Exercise, Ingredient, LoadType, Pattern, Position, Role
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.program import Cell, Program, Slot, Weeks, choose_program, recovery_cell, unit_of
from tracker.domain.reason import because
from tracker.domain.rounds import gathered

CATALOG = load_catalog()
EXERCISES = CATALOG.exercises
PROGRAMS = tuple(CATALOG.programs.values())
PHASES = tuple(phase for phase in Phase if phase is not Phase.RECOVERY)
SLOTS = [
    pytest.param(program, slot, id=f"{program.id} {session.id} {slot.exercise}")
    for program in PROGRAMS
    for session in program.sessions
    for slot in session.slots
]


def at_home(exercise: Exercise) -> bool:
    return possible_with(exercise, HOUSEHOLD)


# ------------------------------------------------------------------------------------------------ the library


def test_the_library_fits_together() -> None:
    """Every rung and tool exists, no ladder goes round in a circle, no spelling names two exercises."""
    assert list(misfits(EXERCISES, {id: id for id in EXERCISES}, own=())) == []


def test_how_many_there_are() -> None:
    """95 in the column of the table, and seated_soleus with a backpack on a chair."""
    assert len(EXERCISES) == 124
    assert sum(map(at_home, EXERCISES.values())) == 96
    assert at_home(EXERCISES["seated_soleus"])


def test_everyone_has_names_people_use_and_a_cue() -> None:
    for exercise in EXERCISES.values():
        assert exercise.aliases, exercise.id
        assert exercise.cue, exercise.id


# All and household only, as counted by hand (docs/rules.md 6.3, 6.4).
INGREDIENTS_BY_POSITION = """
    SLS   5/5   3/2   2/2   2/2   22/20  5/5
    SLB   -     -     3/2   4/4   14/11  4/4
    ROT   2/2   3/2   7/6   6/2   8/4    2/2
    REC   6/6   4/3   4/3   3/2   9/4    3/3
    PSH   2/1   3/3   2/2   3/1   5/1    2/2
    PLL   3/3   5/3   2/1   5/1   7/2    2/0
"""
PATTERNS_BY_POSITION = """
    squat      1/0   -     -     -     3/2*   3/2*   -
    hinge      6/6*  1/0   -     -     10/7*  -      -
    lunge      2/2*  -     -     2/2*  12/12* -      -
    sl_balance -     -     -     2/2*  13/11* 3/3*   -
    calf       -     -     -     -     6/6*   2/2*   -
    plyo       -     -     -     -     -      16/13* -
    push_h     2/1*  2/2*  2/2*  1/0   3/1*   1/1    -
    push_v     -     1/1   -     2/1*  2/0*   1/1    -
    pull_h     2/2*  3/1*  2/1*  2/0*  5/2*   1/0    -
    pull_v     1/1   2/2*  -     3/1*  2/0*   1/0    -
    rot_core   2/2*  1/1   2/2*  3/2*  4/3*   2/2*   -
    anti_rot   -     2/1*  5/4*  5/2*  5/2*   -      3/3*
    anti_ext   4/4*  2/2*  2/2*  -     -      -      -
    reciprocal 6/6*  4/3*  4/3*  3/2*  8/4*   3/3*   -
    carry      -     -     -     -     2/2*   -      -
    hip        1/1   2/2*  1/1   -     2/1*   1/1    3/3*
    mobility   -     -     -     1/1   1/1    -      -
"""


def rows(table: str) -> list[tuple[str, Position, str]]:
    lines = [line.split() for line in table.strip().splitlines()]
    return [
        (name, position, cell)
        for name, *cells in lines
        for position, cell in zip(Position, cells, strict=False)
    ]


def counted(exercises: list[Exercise]) -> str:
    return f"{len(exercises)}/{sum(map(at_home, exercises))}" if exercises else "-"


@pytest.mark.parametrize(("ingredient", "position", "cell"), rows(INGREDIENTS_BY_POSITION))
def test_coverage_of_ingredients(ingredient: str, position: Position, cell: str) -> None:
    found = [
        e for e in EXERCISES.values() if Ingredient(ingredient) in e.ingredients and e.position is position
    ]
    assert counted(found) == cell
    assert len(found) != 1


@pytest.mark.parametrize(("pattern", "position", "cell"), rows(PATTERNS_BY_POSITION))
def test_coverage_of_patterns(pattern: str, position: Position, cell: str) -> None:
    """A star marks a cell that needs two."""
    found = [e for e in EXERCISES.values() if Pattern(pattern) in e.patterns and e.position is position]
    assert counted(found) == cell.removesuffix("*")
    assert not cell.endswith("*") or len(found) >= 2


def test_no_pattern_is_forgotten() -> None:
    assert {name for name, _, _ in rows(PATTERNS_BY_POSITION)} == set(Pattern)
    assert {name for name, _, _ in rows(INGREDIENTS_BY_POSITION)} == set(Ingredient)


@pytest.mark.parametrize(
    ("exercise", "field", "value"),
    [
        ("goblet_squat", "equipment", (("kb",), ("db",), ("backpack",))),
        ("calf_raise_heavy", "equipment", (("step", "db"), ("step", "kb"), ("step", "backpack"))),
        ("seated_soleus", "equipment", (("machine",), ("bb", "bench"), ("backpack", "chair"))),
        ("pull_up_assisted", "equipment", (("bar", "band"), ("machine",))),
        ("band_press_split", "regress", "wall_push_up"),
        ("kneel_band_pulldown", "regress", "prone_towel_pull"),
        ("plank", "hold_max_s", 60),
        ("side_plank", "hold_max_s", 45),
        ("sl_stance", "hold_max_s", 45),
        ("chin_up", "bwf", 1.0),
        ("push_up", "bwf", 0.65),
        ("inverted_row", "bwf", 0.6),
        ("rfe_split_squat", "bwf", 0.8),
        ("sl_hip_thrust", "bwf", 0.5),
        ("calf_raise_single", "bwf", 0.9),
        ("sl_rdl_row", "tier", 3),
    ],
)
def test_a_row_of_the_library(exercise: str, field: str, value: object) -> None:
    assert getattr(EXERCISES[exercise], field) == value


IN_BOTH_HANDS = """
    db_rdl split_squat reverse_lunge reverse_lunge_knee_drive rfe_split_squat lateral_lunge
    step_up_knee_drive lateral_step_down floor_press_alt tall_kneel_press_alt standing_press_alt push_press
    chest_supported_row renegade_row farmer_carry squat_jump_press
"""


def test_what_is_held_in_both_hands() -> None:
    both = {exercise.id for exercise in EXERCISES.values() if exercise.hands == 2}
    assert both == set(IN_BOTH_HANDS.split())


# ------------------------------------------------------------------------------------------------ the programs


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_a_program_fits_the_library(program: Program) -> None:
    assert list(program_problems(program, program.id, EXERCISES)) == []


@pytest.mark.parametrize(("program", "slot"), SLOTS)
def test_every_program_serves_every_phase(program: Program, slot: Slot) -> None:
    """Accessories and jumps end with taper; all other slots go through to race week."""
    ends_early = slot.role in (Role.ACCESSORY, Role.PLYO)
    assert set(slot.cells) == set(PHASES) - ({Phase.RACE_WEEK} if ends_early else set())


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
@pytest.mark.parametrize("stage", range(4))
def test_every_program_serves_recovery(program: Program, stage: int) -> None:
    for session in program.sessions:
        kept = {
            slot.role
            for slot in session.slots
            if CATALOG.recovery[stage].cell(slot.role, EXERCISES[slot.exercise]) is not None
        }
        assert Role.CORE in kept
        assert (Role.PRIMARY in kept) == (stage >= 1 and not session.third_only)
        assert (Role.SECONDARY in kept) == (stage >= 1)
        assert (Role.ACCESSORY in kept) == (stage >= 2)
        assert (Role.PLYO in kept) == (stage >= 3)


def test_recovery_cells() -> None:
    first, last = CATALOG.recovery[1], CATALOG.recovery[3]
    assert first.cell(Role.PRIMARY, EXERCISES["back_squat"]) == Cell.of("2x6")
    assert first.cell(Role.SECONDARY, EXERCISES["sl_rdl"]) == Cell.of("1x6")
    assert first.cell(Role.CORE, EXERCISES["plank"]) == Cell.of("1x20s")
    assert last.cell(Role.ACCESSORY, EXERCISES["bench_press"]) == Cell.of("1x8")
    assert last.cell(Role.PLYO, EXERCISES["pogo"]) == Cell.of("1x20c")
    assert last.cell(Role.PLYO, EXERCISES["box_jump"]) is None
    assert recovery_cell(CATALOG.recovery, 0, Role.PRIMARY, EXERCISES["back_squat"]) is None
    assert recovery_cell(CATALOG.recovery, 2, Role.ACCESSORY, EXERCISES["bench_press"]) == Cell.of("1x8")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.id)
def test_taper_keeps_three_exercises(program: Program) -> None:
    """Slots 1 and 2 and the core slot; the rest is for those who feel better doing a little more."""
    for session in program.sessions:
        kept = [slot for slot in session.slots if Phase.TAPER not in slot.optional_in]
        assert len(kept) == 3
        assert kept[:2] == list(session.slots[:2])
        assert kept[2] == next(slot for slot in session.slots if slot.role is Role.CORE)


# The printed rows, one session a line: off-season, base, maintenance, periodized, peak, taper, race week.
MINUTES = """
    beginner      A   33  33  26  26  23  21  13
    beginner      B   32  33  25  25  23  21  15
    intermediate  S1  41  36  29  33  24  21  13
    intermediate  S2  42  37  30  34  25  21  13
    intermediate  S3  36  35  28  30  23  17  12
    race          A    -  38   -  35  26  21  13
    race          B    -  36   -  33  24  21  13
"""


def minutes_rows() -> list[tuple[str, str, Phase, int]]:
    lines = [line.split() for line in MINUTES.strip().splitlines()]
    return [
        (program, session, phase, int(printed))
        for program, session, *cells in lines
        for phase, printed in zip(PHASES, cells, strict=True)
        if printed != "-"
    ]


@pytest.mark.parametrize(("program", "session", "phase", "printed"), minutes_rows())
def test_how_long_a_session_takes(program: str, session: str, phase: Phase, printed: int) -> None:
    slots = CATALOG.programs[program].session(session).slots_in(phase)
    works = [
        Work(
            slot.role,
            slot.cells[phase],
            EXERCISES[slot.exercise].per_side,
            _rest(phase, slot.role),
            slot.group,
        )
        for slot in gathered(slots, lambda slot: slot.group)
    ]
    assert estimate_minutes(works) == pytest.approx(printed, abs=3)


def _rest(phase: Phase, role: Role) -> int:
    target = CATALOG.rules.target(phase, role, Level.INTERMEDIATE)
    assert target is not None
    return target.rest_s[0]


@pytest.mark.parametrize(
    ("program", "session", "slot", "phase", "cell"),
    [
        ("beginner", "A", 1, Phase.BASE, "3x8"),
        ("beginner", "A", 6, Phase.PEAK, "1x12c"),
        ("beginner", "A", 7, Phase.RACE_WEEK, "1x30s"),
        ("beginner", "B", 2, Phase.BUILD_MAINTENANCE, "2x6"),
        ("beginner", "B", 2, Phase.BUILD_PERIODIZED, "2x6"),
        ("intermediate", "S1", 1, Phase.OFF_SEASON, "4x5"),
        ("intermediate", "S2", 6, Phase.BUILD_PERIODIZED, "3x20c"),
        ("intermediate", "S3", 5, Phase.PEAK, "2x6"),
        ("race", "A", 1, Phase.OFF_SEASON, "4x5"),
        ("race", "B", 4, Phase.BUILD_MAINTENANCE, "2x8"),
        ("race", "B", 6, Phase.TAPER, "1x5"),
    ],
)
def test_a_cell_of_a_program(program: str, session: str, slot: int, phase: Phase, cell: str) -> None:
    assert CATALOG.programs[program].session(session).slots[slot - 1].cells[phase] == Cell.of(cell)


def test_the_race_sessions_touch_everything_a_runner_needs() -> None:
    race = CATALOG.programs["race"]
    exercises = [EXERCISES[slot.exercise] for id in ("A", "B") for slot in race.session(id).slots]
    assert {each for exercise in exercises for each in exercise.ingredients} == set(Ingredient)
    assert {exercise.position for exercise in exercises} == set(Position) - {Position.SIDE}


def test_two_sessions_a_week_meet_every_position_in_a_fortnight() -> None:
    intermediate = CATALOG.programs["intermediate"]
    slots = [slot for id in ("S1", "S2") for slot in intermediate.session(id).slots]
    met = {EXERCISES[slot.exercise_in(week, 2)].position for week in (7, 8) for slot in slots}
    assert {Position.PRONE, Position.QUADRUPED} <= met
    first, second = (intermediate.session(id).slots[4] for id in ("S1", "S2"))
    assert [first.exercise_in(week, 2) for week in (7, 8)] == ["plank_shoulder_tap", "pallof_half_kneel"]
    assert [second.exercise_in(week, 2) for week in (7, 8)] == ["half_kneel_chop", "bird_dog_row"]
    assert first.exercise_in(7, 3) == "pallof_half_kneel"
    assert first.swap is not None
    assert first.swap.weeks is Weeks.ODD


REACHABLE = sorted({each for program in PROGRAMS for each in program.reachable})


@pytest.mark.parametrize("exercise", REACHABLE)
def test_there_is_always_a_step_down_to_something_at_home(exercise: str) -> None:
    ladder = (EXERCISES[exercise], *steps_down(EXERCISES[exercise], EXERCISES))
    assert any(map(at_home, ladder))


@pytest.mark.parametrize(("program", "slot"), SLOTS)
def test_every_slot_can_be_filled_at_home(program: Program, slot: Slot) -> None:
    named = [EXERCISES[each] for each in slot.reachable]
    assert any(map(at_home, named)) or substitutes(EXERCISES[slot.exercise], EXERCISES, at_home)


def test_the_beginner_program_without_any_weight() -> None:
    """Nothing but a chair, a step, a wall and a towel: steps and bridges become the main lifts."""
    tools = HOUSEHOLD - {"backpack"}
    firsts = [session.slots[0] for session in CATALOG.programs["beginner"].sessions]
    chosen = [
        next(each for each in slot.reachable if possible_with(EXERCISES[each], tools)) for slot in firsts
    ]
    assert chosen == ["step_up_knee_drive", "sl_glute_bridge"]


@pytest.mark.parametrize(
    ("level", "has_bar", "marathon_next", "override", "program"),
    [
        (Level.BEGINNER, True, True, None, "beginner"),
        (Level.ADVANCED, False, True, None, "beginner"),
        (Level.INTERMEDIATE, True, True, None, "race"),
        (Level.INTERMEDIATE, True, False, None, "intermediate"),
        (Level.BEGINNER, False, False, "race", "race"),
    ],
)
def test_which_program(
    level: Level, has_bar: bool, marathon_next: bool, override: str | None, program: str
) -> None:
    chosen = choose_program(level, has_bar=has_bar, marathon_next=marathon_next, override=override)
    assert chosen == program
    assert chosen in CATALOG.programs


def test_a_cell_follows_the_exercise_into_its_unit() -> None:
    hold, reps = EXERCISES["sl_stance"], EXERCISES["sl_reach"]
    assert Cell.of("2x5").fitted_to(hold) == Cell.of("2x30s")
    assert Cell.of("1x30s").fitted_to(reps) == Cell.of("1x5")
    assert Cell.of("3x10").fitted_to(EXERCISES["bench_press"]) == Cell.of("3x10")
    for exercise in EXERCISES.values():
        assert getattr(Cell.of("2x20s").fitted_to(exercise), unit_of(exercise.load)) is not None


def test_the_warm_up() -> None:
    assert [(drill.exercise, drill.reps) for drill in CATALOG.warm_up] == [
        ("ankle_rock", 8),
        ("march_arms", 10),
        ("worlds_greatest", 3),
    ]
    assert all(drill.exercise in EXERCISES for drill in CATALOG.warm_up)


def test_timed_exercises_know_their_longest_hold() -> None:
    timed = Counter(exercise.hold_max_s for exercise in EXERCISES.values() if exercise.load is LoadType.TIME)
    assert None not in timed


# ------------------------------------------------------------------------------------------------ the words

WORDS = CATALOG.words
EXPLAINED = """
    ON_TARGET EASIER MUCH_EASIER SLIGHTLY_HARD HARDER MUCH_HARDER CATCH_UP HOLD STEP_CAP E1RM_CEILING PEAK_CAP
    WAVE_STEP PHASE_CHANGE REP_BEFORE_LOAD LOAD_STEP_AFTER_REPS STEP_UP_EASY REPS_MATCH_EFFORT REPS_DOWN_COARSE
    INCREMENT_TOO_COARSE DELOAD TAPER_FIXED RACE_WEEK_PRIMER POST_RACE_RETURN POST_RACE_REST LAYOFF GAP_HOLD
    RECALIBRATE CALIBRATE READINESS_AMBER READINESS_RED READINESS_SWAP PAIN_HOLD PAIN_REGRESS PAIN_STOP NO_RPE
    STALL_RESET LOAD_BELOW_MIN LOAD_UP_RESET_REPS REP_UP REPEAT_EASE LOAD_DOWN_2ND_MISS CONFIRM_ONCE_MORE
    SLOW_TEMPO NEXT_VARIATION EASE TIME_UP PLYO_UP PLYO_CAP PLYO_QUALITY_DOWN PLYO_HALVE PLYO_STOP_PAIN PR_ATTEMPT
    NOVICE_GUARD NO_NEW_STIMULUS SHORT_ON_TIME TRAVEL SAFETY_NOTICE
"""
NOT_TO_SAY = re.compile(
    r"fail|easier version|prevents? injur|safe for everyone|optimal|scientifically|calorie|body fat|\bdiet",
    re.I,
)
FIGURES = st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)


def test_every_code_of_the_design_has_words() -> None:
    assert [code for code in EXPLAINED.split() if code not in WORDS] == []


def test_every_code_the_rules_give_has_words() -> None:
    said = {f"NEXT_{phase.name}" for phase in Phase}
    for file in Path(tracker.__path__[0], "domain").rglob("*.py"):
        said |= codes_in(ast.parse(file.read_text(encoding="utf-8")))
    assert len(said) > 50
    assert sorted(said - set(WORDS.codes)) == []


def codes_in(tree: ast.AST) -> set[str]:
    """What is passed to `because`, and every other constant that is written like a code."""
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    first = [call.args[0] for call in calls if getattr(call.func, "id", "") == "because" and call.args]
    asked = {arg.value for arg in first if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return asked | {each for each in constants if isinstance(each, str) and _CODE.fullmatch(each)}


_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")


@pytest.mark.parametrize("code", WORDS.codes)
def test_a_wording(code: str) -> None:
    wording = WORDS[code]
    assert len(wording.line) <= 60
    assert names_in(wording.line) | names_in(wording.text) <= set(wording.inputs)
    for said in (wording.line, wording.text, wording.sign):
        assert not NOT_TO_SAY.search(said)
    for said in (WORDS.line(code), WORDS.text(code)):
        assert "–" not in said, "an input stands outside square brackets"
        assert not re.search(r"[\[\]{}|]|  | [.,;]", said)


@given(st.data())
def test_whatever_a_reason_carries_it_can_be_said(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from((*WORDS.codes, "NOT_WRITTEN_YET")))
    names = WORDS[code].inputs if code in WORDS else ()
    inputs = {name: data.draw(FIGURES) for name in names if data.draw(st.booleans())}
    for said in (WORDS.line(because(code, **inputs)), WORDS.text(because(code, **inputs))):
        assert said


@pytest.mark.parametrize(
    ("code", "inputs", "said"),
    [
        ("LAYOFF", {"days": 16, "percent": 97.5}, "16 days away: starting at 97.5 %, with one set less"),
        ("LAYOFF", {}, "Some time away: starting a little lower, with one set less"),
        (
            "ON_TARGET",
            {"last_rpe": 8.0, "target_rpe": 8},
            "Last time matched the planned effort (RPE 8 for a target of 8).",
        ),
        (
            "HOLD",
            {"phase": "build_maintenance"},
            "Holding here: this phase keeps strength rather than building it.",
        ),
        ("HOLD", {"phase": "off_season"}, "Holding here until it feels on target."),
        (
            "MORE_PULL",
            {"push": 9, "pull": 4},
            "More push than pull in two weeks (9 sets to 4): add one set of pull.",
        ),
        (
            "NEXT_VARIATION",
            {"exercise": "push_up"},
            "Twice at the top of the range: the next variation is Push-up.",
        ),
        (
            "PAIN_HOLD",
            {"site": "lowback", "pain": 3},
            "You reported pain 3 of 10 (low back), so the load stays",
        ),
        ("NOT_WRITTEN_YET", {}, "Not written yet."),
    ],
)
def test_how_it_reads(code: str, inputs: dict[str, str | int | float], said: str) -> None:
    assert WORDS.text(because(code, **inputs)).startswith(said)


def test_hostile_words_stay_words() -> None:
    said = WORDS.text(because("SHORT_NOTICE_KEEP", race="{weeks} [/left] {0.__class__}", weeks=2))
    assert said.startswith("2 weeks to {weeks} [/left] {0.__class__}:")


def test_red_flags_name_the_sign_and_what_to_do() -> None:
    flags = WORDS.starting("RED_FLAG_")
    assert len(flags) == 8
    assert all(WORDS[code].sign for code in flags)


def test_the_safety_notice_is_word_for_word() -> None:
    assert WORDS.text("SAFETY_NOTICE") == (
        "General training information, not medical advice. Stop and get help if something feels wrong. "
        "It is always OK to modify."
    )
    assert len(WORDS.starting("SCREENING_")) == 8
