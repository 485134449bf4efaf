"""Sixteen weeks to a marathon, replayed with `--date` by a script that only uses verbs and reads `--json`.

The runner follows the plan, rates the sets as planned, and is human: some sets have no rating, reps are missed, a
knee hurts for a day, two weeks go to a holiday, and the race is moved by a week.
"""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from support.season_script import Json, Lived, Script, codes, runs_of, typed, working_sets

START = dt.date(2026, 11, 23)
RACE = dt.date(2027, 3, 14)
MOVED_RACE = RACE + dt.timedelta(weeks=1)
RACE_MOVED_ON = START + dt.timedelta(weeks=4)
HOLIDAY = (START + dt.timedelta(weeks=5), START + dt.timedelta(weeks=7))
NO_RATINGS_IN_WEEK, MISSED_REPS_IN_WEEK, KNEE_IN_WEEK = 1, 9, 11
KNOWN = {"back_squat": 60.0, "trap_bar_deadlift": 80.0}
DAY = dt.timedelta(days=1)


def week_of(day: dt.date) -> int:
    """Weeks since the plan began, from 0."""
    return (day - START).days // 7


class Runner:
    """Lives the season through the verbs."""

    def __init__(self, home: Path) -> None:
        self.script = Script(home)
        self.lived = Lived()
        self.first_plan: Json = {}
        self.second_plan: Json = {}
        self.refused_status = 0
        self.knee_answered = False

    def live(self) -> None:
        words = ("init", "--race", "Berlin", RACE.isoformat(), "marathon", "--level", "intermediate")
        habits = ("--run-week", "RQEQREL", "--body-weight", "70", "--lifted-before", "regularly", "--yes")
        self.script(*words, *habits, day=START)
        assert self.script.status == 0, self.script.talk
        self.first_plan = self.script.read("plan", "--weeks", "20", day=START)
        day = START
        while day < MOVED_RACE + 28 * DAY:
            self._one_day(day)
            day += DAY

    def _one_day(self, day: dt.date) -> None:
        if day == RACE_MOVED_ON:
            self._move_the_race(day)
        if HOLIDAY[0] <= day < HOLIDAY[1]:
            return
        today = self.script.read("today", day=day)
        if today["session"] is None:
            return
        if week_of(day) == KNEE_IN_WEEK and not any(
            week_of(each) == KNEE_IN_WEEK for each in self.lived.planned
        ):
            self.script("pain", "knee", "4", "--yes", day=day)
            assert self.script.status == 0, self.script.talk
            today = self.script.read("today", day=day)
        if week_of(day) > KNEE_IN_WEEK and not self.knee_answered:
            self.script("pain", "knee", "0", day=day)  # "Does the knee still hurt?"
            assert self.script.status == 0, self.script.talk
            self.knee_answered = True
            today = self.script.read("today", day=day)
        self.lived.planned[day] = today
        for exercise in today["session"]["exercises"]:
            self._do(day, exercise)
        self.lived.finished[day] = self.script.read("finish", "--rpe", "7", day=day)

    def _move_the_race(self, day: dt.date) -> None:
        self.script("race", "move", "Berlin", MOVED_RACE.isoformat(), day=day)
        self.refused_status = self.script.status
        self.script("race", "move", "Berlin", MOVED_RACE.isoformat(), "--yes", day=day)
        assert self.script.status == 0, self.script.talk
        self.second_plan = self.script.read("plan", "--weeks", "20", day=day)

    def _do(self, day: dt.date, exercise: Json) -> None:
        sets = working_sets(exercise)
        if sets[0]["kind"] == "ramp":
            self._find_a_weight(day, exercise, sets[0])
            return
        rated = week_of(day) != NO_RATINGS_IN_WEEK
        missing = week_of(day) == MISSED_REPS_IN_WEEK and exercise["role"] == "primary"
        for each, count in runs_of(sets):
            rpe = min(10, each["rpe_target"]) if rated and each["rpe_target"] >= 5 else None
            reps = each["reps"] - 2 if missing and each["reps"] else None
            line = typed(each, reps=reps, rpe=10 if missing else rpe)
            self._log(day, f"{exercise['exercise']} {line} x{count}")

    def _find_a_weight(self, day: dt.date, exercise: Json, first: Json) -> None:
        known = KNOWN.get(exercise["exercise"])
        each = first if known is None else {**first, "weight_kg": known}
        self._log(day, f"{exercise['exercise']} {typed(each, rpe=7)}")

    def _log(self, day: dt.date, line: str) -> None:
        self.script.read("log", line, day=day)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """The season, lived once for all tests of this file."""
    runner = Runner(tmp_path_factory.mktemp("season") / "home")
    runner.live()
    return runner


