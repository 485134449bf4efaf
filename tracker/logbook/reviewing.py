"""The weekly review of one home, and its decisions: each changes the week after, and each can be taken back."""

from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.history import TrainingLog
from tracker.domain.progression.level import is_novice
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason, because
from tracker.domain.review.asked import review_plan
from tracker.domain.review.deciding import Decided, before_pull, decided, with_decided
from tracker.domain.review.insights import Rule
from tracker.domain.review.ledger import Ledger
from tracker.domain.review.options import Option, OptionKind
from tracker.domain.review.review import Review
from tracker.domain.runner import Runner, Verdict
from tracker.domain.season.season import Season
from tracker.logbook.desk import Desk
from tracker.logbook.memory import RECENT_YEARS

WEEK = timedelta(days=7)
_KEPT_WEEKS = 12
_LIGHTER = frozenset({OptionKind.BACK_OFF, OptionKind.PULL_DELOAD})


class _Basis(NamedTuple):
    """What a review was made from; another log, runner or day makes another one."""

    log: TrainingLog
    runner: Runner
    today: date


class LookBack(NamedTuple):
    """One review on everything there is, with what it was made from."""

    basis: _Basis
    ledger: Ledger
    monday: date
    review: Review


class DeloadOffer(NamedTuple):
    """A lighter week that the last weeks ask for.

    Attributes:
        review: of the week that was hard.
        option: what would be decided.
        why: what the figures say.
        reason: the offer, with the week it is about.
    """

    review: Review
    option: Option
    why: Reason
    reason: Reason


