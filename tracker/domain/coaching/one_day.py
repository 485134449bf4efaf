"""One day of one runner: what is asked of each exercise, and the circumstances that its number is read from."""

from typing import NamedTuple

from tracker.domain.adapting.pain import HOLD, STOP_ABOVE, allows_jumps
from tracker.domain.adapting.readiness import points, reported
from tracker.domain.adapting.soreness import BONE, FEVER, ILLNESS
from tracker.domain.adapting.stepping import kept_lighter, stands_in_for_pain, stands_in_for_strong_pain
from tracker.domain.coaching.circumstances import Circumstances
from tracker.domain.coaching.job import Job
from tracker.domain.coaching.knowledge import Knowledge
from tracker.domain.coaching.on_the_road import (
    as_left_at_home,
    has_rested,
    is_back_home,
    is_first_after_race,
    road_days,
)
from tracker.domain.coaching.stuck import stuck
from tracker.domain.equipment import Way
from tracker.domain.exercise import CareArea, Exercise, LoadType, Pattern, Role
from tracker.domain.person import Level
from tracker.domain.prescription import Target
from tracker.domain.program import Cell, EasyStart, Program
from tracker.domain.progression.advice import Situation
from tracker.domain.progression.stall import Stall
from tracker.domain.session import Pain
from tracker.domain.strength.exposure import Exposure
from tracker.domain.strength.exposures import history_of
from tracker.domain.strength.rest import Rest, rest_of

ASSUMED_BODY_WEIGHT_KG = 70.0
"""Until the runner gives one; only makes small loads comparable."""

CAREFUL_RPE = 6.0
LOWER_BODY = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.SL_BALANCE, Pattern.CALF, Pattern.PLYO, Pattern.HIP}
)
ARMS = (CareArea.SHOULDER, CareArea.ELBOW, CareArea.WRIST, CareArea.NECK)
_WORKS_ARMS = frozenset({Pattern.PUSH_H, Pattern.PUSH_V, Pattern.PULL_H, Pattern.PULL_V, Pattern.CARRY})


