"""What the review decided for one week, as it stands in the runner's profile, and how a choice changes it."""

from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.exercise import ExerciseId
from tracker.domain.review.options import Option, OptionKind
from tracker.domain.runner import AcceptedDays, Decision, Extra, Move, Runner, Verdict
from tracker.domain.season.deload import with_deload_pulled, without_deload_pulled
from tracker.domain.season.season import Season

_WEEK = timedelta(days=7)
_VERDICTS = {OptionKind.HOLD: Verdict.HOLD, OptionKind.BACK_OFF: Verdict.BACK_OFF}


class Decided(NamedTuple):
    """Everything decided for one week.

    Attributes:
        pulled: a deload was brought forward to it.
        days: lifting days said yes to, none when nothing was said.
        moves: sessions moved from or to its days.
    """

    verdict: Verdict | None = None
    pulled: bool = False
    days: tuple[date, ...] = ()
    extras: tuple[ExerciseId, ...] = ()
    moves: tuple[Move, ...] = ()

    def chose(self, option: Option) -> bool:
        """Whether *option* is in force."""
        match option.kind:
            case OptionKind.CARRY_ON:
                return self.verdict in (None, Verdict.CARRY_ON) and not self.pulled
            case OptionKind.PULL_DELOAD:
                return self.pulled
            case OptionKind.ACCEPT_DAYS:
                return bool(self.days)
            case OptionKind.FILL_HOLE:
                return option.inputs.get("exercise") in self.extras
            case _:
                return self.verdict is _VERDICTS[option.kind]

    def after(self, option: Option) -> "Decided":
        """With *option* chosen; taken back where it is in force already. Loads are decided one way only."""
        taken_back = self.chose(option)
        match option.kind:
            case OptionKind.CARRY_ON:
                return self._replace(verdict=None, pulled=False)
            case OptionKind.PULL_DELOAD:
                return self._replace(verdict=None, pulled=not taken_back)
            case OptionKind.ACCEPT_DAYS:
                days = tuple(date.fromisoformat(day) for day in str(option.inputs["dates"]).split(","))
                return self._replace(days=() if taken_back else days, moves=self.moves if taken_back else ())
            case OptionKind.FILL_HOLE:
                wanted = str(option.inputs["exercise"])
                others = tuple(each for each in self.extras if each != wanted)
                return self._replace(extras=others if taken_back else (*others, wanted))
            case _:
                return self._replace(verdict=None if taken_back else _VERDICTS[option.kind], pulled=False)


def decided(runner: Runner, monday: date) -> Decided:
    """What stands for the week of *monday*."""
    return Decided(
        runner.decision_for(monday),
        monday in runner.plan.pulled,
        runner.accepted_days(monday),
        tuple(each.exercise for each in runner.extras if each.week == monday),
        tuple(each for each in runner.moves if _touches(each, monday)),
    )


def with_decided(runner: Runner, monday: date, to_be: Decided, today: date) -> Runner:
    """The runner with that decided for the week of *monday* instead of what stood.

    Raises:
        Refused: when a deload cannot come forward to that week.
        NothingToDo: when that week is light already.
    """
    verdicts = tuple(each for each in runner.decisions if each.week != monday)
    accepted = tuple(each for each in runner.accepted if each.week != monday)
    extras = tuple(each for each in runner.extras if each.week != monday)
    moves = tuple(each for each in runner.moves if not _touches(each, monday))
    if to_be.verdict is not None:
        verdicts = (*verdicts, Decision(week=monday, verdict=to_be.verdict))
    if to_be.days:
        accepted = (*accepted, AcceptedDays(week=monday, days=to_be.days))
    return runner.changed(
        decisions=verdicts,
        accepted=accepted,
        extras=(*extras, *(Extra(week=monday, exercise=each) for each in to_be.extras)),
        moves=(*moves, *to_be.moves),
        revisions=_pulled(runner, monday, to_be.pulled, today).revisions,
    )


def before_pull(runner: Runner, monday: date) -> Runner:
    """The runner as if no deload had been brought forward to the week of *monday*."""
    if monday not in runner.plan.pulled:
        return runner
    revision = without_deload_pulled(Season.of(runner.revisions), monday)
    return runner.changed(revisions=(*runner.revisions[:-1], revision))


def _pulled(runner: Runner, monday: date, pulled: bool, today: date) -> Runner:
    if pulled == (monday in runner.plan.pulled):
        return runner
    if not pulled:
        return before_pull(runner, monday)
    revision = with_deload_pulled(Season.of(runner.revisions), monday, today)
    return runner.changed(revisions=(*runner.revisions[:-1], revision))


def _touches(move: Move, monday: date) -> bool:
    return any(monday <= day < monday + _WEEK for day in (move.from_day, move.to_day))