@pytest.fixture
def lived(season: Runner) -> Lived:
    return season.lived


def blocks(plan: Json) -> list[tuple[str, int]]:
    return [(each["phase"], each["weeks"]) for each in plan["blocks"]]


def test_the_plan_is_the_sixteen_week_row_of_the_table(season: Runner) -> None:
    phases = [("base", 4), ("build", 5), ("peak", 4), ("taper", 2), ("race_week", 1), ("recovery", 3)]
    assert blocks(season.first_plan)[:6] == phases
    light = {dt.date.fromisoformat(each["date"]) for each in season.first_plan["days"] if each["deload"]}
    assert sorted({week_of(day) + 1 for day in light}) == [4, 8, 12]


def test_a_moved_race_is_shown_first_and_moves_the_phases_once_accepted(season: Runner) -> None:
    assert season.refused_status == 2
    assert [each["date"] for each in season.second_plan["races"]] == [MOVED_RACE.isoformat()]
    race_week = next(each for each in season.second_plan["blocks"] if each["phase"] == "race_week")
    assert race_week["start"] == "2027-03-15"


def test_two_sessions_a_week_take_turns_until_the_taper_is_half_over(lived: Lived) -> None:
    names = [each["session"]["name"][0] for day, each in lived.planned.items() if day < HOLIDAY[0]]
    assert names == ["A", "B"] * 5
    last_weeks = lived.days("taper") + lived.days("race_week")
    assert len(last_weeks) == 2 + 1 + 1


def test_base_is_three_sets_of_five_and_its_deload_half_of_that(lived: Lived) -> None:
    for _, squat in list(lived.times("back_squat", "base"))[1:]:
        sets = working_sets(squat)
        assert len(sets) == 3
        assert sets[0]["rpe_target"] == 7.5
        assert sets[0]["kind"] == "top"
        assert 4 <= sets[0]["reps"] <= 6
    (_, light), *_ = lived.times("back_squat", "base", deload=True)
    before = [working_sets(each)[0]["weight_kg"] for _, each in lived.times("back_squat", "base")]
    assert len(working_sets(light)) == 2
    assert working_sets(light)[0]["rpe_target"] == 6
    assert working_sets(light)[0]["weight_kg"] <= 0.90 * before[-1] + 1e-6
    assert "DELOAD" in codes(light)


def test_without_a_rating_the_load_stays_and_says_why(lived: Lived) -> None:
    unrated_week = START + NO_RATINGS_IN_WEEK * 7 * DAY
    (day, unrated), (_, after) = [
        each for each in lived.times("back_squat", "base") if each[0] >= unrated_week
    ][:2]
    assert week_of(day) == NO_RATINGS_IN_WEEK
    assert working_sets(after)[0]["weight_kg"] == working_sets(unrated)[0]["weight_kg"]
    assert "NO_RPE" in codes(after)


def test_two_weeks_of_holiday_start_lighter_with_a_set_less(lived: Lived) -> None:
    first_back = min(day for day in lived.planned if day >= HOLIDAY[1])
    (main,) = [
        each for each in lived.planned[first_back]["session"]["exercises"] if each["role"] == "primary"
    ]
    assert "LAYOFF" in codes(main)
    assert all(each["rpe_target"] <= 7 for each in working_sets(main))

    before = max(day for day in lived.planned if day < HOLIDAY[0] and lived.exercise(day, main["exercise"]))
    earlier = lived.exercise(before, main["exercise"])
    assert earlier is not None
    assert len(working_sets(main)) < len(working_sets(earlier))
    assert working_sets(main)[0]["weight_kg"] < working_sets(earlier)[0]["weight_kg"]
    back = [lived.planned[day] for day in sorted(lived.planned) if HOLIDAY[1] <= day < HOLIDAY[1] + 28 * DAY]
    for one, other in pairwise(back):
        assert one["phase"] != other["phase"] or one["session"]["name"] != other["session"]["name"]


def test_the_wave_takes_reps_away_and_adds_weight(lived: Lived) -> None:
    steps = {
        (working_sets(each)[0]["reps"], working_sets(each)[0]["rpe_target"])
        for day, each in lived.times("trap_bar_deadlift", "build")
        if "LAYOFF" not in codes(each)
    }
    assert steps <= {(6, 7.5), (5, 8), (4, 8.5), (3, 8.5), (5, 8.0), (4, 8)}
    assert len(steps) >= 2


