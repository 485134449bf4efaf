"""From the tables of a file to exercises and programs, with every problem kept for the end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from tracker.catalog.paper import Paper, Table
from tracker.catalog.problems import ContentProblems, sentences
from tracker.domain.exercise import Exercise, ExerciseId, LoadType, Pattern, Position, Role, Start
from tracker.domain.value import Value

if TYPE_CHECKING:
    from tracker.domain.program import Program

M = TypeVar("M", bound=Value)


def model(kind: type[M], table: Any, place: str) -> M:
    """One value from one table.

    Raises:
        ContentProblems: one sentence for each field that does not fit.
    """
    try:
        return kind.model_validate(table)
    except ValidationError as error:
        raise ContentProblems(list(sentences(place, error, kind.model_fields))) from error


class Library(dict[ExerciseId, Exercise]):
    """Exercises by id. What a log names and no file holds any more has a stand-in, which nobody can do anywhere.

    A stand-in is there for whoever asks for it by its id; no list, no search and no `get` ever finds one. Its id is
    what the log says, whatever its shape, so it is not checked.
    """

    def __missing__(self, id: ExerciseId) -> Exercise:
        return Exercise.model_construct(
            id=id,
            name=id.replace("_", " ").capitalize(),
            role=Role.ACCESSORY,
            patterns=(Pattern.MOBILITY,),
            position=Position.STANDING,
            equipment=((NOWHERE,),),
            load=LoadType.BW,
            start=Start(reps=8),
        )


NOWHERE = "nowhere"
"""A tool that is in no place."""


class ExerciseFiles:
    """The exercises of all files read so far.

    Attributes:
        exercises: those that could be read, in the order of files and tables.
        places: file and table of each id.
        own: ids that the person has written.
        problems: what was wrong so far.
    """

    def __init__(self) -> None:
        self.exercises = Library()
        self.places: dict[ExerciseId, str] = {}
        self.own: set[ExerciseId] = set()
        self.problems: list[str] = []
        self._replaced: dict[ExerciseId, tuple[Exercise, str]] = {}

    def read(self, papers: Iterable[Paper]) -> None:
        """Adds the exercises of every file; nothing is raised, see `problems`."""
        for paper in papers:
            try:
                tables = paper.read()
            except ContentProblems as found:
                self.problems += found.problems
                continue
            for id, table in tables.items():
                self._add(paper, id, table)

    def leave_out(self, ids: Iterable[ExerciseId]) -> None:
        """Takes own exercises away again; a shipped one that gave its place has it back."""
        for id in ids:
            self.own.discard(id)
            if id in self._replaced:
                self.exercises[id], self.places[id] = self._replaced.pop(id)
            else:
                del self.exercises[id], self.places[id]

    def _add(self, paper: Paper, id: ExerciseId, table: Any) -> None:
        if not isinstance(table, dict):
            self.problems += _no_table(paper.place, id, table)
            return
        place = f"{paper.place}: [{id}]"
        problems = []
        if "id" in table:
            problems.append(f"{place}, id: the name of the table is the id; remove this field.")
        replaces, fields = _without_replaces(table)
        clash = self._clash(id, replaces)
        if clash:
            problems.append(f"{place}{clash}")
        try:
            exercise = model(Exercise, {**fields, "id": id}, place)
        except ContentProblems as found:
            problems += found.problems
        self.problems += problems
        if problems:
            return
        if id in self.exercises:
            self._replaced[id] = self.exercises[id], self.places[id]
        self.exercises[id] = exercise
        self.places[id] = place
        if paper.own:
            self.own.add(id)

    def _clash(self, id: ExerciseId, replaces: bool) -> str:
        if id in self.own or (id in self.places and not replaces):
            return f": this id is taken ({self.places[id]}){'' if id in self.own else _SAY_REPLACES}."
        if replaces and id not in self.places:
            return f", replaces: there is no shipped exercise {id} to replace."
        return ""


_SAY_REPLACES = "; add replaces = true if yours takes its place"


def _no_table(place: str, name: str, found: Any) -> list[str]:
    """What to say about something that is no table; of a list of exercises, also what is wrong with each of them."""
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        return [f"{place}: {name} stands outside a table; {_HOW_IT_BEGINS}."]
    problems = [f"{place}: [[{name}]] is no exercise; {_HOW_IT_BEGINS}."]
    for number, table in enumerate(found, start=1):
        fields = {key: value for key, value in _without_replaces(table)[1].items() if key != "id"}
        try:
            model(Exercise, {**fields, "id": _AN_ID}, f"{place}: [[{name}]], number {number}")
        except ContentProblems as more:
            problems += more.problems
    return problems


_AN_ID = "my_exercise"
_HOW_IT_BEGINS = f"each exercise begins with its id in brackets, as in [{_AN_ID}]"


def _without_replaces(table: Table) -> tuple[bool, Table]:
    return table.get("replaces") is True, {key: value for key, value in table.items() if key != "replaces"}


def read_program(paper: Paper, shipped: Iterable[str] = ()) -> "Program":
    """The program of one file; the file's name is its id.

    Args:
        shipped: ids that need ``replaces = true``.

    Raises:
        ContentProblems: everything that is wrong with the file.
    """
    from tracker.domain.program import Program

    replaces, fields = _without_replaces(paper.read())
    if paper.own and replaces != (paper.stem in shipped):
        wrong = (
            f"replaces: there is no shipped program {paper.stem} to replace"
            if replaces
            else f"the program {paper.stem} is shipped{_SAY_REPLACES}"
        )
        raise ContentProblems([f"{paper.place}: {wrong}."])
    return model(Program, {**fields, "id": paper.stem}, paper.place)
