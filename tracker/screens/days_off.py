"""Today without a session under way: days off, moved sessions, the finished one."""

from datetime import date, timedelta

from tracker.domain.runner import Runner
from tracker.domain.session import Session
from tracker.domain.strength.records import records_of
from tracker.domain.words.figures import full_date
from tracker.logbook.next_time import next_time
from tracker.questions import SKIP_SESSION, Answer
from tracker.screens import panels
from tracker.screens.dialogs.reading import Part
from tracker.screens.moving import against, days_to_choose
from tracker.screens.next_facts import change_parts
from tracker.screens.today_parts import TodayPart

_DAYS_OFFERED = 4
_MOVE = "move "
_OWN_WORDS = "own words"


class DaysOff(TodayPart):
    """The other half of the Today screen."""

    _summary: tuple[tuple[Session, Runner], panels.Panel, list[Part]] | None = None

    # Days without a session

    def missed(self) -> date | None:
        """The last lifting day of this week that went by without a session, if more were planned than done.

        None while a warning sign waits: nothing can move here then.
        """
        assert self.day is not None
        if self.warning is not None:
            return None
        today = self.day.date
        planned = [each.date for each in self.day.planned.days if each.date < today]
        monday = self.day.planned.week.monday
        sessions = self.logbook.log(today).sessions
        there = [
            each
            for each in sessions
            if monday <= each.date < today and each.template and (each.started or each.skipped)
        ]
        return planned[-1] if len(planned) > len(there) else None

    def preview(self) -> Session | None:
        """The next session as it would be today."""
        assert self.day is not None
        if self.day.next_lift is None:
            return None
        return self.planned_on(self.day.next_lift)

    def action_early(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        assert self.day is not None
        if self.training_waits():
            return
        today = self.day.date
        answers = []
        for key, day, word in (("m", self.missed(), "missed"), ("e", self.day.next_lift, "planned")):
            if day is not None:
                planned = self.planned_on(day) if word == "planned" else None
                name = planned.name if planned is not None else "the session"
                answers.append(
                    Answer(
                        key, day.isoformat(), f"{name} of {full_date(day, today)}", self._clashes(day, today)
                    )
                )
        if not answers:
            self.say(
                f"No session is planned in these two weeks; {self.key('set.say')} starts one of your own."
            )
            return
        self.ask(
            Ask("Lift today instead?", answers, "The session moves here; nothing is doubled."),
            lambda day: self.tries(self.logbook.move_session, date.fromisoformat(day), today),
        )

    def _clashes(self, from_day: date, to_day: date) -> str:
        return against(self.runlift.words, self.logbook.planning.clashes(from_day, to_day))

    def action_mobility(self) -> None:
        if not self.training_waits():
            self.tries(self.logbook.begin_easy)

    # Another day for this one

    def action_skip_session(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        assert self.day is not None
        assert self.session is not None
        if self.session.started:
            self.say(
                f"Sets are logged already; {self.key('session.finish')} finishes the session as it stands."
            )
            return
        today = self.day.date
        answers, calmest = days_to_choose(
            self.logbook.planning,
            self.runlift.words,
            today,
            self._free_days(today),
            today,
            label="Move it to ",
            value=_MOVE,
        )

        def go(answer: str) -> None:
            if answer.startswith(_MOVE):
                self.tries(self.logbook.move_session, today, date.fromisoformat(answer.removeprefix(_MOVE)))
            elif answer == _OWN_WORDS:
                self._skip_in_own_words(today)
            else:
                self.tries(self.logbook.skip_session, today, answer)

        said = "Left out, the next one takes its turn: nothing is made up."
        self.ask(Ask("Another day, or not at all?", (*answers, *SKIP_SESSION), said, calmest), go)

    def _skip_in_own_words(self, today: date) -> None:
        from tracker.screens.dialogs.line import FreeLine

        def take(reason: str) -> None:
            self.logbook.skip_session(today, reason)

        leave = f"{self.key('dialog.leave')} leave"
        self.app.push_screen(
            FreeLine(
                "Left out today, because:",
                f"anything that says it for you   {leave}",
                take,
            )
        )

    def _free_days(self, today: date) -> list[date]:
        """Days this week and next that hold no session and no race."""
        coach = self.logbook.coach(today)
        races = {race.date for race in coach.runner.races}
        ahead = [today + timedelta(days=n) for n in range(1, 8)]
        free = [day for day in ahead if day not in races and coach.week(day).on(day) is None]
        return free[:_DAYS_OFFERED]

    # The finished session

    def done_panel(self, reading: panels.Reading, session: Session) -> panels.Panel:
        """The summary; what changes next time is looked up once for a session, a unit and keys."""
        about = (session, self.logbook.desk.runner)
        if self._summary is None or self._summary[0] != about:
            coach = self.logbook.coach(session.date)
            before = self.logbook.log().without(session.id)
            records = records_of(session, before) if session.started else ()
            changes = next_time(coach, session) if session.started else ()
            panel = panels.done_panel(reading, session, records, changes)
            self._summary = (
                about,
                panel,
                change_parts(reading.library, reading.unit, self.runlift.words.text, changes),
            )
        return self._summary[1]

    def change_parts(self) -> list[Part]:
        """What the finished session changes, in full."""
        return [] if self._summary is None else self._summary[2]

    def action_rate_session(self, rpe: int) -> None:
        if self.session is not None and self.session.started:
            self.tries(self.logbook.rate, self.session, float(rpe))
