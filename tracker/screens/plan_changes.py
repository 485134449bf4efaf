"""What the Plan screen changes: races, moved sessions, deloads, styles, runs. Each is shown before it is accepted."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from tracker.domain.errors import RunliftError
from tracker.domain.person import Style, Taper
from tracker.domain.race import Priority, Race
from tracker.domain.revision import NoRace
from tracker.domain.words.figures import full_date
from tracker.logbook.proposals import Outdated, Proposal
from tracker.questions import Answer
from tracker.report.plan import PlanWeek, difference_lines, race_words
from tracker.screens.dialogs.accept import Accept
from tracker.screens.dialogs.ask import Ask
from tracker.screens.moving import days_to_choose
from tracker.screens.taking_back import TakingBack

_DAY = timedelta(days=1)
_MOST_DAYS = 8
_EDIT, _TAPER, _DROP = "edit", "taper", "drop"


class PlanChanges(TakingBack):
    """The half of the Plan screen that asks."""

    @property
    def week(self) -> PlanWeek | None:
        """The week the keys are about."""
        raise NotImplementedError

    # Accepting

    def offer(self, title: str, proposal: Proposal, then: Callable[[], object] = lambda: None) -> None:
        """Show what a proposal changes; on a yes it becomes the plan, and *then* goes on."""
        today, words = self.logbook.today, self.runlift.words

        def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                accepted = self.tries(self.logbook.planning.accept, proposal)
            except Outdated as moved:
                self.say(str(moved), severity="warning")
                self.offer(title, moved.anew, then)
                return
            if accepted:
                self.say(f"That is the plan now; {self.key('plan.undo')} takes it back.")
                then()

        notices = tuple(map(words.text, proposal.said))
        changes = difference_lines(proposal.changes, today, words.line)
        self.app.push_screen(Accept(title, changes, notices), answered)

    # Races

    def action_add_race(self) -> None:
        from tracker.screens.dialogs.race_form import race_form

        self.app.push_screen(race_form(self))

    def action_change_race(self) -> None:
        """Change a race of the chosen week, or choose one of those ahead."""
        today = self.logbook.today
        ahead = [race for race in self.logbook.desk.runner.races if race.date >= today]
        week = self.week
        here = [race for race in ahead if week is not None and race.week == week.monday]
        if not ahead:
            self.say(f"There is no race ahead; {self.key('plan.race')} adds one.")
        elif len(here) == 1 or len(ahead) == 1:
            self._change_one((here or ahead)[0])
        else:
            answers = [
                Answer(str(at), race.id, race_words(race, today)) for at, race in enumerate(ahead[:9], 1)
            ]
            by_id = {race.id: race for race in ahead}
            self._ask(Ask("Which race?", answers), lambda chosen: self._change_one(by_id[chosen]))

    def _change_one(self, race: Race) -> None:
        from tracker.screens.dialogs.race_form import race_form

        kinds = {Priority.A: "the season is laid out for it", Priority.B: "raced out of training",
                 Priority.C: "a quality run with a number on"}  # fmt: skip
        answers = [Answer("e", _EDIT, "Name, date, distance or taper")]
        answers += [
            Answer(kind.value.lower(), kind.value, f"Make it {_article(kind)} {kind} race", help)
            for kind, help in kinds.items()
            if kind is not race.priority
        ]
        other = Taper.FADE if race.taper is Taper.SHARP else Taper.SHARP
        if race.priority is Priority.A:
            answers.append(Answer("t", _TAPER, f"Taper {other} before it", f"instead of {race.taper}"))
        answers.append(Answer("d", _DROP, "Drop it from the plan"))

        def go(answer: str) -> None:
            planning = self.logbook.planning
            if answer == _EDIT:
                self.app.push_screen(race_form(self, race))
            elif answer == _DROP:
                self.propose(f"Drop {race.name}", lambda: planning.propose_race_removal(race.id))
            elif answer == _TAPER:
                self.propose(
                    f"Taper {other} before {race.name}",
                    lambda: planning.propose_race_change(race.id, taper=other),
                )
            else:
                kind = Priority(answer)
                self.propose(
                    f"{race.name} as {_article(kind)} {kind} race",
                    lambda: planning.propose_race_change(race.id, priority=kind),
                )

        self._ask(Ask(race_words(race, self.logbook.today), answers), go)

    def propose(self, title: str, make: Callable[[], Proposal]) -> None:
        """Make a proposal and show it; what speaks against it at once is said."""
        made: list[Proposal] = []
        if self.tries(lambda: made.append(make())):
            self.offer(title, made[0])

    # Sessions

    def action_move_session(self) -> None:
        """Choose a session of the week, then a day for it."""
        week, today = self.week, self.logbook.today
        if week is None:
            return
        days = [
            day.date
            for day in week.days
            if day.lift == "planned" or (day.lift == "missed" and day.date < today)
        ]
        if not days:
            self.say("No session of that week can be moved.")
        elif len(days) == 1:
            self._move_from(days[0])
        else:
            answers = [
                Answer(str(at), day.isoformat(), full_date(day, today)) for at, day in enumerate(days, 1)
            ]
            self._ask(
                Ask("Which session?", answers), lambda chosen: self._move_from(date.fromisoformat(chosen))
            )

    def _move_from(self, from_day: date) -> None:
        planning, today = self.logbook.planning, self.logbook.today
        words, free = self.runlift.words, self._free_days(from_day)
        answers, calmest = days_to_choose(planning, words, from_day, free, today)

        def go(chosen: str) -> None:
            to_day = date.fromisoformat(chosen)
            if self.tries(self.logbook.move_session, from_day, to_day):
                self.say(f"Moved to {full_date(to_day, today)}; {self.key('plan.undo')} takes it back.")

        sentence = "What speaks against a day is named; nothing is ever doubled."
        asked = f"The session of {full_date(from_day, today)} on which day?"
        self._ask(Ask(asked, answers, sentence, calmest), go)

    def _free_days(self, from_day: date) -> list[date]:
        planning = self.logbook.planning
        near = [from_day + n * _DAY for n in range(-6, 8)]
        return [day for day in near if _goes(partial(planning.check_move, from_day, day))][:_MOST_DAYS]

    # Lighter weeks

    def action_deload(self) -> None:
        week = self.week
        if week is None:
            return
        season, today, day = self.logbook.season, self.logbook.today, week.monday
        planning = self.logbook.planning
        ways: dict[str, tuple[str, str, Callable[[], Proposal]]] = {
            "earlier": ("e", "Take it a week earlier", partial(planning.propose_deload, day, -1)),
            "later": ("l", "Take it a week later", partial(planning.propose_deload, day, 1)),
            "pull": ("p", "Make this the lighter week", partial(planning.propose_deload, day, "pull")),
        }
        problems: list[str] = []
        answers = []
        for name, (key, label, make) in ways.items():
            problem = _problem(make)
            if problem is None:
                answers.append(Answer(key, name, label))
            else:
                problems.append(problem)
        if not answers:
            self.say(problems[-1 if not season.week(day).deload else 0])
            return

        def go(chosen: str) -> None:
            _, label, make = ways[chosen]
            self.propose(label, make)

        about = "a lighter week" if season.week(day).deload else "a loading week"
        self._ask(Ask(f"The week of {full_date(day, today)} is {about}", answers), go)

    # Styles

    def action_styles(self) -> None:
        runner = self.logbook.desk.runner
        kinds = {"style": Style, "taper": Taper, "no-race": NoRace}
        marked = {True: ", as now", False: ""}
        no_race = runner.plan.no_race
        answers = [
            Answer("p", Style.PERIODIZED, f"Build in waves (periodized){marked[runner.style is Style.PERIODIZED]}",
                   "intensity, sets and reps follow the training block"),
            Answer("m", Style.MAINTENANCE, f"Build as maintenance{marked[runner.style is Style.MAINTENANCE]}",
                   "heavy two or three times a week, nothing new, not sore"),
            Answer("f", Taper.FADE, f"Taper: fade{marked[runner.taper is Taper.FADE]}",
                   "60, then 55, then 50 % of your max, quick and easy"),
            Answer("s", Taper.SHARP, f"Taper: sharp{marked[runner.taper is Taper.SHARP]}",
                   "one or two sets of two or three, fairly heavy, the last a week out"),
            Answer("o", NoRace.STAY, f"Without a race: stay in off-season{marked[no_race is NoRace.STAY]}"),
            Answer("y", NoRace.ROLLING, f"Without a race: a rolling year{marked[no_race is NoRace.ROLLING]}",
                   "off-season, base and build by turns"),
        ]  # fmt: skip

        def go(answer: str) -> None:
            key = next(key for key, kind in kinds.items() if answer in {each.value for each in kind})
            label = next(each.label for each in answers if each.value == answer)
            self.propose(
                label.removesuffix(marked[True]), lambda: self.logbook.planning.propose_setting(key, answer)
            )

        self._ask(Ask("Build and taper", answers), go)

    # Runs

    def action_add_run(self) -> None:
        from tracker.screens.dialogs.run_form import run_form

        self.app.push_screen(run_form(self))

    def _ask(self, window: Ask, go: Callable[[str], None]) -> None:
        def answered(answer: str | None) -> None:
            if answer is not None:
                go(answer)

        self.say("")
        self.app.push_screen(window, answered)


def _article(kind: Priority) -> str:
    return "an" if kind is Priority.A else "a"


def _goes(check: Callable[[], object]) -> bool:
    return _problem(check) is None


def _problem(check: Callable[[], object]) -> str | None:
    """Why something cannot be; None when it can."""
    try:
        check()
    except RunliftError as problem:
        return str(problem)
    return None
