"""The pages of the welcome."""

from collections.abc import Iterable
from datetime import date, timedelta

from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.catalog import Words
from tracker.screens.answers import Answers
from widgets.choice import Choice, Item
from widgets.week_row import Letter, WeekRow

RUN_DAYS = (
    Letter("R", "rest", "quiet"),
    Letter("E", "easy", "cool"),
    Letter("Q", "hard", "now"),
    Letter("L", "long", "accent"),
)

_CHOICES: dict[str, tuple[str, str, tuple[Item, ...]]] = {
    "lifted": (
        "How long have you lifted?",
        "It decides how much you start with. The first sessions find the rest.",
        (
            Item("never", "n", "Never, or long ago", "light and simple, and it grows quickly"),
            Item("some", "s", "Some, on and off", "the same start, a little heavier"),
            Item("year", "y", "A year or more, regularly", "barbell lifts, moderate volume"),
            Item("years", "m", "Many years", "as much as the phase allows"),
        ),
    ),
    "equipment": (
        "Where do you lift?",
        "Every load you are shown is one your equipment can make. Plates and dumbbells can be told in Settings.",
        (
            Item("gym", "g", "A gym", "barbell, trap bar, machines, cables, dumbbells"),
            Item("home", "h", "At home", "dumbbells, bands, a step, a backpack"),
            Item("travel", "t", "Wherever I am", "bands, a backpack and your body"),
        ),
    ),
    "unit": (
        "Kilograms or pounds?",
        "",
        (Item("kg", "k", "Kilograms"), Item("lb", "l", "Pounds")),
    ),
}


def choice_page(name: str, answers: Answers) -> Container:
    """A question with a few answers; the one that holds now is selected."""
    question, sentence, items = _CHOICES[name]
    return _page(
        question, sentence, [Choice("", items, selected=str(getattr(answers, name)), hint="", id="choice")]
    )


def race_page(answers: Answers, today: date) -> Container:
    """The race to train for, or none; the example is a Sunday in half a year."""
    example = today + timedelta(days=182 + 6 - today.weekday())
    name, day, distance = ("", "", "")
    if answers.race is not None:
        name, day, distance = answers.race[0], answers.race[1].isoformat(), answers.race[2].value
    return _page(
        "Is there a race you look forward to?",
        "Welcome. Six short questions and one about safety; enter takes what stands there, and all of it can be "
        "changed later.\n\n"
        "The plan is laid out backwards from the race. None is fine too: leave it empty, and it is off-season, the "
        "time to get strong.",
        [
            *_field("race-name", "Its name", name, "for example Berlin Marathon"),
            *_field("race-date", "Its date", day, f"for example {example.isoformat()}"),
            *_field("race-distance", "How far", distance, "5k, 10k, half, marathon, ultra, or km"),
        ],
    )


def week_page(answers: Answers) -> Container:
    """The usual week of running."""
    return _page(
        "Which days do you run long, and hard?",
        "A usual week. Lifting days are placed so that they leave your key runs alone. "
        "← → choose a day; R rest, E easy, Q hard, L long.",
        [WeekRow(RUN_DAYS, answers.run_week, id="week")],
    )


def weight_page(answers: Answers) -> Container:
    """Body weight, for first loads."""
    return _page(
        "What do you weigh?",
        "Only to find the first loads, and to compare exercises that move your body. It may stay empty.",
        _field(
            "weight",
            f"in {answers.unit}",
            answers.body_weight,
            f"for example {70 if answers.unit == 'kg' else 154}",
        ),
    )


def safety_page(words: Words, answers: Answers) -> tuple[Widget, Widget]:
    """The questions that are asked before training, and below them, always in sight, one answer for all of them.

    None of the answers is selected: whoever only goes on has not answered.
    """
    listed = [words.line(code) for code in words.starting("SCREENING_")]
    young = "yes" if answers.under_18 else "no"
    page = _page(
        words.line("SCREENING"),
        words.text("SAFETY_NOTICE"),
        [Static("\n".join(f"· {line}" for line in listed), classes="listed", markup=False)],
    )
    choice = Choice(
        "",
        (
            Item("none", "n", "None of these"),
            Item("some", "o", "One or more", "please ask a clinician first"),
            Item("under_18", "u", f"I am under 18: {young}"),
        ),
        selected=("some" if answers.conditions else "none") if answers.answered else None,
        hint="Kept on this device; in Settings, too.",
        id="choice",
    )
    return page, choice


def _page(question: str, sentence: str, widgets: Iterable[Widget]) -> Container:
    return Container(
        Static(question, classes="question", markup=False),
        Static(sentence, classes="sentence", markup=False),
        *widgets,
        classes="page",
    )


def _field(name: str, label: str, text: str, example: str) -> list[Widget]:
    return [
        Static(label, classes="label", markup=False),
        Input(text, placeholder=example, id=name, compact=True, max_length=80),
    ]
