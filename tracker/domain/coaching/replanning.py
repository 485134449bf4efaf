"""A session under way, planned anew for what has just been said: tiredness, a niggle, another place.

Rules: docs/rules.md 4.8, 4.9.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tracker.domain.adapting.choosing import NOTHING_NEW_IN, familiar
from tracker.domain.adapting.ladder import substitutes
from tracker.domain.adapting.lightening import ASK_ABOVE, drop, no_more_than
from tracker.domain.adapting.pain import allows_jumps
from tracker.domain.coaching.modifying import origin_of
from tracker.domain.coaching.session_plan import SessionPlan
from tracker.domain.equipment import available
from tracker.domain.exercise import ExerciseId, LoadType
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, Modification, Pain, PlannedSet, Session, SetKind

_CHOSEN = (
    "MODIFY_",
    "WAY_BACK_UP",
    "EQUIPMENT_SWAP",
    "WEEK_SWAP",
    "PAIN_SWAP",
    "PAIN_STOP",
    "NO_NEW_STIMULUS",
    "FILLS_A_HOLE",
)
"""Reasons for the choice of the exercise; those for its numbers are found anew."""


_REDUCES = frozenset(
    {"READINESS_RED", "PAIN_REGRESS", "PAIN_WORSE", "PAIN_LEGS_EASY", "PAIN_ARMS_EASY", "STANDS_IN_EASY"}
)


class EntryChange(NamedTuple):
    """One exercise before and after; *after* is empty where it is left out today."""

    before: Entry
    after: tuple[Entry, ...]

    @property
    def left(self) -> tuple[Entry, ...]:
        """What is still to do of it, or in its place."""
        return tuple(each for each in self.after if each.next_open is not None)

    @property
    def replaces(self) -> bool:
        """Another exercise takes its place, or nothing does."""
        return not any(each.exercise == self.before.exercise for each in self.left)

    @property
    def shows(self) -> bool:
        """Something to do is different, not only the reason for it."""
        return _to_do((self.before,)) != _to_do(self.after)

    @property
    def drop(self) -> float:
        """By which share the next set gets lighter; an increase that is held back is no drop."""
        if not any(reason.code in _REDUCES for each in self.after for reason in each.reasons):
            return 0.0
        return max((drop(self.before, each) for each in self.after), default=0.0)


class Replanned(NamedTuple):
    """What would become of a session.

    Attributes:
        entries: all of them, in order.
        changes: those that differ, in order.
        neutral: it is replaced by something easy and does not count for or against.
        relieved: something hurts less than it was planned for, so what was taken off comes back.
        reasons: what concerns the whole session now; None where that stays as it was.
    """

    entries: tuple[Entry, ...]
    changes: tuple[EntryChange, ...]
    neutral: bool = False
    relieved: bool = False
    reasons: tuple[Reason, ...] | None = None

    @property
    def asks(self) -> bool:
        """A load drops by more than 10 %, or exercises are replaced: ask before doing it."""
        if self.relieved:
            return False
        return self.neutral or any(change.drop > ASK_ABOVE + 1e-6 or change.replaces for change in self.shown)

    @property
    def shown(self) -> tuple[EntryChange, ...]:
        """The changes that one would see in what is to do."""
        return tuple(change for change in self.changes if change.shows)


def replanned(plan: SessionPlan, session: Session, named: dict[int, Pain] | None = None) -> Replanned:
    """The session with everything that is still open planned for *plan*'s circumstances. Done sets stay.

    Nothing gets heavier, harder or longer by it.

    Args:
        named: niggles that concern one entry alone, by index.
    """
    entries: list[Entry] = []
    changes: list[EntryChange] = []
    alone = {at: each.pain for at, each in enumerate(session.entries) if _is_named(plan, each)} | (
        named or {}
    )
    jumps = plan.jumping_is_fine() and allows_jumps(each.score for each in alone.values() if each is not None)
    for at, old in enumerate(session.entries):
        new = tuple(_again(plan, session, at, alone.get(at), jumps=jumps))
        if new != (old,):
            changes.append(EntryChange(old, new))
        entries.extend(new)
    return Replanned(tuple(entries), tuple(changes))


def afresh(plan: SessionPlan, session: Session, *, relieved: bool = True) -> Replanned:
    """A session that nobody has touched, planned from the start for what is said now.

    Args:
        relieved: something is better than it was planned for, so there is nothing to ask.
    """
    template = plan.program.session(session.template)
    fresh = plan.session(template, session.short_minutes)
    before = {entry.slot: entry for entry in session.entries}
    nothing = tuple((each, before.get(each.slot) or each.changed(sets=())) for each in fresh.entries)
    changes = tuple(EntryChange(old, (new,)) for new, old in nothing if new != old)
    return Replanned(fresh.entries, changes, relieved=relieved, reasons=fresh.reasons)


def restful(plan: SessionPlan, session: Session) -> Replanned:
    """Core and mobility in place of a session that has not begun."""
    easy = plan.session(plan.program.session(session.template)) if session.template else None
    if easy is None:
        return Replanned(session.entries, ())
    kept = {entry.exercise for entry in easy.entries}
    gone = tuple(EntryChange(each, ()) for each in session.entries if each.exercise not in kept)
    return Replanned(easy.entries, gone, neutral=True)


def _is_named(plan: SessionPlan, entry: Entry) -> bool:
    """The niggle of this entry was said of it alone: the day knows nothing of that spot."""
    return entry.pain is not None and entry.pain.site not in plan.about.pains


def _again(
    plan: SessionPlan, session: Session, at: int, pain: Pain | None, *, jumps: bool
) -> Iterator[Entry]:
    old = session.entries[at]
    exercise = plan.known.content.exercises.get(old.exercise)
    niggle = pain or (plan.about.niggle_for(exercise.care) if exercise is not None else None)
    if exercise is None or old.next_open is None or not any(row.planned for row in old.sets):
        yield old if niggle is None else old.changed(pain=niggle)
        return
    fresh = _fresh(plan, session, at, pain) if jumps or old.load_type is not LoadType.CONTACTS else None
    done = tuple(row for row in old.sets if row.done is not None)
    if not done:
        if fresh is not None:
            yield no_more_than(fresh, old) if fresh.exercise == old.exercise else fresh
        elif niggle is not None:
            yield _resting(old, niggle)
        return
    ramping = any(row.planned is not None and row.planned.kind is SetKind.RAMP for row in done)
    if ramping and niggle is None and fresh is not None and fresh.exercise == old.exercise:
        yield old
        return
    if fresh is not None and fresh.exercise == old.exercise and not ramping:
        rows = (*done, *fresh.sets[len(done) :])
        lighter = no_more_than(fresh.changed(sets=rows), old)
        yield lighter.changed(warmup=old.warmup, sets=lighter.sets[: len(old.sets)])
        return
    yield old.changed(sets=done, pain=niggle or old.pain)
    if fresh is not None and fresh.exercise != old.exercise:
        left = max(1, len(old.sets) - len(done))
        yield fresh.changed(sets=fresh.sets[:left], warmup=())


def _resting(entry: Entry, niggle: Pain) -> Entry:
    """It is left out, and nothing else is found that spares the spot."""
    jumps = entry.load_type is LoadType.CONTACTS
    rests = because(
        "PLYO_STOP_PAIN" if jumps else "PAIN_RESTS",
        pain=niggle.score,
        **({} if jumps else {"site": niggle.site.value}),
    )
    return entry.changed(sets=(), warmup=(), pain=niggle, skipped="it hurts", reasons=(rests,))


def _to_do(entries: tuple[Entry, ...]) -> tuple[tuple[str, tuple[PlannedSet | None, ...]], ...]:
    """Each exercise that is still open with its open sets."""
    return tuple(
        (entry.exercise, tuple(row.planned for row in entry.sets if row.is_open))
        for entry in entries
        if entry.next_open is not None
    )


def _fresh(plan: SessionPlan, session: Session, at: int, pain: Pain | None) -> Entry | None:
    """The entry as it would be planned now, the runner's own choice of exercise kept."""
    old = session.entries[at]
    exercises, profile = plan.known.content.exercises, plan.about.profile
    taken = tuple(each.exercise for index, each in enumerate(session.entries) if index != at)
    exercise, modified = exercises[old.exercise], old.modified
    reasons = tuple(each for each in old.reasons if each.code.startswith(_CHOSEN))
    swapped = modified is not None and modified.signal is None
    if modified is not None and swapped and _is_back(plan, modified.planned, taken):
        exercise, modified = exercises[modified.planned], None
        reasons = tuple(each for each in reasons if each.code != "EQUIPMENT_SWAP")
    if not available(exercise, profile):
        recent = familiar(plan.known.log, plan.about.day) if plan.about.phase in NOTHING_NEW_IN else None
        others = substitutes(
            exercise,
            exercises,
            lambda each: available(each, profile),
            avoid=plan.about.resting,
            disliked=taken,
            recent=recent,
        )
        if not others:
            return None
        reasons = (because("EQUIPMENT_SWAP", exercise=others[0].id, original=exercise.id), *reasons)
        modified = modified or Modification(planned=origin_of(old))
        exercise = others[0]
    chose = modified is not None and modified.signal is not None and modified.planned != exercise.id
    sore = _stepped_for_pain(old)
    entry = plan.entry_for(
        exercise,
        old.role,
        slot=old.slot,
        group=old.group,
        modified=modified,
        template=session.template,
        taken=taken,
        pain=pain,
        because_of=(*reasons, *sore),
        spared=bool(sore) or (chose and _stepped_today(old)),
    )
    return None if entry is None else _with_note(entry, old)


def _is_back(plan: SessionPlan, planned: ExerciseId, taken: tuple[ExerciseId, ...]) -> bool:
    """What was swapped for want of equipment is possible again."""
    exercise = plan.known.content.exercises.get(planned)
    if exercise is None or planned in taken or not available(exercise, plan.about.profile):
        return False
    familiar_now = plan.about.phase not in NOTHING_NEW_IN or planned in familiar(
        plan.known.log, plan.about.day
    )
    return familiar_now and not set(exercise.care) & set(plan.about.resting)


def _stepped_today(entry: Entry) -> bool:
    """The runner stepped down in this very session."""
    return any(each.code.startswith("MODIFY_") and each.code != "MODIFY_HOLD" for each in entry.reasons)


def _stepped_for_pain(entry: Entry) -> tuple[Reason, ...]:
    """The niggle that put this exercise in place of the one above it: it spares the spot, or only holds for it."""
    spares = entry.pain is None or any(each.code == "PAIN_HOLD" for each in entry.reasons)
    return tuple(each for each in entry.reasons if spares and each.code == "PAIN_REGRESS")


def _with_note(entry: Entry, old: Entry) -> Entry:
    return entry.changed(note=old.note) if old.note else entry
