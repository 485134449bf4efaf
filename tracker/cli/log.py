"""`runlift log`: sets as they are done."""

from typing import TYPE_CHECKING

import click

from tracker.cli.completing import exercises
from tracker.cli.door import Door, Verb, as_json, pass_door
from tracker.cli.speech import out, row, say, tell_notices, write_json

if TYPE_CHECKING:
    import datetime as dt

    from tracker.assembly import House
    from tracker.cli.typed import Typed
    from tracker.domain.rounds import Where
    from tracker.domain.session import Session


@click.command(
    "log",
    cls=Verb,
    context_settings={"ignore_unknown_options": True},
    examples=(
        'runlift log "split squat 22.5x6@8"      a dumbbell of 22.5 in each hand, 6 reps, RPE 8',
        'runlift log "back squat 100x5@8 x3"     three sets',
        'runlift log "back squat 100x5,5,4@8"    three sets, the last one of 4',
        'runlift log "lat pulldown x7"           as planned, but 7 reps',
        'runlift log "step up 20x8/7@8.5"        8 left, 7 right',
        'runlift log "plank 45s"                 "pull-up bw+10x5", "pull-up -20x8", "chop medium x8"',
        'runlift log "deadlift 225lbx5" --date 2027-03-26',
    ),
)
@click.argument("line", nargs=-1, required=True, metavar='"EXERCISE SETS"', shell_complete=exercises)
@as_json
@pass_door
def log_verb(door: Door, line: tuple[str, ...], as_json: bool) -> None:
    """Log a set, or several, of one exercise.

    SETS is [LOADx]REPS[,REPS..][/RIGHT][@RPE] [xSETS]. The sets fill the next open ones of today's session; more
    than planned is fine, an exercise that is not in it joins, and on a rest day a session of your own opens.
    Without a load the planned one counts. A comma between digits before the x is decimal, after it a list.
    """
    from tracker.cli.far_days import ask_about_day
    from tracker.cli.slips import ask_about_sets
    from tracker.cli.typed import read_line, words_joined
    from tracker.domain.rounds import next_open

    house = door.house
    ask_about_day(house)
    was_open = house.logbook.session is not None
    before = house.logbook.begin().session
    typed = read_line(house, words_joined(line), before)
    ask_about_sets(house, typed, before)
    rows = _logged(house, typed)
    session = house.logbook.session
    assert session is not None
    tell_notices(house)
    _tell_of_signs(house, session.date)
    if before.sets_done and not was_open:
        say("The session was finished already; it is open again until `runlift finish`.")
    if as_json:
        from tracker.cli.shapes import logged_json

        write_json(logged_json(session, rows, next_open(session, rows[-1])))
    else:
        _tell(house, session, rows, known=_reasons(before, rows[0].entry))


def _logged(house: "House", typed: "Typed") -> "list[Where]":
    """The sets, in the session as it is now: another window may have added the exercise meanwhile."""
    from tracker.cli.typed import fields_of

    book = house.logbook
    with book.desk.alone():
        at = book.begin().session.position_of(typed.exercise.id)
        if at is None:
            at = book.add_exercise(typed.exercise.id)
        return [book.sets.log(at, **fields_of(each, typed.held)) for each in typed.sets]


def _tell_of_signs(house: "House", day: "dt.date") -> None:
    """What was done is in the log; a warning sign that waits to be seen is said again."""
    log = house.logbook.log(day)
    if not log.has_hurt:  # most logs; adapting a day costs 5 ms to import
        return
    from tracker.domain.adapting.soreness import FEVER, standing_flags

    flags = standing_flags(log, day)
    for flag in flags:
        say(f"It is logged. {house.catalog.words.text(flag.red_flag or '')}")
    if any(flag.red_flag != FEVER for flag in flags):
        say("`runlift pain --seen` says that a clinician has looked and training is fine.")


def _reasons(before: "Session", at: int) -> tuple[str, ...]:
    entries = before.entries[at : at + 1]
    return tuple(reason.code for entry in entries for reason in entry.reasons)


def _tell(house: "House", session: "Session", rows: "list[Where]", known: tuple[str, ...]) -> None:
    from tracker.cli.lines import done_words, joined, planned_words
    from tracker.domain.rounds import is_change_over, next_open
    from tracker.domain.words.figures import counted

    unit = house.logbook.desk.runner.unit
    names = house.catalog.exercises
    entry = session.entries[rows[-1].entry]
    out(names[entry.exercise].name)
    words = [done_words(entry, done, unit) for at in rows if (done := entry.sets[at.row].done) is not None]
    for text in dict.fromkeys(words):
        row("done" if words.count(text) == 1 else f"{words.count(text)} done", text)
    for reason in entry.reasons:
        if reason.code not in known:
            row("", house.catalog.words.line(reason))
    then = next_open(session, rows[-1])
    if then is None:
        row("next", "nothing open; `runlift finish` closes the session")
        return
    following = session.entries[then.entry]
    planned = following.sets[then.row].planned
    assert planned is not None
    name = "" if then.entry == rows[-1].entry else names[following.exercise].name
    pace = "no rest" if is_change_over(session, rows[-1]) else ""
    left = f"{counted(session.sets_open, 'set')} to go"
    row("next", joined((name, planned_words(following, planned, unit), pace, left)))
