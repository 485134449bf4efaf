"""The front door of the command line: find the verb, run it, and turn whatever happens into an exit status."""

import contextlib
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import NamedTuple

import click

from tracker.cli.door import Door, shared_options, write_examples
from tracker.cli.status import DAMAGED, DONE, FAULT, NOTHING, WRONG

DEBUG_VARIABLE = "RUNLIFT_DEBUG"


class Entry(NamedTuple):
    """Where a verb lives, and its line in the list of verbs. It is `<verb>_verb` in its module."""

    module: str
    line: str


SECTIONS: dict[str, dict[str, Entry]] = {
    "Train": {
        "today": Entry("today", "What today asks, and why."),
        "log": Entry("log", "Log a set, or several."),
        "undo": Entry("training", "Take the last change back."),
        "redo": Entry("training", "Bring back what was undone."),
        "finish": Entry("training", "Close the session; see what changes next time."),
        "skip": Entry("training", "Leave a session out."),
        "modify": Entry("adapt", "Another exercise, as it fits today."),
        "pain": Entry("adapt", "Say that something hurts, 0 to 10."),
        "travel": Entry("away", "Train at another place, with what is there."),
        "away": Entry("away", "Ill or on holiday: nothing planned, nothing missed."),
        "back": Entry("away", "Back to the usual place and days."),
        "why": Entry("why", "Every cause of one exercise's numbers."),
        "run": Entry("runs", "Add a run, list runs."),
    },
    "Plan": {
        "plan": Entry("plan", "The season and the weeks ahead."),
        "race": Entry("race", "Add, move or remove a race."),
        "move": Entry("plan", "Take a session on another day."),
        "deload": Entry("away", "Move the lighter week by a week, or pull it forward."),
    },
    "Look back": {
        "review": Entry("review", "What the week means."),
        "history": Entry("history", "Sessions, newest first."),
        "progress": Entry("history", "One exercise over time."),
        "amend": Entry("amend", "Correct a set of any session."),
        "erase": Entry("amend", "Take a session or a set out of the log."),
    },
    "Keep": {
        "init": Entry("people", "Set up a home."),
        "set": Entry("people", "Change a setting, or list them."),
        "backup": Entry("keep", "Everything in one zip."),
        "restore": Entry("keep", "Bring a backup or an erased session back."),
        "doctor": Entry("keep", "Look over every file."),
        "where": Entry("keep", "Where everything lives."),
        "demo": Entry("demo", "The app on sample data, in a temporary place."),
        "completion": Entry("completion", "Completion for bash, zsh or fish."),
    },
}
VERBS = {name: entry for section in SECTIONS.values() for name, entry in section.items()}

EXAMPLES = (
    "runlift init --race Berlin 2027-09-26 marathon --run-week REQEREL",
    "runlift today",
    'runlift log "split squat 22.5x6@8 x3"',
    "runlift finish --rpe 7",
)


class Verbs(click.Group):
    """The verbs; each is imported when it is asked for, and no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        module = import_module(f"tracker.cli.{VERBS[cmd_name].module}")
        command: click.Command = getattr(module, f"{cmd_name}_verb")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS and not ctx.resilient_parsing:
            close = get_close_matches(args[0], VERBS, n=1)
            hint = f'; did you mean "{close[0]}"?' if close else "; `runlift --help` lists them."
            ctx.fail(f'There is no verb "{args[0]}"{hint}')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for section, verbs in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl([(name, entry.line) for name, entry in verbs.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        write_examples(EXAMPLES, formatter)


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    params=shared_options(),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--version", is_flag=True, help="Show the version and leave.")
@click.pass_context
def runlift(ctx: click.Context, version: bool) -> int | None:
    """A strength tracker for runners: it knows the race, so it knows today's session.

    Without a verb the full-screen app starts.
    """
    if version:
        from tracker import __version__

        click.echo(__version__)
        return DONE
    if ctx.invoked_subcommand is None:
        from tracker.cli.start import start_app

        return start_app(ctx.ensure_object(Door))
    return None


def run(argv: Sequence[str]) -> int:
    """Run what the arguments ask for; the exit status. Errors become one sentence on stderr."""
    door = Door()
    try:
        status = runlift.main(list(argv), prog_name="runlift", standalone_mode=False, obj=door)
    except click.ClickException as wrong:
        _say(_usage(wrong))
        return WRONG
    except click.Abort:
        _say("Stopped.")
        return WRONG
    except SystemExit:  # click's answer to a closed pipe: whoever was reading has seen enough
        _hush()
        return DONE
    except Exception as error:
        return _worse(_after(error, door), door)
    return _worse(status if isinstance(status, int) else DONE, door)


def _worse(status: int, door: Door) -> int:
    """The status, or that of damage where a file had to be set aside on the way; what happened is told."""
    if "house" not in door.__dict__:
        return status
    for sentence in door.house.notices():
        _say(sentence)
    return DAMAGED if door.house.met_damage and status != FAULT else status


def _after(error: Exception, door: Door) -> int:
    """The status for an error, once it has been said."""
    from tracker.domain.errors import CouldNotSave, Damaged, NothingToDo, RunliftError

    if isinstance(error, OSError) and error.filename is None:  # files have names, the screen has none
        _hush()
        _say(
            f"The answer could not be written: {error.strerror}. `runlift history` shows what is in the log."
        )
        return WRONG
    if not isinstance(error, RunliftError):
        if os.environ.get(DEBUG_VARIABLE):
            raise error
        from tracker.cli.fault import note_fault

        _say(note_fault(error, door))
        return FAULT
    _say(str(error))
    if isinstance(error, NothingToDo):
        return NOTHING
    return DAMAGED if isinstance(error, Damaged | CouldNotSave) else WRONG


def _usage(wrong: click.ClickException) -> str:
    """The sentence of a usage error, with where to read more."""
    sentence = wrong.format_message().rstrip()
    ctx = wrong.ctx if isinstance(wrong, click.UsageError) else None
    if ctx is None or "--help" in sentence:
        return sentence
    return f"{sentence} See `{ctx.command_path} --help`."


def _say(sentence: str) -> None:
    with contextlib.suppress(OSError):
        click.echo(sentence, err=True)


def _hush() -> None:
    """Let nothing more be written to stdout: the interpreter must not try to flush again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
