"""A realistic year of a runner's training, told day by day with the real rules: the sample that `demo` shows.

Two seasons lie in it: a half marathon in the first, a marathon ahead in the second. A fortnight is missed, a knee
complains for a week, sessions are skipped, shortened and modified, and some ratings are forgotten.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from tracker.athlete.body import Body
from tracker.athlete.training import SimulatedRunner
from tracker.domain.content import Content
from tracker.domain.errors import NothingToDo
from tracker.domain.exercise import CareArea
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.race import Distance, Race, monday_of
from tracker.domain.revision import Revision
from tracker.domain.run import CheckIn, Run, RunKind
from tracker.domain.run_week import RunDay, parse_run_week
from tracker.domain.runner import Absence, Away, Runner
from tracker.domain.season.lifting_days import lifting_days
from tracker.domain.season.season import Season
from tracker.domain.session import Modification, Signal
from tracker.domain.units import Load
from tracker.logbook.diary import Diary

WEEKS = 52
SEED = 26
BODY_WEIGHT_KG = 68
TRAINED = 2.6
"""How much stronger than a newcomer's start: a back squat of about 80 kg once, at this body weight."""

_FIRST_RACE_WEEK, _SECOND_PLAN_WEEK, _WEEKS_TO_MARATHON = 23, 26, 36
_HOLIDAY_WEEK, _NIGGLE_WEEK, _TRAVEL_WEEK = 14, 30, 41
_MODIFIED_WEEK, _WAY_BACK_WEEK = 9, 17
_SKIPPED_WEEKS, _SHORT_WEEKS = (19, 38, 46), (11, 33, 45)
_RUN_WEEKS = (
    "RQEQREL",
    "REQERQL",
    "EQREQRL",
    "QERQERL",
    "RQEREQL",
    "QREQREL",
    "EQRELRQ",
    "LRQEQRE",
    "RELRQEQ",
)
_FAST_PHASES = (Phase.BUILD_MAINTENANCE, Phase.BUILD_PERIODIZED, Phase.PEAK, Phase.TAPER)
_WEAK_LEFT = "rfe_split_squat"
_KM = {RunKind.EASY: 8.0, RunKind.QUALITY: 10.0, RunKind.LONG: 18.0}
_MINUTES_A_KM = {RunKind.EASY: 5.9, RunKind.QUALITY: 5.1, RunKind.LONG: 5.8}


class Told(NamedTuple):
    """What a telling left behind."""

    sessions: int
    sets: int
    runs: int
    records: int


def tell_a_year(
    diary: Diary,
    content: Content,
    now: datetime,
    seed: int = SEED,
    hear: Callable[[date], None] | None = None,
) -> Told:
    """Fill *diary* with the year before *now*; its day itself is left to the reader and is a lifting day.

    Args:
        diary: an empty one.
        hear: is told of each day that has passed.
    """
    story = _Story(diary, content, now, Random(seed))
    return story.tell(hear or (lambda _: None))


