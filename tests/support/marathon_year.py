"""A runner on the 16 weeks to a marathon who does what is asked, week by week; tests bend the weeks they look at.

Squat and trap-bar deadlift alternate as main lifts on Tuesday and Thursday, both at a known true maximum.
"""

from collections.abc import Iterable
from datetime import date

from support.diaries import PHASES, Thing, marathon_season, on, run, session

from tracker.domain.exercise import Role
from tracker.domain.phase import Phase
from tracker.domain.review.adherence import PlannedDay
from tracker.domain.season.season import SeasonWeek
from tracker.domain.session import Session
from tracker.domain.strength.e1rm import pct

SEASON = marathon_season()
MAXIMUM = {"back_squat": 125.0, "trap_bar_deadlift": 160.0}
_SHARE = {Phase.TAPER: 0.60, Phase.RACE_WEEK: 0.50}
_A = ("push_up", "half_kneel_chop", "dead_bug_twist", "pogo")
_B = ("lat_pulldown", "step_up_knee_drive", "bird_dog", "sl_reach")
_LOADS = {"half_kneel_chop": 15, "lat_pulldown": 45, "step_up_knee_drive": 20}
_RUNS = {
    Phase.BASE: (("mon", "E", 40), ("wed", "E", 50), ("sun", "L", 90)),
    Phase.TAPER: (("mon", "E", 30), ("tue", "Q", 35), ("wed", "E", 30), ("fri", "E", 30), ("sun", "L", 60)),
    Phase.RACE_WEEK: (("mon", "E", 30), ("tue", "Q", 25), ("fri", "E", 20), ("sun", "X", 210)),
}
_MORE_RUNS = (("mon", "E", 40), ("tue", "Q", 60), ("wed", "E", 45), ("fri", "E", 40), ("sun", "L", 120))


def followed(weeks: Iterable[int], over: float = 0.0) -> list[Thing]:
    """Runs and sessions of these weeks; *over* is how much harder than planned every set felt."""
    return [thing for week in weeks for thing in (*sessions_of(week, over), *runs_of(week))]


def sessions_of(week: int, over: float = 0.0) -> list[Session]:
    plan = SEASON.week(on(week))
    return [lifted(on(week, weekday), plan, weekday == "thu", over) for weekday in lifting_days(week)]


def lifted(day: date, plan: SeasonWeek, second: bool, over: float = 0.0) -> Session:
    """Session A, or B when *second*, as the week asks for it."""
    main = "trap_bar_deadlift" if second else "back_squat"
    lines = [_main_lift(main, plan, over)]
    small = () if plan.phase is Phase.RACE_WEEK else (_B if second else _A)
    lines += [_small(name, plan, over) for name in small]
    return session(
        day, *lines, phase=plan.phase, deload=plan.deload, week_in_phase=plan.wip, rpe=6.0, style=plan.style
    )


def runs_of(week: int) -> list[Thing]:
    planned = _RUNS.get(SEASON.week(on(week)).phase, _MORE_RUNS)
    return [run(on(week, weekday), kind, minutes, rpe=4.0) for weekday, kind, minutes in planned]


def planned_days(weeks: Iterable[int]) -> tuple[PlannedDay, ...]:
    return tuple(PlannedDay(on(week, weekday)) for week in weeks for weekday in lifting_days(week))


def lifting_days(week: int) -> tuple[str, ...]:
    """Twice a week, once from the second taper week on, not in the weeks after the race."""
    return ("tue", "thu") if week < 15 else ("tue",) if week < 17 else ()


def _main_lift(name: str, plan: SeasonWeek, over: float) -> str:
    step = PHASES[plan.phase].primary.step(plan.wip)
    reps, target = step.reps, step.rpe
    if plan.phase in _SHARE:
        kg = _down(MAXIMUM[name] * _SHARE[plan.phase])
        return f"{name} 2x{reps}@{target:g}: {kg:g}x{reps}@{min(10, 5 + over):g} x2"
    kg = _down(MAXIMUM[name] * pct(reps, target))
    if plan.deload:
        target = min(7.0, target - 1.5)
        return f"{name} 2x{reps}@{target:g}: {_down(kg * 0.9):g}x{reps}@{target + over:g} x2"
    sets = PHASES[plan.phase].primary.sets.default
    return f"{name} {sets}x{reps}@{target:g}: {kg:g}x{reps}@{min(10, target + over):g} x{sets}"


def _small(name: str, plan: SeasonWeek, over: float) -> str:
    if name == "pogo":
        return "pogo 2x20c: 20c x2"
    if name == "sl_reach":
        return "sl_reach 1x5@5: x5@5"
    dose = PHASES[plan.phase].dose(Role.CORE)
    target = dose.step(plan.wip).rpe if dose is not None else 6.0
    if plan.deload:
        target -= 1.5
    sets = 1 if plan.deload or plan.phase is Phase.TAPER else 2
    load = _LOADS.get(name, "")
    return f"{name} {sets}x8@{target:g}: {load}x8@{min(10, target + over):g} x{sets}"


def _down(kg: float) -> float:
    return kg // 2.5 * 2.5
