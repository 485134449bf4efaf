"""`runlift` without a verb: the app."""

from tracker.assembly import run_app
from tracker.cli.door import Door


def start_app(door: Door) -> int:
    """Start the app and wait for its end; its exit status."""
    return run_app(door.house)
