"""Settings: everything can be changed, at once, and nothing that was logged changes with it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tracker.domain.equipment import EquipmentProfile
from tracker.domain.runner import OwnKey, Safety
from tracker.domain.words.places import new_place, other_plates, places
from tracker.domain.words.profile_text import with_line
from tracker.domain.words.theme_names import THEMES
from tracker.keymap import Keymap
from tracker.keys import SETTINGS
from tracker.logbook import Logbook
from tracker.questions import Answer
from tracker.screens.base import NARROW, RoomScreen, bindings
from tracker.screens.settings_rows import (
    CLEARED,
    COLUMNS,
    KEYS,
    PLACE,
    SAFETY,
    UNDER_18,
    Setting,
    as_rows,
    settings,
    week_in_words,
)
from widgets.facts import Fact, Facts
from widgets.headline import Headline, Statement
from widgets.row_list import RowList
from widgets.text import cells

_WHOLE_SAID = 20
"""What is longer may be cut in its row, and is said in full beside it."""

_MOST_LISTED = 7
"""More choices than that are only listed when asked for."""


class SettingsScreen(RoomScreen):
    """One long list; enter changes a row, left and right turn it."""

    ROOM = "settings"
    CSS_PATH = "settings.tcss"
    BINDINGS = [*bindings(SETTINGS)]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._place = ""

    def compose_room(self) -> ComposeResult:
        facts = Facts(id="facts")
        facts.label_cells = 0
        with Horizontal(id="body"):
            yield RowList(COLUMNS, id="list")
            with Vertical(id="about"):
                yield Headline(id="name")
                yield facts

    def places(self) -> tuple[str, ...]:
        return (SETTINGS,)

    @property
    def _shown_place(self) -> EquipmentProfile:
        """The place whose equipment is listed: the one in use until another is turned to."""
        runner = self.logbook.desk.runner
        found = places(runner, self.logbook.content)
        return found.get(self._place) or found[runner.equipment]

    @property
    def _settings(self) -> dict[str, Setting]:
        runner = self.logbook.desk.runner
        themes = sorted({*THEMES} & {*self.app.available_themes})
        rows = settings(runner, self.logbook.content, themes, self._shown_place, self.key)
        return {row.key: row for row in rows}

    @property
    def _current(self) -> Setting | None:
        return self._settings.get(self.query_one(RowList).cursor)

    # Drawing

    def show(self) -> None:
        rows = self.query_one(RowList)
        rows.rows_shown = as_rows(self._settings.values())
        rows.settle()
        self._show_about()

    @on(RowList.CursorMoved)
    def _show_about(self) -> None:
        current = self._current
        if current is None:
            return
        self.query_one("#name", Headline).statements = (
            Statement((current.name,), "strong", rank=0),
            Statement((current.said,), "accent", rank=1),
        )
        narrow = self.app.size.width < NARROW
        hint = f"Type it: {current.hint}." if current.hint else ""
        choices = () if narrow or len(current.options) > _MOST_LISTED else current.options
        self.query_one(Facts).facts = (
            Fact("", current.help, rows=4, rank=0),
            Fact("", "" if narrow or cells(current.said) <= _WHOLE_SAID else current.said, rows=6, rank=1),
            Fact("", hint, rows=3, rank=1),
            Fact("", week_in_words(current.text) if current.key == "run-week" else "", rows=5, rank=3),
            *(
                Fact(
                    "",
                    f"{'●' if option.text == current.text else '○'} {option.label}",
                    aside=option.help,
                    rank=2,
                    target=f"={option.text}",
                )
                for option in choices
            ),
        )

    @on(Facts.FactChosen)
    def _option_tapped(self, message: Facts.FactChosen) -> None:
        current = self._current
        if current is not None:
            self._set(current, message.target.removeprefix("="))

    def on_resize(self) -> None:
        if not self._is_stale:
            self._show_about()

    # Moving

    def action_move(self, step: int) -> None:
        self.query_one(RowList).move(step)

    def action_page(self, step: int) -> None:
        rows = self.query_one(RowList)
        rows.move(step * rows.page)

    def action_edge(self, step: int) -> None:
        rows = self.query_one(RowList)
        rows.move(step * len(rows.rows_shown))

    # Changing

    @on(RowList.RowChosen)
    def action_open(self) -> None:
        """Choose among a few, or type."""
        current = self._current
        if current is None:
            return
        if current.key == SAFETY:
            self._ask_safety(current)
        elif current.key == KEYS:
            self._choose_keys()
        elif not current.options:
            self._type(current)
        elif len(current.options) == 2:
            self.action_turn(1 if current.beside(1) else -1)
        else:
            self._choose(current)

    def action_turn(self, step: int) -> None:
        """The choice before or after."""
        current = self._current
        option = current.beside(step) if current is not None else None
        if current is not None and option is not None:
            self._set(current, option.text)

    def _choose(self, current: Setting) -> None:
        from tracker.screens.dialogs.pick import Pick

        options = [(option.text, option.label) for option in current.options]
        asides = [option.help for option in current.options]
        window = Pick(current.name, options, current.text, asides)
        self.app.push_screen(window, lambda text: None if text is None else self._set(current, text))

    def _type(self, current: Setting) -> None:
        from tracker.screens.dialogs.line import FreeLine

        def take(text: str) -> None:
            self._write(current, text)

        text = "" if current.text in ("none", "unknown") else current.text
        self.app.push_screen(FreeLine(current.name, current.hint, take, text=text))

    def _set(self, current: Setting, text: str) -> None:
        self.tries(self._write, current, text)

    def _write(self, current: Setting, text: str) -> None:
        """Make one change.

        Raises:
            Misunderstood: with a sentence about what does not fit.
        """
        planning = self.logbook.planning
        if current.key == PLACE:
            self._place = text
            self.draw_now()
        elif current.part:
            part = current.part
            planning.change_place(self._shown_place.id, lambda place: with_line(place, part, text))
        elif current.key in (SAFETY, CLEARED, UNDER_18):
            self._answer(current.key, text)
        else:
            planning.set(current.key, text)
            if current.key == "theme":
                self.runlift.wear(text)
            if current.key in ("equipment", "unit"):
                self._place = ""
                self.draw_now()
            if current.key == "unit" and (
                said := other_plates(self.logbook.desk.runner, self.logbook.content)
            ):
                self.runlift.say(said)

    # Places

    def action_add(self) -> None:
        """Another place, like the one that is shown."""
        from tracker.screens.dialogs.line import FreeLine

        like = self._shown_place

        def take(text: str) -> None:
            made = new_place(text, like, self.logbook.desk.runner, self.logbook.content)
            self._place = made.id
            self.logbook.planning.keep_place(made)

        hint = f"begun as a copy of {like.name}; where you train stays until you choose it"
        self.app.push_screen(FreeLine("Name of the new place", hint, take))

    def action_remove(self) -> None:
        """Take the runner's own place, or their changes to a shipped one, away."""
        from tracker.screens.dialogs.ask import Ask

        place = self._shown_place
        answers = (Answer("y", "yes", "Remove it"), Answer("n", "no", "Keep it"))
        question = f"Remove {place.name}, or your changes to it?"

        def answered(answer: Any) -> None:
            if answer == "yes":
                self.tries(self.logbook.planning.remove_place, place.id)

        self.app.push_screen(Ask(question, answers, selected="no"), answered)

    # Keys

    def _choose_keys(self) -> None:
        """Give strokes other keys; each counts at once."""
        from tracker.screens.dialogs.own_keys import OwnKeys

        def keep(keymap: Keymap) -> None:
            chosen = tuple(OwnKey(stroke=id, key=key) for id, key in keymap.own.items())
            if self.tries(self.logbook.planning.keep_keys, chosen):
                self.runlift.wear_keys()

        self.app.push_screen(OwnKeys(keep))

    # Safety

    def _ask_safety(self, current: Setting) -> None:
        from tracker.screens.dialogs.safety import SafetyQuestions

        self.app.push_screen(
            SafetyQuestions(self.runlift.words, current.text),
            lambda text: None if text is None else self._set(current, text),
        )

    def _answer(self, key: str, text: str) -> None:
        def answered(safety: Safety) -> Safety:
            some = text == "some"
            if key == SAFETY:
                return safety.changed(answered=True, conditions=some, cleared=safety.cleared and some)
            return safety.changed(**{"cleared" if key == CLEARED else "under_18": text == "yes"})

        self.logbook.planning.answer_safety(answered)
        if key == SAFETY and text == "some":
            self.runlift.say(self.runlift.words.text("CAREFUL"))
