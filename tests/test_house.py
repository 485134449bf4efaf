"""The rules of the house: who may import whom, who may read a clock, and what must ship."""

import ast
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("tracker", "widgets", "data")
STANDARD = frozenset(sys.stdlib_module_names)

# room -> what it may import besides the standard library and itself
ROOMS: dict[str, frozenset[str]] = {
    "data": frozenset(),
    "widgets": frozenset({"textual", "textual_plotext", "rich"}),
    "tracker.domain": frozenset({"pydantic"}),
    "tracker.catalog": frozenset({"tracker.domain", "data", "pydantic", "tomli"}),
    "tracker.storage": frozenset({"tracker.domain", "tinydb", "pydantic_core", "filelock", "platformdirs"}),
    "tracker.logbook": frozenset({"tracker.domain", "pydantic"}),
    "tracker.report": frozenset({"tracker.domain", "tracker.logbook"}),
    "tracker.athlete": frozenset({"tracker.domain", "tracker.logbook"}),
    "tracker.cli": frozenset(
        {
            "tracker",
            "tracker.domain",
            "tracker.logbook",
            "tracker.assembly",
            "tracker.report",
            "click",
        }
    ),
    "tracker.__main__": frozenset({"tracker.cli"}),
    "tracker.keys": frozenset(),
    "tracker.questions": frozenset(),
    "tracker.keymap": frozenset({"tracker", "tracker.keys", "tracker.domain"}),
    "tracker.themes": frozenset({"textual"}),
    "tracker.keys_in_turn": frozenset({"textual"}),
    "tracker.app": frozenset(
        {
            "tracker.domain",
            "tracker.logbook",
            "tracker.catalog",
            "tracker.screens",
            "tracker.keymap",
            "tracker.keys",
            "tracker.keys_in_turn",
            "tracker.themes",
            "rich",  # comes with textual
            "textual",
        }
    ),
    "tracker.screens": frozenset(
        {
            "tracker.domain",
            "tracker.logbook",
            "tracker.catalog",
            "tracker.keymap",
            "tracker.keys",
            "tracker.questions",
            "tracker.themes",
            "tracker.report",
            "widgets",
            "textual",
        }
    ),
}
# the folders of the domain, each of which may import the ones before it; the nouns beside them come first
STOREYS = ("adapting", "words", "strength", "season", "progression", "review", "coaching")
KNOWS_ALL = "tracker.assembly"
CLOCKS = {"now", "today", "time", "utcnow", "monotonic"}


def sources() -> list[tuple[str, Path]]:
    """Every module of the three packages as (dotted name, path)."""
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found.append((name, path))
    return found


def room_of(module: str) -> str | None:
    fitting = [room for room in ROOMS if module == room or module.startswith(room + ".")]
    return max(fitting, key=len, default=None)


