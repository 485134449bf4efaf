"""Days away and the way back (docs/rules.md 4.4): a week off costs nothing, longer breaks start lighter.

Stopping lowers maximal force a little more every week (Bosquet 2013); the factors are deliberately larger than
that, because soreness protection and tendon tolerance fade too and the runner still has to run.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.prescription import Layoff, LayoffStep
from tracker.domain.strength.e1rm import pct
from tracker.domain.strength.exposure import Exposure

BACK_AT = 0.975


class Comeback(NamedTuple):
    """The last break in a log and how far the way back has gone.

    Attributes:
        days: how long the break was.
        since: exposures since, the one on return included.
        before: the last normal exposure before the break, None when there is none.
        step: what the break asked for.
    """

    days: int
    since: int
    before: Exposure | None
    step: LayoffStep

    @property
    def eased(self) -> bool:
        """The next exposure is still one with a set less and less effort."""
        return self.since < self.step.exposures

    def is_incomplete(self, ref: Exposure) -> bool:
        """Less than 97.5 % of the load before the break is back, compared at the same reps and effort."""
        return self.before is not None and _worth(ref) < BACK_AT * _worth(self.before)


def comeback(rules: Layoff, history: Sequence[Exposure]) -> Comeback | None:
    """The last break of two weeks or more between exposures; None when there was none, or when the start
    weight was looked for anew after it.
    """
    ordered = sorted(history, key=lambda each: each.date)
    for at in range(len(ordered) - 1, 0, -1):
        back, before = ordered[at], ordered[at - 1]
        days = back.days_away if back.days_away is not None else (back.date - before.date).days
        step = rules.after(days)
        if step is None:
            continue
        if days >= rules.recalibrate_days:
            return None
        normal = [each for each in ordered[:at] if each.normal]
        return Comeback(days, len(ordered) - at, normal[-1] if normal else None, step)
    return None


def _worth(exposure: Exposure) -> float:
    return exposure.top.kg / pct(exposure.reps, exposure.rpe)
