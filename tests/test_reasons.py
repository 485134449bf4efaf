"""No dead words: everything that data/reasons.toml says is said by somebody.

A code counts as said where it is given to `because`, asked for by its name, or stands as a value that may become
one. Where it is only compared with, or listed among others to be looked for, nobody says it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tracker
from tracker.catalog import load_catalog
from tracker.domain.adapting.pain import PainBand
from tracker.domain.phase import Phase
from tracker.domain.progression.nudge import Bin
from tracker.domain.review.options import OptionKind
from tracker.domain.session import ReadinessBand, Signal

CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
FAMILIES = {
    "PHASE_": {phase.name for phase in Phase},
    "NEXT_": {phase.name for phase in Phase},
    "READINESS_": {band.name for band in ReadinessBand},
    "MODIFY_": {signal.name for signal in Signal},
    "DECIDED_": {kind.name for kind in OptionKind},
    "PAIN_": {"OK", "HOLD", "REGRESS", "STOP"},
}
"""Codes that are put together from a name: ``because(f"PHASE_{phase.name}")``."""
LISTED = ("RED_FLAG_", "SCREENING_")
"""Families that are shown as a whole, in the order of the file: ``words.starting("SCREENING_")``."""
_LISTS = ("frozenset", "startswith", "removeprefix")


def trees() -> Iterator[ast.Module]:
    for file in sorted(Path(tracker.__path__[0]).rglob("*.py")):
        yield ast.parse(file.read_text(encoding="utf-8"))


def is_list(node: ast.AST) -> bool:
    """A constant of a module that lists codes, as rules do to look for them; screens list what they show."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple)


def rules() -> Iterator[ast.Module]:
    """Every module; of those that decide, without their lists of codes."""
    shown = Path(tracker.__path__[0]) / "screens"
    for file in sorted(Path(tracker.__path__[0]).rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if shown not in file.parents:
            tree.body = [node for node in tree.body if not is_list(node)]
        yield tree


def said_in(node: ast.AST) -> Iterator[str]:
    """The constants below *node* that may become the code of a reason."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Compare):
        return
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in _LISTS:
            return
    for child in ast.iter_child_nodes(node):
        yield from said_in(child)


def put_together(node: ast.AST) -> Iterator[str]:
    """How the codes that are put together begin."""
    for each in ast.walk(node):
        if isinstance(each, ast.JoinedStr) and isinstance(each.values[0], ast.Constant):
            yield str(each.values[0].value)


def test_every_wording_is_said_by_somebody() -> None:
    words = load_catalog().words
    said = {each for tree in rules() for each in said_in(tree) if CODE.fullmatch(each)}
    begun = {each for tree in trees() for each in put_together(tree)}
    assert set(FAMILIES) <= begun
    said |= {f"{prefix}{name}" for prefix, names in FAMILIES.items() for name in names}
    said |= {felt.name for felt in Bin}
    said |= {code for prefix in LISTED for code in words.starting(prefix)}
    silent = sorted({code.partition("@")[0] for code in words.codes} - said)
    assert silent == []


def test_every_name_of_a_family_has_words_where_it_is_spoken() -> None:
    """A new phase, signal or band cannot stay without words."""
    codes = load_catalog().words.codes
    families = {prefix: names for prefix, names in FAMILIES.items() if prefix != "MODIFY_"}
    missing = [f"{prefix}{name}" for prefix, names in families.items() for name in names]
    assert [code for code in missing if code not in codes] == []
    assert len(FAMILIES["PAIN_"]) == len(PainBand)
