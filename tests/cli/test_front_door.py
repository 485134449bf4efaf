"""The front door: finding verbs, help, completion, exit statuses, faults; and what a verb must not load."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import TUESDAY, Terminal

from tracker.cli.main import VERBS, run, runlift
from tracker.cli.speech import paragraph
from tracker.domain.errors import CouldNotSave, Damaged, Misunderstood, NothingToDo, Refused, RunliftError

ROOT = Path(__file__).resolve().parents[2]
GROUPS = {"race": ("add", "move", "remove"), "run": ("add", "list")}


def commands() -> list[tuple[str, ...]]:
    return [(verb,) for verb in VERBS] + [(verb, each) for verb, inner in GROUPS.items() for each in inner]


@pytest.mark.parametrize("verb", [pytest.param(each, id="-".join(each)) for each in commands()])
def test_every_verb_teaches_by_example(verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*verb, "--help"]) == 0
    text = capsys.readouterr().out
    assert f"Usage: runlift {' '.join(verb)}" in text
    assert f"  runlift {' '.join(verb)}" in text.split("Examples:")[1]
    assert "--home" in text
    assert "--date" in text


def test_the_help_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    for verb, entry in VERBS.items():
        assert f"  {verb} " in text
        assert entry.line in text


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.count(".") == 2


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["tody"], 'There is no verb "tody"; did you mean "today"? See `runlift --help`.'),
        (["xyzzy"], 'There is no verb "xyzzy"; `runlift --help` lists them.'),
        (["race", "ad"], "See `runlift race --help`."),
        (["today", "--jsno"], "See `runlift today --help`."),
        (["today", "--date", "soon"], '"soon" is not a date; write it as 2027-03-26.'),
        (["today", "--date", "9999-12-31"], "9999-12-31 is outside the years 1950 to 2099."),
        (["plan", "--from", "0001-01-01"], "0001-01-01 is outside the years 1950 to 2099."),
        (["log"], "See `runlift log --help`."),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(
    argv: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argv) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1


def piped(at: Terminal, line: str) -> "subprocess.CompletedProcess[str]":
    """A verb in a shell, with its output led elsewhere; the status is that of the verb."""
    runlift = f"{sys.executable} -m tracker --home {at.home} --date {at.day}"
    return subprocess.run(
        ["bash", "-c", line.replace("runlift", runlift)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("verb", ["today", "plan", "--help", "history --json"])
def test_whoever_has_read_enough_is_no_trouble(at: Terminal, verb: str) -> None:
    done = piped(at, f"(sleep 0.1; runlift {verb}; echo $? >&2) | true")
    assert done.stderr in ("0\n", "No session is logged yet; `runlift today` shows the first one.\n0\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("verb", ["plan", "log 'back squat 40x5@8'", "--help"])
def test_an_answer_that_cannot_be_written_is_one_sentence(at: Terminal, verb: str) -> None:
    done = piped(at, f"runlift {verb} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == (
        "The answer could not be written: No space left on device. "
        "`runlift history` shows what is in the log.\n"
    )
    assert len(at.json("history")["sessions"]) == (verb.startswith("log"))


def test_the_last_day_is_answered(at: Terminal) -> None:
    assert at("today", "--date", "2099-12-31").status == 0
    assert at("plan", "--from", "2099-12-31", "--weeks", "104").status == 0
    assert at("today", "--date", "1950-01-01").err.startswith("The plan starts on Mon 23 Nov 2026")


def test_a_verb_of_verbs_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["race"]) == 2
    assert "Usage: runlift race" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NothingToDo("It is so already."), 1),
        (Misunderstood("What?"), 2),
        (Refused("Not now."), 2),
        (RunliftError("Another package is in the way."), 2),
        (Damaged("It cannot be read."), 3),
        (CouldNotSave("The disk is full."), 3),
    ],
)
def test_each_kind_of_error_has_its_status(
    error: Exception, status: int, at: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.cli.door import Door

    def no_house(_: Door) -> None:
        raise error

    monkeypatch.setattr(Door, "house", property(no_house))
    said = at("today")
    assert (said.status, said.out, said.err) == (status, "", f"{error}\n")


def test_a_fault_of_ours_is_one_sentence_and_its_story_is_kept(
    at: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.logbook import Logbook

    def broken(*_: object) -> None:
        raise ZeroDivisionError("one by nought")

    monkeypatch.setattr(Logbook, "day", broken)
    said = at("today")
    log = at.home / "runlift.log"
    assert said.status == 70
    assert (
        said.err
        == f"Something went wrong inside runlift (ZeroDivisionError: one by nought); {log} has all of it.\n"
    )
    assert "Traceback" in log.read_text()
    monkeypatch.setenv("RUNLIFT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        at("today")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_gets_its_completion(shell: str, at: Terminal) -> None:
    said = at("completion", shell)
    assert said.status == 0
    assert "_RUNLIFT_COMPLETE" in said.out


def test_verbs_and_options_complete() -> None:
    from click.shell_completion import ShellComplete

    shell = ShellComplete(runlift, {}, "runlift", "_RUNLIFT_COMPLETE")
    assert [each.value for each in shell.get_completions([], "to")] == ["today"]
    assert "--json" in [each.value for each in shell.get_completions(["today"], "--")]
    assert [each.value for each in shell.get_completions(["race"], "re")] == ["remove"]


@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["today", "--json"], id="today"),
        pytest.param(["log", "back squat 40x5@6"], id="log"),
        pytest.param(["review", "--json"], id="review"),
        pytest.param(["where"], id="where"),
    ],
)
def test_no_verb_loads_a_screen(at: Terminal, argv: list[str]) -> None:
    given = ["--home", str(at.home), "--date", TUESDAY.isoformat(), *argv]
    program = (
        "import sys; from tracker.cli.main import run; status = run(sys.argv[1:]); "
        "print(status, *({'textual', 'rich', 'plotext'} & set(sys.modules)), file=sys.stderr)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, *given],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert answer.stderr.split() == ["0"]


def test_a_number_and_its_percent_stay_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for indent in range(40):
        paragraph("Strength stands at 96 % of your best, on 52 % of the sets that were done.", indent)
        lines = capsys.readouterr().out.splitlines()
        assert not any(line.lstrip().startswith("%") for line in lines)
        assert "52 %" in " ".join(lines)


def test_where_needs_no_models_at_all(at: Terminal) -> None:
    program = (
        "import sys; from tracker.cli.main import run; run(sys.argv[1:]); "
        "print(*({'pydantic', 'tinydb', 'filelock'} & set(sys.modules)), file=sys.stderr)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, "--home", str(at.home), "where"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert answer.stderr.split() == []


def test_whoever_reads_only_the_first_line_is_no_error(at: Terminal) -> None:
    command = f"{sys.executable} -m tracker --home {at.home} --date {TUESDAY} plan --weeks 104 | head -1"
    answer = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert answer.stderr == ""
    assert len(answer.stdout.splitlines()) == 1
