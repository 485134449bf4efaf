"""What earlier reports of pain, illness and warning signs mean for a day (docs/rules.md 4.9, 9.2)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.adapting.pain import EASE, HOLD, STOP_ABOVE, asks_next_morning, worse_next_morning
from tracker.domain.exercise import CareArea, Exercise, ExerciseId
from tracker.domain.history import TrainingLog
from tracker.domain.reason import Reason, because
from tracker.domain.run import CheckIn
from tracker.domain.runner import Away, Runner

if TYPE_CHECKING:
    from tracker.domain.review_rules import PainRules

MORNING_DAYS = 3
"""So many days the question of the next morning stays open."""

SORE_DAYS = 14
"""A niggle last heard of longer ago is not asked about again."""

GENTLE_SESSIONS = 2
FEVER, BONE = "RED_FLAG_FEVER", "RED_FLAG_BONE"
ILLNESS = "ill"


class Asks(StrEnum):
    """What a question is about."""

    NEXT_MORNING = "next_morning"
    STILL_SORE = "still_sore"
    SEEN = "seen"


class Question(NamedTuple):
    """Something to ask before training.

    Attributes:
        site, before: where it hurt and how much; None for a warning sign.
        session: the session it followed.
        checkin: the warning sign it is about.
    """

    asks: Asks
    reason: Reason
    site: CareArea | None = None
    before: int | None = None
    session: str | None = None
    checkin: CheckIn | None = None


class Report(NamedTuple):
    """The worst report of one site on one day; *morning* is the answer to the question of the next morning."""

    date: date
    site: CareArea
    score: int
    morning: bool
    session: str | None


def reports(log: TrainingLog, since: date) -> tuple[Report, ...]:
    """Every report from *since* on, oldest first, one per site and day."""
    found: dict[tuple[date, CareArea], Report] = {}
    for report in (*_in_sessions(log, since), *_checked_in(log, since)):
        key = report.date, report.site
        if key not in found or report.score > found[key].score:
            found[key] = report
    return tuple(found[key] for key in sorted(found))


def _in_sessions(log: TrainingLog, since: date) -> Iterator[Report]:
    for session in log.sessions:
        if session.date >= since:
            for entry in session.entries:
                if entry.said is not None:
                    yield Report(session.date, entry.said.site, entry.said.score, False, session.id)


def _checked_in(log: TrainingLog, since: date) -> Iterator[Report]:
    for each in log.checkins:
        if each.date >= since and each.site is not None and each.pain is not None:
            yield Report(each.date, each.site, each.pain, each.session is not None, each.session)


def carried(log: TrainingLog, day: date) -> dict[CareArea, int]:
    """Niggles of 3 and more that were last heard of before *day*: until somebody answers they count as they were."""
    latest = {each.site: each.score for each in reports(log.before(day), day - timedelta(days=SORE_DAYS))}
    return {site: score for site, score in latest.items() if score >= HOLD}


def settling(log: TrainingLog, day: date) -> dict[CareArea, date]:
    """Spots that were at 4 or more in the last two weeks, with the last day they were; how they are now is no matter.

    What loads one of them holds the first time after that day.
    """
    known = reports(log.before(day), day - timedelta(days=SORE_DAYS))
    return {each.site: each.date for each in known if each.score >= EASE}


def questions(log: TrainingLog, day: date, loaded: frozenset[CareArea]) -> tuple[Question, ...]:
    """What to ask on *day*, warning signs first.

    Args:
        loaded: care areas of today's planned exercises; a niggle is only asked about where it would be loaded, or
            where it keeps exercises away.
    """
    found: list[Question] = []
    for flag in standing_flags(log, day):
        if flag.date < day:
            found.append(Question(Asks.SEEN, because("FLAG_SEEN", sign=flag.red_flag or ""), checkin=flag))
    latest: dict[CareArea, Report] = {}
    for report in reports(log, day - timedelta(days=SORE_DAYS)):
        if report.date <= day:
            latest[report.site] = report
    for site, report in latest.items():
        if report.date == day:
            continue
        trained = next((each for each in reversed(log.trained) if each.date == report.date), None)
        fresh = (day - report.date).days <= MORNING_DAYS
        if asks_next_morning(report.score) and not report.morning and fresh and trained is not None:
            reason = because("PAIN_NEXT_MORNING", site=site.value)
            found.append(Question(Asks.NEXT_MORNING, reason, site, report.score, trained.id))
        elif report.score >= HOLD and (site in loaded or report.score > STOP_ABOVE):
            reason = because("PAIN_STILL", site=site.value, pain=report.score)
            found.append(Question(Asks.STILL_SORE, reason, site, report.score))
    return tuple(found)


def worse_exercises(
    log: TrainingLog, exercises: Mapping[ExerciseId, Exercise], day: date, days: int = 28
) -> dict[ExerciseId, CareArea]:
    """Exercises whose last time was followed by a worse morning, with the site; until they are done again."""
    found: dict[ExerciseId, CareArea] = {}
    known = reports(log, day - timedelta(days=days))
    for answer in known:
        if not answer.morning or answer.date > day:
            continue
        session = next((each for each in log.trained if each.id == answer.session), None)
        if session is None:
            continue
        before = max(
            (each.score for each in known if each.site is answer.site and each.date == session.date),
            default=None,
        )
        if before is None or not worse_next_morning(before, answer.score):
            continue
        for entry in session.entries:
            known_as = exercises.get(entry.exercise)
            named = entry.said is not None and entry.said.site is answer.site
            concerned = named or (known_as is not None and answer.site in known_as.care)
            if concerned and entry.performed and log.of(entry.exercise)[-1].session.id == session.id:
                found[entry.exercise] = answer.site
    return found


def resting_sites(log: TrainingLog, day: date, rules: "PainRules") -> tuple[CareArea, ...]:
    """Sites that a clinician should see: strong three times running, or two weeks without a rest."""
    from tracker.domain.adapting.pain_log import lasting_sites, pain_reports  # the review's models cost 10 ms

    return tuple(report.site for report in lasting_sites(pain_reports(log), day + timedelta(days=1), rules))


def standing_flags(log: TrainingLog, day: date) -> tuple[CheckIn, ...]:
    """The warning signs that stop training on *day*, the last one first, each sign once: a fever for its day, any
    other until it has been seen.
    """
    found: dict[str, CheckIn] = {}
    for each in reversed(log.checkins):
        if each.red_flag is None or each.seen or each.date > day:
            continue
        if each.red_flag != FEVER or each.date == day:
            found.setdefault(each.red_flag, each)
    return tuple(found.values())


def standing_flag(log: TrainingLog, day: date) -> CheckIn | None:
    """The warning sign to tell of first; None where nothing stops training."""
    return next(iter(standing_flags(log, day)), None)


def gentle_after(log: TrainingLog, runner: Runner, day: date) -> str:
    """What the first two sessions after it are gentle for: an illness, or the sign that has been seen; else nothing."""
    ends = [(each.end, ILLNESS) for each in runner.absences if each.kind is Away.ILLNESS and each.end <= day]
    flags = [each for each in log.checkins if each.red_flag is not None and each.date < day]
    over = [each for each in flags if each.red_flag == FEVER or each.seen]
    found = [*ends, *((each.date + timedelta(days=1), each.red_flag or "") for each in over)]
    last, cause = max(found, default=(day, ""))
    since = [session for session in log.trained if last <= session.date < day]
    return cause if len(since) < GENTLE_SESSIONS else ""
