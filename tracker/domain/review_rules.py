"""The numbers of the weekly review: the whole of data/review.toml as checked values."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from tracker.domain.exercise import CareArea, Exercise, Ingredient, Pattern, Position
from tracker.domain.phase import Phase
from tracker.domain.value import Value

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=1)]
POSITIONS: tuple[Position, ...] = tuple(position for position in Position if position is not Position.SIDE)
"""The six of the source article; lying on the side is outside them."""


class Group(StrEnum):
    """Patterns that are counted together; OTHER is for tonnage only (carries and the like)."""

    LOWER_BILATERAL = "lower_bilateral"
    SINGLE_LEG = "single_leg"
    CALF = "calf"
    PUSH = "push"
    PULL = "pull"
    CORE = "core"
    HIP = "hip"
    OTHER = "other"

    @property
    def spoken(self) -> str:
        """As said in a list."""
        return {Group.LOWER_BILATERAL: "squat+hinge", Group.SINGLE_LEG: "lunges"}.get(self, self.value)


GROUPS = tuple(group for group in Group if group is not Group.OTHER)
LEG_GROUPS = frozenset({Group.LOWER_BILATERAL, Group.SINGLE_LEG, Group.CALF})


class AdherenceRules(Value):
    days: Count
    moved_days: int
    done_share: Share
    consistent: Share
    mostly: Share
    least_planned: Count


class HardSetRules(Value):
    """Which sets are hard, and how many of them a group should see in a week."""

    from_rpe: float
    further_patterns: Share
    floor: dict[Phase, int]
    ceiling: Count
    groups: dict[Group, tuple[Pattern, ...]]

    @cached_property
    def group_of(self) -> dict[Pattern, Group]:
        return {pattern: group for group, patterns in self.groups.items() for pattern in patterns}

    def main_group(self, exercise: Exercise | None) -> Group:
        return Group.OTHER if exercise is None else self.group_of.get(exercise.pattern, Group.OTHER)

    @model_validator(mode="after")
    def _one_group_each(self) -> Self:
        named = [pattern for patterns in self.groups.values() for pattern in patterns]
        if len(named) != len(set(named)):
            raise ValueError("a pattern belongs to one group")
        return self


class TrendRules(Value):
    weeks: Count
    least_exposures: Count
    least_weeks: Annotated[int, Field(ge=2)]
    slope: Share
    noise: Share
    kept_weeks: Count
    left_days: Count


class EffortRules(Value):
    """Attributes: red_of: so many red days of the last so many sessions."""

    least_sets: Count
    least_sets_two_weeks: Count
    hard: float
    light: float
    far_over: float
    far_over_lifts: Count
    red_of: tuple[int, int]


class LoadRules(Value):
    alike: float
    both_up: float
    clocked_minutes: tuple[float, float]


class CoverageRules(Value):
    """Attributes: names: ingredients and positions as said inside a sentence."""

    days: Count
    ingredient_sets: Count
    position_sets: Count
    push_pull: Annotated[float, Field(ge=1)]
    push_pull_sets: Count
    not_meaningful: frozenset[tuple[Ingredient, Position]]
    exempt: frozenset[Phase]
    jump_pain: int
    jump_race_days: int
    leg_sites: frozenset[CareArea]
    fill_minutes: Count
    names: dict[Ingredient | Position, str]

    @model_validator(mode="after")
    def _all_named(self) -> Self:
        missing = [each.value for each in (*Ingredient, *POSITIONS) if each not in self.names]
        if missing:
            raise ValueError(f"names are missing for {', '.join(missing)}")
        return self


class SymmetryRules(Value):
    exposures: Count
    difference: Share


class BalanceRules(Value):
    days: Count
    least_sessions: Count
    tolerance: Share
    silent: frozenset[Phase]
    minutes: dict[Phase, tuple[Share, Share]]


class PainRules(Value):
    strong: int
    strong_reports: Count
    lasting: int
    lasting_days: Count


class InsightRules(Value):
    most: Count
    days_before_key_run: Count
    key_run_days: Count


class ReviewRules(Value):
    """The whole of data/review.toml: ``ReviewRules.model_validate(tomllib.load(file))``."""

    adherence: AdherenceRules
    hard_sets: HardSetRules
    trend: TrendRules
    effort: EffortRules
    load: LoadRules
    coverage: CoverageRules
    symmetry: SymmetryRules
    balance: BalanceRules
    pain: PainRules
    insights: InsightRules
