"""One door for every exercise: what comes out for each kind of load."""

from datetime import timedelta
from typing import Any

import pytest
from support.lifting import BARBELL, DAY, DUMBBELLS, KETTLEBELLS, grid, rules, situation

from tracker.domain.exercise import Exercise, LoadType, Pattern, Position, Role, Start
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.program import Cell
from tracker.domain.progression.advice import Action, Advice
from tracker.domain.progression.prescribing import advise_any
from tracker.domain.strength.exposure import Basis, Exposure, WorkingSet
from tracker.domain.units import Grid, Load

OFF, BASE, KEEP, PEAK = Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_MAINTENANCE, Phase.PEAK
BANDS = ("light", "medium", "heavy")


def exercise(load: LoadType, role: Role = Role.ACCESSORY, **more: Any) -> Exercise:
    fields: dict[str, Any] = {
        "id": "it",
        "name": "It",
        "role": role,
        "patterns": (Pattern.SQUAT,),
        "position": Position.STANDING,
        "equipment": (("none",),),
        "load": load,
        "start": Start(reps=8),
        "regress": "less",
        "progress": "more",
    }
    return Exercise(**(fields | more))


def did(
    amounts: str,
    rpe: float | None,
    asked: int,
    *,
    kg: float = 0.0,
    phase: Phase = BASE,
    days_ago: int = 3,
    target: float = 7.5,
    **more: Any,
) -> Exposure:
    band = more.pop("band", None)
    sets = tuple(WorkingSet(kg, int(amount), rpe, band=band) for amount in amounts.split("/"))
    return Exposure(DAY - timedelta(days=days_ago), phase, asked, target, sets, **more)


def advised(
    what: Exercise,
    phase: Phase,
    history: tuple[Exposure, ...] = (),
    *,
    cell: str | None = None,
    load_type: LoadType | None = None,
    rack: Grid | None = None,
    levels: tuple[str, ...] = (),
    contacts_left: int | None = None,
    **morning: Any,
) -> Advice:
    today = situation(phase, **morning)
    asked = rules().target(phase, what.role, today.level, wip=today.wip, cell=Cell.of(cell) if cell else None)
    assert asked is not None
    return advise_any(
        rules(),
        what,
        what.role,
        load_type or what.load,
        history,
        today,
        asked,
        grid=rack or Grid(),
        levels=levels,
        contacts_left=contacts_left,
    )


SQUAT = exercise(LoadType.EXT, Role.PRIMARY, start=Start(bw_percent=30))
CURL = exercise(LoadType.EXT, start=Start(bw_percent=15))
PUSH_UP = exercise(LoadType.BW)
PLANK = exercise(LoadType.TIME, Role.CORE, start=Start(seconds=30), hold_max_s=60)
POGO = exercise(LoadType.CONTACTS, Role.PLYO, start=Start(contacts=20))
PULL_UP = exercise(LoadType.ASSIST, start=Start(reps=5))
PALLOF = exercise(LoadType.BAND, Role.CORE)
STANCE = exercise(LoadType.TIME, Role.BALANCE, start=Start(seconds=20))
DIP = exercise(LoadType.BW_PLUS, progress=None)


