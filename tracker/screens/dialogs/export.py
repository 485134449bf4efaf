"""Where a week goes on paper: Markdown or a picture, beside what is there already."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import CouldNotSave
from tracker.questions import Answer
from tracker.report.card import week_card
from tracker.report.markdown import week_markdown
from tracker.report.saving import save_beside, usual_folder
from tracker.report.sheet import WeekSheet
from tracker.screens.dialogs.ask import Ask

if TYPE_CHECKING:
    from tracker.screens.base import RoomScreen

_MARKDOWN, _PICTURE, _BOTH = "md", "svg", "both"
_WRITERS: dict[str, Callable[[WeekSheet], str]] = {_MARKDOWN: week_markdown, _PICTURE: week_card}


def export_week(screen: "RoomScreen", sheet: WeekSheet) -> None:
    """Ask what to write, write it, and say where it is."""
    folder, name = usual_folder(), f"runlift-{sheet.name}"
    answers = (
        Answer("m", _MARKDOWN, "Markdown", f"{name}.md, for a diary or a coach"),
        Answer("s", _PICTURE, "A picture", f"{name}.svg, to share"),
        Answer("b", _BOTH, "Both"),
    )

    def write(answer: str | None) -> None:
        if answer is None:
            return
        kinds = _WRITERS if answer == _BOTH else (answer,)
        save(screen, folder, [(f"{name}.{kind}", _WRITERS[kind](sheet)) for kind in kinds])

    sentence = f"Into {folder}. A file that is there already is left alone."
    screen.app.push_screen(Ask(f"Week {sheet.number} on paper", answers, sentence), write)


def save(screen: "RoomScreen", folder: Path, files: list[tuple[str, str]]) -> None:
    """Write each file and say where it is, or why not."""
    try:
        paths = [save_beside(folder, name, text) for name, text in files]
    except CouldNotSave as problem:
        screen.say(str(problem), severity="error")
        return
    screen.say("Written: " + " and ".join(map(str, paths)))
