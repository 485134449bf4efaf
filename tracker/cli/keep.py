"""`backup`, `restore`, `doctor`, `where`: looking after the files of a home."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.door import DAY, Door, Verb, as_json, pass_door
from tracker.cli.speech import agree, out, row, say, tell_notices, write_json

if TYPE_CHECKING:
    import datetime as dt

DAMAGED = 3


@click.command("where", cls=Verb, examples=("runlift where", "runlift where --home ~/lifting"))
@as_json
@pass_door
def where_verb(door: Door, as_json: bool) -> None:
    """Where everything lives: one folder, all of it yours."""
    house = door.house
    if as_json:
        write_json({"home": str(house.home), "exists": house.home.is_dir()})
        return
    out(str(house.home))
    if not house.home.is_dir():
        say("Nothing is there yet; `runlift init` begins it.")


@click.command("backup", cls=Verb, examples=("runlift backup", "runlift backup ~/Dropbox"))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path), metavar="[DIR]")
@pass_door
def backup_verb(door: Door, folder: Path | None) -> None:
    """Everything of this home in one zip, in DIR or the folder you stand in."""
    house = door.house
    kept = house.backup(folder if folder is not None else Path.cwd())
    tell_notices(house)
    out(str(kept))


@click.command(
    "restore",
    cls=Verb,
    examples=(
        "runlift restore runlift-2027-03-26.zip        the home as it was then",
        "runlift restore --session 2027-03-23          a session that was erased",
    ),
)
@click.argument("path", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--session", "session_day", type=DAY, default=None, help="Bring the erased session of this day back."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_door
def restore_verb(door: Door, path: Path | None, session_day: "dt.date | None", yes: bool) -> None:
    """Bring back a backup, or an erased session. What is there now is set aside, never lost."""
    house = door.house
    if (path is None) == (session_day is None):
        raise click.UsageError("Name a backup file, or a day with --session.")
    if session_day is not None:
        _restore_session(door, session_day)
        return
    assert path is not None
    agree(f"Put the home back to what {path.name} holds?", yes=yes, how="add --yes to put it back")
    from tracker.domain.figures import counted

    restored = house.restore(path)
    tell_notices(house)
    out(
        f"{counted(len(restored.files), 'file')} came back; what was there before is kept in {restored.kept_as}."
    )


def _restore_session(door: Door, day: "dt.date") -> None:
    from tracker.cli.lines import day_and_year
    from tracker.domain.errors import NothingToDo

    past = door.house.logbook.past
    erased = [each for each in past.erased() if each.date == day]
    if not erased:
        days = sorted({each.date for each in past.erased()})
        known = f" Erased are those of {', '.join(map(day_and_year, days))}." if days else ""
        raise NothingToDo(f"No session of {day_and_year(day)} was erased.{known}")
    for session in erased:
        past.restore(session.id)
    tell_notices(door.house)
    out(f"Back in the log: {erased[-1].name}, {day_and_year(day)}.")


@click.command("doctor", cls=Verb, examples=("runlift doctor", "runlift doctor --repair"))
@click.option("--repair", is_flag=True, help="Do what is safe.")
@as_json
@pass_door
def doctor_verb(door: Door, repair: bool, as_json: bool) -> int:
    """Look over every file; say what is wrong and what can be done."""
    house = door.house
    findings = house.repair() if repair else house.examine()
    tell_notices(house)
    bad = [each for each in findings if each.health != "ok"]
    if as_json:
        write_json(
            {
                "findings": [
                    {"health": each.health.value, "file": each.file, "text": each.sentence}
                    for each in findings
                ]
            }
        )
    else:
        for each in findings:
            row(each.health.value, each.sentence)
        if not bad:
            out("Everything is in order.")
    return DAMAGED if bad else 0
