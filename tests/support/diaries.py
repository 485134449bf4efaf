"""Training diaries in a few words, for tests that read like one.

    session(on(3, "tue"), "back_squat 3x5@8: 100x5@8; 92.5x5@7 x2", "plank 30s@7 x2")

A line is an exercise of the library, what was asked (sets x amount @ RPE; left out: just what was done), a colon,
and the sets as people type them (`nothing` for none). Loads are totals. `on` counts weeks from `MONDAY`.
"""

import tomllib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from tracker.catalog import load_catalog
from tracker.domain.exercise import CareArea, Exercise, LoadType
from tracker.domain.history import TrainingLog
from tracker.domain.person import Style
from tracker.domain.phase import Phase
from tracker.domain.prescription import Rules
from tracker.domain.race import Distance, Race
from tracker.domain.review_rules import ReviewRules
from tracker.domain.revision import NoRace, Revision
from tracker.domain.run import CheckIn, Run, RunKind
from tracker.domain.season.season import Season
from tracker.domain.session import Entry, Pain, PerformedSet, PlannedSet, Session, SetKind, SetRow, Side
from tracker.domain.units import Unit
from tracker.domain.words.notation import parse_sets
from tracker.domain.words.set_text import Measure, SetText

MONDAY = date(2027, 3, 1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BODY_WEIGHT = 70.0
EXERCISES = load_catalog().exercises
RULES = ReviewRules.model_validate(tomllib.loads(files("data").joinpath("review.toml").read_text("utf-8")))
PHASES = Rules.model_validate(tomllib.loads(files("data").joinpath("phases.toml").read_text("utf-8"))).phases
_MEASURES = {LoadType.TIME: Measure.SECONDS, LoadType.CONTACTS: Measure.CONTACTS}
_KINDS = {"ramp": SetKind.RAMP, "warmup": SetKind.WARMUP, "backoff": SetKind.BACKOFF}

Thing = Session | Run | CheckIn


def on(week: int, weekday: str = "mon") -> date:
    """A weekday of the week with that number; week 1 starts on `MONDAY`, week 0 a week before."""
    return MONDAY + timedelta(weeks=week - 1, days=WEEKDAYS.index(weekday))


def session(day: date, *lines: str, phase: Phase = Phase.BASE, **more: Any) -> Session:
    """One session with an entry per line."""
    entries = tuple(entry(line, day) for line in lines)
    fields: dict[str, Any] = {"id": f"{day}{lines}", "name": "Session", "minutes": 40} | more
    return Session(date=day, phase=phase, entries=entries, **fields)


def entry(line: str, day: date = MONDAY, pain: tuple[CareArea, int] | None = None) -> Entry:
    """One line of the diary."""
    name, _, rest = line.partition(" ")
    exercise = EXERCISES[name]
    asked, colon, typed = rest.rpartition(":")
    kind = next((kind for word, kind in _KINDS.items() if word in asked), SetKind.STRAIGHT)
    done = [] if typed.strip() == "nothing" else list(_parsed(typed.strip(), exercise))
    plan = _asked(asked.split()[0], exercise) if colon and asked[:1].isdigit() else list(done)
    rows = []
    for at in range(max(len(plan), len(done))):
        planned = _planned(plan[at], kind) if at < len(plan) else None
        performed = _performed(done[at], exercise, day, at) if at < len(done) else None
        rows.append(SetRow(planned=planned, done=performed))
    first = plan[0] if plan else done[0]
    return Entry(
        exercise=name,
        role=exercise.role,
        load_type=exercise.load,
        per_side=exercise.per_side,
        reps=first.reps,
        seconds=first.seconds,
        contacts=first.contacts,
        rpe=first.rpe if first.rpe is not None else 8.0,
        system_offset_kg=exercise.bwf * BODY_WEIGHT,
        sets=tuple(rows),
        pain=None if pain is None else Pain(site=pain[0], score=pain[1]),
    )


def run(day: date, kind: str = "E", minutes: float | None = 45, **more: Any) -> Run:
    km = None if minutes is not None else 8.0
    return Run(id=f"run {day}", date=day, kind=RunKind(kind), minutes=minutes, **({"km": km} | more))


def hurts(day: date, site: CareArea, score: int) -> CheckIn:
    return CheckIn(id=f"{day} {site}", date=day, site=site, pain=score)


def log_of(*things: Thing | Iterable[Thing]) -> TrainingLog:
    """A log of sessions, runs and check-ins in any order."""
    flat = [each for thing in things for each in ([thing] if isinstance(thing, Thing) else thing)]
    flat.sort(key=lambda each: each.date)
    return TrainingLog(
        tuple(each for each in flat if isinstance(each, Session)),
        tuple(each for each in flat if isinstance(each, Run)),
        tuple(each for each in flat if isinstance(each, CheckIn)),
    )


def marathon_season(style: Style = Style.PERIODIZED) -> Season:
    """Sixteen weeks from `MONDAY`: base 1-4, build 5-9, peak 10-13, taper 14-15, race 16; deloads 4, 8, 12."""
    race = Race(id="berlin", name="Berlin", date=on(16, "sun"), distance=Distance.MARATHON)
    return Season.of([Revision(made_on=MONDAY, races=(race,), style=style)])


def off_season() -> Season:
    """Off-season until told otherwise."""
    return Season.of([Revision(made_on=MONDAY, no_race=NoRace.STAY)])


def _parsed(typed: str, exercise: Exercise) -> tuple[SetText, ...]:
    return parse_sets(typed, counts=_MEASURES.get(exercise.load, Measure.REPS))


def _asked(text: str, exercise: Exercise) -> list[SetText]:
    sets, _, amount = text.partition("x")
    unit = "" if set(amount) & {"s", "c"} else "x"
    return [*_parsed(unit + amount, exercise)] * int(sets)


def _planned(asked: SetText, kind: SetKind) -> PlannedSet:
    target = asked.rpe if asked.rpe is not None else 8.0
    rpe = None if kind is SetKind.WARMUP else target
    return PlannedSet(
        kind=kind,
        load=asked.total(Unit.KG),
        reps=asked.reps,
        seconds=asked.seconds,
        contacts=asked.contacts,
        rpe=rpe,
    )


def _performed(done: SetText, exercise: Exercise, day: date, at: int) -> PerformedSet:
    right = None
    if done.right_reps is not None or done.right_seconds is not None:
        right = Side(reps=done.right_reps, seconds=done.right_seconds)
    return PerformedSet(
        load=done.total(Unit.KG) if exercise.load is not LoadType.CONTACTS else None,
        band=done.band,
        reps=done.reps,
        seconds=done.seconds,
        contacts=done.contacts,
        rpe=done.rpe,
        right=right,
        at=datetime.combine(day, time(18), UTC) + timedelta(minutes=3 * at),
    )