class Reviewing:
    """Weeks as they were, and what is decided about the next."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._basis: _Basis | None = None
        self._ledger: Ledger | None = None
        self._reach = date.max
        self._is_whole = False
        self._reviews: dict[date, Review] = {}

    @property
    def first_week(self) -> date:
        """The Monday of the first week there may be anything to say about."""
        memory, starts = self._desk.memory, self._desk.season.starts
        if memory.is_whole:
            log = memory.log()
            return monday_of(min([starts, *(each[0].date for each in (log.sessions, log.runs) if each)]))
        years = memory.years()
        return monday_of(min([starts, *(date(year, 1, 1) for year in years[:1])]))

    @property
    def latest_week(self) -> date:
        """The Monday of the week that has most to say: last week until something has been done in this one."""
        today = monday_of(self._desk.today)
        before = today - WEEK
        return today if self.week(today).week.sessions.done or before < self.first_week else before

    def week(self, day: date | None = None) -> Review:
        """The review of the week that holds *day*, or today. Kept until something changes.

        What has been decided for the week after does not change what is offered, so that a choice keeps its place.

        Raises:
            Refused: for a week that is still to come.
        """
        today = self._desk.today
        monday = _monday(day, today)
        log = self._look(monday, today)
        if monday not in self._reviews:
            if len(self._reviews) >= _KEPT_WEEKS:
                self._reviews.clear()
            assert self._ledger is not None
            self._reviews[monday] = self._made(log, self._ledger, monday, today)
        return self._reviews[monday]

    def look_back(self, day: date | None = None) -> "LookBack":
        """The review of a week on everything there is, so that its records are of all time. For a worker's thread:
        it reads and computes, and changes nothing; `take` does that.

        Raises:
            Refused: for a week that is still to come.
        """
        today = self._desk.today
        monday = _monday(day, today)
        basis = _Basis(self._desk.memory.log(), self._desk.runner, today)
        ledger = Ledger(basis.log)
        return LookBack(basis, ledger, monday, self._made(basis.log, ledger, monday, today))

    def take(self, found: "LookBack") -> bool:
        """Go on with everything there is; False where something has changed since, and nothing is taken."""
        basis = found.basis
        fresh = (self._desk.memory.log(), self._desk.runner, self._desk.today)
        if basis.log is not fresh[0] or basis.runner is not fresh[1] or basis.today != fresh[2]:
            return False
        self._is_whole, self._basis, self._ledger = True, basis, found.ledger
        self._reviews = {found.monday: found.review}
        return True

    @property
    def is_whole(self) -> bool:
        """Whether reviews look back on everything there is."""
        recent = self._desk.today.year - RECENT_YEARS
        return self._is_whole or all(year >= recent for year in self._desk.memory.years())

    def decided(self, review: Review) -> Decided:
        """What stands for the week after the one under review."""
        return decided(self._desk.runner, review.week.monday + WEEK)

    def decide(self, review: Review, option: Option) -> Reason:
        """Choose *option* for the week after, or take it back where it is in force; what that did.

        Raises:
            Refused, NothingToDo: when it cannot be so; nothing has changed then.
        """
        monday = review.week.monday + WEEK
        with self._desk.alone():
            before = self.decided(review)
            after = before.after(option)
            if after == before:
                return because(f"DECIDED_{option.kind.name}")
            self._become(monday, after)
        if not after.chose(option):
            return because("DECIDED_BACK")
        return because(f"DECIDED_{option.kind.name}", **option.inputs)

    def deload_offer(self) -> DeloadOffer | None:
        """A lighter week, where the figures ask for one and nobody has answered yet (I4 of the review).

        Of this week while nothing is lifted in it, else of the next.
        """
        today = self._desk.today
        monday = monday_of(today)
        begun = bool(self.log(today).between(monday, today + timedelta(days=1)).trained)
        looked_at = monday if begun else monday - WEEK
        if looked_at < self.first_week:
            return None
        review = self.week(looked_at)
        option = next((each for each in review.options if each.suggested and each.kind in _LIGHTER), None)
        stands = self.decided(review)
        if option is None or stands.verdict is not None or stands.pulled:
            return None
        why = next((each.reason for each in review.insights if each.rule is Rule.TOO_HARD), None)
        offer = because("DELOAD_OFFER_NEXT" if begun else "DELOAD_OFFER")
        return DeloadOffer(review, option, why or because("TOO_HARD"), offer)

    def answer_deload(self, offer: DeloadOffer, *, take: bool) -> None:
        """Take the lighter week, or carry on; it is not offered again for that week."""
        if take:
            self.decide(offer.review, offer.option)
        else:
            after = self.decided(offer.review)._replace(verdict=Verdict.CARRY_ON)
            self._become(offer.review.week.monday + WEEK, after)

    def _become(self, monday: date, to_be: Decided) -> None:
        with self._desk.writing("week_decided") as writing:
            decided = with_decided(self._desk.runner, monday, to_be, self._desk.today)
            writing.keep_runner(decided, "week_decided")

    def log(self, day: date) -> TrainingLog:
        """What a review of *day* looks back on: as much as advice does, or all there is after `take`.

        The further back a week lies, the further back it is read, and that is kept.
        """
        if self._is_whole:
            return self._desk.memory.log()
        self._reach = min(self._reach, day)
        return self._desk.memory.log(self._reach)

    def _look(self, monday: date, today: date) -> TrainingLog:
        """The log to review on; what was made from an older one is forgotten."""
        basis, known = _Basis(self.log(min(monday, today)), self._desk.runner, today), self._basis
        if known is None or known.log is not basis.log:
            self._ledger = Ledger(basis.log)
            known = None
        if known is None or known.runner is not basis.runner or known.today != today:
            self._reviews.clear()
        self._basis = basis
        return basis.log

    def _made(self, log: TrainingLog, ledger: Ledger, monday: date, today: date) -> Review:
        desk = self._desk
        runner = before_pull(desk.runner, monday + WEEK)
        season = desk.season if runner is desk.runner else Season.of(runner.revisions)
        profiles = {each.id: each for each in (*desk.content.profiles, *runner.profiles)}
        plan = review_plan(
            runner,
            desk.content.rules,
            season,
            log,
            monday,
            profiles[runner.equipment],
            is_novice(runner, log, min(monday + WEEK, today)),
        )
        return Review.of(
            log,
            desk.content.exercises,
            desk.content.review,
            desk.content.rules.phases,
            season,
            monday,
            today=today,
            plan=plan,
            ledger=ledger,
        )


def _monday(day: date | None, today: date) -> date:
    monday = monday_of(day or today)
    if monday > today:
        raise Refused("That week is still to come; `plan` shows it.")
    return monday
