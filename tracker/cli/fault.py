"""What happens when runlift itself is at fault: the whole story goes to a file, one sentence to the person."""

import traceback

from tracker.cli.door import Door

LOG_NAME = "runlift.log"


def note_fault(error: Exception, door: Door) -> str:
    """Write the traceback to the log of the home; the sentence that says so."""
    about = f"{type(error).__name__}: {error}".splitlines()[0][:120]
    story = "".join(traceback.format_exception(error))
    try:
        path = door.house.home / LOG_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{door.house.clock().isoformat()}\n{story}\n")
    except Exception:
        return f"Something went wrong inside runlift ({about}); RUNLIFT_DEBUG=1 shows all of it."
    return f"Something went wrong inside runlift ({about}); {path} has all of it."