class OneDay(NamedTuple):
    """What one day asks.

    Attributes:
        known: everything known of the runner.
        about: the day's circumstances.
        program: the program followed.
    """

    known: Knowledge
    about: Circumstances
    program: Program

    def points(self, *, lower: bool) -> int:
        about, rules = self.about, self.known.content.rules.readiness
        found = points(rules, about.readiness, about.phase, about.runs, lower=lower)
        return max(found, rules.amber) if about.gentle else found

    @property
    def easy_start(self) -> EasyStart | None:
        """The program's gentle first weeks, while they last."""
        easy = self.program.easy_start
        return easy if easy is not None and self.about.week.strength_weeks_before < easy.weeks else None

    def asked(self, role: Role, cell: Cell | None, level: Level | None = None) -> Target | None:
        """What phase, role and level ask for, before what keeps this runner's effort down."""
        about = self.about
        return self.known.content.rules.target(
            about.prescribed_as,
            role,
            level or about.level,
            wip=about.week.wip,
            style=about.week.style,
            cell=cell,
        )

    def target(self, role: Role, cell: Cell | None) -> Target | None:
        """What is asked of this runner."""
        target, easy = self.asked(role, cell), self.easy_start
        if target is None:
            return None
        if self.known.runner.safety.careful:
            target = target.at_most(CAREFUL_RPE)
        return target if easy is None else target.at_most(easy.rpe_max)

    def situation(self, exercise: Exercise, way: Way, job: Job) -> Situation:
        """Today's circumstances as they bear on one exercise."""
        about, coach = self.about, self.known
        lower = is_lower(exercise)
        away = self._rest(exercise, job.role).before(about.day)
        pain = self._niggle(exercise, job)
        score = pain.score if pain is not None else 0
        sore = pain.site if pain is not None else coach.worse(about.day).get(exercise.id)
        legs = self._sore_legs() if lower and about.pains else None
        arms = about.niggle_for(ARMS)
        back = is_back_home(self.history(exercise, way, job.role), road_days(coach, about.day))
        standstill = Stall.NONE
        ill = about.gentle in (ILLNESS, FEVER)
        if not back and not ill and not has_rested(coach, exercise.id, about.day, away or 0):
            standstill = stuck(coach, exercise.id, job.role, about.prescribed_as, about.day)
        done = coach.log.of(exercise.id)
        settling = about.settles(exercise.care, done[-1].session.date if done else None)
        return Situation(
            today=about.day,
            phase=about.prescribed_as,
            wip=about.week.wip,
            level=about.level,
            deload=about.deload,
            readiness=self.points(lower=lower),
            pain=min(score, HOLD) if job.spared and score <= STOP_ABOVE else score,
            site=sore.value if sore is not None else "",
            worse=job.worse,
            reported=reported(coach.content.rules.readiness, about.readiness, about.runs, lower=lower),
            after_illness=bool(about.gentle),
            after_sign=about.gentle not in ("", ILLNESS, FEVER),
            days_away=away or 0,
            back_home=back,
            hold=about.hold,
            stepped=kept_lighter(coach.log, exercise.id),
            stands_in=stands_in_for_pain(job.because_of),
            for_strong_pain=stands_in_for_strong_pain(job.because_of),
            settling=settling.value if settling is not None else "",
            sore_legs=legs.score if legs is not None else 0,
            sore_site=legs.site.value if legs is not None else "",
            sore_arms=arms.score if arms is not None and arms.score > STOP_ABOVE else 0,
            sore_arms_site=arms.site.value if arms is not None else "",
            works_arms=bool(_WORKS_ARMS & set(exercise.patterns)),
            ease=standstill is Stall.EASE,
            irregular=standstill is Stall.CONSISTENCY,
            recovery_stage=about.stage,
            after_race=about.stage is None and is_first_after_race(coach, exercise.id, about.day),
            taper=about.week.next_a.taper if about.week.next_a else coach.runner.taper,
            taper_week=about.week.phase_week,
            days_to_race=about.days_to_race,
            offset_kg=self._offset(exercise, way),
            hands=way.implements,
            unit=coach.runner.unit,
        )

    def _rest(self, exercise: Exercise, role: Role) -> Rest:
        return rest_of(self.known.log, exercise, self.known.content.exercises, role)

    def history(self, exercise: Exercise, way: Way, role: Role) -> tuple[Exposure, ...]:
        """The exposures that today's number is read from."""
        history = history_of(self.known.log, exercise.id, self._rest(exercise, role), way.tool.value)
        return as_left_at_home(history, road_days(self.known, self.about.day))

    def _niggle(self, exercise: Exercise, job: Job) -> Pain | None:
        return job.pain or self.about.niggle_for(exercise.care)

    def _sore_legs(self) -> Pain | None:
        """What hurts most in the legs, or in the back that carries the load to them."""
        legs = self.known.content.review.coverage.leg_sites
        return self.about.niggle_for((*legs, CareArea.LOWBACK))

    def _offset(self, exercise: Exercise, way: Way) -> float:
        if way.load is LoadType.ASSIST:
            return self._body_weight()
        return exercise.bwf * self._body_weight() if exercise.load is LoadType.BW_PLUS else 0.0

    def _body_weight(self) -> float:
        weight = self.known.runner.body_weight
        return weight.kilograms if weight is not None else ASSUMED_BODY_WEIGHT_KG

    def jumping_is_fine(self) -> bool:
        """No jumps when switched off, before clearance, on red readiness, in pain, in the program's first weeks, nor in
        the first sessions after a bone that hurt.
        """
        runner, about, easy = self.known.runner, self.about, self.easy_start
        early = easy is not None and not easy.plyo
        tired = self.points(lower=True) >= self.known.content.rules.readiness.red
        quiet = allows_jumps(about.pains.values())
        bone = about.gentle == BONE
        return runner.plyo and not runner.safety.careful and not early and not tired and quiet and not bone


def is_lower(exercise: Exercise) -> bool:
    """Whether the legs carry it."""
    return bool(LOWER_BODY & set(exercise.patterns))
