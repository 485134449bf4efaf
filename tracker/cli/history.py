"""`runlift history` and `runlift progress`: what was done, and how one exercise has gone."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.door import Door, Verb, as_json, pass_door
from tracker.cli.speech import out, row, say, table, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.progress import Point, Progress
    from tracker.domain.session import PerformedSet, Session, SetRow

USUALLY_SHOWN = 10


@click.command(
    "history",
    cls=Verb,
    examples=("runlift history", "runlift history --last 30", "runlift history --json"),
)
@click.option(
    "--last", type=click.IntRange(min=1), default=None, help="How many sessions; usually 10, in JSON all."
)
@as_json
@pass_door
def history_verb(door: Door, last: int | None, as_json: bool) -> None:
    """Sessions, newest first."""
    house = door.house
    sessions = [each for each in reversed(house.logbook.log().sessions) if each.date <= house.logbook.today]
    tell_notices(house)
    if as_json:
        write_json({"sessions": [session_json(each) for each in sessions[:last]]})
        return
    if not sessions:
        say("No session is logged yet; `runlift today` shows the first one.")
    for session in sessions[: last or USUALLY_SHOWN]:
        _tell_session(house, session)


def session_json(session: "Session") -> dict[str, Any]:
    """One session of the log; a skipped one has no exercises."""
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "phase": session.phase.public,
        "name": session.name,
        "minutes": session.minutes,
        "skipped": session.skipped,
        "rpe": session.rpe,
        "exercises": [
            {
                "exercise": entry.exercise,
                "sets": [_set_json(each) for each in entry.sets if each.done is not None],
            }
            for entry in session.entries
            if entry.performed
        ],
    }


def _set_json(row: "SetRow") -> dict[str, Any]:
    from tracker.cli.shapes import kilograms

    done: PerformedSet | None = row.done
    assert done is not None
    return {
        "weight_kg": kilograms(done.load),
        "reps": done.reps if done.contacts is None else done.contacts,
        "seconds": done.seconds,
        "rpe": done.rpe,
        "kind": row.planned.kind.value if row.planned is not None else "straight",
    }


def _tell_session(house: "House", session: "Session") -> None:
    from tracker.cli.lines import day_and_year, joined, phase_name, summary

    state = f"skipped: {session.skipped}" if session.skipped is not None else ""
    out(joined((day_and_year(session.date), phase_name(session.phase), session.name, state)))
    unit = house.logbook.desk.runner.unit
    for entry in session.entries:
        if entry.performed:
            exercise = house.catalog.exercises.get(entry.exercise)
            out(f"  {exercise.name if exercise is not None else entry.exercise}")
            row("", summary(entry, unit))
    out()


@click.command(
    "progress",
    cls=Verb,
    examples=('runlift progress "back squat"', "runlift progress trap_bar_deadlift --json"),
)
@click.argument("exercise", nargs=-1, required=True)
@as_json
@pass_door
def progress_verb(door: Door, exercise: tuple[str, ...], as_json: bool) -> None:
    """One exercise over time: e1RM and top set of each session, and its records."""
    from tracker.cli.typed import words_joined
    from tracker.domain.progress import progress

    house = door.house
    log = house.logbook.log()
    found = house.catalog.find(words_joined(exercise), (), log.exercises)
    told = progress(log, found, house.catalog.review.hard_sets)
    tell_notices(house)
    if as_json:
        write_json(progress_json(told))
        return
    _tell_progress(house, told)


def progress_json(told: "Progress") -> dict[str, Any]:
    """Points oldest first; `counted` is false where a light week keeps a point out of trends."""
    return {
        "exercise": told.exercise.id,
        "points": [
            {
                "date": each.date.isoformat(),
                "phase": each.phase.public,
                "e1rm_kg": _rounded(each.e1rm_kg),
                "top_kg": _rounded(each.top_kg),
                "reps": each.reps if each.contacts is None else each.contacts,
                "seconds": each.seconds,
                "rpe": each.rpe,
                "counted": each.counted,
            }
            for each in told.points
        ],
        "records": [
            {
                "date": each.date.isoformat(),
                "kind": each.kind.value,
                "value": round(each.value, 1),
                "previous": round(each.previous, 1),
            }
            for each in told.records
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _tell_progress(house: "House", told: "Progress") -> None:
    out(told.exercise.name)
    if not told.points:
        say("It has not been done yet.")
        return
    records = {each.date for each in told.records}
    table(_point_cells(house, each, best=each.date in records) for each in told.points)


def _point_cells(house: "House", point: "Point", *, best: bool) -> list[str]:
    from tracker.cli.lines import day_and_year, phase_name
    from tracker.domain.figures import show_amount, show_load, show_rpe
    from tracker.domain.units import Load

    unit = house.logbook.desk.runner.unit
    top = "" if point.top_kg is None else show_load(Load.of(round(point.top_kg, 3)), unit)
    amount = show_amount(reps=point.reps, seconds=point.seconds, contacts=point.contacts)
    e1rm = "" if point.e1rm_kg is None else f"e1RM {show_load(Load.of(round(point.e1rm_kg, 1)), unit)}"
    remark = "record" if best else "" if point.counted else "light"
    return [
        day_and_year(point.date),
        phase_name(point.phase),
        f"{top} {amount} {show_rpe(point.rpe) or ''}".strip(),
        e1rm,
        remark,
    ]
