"""Sleep, legs, energy and yesterday's run, and what they make of today."""

import pytest
from support.lifting import DAY, rules

from tracker.domain.adapting.readiness import Feel, Readiness, band_of, points
from tracker.domain.phase import Phase
from tracker.domain.run import Run, RunKind
from tracker.domain.session import ReadinessBand


def yesterday(*kinds: RunKind) -> list[Run]:
    return [Run(id=kind.value, date=DAY, kind=kind, km=10) for kind in kinds]


E, Q, L, X = RunKind.EASY, RunKind.QUALITY, RunKind.LONG, RunKind.RACE


@pytest.mark.parametrize(
    ("sleep", "soreness", "energy", "run", "phase", "lower", "count", "colour"),
    [
        (8, 2, 4, E, Phase.BASE, True, 0, "green"),
        (6.5, 4, 3, Q, Phase.BASE, True, 3, "amber"),
        (5.5, 6, 2, E, Phase.BASE, True, 5, "red"),
        (5.5, 6, 2, L, Phase.BASE, True, 7, "swap"),
        (7.5, 5, 3, L, Phase.OFF_SEASON, True, 2, "green"),
        (7.5, 5, 3, L, Phase.BUILD_MAINTENANCE, True, 3, "amber"),
        (5.5, 8, 3, L, Phase.BASE, False, 2, "green"),
        (4.5, 10, 1, X, Phase.BASE, True, 11, "swap"),
    ],
)
def test_the_full_form(
    sleep: float, soreness: int, energy: int, run: RunKind, phase: Phase, lower: bool, count: int, colour: str
) -> None:
    said = Readiness(sleep_h=sleep, soreness=soreness, energy=energy)
    found = points(rules().readiness, said, phase, yesterday(run), lower=lower)
    assert (found, band_of(rules().readiness, found)) == (count, ReadinessBand(colour))


@pytest.mark.parametrize(
    ("feel", "phase", "lower", "runs", "count"),
    [
        (Feel.FRESH, Phase.BASE, True, [], 0),
        (Feel.NORMAL, Phase.BASE, True, [], 0),
        (None, Phase.BASE, True, [], 0),
        (Feel.DEAD, Phase.BASE, True, [], 3),
        (Feel.DEAD, Phase.OFF_SEASON, True, [], 2),
        (Feel.DEAD, Phase.BASE, False, [L], 0),
        (Feel.DEAD, Phase.BASE, True, [E, L], 5),
        (Feel.FRESH, Phase.BASE, True, [X], 3),
        (Feel.FRESH, Phase.OFF_SEASON, True, [E], 0),
    ],
)
def test_one_key_is_enough(
    feel: Feel | None, phase: Phase, lower: bool, runs: list[RunKind], count: int
) -> None:
    said = Readiness(feel=feel)
    assert points(rules().readiness, said, phase, yesterday(*runs), lower=lower) == count


def test_the_form_takes_the_place_of_the_key() -> None:
    said = Readiness(feel=Feel.DEAD, soreness=2)
    assert points(rules().readiness, said, Phase.BASE, lower=True) == 0
