"""`runlift race`: add, move or remove a race, with the difference shown before it is accepted."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.completing import races
from tracker.cli.door import DAY, Door, VerbGroup, pass_door
from tracker.cli.speech import agree, out, paragraph, say, table, tell_notices

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.logbook.planning import Proposal

MOST_DATES = 4
_YES = click.option("--yes", is_flag=True, help="Accept what it changes.")


@click.group(
    "race",
    cls=VerbGroup,
    examples=(
        "runlift race add Berlin 2027-09-26 marathon",
        'runlift race add "City Ten" 2027-05-02 10k --priority B --yes',
        "runlift race move Berlin 2027-10-03",
        "runlift race remove city",
    ),
)
def race_verb() -> None:
    """Add, move or remove a race; what it changes is shown before it is accepted."""


@race_verb.command(
    "add",
    examples=(
        "runlift race add Berlin 2027-09-26 marathon",
        'runlift race add "Hill Race" 2027-06-12 18km --priority C',
        'runlift race add "City Ten" 2027-05-02 10k --taper sharp --yes',
    ),
)
@click.argument("name")
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("distance", nargs=-1, required=True)
@click.option("--priority", type=click.Choice(("A", "B", "C"), case_sensitive=False), default="A",
              help="A: planned for. B: raced out of training. C: a hard run with a number on.")  # fmt: skip
@click.option("--taper", type=click.Choice(("fade", "sharp")), help="Usually your own setting.")
@_YES
@pass_door
def add_verb(
    door: Door,
    name: str,
    day: dt.date,
    distance: tuple[str, ...],
    priority: str,
    taper: str | None,
    yes: bool,
) -> None:
    """Add a race. DISTANCE is 5k, 10k, half, marathon, ultra, or a length such as 18km."""
    from tracker.domain.person import Taper
    from tracker.domain.race import Distance, Priority

    proposal = door.house.logbook.planning.propose_race(
        name,
        day,
        Distance.of(" ".join(distance)),
        Priority(priority.upper()),
        None if taper is None else Taper(taper),
    )
    _decide(door.house, proposal, yes=yes, done=f"{name} is in the plan.")


@race_verb.command("move", examples=("runlift race move Berlin 2027-10-03",))
@click.argument("name", shell_complete=races)
@click.argument("day", type=DAY, metavar="DATE")
@_YES
@pass_door
def move_verb(door: Door, name: str, day: dt.date, yes: bool) -> None:
    """Take a race on another day. A part of its name is enough."""
    planning = door.house.logbook.planning
    race = planning.race(name)
    _decide(
        door.house,
        planning.propose_race_change(race.id, date=day),
        yes=yes,
        done=f"{race.name} is moved.",
    )


@race_verb.command("remove", examples=("runlift race remove Berlin", "runlift race remove berlin --yes"))
@click.argument("name", shell_complete=races)
@_YES
@pass_door
def remove_verb(door: Door, name: str, yes: bool) -> None:
    """Take a race out of the plan. A part of its name is enough."""
    planning = door.house.logbook.planning
    race = planning.race(name)
    _decide(
        door.house, planning.propose_race_removal(race.id), yes=yes, done=f"{race.name} is out of the plan."
    )


def _decide(house: "House", proposal: "Proposal", *, yes: bool, done: str) -> None:
    """Show what the change does, and make it when it is accepted."""
    tell_proposal(house, proposal)
    agree("Accept this?", yes=yes, how="add --yes to accept this")
    house.logbook.planning.accept(proposal)
    tell_notices(house)
    say(done)


def tell_proposal(house: "House", proposal: "Proposal") -> None:
    """What a change of plan does to the weeks ahead, and what there is to say about it."""
    from tracker.cli.lines import phase_name
    from tracker.domain.words.figures import counted, short_date

    today = house.logbook.today
    if not proposal.changes:
        out("The weeks ahead stay as they are.")
    phases = [each for each in proposal.changes if each.phase_changes]
    table(
        (
            short_date(each.start, today),
            counted(each.weeks, "week"),
            f"{phase_name(each.before)} → {phase_name(each.after)}",
        )
        for each in phases
    )
    same = [each for each in proposal.changes if not each.phase_changes]
    for words, found in (
        ("Lighter weeks now", [each for each in same if each.light_after]),
        ("No longer lighter", [each for each in same if not each.light_after]),
    ):
        if found:
            more = len(found) - MOST_DATES
            dates = ", ".join(short_date(each.start, today) for each in found[:MOST_DATES])
            paragraph(f"{words}: {dates}{f' and {more} more' if more > 0 else ''}.", indent=2)
    for notice in proposal.notices:
        paragraph(house.catalog.words.text(notice))
