"""`runlift demo`: a year of sample training in a place of its own; nothing of yours is touched."""

from pathlib import Path

import click

from tracker.cli.door import Door, Verb, pass_door
from tracker.cli.speech import out, say


@click.command(
    "demo",
    cls=Verb,
    examples=(
        "runlift demo                           the app on sample data, gone afterwards",
        "runlift demo --write ~/runlift-demo    keep the sample home, and look at it with --home",
    ),
)
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write the sample here.",
)
@pass_door
def demo_verb(door: Door, folder: Path | None) -> int:
    """The whole product on a year of realistic sample data, in a temporary place."""
    from tracker.assembly import tell_demo

    if folder is not None:
        from tracker.domain.errors import Refused

        if folder.exists() and any(folder.iterdir()):
            raise Refused(f"{folder} is not empty; choose a new folder for the sample.")
        told = tell_demo(folder, door.day)
        out(str(folder))
        say(
            f"{told.sessions} sessions, {told.sets} sets, {told.runs} runs. `runlift --home {folder}` opens it."
        )
        return 0
    from tempfile import TemporaryDirectory

    from tracker.cli.start import start_app

    with TemporaryDirectory(prefix="runlift-demo-") as place:
        say("Telling a year of training; this takes a moment.")
        tell_demo(Path(place), door.day)
        return start_app(Door(place, door.day))
