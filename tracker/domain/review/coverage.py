"""Runner's coverage: six ingredients in six positions, what is asked of them, and what is missing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.domain.exercise import Exercise, ExerciseId, Ingredient, Position
from tracker.domain.phase import Phase
from tracker.domain.review_rules import POSITIONS, CoverageRules
from tracker.domain.session import Session, SetKind
from tracker.domain.strength.done_sets import DoneSet

Asked = Mapping[Ingredient, int]
"""Working sets per ingredient that a week's plan prescribes."""
Hole = Ingredient | Position


class Required(NamedTuple):
    """One thing asked of the week, and the sets it got."""

    what: Hole
    sets: int
    need: int

    @property
    def met(self) -> bool:
        return self.sets >= self.need


class PushPull(NamedTuple):
    """Push and pull sets of 14 days; *short* is the side that needs more, PSH or PLL, or None."""

    push: int
    pull: int
    short: Ingredient | None


class Coverage(NamedTuple):
    """Attributes:
    cells: working sets of 14 days for every ingredient in every position; None where the pair makes no sense.
    ingredients: working sets of the week.
    positions: working sets of 14 days.
    required: what could be judged; empty while too little is known, and where nothing is asked.
    """

    cells: Mapping[tuple[Ingredient, Position], int | None]
    ingredients: Mapping[Ingredient, int]
    positions: Mapping[Position, int]
    push_pull: PushPull
    required: tuple[Required, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        return tuple(each.what for each in self.required if not each.met)

    @property
    def score(self) -> float | None:
        """Share of the required things that were met; None when nothing was asked."""
        return sum(each.met for each in self.required) / len(self.required) if self.required else None


class Demand(NamedTuple):
    """What decides how much is asked.

    Attributes:
        asked: of the week's plan, by ingredient; None when not known, or while the week is under way.
        asked_lately: of the sessions of 14 days, done or not, by ingredient.
        long_enough: training began before the 14 days did.
        jumps: no leg hurts, no race is near, and the runner has not switched jumping off.
    """

    phase: Phase | None
    asked: Asked | None
    asked_lately: Asked
    long_enough: bool
    jumps: bool


def coverage(
    fortnight: Iterable[DoneSet],
    week: Iterable[DoneSet],
    demand: Demand,
    rules: CoverageRules,
) -> Coverage:
    """Counts the sets of 14 days and of the week; a set counts once for every ingredient of its exercise."""
    fortnight = tuple(fortnight)
    cells: dict[tuple[Ingredient, Position], int | None] = {
        (ingredient, position): None if (ingredient, position) in rules.not_meaningful else 0
        for ingredient in Ingredient
        for position in POSITIONS
    }
    positions: dict[Position, int] = dict.fromkeys(POSITIONS, 0)
    for exercise in (each.exercise for each in fortnight if each.exercise is not None):
        if exercise.position in positions:
            positions[exercise.position] += 1
        for ingredient in exercise.ingredients:
            cell = (ingredient, exercise.position)
            if (count := cells.get(cell)) is not None:
                cells[cell] = count + 1
    ingredients = dict.fromkeys(Ingredient, 0)
    for each in week:
        for ingredient in each.exercise.ingredients if each.exercise is not None else ():
            ingredients[ingredient] += 1
    required = tuple(_required(ingredients, positions, demand, rules))
    sides = _push_pull(fortnight, rules, demand.asked_lately)
    return Coverage(cells, ingredients, positions, sides, required)


def asked_of(sessions: Iterable[Session], exercises: Mapping[ExerciseId, Exercise]) -> Asked:
    """Prescribed working sets per ingredient of a week's sessions, planned or done."""
    asked = dict.fromkeys(Ingredient, 0)
    for session in sessions:
        for entry in session.entries:
            exercise = exercises.get(entry.exercise)
            sets = sum(
                row.planned is not None and row.planned.kind is not SetKind.WARMUP for row in entry.sets
            )
            for ingredient in exercise.ingredients if exercise is not None else ():
                asked[ingredient] += sets
    return asked


def _required(
    ingredients: Mapping[Ingredient, int],
    positions: Mapping[Position, int],
    demand: Demand,
    rules: CoverageRules,
) -> Iterable[Required]:
    if demand.phase is None or demand.phase in rules.exempt:
        return
    if demand.asked is not None:
        for ingredient, sets in ingredients.items():
            need = min(rules.ingredient_sets, demand.asked.get(ingredient, 0))
            if need > 0:
                yield Required(ingredient, sets, need)
    if demand.long_enough:
        for position, sets in positions.items():
            if position is not Position.JUMPING or demand.jumps:
                yield Required(position, sets, rules.position_sets)


def _push_pull(sets: Iterable[DoneSet], rules: CoverageRules, asked: Asked) -> PushPull:
    """By ingredient, as the grid beside it counts: a single-leg deadlift to row is a pull too.

    A plan that leans to one side itself is no reason to add to what it asks; only leaning further is.
    """
    mixes = [each.exercise.ingredients for each in sets if each.exercise is not None]
    push, pull = (sum(side in mix for mix in mixes) for side in (Ingredient.PSH, Ingredient.PLL))
    to_push, to_pull = asked.get(Ingredient.PSH, 0), asked.get(Ingredient.PLL, 0)
    short = None
    if push + pull >= rules.push_pull_sets:
        if push * _most(rules, to_pull, to_push) < pull:
            short = Ingredient.PSH
        elif pull * _most(rules, to_push, to_pull) < push:
            short = Ingredient.PLL
    return PushPull(push, pull, short)


def _most(rules: CoverageRules, more: int, less: int) -> float:
    """How many sets of one side for each of the other are no imbalance, where the plan asks for *more* to *less*."""
    return max(rules.push_pull, more / less if less else 0.0)
