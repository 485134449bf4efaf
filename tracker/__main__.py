"""`runlift` without a verb is the app; with one, the command line."""

import gc
import os
import sys

ALLOCATIONS = 500_000


def main() -> int:
    """Run what the arguments ask for; the exit status."""
    start_lightly()
    from tracker.cli.main import run

    return run(sys.argv[1:])


def start_lightly() -> None:
    """30 ms of every start: looking for garbage, of which a verb makes next to none, and for pydantic plugins."""
    gc.set_threshold(ALLOCATIONS, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    sys.exit(main())
