"""What stands beside the checklist, one panel for each moment of a day, as plain values."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tracker.domain import rounds
from tracker.domain.adapting.ladder import Library
from tracker.domain.coaching.coach import Day
from tracker.domain.coaching.entry_sets import work_of
from tracker.domain.coaching.minutes import WARM_UP_MINUTES, estimate_seconds
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.exercise import Exercise
from tracker.domain.history import Exposed, TrainingLog
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, Session
from tracker.domain.strength.record_text import record_text
from tracker.domain.strength.records import Record
from tracker.domain.units import Unit
from tracker.domain.words import figures
from tracker.domain.words.done_text import example_of
from tracker.domain.words.said_set import near_day, set_of
from tracker.logbook import Where
from tracker.logbook.next_time import NextTime
from tracker.screens import spoken
from tracker.screens.checklist import row_at
from tracker.screens.next_facts import change_facts
from tracker.screens.why_line import why_line
from widgets.facts import Fact

_NAME_ON_A_PHONE = 26
_BESIDE_DONE = 33
_FLAGS = ("RED_FLAG_", "FLAG_WAIT")
_NO_TRAINING = frozenset({"ILL", "ON_HOLIDAY", "MOVED_AWAY"})

Say = Callable[[Reason], str]
Key = Callable[[str], str]


class Panel(NamedTuple):
    """Everything beside the checklist.

    Attributes:
        more: where the rest of the facts is, in case they do not all fit.
    """

    title: str
    short: str = ""
    place: str = ""
    load: str = ""
    unit: str = ""
    reps: str = ""
    reps_unit: str = ""
    effort: str = ""
    note: str = ""
    widest: str = ""
    plates: spoken.OnTheBar = spoken.NOTHING
    facts: tuple[Fact, ...] = ()
    more: str = ""


class Reading(NamedTuple):
    """What the panels are written with.

    Attributes:
        say: a reason in one line.
        key: what a stroke is called by now.
        narrow: what to pick up is said beside the note, to save a row.
        drills: the warm-up, in one line; empty once a set is done.
    """

    library: Library
    profile: EquipmentProfile
    log: TrainingLog
    unit: Unit
    today: date
    say: Say
    key: Key
    narrow: bool = False
    drills: str = ""


def set_panel(reading: Reading, session: Session, where: Where) -> Panel:
    """The set under the cursor."""
    entry = session.entries[where.entry]
    exercise = reading.library[entry.exercise]
    row = row_at(session, where)
    asked = None if row is None else row.done or row.planned
    ramp = _ramp(reading, entry)
    spare = reading.narrow and (bool(ramp.text) or rounds.is_change_over(session, where))
    facts: tuple[Fact, ...] = (
        Fact("first", reading.drills, rows=3, rank=0),
        ramp,
        _last(reading, session, entry)._replace(rank=3 if spare else 1),
        _why(reading, session, where),
        Fact("note", entry.note, rows=2, rank=4),
        _next(reading, session, where),
    )
    if reading.narrow and reading.drills:  # the warm-up leaves no room for more
        facts = facts[:3]
    if asked is None:
        return Panel(
            exercise.name, place="joins today", note=f"Type what you did: {example_of(entry)}", facts=facts
        )
    big = spoken.big(entry, asked, reading.unit, tempo=not reading.narrow)
    plates = spoken.on_the_bar(exercise, asked, reading.profile)
    note = big.note
    if reading.narrow:
        note = " · ".join(filter(None, (note, spoken.to_pick_up(exercise, asked, reading.profile))))
    everything = [each.done or each.planned for each in entry.sets]
    return Panel(
        title=exercise.name,
        short=spoken.shortest_name(exercise),
        place=_place(entry, where.row, noted=reading.narrow and bool(entry.note)),
        load=big.load,
        unit=big.unit,
        reps=big.reps,
        reps_unit=big.reps_unit,
        effort=big.effort,
        note=note,
        widest=spoken.longest(spoken.big(entry, each, reading.unit).load for each in everything if each),
        plates=plates,
        facts=facts,
    )


def _place(entry: Entry, at: int, *, noted: bool) -> str:
    """``set 2 of 3``, and what has happened to it."""
    is_done = at < len(entry.sets) and entry.sets[at].done is not None
    words = (f"set {at + 1} of {len(entry.sets)}", "done" if is_done else "", "note" if noted else "")
    return " · ".join(filter(None, words))


def _ramp(reading: Reading, entry: Entry) -> Fact:
    """The way up to the first heavy set, where there is no list to show it."""
    shown = reading.narrow and not entry.performed
    return Fact("ramp", spoken.warm_up_of(entry, reading.unit) if shown else "", rows=2, rank=1)


def _last(reading: Reading, session: Session, entry: Entry) -> Fact:
    before = _times_before(reading, session, entry)
    if not before:
        return Fact("last", "first time here", rank=1)
    said = spoken.sets_in_a_line(before[-1].entry, reading.unit, short=reading.narrow)
    day = near_day(before[-1].session.date, reading.today)
    return Fact("last", said, aside=day, rows=2, rank=1)


def _why(reading: Reading, session: Session, where: Where) -> Fact:
    entry = session.entries[where.entry]
    before = _times_before(reading, session, entry)
    said = why_line(entry, where.row, before[-1].entry if before else None, reading.unit)
    if said.reason is None:
        return Fact("why", "")
    return Fact("why", reading.say(said.reason), lead=said.lead, rows=3, rank=2)


def _times_before(reading: Reading, session: Session, entry: Entry) -> list[Exposed]:
    before = [each for each in reading.log.of(entry.exercise) if each.session.id != session.id]
    return [each for each in before if each.session.date <= session.date]


def _next(reading: Reading, session: Session, where: Where) -> Fact:
    left = f"{figures.minutes(minutes_left(session))} left" if session.sets_open else ""
    following = rounds.following(session, where)
    if following is None:
        at_the_end = "the last set" if session.sets_open else f"{reading.key('session.finish')} to finish"
        return Fact("next", at_the_end, aside=left, rank=2)
    entry = session.entries[following.entry]
    planned = entry.sets[following.row].planned
    name = "" if following.entry == where.entry else f"{reading.library[entry.exercise].name}  "
    said = set_of(entry, planned, reading.unit) if planned is not None else ""
    if not rounds.is_change_over(session, where):
        rank = 5 if reading.narrow else 2
        return Fact("next", f"{name}{said}", aside=left, rows=2, rank=rank, short=name.strip() or said)
    short = f"{_short_enough(reading.library[entry.exercise])}, no rest"
    if reading.narrow:
        return Fact("then", short, rank=1)
    return Fact("then", f"{name}{said}, no rest", aside=left, rows=2, rank=2, short=short)


def _short_enough(exercise: Exercise) -> str:
    """A name that leaves a phone's line room for two more words."""
    if len(exercise.name) <= _NAME_ON_A_PHONE:
        return exercise.name
    return spoken.shortest_name(exercise)


