"""The JSON of a day and of what is logged. Field names are promises; weights are kilograms."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.cli.lines import weight_display
from tracker.domain.exercise import Exercise
from tracker.domain.program import Drill
from tracker.domain.reason import Reason
from tracker.domain.rounds import Label, labels
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetRow
from tracker.domain.units import Load, Unit

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.coaching.coach import Day
    from tracker.domain.rounds import Where
    from tracker.logbook import Finished

Json = dict[str, Any]


def kilograms(load: Load | None) -> float | None:
    """Kilograms as a number without noise."""
    return None if load is None else round(load.kilograms, 3)


def figure(value: float | None) -> float | None:
    """A weight, or what a record counts, as exact as loads are."""
    return None if value is None else round(value, 3)


def reasons_json(house: "House", reasons: Iterable[Reason]) -> list[Json]:
    """Each code with its words."""
    return [{"code": each.code, "text": house.catalog.words.text(each)} for each in reasons]


def day_json(house: "House", day: "Day") -> Json:
    """One day: `runlift today --json`."""
    race = day.race
    return {
        "date": day.date.isoformat(),
        "phase": day.phase.public,
        "style": day.planned.week.style.value if day.phase.is_build else None,
        "deload": day.deload,
        "stage": day.stage,
        "program": day.program.id,
        "level": day.level.value,
        "phase_week": day.phase_week,
        "phase_weeks": day.phase_weeks,
        "race": None if race is None else race_json(race.name, race.date, day.date),
        "rest_day": day.rest_day,
        "session": None if day.session is None else session_json(house, day.session),
        "reasons": reasons_json(house, day.reasons),
    }


def race_json(name: str, day: dt.date, today: dt.date) -> Json:
    """The next race, and how far away it is."""
    return {"name": name, "date": day.isoformat(), "days": (day - today).days}


def session_json(house: "House", session: Session) -> Json:
    """A session with each set. Its id is null until the first set is logged."""
    from tracker.domain.coaching.warming_up import warm_up_for  # the rules behind it cost 15 ms

    runner = house.logbook.runner
    unit = runner.unit if runner is not None else Unit.KG
    exercises = house.catalog.exercises
    return {
        "id": session.id or None,
        "name": session.name,
        "minutes": session.minutes,
        "warm_up": [
            _drill_json(house, each) for each in warm_up_for(house.logbook.coach(session.date), session)
        ],
        "exercises": [
            entry_json(house, entry, exercises.get(entry.exercise), unit) | {"group": _group_json(label)}
            for entry, label in zip(session.entries, labels(session), strict=True)
        ],
    }


def _drill_json(house: "House", drill: Drill) -> Json:
    exercise = house.catalog.exercises[drill.exercise]
    return {
        "exercise": drill.exercise,
        "name": exercise.name,
        "reps": drill.reps,
        "per_side": exercise.per_side,
    }


def _group_json(label: Label) -> Json | None:
    """With whom it takes turns: those with the same number, by letter; null for one alone."""
    if not label.kind:
        return None
    return {"kind": label.kind, "number": label.block, "letter": label.letter}


def entry_json(house: "House", entry: Entry, exercise: Exercise | None, unit: Unit) -> Json:
    """One exercise: warm-ups first (`n` is 0), then the working sets, counted from 1."""
    warmup = [_planned_json(entry, each, unit, 0) for each in entry.warmup]
    working = [_row_json(entry, row, unit, n) for n, row in enumerate(entry.sets, start=1)]
    return {
        "exercise": entry.exercise,
        "name": exercise.name if exercise is not None else entry.exercise,
        "role": entry.role.value,
        "per_side": entry.per_side,
        "load_type": entry.load_type.value,
        "sets": [*warmup, *working],
        "rest_s": entry.rest_s[1],
        "reasons": reasons_json(house, entry.reasons),
    }


def _row_json(entry: Entry, row: SetRow, unit: Unit, n: int) -> Json:
    if row.planned is not None:
        return _planned_json(entry, row.planned, unit, n) | {"done": _done_json(row.done)}
    assert row.done is not None
    done = row.done
    return {
        "n": n,
        "kind": "straight",
        "side": _side(entry),
        "implements": entry.hands,
        "weight_kg": kilograms(done.load),
        "weight_display": weight_display(entry, done.load, done.band, unit),
        "reps": done.reps,
        "seconds": done.seconds,
        "contacts": done.contacts,
        "rpe_target": None,
        "done": _done_json(done),
    }


def _planned_json(entry: Entry, planned: PlannedSet, unit: Unit, n: int) -> Json:
    return {
        "n": n,
        "kind": planned.kind.value,
        "side": _side(entry),
        "implements": entry.hands,
        "weight_kg": kilograms(planned.load),
        "weight_display": weight_display(entry, planned.load, planned.band, unit),
        "reps": planned.reps,
        "seconds": planned.seconds,
        "contacts": planned.contacts,
        "rpe_target": planned.rpe,
        "done": None,
    }


def _side(entry: Entry) -> str | None:
    """``each`` where one set is both sides, else null."""
    return "each" if entry.per_side else None


def _done_json(done: PerformedSet | None) -> Json | None:
    return None if done is None else {**amounts_json(done), "contacts": done.contacts}


def amounts_json(done: PerformedSet) -> Json:
    """What was done in a set. Contacts of jumps are given as reps; `right` is there where the sides differed, and
    `reps` and `seconds` are the left side's then.
    """
    right = done.right
    return {
        "weight_kg": kilograms(done.load),
        "reps": done.reps if done.contacts is None else done.contacts,
        "seconds": done.seconds,
        "right": None if right is None else {"reps": right.reps, "seconds": right.seconds},
        "rpe": done.rpe,
    }


def logged_json(session: Session, rows: "Iterable[Where]", then: "Where | None") -> Json:
    """What `runlift log --json` answers."""
    found = [
        {"exercise": session.entries[at.entry].exercise, **amounts_json(done), "at": done.at.isoformat()}
        for at in rows
        for done in (_done_at(session, at),)
    ]
    following = None
    if then is not None:
        following = {"exercise": session.entries[then.entry].exercise, "n": then.row + 1}
    return {"logged": found, "session": session.id, "next": following}


def _done_at(session: Session, at: "Where") -> PerformedSet:
    done = session.entries[at.entry].sets[at.row].done
    assert done is not None
    return done


def finished_json(house: "House", finished: "Finished") -> Json:
    """What `runlift finish --json` answers."""
    return {
        "session": finished.session.id,
        "records": [
            {
                "exercise": each.exercise,
                "kind": each.kind.value,
                "value": figure(each.value),
                "previous": figure(each.previous),
                "amount": each.amount,
                "weight_kg": kilograms(each.load),
            }
            for each in finished.records
        ],
        "changes": [
            {
                "exercise": each.exercise,
                "next_exercise": each.later.exercise,
                "from_kg": kilograms(each.today.load),
                "to_kg": kilograms(each.following.load),
                "reasons": reasons_json(house, each.reasons),
            }
            for each in finished.changes
        ],
    }
