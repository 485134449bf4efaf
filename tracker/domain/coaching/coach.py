"""The coach: for a day, the phase, whether to lift, and the session with every number and its causes."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tracker.domain.adapting.pain import STOP_ABOVE
from tracker.domain.adapting.readiness import Readiness
from tracker.domain.adapting.soreness import (
    FEVER,
    carried,
    gentle_after,
    resting_sites,
    settling,
    standing_flag,
    worse_exercises,
)
from tracker.domain.coaching.circumstances import Circumstances
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.content import Content
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.exercise import CareArea, ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.program import Program, ProgramId, SessionTemplate, choose_program
from tracker.domain.progression.level import GUARDED_LOADING_WEEKS, earned_level, is_novice
from tracker.domain.race import Race
from tracker.domain.reason import Reason, because
from tracker.domain.runner import Away, Runner, Verdict
from tracker.domain.season.recovery import recovery_on
from tracker.domain.season.rotation import next_template
from tracker.domain.season.season import Season
from tracker.domain.season.week_plan import PlannedWeek, away_reason, planned_week
from tracker.domain.session import Session
from tracker.domain.words.figures import short_date

LAST_RECOVERY_STAGE = 3


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
class Coach:
    """Everything known about one runner, and the rules to read it with. Pure: same input, same answer."""

    runner: Runner
    season: Season
    content: Content
    log: TrainingLog

    @cached_property
    def profiles(self) -> dict[str, EquipmentProfile]:
        """Equipment profiles by id, the runner's own before the shipped ones."""
        return {each.id: each for each in (*self.content.profiles, *self.runner.profiles)}

    def profile(self, day: dt.date) -> EquipmentProfile:
        """The equipment at hand on *day*: the usual place, or where the runner travels."""
        absence = self.runner.absence_on(day)
        wanted = absence.equipment if absence and absence.equipment else self.runner.equipment
        return self.profiles[wanted]

    def level(self, day: dt.date) -> Level:
        """The level of the tables on *day*, with the guards for novices and for those not yet cleared."""
        if day not in self._levels:
            self._levels[day] = self._level(day)
        return self._levels[day]

    @cached_property
    def _levels(self) -> dict[dt.date, Level]:
        return {}

    def _level(self, day: dt.date) -> Level:
        careful = self.runner.safety.careful or self.runner.safety.under_18
        return Level.BEGINNER if careful or self.is_guarded(day) else self.earned(day)

    def is_guarded(self, day: dt.date) -> bool:
        """The first loading weeks of somebody new to lifting, or long away from it."""
        early = self.season.week(day).strength_weeks_before < GUARDED_LOADING_WEEKS
        return early and is_novice(self.runner, self.log, day)

    def earned(self, day: dt.date) -> Level:
        """The level declared, or the higher one that training had earned before the phase of *day* began."""
        start = self._block_start(day)
        if start not in self._earned:
            self._earned[start] = earned_level(self.runner, self.log, self.content.exercises, start)
        return self._earned[start]

    @cached_property
    def _earned(self) -> dict[dt.date, Level]:
        return {}

    def _block_start(self, day: dt.date) -> dt.date:
        week = self.season.week(day)
        return week.monday - dt.timedelta(weeks=week.phase_week - 1)

    def promoted(self, day: dt.date) -> Level | None:
        """The level that *day* is the first to train at, None on all other days: promoted between two phases."""
        start = self._block_start(day)
        before = start - dt.timedelta(days=1)
        if before < self.season.starts or self.log.between(start, day).trained:
            return None
        level = self.level(day)
        return level if level is self.earned(day) is not self.earned(before) else None

    def program_id(self, day: dt.date) -> ProgramId:
        """The program followed: the runner's choice while there is one of that name, or the rule's."""
        chosen = self.runner.program
        usual_place = self.profiles[self.runner.equipment]
        race = self._race_trained_for(day)
        return choose_program(
            self.level(day),
            has_bar=usual_place.bar is not None,
            marathon_next=race is not None and race.distance == "marathon",
            override=chosen if chosen in self.content.programs else None,
        )

    def _race_trained_for(self, day: dt.date) -> Race | None:
        """The next A race; in recovery the one just run, since the way back is part of it."""
        week = self.season.week(day)
        if week.phase is Phase.RECOVERY:
            return max(
                (race for race in self.runner.races if race.priority == "A" and race.date < day),
                key=lambda race: race.date,
                default=week.next_a,
            )
        return week.next_a

    def program(self, day: dt.date) -> Program:
        return self.content.programs[self.program_id(day)]

    def week(self, day: dt.date) -> PlannedWeek:
        if day not in self._weeks:
            self._weeks[day] = planned_week(self.runner, self.content.rules, self.season, self.log, day)
        return self._weeks[day]

    @cached_property
    def _weeks(self) -> dict[dt.date, PlannedWeek]:
        return {}

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

    def circumstances(self, day: dt.date, readiness: Readiness | None = None) -> Circumstances:
        """What today's numbers depend on, apart from each exercise's own log."""
        week = self.season.week(day)
        recovery = recovery_on(self.runner.races, day)
        phase = week.served(is_novice(self.runner, self.log, day))
        stage = recovery.stage if recovery else LAST_RECOVERY_STAGE if phase is Phase.RECOVERY else None
        verdict = self.runner.decision_for(week.monday)
        unanswered = self.carried(day)
        return Circumstances(
            day=day,
            week=week,
            phase=phase,
            level=self.level(day),
            deload=week.light or verdict is Verdict.BACK_OFF,
            hold=verdict is Verdict.HOLD,
            stage=stage,
            recovery=recovery,
            profile=self.profile(day),
            readiness=readiness or Readiness(),
            runs=tuple(run for run in self.log.runs if day - dt.timedelta(days=1) <= run.date <= day),
            pains={**unanswered, **self.pains(day)},
            carried=frozenset(unanswered),
            resting=self.resting_areas(day),
            gentle=gentle_after(self.log, self.runner, day),
            settling=settling(self.log, day) if self.log.has_hurt else {},
        )

    def pains(self, day: dt.date) -> dict[CareArea, int]:
        """Niggles reported for today, by site, the worst of each; what was said later than the morning counts."""
        mornings: dict[CareArea, int] = {}
        later: dict[CareArea, int] = {}
        for checkin in self.log.checkins:
            if checkin.date == day and checkin.site is not None and checkin.pain is not None:
                found = later if checkin.session is None else mornings
                found[checkin.site] = max(found.get(checkin.site, 0), checkin.pain)
        return {**mornings, **later}

    def carried(self, day: dt.date) -> dict[CareArea, int]:
        """Niggles of earlier days that nothing has been said of today."""
        if not self.log.has_hurt:
            return {}
        said = self.pains(day)
        return {site: score for site, score in carried(self.log, day).items() if site not in said}

    def resting_areas(self, day: dt.date) -> tuple[CareArea, ...]:
        """Care areas that get no suggestions: pain above 5, or a niggle that has gone on too long."""
        known = {**self.carried(day), **self.pains(day)}
        today = [area for area, pain in known.items() if pain > STOP_ABOVE]
        return tuple(dict.fromkeys((*today, *self.lasting_areas(day))))

    def lasting_areas(self, day: dt.date) -> tuple[CareArea, ...]:
        """Niggles that have gone on so long that a clinician should see them."""
        if not self.log.has_hurt:
            return ()
        return resting_sites(self.log, day, self.content.review.pain)

    @cached_property
    def _worse(self) -> dict[dt.date, dict[ExerciseId, CareArea]]:
        return {}

    def worse(self, day: dt.date) -> dict[ExerciseId, CareArea]:
        """Exercises that were worse the morning after the last time, and where."""
        if day not in self._worse:
            self._worse[day] = (
                {} if not self.log.has_hurt else worse_exercises(self.log, self.content.exercises, day)
            )
        return self._worse[day]

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
