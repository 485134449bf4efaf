"""The answers of the welcome, each with its default, and the runner they make."""

from dataclasses import dataclass, field
from datetime import date

from tracker.domain.content import Content
from tracker.domain.errors import Misunderstood
from tracker.domain.person import Level
from tracker.domain.race import Distance, Race, with_race
from tracker.domain.revision import Revision
from tracker.domain.runner import Runner, Safety
from tracker.domain.words.settings import with_setting

LIFTED = {
    "never": (Level.BEGINNER, "never"),
    "some": (Level.BEGINNER, "some"),
    "year": (Level.INTERMEDIATE, "regularly"),
    "years": (Level.ADVANCED, "regularly"),
}
"""How long somebody has lifted: the level it means, and how the first loads are found."""


@dataclass
class Answers:
    """What was said so far.

    Attributes:
        race: name, date and distance; None for no race.
        lifted: a key of `LIFTED`.
        equipment: gym, home or travel.
        body_weight: as typed, empty when not given.
    """

    race: tuple[str, date, Distance] | None = None
    lifted: str = "some"
    equipment: str = "gym"
    run_week: str = "REQEREL"
    unit: str = "kg"
    body_weight: str = ""
    conditions: bool = False
    under_18: bool = False
    answered: bool = field(default=False)

    def runner(self, content: Content, today: date) -> Runner:
        """The person.

        Raises:
            Misunderstood: for an answer that does not fit.
        """
        level, lifted_before = LIFTED[self.lifted]
        safety = Safety(answered=self.answered, conditions=self.conditions, under_18=self.under_18)
        runner = Runner(level=level, level_declared=True, lifted_before=lifted_before, safety=safety)
        said = {
            "unit": self.unit,
            "equipment": self.equipment,
            "run-week": self.run_week,
            "body-weight": self.body_weight or "unknown",
        }
        for key, text in said.items():
            runner = with_setting(runner, key, text, content, today)
        return runner

    def revision(self, today: date, race_id: str) -> Revision:
        """The first plan."""
        if self.race is None:
            return Revision(made_on=today)
        name, day, distance = self.race
        return Revision(
            made_on=today,
            races=with_race((), Race(id=race_id, name=name, date=day, distance=distance), today),
        )


def read_race(name: str, day: str, distance: str, today: date) -> tuple[str, date, Distance] | None:
    """A race from three fields; None when name and date are both empty.

    Raises:
        Misunderstood, Refused: with the field that does not fit.
    """
    if not name.strip() and not day.strip():
        return None
    try:
        when = date.fromisoformat(day.strip())
    except ValueError:
        raise Misunderstood(
            f'"{day.strip()}" is not a date; write it as 2027-09-26, or leave both empty.'
        ) from None
    kind = Distance.of(distance or "marathon")
    found = Race(id="", name=name.strip() or kind.spoken.capitalize(), date=when, distance=kind)
    with_race((), found, today)
    return found.name, when, kind
