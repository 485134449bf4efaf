"""The review of a week as both shells show it: the same numbers on screen and on the command line."""

from datetime import date

from tracker.domain.estimates import Estimates
from tracker.domain.level import is_novice
from tracker.domain.race import monday_of
from tracker.domain.review import Review
from tracker.domain.review_plan import review_plan
from tracker.logbook.logbook import Logbook


def review_of(logbook: Logbook, day: date | None = None, estimates: Estimates | None = None) -> Review:
    """The review of the week that holds *day* (today's without one), read from the whole log.

    Args:
        estimates: those of the same log, when the caller keeps them from one review to the next.

    Raises:
        Refused: before the first planned week, and on a home where nobody is set up.
    """
    today = logbook.today
    asked = day or today
    log, content = logbook.log(), logbook.content
    coach = logbook.coach(asked)
    monday = monday_of(asked)
    plan = review_plan(
        coach.runner,
        content.rules,
        coach.season,
        log,
        monday,
        coach.profile(asked),
        novice=is_novice(coach.runner, log, asked),
    )
    return Review.of(
        log,
        content.exercises,
        content.review,
        content.rules.phases,
        coach.season,
        monday,
        today=today,
        plan=plan,
        estimates=estimates,
    )