class TestMainLifts:
    def test_the_first_time_is_a_ramp(self) -> None:
        """70 kg of runner, 30 %: 21, the bar."""
        advice = advised(SQUAT, BASE, rack=BARBELL, days_away=0)
        assert (advice.action, advice.load, advice.reps, advice.sets) == (Action.CALIBRATE, Load.of(20), 5, 1)
        assert advice.reasons[0].inputs == {"load": "20 kg"}

    def test_beginners_ramp_in_eights(self) -> None:
        assert advised(SQUAT, BASE, rack=BARBELL, level=Level.BEGINNER).reps == 8

    @pytest.mark.parametrize(
        "morning", [{"phase": Phase.TAPER}, {"deload": True}, {"readiness": 3}, {"pain": 3}], ids=str
    )
    def test_no_test_near_a_race_or_on_a_bad_morning(self, morning: dict[str, Any]) -> None:
        advice = advised(
            SQUAT,
            morning.get("phase", BASE),
            rack=BARBELL,
            **{k: v for k, v in morning.items() if k != "phase"},
        )
        assert (advice.action, advice.codes, advice.load) == (Action.LIFT, ("CALIBRATE_EASY",), Load.of(20))
        assert advice.rpe is not None
        assert advice.rpe <= 6

    def test_too_heavy_even_at_its_lightest_goes_down_the_ladder(self) -> None:
        heavy = advised(SQUAT, BASE, rack=grid([60, 80]))
        assert (heavy.action, heavy.codes) == (Action.REGRESS, ("CALIBRATE", "LOAD_BELOW_MIN"))

    def test_after_half_a_year_it_starts_from_sixty_percent(self) -> None:
        history = tuple(did("5/5/5", 7.5, 5, kg=100, days_ago=200 + 3 * n) for n in range(4))
        advice = advised(SQUAT, BASE, history, rack=BARBELL, days_away=200)
        assert (advice.action, advice.codes) == (Action.CALIBRATE, ("RECALIBRATE",))
        assert advice.load is not None
        assert 55 <= advice.load.kilograms <= 60

    def test_a_ramp_that_was_easy_to_its_last_set_goes_on_the_next_time(self) -> None:
        easy = tuple(WorkingSet(float(kg), 5, 5.0) for kg in (35, 42.5, 52.5, 65, 80))
        found = (*easy[:4], WorkingSet(80.0, 5, 7.0))
        ramp = Exposure(DAY - timedelta(days=7), BASE, 5, 7.0, easy, basis=Basis.RAMP)
        onward = advised(SQUAT, BASE, (ramp,), rack=BARBELL)
        assert (onward.action, onward.load, onward.codes) == (
            Action.CALIBRATE,
            Load.of(80),
            ("CALIBRATE_ON",),
        )
        assert advised(SQUAT, BASE, (ramp._replace(sets=found),), rack=BARBELL).action is Action.LIFT
        assert advised(SQUAT, BASE, (ramp,), rack=BARBELL, readiness=3).action is Action.LIFT
        assert advised(SQUAT, BASE, (ramp,), rack=BARBELL, days_away=20).action is Action.LIFT

    def test_a_lighter_week_does_not_end_the_search(self) -> None:
        easy = tuple(WorkingSet(float(kg), 5, 5.0) for kg in (35, 42.5, 52.5, 65, 80))
        ramp = Exposure(DAY - timedelta(days=14), BASE, 5, 7.0, easy, basis=Basis.RAMP)
        light = did("5/5", 5, 5, kg=55, days_ago=7)._replace(normal=False)
        advice = advised(SQUAT, BASE, (ramp, light), rack=BARBELL)
        assert (advice.action, advice.load) == (Action.CALIBRATE, Load.of(80))

    def test_whoever_works_up_alone_goes_on_from_where_that_ended(self) -> None:
        alone = did("5/5/5/5/5", 5, 5, kg=40)
        worked_up = alone._replace(
            sets=tuple(
                WorkingSet(kg, 5, rpe) for kg, rpe in ((40, 5), (60, 5), (80, 5), (100, 5), (110, 6.5))
            )
        )
        advice = advised(SQUAT, BASE, (worked_up,), rack=BARBELL)
        assert advice.load is not None
        assert advice.load.kilograms >= 110

    def test_without_a_rack_the_body_counts_six_to_twelve(self) -> None:
        lunge = exercise(LoadType.BW, Role.PRIMARY)
        first = advised(lunge, BASE)
        later = advised(lunge, BASE, (did("7/7/7", 7, 7),))
        assert (first.reps, first.load) == (8, None)
        assert (later.reps, later.codes) == (8, ("REP_UP",))


