"""`runlift run`: runs beside the lifting, so that run : lift and the lifting days can be read without any import."""

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.door import DAY, Door, VerbGroup, as_json, pass_door
from tracker.cli.numbers import Decimals, Whole
from tracker.cli.speech import out, say, table, tell_notices, write_json

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.run import Run

USUALLY_SHOWN = 10
KINDS = {"E": "easy", "Q": "quality", "L": "long", "X": "race"}


@click.group("run", cls=VerbGroup, examples=("runlift run add 12.3km 65min", "runlift run list"))
def run_verb() -> None:
    """Add a run, list runs, take one out."""


@run_verb.command(
    "add",
    examples=(
        "runlift run add 12.3km 65min",
        "runlift run add 18km 1h45 --kind L",
        "runlift run add 8mi --kind Q --date 2027-03-26",
    ),
)
@click.argument("what", nargs=-1, required=True, metavar="DISTANCE TIME")
@click.option(
    "--kind",
    type=click.Choice(tuple(KINDS), case_sensitive=False),
    default=None,
    help="E easy, Q quality, L long, X race; usually what the run week says for that day.",
)
@click.option("--rpe", type=Decimals(0, 10), default=None, help="How hard it was, 0 to 10.")
@as_json
@pass_door
def add_verb(door: Door, what: tuple[str, ...], kind: str | None, rpe: float | None, as_json: bool) -> None:
    """Add a run: a distance, a time, or both in either order."""
    from tracker.cli.far_days import ask_about_day
    from tracker.domain.run import Run, RunKind
    from tracker.domain.run_week import parse_run_week, usual_kind
    from tracker.domain.words.run_text import parse_run

    house = door.house
    ask_about_day(house)
    runner = house.logbook.desk.runner
    today = house.logbook.desk.today
    read = parse_run(" ".join(what))
    usual = usual_kind(parse_run_week(runner.run_week), runner.races, today)
    run = house.logbook.past.add_run(
        Run(
            id="",
            date=today,
            kind=RunKind(kind.upper()) if kind else usual,
            km=read.km,
            minutes=read.minutes,
            rpe=rpe,
        )
    )
    tell_notices(house)
    if as_json:
        write_json(run_json(run))
    else:
        out(f"Added: {_words(run, door)}.")


@run_verb.command("remove", examples=("runlift run remove 2027-03-26",))
@click.argument("day", type=DAY, metavar="DATE")
@pass_door
def remove_verb(door: Door, day: "dt.date") -> None:
    """Take the last run of a day out of the log, to add it again as it was."""
    from tracker.cli.lines import day_and_year
    from tracker.domain.errors import NothingToDo

    house = door.house
    runs = [each for each in house.logbook.log().runs if each.date == day]
    if not runs:
        raise NothingToDo(f"No run is logged on {day_and_year(day)}.")
    house.logbook.past.erase_run(runs[-1])
    tell_notices(house)
    out(f"Taken out: {_words(runs[-1], door)}, {day_and_year(day)}.")


@run_verb.command("list", examples=("runlift run list", "runlift run list --last 30 --json"))
@click.option("--last", type=Whole(min=1), default=None, help="How many; usually 10, in JSON all.")
@as_json
@pass_door
def list_verb(door: Door, last: int | None, as_json: bool) -> None:
    """Runs, newest first."""
    from tracker.cli.lines import day_and_year

    house = door.house
    runs = list(reversed(house.logbook.log().runs))
    tell_notices(house)
    if as_json:
        write_json({"runs": [run_json(each) for each in runs[:last]]})
        return
    if not runs:
        say("No run is logged yet; `runlift run add 8km 45min` adds one.")
        return
    table([day_and_year(each.date), _words(each, door)] for each in runs[: last or USUALLY_SHOWN])


def run_json(run: "Run") -> dict[str, Any]:
    """One run; what is not known is null."""
    return {
        "id": run.id,
        "date": run.date.isoformat(),
        "kind": run.kind.value,
        "km": run.km,
        "minutes": run.minutes,
        "rpe": run.rpe,
    }


def _words(run: "Run", door: Door) -> str:
    from tracker.domain.words.figures import distance, minutes

    unit = door.house.logbook.desk.runner.unit
    parts = [
        "" if run.km is None else distance(run.km, unit),
        "" if run.minutes is None else minutes(run.minutes),
        KINDS[run.kind.value],
    ]
    return ", ".join(part for part in parts if part)
