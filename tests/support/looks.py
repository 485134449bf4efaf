"""Pictures of a running app, and what a reader sees on it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

Doing = Callable[[Pilot[Any]], Awaitable[None]]


def visible_text(app: App[Any]) -> list[str]:
    """The screen as rows of characters, each as wide as the screen in cells."""
    width, height = app.size
    rows = app.screen._compositor.render_strips(app.size)
    return [strip.crop(0, width).text for strip in rows][:height]


def text_of(widget: Widget) -> list[str]:
    """The rows of one widget's content, blanks at the end cut off."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.content_size.height)]


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
