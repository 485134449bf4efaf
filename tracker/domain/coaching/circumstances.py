"""What one morning brings: phase, week, recovery, readiness, niggles, equipment. The same for every exercise."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tracker.domain.adapting.pain import STOP_ABOVE
from tracker.domain.adapting.readiness import Readiness
from tracker.domain.equipment import EquipmentProfile
from tracker.domain.exercise import CareArea
from tracker.domain.person import Level
from tracker.domain.phase import Phase
from tracker.domain.run import Run
from tracker.domain.season.recovery import RecoveryDay
from tracker.domain.season.season import SeasonWeek
from tracker.domain.session import Pain


class Circumstances(NamedTuple):
    """One day's circumstances.

    Attributes:
        phase: the phase served.
        deload: deload content: by plan, by a B race, or because the review backed off.
        hold: the review asked for no increase this week.
        stage: 0 to 3 on the way back after a race, else None.
        recovery: the race day's shadow, None outside it.
        readiness: what the runner said; points follow from it and from *runs*.
        runs: runs of the last 24 hours.
        pains: niggles that count today, by site: reported today, or earlier and not answered since.
        carried: the sites of the latter.
        resting: care areas that are left out today.
        settling: spots that hurt lately, with the last day on which they were at 4 or more.
        gentle: what it is one of the first sessions after: an illness, or a warning sign that has been seen.
    """

    day: date
    week: SeasonWeek
    phase: Phase
    level: Level
    deload: bool
    hold: bool
    stage: int | None
    recovery: RecoveryDay | None
    profile: EquipmentProfile
    readiness: Readiness
    runs: tuple[Run, ...]
    pains: Mapping[CareArea, int]
    resting: tuple[CareArea, ...] = ()
    gentle: str = ""
    carried: frozenset[CareArea] = frozenset()
    settling: Mapping[CareArea, date] = {}

    @property
    def days_to_race(self) -> int | None:
        """Days until the next A race."""
        race = self.week.next_a
        return None if race is None else race.days_from(self.day)

    @property
    def prescribed_as(self) -> Phase:
        """The phase whose prescriptions are read: recovery wherever the days since a race ask for it."""
        return Phase.RECOVERY if self.stage is not None else self.phase

    def with_pains(self, more: Mapping[CareArea, int]) -> "Circumstances":
        """The same morning with more said about niggles; above 5 of 10 the spot rests."""
        pains = {**self.pains, **more}
        carried = self.carried - more.keys()
        resting = [area for area in self.resting if area not in more]
        resting += [area for area, score in more.items() if score > STOP_ABOVE]
        return self._replace(pains=pains, resting=tuple(resting), carried=carried)

    def settles(self, care: tuple[CareArea, ...], last: date | None) -> CareArea | None:
        """The spot in *care* that has hurt since an exercise was done the *last* time."""
        found = (area for area in care if area in self.settling)
        return next((area for area in found if last is not None and last <= self.settling[area]), None)

    @property
    def worst_pain(self) -> int:
        return max(self.pains.values(), default=0)

    def niggle_for(self, care: tuple[CareArea, ...]) -> Pain | None:
        """That niggle with its site, None when nothing hurts."""
        found = [
            Pain(site=area, score=self.pains[area], carried=area in self.carried)
            for area in care
            if self.pains.get(area)
        ]
        return max(found, key=lambda pain: pain.score, default=None)
