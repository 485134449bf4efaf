"""The past as rows: sessions under their phases, and one session with what was asked beside what was done."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tracker.domain.adapting.ladder import Library
from tracker.domain.phase import Phase
from tracker.domain.review.glance import Became, YearGlance, became, main_set, set_shown
from tracker.domain.review.load_sums import minutes_lifted
from tracker.domain.review_rules import AdherenceRules, LoadRules
from tracker.domain.runner import Runner
from tracker.domain.session import Entry, PerformedSet, PlannedSet, Session, SetRow
from tracker.domain.units import Unit
from tracker.domain.words.figures import (
    TIMES,
    counted,
    full_date,
    minutes,
    number,
    short_date,
    show_rpe,
    weekday,
)
from tracker.domain.words.finding import Sought
from tracker.domain.words.said_set import amount_of, load_of, set_of
from tracker.screens.season_band import tint_of
from widgets.facts import Fact
from widgets.headline import Statement
from widgets.legend import Meaning
from widgets.row_list import Cell, Column, ListRow
from widgets.set_list import Exercise, Row, SetLine

GLYPHS = {
    Became.DONE: ("✓", "done"),
    Became.SHORT: ("½", "done"),
    Became.IN_PART: ("◐", "done"),
    Became.MOVED: ("→", "done"),
    Became.SKIPPED: ("~", "quiet"),
    Became.ADDED: ("↓", "cool"),
}
"""What became of a session, as a mark; its word is said beside it."""

COLUMNS = (
    Column(most=15),
    Column(most=1),
    Column(most=40, flex=True, least=34),
    Column(most=22, rank=1),
    Column(most=8, to_right=True, rank=2),
)
_UNPLANNED = "without a plan"
_MOST_ROWS = 20
_LEVELS = (
    (3, "■", ("long or hard", "long")),
    (2, "▪", ("a session", "usual")),
    (1, "▫", ("a little", "short")),
)


class Looked(NamedTuple):
    """What was looked for, in which library."""

    sought: Sought
    library: Library

    def about(self, session: Session) -> tuple[str, Entry | None]:
        """The exercise that was meant, with its name."""
        entry = self.sought.entry_of(session)
        if entry is None:
            return "", None
        known = self.library.get(entry.exercise)
        return known.name if known is not None else entry.exercise, entry


def looked_for(text: str, library: Library) -> Looked | None:
    """What is searched for; None where nothing is."""
    return Looked(Sought(text, library), library) if text else None


def session_rows(
    sessions: Sequence[Session],
    runner: Runner | None,
    rules: AdherenceRules,
    unit: Unit,
    today: date,
    looked: Looked | None = None,
) -> tuple[ListRow, ...]:
    """The sessions, newest first, under heads that name the phase and its days; of a search with what it found."""
    rows: list[ListRow] = []
    for phase, found in groupby(reversed(sessions), key=_phase_name):
        run = list(found)
        tint = "" if run[0].imported else tint_of(run[0].phase)
        first, last = run[-1].date, run[0].date
        days = short_date(last, today) if first == last else _span(first, last, today)
        rows.append(ListRow("", (Cell(phase.upper(), "bold", tint), Cell(days))))
        rows += [ListRow(each.id, session_cells(each, runner, rules, unit, today, looked)) for each in run]
    return tuple(rows)


def session_cells(
    session: Session,
    runner: Runner | None,
    rules: AdherenceRules,
    unit: Unit,
    today: date,
    looked: Looked | None = None,
) -> tuple[Cell, ...]:
    """One row: day, mark, name, what is out of the ordinary, the main lift's top set, how many sets.

    Of a search for an exercise, the exercise and its top set instead.
    """
    how = became(session, runner, rules)
    glyph, ink = GLYPHS[how]
    meant, entry = ("", None) if looked is None else looked.about(session)
    top = main_set(session) if entry is None else set_shown(session, entry)
    said = "" if top is None else f"{set_of(top[0], top[1], unit)} {show_rpe(top[1].rpe)}".strip()
    quiet = "quiet" if how is Became.SKIPPED else ""
    return (
        Cell(f"{weekday(session.date)} {short_date(session.date, today)}", quiet),
        Cell(glyph, ink),
        Cell(meant or session.name, quiet, aside=odd_word(session, how)),
        Cell(said),
        Cell(counted(session.sets_done, "set") if session.sets_done else "", "quiet"),
    )


def odd_word(session: Session, how: Became) -> str:
    """What is out of the ordinary, in a word."""
    if how is not Became.DONE:
        return how.value
    return "deload" if session.deload else ""


def legend(glance: YearGlance) -> tuple[tuple[Meaning, ...], ...]:
    """What the marks and the colours of the year mean, as far as they are there; with sessions of each phase."""
    levels = {each.level for each in glance.days}
    marks = [Meaning(glyph, words, "done") for level, glyph, words in _LEVELS if level in levels]
    if any(glance.first <= day <= glance.last for day in glance.races):
        marks.append(Meaning("◆", ("race",), "error"))
    counts: dict[str, list[Phase]] = {}
    for day in glance.days:
        if day.phase is not None:
            counts.setdefault(day.phase.spoken, []).append(day.phase)
    phases = tuple(
        Meaning("■", (f"{name} {len(days)}", f"{name} {len(days)}", name), tint=tint_of(days[0]))
        for name, days in counts.items()
    )
    return (tuple(marks), phases)


def erased_rows(
    sessions: Iterable[Session], rules: AdherenceRules, unit: Unit, today: date
) -> tuple[ListRow, ...]:
    """Erased sessions, newest first."""
    newest = sorted(sessions, key=lambda each: each.date, reverse=True)
    return tuple(ListRow(each.id, session_cells(each, None, rules, unit, today)) for each in newest)


def when_line(
    session: Session, runner: Runner | None, rules: AdherenceRules, today: date
) -> tuple[Statement, ...]:
    """The day of an open session, its phase, and what is out of the ordinary."""
    how = became(session, runner, rules)
    glyph, ink = GLYPHS[how]
    word = odd_word(session, how)
    return (
        Statement((full_date(session.date, today), short_date(session.date, today)), "strong", rank=0),
        Statement(() if session.imported else (_phase_place(session),), tint=tint_of(session.phase), rank=1),
        Statement((f"{glyph} {word}" if word else "",), ink, rank=2),
    )


def what_line(session: Session, rules: LoadRules) -> tuple[Statement, ...]:
    """What it was: its name, how hard, how long, how much."""
    said = [f"RPE {number(session.rpe)}"] if session.rpe is not None else []
    lasted = minutes_lifted(session, rules) if session.started else None
    said += [minutes(lasted)] if lasted is not None else []
    if session.sets_done:
        said.append(counted(session.sets_done, "set"))
    if session.readiness is not None:
        said.append(f"readiness {session.readiness}")
    return (
        Statement((session.name,), rank=0),
        *(Statement((each,), "quiet", rank=rank) for rank, each in enumerate(said, start=1)),
    )


def notes(session: Session) -> tuple[Fact, ...]:
    """What was said about the session and its exercises."""
    skipped = Fact("skipped", session.skipped or "", rows=2, rank=0)
    return (skipped, Fact("note", session.note, rows=_MOST_ROWS, rank=1))


def set_rows(session: Session, library: Library, unit: Unit) -> tuple[Row, ...]:
    """Every exercise of a past session, each set with what was asked for."""
    rows: list[Row] = []
    for at, entry in enumerate(session.entries):
        known = library.get(entry.exercise)
        state = "skipped" if entry.skipped is not None else "modified" if entry.modified else ""
        name = known.name if known is not None else entry.exercise
        rows.append(Exercise(str(at), str(at + 1), name, _entry_tag(entry), state))
        rows += [
            _set_line(entry, row, f"{at}.{number}", unit)
            for number, row in enumerate(entry.sets)
            if row.done is not None or entry.skipped is None
        ]
    return tuple(rows)


def asked_words(entry: Entry, planned: PlannedSet, done: PerformedSet, unit: Unit) -> str:
    """What was asked, as far as it differs: nothing, ``of @8``, ``of 100 kg × 5 @8``."""
    load = load_of(entry, planned.load, planned.band, unit)
    same_load = load == load_of(entry, done.load, done.band, unit)
    same_amount = amount_of(planned) == amount_of(done)
    effort = show_rpe(planned.rpe)
    if same_load and same_amount:
        return "" if done.rpe is None or planned.rpe == done.rpe or not effort else f"of {effort}"
    said = amount_of(planned) if same_load else set_of(entry, planned, unit)
    return f"of {said} {effort}".strip()


def _set_line(entry: Entry, row: SetRow, key: str, unit: Unit) -> SetLine:
    if row.done is None:
        planned = "" if row.planned is None else _close(set_of(entry, row.planned, unit))
        effort = "" if row.planned is None else show_rpe(row.planned.rpe)
        return SetLine(key, "next", planned, effort, "not done")
    word = "added" if row.planned is None else asked_words(entry, row.planned, row.done, unit)
    return SetLine(key, "done", _close(set_of(entry, row.done, unit)), show_rpe(row.done.rpe), word)


def _close(said: str) -> str:
    """The load in fewer cells: ``bw+2×10 kg × 8``."""
    return said.replace("bw + ", "bw+").replace(f"2 {TIMES} ", f"2{TIMES}", 1) if said[:1] in "b2" else said


def _entry_tag(entry: Entry) -> str:
    said = ["L/R"] if entry.per_side else []
    if entry.said is not None:
        said.append(f"{entry.said.site} {entry.said.score}")
    if entry.note:
        said.append(entry.note)
    return " · ".join(said)


def _phase_name(session: Session) -> str:
    return _UNPLANNED if session.imported else session.phase.spoken


def _phase_place(session: Session) -> str:
    if session.recovery_stage is not None:
        return f"{session.phase.spoken.upper()} stage {session.recovery_stage}"
    return session.phase.spoken.upper()


def _span(first: date, last: date, today: date) -> str:
    since = short_date(first, None if first.year == last.year else today)
    return f"{since} to {short_date(last, today)}"
