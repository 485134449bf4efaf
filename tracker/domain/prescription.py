"""The rules as a coach writes them down: what each phase asks of each role, and the limits that always hold.

`Rules` is data/phases.toml, checked; `Rules.target` answers what is prescribed today. Sources and choices are
named in data/phases.toml and in docs/rules.md; percentages are whole numbers in the file, shares in the code.
"""

from typing import NamedTuple, Self

from tracker.domain.exercise import Role
from tracker.domain.person import Level, Style
from tracker.domain.phase import Phase
from tracker.domain.program import Cell
from tracker.domain.run import RunKind
from tracker.domain.value import Value

MOST_CONTACTS_A_SET = 20


class Whole(NamedTuple):
    """A whole number and the range it may move in."""

    default: int
    least: int
    most: int


class Effort(NamedTuple):
    """A target RPE and the range that still counts as on target."""

    default: float
    least: float
    most: float


class Step(NamedTuple):
    """One loading week of a wave."""

    reps: int
    rpe: float


class Dose(Value):
    """What one role gets in one phase (docs/rules.md 1.2).

    Attributes:
        top_set: one top set, the others are back-offs a point of RPE easier; else straight sets.
        steps: reps and effort by loading week, instead of `reps` and `rpe`.
        steps_repeat: start again after the last step; else the last one stays.
    """

    sets: Whole
    reps: Whole
    rpe: Effort
    rest_s: tuple[int, int]
    tempo: str | None = None
    seconds: Whole | None = None
    top_set: bool = False
    steps: tuple[Step, ...] = ()
    steps_repeat: bool = False

    def step(self, wip: int) -> Step:
        """Reps and effort in loading week *wip* (1-based)."""
        if not self.steps:
            return Step(self.reps.default, self.rpe.default)
        at = max(wip, 1) - 1
        return self.steps[at % len(self.steps) if self.steps_repeat else min(at, len(self.steps) - 1)]


class Nudge(Value):
    """How the load moves (4.2), in percent.

    Attributes:
        percent: for the bins A (much easier) to G (much harder).
        catch_up: rise for a start that was far too light; None where there is no catching up.
    """

    percent: tuple[float, float, float, float, float, float]
    max_rise: float
    catch_up: float | None = None


class Sharp(Value):
    """The sharp taper (10, C1): few heavy sets, the last of them *days_out* before the race."""

    percent: tuple[float, ...]
    sets: int
    reps: int
    rpe: float
    days_out: int
    percent_of_peak: float


class PhaseRules(Value):
    """One phase (1.1, 1.2, 4.2).

    Attributes:
        run_share: share of sessions that are runs, in percent.
        records: attempts at personal records are offered.
        progress: exercises other than the main lifts may progress.
        new_stimulus: exercises, tempos and ladder steps not done in the last 28 days may appear.
        contacts: ground contacts per session at most, by level.
        tier_max, tiers_in_use: highest plyometric tier; only tiers that are already in use.
        percent: taper and race week: of e1RM by week; recovery: of the reference load by stage.
    """

    lifts_a_week: Whole
    minutes: tuple[int, int]
    run_share: int
    records: bool
    progress: bool
    contacts: dict[Level, int]
    tier_max: int
    tiers_in_use: bool = False
    new_stimulus: bool = True
    nudge: Nudge | None = None
    percent: tuple[float, ...] = ()
    first_normal: float = 100.0
    sharp: Sharp | None = None
    primary: Dose
    secondary: Dose
    accessory: Dose | None = None
    core: Dose
    balance: Dose

    def dose(self, role: Role) -> Dose | None:
        """The dose of *role*; None where the phase leaves it out, and for jumps, which count contacts."""
        return None if role is Role.PLYO else getattr(self, role.value)


class Beginner(Value):
    """What lies over the tables for beginners (1.4)."""

    sets_most: int
    rpe_most: float
    reps: Whole
    peak_reps: Whole
    first_contacts: int


class Deload(Value):
    """A lighter week (2.4): shares of sets, load and contacts."""

    sets: float
    load: float
    rpe_drop: float
    rpe_most: float
    contacts: float


class LayoffStep(NamedTuple):
    days: int
    percent: float
    exposures: int


class Layoff(Value):
    """Coming back after days away (4.4)."""

    hold_days: int
    recalibrate_days: int
    rpe_most: float
    steps: tuple[LayoffStep, ...]

    def after(self, days: int) -> LayoffStep | None:
        """The step that applies after *days* away; None when the break was short."""
        return next((step for step in reversed(self.steps) if days >= step.days), None)


class ReadinessRules(Value):
    """Points and bands of 4.8. Pairs are [bound, points]; the first that fits counts."""

    amber: int
    red: int
    swap: int
    dead_legs: int
    off_season_relief: int
    sleep_below: tuple[tuple[float, int], ...]
    energy_below: tuple[tuple[float, int], ...]
    soreness_from: tuple[tuple[float, int], ...]
    run: dict[RunKind, int]


class PainLimits(Value):
    """What a niggle takes off (4.9): the share of the load that is left, the most effort beside a strong pain."""

    load: float
    strong_rpe: float