class _Story:
    def __init__(self, diary: Diary, content: Content, now: datetime, luck: Random) -> None:
        self.luck = luck
        self.today = now.date()
        self.start = monday_of(self.today) - timedelta(weeks=WEEKS)
        self.marathon = Race(
            id="marathon",
            name="Berlin Marathon",
            date=self.start + timedelta(weeks=_SECOND_PLAN_WEEK + _WEEKS_TO_MARATHON - 1, days=6),
            distance=Distance.MARATHON,
        )
        self.half = Race(
            id="half",
            name="Spring Half",
            date=self.start + timedelta(weeks=_FIRST_RACE_WEEK, days=6),
            distance=Distance.HALF,
        )
        self.run_week = self._run_week()
        body = Body(luck, BODY_WEIGHT_KG, TRAINED)
        self.sim = SimulatedRunner(
            diary, content, body, now.replace(hour=7, minute=0, second=0, microsecond=0)
        )
        self.sim.weak_left = _WEAK_LEFT
        self.told = [0, 0, 0, 0]

    def tell(self, hear: Callable[[date], None]) -> Told:
        self._set_up()
        day = self.start
        while day < self.today:
            self._one_day(day)
            hear(day)
            day += timedelta(days=1)
        return Told(*self.told)

    def _set_up(self) -> None:
        self.sim.clock.set_to(self.start, hour=7)
        runner = Runner(
            level=Level.INTERMEDIATE,
            level_declared=True,
            lifted_before="regularly",
            body_weight=Load.of(BODY_WEIGHT_KG),
            run_week=self.run_week,
        )
        plan = Revision(made_on=self.start, races=(self.half,), style=Style.PERIODIZED)
        self.sim.logbook.planning.set_up(runner, plan)

    def _one_day(self, day: date) -> None:
        week = (day - self.start).days // 7
        self.sim.clock.set_to(day, hour=7)
        self._turns_of_fate(day, week)
        self._run(day)
        if self._skips(day, week):
            return
        self._short_or_modified(day, week)
        finished = self.sim.lift(day)
        if finished is None:
            self.sim.rest(day)
            return
        self.told[0] += 1
        self.told[1] += finished.session.sets_done
        self.told[3] += len(finished.records)

    def _turns_of_fate(self, day: date, week: int) -> None:
        planning = self.sim.logbook.planning
        if day == self.start + timedelta(weeks=_SECOND_PLAN_WEEK):
            proposal = planning.propose_race(
                self.marathon.name, self.marathon.date, self.marathon.distance, self.marathon.priority
            )
            planning.accept(proposal)
        if day == self.start + timedelta(weeks=_HOLIDAY_WEEK):
            planning.be_away(Absence(start=day, end=day + timedelta(weeks=2), kind=Away.HOLIDAY))
        if day == self.start + timedelta(weeks=_TRAVEL_WEEK):
            end = day + timedelta(weeks=1)
            planning.be_away(Absence(start=day, end=end, kind=Away.TRAVEL, equipment="travel_kg"))
        if week == _NIGGLE_WEEK:
            pain = 4 - day.weekday() // 2
            self.sim.logbook.past.check_in(CheckIn(id="", date=day, site=CareArea.KNEE, pain=pain))

    def _run(self, day: date) -> None:
        kind = self._run_kind(day)
        if kind is None or self.luck.random() < 0.07:
            return
        away = self.sim.logbook.desk.runner.absence_on(day)
        if away is not None and away.kind is Away.HOLIDAY and self.luck.random() < 0.6:
            return
        if kind is RunKind.RACE:
            km, minutes = 21.1, 101.0
        else:
            km = round(_KM[kind] * self.luck.uniform(0.85, 1.2), 1)
            minutes = round(km * _MINUTES_A_KM[kind] * self.luck.uniform(0.97, 1.04))
        self.sim.logbook.past.add_run(Run(id="", date=day, kind=kind, km=km, minutes=minutes))
        self.told[2] += 1

    def _run_kind(self, day: date) -> RunKind | None:
        if day in (self.half.date, self.marathon.date):
            return RunKind.RACE
        letter = RunDay(self.run_week[day.weekday()])
        if letter in (RunDay.REST, RunDay.RACE):
            return None
        resting = timedelta(0) < day - self.half.date <= timedelta(days=14)
        phase = self.sim.logbook.season.week(day).phase
        if resting or (letter is RunDay.QUALITY and phase not in _FAST_PHASES):
            return RunKind.EASY
        return RunKind(letter.value)

    def _skips(self, day: date, week: int) -> bool:
        if week not in _SKIPPED_WEEKS or day.weekday() < 3:
            return False
        session = self.sim.logbook.day().session
        if session is None or self._skipped_in(week):
            return False
        self.sim.logbook.skip_session(day, "work ran late")
        return True

    def _skipped_in(self, week: int) -> bool:
        monday = self.start + timedelta(weeks=week)
        log = self.sim.logbook.log(monday)
        return any(each.skipped for each in log.between(monday, monday + timedelta(weeks=1)).sessions)

    def _short_or_modified(self, day: date, week: int) -> None:
        session = self.sim.logbook.day().session
        if session is None or not session.entries:
            return
        if week in _SHORT_WEEKS and day.weekday() >= 3:
            self._shorten(25)
        if week == _MODIFIED_WEEK:
            self._swap("sl_rdl", "sl_rdl_supported", Signal.CLUNKY)
        if week == _WAY_BACK_WEEK:
            self._swap("sl_rdl_supported", "sl_rdl", None)

    def _shorten(self, minutes: int) -> None:
        with suppress(NothingToDo):  # a light week fits as it is
            self.sim.logbook.adapting.shorten(minutes)

    def _swap(self, exercise: str, other: str, signal: Signal | None) -> None:
        """The single-leg hinge stays clunky for a while, so a hand on the wall makes it fit; then the way back."""
        book = self.sim.logbook
        session = book.begin().session
        at = session.position_of(exercise)
        if at is None:
            return
        entry = session.entries[at]
        modified = Modification(planned=exercise, signal=signal) if signal else None
        fitting = book.plan_for(book.today).entry_for(
            book.content.exercises[other], entry.role, slot=entry.slot, modified=modified
        )
        if fitting is not None:
            book.replace_entry("modified", at, fitting)

    def _run_week(self) -> str:
        """A run week in which today is a lifting day, so that the sample opens on a session."""
        season = Season.of(
            [Revision(made_on=self.start + timedelta(weeks=_SECOND_PLAN_WEEK), races=(self.marathon,))]
        )
        week = season.week(self.today)
        for letters in _RUN_WEEKS:
            days = lifting_days(week, parse_run_week(letters), 2, races=(self.marathon,))
            if days.day(self.today) is not None:
                return letters
        return _RUN_WEEKS[0]
