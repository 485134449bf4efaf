"""Runs and check-ins: what happened outside the lifting session that the rules need to know."""

from datetime import date
from enum import StrEnum

from tracker.domain.exercise import CareArea
from tracker.domain.value import Value


class RunKind(StrEnum):
    """The hardest thing a run was: easy, quality, long, or a race."""

    EASY = "E"
    QUALITY = "Q"
    LONG = "L"
    RACE = "X"


class Run(Value):
    """One run; distance or minutes may be unknown, not both.

    Attributes:
        km: kilometres.
        rpe: session RPE, 0 to 10.
        source: where it came from; "" when typed here.
    """

    id: str
    date: date
    kind: RunKind = RunKind.EASY
    km: float | None = None
    minutes: float | None = None
    rpe: float | None = None
    note: str = ""
    source: str = ""


class CheckIn(Value):
    """Something reported apart from a set.

    Attributes:
        site, pain: a niggle and how much it hurts now, 0 to 10.
        session: the session it followed, when it is the next morning's answer.
        red_flag: the sign reported (a reason code), which stops the session.
        acknowledged: the runner has read the red-flag advice.
        seen: a clinician has looked at the red flag since, and training may go on.
    """

    id: str
    date: date
    site: CareArea | None = None
    pain: int | None = None
    session: str | None = None
    red_flag: str | None = None
    acknowledged: bool = False
    seen: bool = False
