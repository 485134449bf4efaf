"""The exercise as it fits today: the ladder from where the runner stands, swaps, or the same one lighter.

Rules: docs/rules.md 4.9.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.adapting.choosing import NOTHING_NEW_IN, familiar
from tracker.domain.adapting.ladder import steps_down, substitutes
from tracker.domain.adapting.lightening import lighter
from tracker.domain.adapting.pain import HOLD, rungs_down
from tracker.domain.adapting.stepping import LIGHTER as LIGHTER_REASON
from tracker.domain.adapting.stepping import stand
from tracker.domain.coaching.in_place import last_kg, no_more_than_hurt
from tracker.domain.coaching.liking import liked_instead as liked_instead_of
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.equipment import available, best_way, grid_for
from tracker.domain.exercise import CareArea, Exercise, ExerciseId, LoadType
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, Modification, Session, Signal
from tracker.domain.units import Grid

MOST_SWAPS = 3
LIGHTER, KEEP = "lighter", "keep"
_CAREFUL_SIGNALS = (Signal.UNSAFE, Signal.SKILL, Signal.HURTS)
_NO_MORE = (Signal.UNSAFE, Signal.HURTS)
"""Signals after which nothing on offer is heavier, harder or a jump."""


class Kind(StrEnum):
    """What an option is."""

    DOWN = "down"
    UP = "up"
    SWAP = "swap"
    LIGHTER = "lighter"
    KEEP = "keep"


class ModifyOption(NamedTuple):
    """One way to go on.

    Attributes:
        id: the exercise, or `LIGHTER` or `KEEP`.
        rungs: steps down the ladder, negative for steps up, 0 beside it.
        entry: the whole exercise as it would be, with its own load and causes.
    """

    id: str
    kind: Kind
    exercise: Exercise
    rungs: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class ModifyOptions:
    """Everything that can be done about one exercise.

    Attributes:
        below, above: steps on the ladder, the nearest first.
        swaps: at most three of the same pattern.
        lighter: the same with less; None where it has to be another exercise.
        keep: the same as it is, noted as clunky.
        suggested: the option that makes sense, preselected; None when nothing is left but to leave it out.
        way_is_open: the way back up is offered.
    """

    signal: Signal
    here: Exercise
    below: tuple[ModifyOption, ...]
    above: tuple[ModifyOption, ...]
    swaps: tuple[ModifyOption, ...]
    lighter: ModifyOption | None
    keep: ModifyOption | None
    suggested: str | None
    way_is_open: bool

    def __iter__(self) -> Iterator[ModifyOption]:
        """All of them: up from the nearest, down, swaps, the same."""
        yield from (*self.above, *self.below, *self.swaps)
        yield from (each for each in (self.lighter, self.keep) if each is not None)

    def option(self, wanted: str) -> ModifyOption | None:
        return next((each for each in self if each.id == wanted), None)


def origin_of(entry: Entry) -> ExerciseId:
    """What the program had put here."""
    return entry.modified.planned if entry.modified is not None else entry.exercise


def modify_options(plan: SessionPlan, session: Session, at: int, signal: Signal, grid: Grid) -> ModifyOptions:
    """What can be done about the entry at index *at*.

    Args:
        grid: the loads that exercise can have here.
    """
    return _Options(plan, session, at, signal).found(grid)


def climb(plan: SessionPlan, session: Session, at: int) -> ModifyOption | None:
    """One step back up towards what the program had put here; None where the runner has not stepped down."""
    return next(iter(_Options(plan, session, at, Signal.CLUNKY).above()), None)


def liked_instead(plan: SessionPlan, session: Session, at: int) -> ModifyOption | None:
    """The exercise offered in place of one that is not liked; None where none is."""
    return _Options(plan, session, at, Signal.PRESSURE).liked()


def with_option(session: Session, at: int, option: ModifyOption) -> tuple[Entry, ...]:
    """All entries of the session after the choice. Sets that are done stay where they are, under their own name."""
    old = session.entries[at]
    before, after = session.entries[:at], session.entries[at + 1 :]
    if not old.performed or option.exercise.id == old.exercise:
        return (*before, option.entry, *after)
    done = old.changed(sets=tuple(row for row in old.sets if row.done is not None))
    left = max(1, sum(row.is_open for row in old.sets))
    fresh = option.entry.changed(sets=option.entry.sets[:left], warmup=())
    return (*before, done, fresh, *after)


@dataclass(frozen=True)
class _Options:
    plan: SessionPlan
    session: Session
    at: int
    signal: Signal

    @property
    def entry(self) -> Entry:
        return self.session.entries[self.at]

    @property
    def here(self) -> Exercise:
        return self.plan.known.content.exercises[self.entry.exercise]

    @property
    def taken(self) -> tuple[ExerciseId, ...]:
        return tuple(each.exercise for index, each in enumerate(self.session.entries) if index != self.at)

    def found(self, grid: Grid) -> ModifyOptions:
        below = tuple(self.below())
        swaps = tuple(self._swaps())
        kept = None if self.signal is Signal.HURTS else self._lighter(grid)
        return ModifyOptions(
            signal=self.signal,
            here=self.here,
            below=below,
            above=tuple(self.above()),
            swaps=swaps,
            lighter=kept,
            keep=self._keep() if self.signal is Signal.CLUNKY else None,
            suggested=self._suggested(below, swaps, kept),
            way_is_open=self._way_is_open(),
        )

    def _suggested(
        self, below: tuple[ModifyOption, ...], swaps: tuple[ModifyOption, ...], kept: ModifyOption | None
    ) -> str | None:
        if below:
            return below[min(rungs_down(self.signal), len(below)) - 1].id
        return next((each.id for each in (kept, *swaps) if each is not None), None)

    def below(self) -> Iterator[ModifyOption]:
        """Steps down that are possible here; each counts as one."""
        rungs = 0
        for rung in steps_down(self.here, self.plan.known.content.exercises):
            if not self._is_possible(rung):
                continue
            reason = because(f"MODIFY_{self.signal.name}", exercise=rung.id, rungs=rungs + 1)
            modified = Modification(planned=origin_of(self.entry), signal=self.signal)
            entry = self._no_more(self._prescribed(rung, modified, reason), rung, is_rung=True)
            if entry is not None:
                rungs += 1
                yield ModifyOption(rung.id, Kind.DOWN, rung, rungs, entry)

    def above(self) -> Iterator[ModifyOption]:
        """The way back to what the program had put here, the nearest step first."""
        modified = self.entry.modified
        if modified is None or modified.signal is None or modified.planned == self.entry.exercise:
            return
        exercises = self.plan.known.content.exercises
        planned = exercises[modified.planned]
        ladder = steps_down(planned, exercises)
        path = (planned, *ladder[: ladder.index(self.here)]) if self.here in ladder else (planned,)
        for rungs, rung in enumerate(reversed(path), start=1):
            stays = None if rung.id == modified.planned else modified
            entry = self._prescribed(rung, stays, because("MODIFY_UP")) if self._is_possible(rung) else None
            if entry is not None:
                yield ModifyOption(rung.id, Kind.UP, rung, -rungs, entry)

    def liked(self) -> ModifyOption | None:
        """Another one of its kind, where the runner has left this one out twice because it is not liked."""
        other = liked_instead_of(self.plan, self.here, (*self.taken, self.here.id))
        if other is None:
            return None
        origin = origin_of(self.entry)
        reason = because("DISLIKE_SWAP", exercise=other.id, original=self.here.id)
        entry = self._prescribed(other, Modification(planned=origin, signal=self.signal), reason)
        return None if entry is None else ModifyOption(other.id, Kind.SWAP, other, 0, entry)

    def _swaps(self) -> Iterator[ModifyOption]:
        plan, exercises = self.plan, self.plan.known.content.exercises
        ladder = {each.id for each in steps_down(self.here, exercises)} | {origin_of(self.entry)}
        nothing_new = plan.about.phase in NOTHING_NEW_IN
        others = substitutes(
            self.here,
            exercises,
            lambda each: available(each, plan.about.profile),
            avoid=(*plan.about.resting, *self._sore),
            disliked=(*self.taken, *ladder),
            recent=familiar(plan.known.log, plan.about.day) if nothing_new else None,
        )
        wanted = set(self.here.ingredients)
        alike = [each for each in others if each.pattern is self.here.pattern and self._shares(each)]
        count = 0
        for other in sorted(alike, key=lambda each: set(each.ingredients) != wanted):
            if count == MOST_SWAPS:
                return
            reason = because(f"MODIFY_{self.signal.name}", exercise=other.id)
            modified = Modification(planned=origin_of(self.entry), signal=self.signal)
            entry = self._no_more(self._prescribed(other, modified, reason), other)
            if entry is not None:
                count += 1
                yield ModifyOption(other.id, Kind.SWAP, other, 0, entry)

    def _shares(self, other: Exercise) -> bool:
        """An ingredient in common, no harder where the signal asks for care, and no jump in place of what hurts."""
        if self.signal in _NO_MORE and other.load is LoadType.CONTACTS:
            return False
        alike = not self.here.ingredients or bool(set(self.here.ingredients) & set(other.ingredients))
        return alike and (self.signal not in _CAREFUL_SIGNALS or other.tier <= self.here.tier)

    @property
    def _sore(self) -> tuple[CareArea, ...]:
        """Where it hurts today, from 3 of 10 on; what needs care there is no swap."""
        found = [area for area, pain in self.plan.about.pains.items() if pain >= HOLD]
        return (*found, *([self.entry.pain.site] if self.entry.pain else []))

    def _is_possible(self, exercise: Exercise) -> bool:
        resting = set(exercise.care) & set(self.plan.about.resting)
        return exercise.id not in self.taken and available(exercise, self.plan.about.profile) and not resting

    def _prescribed(self, exercise: Exercise, modified: Modification | None, reason: Reason) -> Entry | None:
        """That exercise as it would be; one that has been outgrown stays as it was."""
        entry = self.plan.entry_for(
            exercise,
            self.entry.role,
            slot=self.entry.slot,
            group=self.entry.group,
            modified=modified,
            template=self.session.template,
            taken=self.taken,
            because_of=(reason,),
            spared=True,
            stays=True,
        )
        return entry if entry is not None and entry.exercise == exercise.id else None

    def _no_more(self, entry: Entry | None, exercise: Exercise, *, is_rung: bool = False) -> Entry | None:
        """In place of what hurts, or is not safe: no more weight and effort than that had."""
        profile = self.plan.about.profile
        way = best_way(exercise, profile)
        if entry is None or way is None or self.signal not in _NO_MORE:
            return entry
        last = last_kg(self.plan.known.log, self.entry.exercise)
        return no_more_than_hurt(entry, self.entry, last, grid_for(exercise, profile, way), rung=is_rung)

    def _lighter(self, grid: Grid) -> ModifyOption | None:
        less = lighter(self.entry, grid)
        if less is None:
            return None
        entry = self._marked(less, LIGHTER_REASON)
        return ModifyOption(LIGHTER, Kind.LIGHTER, self.here, 0, entry)

    def _keep(self) -> ModifyOption:
        return ModifyOption(KEEP, Kind.KEEP, self.here, 0, self._marked(self.entry, "MODIFY_KEPT"))

    def _marked(self, entry: Entry, code: str) -> Entry:
        stepped = entry.modified is not None and entry.modified.signal is not None
        modified = entry.modified if stepped else Modification(planned=entry.exercise, signal=self.signal)
        return entry.changed(modified=modified, reasons=(because(code), *entry.reasons))

    def _way_is_open(self) -> bool:
        modified = self.entry.modified
        standing = stand(self.plan.known.log, modified.planned) if modified is not None else None
        return standing is not None and standing.exercise == self.entry.exercise and standing.way_is_open
