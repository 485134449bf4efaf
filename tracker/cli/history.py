"""`runlift history` and `runlift progress`: what was done, and how one exercise has gone."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.completing import exercises, session_days
from tracker.cli.door import DAY, Door, Verb, as_json, pass_door
from tracker.cli.numbers import Whole
from tracker.cli.speech import out, paragraph, row, say, table, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.review.progress import Point, Progress
    from tracker.domain.session import Session, SetRow

USUALLY_SHOWN = 10


@click.command(
    "history",
    cls=Verb,
    examples=(
        "runlift history",
        "runlift history --last 30",
        "runlift history 2027-03-26            one day in full, with the numbers of its sets",
        "runlift history --json",
    ),
)
@click.argument("day", type=DAY, required=False, metavar="[DATE]", shell_complete=session_days)
@click.option("--last", type=Whole(min=1), help="How many sessions; usually 10, in JSON all.")
@as_json
@pass_door
def history_verb(door: Door, day: dt.date | None, last: int | None, as_json: bool) -> None:
    """Sessions up to today, newest first, with the one under way; or all of one day.

    In JSON `minutes` is how long a session took as it was lifted, from its start to its last set; what was planned
    where the clock says nothing sensible, null where nobody knows.
    """
    from tracker.cli.lines import day_and_year

    house = door.house
    sessions = _sessions(house) if day is None else _on(house, day)
    tell_notices(house)
    if as_json:
        trained = [each for each in sessions if each.skipped is None]
        write_json(
            {"sessions": [{**session_json(each), "minutes": _lasted(house, each)} for each in trained[:last]]}
        )
        return
    if day is None:
        _tell_of_days_ahead(house)
    if not sessions:
        say(
            "No session is logged yet; `runlift today` shows the first one."
            if day is None
            else f"Nothing is logged on {day_and_year(day)}."
        )
    for session in sessions[: last or USUALLY_SHOWN]:
        _tell_session(house, session, numbered=day is not None)


def _sessions(house: "House") -> "list[Session]":
    """Everything up to today, newest first."""
    book = house.logbook
    under_way = book.session
    found = [each for each in reversed(book.log().sessions) if each.date <= book.today]
    return _with_open(under_way, found)


def _tell_of_days_ahead(house: "House") -> None:
    """A session on a day that is still to come is in no list, so it is named."""
    book = house.logbook
    for day in sorted({each.date for each in book.log().sessions if each.date > book.today}):
        say(f"There is a session on {day}, which is still to come: `runlift history {day}`.")


def _on(house: "House", day: dt.date) -> "list[Session]":
    """Everything of one day, also of one that is still to come."""
    under_way = house.logbook.session
    found = [each for each in reversed(house.logbook.log().sessions) if each.date == day]
    return _with_open(under_way if under_way is not None and under_way.date == day else None, found)


def _with_open(under_way: "Session | None", found: "list[Session]") -> "list[Session]":
    if under_way is None or not under_way.started:
        return found
    return [under_way, *(each for each in found if each.id != under_way.id)]


def session_json(session: "Session") -> dict[str, Any]:
    """One session of the log."""
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "phase": session.phase.public,
        "name": session.name,
        "minutes": session.minutes,
        "exercises": [
            {
                "exercise": entry.exercise,
                "sets": [_set_json(each) for each in entry.sets if each.done is not None],
            }
            for entry in session.entries
            if entry.performed
        ],
    }


def _lasted(house: "House", session: "Session") -> int | None:
    from tracker.domain.review.load_sums import minutes_lifted

    return minutes_lifted(session, house.catalog.review.load)


def _set_json(row: "SetRow") -> dict[str, Any]:
    from tracker.cli.shapes import amounts_json

    assert row.done is not None
    return {
        **amounts_json(row.done),
        "kind": row.planned.kind.value if row.planned is not None else "straight",
    }


def _tell_session(house: "House", session: "Session", *, numbered: bool) -> None:
    from tracker.cli.lines import day_and_year, done_words, joined, summary
    from tracker.domain.words.figures import number
    from tracker.report.names import place_of

    skipped = f"skipped: {session.skipped}" if session.skipped is not None else ""
    effort = f"felt {number(session.rpe)} of 10" if session.rpe is not None else ""
    out(joined((day_and_year(session.date), place_of(session.phase), session.name, skipped, effort)))
    unit = house.logbook.desk.runner.unit
    for entry in session.entries:
        if not entry.performed:
            continue
        exercise = house.catalog.exercises.get(entry.exercise)
        out(f"  {exercise.name if exercise is not None else entry.exercise}")
        if not numbered:
            paragraph(summary(entry, unit), indent=4)
            continue
        for at, each in enumerate(entry.sets, start=1):
            row(f"  set {at}", "open" if each.done is None else done_words(entry, each.done, unit))
    if session.note:
        paragraph(session.note, indent=2)
    out()


@click.command(
    "progress",
    cls=Verb,
    examples=('runlift progress "back squat"', "runlift progress trap_bar_deadlift --json"),
)
@click.argument("exercise", nargs=-1, required=True, shell_complete=exercises)
@as_json
@pass_door
def progress_verb(door: Door, exercise: tuple[str, ...], as_json: bool) -> None:
    """One exercise over time: e1RM and top set of each session, and its records."""
    from tracker.cli.typed import words_joined
    from tracker.domain.review.progress import progress

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
    """Points oldest first. `e1rm_kg` is all that moves; `body_kg` is how much of it is the body, null where only the
    load moves. `reps` are seconds for a hold and contacts for jumps; `counted` is false where a light week keeps a
    point out of trends.
    """
    from tracker.cli.shapes import figure

    return {
        "exercise": told.exercise.id,
        "points": [
            {
                "date": each.date.isoformat(),
                "phase": each.phase.public,
                "e1rm_kg": None if each.e1rm_kg is None else round(each.e1rm_kg, 1),
                "body_kg": None if each.e1rm_kg is None else figure(each.top.entry.moved_kg),
                "top_kg": figure(each.top_kg),
                "reps": _amount(each),
                "rpe": each.rpe,
                "counted": each.counted,
            }
            for each in told.points
        ],
        "records": [
            {
                "date": each.date.isoformat(),
                "kind": each.kind.value,
                "value": figure(each.value),
                "previous": figure(each.previous),
            }
            for each in told.records
        ],
    }


def _amount(point: "Point") -> int | None:
    return next((each for each in (point.reps, point.seconds, point.contacts) if each is not None), None)


def _tell_progress(house: "House", told: "Progress") -> None:
    out(told.exercise.name)
    if not told.points:
        say("It has not been done yet.")
        return
    records = {each.date for each in told.records}
    table(_point_cells(house, each, best=each.date in records) for each in told.points)


def _point_cells(house: "House", point: "Point", *, best: bool) -> list[str]:
    from tracker.cli.lines import day_and_year, done_words
    from tracker.domain.words.figures import show_e1rm
    from tracker.report.names import place_of

    unit = house.logbook.desk.runner.unit
    e1rm = ""
    if point.e1rm_kg is not None:
        e1rm = f"e1RM {show_e1rm(point.e1rm_kg, point.top.entry.moved_kg, unit)}"
    remark = "record" if best else "" if point.counted else "light"
    return [
        day_and_year(point.date),
        place_of(point.phase),
        done_words(point.top.entry, point.top.done, unit),
        e1rm,
        remark,
    ]
