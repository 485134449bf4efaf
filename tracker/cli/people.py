"""`runlift init` and `runlift set`: the person, before and after."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from tracker.cli.completing import setting_keys, setting_values, values_of
from tracker.cli.door import DAY, Door, Verb, as_json, pass_door
from tracker.cli.speech import on_terminal, out, paragraph, say, table, tell_notices, write_json

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.race import Race
    from tracker.domain.runner import Runner, Safety
    from tracker.logbook.proposals import Proposal

SETTINGS_OF_INIT = (
    "unit",
    "equipment",
    "body-weight",
    "level",
    "lifted-before",
    "run-week",
    "lift-days",
    "lifts-per-week",
    "taper",
    "program",
)
"""In the order they are read: a body weight without a unit is in the one chosen before."""

OF_THE_PLAN = ("style", "taper", "no-race", "no_race")
"""What the weeks ahead hang on, so that `set` tells what becomes of them."""

_HEALTH = ("none", "some", "cleared")
_CONDITIONS = "SCREENING_"


@click.command(
    "init",
    cls=Verb,
    examples=(
        "runlift init",
        "runlift init --race Berlin 2027-09-26 marathon --level intermediate",
        'runlift init --race "City Ten" 2027-05-02 10k --priority A --taper sharp --run-week REQEREL',
        "runlift init --equipment home --unit lb --body-weight 154 --lift-days tue,fri",
        "runlift init --no-race rolling --lifted-before regularly",
    ),
)
@click.option(
    "--race",
    nargs=3,
    type=(str, DAY, str),
    metavar="NAME DATE DISTANCE",
    help="5k, 10k, half, marathon, ultra, or km.",
)
@click.option("--priority", type=click.Choice(("A", "B", "C")), default="A", help="Of the race.")
@click.option(
    "--taper",
    shell_complete=values_of("taper"),
    metavar="fade|sharp",
    help="How lifting winds down before a race.",
)
@click.option(
    "--level", shell_complete=values_of("level"), metavar="LEVEL", help="beginner, intermediate or advanced."
)
@click.option(
    "--lifted-before",
    shell_complete=values_of("lifted-before"),
    metavar="HOW",
    help="never, some or regularly.",
)
@click.option(
    "--equipment", shell_complete=values_of("equipment"), metavar="PLACE", help="gym, home or travel."
)
@click.option("--unit", shell_complete=values_of("unit"), metavar="kg|lb", help="What weights are in.")
@click.option(
    "--body-weight",
    shell_complete=values_of("body-weight"),
    metavar="WEIGHT",
    help="70, 70.5 or 154lb; for first loads only.",
)
@click.option("--run-week", metavar="LETTERS", help="Monday to Sunday: R rest, E easy, Q quality, L long.")
@click.option("--lift-days", shell_complete=values_of("lift-days"), metavar="DAYS", help="tue,fri; or auto.")
@click.option(
    "--lifts-per-week", shell_complete=values_of("lifts-per-week"), metavar="N", help="0 to 5, or auto."
)
@click.option(
    "--style", type=click.Choice(("maintenance", "periodized")), default="periodized", help="In build."
)
@click.option(
    "--program",
    shell_complete=values_of("program"),
    metavar="NAME",
    help="beginner, intermediate, race, or auto.",
)
@click.option(
    "--no-race", type=click.Choice(("stay", "rolling")), default="stay", help="While no race is ahead."
)
@click.option("--health", type=click.Choice(_HEALTH), help="Whether a health condition asks for care.")
@click.option("--under-18", is_flag=True, help="Under 18: moderate weights, no records.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@pass_door
def init_verb(
    door: Door,
    /,
    race: tuple[str, dt.date, str] | None,
    priority: str,
    style: str,
    no_race: str,
    health: str | None,
    under_18: bool,
    yes: bool,
    **settings: str | None,
) -> None:
    """Set up a home: everything is optional, has a default, and can be changed later."""
    from tracker.domain.errors import Refused
    from tracker.domain.person import Style
    from tracker.domain.revision import NoRace, Revision

    house = door.house
    if house.logbook.runner is not None:
        raise Refused("This home is set up already; change one thing with `runlift set KEY VALUE`.")
    runner = _runner(house, settings)
    races = () if race is None else (_race(house, runner, race, priority),)
    runner = runner.changed(safety=_safety(house, health, under_18, ask=not yes))
    today = house.logbook.today
    plan = Revision(made_on=today, races=races, style=Style(style), no_race=NoRace(no_race))
    house.logbook.planning.set_up(runner, plan)
    tell_notices(house)
    say(house.catalog.words.text("SAFETY_NOTICE"))
    _tell_welcome(house)


def _runner(house: "House", settings: dict[str, str | None]) -> "Runner":
    from tracker.domain.runner import Runner
    from tracker.domain.words.settings import with_setting

    runner = Runner()
    for key in SETTINGS_OF_INIT:
        text = settings[key.replace("-", "_")]
        if text is not None:
            runner = with_setting(runner, key, text, house.catalog, house.logbook.today)
    return runner


def _race(house: "House", runner: "Runner", asked: tuple[str, dt.date, str], priority: str) -> "Race":
    from tracker.assembly import new_id
    from tracker.domain.race import Distance, Priority, Race, with_race

    name, day, distance = asked
    race = Race(
        id=new_id(),
        name=name,
        date=day,
        distance=Distance.of(distance),
        priority=Priority(priority),
        taper=runner.taper,
    )
    return with_race((), race, house.logbook.today)[0]


def _safety(house: "House", health: str | None, under_18: bool, *, ask: bool) -> "Safety":
    from tracker.domain.runner import Safety

    if health is None and ask and on_terminal():
        words = house.catalog.words
        say(words.text("SCREENING"))
        for code in words.starting(_CONDITIONS):
            say(f"  {words.line(code)}")
        health = "some" if click.confirm("One or more of these?", default=False, err=True) else "none"
        if health == "some":
            say(words.text("CAREFUL"))
    conditions, cleared = health in ("some", "cleared"), health == "cleared"
    return Safety(answered=health is not None, conditions=conditions, cleared=cleared, under_18=under_18)


def _tell_welcome(house: "House") -> None:
    from tracker.cli.today import tell_day
    from tracker.cli.weeks import tell_blocks

    book = house.logbook
    out(f"Set up in {house.home}.")
    tell_blocks(house, book.today)
    out()
    tell_day(house, book.day())


@click.command(
    "set",
    cls=Verb,
    examples=(
        "runlift set                       all settings, as they are",
        "runlift set lift-days tue,fri     or auto",
        "runlift set run-week REQEREL      rest, easy, quality, long from Monday",
        "runlift set style maintenance",
        "runlift set body-weight 154lb",
    ),
)
@click.argument("key", required=False, shell_complete=setting_keys)
@click.argument("value", nargs=-1, shell_complete=setting_values)
@as_json
@pass_door
def set_verb(door: Door, key: str | None, value: tuple[str, ...], as_json: bool) -> None:
    """Change one setting, or list them all."""
    from tracker.domain.words.places import other_plates
    from tracker.domain.words.settings import shown

    house = door.house
    if key is not None:
        if not value:
            raise click.UsageError(f"Say what {key} should be.")
        changed = _set(house, key, " ".join(value))
    settings = shown(house.logbook.desk.runner)
    tell_notices(house)
    if as_json:
        write_json({"settings": settings})
    elif key is None:
        table(settings.items())
    else:
        name = key.strip().lower().replace("_", "-")
        paragraph(f"{name} is {settings[name]}.")
        if name == "unit" and (said := other_plates(house.logbook.desk.runner, house.catalog)):
            paragraph(said)
        if changed is not None:
            from tracker.cli.race import tell_proposal

            tell_proposal(house, changed)


def _set(house: "House", key: str, value: str) -> "Proposal | None":
    """Change a setting; what that does to the weeks ahead, where they hang on it."""
    planning = house.logbook.planning
    if key.strip().lower() not in OF_THE_PLAN:
        planning.set(key, value)
        return None
    proposal = planning.propose_setting(key, value)
    planning.accept(proposal)
    return proposal
