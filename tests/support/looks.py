"""Pictures of a running app, a stage for a single widget, and what a reader sees on it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widget import Widget

from tracker.themes import THEMES, variable_defaults

Doing = Callable[[Pilot[Any]], Awaitable[None]]


async def picture(app: App[Any], *, size: tuple[int, int] = (100, 30), doing: Doing | None = None) -> str:
    """The SVG of *app* at *size* (columns, rows), after *doing* something with it."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if doing is not None:
            await doing(pilot)
            await pilot.pause()
        return app.export_screenshot(title="runlift")


async def take_picture(
    app: App[Any], path: Path, *, size: tuple[int, int] = (100, 30), doing: Doing | None = None
) -> Path:
    """Write the SVG of *app* to *path*; returns *path*."""
    path.write_text(await picture(app, size=size, doing=doing), encoding="utf-8")
    return path


def text_of(widget: Widget) -> list[str]:
    """The rows of one widget's content as a reader sees them, blanks at the end cut off."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.content_size.height)]


class OneWidget(App[None]):
    """A stage: one widget over the whole screen, in our theme."""

    CSS = "Screen > Widget { width: 1fr; height: 1fr; padding: 0; background: $background; }"

    def __init__(self, widget: Widget, theme: str) -> None:
        super().__init__()
        self._widget = widget
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        theme: Theme = self.current_theme
        return variable_defaults(theme)

    def compose(self) -> ComposeResult:
        yield self._widget


@dataclass
class Showing:
    """A widget on stage.

    Attributes:
        pilot: to press, click and wait.
        heard: every message the widgets posted, in order, each once.
    """

    pilot: Pilot[None]
    widget: Widget
    heard: list[Message] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        return text_of(self.widget)

    async def click(self, x: int, y: int) -> None:
        await self.pilot.click(self.widget, offset=(x, y))
        await self.pilot.pause()


@asynccontextmanager
async def showing(
    widget: Widget, size: tuple[int, int] = (60, 12), *, theme: str = "runlift-dark"
) -> AsyncIterator[Showing]:
    """*widget* on a screen of *size*, focused if it can be."""
    heard: list[Message] = []

    def listen(message: Message) -> None:
        if type(message).__module__.startswith("widgets.") and all(message is not each for each in heard):
            heard.append(message)

    async with OneWidget(widget, theme).run_test(size=size, message_hook=listen) as pilot:
        widget.focus()
        await pilot.pause()
        yield Showing(pilot, widget, heard)


def on_stage(
    widget: Widget,
    check: Callable[[Showing], Awaitable[None]],
    size: tuple[int, int] = (60, 12),
    theme: str = "runlift-dark",
) -> None:
    """Run *check* on *widget* while it is on stage."""

    async def play() -> None:
        async with showing(widget, size, theme=theme) as stage:
            await check(stage)

    asyncio.run(play())


def seen(widget: Widget, size: tuple[int, int] = (60, 12), theme: str = "runlift-dark") -> list[str]:
    """What a reader sees of *widget* on a screen of *size*, row by row."""
    found: list[str] = []

    async def look(stage: Showing) -> None:
        found.extend(stage.text)

    on_stage(widget, look, size, theme)
    return found
