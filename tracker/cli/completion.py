"""`runlift completion`: what a shell needs to complete verbs and options."""

import click

from tracker.cli.door import Door, Verb, pass_door
from tracker.cli.speech import out

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=Verb,
    examples=(
        'eval "$(runlift completion bash)"          in ~/.bashrc',
        'eval "$(runlift completion zsh)"           in ~/.zshrc',
        "runlift completion fish > ~/.config/fish/completions/runlift.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@pass_door
def completion_verb(_: Door, shell: str) -> None:
    """Write the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from tracker.cli.main import runlift

    made = get_completion_class(shell)
    assert made is not None
    out(made(runlift, {}, "runlift", "_RUNLIFT_COMPLETE").source())
