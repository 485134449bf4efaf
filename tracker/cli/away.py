"""`runlift travel`, `away`, `back` and `deload`: when the usual days or the usual place are not there."""

import datetime as dt
from typing import TYPE_CHECKING, Literal

import click

from tracker.cli.completing import places
from tracker.cli.door import DAY, Door, Verb, never_asks, pass_door
from tracker.cli.speech import out, paragraph, say, tell_notices

if TYPE_CHECKING:
    from tracker.assembly import House
    from tracker.domain.runner import Absence

KINDS = ("ill", "holiday")
_EARLIER, _LATER, _NOW = "earlier", "later", "now"
_UNTIL = click.option(
    "--until", "last", type=DAY, help="The last day of it; without one, until `runlift back`."
)
_FROM = click.option("--from", "start", type=DAY, help="The first day of it; without one, today.")


@click.command(
    "travel",
    cls=Verb,
    examples=(
        "runlift travel travel                     train with what a hotel room has",
        "runlift travel home --until 2027-04-02",
        "runlift back",
    ),
)
@click.argument("place", nargs=-1, required=True, metavar="PLACE", shell_complete=places)
@_UNTIL
@_FROM
@pass_door
def travel_verb(door: Door, place: tuple[str, ...], last: dt.date | None, start: dt.date | None) -> None:
    """Train at another place: sessions fit what is there, and the lifts left behind wait.

    PLACE is one of your places, by its name or id: gym, home, travel.
    """
    house = door.house
    absence = house.logbook.adapting.travel(_place(house, " ".join(place)), _day_after(last), start)
    tell_notices(house)
    name = house.logbook.coach(absence.start).profile(absence.start).name
    _tell(house, absence, f"Training at: {name}")
    paragraph(house.catalog.words.text("TRAVEL"))


def _place(house: "House", text: str) -> str:
    """The id of a place: as it is, or by name, in the runner's own unit first."""
    profiles = house.logbook.coach().profiles
    wanted = text.lower().strip()
    if wanted in profiles:
        return wanted
    unit = house.logbook.desk.runner.unit
    named = [each for each in profiles.values() if wanted in (each.name.lower(), each.id.rpartition("_")[0])]
    named.sort(key=lambda each: each.unit is not unit)
    return named[0].id if named else text


@click.command(
    "away",
    cls=Verb,
    examples=(
        "runlift away ill                          no lifting until you are back",
        "runlift away holiday --until 2027-04-02",
    ),
)
@click.argument("kind", type=click.Choice(KINDS))
@_UNTIL
@_FROM
@never_asks
@pass_door
def away_verb(door: Door, kind: str, last: dt.date | None, start: dt.date | None) -> None:
    """Ill or on holiday: nothing is planned and nothing is missed. After an illness two sessions are gentle."""
    house = door.house
    adapting = house.logbook.adapting
    begin = adapting.ill if kind == "ill" else adapting.holiday
    absence = begin(_day_after(last), start)
    tell_notices(house)
    _tell(house, absence, "No lifting while you are ill" if kind == "ill" else "On holiday")
    say("`runlift back` ends it.")


@click.command("back", cls=Verb, examples=("runlift back",))
@pass_door
def back_verb(door: Door) -> None:
    """Back to the usual place and days."""
    house = door.house
    house.logbook.adapting.back()
    tell_notices(house)
    out("Welcome back.")
    say("`runlift today` shows what fits now.")


@click.command(
    "deload",
    cls=Verb,
    examples=(
        "runlift deload now                        make this week the lighter one",
        "runlift deload later --date 2027-03-22    the lighter week of that day, a week later",
    ),
)
@click.argument("how", type=click.Choice((_EARLIER, _LATER, _NOW)))
@pass_door
def deload_verb(door: Door, how: str) -> None:
    """Move the lighter week of today (or --date) by a week, to match your running, or pull it to this week."""
    house = door.house
    planning, day = house.logbook.planning, house.logbook.today
    if how == _NOW:
        planning.pull_deload(day)
        code = "DELOAD_PULLED_FORWARD"
    else:
        by: Literal[-1, 1] = -1 if how == _EARLIER else 1
        planning.move_deload(day, by)
        code = "DELOAD_MOVED"
    tell_notices(house)
    paragraph(house.catalog.words.text(code))


def _day_after(last: dt.date | None) -> dt.date | None:
    return None if last is None else last + dt.timedelta(days=1)


def _tell(house: "House", absence: "Absence", what: str) -> None:
    from tracker.domain.words.figures import full_date
    from tracker.logbook.being_away import NO_END

    today = house.logbook.today
    since = "" if absence.start == today else f" from {full_date(absence.start, today)}"
    last = absence.end - dt.timedelta(days=1)
    open_ended = absence.end - absence.start >= NO_END
    until = "" if open_ended else f" until {full_date(last, today)}"
    out(f"{what}{since}{until}.")
