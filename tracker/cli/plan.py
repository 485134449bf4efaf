"""`runlift plan` and `runlift move`: what lies ahead, and taking a session on another day."""

import datetime as dt

import click

from tracker.cli.door import DAY, WEEK, Door, Verb, as_json, pass_door
from tracker.cli.numbers import Whole
from tracker.cli.speech import agree, out, paragraph, say, tell_notices, write_json

WEEKS = 4
MOST_WEEKS = 104
THIS_WEEK = dt.date.min
"""What `--week` without a week stands for."""


@click.command(
    "plan",
    cls=Verb,
    examples=(
        "runlift plan",
        "runlift plan --weeks 12",
        "runlift plan --week                  this week's sessions with every set, to print",
        "runlift plan --week 2027-W23         those of another week",
        "runlift plan --from 2027-06-01 --json",
    ),
)
@click.option("--from", "start", type=DAY, help="The first day; today if left out.")
@click.option("--weeks", type=Whole(1, MOST_WEEKS), default=WEEKS, help="How many weeks of days.")
@click.option(
    "--week",
    type=WEEK,
    metavar="[WEEK]",
    is_flag=False,
    flag_value=THIS_WEEK,
    help="The sessions of this week, or of WEEK such as 2027-W23, in full, for a gym without phones.",
)
@as_json
@pass_door
def plan_verb(door: Door, start: dt.date | None, weeks: int, week: dt.date | None, as_json: bool) -> None:
    """The season as phases up to each race, and the weeks ahead with their lifting days."""
    from tracker.cli.weeks import notices_of, plan_json, tell_blocks, tell_races, tell_weeks

    house = door.house
    book = house.logbook
    asked = start if week in (None, THIS_WEEK) else week
    first = max(asked or book.today, book.season.starts)
    tell_notices(house)
    if as_json:
        write_json(plan_json(house, first, weeks))
        return
    if week is not None:
        _print_week(door, first)
        return
    tell_races(house, first)
    out()
    tell_blocks(house, first)
    out()
    tell_weeks(house, first, weeks)
    for notice in notices_of(house, first, weeks):
        out()
        paragraph(house.catalog.words.text(notice))


def _print_week(door: Door, first: dt.date) -> None:
    from tracker.report.print_week import paper_of, printed_week

    out(printed_week(paper_of(door.house.logbook, door.house.catalog.words, first)).rstrip())


@click.command(
    "move",
    cls=Verb,
    examples=(
        "runlift move 2027-03-26 2027-03-27",
        "runlift move 2027-03-26 2027-03-27 --yes     whatever speaks against it",
    ),
)
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("new_day", type=DAY, metavar="NEW-DATE")
@click.option("--yes", is_flag=True, help="Move it although something speaks against it.")
@pass_door
def move_verb(door: Door, day: dt.date, new_day: dt.date, yes: bool) -> None:
    """Take the session of one day on another. What speaks against the new day is named first."""
    from tracker.domain.words.figures import full_date

    house = door.house
    planning = house.logbook.planning
    planning.check_move(day, new_day)
    clashes = planning.clashes(day, new_day)
    for reason in clashes:
        say(house.catalog.words.text(reason))
    if clashes:
        agree("Move it all the same?", yes=yes, how="add --yes to move it all the same")
    house.logbook.move_session(day, new_day)
    tell_notices(house)
    out(f"Moved from {full_date(day, new_day)} to {full_date(new_day, day)}.")
