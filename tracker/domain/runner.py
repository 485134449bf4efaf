"""The runner: level, equipment, habits and every choice, as kept in the profile."""

from datetime import date
from enum import StrEnum

from pydantic import Field, field_validator

from tracker.domain.equipment import EquipmentProfile
from tracker.domain.exercise import ExerciseId
from tracker.domain.person import Level, Style, Taper
from tracker.domain.race import Race
from tracker.domain.revision import Revision
from tracker.domain.units import Load, Unit
from tracker.domain.value import Value


class Safety(Value):
    """The answer to the safety questions of the welcome; unanswered means none apply.

    Attributes:
        conditions: one or more of the listed conditions apply.
        cleared: a clinician has said that training is fine.
    """

    answered: bool = False
    conditions: bool = False
    cleared: bool = False
    under_18: bool = False

    @property
    def careful(self) -> bool:
        """Beginner overlay, no jumps and RPE 6 at most until cleared."""
        return self.conditions and not self.cleared


class Move(Value):
    """A planned session taken on another day."""

    from_day: date
    to_day: date


class Verdict(StrEnum):
    """What the review decided for one week."""

    HOLD = "hold"
    BACK_OFF = "back_off"
    CARRY_ON = "carry_on"  # a lighter week was offered, and the answer was no


class Decision(Value):
    """A decision of the weekly review for the week that starts on *week*."""

    week: date
    verdict: Verdict


class AcceptedDays(Value):
    """Lifting days of one week that the runner has said yes to; they stay, whatever else moves.

    Attributes:
        week: its Monday.
    """

    week: date
    days: tuple[date, ...]


class Extra(Value):
    """One exercise more in the week that starts on *week*: it joins each session until it has been done."""

    week: date
    exercise: ExerciseId


class Away(StrEnum):
    HOLIDAY = "holiday"
    ILLNESS = "illness"
    TRAVEL = "travel"


class Absence(Value):
    """Days away from the usual routine, half-open.

    Attributes:
        equipment: the profile at hand while travelling; None when there is no training at all.
    """

    start: date
    end: date
    kind: Away
    equipment: str | None = None


class OwnKey(Value):
    """A key of the runner's own choice in the app.

    Attributes:
        stroke: what it calls, by its name in the table of keys.
    """

    stroke: str
    key: str


class Runner(Value):
    """Everything the rules need to know about the person.

    Attributes:
        level: declared level; logged training only promotes it.
        level_declared: False while the level is only the default.
        body_weight: for starting loads and for exercises that move the body; None when not given.
        equipment: id of the profile in use.
        profiles: equipment profiles the runner has edited or added; they come before the shipped ones.
        run_week: seven letters from Monday: R rest, E easy, Q quality, L long, X race.
        lift_days: days the runner fixed, 0 is Monday; empty lets the scheduler choose.
        lifts_per_week: how many, None for the phase's default.
        program: override of the rule that chooses one.
        revisions: every plan asked for, oldest first; the season is computed from them.
        lifted_before: how much the runner had lifted before starting here (never, some, regularly).
    """

    level: Level = Level.BEGINNER
    level_declared: bool = False
    lifted_before: str = "some"
    unit: Unit = Unit.KG
    body_weight: Load | None = None
    equipment: str = "gym_kg"
    profiles: tuple[EquipmentProfile, ...] = ()
    run_week: str = Field(default="REQEREL", pattern="^[REQLX]{7}$")
    lift_days: tuple[int, ...] = ()
    lifts_per_week: int | None = Field(default=None, ge=0, le=5)
    taper: Taper = Taper.FADE
    program: str | None = None
    plyo: bool = True
    theme: str = "runlift-dark"
    sounds: bool = True
    own_keys: tuple[OwnKey, ...] = ()
    safety: Safety = Safety()
    revisions: tuple[Revision, ...] = ()
    moves: tuple[Move, ...] = ()
    decisions: tuple[Decision, ...] = ()
    accepted: tuple[AcceptedDays, ...] = ()
    extras: tuple[Extra, ...] = ()
    absences: tuple[Absence, ...] = ()

    @field_validator("lift_days")
    @classmethod
    def _days_of_a_week(cls, days: tuple[int, ...]) -> tuple[int, ...]:
        if any(day not in range(7) for day in days):
            raise ValueError("a lifting day is a weekday, 0 for Monday to 6 for Sunday")
        return tuple(sorted(set(days)))

    @property
    def plan(self) -> Revision:
        """The revision in force.

        Raises:
            IndexError: before anything was planned.
        """
        return self.revisions[-1]

    @property
    def races(self) -> tuple[Race, ...]:
        return self.revisions[-1].races if self.revisions else ()

    @property
    def style(self) -> Style:
        return self.revisions[-1].style if self.revisions else Style.PERIODIZED

    def revised(self, revision: Revision) -> "Runner":
        """With a new plan; a plan made in the same week replaces the earlier one of that week.

        It is as old as that one, so that the days before it still count where the season began in that week.
        """
        kept = tuple(each for each in self.revisions if each.from_week < revision.from_week)
        replaced = [each.made_on for each in self.revisions if each.from_week == revision.from_week]
        made_on = min((revision.made_on, *replaced))
        return self.changed(revisions=(*kept, revision.changed(made_on=made_on)))

    def decision_for(self, monday: date) -> Verdict | None:
        return next((each.verdict for each in reversed(self.decisions) if each.week == monday), None)

    def accepted_days(self, monday: date) -> tuple[date, ...]:
        """The days said yes to for one week; empty where nothing was said."""
        return next((each.days for each in reversed(self.accepted) if each.week == monday), ())

    def absence_on(self, day: date) -> Absence | None:
        return next((each for each in reversed(self.absences) if each.start <= day < each.end), None)

    def rests_on(self, day: date) -> Absence | None:
        """What keeps the runner from all lifting on *day*: illness or a holiday; on the road one lifts."""
        absence = self.absence_on(day)
        return absence if absence is not None and absence.kind is not Away.TRAVEL else None
