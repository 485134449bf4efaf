"""The paragraph above the figures: what the week means, as sentences with their inputs."""

from collections.abc import Iterator

from tracker.domain.adapting.soreness import FEVER
from tracker.domain.reason import Reason, because
from tracker.domain.review.effort import Felt, felt
from tracker.domain.review.insights import Findings
from tracker.domain.review.week_metrics import WeekMetrics


def summary(found: Findings) -> tuple[Reason, ...]:
    """A headline, then what there is to say on effort, strength kept, holes and records.

    While a red flag waits to be read there is nothing to say about training.
    """
    return () if found.closed else (_headline(found), *_sentences(found))


def _headline(found: Findings) -> Reason:
    week, effort = found.week, found.books.rules.effort
    inputs = {"done": week.sessions.done, "planned": week.asked}
    if any(flag.red_flag != FEVER for flag in week.red_flags):
        return because("WEEK_FLAGGED")
    if not week.over:
        return because("WEEK_UNDER_WAY", **inputs)
    if not week.trained and (week.adapted.ill or week.red_flags):
        return because("WEEK_ILL")
    if not week.trained and week.calendar.this.phase is None:
        return because("WEEK_BEFORE_PLAN", **inputs)
    if not week.trained:
        return because("WEEK_MISSED" if week.sessions.planned else "WEEK_OFF", **inputs)
    if week.sessions.done < week.sessions.planned:
        # Of sessions in part, none counts as one: the next sentence says why.
        return because("WEEK_IN_PART", **(inputs if week.sessions.done else {}))
    if any(report.score >= found.books.rules.pain.strong for report in week.pains):
        return because("WEEK_CAREFUL", **inputs)
    if week.above_ceiling:
        return because("WEEK_TOO_MUCH", done=week.times + week.in_part, planned=week.asked)
    if week.drift.mean is not None and week.drift.mean >= effort.hard:
        return because("WEEK_HARD", **inputs)
    return because("WEEK_LIGHT" if week.calendar.this.eased else "WEEK_GOOD", **inputs)


def _sentences(found: Findings) -> Iterator[Reason]:
    week, effort = found.week, found.books.rules.effort
    drift = week.drift.mean
    if week.in_part and week.sessions.done < week.asked:
        yield because("SESSION_IN_PART", **({"sessions": week.in_part} if week.in_part > 1 else {}))
    if week.over and week.times > week.asked > 0 and not week.above_ceiling:
        yield because("MORE_SESSIONS", done=week.times, planned=week.asked)
    if drift is not None and not week.calendar.this.eased:
        match felt(drift, effort):
            case Felt.HARDER:
                yield because("EFFORT_ABOVE", drift=round(drift, 1))
            case Felt.EASIER:
                yield (
                    because("EFFORT_MORE")
                    if week.did_more
                    else because("EFFORT_BELOW", drift=round(-drift, 1))
                )
            case Felt.AS_PLANNED:
                yield because("EFFORT_ON_TARGET", drift=round(drift, 1))
    if week.kept is not None and week.kept_since is not None:
        # A week without a hard set, as in the taper, has no share to speak of.
        on: dict[str, str | int] = {}
        if week.kept_on:
            on = {"sets": "more"} if week.kept_on > 1.0 else {"sets_percent": round(week.kept_on * 100)}
        yield because("STRENGTH_KEPT", percent=round(week.kept * 100), phase=week.kept_since.public, **on)
    if week.adapted.words:
        yield because("WEEK_ADAPTED", what=week.adapted.words)
    if week.pains:
        worst = max(week.pains, key=lambda report: report.score)
        if worst.score:
            yield because("WEEK_SORE", site=worst.site.value, pain=worst.score)
    if week.over and week.trained:
        yield from _low_groups(week)
    holes = week.coverage.holes
    if holes:
        names = found.books.rules.coverage.names
        what = ", ".join(names[hole] for hole in holes)
        yield because("ONE_HOLE" if len(holes) == 1 else "SOME_HOLES", holes=len(holes), what=what)
    if week.records:
        yield because("NEW_RECORDS", records=len(week.records))


def _low_groups(week: WeekMetrics) -> Iterator[Reason]:
    """Groups with few hard sets: those with sets that were only easy, and those with few sets of any kind."""
    easy = [group for group in week.below_floor if week.hard_sets.easy_sets(group)]
    few = [group for group in week.below_floor if group not in easy]
    if easy:
        none = not any(week.hard_sets.by_group[group] for group in easy)
        said = ", ".join(group.spoken for group in easy)
        yield because("EASY_SETS", groups=len(easy), what=said, hard="none" if none else "few")
    if few:
        said = ", ".join(group.spoken for group in few)
        yield because("FEW_HARD_SETS", groups=len(few), what=said)
