"""What can be loaded step by step: weights in order, or bands from weak to strong."""

from dataclasses import dataclass

from tracker.domain.progression.coarse import Rack
from tracker.domain.strength.exposure import WorkingSet
from tracker.domain.units import Load

_NEAR = 1e-6
A_BAND_LESS_UNDER = 0.85


@dataclass(frozen=True, slots=True)
class Rungs:
    """Loads as steps, counted from 0 at the lightest.

    Attributes:
        rack: the weights; empty where bands are the load.
        bands: level names, easiest first; bands are ordinal, there is no arithmetic on them.
    """

    rack: Rack
    bands: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.bands) or len(self.rack.grid.loads)

    def of(self, done: WorkingSet) -> int:
        """The step of a set that was done, the next one down where that weight is not here any more."""
        if self.bands:
            return self.bands.index(done.band) if done.band in self.bands else 0
        return self.under(done.kg)

    def under(self, kg: float) -> int:
        """The heaviest step that is not above *kg* of system load, else the lightest."""
        found = self.rack.floor(kg)
        return self.rack.grid.loads.index(found) if found is not None else 0

    def load(self, step: int) -> Load | None:
        return None if self.bands or not len(self) else self.rack.grid.loads[step]

    def band(self, step: int) -> str | None:
        return self.bands[step] if self.bands else None

    def rise(self, step: int) -> float | None:
        """By which share the next step is heavier; None at the top; bands count as a usual step."""
        if step + 1 >= len(self):
            return None
        if self.bands:
            return 0.0
        return self.rack.step_up(self.rack.grid.loads[step])[1]

    def lighter(self, step: int, share: float) -> int:
        """The step for *share* of this one's load; a band goes one level down below 85 %."""
        if share >= 1.0 - _NEAR or not len(self):
            return step
        if self.bands:
            return max(0, step - 1) if share < A_BAND_LESS_UNDER else step
        return self.under(self.rack.weight(self.rack.grid.loads[step]) * share)

    def says(self, step: int) -> str:
        """The load in words: a weight, or the name of a band."""
        load, band = self.load(step), self.band(step)
        if load is not None:
            return self.rack.says(load)
        return "" if band is None else f"the {band} band"
