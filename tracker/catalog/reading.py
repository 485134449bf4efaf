"""From the tables of a file to exercises and programs, with every problem kept for the end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from tracker.catalog.paper import Paper, Table
from tracker.catalog.problems import ContentProblems, sentences
from tracker.domain.exercise import Exercise, ExerciseId
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


class ExerciseFiles:
    """The exercises of all files read so far.

    Attributes:
        exercises: those that could be read, in the order of files and tables.
        places: file and table of each id.
        own: ids that the person has written.
        problems: what was wrong so far.
    """

    def __init__(self) -> None:
        self.exercises: dict[ExerciseId, Exercise] = {}
        self.places: dict[ExerciseId, str] = {}
        self.own: set[ExerciseId] = set()
        self.problems: list[str] = []

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

    def _add(self, paper: Paper, id: ExerciseId, table: Any) -> None:
        place = f"{paper.place}: [{id}]"
        if not isinstance(table, dict):
            self.problems.append(f"{paper.place}: {id} stands outside a table; start one with [{id}].")
            return
        if "id" in table:
            self.problems.append(f"{place}, id: the name of the table is the id; remove this field.")
        replaces, fields = _without_replaces(table)
        problem = self._clash(id, replaces)
        if problem:
            self.problems.append(f"{place}{problem}")
        try:
            exercise = model(Exercise, {**fields, "id": id}, place)
        except ContentProblems as found:
            self.problems += found.problems
            return
        if problem:
            return
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
