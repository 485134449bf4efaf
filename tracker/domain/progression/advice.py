"""What to do with one exercise today, and the circumstances it is decided in."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.person import Level, Taper
from tracker.domain.phase import Phase
from tracker.domain.reason import Reason
from tracker.domain.units import Load, Unit


class Action(StrEnum):
    """What becomes of the exercise today."""

    LIFT = "lift"
    CALIBRATE = "calibrate"  # find a start weight: a ramp that begins at `load`
    ADVANCE = "advance"  # one step up the ladder, with the reps, seconds or contacts given
    REGRESS = "regress"  # one step down the ladder
    SWAP = "swap"  # another exercise, or another day
    REST = "rest"  # leave it out today


class Situation(NamedTuple):
    """Everything outside an exercise's own log that today's number depends on.

    Attributes:
        today: the local date.
        phase, wip: today's phase and its loading week (1, 2, ...); a deload keeps that of the week before.
        level: the level whose overlay applies (beginner under novice_guard).
        deload: today is in a deload week.
        readiness: points of `readiness.points`, 0 to 11.
        pain: 0 to 10 for this exercise.
        days_away: days since any exposure of the exercise or its pattern, deload and taper sessions included.
        back_home: the first time at home since a stay on the road.
        hold: the weekly review asks for no increase.
        stepped: the runner chose less weight lately, and it stays there for now.
        stands_in: it takes the place of what hurts.
        for_strong_pain: what it takes the place of stops today.
        settling: the spot it loads that was at 4 or more lately, the first time since; whatever it is now.
        sore_legs: 0 to 10, the worst of what hurts in the legs, for an exercise that works them; its site beside it.
        sore_arms: 0 to 10, the worst above 5 that hurts in shoulder, elbow, wrist or neck; its site beside it.
        works_arms: it pushes, pulls or carries.
        ease: the exercise itself is deloaded, because it has stalled.
        irregular: it has stalled, but sessions were missed: nothing is done about it yet.
        worse: it was worse the morning after the last time.
        after_illness: one of the gentle sessions after an illness; *readiness* is then at least amber.
        after_sign: it is a warning sign, seen since, that they come after.
        site: what hurts, in the words of a care area.
        reported: what the runner said that cost readiness points, in words.
        recovery_stage: 0 to 3 after a race, read in phase recovery only. Give that phase wherever the days since
            a race ask for a stage, whatever the calendar calls the week. None outside it.
        after_race: nothing normal has been lifted here since the last race's recovery.
        taper, taper_week: protocol, and which taper week (1, 2) it is; race week counts on its own.
        days_to_race: days until the race, for the sharp taper; None when there is none.
        offset_kg: moved share of body weight in kg (bwf x body weight), added to what is on the bar; for
            assisted exercises the body weight.
        hands, unit: implements that share the load, and what loads are shown in, for the words of a reason.
    """

    today: date
    phase: Phase
    wip: int = 1
    level: Level = Level.INTERMEDIATE
    deload: bool = False
    readiness: int = 0
    pain: int = 0
    days_away: int = 0
    back_home: bool = False
    hold: bool = False
    stepped: bool = False
    stands_in: bool = False
    for_strong_pain: bool = False
    settling: str = ""
    sore_legs: int = 0
    sore_site: str = ""
    sore_arms: int = 0
    sore_arms_site: str = ""
    works_arms: bool = False
    ease: bool = False
    irregular: bool = False
    worse: bool = False
    after_illness: bool = False
    after_sign: bool = False
    site: str = ""
    reported: str = ""
    recovery_stage: int | None = None
    after_race: bool = False
    taper: Taper = Taper.FADE
    taper_week: int = 1
    days_to_race: int | None = None
    offset_kg: float = 0.0
    hands: int = 1
    unit: Unit | None = None

    @property
    def light_week(self) -> bool:
        return self.deload or self.ease


class Advice(NamedTuple):
    """Today's prescription for one exercise, with its causes.

    Attributes:
        sets: all working sets; with `backoff` the first is the top set and the others are back-offs.
        reps, seconds, contacts: per set; exactly one is set when there is work to do.
        rpe: target of the top set, or of every straight set.
        load: external load as written on the equipment; None for no load.
        band: level name of a band.
        system_kg: the load with the moved share of body weight.
        backoff, backoff_rpe: load and target of the sets after the top set.
        rest_s: seconds of rest, least and most.
        reasons: at least one.
    """

    action: Action
    reasons: tuple[Reason, ...]
    sets: int = 0
    reps: int | None = None
    seconds: int | None = None
    contacts: int | None = None
    rpe: float | None = None
    load: Load | None = None
    band: str | None = None
    system_kg: float | None = None
    backoff: Load | None = None
    backoff_rpe: float | None = None
    rest_s: tuple[int, int] = (60, 120)
    tempo: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(reason.code for reason in self.reasons)
