"""One planned session: which exercise fills each slot, and its sets with every cause."""

from collections.abc import Iterable
from functools import cached_property

from tracker.domain.adapting.choosing import Choice, Chooser
from tracker.domain.adapting.pain import STOP_ABOVE, allows_jumps
from tracker.domain.adapting.readiness import band_of, points, reported
from tracker.domain.adapting.short_time import shortened
from tracker.domain.coaching.announcing import about_the_session
from tracker.domain.coaching.entry_sets import session_minutes
from tracker.domain.coaching.extras import wanted_extras
from tracker.domain.coaching.job import Job
from tracker.domain.coaching.jump_tier import FIRST_TIER, jump_tier, jumped_hard_yesterday
from tracker.domain.coaching.offering import attempt_with
from tracker.domain.coaching.on_the_road import road_days
from tracker.domain.coaching.prescriber import Prescriber
from tracker.domain.equipment import available, best_way
from tracker.domain.exercise import CareArea, Exercise, ExerciseId, LoadType, Role
from tracker.domain.program import Cell, SessionTemplate, Slot, recovery_cell
from tracker.domain.progression.advice import Advice
from tracker.domain.progression.attempt import NoAttempt, is_offered
from tracker.domain.reason import Reason, because
from tracker.domain.rounds import gathered
from tracker.domain.session import Entry, Modification, Pain, Session

RESTFUL_ENTRIES = 4
_RESTFUL = (Role.CORE, Role.BALANCE)
NIGGLES_TOLD = frozenset({"PAIN_CLINICIAN", "PAIN_CARRIED", "PAIN_RESTING_AREA", "PLYO_STOP_PAIN"})
_TOLD_ONCE = frozenset({"LAYOFF", "RECALIBRATE", "GAP_HOLD", "GAP_EASED", "AFTER_ILLNESS", "AFTER_SIGN"})


