"""What is told of the last change of the profile, as a plain record: enough to take it back, and to make it again.

It has `what`; `at`, when it was made, taken back or made again last; `made_at`; `other`, the version that does not
stand (from before the change, or, once that is `undone`, the one the change had made); and `since`, when that version
had come to be.
"""

from datetime import datetime
from typing import Any, NamedTuple

Record = dict[str, Any]


class Standing(NamedTuple):
    """A profile as it stands.

    Attributes:
        since: when what stands was written first, None where that is not known.
        changed: what is told of its last change, None where that cannot be taken back.
    """

    profile: Record | None
    since: str | None
    changed: Record | None


def told(there: Standing, what: str, now: datetime) -> Record | None:
    """A change that is about to replace the profile *there*; several in one instant are one change, and one without a
    name in *what* is none that could be taken back.
    """
    at, before = now.isoformat(), there.changed
    if not what or there.profile is None:
        return None
    change = {"what": what, "at": at, "made_at": at, "undone": False}
    if before is not None and before["at"] == at and not before["undone"]:
        return {**change, "other": before["other"], "since": before.get("since")}
    return {**change, "other": there.profile, "since": there.since}


def exchanged(there: Standing, now: datetime) -> Standing:
    """The two versions once they have changed places; there has to be a change."""
    change = there.changed or {}
    told_now = {"at": now.isoformat(), "undone": not change["undone"]}
    return Standing(
        change["other"],
        change.get("since"),
        {**change, **told_now, "other": there.profile, "since": there.since},
    )
