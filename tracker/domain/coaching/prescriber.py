"""One exercise of one day: its sets with every cause, or what takes its place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.adapting.ladder import steps_down, substitutes
from tracker.domain.adapting.pain import HOLD, STOP_ABOVE, allows_jumps
from tracker.domain.adapting.readiness import points, reported
from tracker.domain.adapting.soreness import FEVER, ILLNESS
from tracker.domain.adapting.stepping import (
    kept_lighter,
    stands_in_for_pain,
    stands_in_for_strong_pain,
)
from tracker.domain.coaching.announcing import beside_numbers, told_truly
from tracker.domain.coaching.circumstances import Circumstances
from tracker.domain.coaching.entry_sets import planned_sets, rest_between, warm_up_sets
from tracker.domain.coaching.in_place import last_kg, no_heavier
from tracker.domain.coaching.offering import offers
from tracker.domain.coaching.on_the_road import (
    as_left_at_home,
    has_rested,
    is_back_home,
    is_first_after_race,
    road_days,
)
from tracker.domain.coaching.stuck import stuck
from tracker.domain.equipment import Way, available, best_way, grid_for, levels_for
from tracker.domain.exercise import CareArea, Exercise, ExerciseId, LoadType, Pattern, Role
from tracker.domain.person import Level
from tracker.domain.prescription import Target
from tracker.domain.program import Cell, EasyStart, Program
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.causes import all_together
from tracker.domain.progression.prescribing import advise_any
from tracker.domain.progression.stall import Stall
from tracker.domain.race import monday_of
from tracker.domain.reason import Reason, each_once
from tracker.domain.session import (
    Entry,
    Modification,
    Pain,
    SetRow,
)
from tracker.domain.strength.exposure import Exposure
from tracker.domain.strength.exposures import history_of
from tracker.domain.strength.rest import Rest, rest_of

if TYPE_CHECKING:
    from tracker.domain.coaching.coach import Coach


ASSUMED_BODY_WEIGHT_KG = 70.0
"""Until the runner gives one; only makes small loads comparable."""

CAREFUL_RPE = 6.0
LOWER_BODY = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.SL_BALANCE, Pattern.CALF, Pattern.PLYO, Pattern.HIP}
)
_RUNGS_TRIED = 8


class Job(NamedTuple):
    """What an exercise is wanted for.

    Attributes:
        group: what it shares with those it takes turns with.
        because_of: why this exercise, before its own reasons.
        taken: exercises that are in the session already.
        before: entries whose contacts count towards the week.
        pain: a niggle named for this exercise alone; else those of the day count.
        worse: it was worse the morning after.
        spared: one step down has been taken for what hurts; it does not count twice.
        stays: the runner stepped here, so it does not grow into the next one yet.
    """

    role: Role
    cell: Cell | None
    slot: int | None = None
    group: str | None = None
    modified: Modification | None = None
    because_of: tuple[Reason, ...] = ()
    taken: tuple[ExerciseId, ...] = ()
    before: tuple[Entry, ...] = ()
    pain: Pain | None = None
    worse: bool = False
    spared: bool = False
    stays: bool = False


class Prescriber(NamedTuple):
    """Prescribes exercises for one day.

    Attributes:
        coach: everything known of the runner.
        about: the day's circumstances.
    """

    coach: "Coach"
    about: Circumstances
    program: Program

    def points(self, *, lower: bool) -> int:
        about, rules = self.about, self.coach.content.rules.readiness
        found = points(rules, about.readiness, about.phase, about.runs, lower=lower)
        return max(found, rules.amber) if about.gentle else found

    def prescribed(self, exercise: Exercise, job: Job) -> Entry | None:
        """The entry for *exercise*, or for what its advice says to do instead."""
        for _ in range(_RUNGS_TRIED):
            way = best_way(exercise, self.about.profile)
            target = self.target(job.role, job.cell.fitted_to(exercise) if job.cell else None)
            if way is None or target is None or self._is_no_day_for(way):
                return None
            advice = self._advice(exercise, way, target, job)
            if advice.action in (Action.LIFT, Action.CALIBRATE):
                return self._entry(exercise, way, advice, job)
            if advice.action is Action.REST:
                return None
            other = self._instead_of(exercise, advice, job)
            for_pain = advice.action is Action.REGRESS and "PAIN_REGRESS" in advice.codes
            if other is None and not for_pain:
                return None
            job = job._replace(because_of=(*job.because_of, *advice.reasons), spared=job.spared or for_pain)
            if other is None:
                continue
            if advice.action is Action.SWAP:
                stopped = "PAIN_STOP" in advice.codes
                modified = job.modified or Modification(planned=exercise.id)
                job = job._replace(modified=modified, pain=None if stopped else job.pain)
            if advice.action is Action.ADVANCE:
                return self._grown(exercise, other, advice, job)
            exercise = other
        return None

    def _grown(self, exercise: Exercise, other: Exercise, advice: Advice, job: Job) -> Entry | None:
        """The next variation: with the amount that is due, or with a weight of its own where a weight makes it."""
        way, moved = best_way(other, self.about.profile), advice._replace(action=Action.LIFT)
        if way is None:
            return None
        onward = job
        if job.modified is not None and job.modified.planned == other.id:
            onward = job._replace(modified=None)  # grown back to what the program had put here
        if way.load not in (LoadType.EXT, LoadType.BAND):
            return self._entry(other, way, moved, onward)
        target = self.target(job.role, job.cell.fitted_to(other) if job.cell else None)
        own = None if target is None else self._advice(other, way, target, onward)
        if own is None or own.action not in (Action.LIFT, Action.CALIBRATE):
            return self.prescribed(exercise, job._replace(stays=True))  # nothing here is light enough for it
        return self._entry(other, way, own._replace(reasons=(*advice.reasons, *own.reasons)), onward)

    def _is_no_day_for(self, way: Way) -> bool:
        return way.load is LoadType.CONTACTS and not allows_jumps(self.about.pains.values())

    def _instead_of(self, exercise: Exercise, advice: Advice, job: Job) -> Exercise | None:
        exercises = self.coach.content.exercises
        if advice.action is Action.ADVANCE:
            rung = exercises.get(exercise.progress or "")
            return rung if rung and available(rung, self.about.profile) else None
        sore = {area for area, pain in self.about.pains.items() if pain and area in exercise.care}
        if job.pain is not None:
            sore.add(job.pain.site)
        if advice.action is Action.SWAP:
            others = substitutes(
                exercise,
                exercises,
                lambda each: available(each, self.about.profile),
                avoid=(*sore, *self.about.resting),
                disliked=job.taken,
            )
            return others[0] if others else None
        rungs = (each for each in steps_down(exercise, exercises) if each.id not in job.taken)
        return next((each for each in rungs if available(each, self.about.profile)), None)

    @property
    def easy_start(self) -> EasyStart | None:
        """The program's gentle first weeks, while they last."""
        easy = self.program.easy_start
        return easy if easy is not None and self.about.week.strength_weeks_before < easy.weeks else None

    def asked(self, role: Role, cell: Cell | None, level: Level | None = None) -> Target | None:
        """What phase, role and level ask for, before what keeps this runner's effort down."""
        about = self.about
        return self.coach.content.rules.target(
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
        if self.coach.runner.safety.careful:
            target = target.at_most(CAREFUL_RPE)
        return target if easy is None else target.at_most(easy.rpe_max)

    def _advice(self, exercise: Exercise, way: Way, target: Target, job: Job) -> Advice:
        situation = self.situation(exercise, way, job)
        advice = self._advised(exercise, way, target, job, situation)
        if advice.action is Action.ADVANCE and job.stays:
            advice = self._advised(exercise, way, target, job, situation._replace(stepped=True))
        if situation.for_strong_pain and job.modified is not None and _is_lower(exercise):
            most = last_kg(self.coach.log, job.modified.planned)
            return no_heavier(advice, most, grid_for(exercise, self.about.profile, way))
        return advice

    def _advised(
        self, exercise: Exercise, way: Way, target: Target, job: Job, situation: Situation
    ) -> Advice:
        return advise_any(
            self.coach.content.rules,
            exercise,
            job.role,
            way.load,
            self.history(exercise, way, job.role),
            situation,
            target,
            grid=grid_for(exercise, self.about.profile, way),
            levels=levels_for(exercise, self.about.profile, way),
            body_weight_kg=self._body_weight(),
            lifted_before=self.coach.runner.lifted_before,
            contacts_left=self._contacts_left(job.before),
        )

    def situation(self, exercise: Exercise, way: Way, job: Job) -> Situation:
        """Today's circumstances as they bear on one exercise."""
        about, coach = self.about, self.coach
        lower = _is_lower(exercise)
        away = self._rest(exercise, job.role).before(about.day)
        pain = self._niggle(exercise, job)
        score = pain.score if pain is not None else 0
        sore = pain.site if pain is not None else coach.worse(about.day).get(exercise.id)
        legs = self._sore_legs() if lower and about.pains else None
        back = is_back_home(self.history(exercise, way, job.role), road_days(coach, about.day))
        standstill = Stall.NONE
        if not back and not about.gentle and not has_rested(coach, exercise.id, about.day, away or 0):
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
            ease=standstill is Stall.EASE,
            irregular=standstill is Stall.CONSISTENCY,
            recovery_stage=about.stage,
            after_race=about.stage is None and is_first_after_race(coach, exercise.id, about.day),
            taper=about.week.next_a.taper if about.week.next_a else coach.runner.taper,
            taper_week=about.week.phase_week,
            days_to_race=about.days_to_race,
            offset_kg=self._offset(exercise, way),
        )

    def _rest(self, exercise: Exercise, role: Role) -> Rest:
        return rest_of(self.coach.log, exercise, self.coach.content.exercises, role)

    def history(self, exercise: Exercise, way: Way, role: Role) -> tuple[Exposure, ...]:
        """The exposures that today's number is read from."""
        history = history_of(self.coach.log, exercise.id, self._rest(exercise, role), way.tool.value)
        return as_left_at_home(history, road_days(self.coach, self.about.day))

    def _niggle(self, exercise: Exercise, job: Job) -> Pain | None:
        return job.pain or self.about.niggle_for(exercise.care)

    def _sore_legs(self) -> Pain | None:
        """What hurts most in the legs, or in the back that carries the load to them."""
        legs = self.coach.content.review.coverage.leg_sites
        return self.about.niggle_for((*legs, CareArea.LOWBACK))

    def _offset(self, exercise: Exercise, way: Way) -> float:
        if way.load is LoadType.ASSIST:
            return self._body_weight()
        return exercise.bwf * self._body_weight() if exercise.load is LoadType.BW_PLUS else 0.0

    def _body_weight(self) -> float:
        weight = self.coach.runner.body_weight
        return weight.kilograms if weight is not None else ASSUMED_BODY_WEIGHT_KG

    def _contacts_left(self, before: Iterable[Entry]) -> int:
        """Ground contacts that the week still allows."""
        monday = monday_of(self.about.day)
        week = self.coach.log.between(monday, self.about.day)
        done = sum(done.contacts or 0 for each in week.sessions for e in each.entries for done in e.performed)
        planned = sum((row.planned.contacts or 0) for e in before for row in e.sets if row.planned)
        return max(0, self.coach.content.rules.plyo.weekly[self.about.level] - done - planned)

    def _entry(self, exercise: Exercise, way: Way, advice: Advice, job: Job) -> Entry:
        rows = tuple(SetRow(planned=each) for each in planned_sets(advice))
        grid = grid_for(exercise, self.about.profile, way)
        offered = offers(self, exercise, way, job, advice)
        cell = job.cell.fitted_to(exercise) if job.cell else None
        beside = beside_numbers(self, exercise, job.role, cell, advice)
        found = told_truly(self, exercise, advice)
        back = (
            job.modified is not None and job.modified.planned == exercise.id and job.modified.signal is None
        )
        return Entry(
            exercise=exercise.id,
            role=job.role,
            load_type=way.load,
            tool=way.tool.value,
            per_side=exercise.per_side,
            hands=way.implements,
            slot=job.slot,
            group=job.group,
            reps=advice.reps,
            seconds=advice.seconds,
            contacts=advice.contacts,
            rpe=advice.rpe,
            rest_s=rest_between(advice, job.modified),
            tempo=advice.tempo or "",
            system_offset_kg=round(self._offset(exercise, way), 3),
            sets=rows,
            warmup=warm_up_sets(job.role, way, advice, grid),
            reasons=each_once((*job.because_of, *found, *all_together(found), *beside, *offered)),
            modified=None if back else job.modified,
            pain=self._niggle(exercise, job),
        )


def _is_lower(exercise: Exercise) -> bool:
    return bool(LOWER_BODY & set(exercise.patterns))
