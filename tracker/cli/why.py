"""`runlift why`: every cause of the numbers of one exercise, with what they were computed from."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.completing import exercises
from tracker.cli.door import Door, Verb, as_json, pass_door
from tracker.cli.speech import out, paragraph, row, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.exercise import Exercise
    from tracker.domain.history import Exposed
    from tracker.domain.session import Entry
    from tracker.domain.strength.e1rm import Estimate


@click.command(
    "why",
    cls=Verb,
    examples=(
        'runlift why "split squat"',
        'runlift why "back squat" --date 2027-03-26',
        "runlift why plank --json",
    ),
)
@click.argument("exercise", nargs=-1, required=True, shell_complete=exercises)
@as_json
@pass_door
def why_verb(door: Door, exercise: tuple[str, ...], as_json: bool) -> None:
    """Why the numbers of an exercise are what they are: the causes, and what they were computed from."""
    from tracker.cli.typed import find_exercise, words_joined

    house = door.house
    day = house.logbook.day()
    found = find_exercise(house, words_joined(exercise), day.session)
    at = day.session.position_of(found.id) if day.session is not None else None
    if day.session is not None and at is not None:
        entry: Entry | None = day.session.entries[at]
    else:
        entry = house.logbook.plan_for(day.date).entry_for(found, found.role)
    tell_notices(house)
    basis = _Basis(house, found)
    if as_json:
        write_json(_json(house, found, entry, basis, planned=at is not None))
    else:
        _tell(house, found, entry, basis, planned=at is not None)


class _Basis:
    """What the numbers of an exercise come from.

    Attributes:
        last: the last time it was done before today.
        estimate: its estimated maximum; None while nothing says anything.
    """

    def __init__(self, house: "House", exercise: "Exercise") -> None:
        from tracker.domain.strength.exposures import estimate_of

        today = house.logbook.today
        log = house.logbook.log(today).before(today)
        done = log.of(exercise.id)
        self.last: Exposed | None = done[-1] if done else None
        self.times = len(done)
        self.estimate: Estimate | None = estimate_of(log, exercise.id)
        about = house.logbook.coach().circumstances(today)
        nudge = house.catalog.rules.phases[about.prescribed_as].nudge
        self.most_rise: float | None = nudge.max_rise if nudge is not None else None


def _json(
    house: "House", exercise: "Exercise", entry: "Entry | None", basis: _Basis, *, planned: bool
) -> dict[str, Any]:
    from tracker.cli.history import session_json
    from tracker.cli.shapes import entry_json, reasons_json

    unit = house.logbook.desk.runner.unit
    last = None
    if basis.last is not None:
        session, _ = basis.last
        sets = next(e["sets"] for e in session_json(session)["exercises"] if e["exercise"] == exercise.id)
        last = {"date": session.date.isoformat(), "phase": session.phase.public, "sets": sets}
    return {
        "date": house.logbook.today.isoformat(),
        "exercise": exercise.id,
        "name": exercise.name,
        "planned": planned,
        "sets": [] if entry is None else entry_json(house, entry, exercise, unit)["sets"],
        "reasons": [] if entry is None else reasons_json(house, entry.reasons),
        "inputs": {
            "last": last,
            "times": basis.times,
            "e1rm_kg": round(basis.estimate.e1rm, 1)
            if basis.estimate is not None and _is_loaded(exercise)
            else None,
            "max_rise_pct": basis.most_rise,
        },
    }


def _tell(
    house: "House", exercise: "Exercise", entry: "Entry | None", basis: _Basis, *, planned: bool
) -> None:
    from tracker.cli.lines import sets_of

    out(exercise.name)
    if entry is None:
        paragraph("It has no place in this phase, or the equipment for it is not here.", indent=2)
        return
    if not planned:
        paragraph("It is not part of today's session. If you added it, this would make sense:", indent=2)
    unit = house.logbook.desk.runner.unit
    for label, text in sets_of(entry, unit):
        row(label, text)
    for at, reason in enumerate(entry.reasons):
        row("" if at else "because", house.catalog.words.text(reason))
    _tell_basis(house, exercise, entry, basis)


def _tell_basis(house: "House", exercise: "Exercise", entry: "Entry", basis: _Basis) -> None:
    from tracker.cli.lines import summary
    from tracker.domain.words.figures import clock, counted, percent, show_e1rm, show_rpe
    from tracker.domain.words.said_set import near_day

    unit = house.logbook.desk.runner.unit
    if basis.last is not None:
        session, done = basis.last
        row("last", f"{summary(done, unit)} · {near_day(session.date, house.logbook.today)}")
    if basis.estimate is not None and _is_loaded(exercise):
        maximum = show_e1rm(basis.estimate.e1rm, entry.moved_kg, unit)
        least = "at least " if basis.estimate.lower_bound else ""
        row("e1RM", f"{least}{maximum}, from {counted(basis.times, 'time', 'times')}")
    if entry.rpe is not None:
        row("target", f"{counted(len(entry.sets), 'set')} {show_rpe(entry.rpe)}")
    row("rest", f"{clock(entry.rest_s[0])} to {clock(entry.rest_s[1])}")
    if basis.most_rise is not None and _is_loaded(exercise):
        row("at most", f"{percent(basis.most_rise)} more from one time to the next")
    if exercise.cue:
        row("how", exercise.cue)


def _is_loaded(exercise: "Exercise") -> bool:
    from tracker.domain.strength.done_sets import LOADED

    return exercise.load in LOADED