def minutes_left(session: Session) -> float:
    """Minutes for the sets that are still open."""
    open_sets = (
        entry.changed(sets=tuple(row for row in entry.sets if row.is_open))
        for entry in session.entries
        if entry.next_open is not None
    )
    seconds = estimate_seconds(work_of(entry) for entry in open_sets)
    return seconds / 60 + (0 if session.started else WARM_UP_MINUTES)


def rest_panel(reading: Reading, day: Day, missed: date | None, preview: Session | None) -> Panel:
    """A day without a session: that it is one, why, and what is next."""
    about_today = day.planned.lifting.reasons(day.date) or (because("REST_DAY"),)
    away = tuple(each for each in day.reasons if each.code in _NO_TRAINING or each.code.startswith(_FLAGS))
    why = " ".join(dict.fromkeys(reading.say(reason) for reason in away or about_today))
    following, minutes = "nothing planned in these two weeks", ""
    if day.next_lift is not None and preview is not None:
        following = f"{figures.full_date(day.next_lift, day.date)}, {preview.name}"
        minutes = f"about {figures.minutes(preview.minutes)}"
    gone = ""
    if missed is not None:
        moves = "" if away else f": {reading.key('day.early')} moves it here"
        gone = f"{figures.full_date(missed, day.date)}{moves}"
    return Panel(
        "No lifting today",
        load="REST",
        note="Strength is made while you rest.",
        facts=(
            Fact("why", why, rows=8, rank=1),
            Fact("next", following, aside=minutes, rows=2, rank=0),
            Fact("missed", gone, aside=reading.say(because("NO_MAKE_UP")), rows=3, rank=1),
        ),
    )


def race_panel(race_name: str) -> Panel:
    """Race day: good luck, and nothing else."""
    return Panel(race_name, place="today", load="GO", note="Good luck. Enjoy it.")


def done_panel(
    reading: Reading, session: Session, records: tuple[Record, ...], changes: tuple[NextTime, ...]
) -> Panel:
    """A finished session: what it was, what was best ever, what changes."""
    if session.skipped is not None:
        return Panel("Left out today", place=session.name, load="REST", note=session.skipped)
    lasted = 0
    if session.started_at is not None and session.finished_at is not None:
        lasted = max(0, round((session.finished_at - session.started_at).total_seconds() / 60))
    rated = f"{figures.number(session.rpe)} of 10" if session.rpe is not None else ""
    asked = "" if rated else "how hard was it? One digit, 0 for 10"
    return Panel(
        "Done, well done" if session.rpe is None else "Done",
        short="Done",
        place=_beside_done(session.name),
        load=str(session.sets_done),
        unit=f"sets in {lasted} min" if lasted else "sets",
        facts=(
            Fact("RPE", rated or asked, rows=2, rank=0),
            *_records(reading, records),
            *change_facts(reading.library, reading.unit, reading.say, changes),
            Fact("note", session.note, rows=2, rank=2),
        ),
        more=f"{reading.key('number.why')} has all of it",
    )


def _beside_done(name: str) -> str:
    """A session's name, without its letter where it would be cut: ``squat, push, hold against a turn``."""
    return name if len(name) <= _BESIDE_DONE else name.partition(" · ")[2] or name


def _records(reading: Reading, records: tuple[Record, ...]) -> tuple[Fact, ...]:
    """In off-season each record is said; in other phases one quiet line is enough."""
    if records and not records[0].loud:
        return (
            Fact(
                "best", f"{figures.counted(len(records), 'best mark')} so far, noted quietly", rows=2, rank=3
            ),
        )
    return tuple(
        Fact(
            "best" if at == 0 else "",
            reading.library[each.exercise].name,
            lead=record_text(each, reading.unit),
            rank=2,
        )
        for at, each in enumerate(records)
    )
