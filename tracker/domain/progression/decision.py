"""What the rules of docs/rules.md 4.6 decide about an exercise without an estimated maximum, before it becomes advice."""

from typing import NamedTuple

from tracker.domain.progression.advice import Action
from tracker.domain.reason import Reason, because
from tracker.domain.strength.exposure import Exposure


class Decision(NamedTuple):
    """How to go on.

    Attributes:
        amount: reps, or seconds of a hold, per set.
        reason: the one cause.
        steps: loads up (1) or down (-1) from the last one.
        slow: with the slow tempo 3-1-1.
        action: LIFT, or one step up or down the ladder.
    """

    amount: int
    reason: Reason
    steps: int = 0
    slow: bool = False
    action: Action = Action.LIFT

    @property
    def code(self) -> str:
        return self.reason.code


class Judged(NamedTuple):
    """Effort of an exposure: the highest and the mean rating, against what was asked."""

    highest: float
    mean: float
    target: float

    def on_target(self, margin: float = 0.5) -> bool:
        return self.mean <= self.target + margin

    def over(self, margin: float) -> bool:
        return self.highest >= self.target + margin

    @property
    def within(self) -> bool:
        """No set was above the target."""
        return self.highest <= self.target


def judged(last: Exposure, before: Exposure | None) -> Judged | None:
    """The effort of *last*; None when it was not rated. The second blank in a row counts as on target."""
    ratings = last.ratings
    if ratings:
        return Judged(max(ratings), sum(ratings) / len(ratings), last.rpe)
    if before is not None and before.unrated:
        return Judged(last.rpe, last.rpe, last.rpe)
    return None


def fewest(last: Exposure) -> int:
    """The shortest set."""
    return min(done.reps for done in last.sets)


def with_more_than_asked(last: Exposure, most: int) -> Exposure:
    """*last* as if as many had been asked for as every set had, up to *most*: whoever does more goes on from there."""
    return last._replace(reps=max(last.reps, min(fewest(last), most)))


def unchanged(last: Exposure, code: str, phase: str) -> Decision:
    """The same again, for a reason."""
    reason = because(code, phase=phase) if code == "HOLD" else because(code)
    return Decision(last.reps, reason, slow=last.slow)
