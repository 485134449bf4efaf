"""Reductions never add up unsaid: the weightiest is named, and what they come to together."""

import pytest
from support.lifting import rules

from tracker.domain.progression.causes import all_together, lightened_by
from tracker.domain.reason import Reason, because

DELOAD = because("DELOAD", percent=90)
RED = because("READINESS_RED", points=5)
PAIN = because("PAIN_REGRESS", pain=4)
AWAY = because("LAYOFF", days=30, weeks=4, percent=90.0)
ON_TARGET = because("ON_TARGET")


@pytest.mark.parametrize(
    ("reasons", "named", "percent"),
    [
        ((ON_TARGET,), None, None),
        ((ON_TARGET, DELOAD), "DELOAD", None),
        ((ON_TARGET, DELOAD, PAIN), "PAIN_REGRESS", 28),
        ((RED, DELOAD), "READINESS_RED", 19),
        ((AWAY, ON_TARGET, RED), "LAYOFF", 19),
        ((because("LAYOFF", days=12, percent=100.0), DELOAD), "DELOAD", None),
        ((because("STALL_RESET", percent=10), PAIN), "PAIN_REGRESS", 28),
    ],
)
def test_one_cause_is_named_and_the_sum_is_said(
    reasons: tuple[Reason, ...], named: str | None, percent: int | None
) -> None:
    found = lightened_by(reasons)
    assert (found[0].code if found else None) == named
    together = all_together(rules(), reasons)
    assert [each.inputs["percent"] for each in together] == ([] if percent is None else [percent])