class SessionPlan(Prescriber):
    """Builds sessions for one day."""

    def session(self, template: SessionTemplate, short_minutes: int | None = None) -> Session:
        """The session for *template*, cut to *short_minutes* if time is short. Its id is empty."""
        about, rules = self.about, self.known.content.rules.readiness
        lower_points = points(rules, about.readiness, about.phase, about.runs, lower=True)
        restful = lower_points >= rules.swap
        entries = self._restful(template) if restful else self._planned(template)
        reasons = self._told(entries, template)
        if not restful:
            reasons = (*reasons, *about_the_session(self, template, entries))
        if restful:
            said = reported(rules, about.readiness, about.runs, lower=True)
            reasons = (because("READINESS_SWAP", points=lower_points, reported=said), *reasons)
        if short_minutes is not None:
            entries = list(shortened(tuple(entries), short_minutes, about.phase, session_minutes))
            reasons = (because("SHORT_ON_TIME", minutes=short_minutes, exercises=len(entries)), *reasons)
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
            readiness=band_of(rules, lower_points) if about.readiness.answered else None,
            readiness_points=lower_points if about.readiness.answered else None,
            felt=about.readiness if about.readiness.answered else None,
            short_minutes=short_minutes,
            neutral=restful,
            reasons=reasons,
        )

    def _planned(self, template: SessionTemplate) -> list[Entry]:
        entries: list[Entry] = []
        for number, slot in enumerate(template.slots, start=1):
            entry = self._slot(number, slot, template, entries)
            if entry is not None:
                entries.append(entry)
        return gathered([*entries, *self._extras(entries)], lambda entry: entry.group)

    def _extras(self, before: Iterable[Entry]) -> list[Entry]:
        """An entry for every extra that is not in the session already and that today allows."""
        taken = tuple(entry.exercise for entry in before)
        found: list[Entry] = []
        for wanted in wanted_extras(self.known, self.about.day):
            exercise = self.known.content.exercises[wanted]
            if wanted in taken:
                continue
            because_of = (because("FILLS_A_HOLE"),)
            entry = self.entry_for(exercise, exercise.role, taken=taken, because_of=because_of)
            if entry is not None:
                found.append(entry)
        return found

    def _restful(self, template: SessionTemplate) -> list[Entry]:
        """Core and balance in place of the session: its own first, then those of the program's other sessions."""
        others = (each for each in self.program.sessions if each.id != template.id)
        entries: list[Entry] = []
        for each in (template, *others):
            for number, slot in enumerate(each.slots, start=1):
                if slot.role not in _RESTFUL or len(entries) >= RESTFUL_ENTRIES:
                    continue
                entry = self._slot(number, slot, each, entries)
                if entry is not None:
                    entries.append(entry if each is template else entry.changed(slot=None, group=None))
        return gathered(entries, lambda entry: entry.group)

    def _told(self, entries: Iterable[Entry], template: SessionTemplate) -> tuple[Reason, ...]:
        """What concerns the whole session: days away, and spots that are left alone."""
        found = [reason for entry in entries for reason in entry.reasons if reason.code in _TOLD_ONCE][:1]
        return (*self.about_niggles(template), *found)

    def about_niggles(self, template: SessionTemplate) -> tuple[Reason, ...]:
        """Spots a clinician should see, niggles nobody has asked after yet, spots that rest and jumps that wait, where
        *template* has something for them.
        """
        about, lasting = self.about, self.known.lasting_areas(self.about.day)
        found = [because("PAIN_CLINICIAN", site=area.value) for area in lasting]
        for site in sorted(about.carried, key=lambda each: -about.pains[each]):
            found.append(because("PAIN_CARRIED", site=site.value, pain=about.pains[site]))
        for site, score in about.pains.items():
            if score > STOP_ABOVE and site not in about.carried and self._loads(template, site):
                found.append(because("PAIN_RESTING_AREA", site=site.value))
        jumps = any(slot.role is Role.PLYO for slot in self._served(template))
        if jumps and self.known.runner.plyo and not allows_jumps(about.pains.values()):
            found.append(because("PLYO_STOP_PAIN", pain=about.worst_pain))
        return tuple(found)

    def _served(self, template: SessionTemplate) -> list[Slot]:
        """The slots that have something for this phase."""
        about = self.about
        return [slot for slot in template.slots if about.stage is not None or about.phase in slot.cells]

    def _loads(self, template: SessionTemplate, site: CareArea) -> bool:
        """Something of this session would load a spot."""
        exercises = self.known.content.exercises
        return any(site in exercises[slot.exercise].care for slot in self._served(template))

    def entry_for(
        self,
        exercise: Exercise,
        role: Role,
        *,
        slot: int | None = None,
        group: str | None = None,
        modified: Modification | None = None,
        template: str = "",
        taken: tuple[ExerciseId, ...] = (),
        pain: Pain | None = None,
        because_of: tuple[Reason, ...] = (),
        spared: bool = False,
        stays: bool = False,
    ) -> Entry | None:
        """An entry for one exercise outside the program's own choice: a swap, or one the runner adds.

        Args:
            slot, template: the place it takes, which decides the amount; else the first one of its role does.
            group: what it shares with those it takes turns with.
            pain: a niggle named for this exercise alone.
            spared: it is a step down already; what hurts takes no further one.
            stays: the runner stepped here; it does not grow into the next one.
        """
        cell = self._cell_at(slot, template, exercise) or self._cell_of(role)
        return self.prescribed(
            exercise,
            Job(
                role,
                cell,
                slot,
                group,
                modified,
                because_of,
                taken=taken,
                pain=pain,
                spared=spared,
                stays=stays,
            ),
        )

    def _cell_at(self, slot: int | None, template: str, exercise: Exercise) -> Cell | None:
        found = next((each for each in self.program.sessions if each.id == template), None)
        if found is None or slot is None or not 1 <= slot <= len(found.slots):
            return None
        line = found.slots[slot - 1]
        return (
            self._cell(line, exercise)
            if self.about.stage is not None or self.about.phase in line.cells
            else None
        )

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
        if slot.role is Role.PLYO and not self.jumping_is_fine():
            return None
        taken = tuple(entry.exercise for entry in before)
        wanted = slot.exercise_in(about.day.isocalendar().week, self.known.week(about.day).per_week)
        chosen = self._chooser(template, taken).choose(slot, number, wanted)
        if chosen is None or self._is_too_soon_for(chosen.exercise):
            return None
        cell = self._cell(slot, chosen.exercise)
        if cell is None:
            return None
        job = Job(
            slot.role,
            cell,
            number,
            slot.group,
            chosen.modified,
            _cause(chosen) or _turn(slot, chosen),
            taken,
            tuple(before),
            worse=chosen.worse,
            stays=chosen.stays,
        )
        return self.prescribed(chosen.exercise, job)

    def _cell(self, slot: Slot, exercise: Exercise) -> Cell | None:
        if self.about.stage is not None:
            return recovery_cell(self.known.content.recovery, self.about.stage, slot.role, exercise)
        return slot.cells[self.about.phase].fitted_to(exercise)

    def _chooser(self, template: SessionTemplate, taken: tuple[str, ...]) -> Chooser:
        return Chooser(
            log=self.known.log,
            exercises=self.known.content.exercises,
            available=lambda exercise: available(exercise, self.about.profile),
            avoid=self.about.resting,
            phase=self.about.phase,
            day=self.about.day,
            place=(self.program.id, template.id),
            taken=taken,
            worse=lambda exercise: exercise in self.known.worse(self.about.day),
            jump_tier=self._jump_tier,
            roads=road_days(self.known, self.about.day),
        )

    @cached_property
    def _jump_tier(self) -> int:
        about, coach = self.about, self.known
        return jump_tier(coach.log, coach.content.exercises, about.day, about.pains)

    def _is_too_soon_for(self, exercise: Exercise) -> bool:
        """Jumps above the gentlest kind want 48 hours between them."""
        if exercise.load is not LoadType.CONTACTS or exercise.tier <= FIRST_TIER:
            return False
        return jumped_hard_yesterday(self.known.log, self.known.content.exercises, self.about.day)

    def attempt_for(self, entry: Entry, template: str, reps: int) -> Advice | NoAttempt:
        """A record attempt for an entry that offers one, or why it does not."""
        exercise = self.known.content.exercises[entry.exercise]
        way = best_way(exercise, self.about.profile)
        cell = self._cell_at(entry.slot, template, exercise) or self._cell_of(entry.role)
        if way is None:
            return NoAttempt(because("NO_RECORD_EQUIPMENT"))
        job = Job(entry.role, cell, entry.slot, modified=entry.modified)
        found = attempt_with(self, exercise, way, job, reps)
        if is_offered(entry) or isinstance(found, NoAttempt):
            return found
        return NoAttempt(because("NO_RECORD_TWICE"))


def _cause(choice: Choice) -> tuple[Reason, ...]:
    if choice.code is None:
        return ()
    if choice.onward is not None:
        return (because(choice.code, exercise=choice.onward),)
    planned = choice.modified.planned if choice.modified else choice.exercise.id
    return (because(choice.code, exercise=choice.exercise.id, original=planned),)


def _turn(slot: Slot, choice: Choice) -> tuple[Reason, ...]:
    """Another exercise than the slot's own, because the two take turns from week to week."""
    swap = slot.swap
    if swap is None or choice.exercise.id != swap.exercise:
        return ()
    return (because("WEEK_SWAP", exercise=swap.exercise, original=slot.exercise),)
