"""`runlift` without a verb: the app."""

from tracker import assembly
from tracker.cli.door import Door
from tracker.cli.speech import say


def start_app(door: Door) -> int:
    """Start the app and wait for its end; its exit status."""
    start = getattr(assembly, "run_app", None)
    if start is None:
        say("The full-screen app is not here yet; `runlift today` says what today asks.")
        return 0
    status: int = start(door.house)
    return status
