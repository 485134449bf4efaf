"""Turns paper into values, once and loudly: data/, and the person's own exercises and programs.

Nothing else opens those files, but for the names that completion offers (`tracker.assembly.House.exercise_names`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.catalog.paper import Paper, Table, own_folder, shipped, shipped_folder
from tracker.catalog.problems import ContentProblems
from tracker.catalog.reading import ExerciseFiles, model, read_program
from tracker.catalog.words import Wording, Words
from tracker.domain.equipment import EquipmentProfile, default_profiles
from tracker.domain.exercise import Exercise, ExerciseId
from tracker.domain.words import naming

if TYPE_CHECKING:
    from tracker.domain.prescription import Rules
    from tracker.domain.program import Drill, Program, ProgramId, RecoveryStage
    from tracker.domain.review_rules import ReviewRules

# Models are imported by whoever reads their file: those of programs and phases cost 5 ms, those of the review 10.

__all__ = ["Catalog", "ContentProblems", "Wording", "Words", "load_catalog"]

V = TypeVar("V")


class Lazily(Mapping[str, V], Generic[V]):
    """A mapping whose values are made when they are first asked for; those in *made* are there already."""

    def __init__(self, makers: Mapping[str, Callable[[], V]], made: Mapping[str, V]) -> None:
        self._makers = makers
        self._made = dict(made)

    def __getitem__(self, key: str) -> V:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._makers, *self._made)))

    def __len__(self) -> int:
        return len(self._makers.keys() | self._made.keys())


@dataclass(frozen=True)
class Catalog:
    """Everything written on paper. What is not needed is not read: a file costs milliseconds.

    Attributes:
        exercises: by id, in table order, the person's own at the end; see `tracker.catalog.reading.Library`.
        programs: by id.
        own: the ids of the person's own exercises, those that replace a shipped one included.
        left_out: what was wrong with own exercises and programs that are therefore not here, one sentence each.
    """

    exercises: Mapping[ExerciseId, Exercise]
    programs: "Mapping[ProgramId, Program]"
    own: frozenset[ExerciseId] = frozenset()
    left_out: tuple[str, ...] = ()

    def find(
        self, text: str, first: tuple[ExerciseId, ...] = (), then: tuple[ExerciseId, ...] = ()
    ) -> Exercise:
        """The exercise a person means; see `tracker.domain.words.naming.find`.

        Raises:
            naming.Ambiguous, naming.Unknown: both are `errors.Misunderstood`.
        """
        return naming.find(text, self.exercises, first, then)

    @cached_property
    def words(self) -> Words:
        """The words of every reason code."""
        paper = shipped("reasons.toml")
        entries = paper.read().items()
        wordings = {code: model(Wording, table, f"{paper.place}: [{code}]") for code, table in entries}
        return Words(wordings, self.exercises)

    @cached_property
    def rules(self) -> "Rules":
        """The numbers of every phase and the limits that always hold."""
        from tracker.domain.prescription import Rules

        return model(Rules, shipped("phases.toml").read(), "data/phases.toml")

    @cached_property
    def review(self) -> "ReviewRules":
        """The numbers of the weekly review."""
        from tracker.domain.review_rules import ReviewRules

        return model(ReviewRules, shipped("review.toml").read(), "data/review.toml")

    @cached_property
    def warm_up(self) -> "tuple[Drill, ...]":
        """The drills before every session, once through."""
        from tracker.domain.program import Drill

        return tuple(model(Drill, table, "data/common.toml: warm_up") for table in self._common["warm_up"])

    @cached_property
    def recovery(self) -> "tuple[RecoveryStage, ...]":
        """What a session keeps at stages 0 to 3 after a race; the index is the stage."""
        from tracker.domain.program import RecoveryStage

        stages = self._common["recovery"]
        return tuple(model(RecoveryStage, table, "data/common.toml: recovery") for table in stages)

    @cached_property
    def profiles(self) -> tuple[EquipmentProfile, ...]:
        """The shipped equipment profiles."""
        return default_profiles(shipped("equipment.toml").read())

    @cached_property
    def _common(self) -> Table:
        return shipped("common.toml").read()


def load_catalog(own: Path | None = None) -> Catalog:
    """The shipped content, with what can be used of the person's own when *own* is their home.

    Own files are checked in full, on their own and against everything else; shipped ones are checked by a test. What
    is wrong is named and left out, so that a slip in one file stops no session.

    Args:
        own: a folder that may hold ``exercises/*.toml`` and ``programs/*.toml``, in the shipped format. What
            carries the id of something shipped needs ``replaces = true``.

    Raises:
        ContentProblems: if shipped content is wrong.
        RunliftError: if another package called ``data`` is in the way.
    """
    found = ExerciseFiles()
    found.read(shipped_folder("exercises"))
    if found.problems:
        raise ContentProblems(found.problems)
    papers = {paper.stem: paper for paper in shipped_folder("programs")}
    own_programs: dict[ProgramId, Program] = {}
    if own is not None:
        found.read(own_folder(own, "exercises"))
        _leave_out_misfits(found)
        own_programs = _own_programs(own_folder(own, "programs"), papers, found)
    programs = {stem: partial(read_program, paper) for stem, paper in papers.items()}
    own_ids, left_out = frozenset(found.own), tuple(found.problems)
    return Catalog(found.exercises, Lazily(programs, own_programs), own_ids, left_out)


def _leave_out_misfits(found: ExerciseFiles) -> None:
    """Keeps what fits together: what is left out may be missed by another one, so it is looked at again."""
    while found.own:
        from tracker.catalog.checks import misfits

        wrong = list(misfits(found.exercises, found.places, found.own))
        if not wrong:
            return
        found.problems += (each.problem for each in wrong)
        going = found.own & {id for each in wrong for id in each.ids}
        if not going:
            raise ContentProblems(found.problems)
        found.leave_out(going)


def _own_programs(
    written: Iterable[Paper], shipped: Iterable[str], found: ExerciseFiles
) -> "dict[ProgramId, Program]":
    """The person's own programs that can be used; what is wrong with others is added to what was found before."""
    read: dict[ProgramId, Program] = {}
    for paper in written:
        from tracker.catalog.checks import program_problems

        try:
            program = read_program(paper, shipped)
        except ContentProblems as more:
            found.problems += more.problems
            continue
        problems = list(program_problems(program, paper.place, found.exercises))
        found.problems += problems
        if not problems:
            read[paper.stem] = program
    return read
