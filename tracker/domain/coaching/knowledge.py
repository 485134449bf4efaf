"""What is known of one runner on any day: level, program, week, niggles, equipment, and what today depends on."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from tracker.domain.adapting.pain import STOP_ABOVE
from tracker.domain.adapting.readiness import Readiness
from tracker.domain.adapting.soreness import carried, gentle_after, resting_sites, settling, worse_exercises
from tracker.domain.coaching.circumstances import Circumstances
from tracker.domain.content import Content
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.exercise import CareArea, ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.program import Program, ProgramId, choose_program
from tracker.domain.progression.level import GUARDED_LOADING_WEEKS, earned_level, is_novice
from tracker.domain.race import Race
from tracker.domain.runner import Runner, Verdict
from tracker.domain.season.recovery import recovery_on
from tracker.domain.season.season import Season
from tracker.domain.season.week_plan import PlannedWeek, planned_week

LAST_RECOVERY_STAGE = 3


@dataclass(frozen=True)
class Knowledge:
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