class TestAccessories:
    def test_the_first_time_is_light_and_not_a_test(self) -> None:
        advice = advised(CURL, OFF, cell="3x10", rack=DUMBBELLS)
        assert (advice.action, advice.load, advice.reps, advice.rpe) == (Action.LIFT, Load.of(10), 10, 7)
        assert advice.codes == ("CALIBRATE",)

    def test_reps_then_load(self) -> None:
        more = advised(CURL, BASE, (did("10/10", 7.5, 10, kg=20),), rack=DUMBBELLS)
        up = advised(CURL, BASE, (did("12/12", 7.5, 12, kg=20),), rack=DUMBBELLS)
        assert (more.load, more.reps, more.codes) == (Load.of(20), 11, ("REP_UP",))
        assert (up.load, up.reps, up.codes) == (Load.of(22), 8, ("LOAD_UP_RESET_REPS",))

    @pytest.mark.parametrize(
        ("morning", "kg", "sets", "codes"),
        [
            ({"readiness": 3}, 20, 1, ("READINESS_AMBER",)),
            ({"readiness": 5}, 18, 1, ("READINESS_RED",)),
            ({"pain": 3}, 20, 2, ("PAIN_HOLD",)),
            ({"pain": 5}, 16, 2, ("PAIN_REGRESS",)),
            ({"deload": True}, 18, 1, ("DELOAD",)),
            ({"days_away": 30}, 18, 1, ("LAYOFF",)),
            ({"hold": True}, 20, 2, ("REVIEW_HOLD",)),
        ],
    )
    def test_a_worse_morning(
        self, morning: dict[str, Any], kg: float, sets: int, codes: tuple[str, ...]
    ) -> None:
        advice = advised(CURL, BASE, (did("12/12", 7, 12, kg=20),), rack=DUMBBELLS, **morning)
        assert (advice.load, advice.sets, advice.codes) == (Load.of(kg), sets, codes)

    @pytest.mark.parametrize("gone", [{"pain": 6}, {"readiness": 7}])
    def test_pain_or_a_very_bad_morning_take_something_else(self, gone: dict[str, int]) -> None:
        assert (
            advised(CURL, BASE, (did("12/12", 7, 12, kg=20),), rack=DUMBBELLS, **gone).action is Action.SWAP
        )

    def test_core_work_stays_on_a_very_bad_morning(self) -> None:
        assert advised(PLANK, BASE, (did("30/30", 7, 30),), readiness=7).action is Action.LIFT

    def test_taper_and_recovery_take_a_share_of_the_load(self) -> None:
        history = (did("10/10", 7.5, 10, kg=20, phase=PEAK),)
        taper = advised(CURL, Phase.TAPER, history, rack=DUMBBELLS)
        back = advised(CURL, Phase.RECOVERY, history, rack=DUMBBELLS, recovery_stage=2)
        early = advised(CURL, Phase.RECOVERY, history, rack=DUMBBELLS, recovery_stage=0)
        assert (taper.load, taper.reps, taper.codes) == (Load.of(14), 6, ("TAPER_FIXED",))
        assert (back.load, back.codes) == (Load.of(14), ("POST_RACE_RETURN",))
        assert (early.action, early.codes) == (Action.REST, ("POST_RACE_REST",))

    def test_a_new_phase_brings_the_reps_into_its_range(self) -> None:
        advice = advised(CURL, PEAK, (did("12/12", 7, 12, kg=20),), rack=DUMBBELLS)
        assert (advice.load, advice.reps) == (Load.of(20), 8)

    def test_a_main_lift_as_an_accessory_is_converted(self) -> None:
        """40x4@7.5 was a main lift; ten at 7.5 are worth 32.4."""
        advice = advised(CURL, BASE, (did("4/4", 7.5, 4, kg=40, phase=KEEP),), rack=DUMBBELLS)
        assert (advice.load, advice.reps) == (Load.of(32), 10)

    def test_imported_sets_are_converted_too(self) -> None:
        history = tuple(did("5", 8, 5, kg=40, days_ago=3 * n, basis=Basis.IMPORTED) for n in range(1, 4))
        advice = advised(CURL, BASE, history, rack=DUMBBELLS)
        assert advice.codes == ("FROM_ESTIMATE",)
        assert advice.load is not None
        assert 28 <= advice.load.kilograms <= 34

    def test_bands_go_by_level(self) -> None:
        top = did("12/12", 7, 12, band="light")
        up = advised(PALLOF, BASE, (top,), levels=BANDS)
        sore = advised(
            PALLOF, BASE, (top._replace(sets=(WorkingSet(0, 10, 7.5, band="medium"),)),), levels=BANDS, pain=4
        )
        assert (up.band, up.reps, up.codes) == ("medium", 8, ("LOAD_UP_RESET_REPS",))
        assert (sore.band, sore.codes) == ("light", ("PAIN_REGRESS",))
        assert advised(PALLOF, BASE, levels=BANDS).band == "light"

    def test_added_weight_comes_after_slow_reps(self) -> None:
        belt = grid([0, 2.5, 5])
        first = advised(DIP, BASE, rack=belt, offset_kg=45.0)
        slow = did("12/12", 7, 12, kg=45, slow=True)
        loaded = advised(
            DIP, BASE, (slow._replace(date=DAY - timedelta(days=6)), slow), rack=belt, offset_kg=45.0
        )
        assert (first.load, first.reps) == (Load.of(0), 8)
        assert (loaded.load, loaded.codes) == (Load.of(2.5), ("LOAD_UP_RESET_REPS",))


