"""One planned session: which exercise fills each slot, and its sets with every cause."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain.advice import Action, Advice, Situation
from tracker.domain.choosing import Choice, Chooser
from tracker.domain.circumstances import Circumstances
from tracker.domain.equipment import Way, available, best_way, grid_for, levels_for
from tracker.domain.exercise import Exercise, LoadType, Pattern, Role
from tracker.domain.exposures import days_since, exposures_of, is_normal
from tracker.domain.ladder import steps_down, substitutes
from tracker.domain.minutes import Work, estimate_minutes
from tracker.domain.prescribing import advise_any
from tracker.domain.prescription import Target
from tracker.domain.program import Cell, Program, SessionTemplate, Slot, recovery_cell
from tracker.domain.race import monday_of
from tracker.domain.readiness import band_of, points
from tracker.domain.reason import Reason, because
from tracker.domain.session import (
    Entry,
    Modification,
    PlannedSet,
    Session,
    SetKind,
    SetRow,
)
from tracker.domain.short_time import shortened
from tracker.domain.units import Grid
from tracker.domain.warmup import warm_up

if TYPE_CHECKING:
    from tracker.domain.coach import Coach

ASSUMED_BODY_WEIGHT_KG = 70.0
"""Until the runner gives one; only makes small loads comparable."""

CAREFUL_RPE = 6.0
LOWER_BODY = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.SL_BALANCE, Pattern.CALF, Pattern.PLYO, Pattern.HIP}
)
_RUNGS_TRIED = 8
_RECENT_RACE_DAYS = 60


@dataclass(frozen=True)
class SessionPlan:
    """Builds sessions for one day.

    Attributes:
        coach: everything known of the runner.
        about: the day's circumstances.
    """

    coach: "Coach"
    about: Circumstances
    program: Program

    def session(self, template: SessionTemplate, short_minutes: int | None = None) -> Session:
        """The session for *template*, cut to *short_minutes* if time is short. Its id is empty."""
        about = self.about
        entries: list[Entry] = []
        for number, slot in enumerate(template.slots, start=1):
            entry = self._slot(number, slot, template, entries)
            if entry is not None:
                entries.append(entry)
        reasons: tuple[Reason, ...] = ()
        if short_minutes is not None:
            entries = list(shortened(tuple(entries), short_minutes, about.phase, session_minutes))
            reasons = (because("SHORT_ON_TIME", minutes=short_minutes, exercises=len(entries)),)
        lower_points = points(
            self.coach.content.rules.readiness, about.readiness, about.phase, about.runs, lower=True
        )
        return Session(
            id="",
            date=about.day,
            phase=about.phase,
            style=about.week.style,
            level=about.level,
            week_in_phase=about.week.wip,
            deload=about.deload,
            recovery_stage=about.stage,
            program=self.program.id,
            template=template.id,
            name=template.name,
            minutes=session_minutes(entries),
            entries=tuple(entries),
            readiness=band_of(self.coach.content.rules.readiness, lower_points)
            if about.readiness.answered
            else None,
            readiness_points=lower_points if about.readiness.answered else None,
            short_minutes=short_minutes,
            reasons=reasons,
        )

    def entry_for(
        self, exercise: Exercise, role: Role, *, slot: int | None = None, modified: Modification | None = None
    ) -> Entry | None:
        """An entry for one exercise outside the program's own choice: a swap, or one the runner adds."""
        cell = self._cell_of(role)
        return self._prescribed(exercise, role, cell, slot, modified, (), taken=())

    def _cell_of(self, role: Role) -> Cell | None:
        for template in self.program.sessions:
            for slot in template.slots:
                if slot.role is role and self.about.phase in slot.cells:
                    return slot.cells[self.about.phase]
        return None

    def _slot(self, number: int, slot: Slot, template: SessionTemplate, before: list[Entry]) -> Entry | None:
        about = self.about
        if about.phase in slot.optional_in or (about.stage is None and about.phase not in slot.cells):
            return None
        if slot.role is Role.PLYO and not self._jumping_is_fine():
            return None
        taken = tuple(entry.exercise for entry in before)
        chosen = self._chooser(template, taken).choose(
            slot, number, slot.exercise_in(about.day.isocalendar().week, self.coach.week(about.day).per_week)
        )
        if chosen is None:
            return None
        cell = self._cell(slot, chosen.exercise)
        if cell is None:
            return None
        return self._prescribed(
            chosen.exercise, slot.role, cell, number, chosen.modified, _cause(chosen), taken, before
        )

    def _cell(self, slot: Slot, exercise: Exercise) -> Cell | None:
        if self.about.stage is not None:
            return recovery_cell(self.coach.content.recovery, self.about.stage, slot.role, exercise)
        return slot.cells[self.about.phase].fitted_to(exercise)

    def _chooser(self, template: SessionTemplate, taken: tuple[str, ...]) -> Chooser:
        return Chooser(
            log=self.coach.log,
            exercises=self.coach.content.exercises,
            available=lambda exercise: available(exercise, self.about.profile),
            avoid=self.coach.resting_areas(self.about.day),
            phase=self.about.phase,
            day=self.about.day,
            place=(self.program.id, template.id),
            taken=taken,
        )

    def _jumping_is_fine(self) -> bool:
        """No jumps when switched off, before clearance, on red readiness, or in the program's first weeks."""
        runner, about = self.coach.runner, self.about
        easy = self.program.easy_start
        early = easy is not None and not easy.plyo and about.week.strength_weeks_before < easy.weeks
        tired = self._points(lower=True) >= self.coach.content.rules.readiness.red
        return runner.plyo and not runner.safety.careful and not early and not tired

    def _points(self, lower: bool) -> int:
        about = self.about
        return points(
            self.coach.content.rules.readiness, about.readiness, about.phase, about.runs, lower=lower
        )

    def _prescribed(
        self,
        exercise: Exercise,
        role: Role,
        cell: Cell | None,
        slot: int | None,
        modified: Modification | None,
        because_of: tuple[Reason, ...],
        taken: Iterable[str],
        before: Iterable[Entry] = (),
    ) -> Entry | None:
        """The entry for *exercise*, or for what its advice says to do instead."""
        for _ in range(_RUNGS_TRIED):
            way = best_way(exercise, self.about.profile)
            target = self._target(role, cell.fitted_to(exercise) if cell else None)
            if way is None or target is None:
                return None
            advice = self._advice(exercise, role, way, target, before)
            if advice.action in (Action.LIFT, Action.CALIBRATE):
                return self._entry(exercise, role, way, advice, slot, modified, because_of)
            if advice.action is Action.REST:
                return None
            other = self._instead_of(exercise, advice, tuple(taken))
            if other is None:
                return None
            because_of = (*because_of, *advice.reasons)
            if advice.action is Action.ADVANCE:
                moved = replace(advice, action=Action.LIFT)
                new_way = best_way(other, self.about.profile)
                return (
                    self._entry(other, role, new_way, moved, slot, modified, because_of) if new_way else None
                )
            if advice.action is Action.SWAP:
                modified = modified or Modification(planned=exercise.id)
            exercise = other
        return None

    def _instead_of(self, exercise: Exercise, advice: Advice, taken: tuple[str, ...]) -> Exercise | None:
        exercises = self.coach.content.exercises
        if advice.action is Action.ADVANCE:
            rung = exercises.get(exercise.progress or "")
            return rung if rung and available(rung, self.about.profile) else None
        sore = tuple(area for area, pain in self.about.pains.items() if pain and area in exercise.care)
        if advice.action is Action.SWAP:
            others = substitutes(
                exercise,
                exercises,
                lambda each: available(each, self.about.profile),
                avoid=sore,
                disliked=taken,
            )
            return others[0] if others else None
        rungs = (each for each in steps_down(exercise, exercises) if each.id not in taken)
        return next((each for each in rungs if available(each, self.about.profile)), None)

    def _target(self, role: Role, cell: Cell | None) -> Target | None:
        about, runner = self.about, self.coach.runner
        target = self.coach.content.rules.target(
            about.prescribed_as, role, about.level, wip=about.week.wip, style=about.week.style, cell=cell
        )
        if target is None:
            return None
        if runner.safety.careful:
            target = target.at_most(CAREFUL_RPE)
        easy = self.program.easy_start
        if easy is not None and about.week.strength_weeks_before < easy.weeks:
            target = target.at_most(easy.rpe_max)
        return target

    def _advice(
        self, exercise: Exercise, role: Role, way: Way, target: Target, before: Iterable[Entry]
    ) -> Advice:
        return advise_any(
            self.coach.content.rules,
            exercise,
            role,
            way.load,
            exposures_of(self.coach.log, exercise.id),
            self.situation(exercise, way),
            target,
            grid=grid_for(exercise, self.about.profile, way),
            levels=levels_for(exercise, self.about.profile, way),
            body_weight_kg=self._body_weight(),
            lifted_before=self.coach.runner.lifted_before,
            contacts_left=self._contacts_left(before),
        )

    def situation(self, exercise: Exercise, way: Way) -> Situation:
        """Today's circumstances as they bear on one exercise."""
        about, coach = self.about, self.coach
        lower = bool(LOWER_BODY & set(exercise.patterns))
        away = days_since(coach.log, exercise, coach.content.exercises, about.day)
        return Situation(
            today=about.day,
            phase=about.prescribed_as,
            wip=about.week.wip,
            level=about.level,
            deload=about.deload,
            readiness=self._points(lower=lower),
            pain=about.pain_for(exercise.care),
            days_away=away or 0,
            hold=about.hold,
            recovery_stage=about.stage,
            after_race=self._first_after_race(exercise),
            taper=about.week.next_a.taper if about.week.next_a else coach.runner.taper,
            taper_week=about.week.phase_week,
            days_to_race=about.days_to_race,
            offset_kg=self._offset(exercise, way),
        )

    def _offset(self, exercise: Exercise, way: Way) -> float:
        if way.load is LoadType.ASSIST:
            return self._body_weight()
        return exercise.bwf * self._body_weight() if exercise.load is LoadType.BW_PLUS else 0.0

    def _body_weight(self) -> float:
        weight = self.coach.runner.body_weight
        return weight.kilograms if weight is not None else ASSUMED_BODY_WEIGHT_KG

    def _first_after_race(self, exercise: Exercise) -> bool:
        """Nothing normal has been lifted here since a race of the last weeks."""
        if self.about.stage is not None:
            return False
        since = self.about.day - timedelta(days=_RECENT_RACE_DAYS)
        raced = [
            race.date
            for race in self.coach.runner.races
            if since <= race.date < self.about.day and race.priority != "C"
        ]
        history = self.coach.log.of(exercise.id)
        if not raced or not history:
            return False
        return not any(is_normal(each) and each.session.date > raced[-1] for each in history)

    def _contacts_left(self, before: Iterable[Entry]) -> int:
        """Ground contacts that the week still allows."""
        monday = monday_of(self.about.day)
        done = sum(
            done.contacts or 0
            for session in self.coach.log.sessions
            if monday <= session.date < self.about.day
            for entry in session.entries
            for done in entry.performed
        )
        planned = sum((row.planned.contacts or 0) for e in before for row in e.sets if row.planned)
        return max(0, self.coach.content.rules.plyo.weekly[self.about.level] - done - planned)

    def _entry(
        self,
        exercise: Exercise,
        role: Role,
        way: Way,
        advice: Advice,
        slot: int | None,
        modified: Modification | None,
        because_of: tuple[Reason, ...],
    ) -> Entry:
        rows = tuple(SetRow(planned=each) for each in planned_sets(advice))
        grid = grid_for(exercise, self.about.profile, way)
        return Entry(
            exercise=exercise.id,
            role=role,
            load_type=way.load,
            per_side=exercise.per_side,
            hands=way.implements,
            slot=slot,
            reps=advice.reps,
            seconds=advice.seconds,
            contacts=advice.contacts,
            rpe=advice.rpe,
            rest_s=advice.rest_s,
            tempo=advice.tempo or "",
            system_offset_kg=round(self._offset(exercise, way), 3),
            sets=rows,
            warmup=self._warm_up(role, way, advice, grid),
            reasons=(*because_of, *advice.reasons),
            modified=modified,
            pain=self.about.niggle_for(exercise.care),
        )

    def _warm_up(self, role: Role, way: Way, advice: Advice, grid: Grid) -> tuple[PlannedSet, ...]:
        if role is not Role.PRIMARY or way.load is not LoadType.EXT or advice.load is None:
            return ()
        if advice.action is not Action.LIFT or advice.reps is None or advice.rpe is None:
            return ()
        ramp = warm_up(advice.load, advice.reps, advice.rpe, grid)
        return tuple(PlannedSet(kind=SetKind.WARMUP, load=load, reps=reps) for load, reps in ramp)


