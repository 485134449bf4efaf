"""`runlift race`: add, move, change or remove a race, with the difference shown before it is accepted."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.completing import races
from tracker.cli.door import DAY, Door, VerbGroup, as_json, pass_door
from tracker.cli.speech import agree, paragraph, say, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.logbook.proposals import Proposal

_YES = click.option("--yes", is_flag=True, help="Accept what it changes.")


@click.group(
    "race",
    cls=VerbGroup,
    examples=(
        "runlift race add Berlin 2027-09-26 marathon",
        'runlift race add "City Ten" 2027-05-02 10k --priority B --yes',
        "runlift race move Berlin 2027-10-03",
        "runlift race change Berlin --taper sharp",
        "runlift race remove city",
        "runlift race list",
    ),
)
def race_verb() -> None:
    """Add, move, change or remove a race; what it changes is shown before it is accepted."""


@race_verb.command("list", examples=("runlift race list", "runlift race list --json"))
@as_json
@pass_door
def list_verb(door: Door, as_json: bool) -> None:
    """The races ahead, the next one first."""
    from tracker.cli.weeks import races_json, tell_races

    house = door.house
    today = house.logbook.today
    ahead = races_json(house, today)
    tell_notices(house)
    if as_json:
        write_json({"races": ahead})
    else:
        tell_races(house, today)


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
@click.option("--priority", type=click.Choice(("A", "B", "C"), case_sensitive=False),
              help="A: planned for. B: raced out of training. C: a hard run with a number on. "
                   "Left out: B on the way to a longer A race, else A.")  # fmt: skip
@click.option("--taper", type=click.Choice(("fade", "sharp")), help="Usually your own setting.")
@_YES
@pass_door
def add_verb(
    door: Door,
    name: str,
    day: dt.date,
    distance: tuple[str, ...],
    priority: str | None,
    taper: str | None,
    yes: bool,
) -> None:
    """Add a race. DISTANCE is 5k, 10k, half, marathon, ultra, or a length such as 18km."""
    from tracker.domain.person import Taper
    from tracker.domain.race import Distance, Priority, race_name

    name = race_name(name)
    proposal = door.house.logbook.planning.propose_race(
        name,
        day,
        Distance.of(" ".join(distance)),
        None if priority is None else Priority(priority.upper()),
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


@race_verb.command(
    "change",
    examples=(
        "runlift race change Berlin --taper sharp",
        'runlift race change "city ten" --priority B',
        "runlift race change Berlin --distance half --name 'Berlin Half' --yes",
    ),
)
@click.argument("name", shell_complete=races)
@click.option(
    "--priority", type=click.Choice(("A", "B", "C"), case_sensitive=False), help="How important it is."
)
@click.option("--taper", type=click.Choice(("fade", "sharp")), help="How to taper before it, an A race.")
@click.option("--distance", help="5k, 10k, half, marathon, ultra, or a length such as 18km.")
@click.option("--name", "new_name", help="What it is called.")
@_YES
@pass_door
def change_verb(
    door: Door,
    name: str,
    priority: str | None,
    taper: str | None,
    distance: str | None,
    new_name: str | None,
    yes: bool,
) -> None:
    """Change the priority, taper, distance or name of a race. A part of its name is enough."""
    from tracker.domain.person import Taper
    from tracker.domain.race import Distance, Priority

    changes: dict[str, object] = {
        "priority": Priority(priority.upper()) if priority else None,
        "taper": Taper(taper) if taper else None,
        "distance": Distance.of(distance) if distance else None,
        "name": new_name or None,
    }
    changes = {field: value for field, value in changes.items() if value is not None}
    if not changes:
        raise click.UsageError("Say what to change: --priority, --taper, --distance or --name.")
    planning = door.house.logbook.planning
    race = planning.race(name)
    _decide(
        door.house,
        planning.propose_race_change(race.id, **changes),
        yes=yes,
        done=f"{new_name or race.name} is changed.",
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
    from tracker.logbook.proposals import Outdated

    while True:
        tell_proposal(house, proposal)
        agree("Accept this?", yes=yes, how="add --yes to accept this")
        try:
            house.logbook.planning.accept(proposal)
            break
        except Outdated as moved:
            say(str(moved))
            proposal = moved.anew
    tell_notices(house)
    say(done)


def tell_proposal(house: "House", proposal: "Proposal") -> None:
    """What a change of plan does to the weeks ahead, and what there is to say about it."""
    from tracker.report.plan import difference_lines

    words = house.catalog.words
    lines = difference_lines(proposal.changes, house.logbook.today, words.line)
    for line in lines or ("The weeks ahead stay as they are.",):
        paragraph(line, indent=2 if lines else 0)
    for notice in proposal.said:
        paragraph(words.text(notice))
