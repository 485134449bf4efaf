"""The README tells the truth: its keys are the keys, its verbs exist, its test command is the one that is run."""

import re
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
