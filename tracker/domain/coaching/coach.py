"""The coach: for a day, the phase, whether to lift, and the session with every number and its causes."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tracker.domain.adapting.readiness import Readiness
from tracker.domain.adapting.soreness import FEVER, standing_flag
from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.program import Program, SessionTemplate
from tracker.domain.progression.level import is_novice
from tracker.domain.race import Race
from tracker.domain.reason import Reason, because
from tracker.domain.runner import Away
from tracker.domain.season.rotation import next_template
from tracker.domain.season.week_plan import PlannedWeek, away_reason
from tracker.domain.session import Session
from tracker.domain.words.figures import short_date


class Day(NamedTuple):
    """What one day asks of the runner.

    Attributes:
        phase: the phase served (a novice's peak may be served as maintenance).
        phase_week, phase_weeks: place in the block; no total where it is open-ended.
        stage: 0 to 3 after a race, else None.
        race: the next race of any priority, None when there is none.
        session: what is planned, or what was done when *done*; None on a rest day.
        next_lift: the next lifting day after this one, as far as this week and the next are planned.
    """

    date: dt.date
    phase: Phase
    deload: bool
    stage: int | None
    program: Program
    level: Level
    planned: PlannedWeek
    race: Race | None
    session: Session | None
    done: bool
    reasons: tuple[Reason, ...]
    next_lift: dt.date | None

    @property
    def phase_week(self) -> int:
        return self.planned.week.phase_week

    @property
    def phase_weeks(self) -> int | None:
        return self.planned.week.phase_weeks

    @property
    def rest_day(self) -> bool:
        return self.session is None

    def with_session(self, session: Session) -> "Day":
        """The same day with the session that is under way."""
        return self._replace(session=session, done=False)


@dataclass(frozen=True)
class Coach(Knowledge):
    """What each day asks of one runner. Pure: same input, same answer."""

    def day(self, day: dt.date, readiness: Readiness | None = None, short_minutes: int | None = None) -> Day:
        """What *day* asks: done session, planned session, or rest, each with reasons."""
        if readiness is not None or short_minutes is not None:
            return self._day(day, readiness, short_minutes)
        if day not in self._days:
            self._days[day] = self._day(day)
        return self._days[day]

    @cached_property
    def _days(self) -> dict[dt.date, Day]:
        return {}

    def _day(self, day: dt.date, readiness: Readiness | None = None, short_minutes: int | None = None) -> Day:
        planned = self.week(day)
        about = self.circumstances(day, readiness)
        done = next((each for each in reversed(self.log.sessions) if each.date == day), None)
        lift_day = planned.on(day)
        absence = self.runner.rests_on(day)
        reasons = (*planned.week.notices_as(about.phase), *planned.lifting.notes)
        session: Session | None = None
        flag = standing_flag(self.log, day)
        if flag is not None:
            wait = () if flag.red_flag == FEVER else (because("FLAG_WAIT"),)
            session, reasons = done, (because(flag.red_flag or ""), *wait)
        elif done is not None:
            session = done
        elif absence is not None:
            reasons = (away_reason(absence), *reasons)
        elif lift_day is not None:
            session = self.prepared(day, readiness, short_minutes)
            reasons = (*self._away_reasons(day), *lift_day.reasons, *reasons)
        else:
            reasons = (*self._rest_reasons(day, planned), *reasons)
        return Day(
            date=day,
            phase=about.phase,
            deload=about.deload,
            stage=about.stage,
            program=self.program(day),
            level=about.level,
            planned=planned,
            race=next((race for race in self.runner.races if race.date >= day), None),
            session=session,
            done=done is not None,
            reasons=reasons,
            next_lift=self._next_lift(day, planned),
        )

    def prepared(
        self,
        day: dt.date,
        readiness: Readiness | None = None,
        short_minutes: int | None = None,
        template: SessionTemplate | None = None,
    ) -> Session:
        """The session that is due on *day*, whether or not it is a lifting day. Its id is empty until it opens."""
        plan = SessionPlan(self, self.circumstances(day, readiness), self.program(day))
        return plan.session(template or self.template(day), short_minutes)

    def template(self, day: dt.date) -> SessionTemplate:
        """The session of the program whose turn it is."""
        planned = self.week(day)
        per_week = max(planned.per_week, 1)
        phase = planned.week.served(is_novice(self.runner, self.log, day))
        before = [each for each in self.log.sessions if each.date < day]
        return next_template(self.program(day), before, planned.week, phase, per_week, day)

    def _away_reasons(self, day: dt.date) -> tuple[Reason, ...]:
        """On the road: what is at hand."""
        absence = self.runner.absence_on(day)
        if absence is None or absence.kind is not Away.TRAVEL:
            return ()
        return (because("TRAVEL", equipment=self.profile(day).name),)

    def _rest_reasons(self, day: dt.date, planned: PlannedWeek) -> tuple[Reason, ...]:
        """Why *day* is without a session: it was moved away, or what the week says of it."""
        moved = next((each for each in reversed(self.runner.moves) if each.from_day == day), None)
        if moved is not None:
            return (because("MOVED_AWAY", day=short_date(moved.to_day)),)
        return planned.lifting.reasons(day)

    def knowing(self, session: Session) -> "Coach":
        """The same coach, with one more session in the log."""
        return replace(self, log=self.log.having(session))

    def _next_lift(self, day: dt.date, planned: PlannedWeek) -> dt.date | None:
        following = self.week(day + dt.timedelta(weeks=1))
        days = (*planned.days, *following.days)
        return next((each.date for each in days if each.date > day and not self._is_off(each.date)), None)

    def _is_off(self, day: dt.date) -> bool:
        """Ill or on holiday, or a warning sign waits to be seen."""
        return standing_flag(self.log, day) is not None or self.runner.rests_on(day) is not None
