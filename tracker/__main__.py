"""`runlift` without a verb is the app; with one, the command line."""

import sys


def main() -> int:
    """Run what the arguments ask for; the exit status."""
    from tracker.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
