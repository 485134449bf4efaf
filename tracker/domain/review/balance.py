"""Run : strength, counted in sessions as 60 : 40 is read here, with minutes beside it for information."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.domain.history import TrainingLog
from tracker.domain.phase import Phase
from tracker.domain.review.load_sums import minutes_of, run_minutes
from tracker.domain.review_rules import BalanceRules, LoadRules

_NEAR = 1e-9


class RunLift(NamedTuple):
    """Fourteen days of runs and lifts.

    Attributes:
        share: lifts of all sessions, None without any.
        target: the share the phase asks for, None outside a plan.
        as_asked: within the tolerance; None where nothing is said about it: too few sessions, no runs written
            down, a phase that has only begun, race week and recovery.
        mixed: some of the days were in another phase, which is why nothing is said.
        minutes_share: lifting minutes of all minutes, None unless every session has minutes.
        minutes_band: where that share usually lies in the phase; it is not judged.
    """

    lifts: int
    runs: int
    share: float | None
    target: float | None
    as_asked: bool | None
    mixed: bool
    minutes_share: float | None
    minutes_band: tuple[float, float] | None

    @property
    def too_much(self) -> bool:
        """Outside, on the lifting side."""
        return self.as_asked is False and (self.share or 0.0) > (self.target or 0.0)


def run_lift(
    fortnight: TrainingLog,
    phase: Phase | None,
    run_share: Mapping[Phase, int],
    rules: BalanceRules,
    load: LoadRules,
    *,
    settled: bool = True,
) -> RunLift:
    """Compares the sessions of 14 days with the phase's share.

    Args:
        run_share: per phase, the percentage of sessions that are runs.
        settled: all 14 days were in this phase; a mixture is not judged.
    """
    lifts, runs = fortnight.trained, fortnight.runs
    share = len(lifts) / (len(lifts) + len(runs)) if lifts or runs else None
    asked = None if phase is None else run_share.get(phase)
    target = None if asked is None else 1.0 - asked / 100.0
    enough = bool(runs) and len(lifts) + len(runs) >= rules.least_sessions
    as_asked = None
    judged = enough and phase not in rules.silent
    if settled and judged and share is not None and target is not None:
        as_asked = abs(share - target) <= rules.tolerance + _NEAR
    return RunLift(
        len(lifts),
        len(runs),
        share,
        target,
        as_asked,
        judged and target is not None and not settled,
        _minutes_share([minutes_of(session, load) for session in lifts], run_minutes(runs)),
        None if phase is None else rules.minutes.get(phase),
    )


def _minutes_share(lifting: Sequence[float | None], running: float | None) -> float | None:
    known = [minutes for minutes in lifting if minutes is not None]
    if running is None or len(known) < len(lifting) or sum(known) + running <= 0.0:
        return None
    return sum(known) / (sum(known) + running)
