"""Which session of the program comes next (docs/rules.md 5.3)."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.phase import Phase
from tracker.domain.program import Program, SessionTemplate
from tracker.domain.race import monday_of
from tracker.domain.season.season import SeasonWeek
from tracker.domain.session import Session

_THIRD_SESSION_PHASES = frozenset({Phase.OFF_SEASON, Phase.BASE})
_SECOND_TAPER_WEEK = 2


def next_template(
    program: Program, sessions: Sequence[Session], week: SeasonWeek, phase: Phase, per_week: int, day: date
) -> SessionTemplate:
    """The session that is due on *day*.

    It follows the last one done or skipped, so a missed day shifts the order and nothing is ever doubled. Each
    phase starts with the first session. A session marked `third_only` comes as the third of its week.

    Args:
        sessions: the log before *day* (and what is planned before it), oldest first.
        phase: the phase served.
        per_week: lifting days in this week.
    """
    main = [each for each in program.sessions if not each.third_only]
    if program.last_session is not None and _winding_down(week, phase):
        return program.session(program.last_session)
    ours = [each for each in sessions if each.program == program.id and each.template and each.date < day]
    if third := _third(program, ours, phase, per_week, day):
        return third
    same_phase = _since_phase_began(ours, phase)
    turns = [each.template for each in same_phase if any(each.template == one.id for one in main)]
    if not turns:
        return main[0]
    at = next(index for index, one in enumerate(main) if one.id == turns[-1])
    return main[(at + 1) % len(main)]


def _winding_down(week: SeasonWeek, phase: Phase) -> bool:
    second_taper_week = phase is Phase.TAPER and week.phase_week >= _SECOND_TAPER_WEEK
    return second_taper_week or phase is Phase.RACE_WEEK


def _third(
    program: Program, ours: Sequence[Session], phase: Phase, per_week: int, day: date
) -> SessionTemplate | None:
    third = next((each for each in program.sessions if each.third_only), None)
    if third is None or per_week < 3 or phase not in _THIRD_SESSION_PHASES:
        return None
    this_week = [each for each in ours if monday_of(each.date) == monday_of(day)]
    return third if len(this_week) == 2 else None


def _since_phase_began(ours: Sequence[Session], phase: Phase) -> list[Session]:
    found: list[Session] = []
    for session in reversed(ours):
        if session.phase is not phase:
            break
        found.append(session)
    return found[::-1]