class TestBody:
    def test_the_first_target_is_the_librarys(self) -> None:
        assert advised(PUSH_UP, BASE, cell="2x10").reps == 8

    @pytest.mark.parametrize(
        ("sets", "rpe", "reps", "code"),
        [
            pytest.param("10/9", None, 9, "NO_RPE", id="not rated: what every set had"),
            pytest.param("10/9", 7.0, 10, "REP_UP", id="rated: one more than that"),
            pytest.param("20/15", None, 12, "NO_RPE", id="up to the top of the range"),
        ],
    )
    def test_whoever_does_more_than_asked_goes_on_from_there(
        self, sets: str, rpe: float | None, reps: int, code: str
    ) -> None:
        advice = advised(PUSH_UP, BASE, (did(sets, rpe, 6),))
        assert (advice.reps, advice.codes) == (reps, (code,))

    def test_the_next_variation_brings_its_reps(self) -> None:
        twice = tuple(did("12/12", 7, 12, days_ago=3 * n, slow=True) for n in (1, 2))
        advice = advised(PUSH_UP, BASE, twice)
        assert (advice.action, advice.reps, advice.codes) == (Action.ADVANCE, 8, ("NEXT_VARIATION",))
        assert advice.reasons[0].inputs == {"exercise": "more"}

    def test_slow_reps_are_asked_for_in_the_tempo(self) -> None:
        twice = tuple(did("12/12", 7, 12, days_ago=3 * n) for n in (1, 2))
        assert advised(PUSH_UP, BASE, twice).tempo == "3-1-1"

    def test_a_niggle_takes_one_step_down(self) -> None:
        advice = advised(PUSH_UP, BASE, (did("8/8", 7, 8),), pain=4)
        assert (advice.action, advice.codes) == (Action.REGRESS, ("PAIN_REGRESS",))

    def test_a_lighter_week_takes_a_rep_or_two(self) -> None:
        advice = advised(PUSH_UP, BASE, (did("10/10", 7.5, 10),), deload=True)
        assert (advice.sets, advice.reps, advice.rpe) == (1, 9, 6)

    def test_assistance_shrinks_step_by_step(self) -> None:
        """70 kg of runner; 20 kg of help so far."""
        rack = grid([-40, -30, -20, -10, 0])
        twice = tuple(did("12/12", 7, 12, kg=50, days_ago=3 * n) for n in (1, 2))
        less = advised(PULL_UP, BASE, twice, rack=rack, offset_kg=70.0)
        first = advised(PULL_UP, BASE, rack=rack, offset_kg=70.0)
        assert (less.load, less.reps, less.codes) == (Load.of(-10), 8, ("LESS_ASSISTANCE",))
        assert first.load == Load.of(-40)