def planned_sets(advice: Advice) -> tuple[PlannedSet, ...]:
    """The rows of an advice: a top set and back-offs, straight sets, or the first sets of a ramp."""
    first = (
        SetKind.RAMP
        if advice.action is Action.CALIBRATE
        else SetKind.TOP
        if advice.backoff
        else SetKind.STRAIGHT
    )
    top = PlannedSet(
        kind=first,
        load=advice.load,
        band=advice.band,
        reps=advice.reps,
        seconds=advice.seconds,
        contacts=advice.contacts,
        rpe=advice.rpe,
    )
    rest = top
    if advice.backoff is not None:
        rest = top.changed(kind=SetKind.BACKOFF, load=advice.backoff, rpe=advice.backoff_rpe)
    return (top, *(rest,) * (advice.sets - 1))


def session_minutes(entries: Iterable[Entry]) -> int:
    """Minutes for these entries, warm-up included, rounded."""
    return round(estimate_minutes(work_of(entry) for entry in entries))


def work_of(entry: Entry) -> Work:
    """What one entry takes, for estimates of time."""
    cell = Cell(sets=max(1, len(entry.sets)), **_amount(entry))
    return Work(entry.role, cell, entry.per_side, entry.rest_s[0])


def _amount(entry: Entry) -> dict[str, int]:
    for name in ("seconds", "contacts", "reps"):
        amount = getattr(entry, name)
        if amount:
            return {name: amount}
    return {"reps": 5}


def _cause(choice: Choice) -> tuple[Reason, ...]:
    if choice.code is None:
        return ()
    planned = choice.modified.planned if choice.modified else choice.exercise.id
    return (because(choice.code, exercise=choice.exercise.id, original=planned),)
