"""Own exercises and programs: added, edited, removed, and kept only when everything fits together."""

from typing import Any

from tracker.catalog.own_files import OwnFiles
from tracker.domain.errors import RunliftError
from tracker.domain.exercise import Exercise
from tracker.questions import Answer
from tracker.screens.base import RoomScreen

_NO_HOME = "These are sample data; your own exercises need a home of your own."


class Owning(RoomScreen):
    """The part of the library that changes it."""

    @property
    def exercise(self) -> Exercise | None:
        """The exercise under the cursor."""
        raise NotImplementedError

    def go_to(self, id: str) -> None:
        """To an exercise."""
        raise NotImplementedError

    @property
    def _own(self) -> OwnFiles | None:
        if self.runlift.own is None:
            self.runlift.say(_NO_HOME)
            return None
        return self.runlift.own()

    def action_add(self) -> None:
        """An exercise of one's own, from an empty form."""
        self._edit(None)

    def action_write(self) -> None:
        """Edit an own exercise, or make one's own version of a shipped one."""
        if self.exercise is not None:
            self._edit(self.exercise)

    def _edit(self, exercise: Exercise | None) -> None:
        from tracker.screens.dialogs.own_exercise import OwnExercise

        own = self._own
        if own is None:
            return
        replaces = exercise is not None and (
            exercise.id not in self.runlift.catalog.own
            or bool((own.exercise_table(exercise.id) or {}).get("replaces"))
        )
        window = OwnExercise(own, self.logbook.content.exercises, exercise, replaces=replaces)

        def kept(answer: Any) -> None:
            if answer is not None:
                id, catalog = answer
                self.runlift.read_anew(catalog)
                self.go_to(id)

        self.app.push_screen(window, kept)

    def action_remove(self) -> None:
        """Remove an own exercise, after one question."""
        from tracker.screens.dialogs.ask import Ask

        exercise, own = self.exercise, self._own
        if exercise is None or own is None:
            return
        if exercise.id not in self.runlift.catalog.own:
            self.runlift.say("That exercise is shipped; only your own can be removed.")
            return
        replaces = bool((own.exercise_table(exercise.id) or {}).get("replaces"))
        if not replaces and self.logbook.log().of(exercise.id):
            self.runlift.say("It is in your log, so it has to stay.")
            return
        answers = (Answer("y", "yes", "Remove it"), Answer("n", "no", "Keep it"))

        def answered(answer: Any) -> None:
            if answer == "yes":
                self._remove(own, exercise.id)

        self.app.push_screen(Ask(f"Remove {exercise.name}?", answers, selected="no"), answered)

    def _remove(self, own: OwnFiles, id: str) -> None:
        try:
            self.runlift.read_anew(own.remove_exercise(id))
        except RunliftError as problem:
            self.runlift.say(str(problem), severity="error")

    def action_programs(self) -> None:
        """Programs, shipped and one's own."""
        from tracker.screens.dialogs.programs import Programs

        own = self._own
        if own is not None:
            self.app.push_screen(Programs(own))
