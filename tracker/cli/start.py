"""`runlift` without a verb: the app."""

import sys

from tracker.assembly import run_app
from tracker.cli.door import Door
from tracker.cli.status import DONE, FAULT
from tracker.domain.errors import Refused


def start_app(door: Door) -> int:
    """Start the app and wait for its end; its exit status: that of a fault where it had to stop.

    Raises:
        Refused: where there is no terminal to draw on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused("The app needs a terminal; `runlift today` writes the day in plain lines.")
    return DONE if run_app(door.house) == 0 else FAULT
