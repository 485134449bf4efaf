"""The README tells the truth: its keys are the keys, its verbs exist, its test command is the one that is run.

And so does what the code says of docs/rules.md: every section it cites is there.
"""

import io
import re
import tokenize
from pathlib import Path

from support.readme_keys import README, in_readme, key_table

from tracker.cli.main import VERBS

ROOT = Path(__file__).parent.parent


def test_the_key_table_is_the_table_of_keys() -> None:
    assert in_readme() == key_table(), "run `python tests/support/readme_keys.py`"


def test_every_verb_it_names_exists() -> None:
    named = set(re.findall(r"^ {4}runlift ([a-z]+)", README.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert named
    assert named <= set(VERBS)


def test_the_house_check_runs_its_test_command() -> None:
    readme = README.read_text(encoding="utf-8")
    command = next(line.strip() for line in readme.splitlines() if line.strip().endswith(".venv/bin/pytest"))
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command in check.replace("--quiet ", "")


# ------------------------------------------------------------------------------------------------ the rules


RULES = ROOT / "docs" / "rules.md"
_NUMBER = r"[1-9]0?(?:\.[0-9]{1,2})?"
_NUMBERS = rf"{_NUMBER}(?:(?:, | and | to ){_NUMBER})*"
_NAMED = re.compile(rf"docs/rules\.md ({_NUMBERS})")
_ALONE = re.compile(
    r"\((?:steps? [0-9]+(?: to [0-9]+)? of )?([1-9]\.[0-9]{1,2}(?:(?:, | and )[1-9]\.[0-9]{1,2})*)\)"
)


def prose(file: Path) -> str:
    """Comments, and every string that begins with a double quote, docstrings among them; of a TOML its comments."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".toml":
        return "\n".join(line for line in text.splitlines() if line.startswith("#"))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    kinds = (tokenize.COMMENT, tokenize.STRING)
    return "\n".join(each.string for each in tokens if each.type in kinds and each.string[:1] in '#"')


def citations() -> dict[str, set[str]]:
    """By file: the sections of the rules that it cites."""
    found: dict[str, set[str]] = {}
    for folder in ("tracker", "widgets", "data", "tests"):
        for file in (*ROOT.glob(f"{folder}/**/*.py"), *ROOT.glob(f"{folder}/**/*.toml")):
            said = prose(file)
            lists = (*_NAMED.findall(said), *_ALONE.findall(said))
            if numbers := {number for each in lists for number in re.findall(_NUMBER, each)}:
                found[str(file.relative_to(ROOT))] = numbers
    return found


def test_every_rule_that_is_cited_is_written_down() -> None:
    sections = set(re.findall(rf"^##+ ({_NUMBER}) ", RULES.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {str(number) for number in range(1, 10)} <= sections
    cited = citations()
    assert len(cited) > 40
    assert {file: numbers - sections for file, numbers in cited.items() if numbers - sections} == {}


def test_who_cites_a_rule_names_the_document() -> None:
    unnamed = [
        file for file in citations() if "docs/rules.md" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert unnamed == []
