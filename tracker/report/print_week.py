"""A week of sessions as plain text, for a gym without phones: every set with a box to tick."""

import textwrap
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from tracker.domain.adapting.ladder import Library
from tracker.domain.coaching.coach import Coach
from tracker.domain.coaching.foresight import sessions_ahead
from tracker.domain.coaching.warming_up import warm_up_for
from tracker.domain.race import monday_of
from tracker.domain.rounds import Label, labels, turns_with
from tracker.domain.session import Entry, Session, SetKind
from tracker.domain.units import Unit
from tracker.domain.words import figures
from tracker.domain.words.drill_text import drills_line
from tracker.domain.words.said_set import set_of
from tracker.logbook import Logbook
from tracker.report.desk import Words
from tracker.report.names import place_of

WIDTH = 72
_BOX = "[ ]"
_RAMP = "go up in steps while it feels easy, and stop at the effort named"
_FORESEEN = "Loads as they will be if each session before goes as planned."


class Paper(NamedTuple):
    """What a week is written from. It is gathered at once, so that the writing, which takes seconds for a week far
    ahead, may be done beside everything else.

    Attributes:
        start: the first day that is written.
        now, then: who plans from today on, and on that first day.
        begun: the session under way.
    """

    start: date
    today: date
    now: Coach
    then: Coach
    begun: Session | None
    unit: Unit
    words: Words

    @property
    def exercises(self) -> Library:
        return self.now.content.exercises


def paper_of(logbook: Logbook, words: Words, start: date) -> Paper:
    """For the sessions from *start* to the end of its week."""
    today = min(logbook.today, start)
    now, then = logbook.coach(today), logbook.coach(start)
    return Paper(start, today, now, then, logbook.session, logbook.desk.runner.unit, words)


def sessions_of(paper: Paper, is_wanted: Callable[[], bool] = lambda: True) -> Iterator[Session]:
    """What is still to do from the first day to the end of its week, as if every session before it went as planned.

    Args:
        is_wanted: asked before each session on the way there; it ends where the answer is no.
    """
    end = monday_of(paper.start) + timedelta(days=7)
    for session in sessions_ahead(paper.now, paper.today, paper.today, end, paper.begun):
        if not is_wanted():
            return
        if session.date >= paper.start:
            yield session


def printed_week(paper: Paper, is_wanted: Callable[[], bool] = lambda: True) -> str:
    """The sessions from the first day to the end of its week; only its head once nobody waits any longer."""
    start = paper.start
    planned = paper.then.week(start)
    week = planned.week
    place = place_of(paper.then.circumstances(start).phase, week.phase_week, week.phase_weeks)
    race = week.next_a
    head = [
        f"Week {week.monday.isocalendar().week}, from {figures.full_date(start)} {start.year}",
        place + (", a lighter week" if week.light else ""),
        "" if race is None else f"{race.name} {figures.days_away(race.days_from(start))}",
    ]
    lines = [", ".join(filter(None, head))]
    sessions = list(sessions_of(paper, is_wanted))
    if not sessions:
        lines += ["", "No lifting day is left in this week."]
    elif start > paper.today or len(sessions) > 1:
        lines += [_FORESEEN]
    for session in sessions:
        lines += ["", *_session(session, paper)]
    return "\n".join(lines) + "\n"


def _session(session: Session, paper: Paper) -> Iterator[str]:
    minutes = f", about {session.minutes} min" if session.minutes else ""
    title = f"{figures.full_date(session.date)}: {session.name}{minutes}"
    yield title
    yield "-" * len(title)
    for reason in session.reasons:
        yield from textwrap.wrap(paper.words.line(reason), WIDTH)
    drills = drills_line(warm_up_for(paper.then, session), paper.exercises)
    if drills:
        yield from textwrap.wrap(f"First {drills}, once through.", WIDTH)
    turns = turns_with(session)
    for at, label in enumerate(labels(session)):
        yield from _entry(session, at, label, turns[at], paper)
    yield ""
    yield "session RPE ____   note ______________________________________"


def _entry(session: Session, at: int, label: Label, turns: str, paper: Paper) -> Iterator[str]:
    entry = session.entries[at]
    exercise = paper.exercises.get(entry.exercise)
    sides = ", each side" if entry.per_side else ""
    yield ""
    name = exercise.name if exercise is not None else entry.exercise
    yield f"{label} {name}{sides}{_rest(session, entry, label, turns)}"
    if entry.warmup:
        yield f"    warm up {', '.join(set_of(entry, each, paper.unit) for each in entry.warmup)}"
    rows = [row.planned for row in entry.sets if row.planned is not None]
    for asked, alike in groupby(rows):
        boxes = " ".join([_BOX] * len(list(alike)))
        yield f"    {set_of(entry, asked, paper.unit)} {figures.show_rpe(asked.rpe)}".rstrip() + f"   {boxes}"
        if asked.kind is SetKind.RAMP:
            yield f"    {_RAMP}"


def _rest(session: Session, entry: Entry, label: Label, turns: str) -> str:
    """The rest between sets; of those that take turns, said once and for the whole round."""
    if label.kind and not label.begins:
        return ""
    together = [each for each in session.entries if label.kind and each.group == entry.group] or [entry]
    rest = figures.clock(max(each.rest_s[1] for each in together))
    return f"   {turns}, then rest {rest}" if turns else f"   rest {rest}"
