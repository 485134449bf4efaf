"""`runlift finish`, `skip`, `undo`, `redo`: the session as a whole."""

from typing import TYPE_CHECKING

import click

from tracker.cli.door import Door, Verb, as_json, pass_door
from tracker.cli.numbers import Decimals
from tracker.cli.speech import out, paragraph, say, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.strength.records import Record
    from tracker.logbook import Finished
    from tracker.logbook.next_time import NextTime


@click.command(
    "finish",
    cls=Verb,
    examples=(
        "runlift finish",
        "runlift finish --rpe 7                 how hard the whole session was, 0 to 10",
        'runlift finish --note "slept badly" --json',
    ),
)
@click.option("--rpe", type=Decimals(0, 10), help="How hard the whole session was, 0 to 10.")
@click.option("--note", metavar="TEXT", help="A note on the session.")
@as_json
@pass_door
def finish_verb(door: Door, rpe: float | None, note: str | None, as_json: bool) -> None:
    """Close the session: records, and what changes next time. Open sets stay undone, and that is fine."""
    house = door.house
    finished = house.logbook.finish(rpe, note)
    tell_notices(house)
    if as_json:
        from tracker.cli.shapes import finished_json

        write_json(finished_json(house, finished))
    else:
        _tell(house, finished)


def _tell(house: "House", finished: "Finished") -> None:
    from tracker.cli.lines import joined
    from tracker.domain.words.figures import counted, full_date

    session = finished.session
    out(
        joined(
            (session.name, full_date(session.date, house.logbook.today), counted(session.sets_done, "set"))
        )
    )
    _tell_records(house, finished.records)
    if finished.changes:
        out("Next time")
    for change in finished.changes:
        _tell_change(house, change)


def _tell_records(house: "House", records: "tuple[Record, ...]") -> None:
    """In off-season each record is said; in other phases one quiet line is enough."""
    from tracker.domain.words.figures import counted

    if records and not records[0].loud:
        out(f"{counted(len(records), 'best mark')} so far, noted quietly")
        return
    if records:
        out("Records")
    for record in records:
        paragraph(_record(house, record), indent=2)


def _record(house: "House", record: "Record") -> str:
    from tracker.domain.reason import because
    from tracker.domain.strength.marks import RecordKind
    from tracker.domain.strength.record_text import record_load
    from tracker.domain.words.figures import number, show_e1rm

    unit = house.logbook.desk.runner.unit
    name = house.catalog.exercises[record.exercise].name
    words = house.catalog.words
    match record.kind:
        case RecordKind.WEIGHT:
            load = record_load(record, unit)
            said = words.text(because("RECORD_WEIGHT", reps=record.amount, load=load))
        case RecordKind.E1RM:
            said = words.text(
                because("RECORD_E1RM", e1rm=show_e1rm(record.value, record.moved_kg, unit, short=True))
            )
        case RecordKind.REPS:
            said = f"A record: {record.amount} reps, {number(record.value - record.previous)} more than ever."
        case RecordKind.HOLD:
            said = (
                f"A record: {record.amount} s, {number(record.value - record.previous)} s longer than ever."
            )
    return f"{name}: {said}"


def _tell_change(house: "House", change: "NextTime") -> None:
    from tracker.cli.lines import change_words

    exercises = house.catalog.exercises
    name = exercises[change.exercise].name
    before, after = change_words(change, house.logbook.desk.runner.unit)
    if change.instead is not None:
        paragraph(f"{name} {before}", indent=2)
        paragraph(f"next time {exercises[change.instead].name} {after}", indent=4)
    else:
        paragraph(name, indent=2)
        paragraph(f"{before} → {after}" if before != after else f"{after} again", indent=4)
    for reason in change.reasons:
        paragraph(house.catalog.words.line(reason), indent=4)


@click.command(
    "skip",
    cls=Verb,
    examples=('runlift skip --reason "work ran late"', "runlift skip --reason ill --date 2027-03-26"),
)
@click.option("--reason", required=True, metavar="TEXT", help="In your own words.")
@pass_door
def skip_verb(door: Door, reason: str) -> None:
    """Leave out today's session. Nothing has to be made up: the next session is simply the next one."""
    from tracker.cli.far_days import ask_about_day

    house = door.house
    ask_about_day(house)
    skipped = house.logbook.skip_session(house.logbook.today, reason)
    tell_notices(house)
    out(f"Skipped: {skipped.name}.")
    say(house.catalog.words.text("NO_MAKE_UP"))


@click.command(
    "undo",
    cls=Verb,
    examples=(
        "runlift undo",
        "runlift undo; runlift undo     two changes",
        "runlift finish; runlift undo   the session is open again",
    ),
)
@pass_door
def undo_verb(door: Door) -> None:
    """Take back whatever was changed last, in the session, of the past, of the plan or of a setting: one after the
    other, the newest first, and none is passed by. The end of a session opens it again; that of the session before
    the last stands. Of an earlier day, the day is named.
    """
    from tracker.logbook.turn_text import undone_words

    house = door.house
    turn = house.logbook.undo()
    tell_notices(house)
    out(undone_words(turn, house.catalog.exercises, house.logbook.desk.today, name_today=False))


@click.command("redo", cls=Verb, examples=("runlift redo",))
@pass_door
def redo_verb(door: Door) -> None:
    """Bring back what was undone last, as long as nothing else was changed since."""
    from tracker.logbook.turn_text import redone_words

    house = door.house
    turn = house.logbook.redo()
    tell_notices(house)
    out(redone_words(turn, house.catalog.exercises, house.logbook.desk.today, name_today=False))
