"""What was reported to hurt, site by site, over weeks."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.exercise import CareArea
from tracker.domain.history import TrainingLog
from tracker.domain.review_rules import PainRules


class PainReport(NamedTuple):
    """The worst report of one site on one day, 0 to 10."""

    date: date
    site: CareArea
    score: int


def pain_reports(log: TrainingLog) -> tuple[PainReport, ...]:
    """Every report in sessions and check-ins, one per site and day, oldest first."""
    worst: dict[tuple[date, CareArea], int] = {}
    reported = [
        *((s.date, e.said.site, e.said.score) for s in log.sessions for e in s.entries if e.said is not None),
        *((c.date, c.site, c.pain) for c in log.checkins if c.site is not None and c.pain is not None),
    ]
    for day, site, score in reported:
        worst[day, site] = max(score, worst.get((day, site), 0))
    return tuple(PainReport(day, site, worst[day, site]) for day, site in sorted(worst))


def sore_sites(reports: tuple[PainReport, ...], least: int) -> frozenset[CareArea]:
    """Sites whose latest report is at least *least*."""
    return frozenset(site for site, found in _by_site(reports).items() if found[-1].score >= least)


def lasting_sites(reports: tuple[PainReport, ...], end: date, rules: PainRules) -> tuple[PainReport, ...]:
    """The latest report of every site that a clinician should see; arguments as in `lasting_pain`."""
    return tuple(
        found[-1]
        for found in _by_site(tuple(each for each in reports if each.date < end)).values()
        if (end - found[-1].date).days <= rules.lasting_days
        and (_strong(found, rules) or _long(found, rules))
    )


def lasting_pain(reports: tuple[PainReport, ...], end: date, rules: PainRules) -> PainReport | None:
    """The latest report of a site that a clinician should see: strong three times running, or 14 days without rest.

    Args:
        reports: oldest first.
        end: the day after those under review; a site last heard of more than 14 days before is left alone.
    """
    lasting = lasting_sites(reports, end, rules)
    return max(lasting, key=lambda report: (report.score, report.date), default=None)


def _by_site(reports: tuple[PainReport, ...]) -> Mapping[CareArea, list[PainReport]]:
    sites: defaultdict[CareArea, list[PainReport]] = defaultdict(list)
    for report in reports:
        sites[report.site].append(report)
    return sites


def _strong(found: list[PainReport], rules: PainRules) -> bool:
    last = found[-rules.strong_reports :]
    return len(last) == rules.strong_reports and all(report.score >= rules.strong for report in last)


def _long(found: list[PainReport], rules: PainRules) -> bool:
    since = found[-1].date
    for report in reversed(found):
        if report.score < rules.lasting:
            break
        since = report.date
    return found[-1].score >= rules.lasting and found[-1].date - since >= timedelta(days=rules.lasting_days)
