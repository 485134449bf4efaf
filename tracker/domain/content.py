"""What the rules read from paper: exercises, programs, phase numbers, equipment."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from tracker.domain.exercise import Exercise, ExerciseId

if TYPE_CHECKING:
    from tracker.domain.equipment import EquipmentProfile
    from tracker.domain.prescription import Rules
    from tracker.domain.program import Drill, Program, ProgramId, RecoveryStage
    from tracker.domain.review_rules import ReviewRules


class Content(Protocol):
    """Checked content, shipped and the runner's own."""

    @property
    def exercises(self) -> Mapping[ExerciseId, Exercise]:
        """By id, in library order (which settles ties)."""

    @property
    def programs(self) -> "Mapping[ProgramId, Program]": ...

    @property
    def recovery(self) -> "tuple[RecoveryStage, ...]":
        """What a session keeps at stages 0 to 3 after a race."""

    @property
    def warm_up(self) -> "tuple[Drill, ...]":
        """The drills before every session."""

    @property
    def rules(self) -> "Rules": ...

    @property
    def review(self) -> "ReviewRules":
        """The numbers of the weekly review."""

    @property
    def profiles(self) -> "tuple[EquipmentProfile, ...]":
        """The shipped equipment profiles."""
