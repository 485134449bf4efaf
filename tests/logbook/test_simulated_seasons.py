"""Whole seasons with a simulated runner and the real logbook: loads follow the phases, and nothing breaks a cap."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
from support.home import MONDAY, marathon_runner, shipped

from tracker.athlete.body import Body
from tracker.athlete.training import SimulatedRunner
from tracker.domain.exercise import Role
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race
from tracker.domain.revision import Revision
from tracker.domain.session import Entry, Session, SetKind
from tracker.logbook.in_memory import InMemoryDiary

BEYOND_THE_RACE = 30


class Season(NamedTuple):
    level: Level
    distance: Distance
    weeks: int
    equipment: str
    seed: int


SEASONS = {
    "marathon in a gym": Season(Level.INTERMEDIATE, Distance.MARATHON, 22, "gym_kg", 1),
    "half at home": Season(Level.BEGINNER, Distance.HALF, 14, "home_kg", 2),
    "ten km in pounds": Season(Level.ADVANCED, Distance.TEN_K, 15, "gym_lb", 3),
    "ultra on the road": Season(Level.INTERMEDIATE, Distance.ULTRA, 20, "travel_kg", 4),
}


@cache
def lived(name: str) -> TrainingLog:
    """The log of a season from its first day to a month after the race."""
    season = SEASONS[name]
    body = Body(Random(season.seed), 70, 2.4)
    start = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 18, tzinfo=UTC)
    sim = SimulatedRunner(InMemoryDiary(), shipped(), body, start, forgets_rpe=0.05)
    race = Race(id="race", name="Race", date=race_day(name), distance=season.distance)
    runner = marathon_runner(level=season.level, equipment=season.equipment, lifted_before="regularly")
    sim.logbook.planning.set_up(runner, Revision(made_on=MONDAY, races=(race,)))
    for ahead in range(season.weeks * 7 + BEYOND_THE_RACE):
        sim.lift(MONDAY + timedelta(days=ahead))
    return sim.logbook.log()


def race_day(name: str) -> date:
    return MONDAY + timedelta(weeks=SEASONS[name].weeks - 1, days=6)


def top_loads(log: TrainingLog, exercise: str, *phases: Phase) -> list[float]:
    """Load of the first set of each session in *phases*, deloads and ramps left out."""
    return [
        entry.performed[0].load.kilograms
        for session, entry in log.of(exercise)
        if session.phase in phases and not session.deload and entry.performed[0].load is not None
        if not is_ramp(entry)
    ]


def is_ramp(entry: Entry) -> bool:
    return any(row.planned is not None and row.planned.kind is SetKind.RAMP for row in entry.sets)


@pytest.mark.parametrize("exercise", ["back_squat", "trap_bar_deadlift"])
def test_the_off_season_rises_the_peak_is_heaviest_and_the_taper_is_light(exercise: str) -> None:
    log = lived("marathon in a gym").before(race_day("marathon in a gym"))
    off_season = top_loads(log, exercise, Phase.OFF_SEASON)
    peak = top_loads(log, exercise, Phase.PEAK)
    taper = top_loads(log, exercise, Phase.TAPER, Phase.RACE_WEEK)
    before = top_loads(log, exercise, Phase.OFF_SEASON, Phase.BASE, Phase.BUILD_PERIODIZED)
    assert before[-1] > off_season[0]
    assert max(peak) > max(before)
    assert max(taper) <= 0.70 * max(peak) + 1e-9
    assert taper == sorted(taper, reverse=True)


@pytest.mark.parametrize("name", SEASONS)
def test_every_number_has_a_cause_and_every_cause_has_words(name: str) -> None:
    words = shipped().words
    for session in lived(name).sessions:
        for entry in session.entries:
            assert entry.reasons, f"{session.date} {entry.exercise}"
            for reason in entry.reasons:
                assert reason.code in words or f"{reason.code}@{session.phase}" in words, reason.code
                assert "{" not in words.text(reason)


@pytest.mark.parametrize("name", SEASONS)
def test_sessions_keep_to_the_hard_caps(name: str) -> None:
    caps, rules = shipped().rules.caps, shipped().rules
    for session in lived(name).sessions:
        assert session.minutes <= caps.minutes
        contacts = sum(done.contacts or 0 for entry in session.entries for done in entry.performed)
        assert contacts <= rules.contacts_cap(session.phase, session.level) * 1.2
        for entry in session.entries:
            assert all(row.planned is None or (row.planned.rpe or 0) < caps.all_out_rpe for row in entry.sets)
            assert 1 <= len(entry.sets) <= 6


@pytest.mark.parametrize("name", SEASONS)
def test_two_sessions_a_week_are_never_neighbours_and_take_turns(name: str) -> None:
    log = lived(name)
    days = [session.date for session in log.sessions]
    assert all((later - earlier).days >= 2 for earlier, later in pairwise(days))
    training = [s for s in log.sessions if s.phase in (Phase.BASE, Phase.BUILD_PERIODIZED, Phase.PEAK)]
    for earlier, later in pairwise(training):
        assert (later.program, later.template) != (
            earlier.program,
            earlier.template,
        ) or later.phase != earlier.phase


def heaviest_legs(session: Session) -> float:
    return max(
        (entry.rpe or 0 for entry in session.entries if entry.role in (Role.PRIMARY, Role.SECONDARY)),
        default=0,
    )


def test_the_last_weeks_are_easy_and_the_way_back_is_a_ladder() -> None:
    log = lived("marathon in a gym")
    race = race_day("marathon in a gym")
    heavy = [s.date for s in log.sessions if s.date < race and heaviest_legs(s) >= 7 and not s.deload]
    assert (race - heavy[-1]).days >= 10
    after = [s for s in log.sessions if s.date > race]
    assert [s.recovery_stage for s in after if s.recovery_stage is not None] == sorted(
        s.recovery_stage for s in after if s.recovery_stage is not None
    )
    assert all((s.date - race).days > 6 for s in after if any(e.role is Role.PRIMARY for e in s.entries))
