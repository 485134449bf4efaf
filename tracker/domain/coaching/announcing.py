"""What is said beside today's numbers of levels, guards and what was left out: once, where it changed something.

A level that training has earned is announced in the first session of a phase, never again after it (docs/rules.md 1.4).
"""

from collections.abc import Collection

from tracker.domain.coaching.jump_tier import jumped_hard_yesterday
from tracker.domain.coaching.one_day import OneDay
from tracker.domain.exercise import Exercise, LoadType, Role
from tracker.domain.person import Level
from tracker.domain.prescription import Target
from tracker.domain.program import Cell, SessionTemplate
from tracker.domain.progression.advice import Advice
from tracker.domain.progression.causes import lightened_by
from tracker.domain.reason import Reason, because
from tracker.domain.session import Entry, PerformedSet

_STAYS = frozenset({"HELD_LOAD", "STALL_CONSISTENCY"})
"""Codes whose words say that the weight is the last one, or that it goes on as planned."""


def beside_numbers(
    plan: OneDay, exercise: Exercise, role: Role, cell: Cell | None, advice: Advice
) -> tuple[Reason, ...]:
    """Back-off sets, the guards and overlays that changed the numbers of one exercise, and whose side decided them."""
    found: list[Reason] = []
    if advice.backoff is not None:
        found.append(because("BACK_OFF"))
    easy = plan.easy_start
    if easy is not None and (full := plan.asked(role, cell)) is not None and full.rpe > easy.rpe_max:
        found.append(because("EASY_START"))
    if plan.about.level is Level.BEGINNER and role is not Role.PLYO:
        found += _overlay(plan, role, cell)
    return (*found, *_weaker_side(plan, exercise))


def told_truly(plan: OneDay, exercise: Exercise, advice: Advice) -> tuple[Reason, ...]:
    """The causes in words that fit: "first time" of nothing that stands in the log (done elsewhere, or without a
    rating), and "fewer reps, a little heavier" only of a number that is so, not of a day on which it is lighter.

    What takes load off comes first, and nothing beside it says that the weight stays.
    """
    instead: dict[str, str] = {}
    if any(entry.performed for _, entry in plan.known.log.of(exercise.id)):
        instead |= {"CALIBRATE": "CALIBRATE_HERE", "CALIBRATE_EASY": "CALIBRATE_EASY_HERE"}
    if not _is_fewer_and_heavier(advice):
        instead["WAVE_STEP"] = "WAVE_NEXT"
    lighter = lightened_by(advice.reasons)
    others = [each for each in advice.reasons if each not in lighter]
    if lighter:
        instead["GAP_HOLD"] = "GAP_EASED"
        others = [each for each in others if each.code not in _STAYS]
    return tuple(each.changed(code=instead.get(each.code, each.code)) for each in (*lighter, *others))


def _is_fewer_and_heavier(advice: Advice) -> bool:
    last = next((each.inputs for each in advice.reasons if "last_kg" in each.inputs), None)
    if last is None or advice.load is None or advice.reps is None:
        return True
    return advice.load.kilograms > float(last["last_kg"]) and advice.reps < int(last["last_reps"])


def _overlay(plan: OneDay, role: Role, cell: Cell | None) -> tuple[Reason, ...]:
    """More reps at less effort: as a beginner, or for a few weeks as somebody new or long away."""
    earned = plan.known.earned(plan.about.day)
    eased = plan.asked(role, cell)
    usual = plan.asked(role, cell, earned if earned is not Level.BEGINNER else Level.INTERMEDIATE)
    if eased is None or usual is None or eased == usual:
        return ()
    if plan.known.is_guarded(plan.about.day) and earned is not Level.BEGINNER:
        return (because("NOVICE_GUARD"),)
    return (because("BEGINNER_OVERLAY"),) if _more_reps(eased, usual) else ()


def _more_reps(eased: Target, usual: Target) -> bool:
    return eased.reps > usual.reps


def _weaker_side(plan: OneDay, exercise: Exercise) -> tuple[Reason, ...]:
    """The sides differed the last time, so one of them decided today's number (4.6)."""
    done = plan.known.log.of(exercise.id)
    sides = {_weaker(each) for each in done[-1].entry.performed} - {""} if done else set()
    return tuple(because("WEAKER_SIDE", side=side) for side in sides) if len(sides) == 1 else ()


def _weaker(done: PerformedSet) -> str:
    if done.right is None:
        return ""
    for left, right in ((done.reps, done.right.reps), (done.seconds, done.right.seconds)):
        if left is not None and right is not None and left != right:
            return "left" if left < right else "right"
    return ""


def about_the_session(
    plan: OneDay, template: SessionTemplate, entries: Collection[Entry]
) -> tuple[Reason, ...]:
    """A level earned, first weeks that stay easy, and what this session goes without."""
    told = {reason.code for entry in entries for reason in entry.reasons}
    found = [*_promotion(plan)]
    if plan.easy_start is not None:
        found.append(because("EASY_START"))
    elif "NOVICE_GUARD" in told:
        found.append(because("NOVICE_GUARD"))
    if plan.about.stage is None and any(plan.about.phase in slot.optional_in for slot in template.slots):
        found.append(because("OPTIONAL_IN_TAPER"))
    if _goes_without_jumps(plan, template, entries):
        found.append(because("PLYO_SPACING"))
    return tuple(found)


def _promotion(plan: OneDay) -> tuple[Reason, ...]:
    level = plan.known.promoted(plan.about.day)
    return () if level is None else (because("LEVEL_UP", level=level.value),)


def _goes_without_jumps(plan: OneDay, template: SessionTemplate, entries: Collection[Entry]) -> bool:
    """Jumps have a place in it, nothing else speaks against them, and demanding ones were done yesterday."""
    wanted = any(plan.about.phase in slot.cells for slot in template.slots if slot.role is Role.PLYO)
    jumps = any(entry.load_type is LoadType.CONTACTS for entry in entries)
    coach = plan.known
    spaced = wanted and not jumps and plan.jumping_is_fine()
    return spaced and jumped_hard_yesterday(coach.log, coach.content.exercises, plan.about.day)
