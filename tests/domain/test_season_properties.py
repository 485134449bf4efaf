"""What holds in every plan, whatever the races."""

import datetime as dt
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.errors import NothingToDo, Refused
from tracker.domain.person import Style
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Priority, Race
from tracker.domain.revision import NoRace, Revision
from tracker.domain.season.change import difference
from tracker.domain.season.deload import with_deload_moved, with_deload_pulled
from tracker.domain.season.macrocycle import RECOVERY_WEEKS, core_weeks, phases_for
from tracker.domain.season.season import Season, SeasonWeek

MONDAY = dt.date(2026, 6, 1)
SPAN = 70
ORDER = [
    Phase.OFF_SEASON,
    Phase.BASE,
    Phase.BUILD_MAINTENANCE,
    Phase.BUILD_PERIODIZED,
    Phase.PEAK,
    Phase.TAPER,
    Phase.RACE_WEEK,
]
UNLOADED = {Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY}
EVERY_PLAN = [(n, distance, style) for n in range(1, 53) for distance in Distance for style in Style]


def monday(week: int) -> dt.date:
    return MONDAY + dt.timedelta(weeks=week)


@st.composite
def races(draw: st.DrawFn, first_week: int = 0) -> tuple[Race, ...]:
    days = draw(st.lists(st.integers(first_week * 7, SPAN * 7), max_size=4, unique_by=lambda day: day // 7))
    return tuple(
        Race(
            id=f"race {day}",
            name=f"Race {day}",
            date=MONDAY + dt.timedelta(days=day),
            distance=draw(st.sampled_from(Distance)),
            priority=draw(st.sampled_from((Priority.A, Priority.A, Priority.B, Priority.C))),
        )
        for day in sorted(days)
    )


@st.composite
def first_plans(draw: st.DrawFn) -> Revision:
    return Revision(
        made_on=MONDAY + dt.timedelta(days=draw(st.integers(0, 6))),
        races=tuple(race for race in draw(races(1))),
        style=draw(st.sampled_from(Style)),
        no_race=draw(st.sampled_from(NoRace)),
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """A first plan and up to three more, each some weeks later."""
    revisions = [draw(first_plans())]
    week = 0
    for _ in range(draw(st.integers(0, 3))):
        week += draw(st.integers(0, 12))
        keep = draw(st.booleans())
        made_on = monday(week) + dt.timedelta(days=draw(st.integers(0, 6)))
        made_on = max(made_on, revisions[-1].made_on)
        changed = {} if keep else {"races": draw(races(week)), "style": draw(st.sampled_from(Style))}
        revisions.append(revisions[-1].changed(made_on=made_on, **changed))
    return revisions


def longest_loading_run(weeks: tuple[SeasonWeek, ...]) -> int:
    loading = (week.phase not in UNLOADED and not week.light for week in weeks)
    return max((len(list(run)) for is_loading, run in groupby(loading) if is_loading), default=0)


def weeks_of(season: Season, n: int = SPAN + 30) -> tuple[SeasonWeek, ...]:
    return season.weeks(MONDAY, monday(n))


@pytest.mark.parametrize("distance", Distance)
def test_every_plan_for_one_race(distance: Distance) -> None:
    for n, _, style in (plan for plan in EVERY_PLAN if plan[1] is distance):
        goal = Race(id="goal", name="Goal", date=monday(n) - dt.timedelta(days=1), distance=distance)
        season = Season.of([Revision(made_on=MONDAY, races=(goal,), style=style)])
        weeks = season.weeks(MONDAY, monday(n))
        phases = [week.phase for week in weeks]
        assert len(weeks) == n
        assert phases[-1] is Phase.RACE_WEEK
        assert phases.count(Phase.RACE_WEEK) == 1
        core = phases[-min(n, core_weeks(distance)) :]
        assert core == sorted(core, key=ORDER.index)
        pieces = [(phase, len(list(run))) for phase, run in groupby(phases)]
        assert {length for phase, length in pieces if phase is Phase.OFF_SEASON} <= {4}
        light = [week.deload for week in weeks]
        assert not any(now and after in UNLOADED for now, after in zip(light, phases[1:], strict=False))
        assert not any(now and phase in UNLOADED for now, phase in zip(light, phases, strict=True))
        loading = [week.phase not in UNLOADED and not week.deload for week in weeks]
        assert max((len(list(run)) for yes, run in groupby(loading) if yes), default=0) <= 4
        periodized = [week for week in weeks if week.phase is Phase.BUILD_PERIODIZED]
        assert not periodized or (
            style is Style.PERIODIZED
            and sum(not week.deload for week in periodized) >= 3
            and Phase.BUILD_MAINTENANCE not in phases
        )


@pytest.mark.parametrize("distance", Distance)
def test_one_more_week_adds_one_week_to_one_phase(distance: Distance) -> None:
    for n in range(1, core_weeks(distance)):
        shorter, longer = phases_for(n, distance), phases_for(n + 1, distance)
        added = [longer.count(phase) - shorter.count(phase) for phase in ORDER]
        assert sorted(added) == [0] * (len(ORDER) - 1) + [1]


@settings(max_examples=80, deadline=None)
@given(first_plans())
def test_every_season_holds_together(plan: Revision) -> None:
    weeks = weeks_of(Season.of([plan]))
    assert all(after.monday == before.end for before, after in pairwise(weeks))
    assert longest_loading_run(weeks) <= 4
    for before, after in pairwise(weeks):
        assert not (before.deload and after.phase in (Phase.TAPER, Phase.RACE_WEEK))
    for week in weeks:
        assert not (week.deload and week.phase in UNLOADED)
        assert (week.phase is Phase.RACE_WEEK) == any(race.priority is Priority.A for race in week.races)
        assert 1 <= week.wip <= week.phase_week
        assert week.phase_weeks is None or week.phase_week <= week.phase_weeks


@settings(max_examples=60, deadline=None)
@given(first_plans())
def test_recovery_follows_every_a_race(plan: Revision) -> None:
    season = Season.of([plan])
    for first, second in pairwise((*plan.a_races, None)):
        assert first is not None
        full = RECOVERY_WEEKS[first.distance]
        room = full if second is None else (second.week - first.week).days // 7 - 1
        following = season.weeks(
            first.week + dt.timedelta(weeks=1), first.week + dt.timedelta(weeks=full + 2)
        )
        recovering = [week.phase is Phase.RECOVERY for week in following]
        assert recovering.index(False) == min(full, room)


@settings(max_examples=60, deadline=None)
@given(first_plans())
def test_b_and_c_races_never_change_the_calendar(plan: Revision) -> None:
    """A B race only has the count of loading weeks start again after it."""
    only_a = plan.changed(races=plan.a_races)
    with_all, alone = weeks_of(Season.of([plan])), weeks_of(Season.of([only_a]))
    assert [(w.phase, w.phase_week) for w in with_all] == [(w.phase, w.phase_week) for w in alone]
    no_b = plan.changed(races=tuple(race for race in plan.races if race.priority is not Priority.B))
    assert [w.deload for w in weeks_of(Season.of([no_b]))] == [w.deload for w in alone]


@settings(max_examples=60, deadline=None)
@given(first_plans())
def test_no_lighter_week_just_before_that_of_a_b_race_and_none_in_the_two_after(plan: Revision) -> None:
    weeks = weeks_of(Season.of([plan]))
    for at, week in enumerate(weeks):
        if week.b_race:
            assert not any(each.deload for each in weeks[max(0, at - 1) : at])
            assert not any(each.deload for each in weeks[at + 1 : at + 3])


@settings(max_examples=80, deadline=None)
@given(histories(), st.data())
def test_a_later_plan_never_changes_past_weeks(revisions: list[Revision], data: st.DataObject) -> None:
    later = Season.of(revisions)
    known = data.draw(st.integers(1, len(revisions)))
    until = revisions[known].from_week if known < len(revisions) else monday(SPAN)
    past = Season.of(revisions[:known])
    plain = [(w.monday, w.phase, w.deload, w.wip, w.phase_week, w.opens) for w in past.weeks(MONDAY, until)]
    assert plain == [
        (w.monday, w.phase, w.deload, w.wip, w.phase_week, w.opens) for w in later.weeks(MONDAY, until)
    ]
    assert difference(past, past, MONDAY) == ()


@settings(max_examples=80, deadline=None)
@given(histories())
def test_no_history_of_plans_loads_more_than_four_weeks(revisions: list[Revision]) -> None:
    weeks = weeks_of(Season.of(revisions))
    assert longest_loading_run(weeks) <= 4
    assert all(week.wip <= week.phase_week for week in weeks)


@settings(max_examples=40, deadline=None)
@given(first_plans(), st.integers(0, SPAN))
def test_the_same_plan_made_again_changes_nothing(plan: Revision, week: int) -> None:
    once = Season.of([plan])
    again = Season.of([plan, plan.changed(made_on=max(plan.made_on, monday(week)))])
    plain = [(w.phase, w.deload, w.wip, w.phase_week, w.phase_weeks) for w in weeks_of(once)]
    assert [(w.phase, w.deload, w.wip, w.phase_week, w.phase_weeks) for w in weeks_of(again)] == plain


@settings(max_examples=60, deadline=None)
@given(
    first_plans(),
    st.lists(st.tuples(st.integers(0, SPAN), st.sampled_from(("pull", "later", "earlier"))), max_size=5),
)
def test_moved_and_pulled_deloads_keep_the_invariants(plan: Revision, wishes: list[tuple[int, str]]) -> None:
    season = Season.of([plan])
    phases = [week.phase for week in weeks_of(season)]
    for week, wish in sorted(wishes):
        try:
            if wish == "pull":
                kept = with_deload_pulled(season, monday(week), MONDAY)
            else:
                kept = with_deload_moved(season, monday(week), 1 if wish == "later" else -1, MONDAY)
        except (Refused, NothingToDo):
            continue
        season = Season.of([kept])
    weeks = weeks_of(season)
    assert [week.phase for week in weeks] == phases
    assert longest_loading_run(weeks) <= 4
    assert not any(
        before.deload and after.phase in (Phase.TAPER, Phase.RACE_WEEK) for before, after in pairwise(weeks)
    )
