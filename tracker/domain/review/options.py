"""The decisions a review ends in, as values: what may be chosen, and which choice the figures suggest."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from tracker.domain.exercise import Exercise
from tracker.domain.reason import Reason
from tracker.domain.review.calendar import Calendar
from tracker.domain.review.insights import Rule
from tracker.domain.value import Value


class OptionKind(StrEnum):
    """What can be decided for the week after."""

    CARRY_ON = "carry_on"
    HOLD = "hold"
    BACK_OFF = "back_off"
    PULL_DELOAD = "pull_deload"
    ACCEPT_DAYS = "accept_days"
    FILL_HOLE = "fill_hole"


class Option(Value):
    """One decision on offer.

    Attributes:
        suggested: what the insights point to; of carry on, hold, back off and pulling the deload exactly one is.
        inputs: what the words and the action need.
    """

    kind: OptionKind
    suggested: bool = False
    inputs: dict[str, str | int] = {}


def options(
    rules: Collection[Rule],
    around: Calendar,
    next_days: tuple[date, ...],
    fill: Exercise | None,
    fill_minutes: int,
    *,
    proposed: tuple[date, ...] = (),
    against: Reason | None = None,
    deload: date | None = None,
) -> tuple[Option, ...]:
    """What may be decided.

    Holding and backing off are offered where the week after loads at all: holding keeps every load where it is,
    backing off makes that week lighter. Where a deload is near, it can come forward instead, and the count to the
    one after it starts again.

    Args:
        rules: the insight rules that hold, spoken or not.
        next_days: lifting days of the week after that are still to come.
        fill: an exercise for a hole in the coverage.
        proposed: the days the scheduler would choose for it, were it free to.
        against: what speaks against those that stand, where others are proposed.
        deload: the Monday of a deload that can come forward to the week after; for a reason, or after two loading weeks.
    """
    loads = around.next.phase is not None and not around.next.eased
    back_off = loads and Rule.TOO_HARD in rules
    hold = loads and not back_off and bool({Rule.BOTH_UP, Rule.TOO_MUCH, Rule.PAIN} & set(rules))
    found = [Option(kind=OptionKind.CARRY_ON, suggested=not back_off and not hold)]
    if loads:
        found.append(Option(kind=OptionKind.HOLD, suggested=hold))
        found.append(Option(kind=OptionKind.BACK_OFF, suggested=back_off and deload is None))
    loaded = all(each.phase is not None and not each.eased for each in (around.this, around.last))
    if loads and deload is not None and (back_off or loaded):
        date_of = {"date": deload.isoformat()}
        found.append(Option(kind=OptionKind.PULL_DELOAD, suggested=back_off, inputs=date_of))
    if proposed:
        days = ", ".join(f"{day:%A}" for day in proposed)
        dates = ",".join(day.isoformat() for day in proposed)
        better = Rule.BEFORE_KEY_RUN in rules
        chosen: dict[str, str | int] = {"days": days, "dates": dates}
        if against is not None:
            chosen |= {"against": against.code, "on": str(against.inputs.get("day", ""))}
        found.append(Option(kind=OptionKind.ACCEPT_DAYS, suggested=better, inputs=chosen))
    if fill is not None:
        inputs: dict[str, str | int] = {"exercise": fill.id, "name": fill.name, "minutes": fill_minutes}
        if next_days:
            inputs |= {"day": f"{next_days[0]:%A}", "date": next_days[0].isoformat()}
        found.append(Option(kind=OptionKind.FILL_HOLE, suggested=Rule.HOLE in rules, inputs=inputs))
    return tuple(found)