def imported(path: Path, *, types: bool = False) -> set[str]:
    """What a module imports when it runs, and with *types* also what only the type checker reads."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checked = () if types else (node for node in ast.walk(tree) if _is_for_types(node))
    for_types = {id(each) for node in checked for each in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            names.add(node.module)
    return names


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


@pytest.mark.parametrize(("module", "path"), [pytest.param(m, p, id=m) for m, p in sources()])
def test_each_room_imports_only_what_it_may(module: str, path: Path) -> None:
    if module == KNOWS_ALL:
        return
    if module == "tracker":
        assert not imported(path)
        return
    room = room_of(module)
    assert room is not None, f"{module} belongs to no room; name it in ROOMS"
    allowed = ROOMS[room]
    for name in imported(path):
        if name.split(".")[0] in STANDARD or name == room or name.startswith(room + "."):
            continue
        fits = any(
            name == other or (other != "tracker" and name.startswith(other + ".")) for other in allowed
        )
        assert fits, f"{module} may not import {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_allowed_what_it_does_not_need(room: str) -> None:
    needed = {name for module, path in sources() if room_of(module) == room for name in imported(path)}
    idle = [
        other
        for other in ROOMS[room]
        if not any(name == other or (other != "tracker" and name.startswith(other + ".")) for name in needed)
    ]
    assert not idle


def test_the_readme_names_every_folder_of_the_house() -> None:
    said = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = {path.parent for package in PACKAGES for path in (ROOT / package).glob("*/__init__.py")}
    folders |= {ROOT / package for package in PACKAGES if package != "tracker"}
    missing = [folder for folder in folders if f"`{folder.relative_to(ROOT)}/`" not in said]
    assert not missing


def storey_of(module: str) -> int:
    """Where a module of the domain stands: 0 for the nouns, then the folders from the ground up."""
    parts = module.split(".")
    return STOREYS.index(parts[2]) + 1 if len(parts) > 2 and parts[2] in STOREYS else 0


def test_every_folder_of_the_domain_has_its_storey() -> None:
    folders = {path.parent.name for path in (ROOT / "tracker" / "domain").glob("*/__init__.py")}
    assert folders == set(STOREYS)


def test_the_domain_stands_on_its_nouns() -> None:
    upwards = [
        f"{module} imports {name}"
        for module, path in sources()
        if module.startswith("tracker.domain.")
        for name in imported(path)
        if name.startswith("tracker.domain.") and storey_of(name) > storey_of(module)
    ]
    assert not upwards, "\n".join(upwards)


def test_no_circle_in_the_domain() -> None:
    names = {module for module, _ in sources()}
    below = {
        module: {name for name in imported(path, types=True) if name in names}
        for module, path in sources()
        if module.startswith("tracker.domain.")
    }
    list(TopologicalSorter(below).static_order())  # raises CycleError, naming the circle


@pytest.mark.parametrize("module", ["os", "pathlib", "random", "time", "socket", "subprocess"])
def test_the_domain_touches_no_machine(module: str) -> None:
    for name, path in sources():
        if name.startswith("tracker.domain"):
            assert module not in {imported_name.split(".")[0] for imported_name in imported(path)}, name


def test_only_assembly_reads_a_clock() -> None:
    guilty = []
    for name, path in sources():
        if name in ("tracker.assembly", "widgets.__main__"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CLOCKS
                and isinstance(node.func.value, ast.Name | ast.Attribute)
                and ast.unparse(node.func.value).rpartition(".")[2] in {"datetime", "date", "time"}
            ) or (isinstance(node, ast.ImportFrom) and node.module == "time"):
                guilty.append(f"{name}:{node.lineno}")
    assert guilty == []


NAMES_A_KEY = re.compile(
    r"(?:^|(?<=[.:;,(] )|(?<= {3}))(?:[b-z:]|[Ee]nter|esc|tab|[Ss]pace|ctrl\+\w)"
    r"(?::$|: | to \w| (?!is\b|was\b)[a-z]+s\b| or an? | leave\b| about )"
    r"|\bor [b-z],"
)
"""``x leaves it out``, ``f to finish``, ``w: each change``, ``space or an RPE``."""

WITHOUT_KEYS_OF_ONES_OWN = {
    "tracker.screens.welcome",  # before the first start nobody has any
    "tracker.screens.welcome_pages",
    "tracker.screens.dialogs.modify",  # the ladder is a widget, whose enter stays
    "tracker.screens.dialogs.own_keys",  # where any key is waited for, and escape alone leaves
    "tracker.screens.dialogs.safety",  # so is the list of answers
}


def test_no_sentence_names_a_key_that_can_be_changed() -> None:
    guilty = [
        f"{module}:{node.lineno}: {node.value}"
        for module, path in sources()
        if module.startswith(("tracker.screens", "tracker.logbook", "tracker.app", "tracker.questions"))
        and module not in WITHOUT_KEYS_OF_ONES_OWN
        for node in spoken_in(path)
        if NAMES_A_KEY.search(node.value.strip())
    ]
    assert not guilty, "\n".join(guilty)


@pytest.mark.parametrize(
    "said",
    ["Not today. x leaves it out.", "f to finish", "w: why", "space or an RPE", "the digit, or u, undoes"],
)
def test_a_sentence_that_names_a_key_is_recognised(said: str) -> None:
    assert NAMES_A_KEY.search(said)


def spoken_in(path: Path) -> list[ast.Constant]:
    """The strings of a module that are not docstrings, those of an f-string piece by piece."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


def test_a_verb_never_pays_for_a_screen() -> None:
    program = "import sys, tracker.cli.main; print('textual' in sys.modules, 'rich' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert answer.stdout.split() == ["False", "False"]


def test_a_look_at_settings_or_history_never_pays_for_the_rules() -> None:
    """They cost 25 ms, a tenth of a verb's time."""
    program = (
        "import sys, tracker.logbook.logbook, tracker.logbook.planning, tracker.cli.people, tracker.cli.history, "
        "tracker.cli.shapes; "
        "rules = ('tracker.domain.coaching.', 'tracker.domain.progression.'); "
        "print(*(each for each in sys.modules if each.startswith(rules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert answer.stdout.split() == []


@pytest.mark.parametrize(
    "path", [pytest.param(p, id=p.stem) for p in sorted((ROOT / "data").rglob("*.toml"))]
)
def test_every_shipped_toml_parses(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_git_ignores_nothing_that_ships() -> None:
    if not (ROOT / ".git").exists():
        pytest.fail("the house is checked in a git checkout")
    wanted = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    answer = subprocess.run(
        ["git", "check-ignore", "--no-index", *wanted], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert answer.stdout == ""


def test_no_test_folder_shadows_a_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