class RaceDays(Value):
    """Days around races (2.5, 2.6): from and to which one is a step to a longer one; how long one is come back from."""

    step_days: tuple[int, int]
    return_days: int


class Plyo(Value):
    """What holds for jumps in every phase."""

    rpe_most: float
    rest_s: tuple[int, int]
    default_percent: int
    weekly: dict[Level, int]


class Caps(Value):
    """Hard limits (9.3); percentages of e1RM where they are about loads."""

    lifting_days: int
    hard_sets: int
    minutes: int
    rise: float
    peak_percent: float
    taper_percent_of_peak: float
    all_out_rpe: float


class Target(NamedTuple):
    """Today's prescription for one role, before the log has its say.

    Attributes:
        sets: all working sets.
        reps, rmin, rmax: R0 and the range reps may move in.
        rpe: T of the top set.
        seconds, smax: a hold's target and the longest the phase asks for; None without holds.
        contacts: contacts of the whole session; None except for jumps.
        contacts_cap: the most contacts a session may have.
        top_set: one top set, the others are back-offs a point of RPE easier; else straight sets.
    """

    sets: int
    reps: int
    rmin: int
    rmax: int
    rpe: float
    rest_s: tuple[int, int]
    tempo: str | None = None
    seconds: int | None = None
    smax: int | None = None
    contacts: int | None = None
    contacts_cap: int = 0
    top_set: bool = False

    def at_most(self, rpe: float) -> Self:
        """The same with a ceiling on effort: first weeks, not yet cleared, back from a break."""
        return self._replace(rpe=min(self.rpe, rpe))


class Rules(Value):
    """The whole of data/phases.toml: ``Rules.model_validate(tomllib.load(file))``."""

    phases: dict[Phase, PhaseRules]
    beginner: Beginner
    deload: Deload
    layoff: Layoff
    readiness: ReadinessRules
    pain: PainLimits
    races: RaceDays
    plyo: Plyo
    caps: Caps

    def target(
        self,
        phase: Phase,
        role: Role,
        level: Level,
        *,
        wip: int = 1,
        style: Style = Style.PERIODIZED,
        cell: Cell | None = None,
    ) -> Target | None:
        """What *phase* asks of *role* in its loading week *wip*; None where it leaves the role out.

        In a deload week, pass the loading week before it: a deload lightens that week's targets.

        Args:
            style: in the maintenance style the peak keeps its first step.
            cell: the program's sets and amount. Main lifts take only its sets, the reps come from the phase.
        """
        rules = self.phases[phase]
        if role is Role.PLYO:
            return self._jumps(rules, level, cell)
        dose = rules.dose(role)
        if dose is None:
            return None
        if phase is Phase.PEAK and style is Style.MAINTENANCE:
            wip = 1
        if level is Level.BEGINNER:
            dose = dose.changed(steps=())
        target = _from_dose(dose, wip, cell if role is not Role.PRIMARY else None)
        target = target._replace(sets=cell.sets if cell else target.sets)
        return self._for_beginner(target, phase, role) if level is Level.BEGINNER else target

    def contacts_cap(self, phase: Phase, level: Level) -> int:
        """Ground contacts a session may have at most."""
        return self.phases[phase].contacts[level]

    def _for_beginner(self, target: Target, phase: Phase, role: Role) -> Target:
        eased = target.at_most(self.beginner.rpe_most)._replace(
            sets=min(target.sets, self.beginner.sets_most), top_set=False
        )
        if role is not Role.PRIMARY or phase in (Phase.TAPER, Phase.RACE_WEEK, Phase.RECOVERY):
            return eased
        reps = self.beginner.peak_reps if phase is Phase.PEAK else self.beginner.reps
        return eased._replace(reps=reps.default, rmin=reps.least, rmax=reps.most)

    def _jumps(self, rules: PhaseRules, level: Level, cell: Cell | None) -> Target | None:
        cap = rules.contacts[level]
        if not cap:
            return None
        usual = cap * self.plyo.default_percent // 100
        contacts = min(cap, cell.sets * cell.contacts) if cell and cell.contacts else usual
        return Target(
            sets=cell.sets if cell else max(1, -(-contacts // MOST_CONTACTS_A_SET)),
            reps=contacts,
            rmin=contacts,
            rmax=cap,
            rpe=self.plyo.rpe_most,
            rest_s=self.plyo.rest_s,
            contacts=contacts,
            contacts_cap=cap,
        )


def _from_dose(dose: Dose, wip: int, cell: Cell | None) -> Target:
    step = dose.step(wip)
    start = step.reps if dose.steps or cell is None or cell.reps is None else cell.reps
    least, most = dose.reps.least, dose.reps.most
    if dose.steps and dose.steps_repeat:  # a wave: the range moves with its step
        least, most = max(3, start - 1), start + 1
    seconds, smax = None, None
    if dose.seconds is not None:
        seconds = cell.seconds if cell and cell.seconds else dose.seconds.default
        smax = max(seconds, dose.seconds.most)
    return Target(
        sets=dose.sets.default,
        reps=start,
        rmin=min(start, least),
        rmax=max(start, most),
        rpe=step.rpe,
        rest_s=dose.rest_s,
        tempo=dose.tempo,
        seconds=seconds,
        smax=smax,
        top_set=dose.top_set,
    )