def test_missed_reps_bring_the_load_down_next_time(lived: Lived) -> None:
    missed = [day for day in lived.planned if week_of(day) == MISSED_REPS_IN_WEEK]
    changes = [each for day in missed for each in lived.finished[day]["changes"] if each["exercise"] in KNOWN]
    assert {each["exercise"] for each in changes} == set(KNOWN)
    for change in changes:
        found = {each["code"] for each in change["reasons"]}
        assert found & {"HARDER", "MUCH_HARDER", "STALL_RESET", "E1RM_CEILING"}
        assert change["to_kg"] < change["from_kg"]


def test_a_sore_knee_lightens_knee_work_that_day_and_nothing_else(lived: Lived) -> None:
    sore = min(day for day in lived.planned if week_of(day) == KNEE_IN_WEEK)
    found = {each["exercise"]: codes(each) for each in lived.planned[sore]["session"]["exercises"]}
    knee = [name for name, reasons in found.items() if "PAIN_REGRESS" in reasons]
    assert knee
    assert "dead_bug_twist" not in knee
    assert "bird_dog" not in knee


def test_the_peak_is_heaviest_with_few_reps_and_the_taper_is_light(lived: Lived) -> None:
    for lift in KNOWN:
        peak = [working_sets(each)[0] for _, each in lived.times(lift, "peak")]
        base = [working_sets(each)[0] for _, each in lived.times(lift, "base")]
        taper = [working_sets(each)[0] for _, each in lived.times(lift, "taper")]
        assert peak
        assert base
        assert taper
        assert {each["reps"] for each in peak} <= {2, 3}
        assert max(each["weight_kg"] for each in peak) >= max(each["weight_kg"] for each in base)
        for each in taper:
            assert each["weight_kg"] <= 0.70 * max(one["weight_kg"] for one in peak) + 1e-6
            assert (each["reps"], each["rpe_target"]) == (4, 6)


def test_the_last_heavy_session_is_at_least_ten_days_out_and_race_week_is_a_primer(lived: Lived) -> None:
    heavy = [
        day
        for day in lived.planned
        if day < MOVED_RACE
        for exercise in lived.planned[day]["session"]["exercises"]
        if exercise["role"] == "primary" and working_sets(exercise)[0]["rpe_target"] >= 7
    ]
    assert (MOVED_RACE - max(heavy)).days >= 10
    (primer,) = lived.days("race_week")
    assert primer.weekday() <= 2
    first = lived.planned[primer]["session"]["exercises"][0]
    assert [(each["reps"], each["rpe_target"]) for each in working_sets(first)] == [(3, 5)]
    assert "RACE_WEEK_PRIMER" in codes(first)


def test_after_the_race_legs_rest_a_week_and_come_back_in_stages(lived: Lived) -> None:
    after = {day: each for day, each in lived.planned.items() if day > MOVED_RACE}
    stages = [each["stage"] for each in after.values() if each["stage"] is not None]
    assert stages == sorted(stages)
    assert set(stages) >= {1, 2, 3}
    for day, each in after.items():
        legs = [one for one in each["session"]["exercises"] if one["role"] in ("primary", "secondary")]
        assert not legs or (day - MOVED_RACE).days >= 7


def test_every_number_of_the_season_says_why(lived: Lived) -> None:
    for day, today in lived.planned.items():
        for exercise in today["session"]["exercises"]:
            assert exercise["reasons"], f"{day} {exercise['exercise']}"
            assert all(reason["text"] and "{" not in reason["text"] for reason in exercise["reasons"])


def test_loads_are_what_the_equipment_has_and_never_jump_past_the_cap(lived: Lived) -> None:
    for lift in KNOWN:
        loads = [
            (day, working_sets(found)[0]["weight_kg"], codes(found))
            for day in lived.planned
            if (found := lived.exercise(day, lift)) is not None
        ]
        assert all(round(load / 2.5, 6).is_integer() for _, load, _ in loads)
        normal = [
            load
            for day, load, why in loads[1:]
            if lived.planned[day]["phase"] in ("base", "build", "peak")
            and not {"DELOAD", "PAIN_REGRESS", "LAYOFF", "STALL_RESET"} & set(why)
        ]
        assert len(normal) >= 8
        assert all(after <= before * 1.075 + 1e-6 for before, after in pairwise(normal))
