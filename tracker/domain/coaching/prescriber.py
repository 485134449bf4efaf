"""One exercise of one day: its sets with every cause, or what takes its place."""

from collections.abc import Iterable

from tracker.domain.adapting.ladder import steps_down, substitutes
from tracker.domain.adapting.pain import allows_jumps
from tracker.domain.coaching.announcing import beside_numbers, told_truly
from tracker.domain.coaching.entry_sets import planned_sets, rest_between, warm_up_sets
from tracker.domain.coaching.in_place import last_kg, no_heavier
from tracker.domain.coaching.job import Job
from tracker.domain.coaching.offering import offers
from tracker.domain.coaching.one_day import OneDay, is_lower
from tracker.domain.equipment import Way, available, best_way, grid_for, levels_for
from tracker.domain.exercise import Exercise, LoadType
from tracker.domain.prescription import Target
from tracker.domain.progression.advice import Action, Advice, Situation
from tracker.domain.progression.causes import all_together
from tracker.domain.progression.prescribing import advise_any
from tracker.domain.race import monday_of
from tracker.domain.reason import each_once
from tracker.domain.session import Entry, Modification, SetRow

_RUNGS_TRIED = 8


class Prescriber(OneDay):
    """Prescribes exercises for one day."""

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
        exercises = self.known.content.exercises
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

    def _advice(self, exercise: Exercise, way: Way, target: Target, job: Job) -> Advice:
        situation = self.situation(exercise, way, job)
        advice = self._advised(exercise, way, target, job, situation)
        if advice.action is Action.ADVANCE and job.stays:
            advice = self._advised(exercise, way, target, job, situation._replace(stepped=True))
        if situation.for_strong_pain and job.modified is not None and is_lower(exercise):
            most = last_kg(self.known.log, job.modified.planned)
            return no_heavier(advice, most, grid_for(exercise, self.about.profile, way))
        return advice

    def _advised(
        self, exercise: Exercise, way: Way, target: Target, job: Job, situation: Situation
    ) -> Advice:
        return advise_any(
            self.known.content.rules,
            exercise,
            job.role,
            way.load,
            self.history(exercise, way, job.role),
            situation,
            target,
            grid=grid_for(exercise, self.about.profile, way),
            levels=levels_for(exercise, self.about.profile, way),
            body_weight_kg=self._body_weight(),
            lifted_before=self.known.runner.lifted_before,
            contacts_left=self._contacts_left(job.before),
        )

    def _contacts_left(self, before: Iterable[Entry]) -> int:
        """Ground contacts that the week still allows."""
        monday = monday_of(self.about.day)
        week = self.known.log.between(monday, self.about.day)
        done = sum(done.contacts or 0 for each in week.sessions for e in each.entries for done in e.performed)
        planned = sum((row.planned.contacts or 0) for e in before for row in e.sets if row.planned)
        return max(0, self.known.content.rules.plyo.weekly[self.about.level] - done - planned)

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
        together = all_together(self.known.content.rules, found)
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
            reasons=each_once((*job.because_of, *found, *together, *beside, *offered)),
            modified=None if back else job.modified,
            pain=self._niggle(exercise, job),
        )