class TestHolds:
    def test_five_seconds_more(self) -> None:
        advice = advised(PLANK, BASE, (did("30/30", 7, 30),))
        assert (advice.seconds, advice.reps, advice.codes) == (35, None, ("TIME_UP",))

    def test_a_longer_hold_than_asked_is_where_it_goes_on(self) -> None:
        assert advised(PLANK, BASE, (did("45/40", 7, 30),)).seconds == 45

    def test_the_first_time(self) -> None:
        assert advised(PLANK, BASE).seconds == 30

    @pytest.mark.parametrize(
        ("phase", "morning", "seconds"),
        [
            (PEAK, {}, 30),
            (Phase.TAPER, {}, 20),
            (BASE, {"deload": True}, 40),
            (BASE, {"days_away": 60}, 35),
        ],
    )
    def test_less_where_the_plan_is_lighter(
        self, phase: Phase, morning: dict[str, Any], seconds: int
    ) -> None:
        assert advised(PLANK, phase, (did("45/45", 7, 45),), **morning).seconds == seconds

    def test_balance_never_becomes_an_effort(self) -> None:
        advice = advised(STANCE, OFF, (did("45/45", 4, 30),), cell="1x30s")
        assert (advice.sets, advice.seconds, advice.rpe, advice.codes) == (1, 30, 5, ("BALANCE_WORK",))


class TestJumps:
    def test_contacts_are_spread_over_sets(self) -> None:
        """15, 15, 15: five more, in three sets."""
        advice = advised(POGO, BASE, (did("15/15/15", 6, 15),), cell="3x20c")
        assert (advice.sets, advice.contacts, advice.codes) == (3, 16, ("PLYO_UP",))

    def test_the_first_time(self) -> None:
        usual = advised(POGO, BASE, cell="3x20c")
        novice = advised(POGO, BASE, cell="2x12c", level=Level.BEGINNER)
        assert (usual.sets, usual.contacts) == (3, 20)
        assert (novice.sets, novice.contacts) == (2, 10)

    def test_the_week_may_be_nearly_full(self) -> None:
        history = (did("20/20/20", 6, 20),)
        fewer = advised(POGO, BASE, history, cell="3x20c", contacts_left=30)
        none = advised(POGO, BASE, history, cell="3x20c", contacts_left=0)
        assert (fewer.contacts, fewer.codes[-1]) == (10, "PLYO_WEEK_CAP")
        assert none.action is Action.REST

    @pytest.mark.parametrize(
        ("morning", "action", "total"),
        [
            ({"readiness": 5}, Action.REST, 0),
            ({"pain": 4}, Action.REST, 0),
            ({"pain": 3}, Action.LIFT, 30),
            ({"readiness": 3}, Action.LIFT, 40),
            ({"deload": True}, Action.LIFT, 32),
        ],
    )
    def test_a_worse_morning(self, morning: dict[str, Any], action: Action, total: int) -> None:
        advice = advised(POGO, BASE, (did("20/20/20", 6, 20),), cell="3x20c", **morning)
        assert advice.action is action
        assert advice.sets * (advice.contacts or 0) == total


@pytest.mark.parametrize(
    "what", [SQUAT, CURL, PUSH_UP, PLANK, POGO, PULL_UP, PALLOF, STANCE, DIP], ids=lambda e: e.load
)
@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_an_answer_for_every_kind_of_load(what: Exercise, phase: Phase) -> None:
    """With and without a log, on every stage and every kind of morning."""
    history = (did("8/8", 7.5, 8, kg=30, days_ago=6), did("8/8", 7.5, 8, kg=30))
    racks = {LoadType.EXT: KETTLEBELLS, LoadType.BW_PLUS: grid([0, 5]), LoadType.ASSIST: grid([-40, -20, 0])}
    rack, levels = racks.get(what.load, Grid()), BANDS if what.load is LoadType.BAND else ()
    if rules().target(phase, what.role, Level.INTERMEDIATE) is None:
        return
    for known in ((), history):
        for stage in (0, 1, 2, 3):
            for morning in (
                {},
                {"pain": 3},
                {"pain": 5},
                {"readiness": 6},
                {"days_away": 45},
                {"deload": True},
            ):
                advice = advised(
                    what, phase, known, rack=rack, levels=levels, recovery_stage=stage, **morning
                )
                amounts = [
                    each for each in (advice.reps, advice.seconds, advice.contacts) if each is not None
                ]
                works = advice.action not in (Action.REST, Action.SWAP, Action.REGRESS)
                assert advice.reasons
                assert not works or (len(amounts) == 1 and amounts[0] >= 1 and advice.sets >= 1)
