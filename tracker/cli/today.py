"""`runlift today`: the phase, the session, each set, and why."""

from typing import TYPE_CHECKING

import click

from tracker.cli.door import Door, Verb, as_json, pass_door
from tracker.cli.numbers import Decimals, Whole
from tracker.cli.speech import out, paragraph, row, say, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.coaching.coach import Day
    from tracker.domain.feeling import Readiness
    from tracker.domain.session import Entry, Session

READINESS = ("fresh", "normal", "dead")
MINUTES = ("40", "25", "12")


@click.command(
    "today",
    cls=Verb,
    examples=(
        "runlift today",
        "runlift today --readiness dead         dead legs: see what becomes of the session",
        "runlift today --sleep 5.5 --legs 6     three answers instead of one",
        "runlift today --minutes 25             short on time: what matters most stays",
        "runlift today --why                    every reason in full",
        "runlift today --date 2027-03-26 --json",
    ),
)
@click.option(
    "--readiness", type=click.Choice(READINESS), help="How the legs are; it holds or lowers, never raises."
)
@click.option("--sleep", type=Decimals(0, 24), metavar="HOURS", help="Hours of the last night.")
@click.option("--energy", type=Whole(1, 5), help="1 is none, 5 is plenty.")
@click.option("--legs", type=Whole(0, 10), help="How sore they are, 0 to 10, instead of --readiness.")
@click.option("--minutes", type=click.Choice(MINUTES), help="Only this much time.")
@click.option("--why", "in_full", is_flag=True, help="Every reason in full words.")
@click.option("--yes", is_flag=True, help="Change the session without asking.")
@as_json
@pass_door
def today_verb(
    door: Door,
    readiness: str | None,
    sleep: float | None,
    energy: int | None,
    legs: int | None,
    minutes: str | None,
    in_full: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """What today asks: phase, week, session, each prescribed set, each reason.

    What shares a number, 3a and 3b, is done in turns, set by set. With --json an exercise has a `group` then, and the
    session a `warm_up`: the drills before the first set. Where legs, sleep or energy would take more than a tenth off, it
    asks first; without a terminal to ask on nothing is changed, and --yes says yes, with --json too.
    """
    house = door.house
    said = _said(readiness, sleep, energy, legs)
    day = _day(house, said, None if minutes is None else int(minutes), yes=yes)
    tell_notices(house)
    if as_json:
        from tracker.cli.shapes import day_json

        write_json(day_json(house, day))
    else:
        tell_day(house, day, in_full=in_full)


def _said(
    readiness: str | None, sleep: float | None, energy: int | None, legs: int | None
) -> "Readiness | None":
    """What was said about the morning; None for nothing."""
    from tracker.domain.feeling import Feel, Readiness

    feel = None if readiness is None else Feel(readiness)
    said = Readiness(feel=feel, sleep_h=sleep, energy=energy, soreness=legs)
    return said if said.answered else None


def _day(house: "House", said: "Readiness | None", minutes: int | None, *, yes: bool) -> "Day":
    """The day. What is said about legs and time becomes part of its session, as in the app; undo takes it back."""
    book = house.logbook
    day = book.day()
    if said is None and minutes is None:
        return day
    if day.session is None or day.done or _another_day_is_open(house):
        return book.day(None, said, minutes)
    if said is not None:
        from tracker.cli.changes import agree_to

        if not book.begin().session.started:
            agree_to(house, book.adapting.preview_readiness(said), yes=yes)
        book.adapting.say_readiness(said)
    if minutes is not None and not _shortened(house, minutes) and said is None:
        return book.day()
    say("Noted for this session; `runlift undo` takes it back.")
    return book.day()


def _shortened(house: "House", minutes: int) -> bool:
    """Whether anything had to go; where nothing has, that is said."""
    from tracker.domain.errors import NothingToDo

    try:
        house.logbook.adapting.shorten(minutes)
    except NothingToDo as fits:
        say(str(fits))
        return False
    return True


def _another_day_is_open(house: "House") -> bool:
    """A session of another day with sets in it: a look at this day must not close it."""
    under_way = house.logbook.under_way
    return under_way is not None and under_way.session.started and under_way.base.date != house.logbook.today


def tell_day(house: "House", day: "Day", *, in_full: bool = False) -> None:
    """The day in plain lines."""
    _tell_head(house, day)
    out()
    if day.session is None or day.session.skipped is not None:
        _tell_rest(day)
    else:
        tell_session(house, day.session, done=day.done, in_full=in_full)
    _tell_causes(house, day, in_full=in_full)
    _tell_questions(house, day)


def _tell_head(house: "House", day: "Day") -> None:
    from tracker.cli.lines import day_and_year, joined
    from tracker.domain.words.figures import days_away, full_date
    from tracker.report.names import place_of

    place = place_of(day.phase, day.phase_week, day.phase_weeks)
    style = day.planned.week.style.value if day.phase.is_build else ""
    lighter = "lighter week" if day.deload else ""
    out(joined((full_date(day.date), place, style, lighter)))
    paragraph(house.catalog.words.line(f"PHASE_{day.phase.name}"))
    if day.race is not None:
        away = days_away(day.race.days_from(day.date))
        out(f"{day.race.name} {away}, {day_and_year(day.race.date)}")


def _tell_rest(day: "Day") -> None:
    from tracker.domain.words.figures import full_date

    skipped = day.session.skipped if day.session is not None else None
    out("No lifting today." if skipped is None else f"Skipped: {skipped}.")
    if day.next_lift is not None:
        out(f"Next is {full_date(day.next_lift, day.date)}.")


def _tell_causes(house: "House", day: "Day", *, in_full: bool) -> None:
    """Why; where nothing is lifted, sentences that name the day, since there is no session they could be about."""
    words = house.catalog.words
    if day.reasons:
        out()
    rests = day.session is None
    said = (
        words.text(each) if in_full or (rests and "day" in each.inputs) else words.line(each)
        for each in day.reasons
    )
    for sentence in dict.fromkeys(said):
        paragraph(sentence)


def _tell_questions(house: "House", day: "Day") -> None:
    """What is asked before training: the morning after a niggle, a spot that was sore."""
    if day.done or (day.session is not None and day.session.started):
        return
    if not house.logbook.log(day.date).has_hurt:  # most logs; adapting a day costs 5 ms to import
        return
    for question in house.logbook.adapting.questions(known=day):
        out()
        paragraph(house.catalog.words.text(question.reason))
        if question.site is not None:
            say(f"`runlift pain {question.site} 0-10` answers.")


def tell_session(house: "House", session: "Session", *, done: bool = False, in_full: bool = False) -> None:
    """A session: its exercises, each with its sets, the last time, and why."""
    from tracker.cli.lines import joined
    from tracker.domain.coaching.warming_up import warm_up_for
    from tracker.domain.rounds import labels, turns_with
    from tracker.domain.words.drill_text import drills_line
    from tracker.domain.words.figures import minutes

    state = "done" if done else "under way" if session.started else ""
    out(joined((session.name, f"about {minutes(session.minutes)}" if session.minutes else "", state)))
    for reason in session.reasons:
        paragraph(house.catalog.words.line(reason), indent=2)
    drills = drills_line(warm_up_for(house.logbook.coach(session.date), session), house.catalog.exercises)
    if drills:
        row("first", f"{drills}, once through")
    for number, turns, entry in zip(labels(session), turns_with(session), session.entries, strict=True):
        _tell_entry(
            house,
            session,
            joined((f"{number} {_name(house, entry)}", _tool(house, entry), turns)),
            entry,
            done=done,
            in_full=in_full,
        )


def _name(house: "House", entry: "Entry") -> str:
    exercise = house.catalog.exercises.get(entry.exercise)
    return exercise.name if exercise is not None else entry.exercise


def _tool(house: "House", entry: "Entry") -> str:
    """What is in hand where it is not what the exercise is usually done with."""
    from tracker.domain.words.tool_text import in_hand

    exercise = house.catalog.exercises.get(entry.exercise)
    return "" if exercise is None else in_hand(exercise, entry)


def _tell_entry(
    house: "House", session: "Session", head: str, entry: "Entry", *, done: bool, in_full: bool
) -> None:
    from tracker.cli.lines import sets_of, summary
    from tracker.domain.progression.causes import lightened_by
    from tracker.domain.words.said_set import near_day

    unit = house.logbook.desk.runner.unit
    out(head)
    if entry.skipped is not None:
        row("skipped", entry.skipped)
        return
    if entry.warmup:
        row("warm up", ", ".join(_warm_up(entry)))
    for label, text in sets_of(entry, unit, over=done):
        row(label, text)
    before = [
        each
        for each in house.logbook.log(session.date).of(entry.exercise)
        if each.session.date < session.date
    ]
    if before and not entry.performed:
        last = before[-1]
        row("last", f"{summary(last.entry, unit)} · {near_day(last.session.date, session.date)}")
    if entry.note:
        row("note", entry.note)
    words = house.catalog.words
    lighter = lightened_by(entry.reasons)  # told beside its number, whatever the head of the session says
    own = [reason for reason in entry.reasons if reason in lighter or reason not in session.reasons]
    for at, reason in enumerate(own or entry.reasons):
        row("" if at else "why", words.text(reason) if in_full else words.line(reason))


def _warm_up(entry: "Entry") -> list[str]:
    from tracker.domain.words.figures import show_amount, show_load

    return [
        f"{show_load(each.load, each.load.unit, short=True)} {show_amount(reps=each.reps, short=True)}"
        for each in entry.warmup
        if each.load is not None
    ]
